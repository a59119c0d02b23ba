import Diagnostics
import RuleSyntax
import Tables

/// Lookups and cases of 按: what they leave out, take twice, or can never meet.
extension Resolver {
    /// A place where a lookup is read: its keys, and whether a missing row is provided for.
    private struct LookupUse {
        var keys: [Formula]
        var tolerant: Bool
    }

    func reviewCovers() {
        var uses: [Int: [LookupUse]] = [:]
        eachFormula { formula in
            formula.visit { part in
                switch part.kind {
                case .find(let table, let keys): uses[table, default: []].append(LookupUse(keys: keys, tolerant: true))
                case .findOrError(let table, let keys):
                    uses[table, default: []].append(LookupUse(keys: keys, tolerant: false))
                case .choose(let branches, let last): reviewCases(branches, hasRest: last != nil)
                default: break
                }
            }
        }
        for (table, uses) in uses.sorted(by: { $0.key < $1.key }) {
            if case .lookup(let lookup) = tables[table].kind { review(lookup, tables[table], uses) }
        }
    }

    // MARK: Lookups

    private func review(_ lookup: Lookup, _ table: TableDraft, _ uses: [LookupUse]) {
        let numeric = lookup.keyTypes.indices.filter { position in
            lookup.keyTypes[position].kind == .number || lookup.keyTypes[position].kind == .date
        }
        if numeric.count == 1 {
            reviewLadders(lookup, table, numeric[0], uses)
        } else if numeric.isEmpty {
            reviewCells(lookup, table, uses)
        }
    }

    /// The rows that share the other keys form a ladder of numbers.
    private func reviewLadders(_ lookup: Lookup, _ table: TableDraft, _ position: Int, _ uses: [LookupUse]) {
        let types = uses.map { $0.keys[position].type }
        let isDate = lookup.keyTypes[position].kind == .date
        guard let first = types.first, !types.contains(where: { $0.kind != first.kind }) else { return }
        let domain = isDate ? .all : types.dropFirst().reduce(first.interval) { $0.hull($1.interval) }
        let isWhole = isDate || types.allSatisfy(\.whole)
        let isTolerant = uses.allSatisfy(\.tolerant)
        func others(_ row: Lookup.Row) -> [Lookup.Key] {
            row.keys.enumerated().filter { $0.offset != position }.map(\.element)
        }
        var seen = Set<[Lookup.Key]>()
        for group in lookup.rows.map(others) where seen.insert(group).inserted && !group.contains(.any) {
            let rows = lookup.rows.filter { row in zip(others(row), group).allSatisfy { $0 == $1 || $0 == .any } }
            var cover = NumberCover(domain, isWhole: isWhole)
            var taken: [(test: NumberCover.Test, row: Lookup.Row)] = []
            var hasRest = false
            for row in rows {
                guard let test = row.keys[position].test else {
                    hasRest = hasRest || row.keys[position] == .any
                    continue
                }
                let isReached = NumberCover(domain, isWhole: isWhole).takes(test)
                if !isReached {
                    let range = describe(domain)
                    report(.rowUnreachable(cellText(row, position), range: range), row.range)
                } else if let shared = taken.lazy.compactMap({ self.shared($0.test, test) }).first {
                    report(.overlap(describe(shared, isDate)), row.range)
                }
                _ = cover.take(test)
                taken.append((test, row))
            }
            var gaps = hasRest ? [] : cover.pieces
            // Where a missing row is provided for, or the rest is named, only a slip between two neighbours is a gap.
            if isTolerant || hasRest { gaps = slips(taken.map(\.test), isWhole) }
            // Dates before the first row and after the last are nobody's business.
            if isDate { gaps = gaps.filter { $0.low != nil && $0.high != nil } }
            if !gaps.isEmpty {
                let name = ([table.name.text] + group.compactMap(keyText)).joined(separator: " ")
                let falls: PlanProblem.Falls = hasRest ? .rest : isTolerant ? .fallback : .nowhere
                report(.gap(name, gaps.prefix(5).map { describe($0, isDate) }, falls), table.name.range)
            }
        }
    }

    /// A number that two ranges both take.
    private func shared(_ a: NumberCover.Test, _ b: NumberCover.Test) -> Number? {
        switch (a, b) {
        case (.range(let low, let high), .range(let other, let end)):
            let first = max(low, other)
            return first <= min(high, end) ? first : nil
        case (.range(let low, let high), .value(let value)), (.value(let value), .range(let low, let high)):
            return low <= value && value <= high ? value : nil
        default: return nil
        }
    }

    /// The narrow spaces between neighbouring ranges: 80..89 and 90..100 leave 89.5.
    private func slips(_ tests: [NumberCover.Test], _ isWhole: Bool) -> [NumberCover.Piece] {
        let ranges = tests.compactMap { test -> (low: Number, high: Number)? in
            if case .range(let low, let high) = test { (low, high) } else { nil }
        }.sorted { $0.low < $1.low }
        return zip(ranges, ranges.dropFirst()).compactMap { left, right in
            guard left.high < right.low, right.low - left.high <= 1, !isWhole else { return nil }
            return NumberCover.Piece(low: left.high, hasLow: false, high: right.low, hasHigh: false)
        }
    }

    /// The combinations of choices for which a lookup that must answer has no row.
    private func reviewCells(_ lookup: Lookup, _ table: TableDraft, _ uses: [LookupUse]) {
        guard uses.contains(where: { !$0.tolerant }) else { return }
        var combinations: [[Lookup.Key]] = [[]]
        for type in lookup.keyTypes {
            let keys: [Lookup.Key]
            switch type.kind {
            case .choice(let list): keys = choices[list].labels.indices.map { .value(.choice($0)) }
            case .bool: keys = [.value(.bool(true)), .value(.bool(false))]
            case .number, .text, .date, .month, .row, .span, .unknown: return
            }
            guard combinations.count * keys.count <= 4096 else { return }
            combinations = combinations.flatMap { known in keys.map { known + [$0] } }
        }
        let listed = Set(lookup.rows.map(\.keys))
        let wide = lookup.rows.filter { $0.keys.contains(.any) }
        let missing = combinations.filter { keys in
            !listed.contains(keys)
                && !wide.contains { row in zip(row.keys, keys).allSatisfy { $0 == .any || $0 == $1 } }
        }
        guard !missing.isEmpty else { return }
        let names = missing.map { keys in
            zip(keys, lookup.keyTypes).map { key, type in label(key, type) }.joined(separator: "，")
        }
        var shown = names.prefix(5).map { Bilingual("“\($0)”", "“\($0)”") }
        if names.count > shown.count { shown.append(Bilingual("等 \(names.count) 种", "\(names.count) in all")) }
        report(.gap(table.name.text, Array(shown)), table.name.range)
    }

    private func label(_ key: Lookup.Key, _ type: ValueType) -> String {
        switch (key, type.kind) {
        case (.value(.choice(let index)), .choice(let list)): choices[list].labels[index]
        case (.value(.bool(let bool)), _): bool ? "是" : "否"
        default: ""
        }
    }

    private func keyText(_ key: Lookup.Key) -> String? {
        switch key {
        case .value(.text(let text)): text
        case .value(.number(let number)): number.description
        case .value, .range, .compared, .any: nil
        }
    }

    private func cellText(_ row: Lookup.Row, _ position: Int) -> String {
        switch row.keys[position] {
        case .value(.number(let number)): number.description
        case .range(.number(let low), .number(let high)): "\(low)..\(high)"
        case .compared(let comparison, .number(let bound)): "\(comparison.rawValue) \(bound)"
        case .compared: text(row.range)
        case .value, .range, .any: text(row.range)
        }
    }

    private func describe(_ interval: Interval) -> String {
        switch (interval.low, interval.high) {
        case (let low?, let high?): "\(low)..\(high)"
        case (let low?, nil): "\(low).."
        case (nil, let high?): "..\(high)"
        case (nil, nil): ".."
        }
    }

    private func describe(_ position: Number, _ isDate: Bool) -> String {
        isDate ? position.toInt().map { CalendarDate(day: Int32($0)).description } ?? "" : position.description
    }

    private func describe(_ piece: NumberCover.Piece, _ isDate: Bool = false) -> Bilingual {
        if isDate, let low = piece.low, let high = piece.high {
            let (first, last) = (describe(low, true), describe(high, true))
            return low == high ? Bilingual(first, first) : Bilingual("\(first) 到 \(last)", "\(first) to \(last)")
        }
        switch (piece.low, piece.high) {
        case (let low?, let high?) where low == high: return Bilingual("\(low)", "\(low)")
        case (let low?, let high?) where piece.hasLow && piece.hasHigh:
            return Bilingual("\(low) 到 \(high)", "\(low) to \(high)")
        case (let low?, let high?):
            return Bilingual(
                "\(low) 与 \(high) 之间（如 \(middle(low, high))）",
                "what lies between \(low) and \(high) (such as \(middle(low, high)))")
        case (let low?, nil):
            return Bilingual(
                piece.hasLow ? "\(low) 以上" : "大于 \(low) 的", piece.hasLow ? "\(low) and above" : "above \(low)")
        case (nil, let high?):
            return Bilingual(
                piece.hasHigh ? "\(high) 以下" : "小于 \(high) 的", piece.hasHigh ? "\(high) and below" : "below \(high)")
        case (nil, nil): return Bilingual("所有的数", "all numbers")
        }
    }

    private func middle(_ low: Number, _ high: Number) -> Number { (low + high).divided(by: 2) ?? low }

    // MARK: 按

    /// The cases of one 按 with a number as its subject.
    private func reviewCases(_ branches: [Formula.Branch], hasRest: Bool) {
        guard let ladder = ladder(branches) else { return }
        var cover = NumberCover(ladder.subject.type.interval, isWhole: ladder.subject.type.whole)
        for (branch, test) in zip(branches, ladder.tests) {
            if !cover.take(test), truth(branch.condition) == nil {
                report(.caseUnreachable(text(branch.condition.range)), branch.condition.range)
            }
        }
        if hasRest, let last = branches.last {
            let gaps = slips(ladder.tests, ladder.subject.type.whole)
            let range = branches[0].condition.range.union(last.value.range)
            if !gaps.isEmpty {
                report(.gap(text(ladder.subject.range), gaps.prefix(5).map { describe($0) }, .rest), range)
            }
        }
    }

    /// The tests of cases that all speak of one number.
    func ladder(_ branches: [Formula.Branch]) -> (subject: Formula, tests: [NumberCover.Test])? {
        var subject: Formula?
        var tests: [NumberCover.Test] = []
        func constant(_ formula: Formula) -> Number? {
            guard formula.type.kind == .number, !formula.readsRows, let low = formula.type.interval.low,
                low == formula.type.interval.high
            else { return nil }
            return low
        }
        func same(_ other: Formula) -> Bool {
            guard let known = subject else {
                subject = other
                return other.type.kind == .number
            }
            return known.range == other.range
        }
        for branch in branches {
            switch branch.condition.kind {
            case .comparison(let comparison, let left, let right):
                guard same(left), let bound = constant(right) else { return nil }
                tests.append(comparison == .equal ? .value(bound) : .compared(comparison, bound))
            case .all(let parts) where parts.count == 2:
                guard case .comparison(.greaterEqual, let left, let low) = parts[0].kind,
                    case .comparison(.lessEqual, _, let high) = parts[1].kind, same(left),
                    let first = constant(low), let last = constant(high)
                else { return nil }
                tests.append(.range(first, last))
            default: return nil
            }
        }
        return subject.map { ($0, tests) }
    }
}

extension Lookup.Key {
    /// What a key of numbers takes; `nil` for 其余.
    fileprivate var test: NumberCover.Test? {
        switch self {
        case .value(let value): value.position.map(NumberCover.Test.value)
        case .range(let low, let high):
            if let first = low.position, let last = high.position { .range(first, last) } else { nil }
        case .compared(let comparison, let bound): bound.position.map { .compared(comparison, $0) }
        case .any: nil
        }
    }
}

extension NumberCover {
    /// Whether a test takes any of the numbers.
    func takes(_ test: Test) -> Bool {
        var copy = self
        return copy.take(test)
    }
}
