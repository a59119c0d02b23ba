package import Diagnostics
package import RuleSemantics
import RuleSyntax
import Tables

/// Which rules, conditions, lookup rows and defaults the examples have reached.
package struct Coverage: Sendable {
    enum Mark: Hashable, Sendable {
        /// A condition that came out so.
        case condition(SourceRange, Bool)
        /// A case, an amount or a score that was used.
        case used(SourceRange)
        /// A row of a lookup, by its place in the file.
        case row(SourceRange)
        /// The 默认 of a column, taken by an empty cell.
        case defaulted(SourceRange)
    }

    /// Something that no example has reached.
    package struct Gap: Hashable, Sendable {
        package var range: SourceRange
        package var text: Bilingual
    }

    var reached: Set<Mark> = []

    package init() {}

    package mutating func add(_ other: Coverage) { reached.formUnion(other.reached) }

    /// The defaults that the data of an example have taken.
    mutating func addDefaults(_ data: Dataset, _ program: Program) {
        for (table, definition) in zip(data.tables, program.tables) {
            for column in table.defaulted { reached.insert(.defaulted(definition.columns[column].range)) }
        }
    }

    /// What there is to reach in a program, and what of it was not, in the order of the file.
    package func gaps(_ program: Program) -> (total: Int, gaps: [Gap]) {
        var marks: [Mark] = []
        var seen = Set<Mark>()
        func want(_ mark: Mark) { if seen.insert(mark).inserted { marks.append(mark) } }
        func conditions(_ formula: Formula) {
            want(.condition(formula.range, true))
            want(.condition(formula.range, false))
        }
        func search(_ formula: Formula) {
            formula.visit { part in
                switch part.kind {
                case .choose(let branches, let last):
                    for branch in branches { want(.used(branch.value.range)) }
                    if let last { want(.used(last.formula.range)) }
                case .aggregate(let aggregate):
                    for case .filter(let condition) in aggregate.rows?.operations ?? [] { conditions(condition) }
                default: break
                }
            }
        }
        func search(_ body: SectionBody) {
            for void in body.voids {
                conditions(void.condition)
                search(void.condition)
            }
            for choice in body.score {
                if let when = choice.when { conditions(when) }
                want(.used(choice.value.range))
                search(choice.value)
            }
            if let start = body.start { search(start) }
            for part in body.parts {
                if let when = part.when { conditions(when) }
                switch part.kind {
                case .amount(let formula):
                    want(.used(formula.range))
                    search(formula)
                case .each(let plan, let inner):
                    for case .filter(let condition) in plan.operations { conditions(condition) }
                    search(inner)
                }
            }
        }
        for table in program.tables {
            if case .lookup(let lookup) = table.kind {
                for row in lookup.rows where !row.values.allSatisfy(\.isMissing) { want(.row(row.range)) }
            }
            for column in table.columns {
                switch column.definition {
                case .value(let formula): search(formula)
                case .stored(let schema): if schema.defaultValue != nil { want(.defaulted(column.range)) }
                case .groupKey, .population, .score, .grade, .place, .gradeValue, .requirement, .met, .lacking: break
                }
            }
        }
        for assessment in program.assessments {
            for section in assessment.sections { search(section.body) }
            for grade in assessment.grades {
                for row in grade.rows { want(.row(row.range)) }
                for condition in grade.placements + grade.bars { conditions(condition.condition) }
            }
            for requirement in assessment.requirements { conditions(requirement.condition) }
        }
        let gaps = marks.filter { !reached.contains($0) }.map { mark in
            switch mark {
            case .condition(let range, true):
                Gap(range: range, text: Bilingual("没有算例使这个条件成立", "no example makes this condition hold"))
            case .condition(let range, false):
                Gap(range: range, text: Bilingual("没有算例使这个条件不成立", "no example makes this condition fail"))
            case .used(let range): Gap(range: range, text: Bilingual("没有算例用到这里", "no example uses this"))
            case .row(let range): Gap(range: range, text: Bilingual("没有算例查到或评到这里", "no example reaches this"))
            case .defaulted(let range):
                Gap(
                    range: range,
                    text: Bilingual("没有算例让这一列空着，用到默认", "no example leaves this column empty for its default"))
            }
        }
        return (marks.count, gaps.sorted { ($0.range.start, $0.text.zh) < ($1.range.start, $1.text.zh) })
    }
}
