package import Diagnostics
import Tables

/// Cuts lines into tokens, or rows into cells.
package struct Lexer: Sendable {
    let source: SourceFile

    package init(_ source: SourceFile) {
        self.source = source
    }

    /// The tokens of a statement line, up to its comment.
    package func tokens(of range: SourceRange) -> [Token] {
        var scanner = TokenScanner(Scalars(source.bytes[range.start..<range.end]))
        return scanner.all()
    }

    /// The tokens of a text that is read in place of a piece of the file.
    func tokens(reading text: String, at range: SourceRange) -> [Token] {
        var scanner = TokenScanner(Scalars(ArraySlice(text.utf8)))
        return scanner.all().map { token in
            var token = token
            token.range = range
            return token
        }
    }

    /// The range without a comment at its end and without blanks before it. `#` inside quotes is none.
    package func withoutComment(_ range: SourceRange) -> SourceRange {
        let scalars = Scalars(source.bytes[range.start..<range.end])
        var quotes = QuoteFinder(scalars)
        var end = range.start
        var index = 0
        while index < scalars.items.count {
            let item = scalars.items[index]
            if item.folded == "#" { break }
            index = (quotes.closing(index) ?? index) + 1
            if !Scalars.isBlank(item.scalar) { end = scalars.offset(index) }
        }
        return SourceRange(range.start, end)
    }
}

private struct TokenScanner {
    let scalars: Scalars
    var index = 0
    var tokens: [Token] = []

    init(_ scalars: Scalars) {
        self.scalars = scalars
    }

    var current: Unicode.Scalar? { peek(0) }

    func peek(_ distance: Int) -> Unicode.Scalar? {
        index + distance < scalars.items.count ? scalars.items[index + distance].folded : nil
    }

    mutating func all() -> [Token] {
        var spaced = true
        while let scalar = current, scalar != "#" {
            if Scalars.isBlank(scalar) {
                index += 1
                spaced = true
                continue
            }
            let start = index
            let kind = token(scalar)
            let range = SourceRange(scalars.offset(start), scalars.offset(index))
            tokens.append(Token(kind: kind, range: range, spaced: spaced))
            spaced = false
        }
        return tokens
    }

    private mutating func token(_ scalar: Unicode.Scalar) -> Token.Kind {
        if Scalars.isWordStart(scalar) { return word() }
        if Scalars.isDigit(scalar) { return number() }
        if let closing = Scalars.closingQuotes(scalar) { return string(closing) }
        index += 1
        switch scalar {
        case "(": return .symbol(.open)
        case ")": return .symbol(.close)
        case "[", "【": return .symbol(.openIndex)
        case "]", "】": return .symbol(.closeIndex)
        case ",": return .symbol(.comma)
        case ":": return .symbol(.colon)
        case "|": return .symbol(.pipe)
        case "+": return .symbol(.plus)
        case "-": return .symbol(.minus)
        case "*": return .symbol(.times)
        case "/": return .symbol(.slash)
        case "≤": return .symbol(.lessEqual)
        case "≥": return .symbol(.greaterEqual)
        case "≠": return .symbol(.unequal)
        case ".": return .symbol(follow(".") ? .range : .dot)
        case "<": return .symbol(follow("=") ? .lessEqual : follow(">") ? .unequal : .less)
        case ">": return .symbol(follow("=") ? .greaterEqual : .greater)
        case "!" where peek(0) == "=":
            index += 1
            return .symbol(.unequal)
        case "=":
            if follow("=") { return .bad(.doubleEqual) }
            return .symbol(.equal)
        case "~", "～", "〜", "–", "—", "…", "‥":
            while let next = current, next == scalar { index += 1 }
            return .bad(.rangeSign(String(Character(scalar))))
        case "」", "』": return .bad(.strayQuote)
        default: return .bad(.unknownSign(String(Character(scalar))))
        }
    }

    private mutating func follow(_ scalar: Unicode.Scalar) -> Bool {
        guard current == scalar else { return false }
        index += 1
        return true
    }

    private mutating func word() -> Token.Kind {
        let start = index
        while let scalar = current, Scalars.isWordPart(scalar) { index += 1 }
        return .word(scalars.foldedText(start, index))
    }

    private mutating func string(_ closing: [Unicode.Scalar]) -> Token.Kind {
        let start = index + 1
        var end = start
        while end < scalars.items.count, !closing.contains(scalars.items[end].scalar) { end += 1 }
        guard end < scalars.items.count else {
            index = scalars.items.count
            return .bad(.openQuote)
        }
        index = end + 1
        return .string(scalars.text(start, end))
    }

    private mutating func digits() -> String {
        let start = index
        while let scalar = current, Scalars.isDigit(scalar) { index += 1 }
        return scalars.foldedText(start, index)
    }

    private mutating func number() -> Token.Kind {
        let start = index
        if let date = date() { return date }
        index = start
        var text = digits()
        if current == ".", let next = peek(1), Scalars.isDigit(next) {
            index += 1
            text += "." + digits()
        }
        guard let value = Number(decimal: text) else { return .bad(.unknownSign(text)) }
        if let scalar = current, scalar == "%" || scalar == "‰" {
            index += 1
            return .number(value.divided(by: scalar == "%" ? 100 : 1000) ?? value, percent: true)
        }
        guard let scalar = current, Scalars.isWordPart(scalar) else { return .number(value, percent: false) }
        if Self.units.contains(scalar), !(peek(1).map(Scalars.isWordPart) ?? false) {
            index += 1
            return .number(value, percent: false)
        }
        // `3人` is a head-count: the number ends before the word.
        if scalar == "人", !(peek(1).map(Scalars.isWordPart) ?? false) { return .number(value, percent: false) }
        while let next = current, Scalars.isWordPart(next) || next == "." && (peek(1).map(Scalars.isDigit) ?? false) {
            index += 1
        }
        let label = scalars.foldedText(start, index)
        if label.unicodeScalars.allSatisfy({ Scalars.isDigit($0) || Scalars.digitLookAlikes[$0] != nil || $0 == "." }) {
            return .bad(.digitLookAlike(label))
        }
        return .label(label)
    }

    /// Words of measure that mean nothing after a number.
    private static let units: Set<Unicode.Scalar> = ["分", "位", "项"]

    /// `2026-09-01`, `2026年9月1日` or `2026年9月`; a date comes before a subtraction.
    private mutating func date() -> Token.Kind? {
        let start = index
        guard let year = Int(digits()), index - start == 4 else { return nil }
        if current == "-" {
            index += 1
            guard let month = shortNumber(), current == "-" else { return nil }
            index += 1
            guard let day = shortNumber(), !(current.map(Scalars.isWordPart) ?? false) else { return nil }
            return made(year, month, day, from: start)
        }
        if let sign = current, sign == "/" || sign == "." { return dateWithSigns(sign, year, from: start) }
        guard current == "年" else { return nil }
        index += 1
        guard let month = shortNumber(), current == "月" else { return nil }
        index += 1
        let afterMonth = index
        guard let day = shortNumber(), current == "日" else {
            index = afterMonth
            guard !(current.map(Scalars.isWordPart) ?? false) else { return nil }
            return CalendarMonth(year: year, month: month).map(Token.Kind.month)
                ?? .bad(.badDate(scalars.foldedText(start, index)))
        }
        index += 1
        guard !(current.map(Scalars.isWordPart) ?? false) else { return nil }
        return made(year, month, day, from: start)
    }

    /// `2026/9/1`, `2026.9.1`: no calculation divides a year by a month and a day.
    private mutating func dateWithSigns(_ sign: Unicode.Scalar, _ year: Int, from start: Int) -> Token.Kind? {
        index += 1
        guard let month = shortNumber(), current == sign else { return nil }
        index += 1
        guard let day = shortNumber(), !(current.map(Scalars.isWordPart) ?? false), (1900...2200).contains(year),
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        return .bad(.dateSigns(scalars.foldedText(start, index), date: "\(date)"))
    }

    private mutating func shortNumber() -> Int? {
        let start = index
        let value = Int(digits())
        return (1...2).contains(index - start) ? value : nil
    }

    private func made(_ year: Int, _ month: Int, _ day: Int, from start: Int) -> Token.Kind {
        CalendarDate(year: year, month: month, day: day).map(Token.Kind.date)
            ?? .bad(.badDate(scalars.foldedText(start, index)))
    }
}
