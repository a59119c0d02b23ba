import RuleEngine
import Tables
import Testing

/// However a column packs its values, they come out as they went in.
@Suite struct ColumnTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var value: @Sendable (Int) -> Value

        var testDescription: String { name }

        init(_ name: String, _ value: @escaping @Sendable (Int) -> Value) {
            self.name = name
            self.value = value
        }
    }

    static let cases: [Case] = [
        Case("dates") { .date(CalendarDate(day: Int32($0))) },
        Case("months") { .month(CalendarMonth(index: Int32($0))) },
        Case("yes and no") { .bool($0 % 3 == 0) },
        Case("choices") { .choice($0 % 5) },
        Case("rows") { .row($0 * 7) },
        Case("few numbers") { .number(Number(numerator: $0 % 9, denominator: 4) ?? 0) },
        Case("many numbers") { .number(Number(numerator: $0, denominator: 7) ?? 0) },
        Case("few at first, many later") { .number(Number($0 < 2000 ? 1 : $0)) },
        Case("few texts") { .text("组\($0 % 12)") },
        Case("many texts") { .text("教师\($0)") },
        Case("dates with a text among them") { $0 == 4000 ? .text("待定") : .date(CalendarDate(day: Int32($0))) },
        Case("a row beyond 32 bits") { .row($0 == 10 ? 1 << 40 : $0) },
        Case("nothing") { _ in .missing },
    ]

    @Test(arguments: cases, [0, 1, 1024, 5000]) func values(_ item: Case, count: Int) {
        for gap in [Int.max, 1, 3] {
            let values = (0..<count).map { $0 % gap == gap - 1 ? .missing : item.value($0) }
            var column = Column(packing: values)
            #expect(Array(column) == values)
            column.append(.bool(true))
            #expect(Array(column) == values + [.bool(true)])
        }
    }

    @Test func repeated() {
        #expect(Array(Column(repeating: .choice(3), count: 5000)) == Array(repeating: .choice(3), count: 5000))
    }
}
