import Diagnostics
import RuleSyntax
package import Tables

/// 对照表: keyed tables whose rows stand in the file.
extension Resolver {
    func fill(_ table: TableDraft, _ decl: LookupDecl) {
        switch decl.keys {
        case .columns(let keys): fillListed(table, decl, keys)
        case .axes(let axes): axes.count == 2 ? fillMatrix(table, decl, axes) : fillAxes(table, decl, axes)
        }
    }

    /// A matrix: the first row names the second key's values, the first column the first key's.
    private func fillMatrix(_ table: TableDraft, _ decl: LookupDecl, _ axes: [[Name]]) {
        guard let header = decl.rows.first else { return }
        let columns = header.cells
        var entries: [(keys: [Cell], values: [Cell], range: SourceRange)] = []
        for row in decl.rows.dropFirst() {
            guard row.cells.count == columns.count + 1 else {
                report(.lookupWidth(expected: columns.count + 1, found: row.cells.count), cellsRange(row))
                continue
            }
            for (column, cell) in zip(columns, row.cells.dropFirst()) {
                entries.append(([row.cells[0], column], [cell], cell.range))
            }
        }
        let types = [
            keyType(axes[0], decl.rows.dropFirst().compactMap(\.cells.first)), keyType(axes[1], columns),
        ]
        build(table, decl, keyNames: axes.map { $0[$0.count - 1] }, keyTypes: types, resultNames: [], entries)
    }

    /// One key without a header: key and result; several: the keys, then the result.
    private func fillAxes(_ table: TableDraft, _ decl: LookupDecl, _ axes: [[Name]]) {
        var entries: [(keys: [Cell], values: [Cell], range: SourceRange)] = []
        for row in decl.rows {
            guard row.cells.count == axes.count + 1 else {
                report(.lookupWidth(expected: axes.count + 1, found: row.cells.count), cellsRange(row))
                continue
            }
            entries.append((Array(row.cells.prefix(axes.count)), [row.cells[axes.count]], cellsRange(row)))
        }
        let types = axes.indices.map { index in keyType(axes[index], entries.map { $0.keys[index] }) }
        build(table, decl, keyNames: axes.map { $0[$0.count - 1] }, keyTypes: types, resultNames: [], entries)
    }

    /// `主键 a, b` and a header that names keys and results.
    private func fillListed(_ table: TableDraft, _ decl: LookupDecl, _ keys: [Name]) {
        guard let header = decl.rows.first else { return }
        let headers = header.cells
        var positions: [Int] = []
        for key in keys {
            guard let position = headers.firstIndex(where: { $0.text == key.text }) else {
                unknown(key.text, key.range, in: headers.map(\.text)) {
                    .unknownColumn(key.text, table: decl.name.text, nearest: $0)
                }
                return
            }
            positions.append(position)
        }
        let results = headers.indices.filter { !positions.contains($0) }
        var entries: [(keys: [Cell], values: [Cell], range: SourceRange)] = []
        for row in decl.rows.dropFirst() {
            guard row.cells.count == headers.count else {
                report(.lookupWidth(expected: headers.count, found: row.cells.count), cellsRange(row))
                continue
            }
            entries.append((positions.map { row.cells[$0] }, results.map { row.cells[$0] }, cellsRange(row)))
        }
        let types = keys.indices.map { index in keyType([keys[index]], entries.map { $0.keys[index] }) }
        build(
            table, decl, keyNames: keys, keyTypes: types,
            resultNames: results.map { Name(headers[$0].text, headers[$0].range) }, entries)
    }

    private func cellsRange(_ row: LookupDecl.Row) -> SourceRange {
        SourceRange(row.range.start, row.cells.last?.range.end ?? row.range.start)
    }

    /// A key's type: a named list of choices, the type of a column of that name, or what the cells look like.
    private func keyType(_ axis: [Name], _ cells: [Cell]) -> ValueType {
        if axis.count == 2 {
            if let table = tablesByName[axis[0].text] {
                if let column = knownMember(axis[1], table) { return settle(table, column).optional(false) }
            } else {
                unknown(axis[0].text, axis[0].range, in: tablesByName.keys) {
                    .unknownTable(axis[0].text, nearest: $0)
                }
            }
            return .unknown
        }
        if let index = choicesByName[axis[0].text] { return ValueType(.choice(index)) }
        let values = cells.filter { !isRest($0) }
        let isDate = !values.isEmpty && values.allSatisfy { isKey($0.text) { CalendarDate(text: $0) != nil } }
        let isNumber = !isDate && values.allSatisfy { isKey($0.text) { number($0) != nil } || isComparison($0.text) }
        let named = (tablesByMember[axis[0].text] ?? []).compactMap { index -> ValueType? in
            guard let column = tables[index].members[axis[0].text],
                case .done(.stored, let type) = tables[index].columns[column].state, !type.isUnknown
            else { return nil }
            return type.optional(false)
        }
        // Bounds and ranges are numbers or dates, whatever else bears the name.
        let isPlain = !values.contains { isComparison($0.text) || $0.text.contains("..") }
        if isNumber, !isPlain || named.isEmpty || named.contains(where: { $0.kind == .number }) {
            return ValueType(.number)
        }
        if isDate, !isPlain || named.isEmpty || named.contains(where: { $0.kind == .date }) { return ValueType(.date) }
        if let first = named.first(where: { $0.kind != .number }) { return first }
        if cells.allSatisfy({ ["是", "否", "yes", "no"].contains($0.text) }) { return .bool }
        var seen = Set<String>()
        let labels = cells.filter { seen.insert($0.text).inserted && !isRest($0) }.map { Name($0.text, $0.range) }
        return ValueType(
            .choice(addChoices(LabelList(labels: labels, ordered: false, ascending: false), name: axis[0].text)))
    }

    private func isRest(_ cell: Cell) -> Bool { !cell.quoted && Keyword(word: cell.text) == .rest }

    private func isComparison(_ text: String) -> Bool { Self.signs.contains { folded(text).hasPrefix($0.0) } }

    /// Whether a cell is a value, a range or a comparison of some kind.
    private func isKey(_ text: String, _ isValue: (String) -> Bool) -> Bool {
        let text = folded(text)
        if let sign = Self.signs.first(where: { text.hasPrefix($0.0) }) {
            return isValue(text.dropFirst(sign.0.count).trimmingPrefix { $0 == " " }.description)
        }
        let parts = text.split(separator: "..", omittingEmptySubsequences: false)
        return (1...2).contains(parts.count) && parts.allSatisfy { isValue(String($0)) }
    }

    /// A number as a cell of the rules file has it: decimal, with a per cent sign perhaps.
    func number(_ text: String) -> Number? {
        let folded = folded(text).filter { $0 != " " }
        if folded.hasSuffix("%") { return Number(decimal: folded.dropLast())?.divided(by: 100) }
        if folded.hasSuffix("‰") { return Number(decimal: folded.dropLast())?.divided(by: 1000) }
        return Number(decimal: folded)
    }

    /// Full-width signs read as half-width.
    func folded(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    (0xFF01...0xFF5E).contains(scalar.value)
                        ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar == "−" ? "-" : scalar
                }))
    }

    private func build(
        _ table: TableDraft, _ decl: LookupDecl, keyNames: [Name], keyTypes: [ValueType], resultNames: [Name],
        _ entries: [(keys: [Cell], values: [Cell], range: SourceRange)]
    ) {
        let results = resultNames.isEmpty ? 1 : resultNames.count
        var types: [ValueType] = (0..<results).map { column in resultType(entries.map { $0.values[column] }) }
        var rows: [Lookup.Row] = []
        for entry in entries {
            let keys = zip(entry.keys, keyTypes).map { key($0, $1) }
            let values = zip(entry.values, types).map { value($0, $1) }
            if keys.contains(where: { $0 == nil }) { continue }
            rows.append(Lookup.Row(keys: keys.compactMap { $0 }, values: values, range: entry.range))
        }
        for column in types.indices { extend(&types[column], rows.map { $0.values[column] }) }
        checkReach(rows)
        for (position, name) in keyNames.enumerated() {
            // A range, a comparison and 其余 are no value that a row could give.
            let isWide = rows.contains { row in if case .value = row.keys[position] { false } else { true } }
            let type = isWide ? keyTypes[position].optional(true) : keyTypes[position]
            let column = ColumnDraft(name.text, name.range, .done(.stored(schema(name.text, type)), type))
            table.keys.append(table.add(column))
            if table.members[name.text] == nil { table.members[name.text] = table.keys[table.keys.count - 1] }
        }
        let names = resultNames.isEmpty ? [decl.name] : resultNames
        for (name, type) in zip(names, types) {
            let column = ColumnDraft(name.text, name.range, .done(.stored(schema(name.text, type)), type))
            addMember(table, name, table.add(column))
        }
        table.kind = .lookup(Lookup(rows: rows, keyTypes: keyTypes))
    }

    private func schema(_ name: String, _ type: ValueType) -> ColumnSchema {
        let kind: ColumnSchema.Kind =
            switch type.kind {
            case .number: .number(whole: false)
            case .bool: .yesno
            case .date: .date
            case .month: .month
            case .choice(let index): .choice(choices[index].labels)
            case .row(let table): .reference(table)
            case .text, .span, .unknown: .text
            }
        return ColumnSchema(name: name, header: name, kind: kind, optional: type.optional)
    }

    /// What the result cells of a column are: numbers, dates, yes and no, choices known by name, or words of their own.
    private func resultType(_ cells: [Cell]) -> ValueType {
        let texts = cells.filter { !$0.isEmpty }.map(\.text)
        let optional = texts.count < cells.count
        if texts.allSatisfy({ number($0) != nil }) {
            let percent = !texts.isEmpty && texts.allSatisfy { folded($0).hasSuffix("%") }
            return ValueType(.number, optional: optional, unit: percent ? .percent : .points)
        }
        if texts.allSatisfy({ ["是", "否", "yes", "no"].contains($0) }) { return ValueType(.bool, optional: optional) }
        if texts.allSatisfy({ CalendarDate(text: $0) != nil }) { return ValueType(.date, optional: optional) }
        if let known = choices.firstIndex(where: { list in list.name != nil && texts.allSatisfy(list.labels.contains) })
        {
            return ValueType(.choice(known), optional: optional)
        }
        var seen = Set<String>()
        let labels = cells.filter { !$0.isEmpty && seen.insert($0.text).inserted }.map { Name($0.text, $0.range) }
        let index = addChoices(LabelList(labels: labels, ordered: false, ascending: false), name: nil)
        return ValueType(.choice(index), optional: optional)
    }

    private func value(_ cell: Cell, _ type: ValueType) -> Value {
        if cell.isEmpty { return .missing }
        switch type.kind {
        case .number: return number(cell.text).map(Value.number) ?? .missing
        case .bool: return .bool(cell.text == "是" || cell.text == "yes")
        case .date: return CalendarDate(text: cell.text).map(Value.date) ?? .missing
        case .choice(let list): return choices[list].labels.firstIndex(of: cell.text).map(Value.choice) ?? .missing
        case .text, .month, .row, .span, .unknown: return .text(cell.text)
        }
    }

    private func extend(_ type: inout ValueType, _ values: [Value]) {
        guard type.kind == .number else { return }
        let numbers = values.compactMap(\.number)
        type.interval = Interval(numbers.min(), numbers.max())
        type.whole = numbers.allSatisfy(\.isWhole)
    }

    /// A key cell as the test that a key must pass; `nil`, reported, when it cannot be read.
    private func key(_ cell: Cell, _ type: ValueType) -> Lookup.Key? {
        if isRest(cell) { return .any }
        switch type.kind {
        case .number:
            return ladderKey(
                cell, wanted: Bilingual("数、范围（80..90）或比较（>= 90）", "a number, a range (80..90) or a comparison (>= 90)")
            ) { number($0).map(Value.number) }
        case .date:
            return ladderKey(
                cell,
                wanted: Bilingual(
                    "日期、范围（2026-09-01..2026-12-31）或比较（>= 2026-09-01）",
                    "a date, a range (2026-09-01..2026-12-31) or a comparison (>= 2026-09-01)")
            ) { CalendarDate(text: $0).map(Value.date) }
        case .choice(let list):
            return knownLabel(cell.text, cell.range, in: choices[list].labels).map { .value(.choice($0)) }
        case .bool:
            guard let keyword = Keyword(word: cell.text), keyword == .yes || keyword == .no else {
                report(.lookupCell(cell.text, Bilingual("“是”或“否”", "“yes” or “no”")), cell.range)
                return nil
            }
            return .value(.bool(keyword == .yes))
        case .text, .row, .month, .span, .unknown: return .value(.text(cell.text))
        }
    }

    /// `85`, `80..90` or `>= 90`, of values that lie on a line.
    private func ladderKey(_ cell: Cell, wanted: Bilingual, _ read: (String) -> Value?) -> Lookup.Key? {
        let text = folded(cell.text)
        for (sign, comparison) in Self.signs where text.hasPrefix(sign) {
            guard let bound = read(text.dropFirst(sign.count).trimmingPrefix { $0 == " " }.description) else { break }
            return .compared(comparison, bound)
        }
        let parts = text.split(separator: "..", omittingEmptySubsequences: false).map { read(String($0)) }
        if parts.count == 1, let only = parts[0] { return .value(only) }
        if parts.count == 2, let low = parts[0], let high = parts[1], let first = low.position, let last = high.position
        {
            if last < first { report(.rangeReversed, cell.range) }
            return .range(low, high)
        }
        report(.lookupCell(cell.text, wanted), cell.range)
        return nil
    }

    private static let signs: [(String, Comparison)] = [
        (">=", .greaterEqual), ("<=", .lessEqual), ("≥", .greaterEqual), ("≤", .lessEqual), (">", .greater),
        ("<", .less),
    ]

    /// Rows that no key can reach, because an earlier row takes all that they would.
    private func checkReach(_ rows: [Lookup.Row]) {
        var seen = Set<[Lookup.Key]>()
        var wide: [Lookup.Row] = []
        for row in rows {
            if !seen.insert(row.keys).inserted {
                report(.lookupRepeated, row.range)
            } else if wide.contains(where: { earlier in zip(earlier.keys, row.keys).allSatisfy { $0.covers($1) } }) {
                report(.lookupUnreachable, row.range)
            }
            if row.keys.contains(where: \.isWide) { wide.append(row) }
        }
    }
}

extension Lookup.Key {
    fileprivate var isWide: Bool {
        switch self {
        case .range, .compared, .any: true
        case .value: false
        }
    }

    /// Whether every key that passes the other test passes this one.
    fileprivate func covers(_ other: Lookup.Key) -> Bool {
        switch (self, other) {
        case (.any, _): return true
        case (.value(let a), .value(let b)): return a == b
        case (.range(let low, let high), .value(let x)): return low.holds(x) && !high.isBelow(x)
        case (.range(let low, let high), .range(let a, let b)): return low.holds(a) && !high.isBelow(b)
        case (.compared(let sign, let bound), .value(let x)): return sign.holds(x, bound)
        case (.compared(let sign, let bound), .range(let a, let b)): return sign.holds(a, bound) && sign.holds(b, bound)
        case (.compared(let sign, let limit), .compared(let other, let value)):
            guard let bound = limit.position, let x = value.position else { return false }
            switch (sign, other) {
            case (.greater, .greaterEqual): return x > bound
            case (.greater, .greater), (.greaterEqual, .greater), (.greaterEqual, .greaterEqual): return x >= bound
            case (.less, .lessEqual): return x < bound
            case (.less, .less), (.lessEqual, .less), (.lessEqual, .lessEqual): return x <= bound
            default: return false
            }
        default: return false
        }
    }
}

extension Value {
    /// Whether the other lies at this or above it.
    fileprivate func holds(_ other: Value) -> Bool {
        guard let a = position, let b = other.position else { return false }
        return a <= b
    }

    fileprivate func isBelow(_ other: Value) -> Bool {
        guard let a = position, let b = other.position else { return true }
        return a < b
    }
}

extension Comparison {
    /// Whether two values that lie on one line compare so.
    package func holds(_ left: Value, _ right: Value) -> Bool {
        guard let a = left.position, let b = right.position else { return false }
        return holds(a, b)
    }

    package func holds<T: Comparable>(_ left: T, _ right: T) -> Bool {
        switch self {
        case .equal: left == right
        case .unequal: left != right
        case .less: left < right
        case .lessEqual: left <= right
        case .greater: left > right
        case .greaterEqual: left >= right
        }
    }
}
