/// An exact rational number of any size, always in lowest terms with a denominator above zero.
///
/// Most values fit in two machine words and take no allocation. The form follows from the value alone: a value whose
/// numerator and denominator both fit in an `Int` is always small, so that equality may compare the forms.
package struct Number: Hashable, Comparable, Sendable {
    enum Storage: Hashable, Sendable {
        case small(Int, Int)
        case big(Ratio)
    }

    /// A numerator and a denominator, at least one of them beyond an `Int`.
    final class Ratio: Hashable, Sendable {
        let numerator: BigInteger
        let denominator: Magnitude

        init(_ numerator: BigInteger, _ denominator: Magnitude) {
            self.numerator = numerator
            self.denominator = denominator
        }

        static func == (left: Ratio, right: Ratio) -> Bool {
            left === right || (left.numerator == right.numerator && left.denominator == right.denominator)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(numerator)
            hasher.combine(denominator)
        }
    }

    let storage: Storage

    /// The number 0.
    package static let zero = Number(0)
    /// The number 1.
    package static let one = Number(1)

    /// The whole number of that value.
    package init(_ value: Int) {
        storage = .small(value, 1)
    }

    /// A numerator and a denominator above zero that have no common divisor.
    init(small numerator: Int, _ denominator: Int) {
        storage = .small(numerator, denominator)
    }

    /// The quotient of two whole numbers; nil when the denominator is 0.
    package init?(numerator: Int, denominator: Int) {
        guard denominator != 0 else { return nil }
        let divisor = UInt.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        self.init(
            isNegative: (numerator < 0) != (denominator < 0),
            lowestTerms: numerator.magnitude / divisor, denominator.magnitude / divisor)
    }

    /// A numerator and a denominator above zero that have no common divisor.
    init(lowestTerms numerator: BigInteger, _ denominator: Magnitude) {
        if let small = numerator.toInt(), let word = denominator.word, let below = Int(exactly: word) {
            storage = .small(small, below)
        } else {
            storage = .big(Ratio(numerator, denominator))
        }
    }

    /// A numerator and a denominator above zero that have no common divisor.
    init(isNegative: Bool, lowestTerms numerator: UInt, _ denominator: UInt) {
        if let size = Int(exactly: numerator), let below = Int(exactly: denominator) {
            self.init(small: isNegative ? -size : size, below)
        } else {
            self.init(
                lowestTerms: BigInteger(isNegative: isNegative, Magnitude(numerator)), Magnitude(denominator))
        }
    }

    /// Numerator and denominator in the large form.
    var terms: (numerator: BigInteger, denominator: Magnitude) {
        switch storage {
        case .small(let numerator, let denominator): (BigInteger(numerator), Magnitude(denominator.magnitude))
        case .big(let ratio): (ratio.numerator, ratio.denominator)
        }
    }

    /// -1, 0 or 1.
    package var signum: Int {
        switch storage {
        case .small(let numerator, _): numerator.signum()
        case .big(let ratio): ratio.numerator.signum
        }
    }

    /// True for 0.
    package var isZero: Bool { signum == 0 }

    /// True when the value has no fraction.
    package var isWhole: Bool {
        switch storage {
        case .small(_, let denominator): denominator == 1
        case .big(let ratio): ratio.denominator.isOne
        }
    }

    /// The binary digits of the numerator and the denominator together, at least; small values count 128.
    package var bitCount: Int {
        switch storage {
        case .small: 128
        case .big(let ratio): ratio.numerator.magnitude.bitCount + ratio.denominator.bitCount
        }
    }

    /// The value without its sign.
    package var magnitude: Number { signum < 0 ? -self : self }

    /// The numerator of the lowest terms in decimal digits, with "-" in front when the value is below zero.
    package var numeratorText: String {
        if case .small(let numerator, _) = storage { String(numerator) } else { terms.numerator.description }
    }

    /// The denominator of the lowest terms in decimal digits.
    package var denominatorText: String {
        switch storage {
        case .small(_, let denominator): String(denominator)
        case .big(let ratio): String(decoding: ratio.denominator.digits, as: UTF8.self)
        }
    }

    /// The same value as an `Int`; nil when it is not whole or does not fit.
    package func toInt() -> Int? {
        // A whole number that fits is never in the large form.
        if case .small(let numerator, 1) = storage { numerator } else { nil }
    }

    /// Ordered by value.
    package static func < (left: Number, right: Number) -> Bool {
        if case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage {
            // The products stay below 2^126.
            return b == d ? a < c : Int128(a) &* Int128(d) < Int128(c) &* Int128(b)
        }
        if left.signum != right.signum { return left.signum < right.signum }
        let (a, b) = left.terms
        let (c, d) = right.terms
        return BigInteger(isNegative: a.isNegative, a.magnitude * d)
            < BigInteger(isNegative: c.isNegative, c.magnitude * b)
    }
}

extension Number: ExpressibleByIntegerLiteral {
    /// The whole number of that value.
    package init(integerLiteral value: Int) {
        self.init(value)
    }
}

extension Number {
    /// Numerator and denominator of the lowest terms where each is one machine word; the denominator is above zero.
    package var words: (numerator: Int, denominator: Int)? {
        if case .small(let numerator, let denominator) = storage { (numerator, denominator) } else { nil }
    }
}
