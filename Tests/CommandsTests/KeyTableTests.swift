import Testing

@testable import RuleEngine

/// A row is found by its key alone, however the keys are made and in whatever order they stand.
@Suite struct KeyTableTests {
    /// Keys, and whether they are of one length and differ only in the digits at their ends, not far apart.
    struct Keys: Sendable {
        var make: @Sendable (Int) -> String
        var isNumbered: Bool
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    static let kinds: [Keys] = [
        Keys(make: { "T" + padded($0, 7) }, isNumbered: true),
        Keys(make: { "T" + padded($0, 4) }, isNumbered: true),
        Keys(make: { padded($0 + 1000, 4) }, isNumbered: true),
        Keys(make: { padded($0 * 3, 8) }, isNumbered: true),
        Keys(make: { "2026" + padded($0, 6) }, isNumbered: true),
        Keys(make: { "教师" + padded($0, 5) }, isNumbered: true),
        Keys(make: { "G440102-A-" + padded($0, 6) }, isNumbered: true),
        Keys(make: { padded(99_990_000 + $0, 8) }, isNumbered: true),
        // The last sign is a letter, the length differs, the beginning differs, the numbers lie far apart, too long.
        Keys(make: { padded($0, 5) + "X" }, isNumbered: false),
        Keys(make: { String($0) }, isNumbered: false),
        Keys(make: { ["语文组", "数学组"][$0 % 2] + padded($0, 5) }, isNumbered: false),
        Keys(make: { "T" + padded($0 * 4093 % 9_999_991, 7) }, isNumbered: false),
        Keys(make: { "110101199" + padded($0, 9) }, isNumbered: false),
        Keys(make: { "人\($0)" }, isNumbered: false),
    ]

    private static func pool(_ keys: [String]) -> TextPool {
        var pool = TextPool()
        for key in keys {
            pool.bytes += Array(key.utf8)
            pool.ends.append(UInt32(pool.bytes.count))
        }
        return pool
    }

    private static func row(_ table: KeyTable, _ key: String) -> Int32 {
        // The key stands in the middle of other text, as in a file.
        let bytes = Array("9,".utf8) + Array(key.utf8) + Array(",7".utf8)
        return unsafe bytes.withUnsafeBytes { unsafe table.row($0, 2, key.utf8.count) }
    }

    @Test(arguments: kinds.indices, [false, true]) func findsRows(_ kind: Int, _ isShuffled: Bool) throws {
        let kind = Self.kinds[kind]
        var dice = Dice(state: 11)
        for count in [1, 2, 50, 2000] {
            var keys = (0..<count).map(kind.make)
            if isShuffled { keys.shuffle(using: &dice) }
            let table = try #require(KeyTable(Self.pool(keys)))
            if count == 2000 { #expect((table.numbered != nil) == kind.isNumbered) }
            let rows = Dictionary(uniqueKeysWithValues: zip(keys, keys.indices.map { Int32($0) }))
            for key in keys { #expect(Self.row(table, key) == rows[key]) }
            // Keys that are nearly so.
            for key in keys.prefix(60) {
                for place in key.indices {
                    for sign in ["0", "9", "A", "/", ":", "\u{1}", "\u{80}", "文", ""] {
                        let other = key.replacingCharacters(in: place, with: sign)
                        #expect(Self.row(table, other) == rows[other] ?? -1, "\(other) beside \(key)")
                    }
                }
                for other in ["0" + key, key + "0", String(key.dropFirst()), String(key.dropLast()), ""] {
                    #expect(Self.row(table, other) == rows[other] ?? -1)
                }
            }
            if count > 1 { #expect(KeyTable(Self.pool(keys + [keys[count / 2]])) == nil) }
        }
    }
}

extension String {
    /// With other signs in the place of one.
    fileprivate func replacingCharacters(in place: Index, with signs: String) -> String {
        self[..<place] + signs + self[index(after: place)...]
    }
}
