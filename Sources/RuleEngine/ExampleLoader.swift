import Diagnostics
import RuleSemantics
import RuleSyntax
import Tables

/// Types the tables of an example. Required columns may be left out, and rows that are only referred to are added.
struct ExampleLoader {
    private let program: Program
    private var data: Dataset
    private var problems: [Diagnostic] = []
    private var listed: Set<Int> = []
    private var references: [(table: Int, column: Int, keys: [String?], ranges: [SourceRange])] = []

    init(_ program: Program, title: SourceRange) {
        self.program = program
        data = Dataset(
            tables: program.tables.map {
                Dataset.Table(columns: Array(repeating: nil, count: $0.columns.count), place: .rules(title))
            })
    }

    private func schema(_ table: Int, _ column: Int) -> ColumnSchema? {
        program.tables[table].columns[column].schema
    }

    mutating func fillLookup(_ index: Int) {
        guard let loaded = LookupData(program).table(index) else { return }
        data.tables[index] = loaded.table
        for (column, keys) in loaded.references { references.append((index, column, keys, loaded.ranges)) }
    }

    // MARK: A table of the data

    mutating func load(
        _ index: Int, columns: [Int], rows: [[Cell]], ranges: [SourceRange], range: SourceRange, isListed: Bool
    ) {
        if isListed { listed.insert(index) }
        data.tables[index].rowCount = rows.count
        data.tables[index].place = .rules(range)
        data.tables[index].rowPlaces = .rules(ranges)
        for column in program.tables[index].columns.indices {
            let position = columns.firstIndex(of: column)
            guard let schema = schema(index, column) else {
                if let position { give(index, column, rows.map { $0[position] }) }
                continue
            }
            guard let position else {
                if schema.defaultValue == nil, !schema.optional, !rows.isEmpty {
                    data.tables[index].notGiven.insert(column)
                }
                if schema.defaultValue != nil, !rows.isEmpty { data.tables[index].defaulted.insert(column) }
                let value = schema.defaultValue ?? .missing
                data.tables[index].columns[column] = Column(repeating: value, count: rows.count)
                continue
            }
            read(index, column, schema, rows.map { $0[position] })
        }
    }

    private mutating func read(_ index: Int, _ column: Int, _ schema: ColumnSchema, _ cells: [Cell]) {
        let reader = CellReader(schema)
        var values: [Value] = []
        var keys: [String?] = []
        for cell in cells {
            if !cell.isEmpty, !cell.quoted || !cell.text.isEmpty {
                switch reader.read(Array(cell.text.utf8)[...]) {
                case .value(let value):
                    values.append(value)
                    keys.append(nil)
                case .converted(let value, _, _):
                    values.append(value)
                    keys.append(nil)
                case .key(let key):
                    values.append(.missing)
                    keys.append(key)
                case .problem(let problem):
                    problems.append(Diagnostic(problem, at: .rules(cell.range)))
                    values.append(.missing)
                    keys.append(nil)
                }
                continue
            }
            if let value = schema.defaultValue {
                data.tables[index].defaulted.insert(column)
                values.append(value)
            } else {
                if !schema.optional {
                    problems.append(Diagnostic(DataProblem.empty(column: schema.header), at: .rules(cell.range)))
                }
                values.append(.missing)
            }
            keys.append(nil)
        }
        data.tables[index].columns[column] = Column(values)
        if case .reference = schema.kind { references.append((index, column, keys, cells.map(\.range))) }
    }

    /// A computed column whose values the example gives.
    private mutating func give(_ index: Int, _ column: Int, _ cells: [Cell]) {
        let type = program.tables[index].columns[column].type
        let name = program.tables[index].columns[column].name
        let kind: ColumnSchema.Kind =
            switch type.kind {
            case .number: .ratio
            case .bool: .yesno
            case .date: .date
            case .month: .month
            case .choice(let list): .choice(program.choices[list].labels)
            case .row(let table): .reference(table)
            case .text, .span, .unknown: .text
            }
        read(index, column, ColumnSchema(name: name, header: name, kind: kind, optional: true), cells)
    }

    /// Rows of a derived table that the example lists instead of having them computed.
    mutating func loadGiven(_ index: Int, columns: [Int], rows: [[Cell]], ranges: [SourceRange], range: SourceRange) {
        data.tables[index].rowCount = rows.count
        data.tables[index].place = .rules(range)
        data.tables[index].rowPlaces = .rules(ranges)
        for (position, column) in columns.enumerated() where column >= 0 {
            give(index, column, rows.map { $0[position] })
        }
    }

    // MARK: References

    func finish() -> (data: Dataset, problems: [Diagnostic]) {
        var loader = self
        loader.findReferences()
        for index in program.tables.indices { loader.indexKeys(index) }
        return (loader.data, loader.problems)
    }

    private func target(_ table: Int, _ column: Int) -> Int? {
        if case .reference(let target)? = schema(table, column)?.kind { return target }
        if case .row(let target) = program.tables[table].columns[column].type.kind { return target }
        return nil
    }

    private mutating func findReferences() {
        var keys: [Int: [String: Int]] = [:]
        var index = 0
        // Rows that are added may have keys that are references themselves; those are appended and found in turn.
        while index < references.count {
            let reference = references[index]
            index += 1
            guard let target = target(reference.table, reference.column) else { continue }
            var known = keys[target] ?? keyTexts(target)
            var values = data.tables[reference.table].columns[reference.column].map { Array($0) } ?? []
            for (row, key) in reference.keys.enumerated() {
                guard let key else { continue }
                if known[foldedKey(key)] == nil, addRow(target, key) {
                    known[foldedKey(key)] = data.tables[target].rowCount - 1
                }
                if let found = known[foldedKey(key)] {
                    values[row] = .row(found)
                } else {
                    problems.append(
                        Diagnostic(
                            DataProblem.unknownReference(
                                key, column: program.tables[reference.table].columns[reference.column].name,
                                table: program.tables[target].name, nearest: nearest(key, in: known.keys)),
                            at: .rules(reference.ranges[row])))
                }
            }
            keys[target] = known
            data.tables[reference.table].columns[reference.column] = Column(values)
        }
    }

    private func keyTexts(_ table: Int) -> [String: Int] {
        guard program.tables[table].keys.count == 1 else { return [:] }
        let column = program.tables[table].keys[0]
        if let reference = references.first(where: { $0.table == table && $0.column == column }) {
            return Dictionary(
                reference.keys.enumerated().compactMap { row, key in key.map { (foldedKey($0), row) } },
                uniquingKeysWith: { first, _ in first })
        }
        let type = program.tables[table].columns[column].type
        let values = data.tables[table].columns[column] ?? []
        return Dictionary(
            values.enumerated().map { (foldedKey(program.text($1, type, data)), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Adds a row that is only referred to, with its defaults; not where a listed table would need more.
    private mutating func addRow(_ table: Int, _ key: String) -> Bool {
        guard case .data = program.tables[table].kind, let keyColumn = program.tables[table].keys.first else {
            return false
        }
        var needed: [Int] = []
        for column in program.tables[table].columns.indices where column != keyColumn {
            guard let schema = schema(table, column) else { continue }
            if schema.defaultValue == nil, !schema.optional { needed.append(column) }
        }
        if listed.contains(table), needed.contains(where: { !data.tables[table].notGiven.contains($0) }) {
            return false
        }
        guard let keySchema = schema(table, keyColumn) else { return false }
        let keyValue: Value
        switch CellReader(keySchema).read(Array(key.utf8)[...]) {
        case .value(let value): keyValue = value
        case .key, .problem, .converted: return false
        }
        for column in program.tables[table].columns.indices {
            guard let schema = schema(table, column) else {
                if data.tables[table].columns[column] != nil { data.tables[table].columns[column]!.append(.missing) }
                continue
            }
            let value = column == keyColumn ? keyValue : schema.defaultValue ?? .missing
            data.tables[table].columns[column, default: []].append(value)
        }
        data.tables[table].notGiven.formUnion(needed)
        data.tables[table].notGiven.remove(keyColumn)
        if case .rules(var ranges) = data.tables[table].rowPlaces {
            if case .rules(let range) = data.tables[table].place { ranges.append(range) }
            data.tables[table].rowPlaces = .rules(ranges)
        }
        data.tables[table].rowCount += 1
        return true
    }

    private mutating func indexKeys(_ index: Int) {
        let keys = program.tables[index].keys
        guard case .data = program.tables[index].kind, !keys.isEmpty else { return }
        if keys.contains(where: { data.tables[index].notGiven.contains($0) }) { return }
        var seen = Set<[Value]>()
        for row in 0..<data.tables[index].rowCount {
            let key = keys.map { data.tables[index].columns[$0]![row] }
            if !seen.insert(key).inserted {
                problems.append(
                    Diagnostic(
                        DataProblem.duplicateKey(program.rowText(index, row, data), first: nil),
                        at: data.place(table: index, row: row)))
            }
        }
    }
}

extension [Column?] {
    fileprivate subscript(_ index: Int, default empty: Column) -> Column {
        get { self[index] ?? empty }
        set { self[index] = newValue }
    }
}
