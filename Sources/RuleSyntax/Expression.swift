package import Diagnostics
package import Tables

/// A name as it stands in the text.
package struct Name: Hashable, Sendable {
    package var text: String
    package var range: SourceRange

    package init(_ text: String, _ range: SourceRange) {
        self.text = text
        self.range = range
    }
}

/// An expression with its place.
package struct Expression: Sendable {
    package var kind: Kind
    package var range: SourceRange

    package init(_ kind: Kind, _ range: SourceRange) {
        self.kind = kind
        self.range = range
    }

    package indirect enum Kind: Sendable {
        /// `30`, `30%`
        case number(Number, percent: Bool)
        case date(CalendarDate)
        case month(CalendarMonth)
        /// `"…"`, and words that begin with a digit: a text or a choice, as the other side asks.
        case text(String)
        /// `是`, `否`
        case bool(Bool)
        case name(String)
        /// `全体`
        case everyone
        /// `本.x`
        case own(Name)
        /// `a.b`
        case member(Expression, Name)
        /// `T[k, k]`
        case index(Expression, [Expression])
        case call(Call)
        case negate(Expression)
        case arithmetic(Arithmetic, Expression, Expression)
        case comparison(Comparison, Expression, Expression)
        /// `x 在 (a, b)`
        case among(Expression, [Expression])
        /// `x 在 a..b`
        case between(Expression, Expression, Expression)
        /// `x 在 期限`
        case inside(Expression, Expression)
        /// `a 至 b`
        case span(Expression, Expression)
        case not(Expression)
        case all([Expression])
        case any([Expression])
        /// `按 x (a: v, …)`, or `按 (c: v, …)` without a subject
        case choose(Expression?, [Case])
        /// `e 若缺 v`
        case otherwise(Expression, Expression)
        /// `e 若缺 报错`
        case orError(Expression)
        /// `e 保底 v`
        case floor(Expression, Expression)
        /// `e 封顶 v`
        case cap(Expression, Expression)
        case rounded(Expression, Rounding)
        case rows(RowSet)
    }

    package struct Case: Sendable {
        package var key: Key
        package var value: Expression
    }

    package enum Key: Sendable {
        case rest(SourceRange)
        /// A condition, where no subject is named.
        case condition(Expression)
        case value(Expression)
        case range(Expression, Expression)
        case compared(Comparison, Expression)
    }

    /// `f(e, e 于 R)`, `f(R)` or `f(e, e)`.
    package struct Call: Sendable {
        package var function: Function
        package var name: Name
        package var arguments: [Argument]
        package var over: RowSet?
    }

    package struct Argument: Sendable {
        package var value: Expression
        package var ascending: Bool
    }
}

package enum Arithmetic: String, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
}

package enum Comparison: String, Sendable {
    case equal = "="
    case unequal = "!="
    case less = "<"
    case lessEqual = "<="
    case greater = ">"
    case greaterEqual = ">="

    init?(_ symbol: Symbol) {
        self.init(rawValue: symbol.rawValue)
    }
}

/// `小数 2 位 四舍五入`
package struct Rounding: Hashable, Sendable {
    package var places: Int
    package var mode: RoundingMode
    package var range: SourceRange
}

/// Rows of a table: where they come from, and what is done to them in order.
package struct RowSet: Sendable {
    package enum Source: Sendable {
        /// `T`, `列.T`, `T.列`: what the names mean is the resolver's business.
        case path([Name])
        /// `全体`, `全体.列`
        case everyone([Name])
        /// `全部 T`, `全部 T.列`
        case all([Name])
    }

    package enum Operation: Sendable {
        case when(Expression)
        case same([Name])
        case per([Name])
        case pick(Pick)
    }

    /// `取|去 最高|最低 n [方式] [依 e]`
    package struct Pick: Sendable {
        package var keep: Bool
        package var highest: Bool
        package var count: Expression
        package var rounding: RoundingMode?
        package var by: Expression?
        package var range: SourceRange
    }

    package var source: Source
    package var operations: [Operation]
    package var range: SourceRange

    package init(source: Source, operations: [Operation], range: SourceRange) {
        self.source = source
        self.operations = operations
        self.range = range
    }
}
