import Diagnostics
import RuleSemantics
import Tables

/// The sample's rows as sheets: long tables as they are, wide ones widened, those by month divided.
extension SampleData {
    /// Which rows of which tables messages speak of.
    func positions(_ problems: [Diagnostic], _ data: Dataset) -> [Int: Set<Int>] {
        var rowOf: [DataPlace: (table: Int, row: Int)] = [:]
        for table in data.tables.indices {
            for row in 0..<data.tables[table].rowCount {
                if case .data(var place) = data.place(table: table, row: row) {
                    place.column = nil
                    rowOf[place] = (table, row)
                }
            }
        }
        var found: [Int: Set<Int>] = [:]
        for problem in problems {
            guard case .data(var place) = problem.place else { continue }
            place.column = nil
            if let row = rowOf[place] { found[row.table, default: []].insert(row.row) }
        }
        return found
    }
}

extension SampleData.Sheet {
    /// The sheet as the readers would give it.
    var raw: RawTable {
        var table = RawTable(name: name, file: name + ".csv", bytes: [], headers: headers)
        for (index, row) in rows.enumerated() {
            for cell in row {
                table.starts.append(Int32(table.bytes.count))
                table.bytes += Array(cell.utf8)
                table.ends.append(Int32(table.bytes.count))
            }
            table.rowNumbers.append(Int32(index + 2))
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
