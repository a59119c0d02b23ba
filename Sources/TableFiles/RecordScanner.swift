import CBytes
import Platform
import Tables

/// Finds the fields of records eight bytes at a time, and more where it can.
///
/// It knows plain records: each with the same number of fields, lines that end in LF or CR LF, quotes only around whole
/// fields and none inside. Others it goes through byte by byte, and of what is wrong it only says that it is: a careful
/// reader takes over.
struct RecordScanner {
    /// What divides the fields of a record.
    let separator: UInt8

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    private static let high: UInt64 = 0x8080_8080_8080_8080

    /// Bytes equal to a sign, each by its highest bit.
    @inline(__always)
    private static func equal(_ word: UInt64, _ sign: UInt64) -> UInt64 {
        let other = word ^ sign
        return ~(((other & low) &+ low) | other) & high
    }

    /// Bytes below a blank, each by its highest bit.
    @inline(__always)
    private static func controls(_ word: UInt64) -> UInt64 { ~((word & low) &+ (ones &* 0x60)) & ~word & high }

    /// Scans the records that begin in `batch.bytes` between two offsets; the bytes hold a line end behind the last of
    /// them. Gives the offset at which the next record begins; `nil` where something is not plain.
    func scan(_ batch: inout RecordBatch, from start: Int, to end: Int, available: Int) -> Int? {
        batch.blanks.removeAll(keepingCapacity: true)
        let hasQuotes = Platform.contains(batch.bytes, UInt8(ascii: "\""), from: start, to: available)
        let next =
            hasQuotes
            ? quoted(&batch, start, end, available)
            : tight(&batch, start, end, available) ?? plain(&batch, start, end, available)
        if let next, !batch.hasBlankRecord { return next }
        return any(&batch, start, end, available)
    }

    /// No more fields than bytes, and some that are overwritten; of the memory only as much is touched as there are.
    private static func room(_ start: Int, _ available: Int) -> Int { available - start + 80 }

    /// Without quotes and with LF alone: every separator and line end divides fields, and there is no other control
    /// character. 64 bytes at a time; `nil` for anything else.
    private func tight(_ batch: inout RecordBatch, _ start: Int, _ end: Int, _ available: Int) -> Int? {
        let width = batch.width
        var count = 0
        var lines = 0
        var next: Int?
        var isPlain = true
        unsafe batch.withMarks(Self.room(start, available)) { bytes, marks in
            guard let base = bytes.baseAddress else { return }
            unsafe marks[0] = UInt32(truncatingIfNeeded: start &- 1)
            var offset = start
            // The last byte before the end may end the last record.
            while offset + 64 < end {
                let found = unsafe ptrules_find_marks(base + offset, separator)
                var hits = found.marks
                let number = hits.nonzeroBitCount
                lines += found.controls.nonzeroBitCount
                // A few too many are written, so that the usual number needs no decision; the next overwrite them.
                for index in 1...12 {
                    unsafe marks[count + index] = UInt32(truncatingIfNeeded: offset &+ hits.trailingZeroBitCount)
                    hits &= hits &- 1
                }
                var index = 13
                while hits != 0 {
                    unsafe marks[count + index] = UInt32(truncatingIfNeeded: offset &+ hits.trailingZeroBitCount)
                    hits &= hits &- 1
                    index += 1
                }
                count += number
                offset += 64
            }
            while offset < available {
                let byte = unsafe bytes[offset]
                if byte == separator || byte < 0x20 {
                    count += 1
                    unsafe marks[count] = UInt32(truncatingIfNeeded: offset)
                    if byte < 0x20 { lines += 1 }
                    if byte == UInt8(ascii: "\n"), offset + 1 >= end {
                        next = offset + 1
                        break
                    }
                }
                offset += 1
            }
            // As many control characters as records, and one at the end of each: all others are separators.
            guard width > 0, count == lines * width else {
                isPlain = false
                return
            }
            for line in 0..<lines where unsafe bytes[Int(marks[(line + 1) * width])] != UInt8(ascii: "\n") {
                isPlain = false
                return
            }
        }
        batch.count = lines
        return isPlain ? next : nil
    }

    /// Without quotes, lines may end in CR LF.
    private func plain(_ batch: inout RecordBatch, _ start: Int, _ end: Int, _ available: Int) -> Int? {
        let divides = Self.ones &* UInt64(separator)
        let width = batch.width
        var count = 0
        // How many fields there are at the end of the line.
        var lineEnd = 0
        var fieldStart = start
        var next: Int?
        var isPlain = true
        unsafe batch.withFields(Self.room(start, available)) { bytes, starts, ends in
            var offset = start
            scan: while offset < available {
                let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                // Separators, and everything below a blank.
                var hits = Self.equal(word, divides) | Self.controls(word)
                while hits != 0 {
                    let place = offset + hits.trailingZeroBitCount >> 3
                    hits &= hits - 1
                    let byte = unsafe bytes[place]
                    // The end of a field, unless it turns out to be a sign inside one: then the next overwrites it.
                    unsafe starts[count] = UInt32(truncatingIfNeeded: fieldStart)
                    unsafe ends[count] = UInt32(truncatingIfNeeded: place)
                    if byte == separator {
                        fieldStart = place + 1
                        count += 1
                    } else if byte == UInt8(ascii: "\n") {
                        if unsafe place > fieldStart && bytes[place - 1] == UInt8(ascii: "\r") {
                            unsafe ends[count] = UInt32(truncatingIfNeeded: place - 1)
                        }
                        fieldStart = place + 1
                        count += 1
                        lineEnd += width
                        if count != lineEnd || place >= available {
                            isPlain = false
                            break scan
                        }
                        if fieldStart >= end {
                            next = fieldStart
                            break scan
                        }
                    } else if unsafe byte == UInt8(ascii: "\r") && bytes[place + 1] != UInt8(ascii: "\n") {
                        isPlain = false
                        break scan
                    }
                }
                offset += 8
            }
        }
        batch.count = count / max(1, width)
        return isPlain ? next : nil
    }

    /// With quotes: what stands inside them divides nothing.
    private func quoted(_ batch: inout RecordBatch, _ start: Int, _ end: Int, _ available: Int) -> Int? {
        let divides = Self.ones &* UInt64(separator)
        let quote = Self.ones &* UInt64(UInt8(ascii: "\""))
        let width = batch.width
        var count = 0
        var column = 0
        var fieldStart = start
        var next: Int?
        var isPlain = true
        unsafe batch.withFields(Self.room(start, available)) { bytes, starts, ends in
            var offset = start
            // All ones while the byte before the word stands inside quotes.
            var inside: UInt64 = 0
            // Where the quotes of the field were seen, and how many.
            var quotes = 0
            scan: while offset < available {
                let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                let marks = Self.equal(word, quote)
                var open = marks >> 7
                // Each byte tells whether an odd number of quotes stands up to it.
                open ^= open << 8
                open ^= open << 16
                open ^= open << 32
                open = (open & Self.ones) &* 0xFF ^ inside
                inside = UInt64(bitPattern: Int64(bitPattern: open) >> 63)
                var hits = (Self.equal(word, divides) | Self.controls(word)) & ~open | marks
                while hits != 0 {
                    let place = offset + hits.trailingZeroBitCount >> 3
                    hits &= hits - 1
                    if place >= available { break scan }
                    let byte = unsafe bytes[place]
                    if byte == UInt8(ascii: "\"") {
                        quotes += 1
                        continue
                    }
                    let isEnd = byte == UInt8(ascii: "\n")
                    if !isEnd && byte != separator {
                        if unsafe byte == UInt8(ascii: "\r") && bytes[place + 1] != UInt8(ascii: "\n") {
                            isPlain = false
                            break scan
                        }
                        continue
                    }
                    var first = fieldStart
                    var last = place
                    if isEnd, unsafe last > first && bytes[last - 1] == UInt8(ascii: "\r") { last -= 1 }
                    if quotes != 0 {
                        // Two quotes, around the whole field.
                        guard quotes == 2,
                            unsafe last - first >= 2 && bytes[first] == UInt8(ascii: "\"")
                                && bytes[last - 1] == UInt8(ascii: "\"")
                        else {
                            isPlain = false
                            break scan
                        }
                        first += 1
                        last -= 1
                        quotes = 0
                    }
                    unsafe starts[count] = UInt32(truncatingIfNeeded: first)
                    unsafe ends[count] = UInt32(truncatingIfNeeded: last)
                    count += 1
                    fieldStart = place + 1
                    column += 1
                    if !isEnd { continue }
                    if column != width {
                        isPlain = false
                        break scan
                    }
                    column = 0
                    if fieldStart >= end {
                        next = fieldStart
                        break scan
                    }
                }
                offset += 8
            }
        }
        batch.count = count / max(1, width)
        return isPlain ? next : nil
    }
}
