package import Diagnostics
import RuleSemantics
import RuleSyntax
import Tables

/// The rules that tables state about their own rows.
extension Evaluator {
    /// The rows that break the rules of their tables; nothing else is evaluated.
    package func brokenRules() -> [Diagnostic] {
        var read = Set<ColumnReference>()
        for (index, table) in program.tables.enumerated() {
            for requirement in table.requirements { read.formUnion(columns(of: requirement, index)) }
        }
        run(wanted: read)
        return problems
    }

    /// The same where other cells of the data cannot be read: of rules that look at nothing but the cells of their row,
    /// and of rows in which nothing else is wrong.
    package func brokenRules(besides known: [Diagnostic]) -> [Diagnostic] {
        var rows = Set<DataPlace>()
        var files = Set<String>()
        for problem in known where problem.severity == .error {
            guard case .data(let place) = problem.place else { continue }
            if let row = place.row {
                rows.insert(DataPlace(file: place.file, row: row))
            } else {
                files.insert(place.file)
            }
        }
        planValues = Array(repeating: .missing, count: program.planValues.count)
        evaluatePlan()
        if !problems.isEmpty { return [] }
        for (index, table) in program.tables.enumerated() {
            for requirement in table.requirements where isOfCells(requirement, index) {
                check(requirement, index) { row in
                    guard case .data(let place) = data.place(table: index, row: row) else { return false }
                    return !files.contains(place.file) && !rows.contains(DataPlace(file: place.file, row: place.row))
                }
            }
        }
        return problems
    }

    /// Whether a rule looks at cells of its own row alone, all of which were read.
    private func isOfCells(_ requirement: Requirement, _ table: Int) -> Bool {
        var isPlain = true
        func look(_ formula: Formula) {
            formula.visit { part in
                switch part.kind {
                case .field, .find, .findOrError, .row: isPlain = false
                case .aggregate(let aggregate): if aggregate.rows != nil { isPlain = false }
                default: break
                }
            }
        }
        look(requirement.condition)
        if let when = requirement.when { look(when) }
        let count = data.tables[table].rowCount
        return isPlain
            && columns(of: requirement, table).allSatisfy { reference in
                guard case .stored = program.tables[table].columns[reference.column].definition else { return false }
                return data.tables[table].columns[reference.column]?.count == count
            }
    }

    /// Checks all rules; those that need what an example leaves out are passed over.
    func checkRules() {
        for (index, table) in program.tables.enumerated() {
            for requirement in table.requirements {
                let columns = columns(of: requirement, index)
                if columns.contains(where: { data.tables[index].notGiven.contains($0.column) || !isGiven($0) }) {
                    continue
                }
                check(requirement, index) { _ in true }
            }
        }
    }

    /// Of the rows that break a rule the first are told one by one, the others together.
    private func check(_ requirement: Requirement, _ table: Int, where isLookedAt: (Int) -> Bool) {
        var told = 0
        var others: [DataPlace] = []
        for row in 0..<data.tables[table].rowCount where isLookedAt(row) {
            let isBroken = with(table, row) {
                applies(requirement.when) && value(requirement.condition) != .bool(true)
            }
            guard isBroken, problems.count <= mostTold else { continue }
            if told >= DataProblem.toldOfRule, concerns == nil,
                case .data(let place) = data.place(table: table, row: row)
            {
                others.append(place)
                continue
            }
            told += 1
            let problem = broken(requirement, table, row)
            concerns?[problem] = Concern(table: table, row: row, remedy: .none)
            note(problem)
        }
        for (_, places) in Dictionary(grouping: others, by: \.file).sorted(by: { $0.key < $1.key }) {
            note(
                Diagnostic(
                    DataProblem.ruleBrokenBelow(
                        requirement.name, rows: places.compactMap(\.row).sorted(), note: requirement.citation.note),
                    at: .data(places[0])))
        }
    }

    /// The columns of its own row that a rule of a table reads.
    private func columns(of requirement: Requirement, _ table: Int) -> [ColumnReference] {
        var columns: [ColumnReference] = []
        func note(_ formula: Formula) {
            formula.visit { part in
                if case .column(0, let column) = part.kind { columns.append(ColumnReference(table, column)) }
            }
        }
        note(requirement.condition)
        if let when = requirement.when { note(when) }
        return columns
    }

    private func broken(_ requirement: Requirement, _ table: Int, _ row: Int) -> Diagnostic {
        var seen = Set<ColumnReference>()
        var cells = columns(of: requirement, table).filter { seen.insert($0).inserted }.map { reference in
            let column = program.tables[table].columns[reference.column]
            return "\(column.name) \(program.text(cell(table, reference.column, row), column.type, data))"
        }
        let figures = quietly {
            with(table, row) {
                compared(requirement.condition).map { "\(text($0)) \(program.text(value($0), $0.type, data))" }
            }
        }
        cells += figures.value
        return Diagnostic(
            DataProblem.ruleBroken(
                requirement.name, cells: cells.joined(separator: "，"), note: requirement.citation.note),
            at: data.place(table: table, row: row))
    }

    /// What a condition compares that is no cell of the row: sums, counts, constants of the plan.
    private func compared(_ condition: Formula) -> [Formula] {
        switch condition.kind {
        case .all(let parts), .any(let parts): parts.flatMap(compared)
        case .not(let inner), .otherwise(let inner, _), .orError(let inner): compared(inner)
        case .comparison(_, let left, let right):
            [left, right].filter { side in
                switch side.kind {
                case .constant, .column: false
                default: true
                }
            }
        default: []
        }
    }
}
