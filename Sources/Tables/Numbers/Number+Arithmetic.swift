extension Number {
    /// The value with the other sign.
    package static prefix func - (value: Number) -> Number {
        if case .small(let numerator, let denominator) = value.storage, numerator != Int.min {
            return Number(small: -numerator, denominator)
        }
        let (numerator, denominator) = value.terms
        return Number(lowestTerms: -numerator, denominator)
    }

    /// The exact sum.
    package static func + (left: Number, right: Number) -> Number {
        guard case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage else {
            return bigSum(left, right, subtract: false)
        }
        if b == d {
            let (sum, overflow) = a.addingReportingOverflow(c)
            if !overflow { return b == 1 ? Number(sum) : Number(reducing: sum, b) }
        }
        return smallSum(a, b, Int128(c), d)
    }

    /// The exact difference.
    package static func - (left: Number, right: Number) -> Number {
        guard case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage else {
            return bigSum(left, right, subtract: true)
        }
        if b == d {
            let (difference, overflow) = a.subtractingReportingOverflow(c)
            if !overflow { return b == 1 ? Number(difference) : Number(reducing: difference, b) }
        }
        return smallSum(a, b, -Int128(c), d)
    }

    /// The exact product.
    package static func * (left: Number, right: Number) -> Number {
        guard case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage else {
            let (a, b) = left.terms
            let (c, d) = right.terms
            return bigProduct(a, b, c, d)
        }
        if b == 1, d == 1 {
            let (product, overflow) = a.multipliedReportingOverflow(by: c)
            if !overflow { return Number(product) }
        }
        return smallProduct(isNegative: (a < 0) != (c < 0), a.magnitude, b.magnitude, c.magnitude, d.magnitude)
    }

    /// The exact quotient; nil when the divisor is zero.
    package func divided(by other: Number) -> Number? {
        if other.isZero { return nil }
        guard case .small(let a, let b) = storage, case .small(let c, let d) = other.storage else {
            let (a, b) = terms
            let (c, d) = other.terms
            return Self.bigProduct(a, b, BigInteger(isNegative: c.isNegative, d), c.magnitude)
        }
        return Self.smallProduct(isNegative: (a < 0) != (c < 0), a.magnitude, b.magnitude, d.magnitude, c.magnitude)
    }

    /// Adds in place.
    package static func += (left: inout Number, right: Number) { left = left + right }
    /// Subtracts in place.
    package static func -= (left: inout Number, right: Number) { left = left - right }
    /// Multiplies in place.
    package static func *= (left: inout Number, right: Number) { left = left * right }
}

extension Number {
    private init(reducing numerator: Int, _ denominator: Int) {
        let divisor = UInt.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        // The divisor is not above the denominator, so it fits.
        let shared = Int(truncatingIfNeeded: divisor)
        self.init(small: numerator / shared, denominator / shared)
    }

    /// a / b + c / d, with c from -2^63 to 2^63.
    private static func smallSum(_ a: Int, _ b: Int, _ c: Int128, _ d: Int) -> Number {
        let shared = Int(truncatingIfNeeded: UInt.greatestCommonDivisor(b.magnitude, d.magnitude))
        let left = b / shared
        let right = d / shared
        // Each product is at most 2^63 * (2^63 - 1) in size, so the sum stays below 2^127.
        let sum = Int128(a) &* Int128(right) &+ c &* Int128(left)
        // What is left to cancel divides the shared part: both fractions were in lowest terms.
        let rest =
            if let small = Int(exactly: sum) { small.magnitude % shared.magnitude } else {
                UInt(truncatingIfNeeded: sum.magnitude % UInt128(shared))
            }
        let common = UInt.greatestCommonDivisor(rest, shared.magnitude)
        let cut = Int(truncatingIfNeeded: common)
        let (denominator, overflow) = left.multipliedReportingOverflow(by: d / cut)
        if !overflow, let small = Int(exactly: sum) { return Number(small: small / cut, denominator) }
        return Number(
            lowestTerms: BigInteger(sum / Int128(cut)), Magnitude(left.magnitude) * Magnitude((d / cut).magnitude))
    }

    /// (a / b) * (c / d) for two fractions in lowest terms, with b and d above zero.
    private static func smallProduct(isNegative: Bool, _ a: UInt, _ b: UInt, _ c: UInt, _ d: UInt) -> Number {
        let first = UInt.greatestCommonDivisor(a, d)
        let second = UInt.greatestCommonDivisor(c, b)
        // Cancelled crosswise, the product is in lowest terms.
        let (numerator, wide) = (a / first).multipliedReportingOverflow(by: c / second)
        let (denominator, deep) = (b / second).multipliedReportingOverflow(by: d / first)
        if !wide, !deep { return Number(isNegative: isNegative, lowestTerms: numerator, denominator) }
        return Number(
            lowestTerms: BigInteger(isNegative: isNegative, Magnitude(a / first) * Magnitude(c / second)),
            Magnitude(b / second) * Magnitude(d / first))
    }

    private static func bigSum(_ left: Number, _ right: Number, subtract: Bool) -> Number {
        let (a, b) = left.terms
        let (unsigned, d) = right.terms
        let c = subtract ? -unsigned : unsigned
        let shared = Magnitude.greatestCommonDivisor(b, d)
        let reduced = b.dividedExactly(by: shared)
        let sum =
            BigInteger(isNegative: a.isNegative, a.magnitude * d.dividedExactly(by: shared))
            + BigInteger(isNegative: c.isNegative, c.magnitude * reduced)
        // What is left to cancel divides the shared part: both fractions were in lowest terms.
        let common = Magnitude.greatestCommonDivisor(sum.magnitude, shared)
        return Number(lowestTerms: sum.divided(exactlyBy: common), reduced * d.dividedExactly(by: common))
    }

    /// (a / b) * (c / d) for two fractions in lowest terms, with b and d above zero.
    private static func bigProduct(_ a: BigInteger, _ b: Magnitude, _ c: BigInteger, _ d: Magnitude) -> Number {
        let first = Magnitude.greatestCommonDivisor(a.magnitude, d)
        let second = Magnitude.greatestCommonDivisor(c.magnitude, b)
        return Number(
            lowestTerms: a.divided(exactlyBy: first) * c.divided(exactlyBy: second),
            b.dividedExactly(by: second) * d.dividedExactly(by: first))
    }
}

extension Magnitude {
    fileprivate func dividedExactly(by divisor: Magnitude) -> Magnitude {
        divisor.isOne ? self : divided(by: divisor).quotient
    }
}
