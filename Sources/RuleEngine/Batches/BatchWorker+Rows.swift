import RuleSemantics
import RuleSyntax
import Tables

/// The elements of row sets, for many evaluations at once.
extension BatchWorker {
    /// So many elements are in sight at once, unless a single evaluation has more.
    private static let limit = 1 << 15

    /// Runs a body over evaluations, a part at a time where the elements of a row set would be too many at once.
    func overElements(
        _ plan: RowsPlan, _ domain: Domain, _ body: (Elements, Domain) -> Vector
    ) -> Vector {
        if let elements = elements(plan, domain) { return body(elements, domain) }
        let half = domain.count / 2
        let ranges = [0..<half, half..<domain.count]
        let pieces = ranges.map { range in
            (vector: overElements(plan, domain.part(range), body), count: range.count)
        }
        return Column(pieces).slice(0, domain.count)
    }

    /// The elements of a row set; `nil` where they are too many and can be divided.
    func elements(_ plan: RowsPlan, _ domain: Domain) -> Elements? {
        base(plan, domain).map { apply(plan.operations, $0, domain) }
    }

    /// What is done to the elements, one operation after another.
    func apply(_ operations: [RowsPlan.Operation], _ all: Elements, _ domain: Domain) -> Elements {
        var elements = all
        var pickBase: [Int32]?
        var groupKeys: [Int] = []
        for operation in operations {
            switch operation {
            case .filter(let condition):
                let bools = evaluate(condition, elements.domain).bools(elements.domain.count)
                elements = elements.filtered(Vector.places(bools))
                pickBase = nil
            case .group(let keys):
                elements = group(elements, keys)
                pickBase = nil
                groupKeys = keys
            case .pick(let pick):
                // Consecutive picks take their shares of the same count.
                let base = pickBase ?? elements.offsets
                pickBase = base
                elements = self.pick(pick, elements, domain, base, groupKeys)
            }
        }
        return elements
    }

    // MARK: The rows before anything is done to them

    private func base(_ plan: RowsPlan, _ domain: Domain) -> Elements? {
        switch plan.source {
        case .members(let frame):
            let members =
                domain.sights[frame].members ?? Members(offsets: Array(repeating: 0, count: domain.count + 1), rows: [])
            return inside(domain, plan.table, .list(members.rows), members.offsets)
        case .related(let home, let path):
            guard let behind = state.behind[Caches.Path(table: plan.table, links: path)] else {
                return empty(plan, domain)
            }
            let elements: Elements?
            if case .row(let frame) = home.kind, case .range(let start) = domain.sights[frame].rows {
                elements = neighbours(behind, start, plan, domain)
            } else {
                elements = listed(rows(home, domain), behind, plan, domain)
            }
            guard let elements, !plan.matches.isEmpty else { return elements }
            return matched(elements, plan, domain)
        case .all, .population:
            return plan.matches.isEmpty ? everybody(plan, domain) : grouped(plan, domain)
        }
    }

    private func empty(_ plan: RowsPlan, _ domain: Domain) -> Elements {
        inside(domain, plan.table, .list([]), Array(repeating: 0, count: domain.count + 1))
    }

    func inside(_ domain: Domain, _ table: Int, _ rows: Rows, _ offsets: [Int32]) -> Elements {
        let count = Int(offsets[offsets.count - 1])
        var inner = Domain(count: count)
        inner.sights = domain.sights.map { sight in
            if sight.members != nil { return sight.through(Elements.owners(offsets)) }
            return sight.table < 0 ? sight : Sight(table: sight.table, rows: .repeated(sight.rows, offsets))
        }
        inner.sights.append(Sight(table: table, rows: rows))
        return Elements(domain: inner, offsets: offsets)
    }

    /// The rows behind rows that stand beside one another stand so, too.
    private func neighbours(_ behind: Behind, _ start: Int, _ plan: RowsPlan, _ domain: Domain) -> Elements? {
        let first = behind.offsets[start]
        let total = Int(behind.offsets[start + domain.count] - first)
        if total > Self.limit, domain.count > 1 { return nil }
        let offsets = behind.offsets[start...(start + domain.count)].map { $0 - first }
        let rows: Rows =
            behind.rows.map { .list(Array($0[Int(first)..<(Int(first) + total)])) } ?? .range(Int(first))
        return inside(domain, plan.table, rows, offsets)
    }

    private func listed(_ homes: [Int32], _ behind: Behind, _ plan: RowsPlan, _ domain: Domain) -> Elements? {
        var offsets: [Int32] = [0]
        offsets.reserveCapacity(homes.count + 1)
        var total = 0
        let last = behind.offsets.count - 1
        for home in homes {
            if home >= 0, Int(home) < last { total += Int(behind.offsets[Int(home) + 1] - behind.offsets[Int(home)]) }
            if total > Self.limit, domain.count > 1 { return nil }
            offsets.append(Int32(total))
        }
        var rows: [Int32] = []
        rows.reserveCapacity(total)
        for home in homes where home >= 0 && Int(home) < last {
            let range = behind.offsets[Int(home)]..<behind.offsets[Int(home) + 1]
            if let own = behind.rows {
                rows += own[Int(range.lowerBound)..<Int(range.upperBound)]
            } else {
                rows += range
            }
        }
        return inside(domain, plan.table, .list(rows), offsets)
    }

    /// Only the rows that are equal in the columns which 同 names.
    private func matched(_ elements: Elements, _ plan: RowsPlan, _ domain: Domain) -> Elements {
        let owners = Elements.owners(elements.offsets)
        let inner = elements.domain
        let rows = inner.sights[plan.frame].rows
        var bools = [Int64](repeating: 1, count: inner.count)
        for match in plan.matches {
            let wanted = evaluate(match.value, domain).picked(owners)
            let own = column(plan.table, match.column, rows, inner.count)
            bools = Vector.both(bools, compare(.equal, own, wanted, match.value.type, inner.count).bools(inner.count))
        }
        return elements.filtered(Vector.places(bools))
    }

    private func everybody(_ plan: RowsPlan, _ domain: Domain) -> Elements? {
        let rows: Rows
        let count: Int
        if case .population = plan.source {
            (rows, count) = state.population(plan.table)
        } else {
            (rows, count) = (.range(0), state.rowCount(plan.table))
        }
        if domain.count > 1, count * domain.count > Self.limit { return nil }
        let offsets = (0...domain.count).map { Int32($0 * count) }
        if domain.count == 1 { return inside(domain, plan.table, rows, offsets) }
        let list = rows.list(count)
        return inside(domain, plan.table, .list((0..<domain.count).flatMap { _ in list }), offsets)
    }

    private func grouped(_ plan: RowsPlan, _ domain: Domain) -> Elements? {
        guard let grouping = state.groupings[plan.matching] else { return empty(plan, domain) }
        let groups = grouping.index.find(plan.matches.map { evaluate($0.value, domain) }, domain.count)
        let lists = grouping.lists
        var offsets: [Int32] = [0]
        var total = 0
        for group in groups {
            if group >= 0 { total += lists[Int(group)].count }
            if total > Self.limit, domain.count > 1 { return nil }
            offsets.append(Int32(total))
        }
        var rows: [Int32] = []
        rows.reserveCapacity(total)
        for group in groups where group >= 0 { rows += lists[Int(group)] }
        return inside(domain, plan.table, .list(rows), offsets)
    }

    // MARK: Groups

    /// The elements of each evaluation by the values of columns, in the order in which they first occur.
    private func group(_ elements: Elements, _ keys: [Int]) -> Elements {
        let domain = elements.domain
        let sight = domain.sights[domain.sights.count - 1]
        let owners = Elements.owners(elements.offsets)
        let values = keys.map { column(sight.table, $0, sight.rows, domain.count) }
        let (index, numbers) = KeyIndex.numbering(
            [.integers(.row, owners.map { Int64($0) })] + values, domain.count, missingCounts: true)
        var members = KeyIndex.lists(numbers, index.count)
        let rows = sight.rows.list(domain.count)
        members.rows = members.rows.map { rows[Int($0)] }
        var grouped = elements.filtered(index.firsts)
        grouped.domain = domain.selected(index.firsts)
        grouped.domain.sights[grouped.domain.sights.count - 1].members = members
        return grouped
    }

    // MARK: 取, 去

    private func pick(
        _ pick: RowsPlan.Pick, _ elements: Elements, _ outer: Domain, _ base: [Int32], _ groupKeys: [Int]
    ) -> Elements {
        let counts = wanted(pick, outer, base)
        let domain = elements.domain
        if domain.count == 0 { return elements }
        let keys = evaluate(pick.by, domain)
        let sight = domain.sights[domain.sights.count - 1]
        let rows = sight.rows.list(domain.count)
        // Whole numbers of which the lower is picked first.
        let numbers = keys.integers(domain.count).flatMap { _, whole in
            whole.contains(Integers.missing)
                ? nil : pick.highest != isDescending(pick.by.type) ? whole.map { -$0 } : whole
        }
        func order(_ left: Int32, _ right: Int32) -> Int {
            let order = reference.order(keys[Int(left)], keys[Int(right)], pick.by.type) ?? 0
            return pick.highest ? -order : order
        }
        func isEqual(_ left: Int32, _ right: Int32) -> Bool {
            numbers.map { $0[Int(left)] == $0[Int(right)] } ?? (order(left, right) == 0)
        }
        var chosen: [Int32] = []
        var sorted: [Int32] = []
        for segment in 0..<(elements.offsets.count - 1) {
            let range = elements.offsets[segment]..<elements.offsets[segment + 1]
            guard let wanted = counts[segment] else { continue }
            if wanted >= range.count {
                if pick.keep { chosen += range }
                continue
            }
            if wanted == 0 {
                if !pick.keep { chosen += range }
                continue
            }
            sorted.removeAll(keepingCapacity: true)
            sorted += range
            if let numbers {
                sortFew(&sorted) { numbers[Int($0)] < numbers[Int($1)] }
            } else {
                sortFew(&sorted) { order($0, $1) < 0 }
            }
            // Where equals stand on both sides of the line, the order of their rows decides.
            if isEqual(sorted[wanted - 1], sorted[wanted]) {
                let equals = sorted.indices.filter { isEqual(sorted[$0], sorted[wanted]) }
                let ordered = sorted[equals[0]...equals[equals.count - 1]].sorted { left, right in
                    reference.precedes(sight.table, Int(rows[Int(left)]), Int(rows[Int(right)]), groupKeys)
                        ?? (left < right)
                }
                sorted.replaceSubrange(equals[0]...equals[equals.count - 1], with: ordered)
            }
            chosen += (pick.keep ? sorted.prefix(wanted) : sorted.dropFirst(wanted)).sorted()
        }
        return elements.filtered(chosen)
    }

    /// How many elements of each evaluation are picked; `nil` where none are, the count being missing or a mistake.
    private func wanted(_ pick: RowsPlan.Pick, _ outer: Domain, _ base: [Int32]) -> [Int?] {
        let amounts = evaluate(pick.count, outer)
        // The same share of as many elements is as many.
        var known: [Int32: Int] = [:]
        let isConstant = if case .constant = amounts { true } else { false }
        return (0..<outer.count).map { index in
            let size = base[index + 1] - base[index]
            if isConstant, let wanted = known[size] { return wanted }
            guard let amount = amounts[index].number else { return nil }
            guard let wanted = Self.wanted(pick, amount, Int(size)) else {
                fail(outer, [Int32(index)])
                return nil
            }
            known[size] = wanted
            return wanted
        }
    }

    /// How many of so many elements are picked; `nil` where that is a mistake.
    private static func wanted(_ pick: RowsPlan.Pick, _ amount: Number, _ size: Int) -> Int? {
        var count = pick.count.type.unit == .percent ? amount * Number(size) : amount
        if let mode = pick.rounding { count = count.rounded(toPlaces: 0, mode) }
        return count.toInt().flatMap { $0 >= 0 ? $0 : nil }
    }
}

extension RowsPlan {
    var isPopulation: Bool { if case .population = source { true } else { false } }

    /// Names the grouping of rows that 同 asks for.
    var matching: Caches.Matching {
        Caches.Matching(table: table, population: isPopulation, columns: matches.map(\.column))
    }
}
