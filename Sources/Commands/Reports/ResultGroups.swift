import RuleEngine
import Tables

extension Result.Sheet {
    /// Whether a column says in each row what its group is called under a header. A column of the same header may hold
    /// something else.
    func shows(_ groupHeader: Int, in column: Int) -> Bool {
        columns[column].header == groupHeaders[groupHeader]
            && groups.allSatisfy { group in
                group.rows.allSatisfy { rows[$0][column].exactText == group.name[groupHeader] }
            }
    }
}

extension Result.Cell {
    /// The exact number, or the text where there is none.
    var exactText: String { number?.description ?? text }
}
