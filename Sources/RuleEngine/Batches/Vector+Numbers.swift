import RuleSemantics
import RuleSyntax
import Tables

/// Numbers of a vector over one divisor: the same for every row, or one for each.
private enum Operand {
    case one(Int64)
    case many([Int64])
}

/// Works a number out of two for every row; missing where one of them is.
@inline(__always)
private func combine(_ left: Operand, _ right: Operand, _ count: Int, _ body: (Int64, Int64) -> Int64) -> [Int64] {
    @inline(__always) func one(_ a: Int64, _ b: Int64) -> Int64 {
        a == Integers.missing || b == Integers.missing ? Integers.missing : body(a, b)
    }
    return unsafe Array(unsafeUninitializedCapacity: count) { buffer, filled in
        switch (left, right) {
        case (.many(let a), .many(let b)):
            let (a, b) = (a.span, b.span)
            for index in 0..<count { unsafe buffer.initializeElement(at: index, to: one(a[index], b[index])) }
        case (.many(let a), .one(let b)):
            let a = a.span
            for index in 0..<count { unsafe buffer.initializeElement(at: index, to: one(a[index], b)) }
        case (.one(let a), .many(let b)):
            let b = b.span
            for index in 0..<count { unsafe buffer.initializeElement(at: index, to: one(a, b[index])) }
        case (.one(let a), .one(let b)):
            let value = one(a, b)
            for index in 0..<count { unsafe buffer.initializeElement(at: index, to: value) }
        }
        filled = count
    }
}

/// Works a number out of each; missing stays missing.
@inline(__always)
private func map(_ numbers: [Int64], _ body: (Int64) -> Int64) -> [Int64] {
    let span = numbers.span
    return unsafe Array(unsafeUninitializedCapacity: numbers.count) { buffer, filled in
        for index in 0..<span.count {
            let number = span[index]
            unsafe buffer.initializeElement(at: index, to: number == Integers.missing ? number : body(number))
        }
        filled = span.count
    }
}

/// Arithmetic on whole numbers over a divisor. Everything gives `nil` where a result does not fit; the exact numbers
/// of any size do it then.
extension Vector {
    private var scaled: (operand: Operand, divisor: Int64)? {
        switch self {
        case .integers(.number(let divisor), let numbers): return (.many(numbers), divisor)
        case .constant(.missing): return (.one(Integers.missing), 1)
        case .constant(let value):
            guard case (.number(let divisor), let number)? = Self.whole(value) else { return nil }
            return (.one(number), divisor)
        case .integers, .ratios, .values, .gathered: return nil
        }
    }

    /// Two vectors of numbers over their common divisor.
    private static func common(_ left: Vector, _ right: Vector) -> (Operand, Operand, divisor: Int64)? {
        guard let (a, first) = left.scaled, let (b, second) = right.scaled,
            let divisor = leastCommonMultiple(first, second), divisor <= Column.divisorLimit,
            let a = a.multiplied(divisor / first), let b = b.multiplied(divisor / second)
        else { return nil }
        return (a, b, divisor)
    }

    /// Numbers over a divisor, worked out two by two; `nil` where one does not fit.
    @inline(__always)
    private static func checked(
        _ left: Operand, _ right: Operand, _ divisor: Int64, _ count: Int,
        _ body: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
    ) -> Vector? {
        var failed = false
        let numbers = combine(left, right, count) { a, b in
            let (number, overflow) = body(a, b)
            failed = failed || overflow || number == Integers.missing
            return number
        }
        return failed ? nil : .numbers(numbers, divisor)
    }

    static func sum(_ left: Vector, _ right: Vector, _ count: Int) -> Vector? {
        guard let (a, b, divisor) = common(left, right) else { return nil }
        return checked(a, b, divisor, count) { $0.addingReportingOverflow($1) }
    }

    static func difference(_ left: Vector, _ right: Vector, _ count: Int) -> Vector? {
        guard let (a, b, divisor) = common(left, right) else { return nil }
        return checked(a, b, divisor, count) { $0.subtractingReportingOverflow($1) }
    }

    static func product(_ left: Vector, _ right: Vector, _ count: Int) -> Vector? {
        guard let (a, first) = left.scaled, let (b, second) = right.scaled else { return nil }
        let (divisor, tooLarge) = first.multipliedReportingOverflow(by: second)
        if tooLarge || divisor > Column.divisorLimit { return nil }
        return checked(a, b, divisor, count) { $0.multipliedReportingOverflow(by: $1) }
    }

    /// Missing where the divisor is 0.
    static func quotient(_ left: Vector, _ right: Vector, _ count: Int) -> Vector? {
        if case .constant(let value) = right {
            guard let number = value.number else { return .missing }
            guard let inverse = Number(1).divided(by: number) else { return .missing }
            return product(left, .constant(.number(inverse)), count)
        }
        guard let (a, first) = left.scaled, let (b, second) = right.scaled else { return nil }
        var failed = false
        // (a / first) / (b / second) = (a * second) / (b * first)
        let numerators = combine(a, b, count) { a, b in
            if b == 0 { return Integers.missing }
            let (product, overflow) = a.multipliedReportingOverflow(by: b < 0 ? -second : second)
            failed = failed || overflow || product == Integers.missing
            return product
        }
        let denominators = combine(a, b, count) { _, b in
            if b == 0 { return 1 }
            let (product, overflow) = b.multipliedReportingOverflow(by: first)
            failed = failed || overflow || product == Integers.missing
            return overflow || product == Integers.missing ? 1 : Swift.abs(product)
        }
        return failed ? nil : .ratios(numerators, denominators.map { $0 == Integers.missing ? 1 : $0 })
    }

    /// How often the divisor goes into each number, rounded down; missing where it is 0.
    static func wholeQuotient(_ left: Vector, _ right: Vector, _ count: Int) -> Vector? {
        guard let (a, b, _) = common(left, right) else { return nil }
        return .numbers(combine(a, b, count) { $1 == 0 ? Integers.missing : floored($0, $1) })
    }

    /// What is left of each number then.
    static func remainder(_ left: Vector, _ right: Vector, _ count: Int) -> Vector? {
        guard let (a, b, divisor) = common(left, right) else { return nil }
        return .numbers(
            combine(a, b, count) { $1 == 0 ? Integers.missing : $0 &- floored($0, $1) &* $1 }, divisor)
    }

    @inline(__always)
    private static func floored(_ number: Int64, _ divisor: Int64) -> Int64 {
        // The least number is none of them: it stands for a missing one.
        let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
        return remainder != 0 && (remainder < 0) != (divisor < 0) ? quotient - 1 : quotient
    }

    /// The year or the month of days.
    func datePart(_ function: Function) -> Vector? {
        guard case .integers(.date, let days) = self else { return nil }
        let isYear = function == .year
        return .numbers(
            map(days) { day in
                let parts = CalendarDate(day: Int32(truncatingIfNeeded: day)).components
                return Int64(isYear ? parts.year : parts.month)
            })
    }

    var negated: Vector? {
        guard case .integers(let kind, let numbers) = self else { return nil }
        return .integers(kind, map(numbers) { -$0 })
    }

    var absolute: Vector? {
        guard case .integers(let kind, let numbers) = self else { return nil }
        return .integers(kind, map(numbers) { Swift.abs($0) })
    }

    static func greater(_ left: Vector, _ right: Vector, _ count: Int) -> Vector? {
        guard let (a, b, divisor) = common(left, right) else { return nil }
        return .numbers(combine(a, b, count) { Swift.max($0, $1) }, divisor)
    }

    static func lesser(_ left: Vector, _ right: Vector, _ count: Int) -> Vector? {
        guard let (a, b, divisor) = common(left, right) else { return nil }
        return .numbers(combine(a, b, count) { Swift.min($0, $1) }, divisor)
    }

    /// Numbers brought to so many decimals.
    func rounded(_ places: Int, _ mode: RoundingMode) -> Vector? {
        guard (0...9).contains(places) else { return nil }
        let power = (0..<places).reduce(Int64(1)) { product, _ in product * 10 }
        switch self {
        case .integers(.number(let divisor), let numbers):
            if power % divisor == 0 { return self }
            var failed = false
            let rounded = map(numbers) { number in
                let (product, overflow) = number.multipliedReportingOverflow(by: power)
                failed = failed || overflow
                return Vector.rounded(product, divisor, mode)
            }
            return failed ? nil : .numbers(rounded, power)
        case .ratios(let numerators, let denominators):
            var failed = false
            let below = denominators.span
            var rounded = numerators
            for index in rounded.indices where rounded[index] != Integers.missing {
                let (product, overflow) = rounded[index].multipliedReportingOverflow(by: power)
                failed = failed || overflow
                rounded[index] = Vector.rounded(product, below[index], mode)
            }
            return failed ? nil : .numbers(rounded, power)
        case .constant, .integers, .values, .gathered: return nil
        }
    }

    /// A quotient as a whole number.
    @inline(__always)
    private static func rounded(_ number: Int64, _ divisor: Int64, _ mode: RoundingMode) -> Int64 {
        let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
        if remainder == 0 { return quotient }
        let size = Swift.abs(remainder)
        let opposite = divisor - size
        let grows: Bool
        switch mode {
        case .halfUp: grows = size >= opposite
        case .halfEven: grows = size > opposite || size == opposite && quotient & 1 != 0
        case .up: grows = true
        case .down: grows = false
        case .ceiling: grows = number > 0
        case .floor: grows = number < 0
        }
        return grows ? quotient + (number < 0 ? -1 : 1) : quotient
    }

    // MARK: Comparisons

    /// Conditions out of two vectors of one kind; `descending` turns the order round.
    static func compared(
        _ comparison: Comparison, _ left: Vector, _ right: Vector, _ count: Int, descending: Bool
    ) -> Vector? {
        let a: Operand
        let b: Operand
        if case .ratios(let numerators, let denominators) = left, case .constant(let value) = right {
            return compared(comparison, numerators, denominators, value)
        }
        if let common = common(left, right) {
            (a, b, _) = common
        } else {
            guard let (first, kind) = left.plain, let (second, other) = right.plain,
                kind == other || kind == nil || other == nil
            else { return nil }
            (a, b) = (first, second)
        }
        let sign: Int64 = descending ? -1 : 1
        let bools =
            switch comparison {
            case .equal: combine(a, b, count) { $0 == $1 ? 1 : 0 }
            case .unequal: combine(a, b, count) { $0 != $1 ? 1 : 0 }
            case .less: combine(a, b, count) { $0 &* sign < $1 &* sign ? 1 : 0 }
            case .lessEqual: combine(a, b, count) { $0 &* sign <= $1 &* sign ? 1 : 0 }
            case .greater: combine(a, b, count) { $0 &* sign > $1 &* sign ? 1 : 0 }
            case .greaterEqual: combine(a, b, count) { $0 &* sign >= $1 &* sign ? 1 : 0 }
            }
        return .bools(bools)
    }

    /// Fractions against one number, multiplied crosswise.
    private static func compared(
        _ comparison: Comparison, _ numerators: [Int64], _ denominators: [Int64], _ value: Value
    ) -> Vector? {
        guard let words = value.number?.words else { return value == .missing ? .missing : nil }
        let (above, below) = (Int128(words.numerator), Int128(words.denominator))
        let denominators = denominators.span
        var bools = numerators
        for index in bools.indices where bools[index] != Integers.missing {
            bools[index] =
                comparison.holds(Int128(bools[index]) * below, Int128(denominators[index]) * above) ? 1 : 0
        }
        return .bools(bools)
    }

    /// Whole numbers of a kind that is not a number.
    private var plain: (Operand, Column.Kind?)? {
        switch self {
        case .integers(let kind, let numbers):
            if case .number = kind { return nil }
            return (.many(numbers), kind)
        case .constant(.missing): return (.one(Integers.missing), nil)
        case .constant(let value):
            guard let (kind, number) = Self.whole(value) else { return nil }
            if case .number = kind { return nil }
            return (.one(number), kind)
        case .ratios, .values, .gathered: return nil
        }
    }

    // MARK: Conditions

    static func inverted(_ bools: [Int64]) -> [Int64] { map(bools) { 1 - $0 } }

    /// False where either is, else missing where either is.
    static func both(_ left: [Int64], _ right: [Int64]) -> [Int64] {
        pairs(left, right) { a, b in
            a == 0 || b == 0 ? 0 : a == Integers.missing || b == Integers.missing ? Integers.missing : 1
        }
    }

    /// True where either is, else missing where either is.
    static func either(_ left: [Int64], _ right: [Int64]) -> [Int64] {
        pairs(left, right) { a, b in
            a == 1 || b == 1 ? 1 : a == Integers.missing || b == Integers.missing ? Integers.missing : 0
        }
    }

    @inline(__always)
    private static func pairs(_ left: [Int64], _ right: [Int64], _ body: (Int64, Int64) -> Int64) -> [Int64] {
        let (a, b) = (left.span, right.span)
        let count = left.count
        return unsafe Array(unsafeUninitializedCapacity: count) { buffer, filled in
            for index in 0..<count { unsafe buffer.initializeElement(at: index, to: body(a[index], b[index])) }
            filled = count
        }
    }

    /// The places where a condition holds, or those where it does not.
    static func places(_ bools: [Int64], holding: Bool = true) -> [Int32] {
        let span = bools.span
        return unsafe Array(unsafeUninitializedCapacity: span.count) { buffer, filled in
            var count = 0
            for index in 0..<span.count {
                unsafe buffer.initializeElement(at: count, to: Int32(truncatingIfNeeded: index))
                count += (span[index] == 1) == holding ? 1 : 0
            }
            filled = count
        }
    }

    /// The first vector, and the second where the first is missing.
    static func filled(_ first: Vector, _ second: Vector, _ count: Int) -> Vector? {
        if case .ratios(var numerators, var denominators) = first, let (operand, divisor) = second.scaled {
            for index in numerators.indices where numerators[index] == Integers.missing {
                switch operand {
                case .one(let number): numerators[index] = number
                case .many(let numbers): numerators[index] = numbers[index]
                }
                denominators[index] = divisor
            }
            return .ratios(numerators, denominators)
        }
        if let (a, b, divisor) = common(first, second) {
            return .numbers(chosen(a, b, count), divisor)
        }
        guard let (a, kind) = first.plain, let (b, other) = second.plain, kind == other || kind == nil || other == nil,
            let kind = kind ?? other
        else { return nil }
        return .integers(kind, chosen(a, b, count))
    }

    private static func chosen(_ first: Operand, _ second: Operand, _ count: Int) -> [Int64] {
        (0..<count).map { index in
            let number: Int64
            switch first {
            case .one(let one): number = one
            case .many(let many): number = many[index]
            }
            if number != Integers.missing { return number }
            switch second {
            case .one(let one): return one
            case .many(let many): return many[index]
            }
        }
    }

    // MARK: Segments

    /// The sum of the numbers between each offset and the next, missing ones left out.
    func sums(_ offsets: [Int32]) -> Vector? {
        guard let (operand, divisor) = scaled else { return nil }
        var failed = false
        let sums: [Int64]
        switch operand {
        case .one(let number):
            sums = Self.segments(offsets) { start, end in
                if number == Integers.missing { return 0 }
                let (product, overflow) = number.multipliedReportingOverflow(by: Int64(end - start))
                failed = failed || overflow || product == Integers.missing
                return product
            }
        case .many(let numbers):
            let span = numbers.span
            sums = Self.segments(offsets) { start, end in
                var sum: Int64 = 0
                for index in start..<end {
                    let number = span[index]
                    let (next, overflow) = sum.addingReportingOverflow(number == Integers.missing ? 0 : number)
                    failed = failed || overflow || next == Integers.missing
                    sum = next
                }
                return sum
            }
        }
        return failed ? nil : .numbers(sums, divisor)
    }

    /// The greatest of the whole numbers between each offset and the next, or the least; missing where there is none.
    func extremes(_ offsets: [Int32], greatest: Bool) -> Vector? {
        switch self {
        case .integers(let kind, let numbers):
            guard kind.isOrdered else { return nil }
            let span = numbers.span
            return .integers(
                kind,
                Self.segments(offsets) { start, end in
                    var best = Integers.missing
                    for index in start..<end {
                        let number = span[index]
                        if number == Integers.missing { continue }
                        if best == Integers.missing || (greatest ? number > best : number < best) { best = number }
                    }
                    return best
                })
        case .constant(let value):
            guard let (kind, number) = Self.whole(value), kind.isOrdered else {
                return value == .missing ? .missing : nil
            }
            return .integers(kind, Self.segments(offsets) { $0 < $1 ? number : Integers.missing })
        case .ratios, .values, .gathered: return nil
        }
    }

    /// How many conditions hold between each offset and the next.
    static func counts(_ bools: [Int64], _ offsets: [Int32]) -> [Int64] {
        let span = bools.span
        return segments(offsets) { start, end in
            var count: Int64 = 0
            for index in start..<end { count += span[index] == 1 ? 1 : 0 }
            return count
        }
    }

    @inline(__always)
    static func segments(_ offsets: [Int32], _ body: (Int, Int) -> Int64) -> [Int64] {
        let span = offsets.span
        let count = offsets.count - 1
        return unsafe Array(unsafeUninitializedCapacity: count) { buffer, filled in
            for index in 0..<count {
                unsafe buffer.initializeElement(at: index, to: body(Int(span[index]), Int(span[index + 1])))
            }
            filled = count
        }
    }
}

extension Operand {
    fileprivate func multiplied(_ factor: Int64) -> Operand? {
        if factor == 1 { return self }
        switch self {
        case .one(let number):
            if number == Integers.missing { return self }
            let (product, overflow) = number.multipliedReportingOverflow(by: factor)
            return overflow || product == Integers.missing ? nil : .one(product)
        case .many(let numbers): return RuleEngine.scaled(numbers, by: factor).map(Operand.many)
        }
    }
}
