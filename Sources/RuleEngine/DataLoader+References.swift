import Diagnostics
import RuleSemantics
import Tables

/// Finding the rows that cells name, by key or by name.
extension DataLoader {
    /// Finds the rows that reference cells name. A table whose key is itself a reference is found by the same text.
    mutating func findReferences() {
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
            var tally = ColumnTally()
            lazy var near = NearKeys(Array(rows.keys))
            lazy var names = NameFinder(program.tables[target], data.tables[target])
            var values: [Value] = []
            values.reserveCapacity(reference.keys.count)
            for (row, key) in reference.keys.enumerated() {
                guard let key else {
                    values.append(.missing)
                    continue
                }
                let folded = foldedKey(key)
                if let found = rows[folded] {
                    values.append(.row(found))
                    if folded != key, FoldedText(key).isWidened { note(.fullWidth, reference, row, key, folded) }
                    continue
                }
                let named = rows.isEmpty ? [] : names.rows(key)
                if named.count == 1 {
                    values.append(.row(named[0]))
                    note(.name, reference, row, key, program.rowText(target, named[0], data))
                    continue
                }
                values.append(.missing)
                guard targetIsWhole, tally.isTold() else { continue }
                let header = schema(reference.table, reference.column)?.header ?? ""
                let table = program.tables[target].name
                problems.append(
                    Diagnostic(
                        named.isEmpty
                            ? DataProblem.unknownReference(
                                key, column: header, table: table, nearest: near.meant(by: key))
                            : DataProblem.severalNamed(
                                key, column: header, table: table,
                                keys: named.map { program.rowText(target, $0, data) }),
                        at: data.place(table: reference.table, row: row, column: reference.dataColumn)))
            }
            if tally.isOver {
                tooMany(reference.table, schema(reference.table, reference.column)?.header, reference.dataColumn)
            }
            data.tables[reference.table].columns[reference.column] = Column(packing: values)
        }
        references = []
    }

    private mutating func note(
        _ conversion: Conversion, _ reference: Reference, _ row: Int, _ cell: String, _ text: String
    ) {
        guard
            case .data(let place) = data.place(table: reference.table, row: row, column: reference.dataColumn)
        else { return }
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
        if case .data = program.tables[table].kind { return program.tables[table].optional }
        return true
    }

    /// The same key twice is an error.
    mutating func indexKeys(_ index: Int) {
        let table = program.tables[index]
        if case .data = table.kind {} else { return }
        guard !table.keys.isEmpty else { return }
        let columns = table.keys.map { data.tables[index].columns[$0] }
        guard columns.allSatisfy({ $0 != nil }) else { return }
        if hasPlainKeys(index, columns.compactMap(\.self)) { return }
        var seen: [[Value]: Int] = [:]
        seen.reserveCapacity(data.tables[index].rowCount)
        var folded: [String: Int] = [:]
        var tally = ColumnTally()
        defer { if tally.isOver { tooMany(index, table.columns[table.keys[0]].name, nil) } }
        for row in 0..<data.tables[index].rowCount {
            let key = columns.map { $0![row] }
            if key.contains(.missing) { continue }
            if let first = seen[key] {
                if tally.isTold() {
                    problems.append(
                        Diagnostic(
                            DataProblem.duplicateKey(keyText(index, row), firstRow: rowNumber(index, first)),
                            at: data.place(table: index, row: row)))
                }
                continue
            }
            seen[key] = row
            guard key.count == 1, case .text(let text) = key[0] else { continue }
            let short = foldedKey(text)
            if short != text || folded[short] != nil,
                let other = folded.updateValue(row, forKey: short) ?? (short != text ? seen[[.text(short)]] : nil),
                other != row, tally.isTold()
            {
                problems.append(
                    Diagnostic(
                        DataProblem.similarKey(text, other: keyText(index, other)),
                        at: data.place(table: index, row: row)))
            }
            folded[short] = row
        }
    }

    /// Whether all keys of a table are surely different.
    private func hasPlainKeys(_ index: Int, _ columns: [Column]) -> Bool {
        let count = data.tables[index].rowCount
        let vectors = columns.map { count == 0 ? Vector.missing : $0.slice(0, count) }
        if vectors.count == 1, case .gathered(let column, _) = vectors[0] {
            // A key may be alike without being equal.
            for case .text(let text) in column where foldedKey(text) != text { return false }
        }
        let (keys, numbers) = KeyIndex.numbering(vectors, count)
        return keys.count == numbers.count { $0 >= 0 }
    }

    private func keyText(_ table: Int, _ row: Int) -> String { program.rowText(table, row, data) }

    private func rowNumber(_ table: Int, _ row: Int) -> Int? {
        if case .files(_, _, let rows) = data.tables[table].rowPlaces { Int(rows[row]) } else { nil }
    }
}

/// Keys that may be meant where one is written that there is not.
private struct NearKeys {
    private let keys: [String]
    /// The keys by how they are written in small letters, and by that without the zeros in front.
    private var lowered: [String: String] = [:]
    private var bare: [String: String] = [:]

    /// Among more keys none that is only nearly the same is looked for.
    private static let limit = 5000

    init(_ keys: [String]) {
        self.keys = keys
        for key in keys {
            let small = key.lowercased()
            lowered[small] = min(lowered[small] ?? key, key)
            let rest = Self.bare(small)
            bare[rest] = min(bare[rest] ?? key, key)
        }
    }

    /// Spreadsheets drop the zeros in front of numbers.
    private static func bare(_ key: String) -> String { String(key.drop { $0 == "0" }) }

    /// A key that may be meant: numbers that differ are simply other people.
    func meant(by key: String) -> String? {
        let small = foldedKey(key).lowercased()
        if let same = lowered[small] { return same }
        let rest = Self.bare(small)
        if !rest.isEmpty, let same = bare[rest] { return same }
        if key.contains(where: \.isNumber) || keys.count > Self.limit { return nil }
        return nearest(key, in: keys)
    }
}
