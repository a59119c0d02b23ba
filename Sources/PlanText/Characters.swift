import Diagnostics
import Tables

/// A piece of text by its characters, full-width letters, digits and signs read as their half-width twins (`、` and `。`
/// stay), with the place of each.
struct Characters {
    let scalars: [Unicode.Scalar]
    private let offsets: [Int]

    init(_ source: SourceFile, _ range: SourceRange) {
        var scalars: [Unicode.Scalar] = []
        var offsets: [Int] = []
        var offset = range.start
        for scalar in source.text(range).unicodeScalars {
            scalars.append(Self.folded(scalar))
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(range.end)
        self.scalars = scalars
        self.offsets = offsets
    }

    init(_ text: String) {
        self.init(SourceFile(name: "", text: text), SourceRange(0, text.utf8.count))
    }

    var count: Int { scalars.count }

    func range(_ from: Int, _ to: Int) -> SourceRange { SourceRange(offsets[from], offsets[to]) }

    /// The character at a place, or `nil` outside the text.
    subscript(_ index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

    func text(_ from: Int, _ to: Int) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[from..<max(from, min(to, count))])
        return String(view)
    }

    func isDigit(_ index: Int) -> Bool { self[index].map { ("0"..."9").contains($0) } ?? false }

    func isBlank(_ index: Int) -> Bool {
        self[index].map { $0.properties.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" } ?? false
    }

    func isNumeral(_ index: Int) -> Bool { self[index].map(ChineseNumeral.isPart) ?? false }

    func has(_ words: String, at index: Int) -> Bool {
        let words = Array(words.unicodeScalars)
        return index >= 0 && index + words.count <= count && scalars[index..<index + words.count].elementsEqual(words)
    }

    /// The first of some words that stands at a place.
    func first(of words: [String], at index: Int) -> String? { words.first { has($0, at: index) } }

    /// The first of some words that ends right before a place.
    func first(of words: [String], before index: Int) -> String? {
        words.first { has($0, at: index - $0.unicodeScalars.count) }
    }

    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        (0xFF01...0xFF5D).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }
}
