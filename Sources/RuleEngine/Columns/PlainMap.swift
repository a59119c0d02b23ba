/// `map` for plain numbers: the standard one looks at the capacity for each element, which takes longer than most of
/// what is done to the elements here, and keeps the compiler from doing several at once.
extension Array where Element: BitwiseCopyable {
    @inline(__always)
    func map<Other: BitwiseCopyable>(_ transform: (Element) -> Other) -> [Other] {
        // The memory of all empty arrays is one, in which nothing should be written.
        if isEmpty { return [] }
        let span = span
        return unsafe [Other](unsafeUninitializedCapacity: span.count) { buffer, filled in
            for index in 0..<span.count { unsafe buffer.initializeElement(at: index, to: transform(span[index])) }
            filled = span.count
        }
    }
}

extension Range where Bound: FixedWidthInteger, Bound.Stride: SignedInteger {
    @inline(__always)
    func map<Other: BitwiseCopyable>(_ transform: (Bound) -> Other) -> [Other] {
        let (low, count) = (lowerBound, Int(upperBound - lowerBound))
        if count == 0 { return [] }
        return unsafe [Other](unsafeUninitializedCapacity: count) { buffer, filled in
            for index in 0..<count {
                unsafe buffer.initializeElement(at: index, to: transform(low &+ Bound(truncatingIfNeeded: index)))
            }
            filled = count
        }
    }
}
