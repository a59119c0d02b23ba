import Diagnostics
import RuleSyntax

/// What stands in the file and is never used.
extension Resolver {
    /// Values, row sets, constants and lookups that nothing uses.
    func reviewUse() {
        var used = Set<ColumnReference>()
        for table in tables { for column in table.columns { used.formUnion(column.reads) } }
        reviewSections(used)
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
        reviewColumns(used)
        reviewOutput(used)
        reviewChoices()
        var macros: [Macro] = tables.flatMap { Array($0.macros.values) }
        macros += assessments.flatMap(\.sections).flatMap { Array($0.macros.values) }
        for macro in macros where !usedMacros.contains(macro.name.range) {
            report(.noUse(Bilingual("记录集", "row set"), macro.name.text), macro.name.range)
        }
        // What a used one is made of is used, too.
        var usedValues = usedPlanValues
        var waiting = Array(usedValues)
        while let index = waiting.popLast() {
            planDrafts[index].formula?.visit { part in
                if case .planValue(let other) = part.kind, usedValues.insert(other).inserted { waiting.append(other) }
            }
        }
        for (index, draft) in planDrafts.enumerated() where draft.decl != nil && !usedValues.contains(index) {
            report(.noUse(Bilingual("计划的量", "value of the plan"), draft.name.text), draft.name.range)
        }
        for table in tables {
            if case .lookup = table.kind, !usedLookups.contains(table.index) {
                report(.noUse(Bilingual("对照表", "lookup"), table.name.text), table.name.range)
            }
        }
    }

    /// Sections whose scores nothing adds up: those below a formula that does not name them.
    private func reviewSections(_ read: Set<ColumnReference>) {
        for assessment in assessments {
            for section in assessment.sections {
                guard let parent = section.parent, !read.contains(ColumnReference(assessment.table, section.column))
                else {
                    continue
                }
                // One that only holds others together counts with them.
                let inner = Set(descendants(section).map { ColumnReference(assessment.table, $0) })
                let own = inner.union([ColumnReference(assessment.table, section.column)])
                let isHeading = tables.contains { table in
                    table.columns.indices.contains { index in
                        !own.contains(ColumnReference(table.index, index))
                            && !table.columns[index].reads.isDisjoint(with: inner)
                    }
                }
                if isHeading { continue }
                let total =
                    parent.parent == nil ? ImplicitName.total.spellings[file.speaksEnglish ? 1 : 0] : parent.name.text
                report(.notCounted(section.name.text, in: total), section.name.range)
            }
        }
    }

    /// An item that counts with others of its level, all of which are shown but it: most likely it was added later.
    private func reviewOutput(_ used: Set<ColumnReference>) {
        for assessment in assessments where !assessment.output.isEmpty {
            var shown = Set<Int>()
            for output in assessment.output {
                if case .column(0, let column) = output.formula.kind { shown.insert(column) }
            }
            /// Whether it is shown itself, or something inside.
            func isShown(_ section: SectionDraft) -> Bool {
                shown.contains(section.column) || section.children.contains(where: isShown)
            }
            for section in assessment.sections {
                guard section.children.count > 2,
                    shown.contains(assessment.sections[0].column) || shown.contains(section.column)
                else { continue }
                let left = section.children.filter { !isShown($0) }
                guard left.count == 1, let child = left.first,
                    used.contains(ColumnReference(assessment.table, child.column))
                else { continue }
                let total =
                    section.parent == nil ? ImplicitName.total.spellings[file.speaksEnglish ? 1 : 0] : section.name.text
                report(.notShown(child.name.text, total: total), child.name.range)
            }
        }
    }

    private func descendants(_ section: SectionDraft) -> [Int] {
        section.children.flatMap { [$0.column] + descendants($0) }
    }

    /// Columns of assessed tables that decide nothing and are not shown. Texts and dates may stand there for the reader.
    private func reviewColumns(_ used: Set<ColumnReference>) {
        for table in tables where table.assessment != nil {
            for (index, column) in table.columns.enumerated() where !table.keys.contains(index) {
                guard case .done(.stored, let type) = column.state, !used.contains(ColumnReference(table.index, index))
                else { continue }
                switch type.kind {
                case .number, .bool, .choice, .month:
                    report(.noUse(Bilingual("列", "column"), column.name), column.range)
                case .text, .date, .row, .span, .unknown: break
                }
            }
        }
    }

    /// Lists of choices by which no column, lookup or formula goes.
    private func reviewChoices() {
        var named = Set<String>()
        for table in file.tables {
            for case .named(let name) in table.columns.map(\.type) { named.insert(name.text) }
        }
        for lookup in file.lookups {
            switch lookup.keys {
            case .columns(let names): named.formUnion(names.map(\.text))
            case .axes(let axes): named.formUnion(axes.compactMap { $0.first?.text })
            }
        }
        var lists = Set<Int>()
        eachFormula { formula in
            formula.visit { if case .choice(let list) = $0.type.kind { lists.insert(list) } }
        }
        for decl in file.choices where !named.contains(decl.name.text) {
            if let list = choicesByName[decl.name.text], !lists.contains(list) {
                report(.noUse(Bilingual("选项", "list of choices"), decl.name.text), decl.name.range)
            }
        }
    }
}
