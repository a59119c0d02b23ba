/// One character of a line, or a mark that the layout has put between lines.
struct Sign {
    enum Kind {
        case character
        /// A line end inside a statement that goes on below.
        case lineBreak
        case newline
        case indent
        case dedent
        /// A layout that no rule allows.
        case fault
    }

    var kind: Kind
    var scalar: Unicode.Scalar
    /// The half-width twin.
    var folded: Unicode.Scalar

    init(_ scalar: Unicode.Scalar) {
        kind = .character
        self.scalar = scalar
        folded = Self.fold(scalar)
    }

    init(_ kind: Kind) {
        self.kind = kind
        scalar = "\n"
        folded = "\n"
    }

    private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "、": ",".unicodeScalars.first ?? scalar
        case "×": "*"
        case "÷": "/"
        case "−": "-"
        case "【": "["
        case "】": "]"
        case "\u{FF01}"..."\u{FF5D}": Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        default: scalar
        }
    }

    var isBlank: Bool { kind == .character && (scalar == "\t" || Self.width(scalar) != nil) }
    var isDigit: Bool { kind == .character && ("0"..."9").contains(folded) }
    var isWordStart: Bool { kind == .character && (folded == "_" || folded.properties.isXIDStart) }
    var isWordPart: Bool { kind == .character && (folded == "_" || folded.properties.isXIDContinue) }

    /// The columns of a blank other than a tab, `nil` for what is no blank.
    static func width(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "\u{3000}": 2
        case "\u{FEFF}", "\u{200B}"..."\u{200D}", "\u{2060}": 0
        case "\t": nil
        default: scalar.properties.generalCategory == .spaceSeparator ? 1 : nil
        }
    }
}
