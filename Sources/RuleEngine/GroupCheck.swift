import Diagnostics
import RuleSemantics
import Tables

/// Finds texts that are taken for different ones although they are alike, where rows are put into groups by them or they
/// are held against one another, in one table or in several: `高一(1)班` and `高一（1）班`.
struct GroupCheck {
    private(set) var problems: [Diagnostic] = []
    private let program: Program
    private let data: Dataset

    init(_ program: Program, _ data: Dataset) {
        self.program = program
        self.data = data
        for (columns, texts) in GroupKeys(program).classes() {
            // What the rules say stands first: the data are to be written as they are.
            let listed = columns.filter(isText).sorted { place($0) < place($1) }
            compare(listed, texts.sorted())
        }
        problems = problems.sortedByPlace()
    }

    /// Whether the texts of a column stand in the data or in a lookup.
    private func isText(_ column: ColumnReference) -> Bool {
        let table = program.tables[column.table]
        switch table.kind {
        case .data: return table.columns[column.column].schema?.kind == .text
        case .lookup: return table.keys.contains(column.column) && table.columns[column.column].type.kind == .text
        case .derived: return false
        }
    }

    private func place(_ column: ColumnReference) -> (Int, Int, Int) {
        (isOfRules(column) ? 0 : 1, column.table, column.column)
    }

    private func isOfRules(_ column: ColumnReference) -> Bool {
        if case .lookup = program.tables[column.table].kind { true } else { false }
    }

    private mutating func compare(_ columns: [ColumnReference], _ texts: [String]) {
        let members = columns.compactMap { column -> (column: ColumnReference, values: Column, count: Int)? in
            let count = data.tables[column.table].rowCount
            guard let values = data.tables[column.table].columns[column.column], values.count == count else {
                return nil
            }
            return (column, values, count)
        }
        guard members.contains(where: \.values.hasFoldedTexts) || texts.contains(where: { foldedKey($0) != $0 }) else {
            return
        }
        var firsts: [String: (text: String, column: ColumnReference?, row: Int)] = [:]
        for text in texts where firsts[foldedKey(text)] == nil { firsts[foldedKey(text)] = (text, nil, 0) }
        for (column, values, count) in members {
            var tally = ColumnTally()
            // The keys of rows the `KeyCheck` compares.
            let isKey = program.tables[column.table].keys == [column.column]
            // Each text is looked at where it stands first.
            for row in KeyIndex.numbering([values.slice(0, count)], count).index.firsts.map(Int.init) {
                guard case .text(let text) = values[row] else { continue }
                let folded = foldedKey(text)
                guard let first = firsts[folded] else {
                    firsts[folded] = (text, column, row)
                    continue
                }
                if first.text == text || isOfRules(column) || isKey && first.column == column { continue }
                guard tally.isTold() else { continue }
                let name = first.column.flatMap {
                    data.rowName(table: $0.table, first.row, besides: row, of: column.table)
                }
                let definition = program.tables[column.table].columns[column.column]
                problems.append(
                    Diagnostic(
                        DataProblem.similarGroup(
                            text, column: definition.schema?.header ?? definition.name, other: first.text, first: name),
                        at: data.place(table: column.table, row: row)))
            }
        }
    }
}
