/// The places of numbers in their order, equal ones in theirs: by eleven bits at a time, the lowest first.
///
/// A comparison sort of as many takes ten times as long.
func sortedPlaces(_ numbers: [UInt64]) -> [Int32] {
    var places = (0..<Int32(numbers.count)).map { $0 }
    guard let low = numbers.min(), let high = numbers.max() else { return places }
    var others = places
    let digit = 11
    for shift in stride(from: 0, to: UInt64.bitWidth - (high - low).leadingZeroBitCount, by: digit) {
        func bucket(_ place: Int32) -> Int { Int((numbers[Int(place)] - low) >> UInt64(shift) & (1 << digit - 1)) }
        var starts = [Int](repeating: 0, count: 1 << digit + 1)
        for place in places { starts[bucket(place) + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        for place in places {
            let bucket = bucket(place)
            others[starts[bucket]] = place
            starts[bucket] += 1
        }
        swap(&places, &others)
    }
    return places
}

/// Puts things in order that are mostly few, as the members of a group are; those of which none comes first may stand in
/// any. Few are inserted one after another: that takes less time than anything cleverer.
@inline(__always)
func sortFew<Thing>(_ things: inout [Thing], _ precedes: (Thing, Thing) -> Bool) {
    if things.count > 32 {
        things.sort(by: precedes)
        return
    }
    var span = things.mutableSpan
    for index in 1..<max(1, span.count) {
        let thing = span[index]
        var place = index
        while place > 0, precedes(thing, span[place - 1]) {
            span[place] = span[place - 1]
            place -= 1
        }
        span[place] = thing
    }
}
