import Tables

/// Gathers the cells of one worksheet as its XML goes by.
final class SheetHandler: XMLHandler {
    enum Fault {
        case badReference
        case tooLarge
    }

    private(set) var sheet: RawSheet
    private(set) var fault: Fault?
    private let strings: SharedTexts
    /// The number format of each style.
    private let formats: [NumberFormat]
    private let from1904: Bool
    private var row: Int32 = 0
    private var column: Int32 = 0
    private var type: XMLName = "n"
    private var style = 0
    private var hasFormula = false
    private var isValue = false
    private var isInline = false
    private var hasValue = false
    private var isInlineText = false
    private var phoneticDepth = 0
    /// What programs add for themselves is no content.
    private var extensionDepth = 0
    private var content: [UInt8] = []

    static let rowLimit = 1_048_576
    static let columnLimit = 16_384
    /// Spreadsheets hold 32,767 characters in a cell.
    static let cellByteLimit = 1_000_000
    private static let byteLimit = 2_000_000_000

    init(_ sheet: RawSheet, _ strings: SharedTexts, _ formats: [NumberFormat], from1904: Bool) {
        self.sheet = sheet
        self.strings = strings
        self.formats = formats
        self.from1904 = from1904
    }

    var isDone: Bool { fault != nil }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        // The rest of the piece still comes by.
        guard fault == nil else { return }
        switch name {
        case "c": unsafe startCell(attributes)
        case "v":
            isValue = extensionDepth == 0
            hasValue = true
        case "is":
            // An inline text counts instead of a value beside it, whatever the type says.
            type = "inlineStr"
            content.removeAll(keepingCapacity: true)
            isInlineText = true
        case "f": hasFormula = true
        case "t": isInline = phoneticDepth == 0 && isInlineText && extensionDepth == 0
        case "extLst": extensionDepth += 1
        case "rPh": phoneticDepth += 1
        case "row":
            let last = row
            row = unsafe attributes.integer("r").map { Int32(clamping: $0) } ?? row + 1
            column = 0
            if row <= last || row > Self.rowLimit { fault = .badReference }
            // A row that is written is shown, also where the sheet hides those that are not.
            if unsafe attributes.flag("hidden") || isZero(attributes, "ht") { sheet.hiddenRows += 1 }
        case "col":
            if unsafe attributes.flag("hidden") || isZero(attributes, "width"),
                let first = unsafe attributes.integer("min"), let last = unsafe attributes.integer("max"),
                first <= last
            {
                sheet.hiddenColumns.append(Int32(clamping: first)...Int32(clamping: last))
            }
        case "mergeCell": if let reference = unsafe attributes.string("ref") { merge(reference) }
        default: break
        }
    }

    func end(_ name: XMLName) {
        switch name {
        case "v": isValue = false
        case "t": isInline = false
        case "is": isInlineText = false
        case "extLst": extensionDepth -= 1
        case "rPh": phoneticDepth -= 1
        case "c": endCell()
        default: break
        }
    }

    func text(_ text: UnsafeBufferPointer<UInt8>) {
        guard isValue || isInline, fault == nil else { return }
        unsafe content.append(contentsOf: text)
        if content.count > Self.cellByteLimit { fault = .tooLarge }
    }

    /// Whether a height or width is given as 0.
    private func isZero(_ attributes: XMLAttributes, _ measure: XMLName) -> Bool {
        unsafe attributes.withBytes(measure) { bytes in
            unsafe !bytes.isEmpty && bytes.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
        } ?? false
    }

    private func startCell(_ attributes: XMLAttributes) {
        content.removeAll(keepingCapacity: true)
        hasFormula = false
        hasValue = false
        let last = column
        column += 1
        let place = unsafe attributes.withBytes("r") { bytes in unsafe Self.reference(bytes) }
        if let place {
            guard let place, place.row == row || row == 0 else {
                fault = .badReference
                return
            }
            column = place.column
        }
        type =
            unsafe attributes.withBytes("t") { bytes in
                unsafe XMLName(bytes: bytes)
            } ?? "n"
        style = unsafe attributes.integer("s") ?? 0
        if column <= last || column > Self.columnLimit { fault = .badReference }
    }

    private func endCell() {
        guard fault == nil else { return }
        if content.isEmpty {
            // A formula that nobody has reckoned has no value; the value of `=IF(…, "")` is an empty text.
            if hasFormula, !(type == "str" && hasValue) { append([], .formula) }
            return
        }
        switch type {
        case "s":
            guard let index = Self.index(content), index < strings.ends.count else {
                fault = .badReference
                return
            }
            // Which text it is, is looked up at the end.
            append(Int32(index), Self.isShared, .text)
        case "inlineStr", "str":
            unescape(&content, from: 0)
            append(content, .text)
        case "b":
            switch String(decoding: content, as: UTF8.self) {
            case "1", "true": append(Array("是".utf8), .bool)
            case "0", "false": append(Array("否".utf8), .bool)
            default: append(content, .text)
            }
        case "e": append(content, .error)
        case "d":
            if let date = CellNumbers.isoDate(content[...]) { append(date, .date) } else { append(content, .text) }
        default: endNumber()
        }
    }

    private func endNumber() {
        let format = formats.indices.contains(style) ? formats[style] : .plain
        switch format {
        case .plain: if CellNumbers.isPlain(content) { return append(content, .number) }
        case .date: if let date = CellNumbers.date(content[...], from1904: from1904) { return append(date, .date) }
        case .time(let isSum):
            if let time = CellNumbers.time(content[...], isSum: isSum) { return append(time, .time) }
        case .digits, .percent: break
        }
        guard let number = CellNumbers.decimal(content[...]) else { return append(content, .text) }
        // Part of a day, in a format of days.
        if format == .date, number.starts(with: Array("0.".utf8)),
            let time = CellNumbers.time(number[...], isSum: false)
        {
            return append(time, .time)
        }
        if let shown = format.shown(number), shown != number, let length = UInt8(exactly: shown.count) {
            append(number, .shown, behind: [length] + shown)
        } else {
            append(number, .number)
        }
    }

    /// Stands for the end of a text that is shared, whose number is the start.
    private static let isShared: Int32 = -1

    /// The sheet once all has gone by: the shared texts that it uses copied into it, each once. Cells whose text is
    /// empty are none.
    func finish() -> RawSheet {
        var places = Places(texts: strings.ends.count, cells: sheet.cells.count)
        var kept = 0
        for index in sheet.cells.indices {
            var cell = sheet.cells[index]
            if cell.end == Self.isShared {
                let text = Int(cell.start)
                let range = strings.range(text)
                if range.isEmpty { continue }
                if places[text] == nil {
                    guard sheet.bytes.count + range.count < Self.byteLimit else {
                        fault = .tooLarge
                        break
                    }
                    places[text] = Int32(sheet.bytes.count)
                    sheet.bytes += strings.bytes[range]
                }
                cell.start = places[text] ?? 0
                cell.end = cell.start + Int32(range.count)
            }
            sheet.cells[kept] = cell
            kept += 1
        }
        sheet.cells.removeLast(sheet.cells.count - kept)
        return sheet
    }

    /// Where the shared texts that a sheet uses stand in its bytes, in no more room than the sheet itself needs.
    private struct Places {
        private var all: [Int32] = []
        private var few: [Int: Int32] = [:]

        init(texts: Int, cells: Int) { if texts / 8 <= cells { all = Array(repeating: -1, count: texts) } }

        subscript(text: Int) -> Int32? {
            get { all.isEmpty ? few[text] : all[text] >= 0 ? all[text] : nil }
            set { if all.isEmpty { few[text] = newValue } else { all[text] = newValue ?? -1 } }
        }
    }

    /// A cell, and what is kept behind its text.
    private func append(_ text: [UInt8], _ kind: RawTable.CellKind, behind more: [UInt8] = []) {
        guard sheet.bytes.count + text.count + more.count < Self.byteLimit else {
            fault = .tooLarge
            return
        }
        let start = Int32(sheet.bytes.count)
        sheet.bytes += text
        append(start, Int32(sheet.bytes.count), kind)
        sheet.bytes += more
    }

    private func append(_ start: Int32, _ end: Int32, _ kind: RawTable.CellKind) {
        if sheet.cells.count >= SheetTable.cellLimit {
            fault = .tooLarge
            return
        }
        sheet.cells.append(RawSheet.Cell(row: row, column: column, start: start, end: end, kind: kind))
    }

    private func merge(_ reference: String) {
        let ends = reference.split(separator: ":").map { text -> (row: Int32, column: Int32)? in
            unsafe Array(text.utf8).withUnsafeBufferPointer { bytes in unsafe Self.reference(bytes) }
        }
        guard ends.count == 2, let first = ends[0], let last = ends[1], first.row <= last.row,
            first.column <= last.column
        else { return }
        sheet.merges.append(
            RawSheet.Merge(
                firstRow: first.row, firstColumn: first.column, lastRow: last.row, lastColumn: last.column))
    }

    /// A number of at most nine digits.
    private static func index(_ bytes: [UInt8]) -> Int? {
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
        var (start, end) = (0, bytes.count)
        while start < end, isBlank(bytes[start]) { start += 1 }
        while start < end, isBlank(bytes[end - 1]) { end -= 1 }
        guard start < end, end - start <= 9 else { return nil }
        var value = 0
        for index in start..<end {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }

    /// `BC12` as row 12, column 55.
    private static func reference(_ bytes: UnsafeBufferPointer<UInt8>) -> (row: Int32, column: Int32)? {
        var column: Int32 = 0
        var row: Int32 = 0
        for index in 0..<bytes.count {
            let byte = unsafe bytes[index]
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
                column = column * 26 + Int32(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
                row = row * 10 + Int32(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "$"): continue
            default: return nil
            }
            if column > columnLimit || row > rowLimit { return nil }
        }
        return row > 0 && column > 0 ? (row, column) : nil
    }
}
