extension Magnitude {
    /// The decimal digits that fit in every limb.
    private static let digitsPerLimb = 19
    private static let tenToLimb: UInt = 10_000_000_000_000_000_000

    /// Reads ASCII digits, without a check that they are digits; none give zero.
    ///
    /// The time grows with the power 1.6 of the length: blocks are read digit by digit and then joined in pairs.
    init(digits: ArraySlice<UInt8>) {
        let blockLength = Self.digitsPerLimb * 16
        var blocks: [Magnitude] = []
        var end = digits.endIndex
        while end > digits.startIndex {
            let start = max(digits.startIndex, end - blockLength)
            blocks.append(Self.plainBlock(digits[start..<end]))
            end = start
        }
        var scale = blocks.count > 1 ? Magnitude.powerOfTen(blockLength) : .one
        while blocks.count > 1 {
            blocks = stride(from: 0, to: blocks.count, by: 2).map { index in
                index + 1 < blocks.count ? blocks[index] + blocks[index + 1] * scale : blocks[index]
            }
            if blocks.count > 1 { scale = scale * scale }
        }
        self = blocks.first ?? .zero
    }

    private static func plainBlock(_ digits: ArraySlice<UInt8>) -> Magnitude {
        var limbs: [UInt] = []
        var start = digits.startIndex
        while start < digits.endIndex {
            let end = min(digits.endIndex, start + digitsPerLimb)
            var chunk: UInt = 0
            var scale: UInt = 1
            for digit in digits[start..<end] {
                chunk = chunk &* 10 &+ UInt(digit & 15)
                scale = scale &* 10
            }
            var carry = chunk
            for index in limbs.indices {
                let (high, low) = limbs[index].multipliedFullWidth(by: scale)
                let (sum, overflow) = low.addingReportingOverflow(carry)
                limbs[index] = sum
                carry = high &+ (overflow ? 1 : 0)
            }
            limbs.append(carry)
            start = end
        }
        return Magnitude(trimming: limbs)
    }

    /// The ASCII decimal digits, "0" for zero.
    ///
    /// The time grows with the square of the length; 100,000 digits are a matter of a tenth of a second.
    var digits: [UInt8] {
        var reversed: [UInt8] = []
        var rest = self
        while !rest.isZero {
            var chunk: UInt
            (rest, chunk) = rest.divided(by: Self.tenToLimb)
            for _ in 0..<Self.digitsPerLimb {
                reversed.append(UInt8(ascii: "0") + UInt8(chunk % 10))
                chunk /= 10
            }
        }
        while reversed.last == UInt8(ascii: "0") { reversed.removeLast() }
        return reversed.isEmpty ? [UInt8(ascii: "0")] : reversed.reversed()
    }
}
