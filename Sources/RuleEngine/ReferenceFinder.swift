import Diagnostics
import RuleSemantics
import Tables

/// Finds the row of a table that a cell names by its key or, where no row has that key, by its name.
struct ReferenceFinder {
    private let program: Program
    private let target: Int
    private let rows: RowsByKey
    private var names: NameFinder?

    init(_ program: Program, _ target: Int, _ rows: RowsByKey) {
        self.program = program
        self.target = target
        self.rows = rows
    }

    /// The row that a cell names, if there is one, and how it was typed, if in another way, with how it is plainly written.
    struct Found {
        var row: Int?
        var conversion: (Conversion, text: String)?
    }

    mutating func find(_ key: String, _ data: Dataset) -> Found {
        let folded = foldedKey(key)
        if let row = rows.row(folded) {
            return Found(row: row, conversion: folded != key && FoldedText(key).isWidened ? (.fullWidth, folded) : nil)
        }
        let named = named(key, data)
        guard named.count == 1 else { return Found() }
        return Found(row: named[0], conversion: (.name, program.rowText(target, named[0], data)))
    }

    /// What is wrong with cells each of which names no row, or several.
    mutating func problems(_ cells: [String], column: String, _ data: Dataset) -> [DataProblem] {
        let table = program.tables[target].name
        let near = cells.isEmpty ? NearKeys([], []) : NearKeys(cells, rows.keys)
        return cells.map { cell in
            let named = named(cell, data)
            return named.isEmpty
                ? .unknownReference(cell, column: column, table: table, nearest: near.meant(by: cell))
                : .severalNamed(
                    cell, column: column, table: table, keys: named.map { program.rowText(target, $0, data) })
        }
    }

    private mutating func named(_ key: String, _ data: Dataset) -> [Int] {
        if rows.isEmpty { return [] }
        let names = names ?? NameFinder(program.tables[target], data.tables[target])
        self.names = names
        return names.rows(key)
    }
}

/// The rows of a table by their folded keys.
enum RowsByKey {
    case dictionary([String: Int])
    /// Of plain keys, each of which is as it is when it is folded.
    case table(KeyTable)

    func row(_ key: String) -> Int? {
        switch self {
        case .dictionary(let rows): return rows[key]
        case .table(let table):
            let row = unsafe Array(key.utf8).withUnsafeBytes { unsafe table.row($0, 0, $0.count) }
            return row < 0 ? nil : Int(row)
        }
    }

    var isEmpty: Bool {
        switch self {
        case .dictionary(let rows): rows.isEmpty
        case .table(let table): table.keys.count == 0
        }
    }

    var keys: [String] {
        switch self {
        case .dictionary(let rows): Array(rows.keys)
        case .table(let table):
            (0..<table.keys.count).compactMap { if case .text(let key) = table.keys[$0] { key } else { nil } }
        }
    }
}

/// The rows of a table by the names of what they stand for, for cells that hold a name where the key should stand.
struct NameFinder {
    private var rowsByName: [String: [Int]] = [:]

    init(_ table: ProgramTable, _ data: Dataset.Table) {
        guard let column = Self.column(of: table), let values = data.columns[column] else { return }
        for (row, value) in values.enumerated() {
            if case .text(let name) = value { rowsByName[foldedKey(name), default: []].append(row) }
        }
    }

    /// The column in which the name stands: the text column called so, or else the only one beside the key.
    static func column(of table: ProgramTable) -> Int? {
        guard case .data = table.kind, table.keys.count == 1 else { return nil }
        var texts: [Int] = []
        var named: [Int] = []
        for (index, column) in table.columns.enumerated() where !table.keys.contains(index) {
            guard let schema = column.schema, schema.kind == .text else { continue }
            texts.append(index)
            if headers.contains(schema.header.lowercased()) { named.append(index) }
        }
        let candidates = named.isEmpty ? texts : named
        return candidates.count == 1 ? candidates[0] : nil
    }

    private static let headers: Set<String> = ["姓名", "名字", "教师姓名", "学生姓名", "name", "full name"]

    func rows(_ name: String) -> [Int] { rowsByName[foldedKey(name)] ?? [] }
}

/// Keys that may be meant where one is written that there is not.
struct NearKeys {
    private let keys: [String]
    /// Keys by how they are written in small letters, and by that without the zeros in front: those that may be meant.
    private var lowered: [String: String] = [:]
    private var bare: [String: String] = [:]

    /// Among more keys none that is only nearly the same is looked for.
    private static let limit = 5000

    /// Of all keys those that may be meant by cells.
    init(_ cells: [String], _ keys: [String]) {
        self.keys = keys
        let wanted = Set(cells.map(Self.small))
        let wantedBare = Set(wanted.map(Self.bare))
        for key in keys {
            let small = key.lowercased()
            if wanted.contains(small) { lowered[small] = min(lowered[small] ?? key, key) }
            let rest = Self.bare(small)
            if wantedBare.contains(rest) { bare[rest] = min(bare[rest] ?? key, key) }
        }
    }

    private static func small(_ cell: String) -> String { foldedKey(cell).lowercased() }

    /// Spreadsheets drop the zeros in front of numbers.
    private static func bare(_ key: String) -> String { String(key.drop { $0 == "0" }) }

    /// A key that may be meant by one of the cells: numbers that differ are simply other people.
    func meant(by cell: String) -> String? {
        let small = Self.small(cell)
        if let same = lowered[small] { return same }
        let rest = Self.bare(small)
        if !rest.isEmpty, let same = bare[rest] { return same }
        if cell.contains(where: \.isNumber) || keys.count > Self.limit { return nil }
        return nearest(cell, in: keys)
    }
}
