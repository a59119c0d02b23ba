import Diagnostics
import RuleSyntax
import Tables

/// What is added up: everybody's records where one's own are meant, one thing in two items, a share of another sum.
extension Resolver {
    func reviewTerms() {
        for assessment in assessments {
            for column in tables[assessment.table].columns {
                if case .done(.value(let formula), _) = column.state { reviewSums(formula, assessment, isScore: false) }
            }
            var seen: [String: (section: SectionDraft, range: SourceRange)] = [:]
            func note(_ signature: String, _ words: String, _ range: SourceRange, _ section: SectionDraft) {
                guard let known = seen[signature], known.section !== section else {
                    seen[signature] = (section, range)
                    return
                }
                let other = known.section.name.text
                report(
                    .countedTwice(words, section.name.text, other: other), range,
                    [label(known.range, "“\(other)”里的在这里", "the one in “\(other)”")])
            }
            for section in assessment.sections {
                guard let body = section.body else { continue }
                for part in body.parts {
                    if let signature = lineSignature(part) { note(signature, line(part.range), part.range, section) }
                }
                for (formula, sign) in amounts(body) {
                    reviewSums(formula, assessment, isScore: true)
                    for term in terms(formula) where isOwnRecord(term) {
                        note("\(sign)\(term.signature)", text(term.range), term.range, section)
                    }
                }
            }
        }
        var told = Set<SourceRange>()
        eachFormula { formula in
            formula.visit { part in
                if case .arithmetic = part.kind, told.insert(part.range).inserted { reviewShare(part) }
            }
        }
    }

    private func amounts(_ body: SectionBody) -> [(Formula, Int)] {
        var found = body.score.map { ($0.value, 1) }
        for part in body.parts where part.when == nil {
            if case .amount(let formula) = part.kind { found.append((formula, part.deduct ? -1 : 1)) }
        }
        return found
    }

    /// The parts of a sum or difference, bounds and rounding aside.
    private func terms(_ formula: Formula) -> [Formula] {
        var found: [Formula] = []
        func collect(_ part: Formula) {
            switch part.kind {
            case .arithmetic(.plus, let left, let right), .arithmetic(.minus, let left, let right):
                collect(left)
                collect(right)
            case .floor(let inner, _), .cap(let inner, _), .rounded(let inner, _, _), .otherwise(let inner, _),
                .orError(let inner), .negate(let inner):
                collect(inner)
            default: found.append(part)
            }
        }
        collect(formula)
        return found
    }

    // MARK: Everybody's records

    private func reviewSums(_ formula: Formula, _ assessment: AssessmentDraft, isScore: Bool) {
        func review(_ parts: [Formula]) {
            for part in parts {
                guard case .aggregate(let aggregate) = part.kind, [.sum, .count].contains(aggregate.function),
                    let rows = aggregate.rows, case .all = rows.source, rows.matches.isEmpty,
                    let column = reference(from: rows.table, to: assessment.table),
                    !parts.contains(where: { $0.range != part.range && readsRows(of: rows.table, $0) })
                else { continue }
                report(.everybodysRows(rows.name, column: tables[rows.table].columns[column].name), part.range)
            }
        }
        if isScore { review(terms(formula)) }
        var told = Set<SourceRange>()
        // Sums whose terms have been reviewed as those of a larger one.
        var within = Set<SourceRange>()
        formula.visit { part in
            guard case .arithmetic(let operation, let left, let right) = part.kind,
                !(isScore && part.range == formula.range)
            else { return }
            if !within.contains(part.range) {
                let parts = terms(part)
                guard parts.count > 1, told.isDisjoint(with: parts.map(\.range)) else { return }
                told.formUnion(parts.map(\.range))
                review(parts)
            }
            if operation == .plus || operation == .minus { within.formUnion([left.range, right.range]) }
        }
    }

    private func reference(from table: Int, to target: Int) -> Int? {
        tables[table].columns.firstIndex { column in
            switch column.state {
            case .done(.stored, let type), .done(.groupKey, let type): type.kind == .row(target)
            default: false
            }
        }
    }

    private func readsRows(of table: Int, _ formula: Formula) -> Bool {
        var found = false
        formula.visit { part in
            if case .aggregate(let aggregate) = part.kind, aggregate.rows?.table == table { found = true }
        }
        return found
    }

    // MARK: Counted in two items

    /// A figure of the person's own records, or of what they refer to, as it is.
    private func isOwnRecord(_ formula: Formula) -> Bool {
        switch formula.kind {
        case .aggregate(let aggregate):
            if case .related? = aggregate.rows?.source { return true }
            return false
        case .field: return formula.key != nil && formula.type.kind == .number
        default: return false
        }
    }

    /// What a line says that goes through records or holds under a condition.
    private func lineSignature(_ part: SectionBody.Part) -> String? {
        let sign = part.deduct ? "-" : "+"
        switch part.kind {
        case .amount(let amount):
            guard let when = part.when, when.readsRows else { return nil }
            return "\(sign)\(amount.signature) when \(when.signature)"
        case .each(let plan, let inner):
            // Records of one kind only: a line for all records may count for the number in one item, for the points in another.
            guard plan.operations.contains(where: { if case .filter = $0 { true } else { false } }) else { return nil }
            var formulas = "\(inner.low as Number?) \(inner.high as Number?) \(inner.rounding?.places ?? -1)"
            inner.eachFormula { formulas += $0.signature + ";" }
            return "\(plan.signature) \(formulas)\(inner.parts.map(\.deduct)) \(part.when?.signature ?? "")"
        }
    }

    private func line(_ range: SourceRange) -> String {
        text(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    // MARK: A share of another figure

    /// `30 / 最高(全体.甲) * 乙`: what is divided by the highest of one figure should be that figure; so should be what the
    /// lowest is divided by, `30 * 最低(全体.用时) / 用时`.
    private func reviewShare(_ formula: Formula) {
        var over: [Formula] = []
        var under: [Formula] = []
        func split(_ part: Formula, isOver: Bool) {
            switch part.kind {
            case .arithmetic(.times, let left, let right):
                split(left, isOver: isOver)
                split(right, isOver: isOver)
            case .arithmetic(.over, let left, let right):
                split(left, isOver: isOver)
                split(right, isOver: !isOver)
            case .otherwise(let inner, _), .orError(let inner): split(inner, isOver: isOver)
            default: if isOver { over.append(part) } else { under.append(part) }
            }
        }
        split(formula, isOver: true)
        let aggregates = (over + under).filter(hasAggregate)
        guard aggregates.count == 1, let (function, table, column) = extreme(aggregates[0]) else { return }
        // The highest of all stands below one's own figure, the lowest below or above it.
        let isBelow = under.count == 1 && hasAggregate(under[0])
        guard isBelow || function == .min && over.contains(where: hasAggregate) else { return }
        var own: [Int] = []
        for factor in isBelow ? over : under {
            factor.visit { if case .column(0, let other) = $0.kind { own.append(other) } }
        }
        guard let other = own.first, !own.contains(column) else { return }
        let columns = tables[table].columns
        // What is made of the figure may well be set against its highest.
        if own.contains(where: { columns[$0].reads.contains(ColumnReference(table, column)) }) { return }
        report(
            .otherShare(
                columns[other].name, of: columns[column].name, isHighest: function == .max, ownIsDivisor: !isBelow),
            formula.range)
    }

    /// `最高(全体.甲)` or `最低(全体.甲)`, alone.
    private func extreme(_ formula: Formula) -> (function: Function, table: Int, column: Int)? {
        guard case .aggregate(let aggregate) = formula.kind, [.max, .min].contains(aggregate.function),
            let rows = aggregate.rows, case .population = rows.source, aggregate.arguments.count == 1,
            case .column(rows.frame, let column) = aggregate.arguments[0].kind
        else { return nil }
        return (aggregate.function, rows.table, column)
    }

    private func hasAggregate(_ formula: Formula) -> Bool {
        var found = false
        formula.visit { if case .aggregate = $0.kind { found = true } }
        return found
    }
}
