import RuleSemantics
import Tables

/// Reads the cells of one column out of batches of records, on one thread.
///
/// Cells as programs write them are read at once; every other one goes to the `CellReader`, cell by cell. Where that
/// finds a mistake the column gives up: who reads the whole table with care says what is wrong.
final class ColumnReader {
    /// The cells of one batch.
    enum Piece: Sendable {
        /// Nobody needs them; they were read all the same, so that no mistake stays hidden.
        case none
        case integers(Integers, divisor: Int64)
        case texts(TextPool)
    }

    private let schema: ColumnSchema
    private let reader: CellReader
    private let position: Int
    private let width: Int
    private let isKept: Bool
    private let isKey: Bool
    private let isSurelyUTF8: Bool
    private let kind: Column.Kind?
    private let keys: KeyTable?
    /// What an empty cell means; `nil` where there must be none.
    private let empty: Value?
    /// The denominator of numbers: a power of ten that has grown with their decimals.
    private var divisor: Int64 = 1
    private var low = Int64.min
    private var high = Int64.max
    private var memo = CellMemo()
    /// The row of the batch's first record in its table, for notes.
    private(set) var conversions: [(row: Int, conversion: Conversion, cell: String, text: String)] = []

    /// `isKey` says that the cells name rows, `keys` finds the rows that they name.
    init(
        _ schema: ColumnSchema, _ rewriter: CellRewriter, position: Int, width: Int, isKept: Bool, isKey: Bool,
        isSurelyUTF8: Bool, keys: KeyTable?
    ) {
        self.schema = schema
        reader = CellReader(schema, rewriter)
        self.position = position
        self.width = width
        self.isKept = isKept
        self.isKey = isKey
        self.isSurelyUTF8 = isSurelyUTF8
        self.keys = keys
        empty = schema.defaultValue ?? (schema.optional ? .missing : nil)
        kind =
            switch schema.kind {
            case .text: nil
            case .number, .ratio: .number(1)
            case .yesno: .bool
            case .date: .date
            case .month: .month
            case .choice: .choice
            case .reference: .row
            }
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

    /// The cells of a batch; `nil` where one needs more care.
    func read(_ batch: borrowing RecordBatch) -> Piece? {
        conversions.removeAll(keepingCapacity: true)
        let count = batch.count
        return unsafe batch.bytes.withUnsafeBytes { bytes in
            unsafe batch.starts.withUnsafeBufferPointer { starts in
                unsafe batch.ends.withUnsafeBufferPointer { ends in
                    let cells = unsafe Cells(bytes: bytes, starts: starts, ends: ends, position: position, width: width)
                    switch schema.kind {
                    case .text: return unsafe texts(cells, count)
                    case .number(let whole): return unsafe numbers(cells, count, whole: whole)
                    case .date: return unsafe dates(cells, count)
                    case .reference: return unsafe references(cells, count)
                    case .yesno, .ratio, .month, .choice: return unsafe words(cells, count)
                    }
                }
            }
        }
    }

    /// Where the cells of the column lie.
    @unsafe
    private struct Cells {
        let bytes: UnsafeRawBufferPointer
        let starts: UnsafeBufferPointer<UInt32>
        let ends: UnsafeBufferPointer<UInt32>
        let position: Int
        let width: Int

        @inline(__always)
        func start(_ row: Int) -> Int { unsafe Int(starts[row * width + position]) }
        @inline(__always)
        func end(_ row: Int) -> Int { unsafe Int(ends[row * width + position]) }
    }

    private func piece(_ numbers: [Int64]) -> Piece { isKept ? .integers(Integers(numbers), divisor: divisor) : .none }

    // MARK: Cells out of the ordinary

    /// What a cell means that is not written plainly.
    private func slow(_ cells: Cells, _ row: Int) -> Value? {
        let slice = unsafe Array(cells.bytes[cells.start(row)..<cells.end(row)])
        // A cell of blanks only may belong to a row of blanks, which is none.
        if !slice.isEmpty, CellReader.trimmed(slice[...]).isEmpty { return nil }
        guard isText(slice) else { return nil }
        switch reader.read(slice[...]) {
        case .value(let value): return value
        case .converted(let value, let conversion, let text):
            conversions.append((row, conversion, CellReader.text(slice[...]), text))
            return value
        case .key, .problem: return nil
        }
    }

    /// Whether bytes are UTF-8 and nothing else.
    private func isText(_ bytes: [UInt8]) -> Bool {
        if bytes.allSatisfy({ $0 < 0x80 }) { return true }
        guard isSurelyUTF8 || bytes.contains(where: { $0 >= 0xE0 }) else { return false }
        return String(validating: bytes, as: UTF8.self) != nil
    }

    /// A value as a whole number of the column's kind; numbers are brought to more decimals where they need them, and
    /// so are those before.
    private func number(_ value: Value, _ before: inout [Int64]) -> Int64? {
        guard let kind else { return nil }
        guard case .number = kind else { return kind.number(value) }
        while true {
            if let number = Column.Kind.number(divisor).number(value) { return number }
            guard divisor < 100_000_000, case .number = value, grow(&before) else { return nil }
        }
    }

    private func grow(_ before: inout [Int64]) -> Bool {
        guard let scaled = scaled(before, by: 10) else { return false }
        before = scaled
        divisor *= 10
        memo = CellMemo()
        setBounds()
        return true
    }

    // MARK: Cells of each kind

    private func numbers(_ cells: Cells, _ count: Int, whole: Bool) -> Piece? {
        var numbers: [Int64] = []
        numbers.reserveCapacity(count)
        for row in 0..<count {
            let start = unsafe cells.start(row)
            let length = unsafe cells.end(row) - start
            if length == 1 {
                let digit = unsafe Int64(cells.bytes[start]) - 0x30
                if digit >= 0, digit <= 9 {
                    let number = digit &* divisor
                    if number >= low, number <= high {
                        numbers.append(number)
                        continue
                    }
                }
            } else if length > 1, length <= 9, !whole || divisor == 1,
                let number = unsafe decimal(cells.bytes, start, length), number >= low, number <= high
            {
                numbers.append(number)
                continue
            }
            guard let value = unsafe slow(cells, row), let number = number(value, &numbers) else { return nil }
            numbers.append(number)
        }
        return piece(numbers)
    }

    /// Digits with at most one point, over the divisor; `nil` for anything else.
    @inline(__always)
    private func decimal(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ length: Int) -> Int64? {
        var number: Int64 = 0
        for offset in 0..<length {
            let byte = unsafe bytes[start + offset]
            let digit = byte &- 0x30
            if digit < 10 {
                number = number &* 10 &+ Int64(digit)
                continue
            }
            guard byte == 0x2E, offset > 0, offset < length - 1 else { return nil }
            var scale = divisor
            var fraction: Int64 = 0
            for index in (offset + 1)..<length {
                let digit = unsafe bytes[start + index] &- 0x30
                // More decimals than the divisor has are brought to a greater one elsewhere.
                if digit > 9 || scale == 1 { return nil }
                scale /= 10
                fraction = fraction &* 10 &+ Int64(digit)
            }
            return number &* divisor &+ fraction &* scale
        }
        return number &* divisor
    }

    private func dates(_ cells: Cells, _ count: Int) -> Piece? {
        var numbers: [Int64] = []
        numbers.reserveCapacity(count)
        for row in 0..<count {
            let start = unsafe cells.start(row)
            let length = unsafe cells.end(row) - start
            let (first, second) = unsafe CellMemo.words(cells.bytes, start, length)
            if length <= CellMemo.longest, length > 0, let known = memo.value(first, second) {
                numbers.append(known)
                continue
            }
            guard let value = unsafe slow(cells, row), let number = number(value, &numbers) else { return nil }
            numbers.append(number)
            // What was noted must be noted each time.
            if length > 0, length <= CellMemo.longest, conversions.last?.row != row { memo.keep(first, second, number) }
        }
        return piece(numbers)
    }

    private func words(_ cells: Cells, _ count: Int) -> Piece? { unsafe dates(cells, count) }

    private func references(_ cells: Cells, _ count: Int) -> Piece? {
        guard let keys else { return nil }
        var numbers: [Int64] = []
        numbers.reserveCapacity(count)
        var last: Int32 = -1
        for row in 0..<count {
            let start = unsafe cells.start(row)
            let length = unsafe cells.end(row) - start
            if length == 0 {
                guard empty != nil else { return nil }
                numbers.append(Integers.missing)
                continue
            }
            // Records are mostly sorted by whom they are about: the same as before, or the next.
            if last >= 0 {
                if unsafe keys.isKey(Int(last), cells.bytes, start, length) {
                    numbers.append(Int64(last))
                    continue
                }
                if Int(last) + 1 < keys.keys.count, unsafe keys.isKey(Int(last) + 1, cells.bytes, start, length) {
                    last += 1
                    numbers.append(Int64(last))
                    continue
                }
            }
            let found = unsafe keys.row(cells.bytes, start, length)
            if found < 0 {
                guard let other = unsafe trimmed(cells, row, keys) else { return nil }
                numbers.append(Int64(other))
                continue
            }
            last = found
            numbers.append(Int64(found))
        }
        return piece(numbers)
    }

    /// The row that a cell names when the blanks around it are left out.
    private func trimmed(_ cells: Cells, _ row: Int, _ keys: KeyTable) -> Int32? {
        let slice = unsafe Array(cells.bytes[cells.start(row)..<cells.end(row)])
        let key = Array(CellReader.trimmed(slice[...]))
        if key.isEmpty || key.count == slice.count { return nil }
        let found = unsafe key.withUnsafeBytes { unsafe keys.row($0, 0, key.count) }
        return found < 0 ? nil : found
    }

    private func texts(_ cells: Cells, _ count: Int) -> Piece? {
        var pool = TextPool()
        if isKept { pool.ends.reserveCapacity(count) }
        for row in 0..<count {
            let start = unsafe cells.start(row)
            let end = unsafe cells.end(row)
            if unsafe isPlain(cells.bytes, start, end) {
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
}

/// What short cells meant that were read before: the cells of a column repeat.
struct CellMemo {
    /// Longer cells are not kept.
    static let longest = 15

    private struct Entry {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var value: Int64 = 0
    }

    private var entries: [Entry] = Array(repeating: Entry(), count: 512)

    /// A short cell as two words, its length in the highest byte.
    @inline(__always)
    static func words(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ length: Int) -> (UInt64, UInt64) {
        if length <= 8 {
            return unsafe (KeyTable.short(bytes, start, length), UInt64(length) << 56)
        }
        return unsafe (
            KeyTable.short(bytes, start, 8),
            KeyTable.short(bytes, start + 8, min(length - 8, 7)) | UInt64(length) << 56
        )
    }

    @inline(__always)
    private static func place(_ first: UInt64, _ second: UInt64) -> Int {
        Int(truncatingIfNeeded: ((first ^ second &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15) >> 55)
    }

    @inline(__always)
    func value(_ first: UInt64, _ second: UInt64) -> Int64? {
        let entry = entries[Self.place(first, second)]
        return entry.first == first && entry.second == second ? entry.value : nil
    }

    mutating func keep(_ first: UInt64, _ second: UInt64, _ value: Int64) {
        entries[Self.place(first, second)] = Entry(first: first, second: second, value: value)
    }
}
