import Tables

/// Cells that name rows of another table.
extension ColumnReader {
    func references(_ cells: Cells, _ count: Int) -> Piece? {
        guard let keys else { return nil }
        if let numbered = keys.numbered { return unsafe references(cells, count, keys, numbered) }
        // The row of the record before, and the word that its cell was.
        var last: Int32 = -1
        var lastWord: UInt64 = 0
        var lastStart = 0
        var lastLength = -1
        // Records are mostly sorted by whom they are about; where they are not, the next row is not tried.
        var isSorted = true
        var touched = 0
        let slots = keys.slots
        var sought = 0
        defer { keys.note(sought: sought) }
        var sum: UInt64 = 0
        defer { touchSum ^= sum }
        let rows = unsafe keys.keys.bytes.withUnsafeBytes { texts in
            unsafe keys.keys.ends.withUnsafeBufferPointer { textEnds in
                unsafe fill(count, Int32.self) { buffer in
                    var place = unsafe cells.position
                    for row in 0..<count {
                        let start = unsafe cells.fields.start(at: place)
                        let length = unsafe cells.fields.end(at: place) - start
                        unsafe place += cells.width
                        if length == 0 {
                            if empty == nil { note(.empty(column: schema.header), row) }
                            unsafe buffer.initializeElement(at: row, to: Int32.min)
                            continue
                        }
                        let word = unsafe KeyTable.word(cells.bytes, start, length)
                        if unsafe word == lastWord && length == lastLength
                            && (length <= 8 || KeyTable.isEqual(cells.bytes, start, cells.bytes, lastStart, length))
                        {
                            unsafe buffer.initializeElement(at: row, to: last)
                            continue
                        }
                        if !isSorted, row >= touched, let slots {
                            // The places of the next keys lie far apart: they are fetched side by side.
                            touched = min(row + Self.block, count)
                            unsafe sum ^= touch(slots, cells, row..<touched)
                        }
                        // Some rows have no record.
                        var next = Int(last) + 1
                        let limit = isSorted && length <= 8 ? min(next + 8, textEnds.count) : next
                        while next < limit, unsafe !Self.isNext(next, textEnds, texts, word, length) { next += 1 }
                        if next < limit {
                            last = Int32(truncatingIfNeeded: next)
                        } else {
                            let found =
                                unsafe slots?.row(word, cells.bytes, start, length)
                                ?? keys.search(cells.bytes, start, length)
                            if found < 0 {
                                guard let other = unsafe careful(cells, row, keys) else { return false }
                                unsafe buffer.initializeElement(at: row, to: other)
                                continue
                            }
                            // Where records are sorted all are found further on, however many have none.
                            if found < last { sought += 1 }
                            isSorted = found > last && found < last + 64
                            last = found
                        }
                        lastWord = word
                        lastStart = start
                        lastLength = length
                        unsafe buffer.initializeElement(at: row, to: last)
                    }
                    return true
                }
            }
        }
        return piece(rows.map(Integers.words))
    }

    private func references(_ cells: Cells, _ count: Int, _ keys: KeyTable, _ numbered: NumberedKeys) -> Piece? {
        let rows = unsafe fill(count, Int32.self) { buffer in
            var place = unsafe cells.position
            for row in 0..<count {
                let start = unsafe cells.fields.start(at: place)
                let length = unsafe cells.fields.end(at: place) - start
                unsafe place += cells.width
                var found = unsafe numbered.row(cells.bytes, start, length)
                if found < 0 {
                    if length == 0 {
                        if empty == nil { note(.empty(column: schema.header), row) }
                        found = Int32.min
                    } else {
                        guard let other = unsafe careful(cells, row, keys) else { return false }
                        found = other
                    }
                }
                unsafe buffer.initializeElement(at: row, to: found)
            }
            return true
        }
        return piece(rows.map(Integers.words))
    }

    /// So many keys are looked at beforehand.
    private static let block = 128

    private func touch(_ slots: KeySlots, _ cells: Cells, _ rows: Range<Int>) -> UInt64 {
        var sum: UInt64 = 0
        for row in rows {
            let start = unsafe cells.start(row)
            sum ^= slots.touch(unsafe KeyTable.word(cells.bytes, start, cells.end(row) - start))
        }
        return sum
    }

    /// Whether the key of a row is a short one of that word.
    @inline(__always)
    private static func isNext(
        _ row: Int, _ ends: UnsafeBufferPointer<UInt32>, _ bytes: UnsafeRawBufferPointer, _ word: UInt64, _ length: Int
    ) -> Bool {
        let start = row == 0 ? 0 : unsafe Int(ends[row - 1])
        guard unsafe Int(ends[row]) - start == length else { return false }
        return unsafe KeyTable.word(bytes, start, length) == word
    }

    /// The row that a cell names when the blanks around it are left out; the least number, the cell noted, where it is
    /// not found so, either.
    private func careful(_ cells: Cells, _ row: Int, _ keys: KeyTable) -> Int32? {
        let slice = unsafe Array(cells.bytes[cells.start(row)..<cells.end(row)])
        let key = Array(CellReader.trimmed(slice[...]))
        if key.isEmpty {
            if empty == nil { note(.empty(column: schema.header), row) }
            return Int32.min
        }
        if key.count < slice.count {
            let found = unsafe key.withUnsafeBytes { unsafe keys.row($0, 0, $0.count) }
            if found >= 0 { return found }
        }
        guard isText(slice) else { return nil }
        if let slip = reader.slip(key[...]) {
            note(slip, row)
            return Int32.min
        }
        unfound.append((row, CellReader.text(key[...])))
        return Int32.min
    }
}
