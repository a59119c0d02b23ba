import RuleSemantics
import RuleSyntax
import Tables

/// What the rules of a table demand of its rows that chance hardly meets, but that can be made.
struct SampleDemands {
    /// `合计(权重 于 全部 项目表) = 1`: a column adds up to a number, over all rows or for each value of some columns.
    struct Total {
        var column: Int
        var sum: Number
        var by: [Int]
    }

    /// `计数(日检 同 日期, 班级) = 1`: a row of another table has the same cells in some columns, ours first.
    struct Partner {
        var table: Int
        var columns: [(own: Int, its: Int)]
    }

    /// `止日 = 起日 + 6`: a column follows from others.
    struct Settled {
        var column: Int
        var value: Formula
    }

    /// `起 <= 计算日`, `余数(起, 1) * 100 在 1..12`: what a column must be by itself.
    private(set) var own: [Int: [Formula]] = [:]
    private(set) var totals: [Total] = []
    private(set) var partners: [Partner] = []
    private(set) var settled: [Settled] = []

    private let program: Program
    private let table: Int

    init(_ program: Program, _ table: Int) {
        self.program = program
        self.table = table
        for requirement in program.tables[table].requirements {
            look(for: requirement.condition)
            if requirement.when == nil, let column = onlyColumn(requirement.condition) {
                own[column, default: []].append(requirement.condition)
            }
            guard case .comparison(.equal, let left, let right) = requirement.condition.kind else { continue }
            if requirement.when == nil, let total = total(left, right) ?? total(right, left) {
                totals.append(total)
            } else if let settled = settled(left, right) ?? settled(right, left) {
                self.settled.append(settled)
            }
        }
    }

    private func isStored(_ table: Int, _ column: Int) -> Bool {
        program.tables[table].columns[column].schema != nil
    }

    /// The one column that a condition reads, if it reads nothing else of the data.
    private func onlyColumn(_ condition: Formula) -> Int? {
        var columns = Set<Int>()
        var isAlone = true
        condition.visit { part in
            switch part.kind {
            case .column(0, let column): columns.insert(column)
            case .column, .row, .field, .find, .findOrError, .aggregate: isAlone = false
            default: break
            }
        }
        guard isAlone, columns.count == 1, let column = columns.first, isStored(table, column) else { return nil }
        return column
    }

    /// What a column must be by comparison with what is known without the data: its bounds, where that narrows them.
    func narrowed(_ schema: ColumnSchema, _ column: Int, _ evaluator: Evaluator) -> ColumnSchema {
        var schema = schema
        for condition in own[column] ?? [] {
            guard case .comparison(let comparison, let left, let right) = condition.kind,
                comparison != .equal, comparison != .unequal
            else { continue }
            if case .column = left.kind { narrow(&schema, comparison.holds(0, 1), evaluator.value(right)) }
            if case .column = right.kind { narrow(&schema, comparison.holds(1, 0), evaluator.value(left)) }
        }
        return schema
    }

    private func narrow(_ schema: inout ColumnSchema, _ isBelow: Bool, _ bound: Value) {
        guard let place = bound.position else { return }
        if isBelow {
            if schema.high?.position.map({ place < $0 }) ?? true { schema.high = bound }
        } else {
            if schema.low?.position.map({ place > $0 }) ?? true { schema.low = bound }
        }
    }

    private func total(_ sum: Formula, _ number: Formula) -> Total? {
        guard case .aggregate(let aggregate) = sum.kind, aggregate.function == .sum, let plan = aggregate.rows,
            plan.table == table, plan.operations.isEmpty,
            case .column(plan.frame, let column)? = aggregate.arguments.first?.kind,
            isStored(table, column), case .constant(.number(let sum)) = number.kind
        else { return nil }
        switch plan.source {
        case .all, .population: break
        case .related, .members: return nil
        }
        var by: [Int] = []
        for match in plan.matches {
            guard case .column(0, match.column) = match.value.kind, isStored(table, match.column) else { return nil }
            by.append(match.column)
        }
        return Total(column: column, sum: sum, by: by)
    }

    private func settled(_ cell: Formula, _ value: Formula) -> Settled? {
        guard case .column(0, let column) = cell.kind, isStored(table, column),
            !program.tables[table].keys.contains(column)
        else { return nil }
        if case .constant = value.kind { return nil }
        return Settled(column: column, value: value)
    }

    private mutating func look(for condition: Formula) {
        var found: [Partner] = []
        condition.visit { part in
            guard case .aggregate(let aggregate) = part.kind, let plan = aggregate.rows, plan.table != table,
                case .data = program.tables[plan.table].kind, !plan.matches.isEmpty
            else { return }
            let columns = plan.matches.compactMap { match -> (own: Int, its: Int)? in
                guard case .column(0, let own) = match.value.kind, isStored(table, own),
                    isStored(plan.table, match.column)
                else { return nil }
                return (own, match.column)
            }
            if columns.count == plan.matches.count { found.append(Partner(table: plan.table, columns: columns)) }
        }
        partners += found
    }
}

extension SampleData {
    /// Divides what a column has to add up to among the rows, unequally, as far as its range allows.
    mutating func shareTotals(_ table: Int) {
        for total in demands[table].totals {
            let by = total.by.compactMap { position(table, $0) }
            guard let column = position(table, total.column) else { continue }
            let groups = Dictionary(grouping: rows[table]!.indices) { row in by.map { rows[table]![row][$0] } }
            for rows in groups.values.sorted(by: { $0[0] < $1[0] }) { share(total.sum, rows, column, table) }
        }
    }

    private mutating func share(_ sum: Number, _ group: [Int], _ column: Int, _ table: Int) {
        let schema = stored[table][column].schema
        let steps: Int
        switch schema.kind {
        case .number(whole: true): steps = 1
        case .number, .ratio: steps = 1000
        case .text, .yesno, .date, .month, .choice, .reference: return
        }
        guard let units = (sum * Number(steps)).toInt(), units >= 0 else { return }
        let even = group.indices.map { units / group.count + ($0 < units % group.count ? 1 : 0) }
        var uneven = even
        for first in stride(from: 0, to: even.count - 1, by: 2) {
            let moved = dice.below(min(even[first], even[first + 1]) + 1)
            uneven[first] += moved
            uneven[first + 1] -= moved
        }
        func fits(_ share: Int) -> Bool {
            let number = Number(share).divided(by: Number(steps)) ?? 0
            return schema.low?.number.map { $0 <= number } ?? true && schema.high?.number.map { number <= $0 } ?? true
        }
        guard let shares = [uneven, even].first(where: { $0.allSatisfy(fits) }) else { return }
        for (row, share) in zip(group, shares) {
            let number = Number(share).divided(by: Number(schema.kind == .ratio ? steps / 100 : steps)) ?? 0
            rows[table]![row][column] = schema.kind == .ratio ? number.description + "%" : number.description
        }
    }
}
