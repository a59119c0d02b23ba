import RuleSemantics
import RuleSyntax
import Tables

/// The texts and numbers that rules ask columns for: `学年 = 年度`, `学期["上"]`. Data made at random hold them often,
/// so that the rules have something to find.
struct SampleWords {
    private let program: Program
    private(set) var words: [ColumnReference: [String]] = [:]
    /// The columns that are looked up: a word that the lookup has not got may lead to an error.
    private(set) var lookedUp: Set<ColumnReference> = []
    /// The table whose rows stand in each frame of the formula being looked at.
    private var frames: [Int: Int] = [:]

    init(_ program: Program) {
        self.program = program
        look()
    }

    private mutating func look() {
        for (index, table) in program.tables.enumerated() {
            for column in table.columns {
                switch column.definition {
                case .value(let formula), .population(let formula): look(formula, home: index)
                default: break
                }
            }
            if case .derived(let plan, _) = table.kind {
                frames = [plan.frame: plan.table]
                plan.visit { look(at: $0) }
            }
        }
        for assessment in program.assessments {
            for section in assessment.sections { look(section.body, home: assessment.table) }
        }
    }

    private mutating func look(_ body: SectionBody, home: Int) {
        for choice in body.score {
            look(choice.value, home: home)
            if let when = choice.when { look(when, home: home) }
        }
        for part in body.parts {
            if let when = part.when { look(when, home: home) }
            switch part.kind {
            case .amount(let formula): look(formula, home: home)
            case .each(let plan, let inner):
                frames = [0: home, plan.frame: plan.table]
                plan.visit { look(at: $0) }
                look(inner, home: home)
            }
        }
        for void in body.voids { look(void.condition, home: home) }
    }

    private mutating func look(_ formula: Formula, home: Int) {
        frames[0] = home
        formula.visit { look(at: $0) }
    }

    private mutating func look(at part: Formula) {
        switch part.kind {
        case .aggregate(let aggregate):
            if let rows = aggregate.rows { frames[rows.frame] = rows.table }
        case .comparison(let comparison, let left, let right):
            if let column = column(left), let text = constant(right, comparison) { add(text, column) }
            if let column = column(right), let text = constant(left, comparison) { add(text, column) }
        case .find(let table, let keys), .findOrError(let table, let keys):
            for (position, key) in zip(program.tables[table].keys, keys) {
                if let text = constant(key, .equal) { add(text, ColumnReference(table, position)) }
            }
            // A column that is looked up holds the words of the lookup.
            if case .lookup(let lookup) = program.tables[table].kind {
                for (position, key) in keys.enumerated() {
                    guard let column = column(key) else { continue }
                    lookedUp.insert(column)
                    for row in lookup.rows where position < row.keys.count {
                        if case .value(let value) = row.keys[position], let text = text(value) { add(text, column) }
                    }
                }
            }
        default: break
        }
    }

    private mutating func add(_ text: String, _ column: ColumnReference) {
        if !(words[column] ?? []).contains(text) { words[column, default: []].append(text) }
    }

    private func column(_ formula: Formula) -> ColumnReference? {
        switch formula.kind {
        case .column(let frame, let column): frames[frame].map { ColumnReference($0, column) }
        case .field(_, let table, let column): ColumnReference(table, column)
        case .otherwise(let value, _), .orError(let value): column(value)
        default: nil
        }
    }

    private func text(_ value: Value) -> String? {
        switch value {
        case .text(let text): text
        case .number(let number): number.description
        default: nil
        }
    }

    /// The text of a constant that a cell could hold.
    private func constant(_ formula: Formula, _ comparison: Comparison) -> String? {
        guard comparison == .equal else { return nil }
        switch formula.kind {
        case .constant(.text(let text)): return text
        case .constant(.number(let number)): return number.description
        case .constant(.date(let date)): return date.description
        case .planValue(let index): return constant(program.planValues[index].formula, comparison)
        case .find(_, let keys) where keys.count == 1: return constant(keys[0], comparison)
        default: return nil
        }
    }
}
