import RuleSemantics
package import Tables

/// The values of a column, one a row. Where it can, it keeps them smaller than a `Value` is: a province has as many
/// cells as a school has letters.
package struct Column: Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
    enum Storage {
        case values([Value])
        /// Values that are a whole number inside.
        case integers(Kind, Integers)
        /// Fractions: a numerator, missing with it, and a denominator above zero for each.
        case ratios(Integers, Integers)
        case texts(TextPool)
        /// Few different values, by their place among them.
        case coded([UInt16], [Value])
    }

    /// What a whole number stands for.
    enum Kind: Hashable {
        case date, month, bool, choice, row
        /// The number divided by this, which is above zero.
        case number(Int64)
    }

    let storage: Storage

    /// More different values than this are kept as they are.
    private static let codeLimit = 4096
    /// When so many values were looked at, most must have occurred before.
    private static let trial = 1024

    init(_ storage: Storage) { self.storage = storage }

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
            Self.integers(values) ?? Self.coded(values).map { .coded($0.codes, $0.values) } ?? .values(values)
    }

    package var startIndex: Int { 0 }

    package var endIndex: Int {
        switch storage {
        case .values(let values): values.count
        case .integers(_, let numbers): numbers.count
        case .ratios(let numerators, _): numerators.count
        case .texts(let pool): pool.count
        case .coded(let codes, _): codes.count
        }
    }

    package subscript(row: Int) -> Value {
        switch storage {
        case .values(let values): values[row]
        case .integers(let kind, let numbers): kind.value(numbers[row])
        case .ratios(let numerators, let denominators):
            Kind.number(denominators[row]).value(numerators[row])
        case .texts(let pool): pool[row]
        case .coded(let codes, let values): values[Int(codes[row])]
        }
    }

    /// The value of a row; `nil` beyond the rows that there are.
    func value(_ row: Int) -> Value? { indices.contains(row) ? self[row] : nil }

    /// The least and the greatest of its numbers, days or months; `nil` where it has none.
    var ends: (low: Value, high: Value)? {
        if case .integers(let kind, let numbers) = storage {
            return numbers.bounds.map { (kind.value($0.low), kind.value($0.high)) }
        }
        let values = compactMap { value in value.position.map { (value: value, position: $0) } }
        guard let low = values.min(by: { $0.position < $1.position }),
            let high = values.max(by: { $0.position < $1.position })
        else { return nil }
        return (low.value, high.value)
    }

    /// With one more value behind the others.
    package mutating func append(_ value: Value) {
        if case .values(var values) = storage {
            self = []
            values.append(value)
            self = Column(values)
        } else {
            self = Column(Array(self) + [value])
        }
    }

    /// The same values in memory of its own.
    var copied: Column {
        switch storage {
        case .values(let values): Column(.values(values.map { $0 }))
        case .integers(let kind, let numbers): Column(.integers(kind, numbers.copied))
        case .ratios(let numerators, let denominators): Column(.ratios(numerators.copied, denominators.copied))
        case .texts(let pool):
            Column(.texts(TextPool(bytes: pool.bytes.map { $0 }, ends: pool.ends.map { $0 })))
        case .coded(let codes, let values): Column(.coded(codes.map { $0 }, values.map { $0 }))
        }
    }

    // MARK: Packing

    /// The whole numbers that values are, all of one kind; numbers over their least common denominator.
    private static func integers(_ values: [Value]) -> Storage? {
        guard let first = values.first(where: { $0 != .missing }), let kind = Kind(of: first) else { return nil }
        var numbers: [Int64] = []
        numbers.reserveCapacity(values.count)
        guard case .number = kind else {
            for value in values {
                guard let number = kind.number(value) else { return nil }
                numbers.append(number)
            }
            return .integers(kind, Integers(numbers))
        }
        var divisor: Int64 = 1
        for value in values {
            guard case .number(let number) = value else {
                if value != .missing { return nil }
                numbers.append(Integers.missing)
                continue
            }
            guard let (numerator, denominator) = number.words else { return nil }
            let below = Int64(denominator)
            if divisor % below != 0 {
                // What stands there already is brought to the common denominator.
                guard let common = leastCommonMultiple(divisor, below), common <= divisorLimit,
                    let scaled = scaled(numbers, by: common / divisor)
                else { return nil }
                numbers = scaled
                divisor = common
            }
            let (product, overflow) = Int64(numerator).multipliedReportingOverflow(by: divisor / below)
            if overflow || product == Integers.missing { return nil }
            numbers.append(product)
        }
        return .integers(.number(divisor), Integers(numbers))
    }

    /// Denominators that are common to many numbers stay below this.
    static let divisorLimit: Int64 = 1_000_000_000

    private static func coded(_ values: [Value]) -> (codes: [UInt16], values: [Value])? {
        guard values.count > trial else { return nil }
        var places: [Value: UInt16] = [:]
        // Plain texts are found without a dictionary.
        var texts = TextNumbers()
        var textCodes: [UInt16] = []
        var known: [Value] = []
        var codes: [UInt16] = []
        codes.reserveCapacity(values.count)
        for (row, value) in values.enumerated() {
            var isNewText = false
            if case .text(let text) = value, let number = texts.number(text) {
                if number < textCodes.count {
                    codes.append(textCodes[Int(number)])
                    continue
                }
                isNewText = true
            } else if let place = places[value] {
                codes.append(place)
                continue
            }
            guard known.count < codeLimit, row < trial || known.count < row / 2 else { return nil }
            if isNewText {
                textCodes.append(UInt16(known.count))
            } else {
                places[value] = UInt16(known.count)
            }
            codes.append(UInt16(known.count))
            known.append(value)
        }
        return (codes, known)
    }
}

extension Column.Kind {
    /// The kind of a value that is a whole number inside.
    init?(of value: Value) {
        switch value {
        case .date: self = .date
        case .month: self = .month
        case .bool: self = .bool
        case .choice: self = .choice
        case .row: self = .row
        case .number: self = .number(1)
        case .missing, .text, .span: return nil
        }
    }

    /// The kind of the values of a column that is read; `nil` for texts. Numbers are over the divisor.
    init?(_ kind: ColumnSchema.Kind, divisor: Int64) {
        switch kind {
        case .text: return nil
        case .number, .ratio: self = .number(divisor)
        case .yesno: self = .bool
        case .date: self = .date
        case .month: self = .month
        case .choice: self = .choice
        case .reference: self = .row
        }
    }

    /// Whether one of its values can be greater than another.
    var isOrdered: Bool {
        switch self {
        case .date, .month, .choice, .number: true
        case .bool, .row: false
        }
    }

    func value(_ number: Int64) -> Value {
        if number == Integers.missing { return .missing }
        switch self {
        case .date: return .date(CalendarDate(day: Int32(number)))
        case .month: return .month(CalendarMonth(index: Int32(number)))
        case .bool: return .bool(number == 1)
        case .choice: return .choice(Int(number))
        case .row: return .row(Int(number))
        case .number(let divisor):
            return Number(numerator: Int(number), denominator: Int(divisor)).map(Value.number) ?? .missing
        }
    }

    /// The whole number that a value of this kind is; `nil` for a value of another kind.
    func number(_ value: Value) -> Int64? {
        switch (self, value) {
        case (_, .missing): Integers.missing
        case (.date, .date(let date)): Int64(date.day)
        case (.month, .month(let month)): Int64(month.index)
        case (.bool, .bool(let bool)): bool ? 1 : 0
        case (.choice, .choice(let choice)): Int64(choice)
        case (.row, .row(let row)): Int64(row)
        case (.number(let divisor), .number(let number)):
            number.words.flatMap { numerator, denominator in
                guard divisor % Int64(denominator) == 0 else { return nil }
                let (product, overflow) = Int64(numerator).multipliedReportingOverflow(by: divisor / Int64(denominator))
                return overflow || product == Integers.missing ? nil : product
            }
        default: nil
        }
    }
}

/// The least number that both divide; `nil` where it is too large.
func leastCommonMultiple(_ left: Int64, _ right: Int64) -> Int64? {
    if left == right || right == 1 { return left }
    if left == 1 { return right }
    var (a, b) = (left, right)
    while b != 0 { (a, b) = (b, a % b) }
    let (product, overflow) = (left / a).multipliedReportingOverflow(by: right)
    return overflow ? nil : product
}

/// Numbers multiplied by a factor; `nil` where one grows too large.
func scaled(_ numbers: [Int64], by factor: Int64) -> [Int64]? {
    if factor == 1 { return numbers }
    var failed = false
    let scaled = numbers.map { number -> Int64 in
        if number == Integers.missing { return number }
        let (product, overflow) = number.multipliedReportingOverflow(by: factor)
        failed = failed || overflow || product == Integers.missing
        return product
    }
    return failed ? nil : scaled
}
