package import Diagnostics

/// A line of a rules file that is neither blank nor a comment, with the lines indented below it.
package struct Line: Sendable {
    /// The column at which its text starts: blank 1, full-width space 2, tab to the next multiple of 4.
    package var indent: Int
    /// From its first character to the end of the line, a comment at its end included.
    package var range: SourceRange
    package var children: [Line]
}

/// A comment with its place; the formatter keeps every one.
package struct Comment: Sendable {
    package var range: SourceRange
}

/// The tree of lines that indentation gives: a line's parent is the nearest line above that is indented less.
package struct Layout: Sendable {
    package private(set) var lines: [Line] = []
    /// Lines that stand deeper than the limit.
    package private(set) var tooDeep: [SourceRange] = []

    /// A file may not nest deeper than this; deeper lines count as siblings there and are reported.
    package static let nestingLimit = 40

    /// The lines of one file of the source.
    package init(_ source: SourceFile, _ part: SourceFile.Part) {
        var open: [Line] = []
        func close(_ open: inout [Line], downTo indent: Int) {
            while let last = open.last, last.indent >= indent {
                open.removeLast()
                if open.isEmpty { lines.append(last) } else { open[open.count - 1].children.append(last) }
            }
        }
        for index in source.lineIndex(at: part.range.start)...source.lineIndex(at: part.range.end) {
            guard source.lineStarts[index] < part.range.end,
                let (indent, range) = Self.content(source, source.lineRange(index))
            else { continue }
            close(&open, downTo: indent)
            if open.count == Self.nestingLimit {
                tooDeep.append(range)
                close(&open, downTo: open[open.count - 1].indent)
            }
            open.append(Line(indent: indent, range: range, children: []))
        }
        close(&open, downTo: -1)
    }

    /// The first line of a source, without those below it.
    package static func first(_ source: SourceFile) -> Line? {
        for index in source.lineStarts.indices {
            guard let (indent, range) = content(source, source.lineRange(index)) else { continue }
            return Line(indent: indent, range: range, children: [])
        }
        return nil
    }

    /// The indentation and the text of a line, or `nil` for a blank line or a comment.
    private static func content(_ source: SourceFile, _ line: SourceRange) -> (Int, SourceRange)? {
        // Most lines show it by their first bytes.
        var column = 0
        var start = line.start
        while start < line.end, source.bytes[start] == UInt8(ascii: " ") {
            column += 1
            start += 1
        }
        if start == line.end { return nil }
        let first = source.bytes[start]
        if first > 0x20 && first < 0x7F || first >= 0xE4 && first <= 0xE9 {
            return first == UInt8(ascii: "#") ? nil : (column, SourceRange(start, line.end))
        }
        let scalars = Scalars(source.bytes[line.start..<line.end])
        column = 0
        for item in scalars.items {
            if item.scalar == "\t" {
                column = column / 4 * 4 + 4
            } else if let width = Scalars.blankWidth(item.scalar) {
                column += width
            } else {
                return item.folded == "#" ? nil : (column, SourceRange(item.offset, line.end))
            }
        }
        return nil
    }
}
