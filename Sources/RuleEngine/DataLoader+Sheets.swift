import Diagnostics
import RuleSemantics
import Tables

/// Which sheets make a table, and how they are put together.
extension DataLoader {
    /// The sheets of a table, taken out of those that are left: one of its name, or all that its pattern fits when a
    /// column comes from the sheet's name.
    mutating func sheets(of index: Int, _ rest: inout [RawTable]) -> [RawTable] {
        let taken = rest.filter { owners[$0.name] == index }
        let files = Set(taken.flatMap(\.files))
        rest.removeAll { files.contains($0.file) }
        for sheet in taken { checkTop(sheet) }
        guard let column = program.tables[index].nameColumn, let schema = schema(index, column) else { return taken }
        return named(taken, program.tables[index], schema)
    }

    /// Says what is wrong above the records of a sheet, so that some of them may be missing.
    private mutating func checkTop(_ sheet: RawTable) {
        if sheet.isBlank {
            problems.report(DataProblem.blankSheet, at: DataPlace(file: sheet.file))
        } else if let above = sheet.rowAbove {
            problems.report(
                DataProblem.rowAbove(headerRow: sheet.headerRow, namesColumns: above.namesColumns),
                at: DataPlace(file: sheet.file, row: above.row))
        } else {
            return
        }
        damaged.insert(sheet.file)
    }

    // MARK: Names

    /// Sheets with the words that their names give, each word once.
    private mutating func named(_ sheets: [RawTable], _ table: ProgramTable, _ schema: ColumnSchema) -> [RawTable] {
        let words = sheets.map { table.word(inSheetNamed: $0.name) ?? "" }
        var meanings = words.map { meaning($0, schema) }
        let known = Set(meanings)
        var copies = Set<Int>()
        for (position, sheet) in sheets.enumerated() {
            // What looks like the mark of a copy is one only beside the original.
            let originals = SheetName.originals(of: sheet.name).compactMap(table.word).map { meaning($0, schema) }
            let original = originals.first { known.contains($0) && $0 != meanings[position] }
            guard let original else { continue }
            meanings[position] = original
            copies.insert(position)
        }
        var firsts: [Value: Int] = [:]
        for position in sheets.indices where !copies.contains(position) {
            if firsts[meanings[position]] == nil { firsts[meanings[position]] = position }
        }
        var named: [RawTable] = []
        for (position, sheet) in sheets.enumerated() {
            if sheet.headers.isEmpty {
                // Nothing is said of it but that, where it was found.
                named.append(sheet)
            } else if let first = firsts[meanings[position]], first != position {
                problems.report(
                    DataProblem.sameWord(words[first], file: sheet.file, first: sheets[first].file),
                    at: DataPlace(file: sheet.file))
            } else {
                named.append(sheet.adding(schema.header, words[position]))
            }
        }
        return named
    }

    /// What a word is as a cell of its column; where it is none, and where it names a row, itself without widths and blanks.
    private func meaning(_ word: String, _ schema: ColumnSchema) -> Value {
        let plain = RawTable(name: "", file: "", bytes: [], headers: [])
        let reader = CellReader(schema, CellRewriter(schema, years, plain))
        switch reader.read(Array(word.utf8)[...]) {
        case .value(.text), .key, .problem: return .text(foldedKey(word))
        case .value(let value), .converted(let value, _, _): return value
        }
    }

    // MARK: Putting together

    /// The rows of all sheets of a table, wide ones made long.
    mutating func joined(_ index: Int, _ sheets: [RawTable]) -> RawTable? {
        for sheet in sheets {
            for (column, cells) in sheet.account.unnamed {
                problems.report(
                    DataProblem.unnamedColumn(cells: cells), at: DataPlace(file: sheet.file, column: column))
            }
        }
        // What has no header was told already.
        let readable = sheets.filter { !$0.headers.isEmpty }
        guard let first = readable.first else { return sheets.first }
        noteAbsentChoices(index, readable)
        var joined = long(readable.count > 1 ? first.named() : first, index)
        for sheet in readable.dropFirst() {
            let next = long(sheet.named(), index)
            do {
                try joined.append(next)
            } catch {
                switch error {
                case .columns:
                    let problem = DataProblem.otherColumns(
                        sheet.file, first: joined.file, more: Self.left(next.headers, without: joined.headers),
                        missing: Self.left(joined.headers, without: next.headers))
                    problems.report(problem, at: DataPlace(file: sheet.file, row: sheet.headerRow))
                case .size:
                    problems.report(
                        DataProblem.tooLarge(table: program.tables[index].name, limit: RawTable.sizeLimit),
                        at: DataPlace(file: sheet.file))
                    return joined
                }
            }
        }
        return joined
    }

    /// The names that are left when others are taken away, each as often as it stands there.
    private static func left(_ names: [String], without others: [String]) -> [String] {
        var others = others
        return names.filter { name in
            guard let index = others.firstIndex(of: name) else { return true }
            others.remove(at: index)
            return false
        }
    }

    // MARK: Wide sheets

    /// The columns of a wide sheet whose headers are cells of a column.
    private struct Wide {
        /// The column of the headers, and that of the cells below them.
        var schema: ColumnSchema
        var value: ColumnSchema
        var columns: [(position: Int, label: String)] = []
    }

    private func wide(_ sheet: RawTable, _ index: Int) -> Wide? {
        let columns = program.tables[index].columns.indices
        for column in columns {
            guard let schema = schema(index, column), case .headers(let cells) = schema.origin,
                let value = self.schema(index, cells), !sheet.headers.isEmpty
            else { continue }
            let own = Set(columns.compactMap { $0 == column || $0 == cells ? nil : self.schema(index, $0)?.header })
            var wide = Wide(schema: schema, value: value)
            for (position, header) in sheet.headers.enumerated() where !header.isEmpty && !own.contains(header) {
                if let label = Self.label(header, schema) { wide.columns.append((position, label)) }
            }
            return wide
        }
        return nil
    }

    /// What a header says in its column. With choices only theirs belong, but for widths and blanks; others are
    /// reported as not known.
    private static func label(_ header: String, _ schema: ColumnSchema) -> String? {
        guard case .choice(let labels) = schema.kind else { return header }
        if labels.contains(header) { return header }
        let alike = labels.filter { foldedKey($0) == foldedKey(header) }
        return alike.count == 1 ? alike[0] : nil
    }

    private mutating func long(_ sheet: RawTable, _ index: Int) -> RawTable {
        guard let wide = wide(sheet, index) else { return sheet }
        var labels = Set<String>()
        for (position, label) in wide.columns where !labels.insert(label).inserted {
            problems.report(
                DataProblem.repeatedColumn(label),
                at: DataPlace(file: sheet.file, row: sheet.headerRow, column: sheet.headerColumn(position)))
        }
        return sheet.long(wide.columns, header: wide.schema.header, value: wide.value.header)
    }

    /// Says which choices have a column in none of the wide sheets.
    private mutating func noteAbsentChoices(_ index: Int, _ sheets: [RawTable]) {
        let found = sheets.compactMap { wide($0, index) }
        guard let schema = found.first?.schema, case .choice(let labels) = schema.kind else { return }
        let known = Set(found.flatMap { $0.columns.map(\.label) })
        let absent = labels.filter { !known.contains($0) }
        if absent.isEmpty { return }
        problems.report(
            DataProblem.absentChoices(absent, table: program.tables[index].name),
            at: DataPlace(file: sheets[0].file, row: sheets[0].headerRow))
    }
}
