import RuleSyntax

/// A line that is neither blank nor a comment, with the lines below it that are indented more.
final class TextLine {
    let column: Int
    let signs: [Sign]
    var children: [TextLine] = []

    private init(column: Int, signs: [Sign]) {
        self.column = column
        self.signs = signs
    }

    /// The lines of a text as a tree: a line's parent is the nearest line above that is indented less.
    static func tree(_ text: String) -> [TextLine] {
        let root = TextLine(column: -1, signs: [])
        var open = [root]
        for part in text.unicodeScalars.split(separator: "\n") {
            let line = part.last == "\r" ? part.dropLast() : part
            guard let content = content(line) else { continue }
            while let last = open.last, last.column >= content.column { open.removeLast() }
            open[open.count - 1].children.append(content)
            open.append(content)
        }
        return root.children
    }

    private static func content(_ line: Substring.UnicodeScalarView) -> TextLine? {
        var column = 0
        var rest = line
        while let first = rest.first {
            if first == "\t" {
                column = (column / 4 + 1) * 4
            } else if let width = Sign.width(first) {
                column += width
            } else {
                let signs = rest.map { Sign($0) }
                return signs[0].folded == "#" ? nil : TextLine(column: column, signs: signs)
            }
            rest.removeFirst()
        }
        return nil
    }

    /// The keyword the line begins with, 新增 before it left out; `nil` where it is a name that is being defined.
    func opening(definitionsAllowed: Bool) -> Keyword? {
        let words = LineWords(signs)
        guard let first = words.word(at: 0) else { return nil }
        var end = first.end
        var keyword = Keyword(word: first.text)
        if keyword == .new, !words.isEqualSign(after: end), let second = words.word(at: end) {
            keyword = Keyword(word: second.text)
            end = second.end
        }
        return definitionsAllowed && words.isEqualSign(after: end) ? nil : keyword
    }
}

/// The words at the beginning of a line.
private struct LineWords {
    let signs: [Sign]

    init(_ signs: [Sign]) {
        self.signs = signs
    }

    private func skip(_ position: Int) -> Int {
        signs[position...].firstIndex { !$0.isBlank } ?? signs.count
    }

    func word(at position: Int) -> (text: String, end: Int)? {
        let start = skip(position)
        guard start < signs.count, signs[start].isWordStart else { return nil }
        let end = signs[start...].firstIndex { !$0.isWordPart } ?? signs.count
        var text = String.UnicodeScalarView()
        text.append(contentsOf: signs[start..<end].map(\.folded))
        return (String(text), end)
    }

    func isEqualSign(after position: Int) -> Bool {
        let start = skip(position)
        return start < signs.count && signs[start].folded == "="
    }
}
