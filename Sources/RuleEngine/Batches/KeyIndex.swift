import Tables

/// Numbers combinations of values in the order in which they first occur, and finds them again.
///
/// Each value of a combination is a digit, and the digits of a combination make one code, as those of a number do:
/// any number of values of any kind makes a key without a list of them being built.
struct KeyIndex: Sendable {
    /// How the values of one place of the combinations become digits; 0 is that of a missing value.
    private enum Digits: Sendable {
        /// Whole numbers by what they are above the one below the least.
        case whole(Column.Kind, low: Int64)
        case texts(TextNumbers)
        case values([Value: Int64])
    }

    private struct Place: Sendable {
        var digits: Digits
        /// How many digits there are.
        var radix: Int64
        /// The numbers of the codes of the places before, where codes would become too large without.
        var before: CodeNumbers?
    }

    private var places: [Place] = []
    private var codes = CodeNumbers(bound: 1, expected: 0, isSought: false)
    /// Where each combination occurred first.
    private(set) var firsts: [Int32] = []

    /// Codes are below this.
    private static let limit: Int64 = 1 << 62
    /// Where there are several values each has fewer digits than this: with the numbers of what comes before, of which
    /// there are fewer than rows, they make a code.
    private static let narrow: Int64 = 1 << 31
    /// Stands for a missing text.
    private static let missing = UInt32.max
    /// Stands for a text that has no number.
    private static let unknown = UInt32.max - 1

    /// How many different combinations there are.
    var count: Int { firsts.count }

    /// Numbers the combinations of so many rows; one with a missing value has no number, -1, unless it counts as any.
    /// Where combinations will be looked for, that is made ready.
    static func numbering(
        _ keys: [Vector], _ count: Int, missingCounts: Bool = false, isSought: Bool = false
    ) -> (index: KeyIndex, numbers: [Int32]) {
        var index = KeyIndex()
        // The code of each row so far, -1 for one without, and the least number above all codes.
        var codes = [Int64](repeating: 0, count: count)
        var bound: Int64 = 1
        for key in keys {
            let (found, digits) = Self.digits(key, count, below: keys.count == 1 ? limit : narrow)
            var place = Place(digits: found.digits, radix: found.radix)
            if bound.multipliedReportingOverflow(by: place.radix).overflow || bound * place.radix > limit {
                var numbers = CodeNumbers(bound: bound, expected: count, isSought: isSought)
                codes = numbers.numbers(codes).map(Int64.init)
                bound = Int64(numbers.count)
                place.before = numbers
            }
            append(digits, place.radix, &codes, missingCounts: missingCounts)
            bound *= place.radix
            index.places.append(place)
        }
        index.codes = CodeNumbers(bound: bound, expected: count, isSought: isSought)
        let numbers = index.codes.numbers(codes)
        var seen: Int32 = 0
        for row in 0..<count where numbers[row] == seen {
            index.firsts.append(Int32(row))
            seen += 1
        }
        return (index, numbers)
    }

    /// Puts a digit behind each code.
    private static func append(_ digits: [Int64], _ radix: Int64, _ codes: inout [Int64], missingCounts: Bool) {
        for row in codes.indices where codes[row] >= 0 {
            let digit = digits[row]
            codes[row] = digit > 0 || digit == 0 && missingCounts ? codes[row] &* radix &+ digit : -1
        }
    }

    /// The digits of values that are to be numbered.
    private static func digits(
        _ key: Vector, _ count: Int, below limit: Int64
    ) -> (found: (digits: Digits, radix: Int64), [Int64]) {
        if let (kind, whole) = key.integers(count) {
            guard let (low, high) = whole.bounds else { return ((.whole(kind, low: 0), 1), whole.map { _ in 0 }) }
            let (range, overflow) = high.subtractingReportingOverflow(low)
            if !overflow, range < limit - 2 {
                return (
                    (.whole(kind, low: low), range + 2), whole.map { $0 == Integers.missing ? 0 : $0 &- low &+ 1 }
                )
            }
        }
        var texts = TextNumbers()
        if let seconds = unsafe seconds(key, count, { unsafe texts.number($0) }, none: nil) {
            return ((.texts(texts), Int64(texts.count) + 1), seconds.map { $0 == missing ? 0 : Int64($0) + 1 })
        }
        var known: [Value: Int64] = [:]
        let digits = (0..<count).map { row -> Int64 in
            let value = key[row]
            if value == .missing { return 0 }
            if let digit = known[value] { return digit }
            known[value] = Int64(known.count) + 1
            return Int64(known.count)
        }
        return ((.values(known), Int64(known.count) + 1), digits)
    }

    /// The numbers of texts. `none` stands for a text without one and for a value that is no text; where it is `nil`
    /// there is no result with one.
    private static func seconds(
        _ key: Vector, _ count: Int, _ number: (UnsafeRawBufferPointer) -> UInt32?, none: UInt32?
    ) -> [UInt32]? {
        func second(_ value: Value) -> UInt32? {
            switch value {
            case .missing: return missing
            case .text(var text):
                return text.withUTF8 { unsafe number(UnsafeRawBufferPointer($0)) } ?? none
            default: return none
            }
        }
        var seconds: [UInt32] = []
        seconds.reserveCapacity(count)
        if let (values, codes) = key.codes {
            // What does not occur need not be plain.
            var known = [UInt32?](repeating: nil, count: values.count)
            for code in codes {
                guard let number = known[Int(code)] ?? second(values[Int(code)]) else { return nil }
                known[Int(code)] = number
                seconds.append(number)
            }
        } else if case .gathered(let column, let rows) = key, case .texts(let pool) = column.storage {
            var known = [UInt32](repeating: 0, count: rows.count > pool.count ? pool.count : 0)
            let isComplete = unsafe pool.bytes.withUnsafeBytes { bytes in
                for row in rows {
                    if row >= 0, !known.isEmpty, known[Int(row)] != 0 {
                        seconds.append(known[Int(row)] - 1)
                        continue
                    }
                    let range = row < 0 ? 0..<0 : pool.range(Int(row))
                    let found =
                        unsafe range.isEmpty ? missing : number(UnsafeRawBufferPointer(rebasing: bytes[range]))
                    guard let found = found ?? none else { return false }
                    seconds.append(found)
                    if row >= 0, !known.isEmpty, found != missing { known[Int(row)] = found + 1 }
                }
                return true
            }
            if !isComplete { return nil }
        } else {
            for row in 0..<count {
                guard let number = second(key[row]) else { return nil }
                seconds.append(number)
            }
        }
        return seconds
    }

    /// The numbers of combinations; -1 for one that did not occur or holds a missing value.
    func find(_ keys: [Vector], _ count: Int) -> [Int32] {
        var codes = [Int64](repeating: 0, count: count)
        for (place, key) in zip(places, keys) {
            if let before = place.before { codes = before.find(codes).map(Int64.init) }
            Self.append(Self.known(place, key, count), place.radix, &codes, missingCounts: false)
        }
        return self.codes.find(codes)
    }

    /// The digits of values that may have been numbered; 0 for one that was not.
    private static func known(_ place: Place, _ key: Vector, _ count: Int) -> [Int64] {
        if case .constant(let value) = key, count > 1 {
            return Array(repeating: known(place, .values([value]), 1)[0], count: count)
        }
        switch place.digits {
        case .whole(let kind, let low):
            return whole(key, kind, count).map { number in
                if number == Integers.missing { return 0 }
                let (digit, overflow) = number.subtractingReportingOverflow(low)
                return overflow || digit < 0 || digit >= place.radix - 1 ? 0 : digit + 1
            }
        case .texts(let texts):
            let seconds = unsafe seconds(key, count, { unsafe texts.find($0) }, none: unknown) ?? []
            return seconds.map { $0 >= unknown ? 0 : Int64($0) + 1 }
        case .values(let known): return (0..<count).map { known[key[$0]] ?? 0 }
        }
    }

    /// Values as whole numbers of a kind; what is none of it is missing.
    private static func whole(_ key: Vector, _ kind: Column.Kind, _ count: Int) -> [Int64] {
        if case .integers(kind, let numbers) = key { return numbers }
        return (0..<count).map { kind.number(key[$0]) ?? Integers.missing }
    }

    /// The rows of each number beside one another, in their own order; rows without one are left out.
    static func lists(_ numbers: [Int32], _ count: Int) -> Members {
        var offsets = [Int32](repeating: 0, count: count + 1)
        for number in numbers where number >= 0 { offsets[Int(number) + 1] += 1 }
        for index in 0..<count { offsets[index + 1] += offsets[index] }
        var next = offsets
        var rows = [Int32](repeating: 0, count: Int(offsets[count]))
        for (row, number) in numbers.enumerated() where number >= 0 {
            rows[Int(next[Int(number)])] = Int32(row)
            next[Int(number)] += 1
        }
        return Members(offsets: offsets, rows: rows)
    }
}

extension [Int64] {
    /// The least and the greatest number; `nil` where all are missing.
    fileprivate var bounds: (low: Int64, high: Int64)? {
        var (low, high) = (Int64.max, Int64.min)
        for number in self where number != Integers.missing {
            low = Swift.min(low, number)
            high = Swift.max(high, number)
        }
        return high == Int64.min ? nil : (low, high)
    }
}
