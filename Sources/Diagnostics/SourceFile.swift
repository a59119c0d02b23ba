/// The text of a rules file held in memory, after the texts of the files that it builds on, the first of them first.
/// Positions are UTF-8 offsets into all of it.
package struct SourceFile: Sendable {
    /// One file of the chain: its name as the user gave it, and the piece of the text that is its own.
    package struct Part: Sendable {
        package let name: String
        package let range: SourceRange
        /// The index of its first line among all lines.
        let firstLine: Int
    }

    package let parts: [Part]
    package let bytes: [UInt8]
    /// The offset at which each line starts; the first is 0.
    package let lineStarts: [Int]

    package init(name: String, bytes: [UInt8]) {
        self.init(joining: [(name, bytes)])
    }

    package init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// The base first, the file that the user named last.
    package init(joining files: [(name: String, bytes: [UInt8])]) {
        var parts: [Part] = []
        var all: [UInt8] = []
        var starts = [0]
        for (index, file) in files.enumerated() {
            let start = all.count
            let firstLine = starts.count - 1
            all += file.bytes
            for (offset, byte) in file.bytes.enumerated() where byte == UInt8(ascii: "\n") {
                starts.append(start + offset + 1)
            }
            parts.append(Part(name: file.name, range: SourceRange(start, all.count), firstLine: firstLine))
            if index + 1 < files.count, all.last != UInt8(ascii: "\n") {
                all.append(UInt8(ascii: "\n"))
                starts.append(all.count)
            }
        }
        self.parts = parts
        bytes = all
        lineStarts = starts
    }

    /// The same with one more file behind it, so that messages about both may point into either. Positions stay.
    package func followed(by name: String, _ bytes: [UInt8]) -> SourceFile {
        let files = parts.map { ($0.name, Array(self.bytes[$0.range.start..<$0.range.end])) }
        return SourceFile(joining: files + [(name, bytes)])
    }

    /// The name of the file that the user named.
    package var name: String { parts[parts.count - 1].name }

    private func part(at offset: Int) -> Part { parts.last { $0.range.start <= offset } ?? parts[0] }

    /// The name of the file in which an offset lies.
    package func name(at offset: Int) -> String { part(at: offset).name }

    package func text(_ range: SourceRange) -> String {
        String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    }

    /// The 1-based line of its file that holds the offset.
    package func line(at offset: Int) -> Int { lineIndex(at: offset) + 1 - part(at: offset).firstLine }

    /// The index, among all lines, of the line that holds the offset.
    package func lineIndex(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// A line, by its index among all lines, without its line end.
    package func lineRange(_ index: Int) -> SourceRange {
        let start = lineStarts[index]
        var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return SourceRange(start, end)
    }

    /// The 1-based column of an offset, counted in characters as a person counts them.
    package func column(at offset: Int) -> Int {
        let start = lineStarts[lineIndex(at: offset)]
        return String(decoding: bytes[start..<max(start, min(offset, bytes.count))], as: UTF8.self).count + 1
    }

    /// The 1-based column of an offset in Unicode code points, as other programs count.
    package func codePointColumn(at offset: Int) -> Int {
        let start = lineStarts[lineIndex(at: offset)]
        let line = String(decoding: bytes[start..<max(start, min(offset, bytes.count))], as: UTF8.self)
        return line.unicodeScalars.count + 1
    }
}

/// A piece of a rules file: half open, in UTF-8 offsets.
package struct SourceRange: Hashable, Sendable {
    package var start: Int
    package var end: Int

    package init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = max(start, end)
    }

    package func union(_ other: SourceRange) -> SourceRange {
        SourceRange(min(start, other.start), max(end, other.end))
    }
}
