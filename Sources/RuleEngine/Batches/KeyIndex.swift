import Tables

/// Numbers combinations of values in the order in which they first occur, and finds them again.
///
/// Each value of a combination leads from one number to the next, so that any number of values of any kind makes a key
/// without a list of them being built.
struct KeyIndex: Sendable {
    private struct Step<Key: Hashable & Sendable>: Hashable, Sendable {
        var before: Int32
        var key: Key
    }

    private enum Table: Sendable {
        case none
        /// Whole numbers of a narrow range, each with its number.
        case dense(Column.Kind, low: Int64, [Int32])
        /// Whole numbers as what they are above the least.
        case pairs(Column.Kind, low: Int64, PairNumbers)
        case integers(Column.Kind, [Step<Int64>: Int32])
        case texts(TextNumbers, PairNumbers)
        case values([Step<Value>: Int32])

        /// Stands for a missing value in a pair.
        static let missing = UInt32.max
        /// Stands for a text that has no number.
        static let unknown = UInt32.max - 1
    }

    private var tables: [Table]
    /// How many numbers have been given after each value of a combination.
    private var counts: [Int32]
    /// Where each combination occurred first.
    private(set) var firsts: [Int32] = []

    /// How many different combinations there are.
    var count: Int { firsts.count }

    /// Numbers the combinations of so many rows; one with a missing value has no number, -1, unless it counts as any.
    static func numbering(
        _ keys: [Vector], _ count: Int, missingCounts: Bool = false
    ) -> (index: KeyIndex, numbers: [Int32]) {
        var index = KeyIndex(tables: Array(repeating: .none, count: keys.count), counts: [])
        index.counts = Array(repeating: 0, count: keys.count)
        var numbers = [Int32](repeating: 0, count: count)
        for (position, key) in keys.enumerated() {
            index.add(key, position, &numbers, missingCounts: missingCounts)
        }
        var seen: Int32 = 0
        for row in 0..<count where numbers[row] == seen {
            index.firsts.append(Int32(row))
            seen += 1
        }
        return (index, numbers)
    }

    private mutating func add(_ key: Vector, _ position: Int, _ numbers: inout [Int32], missingCounts: Bool) {
        let count = numbers.count
        var next: Int32 = 0
        guard let (kind, whole) = key.integers(count) else {
            if addTexts(key, position, &numbers, missingCounts: missingCounts) { return }
            var table: [Step<Value>: Int32] = [:]
            for row in 0..<count where numbers[row] >= 0 {
                let value = key[row]
                if value == .missing, !missingCounts {
                    numbers[row] = -1
                    continue
                }
                numbers[row] = Self.number(Step(before: numbers[row], key: value), &table, &next)
            }
            tables[position] = .values(table)
            return
        }
        let bounds = whole.bounds
        if position == 0, let bounds, bounds.high.subtractingReportingOverflow(bounds.low).overflow == false,
            bounds.high - bounds.low < Int64(count) * 4 + 1024,
            !missingCounts || !whole.contains(Integers.missing)
        {
            var table = [Int32](repeating: -1, count: Int(bounds.high - bounds.low) + 1)
            for row in 0..<count {
                if whole[row] == Integers.missing {
                    numbers[row] = -1
                    continue
                }
                let place = Int(whole[row] - bounds.low)
                if table[place] < 0 {
                    table[place] = next
                    next += 1
                }
                numbers[row] = table[place]
            }
            tables[position] = .dense(kind, low: bounds.low, table)
            return
        }
        let low = bounds?.low ?? 0
        if let bounds, !bounds.high.subtractingReportingOverflow(low).overflow, bounds.high - low < Table.missing {
            let seconds = whole.map { $0 == Integers.missing ? Table.missing : UInt32($0 - low) }
            if let pairs = Self.pairs(&numbers, seconds, missingCounts: missingCounts) {
                tables[position] = .pairs(kind, low: low, pairs)
                return
            }
        }
        var table: [Step<Int64>: Int32] = [:]
        for row in 0..<count where numbers[row] >= 0 {
            if whole[row] == Integers.missing, !missingCounts {
                numbers[row] = -1
                continue
            }
            numbers[row] = Self.number(Step(before: numbers[row], key: whole[row]), &table, &next)
        }
        tables[position] = .integers(kind, table)
    }

    /// Numbers texts where all are plain.
    private mutating func addTexts(
        _ key: Vector, _ position: Int, _ numbers: inout [Int32], missingCounts: Bool
    ) -> Bool {
        var texts = TextNumbers()
        guard let seconds = unsafe Self.seconds(key, numbers.count, { unsafe texts.number($0) }, none: nil) else {
            return false
        }
        guard let pairs = Self.pairs(&numbers, seconds, missingCounts: missingCounts) else { return false }
        tables[position] = .texts(texts, pairs)
        return true
    }

    /// The numbers of texts. `none` stands for a text without one and for a value that is no text; where it is `nil`
    /// there is no result with one.
    private static func seconds(
        _ key: Vector, _ count: Int, _ number: (UnsafeRawBufferPointer) -> UInt32?, none: UInt32?
    ) -> [UInt32]? {
        func second(_ value: Value) -> UInt32? {
            switch value {
            case .missing: return Table.missing
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
                        unsafe range.isEmpty ? Table.missing : number(UnsafeRawBufferPointer(rebasing: bytes[range]))
                    guard let found = found ?? none else { return false }
                    seconds.append(found)
                    if row >= 0, !known.isEmpty, found != Table.missing { known[Int(row)] = found + 1 }
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

    /// Goes on from numbers by seconds; `nil`, nothing changed, where very many fall on one place.
    private static func pairs(_ numbers: inout [Int32], _ seconds: [UInt32], missingCounts: Bool) -> PairNumbers? {
        let known = seconds.lazy.filter { $0 != Table.missing }.max().map { Int($0) + 1 } ?? 0
        var pairs = PairNumbers(firsts: Int(numbers.max() ?? 0) + 1, seconds: known, expected: numbers.count)
        var next = numbers
        for row in next.indices where next[row] >= 0 {
            let second = seconds[row]
            next[row] = second == Table.missing && !missingCounts ? -1 : pairs.number(next[row], second)
            if pairs.isOverfull { return nil }
        }
        numbers = next
        return pairs
    }

    private static func number<Key>(
        _ step: Step<Key>, _ table: inout [Step<Key>: Int32], _ next: inout Int32
    ) -> Int32 {
        if let known = table[step] { return known }
        table[step] = next
        next += 1
        return next - 1
    }

    /// The numbers of combinations; -1 for one that did not occur or holds a missing value.
    func find(_ keys: [Vector], _ count: Int) -> [Int32] {
        var numbers = [Int32](repeating: 0, count: count)
        for (table, key) in zip(tables, keys) {
            switch table {
            case .none: numbers = Array(repeating: -1, count: count)
            case .dense(let kind, let low, let table):
                let whole = Self.whole(key, kind, count)
                for row in 0..<count {
                    let place = whole[row]
                    numbers[row] =
                        place != Integers.missing && place >= low && place - low < table.count
                        ? table[Int(place - low)] : -1
                }
            case .pairs(let kind, let low, let table):
                let whole = Self.whole(key, kind, count)
                for row in 0..<count where numbers[row] >= 0 {
                    let number = whole[row]
                    let isInside = number != Integers.missing && number >= low && number < low + Int64(Table.missing)
                    numbers[row] = isInside ? table.find(numbers[row], UInt32(number - low)) : -1
                }
            case .texts(let texts, let table):
                // Nothing that is none of these texts was numbered, but a missing one may have been.
                let seconds = unsafe Self.seconds(key, count, { unsafe texts.find($0) }, none: Table.unknown) ?? []
                for row in 0..<count where numbers[row] >= 0 {
                    let second = seconds[row]
                    numbers[row] = second >= Table.unknown ? -1 : table.find(numbers[row], second)
                }
            case .integers(let kind, let table):
                let whole = Self.whole(key, kind, count)
                for row in 0..<count where numbers[row] >= 0 {
                    numbers[row] =
                        whole[row] == Integers.missing ? -1 : table[Step(before: numbers[row], key: whole[row])] ?? -1
                }
            case .values(let table):
                for row in 0..<count where numbers[row] >= 0 {
                    let value = key[row]
                    numbers[row] = value == .missing ? -1 : table[Step(before: numbers[row], key: value)] ?? -1
                }
            }
        }
        return numbers
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
