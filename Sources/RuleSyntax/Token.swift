package import Diagnostics
package import Tables

/// A word, number, sign or text of a statement line.
package struct Token: Sendable {
    package enum Kind: Hashable, Sendable {
        case word(String)
        /// The value, with the per cent or per mille sign already worked in.
        case number(Number, percent: Bool)
        case date(CalendarDate)
        case month(CalendarMonth)
        case string(String)
        /// Digits glued to letters, `7年级`: good as a label, never as a number.
        case label(String)
        case symbol(Symbol)
        case bad(LexicalFault)
    }

    package var kind: Kind
    package var range: SourceRange
    /// Whether a blank, a line end or nothing stands directly before it.
    package var spaced: Bool
}

/// The signs of the language, after full-width signs have been read as half-width.
package enum Symbol: String, Sendable, CaseIterable {
    case open = "("
    case close = ")"
    case openIndex = "["
    case closeIndex = "]"
    case comma = ","
    case colon = ":"
    case dot = "."
    case range = ".."
    case pipe = "|"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case slash = "/"
    case equal = "="
    case unequal = "!="
    case less = "<"
    case lessEqual = "<="
    case greater = ">"
    case greaterEqual = ">="

    package var isComparison: Bool {
        switch self {
        case .equal, .unequal, .less, .lessEqual, .greater, .greaterEqual: true
        default: false
        }
    }
}

/// What cannot be read as a word of the language. It matters only where the parser meets it: raw text may hold anything.
package enum LexicalFault: Hashable, Sendable {
    case openQuote
    case strayQuote
    case unknownSign(String)
    /// `～`, `—` or `…` between two bounds.
    case rangeSign(String)
    case doubleEqual
    case badDate(String)
    /// `2026/9/1` or `2026.9.1`, and the date as it is written.
    case dateSigns(String, date: String)
    /// A number with a letter that looks like a digit: `3O`, `l5`.
    case digitLookAlike(String)
}
