extension Magnitude {
    /// Below this number of limbs the plain method is the faster one.
    private static let splitThreshold = 40

    static func * (left: Magnitude, right: Magnitude) -> Magnitude {
        let (long, short) = left.limbs.count >= right.limbs.count ? (left, right) : (right, left)
        if short.isZero || long.isOne { return short }
        if short.isOne { return long }
        if short.limbs.count < splitThreshold { return plainProduct(long, short) }

        // Each level halves the longer operand, so the depth is at most the bit width of a length.
        let half = (long.limbs.count + 1) / 2
        let (longLow, longHigh) = long.split(at: half)
        guard short.limbs.count > half else {
            return longLow * short + (longHigh * short).shiftedLeft(by: half * UInt.bitWidth)
        }
        // Karatsuba: three products of half the length in place of four.
        let (shortLow, shortHigh) = short.split(at: half)
        let low = longLow * shortLow
        let high = longHigh * shortHigh
        let middle = ((longLow + longHigh) * (shortLow + shortHigh)).distance(to: low + high)
        return low + (middle + high.shiftedLeft(by: half * UInt.bitWidth)).shiftedLeft(by: half * UInt.bitWidth)
    }

    /// The value to the power of `exponent`; 1 for an exponent of 0 or less.
    func power(_ exponent: Int) -> Magnitude {
        var result = Magnitude.one
        var square = self
        var rest = exponent
        while rest > 0 {
            if rest & 1 == 1 { result = result * square }
            rest >>= 1
            if rest > 0 { square = square * square }
        }
        return result
    }

    /// 10 to the power of `exponent`; 1 for an exponent of 0 or less.
    static func powerOfTen(_ exponent: Int) -> Magnitude {
        Magnitude(5).power(exponent).shiftedLeft(by: max(exponent, 0))
    }

    private func split(at index: Int) -> (low: Magnitude, high: Magnitude) {
        (Magnitude(trimming: Array(limbs.prefix(index))), Magnitude(trimming: Array(limbs.dropFirst(index))))
    }

    private static func plainProduct(_ long: Magnitude, _ short: Magnitude) -> Magnitude {
        var result = [UInt](repeating: 0, count: long.limbs.count + short.limbs.count)
        for (offset, factor) in short.limbs.enumerated() {
            var carry: UInt = 0
            for index in long.limbs.indices {
                // limb * factor + carry + sum is at most 2^128 - 1, so the high word cannot overflow.
                var (high, low) = long.limbs[index].multipliedFullWidth(by: factor)
                var overflow: Bool
                (low, overflow) = low.addingReportingOverflow(carry)
                if overflow { high &+= 1 }
                (low, overflow) = low.addingReportingOverflow(result[offset &+ index])
                if overflow { high &+= 1 }
                result[offset &+ index] = low
                carry = high
            }
            result[offset + long.limbs.count] = carry
        }
        return Magnitude(trimming: result)
    }
}
