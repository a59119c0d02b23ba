import RuleSyntax
import Tables

/// Tests of one and the same thing that are joined by 且, 或 and 非: no choice is two at once, no number lies above 90
/// and below 60.
extension Resolver {
    /// Whether the condition always or never holds, whatever its one subject is.
    func truthOfJoined(_ formula: Formula) -> Bool? {
        // A list of all choices there are, `级别 在 (省, 市)`, may be written for completeness.
        if case .any(let parts) = formula.kind,
            parts.allSatisfy({ if case .comparison(.equal, _, _) = $0.kind { true } else { false } })
        {
            return nil
        }
        var subjects: [FormulaKey: Formula] = [:]
        var bounds: [FormulaKey: Set<Number>] = [:]
        var parts = 0
        formula.visit { part in
            guard case .comparison(_, let left, let right) = part.kind else { return }
            parts += 1
            for (subject, bound) in [(left, right), (right, left)] {
                guard let key = subject.key else { continue }
                subjects[key] = subject
                if let number = constant(bound) { bounds[key, default: []].insert(number) }
            }
        }
        guard parts > 1, parts <= 64 else { return nil }
        for (key, subject) in subjects {
            let values = samples(of: subject, bounds[key] ?? [])
            guard let first = values.first, let outcome = answer(formula, key, first) else { continue }
            if values.dropFirst().allSatisfy({ answer(formula, key, $0) == outcome }) { return outcome }
        }
        return nil
    }

    /// Values that stand for all that the subject can be, as far as its tests can tell them apart.
    private func samples(of subject: Formula, _ bounds: Set<Number>) -> [Value] {
        switch subject.type.kind {
        case .choice(let list): return choices[list].labels.indices.map(Value.choice)
        case .number:
            let sorted = bounds.sorted()
            guard let first = sorted.first, let last = sorted.last else { return [] }
            var numbers = [first - 1, last + 1] + sorted
            for (low, high) in zip(sorted, sorted.dropFirst()) {
                if subject.type.whole {
                    if low.floor + 1 < high { numbers.append(low.floor + 1) }
                } else if let middle = (low + high).divided(by: 2) {
                    numbers.append(middle)
                }
            }
            let interval = subject.type.interval
            // The ends of the range, and what lies just inside them.
            for end in [interval.low, interval.high].compactMap({ $0 }) {
                numbers.append(end)
                for bound in sorted {
                    if let middle = (end + bound).divided(by: 2), !subject.type.whole { numbers.append(middle) }
                }
            }
            return numbers.filter { interval.contains($0) && (!subject.type.whole || $0.isWhole) }.map(Value.number)
        case .text, .bool, .date, .month, .row, .span, .unknown: return []
        }
    }

    /// What the condition says where the subject is the value; `nil` where that does not decide it.
    private func answer(_ formula: Formula, _ key: FormulaKey, _ value: Value) -> Bool? {
        switch formula.kind {
        case .comparison(let comparison, let left, let right):
            if left.key == key { return compare(comparison, value, left, right) }
            if right.key == key { return compare(comparison.mirrored, value, right, left) }
            return truth(formula)
        case .not(let inner): return answer(inner, key, value).map { !$0 }
        case .all(let parts):
            let answers = parts.map { answer($0, key, value) }
            return answers.contains(false) ? false : answers.contains(nil) ? nil : true
        case .any(let parts):
            let answers = parts.map { answer($0, key, value) }
            return answers.contains(true) ? true : answers.contains(nil) ? nil : false
        case .constant(.bool(let bool)): return bool
        default: return nil
        }
    }

    private func compare(_ comparison: Comparison, _ value: Value, _ subject: Formula, _ other: Formula) -> Bool? {
        switch value {
        case .number(let number): return constant(other).map { comparison.holds(number, $0) }
        case .choice(let index):
            guard case .constant(.choice(let wanted)) = other.kind, case .choice(let list) = subject.type.kind else {
                return nil
            }
            let sign = choices[list].descending ? -1 : 1
            return comparison.holds(Number(sign * index), Number(sign * wanted))
        default: return nil
        }
    }

    private func constant(_ formula: Formula) -> Number? {
        guard formula.type.kind == .number, !formula.readsRows, let low = formula.type.interval.low,
            low == formula.type.interval.high
        else { return nil }
        return low
    }
}

extension Comparison {
    /// The same comparison read from its other side.
    fileprivate var mirrored: Comparison {
        switch self {
        case .equal, .unequal: self
        case .less: .greater
        case .lessEqual: .greaterEqual
        case .greater: .less
        case .greaterEqual: .lessEqual
        }
    }
}
