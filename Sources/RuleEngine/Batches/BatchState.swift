import RuleSemantics
import RuleSyntax
import Tables

/// What the evaluation of batches reads: the data with the columns computed so far, and what was worked out once for
/// all rows. Threads only read it.
struct BatchState: Sendable {
    let program: Program
    var data: Dataset
    var planValues: [Value] = []
    /// The assessed rows of each table that is assessed in part.
    var populations: [Int: [Int32]] = [:]
    /// The rows behind each row to which a chain of references leads.
    var behind: [Caches.Path: Behind] = [:]
    var groupings: [Caches.Matching: Grouping] = [:]
    /// Results of functions over rows that many rows share, by the number of the function.
    var shared: [Int: SharedResult] = [:]
    var ranks: [Int: Ranks] = [:]
    /// The row of a derived table to which each row of its source belongs.
    var derived: [Int: [Int32]] = [:]
    /// The rows of keyed tables by their keys.
    var keys: [Int: KeyIndex] = [:]
    /// The groups in which a table's first grades are awarded, where everybody assessed takes part.
    var groups: [Int: Members] = [:]
    var workdays: WorkdayCount?
    /// The rows in which a named value was not to be had. That matters only to whoever reads it.
    var doubtful: [ColumnReference: [Bool]] = [:]

    init(_ program: Program, _ data: Dataset) {
        self.program = program
        self.data = data
    }

    func rowCount(_ table: Int) -> Int { data.tables[table].rowCount }

    /// The assessed rows of a table, and how many they are.
    func population(_ table: Int) -> (rows: Rows, count: Int) {
        if let rows = populations[table] { return (.list(rows), rows.count) }
        return (.range(0), rowCount(table))
    }
}

/// Mistakes of the data that evaluations in batches met.
struct Mistakes: Sendable {
    /// The rows at home of the evaluations that met them.
    var rows: [Int32] = []
    /// Whether there are some of which it is not known whom they concern.
    var hasOthers = false

    var isEmpty: Bool { rows.isEmpty && !hasOthers }
}

/// The rows of a table behind each row of another.
struct Behind: Sendable {
    /// Where the rows behind each row begin; one more than there are rows.
    var offsets: [Int32]
    /// Missing where they are all rows in their own order.
    var rows: [Int32]?

    /// `targets` holds for each row the one that it leads to, -1 for none.
    init(_ targets: [Int32], _ count: Int) {
        var last: Int32 = 0
        let isSorted = targets.allSatisfy { target in
            defer { last = target }
            return target >= last
        }
        if !isSorted, targets.count >= Self.many, count >= Self.ranges {
            (offsets, rows) = Self.inRanges(targets, count)
            return
        }
        var offsets = [Int32](repeating: 0, count: count + 1)
        for target in targets where target >= 0 { offsets[Int(target) + 1] += 1 }
        for index in 0..<count { offsets[index + 1] += offsets[index] }
        self.offsets = offsets
        if isSorted { return }
        var next = offsets
        var rows = [Int32](repeating: 0, count: Int(offsets[count]))
        for row in targets.indices where targets[row] >= 0 {
            let target = Int(targets[row])
            rows[Int(next[target])] = Int32(truncatingIfNeeded: row)
            next[target] += 1
        }
        self.rows = rows
    }

    /// From so many rows on they are divided first, into so many ranges of targets.
    private static let many = 1 << 18
    private static let ranges = 128

    /// The same for many rows in no order. Rows are divided by ranges of targets first and within each range then: to
    /// write all over a large memory takes six times as long as to do it in two steps.
    private static func inRanges(_ targets: [Int32], _ count: Int) -> (offsets: [Int32], rows: [Int32]) {
        let width = (count + Self.ranges - 1) / Self.ranges
        // The range of a target without a division.
        let shift = Int.bitWidth - (width - 1).leadingZeroBitCount
        let ranges = (count - 1) >> shift + 1
        var starts = [Int](repeating: 0, count: ranges + 1)
        for target in targets where target >= 0 { starts[Int(target) >> shift + 1] += 1 }
        for range in 0..<ranges { starts[range + 1] += starts[range] }
        let total = starts[ranges]
        var rows = [Int32](repeating: 0, count: total)
        var divided = rows
        var next = starts
        for row in targets.indices where targets[row] >= 0 {
            let range = Int(targets[row]) >> shift
            let place = next[range]
            rows[place] = Int32(truncatingIfNeeded: row)
            divided[place] = targets[row]
            next[range] = place + 1
        }
        var offsets = [Int32](repeating: 0, count: count + 1)
        for range in 0..<ranges {
            let own = starts[range]..<starts[range + 1]
            let (low, high) = (range << shift, min(count, (range + 1) << shift))
            for place in own { offsets[Int(divided[place]) + 1] += 1 }
            var sum = Int32(truncatingIfNeeded: own.lowerBound)
            var places: [Int32] = []
            places.reserveCapacity(high - low)
            for target in low..<high {
                places.append(sum)
                sum += offsets[target + 1]
                offsets[target + 1] = sum
            }
            let before = Array(rows[own])
            for (index, place) in own.enumerated() {
                let target = Int(divided[place]) - low
                rows[Int(places[target])] = before[index]
                places[target] += 1
            }
        }
        return (offsets, rows)
    }
}

/// The rows of a table by the values of some of their columns.
struct Grouping: Sendable {
    var index: KeyIndex
    var lists: Members
}

/// A result that many rows share.
enum SharedResult: Sendable {
    case single(Value)
    /// For each row of the table at home; the last is for no row.
    case byRow(Column)
    /// For each combination of the values that 同 asks for; the last is for one that does not occur.
    case byKey(KeyIndex, Column)
}

/// The places of rows among the rows of their group.
struct Ranks: Sendable {
    /// Of each row of the table; 0 where it has none.
    var places: [Int32]
    /// The group in which each row has its place, -1 where it has none.
    var groups: [Int32]
    /// How the group of a row at home is found, where there are several.
    var index: KeyIndex?
}

/// Working days by day: the difference of two counts is the number of working days between two days.
struct WorkdayCount: Sendable {
    private let first: Int32
    private let counts: [Int32]
    private let calendar: WorkingCalendar

    /// So many years around that of the plan are counted beforehand.
    private static let years = 3

    init(_ calendar: WorkingCalendar, around year: Int) {
        self.calendar = calendar
        let start = CalendarDate(year: min(max(year - Self.years, 1), 9990), month: 1, day: 1) ?? CalendarDate.first
        first = start.day
        var counts: [Int32] = [0]
        counts.reserveCapacity(Self.years * 732)
        for day in (first + 1)..<(first + Int32(Self.years * 732)) {
            counts.append(counts[counts.count - 1] + (calendar.isWorkingDay(CalendarDate(day: day)) ? 1 : 0))
        }
        self.counts = counts
    }

    /// Working days after one day up to and including another.
    func between(_ start: Int64, _ end: Int64) -> Int64 {
        let (a, b) = (start - Int64(first), end - Int64(first))
        if a >= 0, b >= 0, a < counts.count, b < counts.count {
            return Int64(counts[Int(b)]) - Int64(counts[Int(a)])
        }
        return Int64(
            calendar.workingDays(from: CalendarDate(day: Int32(start)), to: CalendarDate(day: Int32(end))))
    }
}

extension Formula {
    /// Whether its evaluation can find a mistake of the data, so that it must not be evaluated where its value is not
    /// asked for.
    var mayReport: Bool {
        var found = false
        visit { formula in
            switch formula.kind {
            case .orError, .findOrError: found = true
            case .arithmetic(_, let left, _):
                switch left.type.kind {
                case .date, .month: found = true
                default: break
                }
            case .aggregate(let aggregate):
                switch aggregate.function {
                case .only: found = true
                case .rank, .denseRank: found = found || !aggregate.isTolerant
                default: break
                }
                let picks =
                    aggregate.rows?.operations.contains { if case .pick = $0 { true } else { false } } ?? false
                found = found || picks
            default: break
            }
        }
        return found
    }

    /// The same formula in memory of its own: threads that count references to the same formulas wait for one another.
    var copied: Formula {
        let kind: Kind =
            switch self.kind {
            case .constant, .column, .row, .planValue: self.kind
            case .field(let inner, let table, let column): .field(inner.copied, table: table, column: column)
            case .find(let table, let keys): .find(table: table, keys: keys.map(\.copied))
            case .findOrError(let table, let keys): .findOrError(table: table, keys: keys.map(\.copied))
            case .arithmetic(let sign, let left, let right): .arithmetic(sign, left.copied, right.copied)
            case .negate(let inner): .negate(inner.copied)
            case .comparison(let sign, let left, let right): .comparison(sign, left.copied, right.copied)
            case .convert(let inner, let map): .convert(inner.copied, map.map { $0 })
            case .inside(let left, let right): .inside(left.copied, right.copied)
            case .has(let inner): .has(inner.copied)
            case .not(let inner): .not(inner.copied)
            case .all(let parts): .all(parts.map(\.copied))
            case .any(let parts): .any(parts.map(\.copied))
            case .choose(let branches, let last):
                .choose(
                    branches.map { Branch(condition: $0.condition.copied, value: $0.value.copied) },
                    last.map { Box(formula: $0.formula.copied) })
            case .otherwise(let left, let right): .otherwise(left.copied, right.copied)
            case .orError(let inner): .orError(inner.copied)
            case .floor(let left, let right): .floor(left.copied, right.copied)
            case .cap(let left, let right): .cap(left.copied, right.copied)
            case .rounded(let inner, let places, let mode): .rounded(inner.copied, places, mode)
            case .span(let left, let right): .span(left.copied, right.copied)
            case .function(let function, let arguments): .function(function, arguments.map(\.copied))
            case .aggregate(var aggregate):
                {
                    aggregate.arguments = aggregate.arguments.map(\.copied)
                    aggregate.rows = aggregate.rows?.copied
                    return .aggregate(aggregate)
                }()
            }
        return Formula(kind, type, range)
    }
}

extension RowsPlan {
    var copied: RowsPlan {
        var plan = self
        if case .related(let home, let path) = source {
            plan.source = .related(home: home.copied, path: path.map { $0 })
        }
        plan.matches = matches.map { Match(column: $0.column, value: $0.value.copied) }
        plan.operations = operations.map { operation in
            switch operation {
            case .filter(let condition): return .filter(condition.copied)
            case .group(let keys): return .group(keys.map { $0 })
            case .pick(var pick):
                pick.count = pick.count.copied
                pick.by = pick.by.copied
                return .pick(pick)
            }
        }
        return plan
    }
}

extension Requirement {
    var copied: Requirement {
        var requirement = self
        requirement.condition = condition.copied
        requirement.when = when?.copied
        requirement.rows = rows?.copied
        return requirement
    }
}

extension SectionBody {
    var copied: SectionBody {
        var body = self
        for index in body.score.indices {
            body.score[index].value = body.score[index].value.copied
            body.score[index].when = body.score[index].when?.copied
        }
        body.start = start?.copied
        for index in body.parts.indices {
            body.parts[index].when = body.parts[index].when?.copied
            switch body.parts[index].kind {
            case .amount(let formula): body.parts[index].kind = .amount(formula.copied)
            case .each(let plan, let inner): body.parts[index].kind = .each(plan.copied, inner.copied)
            }
        }
        for index in body.voids.indices { body.voids[index].condition = body.voids[index].condition.copied }
        return body
    }
}
