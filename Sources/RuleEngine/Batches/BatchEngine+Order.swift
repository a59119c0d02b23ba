import Platform
import RuleSemantics
import RuleSyntax
import Tables

/// The order in which people are listed: by group, place and key.
extension BatchEngine {
    /// The assessed rows of an assessment in that order, as positions among them.
    mutating func order(_ assessment: Assessment) -> [Int32] {
        let table = assessment.table
        let (people, count) = state.population(table)
        let rows = people.list(count)
        let grade = assessment.grades.first
        let places: [Int64] =
            grade.flatMap { grade in
                count == 0
                    ? nil
                    : BatchWorker(state).column(table, grade.placeColumn, people, count).integers(count)?.numbers
            } ?? Array(repeating: 0, count: count)
        // Of groups that are known their first members tell all.
        let known = state.groups[table]
        let firsts = known.map { groups in groups.offsets.dropLast().map { rows[Int(groups.rows[Int($0)])] } }
        let (seen, number) = (firsts.map(Rows.list) ?? people, firsts?.count ?? count)
        let per = (grade?.per ?? []).map { (vector: vector($0, table, seen, number), type: $0.type) }
        let engine = self
        let (keys, groups) = Platform.both(
            bytes: count * MemoryLayout<Int64>.size, { RowOrder(engine.state, table) },
            {
                if let known { return Groups(known, ranks: engine.groupRanks(per, known.offsets.count - 1)) }
                let (index, numbers) = KeyIndex.numbering(per.map(\.vector), count, missingCounts: true)
                let firsts = per.map { ($0.vector.picked(index.firsts), $0.type) }
                return Groups(KeyIndex.lists(numbers, index.count), ranks: engine.groupRanks(firsts, index.count))
            })
        let size = 4096
        let parts = Platform.map((groups.sequence.count + size - 1) / size) { part -> [Int32] in
            var order: [Int32] = []
            var scratch = GroupOrder()
            for group in groups.sequence[(part * size)..<min(groups.sequence.count, (part + 1) * size)] {
                let first = order.count
                order += groups.lists[Int(group)]
                scratch.sort(&order, first..<order.count, places, keys, rows)
            }
            return order
        }
        return Array(parts.joined())
    }

    /// Groups, and the sequence in which they are listed.
    private struct Groups {
        var lists: Members
        var sequence: [Int32]

        init(_ lists: Members, ranks: [Int32]) {
            let count = Int(ranks.max() ?? -1) + 1
            self.lists = lists
            sequence = (0..<Int32(count)).map { $0 }
            if count == ranks.count {
                for (group, rank) in ranks.enumerated() { sequence[Int(rank)] = Int32(group) }
                return
            }
            // Groups that are listed alike are listed as one.
            var numbers = [Int32](repeating: -1, count: lists.rows.count)
            for (group, rank) in ranks.enumerated() { for member in lists[group] { numbers[Int(member)] = rank } }
            self.lists = KeyIndex.lists(numbers, count)
        }
    }

    /// Sorts the members of groups by place and key, with the same scratch memory.
    private struct GroupOrder {
        /// The place of each member, and below it which of the group it is.
        private var keyed: [UInt64] = []
        private var members: [Int32] = []

        /// More than so many are sorted by the digits of their keys.
        private static let large = 512

        mutating func sort(
            _ order: inout [Int32], _ range: Range<Int>, _ places: [Int64], _ keys: RowOrder, _ rows: [Int32]
        ) {
            keyed.removeAll(keepingCapacity: true)
            members.removeAll(keepingCapacity: true)
            for (index, position) in range.enumerated() {
                let member = order[position]
                members.append(member)
                // Who has no place comes last.
                let place = places[Int(member)]
                keyed.append((place == Integers.missing ? UInt64(Int32.max) : UInt64(place)) << 32 | UInt64(index))
            }
            sortFew(&keyed) { $0 < $1 }
            if !keys.isSorted {
                var start = 0
                while start < keyed.count {
                    var end = start + 1
                    while end < keyed.count, keyed[end] >> 32 == keyed[start] >> 32 { end += 1 }
                    if end - start > 1 { sortEquals(start..<end, keys, rows) }
                    start = end
                }
            }
            for (index, position) in range.enumerated() { order[position] = members[Int(keyed[index] & 0xFFFF_FFFF)] }
        }

        /// Sorts those that share a place by key.
        private mutating func sortEquals(_ range: Range<Int>, _ keys: RowOrder, _ rows: [Int32]) {
            let members = members
            func row(_ number: UInt64) -> Int32 { rows[Int(members[Int(number & 0xFFFF_FFFF)])] }
            guard let packed = keys.packed else {
                keyed[range].sort { keys.precedes(row($0), row($1)) }
                return
            }
            if range.count > Self.large {
                // The members of a group stand in the order of their rows.
                let sorted = sortedPlaces(range.map { packed[Int(row(keyed[$0]))] })
                keyed.replaceSubrange(range, with: sorted.map { keyed[range.lowerBound + Int($0)] })
                return
            }
            keyed[range].sort { left, right in
                let (a, b) = (row(left), row(right))
                return packed[Int(a)] != packed[Int(b)] ? packed[Int(a)] < packed[Int(b)] : a < b
            }
        }
    }

    /// The rank of each group by the values that its members share; groups that are listed alike have the same.
    private func groupRanks(_ values: [(vector: Vector, type: ValueType)], _ count: Int) -> [Int32] {
        if values.isEmpty { return Array(repeating: 0, count: count) }
        let orders = values.map { ValueOrder(state, $0.vector, $0.type, count) }
        return ranks(count) { left, right in
            for values in orders {
                let order = values.order(left, right)
                if order != 0 { return order < 0 }
            }
            return false
        }
    }
}

/// The rank of each of so many things in the order of a comparison; those that are equal share one.
func ranks<Rank: FixedWidthInteger>(_ count: Int, _ precedes: (Int, Int) -> Bool) -> [Rank] {
    ranks((0..<count).sorted(by: precedes), precedes)
}

/// The same of things that are in order already.
func ranks<Thing: BinaryInteger, Rank: FixedWidthInteger>(
    _ sorted: [Thing], _ precedes: (Thing, Thing) -> Bool
) -> [Rank] {
    var ranks = [Rank](repeating: 0, count: sorted.count)
    var rank: Rank = 0
    for (position, thing) in sorted.enumerated() {
        if position > 0, precedes(sorted[position - 1], thing) { rank += 1 }
        ranks[Int(thing)] = rank
    }
    return ranks
}

/// Compares the values of one formula for some evaluations as they are listed: numbers, dates and months by size,
/// choices as they are declared, texts by their letters, rows by their keys; what is missing comes last.
private final class ValueOrder {
    private let numbers: [Int64]?
    private let values: Vector
    private let type: ValueType
    private let reference: Evaluator

    init(_ state: BatchState, _ vector: Vector, _ type: ValueType, _ count: Int) {
        values = vector
        self.type = type
        reference = Evaluator(state.program, state.data)
        guard let (kind, numbers) = vector.integers(count) else {
            self.numbers = nil
            return
        }
        self.numbers = RowOrder.listed(state, kind, numbers, type)
    }

    func order(_ left: Int, _ right: Int) -> Int {
        guard let numbers else { return reference.listed(values[left], values[right], type) }
        let (a, b) = (numbers[left], numbers[right])
        return a < b ? -1 : a > b ? 1 : 0
    }
}

/// The order of a table's rows by their keys.
struct RowOrder: Sendable {
    /// The keys of one column.
    private enum Keys {
        /// Texts whose bytes have the order of the letters.
        case texts(TextPool)
        /// Numbers that have the order of the keys.
        case numbers([Int64])

        /// Negative when the first row comes first.
        func order(_ left: Int, _ right: Int) -> Int {
            switch self {
            case .texts(let pool): return RowOrder.order(pool, left, right)
            case .numbers(let numbers):
                let (a, b) = (numbers[left], numbers[right])
                return a < b ? -1 : a > b ? 1 : 0
            }
        }
    }

    private let count: Int
    private let keys: [Keys]
    /// Whether the rows stand in that order already, no two alike.
    let isSorted: Bool
    /// All keys of a row in one number that has their order, where there is room for them.
    let packed: [UInt64]?

    init(_ state: BatchState, _ table: Int) {
        let definition = state.program.tables[table]
        let count = state.rowCount(table)
        let keys = definition.keys.map { key in
            Self.keys(state, state.data.tables[table].columns[key], definition.columns[key].type, count)
        }
        self.count = count
        self.keys = keys
        isSorted = (1..<max(1, count)).allSatisfy { Self.order(keys, $0 - 1, $0) < 0 }
        packed = isSorted ? nil : Self.packed(keys, count)
    }

    private static func packed(_ keys: [Keys], _ count: Int) -> [UInt64]? {
        var packed = [UInt64](repeating: 0, count: count)
        var room = UInt64.max
        for key in keys {
            guard case .numbers(let numbers) = key else { return nil }
            let low = numbers.min() ?? 0
            // What is missing is greater than all.
            let high = numbers.lazy.filter { $0 != Int64.max }.max() ?? low
            let (span, isTooWide) = high.subtractingReportingOverflow(low)
            guard !isTooWide, span < Int64.max - 2 else { return nil }
            let width = UInt64(span) + 2
            room /= width
            if room == 0 { return nil }
            for row in 0..<count {
                packed[row] =
                    packed[row] * width
                    + (numbers[row] == Int64.max ? width - 1 : UInt64(numbers[row] - low))
            }
        }
        return packed
    }

    private static func keys(_ state: BatchState, _ column: Column?, _ type: ValueType, _ count: Int) -> Keys {
        guard let column else { return .numbers(Array(repeating: 0, count: count)) }
        switch column.storage {
        case .texts(let pool) where TextPool.isPlain(pool.bytes[...]): return .texts(pool)
        case .integers(let kind, let integers):
            return .numbers(listed(state, kind, integers.slice(0, count), type))
        case .coded(let codes, let values):
            let ranks = ranks(state, values, type)
            return .numbers(codes.map { ranks[Int($0)] })
        case .values, .ratios, .texts: return .numbers(ranks(state, Array(column), type))
        }
    }

    /// Whole numbers as numbers that have the order in which values are listed: rows by their keys, what is missing last.
    static func listed(_ state: BatchState, _ kind: Column.Kind, _ numbers: [Int64], _ type: ValueType) -> [Int64] {
        guard case .row = kind, case .row(let table) = type.kind else {
            return numbers.map { $0 == Integers.missing ? Int64.max : $0 }
        }
        let ranks = RowOrder(state, table).ranks()
        return numbers.map { $0 == Integers.missing ? Int64.max : Int64(ranks[Int($0)]) }
    }

    /// The rank of each value as values are listed.
    private static func ranks(_ state: BatchState, _ values: [Value], _ type: ValueType) -> [Int64] {
        let reference = Evaluator(state.program, state.data)
        return RuleEngine.ranks(values.count) { reference.listed(values[$0], values[$1], type) < 0 }
    }

    /// The rank of each row; rows that are listed alike have the same.
    func ranks() -> [Int32] {
        if isSorted { return (0..<Int32(count)).map { $0 } }
        let sorted: [Int32]
        if keys.count == 1, case .texts(let texts) = keys[0] {
            // Two words of each key tell most apart.
            var keyed: [(first: UInt64, second: UInt64, row: Int32)] = []
            keyed.reserveCapacity(count)
            for row in 0..<count {
                let range = texts.range(row)
                keyed.append(
                    (Self.word(texts, range, 0), range.isEmpty ? UInt64.max : Self.word(texts, range, 8), Int32(row)))
            }
            keyed.sort { left, right in
                if left.first != right.first { return left.first < right.first }
                if left.second != right.second { return left.second < right.second }
                return Self.order(texts, Int(left.row), Int(right.row)) < 0
            }
            sorted = keyed.map(\.row)
        } else {
            sorted = (0..<Int32(count)).sorted { order($0, $1) < 0 }
        }
        return RuleEngine.ranks(sorted) { order($0, $1) < 0 }
    }

    /// Eight bytes of a key, the first of them the highest; what is missing comes last.
    private static func word(_ pool: TextPool, _ range: Range<Int>, _ offset: Int) -> UInt64 {
        if range.isEmpty { return UInt64.max }
        var word: UInt64 = 0
        for index in 0..<8 {
            let place = range.lowerBound + offset + index
            word = word << 8 | (place < range.upperBound ? UInt64(pool.bytes[place]) : 0)
        }
        return word
    }

    func precedes(_ left: Int32, _ right: Int32) -> Bool {
        let order = order(left, right)
        return order != 0 ? order < 0 : left < right
    }

    /// Negative when the first comes first.
    func order(_ left: Int32, _ right: Int32) -> Int {
        isSorted ? Int(left) - Int(right) : Self.order(keys, Int(left), Int(right))
    }

    private static func order(_ keys: [Keys], _ left: Int, _ right: Int) -> Int {
        for key in keys {
            let order = key.order(left, right)
            if order != 0 { return order }
        }
        return 0
    }

    private static func order(_ pool: TextPool, _ left: Int, _ right: Int) -> Int {
        let (a, b) = (pool.range(left), pool.range(right))
        // What is missing comes last.
        if a.isEmpty || b.isEmpty { return a.isEmpty ? b.isEmpty ? 0 : 1 : -1 }
        let count = min(a.count, b.count)
        let bytes = pool.bytes.span
        for offset in 0..<count {
            let (x, y) = (bytes[a.lowerBound + offset], bytes[b.lowerBound + offset])
            if x != y { return x < y ? -1 : 1 }
        }
        return a.count - b.count
    }
}
