import Tables
import Testing

@Suite("Numbers: decimal text")
struct DecimalTextTests {
    static let readings: [(text: String, numerator: String, denominator: String, printed: String)] = [
        ("0", "0", "1", "0"), ("-0", "0", "1", "0"), ("+7", "7", "1", "7"), ("-0.00", "0", "1", "0"),
        ("2.5", "5", "2", "2.5"), ("-0.25", "-1", "4", "-0.25"), ("30.000", "30", "1", "30"),
        ("0.1", "1", "10", "0.1"), ("007.50", "15", "2", "7.5"), ("100", "100", "1", "100"),
        ("0.000000000000000001", "1", "1000000000000000000", "0.000000000000000001"),
        ("0.0000000000000000001", "1", "10000000000000000000", "0.0000000000000000001"),
        ("9223372036854775807", "9223372036854775807", "1", "9223372036854775807"),
        ("9223372036854775808", "9223372036854775808", "1", "9223372036854775808"),
        ("-9223372036854775808", "-9223372036854775808", "1", "-9223372036854775808"),
        ("-9223372036854775809", "-9223372036854775809", "1", "-9223372036854775809"),
        ("18446744073709551616.5", "36893488147419103233", "2", "18446744073709551616.5"),
        ("0.00000000000000000000000000000000000000000000000000", "0", "1", "0"),
        ("00000000000000000000000000000000000000000000000012", "12", "1", "12"),
        ("1.50000000000000000000000000000000000000000000000000", "3", "2", "1.5"),
    ]

    @Test("texts that are numbers", arguments: readings)
    func reads(text: String, numerator: String, denominator: String, printed: String) throws {
        for value in [
            Number(decimal: text), Number(decimalUTF8: Array(text.utf8)), Number(decimal: text, allowExponent: true),
            Number(decimal: Substring(text)), Number(decimalUTF8: AnyCollection(text.utf8)),
        ] {
            let value = try #require(value)
            #expect(value.numeratorText == numerator)
            #expect(value.denominatorText == denominator)
            #expect(value.finiteDecimal == printed)
            #expect(value.description == printed)
        }
    }

    @Test(
        "texts that are no number",
        arguments: [
            "", "+", "-", ".", "-.", "5.", ".5", "-.5", "1..2", "1.2.3", "--1", "+-1", "1-", " 1", "1 ", "1\n", "1,000",
            "1_000", "0x10", "NaN", "inf", "Infinity", "e5", "1e", "1e+", "1e1.5", "1e5e5", "٣", "１", "1\u{301}",
            "1\u{0}", "½", "5.e1", ".e1", "1ee1", "1 e1", "1/2",
        ] + [
            "123456789012345678901234567890.", "12345678901234567890.1x", "1234567890123456789-",
            "1234567890123456789 ",
        ])
    func refuses(text: String) {
        #expect(Number(decimal: text) == nil)
        #expect(Number(decimal: text, allowExponent: true) == nil)
        #expect(Number(decimalUTF8: Array(text.utf8)) == nil)
    }

    @Test(
        "exponents, where they are allowed",
        arguments: [
            ("1e3", "1000"), ("1E+3", "1000"), ("-2.5e1", "-25"), ("25e-1", "2.5"), ("1.20E-2", "0.012"),
            ("0e0", "0"), ("0e100000", "0"), ("1e00000000000000000000000000000002", "100"), ("12.5e0", "12.5"),
            ("5e-19", "0.0000000000000000005"), ("3e20", "300000000000000000000"),
        ])
    func exponents(text: String, printed: String) {
        #expect(Number(decimal: text) == nil)
        #expect(Number(decimal: text, allowExponent: true)?.description == printed)
    }

    @Test("exponents end at the limit")
    func exponentLimit() throws {
        for text in ["1e100001", "1e-100001", "0e100001", "1e99999999999999999999999999"] {
            #expect(Number(decimal: text, allowExponent: true) == nil)
        }
        let large = try #require(Number(decimal: "1e100000", allowExponent: true))
        let small = try #require(Number(decimal: "1e-100000", allowExponent: true))
        #expect(large * small == 1)
        #expect(small.finiteDecimalPlaces == 100_000)
    }

    @Test("what is printed is read as the same number", arguments: 1...6)
    func roundTrip(seed: UInt64) throws {
        var dice = NumberDice(state: seed)
        for _ in 0..<60 {
            let value = try dice.number()
            #expect(try number(value.description) == value)
            #expect(try number("\(value.numeratorText)/\(value.denominatorText)") == value)
            let (whole, fraction) = (dice.digits(30), dice.digits(Int.random(in: 1...60, using: &dice)) + "7")
            #expect(try number("-\(whole).\(fraction)").description == "-\(whole).\(fraction)")
            #expect(try number("-\(whole).\(fraction)").finiteDecimalPlaces == fraction.count)
            // Rounding down is cutting the text.
            let cut = Int.random(in: 1...fraction.count, using: &dice)
            #expect(
                try number("\(whole).\(fraction)").decimal(places: cut, .down) == "\(whole).\(fraction.prefix(cut))")
        }
    }

    @Test("a text of 20,000 digits")
    func longText() throws {
        var dice = NumberDice(state: 5)
        let text = "\(dice.digits(10_000)).\(dice.digits(9_999))3"
        #expect(try number(text).description == text)
    }

    @Test(
        "expansions that end, and those that do not",
        arguments: [
            ("1/3", nil), ("2/7", nil), ("1/6", nil), ("3/6", 1), ("7/1", 0), ("1/1024", 10), ("1/3125", 5),
            ("1/100000000000000000000000000003", nil), ("3/100000000000000000000000000000", 29),
            ("1/18446744073709551616", 64), ("1/4611686018427387904", 62), ("0/9", 0),
        ] as [(String, Int?)])
    func finitePlaces(text: String, places: Int?) throws {
        let value = try number(text)
        #expect(value.finiteDecimalPlaces == places)
        #expect((value.finiteDecimal == nil) == (places == nil))
        if places == nil { #expect(value.description == text) }
    }

    @Test(
        "a fixed number of decimals",
        arguments: [
            ("2.5", 2, "2.50"), ("2.345", 2, "2.35"), ("-2.345", 2, "-2.35"), ("1/3", 4, "0.3333"), ("2/3", 0, "1"),
            ("-0.001", 2, "0.00"), ("0", 3, "0.000"), ("0.05", 1, "0.1"), ("999.95", 1, "1000.0"), ("1234", -2, "1200"),
            ("1250", -2, "1300"), ("49", -2, "0"), ("-7", 1, "-7.0"), ("1/7", 18, "0.142857142857142857"),
            ("-1/7", 19, "-0.1428571428571428571"), ("1/7", 30, "0.142857142857142857142857142857"),
            ("9223372036854775807", 1, "9223372036854775807.0"), ("-0.05", 20, "-0.05000000000000000000"),
            ("-1/100000000000000000000", 19, "0.0000000000000000000"),
            ("2305843009213693952", 1, "2305843009213693952.0"), ("18446744073709551615.5", 0, "18446744073709551616"),
        ])
    func fixedPlaces(text: String, places: Int, printed: String) throws {
        #expect(try number(text).decimal(places: places) == printed)
    }

    @Test("whole values as Int", arguments: [("5", 5), ("2.5", nil), ("9223372036854775808", nil)] as [(String, Int?)])
    func toInt(text: String, value: Int?) throws {
        #expect(try number(text).toInt() == value)
    }
}
