import Diagnostics

/// What differs between two texts of as many lines each, as a unified difference with a line around each place.
struct LineDifference {
    var name: String
    var old: SourceFile
    var new: SourceFile

    private static let context = 1

    init(_ name: String, _ old: [UInt8], _ new: [UInt8]) {
        self.name = name
        self.old = SourceFile(name: name, bytes: old)
        self.new = SourceFile(name: name, bytes: new)
    }

    /// Empty where nothing differs.
    func text(in language: Language) -> String {
        let count = min(old.lineStarts.count, new.lineStarts.count)
        let changed = (0..<count).filter { line(old, $0) != line(new, $0) }
        var text = ""
        var rest = changed[...]
        while let first = rest.first {
            var last = first
            rest = rest.dropFirst()
            while let next = rest.first, next - last <= 2 * Self.context + 1 {
                last = next
                rest = rest.dropFirst()
            }
            text += hunk(max(0, first - Self.context)..<min(count, last + Self.context + 1), first, language)
        }
        return text.isEmpty ? "" : "--- \(name)\n+++ \(name)\n" + text
    }

    private func hunk(_ lines: Range<Int>, _ first: Int, _ language: Language) -> String {
        let span = "\(lines.lowerBound + 1),\(lines.count)"
        let place = language == .zh ? "第 \(first + 1) 行" : "line \(first + 1)"
        var text = "@@ -\(span) +\(span) @@ \(place)\n"
        var index = lines.lowerBound
        while index < lines.upperBound {
            if line(old, index) == line(new, index) {
                text += " \(line(old, index))\n"
                index += 1
                continue
            }
            var end = index
            while end < lines.upperBound, line(old, end) != line(new, end) { end += 1 }
            for place in index..<end { text += "-\(line(old, place))\n" }
            for place in index..<end { text += "+\(line(new, place))\n" }
            index = end
        }
        return text
    }

    private func line(_ source: SourceFile, _ index: Int) -> String { source.text(source.lineRange(index)) }
}
