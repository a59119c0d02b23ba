package import Diagnostics
package import RuleSemantics
import RuleSyntax
import Tables

/// The outcome of one 算例.
package struct ExampleOutcome: Sendable {
    package struct Failure: Sendable {
        /// Who and what: `T1 教师考勤`.
        package var row: String
        package var column: String
        package var expected: String
        package var actual: String
        package var range: SourceRange
    }

    package var title: String
    package var failures: [Failure] = []
    package var problems: [Diagnostic] = []
    package var explanations: [String] = []
    package var compared = 0
    package var coverage = Coverage()

    package var passed: Bool { failures.isEmpty && problems.isEmpty }
}

/// Runs the examples of a file through the same reading and evaluation as data.
package struct ExampleRunner {
    let program: Program
    let language: Language

    package init(_ program: Program, language: Language) {
        self.program = program
        self.language = language
    }

    /// So many people of an example are explained; the failures of all are listed.
    private static let explainedLimit = 3

    package func run() -> [ExampleOutcome] { program.file.examples.map(run) }

    /// The examples of the files it builds on, run by the changed rules.
    package func runInherited() -> [ExampleOutcome] { program.file.inherited.map(run) }

    private func run(_ example: ExampleDecl) -> ExampleOutcome {
        let constants = chain(example).flatMap(\.constants)
        if constants.isEmpty { return evaluate(example) }
        let checked = program.setting(constants)
        guard let changed = checked.program else {
            return ExampleOutcome(title: example.title.text, problems: checked.diagnostics)
        }
        return ExampleRunner(changed, language: language).evaluate(example)
    }

    private func evaluate(_ example: ExampleDecl) -> ExampleOutcome {
        var outcome = ExampleOutcome(title: example.title.text)
        var builder = ExampleData(program)
        for table in chain(example).flatMap(\.tables) { builder.add(table) }
        let (data, problems) = builder.dataset(title: example.title.range)
        outcome.problems = problems
        if !problems.isEmpty { return outcome }
        let evaluator = Evaluator(program, data)
        evaluator.coverage = Coverage()
        let expectations = example.expectations.map { resolved($0) }
        evaluator.run(wanted: Set(expectations.flatMap(\.columns).compactMap { $0 }))
        outcome.problems = evaluator.problems
        outcome.coverage = evaluator.coverage ?? Coverage()
        outcome.coverage.addDefaults(data, program)
        if !evaluator.problems.isEmpty { return outcome }
        var wrong: [(assessment: Int, row: Int)] = []
        for expectation in expectations { compare(expectation, evaluator, &outcome, &wrong) }
        if !wrong.isEmpty {
            // To be explained, all is computed that can be, not only what was expected.
            let whole = Evaluator(program, data)
            whole.run(wanted: whole.possible())
            let explainer = Explainer(whole, language: language)
            outcome.explanations = wrong.prefix(Self.explainedLimit).map {
                explainer.explain($0.assessment, $0.row).text
            }
        }
        return outcome
    }

    /// An example after those that it starts from.
    private func chain(_ example: ExampleDecl) -> [ExampleDecl] {
        var chain = [example]
        while let base = chain[0].base,
            let next = (program.file.examples + program.file.inherited).first(where: { $0.title.text == base.text }),
            !chain.contains(where: { $0.title.text == next.title.text })
        {
            chain.insert(next, at: 0)
        }
        return chain
    }

    private struct Expectation {
        var table: Int
        var decl: ExampleDecl.Table
        /// `nil` where a header is not found.
        var columns: [ColumnReference?]
    }

    private func resolved(_ decl: ExampleDecl.Table) -> Expectation {
        let table =
            decl.name.text.isEmpty
            ? program.assessments[0].table
            : program.tables.firstIndex { $0.name == decl.name.text } ?? program.assessments[0].table
        let columns = decl.headers.map { header in
            program.column(header.text, table).map { ColumnReference(table, $0) }
        }
        return Expectation(table: table, decl: decl, columns: columns)
    }

    private func compare(
        _ expectation: Expectation, _ evaluator: Evaluator, _ outcome: inout ExampleOutcome,
        _ wrong: inout [(assessment: Int, row: Int)]
    ) {
        let table = program.tables[expectation.table]
        let keyPositions = expectation.columns.indices.filter { index in
            expectation.columns[index].map { table.keys.contains($0.column) } ?? false
        }
        for row in expectation.decl.rows {
            let key = keyPositions.map { row[$0].text }
            guard let found = find(key, keyPositions, expectation, evaluator) else {
                outcome.problems.append(
                    Diagnostic(
                        DataProblem.unknownPerson(
                            key.joined(separator: " "),
                            key: keyPositions.map { expectation.decl.headers[$0].text }.joined(separator: " "),
                            nearest: nil),
                        at: .rules(row.first?.range ?? expectation.decl.range)))
                continue
            }
            var failed = false
            for (index, cell) in row.enumerated() where !keyPositions.contains(index) {
                guard let column = expectation.columns[index] else { continue }
                outcome.compared += 1
                let type = table.columns[column.column].type
                let known = evaluator.problems.count
                var value = evaluator.cell(expectation.table, column.column, found)
                if evaluator.problems.count > known {
                    // A figure that could not be had is no figure, and that may be expected.
                    value = .missing
                    if !cell.isEmpty { outcome.problems += evaluator.problems[known...] }
                }
                if agrees(cell, value, type, evaluator.data) { continue }
                failed = true
                let actual = value == .missing ? "-" : program.text(value, type, evaluator.data)
                outcome.failures.append(
                    ExampleOutcome.Failure(
                        row: program.rowText(expectation.table, found, evaluator.data),
                        column: expectation.decl.headers[index].text, expected: cell.text, actual: actual,
                        range: cell.range))
            }
            if failed, let assessment = table.assessment { wrong.append((assessment, found)) }
        }
    }

    /// The row with the listed keys; without a key column the only row.
    private func find(_ key: [String], _ positions: [Int], _ expectation: Expectation, _ evaluator: Evaluator) -> Int? {
        let count = evaluator.data.tables[expectation.table].rowCount
        if positions.isEmpty { return count == 1 ? 0 : nil }
        return (0..<count).first { row in
            zip(positions, key).allSatisfy { position, text in
                guard let column = expectation.columns[position] else { return false }
                let type = program.tables[expectation.table].columns[column.column].type
                let value = evaluator.cell(expectation.table, column.column, row)
                if program.text(value, type, evaluator.data) == text { return true }
                return value.number.map { $0 == Number(decimal: text) } ?? false
            }
        }
    }

    /// Whether a figure is the listed one: numbers exactly, `1/3` and per cent allowed; `-` is no value.
    private func agrees(_ cell: Cell, _ value: Value, _ type: ValueType, _ data: Dataset) -> Bool {
        if cell.isEmpty { return value == .missing || value == .text("") }
        if case .number(let number) = value { return exactNumber(cell.text) == number }
        return program.text(value, type, data) == cell.text
    }

    private func exactNumber(_ text: String) -> Number? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count == 2, let above = Number(decimal: parts[0]), let below = Number(decimal: parts[1]) {
            return above.divided(by: below)
        }
        if text.hasSuffix("%") || text.hasSuffix("％") { return Number(decimal: text.dropLast())?.divided(by: 100) }
        return Number(decimal: text)
    }
}

extension Program {
    /// A column by the header of an example: its name, `项目.量`, or its header in the data.
    package func column(_ header: String, _ table: Int) -> Int? {
        let columns = tables[table].columns
        if let index = columns.firstIndex(where: { $0.name == header }) { return index }
        let stored = columns.firstIndex { column in
            column.schema?.header == header
        }
        if let stored { return stored }
        switch header {
        case "total": return columns.firstIndex { if case .score(0) = $0.definition { true } else { false } }
        case "名次", "rank": return columns.firstIndex { if case .place(0) = $0.definition { true } else { false } }
        case "met": return columns.firstIndex { if case .met = $0.definition { true } else { false } }
        case "lacking": return columns.firstIndex { if case .lacking = $0.definition { true } else { false } }
        default:
            guard header.hasSuffix(".rank") else { return nil }
            return columns.firstIndex { $0.name == header.dropLast(5) + ".名次" }
        }
    }
}
