import Diagnostics
import RuleSyntax
import Tables

/// `按 x (a: v, …)` and `按 (c: v, …)`.
extension Resolver {
    func choose(
        _ subject: Expression?, _ cases: [Expression.Case], _ scope: Scope, _ expecting: ValueType.Kind?,
        _ range: SourceRange
    ) -> Formula {
        let subjectFormula = subject.map { resolve($0, scope, expecting: nil) }
        let results = choiceOfWords(cases, scope, expecting)
        var branches: [Formula.Branch] = []
        var last: Formula?
        var type: ValueType?
        for (index, item) in cases.enumerated() {
            let condition = self.condition(of: item.key, subjectFormula, scope)
            var inner = scope
            if let condition { inner.present.formUnion(presence(condition)) }
            var value = resolve(item.value, inner, expecting: results ?? type?.kind)
            if let known = type, !value.type.isUnknown, !known.isUnknown {
                if case (.choice(let from), .choice(let to)) = (value.type.kind, known.kind), from != to {
                    checkOrders(to, from, item.value.range)
                    value = converted(value, from, to)
                } else {
                    value = kind(value, known.kind)
                }
                if !value.type.isUnknown { type = known.joined(value.type) }
            } else if type == nil || type!.isUnknown {
                type = value.type
            }
            if let condition {
                branches.append(Formula.Branch(condition: condition, value: value))
            } else {
                last = value
                if index + 1 < cases.count { report(.lookupUnreachable, cases[index + 1].value.range) }
                break
            }
        }
        var result = type ?? .unknown
        if last == nil, !(subjectFormula.map { covers($0.type, cases) || covers($0, branches) } ?? false) {
            result.optional = true
        }
        // An empty subject is no case, not even 其余.
        if let subjectFormula, subjectFormula.type.optional { result.optional = true }
        return Formula(.choose(branches, last.map(Formula.Box.init)), result, range)
    }

    /// A list of choices made of the results, where all of them are words that mean nothing else.
    func choiceOfWords(_ cases: [Expression.Case], _ scope: Scope, _ expecting: ValueType.Kind?) -> ValueType
        .Kind?
    {
        if let expecting { return expecting }
        var labels: [Name] = []
        for item in cases {
            switch item.value.kind {
            case .name(let word) where !isKnown(Name(word, item.value.range), scope):
                labels.append(Name(word, item.value.range))
            case .text(let word): labels.append(Name(word, item.value.range))
            default: return nil
            }
        }
        var seen = Set<String>()
        let unique = labels.filter { seen.insert($0.text).inserted }
        let fitting = choices.indices.filter { list in
            choices[list].name != nil && unique.allSatisfy { choices[list].labels.contains($0.text) }
        }
        if let known = fitting.first {
            for other in fitting.dropFirst() { checkOrders(known, other, among: unique.map(\.text), unique[0].range) }
            return .choice(known)
        }
        return .choice(addChoices(LabelList(labels: unique, ordered: true, ascending: false), name: nil))
    }

    func condition(of key: Expression.Key, _ subject: Formula?, _ scope: Scope) -> Formula? {
        guard let subject else {
            if case .condition(let condition) = key { return verdict(condition, scope) }
            return nil
        }
        switch key {
        case .rest: return nil
        case .condition(let value), .value(let value):
            if subject.type.kind == .number, let range = rangeInWords(value) {
                if case .rest = range { return unknown(value.range) }
                return condition(of: range, subject, scope)
            }
            return compared(.equal, subject, resolve(value, scope, expecting: subject.type.kind), value.range, scope)
        case .compared(let comparison, let value):
            return compared(
                comparison, subject, resolve(value, scope, expecting: subject.type.kind), value.range, scope)
        case .range(let low, let high):
            let range = low.range.union(high.range)
            let tests = [
                compared(.greaterEqual, subject, resolve(low, scope, expecting: subject.type.kind), range, scope),
                compared(.lessEqual, subject, resolve(high, scope, expecting: subject.type.kind), range, scope),
            ]
            return Formula(.all(tests), .bool.optional(tests.contains { $0.type.optional }), range)
        }
    }

    /// Whether cases of numbers take the subject's whole range.
    private func covers(_ subject: Formula, _ branches: [Formula.Branch]) -> Bool {
        guard subject.type.kind == .number, let ladder = ladder(branches) else { return false }
        var cover = NumberCover(subject.type.interval, isWhole: subject.type.whole)
        for test in ladder.tests { _ = cover.take(test) }
        return cover.pieces.isEmpty
    }

    /// Whether the keys name every value that the subject can have.
    func covers(_ type: ValueType, _ cases: [Expression.Case]) -> Bool {
        let words = Set(
            cases.compactMap { item -> String? in
                guard case .value(let value) = item.key else { return nil }
                if case .text(let word) = value.kind { return word }
                return text(value.range)
            })
        switch type.kind {
        case .choice(let list): return choices[list].labels.allSatisfy(words.contains)
        case .bool: return words.count >= 2
        default: return type.isUnknown
        }
    }
}
