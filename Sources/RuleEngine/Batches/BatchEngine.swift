import Platform
package import RuleSemantics
import RuleSyntax
import Tables

/// Runs a program on data batch by batch: the fast form of what `Evaluator` does row by row.
///
/// Every formula is evaluated for some thousands of rows at once, on as many threads as there are processors; the
/// batches are put together in their order, so that threads change nothing. Where the data hold a mistake that only
/// evaluation finds it gives up, and the reference goes on from there and says what is wrong.
package struct BatchEngine: Sendable {
    let program: Program
    var state: BatchState
    var failed = false
    /// What it has come to without meeting a mistake.
    private var sound: BatchState
    /// The values of each assessment's output, a column for each.
    var outputs: [[Column]] = []

    /// So many rows are in sight at once.
    static let batch = 2048

    private init(_ program: Program, _ data: Dataset) {
        self.program = program
        state = BatchState(program, data)
        sound = state
    }

    /// The finished evaluation; where the data hold mistakes its problems tell them.
    package static func evaluate(_ program: Program, _ data: Dataset) -> Evaluator {
        var engine = BatchEngine(program, data)
        if let finished = engine.run(data) { return finished }
        let evaluator = Evaluator(goingOn: data, engine.sound)
        evaluator.run()
        return evaluator
    }

    /// The finished evaluation; `nil` where the data hold a mistake.
    package static func run(_ program: Program, _ data: Dataset) -> Evaluator? {
        var engine = BatchEngine(program, data)
        return engine.run(data)
    }

    private mutating func run(_ data: Dataset) -> Evaluator? {
        guard let planValues = Evaluator.planValues(program, data) else { return nil }
        state.planValues = planValues
        prepareReferences()
        for reference in program.order {
            sound = state
            compute(reference)
            if failed { return nil }
        }
        sound = state
        checkRules()
        computeOutputs()
        if failed { return nil }
        let orders = program.assessments.map { order($0) }
        if failed { return nil }
        return Evaluator(given: data, state, outputs, orders)
    }

    // MARK: Columns

    private mutating func compute(_ reference: ColumnReference) {
        let (table, column) = (reference.table, reference.column)
        if state.data.tables[table].columns[column] != nil { return }
        let definition = program.tables[table].columns[column].definition
        var assessment: Assessment { program.assessments[program.tables[table].assessment!] }
        switch definition {
        case .stored: state.data.tables[table].columns[column] = []
        case .value(let formula): fill(reference, formula, defers: true)
        case .population(let condition):
            fill(reference, condition)
            let all = state.data.tables[table].columns[column]?.slice(0, state.rowCount(table))
            state.populations[table] = all.map { Vector.places($0.bools(state.rowCount(table))) } ?? []
        case .groupKey: groupRows(table)
        case .score(let section):
            let body = assessment.sections[section].body
            prepare(body.formulas, body.plans)
            fill(reference) {
                let body = body.copied
                return { worker, domain in worker.score(body, domain) }
            }
        case .grade(let grade): computeGrade(program.tables[table].assessment!, grade)
        case .place: break
        case .gradeValue(let grade, let value):
            let grade = assessment.grades[grade]
            let formulas = grade.rows.map { $0.values[value] }
            prepare(formulas, [])
            fill(reference) {
                let formulas = formulas.map(\.copied)
                return { worker, domain in worker.gradeValue(grade.gradeColumn, formulas, domain) }
            }
        case .requirement(let index):
            let requirement = assessment.requirements[index]
            prepare(
                [requirement.condition] + (requirement.when.map { [$0] } ?? []) + (requirement.rows?.formulas ?? []),
                requirement.rows.map { [$0] } ?? [])
            fill(reference) {
                let requirement = requirement.copied
                return { worker, domain in worker.meets(requirement, domain) }
            }
        case .met, .lacking:
            // Texts, and few: row by row.
            fill(reference) { { worker, domain in worker.row(reference, domain) } }
        }
    }

    private mutating func fill(_ reference: ColumnReference, _ formula: Formula, defers: Bool = false) {
        prepare([formula], [])
        fill(reference, defers: defers) {
            let formula = formula.copied
            return { worker, domain in worker.evaluate(formula, domain) }
        }
    }

    /// Computes a column; rows outside the population have no value in the columns of an assessment.
    ///
    /// `make` gives each thread what it works with. Where a mistake is met the engine gives up; in a column that `defers`
    /// only when the value is read.
    mutating func fill(
        _ reference: ColumnReference, defers: Bool = false,
        _ make: @escaping @Sendable () -> (BatchWorker, Domain) -> Vector
    ) {
        let table = reference.table
        let value = defers ? reference : nil
        let count = state.rowCount(table)
        guard program.tables[table].columns[reference.column].assessed, let people = state.populations[table] else {
            state.data.tables[table].columns[reference.column] = Column(
                batches(table, .range(0), count, value, make))
            return
        }
        let own = Column(batches(table, .list(people), people.count, value, make))
        var places = [Int32](repeating: -1, count: count)
        for (place, row) in people.enumerated() { places[Int(row)] = Int32(place) }
        let vector = own.isEmpty ? Vector.missing : own.gather(places)
        state.data.tables[table].columns[reference.column] = Column([(vector, count)])
    }

    /// The vectors of all rows, batch after batch.
    mutating func batches(
        _ table: Int, _ rows: Rows, _ count: Int, _ value: ColumnReference? = nil,
        _ make: @escaping @Sendable () -> (BatchWorker, Domain) -> Vector
    ) -> [(vector: Vector, count: Int)] {
        let list: [Int32]? = if case .list(let rows) = rows { rows } else { nil }
        return parts(count, value) {
            let body = make()
            return { worker, range in
                let rows: Rows = list.map { .list(Array($0[range])) } ?? .range(range.lowerBound)
                return body(worker, Domain(table, rows, range.count))
            }
        }
    }

    /// The vectors of all numbers below the count, some at a time. `value` is the named value that they are.
    mutating func parts(
        _ count: Int, _ value: ColumnReference? = nil,
        _ make: @escaping @Sendable () -> (BatchWorker, Range<Int>) -> Vector
    ) -> [(vector: Vector, count: Int)] {
        let state = state
        let number = (count + Self.batch - 1) / Self.batch
        let results = Platform.map(
            number, start: { (BatchWorker(state), make()) },
            body: { context, index -> (vector: Vector, count: Int, mistakes: Mistakes) in
                let range = (index * Self.batch)..<min(count, (index + 1) * Self.batch)
                let vector = context.1(context.0, range)
                return (vector, range.count, context.0.takeMistakes())
            })
        note(results.map(\.mistakes), value)
        return results.map { ($0.vector, $0.count) }
    }

    /// A mistake in a named value matters only where the value is read; any other ends the engine's work.
    private mutating func note(_ mistakes: [Mistakes], _ value: ColumnReference?) {
        if mistakes.allSatisfy(\.isEmpty) { return }
        guard let value, !mistakes.contains(where: \.hasOthers), !program.columnsReadWhole.contains(value) else {
            failed = true
            return
        }
        var doubtful = [Bool](repeating: false, count: state.rowCount(value.table))
        for part in mistakes { for row in part.rows { doubtful[Int(row)] = true } }
        state.doubtful[value] = doubtful
    }

    /// The rows of a derived table: one for each combination of keys that occurs.
    private mutating func groupRows(_ table: Int) {
        guard state.derived[table] == nil, case .derived(let plan, let keys) = program.tables[table].kind else {
            return
        }
        prepare(plan.formulas, [plan])
        let worker = BatchWorker(state)
        guard let elements = worker.elements(plan, Domain(count: 1)) else { return }
        let sight = elements.domain.sights[0]
        let count = elements.domain.count
        let vectors = keys.map { worker.column(plan.table, $0, sight.rows, count) }
        let (index, numbers) = KeyIndex.numbering(vectors, count)
        var links = [Int32](repeating: -1, count: state.rowCount(plan.table))
        for (row, number) in zip(sight.rows.list(count), numbers) { links[Int(row)] = number }
        failed = failed || worker.hasFailed
        state.derived[table] = links
        state.data.tables[table].rowCount = index.count
        for (position, column) in program.tables[table].keys.enumerated() where position < keys.count {
            let vector = count == 0 ? Vector.values([]) : vectors[position].picked(index.firsts)
            state.data.tables[table].columns[column] = Column([(vector, index.count)])
        }
    }

    // MARK: What is read but not kept

    /// Whether the rows keep the rules that tables state about them.
    private mutating func checkRules() {
        for (index, table) in program.tables.enumerated() {
            for requirement in table.requirements {
                var requirement = requirement
                requirement.rows = nil
                prepare([requirement.condition] + (requirement.when.map { [$0] } ?? []), [])
                _ = batches(index, .range(0), state.rowCount(index)) { [requirement] in
                    let requirement = requirement.copied
                    return { worker, domain in
                        if worker.meets(requirement, domain).bools(domain.count).contains(0) { worker.fail() }
                        return .missing
                    }
                }
            }
        }
    }

    private mutating func computeOutputs() {
        for assessment in program.assessments {
            let (rows, count) = state.population(assessment.table)
            outputs.append(
                assessment.output.map { output in
                    if case .column(0, let column) = output.formula.kind, case .range = rows,
                        let known = state.data.tables[assessment.table].columns[column]
                    {
                        // What is shown is read.
                        if state.doubtful[ColumnReference(assessment.table, column)] != nil { failed = true }
                        return known
                    }
                    prepare([output.formula], [])
                    return Column(
                        batches(assessment.table, rows, count) {
                            let formula = output.formula.copied
                            return { worker, domain in worker.evaluate(formula, domain) }
                        })
                })
        }
    }
}

extension BatchWorker {
    /// What a grade brings, for the people who have it.
    func gradeValue(_ column: Int, _ formulas: [Formula], _ domain: Domain) -> Vector {
        let sight = domain.sights[0]
        let grades = self.column(sight.table, column, sight.rows, domain.count)
        guard let (_, choices) = grades.integers(domain.count) else { return .missing }
        let pieces = formulas.enumerated().map { grade, formula -> (places: [Int32], vector: Vector) in
            let places = choices.indices.filter { choices[$0] == Int64(grade) }.map { Int32($0) }
            if case .constant(let value) = formula.kind { return (places, .constant(value)) }
            return (places, evaluate(formula, domain.selected(places)))
        }
        return assembled(pieces, domain.count)
    }
}
