import Diagnostics
import RuleSyntax
import Tables

/// What a name means at a place.
extension Resolver {
    /// A column in sight by its bare name.
    struct Sight {
        var frame: Int
        var column: Int
    }

    /// Finds a bare name among the rows in sight, innermost first. A name found inside and outside is an error, unless
    /// both must be equal or both are of one table.
    func sight(_ name: Name, _ scope: Scope) -> Sight? {
        var found: Sight?
        for index in scope.frames.indices.reversed() {
            guard let column = member(name.text, at: index, scope) else { continue }
            guard let inner = found else {
                found = Sight(frame: index, column: column)
                continue
            }
            let innerFrame = scope.frames[inner.frame]
            if innerFrame.table == scope.frames[index].table || innerFrame.links.contains(inner.column) { break }
            report(.ambiguous(name.text, inner: innerFrame.name), name.range)
            break
        }
        return found
    }

    /// The column that a bare name means in one frame: a value of the section, then a member of the table.
    func member(_ name: String, at index: Int, _ scope: Scope) -> Int? {
        let frame = scope.frames[index]
        if let keys = frame.groupKeys {
            return keys.first { tables[frame.table].columns[$0].name == name }
        }
        if frame.table == scope.home?.table {
            var section = scope.section
            while let current = section {
                if let column = current.locals[name] { return column }
                section = current.parent
            }
        }
        return tables[frame.table].members[name]
    }

    /// A named row set, from the section outwards.
    func macro(_ name: String, _ scope: Scope) -> Macro? {
        var section = scope.section
        while let current = section {
            if let macro = current.macros[name] { return macro }
            section = current.parent
        }
        return scope.home.flatMap { tables[$0.table].macros[name] }
    }

    /// A column of the row in a frame, as a formula.
    func column(_ sight: Sight, _ scope: Scope, _ range: SourceRange) -> Formula {
        let type = read(sight.frame, sight.column, scope)
        return narrowed(Formula(.column(frame: sight.frame, column: sight.column), type, range), scope)
    }

    /// The type of a column of the rows of a frame.
    private func read(_ frame: Int, _ column: Int, _ scope: Scope) -> ValueType {
        let table = scope.frames[frame].table
        var type = read(table: table, column: column)
        if isScore(table, column), !scope.frames[frame].isAssessed, !areAssessed(table, frame, scope.holding) {
            type.optional = true
        }
        return type
    }

    /// Whether conditions that hold for the rows of a frame let only rows through that are assessed: what the assessment
    /// asks for is among them.
    func areAssessed(_ table: Int, _ frame: Int, _ holding: [Formula]) -> Bool {
        guard let population = tables[table].assessment?.population, !holding.isEmpty else { return false }
        _ = read(table: table, column: population)
        guard case .done(.population(let condition), _) = tables[table].columns[population].state else { return false }
        let held = holding.flatMap(\.conjuncts)
        return condition.conjuncts.allSatisfy { wanted in held.contains { wanted.isSame(as: $0, in: frame) } }
    }

    /// Whether a column is there only for the rows that are assessed, and not all are.
    private func isScore(_ table: Int, _ column: Int) -> Bool {
        tables[table].columns[column].assessed && tables[table].assessment?.population != nil
    }

    /// Without doubt about its presence where a condition to the left has asked for it.
    func narrowed(_ formula: Formula, _ scope: Scope) -> Formula {
        guard formula.type.optional, let key = formula.presenceKey, scope.present.contains(key) else {
            return formula
        }
        return Formula(formula.kind, formula.type.optional(false), formula.range)
    }

    /// A value of an 逐条 block, worked out as its block sees it and put in where its name stands. As a row it is what a
    /// path goes on from: `标 = 标准表[指标]`, then `标.单位`.
    private func blockValue(_ name: Name, _ scope: Scope, asRow: Bool = false) -> Formula? {
        guard let found = scope.blockValue(name.text), let decl = scope.blocks[found.block].values[name.text] else {
            return nil
        }
        if let first = scope.puttingIn.firstIndex(of: found) {
            let names = scope.puttingIn[first...].map(\.name) + [name.text]
            if circularBlockValues.insert(decl.name.range).inserted { report(.circle(names), decl.name.range) }
            return Formula(.constant(.missing), .unknown, name.range)
        }
        var inner = scope.cut(toFrames: scope.blocks[found.block].frames)
        inner.blocks = Array(scope.blocks.prefix(found.block + 1))
        inner.puttingIn.append(found)
        if asRow, case .index(let table, let keys) = decl.value.kind {
            return moved(resolveIndex(table, keys, inner, decl.value.range, asRow: true), from: inner, to: scope)
        }
        return moved(resolve(decl.value, inner, expecting: nil), from: inner, to: scope)
    }

    /// A value of an 逐条 block put in where more rows are in sight: the rows that it goes through itself stand behind
    /// those.
    private func moved(_ formula: Formula, from inner: Scope, to scope: Scope) -> Formula {
        Reframing(from: inner.frames.count, by: scope.frames.count - inner.frames.count).formula(formula)
    }

    func resolveName(_ name: Name, _ scope: Scope) -> Formula {
        if let formula = blockValue(name, scope) { return formula }
        if let sight = sight(name, scope) {
            // A column of an inner row beside a constant of the plan: both may be meant.
            if sight.frame > 0, planByName[name.text] != nil {
                report(.ambiguous(name.text, inner: scope.frames[sight.frame].name), name.range)
            }
            return column(sight, scope, name.range)
        }
        if let index = planByName[name.text] {
            let value = planValue(index)
            return Formula(value.kind, value.type, name.range)
        }
        let unknown = Formula(.constant(.missing), .unknown, name.range)
        if isUnread(name.text) { return unknown }
        if macro(name.text, scope) != nil || tablesByName[name.text] != nil {
            report(.rowsForValue(name.text), name.range)
            return unknown
        }
        if let frame = scope.frames.last, frame.groupKeys != nil, tables[frame.table].members[name.text] != nil {
            report(.groupOnlyKeys(name.text), name.range)
            return unknown
        }
        if isUnread(name.text) { return unknown }
        if let formula = wordWithMeaning(name, scope) { return formula }
        if let (meant, message) = meantNames[name.text], problems.indices.contains(message) {
            let edit = Edit(name.range, meant)
            if text(name.range) == name.text, !problems[message].fix.contains(edit) {
                problems[message].fix.append(edit)
            }
            return resolveName(Name(meant, name.range), scope)
        }
        guard reportedNames.insert(name.text).inserted else { return unknown }
        let elsewhere = elsewhere(name.text)
        guard
            let meant = misspelt(
                name.text, name.range, in: namesInSight(scope),
                {
                    .unknownName(name.text, nearest: $0, elsewhere: elsewhere)
                })
        else { return unknown }
        meantNames[name.text] = (meant, problems.count - 1)
        return resolveName(Name(meant, name.range), scope)
    }

    /// The bare names that mean something here.
    private func namesInSight(_ scope: Scope) -> [String] {
        var known = Array(planByName.keys)
        for frame in scope.frames { known += tables[frame.table].members.keys }
        var section = scope.section
        while let current = section {
            known += current.locals.keys
            section = current.parent
        }
        return known
    }

    /// Where a name is defined that is not in sight: the section or the table.
    func elsewhere(_ name: String) -> CheckProblem.Elsewhere? {
        let sections = assessments.flatMap(\.sections).filter { $0.parent != nil }
        if let section = sections.first(where: { $0.locals[name] != nil }) { return .section(section.name.text) }
        if let section = sections.first(where: { $0.macros[name] != nil }) { return .rows(section.name.text) }
        if let table = tables.first(where: { $0.members[name] != nil }) { return .table(table.name.text) }
        if let table = tables.first(where: { $0.macros[name] != nil }) { return .rows(table.name.text) }
        for column in tables.flatMap(\.columns) {
            if case .done(_, let type) = column.state, case .choice(let list) = type.kind,
                choices[list].labels.contains(name)
            {
                return .choice(column.name)
            }
        }
        return nil
    }

    // MARK: a.b

    /// The row that a path starts from.
    enum Start {
        case frame(Int)
        case formula(Formula)
    }

    /// Follows names from a row: members, `等级.名次`, values of sections, references.
    func follow(_ names: ArraySlice<Name>, from start: Start, table: Int, _ scope: Scope) -> Formula {
        var start = start
        var table = table
        var rest = names
        while true {
            let draft = tables[table]
            let first = rest[rest.startIndex]
            let column: Int
            let range: SourceRange
            if rest.count >= 2, let qualified = draft.qualified["\(first.text).\(rest[rest.startIndex + 1].text)"] {
                let second = rest[rest.startIndex + 1]
                column = qualified
                range = first.range.union(second.range)
                rest = rest.dropFirst(2)
            } else if let plain = local(first.text, start, table, scope) ?? draft.members[first.text] {
                column = plain
                range = first.range
                rest = rest.dropFirst()
            } else {
                guard let meant = knownMember(first, table) else {
                    return Formula(.constant(.missing), .unknown, first.range)
                }
                column = meant
                range = first.range
                rest = rest.dropFirst()
            }
            let formula = step(start, table, column, range, scope)
            guard let next = rest.first else { return formula }
            guard case .row(let target) = formula.type.kind else {
                if !formula.type.isUnknown, !isUnread(next.text) {
                    report(
                        .unknownColumn(next.text, table: first.text, nearest: nil), next.range)
                }
                return Formula(.constant(.missing), .unknown, next.range)
            }
            start = .formula(formula)
            table = target
        }
    }

    /// A value of the section in sight, for rows of the assessed table: `全体.学时`.
    private func local(_ name: String, _ start: Start, _ table: Int, _ scope: Scope) -> Int? {
        guard case .frame = start, table == scope.home?.table else { return nil }
        var section = scope.section
        while let current = section {
            if let column = current.locals[name] { return column }
            section = current.parent
        }
        return nil
    }

    private func step(_ start: Start, _ table: Int, _ column: Int, _ range: SourceRange, _ scope: Scope) -> Formula {
        switch start {
        case .frame(let frame):
            let type = read(frame, column, scope)
            return narrowed(Formula(.column(frame: frame, column: column), type, range), scope)
        case .formula(let row):
            var type = read(table: table, column: column)
            if row.type.optional || isScore(table, column) { type.optional = true }
            return narrowed(Formula(.field(row, table: table, column: column), type, range), scope)
        }
    }

    /// `a.b.c` from bare names.
    func resolvePath(_ names: [Name], _ scope: Scope, _ range: SourceRange) -> Formula {
        let head = names[0]
        let rest = names.dropFirst()
        if let row = blockValue(head, scope, asRow: true), case .row(let table) = row.type.kind {
            return follow(rest, from: .formula(row), table: table, scope)
        }
        // Inside rows of T, `T.x` is that row's x.
        for index in scope.frames.indices.reversed()
        where index > 0 && scope.frames[index].name == head.text && scope.frames[index].groupKeys == nil {
            return follow(rest, from: .frame(index), table: scope.frames[index].table, scope)
        }
        for index in scope.frames.indices.reversed() where scope.frames[index].groupKeys == nil {
            if tables[scope.frames[index].table].qualified["\(head.text).\(names[1].text)"] != nil {
                return follow(names[...], from: .frame(index), table: scope.frames[index].table, scope)
            }
        }
        if let sight = sight(head, scope) {
            let start = column(sight, scope, head.range)
            guard case .row(let target) = start.type.kind else {
                if !start.type.isUnknown, !isUnread(names[1].text) {
                    report(.unknownColumn(names[1].text, table: head.text, nearest: nil), names[1].range)
                }
                return Formula(.constant(.missing), .unknown, range)
            }
            return follow(rest, from: .formula(start), table: target, scope)
        }
        if macro(head.text, scope) != nil || tablesByName[head.text] != nil {
            if !isUnread(head.text) { report(.rowsForValue(head.text), range) }
            return Formula(.constant(.missing), .unknown, range)
        }
        return resolveName(head, scope)
    }

    /// `本.x`: the row that encloses the innermost bracket.
    func resolveOwn(_ name: Name, _ scope: Scope, _ range: SourceRange) -> Formula {
        guard !scope.frames.isEmpty else { return resolveName(name, scope) }
        var outer = scope
        if outer.frames.count > 1 { outer.frames.removeLast() }
        while outer.frames.count > 1, outer.innermost.groupKeys != nil { outer.frames.removeLast() }
        var only = outer
        only.frames = outer.frames
        guard only.blockValue(name.text) == nil, let sight = sight(name, only) else {
            return moved(resolveName(name, only), from: only, to: scope)
        }
        return column(sight, scope, range)
    }

    /// The names of a plain path, if the expression is one.
    func path(_ expression: Expression) -> [Name]? {
        switch expression.kind {
        case .name(let text): [Name(text, expression.range)]
        case .member(let inner, let name): path(inner).map { $0 + [name] }
        default: nil
        }
    }
}
