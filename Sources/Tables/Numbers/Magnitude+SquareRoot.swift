extension Magnitude {
    /// The square root without its fraction.
    ///
    /// Newton's method on a growing number of leading bits, one division for each doubling. After every round the
    /// estimate is within 1 of the root of the leading part, so that one comparison at the end settles it.
    var squareRoot: Magnitude {
        guard !isZero else { return .zero }
        let rootBits = (bitCount - 1) / 2
        var root = Magnitude.one
        var known = 0
        for shift in (0..<(Int.bitWidth - rootBits.leadingZeroBitCount)).reversed() {
            let before = known
            known = rootBits >> shift
            let leading = shiftedRight(by: 2 * rootBits - before - known + 1)
            root = root.shiftedLeft(by: known - before - 1) + leading.divided(by: root).quotient
        }
        return root * root > self ? root.distance(to: .one) : root
    }
}
