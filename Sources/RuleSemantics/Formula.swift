package import Diagnostics
package import RuleSyntax
package import Tables

/// A formula in which every name has been found: columns by number, rows by frame.
///
/// Frame 0 is the row that a formula is evaluated for; each row set that a formula runs over opens the next frame.
package struct Formula: Sendable {
    package indirect enum Kind: Sendable {
        case constant(Value)
        /// A column of the row in a frame.
        case column(frame: Int, column: Int)
        /// The row of a frame itself.
        case row(frame: Int)
        /// A constant of the plan.
        case planValue(Int)
        /// A column of the row that the inner formula yields.
        case field(Formula, table: Int, column: Int)
        /// The row of a keyed table with these keys; missing when there is none.
        case find(table: Int, keys: [Formula])
        /// The same, but no such row is an error of the data.
        case findOrError(table: Int, keys: [Formula])
        case arithmetic(Arithmetic, Formula, Formula)
        case negate(Formula)
        case comparison(Comparison, Formula, Formula)
        /// A choice of one list seen as the choice of the same label in another; missing when it has none.
        case convert(Formula, [Int?])
        case inside(Formula, Formula)
        case has(Formula)
        case not(Formula)
        case all([Formula])
        case any([Formula])
        /// The value behind the first condition that holds, else the last; missing without a last.
        case choose([Branch], Box?)
        case otherwise(Formula, Formula)
        /// Missing is an error of the data here.
        case orError(Formula)
        case floor(Formula, Formula)
        case cap(Formula, Formula)
        case rounded(Formula, Int, RoundingMode)
        case span(Formula, Formula)
        case function(Function, [Formula])
        case aggregate(Aggregate)
    }

    package struct Branch: Sendable {
        package var condition: Formula
        package var value: Formula

        package init(condition: Formula, value: Formula) {
            self.condition = condition
            self.value = value
        }
    }

    /// A formula behind an optional.
    package struct Box: Sendable {
        package var formula: Formula

        package init(formula: Formula) {
            self.formula = formula
        }
    }

    package var kind: Kind
    package var type: ValueType
    package var range: SourceRange

    package init(_ kind: Kind, _ type: ValueType, _ range: SourceRange) {
        self.kind = kind
        self.type = type
        self.range = range
    }
}

/// A function over rows, or over a written list when `rows` is `nil`.
package struct Aggregate: Sendable {
    package var function: Function
    package var arguments: [Formula]
    package var ascending: [Bool]
    package var rows: RowsPlan?
    /// Whether the result is the same for every home row with the same matching keys.
    package var shared: Bool
    /// For 名次: whether the current row may be none of the rows, which is an error of the data unless 若缺 follows.
    package var mayBeOutside = false
    package var isTolerant = false
    /// Numbers the aggregates of a program, for caches.
    package var id: Int
}

/// Rows with all their names found.
package struct RowsPlan: Sendable {
    package enum Source: Sendable {
        case all
        /// The assessed rows of the table.
        case population
        /// The rows whose references lead to the row that the formula yields.
        case related(home: Formula, path: [Link])
        /// The rows of the group in a frame.
        case members(frame: Int)
    }

    package enum Operation: Sendable {
        case filter(Formula)
        case group([Int])
        case pick(Pick)
    }

    package struct Pick: Sendable {
        package var keep: Bool
        package var highest: Bool
        package var count: Formula
        package var rounding: RoundingMode?
        package var by: Formula
        package var range: SourceRange
    }

    /// Equal columns asked for by 同: the inner row's column and the outer row's value.
    package struct Match: Sendable {
        package var column: Int
        package var value: Formula

        package init(column: Int, value: Formula) {
            self.column = column
            self.value = value
        }
    }

    package var table: Int
    package var source: Source
    package var matches: [Match]
    package var operations: [Operation]
    /// The frame in which its rows, or its groups, stand.
    package var frame: Int
    /// How the rows are called in explanations.
    package var name: String
    /// The clause of a named row set.
    package var citation: Citation?
    package var range: SourceRange

    /// Whether its elements are groups of rows.
    package var isGrouped: Bool { groupKeys != nil }

    /// The columns that the rows of each of its groups share; `nil` where its elements are rows.
    package var groupKeys: [Int]? {
        for operation in operations.reversed() { if case .group(let keys) = operation { return keys } }
        return nil
    }
}

/// One step up from a row: through a reference, or to the row of a derived table that groups it.
package enum Link: Hashable, Sendable {
    case column(Int)
    case derived(Int)
}
