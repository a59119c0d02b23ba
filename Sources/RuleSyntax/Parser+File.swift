package import Diagnostics
import Tables

extension Parser {
    /// The name after 沿用, if the file begins with it; nothing else is read and nothing reported.
    package static func base(of source: SourceFile) -> Name? {
        var parser = Parser(source)
        guard parser.isReadable(), let first = Layout.first(source) else { return nil }
        parser.begin(first)
        guard parser.eat(.use) else { return nil }
        return parser.string()
    }

    /// One file: statements at the left edge.
    mutating func file(_ part: SourceFile.Part) -> RulesFile {
        var file = RulesFile()
        let layout = Layout(source, part)
        isChange = false
        block = .file
        hoisted = []
        let lines = layout.lines
        for range in layout.tooDeep { problems.report(SyntaxProblem.tooDeep(Layout.nestingLimit), at: range) }
        let usual = Self.usual(lines)
        var before: Line?
        for (index, line) in lines.enumerated() {
            if line.indent != usual { uneven(line, expected: usual) }
            var rest = [line]
            while let next = rest.popLast() {
                let isOutdented = statement(next, &file, isFirst: index == 0, after: before)
                if !isOutdented { before = next }
                rest += hoisted.reversed()
                hoisted = []
            }
        }
        return file
    }

    /// Gives whether the line was read as part of the statement before it.
    private mutating func statement(
        _ line: Line, _ file: inout RulesFile, isFirst: Bool, after before: Line?
    ) -> Bool {
        begin(line)
        if at(.use) || at(.remove) { beginContinued(line) }
        if at(.use) {
            if let use = attempt({ p throws(Abandon) in try p.use(isFirst) }) { file.use = use }
            return false
        }
        if at(.remove) {
            if let removal = attempt({ p throws(Abandon) in try p.removal() }) { file.removals.append(removal) }
            return false
        }
        let isNew = eatNew()
        if keyword == nil, outdented(line, &file, after: before) { return true }
        mendStart(isChange ? Self.topStatements + [.new] : Self.topStatements)
        switch keyword {
        case .plan:
            var plan = plan(line)
            plan.isNew = isNew
            if !file.plans.isEmpty { problems.report(SyntaxProblem.severalPlans, at: plan.title.range) }
            file.plans.append(plan)
        case .choices:
            let choices = attempt { p throws(Abandon) in try p.choices(line) }
            if choices == nil { lose(line) }
            add(choices, isNew, to: &file.choices)
        case .table:
            let table = table(line)
            if let table { tableNames.insert(table.name.text) }
            add(table, isNew, to: &file.tables)
        case .lookup: add(lookup(line), isNew, to: &file.lookups)
        case .assess: add(assessment(line), isNew, to: &file.assessments)
        case .unscored: add(unscored(line), isNew, to: &file.unscored)
        case .example: file.examples.append(example(line))
        default:
            if outdented(line, &file, after: before) { return true }
            unknownStatement(line, Self.topStatements)
            lose(line)
        }
        return false
    }

    /// A line at the left edge that belongs to the block of the plan or the table above it.
    private mutating func outdented(_ line: Line, _ file: inout RulesFile, after before: Line?) -> Bool {
        guard let before else { return false }
        let indent = (before.children.first ?? line.children.first)?.indent ?? before.indent + 4
        switch Self.keyword(lexer.tokens(of: before.range).first) {
        case .plan:
            guard !file.plans.isEmpty, isDefinition || keyword.map(Self.planStatements.contains) ?? false else {
                return false
            }
        case .table:
            guard !file.tables.isEmpty, isDefinition || at(.require) || looksLikeColumn else { return false }
        default: return false
        }
        let isPlan = Self.keyword(lexer.tokens(of: before.range).first) == .plan
        uneven(Line(indent: line.indent, range: line.range, children: []), expected: indent)
        for child in [Line(indent: line.indent, range: line.range, children: [])] + line.children {
            if isPlan {
                planLine(child, &file.plans[file.plans.count - 1])
            } else {
                var table: TableDecl? = file.tables.removeLast()
                tableLine(child, &table)
                if let table { file.tables.append(table) }
            }
        }
        return true
    }

    /// A word and a type after it.
    private var looksLikeColumn: Bool {
        guard keyword == nil, case .word? = token?.kind, case .word(let word)? = peek()?.kind else { return false }
        let separators: [Token.Kind] = [.symbol(.pipe), .symbol(.less), .symbol(.greater)]
        return TypeName(word: word) != nil || Keyword(word: word) == .reference
            || peek(2).map { separators.contains($0.kind) } ?? false
    }

    /// Keeps a statement, if it could be read.
    private func add<Statement: Addable>(_ statement: Statement?, _ isNew: Bool, to list: inout [Statement]) {
        guard var statement else { return }
        statement.isNew = isNew
        list.append(statement)
    }

    // MARK: 沿用, 新增, 删去

    /// `沿用 "2025.rules"`, before all other statements.
    private mutating func use(_ isFirst: Bool) throws(Abandon) -> Use {
        let start = here
        _ = eat(.use)
        guard let path = string() else { throw expected(Bilingual("引号里的文件名", "a file's name in quotation marks")) }
        let use = Use(path: path, tail: try ending())
        if !isFirst { throw fail(.useNotFirst, start) }
        isChange = true
        return use
    }

    /// 新增 before a statement of a file that builds on another.
    mutating func eatNew() -> Bool {
        guard at(.new), !isDefinition, peek() != nil else { return false }
        if !isChange { problems.report(SyntaxProblem.editWithoutBase(.new), at: here) }
        return eat(.new)
    }

    /// `删去 项目 X`, `删去 列名`
    mutating func removal() throws(Abandon) -> Removal {
        let start = here
        if !isChange { throw fail(.editWithoutBase(.remove), start) }
        _ = eat(.remove)
        var kind: Keyword?
        if let keyword, Self.removable.contains(keyword), peek() != nil, Self.keyword(peek()) != .clause {
            kind = keyword
            _ = eat(keyword)
        }
        let name: Name
        if kind == .example {
            if at(.colon) { throw mendColon(behind: Keyword.example.spellings) }
            name = raw(upTo: [.clause, .note])
            if name.text.isEmpty { throw expected(Bilingual("算例的名称", "the example's title")) }
        } else {
            name = try label()
        }
        _ = try ending()
        return Removal(kind: kind, name: name)
    }

    private static let removable: Set<Keyword> = [
        .choices, .table, .lookup, .assess, .section, .grade, .example,
    ]

    static let topStatements: [Keyword] = [.plan, .choices, .table, .lookup, .assess, .unscored, .example]

    /// A line that begins with no statement of its place.
    mutating func unknownStatement(_ line: Line, _ known: [Keyword]) {
        guard let token else { return }
        if case .word(let word) = token.kind {
            if let keyword = Keyword(word: word), let home = Self.home(keyword) {
                problems.report(SyntaxProblem.misplaced(keyword, wants: home), at: token.range)
                return
            }
            let isCondition = Self.everydayWords[Spelling.simplified(word)] == .when
            let condition = Bilingual("扣 1 当 …", "deduct 1 when …")
            if let hint = isCondition ? condition : Self.hint(word) {
                problems.report(SyntaxProblem.otherWord(word, right: hint), at: token.range)
                return
            }
            let near = nearest(word, in: known.flatMap { [$0.zh, $0.en] }).flatMap(Keyword.init(word:))
            problems.report(SyntaxProblem.unknownStatement(word, nearest: near), at: token.range)
        } else {
            _ = expected(Bilingual("一条规则的开头", "the beginning of a rule"))
        }
    }

    /// Where a statement that was met elsewhere belongs.
    private static func home(_ keyword: Keyword) -> Bilingual? {
        switch keyword {
        case .plan, .choices, .table, .lookup, .assess, .unscored, .example:
            Bilingual("行首，不缩进", "at the left edge")
        case .section, .start, .add, .deduct, .each, .void, .score:
            Bilingual("“考核”或“项目”下面，缩进一层", "indented below “assess” or “section”")
        case .grade, .output: Bilingual("“考核”下面，缩进一层", "indented below “assess”")
        case .year, .holidays, .workdays: Bilingual("“计划”下面，缩进一层", "indented below “plan”")
        case .shares, .ties, .place, .bar, .base: Bilingual("“评定”下面，缩进一层", "indented below “grade”")
        case .full, .floor:
            Bilingual(
                "“项目”这一行的末尾，如“项目 业绩 满分 10 保底 0”",
                "at the end of the line of its section, as in “section work max 10 floor 0”")
        case .cap:
            Bilingual("算式的末尾；整个项目的写“满分 10”", "at the end of a formula; a whole section has “max 10”")
        case .expect: Bilingual("“算例”下面，缩进一层", "indented below “example”")
        case .when:
            Bilingual("它所限定的加、扣后面，如“扣 1 当 迟到”", "behind what it limits, as in “deduct 1 when late”")
        default: nil
        }
    }

    func start(of line: Line) -> SourceRange {
        lexer.tokens(of: line.range).first?.range ?? SourceRange(line.range.start, line.range.start)
    }

    /// `说明 …` or `依据 …` on a line of its own.
    /// Gives whether it could be read.
    @discardableResult
    mutating func note(_ tail: inout Tail) -> Bool {
        if let more = attempt({ p throws(Abandon) in try p.ending() }) {
            add(more, to: &tail)
            return true
        }
        position = tokens.count
        return false
    }

    private func add(_ more: Tail, to tail: inout Tail) {
        if let clause = more.clause { tail.clause = joined(tail.clause, clause) }
        if let note = more.note { tail.note = joined(tail.note, note) }
    }

    // MARK: 计划

    private mutating func plan(_ line: Line) -> PlanDecl {
        _ = eat(.plan)
        skipColon(behind: .plan)
        var plan = PlanDecl(title: raw())
        if plan.title.text.isEmpty { _ = expected(Bilingual("计划的名称", "the plan's title")) }
        forEachLine(of: line, .plan) { p, child in p.planLine(child, &plan) }
        return plan
    }

    private mutating func planLine(_ line: Line, _ plan: inout PlanDecl) {
        beginContinued(line)
        mendStart(Self.planStatements)
        if attempt({ p throws(Abandon) in try p.planItem(&plan) }) == nil { lose(line) }
    }

    static let planStatements: [Keyword] = [.year, .decimals, .holidays, .workdays, .note, .clause]

    private mutating func planItem(_ plan: inout PlanDecl) throws(Abandon) {
        if at(.remove), !isDefinition {
            plan.removals.append(try removal())
            return
        }
        let isNew = eatNew()
        if isDefinition {
            var value = try value()
            value.isNew = isNew
            plan.values.append(value)
            return
        }
        if isNew { throw fail(.unexpected(Keyword.new.zh), here) }
        switch keyword {
        case .year:
            _ = eat(.year)
            guard let token, case .number(let number, percent: false) = token.kind, let year = number.toInt(),
                (1...9999).contains(year)
            else { throw expected(Bilingual("年份，如 2026", "a year such as 2026")) }
            position += 1
            if plan.year != nil { throw fail(.repeated(Bilingual("年度", "the year")), token.range) }
            plan.lines[.year] = StatedLine(range: token.range, tail: try ending())
            plan.year = Name(String(year), token.range)
        case .decimals:
            let rounding = try rounding()
            if plan.rounding != nil { throw fail(.repeated(Bilingual("小数", "decimals")), rounding.range) }
            plan.lines[.decimals] = StatedLine(range: rounding.range, tail: try ending())
            plan.rounding = rounding
        case .holidays:
            plan.holidays += try dayLine(.holidays, &plan)
        case .workdays:
            plan.workdays += try dayLine(.workdays, &plan)
        case .note, .clause: note(&plan.tail)
        default:
            unknownStatement(
                Line(indent: 0, range: here, children: []), [.year, .decimals, .holidays, .workdays, .note])
            throw Abandon()
        }
    }

    /// `假日 …` or `调休 …`, of which there may be several lines.
    private mutating func dayLine(
        _ keyword: Keyword, _ plan: inout PlanDecl
    ) throws(Abandon) -> [ClosedRange<CalendarDate>] {
        let start = here
        _ = eat(keyword)
        let days = try days()
        var tail = plan.lines[keyword]?.tail ?? Tail()
        add(try ending(), to: &tail)
        plan.lines[keyword] = StatedLine(range: start, tail: tail)
        return days
    }

    private mutating func days() throws(Abandon) -> [ClosedRange<CalendarDate>] {
        var days: [ClosedRange<CalendarDate>] = []
        repeat {
            let start = here
            let first = try date()
            let last = eat(.range) ? try date() : first
            guard first <= last, last.day - first.day <= 366 else {
                let range = range(from: start)
                throw fail(.wrongDays(source.text(range), isReversed: last < first), range)
            }
            days.append(first...last)
        } while eat(.comma)
        return days
    }

    private mutating func date() throws(Abandon) -> CalendarDate {
        guard let token, case .date(let date) = token.kind else {
            throw expected(Bilingual("日期，如 2026-10-01", "a date such as 2026-10-01"))
        }
        position += 1
        return date
    }

    /// `名 = 式`
    mutating func value() throws(Abandon) -> ValueDecl {
        let name = try name()
        try expect(.equal)
        let value = try rowsOrExpression()
        return ValueDecl(name: name, value: value, tail: try ending())
    }

    // MARK: 选项, 未入规则

    private mutating func choices(_ line: Line) throws(Abandon) -> ChoicesDecl {
        beginContinued(line)
        _ = eat(.new)
        _ = eat(.choices)
        let name = try name()
        guard let labels = try labels() else { throw expected(Bilingual("用 | 或 > 分开的选项", "choices parted by | or >")) }
        return ChoicesDecl(name: name, labels: labels, tail: try ending())
    }

    /// `A | B`, `A > B`, `A < B`; `nil`, with nothing read, where no separator follows the first label.
    mutating func labels() throws(Abandon) -> LabelList? {
        let before = position
        guard token != nil else { return nil }
        var labels = [try label()]
        if at(.comma), labels.count == 1, peek() != nil {
            throw fail(.expected(Bilingual("“|”", "“|”"), found: source.text(here)), here)
        }
        let separators: [Symbol] = [.pipe, .greater, .less]
        guard let separator = separators.first(where: { at($0) }) else {
            position = before
            // What was read is no choice after all.
            if verbatim.last?.start == here.start { verbatim.removeLast() }
            return nil
        }
        while eat(separator) { labels.append(try label()) }
        if at(.comma) { throw fail(.expected(Bilingual("“|”", "“|”"), found: source.text(here)), here) }
        return LabelList(labels: labels, ordered: separator != .pipe, ascending: separator == .less)
    }

    private mutating func unscored(_ line: Line) -> UnscoredDecl {
        beginContinued(line)
        _ = eat(.new)
        _ = eat(.unscored)
        skipColon(behind: .unscored)
        let clauses = raw(upTo: [.note])
        if clauses.text.isEmpty { _ = expected(Bilingual("条款号", "the number of a clause")) }
        var note: Name?
        if eat(.note) {
            skipColon(behind: .note)
            let text = raw()
            if text.text.isEmpty { _ = expected(Bilingual("说明的文字", "the text of the note")) }
            note = text
        }
        if let token { _ = unexpected(token) }
        return UnscoredDecl(clauses: clauses, note: note)
    }
}
