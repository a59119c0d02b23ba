import Diagnostics
import RuleSyntax
import Tables

/// Findings about the plan itself: what it leaves open, and where its own figures do not agree.
extension Resolver {
    func review() {
        for assessment in assessments {
            for section in assessment.sections { review(section) }
        }
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
            case .each(_, let inner):
                let one = sum(of: inner, nil)
                let low = inner.low ?? one.interval.low
                let high = inner.high ?? one.interval.high
                let many = Interval(
                    low.flatMap { $0.signum >= 0 ? 0 : nil }, high.flatMap { $0.signum <= 0 ? 0 : nil })
                add(ValueType(.number, interval: many, whole: one.whole), deduct: false, sometimes: true)
            }
        }
        return ValueType(.number, interval: interval, whole: whole)
    }

    /// 满分 of the parts against 满分 of the whole.
    private func reviewMaxima(_ section: SectionDraft, _ body: SectionBody) {
        guard let full = section.decl.full, !section.children.isEmpty, body.parts.isEmpty, body.score.isEmpty else {
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
        for choice in body.score {
            guard case .choose(let branches, let last) = choice.value.kind else { continue }
            for value in branches.map(\.value) + (last.map { [$0.formula] } ?? []) {
                guard case .constant(.number(let amount)) = value.kind, amount > full else { continue }
                report(
                    .amountOverFull(section.name.text, amount: amount.description, full: full.description), value.range,
                    [label(section.decl.full!.range, "本项满分在这里", "the item's maximum is here")])
            }
        }
        for part in body.parts {
            guard case .amount(let formula) = part.kind, !part.deduct,
                case .constant(.number(let amount)) = formula.kind,
                amount > full
            else { continue }
            report(
                .amountOverFull(section.name.text, amount: amount.description, full: full.description), formula.range,
                [label(section.decl.full!.range, "本项满分在这里", "the item's maximum is here")])
        }
    }

    /// Values, row sets, constants and lookups that nothing uses.
    private func reviewUse() {
        var used = Set<ColumnReference>()
        for table in tables { for column in table.columns { used.formUnion(column.reads) } }
        for assessment in assessments {
            for output in assessment.output {
                output.formula.visit { formula in
                    switch formula.kind {
                    case .column(_, let column): used.insert(ColumnReference(assessment.table, column))
                    case .field(_, let table, let column): used.insert(ColumnReference(table, column))
                    default: break
                    }
                }
            }
        }
        for table in tables {
            for requirement in table.requirements {
                requirement.condition.visit { formula in
                    if case .column(0, let column) = formula.kind { used.insert(ColumnReference(table.index, column)) }
                }
            }
        }
        let expected = Set(
            (file.examples + file.inherited).flatMap { $0.expectations.flatMap { $0.headers.map(\.text) } })
        for table in tables {
            for (index, column) in table.columns.enumerated() {
                guard case .done(.value, let type) = column.state, !type.isUnknown else { continue }
                let name = column.name.split(separator: ".").last.map(String.init) ?? column.name
                if !used.contains(ColumnReference(table.index, index)), !expected.contains(column.name),
                    !expected.contains(name)
                {
                    report(.noUse(Bilingual("量", "value"), name), column.range)
                }
            }
        }
        var macros: [Macro] = tables.flatMap { Array($0.macros.values) }
        macros += assessments.flatMap(\.sections).flatMap { Array($0.macros.values) }
        for macro in macros where !usedMacros.contains(macro.name.range) {
            report(.noUse(Bilingual("记录集", "row set"), macro.name.text), macro.name.range)
        }
        for (index, draft) in planDrafts.enumerated() where draft.decl != nil && !usedPlanValues.contains(index) {
            report(.noUse(Bilingual("常量", "constant"), draft.name.text), draft.name.range)
        }
        for table in tables {
            if case .lookup = table.kind, !usedLookups.contains(table.index) {
                report(.noUse(Bilingual("对照表", "lookup"), table.name.text), table.name.range)
            }
        }
    }
}
