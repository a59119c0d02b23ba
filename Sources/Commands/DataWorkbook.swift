import Diagnostics
import RuleEngine
import RuleSemantics
import TableFiles
import Tables

/// A workbook for the data of a program: a sheet for each table, with what each column may hold; empty, or with rows.
struct DataWorkbook {
    let program: Program
    let language: Language
    /// The sheets of the tables, in their order.
    private let sheets: [Sheet]
    /// The sheets beside them: what to fill in, and the lists that are too long for a cell's rule.
    private let instructionsName: String
    private let listsName: String

    /// A sheet of a table: empty, or with rows.
    private struct Sheet {
        var table: Int
        var name: String
        var data: SampleData.Sheet?
    }

    /// The workbook with rows as they are given by sheet, or none.
    init(program: Program, language: Language, filled: [SampleData.Sheet] = []) {
        self.program = program
        self.language = language
        sheets = program.tables.indices.flatMap { table -> [Sheet] in
            guard case .data = program.tables[table].kind else { return [] }
            let given = filled.filter { $0.table == table }
            if given.isEmpty { return [Sheet(table: table, name: Self.sheetName(table, program), data: nil)] }
            return given.map { Sheet(table: table, name: $0.name, data: $0) }
        }
        var names = SheetNames()
        for sheet in sheets { _ = names.free(sheet.name) }
        instructionsName = names.free(SheetNames.instructions)
        listsName = names.free(SheetNames.lists)
    }

    private func say(_ zh: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
        language == .zh ? zh() : en()
    }

    /// Lists longer than this stand on a sheet of their own: a cell's rule holds no more.
    private static let listLimit = 200

    /// The first that spreadsheets have.
    private static let firstDay = CalendarDate(year: 1900, month: 1, day: 1)

    /// The names that sheets of tables must have and cannot have: too long, with signs that none may hold, told from
    /// another by capitals only.
    var impossibleNames: [String] {
        var names = SheetNames()
        return sheets.map(\.name).filter { names.free($0) != $0 }
    }

    var workbook: Workbook {
        var lists = Lists()
        var result = [instructions()]
        for data in sheets {
            var sheet = sheet(data, &lists)
            if let rows = data.data?.rows, let headers = data.data?.headers {
                // The words of a wide sheet stand where the rules name them, which need not be at its end.
                let columns = sheet.columns.map { ($0.format, headers.firstIndex(of: $0.header)) }
                sheet.rows = RowList(
                    rows.map { row in
                        Workbook.Row(columns.map { format, position in cell(position.map { row[$0] } ?? "", format) })
                    })
            }
            result.append(sheet)
        }
        if !lists.columns.isEmpty { result.append(lists.sheet(listsName)) }
        return Workbook(title: program.title, sheets: result)
    }

    /// A table's sheet by its name; where the name is a pattern, with an example of the word.
    private static func sheetName(_ table: Int, _ program: Program) -> String {
        let own = program.tables[table]
        guard let column = own.columns.first(where: { $0.schema?.origin == .sheet }), let schema = column.schema
        else {
            return own.sheet
        }
        let word: String
        switch schema.kind {
        case .choice(let labels): word = labels[0]
        case .month: word = "\(program.year ?? 2026)年9月"
        case .text, .yesno, .number, .ratio, .date, .reference: word = "1"
        }
        return own.sheetName(for: word)
    }

    // MARK: Columns

    private func sheet(_ data: Sheet, _ lists: inout Lists) -> Workbook.Sheet {
        let own = program.tables[data.table].columns
        var columns: [Workbook.Column] = []
        for (header, index) in headers(data) {
            guard let schema = own[index].schema else { continue }
            var column = self.column(header, schema, own[index], &lists)
            if let words = source(of: index, data.table) {
                column.note = (column.note ?? "") + "\n" + wideNote(words)
            }
            columns.append(column)
        }
        var sheet = Workbook.Sheet(name: data.name, columns: columns)
        sheet.filters = false
        return sheet
    }

    /// The headers of a sheet in their order, each with the column of the table whose cells stand below it. The cells'
    /// column of a wide sheet stands once for each word.
    private func headers(_ data: Sheet) -> [(header: String, column: Int)] {
        let own = program.tables[data.table].columns
        return own.indices.flatMap { index -> [(header: String, column: Int)] in
            guard let schema = own[index].schema else { return [] }
            switch schema.origin {
            case .sheet: return []
            case .headers(let cells): return words(schema, data).map { ($0, cells) }
            case .cell: return source(of: index, data.table) == nil ? [(schema.header, index)] : []
            }
        }
    }

    /// What the headers of a wide sheet are, where a column is that of its cells.
    private func source(of column: Int, _ table: Int) -> ColumnSchema? {
        program.tables[table].columns.compactMap(\.schema).first { $0.origin == .headers(cells: column) }
    }

    /// The headers of a wide sheet that are words of a column.
    private func words(_ schema: ColumnSchema, _ data: Sheet) -> [String] {
        if let headers = data.data?.headers {
            let own = Set(program.tables[data.table].columns.compactMap { $0.schema?.header })
            return headers.filter { !own.contains($0) }
        }
        if case .choice(let labels) = schema.kind { return labels }
        return (1...3).map { "\(schema.header)\($0)" }
    }

    private func wideNote(_ schema: ColumnSchema) -> String {
        if case .choice = schema.kind { return say("列名是“\(schema.header)”", "the header is the “\(schema.header)”") }
        return say(
            "列名就是“\(schema.header)”：改成实际的，可以加列",
            "the header is the “\(schema.header)”: write the real ones, add columns")
    }

    private func column(
        _ header: String, _ schema: ColumnSchema, _ column: ProgramColumn, _ lists: inout Lists
    ) -> Workbook.Column {
        var result = Workbook.Column(header, schema.isFigure ? .right : .left)
        result.note = ([kind(schema), emptiness(schema)] + cited(column)).joined(separator: "\n")
        result.rule = rule(schema, &lists)
        switch schema.kind {
        case .text, .yesno, .choice, .reference, .month: result.format = .text
        case .number: result.format = .general
        case .ratio: result.format = .percent
        case .date: result.format = .date
        }
        return result
    }

    private func cited(_ column: ProgramColumn) -> [String] {
        [
            column.citation.clause.map { say("依据 \($0)", "clause \($0)") },
            column.citation.note.map { say("说明 \($0)", "note \($0)") },
        ].compactMap { $0 }
    }

    /// What a column holds, in words.
    private func kind(_ schema: ColumnSchema) -> String {
        switch schema.kind {
        case .text: say("文字", "text")
        case .yesno: say("填“是”或“否”", "“是” (yes) or “否” (no)")
        case .number(let whole): (whole ? say("整数", "a whole number") : say("数", "a number")) + range(schema)
        case .ratio: say("百分比，如 30%", "per cent, such as 30%") + range(schema)
        case .date: say("日期，如 2026-09-01", "a date such as 2026-09-01") + range(schema)
        case .month: say("月份，如 2026年9月", "a month such as 2026-09")
        case .choice(let labels):
            say("只能填：", "one of: ") + labels.prefix(30).joined(separator: say("、", ", "))
                + (labels.count > 30 ? "…" : "")
        case .reference(let target):
            say("填“\(program.tables[target].name)”里有的", "one that “\(program.tables[target].name)” has")
        }
    }

    private func range(_ schema: ColumnSchema) -> String {
        func text(_ value: Value?) -> String? {
            switch value {
            case .number(let number)?: schema.kind == .ratio ? "\(number * 100)%" : number.description
            case .date(let date)?: date.description
            default: nil
            }
        }
        switch (text(schema.low), text(schema.high)) {
        case (nil, nil): return ""
        case (let low?, nil): return say("，至少 \(low)", ", at least \(low)")
        case (nil, let high?): return say("，最多 \(high)", ", at most \(high)")
        case (let low?, let high?): return say("，\(low) 到 \(high)", ", \(low) to \(high)")
        }
    }

    private func emptiness(_ schema: ColumnSchema) -> String {
        if let value = schema.defaultValue {
            let type = program.tables.flatMap(\.columns).first { $0.schema?.name == schema.name }?.type
            let text: String
            switch (value, schema.kind) {
            case (.number(let number), .ratio): text = "\(number * 100)%"
            case (.choice(let index), .choice(let labels)): text = labels[index]
            default: text = type.map { program.text(value, $0, Dataset(tables: [])) } ?? ""
            }
            return say("空着按“\(text)”计", "empty counts as “\(text)”")
        }
        return schema.optional ? say("可以空着", "may be empty") : say("不能空着", "must not be empty")
    }

    private func rule(_ schema: ColumnSchema, _ lists: inout Lists) -> Workbook.Rule? {
        func number(_ value: Value?) -> String? { value?.number.flatMap { $0.finiteDecimal } }
        switch schema.kind {
        case .text, .month: return nil
        case .yesno: return .list(["是", "否"])
        case .number(let whole):
            if schema.low == nil, schema.high == nil { return nil }
            return .number(low: number(schema.low), high: number(schema.high), isWhole: whole)
        case .ratio: return .number(low: number(schema.low) ?? "0", high: number(schema.high), isWhole: false)
        case .date where schema.low == nil && schema.high == nil:
            return .date(low: Self.firstDay, high: nil)
        case .date:
            var low: CalendarDate?
            var high: CalendarDate?
            if case .date(let bound)? = schema.low { low = bound }
            if case .date(let bound)? = schema.high { high = bound }
            return .date(low: low, high: high)
        case .choice(let labels):
            let length = labels.reduce(0) { $0 + $1.count + 1 }
            if length <= Self.listLimit, !labels.contains(where: { $0.contains(",") }) { return .list(labels) }
            return .listed(sheet: listsName, column: lists.add(schema.header, labels))
        case .reference(let target):
            let table = program.tables[target]
            // A list shows one sheet; of a name that is a pattern there may be any number, more tomorrow than today.
            guard case .data = table.kind, table.keys.count == 1,
                !table.columns.contains(where: { $0.schema?.origin == .sheet }),
                let sheet = sheets.first(where: { $0.table == target }), source(of: table.keys[0], target) == nil,
                let position = headers(sheet).firstIndex(where: { $0.column == table.keys[0] })
            else { return nil }
            return .listed(sheet: sheet.name, column: position)
        }
    }

    /// A cell as it is typed: numbers, dates and ratios as such where they are plain, all else as text.
    private func cell(_ text: String, _ format: Workbook.Format?) -> Workbook.Cell {
        switch format {
        case .general?:
            if let number = Number(decimal: text) { return .figure(number, places: nil, shown: text) }
        case .percent?:
            if text.hasSuffix("%"), let number = Number(decimal: text.dropLast())?.divided(by: 100) {
                return .figure(number, percent: true, places: nil, shown: text)
            }
        case .date?:
            // Spreadsheets have no earlier days.
            if let date = CalendarDate(text: text), let first = Self.firstDay, date >= first {
                var cell = Workbook.Cell(text)
                cell.kind = .day(date)
                return cell
            }
        case .text?, nil: break
        }
        return Workbook.Cell(text)
    }

    // MARK: The first sheet

    private func instructions() -> Workbook.Sheet {
        var sheet = Workbook.Sheet(
            name: instructionsName,
            columns: [
                Workbook.Column(say("工作表", "sheet")), Workbook.Column(say("列", "column")),
                Workbook.Column(say("填什么", "what it holds"), widest: 60),
                Workbook.Column(say("能不能空着", "may it be empty")), Workbook.Column(say("依据", "clause")),
                Workbook.Column(say("说明", "note"), widest: 60),
            ])
        sheet.filters = false
        for (position, data) in sheets.enumerated() {
            let table = data.table
            // What is to be said of one of a table's sheets is to be said of all.
            if position > 0, sheets[position - 1].table == table { continue }
            for (index, column) in program.tables[table].columns.enumerated() {
                guard let schema = column.schema else { continue }
                let emptiness = schema.origin == .cell ? emptiness(schema) : say("不能空着", "must not be empty")
                sheet.rows.append(
                    Workbook.Row(
                        [
                            Workbook.Cell(data.name), Workbook.Cell(schema.header, .strong),
                            Workbook.Cell(place(schema, index, data) + kind(schema) + uniqueness(index, table)),
                            Workbook.Cell(emptiness), Workbook.Cell(column.citation.clause ?? ""),
                            Workbook.Cell(column.citation.note ?? ""),
                        ], startsGroup: index == 0))
            }
        }
        return sheet
    }

    /// Where a column stands that is no column of the sheet.
    private func place(_ schema: ColumnSchema, _ column: Int, _ data: Sheet) -> String {
        switch schema.origin {
        case .sheet:
            let example =
                data.data == nil
                ? say("：把“\(data.name)”改成实际的", ", write the real one for “\(data.name)”") : ""
            return say("写在工作表的名称里\(example)，可以有几张；", "stands in the sheet's name\(example), add sheets; ")
        case .headers:
            if case .choice = schema.kind { return say("写在列名里，每个一列；", "stands in the headers, a column each; ") }
            return say(
                "写在列名里，每个一列：改成实际的，可以加列；",
                "stands in the headers, a column each: write the real ones, add columns; ")
        case .cell:
            guard let words = source(of: column, data.table) else { return "" }
            return say("填在每个“\(words.header)”的列里；", "stands below each “\(words.header)”; ")
        }
    }

    /// Whether a column tells the rows apart, by itself or together with others.
    private func uniqueness(_ column: Int, _ table: Int) -> String {
        let keys = program.tables[table].keys
        guard keys.contains(column) else { return "" }
        let others = keys.filter { $0 != column }.compactMap { program.tables[table].columns[$0].schema?.header }
        if others.isEmpty { return say("；不能重复", "; never twice the same") }
        let names = others.map { "“\($0)”" }
        return say(
            "；与\(names.joined(separator: "、"))合起来不能重复",
            "; together with \(names.joined(separator: ", ")) never twice the same")
    }

    /// The lists that are too long for a cell's rule, a column each.
    private struct Lists {
        var columns: [(header: String, texts: [String])] = []

        mutating func add(_ header: String, _ texts: [String]) -> Int {
            columns.append((header, texts))
            return columns.count - 1
        }

        func sheet(_ name: String) -> Workbook.Sheet {
            var sheet = Workbook.Sheet(name: name, columns: columns.map { Workbook.Column($0.header) })
            sheet.isHidden = true
            sheet.filters = false
            let height = columns.map(\.texts.count).max() ?? 0
            sheet.rows = RowList(
                (0..<height).map { row in
                    Workbook.Row(columns.map { Workbook.Cell(row < $0.texts.count ? $0.texts[row] : "") })
                })
            return sheet
        }
    }
}

extension ColumnSchema {
    fileprivate var isFigure: Bool {
        switch kind {
        case .number, .ratio: true
        case .text, .yesno, .date, .month, .choice, .reference: false
        }
    }
}
