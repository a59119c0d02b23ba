/// A table as it was read, before anything is known of its columns: cells as bytes in UTF-8.
///
/// The cells of all rows stand in one buffer; a cell is a piece of it.
package struct RawTable: Sendable {
    /// The file's or sheet's name without its ending.
    package var name: String
    /// The files as the user knows them: one, or several whose rows were joined.
    package var files: [String]
    package var bytes: [UInt8]
    package var headers: [String]
    /// `rows × headers.count` cells, as offsets into `bytes`.
    package var starts: [Int32]
    package var ends: [Int32]
    /// The 1-based row of each data row as a spreadsheet counts it.
    package var rowNumbers: [Int32]
    /// The file of each row, as an index; empty where all rows are of the first.
    package var rowFiles: [Int32] = []
    /// The 1-based column of the sheet in which each cell stands; empty where it is the cell's own position.
    package var cellColumns: [Int32] = []
    /// The 1-based row of the sheet that names the columns.
    package var headerRow = 1
    /// The 1-based columns of the headers in the sheet; empty where they are their own positions.
    package var headerColumns: [Int32] = []
    /// How each cell is stored in a workbook; empty where the file knows only text.
    package var kinds: [CellKind] = []
    /// What stands beside the rows that were read.
    package var account = Account()
    /// Whether a comma in a number may be its decimal point: cells are divided by semicolons.
    package var hasDecimalCommas = false
    /// Whether plain numbers in columns of dates count days from 1904, or it is not known from when.
    package var hasOtherEpoch = false
    /// Whether it is a sheet without a single cell.
    package var isBlank = false
    /// A row above the names of the columns that looks like no title.
    package var rowAbove: RowAbove?

    /// A row above the names of the columns, as a spreadsheet counts it.
    package struct RowAbove: Sendable {
        package var row: Int
        /// Whether it names columns, too; else it is filled in like a record.
        package var namesColumns: Bool

        package init(row: Int, namesColumns: Bool) {
            self.row = row
            self.namesColumns = namesColumns
        }
    }

    /// What a sheet holds that is no row of its table.
    package struct Account: Sendable {
        /// Rows with content above the names of the columns.
        package var titleRows = 0
        package var blankRows = 0
        /// Cells with content below no name, by the columns of the sheet.
        package var unnamed: [Int: Int] = [:]
        /// Columns that the rules do not know.
        package var ignoredColumns = 0
        /// Rows of a wide sheet, each of which counts once for each of its wide columns.
        package var wideRows = 0

        package init() {}

        package mutating func add(_ other: Account) {
            titleRows += other.titleRows
            blankRows += other.blankRows
            ignoredColumns += other.ignoredColumns
            wideRows += other.wideRows
            unnamed.merge(other.unnamed, uniquingKeysWith: +)
        }
    }

    /// How a cell is stored in a workbook.
    package enum CellKind: UInt8, Sendable {
        /// The file knows only text, or the cell comes from a name.
        case plain
        case text, number, date, bool
        /// A time of day, or a sum of hours: `8:30`.
        case time
        /// A number that the spreadsheet shows otherwise, 7 as 007: what it shows stands in the bytes behind the cell,
        /// after its length.
        case shown
        /// `#N/A` and the like.
        case error
        /// A formula that has not been reckoned.
        case formula
        /// Nothing at all.
        case empty
    }

    package var rowCount: Int { rowNumbers.count }
    package var file: String { files[0] }

    package init(name: String, file: String, bytes: [UInt8], headers: [String]) {
        self.name = name
        files = [file]
        self.bytes = bytes
        self.headers = headers
        starts = []
        ends = []
        rowNumbers = []
    }

    package func cell(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
        let index = row * headers.count + column
        return bytes[Int(starts[index])..<Int(ends[index])]
    }

    package func kind(_ row: Int, _ column: Int) -> CellKind {
        kinds.isEmpty ? .plain : kinds[row * headers.count + column]
    }

    package func file(ofRow row: Int) -> String { rowFiles.isEmpty ? files[0] : files[Int(rowFiles[row])] }

    /// The 1-based column of the sheet in which a cell stands.
    package func sheetColumn(_ row: Int, _ column: Int) -> Int {
        if !cellColumns.isEmpty { return Int(cellColumns[row * headers.count + column]) }
        return headerColumn(column)
    }

    /// The 1-based column of the sheet in which a header stands.
    package func headerColumn(_ column: Int) -> Int {
        column < headerColumns.count ? Int(headerColumns[column]) : column + 1
    }
}

extension RawTable {
    /// A wide sheet made long: each row once for each of the wide columns, whose label and cell become two columns.
    package func long(
        _ columns: [(position: Int, label: String)], header name: String, value: String
    ) -> RawTable {
        let wide = columns.map(\.position)
        let kept = headers.indices.filter { !wide.contains($0) }
        var table = RawTable(
            name: self.name, file: file, bytes: bytes, headers: kept.map { headers[$0] } + [name, value])
        table.files = files
        table.take(self)
        table.account.wideRows = rowCount
        let first = Int32(wide.first.map(headerColumn) ?? 1)
        table.headerColumns = kept.map { Int32(headerColumn($0)) } + [first, first]
        let labels = columns.map { column -> (start: Int32, end: Int32) in
            let start = Int32(table.bytes.count)
            table.bytes += Array(column.label.utf8)
            return (start, Int32(table.bytes.count))
        }
        for row in 0..<rowCount {
            for (position, column) in wide.enumerated() {
                for index in kept { table.append(self, row, index) }
                table.starts.append(labels[position].start)
                table.ends.append(labels[position].end)
                table.cellColumns.append(Int32(sheetColumn(row, column)))
                if !kinds.isEmpty { table.kinds.append(.plain) }
                table.append(self, row, column)
                table.rowNumbers.append(rowNumbers[row])
                if !rowFiles.isEmpty { table.rowFiles.append(rowFiles[row]) }
            }
        }
        return table
    }

    /// Without the columns that have no name.
    package func named() -> RawTable {
        let kept = headers.indices.filter { !headers[$0].isEmpty }
        if kept.count == headers.count { return self }
        var table = RawTable(name: name, file: file, bytes: bytes, headers: kept.map { headers[$0] })
        table.files = files
        table.take(self)
        table.headerColumns = kept.map { Int32(headerColumn($0)) }
        table.rowNumbers = rowNumbers
        table.rowFiles = rowFiles
        for row in 0..<rowCount {
            for column in kept { table.append(self, row, column) }
        }
        return table
    }

    /// What does not depend on the columns.
    private mutating func take(_ other: RawTable) {
        account = other.account
        headerRow = other.headerRow
        hasDecimalCommas = other.hasDecimalCommas
        hasOtherEpoch = other.hasOtherEpoch
    }

    private mutating func append(_ other: RawTable, _ row: Int, _ column: Int) {
        let index = row * other.headers.count + column
        starts.append(other.starts[index])
        ends.append(other.ends[index])
        cellColumns.append(Int32(other.sheetColumn(row, column)))
        if !other.kinds.isEmpty { kinds.append(other.kinds[index]) }
    }

    /// With one more column, the same in every row: what the sheet's name says.
    package func adding(_ header: String, _ text: String) -> RawTable {
        var table = RawTable(name: name, file: file, bytes: bytes, headers: headers + [header])
        table.files = files
        table.take(self)
        table.headerColumns = headerColumns
        table.rowNumbers = rowNumbers
        table.rowFiles = rowFiles
        let start = Int32(table.bytes.count)
        table.bytes += Array(text.utf8)
        for row in 0..<rowCount {
            for column in headers.indices {
                table.append(self, row, column)
            }
            table.starts.append(start)
            table.ends.append(Int32(table.bytes.count))
            table.cellColumns.append(1)
            if !kinds.isEmpty { table.kinds.append(.plain) }
        }
        return table
    }

    /// What keeps rows from being put behind those of another table.
    package enum Hindrance: Error {
        /// The columns are not the same.
        case columns
        /// Together they have more bytes than can be counted.
        case size
    }

    /// So many bytes a table has at most.
    package static let sizeLimit = 2_000_000_000

    /// Puts the rows of a table behind these. Both have the same columns, in some order.
    package mutating func append(_ other: RawTable, limit: Int = sizeLimit) throws(Hindrance) {
        let positions = headers.compactMap { other.headers.firstIndex(of: $0) }
        guard other.headers.count == headers.count, positions.count == headers.count else { throw .columns }
        if bytes.count + other.bytes.count > limit { throw .size }
        if rowFiles.isEmpty { rowFiles = Array(repeating: 0, count: rowCount) }
        if cellColumns.isEmpty {
            cellColumns = (0..<rowCount).flatMap { _ in headers.indices.map { Int32(headerColumn($0)) } }
        }
        if !(kinds.isEmpty && other.kinds.isEmpty) {
            if kinds.isEmpty { kinds = Array(repeating: .plain, count: rowCount * headers.count) }
            for row in 0..<other.rowCount {
                for position in positions { kinds.append(other.kind(row, position)) }
            }
        }
        account.add(other.account)
        hasDecimalCommas = hasDecimalCommas || other.hasDecimalCommas
        hasOtherEpoch = hasOtherEpoch || other.hasOtherEpoch
        let (shift, firstFile) = (Int32(bytes.count), Int32(files.count))
        bytes += other.bytes
        files += other.files
        for row in 0..<other.rowCount {
            for position in positions {
                let index = row * headers.count + position
                starts.append(other.starts[index] + shift)
                ends.append(other.ends[index] + shift)
                cellColumns.append(Int32(other.sheetColumn(row, position)))
            }
            rowNumbers.append(other.rowNumbers[row])
            rowFiles.append(firstFile + (other.rowFiles.isEmpty ? 0 : other.rowFiles[row]))
        }
    }
}
