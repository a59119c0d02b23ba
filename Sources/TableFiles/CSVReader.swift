package import Diagnostics
package import Tables

/// Reads comma-separated values as RFC 4180 has them: any line end, quoted fields; in UTF-8 or GB18030, or in UTF-16
/// with a mark, and divided by commas, semicolons or tabs, whichever shows the headers that the rules know.
///
/// Every bad row is named; a quote that is never closed ends the reading, since nothing after it can be trusted.
package struct CSVReader {
    private let file: String
    private let bytes: [UInt8]
    private let separator: Separator
    private let separatorByte: UInt8
    private var table: RawTable
    private var problems: [Diagnostic] = []
    private var position: Int
    /// Where the records begin, below the names of the columns.
    private var firstRecord = 0
    /// The spreadsheet row of the record that is being read.
    private var row = 0
    /// The fields of that record, as offsets into the table's bytes.
    private var starts: [Int32] = []
    private var ends: [Int32] = []
    /// Columns without a name.
    private var unnamed: [Int] = []

    /// Offsets are kept in 32 bits.
    package static let sizeLimit = RawTable.sizeLimit
    /// Of bad rows so many are told, the first ones.
    package static let toldRows = 1000

    /// A file as it was read.
    package struct Reading {
        package var table: RawTable
        package var problems: [Diagnostic]
        package var encoding = TextEncoding.utf8
        package var separator = Separator.comma
        /// How many lines stand above the first record; `nil` where it does not begin a line.
        var linesAbove: Int?
    }

    private init(name: String, file: String, text: DecodedText, separator: Separator) {
        self.file = file
        bytes = text.bytes
        self.separator = separator
        separatorByte = separator.byte
        table = RawTable(name: name, file: file, bytes: text.bytes, headers: [])
        position = text.start
    }

    /// The table and every problem of the file. `known` are the headers that the rules know.
    package static func read(name: String, file: String, bytes: [UInt8], known: Set<String>) -> Reading {
        var reading = Reading(table: RawTable(name: name, file: file, bytes: [], headers: []), problems: [])
        guard bytes.count <= sizeLimit else {
            reading.problems.report(FileProblem.tooLarge(limit: sizeLimit), at: DataPlace(file: file))
            return reading
        }
        let text: DecodedText
        do throws(FileProblem.At) {
            text = try DecodedText.read(bytes, KnownHeaders(all: known))
            if text.bytes.count > sizeLimit { throw FileProblem.At(.tooLarge(limit: sizeLimit)) }
        } catch {
            reading.problems.report(error.problem, at: DataPlace(file: file, row: error.line))
            return reading
        }
        let finder = HeaderFinder(known: known)
        var best: (separator: Separator, header: HeaderFinder.Header?) = (.comma, nil)
        let top = text.bytes.prefix(1 << 16)
        for separator in Separator.allCases where separator == .comma || top.contains(separator.byte) {
            var reader = CSVReader(name: name, file: file, text: text, separator: separator)
            let header = reader.header(finder)
            if separator == .comma || (header?.score ?? 0) > (best.header?.score ?? 0) { best = (separator, header) }
        }
        var reader = CSVReader(name: name, file: file, text: text, separator: best.separator)
        reader.read(best.header)
        return Reading(
            table: reader.table, problems: reader.problems, encoding: text.encoding, separator: best.separator,
            linesAbove: reader.linesAbove)
    }

    /// Where the names of the columns stand, if the text is divided like this.
    private mutating func header(_ finder: HeaderFinder) -> HeaderFinder.Header? {
        var rows: [[String]] = []
        // Blank lines above do not count, however many.
        var blank = 0
        while rows.count <= HeaderFinder.searchedRows, record() {
            if rows.isEmpty, isBlank {
                blank += 1
                continue
            }
            rows.append(
                starts.indices.map {
                    String(decoding: table.bytes[Int(starts[$0])..<Int(ends[$0])], as: UTF8.self)
                })
        }
        var header = finder.find(rows, spanned: rows.map(Self.carried))
        header?.row += blank
        header?.above?.row += blank
        return header
    }

    /// A heading over several columns stands in the first of them; behind it are empty cells.
    private static func carried(_ row: [String]) -> [String] {
        var heading = ""
        return row.map { text in
            if !HeaderFinder.name(text).isEmpty { heading = text }
            return heading
        }
    }

    private mutating func read(_ header: HeaderFinder.Header?) {
        guard let header else {
            while record() {}
            if problems.isEmpty { problems.report(FileProblem.empty, at: DataPlace(file: file)) }
            return
        }
        for index in 0..<(header.row + header.depth) {
            guard record() else { return }
            if index < header.row, !isBlank { table.account.titleRows += 1 }
        }
        table.headers = header.names
        unnamed = header.names.indices.filter { header.names[$0].isEmpty }
        table.headerRow = row
        table.rowAbove = header.above.map { RawTable.RowAbove(row: $0.row + 1, namesColumns: $0.namesColumns) }
        table.hasDecimalCommas = separator == .semicolon
        firstRecord = position
        while record() {
            if isBlank { table.account.blankRows += 1 } else { append() }
        }
    }

    private var linesAbove: Int? {
        let above = bytes[..<firstRecord]
        let lines = above.count { $0 == UInt8(ascii: "\n") }
        if above.last == UInt8(ascii: "\n") { return lines }
        return firstRecord == bytes.count ? lines + 1 : nil
    }

    /// A record of empty fields only: a blank line, or commas that a spreadsheet left behind.
    private var isBlank: Bool {
        for index in starts.indices {
            for place in starts[index]..<ends[index] where table.bytes[Int(place)] != UInt8(ascii: " ") { return false }
        }
        return true
    }

    /// Reports what is wrong in the row, unless too much has been said already.
    private mutating func report(_ problem: FileProblem, column: Int?) {
        if problems.count > Self.toldRows { return }
        if problems.count == Self.toldRows {
            problems.report(FileProblem.tooManyBadRows(Self.toldRows), at: DataPlace(file: file))
        } else {
            problems.report(problem, at: DataPlace(file: file, row: row, column: column))
        }
    }

    private mutating func append() {
        let width = table.headers.count
        // A row may end in commas that a spreadsheet left behind.
        while starts.count > width, starts[starts.count - 1] == ends[ends.count - 1] {
            starts.removeLast()
            ends.removeLast()
        }
        guard starts.count == width else {
            report(
                starts.count > width
                    ? .tooManyFields(expected: width, found: starts.count)
                    : .tooFewFields(expected: width, found: starts.count), column: nil)
            return
        }
        for index in unnamed where starts[index] < ends[index] {
            table.account.unnamed[index + 1, default: 0] += 1
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
            if byte == separatorByte {
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
            if byte == separatorByte || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
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
                ![separatorByte, UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(bytes[position])
            {
                report(.textAfterQuote, column: starts.count)
                while position < bytes.count, bytes[position] != separatorByte,
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
