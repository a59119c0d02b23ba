extension UInt {
    /// The greatest common divisor; the other value when one is zero.
    static func greatestCommonDivisor(_ left: UInt, _ right: UInt) -> UInt {
        if left == 1 || right == 1 { return 1 }
        guard left != 0, right != 0 else { return left | right }
        let shared = (left | right).trailingZeroBitCount
        var low = left >> UInt(left.trailingZeroBitCount)
        var high = right >> UInt(right.trailingZeroBitCount)
        while low != high {
            if low > high { (low, high) = (high, low) }
            high &-= low
            high >>= UInt(high.trailingZeroBitCount)
        }
        return low << UInt(shared)
    }
}

extension Magnitude {
    /// The greatest common divisor; the other value when one is zero.
    static func greatestCommonDivisor(_ left: Magnitude, _ right: Magnitude) -> Magnitude {
        var (large, small) = left >= right ? (left, right) : (right, left)
        while small.limbs.count > 1 {
            if let step = EuclideanSteps(large, small) {
                (large, small) = step.applied(to: large, small)
            } else {
                (large, small) = (small, large.divided(by: small).remainder)
            }
        }
        guard let word = small.word, word != 0 else { return large }
        return Magnitude(.greatestCommonDivisor(word, large.divided(by: word).remainder))
    }

    /// Takes out the factor 5 as often as it occurs, `limit` times at most.
    func removingFives(limit: Int) -> (rest: Magnitude, count: Int) {
        guard !isZero else { return (self, 0) }
        var rest = self
        var count = 0
        var ladder: [(power: Magnitude, exponent: Int)] = []
        var step = (power: Magnitude(5), exponent: 1)
        func take(_ step: (power: Magnitude, exponent: Int)) -> Bool {
            guard step.exponent <= limit - count, step.power.bitCount <= rest.bitCount else { return false }
            let (quotient, remainder) = rest.divided(by: step.power)
            guard remainder.isZero else { return false }
            rest = quotient
            count += step.exponent
            return true
        }
        // Up in squares until one does not divide; what is left then holds each smaller square once at most.
        while take(step) {
            ladder.append(step)
            step = (step.power * step.power, step.exponent * 2)
        }
        for step in ladder.reversed() { _ = take(step) }
        return (rest, count)
    }
}

/// Several steps of Euclid's algorithm found from the leading limbs alone (Lehmer's method).
///
/// The steps replace (a, b) by the distance from `rowA.0` a to `rowA.1` b and the same for `rowB`.
private struct EuclideanSteps {
    private var rowA: (UInt, UInt)
    private var rowB: (UInt, UInt)

    /// Nil when the leading limbs do not tell two quotients; `large` is not below `small`, which has two limbs or more.
    init?(_ large: Magnitude, _ small: Magnitude) {
        let shift = large.bitCount - UInt.bitWidth
        var high = large.shiftedRightWord(by: shift)
        var low = small.shiftedRightWord(by: shift)
        var next: (UInt, UInt) = (0, 1)
        rowA = (0, 0)
        rowB = (1, 0)
        // The condition of Collins: while it holds, the quotient of the leading limbs is the true one. It also keeps
        // each coefficient at or below `high` / `low` of the start, so that nothing here overflows.
        while low >= next.1, high &- low >= rowB.1 &+ next.1 {
            let (quotient, remainder) = high.quotientAndRemainder(dividingBy: low)
            (high, low) = (low, remainder)
            (rowA, rowB, next) = (rowB, next, (rowB.0 &+ quotient &* next.0, rowB.1 &+ quotient &* next.1))
        }
        if rowA.1 == 0 { return nil }
    }

    func applied(to large: Magnitude, _ small: Magnitude) -> (Magnitude, Magnitude) {
        func combine(_ row: (UInt, UInt)) -> Magnitude {
            (large * Magnitude(row.0)).distance(to: small * Magnitude(row.1))
        }
        return (combine(rowA), combine(rowB))
    }
}

extension Magnitude {
    /// The lowest 64 bits after a shift to the right by `count`, which is 0 or more.
    fileprivate func shiftedRightWord(by count: Int) -> UInt {
        let (whole, part) = count.quotientAndRemainder(dividingBy: UInt.bitWidth)
        guard whole < limbs.count else { return 0 }
        let next = whole + 1 < limbs.count ? limbs[whole + 1] : 0
        return limbs[whole] >> UInt(part) | next << UInt(UInt.bitWidth - part)
    }
}
