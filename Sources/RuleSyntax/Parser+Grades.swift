import Diagnostics
import Tables

/// `评定 等级 依 总分 每 教研组`, its table of grades and its policies.
extension Parser {
    mutating func grade(_ line: Line) -> GradeDecl? {
        let header: GradeDecl? = attempt { p throws(Abandon) in
            _ = p.eat(.grade)
            let name = try p.name()
            let declared = try p.declaredCount(.levels)
            if let mended = p.mendBy() { throw mended }
            try p.expect(.by)
            var grade = GradeDecl(
                name: name, declared: declared, keys: try p.gradeKeys(), per: [], when: nil, tail: Tail())
            if p.eat(.per) {
                grade.per.append(try p.path())
                while p.eat(.comma) { grade.per.append(try p.path()) }
            }
            if p.eat(.when) { grade.when = try p.expression() }
            grade.tail = try p.ending()
            return grade
        }
        guard var grade = header else {
            lose(line)
            return nil
        }
        let policies = Self.policies + (isChange ? [.remove] : [])
        var lines: [Line] = []
        forEachLine(of: line, .grade) { p, child in lines.append(child) }
        var isDamaged = false
        let last = lastRow(lines)
        // The first line that is no policy names the columns; a change may be of the policies alone.
        let headerIndex = lines.firstIndex { line in
            begin(line)
            return !isNewPolicy && !(keyword.map(policies.contains) ?? false)
        }
        if let headerIndex, !readHeader(lines[headerIndex], &grade) {
            lose(line)
            return nil
        }
        for (index, child) in lines.enumerated() where index != headerIndex {
            beginContinued(child)
            let isLast = child.range == last
            if lexer.cells(of: child.range).count != grade.headers.count { mendStart(Self.policies) }
            if isChange, at(.remove) {
                if let removal = attempt({ p throws(Abandon) in try p.removal() }) { grade.removals.append(removal) }
            } else if isNewPolicy || keyword.map(policies.contains) ?? false {
                let isNew = isNewPolicy && eatNew()
                if attempt({ p throws(Abandon) in try p.policy(&grade, isNew) }) == nil { lose(child) }
            } else if case .word(let word)? = token?.kind, tokens.count > 1, let hint = Self.hint(word),
                lexer.cells(of: child.range).count != grade.headers.count
            {
                problems.report(SyntaxProblem.otherWord(word, right: hint), at: here)
                isDamaged = true
                lose(child)
            } else if let row = attempt({ p throws(Abandon) in try p.gradeRow(child, grade, isLast) }) {
                grade.rows.append(row)
            } else {
                isDamaged = true
                lose(child)
            }
        }
        if isDamaged {
            // Without all its rows it would be another grading.
            lose(line)
            return nil
        }
        if grade.rows.isEmpty, !isChange { problems.report(SyntaxProblem.needsBlock(.grade), at: grade.name.range) }
        return grade
    }

    private mutating func readHeader(_ line: Line, _ grade: inout GradeDecl) -> Bool {
        if let child = line.children.first {
            problems.report(SyntaxProblem.noBlock(source.text(start(of: line))), at: start(of: child))
        }
        grade.headers = lexer.cells(of: line.range).map { Name($0.text, $0.range) }
        if grade.headers.count >= 2 { return true }
        problems.report(SyntaxProblem.gradeHeader, at: grade.headers.first?.range ?? grade.name.range)
        return false
    }

    /// `新增 定为 …`, `新增 不得 …`
    private var isNewPolicy: Bool { isChange && at(.new) && [.place, .bar].contains(Self.keyword(peek())) }

    static let policies: [Keyword] = [.shares, .ties, .place, .bar, .base, .note, .clause]

    mutating func gradeKeys() throws(Abandon) -> [GradeDecl.Key] {
        var keys: [GradeDecl.Key] = []
        repeat {
            let value = try sum()
            if let mended = mendOrder() { throw mended }
            keys.append(GradeDecl.Key(value: value, ascending: eat(.ascending)))
        } while eat(.comma)
        return keys
    }

    /// Where the last line of grades stands that takes anybody.
    private mutating func lastRow(_ lines: [Line]) -> SourceRange? {
        lines.last { line in
            begin(line)
            if isNewPolicy || keyword.map(Self.policies.contains) ?? false { return false }
            let cells = lexer.cells(of: line.range)
            return cells.count > 1 && cells[1].text.filter { $0 != " " } != "0\(Unit.persons.spellings.zh)"
        }?.range
    }

    /// `按 总分`, `按总分` where 依 is meant.
    private mutating func mendBy() -> Abandon? {
        guard case .word(let word)? = token?.kind, word.hasPrefix(Keyword.cases.zh) else { return nil }
        let rest = word.dropFirst(Keyword.cases.zh.count)
        let text = rest.isEmpty ? Keyword.by.zh : "\(Keyword.by.zh) \(rest)"
        return mend(.otherWord(Keyword.cases.zh, right: Keyword.by.spellings), here, as: text)
    }

    private mutating func gradeRow(_ line: Line, _ grade: GradeDecl, _ isLast: Bool) throws(Abandon) -> GradeDecl.Row {
        let cells = lexer.cells(of: line.range)
        let width = grade.headers.count
        let range = SourceRange(line.range.start, cells.last?.range.end ?? line.range.start)
        if let child = line.children.first {
            throw fail(.noBlock(cells.first?.text ?? ""), start(of: child))
        }
        guard cells.count == width else {
            throw fail(.rowLength(expected: width, found: cells.count), range)
        }
        begin(cells[1])
        let quotas = try self.quotas(grade, isLast: isLast)
        if case .word(let word)? = token?.kind, let rounding = RoundingName(word: word)?.spellings {
            throw fail(
                .misplacedWord(word, wants: Bilingual("“份额取整 \(rounding.zh)”", "“quotas \(rounding.en)”")), here)
        }
        try end()
        var values: [Expression] = []
        for cell in cells.dropFirst(2) {
            begin(cell)
            values.append(try expression())
            try end()
        }
        let (word, label) = isChange ? cells[0].marked : (nil, Name(cells[0].text, cells[0].range))
        return GradeDecl.Row(isNew: word == .new, label: label, quotas: quotas, values: values, range: range)
    }

    /// Which of 全体 are graded together with a person, as an operation on rows says it.
    private func members(of grade: GradeDecl) -> String {
        let paths = grade.per.map { path in path.count == 1 ? path[0].text : "…" }
        let same = paths.isEmpty ? nil : "\(Keyword.same.zh) \(paths.joined(separator: ", "))"
        let when = grade.when.map { "\(Keyword.when.zh) \(source.text($0.range))" }
        return [same, when].compactMap { $0 }.joined(separator: " ")
    }

    private mutating func quotas(_ grade: GradeDecl, isLast: Bool) throws(Abandon) -> [GradeDecl.Quota] {
        let start = here
        if eat(.rest) { return [.rest(start)] }
        var quotas: [GradeDecl.Quota] = []
        var seats: SourceRange?
        let among = members(of: grade)
        func beside(_ range: SourceRange) -> SyntaxProblem {
            .quotaBound(source.text(range), share: seats.map { source.text($0) }, among: among)
        }
        repeat {
            if let bound = quotaInWords(at: position) {
                guard bound.isSeats, seats != nil || bound.isLeast && !(isLast && position == 0) else {
                    throw mend(bound)
                }
                throw fail(beside(bound.range), bound.range)
            }
            let start = here
            let quota = try quota()
            let whole = range(from: start)
            quotas.append(quota)
            if case .threshold = quota { continue }
            if seats != nil { throw fail(beside(whole), whole) }
            seats = whole
        } while eat(.and)
        guard seats != nil, let token else { return quotas }
        // `20%，不少于1人`, `20%（不少于1人）`, `20% 保底 1 人`
        let next = token.kind == .symbol(.comma) || token.kind == .symbol(.open) ? position + 1 : position
        if let bound = quotaInWords(at: next) { throw fail(beside(bound.range), bound.range) }
        if at(.floor) || at(.cap) {
            let rest = here.union(tokens[tokens.count - 1].range)
            throw fail(beside(rest), rest)
        }
        return quotas
    }

    private mutating func quota() throws(Abandon) -> GradeDecl.Quota {
        if eat(.floor) {
            let value = try sum()
            return .atLeast(value, heads: eat(Unit.persons))
        }
        if let comparison = comparison() { return .threshold(comparison, try sum()) }
        let value = try sum()
        return eat(Unit.persons) ? .heads(value) : .share(value)
    }

    private mutating func policy(_ grade: inout GradeDecl, _ isNew: Bool) throws(Abandon) {
        let start = here
        switch keyword {
        case .shares:
            _ = eat(.shares)
            if grade.quotaRounding != nil { throw fail(.repeated(Bilingual("份额取整", "quotas")), start) }
            let rounding: GradeDecl.QuotaRounding
            if eat(.largestRemainder) {
                rounding = .largestRemainder
            } else if let mode = roundingMode() {
                rounding = eat(.cumulative) ? .cumulative(mode) : .each(mode)
            } else {
                throw expected(
                    Bilingual("“四舍五入”“五成双”“进一”“去尾”或“最大余数”", "“halfup”, “halfeven”, “up”, “down” or “remainders”"),
                    among: Self.roundingWords + Self.words(.largestRemainder))
            }
            grade.lines[.shares] = StatedLine(range: start, tail: try ending())
            grade.quotaRounding = rounding
        case .ties:
            _ = eat(.ties)
            if grade.ties != nil { throw fail(.repeated(Bilingual("并列", "ties")), start) }
            let then = eat(.by) ? try gradeKeys() : []
            guard at(.allIn) || at(.allOut) else {
                throw expected(
                    Bilingual("“全部入选”或“全部落选”", "“allin” or “allout”"),
                    among: Self.words(.allIn) + Self.words(.allOut) + Self.words(.by))
            }
            let allIn = eat(.allIn)
            if !allIn { _ = eat(.allOut) }
            grade.lines[.ties] = StatedLine(range: start, tail: try ending())
            grade.ties = GradeDecl.Ties(then: then, allIn: allIn)
        case .place:
            _ = eat(.place)
            let label = try label()
            try expect(.when)
            let when = try expression()
            grade.placements.append(GradeDecl.Placement(isNew: isNew, label: label, when: when, tail: try ending()))
        case .bar:
            _ = eat(.bar)
            let label = try label()
            try expect(.when)
            var bar = GradeDecl.Bar(
                isNew: isNew, label: label, when: try expression(), refill: nil, tail: Tail(), range: start)
            if eat(.refill) { bar.refill = true } else if eat(.vacant) { bar.refill = false }
            bar.range = range(from: start)
            bar.tail = try ending()
            grade.bars.append(bar)
        case .base:
            _ = eat(.base)
            if grade.baseIncludesPlaced != nil { throw fail(.repeated(Bilingual("基数", "base")), start) }
            guard at(.everyone) || at(.rest) else { throw expectedBase() }
            let includesPlaced = eat(.everyone)
            if !includesPlaced { _ = eat(.rest) }
            grade.lines[.base] = StatedLine(range: start, tail: try ending())
            grade.baseIncludesPlaced = includesPlaced
        default: note(&grade.tail)
        }
    }

    /// `含定为` and `不含定为` say in words what 全体 and 其余 say.
    private mutating func expectedBase() -> Abandon {
        if let token, case .word(let word) = token.kind, let keyword = Self.baseWords[word] {
            return mend(.otherWord(word, right: keyword.spellings), token.range, as: keyword.zh)
        }
        return expected(
            Bilingual("“全体”或“其余”", "“everyone” or “rest”"), among: Self.words(.everyone) + Self.words(.rest))
    }

    private static let baseWords: [String: Keyword] = ["含定为": .everyone, "不含定为": .rest, "全部": .everyone, "其他": .rest]

    static func words(_ keyword: Keyword) -> [String] { [keyword.zh, keyword.en] }
}
