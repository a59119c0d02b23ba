import Diagnostics
import RuleSemantics
import Tables

/// What goes wrong: reported once, put off where it is in a named value, kept with results that are kept.
extension Evaluator {
    /// The row that a problem concerns, and what would mend it.
    struct Concern {
        enum Remedy {
            case none
            /// A row with these keys.
            case add(table: Int, keys: [Value])
            /// Fewer rows.
            case remove(table: Int, rows: [Int])
        }

        var table: Int
        var row: Int
        var remedy: Remedy
    }

    /// Who is being computed, for messages.
    var who: String {
        guard let frame = frames.first else { return program.title }
        return program.rowText(frame.table, frame.row, data)
    }

    /// Reports a problem of the innermost row, once.
    func report(_ problem: DataProblem, remedy: @autoclosure () -> Concern.Remedy = .none) {
        let place = frames.last.map { data.place(table: $0.table, row: max(0, $0.row)) } ?? .none
        let diagnostic = Diagnostic(problem, at: place)
        if concerns != nil, let frame = frames.last, frame.row >= 0 {
            concerns?[diagnostic] = Concern(table: frame.table, row: frame.row, remedy: remedy())
        }
        note(diagnostic)
    }

    /// Runs the body and keeps what went wrong in it, so that a result kept for others brings it to them too.
    func noting<T: Sendable>(_ body: () -> T) -> Noted<T> {
        let outer = noticed
        noticed = nil
        defer { noticed = outer ?? noticed }
        let value = body()
        return Noted(value: value, problem: noticed)
    }

    /// Runs the body and keeps what goes wrong in it, of which nothing is said.
    func quietly<T: Sendable>(_ body: () -> T) -> Noted<T> {
        let outer = (noticed, isQuiet)
        (noticed, isQuiet) = (nil, true)
        defer { (noticed, isQuiet) = outer }
        let value = body()
        return Noted(value: value, problem: noticed)
    }

    /// A kept result, with what went wrong in it said again to whoever uses it.
    func value<T: Sendable>(of kept: Noted<T>) -> T {
        if let problem = kept.problem { note(problem) }
        return kept.value
    }

    func note(_ diagnostic: Diagnostic) {
        noticed = noticed ?? diagnostic
        if isQuiet { return }
        if let cell = deferring {
            deferred[cell] = deferred[cell] ?? diagnostic
        } else if problems.count > mostTold {
            return
        } else if reported.insert(diagnostic).inserted {
            problems.append(
                problems.count < mostTold
                    ? diagnostic : Diagnostic(DataProblem.tooMany(mostTold, column: nil), at: .none))
        }
    }
}
