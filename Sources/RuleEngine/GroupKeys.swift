import RuleSemantics

/// The columns by whose values rows are put into groups: by 每, by 同, and as the keys of a derived table; of those that
/// only repeat another, that other.
struct GroupKeys {
    private var columns: Set<ColumnReference> = []
    private let program: Program

    init(_ program: Program) {
        self.program = program
        for (table, definition) in program.tables.enumerated() {
            if case .derived(let plan, let keys) = definition.kind {
                note(plan)
                for key in keys { note(plan.table, key) }
            }
            for column in definition.columns {
                switch column.definition {
                case .value(let formula), .population(let formula): note(formula)
                default: break
                }
            }
            for requirement in definition.requirements { note(requirement) }
            if let assessment = definition.assessment { note(program.assessments[assessment], table) }
        }
        for value in program.planValues { note(value.formula) }
    }

    private mutating func note(_ assessment: Assessment, _ table: Int) {
        for requirement in assessment.requirements { note(requirement) }
        for section in assessment.sections { note(section.body) }
        for output in assessment.output { note(output.formula) }
        for grade in assessment.grades {
            for formula in grade.per { noteKey(formula, table) }
            for key in grade.keys + grade.tieKeys { note(key.formula) }
            for condition in grade.placements + grade.bars { note(condition.condition) }
            if let when = grade.when { note(when) }
        }
    }

    private mutating func note(_ requirement: Requirement) {
        if let plan = requirement.rows { note(plan) }
        note(requirement.condition)
        if let when = requirement.when { note(when) }
    }

    private mutating func note(_ body: SectionBody) {
        for choice in body.score { note(choice.value) }
        for formula in body.score.compactMap(\.when) + body.voids.map(\.condition) { note(formula) }
        if let start = body.start { note(start) }
        for part in body.parts {
            if let when = part.when { note(when) }
            switch part.kind {
            case .amount(let formula): note(formula)
            case .each(let plan, let inner):
                note(plan)
                note(inner)
            }
        }
    }

    private mutating func note(_ formula: Formula) {
        formula.visit { part in
            if case .aggregate(let aggregate) = part.kind, let plan = aggregate.rows { noteKeys(plan) }
        }
    }

    private mutating func note(_ plan: RowsPlan) {
        noteKeys(plan)
        plan.visit { part in
            if case .aggregate(let aggregate) = part.kind, let plan = aggregate.rows { noteKeys(plan) }
        }
    }

    private mutating func noteKeys(_ plan: RowsPlan) {
        for match in plan.matches { note(plan.table, match.column) }
        for case .group(let keys) in plan.operations { for key in keys { note(plan.table, key) } }
    }

    private mutating func noteKey(_ formula: Formula, _ table: Int) {
        switch formula.kind {
        case .column(frame: 0, let column): note(table, column)
        case .field(_, let table, let column): note(table, column)
        default: break
        }
    }

    /// The columns with whose texts others must be alike, with the texts of the rules among them: those by which rows
    /// are put into groups, and all that are compared with one another.
    func classes() -> [(columns: [ColumnReference], texts: Set<String>)] {
        // Each column leads to another of its class, the first of the class to itself.
        var next: [ColumnReference: ColumnReference] = [:]
        for column in columns { next[column] = column }
        func first(_ column: ColumnReference) -> ColumnReference {
            var found = column
            while let further = next[found], further != found { found = further }
            next[column] = found
            return found
        }
        var besides: [(column: ColumnReference, text: String)] = []
        for pair in program.comparedTexts {
            switch (pair.left, pair.right) {
            case (.column(let left), .column(let right)):
                let (one, other) = (first(origin(left)), first(origin(right)))
                next[one] = other
            // A text alone brings no columns together: 无 may stand in many.
            case (.column(let column), .text(let text)), (.text(let text), .column(let column)):
                besides.append((first(origin(column)), text))
            case (.text, .text): break
            }
        }
        var classes: [ColumnReference: (columns: [ColumnReference], texts: Set<String>)] = [:]
        for column in Array(next.keys) { classes[first(column), default: ([], [])].columns.append(column) }
        for (column, text) in besides { classes[first(column)]?.texts.insert(text) }
        return Array(classes.values)
    }

    /// The column that a column only repeats, itself where it repeats none.
    private func origin(_ column: ColumnReference) -> ColumnReference {
        switch program.tables[column.table].columns[column.column].definition {
        case .value(let formula):
            switch formula.kind {
            case .column(frame: 0, let inner): origin(ColumnReference(column.table, inner))
            case .field(_, let table, let inner): origin(ColumnReference(table, inner))
            default: column
            }
        case .groupKey(let index):
            if case .derived(let plan, let keys) = program.tables[column.table].kind {
                origin(ColumnReference(plan.table, keys[index]))
            } else {
                column
            }
        default: column
        }
    }

    private mutating func note(_ table: Int, _ column: Int) {
        columns.insert(origin(ColumnReference(table, column)))
    }
}
