import Diagnostics
import RuleSyntax
import Tables

/// Weights that should make up a whole and do not.
extension Resolver {
    /// So far from a whole a sum of shares is still meant to be one.
    private static let near = Interval(Number(decimal: "0.8"), Number(decimal: "1.2"))

    func reviewWeights() {
        for table in tables {
            if case .lookup(let lookup) = table.kind { reviewWeights(lookup, table) }
        }
        var told = Set<SourceRange>()
        eachFormula { formula in
            var inner = Set<SourceRange>()
            formula.visit { part in
                guard case .arithmetic(.plus, let left, let right) = part.kind else { return }
                for side in [left, right] { if case .arithmetic(.plus, _, _) = side.kind { inner.insert(side.range) } }
                guard !inner.contains(part.range), let weights = weights(part), weights.count > 1,
                    told.insert(part.range).inserted
                else { return }
                let sum = weights.reduce(Number(0), +)
                if sum != 1, Self.near.contains(sum) { report(.weightsOff(nil, sum: percentage(sum)), part.range) }
            }
        }
    }

    /// The per cents by which the terms of a sum are multiplied, if all of them are.
    private func weights(_ formula: Formula) -> [Number]? {
        switch formula.kind {
        case .arithmetic(.plus, let left, let right):
            guard let first = weights(left), let last = weights(right) else { return nil }
            return first + last
        case .arithmetic(.times, let left, let right):
            for (weight, other) in [(right, left), (left, right)] {
                if case .constant(.number(let number)) = weight.kind, weight.type.unit == .percent,
                    number.signum > 0, number < 1, other.readsRows
                {
                    return [number]
                }
            }
            return nil
        default: return nil
        }
    }

    private func reviewWeights(_ lookup: Lookup, _ table: TableDraft) {
        let first = lookup.keyTypes.count
        let ratios = table.columns.indices.filter { index in
            guard index >= first, case .done(_, let type) = table.columns[index].state else { return false }
            return type.kind == .number && type.unit == .percent
        }
        guard let column = ratios.first else { return }
        func sum(_ values: [Value]) -> Number? {
            values.reduce(Number(0)) { known, value in known.flatMap { sum in value.number.map { sum + $0 } } }
        }
        if ratios.count > 1 {
            let sums = lookup.rows.map { row in
                sum(ratios.compactMap { row.values.indices.contains($0 - first) ? row.values[$0 - first] : nil })
            }
            report(zip(lookup.rows, sums).map { ($0.range, text($0.range), $1) }, isWhole: false)
        } else if first == 1 {
            let isWeight = [table.name.text, table.columns[column].name].contains {
                $0.contains("权重") || $0.contains("占比")
            }
            let name = table.name.text
            report([(table.name.range, name, sum(lookup.rows.compactMap(\.values.first)))], isWhole: isWeight)
        } else if first == 2 {
            var groups: [Lookup.Key] = []
            for row in lookup.rows where !groups.contains(row.keys[0]) { groups.append(row.keys[0]) }
            let position = column - first
            report(
                groups.map { group in
                    let rows = lookup.rows.filter { $0.keys[0] == group }
                    let word = text(rows[0].range).split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
                    return (rows[0].range, word, sum(rows.map { $0.values[position] }))
                }, isWhole: false)
        }
    }

    /// Rows that do not make up a whole where as many others do, or where the name says so.
    private func report(_ sums: [(range: SourceRange, name: String, sum: Number?)], isWhole: Bool) {
        let whole = sums.filter { $0.sum == 1 }
        let off = sums.filter { one in one.sum.map { $0 != 1 && Self.near.contains($0) } ?? false }
        guard isWhole || whole.count >= off.count else { return }
        for one in off {
            let name = one.name.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? one.name
            report(.weightsOff(name, sum: percentage(one.sum ?? 0)), one.range)
        }
    }

    private func percentage(_ value: Number) -> String { (value * 100).description + "%" }
}
