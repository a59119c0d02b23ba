import Platform
package import Tables

/// Opens a text file of records to be read piece by piece: UTF-8 or surely GB18030, the names of its columns among its
/// first lines. Whatever is not so is left to `CSVReader`.
package struct CSVStream: Sendable {
    /// So many bytes make a piece: they stay in a processor's own memory while their fields are read.
    package static let piece = 1 << 18
    /// Bytes read behind a piece, in which its last record ends; the later ones only where it does not.
    private static let margins = [1 << 12, 1 << 16, 1 << 20]
    /// The top of a file, in which the names of the columns stand.
    private static let top = 1 << 16

    /// A file that can be read so, and how it is written.
    package struct Opened: Sendable {
        package var source: RecordSource
        package var encoding: TextEncoding
        package var separator: Separator
    }

    private let input: Platform.InputFile
    private let piece: Int
    private let scanner: RecordScanner
    /// Where the records begin.
    private let start: Int
    private let isConverted: Bool

    /// `nil` where the file is not so. A piece has so many bytes, which changes nothing of what is read.
    package static func open(
        name: String, file: String, path: String, known: Set<String>, piece: Int = piece
    ) -> Opened? {
        guard let input = Platform.InputFile(path), let top = input.read(0, min(top, input.size)) else { return nil }
        var head = top
        if input.size > top.count {
            guard let last = top.lastIndex(of: UInt8(ascii: "\n")) else { return nil }
            head = Array(top[...last])
        }
        let mark = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let lines = DecodedText.top(head)
        let isKnown = mark > 0 || KnownHeaders(all: known).stand(in: lines)
        let isConverted = !isKnown && !head.allSatisfy { $0 < 0x80 }
        if isConverted {
            // What is no UTF-8 and has headers that the rules know is what these say.
            guard !DecodedText.isUTF8(head), case .text(let lines) = DecodedText.convert(lines),
                KnownHeaders(all: known).stand(in: lines)
            else { return nil }
        }
        guard let reading = read(head, isWhole: input.size == head.count, name, file, known),
            reading.problems.isEmpty, reading.encoding == (isConverted ? .gb18030 : .utf8),
            let lines = reading.linesAbove
        else { return nil }
        var start = mark
        for _ in 0..<lines { start = (head[start...].firstIndex(of: UInt8(ascii: "\n")) ?? head.count - 1) + 1 }
        var table = RawTable(name: name, file: file, bytes: [], headers: reading.table.headers)
        let named = table.headers.filter { !$0.isEmpty }
        guard !named.isEmpty, Set(named).count == named.count else { return nil }
        table.headerRow = reading.table.headerRow
        table.rowAbove = reading.table.rowAbove
        table.account.titleRows = reading.table.account.titleRows
        table.hasDecimalCommas = reading.table.hasDecimalCommas
        let stream = CSVStream(
            input: input, piece: piece, scanner: RecordScanner(separator: reading.separator.byte), start: start,
            isConverted: isConverted)
        let source = RecordSource(
            head: table, isSurelyUTF8: isKnown || isConverted, pieces: (input.size - start + piece - 1) / piece,
            bytes: input.size - start
        ) { index, batch in
            stream.read(stream.start + index * piece, isFirst: index == 0, &batch)
        }
        return Opened(source: source, encoding: reading.encoding, separator: reading.separator)
    }

    /// The names of the columns, found as in any file by the rows at its top; `nil` where more of them would be needed.
    private static func read(
        _ head: [UInt8], isWhole: Bool, _ name: String, _ file: String, _ known: Set<String>
    ) -> CSVReader.Reading? {
        func read(_ bytes: [UInt8]) -> CSVReader.Reading {
            CSVReader.read(name: name, file: file, bytes: bytes, known: known)
        }
        // As most files are: the first of so many lines are the names, and each line is a row.
        var lines = 0
        let rest = head.firstIndex { byte in
            if byte == UInt8(ascii: "\n") { lines += 1 }
            return lines > HeaderFinder.searchedRows
        }
        if let rest, !head[..<rest].contains(UInt8(ascii: "\"")) {
            let reading = read(Array(head[...rest]))
            if reading.table.headerRow == 1 { return reading }
        }
        let reading = read(head)
        let rows = reading.table.account.titleRows + 1 + reading.table.rowCount
        return isWhole || rows > HeaderFinder.searchedRows ? reading : nil
    }

    /// Puts whole records that are in GB18030 in their place in UTF-8, and scans them; false where something is not plain.
    private func convert(_ batch: inout RecordBatch, _ records: Range<Int>) -> Bool {
        guard case .text(let text) = DecodedText.convert(Array(batch.bytes[records])) else { return false }
        batch.bytes = text + [UInt8](repeating: 0, count: RecordBatch.spare)
        return scanner.scan(&batch, from: 0, to: text.count, available: text.count) == text.count
    }

    /// The records that begin in the piece at an offset.
    private func read(_ offset: Int, isFirst: Bool, _ batch: inout RecordBatch) -> Range<Int>? {
        // The byte before the piece tells whether a record begins with it.
        let from = isFirst ? offset : offset - 1
        for margin in Self.margins {
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
                batch.blanks = []
                return (from + start)..<(from + start)
            }
            if isConverted {
                // The sign of a line end is part of no other in GB18030 either.
                guard let line = batch.bytes[(end - 1)..<available].firstIndex(of: UInt8(ascii: "\n")) else { continue }
                guard convert(&batch, start..<(line + 1)) else { return nil }
                return (from + start)..<(from + line + 1)
            }
            if let next = scanner.scan(&batch, from: start, to: end, available: available) {
                return (from + start)..<(from + next)
            }
            if from + wanted == input.size { return nil }
        }
        return nil
    }
}
