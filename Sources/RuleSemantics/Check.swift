package import Diagnostics
package import RuleSyntax
import Tables

/// The whole review of a rules file: its program if it has no errors, and every message.
package struct Checked: Sendable {
    package var file: RulesFile
    /// `nil` when the file has errors.
    package var program: Program?
    package var diagnostics: [Diagnostic]

    package init(file: RulesFile, program: Program?, diagnostics: [Diagnostic]) {
        self.file = file
        self.program = program
        self.diagnostics = diagnostics
    }
}

/// Reads and checks a rules file.
package func check(_ source: SourceFile) -> Checked {
    let (file, syntax) = Parser.parse(source)
    let resolver = Resolver(file, source)
    let program = file.unread.isHopeless ? nil : resolver.program()
    // While lines are unread the plan's own figures say little; what was mended counts as read.
    let found = file.unread.isEmpty ? resolver.problems : resolver.problems.filter { $0.severity == .error }
    let diagnostics = (syntax + found).sortedByPlace().placed(in: source)
    return Checked(file: file, program: diagnostics.hasErrors ? nil : program, diagnostics: diagnostics)
}

extension Program {
    /// The program with other constants, as an example may ask for; what does not fit them is reported.
    package func setting(_ constants: [ValueDecl]) -> Checked {
        let changed = file.setting(constants)
        let resolver = Resolver(changed, source)
        let program = resolver.program()
        let errors = resolver.problems.filter { $0.severity == .error }.sortedByPlace()
        return Checked(file: changed, program: errors.isEmpty ? program : nil, diagnostics: errors)
    }
}

extension Resolver {
    /// Settles everything; the program is meaningful only when no error was reported.
    func program() -> Program {
        if file.assessments.isEmpty, file.unread.isEmpty {
            problems.report(SyntaxProblem.noAssessment, at: SourceRange(0, 0))
        }
        collectChoices()
        collectPlan()
        collectTables()
        checkReferences()
        collectAssessments()
        // Who is assessed is known before anything is said of scores.
        for draft in assessments { if let population = draft.population { settle(draft.table, population) } }
        for index in planDrafts.indices { present(planValue(index)) }
        usedPlanValues = []
        for (index, decl) in file.tables.enumerated() { settleDerived(tables[index], decl) }
        for table in tables.indices {
            for column in tables[table].columns.indices { settle(table, column) }
        }
        for (index, decl) in file.tables.enumerated() { tableRequirements(tables[index], decl) }
        for assessment in assessments { resolveOutput(assessment) }
        checkExamples()
        let order = evaluationOrder()
        // After an error that may mean several things the plan's own figures say little: first the errors.
        if !isUnclear, file.unread.isEmpty { review() }
        return build(order)
    }

    /// `要求` in a table's block: rules about its own rows.
    private func tableRequirements(_ table: TableDraft, _ decl: TableDecl) {
        for require in decl.requirements.map({ asComparison($0, [table]) }) {
            reading.append([])
            table.requirements.append(
                resolveRequirement(
                    require, nil, require.tail, require.name?.text ?? text(require.condition.range),
                    homeScope(table.index, nil)))
            reading.removeLast()
        }
    }

    private func build(_ order: [ColumnReference]) -> Program {
        let plan = file.plans.first
        var dependencies: [ColumnReference: Set<ColumnReference>] = [:]
        let programTables = tables.map { table in
            for (index, column) in table.columns.enumerated() {
                dependencies[ColumnReference(table.index, index)] = column.reads
            }
            return ProgramTable(
                name: table.name.text, kind: table.kind, sheet: table.sheet, optional: table.optional,
                keys: table.keys,
                columns: table.columns.enumerated().map { column($1, isKey: table.keys.contains($0)) },
                requirements: table.requirements, assessment: table.assessment?.index, range: table.name.range)
        }
        return Program(
            source: source, file: file, title: plan?.title.text ?? "", year: plan?.year.flatMap { Int($0.text) },
            calendar: WorkingCalendar(holidays: plan?.holidays ?? [], workdays: plan?.workdays ?? []), choices: choices,
            tables: programTables,
            planValues: planDrafts.map {
                PlanValue(
                    name: $0.name.text, formula: $0.formula ?? Formula(.constant(.missing), .unknown, $0.name.range))
            }, assessments: assessments.map(self.assessment), order: order,
            dependencies: dependencies, aggregateCount: aggregateCount, comparedTexts: comparedTexts)
    }

    private func column(_ draft: ColumnDraft, isKey: Bool) -> ProgramColumn {
        guard case .done(var definition, let type) = draft.state else {
            return ProgramColumn(
                name: draft.name, type: .unknown,
                definition: .value(Formula(.constant(.missing), .unknown, draft.range)), assessed: draft.assessed,
                citation: draft.citation, range: draft.range)
        }
        if case .stored(var schema) = definition {
            schema.holdsWords = holdsWords(schema.kind, 0)
            schema.isKey = isKey
            definition = .stored(schema)
        }
        return ProgramColumn(
            name: draft.name, type: type, definition: definition, assessed: draft.assessed, citation: draft.citation,
            range: draft.range)
    }

    /// Whether cells are texts, or keys of rows that are called by texts; a key may itself be such a key.
    private func holdsWords(_ kind: ColumnSchema.Kind, _ depth: Int) -> Bool {
        if kind == .text { return true }
        guard case .reference(let target) = kind, depth < tables.count, tables[target].keys.count == 1,
            case .done(.stored(let key), _) = tables[target].columns[tables[target].keys[0]].state
        else { return false }
        return holdsWords(key.kind, depth + 1)
    }

    private func assessment(_ draft: AssessmentDraft) -> Assessment {
        let sections = draft.sections.map { section in
            Section(
                name: section.parent == nil ? ImplicitName.total.spellings[0] : section.name.text,
                column: section.column, parent: section.parent?.index, depth: section.depth,
                body: section.body
                    ?? SectionBody(
                        score: [], start: nil, children: [], parts: [], pick: nil, voids: [], low: nil, high: nil,
                        rounding: nil), values: section.valueColumns, citation: Citation(section.decl.tail),
                range: section.name.range)
        }
        let grades = draft.grades.enumerated().compactMap { index, grade -> Grade? in
            guard var grade else { return nil }
            for value in grade.valueColumns.indices {
                let key = GradeValueKey(assessment: draft.index, grade: index, value: value)
                for (row, formula) in (gradeValues[key] ?? []).enumerated() { grade.rows[row].values.append(formula) }
            }
            return grade
        }
        return Assessment(
            table: draft.table, population: draft.population, sections: sections, grades: grades, output: draft.output,
            requirements: draft.requirements, range: draft.decl.table.range)
    }
}
