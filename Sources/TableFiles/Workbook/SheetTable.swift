import Diagnostics
import Tables

/// A worksheet as a table: its header found, merged cells filled, empty rows left out.
struct SheetTable {
    private let sheet: RawSheet
    private let finder: HeaderFinder
    private var problems: [Diagnostic] = []
    /// Cells that a merged block covers, with the cell that shows its content; one without an end where that is empty.
    private var covered: [Position: RawSheet.Cell] = [:]
    private var filledBlocks = 0
    /// Columns with a name that the spreadsheet does not show.
    private var hiddenColumns = 0

    private struct Position: Hashable {
        var row: Int32
        var column: Int32
    }

    /// So many cells of a table, and of all tables of a workbook, can be held.
    static let cellLimit = 100_000_000
    /// Blocks of merged cells are looked at up to so many cells.
    private static let mergeLimit = 2_000_000

    static func table(_ sheet: RawSheet, known: Set<String>) -> (table: RawTable, problems: [Diagnostic])? {
        var maker = SheetTable(sheet: sheet, finder: HeaderFinder(known: known))
        guard let table = maker.table() else { return nil }
        return (table, maker.problems)
    }

    private init(sheet: RawSheet, finder: HeaderFinder) {
        self.sheet = sheet
        self.finder = finder
    }

    private var place: DataPlace { DataPlace(file: sheet.place) }

    private mutating func table() -> RawTable? {
        guard !sheet.cells.isEmpty else { return nil }
        spread()
        let rows = rowRanges()
        let columns = columnBounds()
        let top = rows.prefix(HeaderFinder.searchedRows + 1)
        let texts = top.map { self.texts($0, columns) }
        let spanned = zip(top, texts).map { self.spanned(self.sheet.cells[$0.lowerBound].row, $1, columns) }
        guard let header = finder.find(texts, spanned: spanned) else { return nil }
        let positions = header.names.indices.filter { !header.names[$0].isEmpty }
        var table = RawTable(
            name: sheet.name, file: sheet.place, bytes: sheet.bytes, headers: positions.map { header.names[$0] })
        table.headerColumns = positions.map { Int32($0 + columns.lowerBound) }
        table.headerRow = Int(sheet.cells[top[header.row].lowerBound].row) + header.depth - 1
        table.rowAbove = header.above.map { above in
            let row = Int(sheet.cells[top[above.row].lowerBound].row)
            return RawTable.RowAbove(row: row, namesColumns: above.namesColumns)
        }
        table.account.titleRows = header.row
        table.hasOtherEpoch = sheet.from1904
        hiddenColumns = table.headerColumns.count { column in sheet.hiddenColumns.contains { $0.contains(column) } }
        if problems.hasErrors { return table }
        fill(&table, rows.dropFirst(header.row + header.depth), positions, columns.lowerBound)
        note()
        return table
    }

    private func isBlankText(_ cell: RawSheet.Cell) -> Bool {
        sheet.bytes[Int(cell.start)..<Int(cell.end)].allSatisfy { $0 == UInt8(ascii: " ") }
    }

    private mutating func note() {
        if sheet.hiddenRows > 0 { problems.report(WorkbookProblem.hiddenRows(sheet.hiddenRows), at: place) }
        if hiddenColumns > 0 { problems.report(WorkbookProblem.hiddenColumns(hiddenColumns), at: place) }
        if sheet.isHidden { problems.report(WorkbookProblem.hiddenSheet, at: place) }
        if filledBlocks > 0 { problems.report(WorkbookProblem.mergedCells(filledBlocks), at: place) }
    }

    /// The ranges of cells that make a row each.
    private func rowRanges() -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        for index in sheet.cells.indices.dropFirst() where sheet.cells[index].row != sheet.cells[start].row {
            ranges.append(start..<index)
            start = index
        }
        ranges.append(start..<sheet.cells.count)
        return ranges
    }

    private func columnBounds() -> ClosedRange<Int> {
        var low = Int32.max
        var high: Int32 = 0
        for cell in sheet.cells {
            low = min(low, cell.column)
            high = max(high, cell.column)
        }
        return Int(low)...Int(high)
    }

    private func texts(_ range: Range<Int>, _ columns: ClosedRange<Int>) -> [String] {
        var texts = [String](repeating: "", count: columns.count)
        for cell in sheet.cells[range] { texts[Int(cell.column) - columns.lowerBound] = sheet.text(cell) }
        return texts
    }

    /// The same with what merged cells show from above or from the left.
    private func spanned(_ row: Int32, _ texts: [String], _ columns: ClosedRange<Int>) -> [String] {
        texts.enumerated().map { offset, text in
            if !text.isEmpty { return text }
            let position = Position(row: row, column: Int32(offset + columns.lowerBound))
            return covered[position].map(sheet.text) ?? ""
        }
    }

    /// Notes for each cell of a merged block which cell shows its content.
    private mutating func spread() {
        guard !sheet.merges.isEmpty else { return }
        var byPlace: [Position: RawSheet.Cell] = [:]
        let corners = Set(sheet.merges.map { Position(row: $0.firstRow, column: $0.firstColumn) })
        for cell in sheet.cells {
            let position = Position(row: cell.row, column: cell.column)
            if corners.contains(position) { byPlace[position] = cell }
        }
        let lastRow = sheet.cells.last?.row ?? 0
        let lastColumn = Int32(columnBounds().upperBound)
        var count = 0
        for var merge in sheet.merges {
            // A block may reach to the end of the sheet, far beyond its cells.
            merge.lastRow = min(merge.lastRow, lastRow)
            merge.lastColumn = min(merge.lastColumn, lastColumn)
            let corner =
                byPlace[Position(row: merge.firstRow, column: merge.firstColumn)]
                ?? RawSheet.Cell(row: merge.firstRow, column: merge.firstColumn, start: 0, end: 0, kind: .empty)
            guard merge.firstRow <= merge.lastRow, merge.firstColumn <= merge.lastColumn else { continue }
            count += Int(merge.lastRow - merge.firstRow + 1) * Int(merge.lastColumn - merge.firstColumn + 1)
            if count > Self.mergeLimit {
                problems.report(WorkbookProblem.tooManyMerged(limit: Self.mergeLimit), at: place)
                return
            }
            for row in merge.firstRow...merge.lastRow {
                for column in merge.firstColumn...merge.lastColumn {
                    covered[Position(row: row, column: column)] = corner
                }
            }
        }
    }

    private mutating func fill(
        _ table: inout RawTable, _ rows: ArraySlice<Range<Int>>, _ positions: [Int], _ firstColumn: Int
    ) {
        let width = positions.count
        guard width * rows.count <= Self.cellLimit else {
            problems.report(WorkbookProblem.tooManyCells(limit: Self.cellLimit), at: place)
            return
        }
        var slots = [Int](repeating: -1, count: (positions.last ?? 0) + 1)
        for (slot, position) in positions.enumerated() { slots[position] = slot }
        table.starts.reserveCapacity(width * rows.count)
        table.ends.reserveCapacity(width * rows.count)
        table.kinds.reserveCapacity(width * rows.count)
        var starts = [Int32](repeating: 0, count: width)
        var ends = starts
        var kinds = [RawTable.CellKind](repeating: .empty, count: width)
        var blocks = Set<Position>()
        for range in rows {
            var isBlank = true
            for slot in 0..<width {
                starts[slot] = 0
                ends[slot] = 0
                kinds[slot] = .empty
            }
            for cell in sheet.cells[range] {
                let position = Int(cell.column) - firstColumn
                guard position < slots.count, slots[position] >= 0 else {
                    if cell.end > cell.start { table.account.unnamed[Int(cell.column), default: 0] += 1 }
                    continue
                }
                let slot = slots[position]
                starts[slot] = cell.start
                ends[slot] = cell.end
                kinds[slot] = cell.kind
                if cell.kind == .formula || !isBlankText(cell) { isBlank = false }
            }
            if isBlank { continue }
            let row = sheet.cells[range.lowerBound].row
            if !covered.isEmpty {
                // What a covered cell may hold itself, nobody sees.
                for (slot, position) in positions.enumerated() {
                    let place = Position(row: row, column: Int32(position + firstColumn))
                    guard let corner = covered[place], corner.row >= Int32(table.headerRow) + 1,
                        corner.row != place.row || corner.column != place.column
                    else { continue }
                    // An empty block over empty cells changes nothing.
                    if kinds[slot] == .empty, corner.kind == .empty { continue }
                    starts[slot] = corner.start
                    ends[slot] = corner.end
                    kinds[slot] = corner.kind
                    blocks.insert(Position(row: corner.row, column: corner.column))
                }
                // A row of hidden values alone.
                if kinds.allSatisfy({ $0 == .empty }) { continue }
            }
            table.starts += starts
            table.ends += ends
            table.kinds += kinds
            table.rowNumbers.append(row)
        }
        let last = rows.last.map { Int(sheet.cells[$0.lowerBound].row) } ?? table.headerRow
        table.account.blankRows = last - table.headerRow - table.rowCount
        filledBlocks = blocks.count
    }
}
