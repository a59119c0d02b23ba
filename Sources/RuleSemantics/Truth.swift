import RuleSyntax
import Tables

/// What can be told of a condition from the ranges of what it compares.
extension Resolver {
    /// Whether a condition always holds (true), never holds (false), or may do either (`nil`). Missing answers are
    /// left aside.
    func truth(_ formula: Formula) -> Bool? {
        switch formula.kind {
        case .constant(.bool(let bool)): bool
        case .comparison(let comparison, let left, let right): truth(comparison, left, right)
        case .not(let inner): truth(inner).map { !$0 }
        case .all(let parts): all(parts.map(truth)) ?? truthOfJoined(formula)
        case .any(let parts): all(parts.map { truth($0).map { !$0 } }).map { !$0 } ?? truthOfJoined(formula)
        case .otherwise(let inner, let fallback):
            inner.type.optional ? (truth(inner) == truth(fallback) ? truth(inner) : nil) : truth(inner)
        case .orError(let inner): truth(inner)
        default: nil
        }
    }

    private func all(_ parts: [Bool?]) -> Bool? {
        if parts.contains(false) { return false }
        return parts.contains(nil) ? nil : true
    }

    private func truth(_ comparison: Comparison, _ left: Formula, _ right: Formula) -> Bool? {
        guard let a = range(left), let b = range(right) else { return nil }
        func below(_ x: Number?, _ y: Number?, orEqual: Bool) -> Bool {
            guard let x, let y else { return false }
            return x < y || orEqual && x == y
        }
        switch comparison {
        case .less, .greaterEqual:
            let isLess =
                below(a.high, b.low, orEqual: false) ? true : below(b.high, a.low, orEqual: true) ? false : nil
            return comparison == .less ? isLess : isLess.map { !$0 }
        case .greater, .lessEqual:
            let isGreater =
                below(b.high, a.low, orEqual: false) ? true : below(a.high, b.low, orEqual: true) ? false : nil
            return comparison == .greater ? isGreater : isGreater.map { !$0 }
        case .equal, .unequal:
            let isApart = below(a.high, b.low, orEqual: false) || below(b.high, a.low, orEqual: false)
            let isOne = a.low != nil && a.low == a.high && a == b
            let isEqual: Bool? = isApart ? false : isOne ? true : nil
            return comparison == .equal ? isEqual : isEqual.map { !$0 }
        }
    }

    /// The numbers that a formula can yield; of an ordered choice its ranks, the lowest 0.
    private func range(_ formula: Formula) -> Interval? {
        switch formula.type.kind {
        case .number: return formula.type.interval
        case .choice(let list) where choices[list].ordered:
            let last = choices[list].labels.count - 1
            func rank(_ index: Int) -> Number { Number(choices[list].descending ? last - index : index) }
            if case .constant(.choice(let index)) = formula.kind { return Interval(rank(index), rank(index)) }
            if case .convert = formula.kind { return nil }
            return Interval(0, Number(last))
        default: return nil
        }
    }
}

extension Formula {
    /// Whether it reads anything that differs from row to row: constants of the plan alone are the author's business.
    var readsRows: Bool {
        var found = false
        visit { part in
            switch part.kind {
            case .column, .field, .find, .findOrError, .aggregate, .row: found = true
            default: break
            }
        }
        return found
    }
}
