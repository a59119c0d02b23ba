import RuleSemantics
import RuleSyntax
import Tables

extension Function {
    /// Whether it tells how long spans are.
    var isLength: Bool { self == .days || self == .months || self == .years }
}

/// Functions over rows or over a written list.
extension Evaluator {
    func aggregate(_ aggregate: Aggregate) -> Value {
        guard let plan = aggregate.rows else { return overList(aggregate) }
        if aggregate.function == .rank || aggregate.function == .denseRank { return rank(aggregate, plan) }
        guard aggregate.shared else { return remembered(aggregate) { overRows(aggregate, plan) } }
        let key = Caches.Shared(aggregate: aggregate.id, key: sharedKey(plan))
        if let known = caches.shared[key] { return value(of: known) }
        let result = noting { overRows(aggregate, plan) }
        caches.shared[key] = result
        return result.value
    }

    /// A result of the row at home, worked out once while results are remembered.
    private func remembered(_ aggregate: Aggregate, _ body: () -> Value) -> Value {
        guard let results, frames.count == 1 else { return body() }
        if let known = results[aggregate.id] { return known }
        let value = body()
        self.results?[aggregate.id] = value
        return value
    }

    /// Remembers the results of functions over rows while one row stays at home: whoever explains it
    /// asks for them again and again. Whoever looks at another row (`with`) remembers nothing meanwhile.
    func remembering<T>(_ body: () -> T) -> T {
        results = [:]
        defer { results = nil }
        return body()
    }

    /// What decides which rows a shared result is over.
    private func sharedKey(_ plan: RowsPlan) -> [Value] {
        var key = plan.matches.map { value($0.value) }
        if case .related(let home, _) = plan.source { key.append(value(home)) }
        return key
    }

    private func overRows(_ aggregate: Aggregate, _ plan: RowsPlan) -> Value {
        let elements = elements(of: plan)
        guard let argument = aggregate.arguments.first else { return .number(Number(elements.count)) }
        if aggregate.function == .currentRun {
            let values = elements.map { value(argument, in: $0) }
            let last = elements.first.map { value(aggregate.arguments[1], in: $0) } ?? .missing
            return currentRun(values, last, argument.type)
        }
        let values = elements.map { value(argument, in: $0) }
        if aggregate.function == .only, values.count > 1 {
            report(
                .severalRows(formula: text(argument), count: values.count, who: who),
                remedy: .remove(table: plan.table, rows: elements.dropFirst().map(\.row)))
            return .missing
        }
        return fold(aggregate.function, values, argument.type)
    }

    private func overList(_ aggregate: Aggregate) -> Value {
        if aggregate.function.isLength { return length(aggregate) }
        return fold(aggregate.function, aggregate.arguments.map(value), aggregate.arguments[0].type)
    }

    /// The length of a written list of spans, missing where one of them is.
    func length(_ aggregate: Aggregate) -> Value {
        if aggregate.arguments.contains(where: isAbsent) { return .missing }
        return fold(aggregate.function, aggregate.arguments.map(value), aggregate.arguments[0].type)
    }

    /// Whether there is no span because something that it is made of is missing. An overlap of nothing, and one that ends
    /// before it begins, are spans without a day.
    private func isAbsent(_ span: Formula) -> Bool {
        switch span.kind {
        case .function(.common, let parts): parts.contains(where: isAbsent)
        case .span(let first, let last): value(first) == .missing || value(last) == .missing
        default: span.type.optional && value(span) == .missing
        }
    }

    /// One value of many. Missing ones, which only a reported error can leave, are passed over.
    func fold(_ function: Function, _ all: [Value], _ type: ValueType) -> Value {
        let values = all.filter { $0 != .missing }
        switch function {
        case .sum: return .number(values.reduce(Number(0)) { $0 + ($1.number ?? 0) })
        case .count: return .number(Number(values.count { $0 == .bool(true) }))
        case .distinct: return .number(Number(Set(values).count))
        case .any: return .bool(values.contains(.bool(true)))
        case .every: return values.isEmpty ? .missing : .bool(!values.contains(.bool(false)))
        case .max: return extreme(values, type, 1)
        case .min: return extreme(values, type, -1)
        case .only: return values.first ?? .missing
        case .mean: return mean(values).map(Value.number) ?? .missing
        case .median: return median(values)
        case .longestRun:
            return type.kind == .span ? longest(values) : .number(Number(run(values, endingAt: nil).count))
        case .days, .months, .years: return .number(Number(length(function, values)))
        case .deviation, .rank, .denseRank, .currentRun, .workdays, .year, .month, .common, .quotient, .remainder,
            .absolute, .has:
            return .missing
        }
    }

    private func extreme(_ values: [Value], _ type: ValueType, _ sign: Int) -> Value {
        guard var best = values.first else { return .missing }
        for value in values.dropFirst() where (order(value, best, type) ?? 0) * sign > 0 { best = value }
        return best
    }

    private func mean(_ values: [Value]) -> Number? {
        let sum = values.reduce(Number(0)) { $0 + ($1.number ?? 0) }
        return sum.divided(by: Number(values.count))
    }

    /// The middle value; of an even number of values the mean of the two in the middle.
    private func median(_ values: [Value]) -> Value {
        let sorted = values.compactMap(\.number).sorted()
        guard !sorted.isEmpty else { return .missing }
        let middle = sorted.count / 2
        if sorted.count % 2 == 1 { return .number(sorted[middle]) }
        return (sorted[middle - 1] + sorted[middle]).divided(by: 2).map(Value.number) ?? .missing
    }

    /// The standard deviation of a whole population, to the decimals that the rules name.
    func deviation(_ aggregate: Aggregate, _ places: Int, _ mode: RoundingMode) -> Value {
        guard let plan = aggregate.rows, let argument = aggregate.arguments.first else { return .missing }
        return deviation(elements(of: plan).compactMap { value(argument, in: $0).number }, places, mode)
    }

    func deviation(_ values: [Number], _ places: Int, _ mode: RoundingMode) -> Value {
        guard let mean = mean(values.map(Value.number)) else { return .missing }
        let squares = values.reduce(Number(0)) { $0 + ($1 - mean) * ($1 - mean) }
        let variance = squares.divided(by: Number(values.count))
        return variance?.squareRoot(toPlaces: places, mode).map(Value.number) ?? .missing
    }

    // MARK: Ranks

    /// The place of the current row among the rows: 1 and the number of better ones (or of better values). A row that
    /// is none of them has no place, which is an error unless 若缺 provides for it.
    private func rank(_ aggregate: Aggregate, _ plan: RowsPlan) -> Value {
        let home = frames[plan.frame - 1].row
        let key = Caches.Shared(aggregate: aggregate.id, key: sharedKey(plan))
        let places: [Int: Int]
        if aggregate.shared, let known = caches.ranks[key] {
            places = value(of: known)
        } else {
            let found = noting { self.places(elements(of: plan), aggregate) }
            places = found.value
            if aggregate.shared { caches.ranks[key] = found }
        }
        if let place = places[home] { return .number(Number(place)) }
        if !aggregate.isTolerant { report(.rankOutside(formula: plan.name, who: who)) }
        return .missing
    }

    private func places(_ elements: [Frame], _ aggregate: Aggregate) -> [Int: Int] {
        let keys = elements.map { element in aggregate.arguments.map { value($0, in: element) } }
        return places(elements.map(\.row), keys, aggregate)
    }

    /// The places of rows with the values by which they are ranked.
    func places(_ rows: [Int], _ keys: [[Value]], _ aggregate: Aggregate) -> [Int: Int] {
        func order(_ left: Int, _ right: Int) -> Int {
            for (index, argument) in aggregate.arguments.enumerated() {
                let order = self.order(keys[left][index], keys[right][index], argument.type) ?? 0
                if order != 0 { return aggregate.ascending[index] ? order : -order }
            }
            return 0
        }
        let sorted = rows.indices.sorted { order($0, $1) < 0 }
        var places: [Int: Int] = [:]
        var place = 0
        for (position, index) in sorted.enumerated() {
            if position == 0 || order(sorted[position - 1], index) != 0 {
                place = aggregate.function == .denseRank ? place + 1 : position + 1
            }
            places[rows[index]] = place
        }
        return places
    }

    // MARK: Runs and lengths

    /// The run or the unbroken piece that ends at a given value.
    func currentRun(_ values: [Value], _ last: Value, _ type: ValueType) -> Value {
        type.kind == .span ? unbroken(values, upTo: last) : .number(Number(run(values, endingAt: last).count))
    }

    /// The longest run of consecutive whole numbers, the first of several as long, or the run that ends at the given one;
    /// the greatest number first.
    func run(_ values: [Value], endingAt last: Value?) -> [Number] {
        let years = Set(values.compactMap(\.number))
        func run(from year: Number) -> [Number] {
            var (year, run) = (year, [Number]())
            while years.contains(year) {
                run.append(year)
                year = year - 1
            }
            return run
        }
        if let last { return last.number.map(run) ?? [] }
        var longest: [Number] = []
        for end in years.filter({ !years.contains($0 + 1) }).sorted() {
            let own = run(from: end)
            if own.count > longest.count { longest = own }
        }
        return longest
    }

    /// The pieces of the union of spans; spans that touch make one piece.
    private func united(_ values: [Value]) -> [(first: Int32, last: Int32)] {
        var spans: [(first: Int32, last: Int32)] = []
        for value in values { if case .span(let first, let last) = value { spans.append((first.day, last.day)) } }
        spans.sort { $0 < $1 }
        var pieces: [(first: Int32, last: Int32)] = []
        for span in spans {
            if let last = pieces.last, span.first <= last.last + 1 {
                pieces[pieces.count - 1].last = max(last.last, span.last)
            } else {
                pieces.append(span)
            }
        }
        return pieces
    }

    /// The longest unbroken piece of spans, the first of several as long; missing where there are none.
    private func longest(_ values: [Value]) -> Value {
        var best: (first: Int32, last: Int32)?
        for piece in united(values) where best.map({ piece.last - piece.first > $0.last - $0.first }) ?? true {
            best = piece
        }
        return best.map { .span(CalendarDate(day: $0.first), CalendarDate(day: $0.last)) } ?? .missing
    }

    /// The unbroken piece of spans in which a day lies, up to that day; missing where it lies in none.
    private func unbroken(_ values: [Value], upTo day: Value) -> Value {
        guard case .date(let end) = day,
            let piece = united(values).first(where: { $0.first <= end.day && end.day <= $0.last })
        else { return .missing }
        return .span(CalendarDate(day: piece.first), end)
    }

    /// Days, months or years of the union of spans, both ends of each counted. Whole months of each piece add up, its
    /// left-over days too, and 30 days make a month.
    private func length(_ function: Function, _ values: [Value]) -> Int {
        let pieces = united(values)
        if function == .days { return pieces.reduce(0) { $0 + Int($1.last - $1.first) + 1 } }
        var months = 0
        var days = 0
        for piece in pieces {
            let start = CalendarDate(day: piece.first)
            let end = CalendarDate(day: piece.last + 1)
            let whole = CalendarDate.completedMonths(from: start, to: end)
            months += whole
            days += Int(end.day) - Int(start.adding(months: whole).day)
        }
        months += days / 30
        return function == .months ? months : months / 12
    }
}
