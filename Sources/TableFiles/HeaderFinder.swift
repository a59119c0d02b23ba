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
        /// How sure it is: 0 where no name is known.
        var score = 0
        /// The first row above it that looks like no title, and whether that names columns, too.
        var above: (row: Int, namesColumns: Bool)?
    }

    /// So many rows at the top may be titles.
    static let searchedRows = 20

    /// The header among the first rows, each as its texts by position. `spans` says which position's text also heads
    /// the positions behind it in a row: merged cells.
    func find(_ rows: [[String]], spanned: [[String]]) -> Header? {
        // As most files are: no row can know more names.
        if let first = rows.first, rows.allSatisfy({ $0.count <= first.count }) {
            let names = first.map(Self.name)
            if !names.isEmpty, names.allSatisfy(known.contains) {
                return Header(row: 0, depth: 1, names: names, score: names.count * 2)
            }
        }
        let names = rows.prefix(Self.searchedRows + 1).map { $0.map(Self.name) }
        // A name counts once: a heading over several columns with nothing below them says it again and again.
        func knownNames(_ names: [String]) -> Int { Set(names).count(where: known.contains) }
        let counts = names.map(knownNames)
        let hasHeadings = known.contains { $0.contains("/") }
        var best: Header?
        func consider(_ header: Header) {
            var header = header
            header.score = knownNames(header.names) * 2 - (header.depth - 1)
            if header.score > best?.score ?? 0 { best = header }
        }
        for index in rows.indices.prefix(Self.searchedRows) {
            if counts[index] * 2 > best?.score ?? 0 {
                best = Header(row: index, depth: 1, names: names[index], score: counts[index] * 2)
            }
            // Two rows say together what neither says alone only where names have headings.
            if index + 1 < rows.count, hasHeadings || counts[index] + counts[index + 1] > 0 {
                consider(
                    Header(row: index, depth: 2, names: joined(spanned[index], rows[index + 1], spanned[index + 1])))
            }
        }
        if var best {
            best.above = rowAbove(best, names, counts)
            return best
        }
        // Nothing is known: the first row with a text is as good as any.
        guard let first = rows.firstIndex(where: { row in row.contains { !$0.isEmpty } }) else { return nil }
        return Header(row: first, depth: 1, names: rows[first].map(Self.name))
    }

    /// A row above the header that names columns itself, or is filled in like a record: titles are not.
    private func rowAbove(
        _ header: Header, _ names: [[String]], _ counts: [Int]
    ) -> (row: Int, namesColumns: Bool)? {
        let width = header.names.count { !$0.isEmpty }
        for row in 0..<header.row {
            if counts[row] >= 2 { return (row, true) }
            let filled = names[row].filter { !$0.isEmpty }
            if width >= 3, filled.count >= width, !filled.contains(where: Self.isLabel) { return (row, false) }
        }
        return nil
    }

    /// Whether a text says what stands behind it, `填表人：`, `日期:9月1日`, as titles do; `8:30` does not.
    private static func isLabel(_ text: String) -> Bool {
        if text.contains("：") { return true }
        guard let colon = text.firstIndex(of: ":"), colon > text.startIndex else { return false }
        return !text[text.index(before: colon)].isNumber
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
        if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x80 }) { return text }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
