/// A natural number of any size.
///
/// The limbs hold 64 bits each, the least significant first. The last limb is never zero, so that every value has one
/// form only; zero has no limbs.
struct Magnitude: Hashable, Comparable, Sendable {
    let limbs: [UInt]

    static let zero = Magnitude(0)
    static let one = Magnitude(1)

    init(_ value: UInt) {
        limbs = value == 0 ? [] : [value]
    }

    /// Takes limbs that may end in zeros.
    init(trimming limbs: consuming [UInt]) {
        while limbs.last == 0 { limbs.removeLast() }
        self.limbs = limbs
    }

    var isZero: Bool { limbs.isEmpty }
    var isOne: Bool { limbs.count == 1 && limbs[0] == 1 }
    var isOdd: Bool { limbs.first.map { $0 & 1 == 1 } ?? false }

    /// The number of binary digits, 0 for zero.
    var bitCount: Int {
        guard let last = limbs.last else { return 0 }
        return limbs.count * UInt.bitWidth - last.leadingZeroBitCount
    }

    /// How often 2 divides the value, 0 for zero.
    var trailingZeroBitCount: Int {
        guard let index = limbs.firstIndex(where: { $0 != 0 }) else { return 0 }
        return index * UInt.bitWidth + limbs[index].trailingZeroBitCount
    }

    /// The value when it fits in one limb.
    var word: UInt? {
        switch limbs.count {
        case 0: 0
        case 1: limbs[0]
        default: nil
        }
    }

    static func < (left: Magnitude, right: Magnitude) -> Bool {
        guard left.limbs.count == right.limbs.count else { return left.limbs.count < right.limbs.count }
        for index in left.limbs.indices.reversed() where left.limbs[index] != right.limbs[index] {
            return left.limbs[index] < right.limbs[index]
        }
        return false
    }

    static func + (left: Magnitude, right: Magnitude) -> Magnitude {
        let isOrdered = left.limbs.count >= right.limbs.count
        let (long, short) = isOrdered ? (left.limbs, right.limbs) : (right.limbs, left.limbs)
        var sum = long
        var carry = false
        for index in long.indices {
            guard carry || index < short.count else { break }
            let (partial, first) = long[index].addingReportingOverflow(index < short.count ? short[index] : 0)
            let (total, second) = partial.addingReportingOverflow(carry ? 1 : 0)
            sum[index] = total
            carry = first || second
        }
        if carry { sum.append(1) }
        return Magnitude(trimming: sum)
    }

    /// The distance between the two values, whichever is the larger.
    func distance(to other: Magnitude) -> Magnitude {
        let (long, short) = self >= other ? (limbs, other.limbs) : (other.limbs, limbs)
        var difference = long
        var borrow = false
        for index in long.indices {
            guard borrow || index < short.count else { break }
            let (partial, first) = long[index].subtractingReportingOverflow(index < short.count ? short[index] : 0)
            let (total, second) = partial.subtractingReportingOverflow(borrow ? 1 : 0)
            difference[index] = total
            borrow = first || second
        }
        return Magnitude(trimming: difference)
    }

    /// The value times 2 to the power of `count`, which is 0 or more.
    func shiftedLeft(by count: Int) -> Magnitude {
        guard count > 0, !isZero else { return self }
        let (whole, part) = count.quotientAndRemainder(dividingBy: UInt.bitWidth)
        var result = [UInt](repeating: 0, count: whole)
        result.reserveCapacity(whole + limbs.count + 1)
        var carry: UInt = 0
        for limb in limbs {
            result.append(limb << UInt(part) | carry)
            // A smart shift by a whole limb gives 0, which is the carry wanted when `part` is 0.
            carry = limb >> UInt(UInt.bitWidth - part)
        }
        result.append(carry)
        return Magnitude(trimming: result)
    }

    /// The value divided by 2 to the power of `count`, which is 0 or more, without the fraction.
    func shiftedRight(by count: Int) -> Magnitude {
        guard count > 0 else { return self }
        let (whole, part) = count.quotientAndRemainder(dividingBy: UInt.bitWidth)
        guard whole < limbs.count else { return .zero }
        var result = Array(limbs[whole...])
        for index in result.indices {
            let next = index + 1 < result.count ? result[index + 1] : 0
            result[index] = result[index] >> UInt(part) | next << UInt(UInt.bitWidth - part)
        }
        return Magnitude(trimming: result)
    }
}
