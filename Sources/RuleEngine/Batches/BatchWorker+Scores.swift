import RuleSemantics
import RuleSyntax
import Tables

/// Scores of sections, for many evaluations at once: base, voids, range, rounding.
extension BatchWorker {
    func score(_ body: SectionBody, _ domain: Domain) -> Vector {
        let count = domain.count
        if body.voids.isEmpty { return finished(base(body, domain), body, count) }
        var isVoid = [Int64](repeating: 0, count: count)
        for void in body.voids {
            let open = Vector.places(isVoid, holding: false)
            if open.isEmpty { break }
            let voids: [Int64]
            if open.count == count || !mayReport(void.condition) {
                voids = evaluate(void.condition, domain).bools(count)
                isVoid = zip(isVoid, voids).map { $0 == 1 || $1 == 1 ? 1 : 0 }
            } else {
                voids = evaluate(void.condition, domain.selected(open)).bools(open.count)
                for (place, void) in zip(open, voids) where void == 1 { isVoid[Int(place)] = 1 }
            }
        }
        let open = Vector.places(isVoid, holding: false)
        if open.count == count { return finished(base(body, domain), body, count) }
        let scores: Vector
        if body.formulas.contains(where: mayReport) || body.plans.contains(where: \.hasPick) {
            scores = finished(base(body, domain.selected(open)), body, open.count)
        } else {
            scores = finished(base(body, domain), body, count).picked(open)
        }
        return assembled([(open, scores), (Vector.places(isVoid), .constant(.number(0)))], count)
    }

    /// The range, then the rounding: from here the rounded number is the score.
    private func finished(_ base: Vector, _ body: SectionBody, _ count: Int) -> Vector {
        var score = base
        if let low = body.low {
            let bound = Vector.constant(.number(low))
            score = Vector.greater(score, bound, count) ?? numbers(score, bound, count) { max($0, $1) }
        }
        if let high = body.high {
            let bound = Vector.constant(.number(high))
            score = Vector.lesser(score, bound, count) ?? numbers(score, bound, count) { min($0, $1) }
        }
        if let rounding = body.rounding { score = round(score, rounding.places, rounding.mode, count) }
        return score
    }

    /// The score before it is clamped: 得分, or start + parts.
    private func base(_ body: SectionBody, _ domain: Domain) -> Vector {
        let count = domain.count
        if !body.score.isEmpty {
            if body.score.count == 1, body.score[0].when == nil {
                return orZero(evaluate(body.score[0].value, domain), count)
            }
            var pieces: [(places: [Int32], vector: Vector)] = []
            var open = (0..<count).map { Int32($0) }
            for choice in body.score where !open.isEmpty {
                let sight = domain.selected(open)
                let holds = choice.when.map { evaluate($0, sight).bools(open.count) }
                let met = holds.map { holds in open.indices.filter { holds[$0] == 1 }.map { open[$0] } } ?? open
                if !met.isEmpty {
                    pieces.append((met, orZero(evaluate(choice.value, domain.selected(met)), met.count)))
                }
                open = holds.map { holds in open.indices.filter { holds[$0] != 1 }.map { open[$0] } } ?? []
            }
            pieces.append((open, .constant(.number(0))))
            return assembled(pieces, count)
        }
        var sum = body.start.map { orZero(evaluate($0, domain), count) } ?? .constant(.number(0))
        if !body.children.isEmpty {
            let sight = domain.sights[0]
            let children = body.children.map { orZero(column(sight.table, $0, sight.rows, count), count) }
            sum = add(sum, counted(children, body.pick, count), count)
        }
        for part in body.parts {
            sum = add(sum, amount(part, pick: body.children.isEmpty ? body.pick : nil, domain), count)
        }
        return sum
    }

    func orZero(_ vector: Vector, _ count: Int) -> Vector {
        if !vector.present(count).contains(0) { return vector }
        return Vector.filled(vector, .constant(.number(0)), count)
            ?? each(count) { .number(vector[$0].number ?? 0) }
    }

    private func add(_ left: Vector, _ right: Vector, _ count: Int) -> Vector {
        if case .constant(.number(let number)) = left, number.isZero { return right }
        return Vector.sum(left, right, count) ?? numbers(left, right, count) { $0 + $1 }
    }

    /// The sum of those scores of each evaluation that count, or of all.
    private func counted(_ scores: [Vector], _ pick: SectionDecl.Pick?, _ count: Int) -> Vector {
        guard let pick else { return scores.reduce(.constant(.number(0))) { add($0, $1, count) } }
        return each(count) { index in
            .number(pick.counted(scores.map { $0[index].number ?? 0 }).reduce(Number(0), +))
        }
    }

    /// What a part adds; what it deducts is negative.
    private func amount(_ part: SectionBody.Part, pick: SectionDecl.Pick?, _ domain: Domain) -> Vector {
        let count = domain.count
        guard let when = part.when else { return amount(part.kind, part.deduct, pick, domain) }
        let met = Vector.places(evaluate(when, domain).bools(count))
        if met.count == count { return amount(part.kind, part.deduct, pick, domain) }
        let amounts =
            met.isEmpty ? .missing : amount(part.kind, part.deduct, pick, domain.selected(met))
        let pieces = [(places: met, vector: amounts)]
        return orZero(assembled(pieces, count), count)
    }

    private func amount(
        _ kind: SectionBody.Part.Kind, _ deduct: Bool, _ pick: SectionDecl.Pick?, _ domain: Domain
    ) -> Vector {
        switch kind {
        case .amount(let formula):
            let amount = orZero(evaluate(formula, domain), domain.count)
            if !deduct { return amount }
            return amount.negated ?? each(domain.count) { .number(-(amount[$0].number ?? 0)) }
        case .each(let plan, let body):
            return overElements(plan, domain) { elements, _ in
                let scores = self.score(body, elements.domain)
                guard let pick else {
                    return elements.domain.count == 0
                        ? .constant(.number(0)) : self.fold(.sum, scores, elements.offsets, ValueType(.number))
                }
                return self.each(elements.offsets.count - 1) { index in
                    let range = Int(elements.offsets[index])..<Int(elements.offsets[index + 1])
                    return .number(pick.counted(range.map { scores[$0].number ?? 0 }).reduce(Number(0), +))
                }
            }
        }
    }

    // MARK: Requirements

    /// Whether a requirement is met; missing where it does not apply.
    func meets(_ requirement: Requirement, _ domain: Domain) -> Vector {
        guard let plan = requirement.rows else { return meets(requirement.condition, requirement.when, domain) }
        return overElements(plan, domain) { elements, _ in
            let met = self.meets(requirement.condition, requirement.when, elements.domain).bools(elements.domain.count)
            let broken = Vector.counts(met.map { $0 == 0 ? 1 : 0 }, elements.offsets)
            return .bools(broken.map { $0 == 0 ? 1 : 0 })
        }
    }

    private func meets(_ condition: Formula, _ when: Formula?, _ domain: Domain) -> Vector {
        let count = domain.count
        func holds(_ domain: Domain) -> Vector {
            .bools(evaluate(condition, domain).bools(domain.count).map { $0 == 1 ? 1 : 0 })
        }
        guard let when else { return holds(domain) }
        let met = Vector.places(evaluate(when, domain).bools(count))
        return assembled([(met, holds(domain.selected(met)))], count)
    }
}

extension SectionBody {
    /// The row sets of its parts.
    var plans: [RowsPlan] {
        parts.flatMap { part -> [RowsPlan] in
            if case .each(let plan, let inner) = part.kind { [plan] + inner.plans } else { [] }
        }
    }

    /// The formulas of a body and those of the bodies inside.
    var formulas: [Formula] {
        var formulas: [Formula] = []
        for choice in score { formulas += [choice.value] + (choice.when.map { [$0] } ?? []) }
        if let start { formulas.append(start) }
        for part in parts {
            if let when = part.when { formulas.append(when) }
            switch part.kind {
            case .amount(let formula): formulas.append(formula)
            case .each(let plan, let inner): formulas += plan.formulas + inner.formulas
            }
        }
        return formulas + voids.map(\.condition)
    }
}

extension RowsPlan {
    var formulas: [Formula] {
        var formulas: [Formula] = []
        if case .related(let home, _) = source { formulas.append(home) }
        formulas += matches.map(\.value)
        for operation in operations {
            switch operation {
            case .filter(let condition): formulas.append(condition)
            case .group: break
            case .pick(let pick): formulas += [pick.count, pick.by]
            }
        }
        return formulas
    }

    var hasPick: Bool { operations.contains { if case .pick = $0 { true } else { false } } }
}
