package import Diagnostics
package import Tables

/// Reads comma-separated values as RFC 4180 has them: UTF-8 with or without a mark, any line end, quoted fields.
///
/// Every bad row is named; a quote that is never closed ends the reading, since nothing after it can be trusted.
package struct CSVReader {
    private let file: String
    private let bytes: [UInt8]
    private var table: RawTable
    private var problems: [Diagnostic] = []
    private var position: Int
    /// The spreadsheet row of the record that is being read.
    private var row = 0
    /// The fields of that record, as offsets into the table's bytes.
    private var starts: [Int32] = []
    private var ends: [Int32] = []

    /// Offsets are kept in 32 bits.
    package static let sizeLimit = 2_000_000_000

    private init(name: String, file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
        table = RawTable(name: name, file: file, bytes: bytes, headers: [])
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The table and every problem of the file.
    package static func read(name: String, file: String, bytes: [UInt8]) -> (table: RawTable, problems: [Diagnostic]) {
        var reader = CSVReader(name: name, file: file, bytes: bytes)
        reader.read()
        return (reader.table, reader.problems)
    }

    private mutating func read() {
        guard bytes.count <= Self.sizeLimit else {
            problems.report(FileProblem.tooLarge(limit: Self.sizeLimit), at: DataPlace(file: file))
            return
        }
        guard isText() else { return }
        guard record(), !isBlank else {
            if problems.isEmpty { problems.report(FileProblem.empty, at: DataPlace(file: file)) }
            return
        }
        table.headers = starts.indices.map { header(Int(starts[$0]), Int(ends[$0])) }
        while record() {
            if isBlank { continue }
            append()
        }
    }

    private func header(_ start: Int, _ end: Int) -> String {
        String(decoding: table.bytes[start..<end], as: UTF8.self).split(separator: " ").joined(separator: " ")
    }

    /// Whether the bytes are UTF-8; the first bad line is named.
    private mutating func isText() -> Bool {
        if bytes.allSatisfy({ $0 < 0x80 }) || String(validating: bytes, as: UTF8.self) != nil { return true }
        var start = 0
        var line = 1
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            if String(validating: bytes[start..<end], as: UTF8.self) == nil {
                problems.report(FileProblem.notText, at: DataPlace(file: file, row: line))
                break
            }
            start = end + 1
            line += 1
        }
        return false
    }

    /// A record of empty fields only: a blank line, or commas that a spreadsheet left behind.
    private var isBlank: Bool { starts == ends }

    private mutating func append() {
        let width = table.headers.count
        // A row may end in commas that a spreadsheet left behind.
        while starts.count > width, starts[starts.count - 1] == ends[ends.count - 1] {
            starts.removeLast()
            ends.removeLast()
        }
        guard starts.count == width else {
            problems.report(
                starts.count > width
                    ? FileProblem.tooManyFields(expected: width, found: starts.count)
                    : FileProblem.tooFewFields(expected: width, found: starts.count),
                at: DataPlace(file: file, row: row))
            return
        }
        table.starts += starts
        table.ends += ends
        table.rowNumbers.append(Int32(row))
    }

    /// Reads one record into `starts` and `ends`; false at the end of the file.
    private mutating func record() -> Bool {
        starts.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        guard position < bytes.count else { return false }
        row += 1
        while true {
            guard field() else { return false }
            guard position < bytes.count else { return true }
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: ",") {
                if position == bytes.count {
                    starts.append(Int32(position))
                    ends.append(Int32(position))
                    return true
                }
                continue
            }
            if byte == UInt8(ascii: "\r"), position < bytes.count, bytes[position] == UInt8(ascii: "\n") {
                position += 1
            }
            return true
        }
    }

    /// One field, up to the comma or line end that closes it; false when its quote is never closed.
    private mutating func field() -> Bool {
        let start = position
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return quoted() }
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
            position += 1
        }
        starts.append(Int32(start))
        ends.append(Int32(position))
        return true
    }

    private mutating func quoted() -> Bool {
        let opening = position
        position += 1
        let start = position
        var hasQuotes = false
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "\"") else {
                position += 1
                continue
            }
            if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") {
                hasQuotes = true
                position += 2
                continue
            }
            finish(start, position, hasQuotes)
            position += 1
            if position < bytes.count,
                ![UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(bytes[position])
            {
                problems.report(
                    FileProblem.textAfterQuote, at: DataPlace(file: file, row: row, column: starts.count))
                while position < bytes.count, bytes[position] != UInt8(ascii: ","),
                    bytes[position] != UInt8(ascii: "\n")
                {
                    position += 1
                }
            }
            return true
        }
        problems.report(FileProblem.openQuote, at: DataPlace(file: file, row: row, column: starts.count + 1))
        position = max(opening, bytes.count)
        return false
    }

    /// A quoted field stands in the file as it is; with quotes inside it is written anew behind the file's bytes.
    private mutating func finish(_ start: Int, _ end: Int, _ hasQuotes: Bool) {
        guard hasQuotes else {
            starts.append(Int32(start))
            ends.append(Int32(end))
            return
        }
        let from = table.bytes.count
        var index = start
        while index < end {
            table.bytes.append(bytes[index])
            index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
        }
        starts.append(Int32(from))
        ends.append(Int32(table.bytes.count))
    }
}
