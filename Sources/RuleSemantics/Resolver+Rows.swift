import Diagnostics
import RuleSyntax
import Tables

/// Row sets: where rows come from, and what is done to them.
extension Resolver {
    /// Rows, and the names of a path that are left for a column of them.
    struct ResolvedRows {
        var plan: RowsPlan
        var rest: [Name]
        /// The scope in which the rows' own formulas stand.
        var inner: Scope
    }

    /// Where rows come from, before anything is done to them.
    private struct Found {
        var plan: RowsPlan
        var rest: [Name]
    }

    /// The plan of a row set. `defaultBy` is what 取 and 去 go by when the text does not say.
    func rows(_ set: RowSet, _ scope: Scope, defaultBy: Expression? = nil) -> ResolvedRows? {
        guard !scope.frames.isEmpty else {
            report(.rowsForValue(text(set.range)), set.range)
            return nil
        }
        var operations = set.operations
        let matchesFirst: Bool
        var via: Name?
        if case .same(let names)? = operations.first {
            matchesFirst = true
            // A reference that only the rows have leads to the current row.
            via = names.first { isLink($0, set.source, scope) }
            operations[0] = .same(names.filter { $0 != via })
        } else {
            matchesFirst = false
        }
        let found: Found?
        switch set.source {
        case .everyone(let names): found = everyone(names, scope, set.range)
        case .all(let names): found = allRows(names, scope, set.range)
        case .path(let names): found = pathRows(names, scope, via: via, matched: matchesFirst, set.range)
        }
        guard let found else { return nil }
        var plan = found.plan
        let rest = found.rest
        let by = defaultBy ?? rest.first.map { expression(path: rest, from: $0) }
        self.operations(operations, into: &plan, scope, defaultBy: by)
        plan.range = set.range
        if matchesFirst, case .path = set.source { checkOwn(plan, scope, set.range) }
        return ResolvedRows(plan: plan, rest: rest, inner: innerScope(plan, scope))
    }

    /// Whether a name after 同 is a reference of the rows themselves, which the current row has not.
    private func isLink(_ name: Name, _ source: RowSet.Source, _ scope: Scope) -> Bool {
        guard case .path(let names) = source,
            !scope.frames.indices.contains(where: { member(name.text, at: $0, scope) != nil })
        else { return false }
        return names.compactMap { tablesByName[$0.text] }.contains { table in
            guard let column = tables[table].members[name.text] else { return false }
            if case .row = settle(table, column).kind { return true }
            return false
        }
    }

    private func expression(path names: [Name], from first: Name) -> Expression {
        var result = Expression(.name(first.text), first.range)
        for name in names.dropFirst() {
            result = Expression(.member(result, name), first.range.union(name.range))
        }
        return result
    }

    /// The scope with the rows' frame on top.
    func innerScope(_ plan: RowsPlan, _ scope: Scope) -> Scope {
        var links = Set(plan.matches.map(\.column))
        if case .related(_, let path) = plan.source, case .column(let column)? = path.first { links.insert(column) }
        var groupKeys: [Int]?
        for operation in plan.operations {
            if case .group(let keys) = operation { groupKeys = keys }
        }
        var holding: [Formula] = []
        for case .filter(let condition) in plan.operations { holding.append(condition) }
        let isAssessed =
            switch plan.source {
            case .population: true
            case .members(let frame): scope.frames[frame].isAssessed
            // The members of a group are no longer those rows.
            case .all, .related: groupKeys != nil && areAssessed(plan.table, plan.frame, holding)
            }
        var inner = scope.pushing(
            Scope.Frame(
                table: plan.table, name: plan.name, groupKeys: groupKeys, links: links, isAssessed: isAssessed))
        for operation in plan.operations {
            if case .filter(let condition) = operation { inner.present.formUnion(presence(condition)) }
        }
        inner.holding += holding
        return inner
    }

    private func everyone(_ names: [Name], _ scope: Scope, _ range: SourceRange) -> Found? {
        guard let home = scope.home, let assessment = tables[home.table].assessment else {
            report(.notAssessed(scope.home.map { tables[$0.table].name.text } ?? ""), range)
            return nil
        }
        if let population = assessment.population { _ = read(table: home.table, column: population) }
        let plan = RowsPlan(
            table: home.table, source: .population, matches: [], operations: [], frame: scope.frames.count,
            name: tables[home.table].name.text, range: range)
        return Found(plan: plan, rest: names)
    }

    private func allRows(_ names: [Name], _ scope: Scope, _ range: SourceRange) -> Found? {
        guard let head = names.first, let table = knownTable(head) else { return nil }
        usedLookups.insert(table)
        readRows(of: table)
        let plan = RowsPlan(
            table: table, source: .all, matches: [], operations: [], frame: scope.frames.count, name: head.text,
            range: range)
        return Found(plan: plan, rest: Array(names.dropFirst()))
    }

    private func pathRows(
        _ names: [Name], _ scope: Scope, via: Name?, matched: Bool, _ range: SourceRange
    ) -> Found? {
        let head = names[0]
        let innermost = scope.innermost
        let frame = scope.frames.count - 1
        // Inside a group its table means the group's rows.
        if innermost.groupKeys != nil, innermost.name == head.text || tables[innermost.table].name.text == head.text {
            let plan = RowsPlan(
                table: innermost.table, source: .members(frame: frame), matches: [], operations: [],
                frame: frame + 1, name: head.text, range: range)
            return Found(plan: plan, rest: Array(names.dropFirst()))
        }
        if let macro = macro(head.text, scope) { return expand(macro, names, scope, range) }
        // Up through references, as long as a name is one and more names follow.
        var home = Formula(.row(frame: frame), ValueType(.row(innermost.table)), range)
        var table = innermost.table
        var index = 0
        while index + 1 < names.count, let column = visibleReference(names[index], table, index == 0 ? scope : nil) {
            let next: Formula
            if index == 0, let sight = sight(names[0], scope) {
                next = self.column(sight, scope, names[0].range)
            } else {
                var type = read(table: table, column: column)
                if home.type.optional { type.optional = true }
                next = Formula(.field(home, table: table, column: column), type, names[index].range)
            }
            guard case .row(let target) = next.type.kind else { break }
            home = next
            table = target
            index += 1
        }
        guard let target = knownTable(names[index], elsewhere: elsewhere(names[index].text)) else { return nil }
        let rest = Array(names[(index + 1)...])
        usedLookups.insert(target)
        var plan = RowsPlan(
            table: target, source: .all, matches: [], operations: [], frame: scope.frames.count,
            name: names[index].text, range: range)
        // 同 alone chooses among all rows; after going up a reference it chooses among the rows behind it.
        if !matched || index > 0 || via != nil {
            guard let path = path(from: target, to: table, via: via, names[index]) else { return nil }
            plan.source = .related(home: home, path: path)
            for case .column(let column) in path.prefix(1) { _ = read(table: target, column: column) }
            for case .derived(let derived) in path { readRows(of: derived) }
        }
        return Found(plan: plan, rest: rest)
    }

    /// Inside 逐条 the person's own records are easily meant where 同 takes everybody's.
    private func checkOwn(_ plan: RowsPlan, _ scope: Scope, _ range: SourceRange) {
        guard let home = scope.home, scope.frames.count > 1, scope.innermost.table != home.table,
            case .all = plan.source, !plan.matches.isEmpty
        else { return }
        for case (.column(let column), home.table) in links(plan.table)
        where !plan.matches.contains(where: { $0.column == column }) {
            report(.everybodysRows(plan.name, column: tables[plan.table].columns[column].name), range)
        }
    }

    /// A derived table's rows are there once its first key is settled.
    private func readRows(of table: Int) {
        if tables[table].groups != nil, let key = tables[table].keys.first { _ = read(table: table, column: key) }
    }

    private func visibleReference(_ name: Name, _ table: Int, _ scope: Scope?) -> Int? {
        let column: Int?
        let owner: Int
        if let scope, let sight = sight(name, scope) {
            owner = scope.frames[sight.frame].table
            column = sight.column
        } else {
            owner = table
            column = tables[table].members[name.text]
        }
        guard let column, case .row = settle(owner, column).kind else { return nil }
        return column
    }

    /// A named row set put in where its name stands, seen from the row for which it was defined.
    private func expand(_ macro: Macro, _ names: [Name], _ scope: Scope, _ range: SourceRange) -> Found? {
        usedMacros.insert(macro.name.range)
        expansions += 1
        guard depth < Self.chainLimit, expansions <= Self.expansionLimit else {
            // Each name put in twice doubles all that is below it.
            if expansions <= Self.expansionLimit + 1 {
                report(
                    depth < Self.chainLimit ? .tooManyRowSets(Self.expansionLimit) : .chainTooLong(Self.chainLimit),
                    macro.name.range)
            }
            return nil
        }
        var outer = scope
        // The rows belong to the innermost row of the table in which the name was defined.
        if let home = scope.home,
            let last = scope.frames.lastIndex(where: { $0.table == home.table && $0.groupKeys == nil })
        {
            outer = scope.cut(toFrames: last + 1)
            outer.holding = []
        }
        // Names mean there what they mean where the rows are named, not where the name is used.
        outer.blocks = []
        outer.puttingIn = []
        outer.section = macro.section
        depth += 1
        defer { depth -= 1 }
        guard var found = rows(macro.rows, outer) else { return nil }
        if !found.rest.isEmpty {
            report(.needsRows(macro.name.text), range)
            return nil
        }
        if outer.frames.count != scope.frames.count { found.plan = moved(found.plan, to: scope.frames.count) }
        found.plan.name = macro.name.text
        found.plan.citation = macro.citation
        return Found(plan: found.plan, rest: Array(names.dropFirst()))
    }

    /// The same rows standing in a deeper frame.
    private func moved(_ plan: RowsPlan, to frame: Int) -> RowsPlan {
        Reframing(from: plan.frame, by: frame - plan.frame).rows(plan)
    }

    // MARK: Paths between tables

    /// The one chain of references that leads from the rows of one table up to another table's row.
    private func path(from start: Int, to goal: Int, via: Name?, _ name: Name) -> [Link]? {
        var paths: [[Link]] = []
        collectPaths(start, goal, [], [start], &paths)
        if let via {
            guard let column = knownMember(via, start) else { return nil }
            paths = paths.filter { $0.first == .column(column) }
        }
        // A table that groups the rows is a way only where no reference leads there.
        let direct = paths.filter { path in
            path.allSatisfy { if case .column = $0 { true } else { false } }
        }
        if !direct.isEmpty { paths = direct }
        if paths.count == 1 { return paths[0] }
        if paths.isEmpty {
            if !file.tables.contains(where: \.isDamaged) {
                report(.unrelated(name.text, home: tables[goal].name.text), name.range)
            }
        } else {
            let columns = paths.compactMap { path -> String? in
                if case .column(let column)? = path.first { return tables[start].columns[column].name }
                return nil
            }
            // Columns of one name have their message already.
            if Set(columns).count < columns.count { return paths[0] }
            report(.severalPaths(name.text, columns: columns), name.range)
        }
        return nil
    }

    private func collectPaths(_ table: Int, _ goal: Int, _ path: [Link], _ seen: Set<Int>, _ found: inout [[Link]]) {
        guard path.count < 6, found.count < 8 else { return }
        for (link, target) in links(table) {
            if target == goal {
                found.append(path + [link])
            } else if !seen.contains(target) {
                collectPaths(target, goal, path + [link], seen.union([target]), &found)
            }
        }
    }

    /// Where the rows of a table lead: by reference columns, and to derived tables that group them.
    private func links(_ table: Int) -> [(Link, Int)] {
        var links: [(Link, Int)] = []
        for (index, column) in tables[table].columns.enumerated() {
            if case .done(.stored, let type) = column.state, case .row(let target) = type.kind {
                links.append((.column(index), target))
            } else if case .pending = column.state, tables[table].groups != nil, tables[table].keys.contains(index) {
                if case .row(let target) = settle(table, index).kind { links.append((.column(index), target)) }
            } else if case .done(.groupKey, let type) = column.state, case .row(let target) = type.kind {
                links.append((.column(index), target))
            }
        }
        for derived in tables where derived.groups == table { links.append((.derived(derived.index), derived.index)) }
        return links
    }

    // MARK: Operations

    func operations(_ list: [RowSet.Operation], into plan: inout RowsPlan, _ scope: Scope, defaultBy: Expression?) {
        for operation in list {
            let inner = innerScope(plan, scope)
            switch operation {
            case .when(let condition): plan.operations.append(.filter(verdict(condition, inner)))
            case .same(let names): for name in names { match(name, &plan, scope) }
            case .per(let names):
                let keys = names.compactMap { name -> Int? in
                    guard let column = knownMember(name, plan.table) else { return nil }
                    // A filter before may have left only rows that have it.
                    present(self.column(Sight(frame: plan.frame, column: column), inner, name.range))
                    return column
                }
                plan.operations.append(.group(keys))
            case .pick(let pick): self.pick(pick, &plan, scope, inner, defaultBy)
            }
        }
    }

    /// `同 k`: the inner row's column equal to the outer row's of the same name.
    private func match(_ name: Name, _ plan: inout RowsPlan, _ scope: Scope) {
        guard let column = knownMember(name, plan.table) else { return }
        let type = read(table: plan.table, column: column)
        let outer: Formula
        if let sight = sight(name, scope) {
            outer = self.column(sight, scope, name.range)
            if type.kind == .text { note(.column(ColumnReference(plan.table, column)), comparedText(outer, scope)) }
        } else {
            if isUnread(name.text) { return }
            report(
                .noSuchMatch(name.text, table: scope.frames.last.map { tables[$0.table].name.text } ?? ""), name.range)
            return
        }
        present(Formula(.column(frame: plan.frame, column: column), type, name.range))
        plan.matches.append(RowsPlan.Match(column: column, value: present(matched(outer, to: type))))
    }

    private func pick(
        _ pick: RowSet.Pick, _ plan: inout RowsPlan, _ scope: Scope, _ inner: Scope, _ defaultBy: Expression?
    ) {
        let count = present(number(resolve(pick.count, scope, expecting: nil)))
        let by: Formula
        if let expression = pick.by ?? defaultBy {
            by = present(resolve(expression, inner, expecting: nil))
            if !isOrdered(by.type) { report(unordered(by.type), expression.range) }
        } else {
            report(.pickNeedsBy, pick.range)
            return
        }
        if count.type.unit == .percent, pick.rounding == nil { report(.pickNeedsRounding, pick.range) }
        if !count.type.whole, count.type.unit != .percent, pick.rounding == nil {
            report(.pickNeedsRounding, pick.range)
        }
        plan.operations.append(
            .pick(
                RowsPlan.Pick(
                    keep: pick.keep, highest: pick.highest, count: count, rounding: pick.rounding, by: by,
                    range: pick.range)))
    }
}

extension Formula {
    /// The same formula where so many rows are in sight: those that it goes through itself stand behind them.
    /// `nil` where it reads a row that is not in sight.
    package func openingRows(inFrame frame: Int) -> Formula? {
        var first: Int?
        var read: [Int] = []
        visit { part in
            switch part.kind {
            case .column(let index, _), .row(let index): read.append(index)
            case .aggregate(let aggregate):
                guard let rows = aggregate.rows else { return }
                first = min(first ?? rows.frame, rows.frame)
                if case .members(let index) = rows.source { read.append(index) }
            default: break
            }
        }
        if read.contains(where: { $0 >= frame && $0 < first ?? Int.max }) { return nil }
        return first.map { Reframing(from: $0, by: frame - $0).formula(self) } ?? self
    }
}

/// Moves formulas that were resolved in one frame to another one.
struct Reframing {
    var from: Int
    var by: Int

    private func frame(_ frame: Int) -> Int { frame >= from ? frame + by : frame }

    func rows(_ plan: RowsPlan) -> RowsPlan {
        var result = plan
        switch plan.source {
        case .all, .population: break
        case .related(let home, let path): result.source = .related(home: formula(home), path: path)
        case .members(let index): result.source = .members(frame: frame(index))
        }
        result.matches = plan.matches.map { RowsPlan.Match(column: $0.column, value: formula($0.value)) }
        result.operations = plan.operations.map { operation in
            switch operation {
            case .filter(let condition): return .filter(formula(condition))
            case .group: return operation
            case .pick(var pick):
                pick.count = formula(pick.count)
                pick.by = formula(pick.by)
                return .pick(pick)
            }
        }
        result.frame = frame(plan.frame)
        return result
    }

    func formula(_ formula: Formula) -> Formula {
        var result = formula
        switch formula.kind {
        case .constant, .planValue: break
        case .column(let index, let column): result.kind = .column(frame: frame(index), column: column)
        case .row(let index): result.kind = .row(frame: frame(index))
        case .field(let inner, let table, let column):
            result.kind = .field(self.formula(inner), table: table, column: column)
        case .find(let table, let keys): result.kind = .find(table: table, keys: keys.map(self.formula))
        case .findOrError(let table, let keys): result.kind = .findOrError(table: table, keys: keys.map(self.formula))
        case .arithmetic(let kind, let a, let b): result.kind = .arithmetic(kind, self.formula(a), self.formula(b))
        case .negate(let a): result.kind = .negate(self.formula(a))
        case .comparison(let kind, let a, let b): result.kind = .comparison(kind, self.formula(a), self.formula(b))
        case .convert(let a, let map): result.kind = .convert(self.formula(a), map)
        case .inside(let a, let b): result.kind = .inside(self.formula(a), self.formula(b))
        case .has(let a): result.kind = .has(self.formula(a))
        case .not(let a): result.kind = .not(self.formula(a))
        case .all(let parts): result.kind = .all(parts.map(self.formula))
        case .any(let parts): result.kind = .any(parts.map(self.formula))
        case .choose(let branches, let last):
            result.kind = .choose(
                branches.map {
                    Formula.Branch(condition: self.formula($0.condition), value: self.formula($0.value))
                }, last.map { Formula.Box(formula: self.formula($0.formula)) })
        case .otherwise(let a, let b): result.kind = .otherwise(self.formula(a), self.formula(b))
        case .orError(let a): result.kind = .orError(self.formula(a))
        case .floor(let a, let b): result.kind = .floor(self.formula(a), self.formula(b))
        case .cap(let a, let b): result.kind = .cap(self.formula(a), self.formula(b))
        case .rounded(let a, let places, let mode): result.kind = .rounded(self.formula(a), places, mode)
        case .span(let a, let b): result.kind = .span(self.formula(a), self.formula(b))
        case .function(let function, let parts): result.kind = .function(function, parts.map(self.formula))
        case .aggregate(var aggregate):
            aggregate.arguments = aggregate.arguments.map(self.formula)
            aggregate.rows = aggregate.rows.map(rows)
            result.kind = .aggregate(aggregate)
        }
        return result
    }
}
