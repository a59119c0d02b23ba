/// A text after the layout step, with what its words are; every answer is worked out once a place.
final class SignText {
    struct Word {
        var end: Int
        var text: String
        /// The number of the keyword or function that it spells, or -1.
        var keyword: Int
        var function: Int
    }

    let signs: [Sign]
    private var skips: [Int]
    private var words: [Word?]

    init(_ signs: [Sign]) {
        self.signs = signs
        skips = Array(repeating: -1, count: signs.count + 1)
        words = Array(repeating: nil, count: signs.count + 1)
    }

    func isCharacter(_ position: Int) -> Bool { position < signs.count && signs[position].kind == .character }

    /// The folded character, or `nil` at a mark or at the end.
    func folded(_ position: Int) -> Unicode.Scalar? { isCharacter(position) ? signs[position].folded : nil }

    func isWordPart(_ position: Int) -> Bool { position < signs.count && signs[position].isWordPart }
    func isDigit(_ position: Int) -> Bool { position < signs.count && signs[position].isDigit }

    func foldedText(_ from: Int, _ to: Int) -> String {
        var view = String.UnicodeScalarView()
        for sign in signs[from..<to] { view.append(sign.folded) }
        return String(view)
    }

    /// The place of the next word or sign: behind blanks, comments and line ends inside a statement.
    func skip(_ position: Int) -> Int {
        if skips[position] >= 0 { return skips[position] }
        var place = position
        while place < signs.count {
            if signs[place].isBlank || signs[place].kind == .lineBreak {
                place += 1
            } else if folded(place) == "#" {
                while isCharacter(place) { place += 1 }
            } else {
                break
            }
        }
        skips[position] = place
        return place
    }

    /// The word that begins exactly here.
    func word(at start: Int) -> Word? {
        if let word = words[start] { return word }
        guard start < signs.count, signs[start].isWordStart else { return nil }
        var end = start
        while isWordPart(end) { end += 1 }
        let text = foldedText(start, end)
        let word = Word(
            end: end, text: text, keyword: Vocabulary.keywords[text] ?? -1,
            function: Vocabulary.functions[text] ?? -1)
        words[start] = word
        return word
    }

    private static let closing: [Unicode.Scalar: [Unicode.Scalar]] = [
        "\"": ["\"", "”"], "“": ["”", "“", "\""], "”": ["”", "“", "\""], "„": ["”", "“", "\""], "「": ["」"], "『": ["』"],
    ]

    func isQuote(_ position: Int) -> Bool { isCharacter(position) && Self.closing[signs[position].scalar] != nil }

    /// Behind the text in quotes that begins exactly here.
    func quoted(at start: Int) -> Int? {
        guard isCharacter(start), let closing = Self.closing[signs[start].scalar] else { return nil }
        var end = start + 1
        while isCharacter(end) {
            if closing.contains(signs[end].scalar) { return end + 1 }
            end += 1
        }
        return nil
    }
}
