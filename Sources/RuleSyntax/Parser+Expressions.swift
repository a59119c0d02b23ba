import Diagnostics
import Tables

/// Expressions, loosest first. See the grammar's second half.
extension Parser {
    /// `logic { ending }`
    mutating func expression() throws(Abandon) -> Expression {
        let start = here
        isInFormula = true
        var result = try logic()
        while let next = try ending(of: result, from: start) {
            try another()
            result = next
        }
        return result
    }

    /// `若缺 v`, `保底 v`, `封顶 v`, `小数 n 位 方式`: each covers all to its left up to the bracket or comma.
    private mutating func ending(of left: Expression, from start: SourceRange) throws(Abandon) -> Expression? {
        let word = token.map { source.text($0.range) } ?? ""
        let kind: Expression.Kind
        let right: SourceRange
        switch keyword {
        case .otherwise:
            _ = eat(.otherwise)
            right = here
            if eat(.error) {
                kind = .orError(left)
            } else {
                kind = .otherwise(left, try unary())
            }
        case .floor:
            _ = eat(.floor)
            right = here
            kind = .floor(left, try unary())
        case .cap:
            _ = eat(.cap)
            right = here
            kind = .cap(left, try unary())
        case .decimals:
            right = here
            kind = .rounded(left, try rounding())
        default: return nil
        }
        if let token, isOperator(token) {
            let phrase = source.text(SourceRange(start.start, range(from: right).end))
            let rest = source.text(SourceRange(right.start, token.range.end))
            let whole = source.text(left.range)
            throw fail(
                .endingThenMore(
                    ending: word, left: "(\(phrase)) \(source.text(token.range)) …",
                    right: "\(whole) \(word) (\(rest) …)"), token.range)
        }
        return Expression(kind, range(from: start))
    }

    /// Whether a calculation would go on here.
    private func isOperator(_ token: Token) -> Bool {
        switch token.kind {
        case .symbol(let symbol):
            switch symbol {
            case .plus, .minus, .times, .slash: true
            default: symbol.isComparison
            }
        default: Self.keyword(token) == .and || Self.keyword(token) == .or || Self.keyword(token) == .in
        }
    }

    /// `negation 且 …` or `negation 或 …`, never both.
    private mutating func logic() throws(Abandon) -> Expression {
        let start = here
        let first = try negation()
        guard at(.and) || at(.or) else { return first }
        let isAnd = at(.and)
        let keyword: Keyword = isAnd ? .and : .or
        var parts = [first]
        while eat(keyword) { parts.append(try negation()) }
        if at(isAnd ? .or : .and) { throw fail(.mixedLogic, here) }
        return Expression(isAnd ? .all(parts) : .any(parts), range(from: start))
    }

    private mutating func negation() throws(Abandon) -> Expression {
        let start = here
        guard at(.not) else { return try test() }
        _ = eat(.not)
        try deeper()
        let inner = try negation()
        depth -= 1
        return Expression(.not(inner), range(from: start))
    }

    private mutating func test() throws(Abandon) -> Expression {
        let start = here
        let left = try sum()
        if let comparison = comparison() {
            let right = try sum()
            let result = Expression(.comparison(comparison, left, right), range(from: start))
            if case .symbol(let symbol)? = token?.kind, symbol.isComparison { throw fail(.chainedComparison, here) }
            return result
        }
        if eat(.to) { return Expression(.span(left, try sum()), range(from: start)) }
        guard eat(.in) else { return left }
        if at(.open) {
            let opening = here
            _ = eat(.open)
            try deeper()
            var members = [try expression()]
            while eat(.comma) { members.append(try expression()) }
            try close(.close, opening)
            return Expression(.among(left, members), range(from: start))
        }
        let low = try sum()
        if at(.to) { throw mend(.otherWord(source.text(here), right: Bilingual("..", "..")), here, as: "..") }
        guard eat(.range) else { return Expression(.inside(left, low), range(from: start)) }
        return Expression(.between(left, low, try sum()), range(from: start))
    }

    mutating func comparison() -> Comparison? {
        guard case .symbol(let symbol)? = token?.kind, let comparison = Comparison(symbol) else { return nil }
        position += 1
        return comparison
    }

    mutating func sum() throws(Abandon) -> Expression {
        let start = here
        var result = try term()
        while at(.plus) || at(.minus) {
            let kind: Arithmetic = at(.plus) ? .plus : .minus
            position += 1
            try another()
            result = Expression(.arithmetic(kind, result, try term()), range(from: start))
        }
        return result
    }

    private mutating func term() throws(Abandon) -> Expression {
        let start = here
        var result = try unary()
        while at(.times) || at(.slash) {
            let kind: Arithmetic = at(.times) ? .times : .over
            position += 1
            try another()
            result = Expression(.arithmetic(kind, result, try unary()), range(from: start))
        }
        return result
    }

    mutating func unary() throws(Abandon) -> Expression {
        let start = here
        guard eat(.minus) else { return try postfix() }
        try deeper()
        let inner = try unary()
        depth -= 1
        return Expression(.negate(inner), range(from: start))
    }

    private mutating func postfix() throws(Abandon) -> Expression {
        let start = here
        var result = try primary()
        while true {
            if at(.dot) || at(.openIndex) { try another() }
            if eat(.dot) {
                result = Expression(.member(result, try name()), range(from: start))
            } else if at(.openIndex) {
                let opening = here
                _ = eat(.openIndex)
                try deeper()
                var keys = [try expression()]
                while eat(.comma) { keys.append(try expression()) }
                try close(.closeIndex, opening)
                result = Expression(.index(result, keys), range(from: start))
            } else {
                return result
            }
        }
    }

    private mutating func primary() throws(Abandon) -> Expression {
        guard let token else { throw expected(Self.operand) }
        let range = token.range
        switch token.kind {
        case .number(let value, let percent):
            position += 1
            // 分 may also stand apart from its number; it means nothing.
            if case .word("分")? = self.token?.kind { position += 1 }
            return Expression(.number(value, percent: percent), range)
        case .date(let date):
            position += 1
            return Expression(.date(date), range)
        case .month(let month):
            position += 1
            return Expression(.month(month), range)
        case .string(let text), .label(let text):
            position += 1
            return Expression(.text(text), range)
        case .symbol(.open):
            position += 1
            let subject = inSubject
            inSubject = false
            try deeper()
            let inner = try expression()
            try close(.close, range)
            inSubject = subject
            return Expression(inner.kind, self.range(from: range))
        case .word(let word): return try operand(word, range)
        case .symbol, .bad: throw expected(Self.operand)
        }
    }

    private static let operand = Bilingual("数、名称或括号", "a number, a name or a bracket")

    private mutating func operand(_ word: String, _ range: SourceRange) throws(Abandon) -> Expression {
        if let keyword = Keyword(word: word), Keyword.reserved.contains(keyword) {
            switch keyword {
            case .yes, .no:
                _ = eat(keyword)
                return Expression(.bool(keyword == .yes), range)
            case .everyone:
                _ = eat(keyword)
                return Expression(.everyone, range)
            case .this:
                _ = eat(keyword)
                try expect(.dot)
                return Expression(.own(try name()), self.range(from: range))
            case .cases: return try cases()
            default: throw fail(.reserved(word), range)
            }
        }
        if let next = peek(), next.kind == .symbol(.open), !next.spaced {
            if let function = Function(word: word) { return try call(function, Name(word, range)) }
            if !inSubject { throw unknownFunction(word) }
        }
        position += 1
        return Expression(.name(word), range)
    }

    /// A word directly before a bracket that is no function.
    private mutating func unknownFunction(_ word: String) -> Abandon {
        let token = tokens[position]
        // `状态在(…)`, `按笔记等级(…)`
        for keyword in [Keyword.in, .and, .or, .when, .otherwise] where word.hasSuffix(keyword.zh) && word != keyword.zh
        {
            let left = String(word.dropLast(keyword.zh.count))
            return split(
                .glued(Bilingual(left, left), rest: keyword.zh), token,
                at: token.range.start + left.utf8.count)
        }
        if let glued = glued(token, among: [.cases, .not]) { return split(glued.problem, token, at: glued.offset) }
        if let hint = Self.functionHint(word) { return fail(.otherWord(word, right: hint), token.range) }
        if let function = Self.everydayFunctions[word] {
            return mend(
                .unknownFunction(word, nearest: function), token.range,
                as: word.utf8.count == word.count ? function.en : function.zh)
        }
        let meant = suggestion(for: word, in: Function.allCases.flatMap { [$0.zh, $0.en] })
        let function = meant.flatMap { Function(word: $0.word) }
        let problem = SyntaxProblem.unknownFunction(word, nearest: function)
        guard let meant, meant.isCertain else { return fail(problem, token.range) }
        return mend(problem, token.range, as: meant.word)
    }

    /// `按 x (a: v, …)` or `按 (c: v, …)`
    private mutating func cases() throws(Abandon) -> Expression {
        let start = here
        _ = eat(.cases)
        var subject: Expression?
        if !(at(.open) && bracketHoldsCases()) {
            let outer = inSubject
            inSubject = true
            try deeper()
            subject = try sum()
            depth -= 1
            inSubject = outer
        }
        let opening = here
        try expect(.open)
        try deeper()
        let outer = inSubject
        inSubject = false
        var cases = [try oneCase(subject != nil)]
        while eat(.comma) { cases.append(try oneCase(subject != nil)) }
        inSubject = outer
        try close(.close, opening)
        return Expression(.choose(subject, cases), range(from: start))
    }

    /// Whether the bracket here holds `key: value` rather than a calculation.
    private func bracketHoldsCases() -> Bool {
        var level = 0
        for token in tokens[position...] {
            switch token.kind {
            case .symbol(.open), .symbol(.openIndex): level += 1
            case .symbol(.close), .symbol(.closeIndex):
                level -= 1
                if level == 0 { return false }
            case .symbol(.colon) where level == 1: return true
            default: break
            }
        }
        return false
    }

    private mutating func oneCase(_ hasSubject: Bool) throws(Abandon) -> Expression.Case {
        let key: Expression.Key
        let start = here
        if case .word(let word)? = token?.kind, ["否则", "否則", "不然", "其馀"].contains(word),
            peek()?.kind == .symbol(.colon)
        {
            throw mend(.otherWord(word, right: Keyword.rest.spellings), start, as: Keyword.rest.zh)
        }
        if eat(.rest) {
            key = .rest(start)
        } else if !hasSubject {
            key = .condition(try expression())
        } else if let comparison = comparison() {
            key = .compared(comparison, try sum())
        } else {
            let low = try sum()
            key = eat(.range) ? .range(low, try sum()) : .value(low)
        }
        try expect(.colon)
        return Expression.Case(key: key, value: try expression())
    }

    /// `f(R)`, `f(e, e 于 R)`
    private mutating func call(_ function: Function, _ name: Name) throws(Abandon) -> Expression {
        functions[here] = function
        position += 1
        let opening = here
        _ = eat(.open)
        try deeper()
        let outer = inSubject
        inSubject = false
        var call = Expression.Call(function: function, name: name, arguments: [], over: nil)
        if !at(.close) {
            call.arguments.append(try argument())
            while eat(.comma) { call.arguments.append(try argument()) }
            if eat(.over) { call.over = try rows() }
        }
        inSubject = outer
        try close(.close, opening)
        return Expression(.call(call), range(from: name.range))
    }

    private mutating func argument() throws(Abandon) -> Expression.Argument {
        let value = try rowsOrExpression()
        if let mended = mendOrder() { throw mended }
        return Expression.Argument(value: value, ascending: eat(.ascending))
    }

    /// One level deeper, within the limit.
    mutating func deeper() throws(Abandon) {
        depth += 1
        if depth > Self.nestingLimit { throw fail(.tooDeep(Self.nestingLimit), here) }
    }

    /// One operation more, within the limit: a long chain is as deep a formula as nested brackets.
    private mutating func another() throws(Abandon) {
        operations += 1
        if operations > Self.operationLimit { throw fail(.tooLong(Self.operationLimit), here) }
    }

    /// The closing bracket; a missing one is reported at its opening.
    mutating func close(_ symbol: Symbol, _ opening: SourceRange) throws(Abandon) {
        depth -= 1
        if eat(symbol) { return }
        if token == nil || at(.comma) { throw fail(.unclosed(source.text(opening)), opening) }
        throw unexpected(token!)
    }
}
