extension Number {
    /// The largest exponent that is read, in either direction.
    package static let exponentLimit = 100_000

    /// Reads an optional sign, ASCII digits and an optional point with more digits; nil for any other text.
    ///
    /// With `allowExponent`, "e" or "E", an optional sign and digits may follow; an exponent beyond `exponentLimit`
    /// in size gives nil. The time grows with the power 1.6 of the length, or with its square when the digits contain
    /// a large power of 5: 100,000 digits stay far below a second in a release build.
    package init?(decimal text: some StringProtocol, allowExponent: Bool = false) {
        if allowExponent {
            self.init(longDecimal: Array(text.utf8), allowExponent: true)
        } else {
            self.init(decimalUTF8: text.utf8)
        }
    }

    /// Reads the UTF-8 bytes of the same text, without an exponent; nil for any other bytes.
    package init?(decimalUTF8 bytes: some Collection<UInt8>) {
        // One step from the collection to its storage: the loop then runs at full speed for every kind of collection.
        let stored = bytes.withContiguousStorageIfAvailable { unsafe Number(decimalUTF8: $0.span) }
        guard let value = stored ?? Number(decimalUTF8: Array(bytes).span) else { return nil }
        self = value
    }

    /// Reads the UTF-8 bytes of the same text, without an exponent; nil for any other bytes.
    package init?(decimalUTF8 bytes: Span<UInt8>) {
        guard let first = bytes.indices.first else { return nil }
        let isSigned = bytes[first] == UInt8(ascii: "-") || bytes[first] == UInt8(ascii: "+")
        var value: UInt = 0
        var length = 0
        var lengthBeforePoint: Int?
        for index in (isSigned ? 1 : 0)..<bytes.count {
            let digit = bytes[index] &- UInt8(ascii: "0")
            if digit < 10 {
                length += 1
                if length > Self.shortLength {
                    self.init(longDecimal: bytes.indices.map { bytes[$0] }, allowExponent: false)
                    return
                }
                value = value &* 10 &+ UInt(digit)
            } else if bytes[index] == UInt8(ascii: "."), lengthBeforePoint == nil, length > 0 {
                lengthBeforePoint = length
            } else {
                return nil
            }
        }
        let places = length - (lengthBeforePoint ?? length)
        guard length > 0, lengthBeforePoint == nil || places > 0 else { return nil }
        self.init(isNegative: bytes[first] == UInt8(ascii: "-"), unscaled: value, places: places)
    }

    /// This many digits always fit in a word, and their power of ten in an `Int`.
    private static let shortLength = 18

    /// The same for any length.
    private init?(longDecimal bytes: [UInt8], allowExponent: Bool) {
        guard let parts = DecimalParts(bytes[...], allowExponent: allowExponent) else { return nil }
        self.init(
            isNegative: parts.isNegative, unscaled: Magnitude(digits: parts.digits[...]), places: parts.places)
    }

    /// The digits over 10^places, for places from 0 to 18.
    init(isNegative: Bool, unscaled: UInt, places: Int) {
        guard places >= 0, unscaled != 0, places < Self.powersOfTen.count else {
            self.init(isNegative: isNegative, unscaled: Magnitude(unscaled), places: places)
            return
        }
        // Only 2 and 5 can cancel against a power of ten.
        let twos = min(unscaled.trailingZeroBitCount, places)
        var rest = unscaled >> UInt(twos)
        var fives = places
        while fives > 0, rest.isMultiple(of: 5) {
            rest /= 5
            fives -= 1
        }
        let denominator = Self.powersOfFive[fives] << UInt(places - twos)
        self.init(isNegative: isNegative, lowestTerms: rest, denominator)
    }

    /// The digits over 10^places; places below zero add zeros.
    init(isNegative: Bool, unscaled: Magnitude, places: Int) {
        guard places > 0, !unscaled.isZero else {
            let whole = places < 0 && !unscaled.isZero ? unscaled * .powerOfTen(-places) : unscaled
            self.init(lowestTerms: BigInteger(isNegative: isNegative, whole), .one)
            return
        }
        let twos = min(unscaled.trailingZeroBitCount, places)
        let (rest, fives) = unscaled.shiftedRight(by: twos).removingFives(limit: places)
        let denominator = Magnitude(5).power(places - fives).shiftedLeft(by: places - twos)
        self.init(lowestTerms: BigInteger(isNegative: isNegative, rest), denominator)
    }

    static let powersOfTen = powers(of: 10)
    static let powersOfFive = powers(of: 5)

    /// The powers from 0 to 18: ten to the power of 18 is the last that fits in an `Int`.
    private static func powers(of base: UInt) -> [UInt] {
        var result: [UInt] = [1]
        for _ in 0..<18 { result.append((result.last ?? 1) &* base) }
        return result
    }
}

/// A decimal text taken apart: the digits without the point are to be divided by 10^places.
private struct DecimalParts {
    var isNegative = false
    var digits: [UInt8] = []
    var places = 0

    init?(_ bytes: ArraySlice<UInt8>, allowExponent: Bool) {
        var rest = bytes
        isNegative = rest.first == UInt8(ascii: "-")
        rest = Self.withoutSign(rest)
        let whole = Self.leadingDigits(&rest)
        if whole.isEmpty { return nil }
        digits = Array(whole)
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            let fraction = Self.leadingDigits(&rest)
            if fraction.isEmpty { return nil }
            digits += fraction
            places = fraction.count
        }
        // Zeros at the end would only cancel again.
        while digits.count > 1, places > 0, digits.last == UInt8(ascii: "0") {
            digits.removeLast()
            places -= 1
        }
        if rest.isEmpty { return }
        guard allowExponent, let mark = rest.popFirst(), mark | 0x20 == UInt8(ascii: "e") else { return nil }
        let isBelowOne = rest.first == UInt8(ascii: "-")
        rest = Self.withoutSign(rest)
        var exponent = 0
        let exponentDigits = Self.leadingDigits(&rest)
        guard !exponentDigits.isEmpty, rest.isEmpty else { return nil }
        for digit in exponentDigits {
            exponent = exponent * 10 + Int(digit & 15)
            if exponent > Number.exponentLimit { return nil }
        }
        places += isBelowOne ? exponent : -exponent
    }

    private static func withoutSign(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") ? bytes.dropFirst() : bytes
    }

    private static func leadingDigits(_ bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = bytes.prefix { $0 &- UInt8(ascii: "0") < 10 }
        bytes = bytes.dropFirst(digits.count)
        return digits
    }
}
