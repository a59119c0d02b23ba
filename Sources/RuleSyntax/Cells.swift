package import Diagnostics

/// A cell of a row in the rules file: text between two blanks or tabs. Nothing in it is folded.
package struct Cell: Hashable, Sendable {
    package var text: String
    package var range: SourceRange
    /// Written in quotes: its text is meant as it stands, a `-` included.
    package var quoted: Bool

    package init(text: String, range: SourceRange, quoted: Bool) {
        self.text = text
        self.range = range
        self.quoted = quoted
    }

    /// `-` or `—` alone: no value.
    package var isEmpty: Bool { !quoted && (text == "-" || text == "—" || text == "－") }

    /// `新增 国家`, `删去 县`: the word, and what it speaks of.
    var marked: (word: Keyword?, label: Name) {
        guard !quoted, let blank = text.firstIndex(of: " "), let word = Keyword(word: String(text[..<blank])),
            word == .new || word == .remove
        else { return (nil, Name(text, range)) }
        let label = text[text.index(after: blank)...]
        return (word, Name(String(label), SourceRange(range.end - label.utf8.count, range.end)))
    }
}

extension Lexer {
    /// The cells of a row. They are parted by two blanks, a tab or a full-width space; one blank stays inside a cell.
    package func cells(of range: SourceRange) -> [Cell] {
        let scalars = Scalars(source.bytes[range.start..<range.end])
        let items = scalars.items
        var cells: [Cell] = []
        var quotes = QuoteFinder(scalars)
        var index = 0
        while index < items.count {
            if Scalars.isBlank(items[index].scalar) {
                index += 1
                continue
            }
            if items[index].folded == "#" { break }
            let start = index
            if let end = quotes.closing(index) {
                index = end + 1
                let range = SourceRange(scalars.offset(start), scalars.offset(index))
                // Text directly after the closing quote would be lost: the whole is then one unquoted cell.
                if index == items.count || Scalars.isBlank(items[index].scalar) {
                    cells.append(Cell(text: scalars.text(start + 1, end), range: range, quoted: true))
                    continue
                }
                index = start
            }
            var end = index
            var gap = 0
            while index < items.count {
                let scalar = items[index].scalar
                if scalar == "\t" {
                    gap += 2
                } else if let width = Scalars.blankWidth(scalar) {
                    gap += width
                } else {
                    if gap >= 2 || (gap > 0 && items[index].folded == "#") { break }
                    gap = 0
                    end = index + 1
                }
                index += 1
            }
            let range = SourceRange(scalars.offset(start), scalars.offset(end))
            cells.append(Cell(text: scalars.text(start, end), range: range, quoted: false))
        }
        return cells
    }

    /// The range of a row without a comment at its end: within a cell `#` is a sign like any other.
    func row(_ range: SourceRange) -> SourceRange {
        SourceRange(range.start, cells(of: range).last?.range.end ?? range.start)
    }
}
