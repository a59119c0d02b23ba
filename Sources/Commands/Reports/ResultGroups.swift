import RuleEngine
import Tables

extension Result.Sheet {
    /// Whether a column says in each row what its group is called under a header. A column of the same header may hold
    /// something else.
    func shows(_ groupHeader: Int, in column: Int) -> Bool {
        columns[column].header == groupHeaders[groupHeader]
            && groups.allSatisfy { group in
                rows.cells(ofColumn: column, group.rows).different.allSatisfy {
                    $0.exactText == group.name[groupHeader]
                }
            }
    }

    /// The groups of some rows, by their numbers, with those of the rows that are theirs.
    func groups(of range: Range<Int>) -> [(group: Int, rows: Range<Int>)] {
        // The last group that begins at or before the first row, by halving.
        var (first, end) = (0, groups.count)
        while end - first > 1 {
            let middle = (first + end) / 2
            if groups[middle].rows.lowerBound <= range.lowerBound { first = middle } else { end = middle }
        }
        return groups.indices[first...].lazy.map { ($0, groups[$0].rows.clamped(to: range)) }
            .prefix { groups[$0.0].rows.lowerBound < range.upperBound }.map { (group: $0.0, rows: $0.1) }
    }
}

extension Result.Cell {
    /// The exact number, or the text where there is none.
    var exactText: String { number?.description ?? text }
}
