import Platform
package import Tables

/// Opens a file of comma-separated values to be read piece by piece: UTF-8 or surely GB18030, its first line the names
/// of the columns, as programs write it. Whatever is not so is left to `CSVReader`.
package enum CSVStream {
    /// So many bytes make a piece: they stay in a processor's own memory while their fields are read.
    package static let piece = 1 << 18
    /// Bytes read behind a piece, in which its last record ends; the later ones only where it does not.
    private static let margins = [1 << 12, 1 << 16, 1 << 20]
    /// The top of a file, in which the names of the columns stand.
    private static let top = 1 << 16

    /// `nil` where the file is not so. A piece has so many bytes, which changes nothing of what is read.
    package static func open(
        name: String, file: String, path: String, known: Set<String>, piece: Int = piece
    ) -> RecordSource? {
        guard let input = Platform.InputFile(path), let top = input.read(0, min(top, input.size)) else { return nil }
        var head = top
        if input.size > top.count {
            guard let last = top.lastIndex(of: UInt8(ascii: "\n")) else { return nil }
            head = Array(top[...last])
        }
        let mark = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let line = head.firstIndex(of: UInt8(ascii: "\n")) ?? head.count
        guard mark < line else { return nil }
        let names = Array(head[mark..<line])
        let quotes = names.count { $0 == UInt8(ascii: "\"") }
        guard quotes % 2 == 0 else { return nil }
        let isASCII = head[mark...].allSatisfy { $0 < 0x80 }
        let isKnown = mark > 0 || KnownHeaders(all: known).stand(in: names)
        let isConverted = !isASCII && !isKnown
        if isConverted {
            // What is no UTF-8 and has headers that the rules know is what these say.
            guard !DecodedText.isUTF8(head), case .text(let names) = DecodedText.convert(names),
                KnownHeaders(all: known).stand(in: names)
            else { return nil }
        }
        // The names are found as in any file; the records below are looked at only for that.
        var rows = 0
        let rest = head.firstIndex { byte in
            if byte == UInt8(ascii: "\n") { rows += 1 }
            return rows > HeaderFinder.searchedRows
        }
        let reading = CSVReader.read(name: name, file: file, bytes: Array(head[..<(rest ?? head.count)]), known: known)
        let table = reading.table
        guard reading.problems.isEmpty, reading.encoding == (isConverted ? .gb18030 : .utf8),
            reading.separator == .comma, table.headerRow == 1, table.account.titleRows == 0,
            !table.headers.contains(where: \.isEmpty), Set(table.headers).count == table.headers.count
        else { return nil }
        let start = min(line + 1, input.size)
        return RecordSource(
            name: name, file: file, headers: table.headers, isSurelyUTF8: isKnown || isConverted,
            isConverted: isConverted, pieces: (input.size - start + piece - 1) / piece, bytes: input.size - start
        ) { index, batch in
            read(input, start + index * piece, piece, isFirst: index == 0, isConverted, &batch)
        }
    }

    /// Puts whole records that are in GB18030 in their place in UTF-8, and scans them; false where something is not plain.
    private static func convert(_ batch: inout RecordBatch, _ records: Range<Int>) -> Bool {
        guard case .text(let text) = DecodedText.convert(Array(batch.bytes[records])) else { return false }
        batch.bytes = text + [UInt8](repeating: 0, count: RecordBatch.spare)
        return RecordScanner.scan(&batch, from: 0, to: text.count, available: text.count) == text.count
    }

    /// The records that begin in the piece at an offset.
    private static func read(
        _ input: Platform.InputFile, _ offset: Int, _ piece: Int, isFirst: Bool, _ isConverted: Bool,
        _ batch: inout RecordBatch
    ) -> Range<Int>? {
        // The byte before the piece tells whether a record begins with it.
        let from = isFirst ? offset : offset - 1
        for margin in margins {
            let wanted = min(input.size - from, piece + (isFirst ? 0 : 1) + margin)
            guard input.read(from, wanted, spare: RecordBatch.spare, into: &batch.bytes) else { return nil }
            var available = wanted
            if from + wanted == input.size, batch.bytes[wanted - 1] != UInt8(ascii: "\n") {
                batch.bytes[wanted] = UInt8(ascii: "\n")
                available += 1
            }
            var start = 0
            if !isFirst {
                guard let line = batch.bytes[..<available].firstIndex(of: UInt8(ascii: "\n")) else { continue }
                start = line + 1
            }
            let end = min(wanted, piece + (isFirst ? 0 : 1))
            if start >= end {
                batch.count = 0
                return (from + start)..<(from + start)
            }
            if isConverted {
                // The sign of a line end is part of no other in GB18030 either.
                guard let line = batch.bytes[(end - 1)..<available].firstIndex(of: UInt8(ascii: "\n")) else { continue }
                guard convert(&batch, start..<(line + 1)) else { return nil }
                return (from + start)..<(from + line + 1)
            }
            if let next = RecordScanner.scan(&batch, from: start, to: end, available: available) {
                return (from + start)..<(from + next)
            }
            if from + wanted == input.size { return nil }
        }
        return nil
    }
}
