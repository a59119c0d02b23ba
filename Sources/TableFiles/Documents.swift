import Diagnostics

/// A table as it is written: headers, cells as text, and which columns hold numbers.
package struct Document: Sendable {
    package var title: String
    package var headers: [String]
    package var isNumber: [Bool]
    package var rows: [[String]]

    package init(title: String, headers: [String], isNumber: [Bool], rows: [[String]]) {
        self.title = title
        self.headers = headers
        self.isNumber = isNumber
        self.rows = rows
    }

    /// Aligned by display width for a terminal.
    package var aligned: String {
        let widths = headers.indices.map { column in
            max(displayWidth(headers[column]), min(Self.widest, rows.map { displayWidth($0[column]) }.max() ?? 0))
        }
        func line(_ cells: [String]) -> String {
            var text = ""
            for (column, cell) in cells.enumerated() {
                if column > 0 { text += "  " }
                let isLast = column == cells.count - 1 && !isNumber[column]
                text += isLast ? cell : padded(cell, to: widths[column], right: isNumber[column])
            }
            return text
        }
        let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
        return ([line(headers), rule] + rows.map(line)).joined(separator: "\n") + "\n"
    }

    /// Comma-separated values with a mark, so that spreadsheets read them as UTF-8; a text that would be a formula
    /// there is written with an apostrophe before it.
    package var csv: String {
        var text = "\u{FEFF}"
        text += headers.map { Self.field($0, isNumber: false) }.joined(separator: ",") + "\n"
        for row in rows {
            text += row.indices.map { Self.field(row[$0], isNumber: isNumber[$0]) }.joined(separator: ",") + "\n"
        }
        return text
    }

    private static func field(_ cell: String, isNumber: Bool) -> String {
        var text = cell
        if !isNumber, let first = text.unicodeScalars.first, "=+-@".unicodeScalars.contains(first) || first.value < 0x20
        {
            text = "'" + text
        }
        guard text.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }) else {
            return text
        }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// Texts longer than this do not widen their column: the others would be padded for nothing.
    private static let widest = 120

    /// A table of Markdown; in no text does a sign mean anything there but itself.
    package var markdown: String {
        let signs: Set<Character> = ["|", "\\", "<", "&", "*", "_", "`", "[", "~"]
        func escaped(_ text: String) -> String {
            String(text.flatMap { signs.contains($0) ? "\\\($0)" : $0.isNewline ? "<br>" : String($0) })
        }
        let widths = headers.indices.map { column in
            let widest = rows.map { displayWidth(escaped($0[column])) }.max() ?? 0
            return max(3, displayWidth(escaped(headers[column])), min(Self.widest, widest))
        }
        func line(_ cells: [String]) -> String {
            "| "
                + cells.indices.map { padded(escaped(cells[$0]), to: widths[$0], right: isNumber[$0]) }
                .joined(separator: " | ") + " |"
        }
        let rule = widths.indices.map { column in
            String(repeating: "-", count: widths[column] - 1) + (isNumber[column] ? ":" : "-")
        }
        var lines = ["# \(escaped(title))", "", line(headers), "| " + rule.joined(separator: " | ") + " |"]
        lines += rows.map(line)
        return lines.joined(separator: "\n") + "\n"
    }
}

/// JSON with its members in the order given; numbers are written as strings, so that no reader rounds them.
package indirect enum JSON: Sendable {
    case string(String)
    case number(Int)
    case bool(Bool)
    case null
    case array([JSON])
    case object([(String, JSON)])

    package func text(indent: Int = 0) -> String {
        let inner = String(repeating: "  ", count: indent + 1)
        let outer = String(repeating: "  ", count: indent)
        switch self {
        case .string(let text): return Self.quoted(text)
        case .number(let number): return String(number)
        case .bool(let bool): return bool ? "true" : "false"
        case .null: return "null"
        case .array(let items):
            if items.isEmpty { return "[]" }
            return "[\n" + items.map { inner + $0.text(indent: indent + 1) }.joined(separator: ",\n") + "\n\(outer)]"
        case .object(let members):
            if members.isEmpty { return "{}" }
            return "{\n"
                + members.map { "\(inner)\(Self.quoted($0.0)): \($0.1.text(indent: indent + 1))" }.joined(
                    separator: ",\n")
                + "\n\(outer)}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default:
                if scalar.value < 0x20 {
                    let hex = String(scalar.value, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}
