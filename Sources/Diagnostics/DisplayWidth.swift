/// Columns a text takes on a terminal: a Chinese character takes two, a combining mark none.
/// Source: Unicode Standard Annex 11, the ranges of East Asian Wide and Fullwidth.
package func displayWidth(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + displayWidth($1) }
}

package func displayWidth(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: 0
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF: 0
    case 0x20..<0x1100: 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
        0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
        0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
        2
    // Circled and Roman numerals, dashes, ellipses and quotation marks are narrow on most terminals.
    default: 1
    }
}

/// The text followed by blanks up to the width, or after them when `right`.
package func padded(_ text: String, to width: Int, right: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - displayWidth(text)))
    return right ? blanks + text : text + blanks
}

/// The text as one line that does nothing to a terminal but stand there: line ends and tabs become blanks, other control
/// characters their pictures.
package func harmless(_ text: String) -> String {
    // Behind 0xC2 and 0xE2 stand further control characters and line ends, among others.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 }) { return text }
    var result = ""
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
        if scalar != "\n" || before != "\r" { result.unicodeScalars.append(harmless(scalar)) }
        before = scalar
    }
    return result
}

package func harmless(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
    // The pictures begin at U+2400.
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0: "\u{FFFD}"
    default: scalar
    }
}
