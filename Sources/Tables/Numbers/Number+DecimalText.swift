extension Number: CustomStringConvertible {
    /// How many decimals the value needs to be written exactly; nil when no number of them is enough.
    package var finiteDecimalPlaces: Int? {
        switch storage {
        case .small(_, let denominator):
            let twos = denominator.trailingZeroBitCount
            var rest = denominator >> twos
            var fives = 0
            while rest.isMultiple(of: 5) {
                rest /= 5
                fives += 1
            }
            return rest == 1 ? max(twos, fives) : nil
        case .big(let ratio):
            let twos = ratio.denominator.trailingZeroBitCount
            let (rest, fives) = ratio.denominator.shiftedRight(by: twos).removingFives(limit: .max)
            return rest.isOne ? max(twos, fives) : nil
        }
    }

    /// The shortest exact decimal, as "2.5", "-0.25" or "30"; nil when the expansion does not end.
    package var finiteDecimal: String? {
        finiteDecimalPlaces.map { text(places: $0, .down) }
    }

    /// The shortest exact decimal, or else the lowest terms as "1/3".
    package var description: String { finiteDecimal ?? "\(numeratorText)/\(denominatorText)" }

    /// Exactly `places` decimals, after rounding; a value that rounds to zero has no sign.
    ///
    /// Places below zero round to tens and further and print no decimals. `places` is limited as in rounding.
    package func decimal(places: Int, _ mode: RoundingMode = .halfUp) -> String {
        let places = Self.limited(places)
        return places < 0 ? rounded(toPlaces: places, mode).text(places: 0, .down) : text(places: places, mode)
    }

    private func text(places: Int, _ mode: RoundingMode) -> String {
        guard let scaled = smallScaled(toPlaces: places, mode) else {
            return Self.text(isNegative: signum < 0, scaled(toPlaces: places, mode), places: places)
        }
        let isNegative = signum < 0 && scaled != 0
        // From the last digit to the first; a sign, a point and the zero before it have room.
        let capacity = max(20, places + 1) + 2
        return unsafe String(unsafeUninitializedCapacity: capacity) { buffer in
            var rest = scaled
            var place = capacity
            var written = 0
            repeat {
                if written == places, places > 0 {
                    place -= 1
                    unsafe buffer[place] = UInt8(ascii: ".")
                }
                place -= 1
                unsafe buffer[place] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
                written += 1
            } while rest > 0 || written <= places
            if isNegative {
                place -= 1
                unsafe buffer[place] = UInt8(ascii: "-")
            }
            for index in place..<capacity { unsafe buffer[index - place] = unsafe buffer[index] }
            return capacity - place
        }
    }

    private static func text(isNegative: Bool, _ scaled: Magnitude, places: Int) -> String {
        var digits = scaled.digits
        let missing = places + 1 - digits.count
        if missing > 0 { digits = [UInt8](repeating: UInt8(ascii: "0"), count: missing) + digits }
        if places > 0 { digits.insert(UInt8(ascii: "."), at: digits.count - places) }
        if isNegative, !scaled.isZero { digits.insert(UInt8(ascii: "-"), at: 0) }
        return String(decoding: digits, as: UTF8.self)
    }
}
