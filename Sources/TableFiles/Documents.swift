import Diagnostics
import Platform

/// A table as it is written: headers, cells as text, and which columns hold numbers.
package struct Document: Sendable {
    package var title: String
    package var headers: [String]
    package var isNumber: [Bool]
    package var rows: RowList<[String]>

    package init(title: String, headers: [String], isNumber: [Bool], rows: [[String]]) {
        self.init(title: title, headers: headers, isNumber: isNumber, rows: RowList(rows))
    }

    package init(title: String, headers: [String], isNumber: [Bool], rows: RowList<[String]>) {
        self.title = title
        self.headers = headers
        self.isNumber = isNumber
        self.rows = rows
    }

    /// Aligned by display width for a terminal, a row a line, whatever the texts hold; in pieces that follow one another.
    package var aligned: [String] {
        let headers = headers.map(harmless)
        let (widths, isNumber) = (widths(headers, harmless), isNumber)
        @Sendable func line(_ cells: [String]) -> String {
            var text = ""
            for (column, cell) in cells.enumerated() {
                if column > 0 { text += "  " }
                let isLast = column == cells.count - 1 && !isNumber[column]
                text += isLast ? cell : padded(cell, to: widths[column], right: isNumber[column])
            }
            return text + "\n"
        }
        let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
        return [line(headers) + rule + "\n"] + rows.pieces { $1.map { line($0.map(harmless)) }.joined() }
    }

    /// How wide each column is drawn, its texts as `shown` makes them.
    private func widths(_ headers: [String], _ shown: @escaping @Sendable (String) -> String) -> [Int] {
        let pieces = rows.pieces { _, rows in
            headers.indices.map { column in rows.map { displayWidth(shown($0[column])) }.max() ?? 0 }
        }
        return headers.indices.map { column in
            max(displayWidth(headers[column]), min(Self.widest, pieces.map { $0[column] }.max() ?? 0))
        }
    }

    /// Comma-separated values with a mark, so that spreadsheets read them as UTF-8; a text that would be a formula
    /// there, in some places with full-width signs too, is written with an apostrophe before it.
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
        if !isNumber, let first = text.unicodeScalars.first,
            "=+-@＝＋－＠".unicodeScalars.contains(first) || first.value < 0x20
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

    /// A table of Markdown; in no text does a sign mean anything there but itself. In pieces that follow one another.
    package var markdown: [String] {
        let headers = headers.map(Self.escaped)
        let widths = widths(headers, Self.escaped).map { max(3, $0) }
        let isNumber = isNumber
        @Sendable func line(_ cells: [String]) -> String {
            var line = "|"
            for (column, cell) in cells.enumerated() {
                line += " "
                line += padded(cell, to: widths[column], right: isNumber[column])
                line += " |"
            }
            return line + "\n"
        }
        let rule = widths.indices.map { column in
            String(repeating: "-", count: widths[column] - 1) + (isNumber[column] ? ":" : "-")
        }
        return ["# \(Self.escaped(title))\n\n" + line(headers) + "| " + rule.joined(separator: " | ") + " |\n"]
            + rows.pieces { $1.map { line($0.map(Self.escaped)) }.joined() }
    }

    @Sendable private static func escaped(_ text: String) -> String {
        // Behind the last two bytes stand line ends of Unicode, among others.
        if text.utf8.allSatisfy({ $0 >= 0x20 && !isSign($0) && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 }) { return text }
        var result = ""
        var before: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where before == "\r": break
            case "\n"..."\r", "\u{85}", "\u{2028}", "\u{2029}": result += "<br>"
            default:
                // Whatever follows, a mark that belongs to the sign included.
                if scalar.isASCII, isSign(UInt8(scalar.value)) { result += "\\" }
                result.unicodeScalars.append(harmless(scalar))
            }
            before = scalar
        }
        return result
    }

    /// Whether a byte means something in a table of Markdown.
    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "*"),
            UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}

/// JSON with its members in the order given; numbers are written as strings, so that no reader rounds them.
package indirect enum JSON: Sendable {
    case string(String)
    case number(Int)
    case bool(Bool)
    case null
    case array([JSON])
    /// Items that are made when they are written: there may be a million.
    case items(RowList<JSON>)
    case object([(String, JSON)])

    package var text: String { String(decoding: Array(pieces.joined()), as: UTF8.self) }

    /// The text in pieces that follow one another, with a line end at last.
    package var pieces: [[UInt8]] {
        var writer = Writer()
        write(to: &writer, indent: 0)
        writer.add("\n")
        return writer.pieces + [writer.last]
    }

    private struct Writer {
        /// What is done, and behind it what is being written.
        var pieces: [[UInt8]] = []
        var last: [UInt8] = []

        mutating func add(_ text: String) { last.append(contentsOf: text.utf8) }

        /// Begins a line with so many steps before it.
        mutating func addLine(_ indent: Int) {
            last.append(UInt8(ascii: "\n"))
            for _ in 0..<(2 * indent) { last.append(UInt8(ascii: " ")) }
        }

        /// A text between quotation marks.
        mutating func addQuoted(_ text: String) {
            last.append(UInt8(ascii: "\""))
            for byte in text.utf8 {
                switch byte {
                case UInt8(ascii: "\""): add("\\\"")
                case UInt8(ascii: "\\"): add("\\\\")
                case UInt8(ascii: "\n"): add("\\n")
                case UInt8(ascii: "\r"): add("\\r")
                case UInt8(ascii: "\t"): add("\\t")
                case 0..<0x20:
                    let hex = String(byte, radix: 16)
                    add("\\u" + String(repeating: "0", count: 4 - hex.count) + hex)
                default: last.append(byte)
                }
            }
            last.append(UInt8(ascii: "\""))
        }
    }

    private func write(to writer: inout Writer, indent: Int) {
        switch self {
        case .string(let text): writer.addQuoted(text)
        case .number(let number): writer.add(String(number))
        case .bool(let bool): writer.add(bool ? "true" : "false")
        case .null: writer.add("null")
        case .array(let items):
            Self.write(items.count, "[", "]", to: &writer, indent: indent) { index, writer in
                items[index].write(to: &writer, indent: indent + 1)
            }
        case .object(let members):
            Self.write(members.count, "{", "}", to: &writer, indent: indent) { index, writer in
                writer.addQuoted(members[index].0)
                writer.add(": ")
                members[index].1.write(to: &writer, indent: indent + 1)
            }
        case .items(let items):
            if items.isEmpty { return writer.add("[]") }
            writer.add("[")
            writer.pieces.append(writer.last)
            writer.last = []
            writer.pieces += items.pieces { first, items -> [UInt8] in
                var own = Writer()
                for (offset, item) in items.enumerated() {
                    if first + offset > 0 { own.add(",") }
                    own.addLine(indent + 1)
                    item.write(to: &own, indent: indent + 1)
                }
                return Array(own.pieces.joined()) + own.last
            }
            writer.addLine(indent)
            writer.add("]")
        }
    }

    /// So many parts between brackets, each on lines of its own.
    private static func write(
        _ count: Int, _ open: String, _ close: String, to writer: inout Writer, indent: Int,
        _ part: (Int, inout Writer) -> Void
    ) {
        writer.add(open)
        for index in 0..<count {
            if index > 0 { writer.add(",") }
            writer.addLine(indent + 1)
            part(index, &writer)
        }
        if count > 0 { writer.addLine(indent) }
        writer.add(close)
    }
}
