import CZlib

/// Packs files into a zip archive (PKWARE APPNOTE.TXT 6.3). The same files give the same bytes: every entry has the
/// date at which the format's calendar begins.
struct ZipWriter {
    private struct Entry {
        var name: [UInt8]
        var checksum: UInt32
        var packedSize: Int
        var size: Int
        var offset: Int
    }

    private(set) var bytes: [UInt8] = []
    private var entries: [Entry] = []

    /// The 1st of January 1980.
    private static let date = 0x0021
    private static let localHeader = 0x0403_4B50
    private static let directoryHeader = 0x0201_4B50
    private static let directoryEnd = 0x0605_4B50
    /// Version 2.0 knows how to inflate.
    private static let version = 20
    private static let deflated = 8

    /// Adds a file of packed pieces, the last of which ends it.
    mutating func add(_ name: String, _ pieces: [PackedPiece]) {
        var entry = Entry(name: Array(name.utf8), checksum: 0, packedSize: 0, size: 0, offset: bytes.count)
        var checksum = crc32(0, nil, 0)
        for piece in pieces {
            checksum = crc32_combine(checksum, piece.checksum, piece.size)
            entry.size += piece.size
            entry.packedSize += piece.bytes.count
        }
        entry.checksum = UInt32(checksum)
        header(Self.localHeader, entry)
        bytes += entry.name
        for piece in pieces { bytes += piece.bytes }
        entries.append(entry)
    }

    /// Adds a file.
    mutating func add(_ name: String, _ content: [UInt8]) { add(name, PackedPiece.pieces(content)) }

    /// The archive, its directory at the end.
    consuming func finished() -> [UInt8] {
        let start = bytes.count
        for entry in entries {
            header(Self.directoryHeader, entry)
            // No comment, first disk, no attributes.
            number(0, 2)
            number(0, 2)
            number(0, 2)
            number(0, 4)
            number(entry.offset, 4)
            bytes += entry.name
        }
        let size = bytes.count - start
        number(Self.directoryEnd, 4)
        number(0, 4)
        number(entries.count, 2)
        number(entries.count, 2)
        number(size, 4)
        number(start, 4)
        number(0, 2)
        return bytes
    }

    /// What both headers of a file begin with.
    private mutating func header(_ signature: Int, _ entry: Entry) {
        number(signature, 4)
        if signature == Self.directoryHeader { number(Self.version, 2) }
        number(Self.version, 2)
        number(0, 2)
        number(Self.deflated, 2)
        number(0, 2)
        number(Self.date, 2)
        number(Int(entry.checksum), 4)
        number(entry.packedSize, 4)
        number(entry.size, 4)
        number(entry.name.count, 2)
        number(0, 2)
    }

    private mutating func number(_ value: Int, _ width: Int) {
        for index in 0..<width { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
    }
}
