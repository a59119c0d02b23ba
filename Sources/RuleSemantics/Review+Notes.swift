import Diagnostics
import RuleSyntax
import Tables

/// What is no fault, but should be known before the results are shown to anybody.
extension Resolver {
    func reviewNotes(_ assessment: AssessmentDraft) {
        for section in assessment.sections {
            noteOthers(section, assessment)
            noteWithoutRecords(section, assessment)
        }
        for grade in assessment.grades {
            for key in grade?.keys ?? [] { noteRounding(key.formula, assessment) }
        }
        noteItem(assessment)
    }

    /// The only grading goes by one item of several.
    private func noteItem(_ assessment: AssessmentDraft) {
        guard assessment.grades.count == 1, let grade = assessment.grades[0], let root = assessment.sections.first,
            root.children.count > 1, let key = grade.keys.first, case .column(frame: 0, let column) = key.formula.kind,
            let item = assessment.sections.dropFirst().first(where: { $0.column == column }),
            !(grade.keys + grade.tieKeys).contains(where: {
                if case .column(frame: 0, root.column) = $0.formula.kind { true } else { false }
            })
        else { return }
        report(.gradedByItem(grade.name, item: item.name.text), key.formula.range)
    }

    // MARK: On whom a score depends

    private func noteOthers(_ section: SectionDraft, _ assessment: AssessmentDraft) {
        guard let body = section.body else { return }
        var found: SourceRange?
        eachPart(of: body, assessment) { part in
            guard found == nil, case .aggregate(let aggregate) = part.kind, let rows = aggregate.rows,
                rows.table == assessment.table, case .population = rows.source
            else { return }
            found = part.range
        }
        guard let found else { return }
        report(
            .dependsOnOthers(
                section.parent == nil ? ImplicitName.total.spellings[0] : section.name.text, formula: text(found),
                table: tables[assessment.table].name.text,
                condition: assessment.decl.population.map { text($0.range) },
                voids: assessment.sections.contains { !($0.body?.voids.isEmpty ?? true) }), found)
    }

    /// Every formula inside a section's rules and inside the values that they use.
    private func eachPart(of body: SectionBody, _ assessment: AssessmentDraft, _ look: (Formula) -> Void) {
        var seen = Set<Int>()
        func follow(_ formula: Formula) {
            formula.visit { part in
                look(part)
                guard case .column(frame: 0, let column) = part.kind, seen.insert(column).inserted,
                    case .done(.value(let inner), _) = tables[assessment.table].columns[column].state
                else { return }
                follow(inner)
            }
        }
        body.eachFormula(follow)
    }

    // MARK: A person without records

    private func noteWithoutRecords(_ section: SectionDraft, _ assessment: AssessmentDraft) {
        guard let body = section.body, section.children.isEmpty, readsRecords(body, assessment),
            let score = scoreWithoutRecords(body, assessment), score != body.low ?? 0, score.signum != 0
        else { return }
        report(.scoreWithoutRecords(section.name.text, score: score.description), section.name.range)
    }

    private func readsRecords(_ body: SectionBody, _ assessment: AssessmentDraft) -> Bool {
        var found = body.parts.contains { if case .each = $0.kind { true } else { false } }
        eachPart(of: body, assessment) { part in
            if case .aggregate(let aggregate) = part.kind, case .related? = aggregate.rows?.source { found = true }
        }
        return found
    }

    /// The score of somebody to whom no record refers, where it does not depend on anything else.
    private func scoreWithoutRecords(_ body: SectionBody, _ assessment: AssessmentDraft) -> Number? {
        guard body.voids.allSatisfy({ value(of: $0.condition, assessment) == .bool(false) }) else { return nil }
        var sum = Number(0)
        if let first = body.score.first {
            guard body.score.count == 1, first.when == nil, let score = value(of: first.value, assessment)?.number
            else { return nil }
            sum = score
        } else {
            if let start = body.start {
                guard let number = value(of: start, assessment)?.number else { return nil }
                sum += number
            }
            for part in body.parts {
                if let when = part.when {
                    guard let holds = value(of: when, assessment) else { return nil }
                    if holds != .bool(true) { continue }
                }
                guard case .amount(let formula) = part.kind else { continue }
                guard let amount = value(of: formula, assessment) else { return nil }
                sum += (amount.number ?? 0) * Number(part.deduct ? -1 : 1)
            }
        }
        if let low = body.low { sum = max(sum, low) }
        if let high = body.high { sum = min(sum, high) }
        if let rounding = body.rounding { sum = sum.rounded(toPlaces: rounding.places, rounding.mode) }
        return sum
    }

    /// What a formula comes to where no record refers to the row; `nil` where that is not all it depends on.
    private func value(of formula: Formula, _ assessment: AssessmentDraft) -> Value? {
        func value(_ inner: Formula) -> Value? { self.value(of: inner, assessment) }
        switch formula.kind {
        case .constant(let value): return value
        case .planValue(let index): return planDrafts[index].formula.flatMap(value)
        case .column(frame: 0, let column):
            guard case .done(.value(let inner), _) = tables[assessment.table].columns[column].state else { return nil }
            return value(inner)
        case .aggregate(let aggregate):
            guard let rows = aggregate.rows, case .related(let home, _) = rows.source, case .row(frame: 0) = home.kind
            else { return nil }
            switch aggregate.function {
            case .sum, .count, .distinct: return .number(0)
            case .any: return .bool(false)
            case .max, .min, .mean, .median, .every, .only: return .missing
            default: return nil
            }
        case .arithmetic(let kind, let left, let right):
            guard let a = value(left), let b = value(right) else { return nil }
            guard let x = a.number, let y = b.number else { return a == .missing || b == .missing ? .missing : nil }
            switch kind {
            case .plus: return .number(x + y)
            case .minus: return .number(x - y)
            case .times: return .number(x * y)
            case .over: return x.divided(by: y).map(Value.number) ?? .missing
            }
        case .comparison(let comparison, let left, let right):
            guard let a = value(left), let b = value(right) else { return nil }
            guard let x = a.number, let y = b.number else { return a == .missing || b == .missing ? .missing : nil }
            return .bool(comparison.holds(x, y))
        case .otherwise(let inner, let fallback):
            guard let first = value(inner) else { return nil }
            return first == .missing ? value(fallback) : first
        case .floor(let inner, let bound):
            guard let a = value(inner)?.number, let b = value(bound)?.number else { return nil }
            return .number(max(a, b))
        case .cap(let inner, let bound):
            guard let a = value(inner)?.number, let b = value(bound)?.number else { return nil }
            return .number(min(a, b))
        case .rounded(let inner, let places, let mode):
            return value(inner)?.number.map { .number($0.rounded(toPlaces: places, mode)) }
        case .choose(let branches, let last):
            for branch in branches {
                guard let holds = value(branch.condition) else { return nil }
                if holds == .bool(true) { return value(branch.value) }
            }
            return last.flatMap { value($0.formula) }
        default: return nil
        }
    }

    // MARK: Rounding before ranking

    private func noteRounding(_ key: Formula, _ assessment: AssessmentDraft) {
        var formula = key
        if case .column(_, let column) = key.kind,
            case .done(.value(let inner), _) = tables[assessment.table].columns[column].state
        {
            formula = inner
        }
        if case .rounded(let inner, let places, _) = formula.kind, !inner.type.whole,
            places < file.plans.first?.rounding?.places ?? 0
        {
            report(.roundedBeforeRanking(text(key.range)), key.range)
        }
    }
}
