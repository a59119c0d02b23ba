import Tables

/// A worksheet as it is written: cells by row and column, before anybody knows which row names the columns.
///
/// Only cells with content are kept, in the order of rows; the text of each is a piece of one buffer.
struct RawSheet: Sendable {
    struct Cell: Sendable {
        /// 1-based, as the spreadsheet counts.
        var row: Int32
        var column: Int32
        var start: Int32
        var end: Int32
        var kind: RawTable.CellKind
    }

    /// A block of cells that show one content.
    struct Merge: Hashable, Sendable {
        var firstRow: Int32
        var firstColumn: Int32
        var lastRow: Int32
        var lastColumn: Int32
    }

    var name: String
    /// How messages call it: `考勤.xlsx › 考勤`.
    var place: String
    var isHidden = false
    /// Whether its plain numbers count days from 1904, were they dates.
    var from1904 = false
    var bytes: [UInt8] = []
    var cells: [Cell] = []
    var merges: [Merge] = []
    /// Rows that the spreadsheet does not show.
    var hiddenRows = 0
    /// The columns that it does not show.
    var hiddenColumns: [ClosedRange<Int32>] = []

    func text(_ cell: Cell) -> String {
        String(decoding: bytes[Int(cell.start)..<Int(cell.end)], as: UTF8.self)
    }
}
