import Tables
import Testing

/// A repeatable source of random bits (SplitMix64).
struct NumberDice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Digits without a leading zero, some with long runs of one digit.
    mutating func digits(_ count: Int) -> String {
        let runs = Bool.random(using: &self)
        var text = String(Int.random(in: 1...9, using: &self))
        while text.count < count {
            let digit = String(Int.random(in: 0...9, using: &self))
            text +=
                runs
                ? String(repeating: digit, count: min(Int.random(in: 1...30, using: &self), count - text.count)) : digit
        }
        return text
    }

    /// Long runs of equal bits, which reach the rare corrections of a division.
    mutating func bitRuns(words: Int) throws -> BigInteger {
        let base = BigInteger(1 << 32)
        let patterns = [0, 1, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE, 0xFFFF_FFFF]
        var value = BigInteger(1)
        for _ in 0..<words { value = value * base + BigInteger(try #require(patterns.randomElement(using: &self))) }
        return Bool.random(using: &self) ? value : -value
    }

    /// A number from one of the ranges where the form of the storage changes.
    mutating func number() throws -> Number {
        let edges = [0, 1, -1, 7, 10, Int.max, Int.max - 1, Int.min, Int.min + 1, 1 << 32, 3_037_000_500]
        switch Int.random(in: 0...5, using: &self) {
        case 0:
            return Number(try #require(edges.randomElement(using: &self)))
        case 1:
            let above = try #require(edges.randomElement(using: &self))
            let below = try #require(edges.filter { $0 != 0 }.randomElement(using: &self))
            return try #require(Number(numerator: above, denominator: below))
        case 2:
            let above = Int.random(in: -1000...1000, using: &self)
            return try #require(Number(numerator: above, denominator: Int.random(in: 1...1000, using: &self)))
        case 3:
            let below = Int.random(in: 1...Int.max, using: &self)
            return try #require(Number(numerator: Int.random(in: Int.min...Int.max, using: &self), denominator: below))
        case 4:
            let point = Int.random(in: 1...40, using: &self)
            let text = digits(Int.random(in: 1...40, using: &self)) + "." + digits(point)
            return try #require(Number(decimal: "-" + text))
        default:
            let above = try #require(Number(decimal: digits(Int.random(in: 1...200, using: &self))))
            let below = try #require(Number(decimal: digits(Int.random(in: 1...200, using: &self))))
            return try #require(above.divided(by: below))
        }
    }
}

/// Whole numbers as school children reckon them, digit by digit, as an independent check.
struct SlowInteger: Equatable {
    var isNegative: Bool
    /// The digits, units first, without zeros at the end.
    var digits: [Int]

    init(isNegative: Bool, _ digits: [Int]) {
        var digits = digits
        while digits.last == 0 { digits.removeLast() }
        self.digits = digits
        self.isNegative = isNegative && !digits.isEmpty
    }

    init(_ text: String) {
        self.init(isNegative: text.hasPrefix("-"), text.reversed().compactMap(\.wholeNumberValue))
    }

    var text: String {
        digits.isEmpty ? "0" : (isNegative ? "-" : "") + digits.reversed().map(String.init).joined()
    }

    private static func isSmaller(_ left: [Int], _ right: [Int]) -> Bool {
        left.count != right.count
            ? left.count < right.count : left.reversed().lexicographicallyPrecedes(right.reversed())
    }

    static func + (left: Self, right: Self) -> Self {
        let isDifference = left.isNegative != right.isNegative
        let leftFirst = !isSmaller(left.digits, right.digits)
        let (long, short) = leftFirst ? (left, right) : (right, left)
        var result: [Int] = []
        var carry = 0
        for index in 0..<(long.digits.count + 1) {
            let above = index < long.digits.count ? long.digits[index] : 0
            let below = index < short.digits.count ? short.digits[index] : 0
            let sum = above + (isDifference ? -below : below) + carry
            result.append((sum + 10) % 10)
            carry = sum < 0 ? -1 : sum / 10
        }
        return Self(isNegative: long.isNegative, result)
    }

    static func * (left: Self, right: Self) -> Self {
        var result = [Int](repeating: 0, count: left.digits.count + right.digits.count)
        for (offset, factor) in right.digits.enumerated() {
            var carry = 0
            for (index, digit) in left.digits.enumerated() {
                let sum = result[offset + index] + digit * factor + carry
                result[offset + index] = sum % 10
                carry = sum / 10
            }
            if !left.digits.isEmpty { result[offset + left.digits.count] = carry }
        }
        return Self(isNegative: left.isNegative != right.isNegative, result)
    }

    var negated: Self { Self(isNegative: !isNegative, digits) }
}

/// Reads "2.5" or "1/3".
func number(_ text: String) throws -> Number {
    let parts = text.split(separator: "/").map { Number(decimal: $0) }
    let above = try #require(parts[0])
    if parts.count == 1 { return above }
    let below = try #require(parts[1])
    return try #require(above.divided(by: below))
}
