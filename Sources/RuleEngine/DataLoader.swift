package import Diagnostics
package import RuleSemantics
package import Tables

/// Types the raw tables of a program: every bad cell is named, nothing is dropped.
package struct DataLoader {
    let program: Program
    package private(set) var problems: [Diagnostic] = []
    private var data: Dataset
    /// Reference cells still to be found: their texts, by table and column.
    private var references: [Reference] = []

    private struct Reference {
        var table: Int
        var column: Int
        /// `nil` where the cell is empty and may be, or was reported.
        var keys: [String?]
        var dataColumn: Int?
    }

    private let damaged: Set<String>

    private init(_ program: Program, _ damaged: Set<String>) {
        self.program = program
        self.damaged = damaged
        data = Dataset(
            tables: program.tables.map { Dataset.Table(columns: Array(repeating: nil, count: $0.columns.count)) })
    }

    /// The data, or every problem in them.
    ///
    /// Rows of a damaged file may be missing only because it could not be read whole, so that references to them are
    /// not reported.
    package static func load(
        _ program: Program, _ raw: [RawTable], damaged: Set<String> = []
    ) -> (data: Dataset, problems: [Diagnostic]) {
        var loader = DataLoader(program, damaged)
        loader.load(raw)
        return (loader.data, loader.problems)
    }

    private mutating func load(_ raw: [RawTable]) {
        var rest: [RawTable] = []
        for table in raw {
            // Of what is not read there may be any number: results of last year and the year before.
            if program.reads(sheetNamed: table.name), rest.contains(where: { $0.name == table.name }) {
                problems.report(DataProblem.twoFiles(table.name), at: DataPlace(file: table.file))
            } else {
                rest.append(table)
            }
        }
        var absent: [String] = []
        for (index, table) in program.tables.enumerated() {
            switch table.kind {
            case .lookup: fillLookup(index)
            case .derived: break
            case .data:
                let sheets = sheets(of: index, &rest)
                if let sheet = joined(index, sheets) {
                    fill(index, sheet)
                } else if table.optional {
                    fillEmpty(index)
                } else if sheets.isEmpty {
                    absent.append(table.sheet)
                    problems.append(
                        Diagnostic(DataProblem.missingTable(table.name, sheet: table.sheet), at: .none))
                }
            }
        }
        for table in rest {
            problems.report(
                DataProblem.ignoredFile(table.file, nearest: nearest(table.name, in: absent)),
                at: DataPlace(file: table.file))
        }
        findReferences()
        for index in program.tables.indices { indexKeys(index) }
    }

    // MARK: Sheets

    /// The sheets of a table, taken out of those that are left: one of its name, or all that its pattern fits when a
    /// column comes from the sheet's name.
    private func sheets(of index: Int, _ rest: inout [RawTable]) -> [RawTable] {
        let table = program.tables[index]
        let taken: [RawTable]
        if let column = table.columns.indices.first(where: { schema(index, $0)?.origin == .sheet }) {
            let pattern = table.sheet.contains("*") ? table.sheet : table.sheet + "*"
            let parts = pattern.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
            taken = rest.filter { sheet in
                sheet.name.hasPrefix(parts[0]) && sheet.name.hasSuffix(parts[1])
                    && sheet.name.count > parts[0].count + parts[1].count
            }.map { sheet in
                let word = sheet.name.dropFirst(parts[0].count).dropLast(parts[1].count)
                return sheet.adding(schema(index, column)!.header, Self.bare(String(word)))
            }
        } else {
            taken = rest.filter { $0.name == table.sheet }
        }
        let files = Set(taken.flatMap(\.files))
        rest.removeAll { files.contains($0.file) }
        return taken
    }

    /// Without brackets, blanks and strokes around it: `(10月)` is 10月.
    private static func bare(_ word: String) -> String {
        let around: Set<Character> = ["(", ")", "（", "）", "[", "]", "【", "】", " ", "_", "-", "—", "　"]
        let start = word.firstIndex { !around.contains($0) } ?? word.endIndex
        let end = word.lastIndex { !around.contains($0) }.map { word.index(after: $0) } ?? word.endIndex
        return start < end ? String(word[start..<end]) : word
    }

    /// The rows of all sheets of a table, wide ones made long.
    private mutating func joined(_ index: Int, _ sheets: [RawTable]) -> RawTable? {
        var joined: RawTable?
        for sheet in sheets.map({ long($0, index) }) {
            guard let first = joined else {
                joined = sheet
                continue
            }
            joined = first.joined(sheet)
            if joined == nil {
                problems.report(
                    DataProblem.otherColumns(sheet.file, first: first.file), at: DataPlace(file: sheet.file, row: 1))
                return first
            }
        }
        return joined
    }

    private func long(_ sheet: RawTable, _ index: Int) -> RawTable {
        for column in program.tables[index].columns.indices {
            guard let schema = schema(index, column), case .headers(let cells) = schema.origin,
                let value = self.schema(index, cells), !sheet.headers.isEmpty
            else { continue }
            let own = Set(
                program.tables[index].columns.indices.compactMap {
                    $0 == column || $0 == cells ? nil : self.schema(index, $0)?.header
                })
            let wide = sheet.headers.indices.filter { position in
                let header = sheet.headers[position]
                if header.isEmpty || own.contains(header) { return false }
                // With choices only their headers belong; others are reported as not known.
                if case .choice(let labels) = schema.kind { return labels.contains(header) }
                return true
            }
            return sheet.long(wide, header: schema.header, value: value.header)
        }
        return sheet
    }

    private mutating func fillEmpty(_ index: Int) {
        for column in program.tables[index].columns.indices where schema(index, column) != nil {
            data.tables[index].columns[column] = []
        }
    }

    func schema(_ table: Int, _ column: Int) -> ColumnSchema? {
        if case .stored(let schema) = program.tables[table].columns[column].definition { schema } else { nil }
    }

    private mutating func fillLookup(_ index: Int) {
        guard let loaded = LookupData(program).table(index) else { return }
        data.tables[index] = loaded.table
        for (column, keys) in loaded.references {
            references.append(Reference(table: index, column: column, keys: keys, dataColumn: nil))
        }
    }

    // MARK: A table of the data

    private mutating func fill(_ index: Int, _ raw: RawTable) {
        let table = program.tables[index]
        data.tables[index].rowCount = raw.rowCount
        data.tables[index].rowPlaces = .files(raw.files, of: raw.rowFiles, rows: raw.rowNumbers)
        data.tables[index].place = .data(DataPlace(file: raw.file))
        // Without a header nothing can be said of the columns.
        if raw.headers.isEmpty { return }
        var used = Set<Int>()
        var known: [String] = []
        for column in table.columns.indices {
            guard let schema = schema(index, column) else { continue }
            known.append(schema.header)
            let positions = raw.headers.indices.filter { raw.headers[$0] == schema.header }
            used.formUnion(positions)
            if positions.count > 1 {
                problems.report(
                    DataProblem.repeatedColumn(schema.header),
                    at: DataPlace(file: raw.file, row: raw.headerRow, column: raw.headerColumn(positions[1])))
            }
            if let position = positions.first {
                read(index, column, schema, raw, position)
            } else {
                absent(index, column, schema, raw)
            }
        }
        for position in raw.headers.indices where !used.contains(position) && !raw.headers[position].isEmpty {
            problems.report(
                DataProblem.ignoredColumn(raw.headers[position], table: table.name),
                at: DataPlace(file: raw.file, row: raw.headerRow, column: raw.headerColumn(position)))
        }
    }

    private mutating func absent(_ index: Int, _ column: Int, _ schema: ColumnSchema, _ raw: RawTable) {
        let name = program.tables[index].name
        // A header that the rules do not know and that is nearly this one is this one, misspelt.
        let known = Set(program.tables[index].columns.indices.compactMap { self.schema(index, $0)?.header })
        let misspelt = nearest(schema.header, in: raw.headers.filter { !known.contains($0) }, evenIfTied: true)
        guard misspelt == nil, schema.optional || schema.defaultValue != nil else {
            problems.report(
                DataProblem.missingColumn(schema.header, table: name, nearest: misspelt),
                at: DataPlace(file: raw.file, row: raw.headerRow))
            return
        }
        let value = schema.defaultValue ?? .missing
        let text = program.text(value, program.tables[index].columns[column].type, data)
        problems.report(
            DataProblem.absentColumn(schema.header, table: name, instead: text),
            at: DataPlace(file: raw.file, row: raw.headerRow))
        data.tables[index].columns[column] = Array(repeating: value, count: raw.rowCount)
    }

    private mutating func read(_ index: Int, _ column: Int, _ schema: ColumnSchema, _ raw: RawTable, _ position: Int) {
        let reader = CellReader(schema)
        var values: [Value] = []
        var keys: [String?] = []
        let isReference: Bool
        if case .reference = schema.kind { isReference = true } else { isReference = false }
        if isReference { keys.reserveCapacity(raw.rowCount) } else { values.reserveCapacity(raw.rowCount) }
        for row in 0..<raw.rowCount {
            let kind = raw.kind(row, position)
            let result: CellReader.Result =
                kind == .error || kind == .formula
                ? .problem(
                    kind == .error
                        ? .errorCell(CellReader.text(raw.cell(row, position)), column: schema.header)
                        : .formulaWithoutValue(column: schema.header))
                : reader.read(raw.cell(row, position))
            switch result {
            case .value(let value): if isReference { keys.append(nil) } else { values.append(value) }
            case .key(let key): keys.append(key)
            case .problem(let problem):
                problems.report(
                    problem,
                    at: DataPlace(
                        file: raw.file(ofRow: row), row: Int(raw.rowNumbers[row]),
                        column: raw.sheetColumn(row, position)))
                if isReference { keys.append(nil) } else { values.append(.missing) }
            }
        }
        if isReference {
            references.append(
                Reference(table: index, column: column, keys: keys, dataColumn: raw.headerColumn(position)))
        } else {
            data.tables[index].columns[column] = values
        }
    }

    // MARK: References and keys

    /// Finds the rows that reference cells name. A table whose key is itself a reference is found by the same text.
    private mutating func findReferences() {
        var rowsByKey: [Int: [String: Int]] = [:]
        for (index, table) in program.tables.enumerated() where table.keys.count == 1 {
            let column = table.keys[0]
            var rows: [String: Int] = [:]
            if let position = references.firstIndex(where: { $0.table == index && $0.column == column }) {
                for (row, key) in references[position].keys.enumerated() { if let key { rows[foldedKey(key)] = row } }
            } else if let values = data.tables[index].columns[column] {
                let type = program.tables[index].columns[column].type
                rows.reserveCapacity(values.count)
                for (row, value) in values.enumerated() {
                    if case .text(let text) = value {
                        rows[foldedKey(text)] = row
                    } else if value != .missing {
                        rows[foldedKey(program.text(value, type, data))] = row
                    }
                }
            }
            rowsByKey[index] = rows
        }
        for reference in references {
            guard case .reference(let target)? = schema(reference.table, reference.column)?.kind else { continue }
            let rows = rowsByKey[target] ?? [:]
            let targetIsWhole = isWhole(target)
            var values: [Value] = []
            values.reserveCapacity(reference.keys.count)
            for (row, key) in reference.keys.enumerated() {
                guard let key else {
                    values.append(.missing)
                    continue
                }
                if let found = rows[foldedKey(key)] {
                    values.append(.row(found))
                } else {
                    values.append(.missing)
                    guard targetIsWhole else { continue }
                    let header = schema(reference.table, reference.column)?.header ?? ""
                    problems.append(
                        Diagnostic(
                            DataProblem.unknownReference(
                                key, column: header, table: program.tables[target].name,
                                nearest: nearestKey(key, rows)),
                            at: data.place(table: reference.table, row: row, column: reference.dataColumn)))
                }
            }
            data.tables[reference.table].columns[reference.column] = values
        }
        references = []
    }

    /// Whether all rows of a table could be read; else a reference may fail only for that.
    private func isWhole(_ table: Int) -> Bool {
        if case .files(let files, _, _) = data.tables[table].rowPlaces { return damaged.isDisjoint(with: files) }
        if case .data = program.tables[table].kind { return program.tables[table].optional }
        return true
    }

    /// A key that may be meant: numbers that differ are simply other people.
    private func nearestKey(_ key: String, _ rows: [String: Int]) -> String? {
        let lowered = foldedKey(key).lowercased()
        if let same = rows.keys.filter({ $0.lowercased() == lowered }).min() { return same }
        if key.contains(where: \.isNumber) || rows.count > 5000 { return nil }
        return nearest(key, in: rows.keys)
    }

    /// The rows by their keys; the same key twice is an error.
    private mutating func indexKeys(_ index: Int) {
        let table = program.tables[index]
        if case .data = table.kind {} else { return }
        guard !table.keys.isEmpty else { return }
        let columns = table.keys.map { data.tables[index].columns[$0] }
        guard columns.allSatisfy({ $0 != nil }) else { return }
        var seen: [[Value]: Int] = [:]
        seen.reserveCapacity(data.tables[index].rowCount)
        var folded: [String: Int] = [:]
        for row in 0..<data.tables[index].rowCount {
            let key = columns.map { $0![row] }
            if key.contains(.missing) { continue }
            if let first = seen[key] {
                problems.append(
                    Diagnostic(
                        DataProblem.duplicateKey(keyText(index, row), firstRow: rowNumber(index, first)),
                        at: data.place(table: index, row: row)))
                continue
            }
            seen[key] = row
            guard key.count == 1, case .text(let text) = key[0] else { continue }
            let short = foldedKey(text)
            if short != text || folded[short] != nil,
                let other = folded.updateValue(row, forKey: short) ?? (short != text ? seen[[.text(short)]] : nil),
                other != row
            {
                problems.append(
                    Diagnostic(
                        DataProblem.similarKey(text, other: keyText(index, other)),
                        at: data.place(table: index, row: row)))
            }
            folded[short] = row
        }
        data.tables[index].index = seen
    }

    private func keyText(_ table: Int, _ row: Int) -> String { program.rowText(table, row, data) }

    private func rowNumber(_ table: Int, _ row: Int) -> Int? {
        if case .files(_, _, let rows) = data.tables[table].rowPlaces { Int(rows[row]) } else { nil }
    }
}
