import Diagnostics
import RuleSyntax
import Tables

/// Functions: over rows, over a written list, or of fixed arguments.
extension Resolver {
    func resolveCall(_ call: Expression.Call, _ scope: Scope, _ range: SourceRange) -> Formula {
        switch call.function {
        case .sum, .count, .distinct, .max, .min, .mean, .median, .deviation, .any, .every, .only, .rank, .denseRank,
            .longestRun, .currentRun:
            return aggregate(call, scope, range)
        case .days, .months, .years: return lengthOfTime(call, scope, range)
        case .workdays:
            guard let dates = arguments(call, [.date, .date], scope) else { return unknown(range) }
            noteDistance(dates[0], dates[1], range, scope)
            return Formula(
                .function(.workdays, dates),
                ValueType(.number, optional: anyOptional(dates), whole: true, unit: .points),
                range)
        case .year, .month:
            guard call.arguments.count == 1, call.over == nil else { return wrongArguments(call, range) }
            let value = resolve(call.arguments[0].value, scope, expecting: nil)
            guard value.type.kind == .date || value.type.kind == .month || value.type.isUnknown else {
                report(.wrongKind(found: describe(value.type), wanted: Bilingual("日期或月份", "a date or a month")), range)
                return unknown(range)
            }
            let interval = call.function == .year ? Interval(1, 9999) : Interval(1, 12)
            return Formula(
                .function(call.function, [value]),
                ValueType(.number, optional: value.type.optional, interval: interval, whole: true), range)
        case .common:
            guard let spans = arguments(call, [.span, .span], scope) else { return unknown(range) }
            return Formula(.function(.common, spans), ValueType(.span, optional: true), range)
        case .quotient, .remainder:
            guard let values = arguments(call, [.number, .number], scope) else { return unknown(range) }
            let divisor = values[1].type.interval
            var interval = values[0].type.interval / divisor
            interval = interval.rounded(0, .floor)
            // A remainder has the sign of its divisor.
            if call.function == .remainder {
                interval = Interval(divisor.low.map { min(0, $0) }, divisor.high.map { max(0, $0) })
            }
            return Formula(
                .function(call.function, values),
                ValueType(
                    .number, optional: anyOptional(values) || divisor.contains(0), interval: interval,
                    whole: call.function == .quotient || values.allSatisfy { $0.type.whole }, unit: .points), range)
        case .absolute:
            guard let values = arguments(call, [.number], scope) else { return unknown(range) }
            var type = values[0].type
            let ends = [type.interval.low, type.interval.high].compactMap { $0?.magnitude }
            type.interval = Interval(0, ends.count == 2 ? ends.max() : nil)
            return Formula(.function(.absolute, values), type, range)
        case .has:
            guard call.arguments.count == 1, call.over == nil, !call.arguments[0].ascending else {
                return wrongArguments(call, range)
            }
            let first = call.arguments[0].value
            if isRows(first, scope) {
                let name = if case .name(let word) = first.kind { word } else { text(first.range) }
                report(.rowsForValue(name, asked: true), first.range)
                return unknown(range)
            }
            return Formula(.has(tolerant(resolve(call.arguments[0].value, scope, expecting: nil))), .bool, range)
        }
    }

    /// Whether records stand where a value should.
    private func isRows(_ expression: Expression, _ scope: Scope) -> Bool {
        switch expression.kind {
        case .rows: true
        case .name(let word):
            scope.blockValue(word) == nil && planByName[word] == nil
                && sight(Name(word, expression.range), scope) == nil
                && (macro(word, scope) != nil || tablesByName[word] != nil)
        default: false
        }
    }

    private func anyOptional(_ values: [Formula]) -> Bool { values.contains { $0.type.optional } }

    private func wrongArguments(_ call: Expression.Call, _ range: SourceRange) -> Formula {
        report(.arguments(call.function.zh, usage(call.function)), range)
        return unknown(range)
    }

    private func arguments(_ call: Expression.Call, _ kinds: [ValueType.Kind], _ scope: Scope) -> [Formula]? {
        guard call.arguments.count == kinds.count, call.over == nil else {
            report(.arguments(call.function.zh, usage(call.function)), call.name.range)
            return nil
        }
        let values = zip(call.arguments, kinds).map { kind(resolve($0.value, scope, expecting: $1), $1) }
        return values.contains { $0.type.isUnknown } ? nil : values
    }

    /// How a function is called, for messages.
    func usage(_ function: Function) -> Bilingual {
        switch function {
        case .workdays: Bilingual("\(function.zh)(起日, 止日)", "\(function.en)(first, last)")
        case .days, .months, .years:
            Bilingual(
                "\(function.zh)(起日, 止日)或\(function.zh)(起 至 止 于 表)",
                "\(function.en)(first, last) or \(function.en)(first to last over table)")
        case .year, .month: Bilingual("\(function.zh)(日期)", "\(function.en)(date)")
        case .common: Bilingual("\(function.zh)(起 至 止, 起 至 止)", "\(function.en)(first to last, first to last)")
        case .quotient, .remainder: Bilingual("\(function.zh)(数, 除数)", "\(function.en)(number, divisor)")
        case .absolute: Bilingual("\(function.zh)(数)", "\(function.en)(number)")
        case .has: Bilingual("\(function.zh)(列)", "\(function.en)(column)")
        case .currentRun:
            Bilingual(
                "\(function.zh)(年份, 末年 于 表)或\(function.zh)(起 至 止, 末日 于 表)",
                "\(function.en)(year, last over table) or \(function.en)(first to last, day over table)")
        case .longestRun:
            Bilingual(
                "\(function.zh)(年份 于 表)或\(function.zh)(起 至 止 于 表)",
                "\(function.en)(year over table) or \(function.en)(first to last over table)")
        case .rank, .denseRank: Bilingual("\(function.zh)(数 于 全体)", "\(function.en)(number over everyone)")
        case .deviation:
            Bilingual(
                "\(function.zh)(数 于 表)并写明“小数 n 位 四舍五入”",
                "\(function.en)(number over table) with “decimals n halfup”")
        default:
            Bilingual(
                "\(function.zh)(数 于 表)或\(function.zh)(表.列)",
                "\(function.en)(number over table) or \(function.en)(table.column)")
        }
    }

    // MARK: Over rows

    private func aggregate(_ call: Expression.Call, _ scope: Scope, _ range: SourceRange) -> Formula {
        if call.function == .deviation {
            guard isRounding else { return wrongArguments(call, range) }
            isRounding = false
        }
        if let over = call.over {
            let by = call.arguments.first?.value
            guard let rows = rows(over, scope, defaultBy: by) else { return unknown(range) }
            guard rows.rest.isEmpty else {
                report(.needsRows(text(over.range)), over.range)
                return unknown(range)
            }
            let values = call.arguments.map { resolve($0.value, rows.inner, expecting: nil) }
            return overRows(call, values, rows, scope, range)
        }
        if call.arguments.count == 1 {
            let argument = call.arguments[0].value
            if let set = rowSet(argument, scope) {
                guard let rows = rows(set, scope) else { return unknown(range) }
                var values: [Formula] = []
                if let first = rows.rest.first {
                    guard rows.inner.innermost.groupKeys == nil else {
                        report(.groupOnlyKeys(first.text), first.range)
                        return unknown(range)
                    }
                    let frame = rows.inner.frames.count - 1
                    values = [follow(rows.rest[...], from: .frame(frame), table: rows.plan.table, rows.inner)]
                }
                return overRows(call, values, rows, scope, range)
            }
            if let group = scope.frames.last, group.groupKeys != nil {
                let rows = members(of: group, scope, range)
                return overRows(call, [resolve(argument, rows.inner, expecting: nil)], rows, scope, range)
            }
        }
        if call.arguments.isEmpty {
            guard let group = scope.frames.last, group.groupKeys != nil, call.function == .count else {
                return wrongArguments(call, range)
            }
            return overRows(call, [], members(of: group, scope, range), scope, range)
        }
        if call.arguments.count == 1, let names = path(call.arguments[0].value), names.count > 1,
            !isKnown(names[0], scope)
        {
            let elsewhere = elsewhere(names[0].text)
            unknown(names[0].text, names[0].range, in: tablesByName.keys) {
                .unknownTable(names[0].text, nearest: $0, elsewhere: elsewhere)
            }
            return unknown(range)
        }
        return overList(call, scope, range)
    }

    /// The rows of the group in sight.
    private func members(of group: Scope.Frame, _ scope: Scope, _ range: SourceRange) -> ResolvedRows {
        let frame = scope.frames.count - 1
        let plan = RowsPlan(
            table: group.table, source: .members(frame: frame), matches: [], operations: [], frame: frame + 1,
            name: group.name, range: range)
        var inner = scope.pushing(
            Scope.Frame(table: group.table, name: group.name, isAssessed: group.isAssessed))
        // What a filter has shown of the rows before they were grouped holds for the members.
        for key in scope.present where key.frame == frame && key.found.isEmpty {
            inner.present.insert(FormulaKey(frame: frame + 1, columns: key.columns))
        }
        return ResolvedRows(plan: plan, rest: [], inner: inner)
    }

    /// The rows that an only argument means, if it means rows.
    private func rowSet(_ argument: Expression, _ scope: Scope) -> RowSet? {
        switch argument.kind {
        case .rows(let set): return set
        case .everyone: return RowSet(source: .everyone([]), operations: [], range: argument.range)
        default: break
        }
        if let names = everyonePath(argument) {
            return RowSet(source: .everyone(names), operations: [], range: argument.range)
        }
        guard let names = path(argument), meansRows(names, scope) else { return nil }
        if names.count == 2, let home = scope.home, let table = tablesByName[names[0].text],
            tables[home.table].qualified["\(names[0].text).\(names[1].text)"] != nil,
            tables[table].members[names[1].text] != nil
        {
            report(.ambiguousMember(names[0].text, names[1].text), argument.range)
        }
        return RowSet(source: .path(names), operations: [], range: argument.range)
    }

    private func everyonePath(_ expression: Expression) -> [Name]? {
        guard case .member(let inner, let name) = expression.kind else { return nil }
        if case .everyone = inner.kind { return [name] }
        return everyonePath(inner).map { $0 + [name] }
    }

    /// Whether a path leads to rows: a named row set, the group in sight, or a table, perhaps up through references.
    private func meansRows(_ names: [Name], _ scope: Scope) -> Bool {
        guard let innermost = scope.frames.last else { return false }
        let head = names[0].text
        if scope.blockValue(head) != nil { return false }
        if innermost.groupKeys != nil, innermost.name == head { return true }
        if scope.frames.contains(where: { $0.name == head && $0.groupKeys == nil }), names.count > 1,
            scope.frames.count > 1, scope.frames.dropFirst().contains(where: { $0.name == head })
        {
            return false
        }
        if macro(head, scope) != nil { return true }
        var table = innermost.table
        var index = 0
        while index + 1 < names.count, let column = tables[table].members[names[index].text],
            case .row(let target) = settle(table, column).kind
        {
            table = target
            index += 1
        }
        // A column of the row in sight wins over a table of its name.
        if tables[table].members[names[index].text] != nil {
            if case .done(.stored, _) = tables[table].columns[tables[table].members[names[index].text]!].state {
                return false
            }
        }
        return tablesByName[names[index].text] != nil
    }

    private func overRows(
        _ call: Expression.Call, _ values: [Formula], _ rows: ResolvedRows, _ scope: Scope, _ range: SourceRange
    ) -> Formula {
        if values.contains(where: { $0.type.isUnknown }) { return unknown(range) }
        let wanted: ClosedRange<Int>
        switch call.function {
        case .count: wanted = 0...1
        case .rank, .denseRank: wanted = 1...8
        case .currentRun: wanted = 2...2
        default: wanted = 1...1
        }
        guard wanted.contains(values.count) else { return wrongArguments(call, range) }
        for value in values where !(isRun(call.function) && isOverlap(value)) { present(value) }
        let empty = !isNeverEmpty(rows.plan, scope)
        guard var type = resultType(call, values, mayBeEmpty: empty, range) else { return unknown(range) }
        if call.function == .count {
            let least = !empty && values.isEmpty ? Number(1) : 0
            type.interval = Interval(least, rows.plan.most.map { Number($0) })
        }
        if call.function == .sum, let first = values.first {
            type.interval = first.type.interval.repeated(atMost: rows.plan.most)
        }
        if call.function == .rank || call.function == .denseRank,
            rows.plan.table != scope.innermost.table || rows.plan.isGrouped
        {
            report(.needsRows(call.function.zh), range)
            return unknown(range)
        }
        let outside =
            rows.plan.operationsReadOutside || values.contains { $0.reads(framesBelow: rows.plan.frame) }
        var shared = false
        switch rows.plan.source {
        case .all, .population:
            shared = !outside
            // Rows chosen by 同 are a group; over everybody it would be everybody for everybody.
            if outside, rows.plan.matches.isEmpty {
                report(.dependsOnOuter, range)
                return unknown(range)
            }
        case .related(let home, _):
            if case .row = home.kind { shared = false } else { shared = !outside }
        case .members: shared = false
        }
        aggregateCount += 1
        var aggregate = Aggregate(
            function: call.function, arguments: values, ascending: call.arguments.map(\.ascending), rows: rows.plan,
            shared: shared, id: aggregateCount - 1)
        aggregate.mayBeOutside =
            (call.function == .rank || call.function == .denseRank) && !holdsHome(rows.plan, scope)
        return Formula(.aggregate(aggregate), type, range)
    }

    /// Whether the current row is always one of the rows, so that it has a place among them.
    private func holdsHome(_ plan: RowsPlan, _ scope: Scope) -> Bool {
        guard plan.operations.isEmpty, plan.table == scope.innermost.table else { return false }
        for match in plan.matches {
            // Equal to its own column, not to a constant or another row's.
            guard case .column(plan.frame - 1, match.column) = match.value.kind else { return false }
        }
        switch plan.source {
        case .all, .members: return true
        case .population: return holdsAll(plan.table, scope)
        case .related: return false
        }
    }

    /// Whether the current row is one of those that are assessed.
    private func holdsAll(_ table: Int, _ scope: Scope) -> Bool {
        scope.innermost.isAssessed || tables[table].assessment?.population == nil
    }

    /// Whether a row set has at least one row whenever its formula is evaluated.
    private func isNeverEmpty(_ plan: RowsPlan, _ scope: Scope) -> Bool {
        for operation in plan.operations {
            switch operation {
            case .filter: return false
            case .group: continue
            case .pick(let pick):
                if !pick.keep || (pick.count.type.interval.low ?? 0) < 1 { return false }
            }
        }
        switch plan.source {
        case .members: return true
        case .population: return plan.table == scope.innermost.table && holdsAll(plan.table, scope)
        case .all: return plan.table == scope.innermost.table
        case .related(_, let path):
            // The rows behind a row of a derived table.
            if case .derived? = path.first, path.count == 1 { return true }
            return false
        }
    }

    private func overList(_ call: Expression.Call, _ scope: Scope, _ range: SourceRange) -> Formula {
        switch call.function {
        case .rank, .denseRank, .longestRun, .currentRun, .only, .deviation: return wrongArguments(call, range)
        case .sum, .count, .distinct, .max, .min, .mean, .median, .any, .every: break
        case .days, .months, .years, .workdays, .year, .month, .common, .quotient, .remainder, .absolute, .has: break
        }
        if call.arguments.count == 1, call.function != .count, call.function != .any, call.function != .every {
            // `最高(全体的学时)`
            if case .name(let word) = call.arguments[0].value.kind, word.contains("的"),
                !isKnown(Name(word, range), scope)
            {
                return resolve(call.arguments[0].value, scope, expecting: nil)
            }
            report(.needsRows(call.function.zh), range)
            return unknown(range)
        }
        var values: [Formula] = []
        for argument in call.arguments {
            let value = resolve(argument.value, scope, expecting: values.first?.type.kind)
            values.append(value)
        }
        if values.contains(where: { $0.type.isUnknown }) { return unknown(range) }
        for value in values.dropFirst() where value.type.kind != values[0].type.kind {
            report(.incomparable(describe(values[0].type), describe(value.type)), value.range)
            return unknown(range)
        }
        for value in values { present(value) }
        // The result may be any of the values: it is whole only if all are, and has the unit that goes with all.
        var joined = values[0]
        joined.type = values.dropFirst().reduce(joined.type) { $0.joined($1.type) }
        guard var type = resultType(call, [joined], mayBeEmpty: false, range) else { return unknown(range) }
        switch call.function {
        case .sum: type.interval = values.dropFirst().reduce(values[0].type.interval) { $0 + $1.type.interval }
        case .count: type.interval = Interval(0, Number(values.count))
        case .max: type.interval = values.dropFirst().reduce(values[0].type.interval) { $0.atLeast($1.type.interval) }
        case .min: type.interval = values.dropFirst().reduce(values[0].type.interval) { $0.atMost($1.type.interval) }
        default: break
        }
        aggregateCount += 1
        return Formula(
            .aggregate(
                Aggregate(
                    function: call.function, arguments: values, ascending: [], rows: nil, shared: false,
                    id: aggregateCount - 1)), type, range)
    }

    private func resultType(
        _ call: Expression.Call, _ values: [Formula], mayBeEmpty: Bool, _ range: SourceRange
    ) -> ValueType? {
        let first = values.first?.type
        func need(_ condition: Bool, _ wanted: Bilingual) -> Bool {
            if condition { return true }
            report(
                .wrongKind(
                    found: first.map(describe)
                        ?? Bilingual(
                            "记录",
                            "records"), wanted: wanted), values.first?.range ?? range)
            return false
        }
        switch call.function {
        case .count:
            if let first, !need(first.kind == .bool, Bilingual("条件（是否）", "a condition")) { return nil }
            return ValueType(.number, interval: .notNegative, whole: true, unit: .points)
        case .distinct:
            return ValueType(.number, interval: .notNegative, whole: true, unit: .points)
        case .any, .every:
            guard need(first?.kind == .bool, Bilingual("条件（是否）", "a condition")) else { return nil }
            return .bool.optional(call.function == .every && mayBeEmpty)
        case .sum:
            guard need(first?.kind == .number, Bilingual("数", "a number")), let first else { return nil }
            return ValueType(
                .number, interval: first.interval.repeated(atMost: nil), whole: first.whole, unit: first.unit)
        case .max, .min:
            guard let first,
                need(
                    isOrdered(first),
                    Bilingual(
                        "可以比较高低的值",
                        "values that have an order"))
            else { return nil }
            return first.optional(mayBeEmpty)
        case .only: return first?.optional(mayBeEmpty)
        case .mean, .median:
            guard need(first?.kind == .number, Bilingual("数", "a number")), let first else { return nil }
            return ValueType(.number, optional: mayBeEmpty, interval: first.interval, unit: first.unit)
        case .deviation:
            guard need(first?.kind == .number, Bilingual("数", "a number")), let first else { return nil }
            return ValueType(.number, optional: mayBeEmpty, interval: .notNegative, unit: first.unit)
        case .rank, .denseRank:
            for value in values where !isOrdered(value.type) { report(unordered(value.type), value.range) }
            return ValueType(.number, interval: Interval(1, nil), whole: true, unit: .points)
        case .longestRun, .currentRun:
            if first?.kind == .span {
                guard values.count == 1 || values[1].type.kind == .date else {
                    report(
                        .wrongKind(found: describe(values[1].type), wanted: Bilingual("日期", "a date")), values[1].range)
                    return nil
                }
                return ValueType(.span, optional: true)
            }
            guard
                need(
                    first?.kind == .number && first?.whole == true,
                    Bilingual(
                        "整数（年份）或一段日期",
                        "a whole number (a year) or a span of dates")),
                values.count == 1 || values[1].type.kind == .number
            else { return nil }
            return ValueType(.number, interval: .notNegative, whole: true, unit: .points)
        case .days, .months, .years, .workdays, .year, .month, .common, .quotient, .remainder, .absolute, .has:
            return nil
        }
    }

    // MARK: Lengths of time

    /// `天数(a, b)` between two days, `天数(a 至 b)` of a span, `天数(起 至 止 于 R)` of the union of spans.
    private func lengthOfTime(_ call: Expression.Call, _ scope: Scope, _ range: SourceRange) -> Formula {
        let type = ValueType(.number, whole: true, unit: .points)
        if call.over == nil, call.arguments.count == 2 {
            let first = resolve(call.arguments[0].value, scope, expecting: nil)
            if first.type.kind == .date {
                let last = kind(resolve(call.arguments[1].value, scope, expecting: .date), .date)
                noteDistance(first, last, range, scope)
                return Formula(
                    .function(call.function, [first, last]), type.optional(first.type.optional || last.type.optional),
                    range)
            }
        }
        var length = type
        length.interval = .notNegative
        if let over = call.over {
            guard call.arguments.count == 1 else { return wrongArguments(call, range) }
            guard let rows = rows(over, scope), rows.rest.isEmpty else { return unknown(range) }
            let value = kind(resolve(call.arguments[0].value, rows.inner, expecting: nil), .span)
            if value.type.isUnknown { return unknown(range) }
            aggregateCount += 1
            // A span that does not exist, as an overlap of nothing, has no length.
            if value.type.optional, !isOverlap(value) { present(value) }
            return Formula(
                .aggregate(
                    Aggregate(
                        function: call.function, arguments: [value], ascending: [false], rows: rows.plan, shared: false,
                        id: aggregateCount - 1)), length, range)
        }
        let values = call.arguments.map { kind(resolve($0.value, scope, expecting: nil), .span) }
        if values.isEmpty || values.contains(where: { $0.type.isUnknown }) { return unknown(range) }
        length.optional = values.contains { $0.type.optional && !isOverlap($0) }
        aggregateCount += 1
        return Formula(
            .aggregate(
                Aggregate(
                    function: call.function, arguments: values, ascending: [], rows: nil, shared: false,
                    id: aggregateCount - 1)), length, range)
    }

    private func isRun(_ function: Function) -> Bool { function == .longestRun || function == .currentRun }

    /// A span that does not exist, as an overlap of nothing, has no length and belongs to no run.
    private func isOverlap(_ formula: Formula) -> Bool {
        if case .function(.common, let spans) = formula.kind { return !spans.contains { $0.type.optional } }
        return false
    }
}
