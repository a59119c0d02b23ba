import RuleSyntax

/// Puts INDENT, DEDENT and NL between the lines of a file, as the page says under Layout.
struct LayoutStep {
    private enum Block {
        case file
        /// 计划 and 表: lines that deeper lines continue.
        case plain
        case sections
        case grades
        case example
        case rows
    }

    private var signs: [Sign] = []

    static func signs(_ text: String) -> [Sign] {
        var step = LayoutStep()
        step.block(TextLine.tree(text), .file)
        return step.signs
    }

    private mutating func block(_ lines: [TextLine], _ kind: Block) {
        for (index, line) in lines.enumerated() {
            if line.column != lines[0].column, kind != .rows { signs.append(Sign(.fault)) }
            signs += line.signs
            if kind == .rows {
                signs.append(Sign(.newline))
                block(line.children, .rows)
            } else if kind == .grades, index == 0, !Self.isPolicy(line) {
                signs.append(Sign(.newline))
                if !line.children.isEmpty { signs.append(Sign(.fault)) }
            } else if let below = Self.below(line, kind) {
                signs.append(Sign(.newline))
                if !line.children.isEmpty {
                    signs.append(Sign(.indent))
                    block(line.children, below)
                    signs.append(Sign(.dedent))
                }
            } else {
                continuation(line.children)
                signs.append(Sign(.newline))
            }
        }
    }

    private mutating func continuation(_ lines: [TextLine]) {
        for line in lines {
            signs.append(Sign(.lineBreak))
            signs += line.signs
            continuation(line.children)
        }
    }

    private static func isPolicy(_ line: TextLine) -> Bool {
        switch line.opening(definitionsAllowed: false) {
        case .shares, .ties, .place, .bar, .base, .note, .clause: true
        default: false
        }
    }

    /// The block that stands below a line; `nil` where deeper lines continue it.
    private static func below(_ line: TextLine, _ kind: Block) -> Block? {
        switch kind {
        case .file:
            switch line.opening(definitionsAllowed: false) {
            case .plan, .table: .plain
            case .assess: .sections
            case .lookup: .rows
            case .example: .example
            default: nil
            }
        case .sections:
            switch line.opening(definitionsAllowed: true) {
            case .section, .each: .sections
            case .grade: .grades
            default: nil
            }
        case .example: .rows
        case .plain, .grades, .rows: nil
        }
    }
}
