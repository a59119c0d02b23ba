import Tables

/// The number that opens a clause in the plan's text: `五、`, `（2）`, `第三条`.
struct ClauseMark {
    var step: ClauseStep
    /// The character after the mark.
    var end: Int

    /// The mark that stands at a place; whether a clause begins there is for the reader of the text to say.
    init?(_ text: Characters, at start: Int) {
        guard let mark = Self.read(text, start) else { return nil }
        self = mark
    }

    private init(_ style: ClauseStyle, _ value: Int, _ end: Int) {
        step = ClauseStep(style, value)
        self.end = end
    }

    private static func read(_ text: Characters, _ start: Int) -> ClauseMark? {
        guard let scalar = text[start] else { return nil }
        if let (style, value) = single(scalar) { return ClauseMark(style, value, start + 1) }
        if scalar == "第" { return ordinal(text, start) }
        if scalar == "(" { return bracketed(text, start) }
        if scalar == "R", text.isDigit(start + 1) {
            let end = digitsEnd(text, start + 1)
            return number(text, start + 1, end).map { ClauseMark(.rule, $0, end) }
        }
        if text.isDigit(start) {
            let end = digitsEnd(text, start)
            guard let value = number(text, start, end) else { return nil }
            if text[end] == ")" { return ClauseMark(.halfBracketedDigits, value, end + 1) }
            // `1.5` is a number, `1.` and `1、` are marks.
            guard text[end] == "." && !text.isDigit(end + 1) || text[end] == "、" else { return nil }
            return ClauseMark(.digits, value, end + 1)
        }
        if text.isNumeral(start) {
            let end = numeralEnd(text, start)
            guard text[end] == "、" || text[end] == "." || text[end] == "．" else { return nil }
            return ChineseNumeral.value(text.scalars[start..<end]).map { ClauseMark(.numeral, $0, end + 1) }
        }
        return nil
    }

    /// 第三条, 第3章
    private static func ordinal(_ text: Characters, _ start: Int) -> ClauseMark? {
        let from = start + 1
        let end = text.isDigit(from) ? digitsEnd(text, from) : numeralEnd(text, from)
        guard let value = number(text, from, end) else { return nil }
        switch text[end] {
        case "章": return ClauseMark(.chapter, value, end + 1)
        case "节": return ClauseMark(.section, value, end + 1)
        case "条": return ClauseMark(.article, value, end + 1)
        default: return nil
        }
    }

    /// （一）, (1)
    private static func bracketed(_ text: Characters, _ start: Int) -> ClauseMark? {
        var from = start + 1
        while text.isBlank(from) { from += 1 }
        let isDigits = text.isDigit(from)
        let end = isDigits ? digitsEnd(text, from) : numeralEnd(text, from)
        var close = end
        while text.isBlank(close) { close += 1 }
        guard text[close] == ")", let value = number(text, from, end) else { return nil }
        return ClauseMark(isDigits ? .bracketedDigits : .bracketedNumeral, value, close + 1)
    }

    /// Marks that are one character.
    private static func single(_ scalar: Unicode.Scalar) -> (ClauseStyle, Int)? {
        let value = Int(scalar.value)
        return switch scalar.value {
        case 0x2460...0x2473: (.circled, value - 0x245F)
        case 0x3251...0x325F: (.circled, value - 0x3251 + 21)
        case 0x2776...0x277F: (.circled, value - 0x2775)
        case 0x2474...0x2487: (.bracketedDigits, value - 0x2473)
        case 0x2488...0x249B: (.digits, value - 0x2487)
        case 0x3220...0x3229: (.bracketedNumeral, value - 0x321F)
        default: nil
        }
    }

    static func digitsEnd(_ text: Characters, _ start: Int) -> Int {
        var end = start
        while text.isDigit(end) { end += 1 }
        return end
    }

    static func numeralEnd(_ text: Characters, _ start: Int) -> Int {
        var end = start
        while text.isNumeral(end) { end += 1 }
        return end
    }

    /// The number in digits or numerals between two places; clauses have numbers of three digits at most.
    static func number(_ text: Characters, _ start: Int, _ end: Int) -> Int? {
        guard start < end, end - start <= 5 else { return nil }
        if text.isDigit(start) { return end - start <= 3 ? Int(text.text(start, end)) : nil }
        return ChineseNumeral.value(text.scalars[start..<end]).flatMap { $0 < 1000 ? $0 : nil }
    }
}
