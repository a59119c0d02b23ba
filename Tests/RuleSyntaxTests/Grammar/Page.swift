/// Writes the pieces of a sentence as a text: lines, indentation, comments.
struct Page {
    private var dice: Dice
    private var text = ""
    private var line: [Piece] = []
    /// The columns of the open blocks.
    private var columns = [0]
    /// For each open block whether its lines may stand at any deeper column.
    private var areRows = [false]

    static func text(_ pieces: [Piece], _ dice: Dice) -> String {
        var page = Page(dice: dice)
        if page.dice.chance(5) { page.columns = [1 + page.dice.below(5)] }
        for piece in pieces { page.add(piece) }
        return page.text
    }

    private init(dice: Dice) {
        self.dice = dice
    }

    private mutating func add(_ piece: Piece) {
        guard case .layout(let mark) = piece.kind else {
            line.append(piece)
            return
        }
        switch mark {
        case .newline: endLine()
        case .indent:
            columns.append(columns[columns.count - 1] + 1 + dice.below(6))
            areRows.append(rowsFollow)
        case .dedent:
            columns.removeLast()
            areRows.removeLast()
        }
    }

    private var rowsFollow = false

    private mutating func endLine() {
        rowsFollow = line.contains { $0.kind == .rows }
        let isHeader = line.contains { $0.kind == .header || $0.kind == .cell }
        let words = line.filter { $0.kind != .rows && $0.kind != .header }
        line = []
        while dice.chance(4) { text += dice.pick(["", "   ", "# 说明", "      ＃ x", "\t"]) + "\n" }
        let base = columns[columns.count - 1]
        let column = areRows[areRows.count - 1] ? base + dice.below(5) : base
        text += blanks(column, &dice)
        var spacing = Spacing(dice: dice)
        let breakLine: (inout Dice) -> String = { dice in
            (dice.chance(20) ? " # 说明 “x" : "") + "\n" + Self.blanks(column + 1 + dice.below(6), &dice)
        }
        text += spacing.line(words, breakLine: isHeader ? nil : breakLine)
        dice = spacing.dice
        if dice.chance(8) { text += dice.pick([" # 注", "  ＃ a = 1", "\t# \"x"]) }
        text += dice.pick(["", "", "", " ", "　"]) + (dice.chance(3) ? "\r\n" : "\n")
    }

    private func blanks(_ column: Int, _ dice: inout Dice) -> String { Self.blanks(column, &dice) }

    /// Blanks, tabs and full-width spaces that reach a column.
    private static func blanks(_ column: Int, _ dice: inout Dice) -> String {
        var text = ""
        var reached = 0
        while reached < column {
            let afterTab = (reached / 4 + 1) * 4
            if afterTab <= column, dice.chance(15) {
                text += "\t"
                reached = afterTab
            } else if reached + 2 <= column, dice.chance(15) {
                text += "　"
                reached += 2
            } else {
                text += " "
                reached += 1
            }
        }
        return text
    }
}
