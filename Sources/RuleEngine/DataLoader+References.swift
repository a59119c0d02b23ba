import Diagnostics
import RuleSemantics
import Tables

/// Finding the rows that cells name, by key or by name.
extension DataLoader {
    /// Finds the rows that reference cells name. A table whose key is itself a reference is found by the same text.
    mutating func findReferences() {
        var rowsByKey: [Int: RowsByKey] = [:]
        for reference in references {
            guard case .reference(let target)? = schema(reference.table, reference.column)?.kind else { continue }
            let rows = rowsByKey[target] ?? .dictionary(self.rowsByKey(target))
            rowsByKey[target] = rows
            let targetIsWhole = isWhole(target)
            var finder = ReferenceFinder(program, target, rows)
            var tally = ColumnTally()
            var wrong: [(row: Int, key: String)] = []
            // What a sheet's name or a header says is told once.
            var seen = Set<Place>()
            var values: [Value] = []
            values.reserveCapacity(reference.keys.count)
            for (row, key) in reference.keys.enumerated() {
                guard let key else {
                    values.append(.missing)
                    continue
                }
                let found = finder.find(key, data)
                values.append(found.row.map { .row($0) } ?? .missing)
                if let (conversion, text) = found.conversion { note(conversion, reference, row, key, text) }
                guard found.row == nil, targetIsWhole else { continue }
                if reference.origin != .cell, !seen.insert(place(reference, row)).inserted { continue }
                if tally.isTold() { wrong.append((row, key)) }
            }
            let header = schema(reference.table, reference.column)?.header
            let told = finder.problems(wrong.map(\.key), column: header ?? "", data)
            for ((row, _), problem) in zip(wrong, told) {
                problems.append(Diagnostic(problem, at: place(reference, row)))
            }
            if tally.isOver { tooMany(reference.table, header, reference.dataColumn) }
            if reference.origin == .sheet { checkNames(reference, values, target) }
            data.tables[reference.table].columns[reference.column] = Column(packing: values)
        }
        references = []
    }

    /// The rows of a table with one key by that key, folded; it may be a text that is still to be found in another table.
    private func rowsByKey(_ table: Int) -> [String: Int] {
        let definition = program.tables[table]
        guard definition.keys.count == 1 else { return [:] }
        let column = definition.keys[0]
        var rows: [String: Int] = [:]
        if let own = references.first(where: { $0.table == table && $0.column == column }) {
            for (row, key) in own.keys.enumerated() { if let key { rows[foldedKey(key)] = row } }
            return rows
        }
        guard let values = data.tables[table].columns[column] else { return [:] }
        rows.reserveCapacity(values.count)
        for (row, value) in values.enumerated() {
            if case .text(let text) = value {
                rows[foldedKey(text)] = row
            } else if value != .missing {
                rows[foldedKey(program.text(value, definition.columns[column].type, data))] = row
            }
        }
        return rows
    }

    /// Says where the names of two sheets give the same row, by its key and by its name.
    private mutating func checkNames(_ reference: Reference, _ values: [Value], _ target: Int) {
        var firsts: [Int: String] = [:]
        var known = Set<String>()
        for (row, value) in values.enumerated() {
            guard case .row(let named) = value, case .data(let place) = place(reference, row),
                known.insert(place.file).inserted
            else { continue }
            if let first = firsts[named] {
                let word = program.rowText(target, named, data)
                problems.report(DataProblem.sameWord(word, file: place.file, first: first), at: place)
            } else {
                firsts[named] = place.file
            }
        }
    }

    /// Where a key stands; what a header says stands above its column, what a sheet's name says nowhere in it.
    private func place(_ reference: Reference, _ row: Int) -> Place {
        let place = data.place(table: reference.table, row: row, column: reference.dataColumn)
        guard case .data(let cell) = place else { return place }
        return switch reference.origin {
        case .cell: place
        case .headers: .data(DataPlace(file: cell.file, column: Int(reference.headerColumns[row])))
        case .sheet: .data(DataPlace(file: cell.file))
        }
    }

    private mutating func note(
        _ conversion: Conversion, _ reference: Reference, _ row: Int, _ cell: String, _ text: String
    ) {
        guard case .data(let place) = place(reference, row) else { return }
        conversions.note(conversion, place, cell: cell, text: text)
    }

    /// Says that not all mistakes of a column are told.
    private mutating func tooMany(_ table: Int, _ header: String?, _ column: Int?) {
        guard case .data(var place) = data.place(table: table, row: 0) else { return }
        place.row = nil
        place.column = column
        problems.report(DataProblem.tooMany(DataProblem.toldOfColumn, column: header ?? ""), at: place)
    }

    /// Whether all rows of a table could be read; else a reference may fail only for that.
    private func isWhole(_ table: Int) -> Bool {
        if case .files(let files, _, _) = data.tables[table].rowPlaces { return damaged.isDisjoint(with: files) }
        if case .data = program.tables[table].kind { return program.tables[table].optional && !hasUnreadFile }
        return true
    }
}
