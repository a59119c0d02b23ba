import RuleSyntax
import Tables

/// Long series in lookups: numbers that go on by one step from row to row, and the row where they do not.
extension Resolver {
    /// So many equal steps before a break and after it make a series that is broken by mistake.
    private static let runLength = 8

    func reviewSeries() {
        for table in tables {
            guard case .lookup(let lookup) = table.kind, lookup.rows.count > 2 * Self.runLength else { continue }
            for column in table.columns.indices {
                // The only result of a lookup is called as the lookup is.
                let (own, name) = (table.name.text, table.columns[column].name)
                let numbers = lookup.rows.map { number($0, column, table) }
                reviewSeries(numbers, lookup, name == own ? own : "\(own).\(name)")
            }
        }
    }

    private func reviewSeries(_ numbers: [Number?], _ lookup: Lookup, _ name: String) {
        let steps = zip(numbers, numbers.dropFirst()).map { first, second in
            first.flatMap { first in second.map { $0 - first } }
        }
        var index = Self.runLength
        while index + Self.runLength < steps.count {
            defer { index += 1 }
            guard let step = steps[index - 1], step != 0, steps[index] != step,
                steps[(index - Self.runLength)..<index].allSatisfy({ $0 == step })
            else { continue }
            // A row left out or doubled makes one odd step, a row of its own makes two.
            for odd in 1...2 {
                let end = index + odd + Self.runLength
                guard end <= steps.count, steps[(index + odd)..<end].allSatisfy({ $0 == step }) else { continue }
                report(.seriesBroken(name, step: step.description), lookup.rows[index + 1].range)
                break
            }
        }
    }

    /// The number in a column of a row; a word that is written as a number or as a time, `14:21`, is one.
    private func number(_ row: Lookup.Row, _ column: Int, _ table: TableDraft) -> Number? {
        let value: Value
        if column < row.keys.count {
            guard case .value(let key) = row.keys[column] else { return nil }
            value = key
        } else {
            value = row.values[column - row.keys.count]
        }
        switch value {
        case .number(let number): return number
        case .text(let text): return Number(decimal: text) ?? Self.time(text)
        case .choice(let index):
            guard case .done(_, let type) = table.columns[column].state, case .choice(let list) = type.kind else {
                return nil
            }
            let label = choices[list].labels[index]
            return Number(decimal: label) ?? Self.time(label)
        case .missing, .bool, .date, .month, .row, .span: return nil
        }
    }

    /// `14:21` in the smaller of its units.
    private static func time(_ text: String) -> Number? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 2, let first = Int(parts[0]), let second = Int(parts[1]),
            first >= 0, (0..<60).contains(second), first < 1_000_000
        else { return nil }
        return Number(first * 60 + second)
    }
}
