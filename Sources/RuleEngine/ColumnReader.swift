import RuleSemantics
import Tables

/// Reads the cells of one column out of batches of records, on one thread.
///
/// Cells as programs write them are read at once; every other one goes to the `CellReader`, cell by cell. What that finds
/// wrong is kept with its row, and so is a key that no row has. A cell that more than its own text decides about, such as
/// one of blanks only, makes the column give up: who reads all tables with care says what is wrong.
final class ColumnReader {
    /// The cells of one batch.
    enum Piece: Sendable {
        /// Nobody needs them; they were read all the same, so that no mistake stays hidden.
        case none
        case integers(Integers, divisor: Int64)
        case texts(TextPool)

        /// Has a cell name a row of the other table.
        mutating func setRow(_ cell: Int, _ row: Int) {
            guard case .integers(.words(var rows), let divisor) = self else { return }
            self = .none
            rows[cell] = Int32(truncatingIfNeeded: row)
            self = .integers(.words(rows), divisor: divisor)
        }
    }

    let schema: ColumnSchema
    let reader: CellReader
    private let position: Int
    private let width: Int
    /// Whether somebody needs the cells that are read next.
    var isKept = true
    private let isKey: Bool
    private let isSurelyUTF8: Bool
    private let header: [UInt8]
    private let kind: Column.Kind?
    let keys: KeyTable?
    /// What an empty cell means; `nil` where there must be none.
    let empty: Value?
    /// The denominator of numbers: a power of ten that has grown with their decimals.
    private var divisor: Int64 = 1
    private var low = Int64.min
    private var high = Int64.max
    /// Whether the divisor has grown while a batch was read.
    private var hasGrown = false
    private var memo = CellMemo()
    private var dayTable: DayTable?
    /// Of the places that were looked at beforehand.
    var touchSum: UInt64 = 0
    /// What is wrong in cells, by their rows in the batch: no more than there is room for.
    private(set) var problems: [(row: Int, problem: DataProblem)] = []
    /// Whether more is wrong than there was room for.
    private(set) var isOverfull = false
    private var room = 0
    /// The cells that were typed in another way: how many of each kind, the first of them by its row in the batch.
    private(set) var conversions: [(row: Int, conversion: Conversion, cell: String, text: String, count: Int)] = []
    /// Cells that name no row by its plain key, with what stands in them; who knows the other table looks further.
    var unfound: [(row: Int, key: String)] = []
    /// The last row in which something was wrong or typed in another way.
    private var notedRow = -1

    /// `isKey` says that the cells name rows, `keys` finds the rows that they name.
    init(
        _ schema: ColumnSchema, _ rewriter: CellRewriter, position: Int, width: Int, isKey: Bool, isSurelyUTF8: Bool,
        keys: KeyTable?
    ) {
        self.schema = schema
        reader = CellReader(schema, rewriter)
        self.position = position
        self.width = width
        self.isKey = isKey
        self.isSurelyUTF8 = isSurelyUTF8
        header = Array(schema.header.utf8)
        self.keys = keys
        empty = schema.defaultValue ?? (schema.optional ? .missing : nil)
        kind = Column.Kind(schema.kind, divisor: 1)
        setBounds()
    }

    /// The bounds of numbers or dates as whole numbers.
    private func setBounds() {
        low = Int64.min
        high = Int64.max
        switch schema.kind {
        case .date:
            if case .date(let date)? = schema.low { low = Int64(date.day) }
            if case .date(let date)? = schema.high { high = Int64(date.day) }
        case .number:
            if let bound = schema.low?.number {
                low = (bound * Number(Int(divisor))).ceiling.toInt().map(Int64.init) ?? Int64.max
            }
            if let bound = schema.high?.number {
                high = (bound * Number(Int(divisor))).floor.toInt().map(Int64.init) ?? Int64.min
            }
        case .text, .yesno, .ratio, .month, .choice, .reference: break
        }
    }

    /// The cells of a batch; `nil` where one needs more care. Of what is wrong so much is kept as there is room for.
    func read(_ batch: borrowing RecordBatch, room: Int) -> Piece? {
        self.room = room
        forget()
        let count = batch.count
        return unsafe batch.withFields { fields in
            let cells = unsafe Cells(fields: fields, position: position, width: width)
            switch schema.kind {
            case .text: return unsafe texts(cells, count)
            case .number(let whole): return unsafe numbers(cells, count, whole: whole)
            case .date: return unsafe dates(cells, count)
            case .reference: return unsafe references(cells, count)
            case .yesno, .ratio, .month, .choice: return unsafe words(cells, count)
            }
        }
    }

    /// Where the cells of the column lie.
    @unsafe
    struct Cells {
        let fields: RecordBatch.Fields
        let position: Int
        let width: Int

        var bytes: UnsafeRawBufferPointer { unsafe fields.bytes }

        @inline(__always)
        func start(_ row: Int) -> Int { unsafe fields.start(at: row * width + position) }
        @inline(__always)
        func end(_ row: Int) -> Int { unsafe fields.end(at: row * width + position) }
    }

    /// Makes as many numbers as there are records, in a loop of the body's own; `nil` where it gives up. Each kind of
    /// cell has its loop: a call for every cell takes longer than most cells do.
    @inline(__always)
    func fill<Narrow: FixedWidthInteger>(
        _ count: Int, _ type: Narrow.Type, _ body: (UnsafeMutableBufferPointer<Narrow>) -> Bool
    ) -> [Narrow]? {
        var isWhole = false
        let numbers = unsafe [Narrow](unsafeUninitializedCapacity: count) { buffer, filled in
            isWhole = unsafe body(buffer)
            filled = isWhole ? count : 0
        }
        return isWhole ? numbers : nil
    }

    /// Numbers of a width; where nobody needs them they were only read.
    func piece(_ numbers: Integers?) -> Piece? {
        numbers.map { isKept ? .integers($0, divisor: divisor) : Piece.none }
    }

    /// Forgets what was noted of the batch before.
    private func forget() {
        conversions.removeAll(keepingCapacity: true)
        problems.removeAll(keepingCapacity: true)
        unfound.removeAll(keepingCapacity: true)
        isOverfull = false
        notedRow = -1
    }

    func note(_ problem: DataProblem, _ row: Int) {
        notedRow = row
        if problems.count < room { problems.append((row, problem)) } else { isOverfull = true }
    }

    // MARK: Cells out of the ordinary

    /// What a cell means that is not written plainly.
    private func slow(_ cells: Cells, _ row: Int) -> Value? {
        let slice = unsafe Array(cells.bytes[cells.start(row)..<cells.end(row)])
        guard isText(slice) else { return nil }
        switch reader.read(slice[...]) {
        case .value(let value): return value
        case .converted(let value, let conversion, let text):
            notedRow = row
            if let known = conversions.firstIndex(where: { $0.conversion == conversion }) {
                conversions[known].count += 1
            } else {
                conversions.append((row, conversion, CellReader.text(slice[...]), text, 1))
            }
            return value
        case .problem(let problem):
            note(problem, row)
            return .missing
        case .key: return nil
        }
    }

    /// Whether bytes are UTF-8 and nothing else.
    func isText(_ bytes: [UInt8]) -> Bool {
        if bytes.allSatisfy({ $0 < 0x80 }) { return true }
        guard isSurelyUTF8 || bytes.contains(where: { $0 >= 0xE0 }) else { return false }
        return String(validating: bytes, as: UTF8.self) != nil
    }

    /// A value as a whole number of the column's kind; `nil`, the divisor grown, where a number has more decimals.
    private func number(_ value: Value) -> Int64? {
        guard let kind else { return nil }
        guard case .number = kind else { return kind.number(value) }
        if let number = Column.Kind.number(divisor).number(value) { return number }
        if case .number = value, divisor < 100_000_000 {
            divisor *= 10
            hasGrown = true
            setBounds()
        }
        return nil
    }

    /// Reads numbers, from the first again whenever one needs more decimals.
    private func growing(_ body: () -> Integers?) -> Piece? {
        while true {
            hasGrown = false
            forget()
            let numbers = body()
            if !hasGrown { return piece(numbers) }
            // Its numbers were over the divisor of before.
            memo = CellMemo()
        }
    }

    // MARK: Cells of each kind

    private func numbers(_ cells: Cells, _ count: Int, whole: Bool) -> Piece? {
        growing {
            // Bounds tell the width without a look at the numbers.
            guard low != Int64.min, high != Int64.max else {
                return unsafe numbers(cells, count, whole: whole, Int64.self).map { isKept ? Integers($0) : .longs($0) }
            }
            // What an empty cell means may lie outside.
            var usual = empty.flatMap { Column.Kind.number(divisor).number($0) } ?? 0
            if usual == Integers.missing { usual = 0 }
            switch Integers.Width(min(low, usual, 0), max(high, usual, 0)) {
            case .byte: return unsafe numbers(cells, count, whole: whole, Int8.self).map(Integers.bytes)
            case .short: return unsafe numbers(cells, count, whole: whole, Int16.self).map(Integers.shorts)
            case .word: return unsafe numbers(cells, count, whole: whole, Int32.self).map(Integers.words)
            case .long: return unsafe numbers(cells, count, whole: whole, Int64.self).map(Integers.longs)
            }
        }
    }

    /// Whole numbers over the divisor, in a width that holds all within the bounds.
    private func numbers<Narrow: FixedWidthInteger>(
        _ cells: Cells, _ count: Int, whole: Bool, _ type: Narrow.Type
    ) -> [Narrow]? {
        let (low, high, divisor) = (low, high, divisor)
        return unsafe fill(count, Narrow.self) { buffer in
            var place = unsafe cells.position
            for row in 0..<count {
                let start = unsafe cells.fields.start(at: place)
                let length = unsafe cells.fields.end(at: place) - start
                unsafe place += cells.width
                var number = Int64.min
                if length == 1 {
                    let digit = unsafe Int64(cells.bytes[start]) - 0x30
                    if digit >= 0, digit <= 9 { number = digit &* divisor }
                } else if length > 1, length <= 9, !whole || divisor == 1 {
                    number = unsafe decimal(cells.bytes, start, length, divisor)
                }
                if number == Int64.min || number < low || number > high {
                    guard let other = unsafe slow(cells, row).flatMap(self.number) else { return false }
                    number = other
                }
                unsafe buffer.initializeElement(at: row, to: Integers.narrow(number))
            }
            return true
        }
    }

    /// Digits with at most one point, over the divisor; the least number for anything else.
    @inline(__always)
    private func decimal(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ length: Int, _ divisor: Int64) -> Int64 {
        var number: Int64 = 0
        var index = start
        let end = start + length
        while index < end {
            let digit = unsafe bytes[index] &- 0x30
            if digit > 9 { break }
            number = number &* 10 &+ Int64(digit)
            index += 1
        }
        number = number &* divisor
        if index == end { return number }
        guard unsafe bytes[index] == 0x2E, index > start, index < end - 1 else { return Int64.min }
        var scale = divisor
        index += 1
        while index < end {
            let digit = unsafe bytes[index] &- 0x30
            // More decimals than the divisor has are brought to a greater one elsewhere.
            if digit > 9 || scale == 1 { return Int64.min }
            scale /= 10
            number = number &+ Int64(digit) &* scale
            index += 1
        }
        return number
    }

    private func dates(_ cells: Cells, _ count: Int) -> Piece? {
        let (low, high) = (low, high)
        let months = MonthTable.shared
        // The days of the first date's year are at hand for the others.
        if dayTable == nil, count > 0 {
            let start = unsafe cells.start(0)
            let day = unsafe cells.end(0) - start == 10 ? months.day(cells.bytes, start) : MonthTable.none
            if day != MonthTable.none {
                var table = DayTable()
                unsafe table.take(cells.bytes, start, CalendarDate(day: Int32(truncatingIfNeeded: day)))
                dayTable = table
            }
        }
        let table = dayTable ?? DayTable()
        let days = unsafe fill(count, Int32.self) { buffer in
            var place = unsafe cells.position
            for row in 0..<count {
                let start = unsafe cells.fields.start(at: place)
                let length = unsafe cells.fields.end(at: place) - start
                unsafe place += cells.width
                var day = MonthTable.none
                if length == 10 {
                    day = unsafe table.day(cells.bytes, start)
                    if day == MonthTable.none { day = unsafe months.day(cells.bytes, start) }
                }
                if day == MonthTable.none || day < low || day > high {
                    guard let other = unsafe slow(cells, row).flatMap(number) else { return false }
                    day = other
                }
                unsafe buffer.initializeElement(at: row, to: Integers.narrow(day))
            }
            return true
        }
        return piece(days.map(Integers.words))
    }

    /// Cells of which there are few different ones.
    private func words(_ cells: Cells, _ count: Int) -> Piece? {
        growing {
            switch schema.kind {
            case .yesno: return unsafe words(cells, count, Int8.self).map(Integers.bytes)
            case .choice(let labels) where labels.count <= 100:
                return unsafe words(cells, count, Int8.self).map(Integers.bytes)
            case .choice, .month: return unsafe words(cells, count, Int32.self).map(Integers.words)
            case .ratio, .text, .number, .date, .reference:
                return unsafe words(cells, count, Int64.self).map { isKept ? Integers($0) : .longs($0) }
            }
        }
    }

    private func words<Narrow: FixedWidthInteger>(_ cells: Cells, _ count: Int, _ type: Narrow.Type) -> [Narrow]? {
        // Taken out while it is used: nobody else looks at it.
        var memo = self.memo
        defer { self.memo = memo }
        return unsafe fill(count, Narrow.self) { buffer in
            var place = unsafe cells.position
            for row in 0..<count {
                let start = unsafe cells.fields.start(at: place)
                let length = unsafe cells.fields.end(at: place) - start
                unsafe place += cells.width
                let isShort = length > 0 && length <= CellMemo.longest
                let (first, second) = unsafe CellMemo.words(cells.bytes, start, length)
                if isShort, let known = memo.value(first, second) {
                    unsafe buffer.initializeElement(at: row, to: Integers.narrow(known))
                    continue
                }
                guard let value = unsafe slow(cells, row), let number = number(value) else { return false }
                // What was noted must be noted each time.
                if isShort, notedRow != row {
                    memo.keep(first, second, number)
                }
                unsafe buffer.initializeElement(at: row, to: Integers.narrow(number))
            }
            return true
        }
    }

    private func texts(_ cells: Cells, _ count: Int) -> Piece? {
        var pool = TextPool()
        if isKept { pool.ends.reserveCapacity(count) }
        for row in 0..<count {
            let start = unsafe cells.start(row)
            let end = unsafe cells.end(row)
            if unsafe isPlain(cells.bytes, start, end) && !(isKey && isHeader(cells.bytes, start, end)) {
                if isKept {
                    unsafe pool.bytes.append(contentsOf: cells.bytes[start..<end])
                    pool.ends.append(UInt32(pool.bytes.count))
                }
                continue
            }
            guard let value = unsafe slow(cells, row) else { return nil }
            switch value {
            case .text(let text):
                if isKey, foldedKey(text) != text { return nil }
                if isKept { pool.bytes += Array(text.utf8) }
            case .missing: break
            case .number, .bool, .date, .month, .choice, .row, .span: return nil
            }
            if isKept { pool.ends.append(UInt32(pool.bytes.count)) }
        }
        return isKept ? .texts(pool) : Piece.none
    }

    /// Whether a text is made of visible ASCII and of signs from U+4000 to U+9FFF, blanks only inside.
    @inline(__always)
    private func isPlain(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool {
        var index = start
        if index == end { return false }
        // What a spreadsheet shows in place of a value begins with `#`, and a number that it cut short ends as `E+17`.
        if unsafe bytes[index] == UInt8(ascii: "#") { return false }
        if end - start > 4, unsafe bytes[end - 3] == UInt8(ascii: "+") { return false }
        while index < end {
            let byte = unsafe bytes[index]
            if byte > 0x20, byte < 0x7F {
                index += 1
            } else if byte >= 0xE4, byte <= 0xE9, index + 2 < end, unsafe bytes[index + 1] & 0xC0 == 0x80,
                unsafe bytes[index + 2] & 0xC0 == 0x80
            {
                index += 3
            } else if byte == 0x20, !isKey, index > start, index < end - 1 {
                index += 1
            } else {
                return false
            }
        }
        return true
    }

    /// Whether a cell has as many bytes as the header, and the same.
    @inline(__always)
    private func isHeader(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool {
        guard end - start == header.count else { return false }
        for index in header.indices where unsafe bytes[start + index] != header[index] { return false }
        return true
    }
}

extension RecordBatch.Fields {
    /// Where a field begins.
    @inline(__always)
    func start(at field: Int) -> Int { unsafe Int(starts[field] &+ shift) }

    /// Where a field ends.
    @inline(__always)
    func end(at field: Int) -> Int { unsafe Int(ends[field]) }
}
