import Tables
import Testing

@testable import RuleEngine

/// Combinations of values are numbered as a dictionary of them numbers them, whatever they are made of.
@Suite struct KeyIndexTests {
    /// What a place of a combination may hold.
    enum Kind: CaseIterable, Sendable {
        case narrow, wide, vast, huge, choices, fractions, texts, oddTexts, pooled, coded, constant, missing

        func value(_ number: Int) -> Value {
            switch self {
            case .narrow: .number(Number(number % 9 - 4))
            case .wide: .number(Number(number % 70 * 1_000_003))
            case .vast: .number(Number((number % 7) << 59))
            case .huge: .number(Number(number % 7 == 0 ? Int(Int64.max) - number % 40 : number % 40 - Int(Int64.max)))
            case .choices: .choice(number % 5)
            case .fractions: .number(Number(numerator: number % 6, denominator: 7) ?? 0)
            case .texts: .text("键\(number % 30)")
            // One of them is written in two ways, which are one text.
            case .oddTexts: .text(["é", "e\u{301}", " 空 ", "甲"][number % 4])
            case .pooled, .coded: .text("组\(number % 12)")
            case .constant: .date(CalendarDate(day: 9000))
            case .missing: .missing
            }
        }

        fileprivate func vector(_ values: [Value]) -> Vector {
            switch self {
            case .constant: return values.first.map { .constant($0) } ?? .missing
            case .missing: return .missing
            case .pooled:
                var pool = TextPool()
                for value in values {
                    if case .text(let text) = value { pool.bytes += Array(text.utf8) }
                    pool.ends.append(UInt32(pool.bytes.count))
                }
                return Column(.texts(pool)).slice(0, values.count)
            case .coded:
                let known = values.reduce(into: [Value]()) { if !$0.contains($1) { $0.append($1) } }
                return Column(.coded(values.map { UInt16(known.firstIndex(of: $0) ?? 0) }, known)).slice(
                    0, values.count)
            case .narrow, .wide, .vast, .huge, .choices, .fractions, .texts, .oddTexts: return Vector(values)
            }
        }
    }

    private static let combinations: [[Kind]] =
        Kind.allCases.map { [$0] }
        + [
            [], [.choices, .narrow], [.texts, .choices, .wide], [.wide, .wide, .wide], [.huge, .narrow, .texts],
            // Codes that become too large on the way.
            [.wide, .texts, .wide, .coded, .wide, .choices, .wide, .wide], [.huge, .huge, .huge],
            [.choices, .vast], [.vast, .narrow, .vast], [.texts, .vast, .wide, .vast],
            [.oddTexts, .pooled, .fractions], [.constant, .pooled, .coded],
        ]

    @Test(arguments: combinations) func numbersAsADictionaryDoes(_ kinds: [Kind]) {
        var dice = Dice(state: UInt64(kinds.count) * 31 + 7)
        for (count, holes) in [(0, 0), (1, 0), (40, 5), (3000, 0), (3000, 30)] {
            let columns = kinds.map { kind in
                (0..<count).map { _ -> Value in
                    let isHole = kind != .constant && holes > 0 && Int.random(in: 0..<holes, using: &dice) == 0
                    return isHole ? .missing : kind.value(Int.random(in: 0..<100_000, using: &dice))
                }
            }
            let rows = (0..<count).map { row in columns.map { $0[row] } }
            let vectors = zip(kinds, columns).map { $0.vector($1) }
            for missingCounts in [false, true] {
                var known: [[Value]: Int32] = [:]
                let expected = rows.map { row -> Int32 in
                    if row.contains(.missing), !missingCounts { return -1 }
                    if known[row] == nil { known[row] = Int32(known.count) }
                    return known[row]!
                }
                let (index, numbers) = KeyIndex.numbering(
                    vectors, count, missingCounts: missingCounts, isSought: missingCounts == (holes > 0))
                #expect(numbers == expected)
                #expect(index.count == known.count)
                #expect(
                    index.firsts
                        == (0..<known.count).map { number in
                            Int32(expected.firstIndex(of: Int32(number)) ?? -1)
                        })
                // What is looked for may not have occurred, and what is missing is never found.
                let sought = (0..<200).map { _ in
                    kinds.enumerated().map { position, kind -> Value in
                        count > 0 && Bool.random(using: &dice)
                            ? columns[position][Int.random(in: 0..<count, using: &dice)]
                            : kind.value(Int.random(in: 0..<200_000, using: &dice))
                    }
                }
                let found = index.find(
                    kinds.indices.map { position in Vector(sought.map { $0[position] }) }, sought.count)
                #expect(found == sought.map { row in row.contains(.missing) ? -1 : known[row] ?? -1 })
                #expect(
                    index.find(vectors, count)
                        == rows.enumerated().map { row, values in
                            values.contains(.missing) ? -1 : expected[row]
                        })
            }
        }
    }

    /// Numbers that were chosen so that all fall on one slot take no longer, and are numbered as any are.
    @Test func numbersThatFallOnOneSlot() {
        let numbers = [1] + (2..<5_000_000).filter { KeyTable.slot(UInt64($0)) & 4095 == 0 }.map { Int64($0) }
        #expect(numbers.count > 1100)
        let twice = numbers + numbers
        let (index, found) = KeyIndex.numbering([.numbers(twice)], twice.count)
        #expect(found == (0..<twice.count).map { Int32($0 % numbers.count) })
        #expect(index.find([.numbers([1, 2, numbers[700]])], 3) == [0, -1, 700])
    }

    @Test(arguments: [0, 1, 2, 700, 5000]) func sorts(_ count: Int) {
        var dice = Dice(state: UInt64(count))
        for bits in [0, 1, 11, 12, 40, 64] {
            let numbers = (0..<count).map { _ in
                bits == 0 ? 7 : UInt64.random(in: 0...UInt64.max, using: &dice) >> UInt64(64 - bits)
            }
            let expected = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }.map { Int32($0) }
            #expect(sortedPlaces(numbers) == expected)
        }
    }
}
