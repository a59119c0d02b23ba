import Diagnostics
import RuleSemantics
package import Tables

/// The sample's rows as sheets: long tables as they are, wide ones widened, those by month divided.
extension SampleData {
    /// One sheet, or several where a column comes from the sheet's name; a wide table has a column for each word.
    func sheets(_ table: Int) -> [Sheet] {
        let stored = stored[table]
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

    func sheet(_ table: Int, _ name: String, _ schemas: [ColumnSchema], _ rows: [[String]]) -> Sheet {
        let wide = schemas.firstIndex { if case .headers = $0.origin { true } else { false } }
        guard let wide, wide + 1 < schemas.count else {
            return Sheet(table: table, name: name, headers: schemas.map(\.header), rows: rows)
        }
        // The word and its cell stand side by side; the rows that share the rest become one.
        let kept = schemas.indices.filter { $0 != wide && $0 != wide + 1 }
        var words: [String] = []
        var order: [[String]] = []
        var seen = Set<String>()
        var cells: [[String]: [String: String]] = [:]
        for row in rows {
            if seen.insert(row[wide]).inserted { words.append(row[wide]) }
            let line = kept.map { row[$0] }
            if cells[line] == nil { order.append(line) }
            cells[line, default: [:]][row[wide]] = row[wide + 1]
        }
        return Sheet(
            table: table, name: name, headers: kept.map { schemas[$0].header } + words,
            rows: order.map { line in line + words.map { cells[line]?[$0] ?? "" } })
    }

    /// A line of a wide sheet has a cell for every word of its sheet, of which some may be empty.
    mutating func completed(_ rows: [[String]], _ table: Int) -> [[String]] {
        let schemas = stored[table].map(\.schema)
        guard let wide = wide(table) else { return rows }
        let sheet = schemas.firstIndex { $0.origin == .sheet }
        let kept = schemas.indices.filter { $0 != wide && $0 != wide + 1 }
        var lines: [[String]] = []
        var cells: [[String]: [String: String]] = [:]
        var found: [String: Set<String>] = [:]
        for row in rows {
            let line = kept.map { row[$0] }
            if cells[line] == nil { lines.append(line) }
            cells[line, default: [:]][row[wide]] = row[wide + 1]
            found[sheet.map { row[$0] } ?? "", default: []].insert(row[wide])
        }
        let listed = found.mapValues { Array($0.sorted()) }
        let mayBeEmpty = schemas[wide + 1].optional || schemas[wide + 1].defaultValue != nil
        var count = 0
        return lines.flatMap { line -> [[String]] in
            // Everybody beside everybody would be without bound.
            if count > mostCombinations { return [] }
            var row = Array(repeating: "", count: schemas.count)
            for (position, text) in zip(kept, line) { row[position] = text }
            var words = listed[sheet.map { row[$0] } ?? ""] ?? []
            if case .choice(let labels) = schemas[wide].kind { words = labels }
            count += words.count
            return words.map { word in
                row[wide] = word
                row[wide + 1] = cells[line]?[word] ?? (mayBeEmpty ? "" : filled(table, wide + 1))
                return row
            }
        }
    }

    private mutating func filled(_ table: Int, _ position: Int) -> String {
        cell(table, stored[table][position].column, stored[table][position].schema, isKey: false)
    }

    /// Where the words stand that a wide sheet has as headers; their cells stand behind them.
    func wide(_ table: Int) -> Int? {
        stored[table].firstIndex { if case .headers = $0.schema.origin { true } else { false } }
    }
}

extension SampleData.Sheet {
    static func file(_ name: String) -> String { name + ".csv" }
    /// The first row below the names of the columns.
    static let firstRow = 2

    /// The sheet as the readers would give it.
    package var raw: RawTable {
        var table = RawTable(name: name, file: Self.file(name), bytes: [], headers: headers)
        for (index, row) in rows.enumerated() {
            for cell in row {
                table.starts.append(Int32(table.bytes.count))
                table.bytes += Array(cell.utf8)
                table.ends.append(Int32(table.bytes.count))
            }
            table.rowNumbers.append(Int32(index + Self.firstRow))
        }
        return table
    }
}

/// Small reproducible random numbers (SplitMix64, Steele, Lea and Flood 2014).
struct SampleDice {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    /// A whole number from 0 up to, but without, the bound.
    mutating func below(_ bound: Int) -> Int { bound <= 1 ? 0 : Int(next() % UInt64(bound)) }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
}
