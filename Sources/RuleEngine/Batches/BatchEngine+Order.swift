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
        let grade = assessment.grades.first
        let per = (grade?.per ?? []).map { formula in
            (vector: vector(formula, table, people, count), type: formula.type)
        }
        let (index, numbers) = KeyIndex.numbering(per.map(\.vector), count, missingCounts: true)
        let ranks = groupRanks(per.map { ($0.vector.picked(index.firsts), $0.type) }, index.count)
        let groups = (ranks.max() ?? -1) + 1
        let lists = KeyIndex.lists(numbers.map { ranks[Int($0)] }, Int(groups))
        let places: [Int64] =
            grade.flatMap { grade in
                count == 0
                    ? nil
                    : BatchWorker(state).column(table, grade.placeColumn, people, count).integers(count)?.numbers
            } ?? Array(repeating: 0, count: count)
        let keys = RowOrder(state, table)
        let rows = people.list(count)
        let size = 4096
        let parts = Platform.map((Int(groups) + size - 1) / size) { part -> [Int32] in
            var order: [Int32] = []
            for group in (part * size)..<min(Int(groups), (part + 1) * size) {
                var members = Array(lists[group])
                members.sort { left, right in
                    // Who has no place comes first, as with place 0.
                    let a = max(0, places[Int(left)])
                    let b = max(0, places[Int(right)])
                    return a != b ? a < b : keys.precedes(rows[Int(left)], rows[Int(right)])
                }
                order += members
            }
            return order
        }
        return Array(parts.joined())
    }

    /// The rank of each group by the values that its members share; groups that are listed alike have the same.
    private func groupRanks(_ values: [(vector: Vector, type: ValueType)], _ count: Int) -> [Int32] {
        if values.isEmpty { return Array(repeating: 0, count: count) }
        let orders = values.map { ValueOrder(state, $0.vector, $0.type, count) }
        func order(_ left: Int, _ right: Int) -> Int {
            for values in orders {
                let order = values.order(left, right)
                if order != 0 { return order }
            }
            return 0
        }
        let sorted = (0..<count).sorted { order($0, $1) < 0 }
        var ranks = [Int32](repeating: 0, count: count)
        var rank: Int32 = 0
        for (position, group) in sorted.enumerated() {
            if position > 0, order(sorted[position - 1], group) != 0 { rank += 1 }
            ranks[group] = rank
        }
        return ranks
    }
}

/// Compares the values of one formula for some evaluations as they are listed: numbers, dates and months by size,
/// choices as they are declared, texts by their letters, rows by their keys; what is missing comes last.
private struct ValueOrder {
    private let numbers: [Int64]?
    private let rows: RowOrder?
    private let values: Vector
    private let type: ValueType
    private let reference: Evaluator

    init(_ state: BatchState, _ vector: Vector, _ type: ValueType, _ count: Int) {
        values = vector
        self.type = type
        reference = Evaluator(state.program, state.data)
        if let (kind, numbers) = vector.integers(count) {
            self.numbers = numbers
            if case .row = kind, case .row(let table) = type.kind {
                rows = RowOrder(state, table)
            } else {
                rows = nil
            }
        } else {
            numbers = nil
            rows = nil
        }
    }

    func order(_ left: Int, _ right: Int) -> Int {
        guard let numbers else { return reference.listed(values[left], values[right], type) }
        let (a, b) = (numbers[left], numbers[right])
        if a == b { return 0 }
        if a == Integers.missing { return 1 }
        if b == Integers.missing { return -1 }
        if let rows { return rows.order(Int32(a), Int32(b)) }
        return a < b ? -1 : 1
    }
}

/// The order of a table's rows by their keys.
struct RowOrder: Sendable {
    private let state: BatchState
    private let table: Int
    /// The keys where they are texts whose bytes have the order of the letters.
    private let texts: TextPool?
    /// Whether the rows stand in that order already, no two alike.
    private let isSorted: Bool

    init(_ state: BatchState, _ table: Int) {
        self.state = state
        self.table = table
        let keys = state.program.tables[table].keys
        guard keys.count == 1, case .texts(let pool)? = state.data.tables[table].columns[keys[0]]?.storage,
            TextPool.isPlain(pool.bytes[...])
        else {
            texts = nil
            isSorted = false
            return
        }
        texts = pool
        isSorted = (1..<max(1, pool.count)).allSatisfy { Self.order(pool, $0 - 1, $0) < 0 }
    }

    func precedes(_ left: Int32, _ right: Int32) -> Bool {
        let order = order(left, right)
        return order != 0 ? order < 0 : left < right
    }

    /// Negative when the first comes first.
    func order(_ left: Int32, _ right: Int32) -> Int {
        if isSorted { return Int(left) - Int(right) }
        if let texts { return Self.order(texts, Int(left), Int(right)) }
        return Evaluator(state.program, state.data).listedRows(table, Int(left), Int(right))
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
