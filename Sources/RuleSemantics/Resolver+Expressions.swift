import Diagnostics
import RuleSyntax
import Tables

extension Resolver {
    /// The formula of an expression. `expecting` is what stands on the other side: beside a choice a bare word is one
    /// of its labels first, beside a row a text is its key.
    func resolve(_ expression: Expression, _ scope: Scope, expecting: ValueType.Kind?) -> Formula {
        let range = expression.range
        nesting += 1
        defer { nesting -= 1 }
        if nesting > Self.nestingLimit {
            if reportedNames.insert("\u{0}nesting").inserted { report(.chainTooLong(Self.chainLimit), range) }
            return unknown(range)
        }
        switch expression.kind {
        case .number(let value, let percent):
            return constant(
                .number(value),
                ValueType(
                    .number, interval: Interval(value, value), whole: value.isWhole, unit: percent ? .percent : .open),
                range)
        case .date(let date): return constant(.date(date), ValueType(.date), range)
        case .month(let month): return constant(.month(month), ValueType(.month), range)
        case .bool(let bool):
            if case .choice(let list)? = expecting, let label = choiceLabel(text(range), list, range) { return label }
            return constant(.bool(bool), .bool, range)
        case .text(let text): return literal(text, range, expecting)
        case .name(let word):
            if case .choice(let list)? = expecting, let label = choiceLabel(word, list, range) { return label }
            // Beside something that is itself not known a word says nothing.
            if expecting == .unknown, !isKnown(Name(word, range), scope) { return unknown(range) }
            let formula = unknownLabel(word, expecting, scope, range) ?? resolveName(Name(word, range), scope)
            return Formula(formula.kind, formula.type, range)
        case .everyone:
            report(.rowsForValue(Keyword.everyone.zh), range)
            return unknown(range)
        case .own(let name): return resolveOwn(name, scope, range)
        case .member(let inner, let name): return resolveMember(expression, inner, name, scope)
        case .index(let table, let keys): return resolveIndex(table, keys, scope, range)
        case .call(let call): return resolveCall(call, scope, range)
        case .negate(let inner):
            let value = number(resolve(inner, scope, expecting: nil))
            var type = value.type
            type.interval = -type.interval
            return Formula(.negate(value), type, range)
        case .arithmetic(let kind, let left, let right): return arithmetic(kind, left, right, scope, range)
        case .comparison(let comparison, let left, let right):
            return resolveComparison(comparison, left, right, scope, range)
        case .among(let subject, let members): return among(subject, members, scope, range)
        case .between(let subject, let low, let high): return between(subject, low, high, scope, range)
        case .inside(let subject, let span):
            let left = resolve(subject, scope, expecting: nil)
            // `分 在 0-60`
            if left.type.kind == .number, rangeInWords(span) != nil {
                isUnclear = true
                return unknown(range)
            }
            let right = kind(resolve(span, scope, expecting: nil), .span)
            let date = kind(left, .date)
            return Formula(.inside(date, right), .bool.optional(left.type.optional || right.type.optional), range)
        case .span(let first, let last):
            let low = kind(resolve(first, scope, expecting: nil), .date)
            let high = kind(resolve(last, scope, expecting: nil), .date)
            noteDistance(low, high, range, scope, isSpan: true)
            return Formula(.span(low, high), ValueType(.span, optional: low.type.optional || high.type.optional), range)
        case .not(let inner):
            let value = condition(inner, scope)
            return Formula(.not(value), .bool.optional(value.type.optional), range)
        case .all(let parts): return allOf(parts, scope, range)
        case .any(let parts):
            if let list = listInWords(parts, scope) {
                problems.report(
                    SyntaxProblem.otherWord(text(range), right: list), at: range,
                    fix: [Edit(range, file.speaksEnglish ? list.en : list.zh)])
                isUnclear = true
                return unknown(range)
            }
            let values = parts.map { condition($0, scope) }
            return Formula(.any(values), .bool.optional(values.contains { $0.type.optional }), range)
        case .choose(let subject, let cases): return choose(subject, cases, scope, expecting, range)
        case .otherwise(let inner, let fallback): return otherwise(inner, fallback, scope, expecting, range)
        case .orError(let inner):
            let value = resolve(inner, scope, expecting: expecting)
            return Formula(.orError(value), value.type.optional(false), range)
        case .floor(let inner, let bound), .cap(let inner, let bound):
            return clamp(expression, inner, bound, scope, range)
        case .rounded(let inner, let rounding):
            if case .call(let call) = inner.kind, call.function == .deviation { isRounding = true }
            let value = number(resolve(inner, scope, expecting: nil))
            var type = value.type
            type.interval = type.interval.rounded(rounding.places, rounding.mode)
            type.whole = type.whole || rounding.places == 0
            return Formula(.rounded(value, rounding.places, rounding.mode), type, range)
        case .rows(let rows):
            report(.rowsForValue(text(rows.range)), range)
            return unknown(range)
        }
    }

    func constant(_ value: Value, _ type: ValueType, _ range: SourceRange) -> Formula {
        Formula(.constant(value), type, range)
    }

    func unknown(_ range: SourceRange) -> Formula { Formula(.constant(.missing), .unknown, range) }

    // MARK: Labels

    func choiceLabel(_ word: String, _ list: Int, _ range: SourceRange) -> Formula? {
        guard let index = choices[list].labels.firstIndex(of: word) else { return nil }
        return constant(.choice(index), ValueType(.choice(list)), range)
    }

    /// A bare word beside a choice that is no label of it and no name either: a misspelt label.
    private func unknownLabel(_ word: String, _ expecting: ValueType.Kind?, _ scope: Scope, _ range: SourceRange)
        -> Formula?
    {
        guard case .choice(let list)? = expecting, !isKnown(Name(word, range), scope) else { return nil }
        guard let index = knownLabel(word, range, in: choices[list].labels) else { return unknown(range) }
        return constant(.choice(index), ValueType(.choice(list)), range)
    }

    /// Whether a bare name means something here, without a message.
    func isKnown(_ name: Name, _ scope: Scope) -> Bool {
        if scope.blockValue(name.text) != nil || planByName[name.text] != nil { return true }
        let before = (problems.count, isUnclear)
        let found = sight(name, scope) != nil
        problems.removeLast(problems.count - before.0)
        isUnclear = before.1
        return found || macro(name.text, scope) != nil || tablesByName[name.text] != nil
    }

    /// A quoted text, or a word that begins with a digit.
    private func literal(_ text: String, _ range: SourceRange, _ expecting: ValueType.Kind?) -> Formula {
        switch expecting {
        case .choice(let list)?:
            guard let index = knownLabel(text, range, in: choices[list].labels) else { return unknown(range) }
            return constant(.choice(index), ValueType(.choice(list)), range)
        case .row(let table)? where tables[table].keys.count == 1:
            let key = constant(.text(text), ValueType(.text), range)
            return Formula(.find(table: table, keys: [key]), ValueType(.row(table), optional: true), range)
        default: return constant(.text(text), ValueType(.text), range)
        }
    }

    /// `级别 = 省 或 市`: one comparison, and words behind it that mean nothing by themselves.
    private func listInWords(_ parts: [Expression], _ scope: Scope) -> Bilingual? {
        guard case .comparison(.equal, let subject, let first)? = parts.first?.kind,
            ([first] + parts.dropFirst()).allSatisfy({ takesMeaning($0, scope) && !isUnread(text($0.range)) })
        else { return nil }
        let members = ([first] + parts.dropFirst()).map { text($0.range) }.joined(separator: ", ")
        let name = text(subject.range)
        return Bilingual("\(name) 在 (\(members))", "\(name) in (\(members))")
    }

    /// Whether an operand takes its meaning from the other side.
    func takesMeaning(_ expression: Expression, _ scope: Scope) -> Bool {
        switch expression.kind {
        case .text: true
        case .name(let word): !isKnown(Name(word, expression.range), scope)
        default: false
        }
    }

    // MARK: a.b, T[k]

    private func resolveMember(_ expression: Expression, _ inner: Expression, _ name: Name, _ scope: Scope) -> Formula {
        if let names = path(expression) {
            let formula = resolvePath(names, scope, expression.range)
            return Formula(formula.kind, formula.type, expression.range)
        }
        // `T[k].等级.名次`: names after a row are followed together.
        var names = [name]
        var base = inner
        while case .member(let next, let name) = base.kind {
            names.insert(name, at: 0)
            base = next
        }
        let row: Formula
        if case .index(let table, let keys) = base.kind {
            row = resolveIndex(table, keys, scope, base.range, asRow: true)
        } else {
            row = resolve(base, scope, expecting: nil)
        }
        guard case .row(let table) = row.type.kind else {
            if !row.type.isUnknown, !isUnread(names[0].text) {
                report(.unknownColumn(names[0].text, table: text(base.range), nearest: nil), names[0].range)
            }
            return unknown(expression.range)
        }
        let formula = follow(names[...], from: .formula(row), table: table, scope)
        return Formula(formula.kind, formula.type, expression.range)
    }

    func resolveIndex(
        _ table: Expression, _ keys: [Expression], _ scope: Scope, _ range: SourceRange, asRow: Bool = false
    ) -> Formula {
        guard case .name(let name) = table.kind else {
            report(.unknownTable(text(table.range), nearest: nil), table.range)
            return unknown(range)
        }
        guard let index = knownTable(Name(name, table.range)) else { return unknown(range) }
        let draft = tables[index]
        usedLookups.insert(index)
        guard !draft.keys.isEmpty else {
            if !isDamaged(index) { report(.noKey(name), table.range) }
            return unknown(range)
        }
        guard draft.keys.count == keys.count else {
            if !isDamaged(index) {
                report(.keyCount(table: name, wanted: draft.keys.count, found: keys.count), range)
            }
            return unknown(range)
        }
        var formulas: [Formula] = []
        for (key, column) in zip(keys, draft.keys) {
            let type = read(table: index, column: column)
            let formula = resolve(key, scope, expecting: type.kind)
            keyNames[ColumnReference(index, column), default: []].append(path(key)?.last?.text)
            reviewKey(formula, scope, of: draft.columns[column].name, type)
            if type.kind == .text { note(.column(ColumnReference(index, column)), comparedText(formula, scope)) }
            formulas.append(matched(formula, to: type))
        }
        let missing = formulas.contains { $0.type.optional }
        let complete = isComplete(draft, formulas)
        let row = Formula(
            complete ? .find(table: index, keys: formulas) : .findOrError(table: index, keys: formulas),
            ValueType(.row(index), optional: missing), range)
        guard !asRow, case .lookup = draft.kind, draft.columns.count == draft.keys.count + 1 else { return row }
        // A lookup with one result stands for it.
        var type = read(table: index, column: draft.keys.count)
        type.optional = type.optional || missing
        return narrowed(Formula(.field(row, table: index, column: draft.keys.count), type, range), scope)
    }

    /// Whether a lookup has a row for every key: a matrix over whole lists of choices.
    private func isComplete(_ draft: TableDraft, _ keys: [Formula]) -> Bool {
        guard case .lookup(let lookup) = draft.kind else { return false }
        if lookup.rows.contains(where: { $0.keys.allSatisfy { $0 == .any } }) { return true }
        var count = 1
        for type in lookup.keyTypes {
            guard case .choice(let list) = type.kind else { return false }
            count *= choices[list].labels.count
        }
        return Set(lookup.rows.map(\.keys)).count == count && lookup.rows.allSatisfy { !$0.keys.contains(.any) }
    }

    /// A key brought to the kind of its column: choices by label, rows by key, texts as they are.
    func matched(_ formula: Formula, to type: ValueType) -> Formula {
        if formula.type.isUnknown || type.isUnknown || formula.type.kind == type.kind { return formula }
        switch (formula.type.kind, type.kind) {
        case (.choice(let from), .choice(let to)): return converted(formula, from, to)
        case (.row(let table), _) where circularKeys.contains(table): return unknown(formula.range)
        case (.row(let table), .text) where tables[table].keys.count == 1:
            let key = tables[table].keys[0]
            var keyType = read(table: table, column: key)
            keyType.optional = formula.type.optional
            return matched(Formula(.field(formula, table: table, column: key), keyType, formula.range), to: type)
        case (.text, .row(let table)) where tables[table].keys.count == 1:
            return Formula(
                .findOrError(table: table, keys: [formula]), ValueType(.row(table), optional: formula.type.optional),
                formula.range)
        default:
            report(.wrongKind(found: describe(formula.type), wanted: describe(type)), formula.range)
            return unknown(formula.range)
        }
    }

    func converted(_ formula: Formula, _ from: Int, _ to: Int) -> Formula {
        let map = choices[from].labels.map { choices[to].labels.firstIndex(of: $0) }
        if map.allSatisfy({ $0 == nil }) {
            report(.noCommonChoice, formula.range)
            return unknown(formula.range)
        }
        let optional = formula.type.optional || map.contains { $0 == nil }
        return Formula(.convert(formula, map), ValueType(.choice(to), optional: optional), formula.range)
    }

    // MARK: Numbers

    func number(_ formula: Formula) -> Formula { kind(formula, .number) }

    /// The formula if it is of the kind; else a message.
    func kind(_ formula: Formula, _ kind: ValueType.Kind) -> Formula {
        if formula.type.kind == kind || formula.type.isUnknown { return formula }
        if kind == .number, case .constant(.text(let word)) = formula.kind, isBoundInWords(word, formula.range) {
            return unknown(formula.range)
        }
        let isBound = if case .comparison = formula.kind { kind == .number } else { false }
        report(
            .wrongKind(
                found: describe(formula.type), wanted: describe(ValueType(kind)), slip: isBound ? .bound : nil),
            formula.range)
        return unknown(formula.range)
    }

    private func arithmetic(
        _ kind: Arithmetic, _ left: Expression, _ right: Expression, _ scope: Scope, _ range: SourceRange
    ) -> Formula {
        let a = resolve(left, scope, expecting: nil)
        let b = resolve(right, scope, expecting: nil)
        let optional = a.type.optional || b.type.optional
        switch (a.type.kind, b.type.kind, kind) {
        case (.date, .number, .plus), (.date, .number, .minus):
            return Formula(.arithmetic(kind, a, b), ValueType(.date, optional: optional), range)
        case (.month, .number, .plus), (.month, .number, .minus):
            return Formula(.arithmetic(kind, a, b), ValueType(.month, optional: optional), range)
        case (.date, .date, .minus), (.month, .month, .minus):
            noteDistance(b, a, range, scope)
            return Formula(.arithmetic(kind, a, b), ValueType(.number, optional: optional, whole: true), range)
        default: break
        }
        let x = number(a)
        let y = number(b)
        if x.type.isUnknown || y.type.isUnknown { return unknown(range) }
        var type = ValueType(.number, optional: optional)
        switch kind {
        case .plus, .minus:
            type.interval = kind == .plus ? x.type.interval + y.type.interval : x.type.interval - y.type.interval
            type.whole = x.type.whole && y.type.whole
            let units = [x.type.unit, y.type.unit]
            if units.contains(.percent), units.contains(.points) { report(.ratioWithPoints, range) }
            type.unit = x.type.unit == .open ? y.type.unit : x.type.unit
        case .times:
            type.interval = x.type.interval * y.type.interval
            type.whole = x.type.whole && y.type.whole
            // A share of a share is one; of anything that may be points it is points.
            type.unit =
                x.type.unit == .percent && y.type.unit == .percent
                ? .percent : x.type.unit == .points || y.type.unit == .points ? .points : .open
        case .over:
            type.interval =
                switch (isPart(x, of: y), isPart(y, of: x)) {
                case (true, true): Interval(1, 1)
                case (true, false): Interval(0, 1)
                case (false, true): Interval(1, nil)
                case (false, false): x.type.interval / y.type.interval
                }
            if y.type.interval == Interval(0, 0) {
                report(.zeroDivisor, right.range)
            }
            if y.type.interval.contains(0) { type.optional = true }
            type.unit = y.type.interval.low == y.type.interval.high && y.type.unit == .open ? x.type.unit : .open
        }
        return Formula(.arithmetic(kind, x, y), type, range)
    }

    /// Whether a count or sum is one of some of the rows of another: 缺勤的次数 of 次数.
    private func isPart(_ part: Formula, of whole: Formula) -> Bool {
        guard case .aggregate(let some) = part.kind, case .aggregate(let all) = whole.kind,
            some.function == all.function, let chosen = some.rows, let rows = all.rows,
            chosen.sourceSignature == rows.sourceSignature,
            some.arguments.map(\.signature) == all.arguments.map(\.signature)
        else { return false }
        switch some.function {
        case .count, .distinct: break
        case .sum: if !(some.arguments.first?.type.interval.low.map { $0.signum >= 0 } ?? false) { return false }
        default: return false
        }
        // Rows that have all that the others have, and what is left of them by further conditions.
        let common = rows.operations.map(\.signature)
        return chosen.operations.map(\.signature).starts(with: common)
            && !chosen.operations.dropFirst(common.count).contains { if case .group = $0 { true } else { false } }
            && !chosen.isGrouped
    }

    private func clamp(
        _ whole: Expression, _ inner: Expression, _ bound: Expression, _ scope: Scope, _ range: SourceRange
    ) -> Formula {
        let value = number(resolve(inner, scope, expecting: nil))
        let limit = number(resolve(bound, scope, expecting: nil))
        if value.type.isUnknown || limit.type.isUnknown { return unknown(range) }
        var type = value.type
        type.optional = value.type.optional || limit.type.optional
        type.whole = value.type.whole && limit.type.whole
        if case .floor = whole.kind {
            type.interval = value.type.interval.atLeast(limit.type.interval)
            return Formula(.floor(value, limit), type, range)
        }
        type.interval = value.type.interval.atMost(limit.type.interval)
        return Formula(.cap(value, limit), type, range)
    }
}
