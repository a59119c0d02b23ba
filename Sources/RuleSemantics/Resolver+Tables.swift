import Diagnostics
import RuleSyntax
import Tables

/// Choices, constants, tables and lookups.
extension Resolver {
    /// The types as people call them.
    private static let everydayTypes: [String: TypeName] = [
        "字符": .text, "文字": .text, "字符串": .text, "数值": .number, "小数": .number, "分数": .number, "百分比": .ratio,
        "百分数": .ratio, "年月": .month,
    ]

    /// What a word that is no type is meant for: a type as people call it, or a table that is referred to.
    private func everydayType(_ word: String) -> String? {
        if let type = Self.everydayTypes[word] { return type.spellings.zh }
        let table = word.hasPrefix("引用") ? String(word.dropFirst(2)) : word
        return tablesByName[table] == nil ? nil : "引用 \(table)"
    }

    // MARK: 选项

    func collectChoices() {
        for decl in file.choices {
            let index = addChoices(decl.labels, name: decl.name.text)
            if choicesByName.updateValue(index, forKey: decl.name.text) != nil {
                report(.duplicate(Bilingual("选项", "choices"), decl.name.text), decl.name.range)
            }
        }
    }

    func addChoices(_ list: LabelList, name: String?) -> Int {
        var seen = Set<String>()
        for label in list.labels where !seen.insert(label.text).inserted {
            report(.duplicate(Bilingual("选项", "choice"), label.text), label.range)
        }
        choices.append(
            ChoiceList(
                name: name, labels: list.labels.map(\.text), ordered: list.ordered, descending: !list.ascending))
        return choices.count - 1
    }

    // MARK: 计划

    func collectPlan() {
        guard let plan = file.plans.first else { return }
        if let year = plan.year, let value = Number(decimal: year.text) {
            let formula = Formula(
                .constant(.number(value)), ValueType(.number, interval: Interval(value, value), whole: true),
                year.range)
            for spelling in [Keyword.year.zh, Keyword.year.en] {
                addPlanValue(PlanDraft(Name(spelling, year.range), decl: nil, formula: formula))
            }
        }
        for value in plan.values { addPlanValue(PlanDraft(value.name, decl: value)) }
    }

    private func addPlanValue(_ draft: PlanDraft) {
        planDrafts.append(draft)
        if planByName.updateValue(planDrafts.count - 1, forKey: draft.name.text) != nil {
            report(.duplicate(Bilingual("名称", "name"), draft.name.text), draft.name.range)
        }
    }

    func planValue(_ index: Int) -> Formula {
        let draft = planDrafts[index]
        usedPlanValues.insert(index)
        if let formula = draft.formula {
            return Formula(.planValue(index), formula.type, draft.name.range)
        }
        if draft.inProgress {
            report(.circle([draft.name.text, draft.name.text]), draft.name.range)
            return Formula(.planValue(index), .unknown, draft.name.range)
        }
        draft.inProgress = true
        reading.append([])
        let formula = present(resolve(draft.decl!.value, Scope(frames: []), expecting: nil))
        reading.removeLast()
        draft.formula = formula
        draft.inProgress = false
        return Formula(.planValue(index), formula.type, draft.name.range)
    }

    // MARK: 表

    func collectTables() {
        for decl in file.tables { addTable(decl.name, sheet: decl.sheet?.text) }
        for decl in file.lookups { addTable(decl.name, sheet: nil) }
        for (index, decl) in file.tables.enumerated() {
            fill(tables[index], decl)
            note(tables[index])
        }
        for (index, decl) in file.lookups.enumerated() {
            let table = tables[file.tables.count + index]
            fill(table, decl)
            note(table)
        }
    }

    private func note(_ table: TableDraft) {
        for name in table.members.keys { tablesByMember[name, default: []].append(table.index) }
    }

    private func addTable(_ name: Name, sheet: String?) {
        tables.append(TableDraft(name, index: tables.count, sheet: sheet ?? name.text))
        if tablesByName.updateValue(tables.count - 1, forKey: name.text) != nil {
            report(.duplicate(Bilingual("表", "table"), name.text), name.range)
        }
    }

    func addMember(_ table: TableDraft, _ name: Name, _ column: Int) {
        if let old = table.members.updateValue(column, forKey: name.text) {
            report(
                .duplicate(Bilingual("名称", "name"), name.text), name.range,
                [label(table.columns[old].range, "先前在这里", "first here")])
            table.columns[column].hasNamesake = true
        }
    }

    private func fill(_ table: TableDraft, _ decl: TableDecl) {
        table.optional = decl.optional
        if let grouping = decl.grouping {
            fillDerived(table, decl, grouping)
        } else {
            for column in decl.columns { addStored(table, column) }
            checkOrigins(table)
            for key in decl.keys {
                if let index = knownMember(key, table.index) { table.keys.append(index) }
            }
        }
        addValues(decl.values, table)
    }

    /// Values of the table's own block: a column each, or a named row set.
    private func addValues(_ values: [ValueDecl], _ table: TableDraft) {
        for value in values {
            if case .rows(let rows) = value.value.kind {
                if table.macros.updateValue(
                    Macro(name: value.name, rows: rows, section: nil, citation: Citation(value.tail)),
                    forKey: value.name.text)
                    != nil
                {
                    report(.duplicate(Bilingual("名称", "name"), value.name.text), value.name.range)
                }
                continue
            }
            let column = ColumnDraft(
                value.name.text, value.name.range,
                .pending { [self] in
                    let formula = resolve(
                        value.value, Scope(frames: [.init(table: table.index, name: table.name.text)]), expecting: nil)
                    return (.value(formula), formula.type)
                }, citation: Citation(value.tail))
            addMember(table, value.name, table.add(column))
        }
    }

    private func addStored(_ table: TableDraft, _ decl: ColumnDecl) {
        let (kind, type) = columnType(decl.type, decl)
        var schema = ColumnSchema(
            name: decl.name.text, header: decl.header, kind: kind, optional: decl.optional, judged: decl.judged)
        var settled = type.optional(decl.optional && decl.defaultValue == nil)
        let bounds: ColumnDecl.Bounds? =
            switch decl.type {
            case .number(let bounds), .integer(let bounds), .ratio(let bounds), .date(let bounds): bounds
            case .text, .yesno, .month, .labels, .named, .reference: nil
            }
        if let bounds { apply(bounds, to: &schema, &settled) }
        if case .ratio = decl.type, bounds == nil {
            schema.low = .number(0)
            schema.high = .number(1)
            settled.interval = Interval(0, 1)
        }
        if let literal = decl.defaultValue { schema.defaultValue = defaultValue(literal, schema, settled) }
        switch decl.origin {
        case .cell: break
        // The cells of a wide sheet go to the column that is declared next.
        case .header: schema.origin = .headers(cells: table.columns.count + 1)
        case .sheet: schema.origin = .sheet
        }
        let column = ColumnDraft(
            decl.name.text, decl.name.range, .done(.stored(schema), settled), citation: Citation(decl.tail))
        addMember(table, decl.name, table.add(column))
    }

    /// 取自列名 needs a column after it for the cells, and stands once; both kinds hold words or months.
    private func checkOrigins(_ table: TableDraft) {
        var seen: Set<Int> = []
        for (index, column) in table.columns.enumerated() {
            guard case .done(.stored(let schema), _) = column.state, schema.origin != .cell else { continue }
            var kind = 1
            if case .headers(let cells) = schema.origin {
                kind = 0
                let next = cells < table.columns.count ? table.columns[cells] : nil
                if case .done(.stored(let value), _)? = next?.state, value.origin == .cell {
                } else {
                    report(.wideNeedsCells(column.name), column.range)
                }
            }
            if !seen.insert(kind).inserted { report(.originTwice, column.range) }
            switch schema.kind {
            case .text, .choice, .month, .reference: break
            case .yesno, .number, .ratio, .date: report(.originKind(column.name), column.range)
            }
            if schema.optional || schema.defaultValue != nil {
                report(.originKind(column.name), table.columns[index].range)
            }
        }
    }

    private func apply(_ bounds: ColumnDecl.Bounds, to schema: inout ColumnSchema, _ type: inout ValueType) {
        func value(_ expression: Expression?) -> Value? {
            switch (expression?.kind, schema.kind) {
            case (.number(let number, _)?, .number), (.number(let number, _)?, .ratio): return .number(number)
            case (.date(let date)?, .date): return .date(date)
            case (nil, _): return nil
            default:
                report(
                    .wrongKind(
                        found: Bilingual("这个界限", "this bound"),
                        wanted: schema.kind == .date ? Bilingual("日期", "a date") : Bilingual("数", "a number")),
                    bounds.range)
                return nil
            }
        }
        schema.low = value(bounds.low)
        schema.high = value(bounds.high)
        if schema.kind == .ratio, schema.low == nil { schema.low = .number(0) }
        type.interval = Interval(schema.low?.number, schema.high?.number)
        if let low = type.interval.low, let high = type.interval.high, high < low {
            report(.rangeReversed, bounds.range)
        }
        if case .date(let low)? = schema.low, case .date(let high)? = schema.high, high < low {
            report(.rangeReversed, bounds.range)
        }
        // A number that stays within 0..1 may well be a share.
        if type.unit == .points, let high = type.interval.high, high <= 1 { type.unit = .open }
    }

    private func columnType(_ type: ColumnDecl.ColumnType, _ decl: ColumnDecl) -> (ColumnSchema.Kind, ValueType) {
        switch type {
        case .text: return (.text, ValueType(.text))
        case .yesno: return (.yesno, .bool)
        case .number: return (.number(whole: false), ValueType(.number, unit: .points))
        case .integer: return (.number(whole: true), ValueType(.number, whole: true, unit: .points))
        case .ratio: return (.ratio, ValueType(.number, unit: .percent))
        case .date: return (.date, ValueType(.date))
        case .month: return (.month, ValueType(.month))
        case .labels(let list):
            let index = addChoices(list, name: nil)
            return (.choice(choices[index].labels), ValueType(.choice(index)))
        case .named(let name):
            if let index = choicesByName[name.text] {
                return (.choice(choices[index].labels), ValueType(.choice(index)))
            }
            let known = Array(choicesByName.keys) + TypeName.allCases.flatMap { [$0.spellings.zh, $0.spellings.en] }
            let meant = misspelt(name.text, name.range, in: known) {
                .unknownType(name.text, nearest: $0 ?? everydayType(name.text))
            }
            if let meant, let index = choicesByName[meant] {
                return (.choice(choices[index].labels), ValueType(.choice(index)))
            }
            if meant != nil { isUnclear = true }
            return (.text, .unknown)
        case .reference(let name):
            guard let index = knownTable(name) else { return (.text, .unknown) }
            return (.reference(index), ValueType(.row(index)))
        }
    }

    private func defaultValue(_ literal: Expression, _ schema: ColumnSchema, _ type: ValueType) -> Value? {
        if type.isUnknown { return nil }
        switch (schema.kind, literal.kind) {
        case (.number(let whole), .number(let number, _)) where !whole || number.isWhole:
            if type.interval.contains(number) { return .number(number) }
        case (.ratio, .number(let number, _)): if type.interval.contains(number) { return .number(number) }
        case (.yesno, .bool(let bool)): return .bool(bool)
        case (.date, .date(let date)):
            if case .date(let low)? = schema.low, date < low { break }
            if case .date(let high)? = schema.high, date > high { break }
            return .date(date)
        case (.month, .month(let month)): return .month(month)
        case (.text, .text(let text)): return .text(text)
        case (.text, .number): return .text(text(literal.range))
        case (.choice(let labels), .text(let label)):
            return knownLabel(label, literal.range, in: labels).map(Value.choice)
        case (.choice(let labels), .number), (.choice(let labels), .bool):
            if let index = labels.firstIndex(of: text(literal.range)) { return .choice(index) }
        default: break
        }
        report(.badDefault(describe(type)), literal.range)
        return nil
    }

    /// Reports tables whose keys are references to one another in a circle: no row could be told from the others.
    private func checkKeyCircles() {
        var done = Set<Int>()
        func follow(_ table: Int, _ path: [Int]) {
            if let first = path.firstIndex(of: table) {
                circularKeys.formUnion(path[first...])
                let names = (path[first...] + [table]).map { tables[$0].name.text }
                report(.circle(names), tables[table].columns[tables[table].keys[0]].range)
                return
            }
            guard done.insert(table).inserted else { return }
            for key in tables[table].keys {
                if case .done(.stored(let schema), _) = tables[table].columns[key].state,
                    case .reference(let target) = schema.kind
                {
                    follow(target, path + [table])
                }
            }
        }
        for table in tables.indices { follow(table, []) }
    }

    /// References are checked once all tables are known: the table must have one key column.
    func checkReferences() {
        checkKeyCircles()
        for table in tables {
            for column in table.columns {
                guard case .done(.stored(let schema), _) = column.state, case .reference(let target) = schema.kind
                else { continue }
                let keys = tables[target].keys.count
                if isDamaged(target) {
                    continue
                } else if keys == 0 {
                    report(.noKey(tables[target].name.text), column.range)
                } else if keys > 1 {
                    report(.keyCount(table: tables[target].name.text, wanted: keys, found: 1), column.range)
                }
            }
        }
    }

    // MARK: Derived tables

    private func fillDerived(_ table: TableDraft, _ decl: TableDecl, _ grouping: RowSet) {
        guard case .path(let path) = grouping.source else {
            report(.needsRows(table.name.text), grouping.range)
            return
        }
        guard path.count == 1 else {
            report(.unknownTable(path[0].text, nearest: nil), path[0].range)
            return
        }
        guard let inner = knownTable(path[0]) else { return }
        guard inner != table.index else {
            report(.circle([table.name.text, table.name.text]), path[0].range)
            return
        }
        table.groups = inner
        for (position, key) in decl.keys.enumerated() {
            let column = ColumnDraft(
                key.text, key.range,
                .pending { [self] in
                    guard let index = knownMember(key, inner) else { return (.groupKey(position), .unknown) }
                    return (.groupKey(position), read(table: inner, column: index).optional(false))
                })
            let index = table.add(column)
            table.keys.append(index)
            addMember(table, key, index)
        }
    }

    /// The rows that a derived table groups; settled after all tables are collected.
    func settleDerived(_ table: TableDraft, _ decl: TableDecl) {
        guard let grouping = decl.grouping, let inner = table.groups else { return }
        reading.append([])
        var plan = RowsPlan(
            table: inner, source: .all, matches: [], operations: [], frame: 0, name: tables[inner].name.text,
            range: grouping.range)
        let scope = Scope(frames: [])
        operations(grouping.operations, into: &plan, scope, defaultBy: nil)
        // Only what the rows have for certain, or have after a filter, can be what they are grouped by.
        let rows = innerScope(plan, scope)
        let keys = decl.keys.compactMap { key in
            tables[inner].members[key.text].map { index in
                requirePresent(column(Sight(frame: 0, column: index), rows, key.range))
                return index
            }
        }
        let reads = reading.removeLast()
        for index in table.keys { table.columns[index].reads.formUnion(reads) }
        if plan.isGrouped { report(.needsRows(table.name.text), grouping.range) }
        table.kind = .derived(plan, keys: keys)
    }

    /// Settles a column if it is not yet, notes that it is read, and gives its type.
    func read(table: Int, column: Int) -> ValueType {
        if !reading.isEmpty { reading[reading.count - 1].insert(ColumnReference(table, column)) }
        return settle(table, column)
    }

    @discardableResult
    func settle(_ table: Int, _ index: Int) -> ValueType {
        let column = tables[table].columns[index]
        switch column.state {
        case .done(_, let type): return type
        case .inProgress: return column.knownType ?? .unknown
        case .pending(let define):
            if depth > Self.chainLimit {
                report(.chainTooLong(Self.chainLimit), column.range)
                return .unknown
            }
            // A section's or grade's type is known; its parts are settled in their turn, not through its users.
            if let known = column.knownType, depth > 0 { return known }
            depth += 1
            column.state = .inProgress
            reading.append([])
            let (definition, type) = define()
            column.reads.formUnion(reading.removeLast())
            column.state = .done(definition, type)
            depth -= 1
            return type
        }
    }
}
