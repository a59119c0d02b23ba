/// The numbers, as a spreadsheet counts them, of rows that lie beside one another but for blank ones between them.
package struct RowNumbers: Sendable {
    /// The number of the first row, were there no blank one before it.
    private let first: Int
    /// Where blank rows stand: before which row, and how many there are up to there.
    private var gaps: [(row: Int, skipped: Int)] = []

    init(first: Int) { self.first = first }

    /// How many blank rows there are.
    var skipped: Int { gaps.last?.skipped ?? 0 }

    /// Notes so many blank rows before a row, which is not before that of the blank rows noted last.
    mutating func skip(_ count: Int, before row: Int) {
        if let last = gaps.last, last.row == row {
            gaps[gaps.count - 1].skipped += count
        } else {
            gaps.append((row, skipped + count))
        }
    }

    func number(_ row: Int) -> Int {
        // The last of the gaps that are not behind the row.
        var (low, high) = (0, gaps.count)
        while low < high {
            let middle = (low + high) / 2
            if gaps[middle].row <= row { low = middle + 1 } else { high = middle }
        }
        return first + row + (low == 0 ? 0 : gaps[low - 1].skipped)
    }
}
