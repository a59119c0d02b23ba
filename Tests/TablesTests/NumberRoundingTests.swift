import Tables
import Testing

@Suite("Numbers: rounding")
struct RoundingTests {
    /// In the order halfUp, halfEven, up, down, ceiling, floor.
    static let table: [(value: String, places: Int, expected: [String])] = [
        ("2.5", 0, ["3", "2", "3", "2", "3", "2"]), ("-2.5", 0, ["-3", "-2", "-3", "-2", "-2", "-3"]),
        ("3.5", 0, ["4", "4", "4", "3", "4", "3"]), ("-3.5", 0, ["-4", "-4", "-4", "-3", "-3", "-4"]),
        ("2.4", 0, ["2", "2", "3", "2", "3", "2"]), ("-2.4", 0, ["-2", "-2", "-3", "-2", "-2", "-3"]),
        ("2.6", 0, ["3", "3", "3", "2", "3", "2"]), ("-2.6", 0, ["-3", "-3", "-3", "-2", "-2", "-3"]),
        ("0.5", 0, ["1", "0", "1", "0", "1", "0"]), ("-0.5", 0, ["-1", "0", "-1", "0", "0", "-1"]),
        ("1/3", 2, ["0.33", "0.33", "0.34", "0.33", "0.34", "0.33"]),
        ("2/3", 2, ["0.67", "0.67", "0.67", "0.66", "0.67", "0.66"]),
        ("-2/3", 2, ["-0.67", "-0.67", "-0.67", "-0.66", "-0.66", "-0.67"]),
        ("2.345", 2, ["2.35", "2.34", "2.35", "2.34", "2.35", "2.34"]),
        ("250", -2, ["300", "200", "300", "200", "300", "200"]),
        ("-251", -2, ["-300", "-300", "-300", "-200", "-200", "-300"]),
        ("50", -2, ["100", "0", "100", "0", "100", "0"]), ("1", -1, ["0", "0", "10", "0", "10", "0"]),
        ("7", 3, ["7", "7", "7", "7", "7", "7"]), ("0", -3, ["0", "0", "0", "0", "0", "0"]),
        (
            "9223372036854775807", -1,
            [
                "9223372036854775810", "9223372036854775810", "9223372036854775810", "9223372036854775800",
                "9223372036854775810", "9223372036854775800",
            ]
        ),
        (
            "-9223372036854775808", -19,
            [
                "-10000000000000000000", "-10000000000000000000", "-10000000000000000000", "0", "0",
                "-10000000000000000000",
            ]
        ),
        (
            "100000000000000000000000000000.5", 0,
            [
                "100000000000000000000000000001", "100000000000000000000000000000", "100000000000000000000000000001",
                "100000000000000000000000000000", "100000000000000000000000000001", "100000000000000000000000000000",
            ]
        ),
    ]

    @Test("the six modes", arguments: table)
    func modes(value: String, places: Int, expected: [String]) throws {
        for (mode, result) in zip([.halfUp, .halfEven, .up, .down, .ceiling, .floor] as [RoundingMode], expected) {
            #expect(try number(value).rounded(toPlaces: places, mode).description == result, "\(mode)")
        }
        #expect(expected.count == RoundingMode.allCases.count)
    }

    @Test("every mode keeps to its definition", arguments: RoundingMode.allCases)
    func definitions(mode: RoundingMode) throws {
        var dice = NumberDice(state: 77)
        for _ in 0..<150 {
            let value = try dice.number()
            let places = Int.random(in: -25...45, using: &dice)
            let unit = try #require(Number(decimal: "1e\(-places)", allowExponent: true))
            let result = value.rounded(toPlaces: places, mode)
            let steps = try #require(result.divided(by: unit))
            let error = result - value
            #expect(steps.isWhole)
            #expect(error.magnitude < unit)
            #expect(try number(result.decimal(places: max(places, 0))) == result)
            #expect(try number(value.decimal(places: places, mode)) == result)
            switch mode {
            case .halfUp:
                #expect(error.magnitude * 2 <= unit)
                #expect(error.magnitude * 2 < unit || error.signum == value.signum)
            case .halfEven:
                let half = try #require(steps.divided(by: 2))
                #expect(error.magnitude * 2 <= unit)
                #expect(error.magnitude * 2 < unit || half.isWhole)
            case .up: #expect(error.signum * value.signum >= 0)
            case .down: #expect(error.signum * value.signum <= 0)
            case .ceiling: #expect(error >= 0)
            case .floor: #expect(error <= 0)
            }
        }
    }

    @Test(
        "floor and ceiling",
        arguments: [
            ("2.5", 2, 3), ("-2.5", -3, -2), ("7", 7, 7), ("-1/3", -1, 0), ("0", 0, 0),
            ("1/99999999999999999999", 0, 1),
        ])
    func floorAndCeiling(text: String, floor: Int, ceiling: Int) throws {
        #expect(try number(text).floor == Number(floor))
        #expect(try number(text).ceiling == Number(ceiling))
    }

    @Test("places beyond the limit neither fail nor change an exact value")
    func farPlaces() throws {
        let third = try number("1/3")
        #expect(third.rounded(toPlaces: .max, .down) == third.rounded(toPlaces: Number.placesLimit, .down))
        #expect(third.rounded(toPlaces: .max, .up) != third)
        #expect(try number("2.5").rounded(toPlaces: .max, .up) == number("2.5"))
        #expect(third.rounded(toPlaces: .min, .down) == 0)
        #expect(Number(5).rounded(toPlaces: .min, .up) == Number(decimal: "1e100000", allowExponent: true))
        let tiny = try #require(Number(decimal: "3e-100000", allowExponent: true))
        #expect((tiny * tiny).rounded(toPlaces: 200_000, .up) == tiny * tiny)
        #expect((tiny * tiny).rounded(toPlaces: 199_999, .down) == 0)
    }
}

@Suite("Numbers: square root")
struct SquareRootTests {
    @Test(
        "roots known by heart",
        arguments: [
            ("0", 3, "0"), ("1", 3, "1"), ("2", 5, "1.41421"), ("4", 0, "2"), ("2.25", 1, "1.5"), ("2.25", 0, "2"),
            ("6.25", 0, "3"), ("1/9", 3, "0.333"), ("10000", -2, "100"), ("2500", -2, "100"), ("2499", -2, "0"),
            ("0.0001", 2, "0.01"),
        ])
    func known(text: String, places: Int, root: String) throws {
        #expect(try number(text).squareRoot(toPlaces: places, .halfUp)?.description == root)
    }

    @Test("a half goes by the mode", arguments: zip(RoundingMode.allCases, [3, 2, 3, 2, 3, 2]))
    func half(mode: RoundingMode, root: Int) throws {
        #expect(try number("6.25").squareRoot(toPlaces: 0, mode) == Number(root))
    }

    @Test("no root below zero")
    func negative() throws {
        #expect(Number(-4).squareRoot(toPlaces: 2, .halfUp) == nil)
    }

    @Test("the square of the root bounds the value", arguments: RoundingMode.allCases)
    func bounds(mode: RoundingMode) throws {
        var dice = NumberDice(state: 99)
        for _ in 0..<80 {
            let value = try dice.number().magnitude
            let places = Int.random(in: -5...60, using: &dice)
            let unit = try #require(Number(decimal: "1e\(-places)", allowExponent: true))
            let root = try #require(value.squareRoot(toPlaces: places, mode))
            #expect(try #require(root.divided(by: unit)).isWhole)
            switch mode {
            case .down, .floor:
                #expect(root * root <= value && value < (root + unit) * (root + unit))
            case .up, .ceiling:
                #expect(root * root >= value && (root == 0 || (root - unit) * (root - unit) < value))
            case .halfUp, .halfEven:
                let half = unit * (try number("0.5"))
                let below = root == 0 ? 0 : root - half
                #expect(below * below <= value && value <= (root + half) * (root + half))
            }
        }
    }

    @Test("the root of a square is exact", arguments: RoundingMode.allCases)
    func squares(mode: RoundingMode) throws {
        var dice = NumberDice(state: 3)
        for length in [1, 9, 10, 19, 20, 38, 39, 100, 500] {
            let root = try number(dice.digits(length))
            #expect((root * root).squareRoot(toPlaces: 0, mode) == root)
            #expect((root * root - 1).squareRoot(toPlaces: 0, .down) == root - 1)
        }
    }
}
