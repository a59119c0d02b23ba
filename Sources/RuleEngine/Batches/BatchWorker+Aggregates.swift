import RuleSemantics
import RuleSyntax
import Tables

/// Functions over rows or over a written list, for many evaluations at once.
extension BatchWorker {
    func aggregate(_ aggregate: Aggregate, _ domain: Domain, deviation: (places: Int, mode: RoundingMode)?) -> Vector {
        guard let plan = aggregate.rows else { return overList(aggregate, domain) }
        if aggregate.function == .rank || aggregate.function == .denseRank { return rank(aggregate, plan, domain) }
        if aggregate.shared, deviation == nil, let known = state.shared[aggregate.id] {
            return self.known(known, plan, domain)
        }
        return overElements(plan, domain) { elements, _ in self.overRows(aggregate, elements, deviation) }
    }

    private func known(_ known: SharedResult, _ plan: RowsPlan, _ domain: Domain) -> Vector {
        switch known {
        case .single(let value): return .constant(value)
        case .byRow(let column):
            guard case .related(let home, _) = plan.source else { return .missing }
            let last = Int32(column.count - 1)
            return gather(column, rows(home, domain).map { $0 < 0 || $0 >= last ? last : $0 })
        case .byKey(let index, let column):
            let last = Int32(column.count - 1)
            let keys = plan.matches.map { evaluate($0.value, domain) }
            return gather(column, index.find(keys, domain.count).map { $0 < 0 ? last : $0 })
        }
    }

    func overRows(
        _ aggregate: Aggregate, _ elements: Elements, _ deviation: (places: Int, mode: RoundingMode)?
    ) -> Vector {
        let offsets = elements.offsets
        guard let argument = aggregate.arguments.first else {
            return .numbers(Vector.segments(offsets) { Int64($1 - $0) })
        }
        let values = evaluate(argument, elements.domain)
        if let deviation {
            return segments(offsets) { range in
                self.reference.deviation(range.compactMap { values[$0].number }, deviation.places, deviation.mode)
            }
        }
        if aggregate.function == .currentRun {
            let firsts = Vector.segments(offsets) { start, end in start < end ? Int64(start) : -1 }
            let ends = evaluate(
                aggregate.arguments[1], elements.domain.selected(firsts.filter { $0 >= 0 }.map { Int32($0) }))
            var next = 0
            return segments(offsets) { range in
                defer { if !range.isEmpty { next += 1 } }
                let last = range.isEmpty ? .missing : ends[next]
                return self.reference.currentRun(range.map { values[$0] }, last, argument.type)
            }
        }
        if aggregate.function == .only {
            var (alone, several): ([Int32], [Int32]) = ([], [])
            for segment in 0..<(offsets.count - 1) {
                if offsets[segment + 1] - offsets[segment] > 1 {
                    // The first of several stands for its evaluation.
                    several.append(offsets[segment])
                } else {
                    alone.append(Int32(segment))
                }
            }
            fail(elements.domain, several)
            if !several.isEmpty {
                // Which of several is meant is not known: there is none.
                let values = fold(.only, values, offsets, argument.type)
                return assembled([(alone, values.picked(alone))], offsets.count - 1)
            }
        }
        return fold(aggregate.function, values, offsets, argument.type)
    }

    /// The length of a written list of spans, as `Evaluator.length` has it.
    private func length(_ aggregate: Aggregate, _ domain: Domain) -> Vector {
        let spans = aggregate.arguments.map { (own: evaluate($0, domain), isAbsent: absences($0, domain)) }
        let type = aggregate.arguments[0].type
        return each(domain.count) { index in
            if spans.contains(where: { $0.isAbsent(index) }) { return .missing }
            return reference.fold(aggregate.function, spans.map { $0.own[index] }, type)
        }
    }

    /// For which evaluations there is no span because something that it is made of is missing.
    private func absences(_ span: Formula, _ domain: Domain) -> (Int) -> Bool {
        switch span.kind {
        case .function(.common, let parts):
            let parts = parts.map { absences($0, domain) }
            return { index in parts.contains { $0(index) } }
        case .span(let first, let last):
            let (first, last) = (evaluate(first, domain), evaluate(last, domain))
            return { first[$0] == .missing || last[$0] == .missing }
        default:
            let own = evaluate(span, domain)
            return span.type.optional ? { own[$0] == .missing } : { _ in false }
        }
    }

    /// A written list: the values of each evaluation side by side.
    private func overList(_ aggregate: Aggregate, _ domain: Domain) -> Vector {
        if aggregate.function.isLength { return length(aggregate, domain) }
        let count = domain.count
        let width = aggregate.arguments.count
        let vectors = aggregate.arguments.map { evaluate($0, domain) }
        let type = aggregate.arguments[0].type
        let pieces = vectors.enumerated().map { position, vector in
            (places: (0..<count).map { Int32($0 * width + position) }, vector: vector)
        }
        let values = assembled(pieces, count * width)
        return fold(aggregate.function, values, (0...count).map { Int32($0 * width) }, type)
    }

    /// One value out of those between each offset and the next.
    func fold(_ function: Function, _ values: Vector, _ offsets: [Int32], _ type: ValueType) -> Vector {
        let total = Int(offsets[offsets.count - 1])
        let folded: Vector?
        switch function {
        case .sum: folded = values.sums(offsets)
        case .count: folded = .numbers(Vector.counts(values.bools(total), offsets))
        case .max: folded = values.extremes(offsets, greatest: !isDescending(type))
        case .min: folded = values.extremes(offsets, greatest: isDescending(type))
        case .any: folded = .bools(Vector.counts(values.bools(total), offsets).map { $0 > 0 ? 1 : 0 })
        case .every:
            let bools = values.bools(total)
            let known = Vector.counts(bools.map { $0 == Integers.missing ? 0 : 1 }, offsets)
            let held = Vector.counts(bools, offsets)
            folded = .bools(zip(known, held).map { $0 == 0 ? Integers.missing : $0 == $1 ? 1 : 0 })
        case .mean:
            let known = Vector.counts(values.present(total), offsets)
            folded = values.sums(offsets).flatMap { Vector.quotient($0, .numbers(known), known.count) }
        default: folded = nil
        }
        return folded
            ?? segments(offsets) { range in self.reference.fold(function, range.map { values[$0] }, type) }
    }

    private func segments(_ offsets: [Int32], _ body: (Range<Int>) -> Value) -> Vector {
        each(offsets.count - 1) { body(Int(offsets[$0])..<Int(offsets[$0 + 1])) }
    }

    // MARK: Ranks

    private func rank(_ aggregate: Aggregate, _ plan: RowsPlan, _ domain: Domain) -> Vector {
        let homes = domain.sights[plan.frame - 1].rows.list(domain.count)
        var places = [Int64](repeating: Integers.missing, count: domain.count)
        if aggregate.shared, let ranks = state.ranks[aggregate.id] {
            let groups = self.groups(plan, ranks, domain)
            for (index, home) in homes.enumerated() {
                let home = Int(home)
                if ranks.groups[home] >= 0, ranks.groups[home] == groups?[index] ?? 0 {
                    places[index] = Int64(ranks.places[home])
                }
            }
        } else {
            let vector = overElements(plan, domain) { elements, part in
                let ranked = self.places(aggregate, elements)
                let rows = elements.domain.sights[plan.frame].rows.list(elements.domain.count)
                let homes = part.sights[plan.frame - 1].rows.list(part.count)
                return .numbers(
                    homes.indices.map { index in
                        let range = Int(elements.offsets[index])..<Int(elements.offsets[index + 1])
                        return range.first { rows[$0] == homes[index] }.map { Int64(ranked[$0]) } ?? Integers.missing
                    })
            }
            if case .integers(_, let found) = vector { places = found }
        }
        if !aggregate.isTolerant {
            fail(domain, places.indices.filter { places[$0] == Integers.missing }.map { Int32($0) })
        }
        return .numbers(places)
    }

    /// The group whose ranks each evaluation asks for; `nil` where there is but one.
    private func groups(_ plan: RowsPlan, _ ranks: Ranks, _ domain: Domain) -> [Int32]? {
        if let index = ranks.index { return index.find(plan.matches.map { evaluate($0.value, domain) }, domain.count) }
        if case .related(let home, _) = plan.source { return rows(home, domain) }
        return nil
    }

    /// The place of each element among those of its evaluation.
    func places(_ aggregate: Aggregate, _ elements: Elements) -> [Int32] {
        let count = elements.domain.count
        let keys = aggregate.arguments.map { evaluate($0, elements.domain) }
        let isDense = aggregate.function == .denseRank
        if keys.count == 1, case .ratios(let above, let below) = keys[0], !above.contains(Integers.missing) {
            // Groups are small: to compare fractions within them takes less time than to rank all beforehand.
            let isAscending = aggregate.ascending[0]
            return Self.places(elements.offsets, isDense: isDense) { left, right in
                let (a, b) = isAscending ? (Int(left), Int(right)) : (Int(right), Int(left))
                return Int128(above[a]) * Int128(below[b]) < Int128(above[b]) * Int128(below[a])
            }
        }
        guard
            let numbers = ranking(
                keys, aggregate.arguments.map(\.type), ascending: aggregate.ascending, count)
        else { return referencePlaces(aggregate, elements, keys) }
        if numbers.count == 1 {
            let key = numbers[0]
            return Self.places(elements.offsets, isDense: isDense) { key[Int($0)] < key[Int($1)] }
        }
        return Self.places(elements.offsets, isDense: isDense) { left, right in
            let key = numbers.first { $0[Int(left)] != $0[Int(right)] }
            return key.map { $0[Int(left)] < $0[Int(right)] } ?? false
        }
    }

    /// The same where it is known which of two comes first.
    @inline(__always)
    private static func places(
        _ offsets: [Int32], isDense: Bool, _ precedes: (Int32, Int32) -> Bool
    ) -> [Int32] {
        var places = [Int32](repeating: 0, count: Int(offsets[offsets.count - 1]))
        var order: [Int32] = []
        for segment in 0..<(offsets.count - 1) {
            order.removeAll(keepingCapacity: true)
            order += offsets[segment]..<offsets[segment + 1]
            sortFew(&order, precedes)
            var place: Int32 = 0
            for (position, element) in order.enumerated() {
                if position == 0 || precedes(order[position - 1], element) {
                    place = isDense ? place + 1 : Int32(position + 1)
                }
                places[Int(element)] = place
            }
        }
        return places
    }

    private func referencePlaces(_ aggregate: Aggregate, _ elements: Elements, _ keys: [Vector]) -> [Int32] {
        var places = [Int32](repeating: 0, count: elements.domain.count)
        for segment in 0..<(elements.offsets.count - 1) {
            let range = Int(elements.offsets[segment])..<Int(elements.offsets[segment + 1])
            let found = reference.places(Array(range), range.map { index in keys.map { $0[index] } }, aggregate)
            for index in range { places[index] = Int32(found[index] ?? 0) }
        }
        return places
    }

    /// Keys as whole numbers of which the lower comes first; `nil` where a value is missing or has no order.
    func ranking(_ keys: [Vector], _ types: [ValueType], ascending: [Bool], _ count: Int) -> [[Int64]]? {
        if count == 0 { return keys.map { _ in [] } }
        var numbers: [[Int64]] = []
        for (position, key) in keys.enumerated() {
            if let (kind, whole) = key.integers(count) {
                guard kind.isOrdered, !whole.contains(Integers.missing) else { return nil }
                let turned = ascending[position] == isDescending(types[position])
                numbers.append(turned ? whole.map { -$0 } : whole)
            } else {
                guard let ranks = ranks(key, types[position], count) else { return nil }
                numbers.append(ascending[position] ? ranks : ranks.map { -$0 })
            }
        }
        return numbers
    }

    /// The rank of each value among the others, for values that are no whole numbers, such as quotients.
    private func ranks(_ key: Vector, _ type: ValueType, _ count: Int) -> [Int64]? {
        if case .ratios(let above, let below) = key {
            if above.contains(Integers.missing) { return nil }
            return RuleEngine.ranks(count) { left, right in
                Int128(above[left]) * Int128(below[right]) < Int128(above[right]) * Int128(below[left])
            }
        }
        let values = (0..<count).map { key[$0] }
        guard values.allSatisfy({ $0.number != nil }) else { return nil }
        return RuleEngine.ranks(count) { (reference.order(values[$0], values[$1], type) ?? 0) < 0 }
    }
}
