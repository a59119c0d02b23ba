import Diagnostics
import RuleSemantics
import RuleSyntax
import Tables

/// A result with the first thing that went wrong in working it out.
struct Noted<T: Sendable>: Sendable {
    var value: T
    var problem: Diagnostic?
}

/// What is worth keeping between rows: who refers to whom, who shares a key, and results that many rows share.
struct Caches: Sendable {
    struct Path: Hashable, Sendable {
        var table: Int
        var links: [Link]
    }

    struct Matching: Hashable, Sendable {
        var table: Int
        var population: Bool
        var columns: [Int]
    }

    struct Shared: Hashable, Sendable {
        var aggregate: Int
        var key: [Value]
    }

    /// The rows of a table behind each row that their references lead to.
    var related: [Path: [[Int32]]] = [:]
    /// Rows by the keys that 同 names. Those whose keys cannot be had are apart.
    struct Matches: Sendable {
        var rows: [[Value]: [Int]] = [:]
        var doubtful: [Doubt] = []
    }

    /// A row with what went wrong in a key of it.
    struct Doubt: Sendable {
        var row: Int
        var problem: Diagnostic
    }

    struct Filtering: Hashable, Sendable {
        var matching: Matching
        var plan: SourceRange
    }

    var matching: [Matching: Matches] = [:]
    /// What went wrong in a key of a row that the conditions of a row set let through.
    var doubts: [Filtering: Diagnostic?] = [:]
    var shared: [Shared: Noted<Value>] = [:]
    var ranks: [Shared: Noted<[Int: Int]>] = [:]
    /// The rows of each keyed table by their keys.
    var keys: [Int: [[Value]: Int]] = [:]
    /// The row of a derived table to which each row of its source belongs.
    var derived: [Int: [Int32]] = [:]
}

extension Evaluator {
    /// The elements of a row set, each ready to be put in sight.
    func elements(of plan: RowsPlan) -> [Frame] {
        var elements = baseRows(plan).map { Frame(table: plan.table, row: $0, members: []) }
        var pickBase: Int?
        var groupKeys: [Int] = []
        for operation in plan.operations {
            switch operation {
            case .filter(let condition):
                elements = elements.filter { holds(condition, $0) }
                pickBase = nil
            case .group(let keys):
                elements = group(elements, keys, plan.table)
                pickBase = nil
                groupKeys = keys
            case .pick(let pick):
                // Consecutive picks take their shares of the same count.
                let base = pickBase ?? elements.count
                pickBase = base
                elements = self.pick(pick, elements, of: base, groupKeys)
            }
        }
        if coverage != nil, case .lookup(let lookup) = program.tables[plan.table].kind {
            for element in elements { coverage?.reached.insert(.row(lookup.rows[element.row].range)) }
        }
        return elements
    }

    private func holds(_ condition: Formula, _ frame: Frame) -> Bool {
        frames.append(frame)
        defer { frames.removeLast() }
        return decides(condition)
    }

    func value(_ formula: Formula, in frame: Frame) -> Value {
        frames.append(frame)
        defer { frames.removeLast() }
        return value(formula)
    }

    /// The rows before anything is done to them.
    func baseRows(_ plan: RowsPlan) -> [Int] {
        switch plan.source {
        case .members(let frame): return frames[frame].members
        case .related(let home, let path):
            guard case .row(let row) = value(home) else { return [] }
            let behind = related(plan.table, path)
            let rows = row >= 0 && row < behind.count ? behind[row].map(Int.init) : []
            return plan.matches.isEmpty ? rows : matched(rows, plan)
        case .all, .population:
            let isPopulation: Bool
            if case .population = plan.source { isPopulation = true } else { isPopulation = false }
            guard !plan.matches.isEmpty else {
                return isPopulation ? population(plan.table) : Array(0..<data.tables[plan.table].rowCount)
            }
            return matching(plan, isPopulation)[plan.matches.map { value($0.value) }] ?? []
        }
    }

    /// Of some rows those that have the keys which 同 names.
    private func matched(_ rows: [Int], _ plan: RowsPlan) -> [Int] {
        let wanted = plan.matches.map { value($0.value) }
        if wanted.contains(.missing) { return [] }
        return rows.filter { row in
            let key = quietly { plan.matches.map { cell(plan.table, $0.column, row) } }
            if let problem = key.problem {
                if lets(plan, row) { note(problem) }
                return false
            }
            return key.value == wanted
        }
    }

    private func matching(_ plan: RowsPlan, _ isPopulation: Bool) -> [[Value]: [Int]] {
        let columns = plan.matches.map(\.column)
        let key = Caches.Matching(table: plan.table, population: isPopulation, columns: columns)
        let matches: Caches.Matches
        if let known = caches.matching[key] {
            matches = known
        } else {
            var found = Caches.Matches()
            for row in isPopulation ? population(plan.table) : Array(0..<data.tables[plan.table].rowCount) {
                let values = quietly { columns.map { cell(plan.table, $0, row) } }
                if let problem = values.problem {
                    found.doubtful.append(Caches.Doubt(row: row, problem: problem))
                } else if !values.value.contains(.missing) {
                    found.rows[values.value, default: []].append(row)
                }
            }
            caches.matching[key] = found
            matches = found
        }
        if !matches.doubtful.isEmpty, let problem = doubt(plan, key, matches) { note(problem) }
        return matches.rows
    }

    /// The first thing that went wrong in a key of a row that the conditions let through: whether the others have such a
    /// key is no matter.
    private func doubt(_ plan: RowsPlan, _ matching: Caches.Matching, _ matches: Caches.Matches) -> Diagnostic? {
        func first() -> Diagnostic? { matches.doubtful.first { lets(plan, $0.row) }?.problem }
        if plan.operationsReadOutside { return first() }
        let key = Caches.Filtering(matching: matching, plan: plan.range)
        if let known = caches.doubts[key] { return known }
        let problem = first()
        caches.doubts[key] = .some(problem)
        return problem
    }

    /// Whether the conditions that come first let a row through, or nothing is known of it.
    private func lets(_ plan: RowsPlan, _ row: Int) -> Bool {
        for operation in plan.operations {
            guard case .filter(let condition) = operation else { return true }
            let outcome = quietly { value(condition, in: Frame(table: plan.table, row: row, members: [])) }
            if outcome.problem == nil, outcome.value != .bool(true) { return false }
        }
        return true
    }

    /// The rows of a table behind each row of the table to which a chain of references leads.
    private func related(_ table: Int, _ path: [Link]) -> [[Int32]] {
        let key = Caches.Path(table: table, links: path)
        if let known = caches.related[key] { return known }
        var current = table
        var targets = (0..<data.tables[table].rowCount).map { Int32($0) }
        for link in path {
            switch link {
            case .column(let column):
                let from = current
                targets = targets.map { row in
                    if row >= 0, case .row(let next) = cell(from, column, Int(row)) { return Int32(next) }
                    return -1
                }
                if case .row(let target) = program.tables[current].columns[column].type.kind { current = target }
            case .derived(let derived):
                let groups = caches.derived[derived] ?? []
                targets = targets.map { $0 >= 0 && Int($0) < groups.count ? groups[Int($0)] : -1 }
                current = derived
            }
        }
        var behind = [[Int32]](repeating: [], count: data.tables[current].rowCount)
        for (row, target) in targets.enumerated() where target >= 0 { behind[Int(target)].append(Int32(row)) }
        caches.related[key] = behind
        return behind
    }

    // MARK: Groups

    private func group(_ elements: [Frame], _ keys: [Int], _ table: Int) -> [Frame] {
        var order: [[Value]] = []
        var groups: [[Value]: [Int]] = [:]
        for element in elements {
            let key = keys.map { cell(table, $0, element.row) }
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(element.row)
        }
        return order.map { key in
            let rows = groups[key]!
            return Frame(table: table, row: rows[0], members: rows)
        }
    }

    /// The rows of a derived table: one for each combination of keys that occurs.
    func groupRows(_ table: Int, _ position: Int) {
        guard case .derived(let plan, let keys) = program.tables[table].kind else { return }
        if caches.derived[table] == nil {
            frames = []
            let rows = elements(of: plan).map(\.row)
            var order: [[Value]] = []
            var groups: [[Value]: Int32] = [:]
            var links = [Int32](repeating: -1, count: data.tables[plan.table].rowCount)
            for row in rows {
                let key = keys.map { cell(plan.table, $0, row) }
                if key.contains(.missing) { continue }
                if let group = groups[key] {
                    links[row] = group
                } else {
                    groups[key] = Int32(order.count)
                    links[row] = Int32(order.count)
                    order.append(key)
                }
            }
            caches.derived[table] = links
            data.tables[table].rowCount = order.count
            for (index, column) in program.tables[table].keys.enumerated() where index < keys.count {
                data.tables[table].columns[column] = Column(packing: order.map { $0[index] })
            }
        }
    }

    // MARK: 取, 去

    private func pick(_ pick: RowsPlan.Pick, _ elements: [Frame], of base: Int, _ groupKeys: [Int]) -> [Frame] {
        guard let amount = value(pick.count).number else { return [] }
        var count = amount
        if pick.count.type.unit == .percent { count = amount * Number(base) }
        if let mode = pick.rounding { count = count.rounded(toPlaces: 0, mode) }
        guard let wanted = count.toInt(), wanted >= 0 else {
            report(.notAWholeCount(formula: text(pick.count), who: who))
            return []
        }
        let ranked = ranked(elements, by: pick, groupKeys)
        let chosen = pick.keep ? ranked.prefix(wanted) : ranked.dropFirst(wanted)
        // Back to their own order, so that what follows does not depend on the ranking.
        return chosen.sorted { $0 < $1 }.map { elements[$0] }
    }

    /// Positions of the elements from the one picked first. Equal values are told apart by the other columns, so that
    /// the order of the rows decides nothing.
    private func ranked(_ elements: [Frame], by pick: RowsPlan.Pick, _ groupKeys: [Int]) -> [Int] {
        let keys = elements.map { value(pick.by, in: $0) }
        return elements.indices.sorted { left, right in
            let order = order(keys[left], keys[right], pick.by.type) ?? 0
            if order != 0 { return pick.highest ? order > 0 : order < 0 }
            return precedes(elements[left].table, elements[left].row, elements[right].row, groupKeys) ?? (left < right)
        }
    }

    /// Whether a row comes before another by the texts of their cells; `nil` for rows that are written alike. Groups are told
    /// apart by what made them groups, of which any of their rows speaks.
    func precedes(_ table: Int, _ left: Int, _ right: Int, _ groupKeys: [Int]) -> Bool? {
        let columns = program.tables[table].columns
        for index in groupKeys.isEmpty ? Array(columns.indices) : groupKeys {
            let column = columns[index]
            switch column.definition {
            case .stored, .groupKey: break
            default: if groupKeys.isEmpty { continue }
            }
            let (one, other) = (cell(table, index, left), cell(table, index, right))
            if one == other { continue }
            let a = program.text(one, column.type, data)
            let b = program.text(other, column.type, data)
            if a != b { return a < b }
        }
        return nil
    }
}
