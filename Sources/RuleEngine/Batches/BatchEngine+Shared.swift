import Platform
import RuleSemantics
import RuleSyntax
import Tables

/// What formulas need before they can be evaluated in batches: indices, and the results that many rows share.
extension BatchEngine {
    mutating func prepare(_ formulas: [Formula], _ plans: [RowsPlan]) {
        for plan in plans { prepare(plan) }
        var matched = plans
        var aggregates: [(aggregate: Aggregate, deviation: Deviation?)] = []
        var deviations: [Int: Deviation] = [:]
        for formula in formulas + plans.flatMap(\.formulas) {
            formula.visit { part in
                switch part.kind {
                case .find(let table, _), .findOrError(let table, _): prepareKeys(table)
                case .function(.workdays, _):
                    if state.workdays == nil {
                        state.workdays = WorkdayCount(program.calendar, around: program.year ?? 2026)
                    }
                case .rounded(let inner, let places, let mode):
                    if case .aggregate(let aggregate) = inner.kind, aggregate.function == .deviation {
                        deviations[aggregate.id] = (places, mode)
                    }
                case .aggregate(let aggregate):
                    if let plan = aggregate.rows {
                        prepare(plan)
                        matched.append(plan)
                        if aggregate.shared { aggregates.append((aggregate, deviations[aggregate.id])) }
                    }
                default: break
                }
            }
        }
        // Those inside others come behind them.
        for (aggregate, deviation) in aggregates.reversed() {
            if aggregate.function == .rank || aggregate.function == .denseRank {
                rank(aggregate)
            } else if state.shared[aggregate.id] == nil, aggregate.function != .deviation || deviation != nil {
                state.shared[aggregate.id] = share(aggregate, deviation)
            }
        }
        if !state.doubtful.isEmpty { for plan in matched { lookForDoubts(plan) } }
    }

    /// Where a key that 同 names went wrong, it is no matter as long as the conditions do not let the row through.
    private mutating func lookForDoubts(_ plan: RowsPlan) {
        let doubtful = plan.matches.compactMap { state.doubtful[ColumnReference(plan.table, $0.column)] }
        let rows = (0..<Int32(state.rowCount(plan.table))).filter { row in doubtful.contains { $0[Int(row)] } }
        if rows.isEmpty { return }
        if plan.operationsReadOutside {
            failed = true
            return
        }
        let conditions = plan.operations.prefix { if case .filter = $0 { true } else { false } }
        let worker = BatchWorker(state)
        let outer = Domain(count: 1, depth: plan.frame)
        let all = worker.inside(outer, plan.table, .list(rows), [0, Int32(rows.count)])
        if worker.apply(Array(conditions), all, outer).domain.count > 0 || worker.hasFailed { failed = true }
    }

    typealias Deviation = (places: Int, mode: RoundingMode)

    /// Works out who refers to whom for all row sets that go by stored references alone: each on a thread of its own.
    mutating func prepareReferences() {
        var keys = Set<Caches.Path>()
        func note(_ plan: RowsPlan) {
            guard case .related(_, let path) = plan.source else { return }
            var table = plan.table
            for link in path {
                guard case .column(let column) = link, state.data.tables[table].columns[column] != nil,
                    case .row(let target) = program.tables[table].columns[column].type.kind
                else { return }
                table = target
            }
            keys.insert(Caches.Path(table: plan.table, links: path))
        }
        for plan in program.plans { note(plan) }
        // The largest first, so that none is left over at the end.
        let paths = keys.sorted { state.rowCount($0.table) > state.rowCount($1.table) }
        let engine = self
        let rows = paths.reduce(0) { $0 + state.rowCount($1.table) }
        let found = Platform.map(paths.count, bytes: rows * MemoryLayout<Int64>.size) {
            engine.behind(paths[$0].table, paths[$0].links)
        }
        for (path, behind) in zip(paths, found) { state.behind[path] = behind }
    }

    private mutating func prepare(_ plan: RowsPlan) {
        if case .related(_, let path) = plan.source {
            let key = Caches.Path(table: plan.table, links: path)
            if state.behind[key] == nil { state.behind[key] = behind(plan.table, path) }
        } else if !plan.matches.isEmpty, state.groupings[plan.matching] == nil {
            state.groupings[plan.matching] = grouping(plan)
        }
    }

    private mutating func prepareKeys(_ table: Int) {
        if state.keys[table] != nil { return }
        if case .lookup = program.tables[table].kind { return }
        let count = state.rowCount(table)
        let vectors = program.tables[table].keys.map { column in
            count == 0 ? Vector.missing : state.data.tables[table].columns[column]?.slice(0, count) ?? .missing
        }
        state.keys[table] = KeyIndex.numbering(vectors, count, isSought: true).index
    }

    private func behind(_ table: Int, _ path: [Link]) -> Behind {
        var current = table
        var targets: [Int32]?
        func through(_ step: [Int32]) {
            targets = targets.map { $0.map { $0 >= 0 && Int($0) < step.count ? step[Int($0)] : -1 } } ?? step
        }
        for link in path {
            switch link {
            case .column(let column):
                through(rows(state.data.tables[current].columns[column] ?? [], state.rowCount(current)))
                if case .row(let target) = program.tables[current].columns[column].type.kind { current = target }
            case .derived(let derived):
                through(state.derived[derived] ?? [])
                current = derived
            }
        }
        let all = targets ?? (0..<Int32(state.rowCount(table))).map { $0 }
        let missing = Array(repeating: Int32(-1), count: max(0, state.rowCount(table) - all.count))
        return Behind(missing.isEmpty ? all : all + missing, state.rowCount(current))
    }

    /// The rows that a column of references holds; below zero where there is none.
    private func rows(_ column: Column, _ count: Int) -> [Int32] {
        if case .integers(.row, let numbers) = column.storage { return numbers.places }
        return (0..<count).map { if case .row(let row)? = column.value($0) { Int32(row) } else { -1 } }
    }

    private func grouping(_ plan: RowsPlan) -> Grouping {
        let (rows, count) = plan.isPopulation ? state.population(plan.table) : (.range(0), state.rowCount(plan.table))
        let worker = BatchWorker(state)
        let vectors = plan.matches.map { match in
            count == 0 ? Vector.missing : worker.column(plan.table, match.column, rows, count)
        }
        let (index, numbers) = KeyIndex.numbering(vectors, count, isSought: true)
        var lists = KeyIndex.lists(numbers, index.count)
        if case .list(let list) = rows { lists.rows = lists.rows.map { list[Int($0)] } }
        return Grouping(index: index, lists: lists)
    }

    // MARK: Results that many rows share

    private mutating func share(_ aggregate: Aggregate, _ deviation: Deviation?) -> SharedResult? {
        guard let plan = aggregate.rows else { return nil }
        switch plan.source {
        case .members: return nil
        case .related(_, let path):
            guard plan.matches.isEmpty, let behind = state.behind[Caches.Path(table: plan.table, links: path)] else {
                return nil
            }
            let results = results(aggregate, plan, behind.offsets, behind.rows, deviation)
            return .byRow(results)
        case .all, .population:
            if !plan.matches.isEmpty {
                guard let grouping = state.groupings[plan.matching] else { return nil }
                let lists = grouping.lists
                return .byKey(grouping.index, results(aggregate, plan, lists.offsets, lists.rows, deviation))
            }
            return .single(deviation == nil ? overAll(aggregate, plan) : overAllAtOnce(aggregate, plan, deviation))
        }
    }

    /// The result of each list of rows, and behind them that of no rows.
    private mutating func results(
        _ aggregate: Aggregate, _ plan: RowsPlan, _ offsets: [Int32], _ rows: [Int32]?, _ deviation: Deviation?
    ) -> Column {
        Column(
            parts(offsets.count) {
                var aggregate = aggregate
                aggregate.arguments = aggregate.arguments.map(\.copied)
                let plan = plan.copied
                return { [aggregate] worker, range in
                    let end = min(range.upperBound, offsets.count - 1)
                    var (inner, own) = Self.lists(range.lowerBound..<end, offsets, rows)
                    if range.upperBound == offsets.count { own.append(own[own.count - 1]) }
                    let outer = Domain(count: range.count, depth: plan.frame)
                    let elements = worker.apply(plan.operations, worker.inside(outer, plan.table, inner, own), outer)
                    return worker.overRows(aggregate, elements, deviation)
                }
            })
    }

    /// Some of the lists of rows by themselves, with where each of them begins.
    private static func lists(
        _ some: Range<Int>, _ offsets: [Int32], _ rows: [Int32]?
    ) -> (rows: Rows, offsets: [Int32]) {
        let (first, end) = (offsets[some.lowerBound], offsets[some.upperBound])
        return (
            rows.map { .list(Array($0[Int(first)..<Int(end)])) } ?? .range(Int(first)),
            offsets[some.lowerBound...some.upperBound].map { $0 - first }
        )
    }

    /// Over all rows at once; where the function allows it, part by part.
    private mutating func overAll(_ aggregate: Aggregate, _ plan: RowsPlan) -> Value {
        let isPlain = plan.operations.allSatisfy { if case .filter = $0 { true } else { false } }
        let (rows, count) = plan.isPopulation ? state.population(plan.table) : (.range(0), state.rowCount(plan.table))
        let join: Function?
        switch aggregate.function {
        case .sum, .count: join = .sum
        case .max, .min, .any: join = aggregate.function
        default: join = nil
        }
        guard isPlain, let join, count > Self.batch else { return overAllAtOnce(aggregate, plan, nil) }
        let list: [Int32]? = if case .list(let rows) = rows { rows } else { nil }
        let pieces = parts(count) {
            var aggregate = aggregate
            aggregate.arguments = aggregate.arguments.map(\.copied)
            let plan = plan.copied
            return { [aggregate] worker, range in
                let inner: Rows = list.map { .list(Array($0[range])) } ?? .range(range.lowerBound)
                let outer = Domain(count: 1, depth: plan.frame)
                let elements = worker.inside(outer, plan.table, inner, [0, Int32(range.count)])
                let result = worker.overRows(aggregate, worker.apply(plan.operations, elements, outer), nil)
                // One value for the whole batch.
                return .constant(result[0])
            }
        }
        let type = aggregate.arguments.first?.type ?? ValueType(.number)
        return Evaluator(program, state.data).fold(join, pieces.map { $0.vector[0] }, type)
    }

    private mutating func overAllAtOnce(_ aggregate: Aggregate, _ plan: RowsPlan, _ deviation: Deviation?) -> Value {
        let worker = BatchWorker(state)
        guard let elements = worker.elements(plan, Domain(count: 1, depth: plan.frame)) else { return .missing }
        let value = worker.overRows(aggregate, elements, deviation)[0]
        failed = failed || worker.hasFailed
        return value
    }

    // MARK: Ranks

    private mutating func rank(_ aggregate: Aggregate) {
        guard state.ranks[aggregate.id] == nil, let plan = aggregate.rows else { return }
        var index: KeyIndex?
        let offsets: [Int32]
        let rows: [Int32]?
        switch plan.source {
        case .members: return
        case .related(_, let path):
            guard plan.matches.isEmpty, let behind = state.behind[Caches.Path(table: plan.table, links: path)] else {
                return
            }
            offsets = behind.offsets
            rows = behind.rows
        case .all, .population:
            if plan.matches.isEmpty {
                let (all, count) =
                    plan.isPopulation ? state.population(plan.table) : (.range(0), state.rowCount(plan.table))
                offsets = [0, Int32(count)]
                rows = if case .list(let list) = all { list } else { nil }
            } else {
                guard let grouping = state.groupings[plan.matching] else { return }
                index = grouping.index
                offsets = grouping.lists.offsets
                rows = grouping.lists.rows
            }
        }
        let count = state.rowCount(plan.table)
        var ranks = Ranks(
            places: Array(repeating: 0, count: count), groups: Array(repeating: -1, count: count), index: index)
        for part in rankedParts(aggregate, plan, offsets, rows) {
            failed = failed || part.hasFailed
            for (position, row) in part.rows.enumerated() {
                ranks.places[Int(row)] = part.places[position]
                ranks.groups[Int(row)] = part.groups[position]
            }
        }
        state.ranks[aggregate.id] = ranks
    }

    /// The places of the rows of some groups.
    private struct RankedPart: Sendable {
        var rows: [Int32]
        var places: [Int32]
        var groups: [Int32]
        var hasFailed: Bool
    }

    /// Some groups at a time, side by side.
    private func rankedParts(
        _ aggregate: Aggregate, _ plan: RowsPlan, _ offsets: [Int32], _ rows: [Int32]?
    ) -> [RankedPart] {
        let state = state
        let groups = offsets.count - 1
        return Platform.map(
            (groups + Self.batch - 1) / Self.batch,
            start: {
                var aggregate = aggregate
                aggregate.arguments = aggregate.arguments.map(\.copied)
                return (BatchWorker(state), aggregate, plan.copied)
            },
            body: { context, index in
                let (worker, aggregate, plan) = context
                let own = (index * Self.batch)..<min(groups, (index + 1) * Self.batch)
                let (inner, ownOffsets) = Self.lists(own, offsets, rows)
                let outer = Domain(count: own.count, depth: plan.frame)
                let elements = worker.apply(
                    plan.operations, worker.inside(outer, plan.table, inner, ownOffsets), outer)
                let count = elements.domain.count
                return RankedPart(
                    rows: elements.domain.sights[plan.frame].rows.list(count),
                    places: count == 0 ? [] : worker.places(aggregate, elements),
                    groups: Elements.owners(elements.offsets).map { $0 + Int32(own.lowerBound) },
                    hasFailed: worker.hasFailed)
            })
    }
}

extension Program {
    /// Every row set.
    fileprivate var plans: [RowsPlan] {
        var plans: [RowsPlan] = []
        for formula in formulas {
            formula.visit { part in
                if case .aggregate(let aggregate) = part.kind, let plan = aggregate.rows { plans.append(plan) }
            }
        }
        for assessment in assessments {
            for section in assessment.sections { plans += section.body.plans }
            plans += assessment.requirements.compactMap(\.rows)
        }
        return plans
    }

    /// Columns that are read for all rows at once: by 每 and as steps from one table to another.
    var columnsReadWhole: Set<ColumnReference> {
        var columns = Set<ColumnReference>()
        for plan in plans {
            for case .group(let keys) in plan.operations {
                for key in keys { columns.insert(ColumnReference(plan.table, key)) }
            }
            guard case .related(_, let path) = plan.source else { continue }
            var table = plan.table
            for link in path {
                switch link {
                case .column(let column):
                    columns.insert(ColumnReference(table, column))
                    if case .row(let target) = tables[table].columns[column].type.kind { table = target }
                case .derived(let derived): table = derived
                }
            }
        }
        for case .derived(let plan, let keys) in tables.map(\.kind) {
            for key in keys { columns.insert(ColumnReference(plan.table, key)) }
        }
        return columns
    }

    /// Every formula that is evaluated for rows.
    fileprivate var formulas: [Formula] {
        var formulas: [Formula] = []
        for table in tables {
            for column in table.columns {
                switch column.definition {
                case .value(let formula), .population(let formula): formulas.append(formula)
                case .stored, .groupKey, .score, .grade, .place, .gradeValue, .requirement, .met, .lacking: break
                }
            }
            if case .derived(let plan, _) = table.kind { formulas += plan.formulas }
        }
        for assessment in assessments {
            for section in assessment.sections {
                formulas += section.body.formulas + section.body.plans.flatMap(\.formulas)
            }
            formulas += assessment.requirements.flatMap { [$0.condition] + ($0.when.map { [$0] } ?? []) }
            formulas += assessment.output.map(\.formula)
        }
        return formulas
    }
}
