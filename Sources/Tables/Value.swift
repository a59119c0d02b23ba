/// One value of a cell or of a formula.
package enum Value: Hashable, Sendable {
    case missing
    case number(Number)
    case text(String)
    case bool(Bool)
    case date(CalendarDate)
    case month(CalendarMonth)
    /// The position of a choice in its list, from 0.
    case choice(Int)
    /// The index of a row in the table that a reference names.
    case row(Int)
    /// Both ends included.
    case span(CalendarDate, CalendarDate)

    package var number: Number? { if case .number(let number) = self { number } else { nil } }
    package var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }
    package var isMissing: Bool { self == .missing }
}
