extension Magnitude {
    /// The quotient without its fraction, and the remainder.
    ///
    /// A divisor of zero gives quotient zero and the whole value as the remainder, so that
    /// quotient * divisor + remainder is the value in every case.
    func divided(by divisor: Magnitude) -> (quotient: Magnitude, remainder: Magnitude) {
        if let word = divisor.word {
            let (quotient, remainder) = divided(by: word)
            return (quotient, word == 0 ? self : Magnitude(remainder))
        }
        guard self >= divisor else { return (.zero, self) }
        return longDivided(by: divisor)
    }

    /// Division by one limb; quotient and remainder zero when the divisor is zero.
    func divided(by divisor: UInt) -> (quotient: Magnitude, remainder: UInt) {
        guard divisor != 0 else { return (.zero, 0) }
        var quotient = limbs
        var remainder: UInt = 0
        for index in limbs.indices.reversed() {
            // The remainder is below the divisor, as the full width division asks.
            (quotient[index], remainder) = divisor.dividingFullWidth((remainder, limbs[index]))
        }
        return (Magnitude(trimming: quotient), remainder)
    }

    /// Knuth's algorithm D; the divisor has two limbs or more and is not above the value.
    private func longDivided(by divisor: Magnitude) -> (quotient: Magnitude, remainder: Magnitude) {
        // With the highest bit of the divisor set, an estimated digit is too large by 2 at most.
        let shift = (UInt.bitWidth - divisor.bitCount % UInt.bitWidth) % UInt.bitWidth
        let lower = divisor.shiftedLeft(by: shift).limbs
        var rest = shiftedLeft(by: shift).limbs
        if rest.count == limbs.count { rest.append(0) }
        let count = lower.count
        var quotient = [UInt](repeating: 0, count: rest.count - count)
        for position in quotient.indices.reversed() {
            var digit = Self.estimate(
                (rest[position + count], rest[position + count - 1], rest[position + count - 2]),
                (lower[count - 1], lower[count - 2]))
            if Self.subtract(lower, times: digit, from: &rest, at: position) {
                digit &-= 1
                Self.add(lower, to: &rest, at: position)
            }
            quotient[position] = digit
        }
        let remainder = Magnitude(trimming: Array(rest.prefix(count))).shiftedRight(by: shift)
        return (Magnitude(trimming: quotient), remainder)
    }

    /// The quotient of the top three limbs by the top two: right, or too large by 1.
    private static func estimate(_ top: (UInt, UInt, UInt), _ divisor: (UInt, UInt)) -> UInt {
        var digit: UInt
        var rest: UInt
        var restIsWide = false
        if top.0 >= divisor.0 {
            digit = .max
            (rest, restIsWide) = top.1.addingReportingOverflow(divisor.0)
        } else {
            (digit, rest) = divisor.0.dividingFullWidth((top.0, top.1))
        }
        while !restIsWide {
            let product = digit.multipliedFullWidth(by: divisor.1)
            guard (product.high, product.low) > (rest, top.2) else { break }
            digit &-= 1
            (rest, restIsWide) = rest.addingReportingOverflow(divisor.0)
        }
        return digit
    }

    /// Takes `digit` times `lower` away at a position; true when the result went below zero.
    private static func subtract(
        _ lower: [UInt], times digit: UInt, from rest: inout [UInt], at position: Int
    ) -> Bool {
        var carry: UInt = 0
        for index in lower.indices {
            var (high, low) = digit.multipliedFullWidth(by: lower[index])
            var overflow: Bool
            (low, overflow) = low.addingReportingOverflow(carry)
            if overflow { high &+= 1 }
            (rest[position &+ index], overflow) = rest[position &+ index].subtractingReportingOverflow(low)
            if overflow { high &+= 1 }
            carry = high
        }
        let top = position + lower.count
        let overflow: Bool
        (rest[top], overflow) = rest[top].subtractingReportingOverflow(carry)
        return overflow
    }

    private static func add(_ lower: [UInt], to rest: inout [UInt], at position: Int) {
        var carry: UInt = 0
        for index in lower.indices {
            let (partial, first) = rest[position + index].addingReportingOverflow(lower[index])
            let (total, second) = partial.addingReportingOverflow(carry)
            rest[position + index] = total
            carry = first || second ? 1 : 0
        }
        rest[position + lower.count] &+= carry
    }
}
