package import Diagnostics
import Tables

/// Writes a file that builds on others out as one whole file, in canonical layout. Comments of the files stay behind.
package struct Flattener {
    private let source: SourceFile
    private var lines: [String] = []

    private init(_ source: SourceFile) {
        self.source = source
    }

    /// The whole file's text; `nil` when the files cannot be read.
    package static func flatten(_ source: SourceFile, keywords language: Language?) -> String? {
        let (file, problems) = Parser.parse(source)
        if problems.hasErrors { return nil }
        var flattener = Flattener(source)
        flattener.write(file)
        let whole = SourceFile(name: source.name, text: flattener.lines.joined(separator: "\n") + "\n")
        return Formatter.format(whole, keywords: language ?? .zh).text
    }

    private func text(_ range: SourceRange) -> String { source.text(range) }

    private mutating func line(_ depth: Int, _ text: String, _ tail: Tail = Tail()) {
        var whole = String(repeating: " ", count: depth * 4) + text
        if let clause = tail.clause { whole += "  依据 \(clause.text)" }
        if let note = tail.note { whole += "  说明 \(note.text)" }
        lines.append(whole)
    }

    private mutating func write(_ file: RulesFile) {
        if let plan = file.plans.first { write(plan) }
        lines.append("")
        for choices in file.choices {
            let sign = !choices.labels.ordered ? "|" : choices.labels.ascending ? "<" : ">"
            let labels = choices.labels.labels.map { text($0.range) }.joined(separator: " \(sign) ")
            line(0, "选项 \(choices.name.text)  \(labels)", choices.tail)
        }
        for table in file.tables { write(table) }
        for lookup in file.lookups { write(lookup) }
        for assessment in file.assessments {
            lines.append("")
            var header = "考核 \(assessment.table.text)"
            if let population = assessment.population { header += " 当 \(text(population.range))" }
            line(0, header + attributes(assessment.body), assessment.body.tail)
            write(assessment.body.items, depth: 1)
        }
        lines.append("")
        for unscored in file.unscored {
            line(0, "未入规则 \(unscored.clauses.text)" + (unscored.note.map { "  说明 \($0.text)" } ?? ""))
        }
        for example in file.examples { write(example) }
    }

    private mutating func write(_ plan: PlanDecl) {
        line(0, "计划 \(plan.title.text)")
        if let year = plan.year { line(1, "年度 \(year.text)") }
        if let rounding = plan.rounding { line(1, text(rounding.range)) }
        for (word, days) in [("假日", plan.holidays), ("调休", plan.workdays)] where !days.isEmpty {
            let list = days.map {
                $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0.lowerBound)..\($0.upperBound)"
            }
            line(1, "\(word) \(list.joined(separator: ", "))")
        }
        for value in plan.values { line(1, "\(value.name.text) = \(text(value.value.range))", value.tail) }
        notes(1, plan.tail)
    }

    /// Clause and note on lines of their own.
    private mutating func notes(_ depth: Int, _ tail: Tail) {
        if let clause = tail.clause { line(depth, "依据 \(clause.text)") }
        if let note = tail.note { line(depth, "说明 \(note.text)") }
    }

    // MARK: Tables

    private mutating func write(_ table: TableDecl) {
        lines.append("")
        var header = "表 \(table.name.text)"
        if let grouping = table.grouping {
            header += " " + text(grouping.range)
        } else {
            if let sheet = table.sheet { header += " " + text(sheet.range) }
            if !table.keys.isEmpty { header += " 主键 " + table.keys.map(\.text).joined(separator: ", ") }
            if table.optional { header += " 可空" }
        }
        line(0, header, table.tail)
        for column in table.columns { line(1, text(column.range), column.tail) }
        for value in table.values { line(1, "\(value.name.text) = \(text(value.value.range))", value.tail) }
        for requirement in table.requirements { line(1, text(requirement.range), requirement.tail) }
    }

    private mutating func write(_ lookup: LookupDecl) {
        lines.append("")
        let keys: String
        var isMatrix = false
        switch lookup.keys {
        case .columns(let names): keys = "主键 " + names.map(\.text).joined(separator: ", ")
        case .axes(let axes):
            keys = axes.map { $0.map(\.text).joined(separator: ".") }.joined(separator: ", ")
            isMatrix = axes.count == 2
        }
        line(0, "对照表 \(lookup.name.text) \(keys)", lookup.tail)
        for (index, row) in lookup.rows.enumerated() {
            line(isMatrix && index == 0 ? 3 : 1, row.cells.map(cell).joined(separator: "  "))
        }
    }

    private func cell(_ cell: Cell) -> String { cell.quoted ? "\"\(cell.text)\"" : cell.text }

    // MARK: Sections

    private func attributes(_ section: SectionDecl) -> String {
        var words = ""
        if let full = section.full { words += " " + text(full.range) }
        if let floor = section.floor { words += " " + text(floor.range) }
        if let best = section.best { words += " " + text(best.range) }
        return words
    }

    private mutating func write(_ items: [Item], depth: Int) {
        for item in items {
            switch item {
            case .section(let section):
                line(depth, "项目 \(section.name.text)\(attributes(section))", section.tail)
                write(section.items, depth: depth + 1)
            case .value(let value): line(depth, "\(value.name.text) = \(text(value.value.range))", value.tail)
            case .score(let change), .start(let change), .change(let change, _), .void(let change):
                line(depth, text(change.range), change.tail)
            case .each(let each):
                line(depth, text(each.range), each.body.tail)
                let isBlock = each.body.items.contains { ($0.range?.start ?? each.range.end) >= each.range.end }
                if isBlock { write(each.body.items, depth: depth + 1) }
            case .rounding(let rounding): line(depth, text(rounding.range))
            case .require(let requirement): line(depth, text(requirement.range), requirement.tail)
            case .grade(let grade): write(grade, depth: depth)
            case .output(let output): line(depth, text(output.range))
            }
        }
    }

    private mutating func write(_ grade: GradeDecl, depth: Int) {
        var header = "评定 \(grade.name.text) 依 \(keys(grade.keys))"
        if !grade.per.isEmpty {
            header += " 每 " + grade.per.map { $0.map(\.text).joined(separator: ".") }.joined(separator: ", ")
        }
        if let when = grade.when { header += " 当 \(text(when.range))" }
        line(depth, header, grade.tail)
        line(depth + 1, grade.headers.map(\.text).joined(separator: "  "))
        for row in grade.rows { line(depth + 1, text(row.range)) }
        if let rounding = grade.quotaRounding { line(depth + 1, "份额取整 \(words(rounding))") }
        if let ties = grade.ties {
            let then = ties.then.isEmpty ? "" : " 再比 \(keys(ties.then))"
            line(depth + 1, "并列\(then) \(ties.allIn ? "全部入选" : "全部落选")")
        }
        for placement in grade.placements {
            line(depth + 1, "定为 \(text(placement.label.range)) 当 \(text(placement.when.range))", placement.tail)
        }
        for bar in grade.bars { line(depth + 1, text(bar.range), bar.tail) }
        if let included = grade.baseIncludesPlaced { line(depth + 1, "基数 \(included ? "含定为" : "除定为")") }
    }

    private func keys(_ keys: [GradeDecl.Key]) -> String {
        keys.map { text($0.value.range) + ($0.ascending ? " 由低到高" : "") }.joined(separator: ", ")
    }

    private func words(_ rounding: GradeDecl.QuotaRounding) -> String {
        switch rounding {
        case .each(let mode): Self.word(mode)
        case .cumulative(let mode): Self.word(mode) + " 累计"
        case .largestRemainder: "最大余数"
        }
    }

    private static func word(_ mode: RoundingMode) -> String {
        switch mode {
        case .halfUp: Keyword.halfUp.zh
        case .halfEven: Keyword.halfEven.zh
        case .up, .ceiling: Keyword.up.zh
        case .down, .floor: Keyword.down.zh
        }
    }

    // MARK: Examples

    private mutating func write(_ example: ExampleDecl) {
        lines.append("")
        line(0, "算例 \(example.title.text)" + (example.base.map { " 沿用 \($0.text)" } ?? ""))
        for table in example.tables { write(table, name: table.name.text) }
        for table in example.expectations {
            write(table, name: table.name.text.isEmpty ? "期望" : "期望 \(table.name.text)")
        }
    }

    private mutating func write(_ table: ExampleDecl.Table, name: String) {
        line(1, name + "   " + table.headers.map(cell).joined(separator: "  "))
        for row in table.rows { line(4, row.map(cell).joined(separator: "  ")) }
    }
}
