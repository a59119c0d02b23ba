package import Diagnostics
import Platform
package import RuleSemantics
import Synchronization
package import Tables

/// Loads tables whose files can be read piece by piece: cells are typed as they are read, and no text of the files is
/// kept. Pieces are read side by side and put together in their order.
///
/// It loads all or nothing: where anything needs more care, `DataLoader` reads everything and says what is wrong. Cells
/// that are wrong by themselves it names as that would.
package struct StreamLoader {
    private let program: Program
    private var kept: Set<ColumnReference>?
    /// The tables that columns of data refer to.
    private let referredTo: Set<Int>
    private var data: Dataset
    private var conversions = ConversionLog()
    private var problems: [Diagnostic] = []

    /// Whether the tables of a program may be read piece by piece: what a wide sheet or a sheet's name says needs more care.
    package static func reads(_ program: Program) -> Bool {
        program.tables.allSatisfy { table in
            table.columns.allSatisfy { column in column.schema.map { $0.origin == .cell } ?? true }
        }
    }

    /// The data, what is wrong with them, and the notes on them; `nil` where anything is out of the ordinary. Of the
    /// columns that are read from files only `kept` are kept, all where it is `nil`, and all of a table in which slips are
    /// looked for. Of `others`, which no table reads, it is only told that they are there.
    package static func load(
        _ program: Program, _ sources: [RecordSource], _ others: [RawTable] = [], keeping kept: Set<ColumnReference>?
    ) -> (data: Dataset, problems: [Diagnostic])? {
        guard reads(program), sources.allSatisfy({ program.reads(sheetNamed: $0.name) }) else { return nil }
        // The headers alone are loaded as any table is: that finds what is missing, unknown or to be filled in.
        let (data, problems) = DataLoader.load(program, sources.map(\.head) + others)
        guard !problems.hasErrors else { return nil }
        var loader = StreamLoader(program: program, kept: kept, data: data)
        guard loader.load(sources) else { return nil }
        return (loader.data, problems + loader.problems + loader.conversions.notes())
    }

    private init(program: Program, kept: Set<ColumnReference>?, data: Dataset) {
        self.program = program
        self.data = data
        self.kept = kept
        // A cell may name a row by its name.
        referredTo = Set(
            program.tables.lazy.flatMap(\.columns).compactMap { column in
                if case .reference(let target)? = column.schema?.kind { target } else { nil }
            })
        for index in referredTo {
            if let column = NameFinder.column(of: program.tables[index]) {
                self.kept?.insert(ColumnReference(index, column))
            }
        }
    }

    /// A table with its file.
    private struct Item: Sendable {
        var table: Int
        var source: RecordSource
        /// The stored columns with the positions of their cells, and cells that no column takes.
        var columns: [(column: Int?, schema: ColumnSchema, position: Int, keys: KeyTable?)] = []
    }

    private mutating func load(_ sources: [RecordSource]) -> Bool {
        var waiting: [Item] = []
        for (index, table) in program.tables.enumerated() {
            guard case .data = table.kind else { continue }
            let own = sources.filter { $0.name == table.sheet }
            if own.count > 1 { return false }
            if let source = own.first { waiting.append(Item(table: index, source: source)) }
        }
        guard waiting.count == sources.count else { return false }
        // Tables come after those to whose rows they refer.
        var keys: [Int: KeyTable] = [:]
        for (index, table) in program.tables.enumerated() {
            if case .data = table.kind, waiting.contains(where: { $0.table == index }) { continue }
            if case .derived = table.kind { continue }
            keys[index] = self.keys(index).flatMap(KeyTable.init)
        }
        while !waiting.isEmpty {
            let ready = waiting.filter { item in
                targets(item.table).allSatisfy { target in !waiting.contains { $0.table == target } }
            }
            guard !ready.isEmpty, load(ready, keys) else { return false }
            waiting.removeAll { item in ready.contains { $0.table == item.table } }
            for item in ready {
                guard checkKeys(item.table, &keys) else { return false }
            }
        }
        problems += GroupCheck(program, data).problems
        if !problems.hasErrors { problems += RowCheck(program, data).problems }
        return true
    }

    private func targets(_ table: Int) -> Set<Int> {
        Set(
            program.tables[table].columns.compactMap { column in
                if case .reference(let target)? = column.schema?.kind { target } else { nil }
            })
    }

    /// The keys of a table, by which other tables name its rows.
    private func keys(_ table: Int) -> TextPool? {
        let definition = program.tables[table]
        guard definition.keys.count == 1, let column = data.tables[table].columns[definition.keys[0]] else {
            return nil
        }
        if case .texts(let pool) = column.storage { return pool }
        var pool = TextPool()
        for row in 0..<data.tables[table].rowCount {
            let value = column.value(row) ?? .missing
            let text = program.text(value, definition.columns[definition.keys[0]].type, data)
            guard foldedKey(text) == text else { return nil }
            pool.bytes += Array(text.utf8)
            pool.ends.append(UInt32(pool.bytes.count))
        }
        return pool
    }

    /// Reports rows with the same key and makes the keys ready for the tables that refer to this one; false where that
    /// cannot be.
    private mutating func checkKeys(_ table: Int, _ found: inout [Int: KeyTable]) -> Bool {
        let definition = program.tables[table]
        guard !definition.keys.isEmpty else { return true }
        problems += KeyCheck.rowsOfTotals(program, data, table)
        guard definition.keys.count == 1, referredTo.contains(table) else {
            problems += KeyCheck(program, data, table).problems
            return true
        }
        guard let texts = keys(table) else { return false }
        found[table] = KeyTable(texts)
        if found[table] != nil { return true }
        let check = KeyCheck(program, data, table)
        if check.repeated.isEmpty { return false }
        problems += check.problems
        // The first of the rows is the one that is meant, so that what else is wrong can be told.
        found[table] = KeyTable(texts.clearing(check.repeated))
        return found[table] != nil
    }

    // MARK: Reading

    private struct Part: Sendable {
        var count: Int
        var pieces: [ColumnReader.Piece]
        var bounds: Range<Int>
        var blanks: [RecordBatch.Blanks]
        /// Cells with content below no name, by their positions.
        var unnamed: [Int: Int] = [:]
        var conversions: [(column: Int, row: Int, conversion: Conversion, cell: String, text: String, count: Int)]
        var problems: [(column: Int, row: Int, problem: DataProblem)]
        /// Cells that name no row by its plain key, by column.
        var unfound: [Int: [(row: Int, key: String)]] = [:]
        /// Columns in which more is wrong than is told.
        var overfull: Set<Int> = []
    }

    /// How much of what is wrong in each column is told of each piece that was read, so that no piece keeps what those
    /// before it leave no room for.
    private final class Told: Sendable {
        private let counts = Mutex<[[Int: [Int: Int]]]>([])

        init(items: Int) { counts.withLock { $0 = Array(repeating: [:], count: items) } }

        /// What a piece may tell of a column at most.
        func room(_ item: Int, _ column: Int, _ piece: Int) -> Int {
            counts.withLock { counts in
                guard let told = counts[item][column] else { return DataProblem.toldOfColumn }
                let before = told.reduce(0) { $0 + ($1.key < piece ? $1.value : 0) }
                return max(0, DataProblem.toldOfColumn - before)
            }
        }

        func note(_ item: Int, _ column: Int, _ piece: Int, _ count: Int) {
            if count > 0 { counts.withLock { $0[item][column, default: [:]][piece] = count } }
        }
    }

    /// How many records of each table were read. A table is kept whole until it turns out to be larger than those in which
    /// slips are looked for, so that what is said does not hang on the form of the data.
    private final class Size: Sendable {
        private let counts: Mutex<[Int]>

        init(items: Int) { counts = Mutex(Array(repeating: 0, count: items)) }

        /// Counts the records of a piece and gives whether the table may still be looked at.
        func isSmall(_ item: Int, adding count: Int) -> Bool {
            counts.withLock { counts in
                counts[item] += count
                return RowCheck.looks(at: counts[item])
            }
        }
    }

    /// What a thread works with.
    private final class Context {
        var batch: RecordBatch?
        /// The readers of each item's columns.
        var readers: [Int: [ColumnReader]] = [:]
    }

    private mutating func load(_ ready: [Item], _ keys: [Int: KeyTable]) -> Bool {
        var items = ready
        for index in items.indices {
            guard let columns = columns(items[index], keys) else { return false }
            items[index].columns = columns
        }
        var work: [(item: Int, piece: Int)] = []
        for (index, item) in items.enumerated() { work += (0..<item.source.pieces).map { (index, $0) } }
        let (program, kept, tasks, all) = (program, kept, work, items)
        let told = Told(items: items.count)
        let size = Size(items: items.count)
        let parts = Platform.map(
            work.count, bytes: items.reduce(0) { $0 + $1.source.bytes }, start: { Context() },
            body: { context, index -> Part? in
                let (item, piece) = tasks[index]
                return Self.read(all[item], item, piece, context, told, size, program, kept)
            })
        var next = 0
        var whole: [[Part]] = []
        for item in items {
            let own = parts[next..<(next + item.source.pieces)]
            next += item.source.pieces
            guard var parts = checked(item, own), findReferences(item, &parts) else { return false }
            whole.append(parts)
        }
        // The pieces of each column are put together side by side.
        let columns = items.indices.flatMap { item in items[item].columns.indices.map { (item: item, column: $0) } }
        let pieces = whole
        let rows = whole.joined().reduce(0) { $0 + $1.count }
        let isSmall = items.map { RowCheck.looks(at: data.tables[$0.table].rowCount) }
        let joined = Platform.map(columns.count, bytes: rows * MemoryLayout<Int64>.size) { index -> Column? in
            let (item, column) = columns[index]
            let (number, schema) = (all[item].columns[column].column, all[item].columns[column].schema)
            guard let number,
                isSmall[item] || kept?.contains(ColumnReference(all[item].table, number)) ?? true
            else { return [] }
            return Self.joined(pieces[item].map { $0.pieces[column] }, schema)
        }
        for ((item, column), values) in zip(columns, joined) {
            guard let number = items[item].columns[column].column else { continue }
            guard let values else { return false }
            data.tables[items[item].table].columns[number] = values
        }
        return true
    }

    /// Where the cells of each column stand; every cell of a record is read, so that no mistake stays hidden.
    private func columns(
        _ item: Item, _ keys: [Int: KeyTable]
    ) -> [(column: Int?, schema: ColumnSchema, position: Int, keys: KeyTable?)]? {
        var columns: [(column: Int?, schema: ColumnSchema, position: Int, keys: KeyTable?)] = []
        var taken = Set<Int>()
        for (index, column) in program.tables[item.table].columns.enumerated() {
            guard let schema = column.schema, let position = item.source.headers.firstIndex(of: schema.header) else {
                continue
            }
            var found: KeyTable?
            if case .reference(let target) = schema.kind {
                guard let known = keys[target] else { return nil }
                found = known
            }
            taken.insert(position)
            columns.append((index, schema, position, found))
        }
        for (position, header) in item.source.headers.enumerated() where !taken.contains(position) {
            columns.append(
                (nil, ColumnSchema(name: header, header: header, kind: .text, optional: true), position, nil))
        }
        return columns
    }

    private static func read(
        _ item: Item, _ number: Int, _ piece: Int, _ context: Context, _ told: Told, _ size: Size,
        _ program: Program, _ kept: Set<ColumnReference>?
    ) -> Part? {
        let width = item.source.headers.count
        var batch = context.batch.take() ?? RecordBatch(width: width)
        batch.width = width
        defer { context.batch = batch }
        guard let bounds = item.source.read(piece, &batch) else { return nil }
        let readers: [ColumnReader]
        if let known = context.readers[number] {
            readers = known
        } else {
            readers = item.columns.map { column in
                ColumnReader(
                    column.schema, CellRewriter(column.schema, YearRule(program), item.source.head),
                    position: column.position, width: width,
                    isKey: column.column.map { program.tables[item.table].keys.contains($0) } ?? false,
                    isSurelyUTF8: item.source.isSurelyUTF8, keys: column.keys)
            }
            context.readers[number] = readers
        }
        var part = Part(
            count: batch.count, pieces: [], bounds: bounds, blanks: batch.blanks, conversions: [], problems: [])
        for (position, header) in item.source.headers.enumerated() where header.isEmpty {
            part.unnamed[position] = cellsWithContent(batch, position)
        }
        let isSmall = size.isSmall(number, adding: batch.count)
        for (index, reader) in readers.enumerated() {
            let column = item.columns[index].column
            reader.isKept = column.map { isSmall || kept?.contains(ColumnReference(item.table, $0)) ?? true } ?? false
            guard let cells = reader.read(batch, room: told.room(number, index, piece)) else { return nil }
            told.note(number, index, piece, reader.problems.count)
            if reader.isOverfull { part.overfull.insert(index) }
            part.pieces.append(cells)
            part.problems += reader.problems.map { (index, $0.row, $0.problem) }
            if !reader.unfound.isEmpty { part.unfound[index] = reader.unfound }
            part.conversions += reader.conversions.map {
                (index, $0.row, $0.conversion, $0.cell, $0.text, $0.count)
            }
        }
        return part
    }

    private static func cellsWithContent(_ batch: borrowing RecordBatch, _ position: Int) -> Int {
        let (count, width) = (batch.count, batch.width)
        return unsafe batch.withFields { fields in
            (0..<count).count { row in
                let cell = row * width + position
                return unsafe fields.start(at: cell) < fields.end(at: cell)
            }
        }
    }

    // MARK: Putting together

    /// The parts of a table where all are there and each begins where the one before it ended.
    private mutating func checked(_ item: Item, _ parts: ArraySlice<Part?>) -> [Part]? {
        var whole: [Part] = []
        var rows = 0
        var numbers = RowNumbers(first: item.source.head.headerRow + 1)
        var unnamed: [Int: Int] = [:]
        for part in parts {
            guard let part else { return nil }
            // Where a quote holds a line end, a piece may have begun in the middle of a record.
            if let last = whole.last, last.bounds.upperBound != part.bounds.lowerBound { return nil }
            for blanks in part.blanks { numbers.skip(blanks.count, before: rows + blanks.row) }
            unnamed.merge(part.unnamed, uniquingKeysWith: +)
            rows += part.count
            whole.append(part)
        }
        guard rows < Int(Int32.max) else { return nil }
        data.tables[item.table].rowCount = rows
        data.tables[item.table].rowPlaces = .beside(item.source.file, numbers)
        data.tables[item.table].account.blankRows = numbers.skipped
        for (position, cells) in unnamed where cells > 0 {
            data.tables[item.table].account.unnamed[position + 1] = cells
            problems.report(
                DataProblem.unnamedColumn(cells: cells),
                at: DataPlace(file: item.source.file, row: nil, column: position + 1))
        }
        report(item, whole)
        for (column, definition) in program.tables[item.table].columns.enumerated() {
            guard let schema = definition.schema, !item.columns.contains(where: { $0.column == column }) else {
                continue
            }
            data.tables[item.table].columns[column] = Column(repeating: schema.defaultValue ?? .missing, count: rows)
        }
        return whole
    }

    /// Says what is wrong in the cells of a table, and counts those that were typed in another way.
    private mutating func report(_ item: Item, _ parts: [Part]) {
        var first = 0
        var tallies = Array(repeating: ColumnTally(), count: item.columns.count)
        var overfull = Set<Int>()
        for part in parts {
            for found in part.problems where tallies[found.column].isTold() {
                problems.report(found.problem, at: place(item, first + found.row, found.column))
            }
            overfull.formUnion(part.overfull)
            for note in part.conversions {
                let place = place(item, first + note.row, note.column)
                conversions.note(note.conversion, place, cell: note.cell, text: note.text, count: note.count)
            }
            first += part.count
        }
        for index in item.columns.indices where tallies[index].isOver || overfull.contains(index) {
            reportTooMany(item, index)
        }
    }

    /// Finds the rows that cells name in another way than by the plain key, and says which name none.
    private mutating func findReferences(_ item: Item, _ parts: inout [Part]) -> Bool {
        for (index, column) in item.columns.enumerated() {
            guard case .reference(let target) = column.schema.kind, let keys = column.keys,
                parts.contains(where: { $0.unfound[index] != nil })
            else { continue }
            var finder = ReferenceFinder(program, target, .table(keys))
            var tally = ColumnTally()
            var wrong: [(place: DataPlace, key: String)] = []
            var first = 0
            for position in parts.indices {
                for (row, key) in parts[position].unfound[index] ?? [] {
                    let place = place(item, first + row, index)
                    let found = finder.find(key, data)
                    if let (conversion, text) = found.conversion {
                        conversions.note(conversion, place, cell: key, text: text)
                    }
                    if let other = found.row {
                        parts[position].pieces[index].setRow(row, other)
                    } else if tally.isTold() {
                        wrong.append((place, key))
                    }
                }
                first += parts[position].count
            }
            // A row without its key may be named by others all the same.
            let isKey = column.column.map { program.tables[item.table].keys.contains($0) } ?? false
            if isKey, !wrong.isEmpty { return false }
            let told = finder.problems(wrong.map(\.key), column: column.schema.header, data)
            for ((place, _), problem) in zip(wrong, told) { problems.report(problem, at: place) }
            if tally.isOver { reportTooMany(item, index) }
        }
        return true
    }

    /// Where a cell of a column stands.
    private func place(_ item: Item, _ row: Int, _ column: Int) -> DataPlace {
        var place = DataPlace(file: item.source.file, column: item.columns[column].position + 1)
        if case .beside(_, let numbers) = data.tables[item.table].rowPlaces { place.row = numbers.number(row) }
        return place
    }

    /// Says that not all mistakes of a column are told.
    private mutating func reportTooMany(_ item: Item, _ column: Int) {
        problems.report(
            DataProblem.tooMany(DataProblem.toldOfColumn, column: item.columns[column].schema.header),
            at: DataPlace(file: item.source.file, column: item.columns[column].position + 1))
    }

    private static func joined(_ pieces: [ColumnReader.Piece], _ schema: ColumnSchema) -> Column? {
        if case .text = schema.kind {
            var pool = TextPool()
            var total = 0
            var rows = 0
            for piece in pieces {
                guard case .texts(let own) = piece else { continue }
                total += own.bytes.count
                rows += own.count
            }
            guard total < TextPool.limit else { return nil }
            pool.bytes.reserveCapacity(total)
            pool.ends.reserveCapacity(rows)
            for piece in pieces { if case .texts(let own) = piece { pool.append(own) } }
            return Column(.texts(pool))
        }
        var divisor: Int64 = 1
        for piece in pieces { if case .integers(_, let own) = piece { divisor = max(divisor, own) } }
        var parts: [(numbers: Integers, factor: Int64)] = []
        for piece in pieces {
            guard case .integers(let numbers, let own) = piece else { return nil }
            parts.append((numbers, divisor / own))
        }
        guard let kind = Column.Kind(schema.kind, divisor: divisor), let numbers = Integers.joined(parts) else {
            return nil
        }
        return Column(.integers(kind, numbers))
    }
}
