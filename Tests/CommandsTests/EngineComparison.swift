import Diagnostics
import Platform
import RuleEngine
import RuleSemantics
import Tables

/// What two engines came to on one plan and its data, and where they differ.
struct EngineComparison: Sendable {
    let seed: UInt64
    /// Why the check refuses the plan, where it does.
    private(set) var refusal: String?
    /// Whether the other engine took it.
    private(set) var isCompared = false
    /// The first mistake that evaluation finds in the data.
    private(set) var mistake: String?
    private(set) var differences: [String] = []
    private(set) var constructs = PlanConstructs()

    /// So many differences of one plan are told; more would say the same.
    private static let most = 5

    init(seed: UInt64, _ engine: (Program, Dataset) -> Evaluator? = fastEngine) {
        self.seed = seed
        let plan = RandomPlan(seed: seed)
        let source = SourceFile(name: "random\(seed).rules", text: plan.text)
        let checked = check(source)
        guard let program = checked.program else {
            let renderer = Renderer(language: .zh, source: source)
            refusal = checked.diagnostics.first { $0.severity == .error }.map(renderer.render)
            return
        }
        constructs = PlanConstructs(program)
        let (data, problems) = Self.data(program, seed)
        if problems.hasErrors {
            differences = ["the data do not load: \(problems.map(\.message.zh).first ?? "")"]
            return
        }
        let reference = Evaluator(program, data)
        reference.run()
        mistake = reference.problems.first.map(Renderer(language: .zh, source: source).render)
        guard let fast = engine(program, data) else {
            // What it leaves to the reference comes out as if the reference had done everything.
            let continued = BatchEngine.evaluate(program, data)
            if reference.problems.isEmpty {
                compare(reference, continued)
            } else {
                compareProblems(reference, continued)
            }
            return
        }
        isCompared = true
        compare(reference, fast)
        compareExplanations(reference, fast)
    }

    /// Most data are whatever comes, mistakes included. Some are samples as the program makes them, where rows that
    /// lead to mistakes have been replaced: those take several evaluations to make.
    private static func data(_ program: Program, _ seed: UInt64) -> (data: Dataset, problems: [Diagnostic]) {
        if seed % 30 == 1 {
            return DataLoader.load(program, SampleData.make(program, size: 10, seed: seed).map(\.raw))
        }
        return DataLoader.load(program, RandomData.make(program, seed: seed))
    }

    private mutating func note(_ difference: String) {
        if differences.count < Self.most { differences.append(difference) }
    }

    private mutating func compare(_ reference: Evaluator, _ fast: Evaluator) {
        let program = reference.program
        compareProblems(reference, fast)
        for table in program.tables.indices {
            for column in program.tables[table].columns.indices { compare(table, column, reference, fast) }
            if program.tables[table].assessment != nil, reference.population(table) != fast.population(table) {
                note("\(program.tables[table].name): other rows are assessed")
            }
        }
        compareGradings(reference, fast)
        for (expected, found) in zip(reference.result().sheets, fast.result().sheets) { compare(expected, found) }
    }

    private mutating func compareProblems(_ reference: Evaluator, _ fast: Evaluator) {
        if reference.problems == fast.problems { return }
        let renderer = Renderer(language: .zh, source: reference.program.source)
        let expected = reference.problems.map(renderer.render)
        let found = fast.problems.map(renderer.render)
        if expected != found { note(Self.firstDifference("problem", expected, found)) }
    }

    /// How the figures of the first people of each assessment came about, whatever the formulas are.
    private mutating func compareExplanations(_ reference: Evaluator, _ fast: Evaluator) {
        let program = reference.program
        let (first, second) = (Explainer(reference, language: .zh), Explainer(fast, language: .zh))
        for (index, assessment) in program.assessments.enumerated() {
            for row in reference.population(assessment.table).prefix(2) {
                let (expected, found) = (first.explain(index, row), second.explain(index, row))
                if expected.text != found.text { note("\(assessment.table) \(row): explained in another way") }
                let column = assessment.sections[0].column
                guard let total = expected.parts.first(where: { $0.kind == .total }) else { continue }
                let value = reference.data.tables[assessment.table].columns[column]?[row] ?? .missing
                let figure = program.text(value, program.tables[assessment.table].columns[column].type, reference.data)
                if total.figure != figure { note("\(assessment.table) \(row): another total is explained") }
            }
        }
    }

    /// What explanations say of seats and places.
    private mutating func compareGradings(_ reference: Evaluator, _ fast: Evaluator) {
        for (grade, expected) in reference.gradings {
            let found = fast.gradings[grade]?.groups ?? []
            let isSame = expected.groups.elementsEqual(found) { left, right in
                left.name == right.name && left.members == right.members && left.base == right.base
                    && left.exact == right.exact && left.limits == right.limits && left.placed == right.placed
                    && left.barred == right.barred && left.grades == right.grades && left.places == right.places
            }
            let name = reference.program.assessments[grade.assessment].grades[grade.grade].name
            if !isSame { note("\(name): other groups, seats or places") }
        }
    }

    private mutating func compare(_ expected: Result.Sheet, _ found: Result.Sheet) {
        let columns = [expected, found].map { sheet in
            sheet.columns.map { "\($0.header) \($0.role) \($0.places ?? -1)" }
        }
        let groups = [expected, found].map { sheet in sheet.groups.map { "\($0.name) \($0.rows) \($0.counts)" } }
        if expected.people != found.people {
            note("sheet \(expected.name): " + Self.firstDifference("person", expected.people, found.people))
        } else if expected.rows != found.rows {
            note("sheet \(expected.name): " + Self.firstDifference("row", Array(expected.rows), Array(found.rows)))
        } else if columns[0] != columns[1] {
            note("sheet \(expected.name): " + Self.firstDifference("column", columns[0], columns[1]))
        } else if groups[0] != groups[1] {
            note("sheet \(expected.name): " + Self.firstDifference("group", groups[0], groups[1]))
        }
    }

    private mutating func compare(_ table: Int, _ column: Int, _ reference: Evaluator, _ fast: Evaluator) {
        let program = reference.program
        let definition = program.tables[table].columns[column]
        let expected = reference.data.tables[table].columns[column].map(Array.init)
        let found = fast.data.tables[table].columns[column].map(Array.init)
        guard expected != found else { return }
        let place = "\(program.tables[table].name).\(definition.name)"
        let formula = program.source.text(definition.range)
        guard let expected, let found, expected.count == found.count else {
            note("\(place): \(expected?.count ?? -1) values, found \(found?.count ?? -1)")
            return
        }
        for row in expected.indices where expected[row] != found[row] {
            note("\(place), row \(row): \(expected[row]), found \(found[row]); \(formula)")
            return
        }
    }

    private static func firstDifference<T: Equatable>(_ what: String, _ expected: [T], _ found: [T]) -> String {
        let index = zip(expected, found).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        guard let index else { return "\(expected.count) of \(what), found \(found.count)" }
        return "\(what) \(index): \(expected[index]), found \(found[index])"
    }
}

extension RawTable {
    /// Adds a row with the texts of its cells.
    mutating func append(_ cells: [String], number: Int) {
        for text in cells {
            starts.append(Int32(bytes.count))
            bytes += Array(text.utf8)
            ends.append(Int32(bytes.count))
        }
        rowNumbers.append(Int32(number))
    }
}
