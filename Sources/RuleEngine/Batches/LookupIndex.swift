import RuleSemantics
import RuleSyntax
import Tables

/// The rows of a lookup made ready for whole numbers: each key of a row is the numbers from one to another.
struct LookupIndex: Sendable {
    private struct Range {
        var low: Int64
        var high: Int64

        static let all = Range(low: Int64.min + 1, high: Int64.max)
        static let none = Range(low: 1, high: 0)
    }

    private let kinds: [Column.Kind]
    private let rows: [[Range]]
    /// For keys of few values the row of each combination, and the number of values of each key.
    private let dense: (rows: [Int32], sizes: [Int64])?

    /// So many combinations are worked out beforehand.
    private static let denseLimit = 1 << 14

    /// `nil` where a key is no whole number, such as a text. `sizes` are the numbers of choices of the keys, where they
    /// are choices; `named` is the row of another table that a key names.
    init?(_ lookup: Lookup, _ kinds: [Column.Kind], sizes: [Int?], named: (_ row: Int, _ key: Int) -> Int?) {
        var rows: [[Range]] = []
        for (index, row) in lookup.rows.enumerated() {
            var ranges: [Range] = []
            for (position, key) in row.keys.enumerated() {
                guard let range = Self.range(key, kinds[position], { named(index, position) }) else { return nil }
                ranges.append(range)
            }
            rows.append(ranges)
        }
        self.kinds = kinds
        self.rows = rows
        let counts = sizes.compactMap { $0.map(Int64.init) }
        let total = counts.reduce(Int64(1)) { product, size in product > 1 << 20 ? product : product * size }
        guard counts.count == kinds.count, !counts.isEmpty, total <= Int64(Self.denseLimit) else {
            dense = nil
            return
        }
        var places: [Int32] = []
        for combination in 0..<total {
            var rest = combination
            let values = counts.reversed().map { size -> Int64 in
                defer { rest /= size }
                return rest % size
            }.reversed()
            places.append(Self.row(Array(values), rows))
        }
        dense = (places, counts)
    }

    private static func range(_ key: Lookup.Key, _ kind: Column.Kind, _ named: () -> Int?) -> Range? {
        switch key {
        case .any: return .all
        case .value(let value):
            if case .row = kind, case .text = value {
                return named().map { Range(low: Int64($0), high: Int64($0)) } ?? Range.none
            }
            guard let number = kind.number(value) else { return hasKind(value, kind) ? Range.none : nil }
            return Range(low: number, high: number)
        case .range(let low, let high):
            guard let a = low.position, let b = high.position, let from = lowest(a, kind), let to = highest(b, kind)
            else { return nil }
            return Range(low: from, high: to)
        case .compared(let comparison, let bound):
            guard let number = bound.position, let from = lowest(number, kind), let to = highest(number, kind) else {
                return nil
            }
            switch comparison {
            case .greaterEqual: return Range(low: from, high: Int64.max)
            case .greater: return Range(low: to + 1, high: Int64.max)
            case .lessEqual: return Range(low: Int64.min + 1, high: to)
            case .less: return Range(low: Int64.min + 1, high: from - 1)
            case .equal: return from == to ? Range(low: from, high: to) : Range.none
            case .unequal: return nil
            }
        }
    }

    /// A number that the kind's divisor does not divide equals none of its numbers.
    private static func hasKind(_ value: Value, _ kind: Column.Kind) -> Bool {
        if case .number = kind, case .number(let number) = value { return number.words != nil }
        return false
    }

    private static func scaled(_ number: Number, _ kind: Column.Kind) -> Number? {
        switch kind {
        case .number(let divisor): number * Number(Int(divisor))
        case .date, .month: number
        case .bool, .choice, .row: nil
        }
    }

    /// The least whole number of a kind that is not below a number.
    private static func lowest(_ number: Number, _ kind: Column.Kind) -> Int64? {
        scaled(number, kind)?.ceiling.toInt().flatMap { abs($0) < Int.max / 2 ? Int64($0) : nil }
    }

    /// The greatest that is not above it.
    private static func highest(_ number: Number, _ kind: Column.Kind) -> Int64? {
        scaled(number, kind)?.floor.toInt().flatMap { abs($0) < Int.max / 2 ? Int64($0) : nil }
    }

    private static func row(_ values: [Int64], _ rows: [[Range]]) -> Int32 {
        rows.firstIndex { ranges in
            zip(ranges, values).allSatisfy { $0.low <= $1 && $1 <= $0.high }
        }.map { Int32($0) } ?? -1
    }

    /// The row of each combination of keys, -1 where there is none; `nil` where a key is of another kind.
    func find(_ keys: [Vector], _ count: Int) -> [Int32]? {
        var columns: [[Int64]] = []
        for (key, kind) in zip(keys, kinds) {
            guard let (own, numbers) = key.integers(count) else { return nil }
            // What is missing throughout has no kind.
            guard own == kind else { return nil }
            columns.append(numbers)
        }
        var found = [Int32](repeating: -1, count: count)
        if let (places, sizes) = dense {
            for row in 0..<count {
                var place: Int64 = 0
                for (column, size) in zip(columns, sizes) {
                    let number = column[row]
                    if number < 0 || number >= size {
                        place = -1
                        break
                    }
                    place = place * size + number
                }
                if place >= 0 { found[row] = places[Int(place)] }
            }
            return found
        }
        var values = [Int64](repeating: 0, count: columns.count)
        for row in 0..<count {
            var isMissing = false
            for position in columns.indices {
                values[position] = columns[position][row]
                isMissing = isMissing || values[position] == Integers.missing
            }
            if !isMissing { found[row] = Self.row(values, rows) }
        }
        return found
    }
}
