import Diagnostics
import RuleSyntax
import Tables

/// The steps between neighbouring cells of a lookup, along its rows and down its columns: `5  4.5  4` goes by 0.5.
struct LookupSteps {
    /// Neighbouring cells in one direction.
    struct Step {
        var difference: Number
        var ratios: [Number]
        /// The row of the second cell.
        var range: SourceRange
    }

    var along: [Step] = []
    var down: [Step] = []

    init(_ lookup: LookupDecl) {
        let numbers = lookup.rows.map { row in row.cells.map { Number(decimal: $0.text) } }
        for (row, cells) in numbers.enumerated() {
            for (left, right) in zip(cells, cells.dropFirst()) {
                if let step = Self.step(left, right, lookup.rows[row].range) { along.append(step) }
            }
            guard row > 0 else { continue }
            for (above, below) in zip(numbers[row - 1], cells) {
                if let step = Self.step(above, below, lookup.rows[row].range) { down.append(step) }
            }
        }
    }

    private static func step(_ left: Number?, _ right: Number?, _ range: SourceRange) -> Step? {
        guard let left, let right else { return nil }
        let ratios = [left.divided(by: right), right.divided(by: left)].compactMap { $0 }
        return Step(difference: left > right ? left - right : right - left, ratios: ratios, range: range)
    }

    /// Every number that a plan's words may say of two neighbours.
    var numbers: [Number] { (along + down).flatMap { [$0.difference] + $0.ratios } }

    /// Rows that do not go by a step which most of their direction goes by.
    func breaks(of step: Number) -> [SourceRange] {
        for direction in [along, down] {
            let odd = direction.filter { $0.difference != step }
            if !odd.isEmpty, odd.count * 2 < direction.count { return odd.map(\.range) }
            if odd.isEmpty, !direction.isEmpty { return [] }
        }
        return []
    }
}
