import Diagnostics
import Tables

/// `评定 等级 依 总分 每 教研组`, its table of grades and its policies.
extension Parser {
    mutating func grade(_ line: Line) -> GradeDecl? {
        let header: GradeDecl? = attempt { p throws(Abandon) in
            _ = p.eat(.grade)
            let name = try p.name()
            let declared = try p.declaredCount(.levels)
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
        guard var grade = header else { return nil }
        let lines = block(line)
        // The first line that is no policy names the columns; a change may be of the policies alone.
        let headerIndex = lines.firstIndex { line in
            begin(line)
            return !(keyword.map(Self.policies.contains) ?? false)
        }
        if let headerIndex, !readHeader(lines[headerIndex], &grade) { return grade }
        for (index, child) in lines.enumerated() where index != headerIndex {
            beginContinued(child)
            if let keyword, Self.policies.contains(keyword) {
                attempt { p throws(Abandon) in try p.policy(&grade) }
            } else if let row = attempt({ p throws(Abandon) in try p.gradeRow(child, grade.headers.count) }) {
                grade.rows.append(row)
            }
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

    private static let policies: Set<Keyword> = [.shares, .ties, .place, .bar, .base, .note, .clause]

    mutating func gradeKeys() throws(Abandon) -> [GradeDecl.Key] {
        var keys: [GradeDecl.Key] = []
        repeat {
            let value = try sum()
            keys.append(GradeDecl.Key(value: value, ascending: eat(.ascending)))
        } while eat(.comma)
        return keys
    }

    private mutating func gradeRow(_ line: Line, _ width: Int) throws(Abandon) -> GradeDecl.Row {
        let cells = lexer.cells(of: line.range)
        let range = SourceRange(line.range.start, cells.last?.range.end ?? line.range.start)
        if let child = line.children.first {
            throw fail(.noBlock(cells.first?.text ?? ""), start(of: child))
        }
        guard cells.count == width else {
            throw fail(.rowLength(expected: width, found: cells.count), range)
        }
        begin(cells[1])
        let quotas = try self.quotas()
        try end()
        var values: [Expression] = []
        for cell in cells.dropFirst(2) {
            begin(cell)
            values.append(try expression())
            try end()
        }
        return GradeDecl.Row(
            label: Name(cells[0].text, cells[0].range), quotas: quotas, values: values, range: range)
    }

    private mutating func quotas() throws(Abandon) -> [GradeDecl.Quota] {
        let start = here
        if eat(.rest) { return [.rest(start)] }
        var quotas: [GradeDecl.Quota] = []
        repeat { quotas.append(try quota()) } while eat(.and)
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

    private mutating func policy(_ grade: inout GradeDecl) throws(Abandon) {
        let start = here
        if let keyword { grade.policyRanges[keyword] = start }
        switch keyword {
        case .shares:
            _ = eat(.shares)
            if grade.quotaRounding != nil { throw fail(.repeated(Bilingual("份额取整", "quotas")), start) }
            if eat(.largestRemainder) {
                grade.quotaRounding = .largestRemainder
            } else if let mode = roundingMode() {
                grade.quotaRounding = eat(.cumulative) ? .cumulative(mode) : .each(mode)
            } else {
                throw expected(
                    Bilingual("“四舍五入”“五成双”“进一”“去尾”或“最大余数”", "“halfup”, “halfeven”, “up”, “down” or “remainders”"))
            }
        case .ties:
            _ = eat(.ties)
            if grade.ties != nil { throw fail(.repeated(Bilingual("并列", "ties")), start) }
            let then = eat(.by) ? try gradeKeys() : []
            guard at(.allIn) || at(.allOut) else {
                throw expected(Bilingual("“全部入选”或“全部落选”", "“allin” or “allout”"))
            }
            let allIn = eat(.allIn)
            if !allIn { _ = eat(.allOut) }
            grade.ties = GradeDecl.Ties(then: then, allIn: allIn)
        case .place:
            _ = eat(.place)
            let label = try label()
            try expect(.when)
            let when = try expression()
            grade.placements.append(GradeDecl.Placement(label: label, when: when, tail: try ending()))
        case .bar:
            _ = eat(.bar)
            let label = try label()
            try expect(.when)
            var bar = GradeDecl.Bar(label: label, when: try expression(), refill: nil, tail: Tail(), range: start)
            if eat(.refill) { bar.refill = true } else if eat(.vacant) { bar.refill = false }
            bar.range = range(from: start)
            bar.tail = try ending()
            grade.bars.append(bar)
        case .base:
            _ = eat(.base)
            if grade.baseIncludesPlaced != nil { throw fail(.repeated(Bilingual("基数", "base")), start) }
            guard at(.everyone) || at(.rest) else {
                throw expected(Bilingual("“全体”或“其余”", "“everyone” or “rest”"))
            }
            grade.baseIncludesPlaced = eat(.everyone)
            if grade.baseIncludesPlaced == false { _ = eat(.rest) }
        default: note(&grade.tail)
        }
        _ = try ending()
    }
}
