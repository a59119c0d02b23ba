import Diagnostics

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
        var isAfterGap = false
        for token in tokens {
            if let cut, token.range.start >= cut { break }
            if token.range.start < skipped { continue }
            guard let mend = mends[token.range.start] else {
                result.append(token)
                if isAfterGap { result[result.count - 1].spaced = true }
                isAfterGap = false
                continue
            }
            // What is left out leaves a blank.
            isAfterGap = mend.tokens.isEmpty
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
        // With a word that is left out go the blanks before it.
        var gap = range
        if text.isEmpty, gap.end > gap.start {
            while gap.start > 0, source.bytes[gap.start - 1] == UInt8(ascii: " ") {
                gap = SourceRange(gap.start - 1, gap.end)
            }
        }
        problems.report(problem, at: place ?? range, fix: [Edit(gap, text)])
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
            if let meant = Self.everydayPolicies[Spelling.simplified(word)], candidates.contains(meant.zh) {
                return mend(.otherWord(word, right: meant), token.range, as: meant.zh)
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

    mutating func mendFault(_ fault: LexicalFault, _ token: Token) -> Abandon? {
        switch fault {
        case .doubleEqual: return mend(.doubleEqual, token.range, as: "=")
        case .rangeSign(let sign):
            return isBetweenBounds ? mend(.rangeSign(sign), token.range, as: "..") : nil
        case .digitLookAlike(let text):
            return mend(.digitLookAlike(text), token.range, as: Self.digits(text))
        case .unknownSign(let sign):
            if sign == ";", isInBrackets {
                return mend(.misspelt(sign, right: Bilingual(",", ",")), token.range, as: ",")
            }
            if let meant = Self.similarSigns[sign] {
                return mend(.misspelt(sign, right: Bilingual(meant, meant)), token.range, as: meant)
            }
            if sign == "%" || sign == "‰" { return mendEmbedded(token) }
            if Self.singleQuotes.contains(sign) { return mendQuotes(sign, token) }
            guard sign == "。" || sign == "·" || sign == "•", !token.spaced, let next = peek(), !next.spaced else {
                return nil
            }
            return mendPoint(sign, token, next)
        case .dateSigns(let text, let date):
            return mend(.otherWord(text, right: Bilingual(date, date)), token.range, as: date)
        case .openQuote, .strayQuote, .badDate: return nil
        }
    }

    /// `全体。学时`, `0。5`: a full stop where a point is meant.
    mutating func mendPoint(_ sign: String, _ token: Token, _ next: Token) -> Abandon? {
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
    mutating func mendEmbedded(_ token: Token) -> Abandon? {
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
            let word = comparisonWords.keys.filter({ rest.hasSuffix($0) }).max(by: { ($0.count, $0) < ($1.count, $1) }),
            rest.count > word.count
        else { return nil }
        return (String(rest.dropLast(word.count)), word, comparisonWords[word] ?? "=", digits)
    }

    private static let singleQuotes: Set<String> = ["'", "‘", "’"]

    /// `‘甲组’`: text in single quotes, up to the next.
    mutating func mendQuotes(_ sign: String, _ token: Token) -> Abandon? {
        let closing = tokens[(position + 1)...].first { other in
            if case .bad(.unknownSign(let sign)) = other.kind { Self.singleQuotes.contains(sign) } else { false }
        }
        guard let closing else { return nil }
        let whole = token.range.union(closing.range)
        let text = source.text(SourceRange(token.range.end, closing.range.start))
        return text.contains("\"") ? nil : mend(.unknownSign(sign), whole, as: "\"\(text)\"", at: token.range)
    }

    private static let similarSigns = [
        "≦": "<=", "⩽": "<=", "≧": ">=", "⩾": ">=", "﹥": ">", "﹤": "<", "﹦": "=", "┃": "|", "│": "|", "∣": "|",
        "–": "-",
        "✕": "*", "✖": "*", "∕": "/",
    ]

    /// `=>`, `> =`, `合计 (…)`, `80-90` in a range.
    mutating func mendSign(_ symbol: Symbol, _ token: Token, afterOperand: Bool) -> Abandon? {
        guard position > 0 else { return nil }
        let previous = tokens[position - 1]
        if symbol == .colon, !isInBrackets, let keyword = Self.keyword(previous) {
            return mendColon(behind: keyword.spellings)
        }
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

    /// `起评：10`, `满分：10`: a colon where a blank is enough.
    mutating func mendColon(behind word: Bilingual) -> Abandon {
        mend(.needless(source.text(here), .colon(word)), here, as: colonGap)
    }

    /// The same before words that are taken as they stand.
    mutating func skipColon(behind keyword: Keyword) {
        guard at(.colon) else { return }
        let problem = SyntaxProblem.needless(source.text(here), .colon(keyword.spellings))
        problems.report(problem, at: here, fix: [Edit(here, colonGap)])
        position += 1
    }

    /// What stands in place of the colon here.
    private var colonGap: String { peek()?.spaced ?? true ? "" : " " }

    /// Whether a bracket is open before what stands here.
    private var isInBrackets: Bool {
        tokens[..<position].reduce(0) { level, token in
            switch token.kind {
            case .symbol(.open), .symbol(.openIndex): level + 1
            case .symbol(.close), .symbol(.closeIndex): level - 1
            default: level
            }
        } > 0
    }

    /// Whether what stands to both sides makes a range.
    var isBetweenBounds: Bool {
        guard position > 0, let next = peek() else { return false }
        switch (tokens[position - 1].kind, next.kind) {
        case (.number, .number): return true
        case (.date, .date): return !isInFormula || position > 1 && Self.keyword(tokens[position - 2]) == .in
        default: return false
        }
    }
}
