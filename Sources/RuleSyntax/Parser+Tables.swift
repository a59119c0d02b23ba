import Diagnostics
import Tables

extension Parser {
    // MARK: 表

    mutating func table(_ line: Line) -> TableDecl? {
        let start = position
        var table = attempt { p throws(Abandon) in try p.tableHeader() }
        if table == nil {
            lose(line, children: false)
            position = start + 1
            if case .word(let word)? = token?.kind {
                table = TableDecl(
                    name: Name(word, here), sheet: nil, keys: [], optional: false, grouping: nil, tail: Tail(),
                    isDamaged: true)
            }
        }
        forEachLine(of: line, .table) { p, child in p.tableLine(child, &table) }
        if let table, table.hasNoColumn, !isChange {
            problems.report(SyntaxProblem.needsBlock(.table), at: table.name.range)
        }
        return table
    }

    mutating func tableLine(_ line: Line, _ table: inout TableDecl?) {
        beginContinued(line)
        if attempt({ p throws(Abandon) in try p.field(&table) }) == nil {
            lose(line)
            table?.isDamaged = true
        }
    }

    private mutating func tableHeader() throws(Abandon) -> TableDecl {
        _ = eat(.table)
        var table = TableDecl(name: try name(), sheet: nil, keys: [], optional: false, grouping: nil, tail: Tail())
        if at(.per) {
            let start = here
            _ = eat(.per)
            table.keys = try names()
            try expect(.over)
            table.grouping = try rows()
            table.grouping?.range = range(from: start)
        } else {
            table.sheet = string()
            if eat(.key) { table.keys = try names() }
            table.optional = eat(.optional)
        }
        table.tail = try ending()
        return table
    }

    private mutating func field(_ table: inout TableDecl?) throws(Abandon) {
        if at(.remove), !isDefinition {
            table?.removals.append(try removal())
            return
        }
        let isNew = eatNew()
        if isDefinition {
            var value = try value()
            value.isNew = isNew
            table?.values.append(value)
        } else if at(.require) {
            var requirement = try requirement()
            requirement.isNew = isNew
            table?.requirements.append(requirement)
        } else if at(.note) || at(.clause) {
            if var tail = table?.tail {
                note(&tail)
                table?.tail = tail
            }
        } else {
            if table?.grouping != nil, let token { throw unexpected(token) }
            var column = try column()
            column.isNew = isNew
            table?.columns.append(column)
        }
    }

    mutating func requirement() throws(Abandon) -> RequireDecl {
        let start = here
        _ = eat(.require)
        var name: Name?
        if isDefinition {
            name = try self.name()
            _ = eat(.equal)
        }
        let condition = try expression()
        let when = eat(.when) ? try expression() : nil
        let whole = range(from: start)
        return RequireDecl(name: name, condition: condition, when: when, tail: try ending(), range: whole)
    }

    /// `名 [「列名」] 类型 …`
    private mutating func column() throws(Abandon) -> ColumnDecl {
        let start = here
        let name: Name
        var header: String?
        if let text = string() {
            name = text
        } else {
            name = try self.name(Bilingual("列名", "a column's name"))
            if at(.colon) { throw mendColon(behind: Bilingual(name.text, name.text)) }
            // A text before a separator is the first of the column's choices.
            let isChoice = [Symbol.pipe, .greater, .less].contains { peek()?.kind == .symbol($0) }
            if !isChoice { header = string()?.text }
        }
        var column = ColumnDecl(name: name, header: header ?? name.text, type: try columnType())
        while let keyword, !at(.clause), !at(.note) {
            switch keyword {
            case .default:
                _ = eat(keyword)
                column.defaultValue = try literal()
            case .optional: column.optional = eat(keyword)
            case .judged: column.judged = eat(keyword)
            case .fromHeader where eat(keyword): column.origin = .header
            case .fromSheet where eat(keyword): column.origin = .sheet
            default: throw unexpected(token!)
            }
        }
        if let mended = mendRequired() { throw mended }
        column.range = range(from: start)
        column.tail = try ending()
        return column
    }

    private mutating func columnType() throws(Abandon) -> ColumnDecl.ColumnType {
        if let mended = mendColumnStart() { throw mended }
        if let labels = try labels() { return .labels(labels) }
        guard let token, case .word(let word) = token.kind else {
            throw expected(Bilingual("列的类型，如“文本”“数”“日期”", "a column's type such as “text”, “number”, “date”"))
        }
        if let mended = mendRequired() ?? mendType(word) { throw mended }
        if eat(.reference) {
            return .reference(try self.name(Bilingual("被引用的表名", "the name of the table referred to")))
        }
        guard let type = TypeName(word: word) else {
            if let type = gluedType(word) {
                let rest = String(word.dropFirst(type.rawValue.count))
                throw split(
                    .glued(type.spellings, rest: rest), token, at: token.range.start + type.rawValue.utf8.count)
            }
            return .named(try name())
        }
        _ = eat(type.spellings)
        switch type {
        case .text: return .text
        case .yesno: return .yesno
        case .month: return .month
        case .number: return .number(try bounds())
        case .integer: return .integer(try bounds())
        case .ratio: return .ratio(try bounds())
        case .date: return .date(try bounds())
        }
    }

    /// `必填`, `（必填）`: what holds for every column that does not say otherwise.
    private mutating func mendRequired() -> Abandon? {
        var range = here
        var word = token
        if at(.open), peek(2)?.kind == .symbol(.close), let last = peek(2) {
            word = peek()
            range = range.union(last.range)
        }
        guard case .word(let text)? = word?.kind, Self.requiredWords.contains(Spelling.simplified(text)) else {
            return nil
        }
        return mend(.needless(text, .required), range, as: "")
    }

    private static let requiredWords: Set<String> = [
        "必填", "必填项", "必须填", "必须填写", "不能为空", "不可为空", "不得为空", "不能空", "不可空", "不为空", "非空",
    ]

    /// `数字 0..100`: a type as people call it, before a range.
    private mutating func mendType(_ word: String) -> Abandon? {
        guard TypeName(word: word) == nil, let type = Self.everydayTypes[Spelling.simplified(word)] else { return nil }
        switch peek()?.kind {
        case .number?, .date?, .symbol(.range)?, .symbol(.minus)?:
            return mend(.otherWord(word, right: type.spellings), here, as: type.rawValue)
        default: return nil
        }
    }

    private static let everydayTypes: [String: TypeName] = [
        "数字": .number, "数值": .number, "小数": .number, "分数": .number, "整型": .integer, "百分比": .ratio, "百分数": .ratio,
        "时间": .date, "年月日": .date,
    ]

    /// A type that has grown together with its range: `数0..10`.
    private func gluedType(_ word: String) -> TypeName? {
        TypeName.allCases.first { type in
            word.hasPrefix(type.rawValue) && word.dropFirst(type.rawValue.count).first?.isNumber ?? false
        }
    }

    /// `要求学分 >= 1`, `说明每人一行`: no column, but a keyword that has grown together with the next word.
    private mutating func mendColumnStart() -> Abandon? {
        switch token?.kind {
        case .symbol(.open):
            if let mended = mendHeader() { return mended }
        case nil, .symbol, .bad: break
        case .word, .number, .date, .month, .string, .label: return nil
        }
        guard position == 1, let glued = glued(tokens[0], among: [.require, .note, .clause]) else { return nil }
        return split(glued.problem, tokens[0], at: glued.offset)
    }

    /// `课时（节）`: a header with brackets is put in quotation marks behind a name without.
    private mutating func mendHeader() -> Abandon? {
        guard position == 1, let open = token, !open.spaced,
            let close = tokens.firstIndex(where: { $0.kind == .symbol(.close) }),
            close + 1 == tokens.count || tokens[close + 1].spaced
        else { return nil }
        let whole = tokens[0].range.union(tokens[close].range)
        let header = source.text(whole)
        let text = "\(source.text(tokens[0].range)) \"\(header)\""
        return mend(.otherWord(header, right: Bilingual(text, text)), whole, as: text)
    }

    private mutating func bounds() throws(Abandon) -> ColumnDecl.Bounds? {
        let start = here
        let low = isBound ? try bound() : nil
        guard low != nil || at(.range) else { return nil }
        try expect(.range)
        let high = isBound ? try bound() : nil
        if low == nil && high == nil { throw expected(Bilingual("范围的界限", "a bound of the range")) }
        return ColumnDecl.Bounds(low: low, high: high, range: range(from: start))
    }

    private var isBound: Bool {
        switch token?.kind {
        case .number, .date, .symbol(.minus): true
        case .bad(.digitLookAlike), .bad(.rangeSign): true
        default: false
        }
    }

    private mutating func bound() throws(Abandon) -> Expression {
        let start = here
        let negative = eat(.minus)
        switch token?.kind {
        case .number(let value, let percent)?:
            position += 1
            return Expression(.number(negative ? -value : value, percent: percent), range(from: start))
        case .date(let date)? where !negative:
            position += 1
            return Expression(.date(date), range(from: start))
        default: throw expected(Bilingual("数或日期", "a number or a date"))
        }
    }

    private mutating func literal() throws(Abandon) -> Expression {
        if isBound { return try bound() }
        let start = here
        if case .word? = token?.kind, eat(.yes) { return Expression(.bool(true), start) }
        if case .word? = token?.kind, eat(.no) { return Expression(.bool(false), start) }
        if case .month(let month)? = token?.kind {
            position += 1
            return Expression(.month(month), start)
        }
        let label = try label()
        return Expression(.text(label.text), label.range)
    }

    // MARK: 对照表

    mutating func lookup(_ line: Line) -> LookupDecl? {
        let header = attempt { p throws(Abandon) in try p.lookupHeader() }
        if header == nil { lose(line) }
        var rows: [LookupDecl.Row] = []
        func collect(_ lines: [Line]) {
            for line in lines {
                let cells = lexer.cells(of: line.range)
                for cell in cells where !cell.quoted && Keyword(word: cell.text) == .rest {
                    keywords[cell.range] = .rest
                }
                rows.append(LookupDecl.Row(cells: cells, range: line.range))
                collect(line.children)
            }
        }
        collect(line.children)
        guard var lookup = header else { return nil }
        if rows.isEmpty { problems.report(SyntaxProblem.needsBlock(.lookup), at: lookup.name.range) }
        lookup.rows = rows
        return lookup
    }

    private mutating func lookupHeader() throws(Abandon) -> LookupDecl {
        _ = eat(.lookup)
        let name = try name()
        let keys: LookupDecl.Keys
        if at(.key), peek().map({ Self.keyword($0) != .clause }) ?? false, !isDefinition {
            _ = eat(.key)
            keys = .columns(try names())
        } else {
            var axes = [try path()]
            while eat(.comma) { axes.append(try path()) }
            keys = .axes(axes)
        }
        return LookupDecl(name: name, keys: keys, rows: [], tail: try ending())
    }
}
