import RuleSemantics
import RuleSyntax
import Tables

/// The score of a section, in exactly the order of the reference: base, voids, range, rounding.
extension Evaluator {
    func score(_ body: SectionBody) -> Number {
        if body.voids.contains(where: { decides($0.condition) }) { return 0 }
        return finished(base(body), body)
    }

    /// The range, then the rounding: from here the rounded number is the score.
    func finished(_ base: Number, _ body: SectionBody) -> Number {
        var score = base
        if let low = body.low { score = max(score, low) }
        if let high = body.high { score = min(score, high) }
        if let rounding = body.rounding { score = score.rounded(toPlaces: rounding.places, rounding.mode) }
        return score
    }

    /// The score before it is clamped: 得分, or start + parts.
    func base(_ body: SectionBody) -> Number {
        if !body.score.isEmpty {
            let choice = body.score.first { choice in choice.when.map(decides) ?? true }
            if let choice { use(choice.value.range) }
            return choice.flatMap { value($0.value).number } ?? 0
        }
        var sum = body.start.flatMap { value($0).number } ?? 0
        let children = body.children.map { cell(frames[0].table, $0, frames[0].row).number ?? 0 }
        if !children.isEmpty { sum += counted(children, body.pick) }
        for part in body.parts { sum += amount(part, pick: children.isEmpty ? body.pick : nil) }
        return sum
    }

    /// The sum of those scores that count, or of all.
    func counted(_ scores: [Number], _ pick: SectionDecl.Pick?) -> Number {
        (pick?.counted(scores) ?? scores).reduce(Number(0), +)
    }

    /// What a part adds; what it deducts is negative.
    func amount(_ part: SectionBody.Part, pick: SectionDecl.Pick?) -> Number {
        if let when = part.when, !decides(when) { return 0 }
        switch part.kind {
        case .amount(let formula):
            use(formula.range)
            let amount = value(formula).number ?? 0
            return part.deduct ? -amount : amount
        case .each(let plan, let body):
            let scores = elements(of: plan).map { element -> Number in
                frames.append(element)
                defer { frames.removeLast() }
                return score(body)
            }
            return counted(scores, pick)
        }
    }
}
