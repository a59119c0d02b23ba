package import Tables

/// The values of a column, one a row. Where it can, it keeps them smaller than a `Value` is: a province has as many
/// cells as a school has letters.
package struct Column: Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
    private enum Storage {
        case values([Value])
        /// Whole numbers that a kind of value is; the least stands for a missing one.
        case whole(Kind, [Int32])
        /// Few different values, by their place among them.
        case coded([UInt16], [Value])
    }

    /// Kinds of values that are a whole number inside.
    private enum Kind {
        case date, month, bool, choice, row
    }

    private var storage: Storage

    private static let missing = Int32.min
    /// More different values than this are kept as they are.
    private static let codeLimit = 4096
    /// When so many values were looked at, most must have occurred before.
    private static let trial = 1024

    /// Values as they are, to be read soon or to be added to.
    package init(_ values: [Value]) { storage = .values(values) }

    package init(arrayLiteral values: Value...) { storage = .values(values) }

    package init(repeating value: Value, count: Int) {
        storage =
            count > Self.trial
            ? .coded(Array(repeating: 0, count: count), [value]) : .values(Array(repeating: value, count: count))
    }

    /// Values that will stay, packed.
    package init(packing values: [Value]) {
        storage =
            Self.whole(values).map { .whole($0.kind, $0.numbers) } ?? Self.coded(values).map {
                .coded($0.codes, $0.values)
            }
            ?? .values(values)
    }

    package var startIndex: Int { 0 }

    package var endIndex: Int {
        switch storage {
        case .values(let values): values.count
        case .whole(_, let numbers): numbers.count
        case .coded(let codes, _): codes.count
        }
    }

    package subscript(row: Int) -> Value {
        switch storage {
        case .values(let values): values[row]
        case .whole(let kind, let numbers): Self.value(kind, numbers[row])
        case .coded(let codes, let values): values[Int(codes[row])]
        }
    }

    /// The value of a row; `nil` beyond the rows that there are.
    func value(_ row: Int) -> Value? { indices.contains(row) ? self[row] : nil }

    package mutating func append(_ value: Value) {
        if case .values(var values) = storage {
            storage = .values([])
            values.append(value)
            storage = .values(values)
        } else {
            storage = .values(Array(self) + [value])
        }
    }

    /// The same values in memory of its own.
    var copied: Column {
        var copy = self
        switch storage {
        case .values(let values): copy.storage = .values(values.map { $0 })
        case .whole(let kind, let numbers): copy.storage = .whole(kind, numbers.map { $0 })
        case .coded(let codes, let values): copy.storage = .coded(codes.map { $0 }, values.map { $0 })
        }
        return copy
    }

    // MARK: Packing

    private static func value(_ kind: Kind, _ number: Int32) -> Value {
        if number == missing { return .missing }
        switch kind {
        case .date: return .date(CalendarDate(day: number))
        case .month: return .month(CalendarMonth(index: number))
        case .bool: return .bool(number == 1)
        case .choice: return .choice(Int(number))
        case .row: return .row(Int(number))
        }
    }

    /// The whole number that a value is, with its kind.
    private static func whole(_ value: Value) -> (kind: Kind, number: Int32)? {
        switch value {
        case .date(let date): (.date, date.day)
        case .month(let month): (.month, month.index)
        case .bool(let bool): (.bool, bool ? 1 : 0)
        case .choice(let choice): Int32(exactly: choice).map { (.choice, $0) }
        case .row(let row): Int32(exactly: row).map { (.row, $0) }
        case .missing, .number, .text, .span: nil
        }
    }

    private static func whole(_ values: [Value]) -> (kind: Kind, numbers: [Int32])? {
        guard let kind = values.first(where: { $0 != .missing }).flatMap({ whole($0)?.kind }) else { return nil }
        var numbers: [Int32] = []
        numbers.reserveCapacity(values.count)
        for value in values {
            if case .missing = value {
                numbers.append(missing)
            } else {
                guard let (own, number) = whole(value), own == kind, number != missing else { return nil }
                numbers.append(number)
            }
        }
        return (kind, numbers)
    }

    private static func coded(_ values: [Value]) -> (codes: [UInt16], values: [Value])? {
        guard values.count > trial else { return nil }
        var places: [Value: UInt16] = [:]
        var known: [Value] = []
        var codes: [UInt16] = []
        codes.reserveCapacity(values.count)
        for (row, value) in values.enumerated() {
            if let place = places[value] {
                codes.append(place)
                continue
            }
            guard known.count < codeLimit, row < trial || known.count < row / 2 else { return nil }
            places[value] = UInt16(known.count)
            codes.append(UInt16(known.count))
            known.append(value)
        }
        return (codes, known)
    }
}
