import Diagnostics
import RuleSemantics
import RuleSyntax
import Tables

/// The value of a formula for the rows in sight. Missing values pass through until 若缺 takes them up.
extension Evaluator {
    func value(_ formula: Formula) -> Value {
        switch formula.kind {
        case .constant(let value): return value
        case .column(let frame, let column):
            let sight = frames[frame]
            return cell(sight.table, column, sight.row)
        case .row(let frame): return .row(frames[frame].row)
        case .planValue(let index): return planValues[index]
        case .field(let inner, let table, let column):
            guard case .row(let row) = value(inner) else { return .missing }
            return cell(table, column, row)
        case .find(let table, let keys): return find(table, keys)
        case .findOrError(let table, let keys):
            let found = find(table, keys)
            if found == .missing { reportNoRow(table, keys) }
            return found
        case .arithmetic(let kind, let left, let right): return arithmetic(kind, value(left), value(right), formula)
        case .negate(let inner): return value(inner).number.map { .number(-$0) } ?? .missing
        case .comparison(let comparison, let left, let right):
            return compare(comparison, value(left), value(right), left.type)
        case .convert(let inner, let map):
            guard case .choice(let index) = value(inner), let other = map[index] else { return .missing }
            return .choice(other)
        case .inside(let date, let span):
            guard case .date(let day) = value(date), case .span(let first, let last) = value(span) else {
                return .missing
            }
            return .bool(first <= day && day <= last)
        case .has(let inner): return .bool(value(inner) != .missing)
        case .not(let inner): return value(inner).bool.map { .bool(!$0) } ?? .missing
        case .all(let parts): return all(parts)
        case .any(let parts): return any(parts)
        case .choose(let branches, let last):
            for branch in branches {
                switch value(branch.condition) {
                case .bool(true):
                    use(branch.value.range)
                    return value(branch.value)
                case .missing: return .missing
                default: continue
                }
            }
            guard let last else { return .missing }
            use(last.formula.range)
            return value(last.formula)
        case .otherwise(let inner, let fallback):
            let first = value(inner)
            return first == .missing ? value(fallback) : first
        case .orError(let inner):
            let first = noting { value(inner) }
            // What went wrong on the way says more than that nothing came of it.
            if first.value == .missing, first.problem == nil { report(.noValue(formula: text(inner), who: who)) }
            return first.value
        case .floor(let inner, let bound):
            guard let a = value(inner).number, let b = value(bound).number else { return .missing }
            return .number(max(a, b))
        case .cap(let inner, let bound):
            guard let a = value(inner).number, let b = value(bound).number else { return .missing }
            return .number(min(a, b))
        case .rounded(let inner, let places, let mode):
            if case .aggregate(let aggregate) = inner.kind, aggregate.function == .deviation {
                return deviation(aggregate, places, mode)
            }
            return value(inner).number.map { .number($0.rounded(toPlaces: places, mode)) } ?? .missing
        case .span(let first, let last):
            guard case .date(let a) = value(first), case .date(let b) = value(last), a <= b else { return .missing }
            return .span(a, b)
        case .function(let function, let arguments): return call(function, arguments.map(value))
        case .aggregate(let aggregate): return self.aggregate(aggregate)
        }
    }

    /// How messages call a formula: as it is written.
    func text(_ formula: Formula) -> String { program.source.text(formula.range) }

    // MARK: Conditions

    /// False when any part is false; else missing when any is missing.
    private func all(_ parts: [Formula]) -> Value {
        var result = Value.bool(true)
        for part in parts {
            switch value(part) {
            case .bool(false): return .bool(false)
            case .missing: result = .missing
            default: continue
            }
        }
        return result
    }

    private func any(_ parts: [Formula]) -> Value {
        var result = Value.bool(false)
        for part in parts {
            switch value(part) {
            case .bool(true): return .bool(true)
            case .missing: result = .missing
            default: continue
            }
        }
        return result
    }

    func compare(_ comparison: Comparison, _ left: Value, _ right: Value, _ type: ValueType) -> Value {
        if left == .missing || right == .missing { return .missing }
        switch comparison {
        case .equal: return .bool(left == right)
        case .unequal: return .bool(left != right)
        case .less, .lessEqual, .greater, .greaterEqual:
            guard let order = order(left, right, type) else { return .missing }
            return .bool(comparison.holds(order, 0))
        }
    }

    /// -1, 0 or 1 as the first value is less than, equal to or greater than the second; choices by their rank.
    func order(_ left: Value, _ right: Value, _ type: ValueType) -> Int? {
        func sign<T: Comparable>(_ a: T, _ b: T) -> Int { a < b ? -1 : a > b ? 1 : 0 }
        switch (left, right) {
        case (.number(let a), .number(let b)): return sign(a, b)
        case (.date(let a), .date(let b)): return sign(a, b)
        case (.month(let a), .month(let b)): return sign(a, b)
        case (.choice(let a), .choice(let b)):
            if case .choice(let list) = type.kind, program.choices[list].descending { return sign(b, a) }
            return sign(a, b)
        default: return nil
        }
    }

    // MARK: Numbers and dates

    func arithmetic(_ kind: Arithmetic, _ left: Value, _ right: Value, _ formula: Formula) -> Value {
        switch (left, right) {
        case (.number(let a), .number(let b)):
            return arithmetic(kind, a, b, formula)
        case (.date(let date), .number(let days)):
            guard let count = (kind == .minus ? -days : days).toInt(), let result = date.adding(days: count) else {
                report(.dateOutOfRange(formula: text(formula), who: who))
                return .missing
            }
            return .date(result)
        case (.month(let month), .number(let count)):
            guard let months = (kind == .minus ? -count : count).toInt(), abs(months) < 120_000,
                (12...119_999).contains(Int(month.index) + months)
            else {
                report(.dateOutOfRange(formula: text(formula), who: who))
                return .missing
            }
            return .month(CalendarMonth(index: month.index + Int32(months)))
        case (.date(let a), .date(let b)): return .number(Number(Int(a.day) - Int(b.day)))
        case (.month(let a), .month(let b)): return .number(Number(Int(a.index) - Int(b.index)))
        default: return .missing
        }
    }

    /// Numbers of any size, up to a size that no plan can mean.
    private func arithmetic(_ kind: Arithmetic, _ left: Number, _ right: Number, _ formula: Formula) -> Value {
        if left.bitCount + right.bitCount > Self.sizeLimit {
            report(.numberTooLarge(formula: text(formula), who: who))
            return .missing
        }
        switch kind {
        case .plus: return .number(left + right)
        case .minus: return .number(left - right)
        case .times: return .number(left * right)
        case .over: return left.divided(by: right).map(Value.number) ?? .missing
        }
    }

    /// Binary digits that the operands of one operation may have together: some 60,000 decimal digits.
    static let sizeLimit = 200_000

    func call(_ function: Function, _ values: [Value]) -> Value {
        switch (function, values.first, values.last) {
        case (.workdays, .date(let a)?, .date(let b)?):
            return .number(Number(program.calendar.workingDays(from: a, to: b)))
        case (.days, .date(let a)?, .date(let b)?): return .number(Number(Int(b.day) - Int(a.day)))
        case (.months, .date(let a)?, .date(let b)?):
            return .number(Number(CalendarDate.completedMonths(from: a, to: b)))
        case (.years, .date(let a)?, .date(let b)?):
            return .number(Number(CalendarDate.completedMonths(from: a, to: b) / 12))
        case (.year, .date(let date)?, _): return .number(Number(date.components.year))
        case (.year, .month(let month)?, _): return .number(Number(month.year))
        case (.month, .date(let date)?, _): return .number(Number(date.components.month))
        case (.month, .month(let month)?, _): return .number(Number(month.month))
        case (.common, .span(let a, let b)?, .span(let c, let d)?):
            let first = max(a, c)
            let last = min(b, d)
            return first <= last ? .span(first, last) : .missing
        case (.quotient, .number(let a)?, .number(let b)?):
            return a.divided(by: b).map { .number($0.floor) } ?? .missing
        case (.remainder, .number(let a)?, .number(let b)?):
            return a.divided(by: b).map { .number(a - $0.floor * b) } ?? .missing
        case (.absolute, .number(let a)?, _): return .number(a.magnitude)
        default: return .missing
        }
    }

    // MARK: Lookups

    private func find(_ table: Int, _ keys: [Formula]) -> Value {
        let values = keys.map(value)
        if values.contains(.missing) { return .missing }
        guard case .lookup(let lookup) = program.tables[table].kind else {
            if let row = keyIndex(table)[values] { return .row(row) }
            return .missing
        }
        let row = lookup.rows.firstIndex { row in
            zip(row.keys, values).allSatisfy { passes($0, $1, table) }
        }
        if let row, coverage != nil { coverage?.reached.insert(.row(lookup.rows[row].range)) }
        return row.map(Value.row) ?? .missing
    }

    /// The rows of a keyed table by their keys.
    private func keyIndex(_ table: Int) -> [[Value]: Int] {
        if let known = caches.keys[table] { return known }
        let columns = program.tables[table].keys
        var index: [[Value]: Int] = [:]
        index.reserveCapacity(data.tables[table].rowCount)
        for row in 0..<data.tables[table].rowCount { index[columns.map { cell(table, $0, row) }] = row }
        // A derived table gets its rows while columns are computed.
        if !index.isEmpty { caches.keys[table] = index }
        return index
    }

    func passes(_ key: Lookup.Key, _ value: Value, _ table: Int) -> Bool {
        switch key {
        case .any: return true
        case .value(let wanted):
            // A row's key stands in the file as text.
            if case .text(let text) = wanted, case .row = value {
                guard let type = lookupKeyType(table, value) else { return false }
                return program.text(value, type, data) == text
            }
            return wanted == value
        case .range(let low, let high):
            guard let a = low.position, let x = value.position, let b = high.position else { return false }
            return a <= x && x <= b
        case .compared(let comparison, let bound): return comparison.holds(value, bound)
        }
    }

    private func lookupKeyType(_ table: Int, _ value: Value) -> ValueType? {
        guard case .lookup(let lookup) = program.tables[table].kind else { return nil }
        return lookup.keyTypes.first { if case .row = $0.kind { true } else { false } }
    }

    private func reportNoRow(_ table: Int, _ keys: [Formula]) {
        let texts = keys.map { program.text(value($0), $0.type, data) }
        if keys.contains(where: { value($0) == .missing }) { return }
        report(
            .noRow(table: program.tables[table].name, keys: texts.joined(separator: "，"), who: who),
            remedy: .add(table: table, keys: keys.map(value)))
    }
}
