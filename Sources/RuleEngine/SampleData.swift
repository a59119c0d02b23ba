import Diagnostics
package import RuleSemantics
import Tables

/// Random data that obey the tables of a program: for trying a plan out, for tests and for benchmarks.
///
/// The same program, size and seed give the same data. Nobody in them exists.
package struct SampleData {
    /// A sheet of data as texts.
    package struct Sheet: Sendable {
        /// The table to which it belongs.
        package var table: Int
        package var name: String
        package var headers: [String]
        package var rows: [[String]]
    }

    private let program: Program
    private let size: Int
    private var dice: SampleDice
    /// The keys of each table, made before the rows that refer to them.
    private var keys: [Int: [[String]]] = [:]
    private let words: SampleWords
    /// The rows of each table, a text for each stored column that has cells of its own.
    private var rows: [Int: [[String]]] = [:]
    /// The stored columns of each table.
    private let stored: [[(column: Int, schema: ColumnSchema)]]
    /// What columns refer to, by the table: each row that is made asks for it.
    private var references: [Int: [String]] = [:]

    /// Rows that break a rule of their table are made anew so many times; then they are left out.
    private static let rounds = 25
    /// Each round evaluates everything. Rules that no random row keeps, as a sum that must come to 1, end them sooner:
    /// so many rounds that have left no fewer rows broken.
    private static let patience = 4

    private init(_ program: Program, size: Int, seed: UInt64) {
        self.program = program
        self.size = size
        dice = SampleDice(seed)
        words = SampleWords(program)
        stored = program.tables.map { table in
            table.columns.enumerated().compactMap { column, definition in definition.schema.map { (column, $0) } }
        }
    }

    /// Rows of a table that break the rules whatever is thrown for them.
    package struct Failure: Sendable {
        package var table: Int
        package var rows: Int
        /// Whether they are left out; rows to which others refer are not.
        package var isLeftOut: Bool
    }

    /// The sheets of a program, `size` rows for each assessed table.
    package static func make(_ program: Program, size: Int, seed: UInt64) -> [Sheet] {
        made(program, size: size, seed: seed).sheets
    }

    /// The same, with what random rows could not be made to keep.
    package static func made(
        _ program: Program, size: Int, seed: UInt64
    ) -> (sheets: [Sheet], failures: [Failure]) {
        var sample = SampleData(program, size: size, seed: seed)
        let tables = sample.order()
        for table in tables { sample.fill(table) }
        var broken = sample.broken()
        // Evaluation starts when the tables' rules are kept, and may find more than was broken by then.
        var fewest = [Broken.Cause: Int]()
        var vain = 0
        for _ in 0..<rounds where !broken.rows.isEmpty {
            let count = broken.rows.values.reduce(0) { $0 + $1.count }
            vain = count < fewest[broken.cause, default: Int.max] ? 0 : vain + 1
            fewest[broken.cause] = min(fewest[broken.cause, default: Int.max], count)
            if vain == patience { break }
            for (table, positions) in broken.rows.sorted(by: { $0.key < $1.key }) {
                sample.replace(positions, in: table)
            }
            broken = sample.broken()
        }
        var failures: [Failure] = []
        for (table, positions) in broken.rows.sorted(by: { $0.key < $1.key }) where !positions.isEmpty {
            let isLeftOut = !sample.isReferredTo(table)
            failures.append(Failure(table: table, rows: positions.count, isLeftOut: isLeftOut))
            if !isLeftOut { continue }
            sample.rows[table] = sample.rows[table]!.enumerated().filter { !positions.contains($0.offset) }.map(
                \.element)
        }
        return (program.tables.indices.filter { sample.isData($0) }.flatMap { sample.sheets($0) }, failures)
    }

    private func isData(_ table: Int) -> Bool { if case .data = program.tables[table].kind { true } else { false } }

    private func schema(_ table: Int, _ column: Int) -> ColumnSchema? {
        program.tables[table].columns[column].schema
    }

    private func storedColumns(_ table: Int) -> [(column: Int, schema: ColumnSchema)] { stored[table] }

    private func isReferredTo(_ table: Int) -> Bool { program.tables.indices.contains { targets($0).contains(table) } }

    // MARK: Sizes

    /// The tables that are data, each after those to which it refers.
    private func order() -> [Int] {
        var order: [Int] = []
        var seen = Set<Int>()
        func visit(_ table: Int) {
            guard seen.insert(table).inserted else { return }
            for target in targets(table) { visit(target) }
            if isData(table) { order.append(table) }
        }
        for table in program.tables.indices { visit(table) }
        return order
    }

    private func targets(_ table: Int) -> [Int] {
        storedColumns(table).compactMap { item in
            if case .reference(let target) = item.schema.kind { target } else { nil }
        }
    }

    /// Assessed tables have the wanted size, tables above them a twelfth of it, records four times as many.
    private func rowCount(_ table: Int) -> Int { max(plainRowCount(table), words.named[table] ?? 0) }

    private func plainRowCount(_ table: Int) -> Int {
        if program.tables[table].assessment != nil { return size }
        let isAbove = program.tables.indices.contains { $0 != table && isData($0) && targets($0).contains(table) }
        if isAbove && program.tables[table].keys.count == 1 { return max(2, size / 12) }
        return targets(table).isEmpty && program.tables[table].keys.isEmpty ? size : size * 4
    }

    // MARK: Rows

    private mutating func fill(_ table: Int) {
        var seen = Set<[String]>()
        var made: [[String]] = []
        let keyPositions = self.keyPositions(table)
        if let whole = product(table).map({ oneSheetForEachLine($0, table) }) {
            rows[table] = whole
            keys[table] = whole.map { row in keyPositions.map { row[$0] } }
            return
        }
        for index in 0..<rowCount(table) {
            for _ in 0..<20 {
                let row = self.row(table, index)
                let key = keyPositions.map { row[$0] }
                if keyPositions.isEmpty || seen.insert(key).inserted {
                    made.append(row)
                    break
                }
            }
        }
        rows[table] = oneSheetForEachLine(made, table)
        keys[table] = made.map { row in keyPositions.map { row[$0] } }
    }

    /// A line of a wide sheet stands on one sheet: its cells agree in the column that the sheet's name gives.
    private func oneSheetForEachLine(_ rows: [[String]], _ table: Int) -> [[String]] {
        let stored = storedColumns(table)
        guard let sheet = stored.firstIndex(where: { $0.schema.origin == .sheet }),
            let wide = stored.firstIndex(where: { if case .headers = $0.schema.origin { true } else { false } }),
            !program.tables[table].keys.contains(stored[sheet].column)
        else { return rows }
        let others = keyPositions(table).filter { $0 != wide }
        guard !others.isEmpty else { return rows }
        var word: [[String]: String] = [:]
        return rows.map { row in
            var row = row
            let line = others.map { row[$0] }
            row[sheet] = word[line] ?? row[sheet]
            word[line] = row[sheet]
            return row
        }
    }

    /// A row for each combination of the keys, where several keys each have a known list of values and all
    /// combinations are not too many: every jury's mark for everybody.
    private mutating func product(_ table: Int) -> [[String]]? {
        let keys = program.tables[table].keys
        guard keys.count > 1 else { return nil }
        var combinations: [[String]] = [[]]
        for key in keys {
            guard let schema = schema(table, key), let values = values(table, key, schema), !values.isEmpty else {
                return nil
            }
            guard combinations.count * values.count <= size * 20 + 200 else { return nil }
            combinations = combinations.flatMap { known in values.map { known + [$0] } }
        }
        let stored = storedColumns(table).map(\.column)
        return combinations.indices.map { index in
            var row = self.row(table, index)
            for (key, text) in zip(keys, combinations[index]) { row[stored.firstIndex(of: key)!] = text }
            return row
        }
    }

    /// All values that a key column can have.
    private mutating func values(_ table: Int, _ column: Int, _ schema: ColumnSchema) -> [String]? {
        switch schema.kind {
        case .choice(let labels): return labels
        case .yesno: return ["是", "否"]
        case .reference(let target): return referable(target)
        case .text, .number, .ratio, .date, .month: return words.words[ColumnReference(table, column)]
        }
    }

    /// The keys of a table as cells that refer to its rows. Once rows refer to them they stay.
    private mutating func referable(_ table: Int) -> [String] {
        if let known = references[table] { return known }
        let made = keys[table]
        let texts = (made ?? lookupKeys(table)).map { $0.joined(separator: " ") }
        if made != nil || !isData(table) { references[table] = texts }
        return texts
    }

    private func keyPositions(_ table: Int) -> [Int] {
        let stored = storedColumns(table).map(\.column)
        return program.tables[table].keys.compactMap { stored.firstIndex(of: $0) }
    }

    private mutating func replace(_ positions: Set<Int>, in table: Int) {
        let keyPositions = self.keyPositions(table)
        var taken = Set(keys[table] ?? [])
        for position in positions.sorted() where position < rows[table]!.count {
            var row = self.row(table, position)
            let old = keyPositions.map { rows[table]![position][$0] }
            // Others may refer to its key, and another row may have the new one.
            if isReferredTo(table) || !keyPositions.isEmpty && taken.contains(keyPositions.map { row[$0] }) {
                for (index, text) in zip(keyPositions, old) { row[index] = text }
            }
            let new = keyPositions.map { row[$0] }
            taken.remove(old)
            taken.insert(new)
            rows[table]![position] = row
            if !keyPositions.isEmpty { keys[table]![position] = new }
        }
    }

    private mutating func row(_ table: Int, _ index: Int) -> [String] {
        let keys = program.tables[table].keys
        // Records go round: everybody has some, and of each kind, as far as there are enough.
        var turn = index
        var goesRound = keys.isEmpty
        return storedColumns(table).map { column, schema in
            let reference = ColumnReference(table, column)
            let known = words.words[reference] ?? []
            let keepsTo = words.lookedUp.contains(reference)
            if keys.count == 1, keys[0] == column, case .text = schema.kind {
                return index < known.count ? known[index] : key(table, index)
            }
            let all = goesRound ? values(table, column, schema) ?? [] : []
            switch schema.kind {
            case .reference where !all.isEmpty, .choice where !all.isEmpty && turn != index:
                let text = all[turn % all.count]
                turn /= all.count
                if case .choice = schema.kind { goesRound = false }
                if turn == index { turn += 1 }
                return text
            case .reference, .choice, .text, .yesno, .number, .ratio, .date, .month: break
            }
            let text = cell(table, schema, isKey: keys.contains(column))
            switch schema.kind {
            case .text, .number, .date:
                return !text.isEmpty && !known.isEmpty && (keepsTo || dice.chance(90))
                    ? known[dice.below(known.count)] : text
            case .yesno, .ratio, .month, .choice, .reference: return text
            }
        }
    }

    private func key(_ table: Int, _ index: Int) -> String {
        let width = String(rowCount(table)).count
        let number = String(index + 1)
        let padded = String(repeating: "0", count: max(0, width - number.count)) + number
        return program.tables[table].assessment != nil ? "T" + padded : program.tables[table].name + padded
    }

    private mutating func cell(_ table: Int, _ schema: ColumnSchema, isKey: Bool) -> String {
        if !isKey, schema.origin == .cell {
            if schema.defaultValue != nil, dice.chance(60) { return "" }
            if schema.optional, dice.chance(20) { return "" }
        }
        switch schema.kind {
        case .text: return isPersonName(schema.header) ? name() : text(schema.header)
        case .yesno: return dice.chance(20) ? "是" : "否"
        case .number(let whole): return number(schema, whole: whole)
        case .ratio: return ratio(schema)
        case .date: return date(schema).description
        case .month:
            let year = program.year ?? 2026
            return "\(year)年\(dice.below(12) + 1)月"
        case .choice(let labels): return labels[dice.below(labels.count)]
        case .reference(let target):
            // A lookup's rows stand in the rules, any other table's have been made.
            let known = referable(target)
            return known.isEmpty ? "" : known[dice.below(known.count)]
        }
    }

    private func lookupKeys(_ table: Int) -> [[String]] {
        guard case .lookup(let lookup) = program.tables[table].kind else { return [] }
        return lookup.rows.compactMap { row in
            guard case .value(let value)? = row.keys.first else { return nil }
            switch (value, lookup.keyTypes[0].kind) {
            case (.text(let text), _): return [text]
            case (.choice(let index), .choice(let list)): return [program.choices[list].labels[index]]
            case (.number(let number), _): return [number.description]
            default: return nil
            }
        }
    }

    private func isPersonName(_ header: String) -> Bool { ["姓名", "名字", "name"].contains(header) }

    private static let surnames = Array("王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗")
    private static let givenNames = Array("明芳文静建华丽娟志强海燕春梅国庆玉兰晓东立新")

    private mutating func name() -> String {
        String(Self.surnames[dice.below(Self.surnames.count)])
            + String((0..<2).map { _ in Self.givenNames[dice.below(Self.givenNames.count)] })
    }

    private mutating func text(_ header: String) -> String { header + String(dice.below(9) + 1) }

    /// Halves where fractions may stand, so that sums and shares have fractions to deal with.
    private mutating func number(_ schema: ColumnSchema, whole: Bool) -> String {
        let low = schema.low?.number ?? schema.high?.number.map { min(0, $0 - 100) } ?? 0
        let high = schema.high?.number ?? low + 100
        let steps = whole ? 1 : 2
        let first = (low * Number(steps)).ceiling.toInt() ?? 0
        let last = (high * Number(steps)).floor.toInt() ?? 0
        guard first <= last else { return low.description }
        let span = min(last - first, 1_000_000)
        return (Number(first + dice.below(span + 1)).divided(by: Number(steps)) ?? low).description
    }

    private mutating func ratio(_ schema: ColumnSchema) -> String {
        let low = ((schema.low?.number ?? 0) * 1000).ceiling.toInt() ?? 0
        let high = ((schema.high?.number ?? 1) * 1000).floor.toInt() ?? 1000
        let value = low + dice.below(max(1, min(high - low, 1_000_000) + 1))
        return (Number(value).divided(by: 10) ?? 0).description + "%"
    }

    private mutating func date(_ schema: ColumnSchema) -> CalendarDate {
        let year = program.year ?? 2026
        var low = CalendarDate(year: year, month: 1, day: 1)!
        var high = CalendarDate(year: year, month: 12, day: 31)!
        if case .date(let bound)? = schema.low {
            low = bound
            high = max(high, bound)
        }
        if case .date(let bound)? = schema.high {
            high = bound
            if low > high { low = bound.adding(days: -365) ?? bound }
        }
        return low.adding(days: dice.below(Int(high.day - low.day) + 1)) ?? low
    }

    // MARK: Sheets

    /// One sheet, or several where a column comes from the sheet's name; a wide table has a column for each word.
    private func sheets(_ table: Int) -> [Sheet] {
        let stored = storedColumns(table)
        let rows = rows[table] ?? []
        let name = program.tables[table].sheet
        guard let position = stored.firstIndex(where: { $0.schema.origin == .sheet }) else {
            return [sheet(table, name, stored.map(\.schema), rows)]
        }
        return Dictionary(grouping: rows) { $0[position] }.sorted { $0.key < $1.key }.map { word, rows in
            let own = rows.map { row in row.enumerated().filter { $0.offset != position }.map(\.element) }
            let schemas = stored.enumerated().filter { $0.offset != position }.map(\.element.schema)
            return sheet(table, program.tables[table].sheetName(for: word), schemas, own)
        }
    }

    private func sheet(_ table: Int, _ name: String, _ schemas: [ColumnSchema], _ rows: [[String]]) -> Sheet {
        let wide = schemas.firstIndex { if case .headers = $0.origin { true } else { false } }
        guard let wide, wide + 1 < schemas.count else {
            return Sheet(table: table, name: name, headers: schemas.map(\.header), rows: rows)
        }
        // The word and its cell stand side by side; the rows that share the rest become one.
        var words: [String] = []
        if case .choice(let labels) = schemas[wide].kind { words = labels }
        words += Set(rows.map { $0[wide] }).subtracting(words).sorted()
        let kept = schemas.indices.filter { $0 != wide && $0 != wide + 1 }
        var order: [[String]] = []
        var cells: [[String]: [String: String]] = [:]
        for row in rows {
            let key = kept.map { row[$0] }
            if cells[key] == nil { order.append(key) }
            cells[key, default: [:]][row[wide]] = row[wide + 1]
        }
        // A wide sheet has a cell for every word; where it may be empty, it is.
        let fallback = schemas[wide + 1].optional ? "" : rows.first.map { $0[wide + 1] } ?? ""
        return Sheet(
            table: table, name: name, headers: kept.map { schemas[$0].header } + words,
            rows: order.map { key in key + words.map { cells[key]?[$0] ?? fallback } })
    }

    // MARK: Rules of the tables

    /// The rows that break a rule of their table, or that lead the evaluation into an error.
    private struct Broken {
        enum Cause { case rules, evaluation }

        var cause: Cause
        var rows: [Int: Set<Int>]
    }

    private func broken() -> Broken {
        let raw = program.tables.indices.filter(isData).flatMap(sheets).map(\.raw)
        let (data, problems) = DataLoader.load(program, raw)
        if problems.hasErrors { return Broken(cause: .rules, rows: [:]) }
        // Every row that is broken must be known.
        func evaluator() -> Evaluator {
            let evaluator = Evaluator(program, data)
            evaluator.mostTold = .max
            return evaluator
        }
        let rules = evaluator().brokenRules()
        if !rules.isEmpty { return Broken(cause: .rules, rows: positions(rules, data)) }
        let all = evaluator()
        all.run()
        return Broken(cause: .evaluation, rows: positions(all.problems, data))
    }
}
