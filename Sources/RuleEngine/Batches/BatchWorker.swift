import RuleSemantics
import RuleSyntax
import Tables

/// Evaluates formulas for many rows at once, on one thread.
///
/// Where it would have to report a mistake of the data it only notes that it failed: the reference evaluator then does
/// everything again and says what is wrong. It never evaluates what the reference would not evaluate if that could fail.
final class BatchWorker {
    let state: BatchState
    /// Does single values that have no form for many, and says so if one is a mistake.
    let reference: Evaluator
    /// Computes what is worked out row by row.
    private lazy var rowwise = Evaluator(state)
    /// Where mistakes of the data were met.
    private var mistakes = Mistakes()
    private var lookups: [Int: (kinds: [Column.Kind], index: LookupIndex)] = [:]
    /// What has been looked up in a lookup without an index, and the row that was found.
    private var lookedUp: [Int: [[Value]: Int64]] = [:]
    /// So many different keys of a lookup are remembered.
    private static let mostLookedUp = 1 << 13

    init(_ state: BatchState) {
        self.state = state
        reference = Evaluator(state.program, state.data)
    }

    /// Whether a mistake of the data was met.
    var hasFailed: Bool { !mistakes.isEmpty || !reference.problems.isEmpty }

    /// The mistakes that were met since it was asked last.
    func takeMistakes() -> Mistakes {
        var taken = mistakes
        if !reference.problems.isEmpty { taken.hasOthers = true }
        mistakes = Mistakes()
        return taken
    }

    /// A column that the reference computes row by row.
    func row(_ reference: ColumnReference, _ domain: Domain) -> Vector {
        let rows = domain.sights[0].rows.list(domain.count)
        return each(domain.count) { rowwise.computed(reference, Int(rows[$0])) }
    }

    /// Notes a mistake of which it is not known whom it concerns.
    func fail() { mistakes.hasOthers = true }

    /// Notes mistakes in some of many evaluations.
    func fail(_ domain: Domain, _ places: [Int32]) {
        guard !places.isEmpty else { return }
        guard let home = domain.sights.first, home.table >= 0 else { return fail() }
        mistakes.rows += home.rows.through(places).list(places.count)
    }

    /// Notes the mistakes behind values that are read: one row's for each evaluation, below zero for none.
    private func noteDoubts(_ table: Int, _ column: Int, _ rows: () -> [Int32], _ domain: Domain) {
        guard let doubtful = state.doubtful[ColumnReference(table, column)] else { return }
        let rows = rows()
        fail(domain, rows.indices.filter { rows[$0] >= 0 && doubtful[Int(rows[$0])] }.map { Int32($0) })
    }

    /// Whether evaluating a formula can meet a mistake.
    func mayReport(_ formula: Formula) -> Bool {
        if formula.mayReport { return true }
        if state.doubtful.isEmpty { return false }
        var found = false
        formula.visit { part in
            switch part.kind {
            case .column(_, let column), .field(_, _, let column):
                // Of which table does not matter: to be careful costs only time.
                found = found || state.doubtful.keys.contains { $0.column == column }
            default: break
            }
        }
        return found
    }

    func each(_ count: Int, _ body: (Int) -> Value) -> Vector { Vector((0..<count).map(body)) }

    /// A value for each value of a vector, worked out once for each of few.
    func each(_ vector: Vector, _ count: Int, _ body: (Value) -> Value) -> Vector {
        if let (values, codes) = vector.codes { return Column(packing: values.map(body)).gather(codes) }
        return each(count) { body(vector[$0]) }
    }

    func column(_ table: Int, _ column: Int, _ rows: Rows, _ count: Int) -> Vector {
        guard let values = state.data.tables[table].columns[column] else { return .missing }
        if case .range(let start) = rows {
            if start + count <= values.count { return values.slice(start, count) }
            return each(count) { values.value(start + $0) ?? .missing }
        }
        return gather(values, rows.list(count))
    }

    /// The values of rows; rows beyond the column have none.
    func gather(_ column: Column, _ rows: [Int32]) -> Vector {
        if column.isEmpty { return .missing }
        return column.gather(rows)
    }

    /// The rows that a formula yields, -1 where it yields none.
    func rows(_ formula: Formula, _ domain: Domain) -> [Int32] {
        if let frame = frame(of: formula, domain) { return domain.sights[frame].rows.list(domain.count) }
        switch evaluate(formula, domain) {
        case .integers(.row, let rows):
            return rows.map { $0 == Integers.missing ? -1 : Int32(truncatingIfNeeded: $0) }
        case .constant(.row(let row)): return Array(repeating: Int32(row), count: domain.count)
        case .constant: return Array(repeating: -1, count: domain.count)
        case let vector:
            return (0..<domain.count).map { if case .row(let row) = vector[$0] { Int32(row) } else { -1 } }
        }
    }

    /// The frame whose row a formula yields; one that is looked for by its own key is found without looking.
    private func frame(of formula: Formula, _ domain: Domain) -> Int? {
        switch formula.kind {
        case .row(let frame): return frame
        case .find(let table, let keys), .findOrError(let table, let keys):
            guard keys.count == 1, case .column(let frame, let column) = keys[0].kind,
                domain.sights[frame].table == table, state.program.tables[table].keys == [column],
                state.program.tables[table].columns[column].schema?.optional == false
            else { return nil }
            return frame
        default: return nil
        }
    }

    // MARK: Formulas

    func evaluate(_ formula: Formula, _ domain: Domain) -> Vector {
        let count = domain.count
        if count == 0 { return .missing }
        switch formula.kind {
        case .constant(let value): return .constant(value)
        case .column(let frame, let column):
            let sight = domain.sights[frame]
            noteDoubts(sight.table, column, { sight.rows.list(count) }, domain)
            return self.column(sight.table, column, sight.rows, count)
        case .row: return .integers(.row, rows(formula, domain).map { Int64($0) })
        case .find where frame(of: formula, domain) != nil, .findOrError where frame(of: formula, domain) != nil:
            return .integers(.row, rows(formula, domain).map { Int64($0) })
        case .planValue(let index): return .constant(state.planValues[index])
        case .field(let inner, let table, let column):
            guard let values = state.data.tables[table].columns[column] else { return .missing }
            let rows = rows(inner, domain)
            noteDoubts(table, column, { rows }, domain)
            return gather(values, rows)
        case .find(let table, let keys):
            return .integers(.row, find(table, keys.map { evaluate($0, domain) }, count))
        case .findOrError(let table, let keys):
            let values = keys.map { evaluate($0, domain) }
            let found = find(table, values, count)
            let lost = (0..<count).filter { row in
                found[row] == Integers.missing && values.allSatisfy { $0[row] != .missing }
            }
            fail(domain, lost.map { Int32($0) })
            return .integers(.row, found)
        case .arithmetic(let kind, let left, let right):
            return arithmetic(kind, evaluate(left, domain), evaluate(right, domain), formula, count)
        case .negate(let inner):
            let vector = evaluate(inner, domain)
            return vector.negated ?? each(count) { vector[$0].number.map { .number(-$0) } ?? .missing }
        case .comparison(let comparison, let left, let right):
            return compare(comparison, evaluate(left, domain), evaluate(right, domain), left.type, count)
        case .convert(let inner, let map):
            let vector = evaluate(inner, domain)
            return each(count) { index in
                guard case .choice(let choice) = vector[index], let other = map[choice] else { return .missing }
                return .choice(other)
            }
        case .inside(let date, let span):
            let (days, spans) = (evaluate(date, domain), evaluate(span, domain))
            return each(count) { index in
                guard case .date(let day) = days[index], case .span(let first, let last) = spans[index] else {
                    return .missing
                }
                return .bool(first <= day && day <= last)
            }
        case .has(let inner): return .bools(evaluate(inner, domain).present(count))
        case .not(let inner): return .bools(Vector.inverted(evaluate(inner, domain).bools(count)))
        case .all(let parts): return .bools(self.parts(parts, domain, until: 0) { Vector.both($0, $1) })
        case .any(let parts): return .bools(self.parts(parts, domain, until: 1) { Vector.either($0, $1) })
        case .choose(let branches, let last): return choose(branches, last, domain)
        case .otherwise(let inner, let fallback): return otherwise(evaluate(inner, domain), fallback, domain)
        case .orError(let inner):
            let vector = evaluate(inner, domain)
            fail(domain, Vector.places(vector.present(count), holding: false))
            return vector
        case .floor(let inner, let bound):
            let (a, b) = (evaluate(inner, domain), evaluate(bound, domain))
            return Vector.greater(a, b, count) ?? numbers(a, b, count) { max($0, $1) }
        case .cap(let inner, let bound):
            let (a, b) = (evaluate(inner, domain), evaluate(bound, domain))
            return Vector.lesser(a, b, count) ?? numbers(a, b, count) { min($0, $1) }
        case .rounded(let inner, let places, let mode):
            if case .aggregate(let aggregate) = inner.kind, aggregate.function == .deviation {
                return self.aggregate(aggregate, domain, deviation: (places, mode))
            }
            return round(evaluate(inner, domain), places, mode, count)
        case .span(let first, let last):
            let (a, b) = (evaluate(first, domain), evaluate(last, domain))
            return each(count) { index in
                guard case .date(let a) = a[index], case .date(let b) = b[index], a <= b else { return .missing }
                return .span(a, b)
            }
        case .function(let function, let arguments):
            return call(function, arguments.map { evaluate($0, domain) }, count)
        case .aggregate(let aggregate): return self.aggregate(aggregate, domain, deviation: nil)
        }
    }

    func numbers(_ left: Vector, _ right: Vector, _ count: Int, _ body: (Number, Number) -> Number) -> Vector {
        each(count) { index in
            guard let a = left[index].number, let b = right[index].number else { return .missing }
            return .number(body(a, b))
        }
    }

    func round(_ vector: Vector, _ places: Int, _ mode: RoundingMode, _ count: Int) -> Vector {
        vector.rounded(places, mode)
            ?? each(count) { vector[$0].number.map { .number($0.rounded(toPlaces: places, mode)) } ?? .missing }
    }

    /// Whether conditions hold, of those evaluations for which one before them has not settled it.
    private func parts(
        _ parts: [Formula], _ domain: Domain, until settled: Int64, _ join: ([Int64], [Int64]) -> [Int64]
    ) -> [Int64] {
        var result = [Int64](repeating: 1 - settled, count: domain.count)
        for (position, part) in parts.enumerated() {
            if position > 0, mayReport(part) {
                let open = (0..<domain.count).filter { result[$0] != settled }.map { Int32($0) }
                let bools = evaluate(part, domain.selected(open)).bools(open.count)
                let before = open.map { result[Int($0)] }
                for (place, bool) in zip(open, join(before, bools)) { result[Int(place)] = bool }
            } else {
                let bools = evaluate(part, domain).bools(domain.count)
                result = position == 0 ? bools : join(result, bools)
            }
        }
        return result
    }

    private func choose(_ branches: [Formula.Branch], _ last: Formula.Box?, _ domain: Domain) -> Vector {
        var pieces: [(places: [Int32], vector: Vector)] = []
        var open: [Int32]?
        for branch in branches {
            let sight = open.map(domain.selected) ?? domain
            if sight.count == 0 { break }
            let holds = evaluate(branch.condition, sight).bools(sight.count)
            var met: [Int32] = []
            var rest: [Int32] = []
            for index in 0..<sight.count {
                let place = open.map { $0[index] } ?? Int32(index)
                // Where a condition is missing, so is the value.
                if holds[index] == 1 { met.append(place) } else if holds[index] == 0 { rest.append(place) }
            }
            pieces.append((met, value(branch.value, domain, met)))
            open = rest
        }
        if let last, let open { pieces.append((open, value(last.formula, domain, open))) }
        return assembled(pieces, domain.count)
    }

    private func value(_ formula: Formula, _ domain: Domain, _ places: [Int32]) -> Vector {
        if case .constant(let value) = formula.kind { return .constant(value) }
        if places.count == domain.count { return evaluate(formula, domain) }
        return evaluate(formula, domain.selected(places))
    }

    /// Values at places as one vector; missing where there is none.
    func assembled(_ pieces: [(places: [Int32], vector: Vector)], _ count: Int) -> Vector {
        let pieces = pieces.filter { !$0.places.isEmpty }
        if let only = pieces.first, pieces.count == 1, only.places.count == count { return only.vector }
        var kind: Column.Kind?
        var fits = true
        for (places, vector) in pieces {
            if case .constant(.missing) = vector { continue }
            guard let own = vector.integers(min(1, places.count))?.kind else {
                fits = false
                break
            }
            if case .number(let a)? = kind, case .number(let b) = own {
                if let common = leastCommonMultiple(a, b), common <= Column.divisorLimit {
                    kind = .number(common)
                } else {
                    fits = false
                }
            } else if kind == nil || kind == own {
                kind = own
            } else {
                fits = false
            }
        }
        if fits, let kind {
            var numbers = [Int64](repeating: Integers.missing, count: count)
            var isExact = true
            for (places, vector) in pieces {
                if case .constant(.missing) = vector { continue }
                guard let (own, given) = vector.integers(places.count) else { return .missing }
                var factor: Int64 = 1
                if case .number(let all) = kind, case .number(let divisor) = own { factor = all / divisor }
                guard let given = scaled(given, by: factor) else {
                    isExact = false
                    break
                }
                for (index, place) in places.enumerated() { numbers[Int(place)] = given[index] }
            }
            if isExact { return .integers(kind, numbers) }
        }
        var values = [Value](repeating: .missing, count: count)
        for (places, vector) in pieces {
            for (index, place) in places.enumerated() { values[Int(place)] = vector[index] }
        }
        return Vector(values)
    }

    private func otherwise(_ first: Vector, _ fallback: Formula, _ domain: Domain) -> Vector {
        let count = domain.count
        let present = first.present(count)
        if !present.contains(0) { return first }
        if case .constant(let value) = fallback.kind, let filled = Vector.filled(first, .constant(value), count) {
            return filled
        }
        let missing = Vector.places(present, holding: false)
        let second = value(fallback, domain, missing)
        return assembled([(Vector.places(present), first.picked(Vector.places(present))), (missing, second)], count)
    }

    // MARK: Numbers, dates, comparisons

    func arithmetic(_ kind: Arithmetic, _ left: Vector, _ right: Vector, _ formula: Formula, _ count: Int) -> Vector {
        let result: Vector?
        switch kind {
        case .plus: result = Vector.sum(left, right, count)
        case .minus: result = Vector.difference(left, right, count) ?? days(left, right, count)
        case .times: result = Vector.product(left, right, count)
        case .over: result = Vector.quotient(left, right, count)
        }
        return result ?? each(count) { reference.arithmetic(kind, left[$0], right[$0], formula) }
    }

    /// The days, or the months, between two.
    private func days(_ left: Vector, _ right: Vector, _ count: Int) -> Vector? {
        guard let (kind, a) = left.integers(count), let (other, b) = right.integers(count), kind == other,
            kind == .date || kind == .month
        else { return nil }
        return Vector.difference(.numbers(a), .numbers(b), count)
    }

    func compare(
        _ comparison: Comparison, _ left: Vector, _ right: Vector, _ type: ValueType, _ count: Int
    ) -> Vector {
        if let bools = Vector.compared(comparison, left, right, count, descending: isDescending(type)) { return bools }
        if case .constant(let value) = right {
            if case .text(let text) = value, let equal = left.equal(text, count) {
                switch comparison {
                case .equal: return .bools(equal)
                case .unequal: return .bools(Vector.inverted(equal))
                case .less, .lessEqual, .greater, .greaterEqual: break
                }
            }
            return each(left, count) { reference.compare(comparison, $0, value, type) }
        }
        return each(count) { reference.compare(comparison, left[$0], right[$0], type) }
    }

    func isDescending(_ type: ValueType) -> Bool {
        if case .choice(let list) = type.kind { state.program.choices[list].descending } else { false }
    }

    private func call(_ function: Function, _ arguments: [Vector], _ count: Int) -> Vector {
        if function == .workdays || function == .days, arguments.count == 2,
            let (kind, starts) = arguments[0].integers(count), kind == .date,
            let (other, ends) = arguments[1].integers(count), other == .date
        {
            let workdays = state.workdays
            let isWorkdays = function == .workdays
            var numbers = starts
            for index in 0..<count where starts[index] != Integers.missing {
                let end = ends[index]
                if end == Integers.missing {
                    numbers[index] = end
                } else if isWorkdays, let workdays {
                    numbers[index] = workdays.between(starts[index], end)
                } else {
                    numbers[index] = end - starts[index]
                }
            }
            return .numbers(numbers)
        }
        switch function {
        case .absolute: if let absolute = arguments[0].absolute { return absolute }
        case .quotient:
            if let quotient = Vector.wholeQuotient(arguments[0], arguments[1], count) { return quotient }
        case .remainder:
            if let remainder = Vector.remainder(arguments[0], arguments[1], count) { return remainder }
        case .year, .month: if let part = arguments[0].datePart(function) { return part }
        default: break
        }
        if arguments.count == 1, case .integers(let kind, let numbers) = arguments[0], function != .days {
            return each(count) { reference.call(function, [kind.value(numbers[$0])]) }
        }
        return each(count) { index in reference.call(function, arguments.map { $0[index] }) }
    }

    // MARK: Lookups

    private func find(_ table: Int, _ keys: [Vector], _ count: Int) -> [Int64] {
        guard case .lookup(let lookup) = state.program.tables[table].kind else {
            let found = state.keys[table]?.find(keys, count) ?? Array(repeating: -1, count: count)
            return found.map { $0 < 0 ? Integers.missing : Int64($0) }
        }
        if let found = lookupIndex(table, lookup, keys)?.find(keys, count) {
            return found.map { $0 < 0 ? Integers.missing : Int64($0) }
        }
        func row(_ values: [Value]) -> Int64 {
            if let known = lookedUp[table]?[values] { return known }
            var row = Integers.missing
            if !values.contains(.missing),
                let found = lookup.rows.firstIndex(where: { row in
                    zip(row.keys, values).allSatisfy { reference.passes($0, $1, table) }
                })
            {
                row = Int64(found)
            }
            if lookedUp[table]?.count ?? 0 < Self.mostLookedUp { lookedUp[table, default: [:]][values] = row }
            return row
        }
        if keys.count == 1, let (values, codes) = keys[0].codes {
            let rows = values.map { row([$0]) }
            return codes.map { rows[Int($0)] }
        }
        return (0..<count).map { index in row(keys.map { $0[index] }) }
    }

    private func lookupIndex(_ table: Int, _ lookup: Lookup, _ keys: [Vector]) -> LookupIndex? {
        let kinds = keys.compactMap { $0.integers(1)?.kind }
        guard kinds.count == keys.count else { return nil }
        if let known = lookups[table], known.kinds == kinds { return known.index }
        let sizes = lookup.keyTypes.map { type -> Int? in
            switch type.kind {
            case .choice(let list): state.program.choices[list].labels.count
            case .bool: 2
            default: nil
            }
        }
        let index = LookupIndex(lookup, kinds, sizes: sizes) { row, key in
            if case .row(let named)? = state.data.tables[table].columns[key]?.value(row) { named } else { nil }
        }
        if let index { lookups[table] = (kinds, index) }
        return index
    }
}
