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
            let right = kind(resolve(span, scope, expecting: nil), .span)
            let date = kind(left, .date)
            return Formula(.inside(date, right), .bool.optional(left.type.optional || right.type.optional), range)
        case .span(let first, let last):
            let low = kind(resolve(first, scope, expecting: nil), .date)
            let high = kind(resolve(last, scope, expecting: nil), .date)
            return Formula(.span(low, high), ValueType(.span, optional: low.type.optional || high.type.optional), range)
        case .has(let inner):
            return Formula(.has(resolve(inner, scope, expecting: nil)), .bool, range)
        case .not(let inner):
            let value = condition(inner, scope)
            return Formula(.not(value), .bool.optional(value.type.optional), range)
        case .all(let parts): return allOf(parts, scope, range)
        case .any(let parts):
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

    private func choiceLabel(_ word: String, _ list: Int, _ range: SourceRange) -> Formula? {
        guard let index = choices[list].labels.firstIndex(of: word) else { return nil }
        return constant(.choice(index), ValueType(.choice(list)), range)
    }

    /// A bare word beside a choice that is no label of it and no name either: a misspelt label.
    private func unknownLabel(_ word: String, _ expecting: ValueType.Kind?, _ scope: Scope, _ range: SourceRange)
        -> Formula?
    {
        guard case .choice(let list)? = expecting, !isKnown(Name(word, range), scope) else { return nil }
        let labels = choices[list].labels
        report(.unknownChoice(word, known: labels, nearest: nearest(word, in: labels)), range)
        return unknown(range)
    }

    /// Whether a bare name means something here, without a message.
    func isKnown(_ name: Name, _ scope: Scope) -> Bool {
        if scope.blockValues[name.text] != nil || planByName[name.text] != nil { return true }
        let before = problems.count
        let found = sight(name, scope) != nil
        problems.removeLast(problems.count - before)
        return found || macro(name.text, scope) != nil || tablesByName[name.text] != nil
    }

    /// A quoted text, or a word that begins with a digit.
    private func literal(_ text: String, _ range: SourceRange, _ expecting: ValueType.Kind?) -> Formula {
        switch expecting {
        case .choice(let list)?:
            if let label = choiceLabel(text, list, range) { return label }
            let labels = choices[list].labels
            report(.unknownChoice(text, known: labels, nearest: nearest(text, in: labels)), range)
            return unknown(range)
        case .row(let table)? where tables[table].keys.count == 1:
            let key = constant(.text(text), ValueType(.text), range)
            return Formula(.find(table: table, keys: [key]), ValueType(.row(table), optional: true), range)
        default: return constant(.text(text), ValueType(.text), range)
        }
    }

    /// Whether an operand takes its meaning from the other side.
    private func takesMeaning(_ expression: Expression, _ scope: Scope) -> Bool {
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
            if !row.type.isUnknown {
                report(.unknownColumn(names[0].text, table: text(base.range), nearest: nil), names[0].range)
            }
            return unknown(expression.range)
        }
        let formula = follow(names[...], from: .formula(row), table: table, scope)
        return Formula(formula.kind, formula.type, expression.range)
    }

    private func resolveIndex(
        _ table: Expression, _ keys: [Expression], _ scope: Scope, _ range: SourceRange, asRow: Bool = false
    ) -> Formula {
        guard case .name(let name) = table.kind else {
            report(.unknownTable(text(table.range), nearest: nil), table.range)
            return unknown(range)
        }
        guard let index = tablesByName[name] else {
            report(.unknownTable(name, nearest: nearest(name, in: tablesByName.keys)), table.range)
            return unknown(range)
        }
        let draft = tables[index]
        usedLookups.insert(index)
        guard !draft.keys.isEmpty else {
            report(.noKey(name), table.range)
            return unknown(range)
        }
        guard draft.keys.count == keys.count else {
            report(.keyCount(table: name, wanted: draft.keys.count, found: keys.count), range)
            return unknown(range)
        }
        var formulas: [Formula] = []
        for (key, column) in zip(keys, draft.keys) {
            let type = read(table: index, column: column)
            formulas.append(matched(resolve(key, scope, expecting: type.kind), to: type))
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
        return Formula(.field(row, table: index, column: draft.keys.count), type, range)
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

    private func converted(_ formula: Formula, _ from: Int, _ to: Int) -> Formula {
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
        report(.wrongKind(found: describe(formula.type), wanted: describe(ValueType(kind))), formula.range)
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
            type.unit = x.type.unit == .open ? y.type.unit : y.type.unit == .open ? x.type.unit : .points
        case .over:
            type.interval = x.type.interval / y.type.interval
            if y.type.interval == Interval(0, 0) {
                report(.zeroDivisor, right.range)
            }
            if y.type.interval.contains(0) { type.optional = true }
            type.unit = y.type.interval.low == y.type.interval.high && y.type.unit == .open ? x.type.unit : .open
        }
        return Formula(.arithmetic(kind, x, y), type, range)
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

    // MARK: Conditions

    /// A yes-or-no formula, missing or not.
    func condition(_ expression: Expression, _ scope: Scope) -> Formula {
        kind(resolve(expression, scope, expecting: .bool), .bool)
    }

    /// A yes-or-no formula that always has an answer.
    func verdict(_ expression: Expression, _ scope: Scope) -> Formula { present(condition(expression, scope)) }

    private func allOf(_ parts: [Expression], _ scope: Scope, _ range: SourceRange) -> Formula {
        var inner = scope
        var values: [Formula] = []
        for part in parts {
            let value = condition(part, inner)
            inner.present.formUnion(presence(value))
            values.append(value)
        }
        return Formula(.all(values), .bool.optional(values.contains { $0.type.optional }), range)
    }

    /// What a condition that holds shows to be there.
    func presence(_ condition: Formula) -> Set<FormulaKey> {
        switch condition.kind {
        case .has(let inner): inner.key.map { [$0] } ?? []
        case .all(let parts): parts.reduce(into: []) { $0.formUnion(presence($1)) }
        default: []
        }
    }

    private func resolveComparison(
        _ comparison: Comparison, _ left: Expression, _ right: Expression, _ scope: Scope, _ range: SourceRange
    ) -> Formula {
        let a: Formula
        let b: Formula
        if takesMeaning(left, scope), !takesMeaning(right, scope) {
            b = resolve(right, scope, expecting: nil)
            a = resolve(left, scope, expecting: b.type.kind)
        } else {
            a = resolve(left, scope, expecting: nil)
            b = resolve(right, scope, expecting: a.type.kind)
        }
        return compared(comparison, a, b, range)
    }

    /// A comparison of two formulas, brought to one kind.
    func compared(_ comparison: Comparison, _ left: Formula, _ right: Formula, _ range: SourceRange) -> Formula {
        if left.type.isUnknown || right.type.isUnknown { return Formula(.constant(.missing), .unknown, range) }
        if let key = left.key, key == right.key {
            let name = text(right.range).split(separator: ".").last.map(String.init) ?? text(right.range)
            report(.sameBothSides(name), range)
            return unknown(range)
        }
        var b = right
        let a = left
        switch (a.type.kind, b.type.kind) {
        case (.choice(let x), .choice(let y)) where x != y: b = converted(b, y, x)
        case (.row(let x), .row(let y)) where x == y: break
        case (.row, .text), (.text, .row): b = matched(b, to: a.type)
        case (let x, let y) where x == y: break
        default:
            report(.incomparable(describe(a.type), describe(b.type)), range)
            return unknown(range)
        }
        if comparison != .equal, comparison != .unequal, !isOrdered(a.type) {
            report(.notOrdered, range)
            return unknown(range)
        }
        let optional = a.type.optional || b.type.optional
        return Formula(.comparison(comparison, a, b), .bool.optional(optional), range)
    }

    func isOrdered(_ type: ValueType) -> Bool {
        switch type.kind {
        case .number, .date, .month, .unknown: true
        case .choice(let list): choices[list].ordered
        case .text, .bool, .row, .span: false
        }
    }

    private func among(_ subject: Expression, _ members: [Expression], _ scope: Scope, _ range: SourceRange) -> Formula
    {
        let value = resolve(subject, scope, expecting: nil)
        let tests = members.map { compared(.equal, value, resolve($0, scope, expecting: value.type.kind), $0.range) }
        return Formula(.any(tests), .bool.optional(tests.contains { $0.type.optional }), range)
    }

    private func between(
        _ subject: Expression, _ low: Expression, _ high: Expression, _ scope: Scope, _ range: SourceRange
    ) -> Formula {
        let value = resolve(subject, scope, expecting: nil)
        let bounds = [low, high].map { resolve($0, scope, expecting: value.type.kind) }
        let tests = [
            compared(.greaterEqual, value, bounds[0], range), compared(.lessEqual, value, bounds[1], range),
        ]
        return Formula(.all(tests), .bool.optional(tests.contains { $0.type.optional }), range)
    }

    // MARK: 按, 若缺

    private func choose(
        _ subject: Expression?, _ cases: [Expression.Case], _ scope: Scope, _ expecting: ValueType.Kind?,
        _ range: SourceRange
    ) -> Formula {
        let subjectFormula = subject.map { resolve($0, scope, expecting: nil) }
        let results = choiceOfWords(cases, scope, expecting)
        var branches: [Formula.Branch] = []
        var last: Formula?
        var type: ValueType?
        for (index, item) in cases.enumerated() {
            let condition = self.condition(of: item.key, subjectFormula, scope)
            var inner = scope
            if let condition { inner.present.formUnion(presence(condition)) }
            var value = resolve(item.value, inner, expecting: results ?? type?.kind)
            if let known = type, !value.type.isUnknown, !known.isUnknown {
                if case (.choice(let from), .choice(let to)) = (value.type.kind, known.kind), from != to {
                    value = converted(value, from, to)
                } else {
                    value = kind(value, known.kind)
                }
                if !value.type.isUnknown { type = known.joined(value.type) }
            } else if type == nil || type!.isUnknown {
                type = value.type
            }
            if let condition {
                branches.append(Formula.Branch(condition: condition, value: value))
            } else {
                last = value
                if index + 1 < cases.count { report(.lookupUnreachable, cases[index + 1].value.range) }
                break
            }
        }
        var result = type ?? .unknown
        if last == nil, !(subjectFormula.map { covers($0.type, cases) } ?? false) { result.optional = true }
        // An empty subject is no case, not even 其余.
        if let subjectFormula, subjectFormula.type.optional { result.optional = true }
        return Formula(.choose(branches, last.map(Formula.Box.init)), result, range)
    }

    /// A list of choices made of the results, where all of them are words that mean nothing else.
    private func choiceOfWords(_ cases: [Expression.Case], _ scope: Scope, _ expecting: ValueType.Kind?) -> ValueType
        .Kind?
    {
        if let expecting { return expecting }
        var labels: [Name] = []
        for item in cases {
            switch item.value.kind {
            case .name(let word) where !isKnown(Name(word, item.value.range), scope):
                labels.append(Name(word, item.value.range))
            case .text(let word): labels.append(Name(word, item.value.range))
            default: return nil
            }
        }
        var seen = Set<String>()
        let unique = labels.filter { seen.insert($0.text).inserted }
        if let known = choices.firstIndex(where: { list in
            list.name != nil && unique.allSatisfy { list.labels.contains($0.text) }
        }) {
            return .choice(known)
        }
        return .choice(addChoices(LabelList(labels: unique, ordered: true, ascending: false), name: nil))
    }

    private func condition(of key: Expression.Key, _ subject: Formula?, _ scope: Scope) -> Formula? {
        guard let subject else {
            if case .condition(let condition) = key { return verdict(condition, scope) }
            return nil
        }
        switch key {
        case .rest: return nil
        case .condition(let value), .value(let value):
            return compared(.equal, subject, resolve(value, scope, expecting: subject.type.kind), value.range)
        case .compared(let comparison, let value):
            return compared(comparison, subject, resolve(value, scope, expecting: subject.type.kind), value.range)
        case .range(let low, let high):
            let range = low.range.union(high.range)
            let tests = [
                compared(.greaterEqual, subject, resolve(low, scope, expecting: subject.type.kind), range),
                compared(.lessEqual, subject, resolve(high, scope, expecting: subject.type.kind), range),
            ]
            return Formula(.all(tests), .bool.optional(tests.contains { $0.type.optional }), range)
        }
    }

    /// Whether the keys name every value that the subject can have.
    private func covers(_ type: ValueType, _ cases: [Expression.Case]) -> Bool {
        let words = Set(
            cases.compactMap { item -> String? in
                guard case .value(let value) = item.key else { return nil }
                if case .text(let word) = value.kind { return word }
                return text(value.range)
            })
        switch type.kind {
        case .choice(let list): return choices[list].labels.allSatisfy(words.contains)
        case .bool: return words.count >= 2
        default: return type.isUnknown
        }
    }

    private func otherwise(
        _ inner: Expression, _ fallback: Expression, _ scope: Scope, _ expecting: ValueType.Kind?, _ range: SourceRange
    ) -> Formula {
        let value = tolerant(resolve(inner, scope, expecting: expecting))
        let other = resolve(fallback, scope, expecting: value.type.kind)
        if value.type.isUnknown || other.type.isUnknown { return unknown(range) }
        guard other.type.kind == value.type.kind else {
            report(.wrongKind(found: describe(other.type), wanted: describe(value.type)), fallback.range)
            return unknown(range)
        }
        if !value.type.optional { report(.neverMissing, range) }
        return Formula(.otherwise(value, other), value.type.joined(other.type).optional(other.type.optional), range)
    }

    /// Under 若缺 a row that is not there is no error.
    private func tolerant(_ formula: Formula) -> Formula {
        var result = formula
        switch formula.kind {
        case .findOrError(let table, let keys):
            result.kind = .find(table: table, keys: keys)
            result.type.optional = true
        case .field(let inner, let table, let column):
            let row = tolerant(inner)
            result.kind = .field(row, table: table, column: column)
            result.type.optional = formula.type.optional || row.type.optional
        case .arithmetic(let kind, let left, let right):
            let (a, b) = (tolerant(left), tolerant(right))
            result.kind = .arithmetic(kind, a, b)
            result.type.optional = formula.type.optional || a.type.optional || b.type.optional
        case .negate(let inner):
            let value = tolerant(inner)
            result.kind = .negate(value)
            result.type.optional = formula.type.optional || value.type.optional
        case .comparison(let kind, let left, let right):
            let (a, b) = (tolerant(left), tolerant(right))
            result.kind = .comparison(kind, a, b)
            result.type.optional = formula.type.optional || a.type.optional || b.type.optional
        case .floor(let inner, let bound):
            let value = tolerant(inner)
            result.kind = .floor(value, bound)
            result.type.optional = formula.type.optional || value.type.optional
        case .cap(let inner, let bound):
            let value = tolerant(inner)
            result.kind = .cap(value, bound)
            result.type.optional = formula.type.optional || value.type.optional
        case .rounded(let inner, let places, let mode):
            let value = tolerant(inner)
            result.kind = .rounded(value, places, mode)
            result.type.optional = formula.type.optional || value.type.optional
        case .not(let inner):
            let value = tolerant(inner)
            result.kind = .not(value)
            result.type.optional = formula.type.optional || value.type.optional
        case .all(let parts):
            let values = parts.map(tolerant)
            result.kind = .all(values)
            result.type.optional = formula.type.optional || values.contains { $0.type.optional }
        case .any(let parts):
            let values = parts.map(tolerant)
            result.kind = .any(values)
            result.type.optional = formula.type.optional || values.contains { $0.type.optional }
        case .convert(let inner, let map):
            let value = tolerant(inner)
            result.kind = .convert(value, map)
            result.type.optional = formula.type.optional || value.type.optional
        case .constant, .column, .row, .planValue, .find, .inside, .has, .choose, .otherwise, .orError, .span,
            .function,
            .aggregate:
            break
        }
        return result
    }

    /// The formula where a value must be there; else a message that says why it may be missing.
    @discardableResult
    func present(_ formula: Formula) -> Formula {
        if formula.type.optional, !formula.type.isUnknown {
            report(.mayBeMissing(cause: cause(formula), isCondition: formula.type.kind == .bool), formula.range)
            return Formula(formula.kind, formula.type.optional(false), formula.range)
        }
        return formula
    }

    func requirePresent(_ formula: Formula) { present(formula) }

    /// Why a formula may have no value, from its first part that may have none.
    private func cause(_ formula: Formula) -> Bilingual {
        var found: Bilingual?
        formula.visit { part in
            guard found == nil, part.type.optional else { return }
            let words = text(part.range)
            switch part.kind {
            case .arithmetic(.over, let left, let right) where !left.type.optional && !right.type.optional:
                let divisor = text(right.range)
                found = Bilingual("除数“\(divisor)”可能为 0", "the divisor “\(divisor)” may be 0")
            case .aggregate(let aggregate) where !aggregate.arguments.contains(where: { $0.type.optional }):
                found = Bilingual("“\(words)”可能一条记录也没有", "“\(words)” may run over no record at all")
            case .column(_, let column):
                _ = column
                found = Bilingual("“\(words)”可能是空的", "“\(words)” may be empty")
            case .field(let inner, _, _) where !inner.type.optional:
                found = Bilingual("“\(words)”可能是空的", "“\(words)” may be empty")
            case .find, .findOrError:
                found = Bilingual("“\(words)”可能查不到", "“\(words)” may find no row")
            case .choose(let branches, nil) where branches.allSatisfy { !$0.value.type.optional }:
                found = Bilingual("“\(words)”没有列出所有情况", "“\(words)” does not list every case")
            default: break
            }
        }
        return found ?? Bilingual("“\(text(formula.range))”可能没有值", "“\(text(formula.range))” may have no value")
    }

    /// A type in the plan's words.
    func describe(_ type: ValueType) -> Bilingual {
        switch type.kind {
        case .number: Bilingual("数", "a number")
        case .text: Bilingual("文本", "a text")
        case .bool: Bilingual("是否", "yes or no")
        case .date: Bilingual("日期", "a date")
        case .month: Bilingual("月份", "a month")
        case .choice(let list):
            if let name = choices[list].name {
                Bilingual("选项“\(name)”", "a choice of “\(name)”")
            } else {
                Bilingual(
                    "选项（\(choices[list].labels.prefix(4).joined(separator: "、"))）",
                    "a choice (\(choices[list].labels.prefix(4).joined(separator: ", ")))")
            }
        case .row(let table): Bilingual("“\(tables[table].name.text)”的一行", "a row of “\(tables[table].name.text)”")
        case .span: Bilingual("一段日期", "a span of dates")
        case .unknown: Bilingual("未知", "unknown")
        }
    }
}
