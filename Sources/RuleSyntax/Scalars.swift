/// The scalars of a line with their offsets in the file, full-width signs folded to half-width.
///
/// Folding maps one scalar to one scalar, so that positions never shift.
struct Scalars {
    struct Item {
        var scalar: Unicode.Scalar
        var folded: Unicode.Scalar
        var offset: Int
    }

    let items: [Item]
    private let bytes: ArraySlice<UInt8>
    private let isText: Bool
    /// Whether a sign was folded.
    private let isFolded: Bool

    init(_ bytes: ArraySlice<UInt8>) {
        var items: [Item] = []
        var isFolded = false
        items.reserveCapacity(bytes.count)
        var offset = bytes.startIndex
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            let folded = Self.fold(scalar)
            if folded != scalar { isFolded = true }
            items.append(Item(scalar: scalar, folded: folded, offset: offset))
            offset += UTF8.width(scalar)
        }
        self.items = items
        self.bytes = bytes
        isText = offset == bytes.endIndex
        self.isFolded = isFolded
    }

    func offset(_ index: Int) -> Int { index < items.count ? items[index].offset : bytes.endIndex }

    func text(_ from: Int, _ to: Int) -> String {
        // Bytes that are no text have no scalars of their own.
        isText
            ? String(decoding: bytes[offset(from)..<offset(to)], as: UTF8.self)
            : Self.joined(items[from..<to].lazy.map(\.scalar))
    }

    func foldedText(_ from: Int, _ to: Int) -> String {
        isFolded ? Self.joined(items[from..<to].lazy.map(\.folded)) : text(from, to)
    }

    private static func joined(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        for scalar in scalars { view.append(scalar) }
        return String(view)
    }

    private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case ..<0x80: scalar
        case 0xFF01...0xFF5D: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3001: ","
        case 0x2212: "-"
        case 0xD7: "*"
        case 0xF7: "/"
        default: scalar
        }
    }

    /// Columns a blank takes in layout, or `nil` when the scalar is no blank. A tab is left to the caller.
    static func blankWidth(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x20, 0xA0, 0x2002...0x200A, 0x202F, 0x205F: 1
        case 0x3000: 2
        case 0xFEFF, 0x200B...0x200D, 0x2060: 0
        default: nil
        }
    }

    static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == "\t" || blankWidth(scalar) != nil }

    static func isWordStart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x4E00...0x9FFF: true
        case ..<0x80: false
        default: scalar.properties.isXIDStart
        }
    }

    static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x4E00...0x9FFF: true
        case ..<0x80: false
        default: scalar.properties.isXIDContinue
        }
    }

    /// Letters and signs that are typed for digits.
    static let digitLookAlikes: [Unicode.Scalar: Unicode.Scalar] = [
        "O": "0", "o": "0", "〇": "0", "l": "1", "I": "1",
    ]

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

    /// The sign that closes a text opened by this one.
    static func closingQuotes(_ scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
        switch scalar {
        case "\"", "＂": ["\"", "＂", "”"]
        case "“", "”", "„": ["”", "“", "\"", "＂"]
        case "「": ["」"]
        case "『": ["』"]
        default: nil
        }
    }
}

/// Finds where quotes close. It looks at every sign once for each kind of quote, however many stay open.
struct QuoteFinder {
    private let items: [Scalars.Item]
    /// For each kind of quote the closing sign found last, or the end of the line.
    private var found: [Unicode.Scalar: Int] = [:]

    init(_ scalars: Scalars) {
        items = scalars.items
    }

    /// The sign that closes the quote that opens here.
    mutating func closing(_ start: Int) -> Int? {
        guard let closing = Scalars.closingQuotes(items[start].scalar) else { return nil }
        var index = found[closing[0]] ?? 0
        if index <= start {
            index = items[(start + 1)...].firstIndex { closing.contains($0.scalar) } ?? items.count
            found[closing[0]] = index
        }
        return index < items.count ? index : nil
    }
}
