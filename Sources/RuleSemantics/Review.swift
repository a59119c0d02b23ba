import Diagnostics
import RuleSyntax
import Tables

/// Findings about the plan itself: what it leaves open, and where its own figures do not agree.
extension Resolver {
    func review() {
        for assessment in assessments {
            for section in assessment.sections { review(section) }
            reviewCounts(assessment)
            reviewNotes(assessment)
        }
        reviewConditions()
        reviewClamps()
        reviewCovers()
        reviewSpans()
        reviewDistances()
        reviewSeries()
        reviewAxes()
        reviewRanking()
        reviewWeights()
        reviewTerms()
        reviewUse()
    }

    private func review(_ section: SectionDraft) {
        guard let body = section.body else { return }
        let type = sum(of: body, section)
        if body.rounding == nil, !type.whole,
            section.parent == nil || body.score.contains(where: { !$0.value.type.whole })
        {
            if reportedNames.insert("\u{0}decimals").inserted { report(.undeclaredDecimals, section.name.range) }
        }
        if let low = body.low, low == 0, section.decl.floor == nil, section.decl.full?.low == nil,
            !(type.interval.low.map { $0.signum >= 0 } ?? false)
        {
            report(.floorUnsaid(section.name.text), section.name.range)
        }
        reviewMaxima(section, body)
        reviewAmounts(section, body)
        reviewReach(section, body, type)
        reviewSigns(body)
        reviewMissingMaximum(section, body)
        reviewTwice(body)
    }

    /// One item without a maximum among others that have theirs: two at least where the whole has none.
    private func reviewMissingMaximum(_ section: SectionDraft, _ body: SectionBody) {
        guard section.children.count > (section.decl.full == nil ? 2 : 1), body.score.isEmpty else { return }
        let without = section.children.filter { $0.decl.full == nil }
        guard without.count == 1, let child = without.first else { return }
        report(.fullMissing(child.name.text, among: section.name.text), child.name.range)
    }

    /// A rule that stands twice in one section, to the letter.
    private func reviewTwice(_ body: SectionBody) {
        var seen = Set<String>()
        let lines = body.parts.map(\.range) + body.voids.map(\.range)
        for range in lines {
            let words = text(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if !seen.insert(words).inserted { report(.writtenTwice(words), range) }
        }
    }

    /// Whether the maximum can be reached, and whether it is a number that a score can be.
    private func reviewReach(_ section: SectionDraft, _ body: SectionBody, _ type: ValueType) {
        guard let full = section.decl.full else {
            if section.parent == nil { reviewTotal(section, body) }
            return
        }
        // Maxima that do not add up are named as that.
        let isSumOnly = body.parts.isEmpty && body.score.isEmpty && body.start == nil
        let highest = type.interval.high.map { high in
            body.rounding.map { high.rounded(toPlaces: $0.places, $0.mode) } ?? high
        }
        if !isSumOnly, let high = highest, high < full.high {
            report(
                .fullUnreachable(section.name.text, full: full.high.description, reach: high.description), full.range)
        }
        if let rounding = body.rounding, full.high.rounded(toPlaces: rounding.places, .halfUp) != full.high {
            report(.fullNotRounded(full: full.high.description, places: rounding.places), full.range)
        }
        if let low = body.low, low.signum < 0, let void = body.voids.first {
            report(.voidAboveFloor(section.name.text, floor: low.description), void.range)
        }
    }

    /// A total whose parts have maxima that add up to more than 100, and whose own is not said.
    private func reviewTotal(_ section: SectionDraft, _ body: SectionBody) {
        guard section.children.count > 1, body.parts.isEmpty, body.score.isEmpty, body.pick == nil else { return }
        let maxima = section.children.compactMap { $0.decl.full?.high }
        guard maxima.count == section.children.count else { return }
        let sum = maxima.reduce(Number(0), +)
        if sum > 100 { report(.totalUnsaid(sum.description), section.name.range) }
    }

    /// 扣 of what may be negative adds; 加 of what is always negative deducts.
    private func reviewSigns(_ body: SectionBody) {
        for part in body.parts {
            switch part.kind {
            case .amount(let formula):
                let interval = formula.type.interval
                let isNegative = interval.high.map { $0.signum < 0 } ?? false
                if part.deduct, part.when == nil || isNegative, let low = interval.low, low.signum < 0 {
                    report(.negativeAmount(deduct: true), formula.range)
                } else if !part.deduct, isNegative {
                    report(.negativeAmount(deduct: false), formula.range)
                }
            case .each(_, let inner): reviewSigns(inner)
            }
        }
    }

    /// The range of a score before it is clamped.
    private func sum(of body: SectionBody, _ section: SectionDraft?) -> ValueType {
        if let first = body.score.first {
            return body.score.dropFirst().reduce(first.value.type) { $0.joined($1.value.type) }
        }
        var interval = Interval(0, 0)
        var whole = true
        func add(_ type: ValueType, deduct: Bool, sometimes: Bool) {
            var range = deduct ? -type.interval : type.interval
            if sometimes { range = range.hull(Interval(0, 0)) }
            interval = interval + range
            whole = whole && type.whole
        }
        if let start = body.start { add(start.type, deduct: false, sometimes: false) }
        for child in section?.children ?? [] {
            let (low, high) = range(of: child.decl)
            let inner = child.body.map { sum(of: $0, child) } ?? .unknown
            add(
                ValueType(
                    .number, interval: Interval(low ?? inner.interval.low, high ?? inner.interval.high),
                    whole: inner.whole),
                deduct: false, sometimes: body.pick != nil || child.body.map { !$0.voids.isEmpty } ?? false)
        }
        for part in body.parts {
            switch part.kind {
            case .amount(let formula):
                add(formula.type, deduct: part.deduct, sometimes: part.when != nil || formula.type.optional)
            case .each(let plan, let inner):
                let one = sum(of: inner, nil)
                let low = inner.low ?? one.interval.low
                let high = inner.high ?? one.interval.high
                let picked = section?.children.isEmpty ?? false ? body.pick.flatMap { $0.keep ? $0.count : nil } : nil
                let most = [picked, plan.most].compactMap { $0 }.min()
                let many = Interval(low, high).repeated(atMost: most)
                add(ValueType(.number, interval: many, whole: one.whole), deduct: false, sometimes: true)
            }
        }
        return ValueType(.number, interval: interval, whole: whole)
    }

    /// 满分 of the parts against 满分 of the whole.
    private func reviewMaxima(_ section: SectionDraft, _ body: SectionBody) {
        guard let full = section.decl.full, !section.children.isEmpty, body.parts.isEmpty, body.score.isEmpty,
            body.start == nil
        else {
            return
        }
        var maxima = section.children.compactMap { $0.decl.full?.high }
        guard maxima.count == section.children.count else { return }
        if let pick = body.pick { maxima = pick.counted(maxima) }
        let sum = maxima.reduce(Number(0), +)
        if sum != full.high {
            report(
                .maximaDiffer(section: section.name.text, declared: full.high.description, sum: sum.description),
                full.range,
                section.children.map { child in
                    label(
                        child.name.range, "“\(child.name.text)”满分 \(child.decl.full!.high)",
                        "“\(child.name.text)”: max \(child.decl.full!.high)")
                })
        }
    }

    /// A level worth more than its item.
    private func reviewAmounts(_ section: SectionDraft, _ body: SectionBody) {
        guard let full = section.decl.full?.high else { return }
        var formulas = body.score.map(\.value)
        for part in body.parts {
            if case .amount(let formula) = part.kind, !part.deduct { formulas.append(formula) }
        }
        // What is taken off again may start above the maximum.
        if let start = body.start, !body.parts.contains(where: \.deduct) { formulas.append(start) }
        for formula in formulas {
            let over = levels(formula).filter { $0.0 > full }
            guard let first = over.first else { continue }
            report(
                .amountOverFull(
                    section.name.text, amounts: over.map(\.0.description), full: full.description), first.1,
                [label(section.decl.full!.range, "本项满分在这里", "the item's maximum is here")])
        }
    }

    /// The amounts that a formula gives outright: constants, cases of 按, cells of a lookup, the highest of them.
    private func levels(_ formula: Formula) -> [(Number, SourceRange)] {
        switch formula.kind {
        case .constant(.number(let amount)): return [(amount, formula.range)]
        case .choose(let branches, let last):
            return branches.flatMap { levels($0.value) } + (last.map { levels($0.formula) } ?? [])
        case .otherwise(let inner, let other): return levels(inner) + levels(other)
        case .orError(let inner): return levels(inner)
        case .aggregate(let aggregate) where aggregate.function == .max && aggregate.rows != nil:
            return aggregate.arguments.flatMap(levels)
        case .field(let row, let table, let column):
            guard case .lookup(let lookup) = tables[table].kind, isFind(row) else { return [] }
            let position = column - lookup.keyTypes.count
            return lookup.rows.compactMap { entry in
                guard entry.values.indices.contains(position), isReached(entry, by: row) else { return nil }
                return entry.values[position].number.map { ($0, entry.range) }
            }
        default: return []
        }
    }

    /// Whether the keys, as far as they are written out, lead to a row.
    private func isReached(_ entry: Lookup.Row, by find: Formula) -> Bool {
        switch find.kind {
        case .find(_, let keys), .findOrError(_, let keys):
            zip(entry.keys, keys).allSatisfy { known, key in
                guard case .value(let value) = known, case .constant(let wanted) = key.kind else { return true }
                return value == wanted
            }
        default: true
        }
    }

    private func isFind(_ formula: Formula) -> Bool {
        switch formula.kind {
        case .find, .findOrError: true
        default: false
        }
    }
}
