import Diagnostics
import RuleSemantics
import Tables

/// Records that are probably there by mistake: the same ones twice, and days years away from all others.
struct RowCheck {
    private static let year: Int32 = 366

    /// Whether a table of so many rows is looked at: a larger one comes from a system, not from a keyboard. Of one that is,
    /// every column must have been kept.
    static func looks(at rows: Int) -> Bool { rows <= 100_000 }

    private(set) var problems: [Diagnostic] = []
    private let program: Program
    private let data: Dataset
    private let counted: Set<ColumnReference>
    private var holidays = Set<CalendarDate>()

    init(_ program: Program, _ data: Dataset) {
        self.program = program
        self.data = data
        counted = program.workingDayColumns
        for (index, table) in program.tables.enumerated() {
            guard case .data = table.kind, Self.looks(at: data.tables[index].rowCount) else { continue }
            if table.keys.isEmpty { findRepeated(index) }
            for (column, definition) in table.columns.enumerated() {
                guard let schema = definition.schema else { continue }
                switch definition.type.kind {
                case .date:
                    findFarDays(index, column, schema.header)
                    if counted.contains(ColumnReference(index, column)) { findHoliday(index, column, schema.header) }
                case .number: if !table.keys.contains(column) { findFarNumbers(index, column, schema.header) }
                case .text, .bool, .month, .choice, .row, .span, .unknown: break
                }
            }
        }
        findOtherYears()
    }

    /// A table of records all of whose days lie half a year or more from those of all other tables: last year's.
    private mutating func findOtherYears() {
        struct Days {
            var table: Int
            var column: Int
            var low: CalendarDate
            var high: CalendarDate
        }
        var found: [Days] = []
        for (index, table) in program.tables.enumerated() {
            guard case .data = table.kind, table.keys.isEmpty, Self.looks(at: data.tables[index].rowCount) else {
                continue
            }
            for column in table.columns.indices where table.columns[column].type.kind == .date {
                guard table.columns[column].schema != nil, let (low, high) = days(index, column),
                    high.day - low.day <= Self.year,
                    data.tables[index].columns[column]!.count(where: { $0 != .missing }) >= 3
                else { continue }
                found.append(Days(table: index, column: column, low: low, high: high))
            }
        }
        for one in found {
            let others = found.filter { $0.table != one.table }
            guard Set(others.map(\.table)).count >= 2, let low = others.map(\.low).min(),
                let high = others.map(\.high).max(), high.day - low.day <= Self.year,
                one.high.day + Self.year / 2 < low.day || high.day + Self.year / 2 < one.low.day,
                case .data(var place) = data.place(table: one.table, row: 0),
                let header = program.tables[one.table].columns[one.column].schema?.header
            else { continue }
            place.row = nil
            problems.report(
                DataProblem.otherYear(
                    header, from: one.low.description, to: one.high.description, others: low.description,
                    until: high.description), at: place)
        }
    }

    /// Rows of records with a day that are equal cell for cell, or a sheet whose second half is its first half again.
    private mutating func findRepeated(_ index: Int) {
        let table = program.tables[index]
        let stored = table.columns.indices.filter { table.columns[$0].schema != nil }
        let columns = stored.compactMap { data.tables[index].columns[$0] }
        let count = data.tables[index].rowCount
        guard columns.count == stored.count, columns.count > 1, columns.allSatisfy({ $0.count == count }) else {
            return
        }
        // A key that is found nowhere is another fault, and says nothing here.
        let references = columns.indices.filter {
            if case .row = table.columns[stored[$0]].type.kind { true } else { false }
        }
        let (records, numbers) = KeyIndex.numbering(columns.map { $0.slice(0, count) }, count, missingCounts: true)
        if records.count == count { return }
        let repeated = (0..<count).compactMap { row -> (row: Int, first: Int)? in
            let first = Int(records.firsts[Int(numbers[row])])
            return first == row || references.contains { columns[$0][row] == .missing } ? nil : (row, first)
        }
        guard let one = repeated.first else { return }
        let hasDay = stored.contains { table.columns[$0].type.kind == .date }
        let half = count / 2
        let isTwice =
            count >= 6 && count % 2 == 0 && records.count == half
            && (0..<half).allSatisfy { row in columns.allSatisfy { $0[row] == $0[half + row] } }
        guard hasDay || isTwice else { return }
        problems.append(
            Diagnostic(
                DataProblem.repeatedRows(
                    repeated.count, table: table.name, first: data.rowName(table: index, one.first, besides: one.row)),
                at: data.place(table: index, row: one.row)))
    }

    /// A few numbers ten times as large as the largest of the others, or a tenth of the smallest and less.
    private mutating func findFarNumbers(_ index: Int, _ column: Int, _ header: String) {
        guard let values = data.tables[index].columns[column], let ends = values.ends, let least = ends.low.number,
            let most = ends.high.number, least.signum >= 0, least * 10 <= most
        else { return }
        func tell(_ isFar: (Number) -> Bool, _ low: Number, _ high: Number) {
            let far = values.enumerated().compactMap { row, value in
                value.number.flatMap { isFar($0) ? (number: $0, row: row) : nil }
            }
            problems.append(
                Diagnostic(
                    DataProblem.farNumber(
                        far[0].number.description, column: header, count: far.count, from: low.description,
                        to: high.description), at: data.place(table: index, row: far[0].row)))
        }
        let sorted = SortedNumbers(values)
        let last = sorted.count - 1
        guard last >= 7 else { return }
        for count in 1...max(1, sorted.count / 10) {
            // Small whole numbers, 0 among them, may be counts of anything.
            if sorted.steps(to: count), sorted[count] >= 10, sorted[count - 1] * 10 <= sorted[count] {
                return tell({ $0 < sorted[count] }, sorted[count], most)
            }
            let rest = last - count
            if least.signum > 0, sorted.steps(to: rest + 1), sorted[rest + 1] > sorted[rest] * 10 {
                return tell({ $0 > sorted[rest] }, least, sorted[rest])
            }
        }
    }

    /// The numbers of a column by size, each made when it is looked at.
    private struct SortedNumbers {
        private let codes: [Int64]
        private let number: (Int64) -> Number

        init(_ values: Column) {
            if case .integers(let kind, let integers) = values.storage {
                let numbers = integers.slice(0, integers.count).filter { $0 != Integers.missing }
                // Beside one another as numbers without a sign, in the same order.
                codes = sortedPlaces(numbers.map { UInt64(bitPattern: $0 ^ Int64.min) }).map { numbers[Int($0)] }
                number = { kind.value($0).number ?? 0 }
            } else {
                let numbers = values.compactMap(\.number).sorted()
                codes = numbers.indices.map(Int64.init)
                number = { numbers[Int($0)] }
            }
        }

        var count: Int { codes.count }
        subscript(place: Int) -> Number { number(codes[place]) }

        /// Whether a number differs from the one before it.
        func steps(to place: Int) -> Bool { codes[place] != codes[place - 1] }
    }

    /// The first and the last day of a column; `nil` where it has none, or was not kept.
    private func days(_ index: Int, _ column: Int) -> (low: CalendarDate, high: CalendarDate)? {
        guard case (.date(let low), .date(let high))? = data.tables[index].columns[column]?.ends else { return nil }
        return (low, high)
    }

    /// A day off by law between the days from or to which working days are counted.
    private mutating func findHoliday(_ index: Int, _ column: Int, _ header: String) {
        guard let (low, high) = days(index, column),
            let holiday = program.calendar.missingHoliday(from: low, to: high),
            holidays.insert(holiday).inserted, case .data(var place) = data.place(table: index, row: 0)
        else { return }
        place.row = nil
        problems.report(
            DataProblem.holidayMissing(
                holiday.description, column: header, from: low.description, to: high.description), at: place)
    }

    /// A few days that lie more than a year from the middle one, where all the others lie within a year.
    private mutating func findFarDays(_ index: Int, _ column: Int, _ header: String) {
        guard let values = data.tables[index].columns[column], let (first, last) = days(index, column),
            last.day - first.day > Self.year
        else { return }
        let days = values.enumerated().compactMap { row, value in
            if case .date(let date) = value { (day: Int(date.day), row: row) } else { nil }
        }
        guard days.count >= 5 else { return }
        let middle = days.map(\.day).sorted()[days.count / 2]
        let far = days.filter { abs($0.day - middle) > Int(Self.year) }
        let near = days.map(\.day).filter { abs($0 - middle) <= Int(Self.year) }
        guard let one = far.first, far.count * 5 <= days.count, let low = near.min(), let high = near.max(),
            high - low <= Int(Self.year)
        else { return }
        func text(_ day: Int) -> String { CalendarDate(day: Int32(day)).description }
        problems.append(
            Diagnostic(
                DataProblem.farDay(text(one.day), column: header, count: far.count, from: text(low), to: text(high)),
                at: data.place(table: index, row: one.row)))
    }
}
