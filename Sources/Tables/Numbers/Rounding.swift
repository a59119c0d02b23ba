/// How a number is brought to a number of decimals.
package enum RoundingMode: Sendable, CaseIterable {
    /// To the nearest; a half goes away from zero.
    case halfUp
    /// To the nearest; a half goes to the even digit.
    case halfEven
    /// Away from zero.
    case up
    /// Toward zero.
    case down
    /// Toward the larger value.
    case ceiling
    /// Toward the smaller value.
    case floor

    /// What was cut off behind the last digit, measured in that digit.
    enum Rest { case nothing, belowHalf, half, aboveHalf }

    /// Whether the size of the cut value grows by one in its last digit.
    func growsSize(isNegative: Bool, isOdd: Bool, rest: Rest) -> Bool {
        if rest == .nothing { return false }
        return switch self {
        case .halfUp: rest != .belowHalf
        case .halfEven: rest == .aboveHalf || (rest == .half && isOdd)
        case .up: true
        case .down: false
        case .ceiling: !isNegative
        case .floor: isNegative
        }
    }
}

extension RoundingMode.Rest {
    /// The rest of a division whose remainder is `remainder`; `opposite` is what the remainder lacks to the divisor.
    init<Size: Comparable>(_ remainder: Size, opposite: Size, isZero: Bool) {
        self = isZero ? .nothing : remainder < opposite ? .belowHalf : remainder == opposite ? .half : .aboveHalf
    }
}

extension Number {
    /// The most decimals that a value is rounded to, before the point and behind it.
    ///
    /// `places` beyond it counts as the limit, so that no request can ask for more memory or time than there is.
    /// A value that needs no rounding stays exact whatever the limit.
    package static let placesLimit = 100_000

    /// The value brought to that number of decimals. Places below zero round to tens, hundreds and so on.
    package func rounded(toPlaces places: Int, _ mode: RoundingMode) -> Number {
        if isExact(atPlaces: places) { return self }
        let places = Self.limited(places)
        if let scaled = smallScaled(toPlaces: places, mode) {
            return Number(isNegative: signum < 0, unscaled: scaled, places: places)
        }
        return Number(isNegative: signum < 0, unscaled: scaled(toPlaces: places, mode), places: places)
    }

    /// The largest whole number that is not above the value.
    package var floor: Number { rounded(toPlaces: 0, .floor) }

    /// The smallest whole number that is not below the value.
    package var ceiling: Number { rounded(toPlaces: 0, .ceiling) }

    /// The square root, correctly rounded; nil when the value is below zero. `places` is limited as in rounding.
    package func squareRoot(toPlaces places: Int, _ mode: RoundingMode) -> Number? {
        guard signum >= 0 else { return nil }
        let places = Self.limited(places)
        var (numerator, denominator) = (terms.numerator.magnitude, terms.denominator)
        // The root times 10^places is the root of the value times 10^(2 places).
        let scale = Magnitude.powerOfTen(2 * Int(places.magnitude))
        if places >= 0 { numerator = numerator * scale } else { denominator = denominator * scale }
        let root = numerator.divided(by: denominator).quotient.squareRoot
        // Against root + 1/2: four times the value against (2 root + 1)^2.
        let middle = root.shiftedLeft(by: 1) + .one
        let rest = RoundingMode.Rest(
            numerator.shiftedLeft(by: 2), opposite: middle * middle * denominator,
            isZero: root * root * denominator == numerator)
        let grows = mode.growsSize(isNegative: false, isOdd: root.isOdd, rest: rest)
        return Number(isNegative: false, unscaled: grows ? root + .one : root, places: places)
    }
}

extension Number {
    static func limited(_ places: Int) -> Int { min(max(places, -placesLimit), placesLimit) }

    /// Whether rounding changes nothing, told without a large power of ten.
    func isExact(atPlaces places: Int) -> Bool {
        if isZero { return true }
        if places >= 0, isWhole { return true }
        // Only beyond the limit does the answer matter enough to count the decimals.
        guard places > Self.placesLimit, let own = finiteDecimalPlaces else { return false }
        return own <= places
    }

    /// The size of the value times 10^places, rounded to a whole number.
    func scaled(toPlaces places: Int, _ mode: RoundingMode) -> Magnitude {
        var (numerator, denominator) = (terms.numerator.magnitude, terms.denominator)
        let scale = Magnitude.powerOfTen(Int(places.magnitude))
        if places >= 0 { numerator = numerator * scale } else { denominator = denominator * scale }
        let (quotient, remainder) = numerator.divided(by: denominator)
        let rest = RoundingMode.Rest(
            remainder, opposite: denominator.distance(to: remainder), isZero: remainder.isZero)
        let grows = mode.growsSize(isNegative: signum < 0, isOdd: quotient.isOdd, rest: rest)
        return grows ? quotient + .one : quotient
    }

    /// The same in machine words; nil when they are not enough.
    func smallScaled(toPlaces places: Int, _ mode: RoundingMode) -> UInt? {
        guard case .small(let numerator, let below) = storage, abs(places) < Self.powersOfTen.count else { return nil }
        let scale = Self.powersOfTen[abs(places)]
        let (dividend, divisor): ((high: UInt, low: UInt), UInt)
        if places >= 0 {
            dividend = numerator.magnitude.multipliedFullWidth(by: scale)
            divisor = below.magnitude
        } else {
            let (product, overflow) = below.magnitude.multipliedReportingOverflow(by: scale)
            if overflow { return nil }
            dividend = (0, numerator.magnitude)
            divisor = product
        }
        guard dividend.high < divisor else { return nil }
        let (quotient, remainder) = divisor.dividingFullWidth(dividend)
        let rest = RoundingMode.Rest(remainder, opposite: divisor - remainder, isZero: remainder == 0)
        guard mode.growsSize(isNegative: numerator < 0, isOdd: quotient & 1 == 1, rest: rest) else { return quotient }
        let (grown, overflow) = quotient.addingReportingOverflow(1)
        return overflow ? nil : grown
    }
}
