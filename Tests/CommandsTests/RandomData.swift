import RuleSemantics
import Tables

/// Data made at random for a program, without regard to what its rules make of them: rows may be tied, cells empty,
/// tables empty, and formulas may go wrong on them. Only the tables' own columns are obeyed.
struct RandomData {
    private let program: Program
    private var dice: Dice
    private var keys: [Int: [[String]]] = [:]
    private var sheets: [Int: RawTable] = [:]
    /// How many rows an assessed table has.
    private let size: Int
    private let style: Style
    private let mustHaveRows: Bool
    /// Whether few tables are empty, so that there is something to compare.
    private let isFull: Bool
    /// Whether the rows are more than a batch.
    private let isLarge: Bool

    private enum Style: CaseIterable {
        /// Few different values, so that much is equal.
        case tied
        case plain
        /// Many decimals, and where there are no bounds many digits.
        case long
    }

    static func make(_ program: Program, seed: UInt64) -> [RawTable] {
        var data = RandomData(program, seed)
        for table in program.tables.indices { data.fill(table) }
        return program.tables.indices.compactMap { data.sheets[$0] }
    }

    private init(_ program: Program, _ seed: UInt64) {
        self.program = program
        dice = Dice(state: seed ^ 0xDA7A)
        // The rows that a lookup names must be there.
        mustHaveRows = program.tables.contains { table in
            guard case .lookup(let lookup) = table.kind else { return false }
            return lookup.keyTypes.contains { if case .row = $0.kind { true } else { false } }
        }
        isLarge = RandomPlan.isLarge(seed)
        isFull = RandomPlan.isSound(seed)
        let sizes = mustHaveRows ? [4, 7, 12] : isFull ? [1, 2, 5, 8, 12] : [0, 1, 2, 5, 8, 12]
        size = isLarge ? 2_100 : sizes.randomElement(using: &dice)!
        style = Style.allCases.randomElement(using: &dice)!
    }

    private mutating func below(_ bound: Int) -> Int { Int(dice.next() % UInt64(bound)) }

    private mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    private func stored(_ table: Int) -> [(column: Int, schema: ColumnSchema)] {
        program.tables[table].columns.enumerated().compactMap { index, column in column.schema.map { (index, $0) } }
    }

    /// Fills a table, those to which it refers first.
    private mutating func fill(_ table: Int) {
        guard case .data = program.tables[table].kind, sheets[table] == nil else { return }
        let stored = stored(table)
        var raw = RawTable(
            name: program.tables[table].sheet, file: program.tables[table].sheet + ".csv", bytes: [],
            headers: stored.map(\.schema.header))
        sheets[table] = raw
        var targets: [Int] = []
        for (_, schema) in stored { if case .reference(let target) = schema.kind { targets.append(target) } }
        for target in targets { fill(target) }
        let isRecord = !targets.isEmpty && program.tables[table].keys.isEmpty
        let isEmpty = !mustHaveRows && !isLarge && chance(isFull ? 3 : 8)
        let full = isRecord && !isLarge ? size * 3 : targets.isEmpty ? min(size, 4) : size
        let count = isEmpty ? 0 : full
        var known: [[String]] = []
        var taken = Set<[String]>()
        for row in 0..<count {
            let cells = stored.map { cell($0.column, $0.schema, table, row) }
            let key = program.tables[table].keys.map { key in cells[stored.firstIndex { $0.column == key }!] }
            // A row that would refer to nothing, or bear the key of another, cannot be.
            guard !cells.contains(nil), key.isEmpty || taken.insert(key.map { $0! }).inserted else { continue }
            known.append(key.map { $0! })
            raw.append(cells.map { $0! }, number: row + 2)
        }
        keys[table] = known
        sheets[table] = raw
    }

    private mutating func cell(_ column: Int, _ schema: ColumnSchema, _ table: Int, _ row: Int) -> String? {
        if schema.optional || schema.defaultValue != nil, chance(25) { return "" }
        let isName = program.tables[table].keys == [column]
        switch schema.kind {
        case .text: return isName ? "\(program.tables[table].name)\(row + 1)" : "文\(below(4))"
        case .yesno: return chance(50) ? "是" : "否"
        case .number(let whole): return number(schema, whole: whole)
        case .ratio: return "\(below((schema.high?.number ?? 1) < 1 ? 31 : 101))%"
        case .date: return date()
        case .month: return "202\(5 + below(2))年\(below(12) + 1)月"
        case .choice(let labels): return labels[below(labels.count)]
        case .reference(let target):
            guard let known = keys[target] ?? words(target), !known.isEmpty else { return schema.optional ? "" : nil }
            return known[below(known.count)].joined(separator: " ")
        }
    }

    /// The keys of a lookup to whose rows the data refer.
    private func words(_ table: Int) -> [[String]]? {
        guard case .lookup(let lookup) = program.tables[table].kind else { return nil }
        return lookup.rows.compactMap { row in
            guard case .value(.choice(let label))? = row.keys.first, case .choice(let list) = lookup.keyTypes[0].kind
            else { return nil }
            return [program.choices[list].labels[label]]
        }
    }

    private mutating func number(_ schema: ColumnSchema, whole: Bool) -> String {
        let low = schema.low?.number?.ceiling.toInt() ?? -20
        let high = schema.high?.number?.toInt() ?? 200
        let isOpen = schema.low == nil
        let value = low + below(style == .tied ? min(3, high - low + 1) : high - low + 1)
        if style == .long, isOpen, chance(50) {
            return "\(value)\(1_000_000_000 + below(1_000_000_000))\(whole ? "" : ".\(below(900_000) + 100_000)")"
        }
        if whole || value == high || value < 0 || style == .tied { return "\(value)" }
        if style == .long { return "\(value).\(below(900_000_000) + 100_000_000)" }
        return chance(40) ? "\(value).\(["5", "25", "1", "333"][below(4)])" : "\(value)"
    }

    private mutating func date() -> String {
        let month = below(12) + 1
        let day = below(28) + 1
        let year = style == .tied ? 2026 : 2022 + below(5)
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
}
