import Diagnostics
import RuleSemantics
import Tables

/// Finds texts that make several groups although they are alike: `高一(1)班` and `高一（1）班`.
struct GroupCheck {
    private(set) var problems: [Diagnostic] = []
    private let data: Dataset

    init(_ program: Program, _ data: Dataset) {
        self.data = data
        let columns = GroupKeys(program).columns
        for (table, definition) in program.tables.enumerated() {
            guard case .data = definition.kind else { continue }
            for (column, value) in definition.columns.enumerated() {
                // The keys of rows the `KeyCheck` compares.
                guard let schema = value.schema, schema.kind == .text, definition.keys != [column],
                    columns.contains(ColumnReference(table, column))
                else { continue }
                compare(table, column, schema.header)
            }
        }
    }

    private mutating func compare(_ table: Int, _ column: Int, _ header: String) {
        let count = data.tables[table].rowCount
        guard let values = data.tables[table].columns[column], values.count == count, values.hasFoldedTexts else {
            return
        }
        var firsts: [String: Int] = [:]
        var tally = ColumnTally()
        // Each text is looked at where it stands first.
        for row in KeyIndex.numbering([values.slice(0, count)], count).index.firsts.map(Int.init) {
            guard case .text(let text) = values[row] else { continue }
            let folded = foldedKey(text)
            guard let first = firsts[folded] else {
                firsts[folded] = row
                continue
            }
            guard tally.isTold(), case .text(let other) = values[first] else { continue }
            let problem = DataProblem.similarGroup(
                text, column: header, other: other,
                first: data.rowName(table: table, first, besides: row))
            problems.append(Diagnostic(problem, at: data.place(table: table, row: row)))
        }
    }
}
