package import Diagnostics
package import RuleSemantics
package import Tables

/// The data of a program: every stored column typed and every reference found.
package struct Dataset: Sendable {
    package struct Table: Sendable {
        package var rowCount = 0
        /// Stored columns, and computed ones that an example gives; the others are `nil`.
        package var columns: [Column?]
        /// Where the table itself stands.
        package var place: Place = .none
        package var rowPlaces: RowPlaces = .none
        /// What stood beside its rows.
        package var account = RawTable.Account()
        /// Columns that an example leaves out.
        package var notGiven: Set<Int> = []
        /// Columns of an example where a row has taken its 默认.
        package var defaulted: Set<Int> = []
    }

    /// Where the rows of a table stand.
    package enum RowPlaces: Sendable {
        case none
        case files([String], of: [Int32], rows: [Int32])
        /// Beside one another in one file, but for blank rows.
        case beside(String, RowNumbers)
        case rules([SourceRange])
    }

    package var tables: [Table]

    package init(tables: [Table]) {
        self.tables = tables
    }

    package func place(table: Int, row: Int, column: Int? = nil) -> Place {
        switch tables[table].rowPlaces {
        case .none: tables[table].place
        case .files(let files, let of, let rows):
            .data(DataPlace(file: files[of.isEmpty ? 0 : Int(of[row])], row: Int(rows[row]), column: column))
        case .beside(let file, let rows): .data(DataPlace(file: file, row: rows.number(row), column: column))
        case .rules(let ranges): .rules(ranges[row])
        }
    }

    /// How a message about one row names another; `nil` where rows of the data have no numbers.
    func rowName(table: Int, _ row: Int, besides other: Int, of otherTable: Int? = nil) -> DataProblem.RowName? {
        guard case .data(let place) = place(table: table, row: row), let number = place.row,
            case .data(let otherPlace) = self.place(table: otherTable ?? table, row: other)
        else { return nil }
        return DataProblem.RowName(number, in: place.file == otherPlace.file ? nil : place.file)
    }
}

extension Program {
    /// The headers of all tables, by which a sheet's row of headers is known.
    package var headers: Set<String> {
        Set(
            tables.flatMap { table in
                table.columns.compactMap { column in
                    column.schema?.header
                }
            })
    }

    /// How a value is written: numbers exactly, choices by label, rows by their keys.
    package func text(_ value: Value, _ type: ValueType, _ data: Dataset) -> String {
        switch value {
        case .missing: return ""
        case .number(let number): return number.description
        case .text(let text): return text
        case .bool(let bool): return bool ? "是" : "否"
        case .date(let date): return date.description
        case .month(let month): return month.description
        case .choice(let index):
            if case .choice(let list) = type.kind, choices[list].labels.indices.contains(index) {
                return choices[list].labels[index]
            }
            return String(index)
        case .row(let row):
            guard case .row(let table) = type.kind else { return String(row) }
            return rowText(table, row, data)
        case .span(let first, let last): return "\(first) 至 \(last)"
        }
    }

    /// The key of a row; its number where it has none.
    package func rowText(_ table: Int, _ row: Int, _ data: Dataset) -> String {
        let keys = tables[table].keys.compactMap { column -> String? in
            data.tables[table].columns[column]?.value(row).map { text($0, tables[table].columns[column].type, data) }
        }
        return keys.isEmpty ? String(row + 1) : keys.joined(separator: " ")
    }
}
