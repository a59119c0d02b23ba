/// A table as it was read, before anything is known of its columns: cells as bytes in UTF-8.
///
/// The cells of all rows stand in one buffer; a cell is a piece of it. Row and column counts are the reader's.
package struct RawTable: Sendable {
    /// The file's or sheet's name without its ending.
    package var name: String
    /// The file as the user knows it.
    package var file: String
    package var bytes: [UInt8]
    package var headers: [String]
    /// `rows × headers.count` cells, as offsets into `bytes`.
    package var starts: [Int32]
    package var ends: [Int32]
    /// The 1-based row of each data row as a spreadsheet counts it.
    package var rowNumbers: [Int32]
    /// Whether a cell stood in quotes: then an empty one, or `-`, is meant as text. Empty where no cell was quoted.
    package var quoted: Set<Int>

    package var rowCount: Int { rowNumbers.count }

    package init(
        name: String, file: String, bytes: [UInt8], headers: [String], starts: [Int32] = [], ends: [Int32] = [],
        rowNumbers: [Int32] = [], quoted: Set<Int> = []
    ) {
        self.name = name
        self.file = file
        self.bytes = bytes
        self.headers = headers
        self.starts = starts
        self.ends = ends
        self.rowNumbers = rowNumbers
        self.quoted = quoted
    }

    package func cell(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
        let index = row * headers.count + column
        return bytes[Int(starts[index])..<Int(ends[index])]
    }
}
