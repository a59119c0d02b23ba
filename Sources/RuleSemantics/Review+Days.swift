import Diagnostics
import RuleSyntax
import Tables

/// From one day to another, both of them columns of one row.
struct DayDistance {
    var table: Int
    var first: Int
    var last: Int
    var isSpan: Bool
    var range: SourceRange
}

/// Days between two columns that a rule of their table puts the other way round.
extension Resolver {
    /// Remembers how far it is from one day to another, for when the rules of all tables are known.
    func noteDistance(_ first: Formula, _ last: Formula, _ range: SourceRange, _ scope: Scope, isSpan: Bool = false) {
        guard let from = place(first, scope), let to = place(last, scope), from.table == to.table, from.row == to.row
        else { return }
        distances.append(
            DayDistance(table: from.table, first: from.column, last: to.column, isSpan: isSpan, range: range))
    }

    /// Of a column: its table, and of which row it is.
    private func place(_ formula: Formula, _ scope: Scope) -> (table: Int, column: Int, row: String)? {
        switch formula.kind {
        case .column(let frame, let column): (scope.frames[frame].table, column, "frame \(frame)")
        case .field(let row, let table, let column): (table, column, row.signature)
        default: nil
        }
    }

    func reviewDistances() {
        var told = Set<SourceRange>()
        for distance in distances {
            for requirement in tables[distance.table].requirements where requirement.when == nil {
                let isReversed = Self.order(requirement.condition).contains {
                    $0.early == distance.last && $0.late == distance.first
                }
                guard isReversed, told.insert(distance.range).inserted else { continue }
                report(
                    .daysReversed(text(distance.range), rule: requirement.name, isSpan: distance.isSpan),
                    distance.range, [label(requirement.range, "要求在这里", "the requirement is here")])
            }
        }
    }

    /// The columns of a row of which a condition says that one is not before the other.
    private static func order(_ condition: Formula) -> [(early: Int, late: Int)] {
        switch condition.kind {
        case .all(let parts): return parts.flatMap(order)
        // Where a day is missing there is no distance either.
        case .otherwise(let inner, _), .orError(let inner): return order(inner)
        case .comparison(let comparison, let left, let right):
            guard case .column(0, let a) = left.kind, case .column(0, let b) = right.kind else { return [] }
            switch comparison {
            case .greater, .greaterEqual: return [(early: b, late: a)]
            case .less, .lessEqual: return [(early: a, late: b)]
            case .equal, .unequal: return []
            }
        default: return []
        }
    }
}
