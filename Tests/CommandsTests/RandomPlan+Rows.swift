/// Row sets.
extension RandomPlan {
    /// Rows, and what is in sight in their brackets.
    struct Rows {
        var source: String
        var operations = ""
        var inner: PlanScope
        var isNeverEmpty = false

        var text: String { source + operations }
        var isGrouped: Bool { inner.innermost.keys != nil }
    }

    /// One step up from a row of a table, as the check finds it.
    private enum Link: Hashable {
        case column(Int)
        case derived(Int)
    }

    private func links(_ table: Int) -> [(link: Link, target: Int)] {
        var links: [(link: Link, target: Int)] = []
        let isDerived = if case .derived = tables[table].origin { true } else { false }
        for (position, column) in columns(table).enumerated() {
            guard case .row(let target) = column.kind else { continue }
            if column.isStored || isDerived && tables[table].keys.contains(position) {
                links.append((.column(position), target))
            }
        }
        for (index, other) in tables.enumerated() {
            if case .derived(table) = other.origin { links.append((.derived(index), index)) }
        }
        return links
    }

    private func paths(_ table: Int, _ goal: Int, _ path: [Link], _ seen: Set<Int>, _ found: inout [[Link]]) {
        guard path.count < 6, found.count < 8 else { return }
        for (link, target) in links(table) {
            if target == goal {
                found.append(path + [link])
            } else if !seen.contains(target) {
                paths(target, goal, path + [link], seen.union([target]), &found)
            }
        }
    }

    /// The ways from the rows of a table to a row of another; those through references alone where there are some.
    private func paths(from table: Int, to goal: Int) -> [[Link]] {
        var found: [[Link]] = []
        paths(table, goal, [], [table], &found)
        let direct = found.filter { $0.allSatisfy { if case .column = $0 { true } else { false } } }
        return direct.isEmpty ? found : direct
    }

    /// How the rows of a table that belong to a row are called: by the table's name, with 同 and a reference where
    /// several lead there.
    private mutating func related(_ table: Int, _ scope: PlanScope) -> String? {
        let goal = scope.innermost.table
        let ways = paths(from: table, to: goal)
        if ways.count == 1 { return tables[table].name }
        let columns = ways.compactMap { way -> Int? in if case .column(let column)? = way.first { column } else { nil }
        }
        // A column that the row in sight has too would be compared with it.
        let clear = columns.filter { column in
            ways.count { $0.first == .column(column) } == 1
                && !scope.frames.contains { has(self.columns(table)[column].name, $0) }
        }
        guard !clear.isEmpty else { return nil }
        return "\(tables[table].name) 同 \(self.columns(table)[one(of: clear)].name)"
    }

    // MARK: Sources

    /// Rows from anywhere, before anything is done to them.
    private mutating func source(_ scope: PlanScope, _ wanted: Int?) -> Rows? {
        let innermost = scope.innermost
        if innermost.keys != nil, chance(75) { return members(scope) }
        for _ in 0..<8 {
            let rows: Rows? =
                switch below(12) {
                case 0: everyone(scope)
                case 1, 2: all(scope, wanted)
                case 3: same(scope)
                case 4, 5: namedRows(scope)
                case 6: innermost.keys == nil ? upAndDown(scope) : nil
                default: innermost.keys == nil ? down(scope) : nil
                }
            if let rows, wanted == nil || rows.inner.innermost.table == wanted { return rows }
        }
        return nil
    }

    private mutating func members(_ scope: PlanScope) -> Rows {
        let group = scope.innermost
        let name = tables[group.table].name
        var own = frame(group.table)
        own.isAssessed = group.isAssessed
        return Rows(source: name, inner: scope.pushing(own, lowest: scope.lowest), isNeverEmpty: true)
    }

    private func frame(_ table: Int) -> PlanScope.Frame { .init(table: table, name: tables[table].name) }

    private mutating func everyone(_ scope: PlanScope) -> Rows? {
        let home = scope.frames[0].table
        guard tables[home].isAssessed else { return nil }
        var everybody = frame(home)
        everybody.isAssessed = true
        var rows = Rows(source: "全体", inner: scope.pushing(everybody, lowest: scope.frames.count))
        rows.isNeverEmpty =
            home == scope.innermost.table && (scope.innermost.isAssessed || !tables[home].hasPopulation)
        if chance(30) { match(&rows, scope) }
        return rows
    }

    private mutating func all(_ scope: PlanScope, _ wanted: Int?) -> Rows {
        let table = wanted ?? below(tables.count)
        var rows = Rows(
            source: "全部 \(tables[table].name)", inner: scope.pushing(frame(table), lowest: scope.frames.count))
        rows.isNeverEmpty = table == scope.innermost.table
        if chance(30) { match(&rows, scope) }
        return rows
    }

    /// `T 同 a`, of a table that need not refer here.
    private mutating func same(_ scope: PlanScope) -> Rows? {
        let table = below(tables.count)
        var rows = Rows(source: tables[table].name, inner: scope.pushing(frame(table), lowest: scope.frames.count))
        match(&rows, scope)
        return rows.operations.isEmpty ? nil : rows
    }

    /// Adds 同 with columns that the rows and the row in sight both have.
    private mutating func match(_ rows: inout Rows, _ scope: PlanScope) {
        let table = rows.inner.innermost.table
        var names: [String] = []
        let own = rows.inner.innermost
        for column in columns(table) where !mayBeMissing(column, own) && column.section == nil && column.kind != .span {
            if !Self.implicit.contains(column.name), isInSight(column, scope) { names.append(column.name) }
        }
        guard !names.isEmpty else { return }
        let chosen = some(of: names, number(in: 1...min(2, names.count)))
        rows.operations += " 同 \(chosen.joined(separator: ", "))"
        // With these they are a group, which may look at the row outside.
        rows.inner.lowest = isLarge ? scope.frames.count : scope.lowest
        rows.isNeverEmpty = false
    }

    /// Whether a column of the same name is the one thing that its bare name can mean, and always there.
    private func isInSight(_ column: Column, _ scope: PlanScope) -> Bool {
        var found: Int?
        for index in scope.frames.indices.reversed() {
            let frame = scope.frames[index]
            guard
                let position = columns(frame.table).firstIndex(where: { $0.name == column.name && $0.section == nil })
            else { continue }
            if let keys = frame.keys, !keys.contains(position) { continue }
            if found == nil {
                let own = columns(frame.table)[position]
                guard own.kind == column.kind, !mayBeMissing(own, frame), index >= scope.lowest else { return false }
                found = index
            } else if frame.table != scope.frames[found!].table {
                return false
            }
        }
        return found != nil
    }

    private mutating func down(_ scope: PlanScope) -> Rows? {
        let below = tables.indices.filter { !paths(from: $0, to: scope.innermost.table).isEmpty }
        guard !below.isEmpty else { return nil }
        let table = one(of: below)
        guard let text = related(table, scope) else { return nil }
        return Rows(source: text, inner: scope.pushing(frame(table), lowest: scope.lowest))
    }

    /// `班级.学生`: up a reference, then to the rows behind it.
    private mutating func upAndDown(_ scope: PlanScope) -> Rows? {
        let up = sight(scope) { column in if case .row = column.kind { column.isStored } else { false } }
        guard let up, case .row(let goal) = up.column.kind, up.frame == scope.frames.count - 1,
            up.piece.text == up.column.name
        else { return nil }
        let below = tables.indices.filter { paths(from: $0, to: goal).count == 1 }
        guard !below.isEmpty else { return nil }
        let table = one(of: below)
        let lowest = isLarge ? scope.frames.count : scope.lowest
        return Rows(
            source: "\(up.piece.text).\(tables[table].name)", inner: scope.pushing(frame(table), lowest: lowest))
    }

    private mutating func namedRows(_ scope: PlanScope) -> Rows? {
        let home = scope.frames[0].table
        let seen = scope.frames.lastIndex { $0.table == home && $0.keys == nil }
        guard let seen, seen >= scope.lowest else { return nil }
        let sets = tables[home].sets.filter { set in set.section.map { scope.sections.contains($0) } ?? true }
        guard !sets.isEmpty else { return nil }
        let set = one(of: sets)
        let frame = PlanScope.Frame(table: set.table, name: set.name, keys: set.keys, present: set.present)
        return Rows(source: set.name, inner: scope.pushing(frame, lowest: scope.frames.count))
    }

    /// Writes a named row set.
    mutating func nameRows(_ scope: PlanScope, _ indent: Int, section: Int?) {
        guard let rows = rows(scope, 1, mustOperate: true) else { return }
        let name = fresh("集")
        write(indent, "\(name) = \(rows.text)")
        let frame = rows.inner.innermost
        tables[scope.frames[0].table].sets.append(
            NamedRows(name: name, table: frame.table, section: section, keys: frame.keys, present: frame.present))
    }

    // MARK: Operations

    /// Rows with what is done to them.
    mutating func rows(
        _ scope: PlanScope, _ depth: Int, of wanted: Int? = nil, grouped: Bool? = nil, mustOperate: Bool = false
    ) -> Rows? {
        // Rows within rows within rows take as long as their numbers multiplied.
        let most = isLarge ? 1 : scope.frames.last?.keys == nil ? 2 : 3
        guard !scope.frames.isEmpty, scope.frames.count <= most, var rows = source(scope, wanted) else { return nil }
        if chance(45) || mustOperate && rows.operations.isEmpty { filter(&rows, depth) }
        if rows.isGrouped { return grouped == false ? nil : rows }
        if chance(8) { pick(&rows, scope, depth) }
        if grouped ?? chance(12) { group(&rows) }
        if grouped == true, !rows.isGrouped { return nil }
        if rows.isGrouped, chance(20) { filter(&rows, depth) }
        if chance(15) { pick(&rows, scope, depth) }
        return rows
    }

    private mutating func filter(_ rows: inout Rows, _ depth: Int) {
        let position = rows.inner.frames.count - 1
        let frame = rows.inner.innermost
        let optional = columns(frame.table).indices.filter { columns(frame.table)[$0].mayBeMissing }
        rows.isNeverEmpty = false
        if frame.keys == nil, !optional.isEmpty, chance(40) {
            let column = one(of: optional)
            if let name = name(of: column, in: position, rows.inner) {
                rows.operations += " 当 有(\(name))"
                rows.inner.frames[position].present.insert(column)
                return
            }
        }
        rows.operations += " 当 \(verdict(rows.inner, max(0, depth - 1)).text)"
    }

    private mutating func group(_ rows: inout Rows) {
        let position = rows.inner.frames.count - 1
        let frame = rows.inner.innermost
        let keys = columns(frame.table).indices.filter { index in
            let column = columns(frame.table)[index]
            // A group's key of the table's own name would hide the rows.
            return !mayBeMissing(column, frame) && column.section == nil && column.kind != .span
                && column.name != tables[frame.table].name
        }
        guard !keys.isEmpty else { return }
        let chosen = some(of: keys, number(in: 1...min(2, keys.count)))
        rows.operations += " 每 \(chosen.map { columns(frame.table)[$0].name }.joined(separator: ", "))"
        rows.inner.frames[position].keys = chosen
    }

    /// A column that says how many; fewer than none would be a mistake.
    private mutating func countInSight(_ scope: PlanScope) -> Sight? {
        let mustBePositive = isSound
        return sight(scope) { column in
            column.isWhole && column.isStored && !column.mayBeMissing && (column.isPositive || !mustBePositive)
        }
    }

    mutating func pickWords(_ scope: PlanScope) -> String {
        let word = one(of: ["取", "去"]) + " " + one(of: ["最高", "最低"])
        if chance(35) { return "\(word) \(one(of: ["10%", "20%", "50%"])) \(rounding())" }
        if !scope.frames.isEmpty, chance(15),
            let count = countInSight(scope),
            !count.piece.mayBeMissing
        {
            return "\(word) \(count.piece.text)"
        }
        return "\(word) \(number(in: 1...4))"
    }

    private mutating func pick(_ rows: inout Rows, _ scope: PlanScope, _ depth: Int) {
        for _ in 0..<(chance(25) ? 2 : 1) {
            let (kind, piece) = orderedPiece(rows.inner, max(0, depth - 1))
            // Over everybody the count too must be the same for everybody.
            let counting = rows.inner.lowest == scope.lowest ? scope : PlanScope(frames: [])
            let by = present(piece, kind, rows.inner)
            rows.operations += " \(pickWords(counting)) 依 \(by.within(.sum))"
            rows.isNeverEmpty = false
        }
    }
}
