import Tables
import Testing

@Suite("Numbers: laws")
struct NumberLawTests {
    @Test("thirty divided by m and multiplied again is thirty")
    func divideAndMultiplyBack() throws {
        for m in 1...10_000 {
            let part = try #require(Number(30).divided(by: Number(m)))
            #expect(part * Number(m) == 30)
            #expect(part.isWhole == (30 % m == 0))
        }
    }

    @Test("the laws of arithmetic", arguments: 1...8)
    func laws(seed: UInt64) throws {
        var dice = NumberDice(state: seed)
        for _ in 0..<60 {
            let (a, b, c) = (try dice.number(), try dice.number(), try dice.number())
            #expect((a + b) - b == a)
            #expect((a + b).hashValue == (b + a).hashValue)
            #expect(a - a == 0)
            #expect(a - b == -(b - a))
            #expect(a * b == b * a)
            #expect(a * (b + c) == a * b + a * c)
            #expect((a + b) + c == a + (b + c))
            #expect((a - b).signum == (a < b ? -1 : a == b ? 0 : 1))
            #expect([a < b, a == b, b < a].count { $0 } == 1)
            #expect(a.magnitude == (a < 0 ? -a : a))
            #expect(!(a < b && b < c) || a < c)
            if let quotient = a.divided(by: b) {
                #expect(quotient * b == a)
                #expect((a * b).divided(by: b) == a)
            } else {
                #expect(b == 0)
            }
        }
    }

    @Test("a value that was large for a while is the same value", arguments: 1...8)
    func formFollowsValue(seed: UInt64) throws {
        var dice = NumberDice(state: seed)
        let huge = try number(dice.digits(60)) + (try number("1/" + dice.digits(50)))
        for _ in 0..<60 {
            let small = try dice.number()
            let back = [(small + huge) - huge, try #require((small * huge).divided(by: huge)), -(-small)]
            #expect(Set(back) == [small])
        }
    }

    @Test("in place operators agree with the plain ones")
    func inPlace() throws {
        var value = try number("1/3")
        value += 2
        #expect(value.description == "7/3")
        value -= try number("1/3")
        #expect(value.description == "2")
        value *= try number("0.25")
        #expect(value.description == "0.5")
        #expect(Number.zero + .one == 1)
    }

    @Test("a number takes no more room than two words and a mark")
    func size() {
        #expect(MemoryLayout<Number>.size <= 17)
    }
}

@Suite("Numbers: against reckoning by digits")
struct SlowReckoningTests {
    static let edges = [
        Int.min, Int.min + 1, -3_037_000_500, -(1 << 32), -10, -1, 0, 1, 2, 1 << 31, 1 << 32, 3_037_000_499,
        Int.max - 1,
        Int.max,
    ]

    @Test("sums, differences and products at the edges of a word", arguments: edges)
    func wordEdges(a: Int) throws {
        for b in Self.edges {
            let (slowA, slowB) = (SlowInteger(String(a)), SlowInteger(String(b)))
            #expect((Number(a) + Number(b)).description == (slowA + slowB).text)
            #expect((Number(a) - Number(b)).description == (slowA + slowB.negated).text)
            #expect((Number(a) * Number(b)).description == (slowA * slowB).text)
            #expect((Number(a) < Number(b)) == (a < b))
            if b == 0 {
                #expect(Number(a).divided(by: Number(b)) == nil)
                #expect(Number(numerator: a, denominator: b) == nil)
            } else {
                let quotient = try #require(Number(numerator: a, denominator: b))
                #expect(quotient * Number(b) == Number(a))
                #expect(Number(a).divided(by: Number(b)) == quotient)
                #expect((quotient < 0) == (a != 0 && (a < 0) != (b < 0)))
            }
        }
        #expect((-Number(a)).description == SlowInteger(String(a)).negated.text)
        #expect(Number(a).toInt() == a)
        #expect(BigInteger(a).toInt() == a)
        #expect((BigInteger(a) + BigInteger(a) - BigInteger(a)).toInt() == a)
    }

    @Test("fractions at the edges of a word: a/b + c/d = (ad + cb) / bd", arguments: edges.filter { $0 != 0 })
    func fractionEdges(b: Int) throws {
        for a in Self.edges {
            for c in [Int.min, -1, 3, Int.max] {
                for d in [Int.min, -6, 1, Int.max] {
                    let left = try #require(Number(numerator: a, denominator: b))
                    let right = try #require(Number(numerator: c, denominator: d))
                    let below = Number(b) * Number(d)
                    #expect((left + right) * below == Number(a) * Number(d) + Number(c) * Number(b))
                    #expect((left - right) * below == Number(a) * Number(d) - Number(c) * Number(b))
                    #expect(left * right * below == Number(a) * Number(c))
                }
            }
        }
    }

    @Test("sums and products of long numbers", arguments: [1, 18, 19, 20, 38, 39, 150, 400, 1200])
    func longNumbers(length: Int) throws {
        var dice = NumberDice(state: UInt64(length))
        for other in [1, 19, 60, length] {
            let (a, b) = (dice.digits(length), "-" + dice.digits(other))
            let (left, right) = (try #require(BigInteger(decimal: a)), try #require(BigInteger(decimal: b)))
            #expect(left.description == a)
            #expect(right.description == b)
            #expect((left + right).description == (SlowInteger(a) + SlowInteger(b)).text)
            #expect((left - right).description == (SlowInteger(a) + SlowInteger(b).negated).text)
            #expect((left * right).description == (SlowInteger(a) * SlowInteger(b)).text)
            #expect((try number(a) * number(b)).numeratorText == (SlowInteger(a) * SlowInteger(b)).text)
        }
    }

    @Test("a very long product agrees with its parts", arguments: [(3000, 3000), (4000, 1500), (6000, 900)])
    func veryLong(left: Int, right: Int) throws {
        var dice = NumberDice(state: UInt64(left))
        let (a, b, c) = (dice.digits(left), dice.digits(right), dice.digits(20))
        let (x, y, z) = (try number(a), try number(b), try number(c))
        // The factors of the second product are too short for the method of the first.
        let shift = try #require(Number(decimal: "1e\(right - 500)", allowExponent: true))
        let (high, low) = (try number(String(b.dropLast(right - 500))), try number(String(b.suffix(right - 500))))
        #expect(high * shift + low == y)
        #expect(x * y == x * high * shift + x * low)
        #expect((x + z) * (y - z) == x * y - x * z + z * y - z * z)
        #expect((x * y).divided(by: y) == x)
    }
}

@Suite("Big integers: division")
struct BigDivisionTests {
    private func check(_ value: BigInteger, by divisor: BigInteger) throws {
        let (quotient, remainder) = try #require(value.divided(by: divisor))
        let size = { (value: BigInteger) in value.isNegative ? -value : value }
        #expect(quotient * divisor + remainder == value)
        #expect(size(remainder) < size(divisor))
        #expect(remainder.isZero || remainder.isNegative == value.isNegative)
    }

    @Test("quotient * divisor + remainder is the value", arguments: 1...10)
    func identity(seed: UInt64) throws {
        var dice = NumberDice(state: seed)
        for _ in 0..<60 {
            let words = Int.random(in: 0...40, using: &dice)
            let value = try dice.bitRuns(words: words)
            let divisor = try dice.bitRuns(words: Int.random(in: 0...(words + 2), using: &dice))
            try check(value, by: divisor)
            try check(value * divisor, by: divisor)
            try check(value * divisor - BigInteger(1), by: divisor)
            let text = try #require(BigInteger(decimal: dice.digits(words * 9 + 1)))
            try check(text, by: value)
        }
    }

    @Test("nothing is divided by zero")
    func zero() {
        #expect(BigInteger(5).divided(by: BigInteger(0)) == nil)
        #expect(Number.one.divided(by: 0) == nil)
    }

    @Test("lowest terms are found for long fractions", arguments: 1...10)
    func lowestTerms(seed: UInt64) throws {
        var dice = NumberDice(state: seed)
        let shared = try number(dice.digits(Int.random(in: 1...300, using: &dice)))
        let (above, below) = (try number(dice.digits(150)), try number(dice.digits(170)))
        let plain = try #require(above.divided(by: below))
        #expect((above * shared).divided(by: below * shared) == plain)
        // Euclid's algorithm in its plain form finds no common divisor any more.
        var large = try #require(BigInteger(decimal: plain.numeratorText))
        var small = try #require(BigInteger(decimal: plain.denominatorText))
        while let step = large.divided(by: small) { (large, small) = (small, step.remainder) }
        #expect(large == BigInteger(1))
    }

    @Test("texts that are no whole number", arguments: ["", "-", "1.0", "1 ", "٣", "--1", "1e3"])
    func notWhole(text: String) {
        #expect(BigInteger(decimal: text) == nil)
    }
}
