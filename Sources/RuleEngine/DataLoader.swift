package import Diagnostics
import Platform
package import RuleSemantics
package import Tables

/// Types the raw tables of a program: every bad cell is named, nothing is dropped.
package struct DataLoader: Sendable {
    let program: Program
    package internal(set) var problems: [Diagnostic] = []
    var data: Dataset
    /// Reference cells still to be found: their texts, by table and column.
    var references: [Reference] = []
    /// Cells that were typed in another way.
    var conversions = ConversionLog()
    let years: YearRule

    struct Reference: Sendable {
        var table: Int
        var column: Int
        /// `nil` where the cell is empty and may be, or was reported.
        var keys: [String?]
        var dataColumn: Int?
        /// Where the keys come from: the sheet's name, or its headers, tell one for many rows.
        var origin = ColumnSchema.Origin.cell
        /// The 1-based columns of the headers, by row, where they give the keys.
        var headerColumns: [Int32] = []
    }

    /// The table to which a sheet belongs, by the sheet's name.
    var owners: [String: Int] = [:]
    /// Files that could not be read whole.
    var damaged: Set<String>
    /// Whether there is a file of which nothing could be read: any table may stand in it.
    var hasUnreadFile = false

    private init(_ program: Program, _ damaged: Set<String>) {
        self.program = program
        self.damaged = damaged
        years = YearRule(program)
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
        hasUnreadFile = !damaged.isSubset(of: raw.flatMap(\.files))
        for table in raw where owners[table.name] == nil {
            if let owner = program.table(ofSheetNamed: table.name) { owners[table.name] = owner }
        }
        var rest: [RawTable] = []
        for table in raw {
            // Beside a sheet that holds something an empty one says nothing.
            if table.isBlank, raw.contains(where: { $0.name == table.name && !$0.isBlank }) { continue }
            // Of what is not read there may be any number: results of last year and the year before.
            if owners[table.name] != nil, rest.contains(where: { $0.name == table.name }) {
                problems.report(DataProblem.twoFiles(table.name), at: DataPlace(file: table.file))
            } else {
                rest.append(table)
            }
        }
        var absent: [String] = []
        var found: [(index: Int, sheet: RawTable)] = []
        for (index, table) in program.tables.enumerated() {
            switch table.kind {
            case .lookup: fillLookup(index)
            case .derived: break
            case .data:
                let sheets = sheets(of: index, &rest)
                if let sheet = joined(index, sheets) {
                    found.append((index, sheet))
                } else if table.optional {
                    fillEmpty(index)
                } else if !hasUnreadFile {
                    absent.append(table.sheet)
                    problems.append(
                        Diagnostic(DataProblem.missingTable(table.name, sheet: table.sheet), at: .none))
                }
            }
        }
        fill(found)
        for table in rest where !table.isBlank {
            problems.report(
                DataProblem.ignoredFile(
                    table.file, rows: table.rowCount, nearest: nearest(table.name, in: absent)),
                at: DataPlace(file: table.file))
        }
        findReferences()
        for index in program.tables.indices {
            problems += KeyCheck.rowsOfTotals(program, data, index) + KeyCheck(program, data, index).problems
        }
        problems += GroupCheck(program, data).problems
        if !problems.hasErrors { problems += RowCheck(program, data).problems }
        problems += conversions.notes()
    }

    private mutating func fillEmpty(_ index: Int) {
        for column in program.tables[index].columns.indices where schema(index, column) != nil {
            data.tables[index].columns[column] = []
        }
    }

    func schema(_ table: Int, _ column: Int) -> ColumnSchema? {
        program.tables[table].columns[column].schema
    }

    private mutating func fillLookup(_ index: Int) {
        guard let loaded = LookupData(program).table(index) else { return }
        data.tables[index] = loaded.table
        for (column, keys) in loaded.references {
            references.append(Reference(table: index, column: column, keys: keys, dataColumn: nil))
        }
    }

    // MARK: A table of the data

    /// Tables are typed side by side; what is found in them is told in their order.
    private mutating func fill(_ found: [(index: Int, sheet: RawTable)]) {
        let (program, damaged) = (program, damaged)
        let parts = Platform.map(found.count, bytes: found.reduce(0) { $0 + $1.sheet.bytes.count }) { position in
            var part = DataLoader(program, damaged)
            part.fill(found[position].index, found[position].sheet)
            return part
        }
        for (part, table) in zip(parts, found) {
            data.tables[table.index] = part.data.tables[table.index]
            problems += part.problems
            references += part.references
            conversions.add(part.conversions)
        }
    }

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
        data.tables[index].account = raw.account
        for position in raw.headers.indices where !used.contains(position) && !raw.headers[position].isEmpty {
            data.tables[index].account.ignoredColumns += 1
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
        data.tables[index].columns[column] = Column(repeating: value, count: raw.rowCount)
    }

    private mutating func read(_ index: Int, _ column: Int, _ schema: ColumnSchema, _ raw: RawTable, _ position: Int) {
        let reader = CellReader(schema, CellRewriter(schema, years, raw))
        var values: [Value] = []
        var keys: [String?] = []
        var tally = ColumnTally()
        // What a sheet's name or a header says is told once.
        var told = Set<DataPlace>()
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
                : reader.read(raw.cell(row, position), kind)
            switch result {
            case .value(let value): if isReference { keys.append(nil) } else { values.append(value) }
            case .key(let key): keys.append(key)
            case .converted(let value, let conversion, let text):
                values.append(value)
                conversions.note(
                    conversion, place(raw, row, position, schema), cell: CellReader.text(raw.cell(row, position)),
                    text: text)
            case .problem(let problem):
                let place = place(raw, row, position, schema)
                let isNew = schema.origin == .cell || told.insert(place).inserted
                if isNew, tally.isTold() { problems.report(problem, at: place) }
                if isReference { keys.append(nil) } else { values.append(.missing) }
            }
        }
        if tally.isOver {
            problems.report(
                DataProblem.tooMany(DataProblem.toldOfColumn, column: schema.header),
                at: DataPlace(file: raw.file, column: raw.headerColumn(position)))
        }
        if isReference {
            var headerColumns: [Int32] = []
            if case .headers = schema.origin {
                headerColumns = (0..<raw.rowCount).map { Int32(raw.sheetColumn($0, position)) }
            }
            references.append(
                Reference(
                    table: index, column: column, keys: keys, dataColumn: raw.headerColumn(position),
                    origin: schema.origin, headerColumns: headerColumns))
        } else {
            data.tables[index].columns[column] = Column(packing: values)
        }
    }

    /// Where a cell stands; what a header says stands above its column, what a sheet's name says nowhere in it.
    private func place(_ raw: RawTable, _ row: Int, _ position: Int, _ schema: ColumnSchema) -> DataPlace {
        let file = raw.file(ofRow: row)
        let column = raw.sheetColumn(row, position)
        return switch schema.origin {
        case .cell: DataPlace(file: file, row: Int(raw.rowNumbers[row]), column: column)
        case .headers: DataPlace(file: file, column: column)
        case .sheet: DataPlace(file: file)
        }
    }
}
