import Diagnostics
package import Tables

/// Words that are read instead of those that stand in the text, where it is certain what was meant.
struct Mend {
    /// Where the words end that they stand for.
    var end: Int
    var tokens: [Token]
}

/// Mistakes that can mean only one thing: they are reported with their fix, and the statement is read again as if it
/// had been applied. So one mistake costs nothing but its own message.
extension Parser {
    /// So many mistakes of one statement are mended; a line with more is given up.
    static let mendLimit = 40

    /// Runs the reading of one statement; what it throws has been reported. What is mended is read again, so the body
    /// changes nothing outside before it has read all.
    @discardableResult
    mutating func attempt<T>(_ body: (inout Parser) throws(Abandon) -> T) -> T? {
        let start = (tokens: tokens, position: position, end: endOffset)
        for _ in 0..<Self.mendLimit {
            isMended = false
            do throws(Abandon) { return try body(&self) } catch {
                guard isMended else { return nil }
                load(mended(start.tokens), end: cut.map { min($0, start.end) } ?? start.end)
                position = min(start.position, tokens.count)
            }
        }
        isMended = false
        return nil
    }

    /// The words with those instead that are certainly meant, up to where the statement was cut.
    func mended(_ tokens: [Token]) -> [Token] {
        if mends.isEmpty, cut == nil { return tokens }
        var result: [Token] = []
        result.reserveCapacity(tokens.count)
        var skipped = 0
        for token in tokens {
            if let cut, token.range.start >= cut { break }
            if token.range.start < skipped { continue }
            guard let mend = mends[token.range.start] else {
                result.append(token)
                continue
            }
            for new in mend.tokens {
                // What was mended in a part that has been split off stays mended.
                if new.range.start > token.range.start, let inner = mends[new.range.start], inner.end <= mend.end {
                    result += inner.tokens
                } else {
                    result.append(new)
                }
            }
            skipped = mend.end
        }
        return result
    }

    /// Reports a mistake that is mended by writing a text in place of some words.
    mutating func mend(_ problem: SyntaxProblem, _ range: SourceRange, as text: String, at place: SourceRange? = nil)
        -> Abandon
    {
        let old = source.text(range)
        // Across lines a comment might be lost.
        guard !old.contains("\n") else { return fail(problem, place ?? range) }
        problems.report(problem, at: place ?? range, fix: [Edit(range, text)])
        var tokens = lexer.tokens(reading: text, at: range)
        // A text that still cannot be read would be mended for ever.
        let isSound = tokens.allSatisfy { if case .bad = $0.kind { false } else { true } }
        guard isSound, old != text else { return Abandon() }
        if !tokens.isEmpty { tokens[0].spaced = self.tokens.first { $0.range.start == range.start }?.spaced ?? true }
        mends[range.start] = Mend(end: range.end, tokens: tokens)
        isMended = true
        return Abandon()
    }

    /// Reports a blank that is missing inside a word, and reads the word as two.
    mutating func split(_ problem: SyntaxProblem, _ token: Token, at offset: Int) -> Abandon {
        var end = token.range.end
        // A number goes on behind its point.
        if let first = source.text(SourceRange(offset, end)).unicodeScalars.first, Scalars.isDigit(first) {
            var index = tokens.firstIndex { $0.range.start == token.range.start } ?? tokens.count
            while index + 1 < tokens.count, !tokens[index + 1].spaced, tokens[index + 1].range.start == end {
                index += 1
                end = tokens[index].range.end
            }
        }
        var problem = problem
        if case .glued(let left, _) = problem { problem = .glued(left, rest: source.text(SourceRange(offset, end))) }
        problems.report(problem, at: token.range, fix: [Edit(SourceRange(offset, offset), " ")])
        var first = lexer.tokens(of: SourceRange(token.range.start, offset))
        if !first.isEmpty { first[0].spaced = token.spaced }
        let parts = first + lexer.tokens(of: SourceRange(offset, end))
        guard parts.count > 1 else { return Abandon() }
        mends[token.range.start] = Mend(end: end, tokens: parts)
        isMended = true
        return Abandon()
    }

    // MARK: A token that does not fit

    /// What a word that does not fit is certainly meant for: `nil` where it must be reported as it is.
    /// `candidates` are the words that may stand here.
    mutating func mendMisfit(_ token: Token, among candidates: [String], afterOperand: Bool) -> Abandon? {
        switch token.kind {
        case .bad(let fault): return mendFault(fault, token)
        case .word(let word):
            if afterOperand, let result = mendWord(word, token) { return result }
            if let keyword = Self.everydayWords[Spelling.simplified(word)], candidates.contains(keyword.zh) {
                return mend(.otherWord(word, right: keyword.spellings), token.range, as: keyword.zh)
            }
            if let glued = glued(token) { return split(glued.problem, token, at: glued.offset) }
            return mendSpelling(word, token, among: candidates)
        case .label(let text):
            if let range = Self.range(text) { return mend(.rangeSign(range.sign), token.range, as: range.text) }
            return afterOperand ? boundWord(text, token) ?? mendPrevious(token) : nil
        case .symbol(let symbol): return mendSign(symbol, token, afterOperand: afterOperand)
        case .number:
            if afterOperand, case .word(let word)? = peek()?.kind, Self.boundWords.contains(where: { $0.word == word })
            {
                return boundWord(source.text(token.range) + word, token)
            }
            return afterOperand ? mendPrevious(token) : nil
        case .date, .month, .string: return afterOperand ? mendPrevious(token) : nil
        }
    }

    /// Whether what was read last is complete in itself.
    var isAfterOperand: Bool {
        guard position > 0 else { return false }
        switch tokens[position - 1].kind {
        case .word(let word): return Keyword(word: word) == nil
        case .number, .date, .month, .string, .label, .symbol(.close), .symbol(.closeIndex): return true
        case .symbol, .bad: return false
        }
    }

    /// A word misspelt with traditional or similar characters.
    mutating func mendSpelling(_ word: String, _ token: Token, among candidates: [String]) -> Abandon? {
        guard Keyword(word: word) == nil, let meant = suggestion(for: word, in: candidates), meant.isCertain else {
            return nil
        }
        return mend(.misspelt(word, right: spellings(meant.word)), token.range, as: meant.word)
    }

    /// Both spellings of a word of the language.
    func spellings(_ word: String) -> Bilingual {
        Keyword(word: word)?.spellings ?? RoundingName(word: word)?.spellings ?? TypeName(word: word)?.spellings
            ?? Function(word: word)?.spellings ?? Bilingual(word, word)
    }

    private mutating func mendFault(_ fault: LexicalFault, _ token: Token) -> Abandon? {
        switch fault {
        case .doubleEqual: return mend(.doubleEqual, token.range, as: "=")
        case .rangeSign(let sign):
            return isBetweenBounds ? mend(.rangeSign(sign), token.range, as: "..") : nil
        case .digitLookAlike(let text):
            return mend(.digitLookAlike(text), token.range, as: Self.digits(text))
        case .unknownSign(let sign):
            if let meant = Self.similarSigns[sign] {
                return mend(.misspelt(sign, right: Bilingual(meant, meant)), token.range, as: meant)
            }
            if sign == "%" || sign == "‰" { return mendEmbedded(token) }
            guard sign == "。" || sign == "·" || sign == "•", !token.spaced, let next = peek(), !next.spaced else {
                return nil
            }
            return mendPoint(sign, token, next)
        case .openQuote, .strayQuote, .badDate: return nil
        }
    }

    /// `全体。学时`, `0。5`: a full stop where a point is meant.
    private mutating func mendPoint(_ sign: String, _ token: Token, _ next: Token) -> Abandon? {
        guard position > 0 else { return nil }
        let problem = SyntaxProblem.misspelt(sign, right: Bilingual(".", "."))
        switch (tokens[position - 1].kind, next.kind) {
        case (.word, .word): return mend(problem, token.range, as: ".")
        case (.number, .number):
            let whole = tokens[position - 1].range.union(next.range)
            let text =
                source.text(tokens[position - 1].range) + "." + source.text(next.range)
            return mend(problem, whole, as: text, at: token.range)
        default: return nil
        }
    }

    /// `缺勤率超过20%`: name, word and number in one.
    private mutating func mendEmbedded(_ token: Token) -> Abandon? {
        guard position > 0, !token.spaced, case .word(let word) = tokens[position - 1].kind,
            let parts = Self.embedded(word)
        else { return nil }
        let whole = tokens[position - 1].range.union(token.range)
        let text = "\(parts.left) \(parts.sign) \(parts.right)\(source.text(token.range))"
        return mend(.wordComparison(parts.word, sign: parts.sign), whole, as: text)
    }

    /// A word that holds a name, a comparison in words and a number.
    package static func embedded(_ text: String) -> (left: String, word: String, sign: String, right: String)? {
        let digits = String(text.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
        let rest = text.dropLast(digits.count)
        guard !digits.isEmpty,
            let word = comparisonWords.keys.filter({ rest.hasSuffix($0) && rest.count > $0.count })
                .max(by: { ($0.count, $0) < ($1.count, $1) })
        else { return nil }
        return (String(rest.dropLast(word.count)), word, comparisonWords[word] ?? "=", digits)
    }

    private static let similarSigns = [
        "≦": "<=", "⩽": "<=", "≧": ">=", "⩾": ">=", "﹥": ">", "﹤": "<", "﹦": "=", "┃": "|", "│": "|", "∣": "|",
        "–": "-",
        "✕": "*", "✖": "*", "∕": "/",
    ]

    /// `=>`, `> =`, `合计 (…)`, `80-90` in a range.
    private mutating func mendSign(_ symbol: Symbol, _ token: Token, afterOperand: Bool) -> Abandon? {
        guard position > 0 else { return nil }
        let previous = tokens[position - 1]
        if !afterOperand, case .symbol(let first) = previous.kind {
            let meant: String? =
                switch (first, symbol) {
                case (.equal, .greater), (.greater, .equal): ">="
                case (.equal, .less), (.less, .equal): "<="
                default: nil
                }
            guard let meant else { return nil }
            let whole = previous.range.union(token.range)
            return mend(.misspelt(source.text(whole), right: Bilingual(meant, meant)), whole, as: meant)
        }
        if afterOperand, symbol == .open, token.spaced, case .word(let word) = previous.kind,
            let function = Function(word: word)
        {
            let gap = SourceRange(previous.range.start, token.range.end)
            return mend(
                .functionBrackets(function.spellings, rest: nil), gap, as: source.text(previous.range) + "(",
                at: previous.range)
        }
        return nil
    }

    /// Whether what stands to both sides makes a range.
    private var isBetweenBounds: Bool {
        guard position > 0, let next = peek() else { return false }
        switch (tokens[position - 1].kind, next.kind) {
        case (.number, .number): return true
        case (.date, .date): return !isInFormula || position > 1 && Self.keyword(tokens[position - 2]) == .in
        default: return false
        }
    }

    // MARK: Numbers and ranges

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

    // MARK: Words where a sign or a keyword is meant

    /// What a word after a complete operand is meant for.
    private mutating func mendWord(_ word: String, _ token: Token) -> Abandon? {
        let plain = Spelling.simplified(word)
        if peek()?.kind == .symbol(.range), let digits = Self.digitsOnly(word + "0") {
            return mend(.digitLookAlike(word), token.range, as: String(digits.dropLast()))
        }
        if let sign = Self.comparisonWords[plain] {
            return mend(.wordComparison(word, sign: sign), token.range, as: sign)
        }
        if plain == "除" {
            problems.report(SyntaxProblem.division, at: token.range)
            return Abandon()
        }
        if let sign = Self.arithmeticWords[plain] { return mend(.wordSign(word, sign: sign), token.range, as: sign) }
        if let keyword = Self.everydayWords[plain] {
            return mend(.otherWord(word, right: keyword.spellings), token.range, as: keyword.zh)
        }
        if let hint = Self.hints[plain] {
            problems.report(SyntaxProblem.otherWord(word, right: hint), at: token.range)
            return Abandon()
        }
        if !isInFormula, let mended = mendBoundSign() { return mended }
        if Keyword(word: word) == .yes, peek() != nil {
            return mend(.wordComparison(word, sign: "="), token.range, as: "=")
        }
        if let result = boundWord(word, token) { return result }
        return mendPrevious(token)
    }

    /// The word before has taken something in: `合计 考勤.学时`, `分数当 …`, `缺勤率超过20`.
    private mutating func mendPrevious(_ token: Token) -> Abandon? {
        guard position > 0 else { return nil }
        let previous = tokens[position - 1]
        switch previous.kind {
        case .word(let word):
            if let function = Function(word: word), token.spaced { return mendCall(function, previous, token) }
            if let type = TypeName.allCases.first(where: { Spelling.shape($0.rawValue) == Spelling.shape(word) }),
                type.rawValue != word
            {
                return mend(.misspelt(word, right: type.spellings), previous.range, as: type.rawValue)
            }
            guard let keyword = Self.joining.first(where: { word.hasSuffix($0.zh) && word != $0.zh }) else {
                return nil
            }
            let left = String(word.dropLast(keyword.zh.count))
            return split(
                .glued(Bilingual(left, left), rest: keyword.zh), previous,
                at: previous.range.end - keyword.zh.utf8.count)
        case .label(let text):
            return mendUnit(text, previous)
        default: return nil
        }
    }

    /// `加 3当 …`: a number that has grown together with the keyword after it.
    private mutating func mendUnit(_ text: String, _ token: Token) -> Abandon? {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        var rest = text.dropFirst(digits.count)
        if let unit = rest.first, "分位项".contains(unit), rest.count > 1 { rest = rest.dropFirst() }
        guard Self.joining.contains(where: { rest.hasPrefix($0.zh) }),
            text.utf8.count == token.range.end - token.range.start
        else { return nil }
        let left = String(text.dropLast(rest.count))
        return split(
            .glued(Bilingual(left, left), rest: String(rest)), token, at: token.range.start + left.utf8.count)
    }

    /// `有 学分`: a function without its brackets.
    private mutating func mendCall(_ function: Function, _ name: Token, _ token: Token) -> Abandon? {
        guard case .word(let word) = token.kind, Keyword(word: word) == nil else { return nil }
        var end = position
        while end + 2 < tokens.count, tokens[end + 1].kind == .symbol(.dot), case .word = tokens[end + 2].kind {
            end += 2
        }
        let path = SourceRange(token.range.start, tokens[end].range.end)
        let whole = name.range.union(path)
        let text = "\(source.text(name.range))(\(source.text(path)))"
        return mend(.functionBrackets(function.spellings, rest: source.text(path)), whole, as: text)
    }

    /// `90 以上`, `90分以上`: whether 90 itself counts is for a person to say.
    private mutating func boundWord(_ text: String, _ token: Token) -> Abandon? {
        guard let word = Self.boundWords.first(where: { text.hasSuffix($0.word) }) else { return nil }
        var number = String(text.dropLast(word.word.count))
        if number.isEmpty, position > 0 { number = source.text(tokens[position - 1].range) }
        problems.report(SyntaxProblem.boundWord(word.word, number: number, isAbove: word.isAbove), at: token.range)
        return Abandon()
    }

    package static let boundWords: [(word: String, isAbove: Bool)] = [
        ("以上", true), ("以下", false), ("以内", false), ("之内", false), ("以外", true),
    ]

    /// Keywords that join two operands, and may have grown together with the first.
    private static let joining: [Keyword] = [
        .otherwise, .when, .and, .or, .in, .to, .over, .floor, .cap, .by, .clause, .note,
    ]

    static let comparisonWords: [String: String] = [
        "超过": ">", "大于": ">", "高于": ">", "多于": ">", "小于": "<", "低于": "<", "少于": "<", "不足": "<", "等于": "=",
        "为": "=", "不低于": ">=", "不少于": ">=", "不小于": ">=", "大于等于": ">=", "大于或等于": ">=", "达到": ">=", "至少": ">=",
        "不高于": "<=", "不超过": "<=", "不多于": "<=", "不大于": "<=", "小于等于": "<=", "小于或等于": "<=", "至多": "<=", "最多": "<=",
        "不等于": "!=", "不为": "!=", "不是": "!=", "高过": ">", "早于": "<", "晚于": ">", "不早于": ">=", "不晚于": "<=",
    ]

    private static let arithmeticWords: [String: String] = [
        "除以": "/", "乘以": "*", "乘": "*", "加上": "+", "减去": "-", "减": "-", "x": "*", "X": "*",
    ]

    private static let everydayWords: [String: Keyword] = [
        "并且": .and, "而且": .and, "且是": .and, "同时": .and, "或者": .or, "或是": .or, "如果": .when, "若是": .when, "假如": .when,
        "倘若": .when, "若": .when, "属于": .in, "否则": .rest, "再比": .by, "依照": .by, "按照": .by,
    ]

    /// What is written instead where a person must choose.
    private static let hints: [String: Bilingual] = [
        "和": Bilingual("且”或“,", "and” or “,"), "与": Bilingual("且”或“,", "and” or “,"),
        "及": Bilingual("且”或“,", "and” or “,"),
        "以及": Bilingual("且”或“,", "and” or “,"), "不在": Bilingual("非 (… 在 …)", "not (… in …)"),
        "不属于": Bilingual("非 (… 在 …)", "not (… in …)"), "只计最高": Bilingual("取 最高 1 项", "take max 1"),
        "只取最高": Bilingual("取 最高 1 项", "take max 1"), "取最高": Bilingual("取 最高 1 项", "take max 1"),
        "去掉最低": Bilingual("去 最低 1 项", "drop min 1"), "只计": Bilingual("取 最高 1 项", "take max 1"),
    ]

    static func hint(_ word: String) -> Bilingual? { hints[Spelling.simplified(word)] }
}
