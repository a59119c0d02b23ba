/// A whole number of any size.
///
/// A sign and a size in limbs of 64 bits, in one form only: the size has no leading zeros and zero has no sign.
package struct BigInteger: Hashable, Comparable, Sendable, CustomStringConvertible {
    let magnitude: Magnitude
    /// True when the value is below zero.
    package let isNegative: Bool

    init(isNegative: Bool, _ magnitude: Magnitude) {
        self.magnitude = magnitude
        self.isNegative = isNegative && !magnitude.isZero
    }

    /// The same value in the large form.
    package init(_ value: Int) {
        self.init(isNegative: value < 0, Magnitude(value.magnitude))
    }

    init(_ value: Int128) {
        let size = value.magnitude
        let limbs = [UInt(truncatingIfNeeded: size), UInt(truncatingIfNeeded: size >> 64)]
        self.init(isNegative: value < 0, Magnitude(trimming: limbs))
    }

    /// Reads an optional sign and ASCII digits; nil for anything else.
    package init?(decimal text: some StringProtocol) {
        var bytes = Array(text.utf8)[...]
        let sign = bytes.first
        if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard !bytes.isEmpty, bytes.allSatisfy(digits.contains) else { return nil }
        self.init(isNegative: sign == UInt8(ascii: "-"), Magnitude(digits: bytes))
    }

    /// True when the value is 0.
    package var isZero: Bool { magnitude.isZero }
    /// -1, 0 or 1.
    package var signum: Int { isNegative ? -1 : isZero ? 0 : 1 }

    /// The same value as an `Int`; nil when it does not fit.
    package func toInt() -> Int? {
        guard let word = magnitude.word else { return nil }
        if isNegative, word == Int.min.magnitude { return Int.min }
        guard let size = Int(exactly: word) else { return nil }
        return isNegative ? -size : size
    }

    /// The decimal digits, with "-" in front when the value is below zero.
    package var description: String {
        (isNegative ? "-" : "") + String(decoding: magnitude.digits, as: UTF8.self)
    }

    /// Ordered by value.
    package static func < (left: BigInteger, right: BigInteger) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        return left.isNegative ? right.magnitude < left.magnitude : left.magnitude < right.magnitude
    }

    /// The value with the other sign.
    package static prefix func - (value: BigInteger) -> BigInteger {
        BigInteger(isNegative: !value.isNegative, value.magnitude)
    }

    /// The exact sum.
    package static func + (left: BigInteger, right: BigInteger) -> BigInteger {
        if left.isNegative == right.isNegative {
            return BigInteger(isNegative: left.isNegative, left.magnitude + right.magnitude)
        }
        let sign = left.magnitude >= right.magnitude ? left.isNegative : right.isNegative
        return BigInteger(isNegative: sign, left.magnitude.distance(to: right.magnitude))
    }

    /// The exact difference.
    package static func - (left: BigInteger, right: BigInteger) -> BigInteger { left + -right }

    /// The exact product.
    package static func * (left: BigInteger, right: BigInteger) -> BigInteger {
        BigInteger(isNegative: left.isNegative != right.isNegative, left.magnitude * right.magnitude)
    }

    /// The quotient cut toward zero and the remainder, which has the sign of the value; nil when the divisor is zero.
    package func divided(by divisor: BigInteger) -> (quotient: BigInteger, remainder: BigInteger)? {
        guard !divisor.isZero else { return nil }
        let (quotient, remainder) = magnitude.divided(by: divisor.magnitude)
        return (
            BigInteger(isNegative: isNegative != divisor.isNegative, quotient),
            BigInteger(isNegative: isNegative, remainder)
        )
    }

    func divided(exactlyBy divisor: Magnitude) -> BigInteger {
        divisor.isOne ? self : BigInteger(isNegative: isNegative, magnitude.divided(by: divisor).quotient)
    }
}
