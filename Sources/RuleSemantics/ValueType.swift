package import Tables

/// What a formula yields: its kind, whether it may be missing, and what is known of its numbers.
package struct ValueType: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case number
        case text
        case bool
        case date
        case month
        /// An index into the program's lists of choices.
        case choice(Int)
        /// A row of a table, by the table's index.
        case row(Int)
        case span
        /// A formula that has already been reported; nothing more is said of it.
        case unknown
    }

    package var kind: Kind
    package var optional: Bool
    package var interval: Interval
    package var whole: Bool
    package var unit: Unit

    /// Whether a number counts points or is a share of something; adding the two is a mistake of the plan.
    package enum Unit: Hashable, Sendable {
        case points
        case percent
        /// Constants and quotients, which go with either.
        case open
    }

    package init(
        _ kind: Kind, optional: Bool = false, interval: Interval = .all, whole: Bool = false, unit: Unit = .open
    ) {
        self.kind = kind
        self.optional = optional
        self.interval = interval
        self.whole = whole
        self.unit = unit
    }

    package static let unknown = ValueType(.unknown)
    package static let bool = ValueType(.bool)

    var isUnknown: Bool { kind == .unknown }

    func optional(_ optional: Bool) -> ValueType {
        var copy = self
        copy.optional = optional
        return copy
    }

    /// What either of two formulas of one kind may yield.
    func joined(_ other: ValueType) -> ValueType {
        ValueType(
            kind, optional: optional || other.optional, interval: interval.hull(other.interval),
            whole: whole && other.whole,
            unit: unit == other.unit || other.unit == .open ? unit : unit == .open ? other.unit : .open)
    }
}

/// The numbers a formula can yield, both bounds included; `nil` is no bound.
package struct Interval: Hashable, Sendable {
    package var low: Number?
    package var high: Number?

    package init(_ low: Number?, _ high: Number?) {
        self.low = low
        self.high = high
    }

    package static let all = Interval(nil, nil)
    package static let notNegative = Interval(0, nil)

    package func contains(_ number: Number) -> Bool {
        (low.map { $0 <= number } ?? true) && (high.map { number <= $0 } ?? true)
    }

    /// Whether all that the other interval allows lies within this one.
    func holds(_ other: Interval) -> Bool {
        (low.map { bound in other.low.map { bound <= $0 } ?? false } ?? true)
            && (high.map { bound in other.high.map { $0 <= bound } ?? false } ?? true)
    }

    func hull(_ other: Interval) -> Interval {
        Interval(both(low, other.low, min), both(high, other.high, max))
    }

    static func + (left: Interval, right: Interval) -> Interval {
        Interval(both(left.low, right.low, +), both(left.high, right.high, +))
    }

    static prefix func - (value: Interval) -> Interval {
        Interval(value.high.map { -$0 }, value.low.map { -$0 })
    }

    static func - (left: Interval, right: Interval) -> Interval { left + -right }

    static func * (left: Interval, right: Interval) -> Interval {
        if left == Interval(0, 0) || right == Interval(0, 0) { return Interval(0, 0) }
        if let a = left.low, let b = left.high, let c = right.low, let d = right.high {
            let products = [a * c, a * d, b * c, b * d]
            return Interval(products.min().flatMap(bounded), products.max().flatMap(bounded))
        }
        // One side open: only what the signs say.
        if let a = left.low, let c = right.low, a.signum >= 0, c.signum >= 0 {
            return Interval(bounded(a * c), both(left.high, right.high, *))
        }
        return .all
    }

    static func / (left: Interval, right: Interval) -> Interval {
        if let c = right.low, c.signum > 0 {
            let inverse = Interval(right.high.flatMap { Number(1).divided(by: $0) } ?? 0, Number(1).divided(by: c))
            return left * inverse
        }
        if let a = left.low, a.signum >= 0, let c = right.low, c.signum >= 0 { return Interval(0, nil) }
        return .all
    }

    func atLeast(_ bound: Interval) -> Interval {
        Interval(later(low, bound.low), both(high, bound.high, max))
    }

    func atMost(_ bound: Interval) -> Interval {
        Interval(both(low, bound.low, min), earlier(high, bound.high))
    }

    /// The sum of any number of such numbers, or of at most so many.
    func repeated(atMost count: Int?) -> Interval {
        func end(_ bound: Number?, _ isBeyondZero: (Number) -> Bool) -> Number? {
            guard let bound else { return nil }
            if !isBeyondZero(bound) { return 0 }
            return count.map { bound * Number($0) }
        }
        return Interval(end(low) { $0.signum < 0 }, end(high) { $0.signum > 0 })
    }

    func rounded(_ places: Int, _ mode: RoundingMode) -> Interval {
        Interval(low?.rounded(toPlaces: places, mode), high?.rounded(toPlaces: places, mode))
    }
}

private func both(_ left: Number?, _ right: Number?, _ combine: (Number, Number) -> Number) -> Number? {
    guard let left, let right else { return nil }
    return bounded(combine(left, right))
}

/// A bound that has grown beyond all use is none: products of products could otherwise fill the memory.
private func bounded(_ number: Number) -> Number? { number.bitCount <= 4096 ? number : nil }

/// The greater of two lower bounds, of which either may be open.
private func later(_ left: Number?, _ right: Number?) -> Number? {
    guard let left else { return right }
    guard let right else { return left }
    return max(left, right)
}

private func earlier(_ left: Number?, _ right: Number?) -> Number? {
    guard let left else { return right }
    guard let right else { return left }
    return min(left, right)
}
