import Tables

/// Records that are not plain but good all the same, byte by byte as `CSVReader` reads them: blank ones between the others,
/// empty fields that a spreadsheet left behind the last, quotes and line ends inside quotes.
extension RecordScanner {
    private static let quote = UInt8(ascii: "\"")
    private static let newLine = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// As `scan`; `nil` where a record is not as it should be or its end is not there.
    func any(_ batch: inout RecordBatch, _ start: Int, _ end: Int, _ available: Int) -> Int? {
        let width = batch.width
        var records = Records()
        batch.blanks.removeAll(keepingCapacity: true)
        var offset = start
        while offset < end {
            let first = records.starts.count
            guard let next = record(&batch.bytes, offset, available, &records) else { return nil }
            offset = next
            if records.isBlank(from: first, batch.bytes) {
                records.cut(to: first)
                let row = first / width
                if let last = batch.blanks.last, last.row == row {
                    batch.blanks[batch.blanks.count - 1].count += 1
                } else {
                    batch.blanks.append(RecordBatch.Blanks(row: row, count: 1))
                }
                continue
            }
            while records.starts.count > first + width, records.starts.last == records.ends.last {
                records.cut(to: records.starts.count - 1)
            }
            guard records.starts.count == first + width else { return nil }
        }
        batch.count = records.starts.count / width
        unsafe batch.withFields(records.starts.count) { _, starts, ends in
            for index in records.starts.indices {
                unsafe starts[index] = records.starts[index]
                unsafe ends[index] = records.ends[index]
            }
        }
        return offset
    }

    /// The fields that were found.
    private struct Records {
        var starts: [UInt32] = []
        var ends: [UInt32] = []

        mutating func add(_ range: Range<Int>) {
            starts.append(UInt32(truncatingIfNeeded: range.lowerBound))
            ends.append(UInt32(truncatingIfNeeded: range.upperBound))
        }

        mutating func cut(to count: Int) {
            starts.removeLast(starts.count - count)
            ends.removeLast(ends.count - count)
        }

        /// Whether the fields from one on hold nothing but blanks.
        func isBlank(from first: Int, _ bytes: [UInt8]) -> Bool {
            for index in first..<starts.count {
                for place in starts[index]..<ends[index] where bytes[Int(place)] != UInt8(ascii: " ") { return false }
            }
            return true
        }
    }

    /// Adds the fields of the record that begins at an offset, and gives the offset behind its line end.
    private func record(_ bytes: inout [UInt8], _ start: Int, _ available: Int, _ records: inout Records) -> Int? {
        var offset = start
        while offset < available {
            if bytes[offset] == Self.quote {
                guard let last = unquote(&bytes, offset + 1, available, &records) else { return nil }
                offset = last
            } else {
                let first = offset
                while bytes[offset] != separator, bytes[offset] != Self.newLine, bytes[offset] != Self.carriageReturn {
                    offset += 1
                    if offset == available { return nil }
                }
                records.add(first..<offset)
            }
            switch bytes[offset] {
            case separator: offset += 1
            case Self.newLine: return offset + 1
            case Self.carriageReturn where offset + 1 < available && bytes[offset + 1] == Self.newLine:
                return offset + 2
            // A lone carriage return, or text behind a quote.
            default: return nil
            }
        }
        return nil
    }

    /// Adds the field behind an opening quote, two quotes inside made one, and gives the offset behind the closing one.
    private func unquote(_ bytes: inout [UInt8], _ start: Int, _ available: Int, _ records: inout Records) -> Int? {
        var (from, to) = (start, start)
        while from < available {
            if bytes[from] == Self.quote {
                if from + 1 < available, bytes[from + 1] == Self.quote {
                    from += 1
                } else {
                    records.add(start..<to)
                    return from + 1 < available ? from + 1 : nil
                }
            }
            bytes[to] = bytes[from]
            to += 1
            from += 1
        }
        return nil
    }
}
