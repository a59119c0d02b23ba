import CZlib

/// The files inside a zip archive, by its central directory (PKWARE APPNOTE.TXT 6.3, sections 4.3 and 4.5).
struct ZipArchive {
    enum Failure: Error, Equatable {
        case notAnArchive
        case damaged
        case encrypted
        /// A way of packing other than storing and deflating.
        case unknownPacking
        /// The archive, or one of its files, would expand beyond all measure.
        case tooLarge
        case tooManyFiles
    }

    struct Entry {
        var name: String
        var method: Int
        var checksum: Int
        var isEncrypted: Bool
        var packedSize: Int
        var size: Int
        var offset: Int
    }

    let bytes: [UInt8]
    private var entries: [String: Entry] = [:]

    static let fileLimit = 10_000
    /// One file of a workbook may expand to so many bytes.
    static let sizeLimit = 4_000_000_000
    /// Small archives do not expand a thousandfold: the densest sheets reach about a hundred.
    private static let ratioLimit = 400
    private static let ratioFrom = 64_000_000

    init(_ bytes: [UInt8]) throws(Failure) {
        self.bytes = bytes
        guard bytes.count >= 22, bytes[0] == 0x50, bytes[1] == 0x4B else { throw .notAnArchive }
        let directory = try findDirectory()
        var position = directory.offset
        guard directory.count <= Self.fileLimit else { throw .tooManyFiles }
        for _ in 0..<directory.count {
            guard position + 46 <= bytes.count, number(position, 4) == 0x0201_4B50 else { throw .damaged }
            position = try addEntry(position)
        }
    }

    /// A file by its name, in which neither case nor the direction of the strokes tells names apart: they are names of
    /// parts (ECMA-376 part 2, 6.2.2.3), and some programs write them as Windows does.
    subscript(name: String) -> Entry? { entries[Self.normal(name)] }

    private static func normal(_ name: String) -> String {
        String(name.lowercased().map { $0 == "\\" ? "/" : $0 })
    }

    private func number(_ offset: Int, _ width: Int) -> Int {
        var value = 0
        for index in stride(from: width - 1, through: 0, by: -1) { value = value << 8 | Int(bytes[offset + index]) }
        return value
    }

    /// The end record stands at the end, behind it at most a comment.
    private func findDirectory() throws(Failure) -> (offset: Int, count: Int) {
        var position = bytes.count - 22
        let last = max(0, position - 65_535)
        while position >= last {
            if number(position, 4) == 0x0605_4B50 {
                let count = number(position + 10, 2)
                let offset = number(position + 16, 4)
                if count == 0xFFFF || offset == 0xFFFF_FFFF { return try findLargeDirectory(position) }
                guard offset <= position else { throw .damaged }
                return (offset, count)
            }
            position -= 1
        }
        throw .damaged
    }

    private func findLargeDirectory(_ end: Int) throws(Failure) -> (offset: Int, count: Int) {
        let locator = end - 20
        guard locator >= 0, number(locator, 4) == 0x0706_4B50 else { throw .damaged }
        guard let record = size(locator + 8), record + 56 <= bytes.count, number(record, 4) == 0x0606_4B50,
            let count = size(record + 32), let offset = size(record + 48), offset <= bytes.count
        else { throw .damaged }
        return (offset, count)
    }

    /// A number of eight bytes that fits; `nil` for what no file can have.
    private func size(_ offset: Int) -> Int? {
        guard offset + 8 <= bytes.count, number(offset + 4, 4) < 0x1_0000 else { return nil }
        return number(offset, 8)
    }

    private mutating func addEntry(_ start: Int) throws(Failure) -> Int {
        let nameLength = number(start + 28, 2)
        let extraLength = number(start + 30, 2)
        let end = start + 46 + nameLength + extraLength + number(start + 32, 2)
        guard end <= bytes.count else { throw .damaged }
        let name = String(decoding: bytes[(start + 46)..<(start + 46 + nameLength)], as: UTF8.self)
        var entry = Entry(
            name: name, method: number(start + 10, 2), checksum: number(start + 16, 4),
            isEncrypted: number(start + 8, 2) & 1 == 1,
            packedSize: number(start + 20, 4), size: number(start + 24, 4), offset: number(start + 42, 4))
        // Sizes that do not fit stand in an extra field.
        var position = start + 46 + nameLength
        let extraEnd = position + extraLength
        while position + 4 <= extraEnd {
            let length = number(position + 2, 2)
            guard position + 4 + length <= extraEnd else { break }
            if number(position, 2) == 1 {
                var field = position + 4
                func take(_ value: inout Int) throws(Failure) {
                    guard value == 0xFFFF_FFFF else { return }
                    guard field + 8 <= position + 4 + length, let large = size(field) else { throw .damaged }
                    value = large
                    field += 8
                }
                try take(&entry.size)
                try take(&entry.packedSize)
                try take(&entry.offset)
            }
            position += 4 + length
        }
        // Of two files of one name nobody can say which is meant.
        if !name.hasSuffix("/"), entries.updateValue(entry, forKey: Self.normal(name)) != nil { throw .damaged }
        return end
    }

    /// Calls the body with the content of a file, piece by piece, until it returns false.
    func read(_ entry: Entry, _ body: (ArraySlice<UInt8>) throws -> Bool) throws {
        if entry.isEncrypted { throw Failure.encrypted }
        let start = entry.offset
        guard start >= 0, start + 30 <= bytes.count, number(start, 4) == 0x0403_4B50 else { throw Failure.damaged }
        let content = start + 30 + number(start + 26, 2) + number(start + 28, 2)
        guard entry.packedSize >= 0, content + entry.packedSize <= bytes.count else { throw Failure.damaged }
        guard entry.size <= Self.sizeLimit,
            entry.size <= Self.ratioFrom || entry.size / max(1, entry.packedSize) <= Self.ratioLimit
        else { throw Failure.tooLarge }
        let packed = bytes[content..<(content + entry.packedSize)]
        var checksum = crc32(0, nil, 0)
        var isWhole = true
        func pass(_ piece: ArraySlice<UInt8>) throws -> Bool {
            unsafe piece.withUnsafeBufferPointer { bytes in
                unsafe checksum = crc32(checksum, bytes.baseAddress, UInt32(bytes.count))
            }
            isWhole = try body(piece)
            return isWhole
        }
        switch entry.method {
        case 0:
            guard entry.size == entry.packedSize else { throw Failure.damaged }
            var start = packed.startIndex
            while start < packed.endIndex {
                let end = min(start + Inflater.pieceSize, packed.endIndex)
                guard try pass(packed[start..<end]) else { break }
                start = end
            }
        case 8:
            do {
                try Inflater.expand(packed, declared: entry.size, pass)
            } catch is Inflater.Failure {
                throw Failure.damaged
            }
        default: throw Failure.unknownPacking
        }
        // One bit may make another number of a cell.
        if isWhole, checksum != UInt(entry.checksum) { throw Failure.damaged }
    }

    /// The whole content of a small file.
    func content(_ entry: Entry, limit: Int) throws -> [UInt8] {
        guard entry.size <= limit else { throw Failure.tooLarge }
        var content: [UInt8] = []
        content.reserveCapacity(entry.size)
        try read(entry) { piece in
            content += piece
            return true
        }
        return content
    }
}
