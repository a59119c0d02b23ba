import Diagnostics
import Tables

extension Parser {
    // MARK: 考核, 项目, 逐条

    mutating func assessment(_ line: Line) -> AssessDecl? {
        let start = position
        var header = attempt { p throws(Abandon) in try p.assessmentHeader() }
        if header == nil {
            lose(line, children: false)
            position = start + 1
            if case .word(let word)? = token?.kind {
                let name = Name(word, here)
                header = AssessDecl(table: name, population: nil, body: SectionDecl(name: name, isDamaged: true))
            }
        }
        var body = header?.body ?? SectionDecl(name: Name("", line.range))
        items(line, &body, inAssessment: true)
        guard var assessment = header else { return nil }
        assessment.body = body
        return assessment
    }

    private mutating func assessmentHeader() throws(Abandon) -> AssessDecl {
        _ = eat(.assess)
        let table = try name()
        let population = eat(.when) ? try expression() : nil
        var body = SectionDecl(name: table)
        try attributes(&body)
        body.tail = try ending()
        return AssessDecl(table: table, population: population, body: body)
    }

    private mutating func section(_ line: Line) -> SectionDecl {
        let start = here
        var body = SectionDecl(name: Name("", start))
        let header: Void? = attempt { p throws(Abandon) in
            body = SectionDecl(name: Name("", start))
            _ = p.eat(.section)
            body.name = try p.name()
            try p.attributes(&body)
            body.tail = try p.ending()
        }
        if header == nil {
            lose(line, children: false)
            body.isDamaged = true
        }
        items(line, &body, inAssessment: false)
        return body
    }

    /// `满分 30`, `满分 -3..3`, `保底 0`, `取 最高 2 项`, `5 项`
    ///
    /// After the rows of 逐条, 取 and 去 belong to the rows.
    private mutating func attributes(_ body: inout SectionDecl, picks: Bool = true) throws(Abandon) {
        while true {
            let start = here
            if let mended = mendFull() { throw mended }
            if eat(.full) {
                if body.full != nil { throw fail(.repeated(Bilingual("满分", "max")), start) }
                let first = try signedNumber()
                if eat(.range) {
                    let high = try signedNumber()
                    body.full = SectionDecl.Bounds(low: first, high: high, range: range(from: start))
                } else {
                    body.full = SectionDecl.Bounds(low: nil, high: first, range: range(from: start))
                }
            } else if eat(.floor) {
                if body.floor != nil { throw fail(.repeated(Bilingual("保底", "floor")), start) }
                let value = try signedNumber()
                body.floor = Expression(.number(value, percent: false), range(from: start))
            } else if picks, at(.take) || at(.drop) {
                if body.pick != nil { throw fail(.repeated(Bilingual("取、去", "take and drop")), start) }
                let keep = at(.take)
                _ = eat(keep ? .take : .drop)
                let highest = try highestOrLowest()
                let count = try wholeNumber()
                _ = eat(Unit.items)
                if count == 0 { throw fail(.wholeNumber, range(from: start)) }
                body.pick = SectionDecl.Pick(
                    keep: keep, highest: highest, count: count, range: range(from: start))
            } else if picks, let declared = try declaredCount(.items) {
                if body.declared != nil { throw fail(.repeated(Bilingual("项数", "the number of items")), start) }
                body.declared = declared
            } else {
                return
            }
        }
    }

    /// `（10分）`, `10分` behind a name: the maximum as plans write it.
    private mutating func mendFull() -> Abandon? {
        var range = here
        if at(.open), let close = tokens[position...].first(where: { $0.kind == .symbol(.close) }) {
            range = range.union(close.range)
        } else if case .word("分")? = peek()?.kind, let unit = peek() {
            range = range.union(unit.range)
        }
        let written = source.text(range)
        let words = written.filter { !"（）() ".contains($0) }
        let digits = words.hasPrefix(Keyword.full.zh) ? words.dropFirst(Keyword.full.zh.count) : words[...]
        guard digits.hasSuffix("分"), let points = Number(decimal: digits.dropLast()) else { return nil }
        return mend(
            .otherWord(
                written,
                right: Bilingual("\(Keyword.full.zh) \(points)", "\(Keyword.full.en) \(points)")), range,
            as: (token?.spaced ?? true ? "" : " ") + "\(Keyword.full.zh) \(points)")
    }

    /// `5 项`, `4 档`: how many the plan speaks of.
    mutating func declaredCount(_ unit: Unit) throws(Abandon) -> DeclaredCount? {
        guard case .number? = token?.kind else { return nil }
        let start = here
        let count = try wholeNumber()
        _ = eat(unit)
        return DeclaredCount(count: count, range: range(from: start))
    }

    private mutating func signedNumber() throws(Abandon) -> Number {
        let negative = eat(.minus)
        guard let token, case .number(let value, percent: false) = token.kind else {
            if let mended = mendNumber() { throw mended }
            throw expected(Bilingual("一个数", "a number"))
        }
        position += 1
        return negative ? -value : value
    }

    private mutating func items(_ line: Line, _ body: inout SectionDecl, inAssessment: Bool) {
        forEachLine(of: line, inAssessment ? .assessment : .section) { p, child in
            p.item(child, &body, inAssessment: inAssessment)
        }
    }

    private mutating func item(_ child: Line, _ body: inout SectionDecl, inAssessment: Bool) {
        begin(child)
        if at(.remove), !isDefinition {
            beginContinued(child)
            if let removal = attempt({ p throws(Abandon) in try p.removal() }) { body.removals.append(removal) }
            return
        }
        let known = Self.sectionStatements + (inAssessment ? [.grade, .output] : [])
        mendStart(isChange ? known + [.new] : known)
        let isNew = eatNew()
        if isNew { mendStart(known) }
        if !isDefinition {
            switch keyword {
            case .section:
                var section = section(child)
                section.isNew = isNew
                body.items.append(.section(section))
                return
            case .each:
                if let each = each(child) {
                    if isNew { body.additions.append(.each(each)) } else { body.items.append(.each(each)) }
                } else {
                    body.isDamaged = true
                }
                return
            case .grade where inAssessment:
                if var grade = grade(child) {
                    grade.isNew = isNew
                    body.items.append(.grade(grade))
                }
                return
            default: break
            }
        }
        beginContinued(child)
        let count = body.items.count
        let read: Void? = attempt { p throws(Abandon) in try p.rule(child, &body, inAssessment: inAssessment) }
        if isNew, body.items.count > count, body.items[count].range != nil {
            body.additions.append(body.items.removeLast())
        }
        if read == nil {
            lose(child)
            body.isDamaged = true
        }
    }

    private mutating func rule(_ line: Line, _ body: inout SectionDecl, inAssessment: Bool) throws(Abandon) {
        let isNew = eatNew()
        let start = here
        if isDefinition {
            guard at(.score) else {
                var value = try value()
                value.isNew = isNew
                body.items.append(.value(value))
                return
            }
            _ = eat(.score)
            try expect(.equal)
            body.items.append(.score(try change(start)))
            return
        }
        switch keyword {
        case .start:
            _ = eat(.start)
            let value = try expression()
            let whole = range(from: start)
            body.items.append(.start(ChangeDecl(value: value, when: nil, tail: try ending(), range: whole)))
        case .add, .deduct:
            let deduct = at(.deduct)
            _ = eat(deduct ? .deduct : .add)
            body.items.append(.change(try change(start), deduct: deduct))
        case .void:
            _ = eat(.void)
            try expect(.when)
            let condition = try expression()
            let whole = range(from: start)
            body.items.append(
                .void(ChangeDecl(value: condition, when: nil, tail: try ending(), range: whole)))
        case .decimals:
            let rounding = try rounding()
            body.items.append(.rounding(rounding, try ending()))
        case .require: body.items.append(.require(try requirement()))
        case .output where inAssessment: body.items.append(.output(try output()))
        case .note, .clause: note(&body.tail)
        default:
            unknownStatement(line, Self.sectionStatements + (inAssessment ? [.grade, .output] : []))
            throw Abandon()
        }
    }

    static let sectionStatements: [Keyword] = [
        .section, .score, .start, .add, .deduct, .each, .void, .decimals, .require, .note, .clause,
    ]

    /// An amount with an optional condition.
    private mutating func change(_ start: SourceRange) throws(Abandon) -> ChangeDecl {
        let value = try expression()
        let when = eat(.when) ? try expression() : nil
        let whole = range(from: start)
        return ChangeDecl(value: value, when: when, tail: try ending(), range: whole)
    }

    private mutating func each(_ line: Line) -> EachDecl? {
        let start = here
        let header: EachDecl? = attempt { p throws(Abandon) in
            _ = p.eat(.each)
            var each = EachDecl(rows: try p.rows(), body: SectionDecl(name: Name("", start)), range: start)
            try p.attributes(&each.body, picks: false)
            let rule = p.here
            if p.at(.add) || p.at(.deduct) {
                let deduct = p.at(.deduct)
                _ = p.eat(deduct ? .deduct : .add)
                let value = try p.expression()
                let when = p.eat(.when) ? try p.expression() : nil
                let change = ChangeDecl(value: value, when: when, tail: Tail(), range: p.range(from: rule))
                each.body.items.append(.change(change, deduct: deduct))
            } else if p.at(.require) {
                var requirement = try p.requirement()
                each.body.tail = requirement.tail
                requirement.tail = Tail()
                each.body.items.append(.require(requirement))
            }
            each.range = p.range(from: start)
            if p.token != nil { each.body.tail = try p.ending() }
            return each
        }
        guard var each = header else {
            var ignored = SectionDecl(name: Name("", start))
            lose(line)
            items(line, &ignored, inAssessment: false)
            return nil
        }
        if each.body.items.isEmpty {
            if line.children.isEmpty {
                problems.report(SyntaxProblem.needsBlock(.each), at: each.range)
                return nil
            }
            items(line, &each.body, inAssessment: false)
        } else {
            // Below a rule on the same line only its clause and notes may stand.
            for child in line.children {
                beginContinued(child)
                if (at(.note) || at(.clause)) && !isDefinition {
                    note(&each.body.tail)
                } else {
                    problems.report(SyntaxProblem.noBlock(Keyword.each.zh), at: self.start(of: child))
                    break
                }
            }
        }
        return each
    }

    // MARK: 输出

    private mutating func output() throws(Abandon) -> OutputDecl {
        let start = here
        _ = eat(.output)
        var shown: [OutputDecl.Shown] = []
        repeat {
            let first = here
            let path = try path()
            let rounding = at(.decimals) ? try self.rounding() : nil
            shown.append(
                OutputDecl.Shown(path: path, rounding: rounding, header: string()?.text, range: range(from: first)))
        } while eat(.comma)
        let whole = range(from: start)
        return OutputDecl(shown: shown, tail: try ending(), range: whole)
    }
}
