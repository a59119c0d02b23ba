/// Whole numbers, each kept in as few bytes as the largest of them needs; the least number of a width stands for a
/// missing one.
package enum Integers: Sendable {
    case bytes([Int8])
    case shorts([Int16])
    case words([Int32])
    case longs([Int64])

    /// Stands for a missing number among 64-bit ones.
    static let missing = Int64.min

    /// The numbers in the narrowest width; `missing` stands for a missing one.
    init(_ numbers: [Int64]) {
        var low: Int64 = 0
        var high: Int64 = 0
        for number in numbers where number != Self.missing {
            low = min(low, number)
            high = max(high, number)
        }
        self.init(numbers, Width(low, high))
    }

    /// The widths in which numbers are kept.
    enum Width: Int, Comparable {
        case byte, short, word, long

        /// The narrowest that holds both ends and a missing number.
        init(_ low: Int64, _ high: Int64) {
            if low > Int64(Int8.min), high <= Int64(Int8.max) {
                self = .byte
            } else if low > Int64(Int16.min), high <= Int64(Int16.max) {
                self = .short
            } else if low > Int64(Int32.min), high <= Int64(Int32.max) {
                self = .word
            } else {
                self = .long
            }
        }

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// The numbers in a width that holds them all.
    init(_ numbers: [Int64], _ width: Width) {
        switch width {
        case .byte: self = .bytes(numbers.map { $0 == Self.missing ? Int8.min : Int8(truncatingIfNeeded: $0) })
        case .short: self = .shorts(numbers.map { $0 == Self.missing ? Int16.min : Int16(truncatingIfNeeded: $0) })
        case .word: self = .words(numbers.map { $0 == Self.missing ? Int32.min : Int32(truncatingIfNeeded: $0) })
        case .long: self = .longs(numbers)
        }
    }

    var width: Width {
        switch self {
        case .bytes: .byte
        case .shorts: .short
        case .words: .word
        case .longs: .long
        }
    }

    var count: Int {
        switch self {
        case .bytes(let numbers): numbers.count
        case .shorts(let numbers): numbers.count
        case .words(let numbers): numbers.count
        case .longs(let numbers): numbers.count
        }
    }

    subscript(index: Int) -> Int64 {
        switch self {
        case .bytes(let numbers): Self.wide(numbers[index])
        case .shorts(let numbers): Self.wide(numbers[index])
        case .words(let numbers): Self.wide(numbers[index])
        case .longs(let numbers): numbers[index]
        }
    }

    /// A number in a width that holds it.
    @inline(__always)
    static func narrow<Narrow: FixedWidthInteger>(_ number: Int64) -> Narrow {
        number == missing ? Narrow.min : Narrow(truncatingIfNeeded: number)
    }

    @inline(__always)
    private static func wide<Narrow: FixedWidthInteger>(_ number: Narrow) -> Int64 {
        number == Narrow.min ? missing : Int64(truncatingIfNeeded: number)
    }

    /// The same numbers in memory of their own.
    var copied: Integers {
        switch self {
        case .bytes(let numbers): .bytes(numbers.map { $0 })
        case .shorts(let numbers): .shorts(numbers.map { $0 })
        case .words(let numbers): .words(numbers.map { $0 })
        case .longs(let numbers): .longs(numbers.map { $0 })
        }
    }

    /// The numbers in 32 bits, where they are places of rows; what is missing is below zero.
    var places: [Int32] {
        switch self {
        case .bytes(let numbers): numbers.map { Int32($0) }
        case .shorts(let numbers): numbers.map { Int32($0) }
        case .words(let numbers): numbers
        case .longs(let numbers): numbers.map { Int32(clamping: $0) }
        }
    }

    /// The numbers at so many places in a row.
    func slice(_ start: Int, _ count: Int) -> [Int64] {
        func widened<Narrow: FixedWidthInteger>(_ numbers: [Narrow]) -> [Int64] {
            let span = numbers.span.extracting(start..<(start + count))
            return unsafe Array(unsafeUninitializedCapacity: count) { buffer, filled in
                for index in 0..<count { unsafe buffer.initializeElement(at: index, to: Self.wide(span[index])) }
                filled = count
            }
        }
        return switch self {
        case .bytes(let numbers): widened(numbers)
        case .shorts(let numbers): widened(numbers)
        case .words(let numbers): widened(numbers)
        case .longs(let numbers): Array(numbers[start..<(start + count)])
        }
    }

    /// The numbers at places; a place below zero has none.
    func gather(_ places: [Int32]) -> [Int64] {
        func gathered<Narrow: FixedWidthInteger>(_ numbers: [Narrow]) -> [Int64] {
            let span = numbers.span
            let places = places.span
            let count = places.count
            return unsafe Array(unsafeUninitializedCapacity: count) { buffer, filled in
                for index in 0..<count {
                    let place = Int(places[index])
                    unsafe buffer.initializeElement(
                        at: index, to: place < 0 ? Self.missing : Self.wide(span[place]))
                }
                filled = count
            }
        }
        return switch self {
        case .bytes(let numbers): gathered(numbers)
        case .shorts(let numbers): gathered(numbers)
        case .words(let numbers): gathered(numbers)
        case .longs(let numbers): gathered(numbers)
        }
    }

    /// Pieces in their order as one, each multiplied by its factor, in the narrowest width that holds all; pieces of
    /// one width that are not multiplied keep it. `nil` where a product is too large.
    static func joined(_ pieces: [(numbers: Integers, factor: Int64)]) -> Integers? {
        if let first = pieces.first, pieces.allSatisfy({ $0.factor == 1 && $0.numbers.width == first.numbers.width }) {
            return joined(pieces, first.numbers.width)
        }
        var low: Int64 = 0
        var high: Int64 = 0
        for (numbers, factor) in pieces {
            guard let bounds = numbers.bounds else { continue }
            for bound in [bounds.low, bounds.high] {
                let (product, overflow) = bound.multipliedReportingOverflow(by: factor)
                if overflow || product == missing { return nil }
                low = min(low, product)
                high = max(high, product)
            }
        }
        return joined(pieces, Width(low, high))
    }

    private static func joined(_ pieces: [(numbers: Integers, factor: Int64)], _ width: Width) -> Integers {
        func join<Narrow: FixedWidthInteger>(_ type: Narrow.Type) -> [Narrow] {
            let total = pieces.reduce(0) { $0 + $1.numbers.count }
            var joined: [Narrow] = []
            joined.reserveCapacity(total)
            for (numbers, factor) in pieces {
                func append<Own: FixedWidthInteger>(_ own: [Own]) {
                    if factor == 1, let same = own as? [Narrow] {
                        joined += same
                    } else {
                        for number in own {
                            joined.append(
                                number == Own.min
                                    ? Narrow.min : Narrow(truncatingIfNeeded: Int64(number) &* factor))
                        }
                    }
                }
                switch numbers {
                case .bytes(let own): append(own)
                case .shorts(let own): append(own)
                case .words(let own): append(own)
                case .longs(let own): append(own)
                }
            }
            return joined
        }
        return switch width {
        case .byte: .bytes(join(Int8.self))
        case .short: .shorts(join(Int16.self))
        case .word: .words(join(Int32.self))
        case .long: .longs(join(Int64.self))
        }
    }

    /// The least and the greatest number; `nil` where all are missing.
    var bounds: (low: Int64, high: Int64)? {
        func bounds<Narrow: FixedWidthInteger>(_ numbers: [Narrow]) -> (low: Int64, high: Int64)? {
            var low = Narrow.max
            var high = Narrow.min
            for number in numbers where number != Narrow.min {
                low = min(low, number)
                high = max(high, number)
            }
            return high == Narrow.min ? nil : (Int64(low), Int64(high))
        }
        return switch self {
        case .bytes(let numbers): bounds(numbers)
        case .shorts(let numbers): bounds(numbers)
        case .words(let numbers): bounds(numbers)
        case .longs(let numbers): bounds(numbers)
        }
    }
}
