package import Diagnostics
import Tables

/// Thrown where a statement cannot be read further; the message has been reported. The next statement goes on.
struct Abandon: Error {}

/// Reads a rules file: a statement a line, blocks by indentation. A mistake costs its statement only.
package struct Parser {
    let source: SourceFile
    let lexer: Lexer
    package internal(set) var problems: [Diagnostic] = []
    /// Where each keyword stands, for the formatter and for translating keywords.
    package internal(set) var keywords: [SourceRange: Keyword] = [:]
    /// Where functions, raw texts and choices stand, likewise.
    package internal(set) var functions: [SourceRange: Function] = [:]
    /// Where names of types, ways of rounding and units stand, with both spellings.
    package internal(set) var words: [SourceRange: Bilingual] = [:]
    package internal(set) var verbatim: [SourceRange] = []

    /// Whether the file being read builds on another, so that it may add and remove.
    var isChange = false
    /// The tables that have been declared: their names are no slips, whatever they look like.
    var tableNames = Set<String>()

    // The statement being read.
    var tokens: [Token] = []
    var position = 0
    /// The end of the statement, where a message about something missing points.
    var endOffset = 0
    var depth = 0
    /// Operations read so far in the statement: each makes the formula one level deeper at most.
    var operations = 0
    /// Whether a subject of 按 is being read, after which a bracket opens the cases.
    var inSubject = false
    /// Whether a formula of the statement has been read, in which two dates make no range.
    var isInFormula = false

    // What is read instead of what stands there.
    var mends: [Int: Mend] = [:]
    /// Whether the message just given has been mended, so that the statement is read again.
    var isMended = false
    /// Where the statement ends although deeper lines follow, which are statements of their own.
    var cut: Int?
    /// The lines that continue the statement, by where they start.
    var continuations: [Int: Int] = [:]
    var continued: [Line] = []
    /// Lines that stand too deep or not deep enough, to be read among their likely siblings.
    var hoisted: [Line] = []
    /// The block whose lines are being read.
    var block = Block.file
    /// The words of lines that could not be read: what they would have defined is not unknown.
    var unread = Unread()

    package static let nestingLimit = 64
    package static let operationLimit = 1000
    package static let fileLimit = 5_000_000
    package static let lineLimit = 65_536

    package init(_ source: SourceFile) {
        self.source = source
        lexer = Lexer(source)
    }

    /// The file, and every mistake in it.
    package static func parse(_ source: SourceFile) -> (file: RulesFile, problems: [Diagnostic]) {
        var parser = Parser(source)
        var merged = RulesFile()
        guard parser.isReadable() else {
            merged.unread.isHopeless = true
            return (merged, parser.problems)
        }
        for (index, part) in source.parts.enumerated() {
            var file = parser.file(part)
            file.unread = parser.unread
            if index == 0 {
                merged = file
            } else {
                var merger = Merger(problems: parser.problems)
                merged = merger.merge(merged, file)
                merged.unread = parser.unread
                // What could not be applied leaves names behind that nobody defines.
                if merger.problems.count(where: { $0.severity == .error })
                    > parser.problems.count(where: { $0.severity == .error })
                {
                    merged.unread.isHopeless = true
                }
                parser.problems = merger.problems
            }
        }
        merged.speaksEnglish =
            parser.keywords.min { $0.key.start < $1.key.start }.map { parser.source.text($0.key) == $0.value.en }
            ?? false
        return (merged, parser.problems)
    }

    /// Whether the text can be looked at at all: its size, its lines, its encoding.
    mutating func isReadable() -> Bool {
        if source.bytes.count > Self.fileLimit {
            problems.report(
                SyntaxProblem.tooLarge(bytes: source.bytes.count, limit: Self.fileLimit), at: SourceRange(0, 0))
            return false
        }
        // Whether each line is text is asked only where not all of it is.
        let isText = String(validating: source.bytes, as: UTF8.self) != nil
        for (index, start) in source.lineStarts.enumerated() {
            let end = index + 1 < source.lineStarts.count ? source.lineStarts[index + 1] : source.bytes.count
            if end - start > Self.lineLimit {
                problems.report(SyntaxProblem.lineTooLong(limit: Self.lineLimit), at: SourceRange(start, start))
            } else if !isText, String(validating: source.bytes[start..<end], as: UTF8.self) == nil {
                problems.report(SyntaxProblem.notText, at: SourceRange(start, start))
                return false
            }
        }
        return problems.isEmpty
    }

    // MARK: Statements

    /// Loads a line's own tokens: the header of a block.
    mutating func begin(_ line: Line) {
        cut = nil
        continued = []
        continuations = [:]
        load(mended(lexer.tokens(of: line.range)), end: lexer.withoutComment(line.range).end)
    }

    /// Loads a line with the deeper lines that continue it.
    mutating func beginContinued(_ line: Line) {
        var tokens = lexer.tokens(of: line.range)
        var end = lexer.withoutComment(line.range).end
        var continued: [Line] = []
        var starts: [Int: Int] = [:]
        func append(_ lines: [Line]) {
            for child in lines {
                var more = lexer.tokens(of: child.range)
                if !more.isEmpty {
                    more[0].spaced = true
                    starts[more[0].range.start] = continued.count
                }
                continued.append(child)
                tokens += more
                end = lexer.withoutComment(child.range).end
                append(child.children)
            }
        }
        append(line.children)
        cut = nil
        self.continued = continued
        continuations = starts
        load(mended(tokens), end: end)
    }

    /// Loads a cell that holds a formula.
    mutating func begin(_ cell: Cell) {
        cut = nil
        continued = []
        continuations = [:]
        load(mended(lexer.tokens(of: cell.range)), end: cell.range.end)
    }

    mutating func load(_ tokens: [Token], end: Int) {
        self.tokens = tokens
        position = 0
        endOffset = end
        depth = 0
        operations = 0
        inSubject = false
        isInFormula = false
    }

    // MARK: Tokens

    var token: Token? { position < tokens.count ? tokens[position] : nil }

    func peek(_ distance: Int = 1) -> Token? {
        position + distance < tokens.count ? tokens[position + distance] : nil
    }

    var here: SourceRange { token?.range ?? SourceRange(endOffset, endOffset) }

    /// From the start of a range to the end of the last token read.
    func range(from start: SourceRange) -> SourceRange {
        SourceRange(start.start, position > 0 ? max(start.end, tokens[position - 1].range.end) : start.end)
    }

    var keyword: Keyword? { Self.keyword(token) }

    static func keyword(_ token: Token?) -> Keyword? {
        if case .word(let word)? = token?.kind { Keyword(word: word) } else { nil }
    }

    func at(_ keyword: Keyword) -> Bool { self.keyword == keyword }
    func at(_ symbol: Symbol) -> Bool { token?.kind == .symbol(symbol) }

    mutating func eat(_ keyword: Keyword) -> Bool {
        guard at(keyword) else { return false }
        keywords[here] = keyword
        position += 1
        return true
    }

    mutating func eat(_ unit: Unit) -> Bool { eat(unit.spellings) }

    /// A word that is no keyword but has two spellings.
    mutating func eat(_ spellings: Bilingual) -> Bool {
        guard case .word(let word)? = token?.kind, spellings.has(word) else { return false }
        words[here] = spellings
        position += 1
        return true
    }

    mutating func eat(_ symbol: Symbol) -> Bool {
        guard at(symbol) else { return false }
        position += 1
        return true
    }

    mutating func expect(_ keyword: Keyword) throws(Abandon) {
        guard eat(keyword) else {
            throw expected(Bilingual("“\(keyword.zh)”", "“\(keyword.en)”"), among: [keyword.zh, keyword.en])
        }
    }

    mutating func expect(_ symbol: Symbol) throws(Abandon) {
        if eat(symbol) { return }
        if symbol == .range, let mended = mendBoundSign() { throw mended }
        throw expected(Bilingual("“\(symbol.rawValue)”", "“\(symbol.rawValue)”"))
    }

    /// Whether the statement is `名 = …`: then its first word is a name, whatever it is.
    var isDefinition: Bool {
        guard case .word? = token?.kind, let next = peek() else { return false }
        return next.kind == .symbol(.equal) || next.kind == .bad(.doubleEqual)
    }

    // MARK: Words

    static let nameWanted = Bilingual("一个名称", "a name")

    mutating func name(_ what: Bilingual = Parser.nameWanted) throws(Abandon) -> Name {
        guard let token, case .word(let word) = token.kind else { throw expected(what) }
        if let keyword = Keyword(word: word), Keyword.reserved.contains(keyword) {
            throw fail(.reserved(word), token.range)
        }
        position += 1
        return Name(word, token.range)
    }

    mutating func names() throws(Abandon) -> [Name] {
        var names = [try name()]
        while eat(.comma) { names.append(try name()) }
        return names
    }

    mutating func path() throws(Abandon) -> [Name] {
        var path = [try name()]
        while eat(.dot) { path.append(try name()) }
        return path
    }

    mutating func string() -> Name? {
        guard let token, case .string(let text) = token.kind else { return nil }
        position += 1
        return Name(text, token.range)
    }

    /// A choice: quoted, or the signs up to a blank, a separator or a bracket.
    mutating func label() throws(Abandon) -> Name {
        if let text = string() { return text }
        let start = here
        var first = true
        while let token, first || !token.spaced, Self.belongsToLabel(token) {
            position += 1
            first = false
        }
        guard !first else { throw expected(Bilingual("一个选项", "a choice")) }
        let range = range(from: start)
        verbatim.append(range)
        return Name(source.text(range), range)
    }

    private static func belongsToLabel(_ token: Token) -> Bool {
        switch token.kind {
        case .word, .number, .label, .date, .month: true
        case .symbol(let symbol):
            switch symbol {
            case .plus, .minus, .dot, .times, .slash: true
            default: false
            }
        case .string, .bad: false
        }
    }

    mutating func wholeNumber() throws(Abandon) -> Int {
        guard let token, case .number(let value, percent: false) = token.kind else {
            if let mended = mendNumber() { throw mended }
            throw expected(Bilingual("一个整数", "a whole number"))
        }
        guard let whole = value.toInt(), (0...30).contains(whole) else { throw fail(.wholeNumber, token.range) }
        position += 1
        return whole
    }

    /// `小数 2 位 四舍五入`, the keyword included.
    mutating func rounding() throws(Abandon) -> Rounding {
        let start = here
        try expect(.decimals)
        let places = try wholeNumber()
        // 位 may also stand apart from its number; it means nothing.
        if case .word("位")? = token?.kind { position += 1 }
        guard let mode = roundingMode() else {
            throw expected(
                Bilingual("“四舍五入”“五成双”“进一”或“去尾”", "“halfup”, “halfeven”, “up” or “down”"),
                among: Self.roundingWords)
        }
        return Rounding(places: places, mode: mode, range: range(from: start))
    }

    static let roundingWords = RoundingName.allCases.flatMap { [$0.spellings.zh, $0.spellings.en] }

    mutating func roundingMode() -> RoundingMode? {
        guard case .word(let word)? = token?.kind, let name = RoundingName(word: word) else { return nil }
        guard eat(name.spellings) else { return nil }
        return name.mode
    }

    // MARK: Raw text

    /// The rest of the physical line, up to a comment or to one of the words.
    mutating func raw(upTo stops: [Keyword] = []) -> Name {
        let start = here.start
        let lineEnd = source.lineRange(source.lineIndex(at: start)).end
        var end = min(lexer.withoutComment(SourceRange(start, max(start, lineEnd))).end, max(endOffset, start))
        var index = position
        while index < tokens.count, tokens[index].range.start < end {
            let token = tokens[index]
            if token.spaced, let keyword = Self.keyword(token), stops.contains(keyword) {
                end = token.range.start
                break
            }
            index += 1
        }
        position = index
        let text = source.text(SourceRange(start, max(start, end)))
        let trimmed = text.trimmedBlanks
        let name = Name(trimmed, SourceRange(start, start + trimmed.utf8.count))
        if !trimmed.isEmpty { verbatim.append(name.range) }
        return name
    }

    /// `依据 …` and `说明 …` at the end of a statement.
    mutating func tail() throws(Abandon) -> Tail {
        var tail = Tail()
        while at(.clause) || at(.note) {
            if at(.clause) || at(.note), peek()?.kind == .symbol(.colon), let keyword {
                position += 1
                throw mendColon(behind: keyword.spellings)
            }
            if eat(.clause) {
                let text = raw(upTo: [.note, .clause])
                if text.text.isEmpty { throw expected(Bilingual("条款号", "the number of a clause")) }
                tail.clause = joined(tail.clause, text)
            } else if eat(.note) {
                var text = raw()
                if text.text.isEmpty { throw expected(Bilingual("说明的文字", "the text of the note")) }
                // Deeper lines go on with the note.
                while token != nil, !at(.clause), !at(.note) { text = joined(text, raw()) }
                tail.note = joined(tail.note, text)
            }
        }
        return tail
    }

    func joined(_ first: Name?, _ second: Name) -> Name {
        guard let first else { return second }
        return Name(first.text + " " + second.text, first.range.union(second.range))
    }

    /// The tail and the end of the statement.
    mutating func ending() throws(Abandon) -> Tail {
        let tail = try tail()
        try end()
        return tail
    }

    /// Refuses what is left of a statement, saying what is likely meant.
    mutating func end() throws(Abandon) {
        guard let token else { return }
        throw unexpected(token)
    }

    // MARK: Messages

    mutating func fail(_ problem: SyntaxProblem, _ range: SourceRange, fix: String? = nil) -> Abandon {
        problems.report(problem, at: range, fix: fix.map { [Edit(range, $0)] } ?? [])
        return Abandon()
    }

    /// Says that something else is needed here. `among` are the words that may stand here.
    mutating func expected(_ what: Bilingual, among words: [String] = []) -> Abandon {
        guard let token else { return fail(.expected(what, found: nil), here) }
        if let mended = mendMisfit(token, among: words, afterOperand: isAfterOperand) { return mended }
        if let fault = fault(token) { return fail(fault, token.range) }
        return fail(.expected(what, found: source.text(token.range)), token.range)
    }

    /// Says that nothing more can stand here.
    mutating func unexpected(_ token: Token) -> Abandon {
        if let hoisted = hoist(token) { return hoisted }
        if let mended = mendMisfit(token, among: Self.insideWords, afterOperand: true) { return mended }
        let problem = fault(token) ?? misplaced(token) ?? .unexpected(source.text(token.range))
        if let index = continuations[token.range.start], depth == 0 {
            // The statement is complete without the lines that do not fit.
            for line in continued[index...] { lose(line, children: false) }
            cut = token.range.start
            isMended = true
        }
        return fail(problem, token.range)
    }

    /// A keyword that belongs behind something else of its line.
    private func misplaced(_ token: Token) -> SyntaxProblem? {
        guard Self.keyword(token) == .ascending else { return nil }
        let wants = Bilingual("所比的量后面，如“依 总分 由低到高”", "behind what is compared, as in “by total ascending”")
        return .misplaced(.ascending, wants: wants)
    }

    /// A keyword that has grown together with the word or number after it, and where they part.
    func glued(_ token: Token, among keywords: [Keyword] = Parser.inside) -> (problem: SyntaxProblem, offset: Int)? {
        guard case .word(let word) = token.kind, Keyword(word: word) == nil, TypeName(word: word) == nil,
            RoundingName(word: word) == nil, token.range.end - token.range.start == word.utf8.count
        else { return nil }
        let candidates = keywords.filter { word.hasPrefix($0.zh) && word.count > $0.zh.count }
        guard let keyword = candidates.max(by: { $0.zh.count < $1.zh.count }) else { return nil }
        return (
            .glued(keyword.spellings, rest: String(word.dropFirst(keyword.zh.count))),
            token.range.start + keyword.zh.utf8.count
        )
    }

    /// Keywords that stand inside a statement.
    static let inside: [Keyword] = [
        .when, .otherwise, .floor, .cap, .decimals, .in, .and, .or, .to, .same, .per, .take, .drop, .over, .by,
        .ascending, .full, .key, .optional, .default, .judged, .fromHeader, .fromSheet, .add, .deduct, .clause, .note,
        .refill, .vacant, .cumulative, .use, .allIn, .allOut, .require, .reference,
    ]

    private static let insideWords = inside.flatMap { [$0.zh, $0.en] }

    func fault(_ token: Token) -> SyntaxProblem? {
        guard case .bad(let fault) = token.kind else { return nil }
        switch fault {
        case .openQuote, .strayQuote: return .openQuote
        case .unknownSign(let sign): return .unknownSign(sign)
        case .rangeSign(let sign): return .rangeSign(sign)
        case .doubleEqual: return .doubleEqual
        case .badDate(let text): return .badDate(text)
        case .dateSigns(let text, let date): return .otherWord(text, right: Bilingual(date, date))
        case .digitLookAlike(let text): return .digitLookAlike(text)
        }
    }
}

extension String {
    /// Without blanks at either end.
    var trimmedBlanks: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !Scalars.isBlank($0) }),
            let last = scalars.lastIndex(where: { !Scalars.isBlank($0) })
        else { return "" }
        return String(scalars[first...last])
    }
}
