import Diagnostics
import RuleSemantics
import Tables

/// The rows of lookups as data: wide keys cannot be shown as values and stay empty in the key columns.
struct LookupData {
    struct Loaded {
        var table: Dataset.Table
        /// Key texts still to be found in the tables that key columns refer to.
        var references: [(column: Int, keys: [String?])]
        var ranges: [SourceRange]
    }

    let program: Program

    init(_ program: Program) {
        self.program = program
    }

    func table(_ index: Int) -> Loaded? {
        guard case .lookup(let lookup) = program.tables[index].kind else { return nil }
        let columns = program.tables[index].columns
        let keyCount = program.tables[index].keys.count
        var table = Dataset.Table(columns: Array(repeating: nil, count: columns.count))
        table.rowCount = lookup.rows.count
        table.rowPlaces = .rules(lookup.rows.map(\.range))
        table.place = .rules(program.tables[index].range)
        var references: [(column: Int, keys: [String?])] = []
        for column in columns.indices {
            let values = lookup.rows.map { row -> Value in
                if column >= keyCount { return row.values[column - keyCount] }
                if case .value(let value) = row.keys[column] { return value }
                return .missing
            }
            if case .row = columns[column].type.kind {
                references.append(
                    (column, values.map { value in if case .text(let text) = value { text } else { nil } }))
                table.columns[column] = Column(repeating: .missing, count: values.count)
            } else {
                table.columns[column] = Column(packing: values)
            }
        }
        return Loaded(table: table, references: references, ranges: lookup.rows.map(\.range))
    }
}
