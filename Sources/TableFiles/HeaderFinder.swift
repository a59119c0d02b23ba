/// Finds the row, or the two rows, that name the columns: above them may stand titles, and a heading may span the
/// names below it, `校本培训/考勤`.
struct HeaderFinder {
    /// The headers that the rules know, of all tables.
    let known: Set<String>

    struct Header {
        /// How many rows, from the first given, stand above it.
        var row: Int
        /// One row, or two.
        var depth: Int
        /// The names by position; empty where no name stands.
        var names: [String]
    }

    /// So many rows at the top may be titles.
    static let searchedRows = 20

    /// The header among the first rows, each as its texts by position. `spans` says which position's text also heads
    /// the positions behind it in a row: merged cells.
    func find(_ rows: [[String]], spanned: [[String]]) -> Header? {
        var best: (header: Header, score: Int)?
        func consider(_ header: Header) {
            let score = header.names.count { known.contains($0) } * 2 - (header.depth - 1)
            if score > 0, best.map({ score > $0.score }) ?? true { best = (header, score) }
        }
        for (index, row) in rows.prefix(Self.searchedRows).enumerated() {
            consider(Header(row: index, depth: 1, names: row.map(Self.name)))
            if index + 1 < rows.count {
                consider(
                    Header(row: index, depth: 2, names: joined(spanned[index], rows[index + 1], spanned[index + 1])))
            }
        }
        if let best { return best.header }
        // Nothing is known: the first row with a text is as good as any.
        guard let first = rows.firstIndex(where: { row in row.contains { !$0.isEmpty } }) else { return nil }
        return Header(row: first, depth: 1, names: rows[first].map(Self.name))
    }

    /// The names of two rows: the heading, a stroke, the name below; one alone where the other is empty or the same.
    private func joined(_ above: [String], _ below: [String], _ belowSpanned: [String]) -> [String] {
        (0..<max(above.count, below.count)).map { position in
            let heading = position < above.count ? Self.name(above[position]) : ""
            let own = position < below.count ? Self.name(below[position]) : ""
            if own.isEmpty || own == heading { return heading }
            if heading.isEmpty { return own }
            // A name that is known by itself needs no heading.
            let whole = "\(heading)/\(own)"
            return known.contains(whole) || !known.contains(own) ? whole : own
        }
    }

    /// A header as it is compared: blanks and line ends inside folded to one blank.
    static func name(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
