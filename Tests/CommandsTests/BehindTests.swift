import Testing

@testable import RuleEngine

/// The rows behind each row are the same, and in their own order, however many there are and however they lie.
@Suite struct BehindTests {
    @Test(arguments: [(0, 0), (1, 1), (5000, 40), (300_000, 7), (300_000, 128), (300_000, 1000), (270_000, 200_001)])
    func rowsBehindRows(_ rows: Int, _ count: Int) {
        var dice = Dice(state: UInt64(rows + count))
        let unsorted = (0..<rows).map { _ in Int32.random(in: -1..<Int32(max(count, 1)), using: &dice) }
        for targets in [unsorted, unsorted.filter { $0 >= 0 }.sorted()] {
            var expected = [[Int32]](repeating: [], count: count)
            for (row, target) in targets.enumerated() where target >= 0 { expected[Int(target)].append(Int32(row)) }
            let behind = Behind(targets, count)
            #expect(behind.offsets.count == count + 1)
            let found = (0..<count).map { index -> [Int32] in
                let range = behind.offsets[index]..<behind.offsets[index + 1]
                return behind.rows.map { Array($0[Int(range.lowerBound)..<Int(range.upperBound)]) } ?? Array(range)
            }
            #expect(found == expected)
        }
    }
}
