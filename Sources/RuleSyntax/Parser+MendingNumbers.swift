import Diagnostics
package import Tables

/// Numbers in words or with letters in them, and ranges with another sign than two dots.
extension Parser {
    /// A number in Chinese characters, or with letters in place of digits, where a number is needed.
    mutating func mendNumber() -> Abandon? {
        guard let token else { return nil }
        switch token.kind {
        case .word(let word):
            if let digits = Self.digitsOnly(word) { return mend(.digitLookAlike(word), token.range, as: digits) }
            if let value = Numeral.value(word) { return mend(.numeral(word, value: value), token.range, as: value) }
            return nil
        default: return nil
        }
    }

    /// A word that is a number but for letters that look like digits: it holds a digit at least.
    package static func digitsOnly(_ word: String) -> String? {
        let scalars = word.unicodeScalars
        guard scalars.contains(where: Scalars.isDigit),
            scalars.allSatisfy({ Scalars.isDigit($0) || Scalars.digitLookAlikes[$0] != nil })
        else { return nil }
        return digits(word)
    }

    static func digits(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { view.append(Scalars.digitLookAlikes[scalar] ?? scalar) }
        return String(view)
    }

    /// `80至90` as `80..90`.
    package static func range(_ text: String) -> (sign: String, text: String, low: Number, high: Number)? {
        for sign in ["至", "到"] {
            let parts = text.split(separator: sign, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            let digits = parts.map { part in
                part.last.map { "分位项".contains($0) } ?? false ? String(part.dropLast()) : String(part)
            }
            let numbers = digits.compactMap { Number(decimal: $0) }
            if numbers.count == 2 { return (sign, digits.joined(separator: ".."), numbers[0], numbers[1]) }
        }
        return nil
    }

    /// 至, 到 or a minus where two dots are meant.
    mutating func mendBoundSign() -> Abandon? {
        guard let token, let next = peek() else { return nil }
        switch next.kind {
        case .number, .date: break
        case .word, .month, .string, .label, .symbol, .bad: return nil
        }
        switch token.kind {
        case .word("至"), .word("到"), .symbol(.minus):
            return mend(.rangeSign(source.text(token.range)), token.range, as: "..")
        default: return nil
        }
    }
}
