/// A cell's text with plain signs in the place of those that keyboards and spreadsheets put for them.
struct FoldedText {
    /// Full-width signs as half-width, every minus as `-`, every blank as one space, none at the ends.
    let scalars: [Unicode.Scalar]
    /// Whether more than blanks was folded.
    let isWidened: Bool

    var text: String { Self.text(scalars[...]) }

    init(_ text: String) {
        var scalars: [Unicode.Scalar] = []
        var isWidened = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
                if scalars.last != " " { scalars.append(" ") }
            case 0x200B...0x200D, 0x2060, 0xFEFF: continue
            case 0xFF01...0xFF5E:
                isWidened = true
                scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x2212, 0x2013, 0xFE63:
                isWidened = true
                scalars.append("-")
            default: scalars.append(scalar)
            }
        }
        if scalars.first == " " { scalars.removeFirst() }
        if scalars.last == " " { scalars.removeLast() }
        self.scalars = scalars
        self.isWidened = isWidened
    }

    /// Without any blanks.
    var compact: String { Self.text(scalars.filter { $0 != " " }[...]) }

    static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}

extension Unicode.Scalar {
    var isDigit: Bool { (0x30...0x39).contains(value) }
}
