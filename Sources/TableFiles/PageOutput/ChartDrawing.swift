import Diagnostics

/// Draws charts as SVG: shapes and texts only, so that they are seen without any script.
struct ChartDrawing {
    private var bytes: [UInt8] = []

    private static let width = 480

    static func add(_ chart: Page.Chart, to bytes: inout [UInt8]) {
        var drawing = ChartDrawing()
        let title: String
        switch chart {
        case .distribution(let name, let edges, let counts):
            title = name
            drawing.distribution(edges, counts, name)
        case .parts(let name, let names, let rows):
            title = name
            drawing.parts(names, rows, name)
        }
        bytes.add("<figure><figcaption>")
        bytes.addHTML(title)
        bytes.add("</figcaption>")
        bytes += drawing.bytes
        bytes.add("</figure>\n")
    }

    private mutating func begin(height: Int, _ title: String, _ content: String) {
        bytes.add("<svg viewBox=\"0 0 \(Self.width) \(height)\" role=\"img\" aria-label=\"")
        bytes.addHTML(content.isEmpty ? title : "\(title): \(content)")
        bytes.add("\">")
    }

    private mutating func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ style: String) {
        bytes.add("<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" class=\"\(style)\"/>")
    }

    private mutating func text(_ text: String, _ x: Int, _ y: Int, anchor: String = "start", isQuiet: Bool = false) {
        bytes.add("<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\"")
        if isQuiet { bytes.add(" class=\"q\"") }
        bytes.add(">")
        bytes.addHTML(text)
        bytes.add("</text>")
    }

    // MARK: Distribution

    private mutating func distribution(_ edges: [String], _ counts: [Int], _ title: String) {
        let (height, top, base) = (210, 22, 176)
        // Long numbers stand below every second or third edge, and the outer ones need room.
        let widest = edges.map { $0.count * 8 + 8 }.max() ?? 0
        let left = max(16, widest / 2)
        let words = counts.indices.map { "\(edges[$0])–\(edges[$0 + 1]) \(counts[$0])" }
        begin(height: height, title, words.joined(separator: ", "))
        let most = max(1, counts.max() ?? 1)
        let step = (Self.width - 2 * left) / max(1, counts.count)
        for (index, count) in counts.enumerated() {
            let tall = (base - top) * count / most
            let x = left + index * step
            rectangle(x + 2, base - tall, max(1, step - 4), tall, "b")
            if count > 0 { text(String(count), x + step / 2, base - tall - 5, anchor: "middle") }
        }
        bytes.add(
            "<line x1=\"\(left)\" x2=\"\(left + step * counts.count)\" y1=\"\(base)\" y2=\"\(base)\" class=\"x\"/>")
        let every = max(1, (widest + step - 1) / max(1, step))
        for (index, edge) in edges.enumerated() where index % every == 0 {
            text(edge, left + index * step, base + 20, anchor: "middle", isQuiet: true)
        }
        bytes.add("</svg>")
    }

    // MARK: Parts

    private mutating func parts(_ names: [String], _ rows: [(label: String, counts: [Int])], _ title: String) {
        let (left, step, right) = (128, 28, 40)
        let (legend, top) = legend(names, from: left)
        begin(
            height: top + rows.count * step + 4, title,
            rows.map { row in
                row.label + " " + zip(names, row.counts).map { "\($0) \($1)" }.joined(separator: " ")
            }.joined(separator: "; "))
        for (index, entry) in legend.enumerated() {
            rectangle(entry.x, entry.y, 14, 14, Self.fill(index))
            text(entry.label, entry.x + 19, entry.y + 12, isQuiet: true)
        }
        let most = max(1, rows.map { $0.counts.reduce(0, +) }.max() ?? 1)
        let room = Self.width - left - right
        for (position, row) in rows.enumerated() {
            let y = top + position * step
            text(Self.cut(row.label, to: 16), left - 10, y + 18, anchor: "end")
            var before = 0
            for (index, count) in row.counts.enumerated() where count > 0 {
                let start = left + room * before / most
                let end = left + room * (before + count) / most
                rectangle(start, y + 2, max(1, end - start - 1), step - 6, Self.fill(index))
                // A number that does not fit its part is left to the table.
                if end - start >= String(count).count * 8 + 6 {
                    text(String(count), (start + end) / 2, y + 18, anchor: "middle")
                }
                before += count
            }
            text(String(before), left + room * before / most + 8, y + 18, isQuiet: true)
        }
        bytes.add("</svg>")
    }

    private typealias LegendEntry = (label: String, x: Int, y: Int)

    /// Where the names of the parts stand, in as many lines as they need, and how high they are together.
    private func legend(_ names: [String], from left: Int) -> (entries: [LegendEntry], height: Int) {
        var entries: [LegendEntry] = []
        var (x, y) = (left, 6)
        for name in names {
            let label = Self.cut(name, to: 12)
            let width = 19 + displayWidth(label) * 7
            if x > left, x + width > Self.width { (x, y) = (left, y + 20) }
            entries.append((label, x, y))
            x += width + 18
        }
        return (entries, y + 28)
    }

    private static func fill(_ part: Int) -> String { "f\(part % PageStyle.colours)" }

    /// A text no wider than so many letters.
    private static func cut(_ text: String, to width: Int) -> String {
        guard displayWidth(text) > width else { return text }
        var cut = ""
        for character in text {
            if displayWidth(cut) + displayWidth(String(character)) > width - 1 { break }
            cut.append(character)
        }
        return cut + "…"
    }
}
