import RuleEngine
import RuleSemantics
import Tables

extension Driver {
    /// Every row that was read, and what became of it; a line for a table only where there is something to say.
    mutating func account(_ evaluator: Evaluator, _ chosen: [Int], _ notes: Int, _ files: [String]) {
        let program = evaluator.program
        var counts: [String] = []
        var lines: [String] = []
        for (index, table) in program.tables.enumerated() {
            guard case .data = table.kind else { continue }
            let rows = evaluator.data.tables[index].rowCount
            counts.append(say("\(table.name) \(rows) 行", "\(table.name) \(rows)"))
            let parts = account(evaluator, index)
            if !parts.isEmpty {
                lines.append("  \(table.name)\(say("：", ": "))\(parts.joined(separator: say("，", ", ")))\n")
            }
        }
        terminal.error(say("读入：\(counts.joined(separator: "，"))\n", "rows read: \(counts.joined(separator: ", "))\n"))
        for line in lines { terminal.error(line) }
        for index in chosen {
            let table = program.assessments[index].table
            let assessed = evaluator.population(table).count
            let left = evaluator.data.tables[table].rowCount - assessed
            let outside = left == 0 ? "" : say("，另有 \(left) 行不在考核范围", ", \(left) rows are not assessed")
            let name = program.tables[table].name
            terminal.error(say("考核：\(name) \(assessed) 行\(outside)\n", "assessed: \(name) \(assessed)\(outside)\n"))
        }
        if notes > 0 { terminal.error(say("提示：\(notes) 处，列在前面\n", "notes: \(notes), listed above\n")) }
        for file in files { terminal.error(say("已写入 \(file)\n", "written: \(file)\n")) }
    }

    /// What stood beside the rows of a table, and rows that count for nobody.
    private func account(_ evaluator: Evaluator, _ index: Int) -> [String] {
        let account = evaluator.data.tables[index].account
        let outside = evaluator.rowsOutside(index)
        let cells = account.unnamed.values.reduce(0, +)
        var parts: [String] = []
        func add(_ count: Int, _ zh: String, _ en: String) { if count > 0 { parts.append(say(zh, en)) } }
        add(
            account.wideRows, "\(account.wideRows) 行按列名分开计",
            "one row for each column's name, of rows: \(account.wideRows)")
        add(
            account.titleRows, "列名上面的 \(account.titleRows) 行不是记录",
            "rows above the column names: \(account.titleRows)")
        add(account.blankRows, "跳过 \(account.blankRows) 个空行", "blank rows skipped: \(account.blankRows)")
        add(
            account.ignoredColumns, "忽略规则里没有的 \(account.ignoredColumns) 列",
            "columns ignored: \(account.ignoredColumns)")
        add(cells, "忽略没有列名的 \(cells) 格", "cells below no column name ignored: \(cells)")
        add(outside, "\(outside) 行是不在考核范围的人的，没有用到", "rows of people who are not assessed, not used: \(outside)")
        return parts
    }
}

extension Evaluator {
    /// How many rows of a table belong to somebody who is not assessed.
    fileprivate func rowsOutside(_ index: Int) -> Int {
        guard program.tables[index].assessment == nil else { return 0 }
        for (column, definition) in program.tables[index].columns.enumerated() {
            guard let schema = definition.schema, case .reference(let target) = schema.kind,
                let assessment = program.tables[target].assessment,
                program.assessments[assessment].population != nil, let values = data.tables[index].columns[column]
            else { continue }
            let assessed = Set(population(target))
            return values.count { value in
                if case .row(let row) = value { !assessed.contains(row) } else { false }
            }
        }
        return 0
    }
}
