package import Diagnostics
package import RuleSemantics
import RuleSyntax
import Tables

/// Runs a program on data: every computed column, in the order in which each uses only earlier ones.
///
/// It walks formulas directly and keeps every record: the clear form of the meaning, which any faster one must equal.
package final class Evaluator {
    package let program: Program
    package internal(set) var data: Dataset
    package internal(set) var problems: [Diagnostic] = []

    /// The rows in sight, outermost first; a group has its rows.
    struct Frame {
        var table: Int
        var row: Int
        var members: [Int]
    }

    var frames: [Frame] = []
    /// Columns that were there before anything was computed: the data's, and those that an example gives.
    private(set) var given: Set<ColumnReference> = []
    var planValues: [Value] = []
    /// The assessed rows of each table, where it is assessed.
    var populations: [Int: [Int]] = [:]
    /// What the grades of each assessment came to, by grade; worked out when asked for where the engine did without.
    package var gradings: [GradeID: Grading] {
        if let known = knownGradings { return known }
        var gradings: [GradeID: Grading] = [:]
        for (assessment, value) in program.assessments.enumerated() {
            for grade in value.grades.indices {
                gradings[GradeID(assessment: assessment, grade: grade)] = grading(assessment, grade)
            }
        }
        knownGradings = gradings
        return gradings
    }
    var knownGradings: [GradeID: Grading]? = [:]
    /// The values of each assessment's output, a column for each, where they are known.
    package private(set) var outputs: [[Column]] = []
    /// The order in which the rows of each assessment are listed, as positions among its assessed rows.
    private(set) var orders: [[Int32]] = []
    var caches = Caches()
    /// Results of functions over rows by their numbers, while they are remembered.
    var results: [Int: Value]?
    /// Set to note what is reached; `nil` costs nothing.
    package var coverage: Coverage?

    /// A condition's outcome, noted when asked for.
    func decides(_ condition: Formula) -> Bool {
        let outcome = value(condition)
        if coverage != nil, let bool = outcome.bool { coverage?.reached.insert(.condition(condition.range, bool)) }
        return outcome == .bool(true)
    }

    /// Whether a rule with this condition applies; one without a condition always does.
    func applies(_ when: Formula?) -> Bool { when.map { value($0) == .bool(true) } ?? true }

    func use(_ range: SourceRange) { coverage?.reached.insert(.used(range)) }
    var reported: Set<Diagnostic> = []
    /// Of what goes wrong so much is told.
    var mostTold = DataProblem.toldOfEvaluation
    /// Set to note which row each problem concerns, for whoever mends the data.
    var concerns: [Diagnostic: Concern]?
    /// What went wrong in the cells of named values. It matters only where such a cell is used: naming a part of a
    /// formula changes nothing.
    var deferred: [CellKey: Diagnostic] = [:]
    var deferring: CellKey?
    /// The first thing that went wrong since `noting` began to look.
    var noticed: Diagnostic?
    var isQuiet = false

    struct CellKey: Hashable {
        var column: ColumnReference
        var row: Int
    }

    package struct GradeID: Hashable, Sendable {
        package var assessment: Int
        package var grade: Int

        package init(assessment: Int, grade: Int) {
            self.assessment = assessment
            self.grade = grade
        }
    }

    package init(_ program: Program, _ data: Dataset) {
        self.program = program
        self.data = data
    }

    /// An evaluation that was done in batches, for whoever reads on from it.
    convenience init(given data: Dataset, _ state: BatchState, _ outputs: [[Column]], _ orders: [[Int32]]) {
        self.init(given: data, state)
        self.outputs = outputs
        self.orders = orders
    }

    /// Goes on with an evaluation in batches before which a mistake was met: what is wrong with values in which
    /// something is will be found once more.
    convenience init(goingOn data: Dataset, _ state: BatchState) {
        self.init(given: data, state)
        for reference in state.doubtful.keys {
            self.data.tables[reference.table].columns[reference.column] = nil
        }
    }

    private convenience init(given data: Dataset, _ state: BatchState) {
        self.init(state)
        knownGradings = nil
        given = Self.columns(of: data)
    }

    private static func columns(of data: Dataset) -> Set<ColumnReference> {
        Set(
            data.tables.enumerated().flatMap { table, content in
                content.columns.indices.filter { content.columns[$0] != nil }.map { ColumnReference(table, $0) }
            })
    }

    /// With what an evaluation in batches has come to so far.
    init(_ state: BatchState) {
        program = state.program
        data = state.data
        planValues = state.planValues
        populations = state.populations.mapValues { $0.map(Int.init) }
        caches.derived = state.derived
    }

    /// The constants of the plan; `nil` where one cannot be had.
    static func planValues(_ program: Program, _ data: Dataset) -> [Value]? {
        let evaluator = Evaluator(program, data)
        evaluator.planValues = Array(repeating: .missing, count: program.planValues.count)
        evaluator.evaluatePlan()
        return evaluator.problems.isEmpty ? evaluator.planValues : nil
    }

    /// One value of a computed column.
    func computed(_ reference: ColumnReference, _ row: Int) -> Value {
        with(reference.table, row) { body(of: reference)() }
    }

    /// All that an evaluation came to, for evaluators on other threads to read on from.
    package struct Finished: Sendable {
        fileprivate var program: Program
        fileprivate var data: Dataset
        fileprivate var given: Set<ColumnReference>
        fileprivate var planValues: [Value]
        fileprivate var populations: [Int: [Int]]
        fileprivate var gradings: [GradeID: Grading]
        fileprivate var caches: Caches
        fileprivate var deferred: [CellKey: Diagnostic]
    }

    package var finished: Finished {
        Finished(
            program: program, data: data, given: given, planValues: planValues, populations: populations,
            gradings: gradings, caches: caches, deferred: deferred)
    }

    /// Goes on from a finished evaluation with a program and columns of its own: threads that count references to the
    /// same formulas and columns wait for one another most of the time.
    package init(_ finished: Finished) {
        program = finished.program.setting([]).program ?? finished.program
        data = finished.data
        for table in data.tables.indices {
            data.tables[table].columns = data.tables[table].columns.map { $0?.copied }
        }
        given = finished.given
        planValues = finished.planValues
        populations = finished.populations
        knownGradings = finished.gradings
        caches = finished.caches
        caches.related = caches.related.mapValues { rows in rows.map { $0.map { $0 } } }
        deferred = finished.deferred
    }

    /// Evaluates the columns that are wanted and all that they need; all computed columns when `wanted` is `nil`.
    package func run(wanted: Set<ColumnReference>? = nil) {
        given = Self.columns(of: data)
        planValues = Array(repeating: .missing, count: program.planValues.count)
        evaluatePlan()
        let needed = wanted.map(closure)
        if let needed { reportNotGiven(needed) }
        if !problems.isEmpty { return }
        for column in program.order where needed?.contains(column) ?? true { compute(column) }
        checkRules()
        if wanted == nil {
            // What is shown is used.
            for assessment in program.assessments {
                for row in population(assessment.table) {
                    with(assessment.table, row) { for column in assessment.output { _ = value(column.formula) } }
                }
            }
        }
    }

    /// The computed columns that can be computed although an example leaves out some of what others need.
    package func possible() -> Set<ColumnReference> {
        Set(
            program.order.filter { column in
                closure([column]).allSatisfy { !data.tables[$0.table].notGiven.contains($0.column) }
            })
    }

    /// Constants use one another only in the order in which they can.
    func evaluatePlan() {
        var pending = Set(program.planValues.indices)
        while !pending.isEmpty {
            let ready = pending.filter { index in
                var waits = false
                program.planValues[index].formula.visit { formula in
                    if case .planValue(let other) = formula.kind, pending.contains(other), other != index {
                        waits = true
                    }
                }
                return !waits
            }
            if ready.isEmpty { return }
            for index in ready.sorted() {
                planValues[index] = value(program.planValues[index].formula)
                pending.remove(index)
            }
        }
    }

    private func closure(_ wanted: Set<ColumnReference>) -> Set<ColumnReference> {
        // What is given is not computed from anything.
        program.closure(wanted) { !isGiven($0) }
    }

    func isGiven(_ column: ColumnReference) -> Bool {
        data.tables[column.table].columns[column.column] != nil
    }

    /// Columns that an example leaves out although what it expects depends on them.
    private func reportNotGiven(_ needed: Set<ColumnReference>) {
        for column in needed.sorted() where data.tables[column.table].notGiven.contains(column.column) {
            let table = program.tables[column.table]
            problems.append(
                Diagnostic(
                    DataProblem.notGiven(column: table.columns[column.column].name, table: table.name),
                    at: data.tables[column.table].place))
        }
    }

    // MARK: Columns

    private func compute(_ reference: ColumnReference) {
        let (table, column) = (reference.table, reference.column)
        if data.tables[table].columns[column] != nil { return }
        let definition = program.tables[table].columns[column]
        switch definition.definition {
        case .stored: data.tables[table].columns[column] = []
        case .value(let formula): fill(reference, defers: true) { self.value(formula) }
        case .population(let condition): fill(reference) { self.value(condition) }
        case .groupKey(let position): groupRows(table, position)
        case .score(let section):
            let assessment = program.assessments[program.tables[table].assessment!]
            fill(reference) { .number(self.score(assessment.sections[section].body)) }
        case .grade(let grade): computeGrade(program.tables[table].assessment!, grade)
        case .place: break
        case .gradeValue(let grade, let value):
            let rows = program.assessments[program.tables[table].assessment!].grades[grade].rows
            let column = program.assessments[program.tables[table].assessment!].grades[grade].gradeColumn
            fill(reference) {
                guard case .choice(let row) = self.cell(table, column, self.frames[0].row) else { return .missing }
                return self.value(rows[row].values[value])
            }
        case .requirement(let index):
            let requirement = program.assessments[program.tables[table].assessment!].requirements[index]
            fill(reference) { self.meets(requirement).map(Value.bool) ?? .missing }
        case .met, .lacking: fill(reference, body(of: reference))
        }
    }

    /// How one value of 达标 or 缺少 is worked out.
    private func body(of reference: ColumnReference) -> () -> Value {
        let table = reference.table
        let requirements = requirementColumns(table)
        if case .met = program.tables[table].columns[reference.column].definition {
            return {
                .bool(requirements.allSatisfy { self.cell(table, $0.column, self.frames[0].row) != .bool(false) })
            }
        }
        return { .text(self.lacking(requirements, table)) }
    }

    /// Computes a column row by row; rows outside the population have no value in the columns of an assessment.
    private func fill(_ reference: ColumnReference, defers: Bool = false, _ body: () -> Value) {
        let table = reference.table
        var values = [Value](repeating: .missing, count: data.tables[table].rowCount)
        func one(_ row: Int) {
            frames.append(Frame(table: table, row: row, members: []))
            deferring = defers ? CellKey(column: reference, row: row) : nil
            values[row] = body()
            deferring = nil
            frames.removeLast()
        }
        if program.tables[table].columns[reference.column].assessed {
            for row in population(table) { one(row) }
        } else {
            for row in values.indices { one(row) }
        }
        data.tables[table].columns[reference.column] = Column(packing: values)
    }

    func cell(_ table: Int, _ column: Int, _ row: Int) -> Value {
        guard let value = data.tables[table].columns[column]?.value(row) else { return .missing }
        // A value may be there although a part of it went wrong: a sum without one of its records.
        if !deferred.isEmpty,
            let problem = deferred[CellKey(column: ColumnReference(table, column), row: row)]
        {
            note(problem)
        }
        return value
    }

    /// The cells of a row by their names, of some columns or of all, or those that all rows of a group share.
    func cells(
        _ table: Int, _ row: Int, of columns: [Int]? = nil, shared rows: [Int] = [], separator: String
    ) -> String {
        program.tables[table].columns.enumerated().compactMap { index, column -> String? in
            guard columns?.contains(index) ?? column.isGiven else { return nil }
            // The reference by which it belongs to the row at home says nothing new.
            if case .row(let target) = column.type.kind, target == frames.first?.table { return nil }
            let value = cell(table, index, row)
            if value == .missing || rows.contains(where: { cell(table, index, $0) != value }) { return nil }
            return "\(column.name) \(typed(value, column.type))"
        }.joined(separator: separator)
    }

    /// A value as it is typed: ratios as per cent.
    func typed(_ value: Value, _ type: ValueType) -> String {
        if type.unit == .percent, let number = value.number { return CellReader.percentText(number) }
        return program.text(value, type, data)
    }

    /// The assessed rows of a table; all rows where it has no condition.
    package func population(_ table: Int) -> [Int] {
        if let known = populations[table] { return known }
        var rows = Array(0..<data.tables[table].rowCount)
        if let assessment = program.tables[table].assessment,
            let column = program.assessments[assessment].population
        {
            rows = rows.filter { cell(table, column, $0) == .bool(true) }
        }
        populations[table] = rows
        return rows
    }

    // MARK: Requirements

    private func requirementColumns(_ table: Int) -> [(column: Int, requirement: Requirement)] {
        let requirements = program.assessments[program.tables[table].assessment!].requirements
        return program.tables[table].columns.enumerated().compactMap { index, column in
            if case .requirement(let position) = column.definition { (index, requirements[position]) } else { nil }
        }
    }

    /// Whether a requirement is met; `nil` where it does not apply.
    private func meets(_ requirement: Requirement) -> Bool? {
        guard let plan = requirement.rows else {
            if !applies(requirement.when) { return nil }
            return decides(requirement.condition)
        }
        var met = true
        for element in elements(of: plan) {
            frames.append(element)
            if applies(requirement.when), !decides(requirement.condition) {
                met = false
            }
            frames.removeLast()
        }
        return met
    }

    private func lacking(_ requirements: [(column: Int, requirement: Requirement)], _ table: Int) -> String {
        var lacking: [String] = []
        for (column, requirement) in requirements where cell(table, column, frames[0].row) == .bool(false) {
            guard let plan = requirement.rows else {
                lacking.append(shortfall(requirement))
                continue
            }
            // Rows are named by their keys and in the order of these, without keys by their cells, groups by what makes
            // them groups: where they stand in the file decides nothing.
            let groupKeys = plan.groupKeys
            let isKeyed = !program.tables[plan.table].keys.isEmpty && groupKeys == nil
            let rows = elements(of: plan)
            var short: [String] = []
            for element in isKeyed ? rows.sorted(by: { listedRows(plan.table, $0.row, $1.row) < 0 }) : rows {
                frames.append(element)
                if applies(requirement.when), value(requirement.condition) != .bool(true) {
                    let (table, row) = (element.table, element.row)
                    let name =
                        isKeyed
                        ? program.rowText(table, row, data) : cells(table, row, of: groupKeys, separator: "，")
                    short.append("\(name) \(shortfall(requirement))")
                }
                frames.removeLast()
            }
            lacking += isKeyed ? short : short.sorted()
        }
        return lacking.joined(separator: "；")
    }

    /// What a requirement lacks, with the difference where it compares two numbers.
    private func shortfall(_ requirement: Requirement) -> String {
        if case .comparison(_, let left, let right) = requirement.condition.kind,
            case .number(let a) = value(left), case .number(let b) = value(right)
        {
            return "\(requirement.name)（差 \((b - a).magnitude)）"
        }
        return requirement.name
    }
}
