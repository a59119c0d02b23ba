package import Diagnostics
package import RuleSemantics

/// How one person's figures came about, part by part; how it looks is for others to decide.
package struct Explanation: Sendable {
    /// A column of the person's own row.
    package struct Fact: Sendable {
        package var name: String
        package var text: String
    }

    package struct Line: Sendable {
        package enum Kind: Sendable {
            /// A rule with its numbers.
            case rule
            /// A record that counts.
            case counted
            /// A record, or several, that do not, with the reason.
            case leftOut
            /// A bound or a rounding that took effect, a void, a place, a quota.
            case effect
        }

        package var kind: Kind
        package var depth = 0
        package var text: String
        package var citation: Citation?
    }

    package struct Part: Sendable {
        package enum Kind: Sendable {
            /// Figures that are part of no score.
            case values
            case section, total, requirements, grade
        }

        package var kind: Kind
        package var depth = 0
        /// Empty for requirements, which stand without a heading.
        package var name: String
        /// The score or the grade; `nil` for somebody who takes no part.
        package var figure: String?
        /// The maximum, as a number.
        package var full: String?
        /// What stands behind the figure: `（满分 30）`.
        package var remark = ""
        package var citation: Citation?
        package var lines: [Line] = []
    }

    package var language: Language
    package var who: [Fact]
    package var parts: [Part] = []

    private func say(_ zh: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
        language == .zh ? zh() : en()
    }

    /// As plain lines for a terminal.
    package var text: String {
        var lines = [who.map { "\($0.name) \($0.text)" }.joined(separator: say("，", ", "))]
        for part in parts {
            let indent = String(repeating: "  ", count: part.depth)
            lines.append("")
            if !part.name.isEmpty { lines.append(indent + heading(part)) }
            let inner = part.name.isEmpty ? indent : indent + "  "
            lines += part.lines.map { inner + String(repeating: "  ", count: $0.depth) + text($0) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func heading(_ part: Part) -> String {
        var line = part.name
        if let figure = part.figure {
            line += part.kind == .section ? "  \(say("得分", "score")) \(figure)" : "  \(figure)"
        }
        return line + part.remark + cited(part.citation)
    }

    private func text(_ line: Line) -> String { "\(word(line.kind))\(line.text)\(cited(line.citation))" }

    private func word(_ kind: Line.Kind) -> String {
        switch kind {
        case .counted: say("计入 ", "counted ")
        case .leftOut: say("未计 ", "not counted ")
        case .rule, .effect: ""
        }
    }

    /// `  依据 五、2  说明 …`
    private func cited(_ citation: Citation?) -> String {
        var text = ""
        if let clause = citation?.clause { text += say("  依据 \(clause)", "  clause \(clause)") }
        if let note = citation?.note { text += say("  说明 \(note)", "  note \(note)") }
        return text
    }
}
