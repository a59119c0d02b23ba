/// The columns that the rules of a program read, whatever is evaluated of them.
package struct ColumnUse {
    private let program: Program
    /// Every column that a formula reads, and those that name rows.
    package private(set) var columns: Set<ColumnReference> = []

    package init(_ program: Program) {
        self.program = program
        for (table, definition) in program.tables.enumerated() {
            for key in definition.keys { note(table, key) }
            for (column, value) in definition.columns.enumerated() { note(value.definition, table, column) }
            if case .derived(let plan, let keys) = definition.kind {
                note(plan, [])
                for key in keys { note(plan.table, key) }
            }
            for requirement in definition.requirements { note(requirement, table) }
        }
        for assessment in program.assessments {
            for requirement in assessment.requirements { note(requirement, assessment.table) }
            for section in assessment.sections { note(section.body, [assessment.table]) }
            for grade in assessment.grades { note(grade, [assessment.table]) }
            for output in assessment.output { note(output.formula, [assessment.table]) }
        }
        for value in program.planValues { note(value.formula, []) }
    }

    private mutating func note(_ table: Int, _ column: Int) { columns.insert(ColumnReference(table, column)) }

    private mutating func noteAll(_ table: Int) {
        for column in program.tables[table].columns.indices { note(table, column) }
    }

    private mutating func note(_ definition: ProgramColumn.Definition, _ table: Int, _ column: Int) {
        switch definition {
        case .value(let formula), .population(let formula): note(formula, [table])
        case .stored, .groupKey, .score, .grade, .place, .gradeValue, .requirement, .met, .lacking: break
        }
    }

    private mutating func note(_ requirement: Requirement, _ table: Int) {
        var frames = [table]
        if let plan = requirement.rows {
            frames = note(plan, frames)
            // What a row lacks is told with its cells where it has no key.
            if program.tables[plan.table].keys.isEmpty { noteAll(plan.table) }
        }
        note(requirement.condition, frames)
        if let when = requirement.when { note(when, frames) }
    }

    private mutating func note(_ body: SectionBody, _ frames: [Int]) {
        for choice in body.score {
            note(choice.value, frames)
            if let when = choice.when { note(when, frames) }
        }
        if let start = body.start { note(start, frames) }
        for part in body.parts {
            if let when = part.when { note(when, frames) }
            switch part.kind {
            case .amount(let formula): note(formula, frames)
            case .each(let plan, let inner): note(inner, note(plan, frames))
            }
        }
        for void in body.voids { note(void.condition, frames) }
    }

    private mutating func note(_ grade: Grade, _ frames: [Int]) {
        for key in grade.keys + grade.tieKeys { note(key.formula, frames) }
        for formula in grade.per + (grade.when.map { [$0] } ?? []) { note(formula, frames) }
        for condition in grade.placements + grade.bars { note(condition.condition, frames) }
        for row in grade.rows {
            for formula in row.values + row.thresholds.map(\.bound) { note(formula, frames) }
            switch row.share {
            case .ratio(let share), .heads(let share), .atLeastRatio(let share), .atLeastHeads(let share):
                note(share, frames)
            case .rest, .none: break
            }
        }
    }

    private mutating func note(_ formula: Formula, _ frames: [Int]) {
        switch formula.kind {
        case .constant, .row, .planValue: break
        case .column(let frame, let column): if frame < frames.count { note(frames[frame], column) }
        case .field(let inner, let table, let column):
            note(table, column)
            note(inner, frames)
        case .negate(let inner), .convert(let inner, _), .has(let inner), .not(let inner), .orError(let inner),
            .rounded(let inner, _, _):
            note(inner, frames)
        case .find(let table, let keys), .findOrError(let table, let keys):
            for key in program.tables[table].keys { note(table, key) }
            for key in keys { note(key, frames) }
        case .arithmetic(_, let left, let right), .comparison(_, let left, let right), .inside(let left, let right),
            .otherwise(let left, let right), .floor(let left, let right), .cap(let left, let right),
            .span(let left, let right):
            note(left, frames)
            note(right, frames)
        case .all(let parts), .any(let parts), .function(_, let parts): for part in parts { note(part, frames) }
        case .choose(let branches, let last):
            for branch in branches {
                note(branch.condition, frames)
                note(branch.value, frames)
            }
            if let last { note(last.formula, frames) }
        case .aggregate(let aggregate):
            let inner = aggregate.rows.map { note($0, frames) } ?? frames
            for argument in aggregate.arguments { note(argument, inner) }
        }
    }

    /// Gives the frames that stand in sight of what is said of its elements.
    @discardableResult
    private mutating func note(_ plan: RowsPlan, _ frames: [Int]) -> [Int] {
        if case .related(let home, let path) = plan.source {
            note(home, frames)
            var table = plan.table
            for link in path {
                switch link {
                case .column(let column):
                    note(table, column)
                    if case .row(let next) = program.tables[table].columns[column].type.kind { table = next }
                case .derived(let derived): table = derived
                }
            }
        }
        for match in plan.matches {
            note(plan.table, match.column)
            note(match.value, frames)
        }
        let inner =
            Array(frames.prefix(plan.frame)) + Array(repeating: -1, count: max(0, plan.frame - frames.count))
            + [plan.table]
        for operation in plan.operations {
            switch operation {
            case .filter(let condition): note(condition, inner)
            case .group(let keys): for key in keys { note(plan.table, key) }
            case .pick(let pick):
                note(pick.count, frames)
                note(pick.by, inner)
                // Rows that are equal otherwise are told apart by all their cells.
                noteAll(plan.table)
            }
        }
        return inner
    }
}
