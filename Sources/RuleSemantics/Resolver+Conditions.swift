import Diagnostics
import RuleSyntax
import Tables

/// Conditions and comparisons.
extension Resolver {
    /// A yes-or-no formula, missing or not.
    func condition(_ expression: Expression, _ scope: Scope) -> Formula {
        kind(resolve(expression, scope, expecting: .bool), .bool)
    }

    /// A yes-or-no formula that always has an answer.
    func verdict(_ expression: Expression, _ scope: Scope) -> Formula { present(condition(expression, scope)) }

    func allOf(_ parts: [Expression], _ scope: Scope, _ range: SourceRange) -> Formula {
        var inner = scope
        var values: [Formula] = []
        for part in parts {
            let value = condition(part, inner)
            inner.present.formUnion(presence(value))
            inner.holding.append(value)
            values.append(value)
        }
        return Formula(.all(values), .bool.optional(values.contains { $0.type.optional }), range)
    }

    /// What a condition that holds shows to be there.
    func presence(_ condition: Formula) -> Set<FormulaKey> {
        switch condition.kind {
        case .has(let inner): inner.presenceKey.map { [$0] } ?? []
        case .all(let parts): parts.reduce(into: []) { $0.formUnion(presence($1)) }
        default: []
        }
    }

    func resolveComparison(
        _ comparison: Comparison, _ left: Expression, _ right: Expression, _ scope: Scope, _ range: SourceRange
    ) -> Formula {
        let a: Formula
        let b: Formula
        if takesMeaning(left, scope), !takesMeaning(right, scope) {
            b = resolve(right, scope, expecting: nil)
            a = resolve(left, scope, expecting: b.type.kind)
        } else {
            a = resolve(left, scope, expecting: nil)
            b = resolve(right, scope, expecting: a.type.kind)
        }
        return compared(comparison, a, b, range, scope)
    }

    /// A comparison of two formulas, brought to one kind.
    func compared(
        _ comparison: Comparison, _ left: Formula, _ right: Formula, _ range: SourceRange, _ scope: Scope
    ) -> Formula {
        if left.type.isUnknown || right.type.isUnknown { return Formula(.constant(.missing), .unknown, range) }
        if let key = left.key, key == right.key {
            let name = text(right.range).split(separator: ".").last.map(String.init) ?? text(right.range)
            report(.sameBothSides(name), range)
            return unknown(range)
        }
        var b = right
        let a = left
        switch (a.type.kind, b.type.kind) {
        case (.choice(let x), .choice(let y)) where x != y: b = converted(b, y, x)
        case (.row(let x), .row(let y)) where x == y: break
        case (.row, .text), (.text, .row): b = matched(b, to: a.type)
        case (let x, let y) where x == y: break
        default:
            report(.incomparable(describe(a.type), describe(b.type)), range)
            return unknown(range)
        }
        if comparison != .equal, comparison != .unequal, !isOrdered(a.type) {
            report(unordered(a.type), range)
            return unknown(range)
        }
        if comparison != .equal, comparison != .unequal, case .choice(let x) = left.type.kind,
            case .choice(let y) = right.type.kind
        {
            checkOrders(x, y, range)
        }
        note(comparedText(a, scope), comparedText(b, scope))
        let optional = a.type.optional || b.type.optional
        return Formula(.comparison(comparison, a, b), .bool.optional(optional), range)
    }

    /// Notes that two texts are held against one another.
    func note(_ left: ComparedTexts.Side?, _ right: ComparedTexts.Side?) {
        if let left, let right { comparedTexts.append(ComparedTexts(left: left, right: right)) }
    }

    /// Where a text comes from; `nil` where it is computed.
    func comparedText(_ formula: Formula, _ scope: Scope) -> ComparedTexts.Side? {
        guard formula.type.kind == .text else { return nil }
        switch formula.kind {
        case .column(let frame, let column) where frame < scope.frames.count:
            return .column(ColumnReference(scope.frames[frame].table, column))
        case .field(_, let table, let column): return .column(ColumnReference(table, column))
        case .constant(.text(let text)): return .text(text)
        case .planValue(let index): return planDrafts[index].formula.flatMap { comparedText($0, scope) }
        case .otherwise(let inner, _), .orError(let inner): return comparedText(inner, scope)
        default: return nil
        }
    }

    /// A note where two lists put choices that both have in opposite order: what is compared goes by one of them.
    func checkOrders(_ first: Int, _ second: Int, among words: [String]? = nil, _ range: SourceRange) {
        guard first != second, choices[first].ordered, choices[second].ordered else { return }
        let common = bestFirst(first).filter { (words ?? choices[second].labels).contains($0) }
        let others = bestFirst(second)
        let places = common.compactMap { label in others.firstIndex(of: label).map { (label, $0) } }
        for (better, worse) in zip(places, places.dropFirst()) where better.1 > worse.1 {
            report(.ordersDiffer(better.0, worse.0), range)
            return
        }
    }

    private func bestFirst(_ list: Int) -> [String] {
        choices[list].descending ? choices[list].labels : choices[list].labels.reversed()
    }

    func unordered(_ type: ValueType) -> CheckProblem {
        if case .choice = type.kind { .notOrdered(isChoice: true) } else { .notOrdered(isChoice: false) }
    }

    func isOrdered(_ type: ValueType) -> Bool {
        switch type.kind {
        case .number, .date, .month, .unknown: true
        case .choice(let list): choices[list].ordered
        case .text, .bool, .row, .span: false
        }
    }

    func among(_ subject: Expression, _ members: [Expression], _ scope: Scope, _ range: SourceRange) -> Formula {
        let value = resolve(subject, scope, expecting: nil)
        let tests = members.map {
            compared(.equal, value, resolve($0, scope, expecting: value.type.kind), $0.range, scope)
        }
        return Formula(.any(tests), .bool.optional(tests.contains { $0.type.optional }), range)
    }

    func between(
        _ subject: Expression, _ low: Expression, _ high: Expression, _ scope: Scope, _ range: SourceRange
    ) -> Formula {
        let value = resolve(subject, scope, expecting: nil)
        let bounds = [low, high].map { resolve($0, scope, expecting: value.type.kind) }
        let tests = [
            compared(.greaterEqual, value, bounds[0], range, scope),
            compared(.lessEqual, value, bounds[1], range, scope),
        ]
        return Formula(.all(tests), .bool.optional(tests.contains { $0.type.optional }), range)
    }
}
