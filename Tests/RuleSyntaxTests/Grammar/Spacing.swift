/// Puts blanks between the pieces of a line, and now and then a full-width sign, a comment or a line end.
struct Spacing {
    var dice: Dice
    var isCell = false

    /// The pieces of one line as text. `breakLine` gives the line end and the indentation of a line that continues it.
    mutating func line(_ pieces: [Piece], breakLine: ((inout Dice) -> String)? = nil) -> String {
        var text = ""
        for (index, piece) in pieces.enumerated() {
            if index > 0 { text += gap(pieces[index - 1], piece, index > 1 ? pieces[index - 2] : nil, breakLine) }
            text += written(piece)
        }
        return text
    }

    private mutating func gap(
        _ left: Piece, _ right: Piece, _ before: Piece?, _ breakLine: ((inout Dice) -> String)?
    ) -> String {
        if left.kind == .function { return "" }
        if left.kind == .cell, right.kind == .cell { return dice.pick(["  ", "\t", "   ", "　", " \t", "\u{A0} "]) }
        if let breakLine, left.kind == .raw, right.kind == .raw || fillsLine(left, before) { return breakLine(&dice) }
        // What a line is shows in the line, not below it.
        if Vocabulary.keywords[left.text] == Vocabulary.keywords["新增"], before == nil { return " " }
        if let breakLine, before != nil || right.text != "=", dice.chance(6) { return breakLine(&dice) }
        if mayTouch(left, right), dice.chance(left.text == "." || right.text == "." ? 90 : 50) { return "" }
        return isCell ? " " : dice.pick([" ", " ", "  ", "　", "\t", "\u{A0}"])
    }

    /// Whether raw text goes on to the end of its line, whatever words are in it.
    private func fillsLine(_ raw: Piece, _ before: Piece?) -> Bool {
        guard let before else { return false }
        return before.kind == .raw || Vocabulary.keywords[before.text] == Vocabulary.keywords["说明"]
    }

    private static let brackets: Set<String> = ["(", ")", "[", "]", ",", ":", "|"]
    private static let orders: Set<String> = ["<", ">"]

    /// Whether nothing need stand between two pieces.
    private func mayTouch(_ left: Piece, _ right: Piece) -> Bool {
        if right.kind == .raw || left.kind == .raw || right.text == "依据" || right.text == "说明" { return false }
        if right.text == "clause" || right.text == "note" { return false }
        // A function's name that a bracket follows directly would be a call.
        if right.text == "(", Vocabulary.functions[left.text] != nil, left.kind == .name { return false }
        let signs = [left, right].filter { $0.kind == .sign }.map(\.text)
        if signs.contains(where: Self.brackets.contains) { return true }
        if left.kind == .label || right.kind == .label { return signs.contains(where: Self.orders.contains) }
        if left.kind == .figure, right.text == "人" { return left.text.allSatisfy { "0123456789.".contains($0) } }
        if left.kind == .quoted || right.kind == .quoted { return true }
        // Figures with bare hyphens between them could become a day.
        if right.text == "-", left.kind == .figure { return false }
        return !signs.isEmpty
    }

    private mutating func written(_ piece: Piece) -> String {
        switch piece.kind {
        case .sign:
            guard dice.chance(12) else { return piece.text }
            switch piece.text {
            case "<=": return dice.pick(["≤", "＜＝"])
            case ">=": return dice.pick(["≥", "＞＝"])
            case "!=": return dice.pick(["≠", "！＝", "<>"])
            case "*": return dice.pick(["×", "＊"])
            case "/": return dice.pick(["÷", "／"])
            case "-": return dice.pick(["−", "－"])
            case ",": return dice.pick(["，", "、"])
            case "[": return dice.pick(["【", "［"])
            case "]": return dice.pick(["】", "］"])
            default: return Self.wide(piece.text)
            }
        case .keyword, .name, .function, .figure: return dice.chance(4) ? Self.wide(piece.text) : piece.text
        default: return piece.text
        }
    }

    /// With the full-width twins of its characters.
    private static func wide(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            view.append((0x21...0x7D).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar)
        }
        return String(view)
    }
}
