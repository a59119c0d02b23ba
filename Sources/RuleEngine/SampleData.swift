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

    let program: Program
    private let size: Int
    var dice: SampleDice
    /// The keys of each table, made before the rows that refer to them.
    var keys: [Int: [[String]]] = [:]
    let words: SampleWords
    /// The rows of each table, a text for each stored column that has cells of its own.
    var rows: [Int: [[String]]] = [:]
    /// The stored columns of each table.
    let stored: [[(column: Int, schema: ColumnSchema)]]
    /// Where the keys of each table stand in its rows.
    let keyPositions: [[Int]]
    /// The program with tables as they are kept here: none wide, none divided among sheets.
    let plainProgram: Program
    /// What each table's rules demand of its own rows.
    let demands: [SampleDemands]
    /// What columns have that others hold as well.
    private var columnTexts: [ColumnReference: [String]] = [:]
    /// Evaluates what a rule demands of a single cell.
    private let trial: Evaluator
    /// Keys of rows that rules look up, by table: such rows keep them.
    var wanted: [Int: Set<[String]>] = [:]
    /// What columns refer to, by the table: each row that is made asks for it.
    var references: [Int: [String]] = [:]

    private init(_ program: Program, size: Int, seed: UInt64) {
        self.program = program
        self.size = size
        dice = SampleDice(seed)
        words = SampleWords(program)
        let demands = program.tables.indices.map { SampleDemands(program, $0) }
        self.demands = demands
        let nothing = Dataset(
            tables: program.tables.map { Dataset.Table(columns: Array(repeating: nil, count: $0.columns.count)) })
        let trial = Evaluator(program, nothing)
        trial.planValues = Evaluator.planValues(program, nothing) ?? trial.planValues
        self.trial = trial
        let stored = program.tables.enumerated().map { table, definition in
            definition.columns.enumerated().compactMap { column, definition in
                definition.schema.map { (column: column, schema: demands[table].narrowed($0, column, trial)) }
            }
        }
        self.stored = stored
        keyPositions = program.tables.enumerated().map { table, definition in
            definition.keys.compactMap { key in stored[table].firstIndex { $0.column == key } }
        }
        plainProgram = Self.plain(program)
    }

    /// Rows of a table that break the rules whatever is thrown for them.
    package struct Failure: Sendable {
        package var table: Int
        package var rows: Int
        /// Whether they are left out; where nothing else would be left they are not.
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
        for table in sample.order() { sample.fill(table) }
        let failures = sample.mend()
        return (program.tables.indices.filter { sample.isData($0) }.flatMap { sample.sheets($0) }, failures)
    }

    func isData(_ table: Int) -> Bool { if case .data = program.tables[table].kind { true } else { false } }

    private func schema(_ table: Int, _ column: Int) -> ColumnSchema? {
        program.tables[table].columns[column].schema
    }

    func isReferredTo(_ table: Int) -> Bool { program.tables.indices.contains { targets($0).contains(table) } }

    // MARK: Sizes

    /// The tables that are data, each after those to which it refers, and where that can be after those whose texts it
    /// holds.
    func order() -> [Int] {
        var left = program.tables.indices.filter(isData)
        var order: [Int] = []
        func isReady(_ table: Int, _ before: [Int]) -> Bool {
            before.allSatisfy { $0 == table || !left.contains($0) }
        }
        while !left.isEmpty {
            let ready = left.filter { isReady($0, targets($0)) }
            let next = ready.first { isReady($0, held($0)) } ?? ready.first ?? left[0]
            left.removeAll { $0 == next }
            order.append(next)
        }
        return order
    }

    /// The tables whose texts the rows of a table hold.
    private func held(_ table: Int) -> [Int] {
        demands[table].partners.map(\.table)
            + stored[table].compactMap { words.kin[ColumnReference(table, $0.column)]?.table }
    }

    func targets(_ table: Int) -> [Int] {
        stored[table].compactMap { item in
            if case .reference(let target) = item.schema.kind { target } else { nil }
        }
    }

    /// Assessed tables have the wanted size, tables above them or beside them a twelfth of it, records four times as many.
    private func rowCount(_ table: Int) -> Int { max(plainRowCount(table), words.named[table] ?? 0) }

    private func plainRowCount(_ table: Int) -> Int {
        if program.tables[table].assessment != nil { return size }
        let isAbove = program.tables.indices.contains { $0 != table && isData($0) && targets($0).contains(table) }
        let isBelow =
            !targets(table).isEmpty || stored[table].contains { words.kin[ColumnReference(table, $0.column)] != nil }
        let hasOneKey = program.tables[table].keys.count == 1
        if hasOneKey && (isAbove || !isBelow) { return max(2, size / 12) }
        return isBelow || !program.tables[table].keys.isEmpty ? size * 4 : size
    }

    /// Of a table that has a row for each combination of others so many.
    var mostCombinations: Int { size * 20 + 200 }

    // MARK: Rows

    private mutating func fill(_ table: Int) {
        var seen = Set<[String]>()
        var made: [[String]] = []
        if let whole = product(table) {
            rows[table] = whole
            arrange(table)
            return
        }
        for index in 0..<rowCount(table) {
            for _ in 0..<20 {
                let row = self.row(table, index)
                let key = key(of: row, table)
                if key.isEmpty || seen.insert(key).inserted {
                    made.append(row)
                    break
                }
            }
        }
        rows[table] = made
        arrange(table)
    }

    /// After rows of a table have been made or changed: what they owe one another.
    mutating func arrange(_ table: Int) {
        rows[table] = completed(oneSheetForEachLine(rows[table]!, table), table)
        shareTotals(table)
        keys[table] = rows[table]!.map { key(of: $0, table) }
    }

    /// A line of a wide sheet stands on one sheet: its cells agree in the column that the sheet's name gives.
    private func oneSheetForEachLine(_ rows: [[String]], _ table: Int) -> [[String]] {
        let stored = stored[table]
        guard let sheet = stored.firstIndex(where: { $0.schema.origin == .sheet }),
            let wide = wide(table),
            !program.tables[table].keys.contains(stored[sheet].column)
        else { return rows }
        let others = keyPositions[table].filter { $0 != wide }
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
            guard combinations.count * values.count <= mostCombinations else { return nil }
            combinations = combinations.flatMap { known in values.map { known + [$0] } }
        }
        let stored = stored[table].map(\.column)
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
        case .text, .number, .ratio, .date, .month:
            let reference = ColumnReference(table, column)
            if let kin = words.kin[reference], let texts = texts(of: kin) { return texts }
            return words.words[reference]
        }
    }

    /// The different texts of a column, once its table is made.
    private mutating func texts(of column: ColumnReference) -> [String]? {
        if let known = columnTexts[column] { return known }
        guard let rows = rows[column.table], let position = position(column.table, column.column) else { return nil }
        var seen = Set<String>()
        let texts = rows.map { $0[position] }.filter { !$0.isEmpty && seen.insert($0).inserted }
        guard !texts.isEmpty else { return nil }
        columnTexts[column] = texts
        return texts
    }

    /// The keys of a table as cells that refer to its rows. Once rows refer to them they stay.
    private mutating func referable(_ table: Int) -> [String] {
        if let known = references[table] { return known }
        let made = keys[table]
        let texts = (made ?? lookupKeys(table)).map(Self.reference)
        if made != nil || !isData(table) { references[table] = texts }
        return texts
    }

    /// The key of a row; empty where the table has none.
    func key(of row: [String], _ table: Int) -> [String] { keyPositions[table].map { row[$0] } }

    /// The same as a cell that refers to the row.
    func reference(to row: [String], _ table: Int) -> String { Self.reference(key(of: row, table)) }

    private static func reference(_ key: [String]) -> String { key.joined(separator: " ") }

    mutating func row(_ table: Int, _ index: Int) -> [String] {
        let keys = program.tables[table].keys
        // Records go round: everybody has some, and of each kind, as far as there are enough.
        var turn = index
        var goesRound = keys.isEmpty
        var row = stored[table].map { column, schema in
            let reference = ColumnReference(table, column)
            let known = words.words[reference] ?? []
            let keepsTo = words.lookedUp.contains(reference)
            if keys.count == 1, keys[0] == column, case .text = schema.kind {
                return index < known.count ? known[index] : key(table, index)
            }
            let isRelated = words.kin[reference] != nil
            let all = goesRound || isRelated ? values(table, column, schema) ?? [] : []
            switch schema.kind {
            case .text where isRelated && !goesRound && !all.isEmpty: return all[dice.below(all.count)]
            case .text where isRelated && !all.isEmpty, .reference where !all.isEmpty,
                .choice where !all.isEmpty && turn != index:
                let text = all[turn % all.count]
                turn /= all.count
                if case .choice = schema.kind { goesRound = false }
                if turn == index { turn += 1 }
                return text
            case .reference, .choice, .text, .yesno, .number, .ratio, .date, .month: break
            }
            let text = cell(table, column, schema, isKey: keys.contains(column))
            switch schema.kind {
            case .text, .number, .date:
                return !text.isEmpty && !known.isEmpty && (keepsTo || dice.chance(90))
                    ? known[dice.below(known.count)] : text
            case .yesno, .ratio, .month, .choice, .reference: return text
            }
        }
        for partner in demands[table].partners {
            guard let others = rows[partner.table], !others.isEmpty else { continue }
            let other = others[dice.below(others.count)]
            for (own, its) in partner.columns {
                if let to = position(table, own), let from = position(partner.table, its) { row[to] = other[from] }
            }
        }
        return row
    }

    /// Where the cells of a stored column stand in the rows of its table.
    func position(_ table: Int, _ column: Int) -> Int? { stored[table].firstIndex { $0.column == column } }

    private func key(_ table: Int, _ index: Int) -> String {
        let width = String(rowCount(table)).count
        let number = String(index + 1)
        let padded = String(repeating: "0", count: max(0, width - number.count)) + number
        return program.tables[table].assessment != nil ? "T" + padded : program.tables[table].name + padded
    }

    mutating func cell(_ table: Int, _ column: Int, _ schema: ColumnSchema, isKey: Bool) -> String {
        if !isKey, schema.origin == .cell {
            if schema.defaultValue != nil, dice.chance(60) { return "" }
            if schema.optional, dice.chance(20) { return "" }
        }
        var text = thrown(table, schema, 2)
        // Halves, then hundredths.
        for turn in 0..<Self.tries {
            if isAccepted(text, table, column, schema) { break }
            text = thrown(table, schema, turn < Self.tries / 4 ? 2 : 100)
        }
        return text
    }

    /// A cell may need so many throws until it keeps what is demanded of it alone.
    private static let tries = 200

    /// Whether a cell keeps the rules of its table that read no other.
    private func isAccepted(_ text: String, _ table: Int, _ column: Int, _ schema: ColumnSchema) -> Bool {
        guard let conditions = demands[table].own[column] else { return true }
        let value: Value? =
            switch schema.kind {
            case .number: Number(decimal: text).map(Value.number)
            case .date: CalendarDate(text: text).map(Value.date)
            default: nil
            }
        guard let value else { return true }
        trial.data.tables[table].columns[column] = Column([value])
        return trial.with(table, 0) { conditions.allSatisfy { trial.value($0) == .bool(true) } }
    }

    private mutating func thrown(_ table: Int, _ schema: ColumnSchema, _ steps: Int) -> String {
        switch schema.kind {
        case .text: return isPersonName(schema.header) ? name() : text(schema.header)
        case .yesno: return dice.chance(20) ? "是" : "否"
        case .number(let whole): return number(schema, steps: whole ? 1 : steps)
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
    private mutating func number(_ schema: ColumnSchema, steps: Int) -> String {
        let low = schema.low?.number ?? schema.high?.number.map { min(0, $0 - 100) } ?? 0
        let high = schema.high?.number ?? low + 100
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
}
