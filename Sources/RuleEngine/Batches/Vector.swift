import RuleSemantics
import Tables

/// The values of one formula for many rows at once. Whoever holds it knows how many they are.
enum Vector: Sendable {
    /// The same value for every row.
    case constant(Value)
    /// Values that are whole numbers inside; `Integers.missing` stands for a missing one.
    case integers(Column.Kind, [Int64])
    /// Fractions, not in lowest terms: numerators, missing with them, and denominators above zero.
    case ratios([Int64], [Int64])
    /// Any values.
    case values([Value])
    /// The values of rows of a column that holds no whole numbers; a row below zero has none. Nothing is made of a text
    /// until somebody reads it.
    case gathered(Column, [Int32])

    subscript(index: Int) -> Value {
        switch self {
        case .constant(let value): value
        case .integers(let kind, let numbers): kind.value(numbers[index])
        case .ratios(let numerators, let denominators): Column.Kind.number(denominators[index]).value(numerators[index])
        case .values(let values): values[index]
        case .gathered(let column, let rows): rows[index] < 0 ? .missing : column[Int(rows[index])]
        }
    }

    static let missing = Vector.constant(.missing)

    static func numbers(_ numbers: [Int64], _ divisor: Int64 = 1) -> Vector { .integers(.number(divisor), numbers) }
    static func bools(_ bools: [Int64]) -> Vector { .integers(.bool, bools) }

    /// The same values, one for each row, with the kind that they have; `nil` where they are none of the whole kinds.
    func integers(_ count: Int) -> (kind: Column.Kind, numbers: [Int64])? {
        switch self {
        case .integers(let kind, let numbers): return (kind, numbers)
        case .constant(let value):
            guard let (kind, number) = Self.whole(value) else { return nil }
            return (kind, Array(repeating: number, count: count))
        case .ratios, .values, .gathered: return nil
        }
    }

    /// A value as a whole number of its kind.
    static func whole(_ value: Value) -> (kind: Column.Kind, number: Int64)? {
        guard let kind = Column.Kind(of: value) else { return nil }
        if case .number(let number) = value {
            guard let (numerator, denominator) = number.words, Int64(denominator) <= Column.divisorLimit,
                Int64(numerator) != Integers.missing
            else { return nil }
            return (.number(Int64(denominator)), Int64(numerator))
        }
        return kind.number(value).map { (kind, $0) }
    }

    /// Conditions as 0, 1 or missing.
    func bools(_ count: Int) -> [Int64] {
        if case .integers(.bool, let bools) = self { return bools }
        if case .constant(let value) = self {
            return Array(repeating: value.bool.map { $0 ? 1 : 0 } ?? Integers.missing, count: count)
        }
        return (0..<count).map { index in self[index].bool.map { $0 ? 1 : 0 } ?? Integers.missing }
    }

    /// The values at places.
    func picked(_ places: [Int32]) -> Vector {
        switch self {
        case .constant: self
        case .integers(let kind, let numbers): .integers(kind, pick(numbers, places))
        case .ratios(let numerators, let denominators): .ratios(pick(numerators, places), pick(denominators, places))
        case .values(let values): .values(places.map { values[Int($0)] })
        case .gathered(let column, let rows): .gathered(column, places.map { rows[Int($0)] })
        }
    }

    private func pick(_ numbers: [Int64], _ places: [Int32]) -> [Int64] {
        let span = numbers.span
        return places.map { span[Int($0)] }
    }

    /// Values in the closest form.
    init(_ values: [Value]) {
        if case .integers(let kind, let numbers) = Column(packing: values).storage {
            self = .integers(kind, numbers.slice(0, values.count))
        } else {
            self = .values(values)
        }
    }

    /// Whether a value is there.
    func present(_ count: Int) -> [Int64] {
        switch self {
        case .constant(let value): Array(repeating: value == .missing ? 0 : 1, count: count)
        case .integers(_, let numbers), .ratios(let numbers, _): numbers.map { $0 == Integers.missing ? 0 : 1 }
        case .values(let values): values.map { $0 == .missing ? 0 : 1 }
        case .gathered(let column, let rows):
            if case .texts(let pool) = column.storage {
                rows.map { $0 < 0 || pool.range(Int($0)).isEmpty ? 0 : 1 }
            } else {
                rows.map { $0 < 0 || column[Int($0)] == .missing ? 0 : 1 }
            }
        }
    }

    /// Where all values come from few: these with the missing one behind them, and for each row which it has.
    var codes: (values: [Value], of: [Int32])? {
        guard case .gathered(let column, let rows) = self, case .coded(let codes, let values) = column.storage,
            values.count < rows.count
        else { return nil }
        return (values + [.missing], rows.map { $0 < 0 ? Int32(values.count) : Int32(codes[Int($0)]) })
    }

    /// Which texts are equal to one that can be written with its bytes only.
    func equal(_ text: String, _ count: Int) -> [Int64]? {
        guard case .gathered(let column, let rows) = self, case .texts(let pool) = column.storage else { return nil }
        var text = text
        return text.withUTF8 { wanted -> [Int64]? in
            let wanted = UnsafeRawBufferPointer(wanted)
            guard unsafe TextPool.isPlainKey(wanted) else { return nil }
            return unsafe pool.bytes.withUnsafeBytes { bytes in
                rows.map { row in
                    let range = row < 0 ? 0..<0 : pool.range(Int(row))
                    if range.isEmpty { return Integers.missing }
                    let isEqual =
                        unsafe range.count == wanted.count
                        && KeyTable.isEqual(bytes, range.lowerBound, wanted, 0, wanted.count)
                    return isEqual ? 1 : 0
                }
            }
        }
    }
}

extension Column {
    /// The values of so many rows from one on.
    func slice(_ start: Int, _ count: Int) -> Vector {
        switch storage {
        case .integers(let kind, let numbers): .integers(kind, numbers.slice(start, count))
        case .ratios(let numerators, let denominators):
            .ratios(numerators.slice(start, count), denominators.slice(start, count))
        case .values, .texts, .coded: .gathered(self, Rows.range(start).list(count))
        }
    }

    /// The values of rows; a row below zero has none.
    func gather(_ rows: [Int32]) -> Vector {
        switch storage {
        case .integers(let kind, let numbers): .integers(kind, numbers.gather(rows))
        case .ratios(let numerators, let denominators): .ratios(numerators.gather(rows), denominators.gather(rows))
        case .values, .texts, .coded: .gathered(self, rows)
        }
    }

    /// The vectors of one batch after another as one column.
    init(_ pieces: [(vector: Vector, count: Int)]) {
        if let storage = Self.integers(pieces) ?? Self.ratios(pieces) {
            self.init(storage)
        } else {
            self.init(packing: pieces.flatMap { piece in (0..<piece.count).map { piece.vector[$0] } })
        }
    }

    private static func integers(_ pieces: [(vector: Vector, count: Int)]) -> Storage? {
        var kind: Kind?
        for (vector, _) in pieces {
            let own: Kind
            switch vector {
            case .integers(let kind, _): own = kind
            case .constant(.missing): continue
            case .constant(let value):
                guard let whole = Vector.whole(value) else { return nil }
                own = whole.kind
            case .ratios, .values, .gathered: return nil
            }
            switch (kind, own) {
            case (nil, _): kind = own
            case (.number(let a)?, .number(let b)):
                guard let common = leastCommonMultiple(a, b), common <= divisorLimit else { return nil }
                kind = .number(common)
            default: if kind != own { return nil }
            }
        }
        guard let kind else { return nil }
        var parts: [(numbers: Integers, factor: Int64)] = []
        for (vector, count) in pieces {
            var factor: Int64 = 1
            let numbers: [Int64]
            switch vector {
            case .constant(let value):
                guard let number = kind.number(value) else { return nil }
                numbers = Array(repeating: number, count: count)
            case .integers(let own, let given):
                if case .number(let all) = kind, case .number(let divisor) = own { factor = all / divisor }
                numbers = given
            case .ratios, .values, .gathered: return nil
            }
            parts.append((Integers(numbers), factor))
        }
        return Integers.joined(parts).map { .integers(kind, $0) }
    }

    private static func ratios(_ pieces: [(vector: Vector, count: Int)]) -> Storage? {
        var numerators: [Int64] = []
        var denominators: [Int64] = []
        for (vector, count) in pieces {
            switch vector {
            case .ratios(let above, let below):
                numerators += above
                denominators += below
            case .integers(.number(let divisor), let numbers):
                numerators += numbers
                denominators += Array(repeating: divisor, count: count)
            case .constant(.missing):
                numerators += Array(repeating: Integers.missing, count: count)
                denominators += Array(repeating: 1, count: count)
            case .constant, .integers, .values, .gathered: return nil
            }
        }
        return .ratios(Integers(numerators), Integers(denominators))
    }
}
