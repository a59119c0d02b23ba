import Tables

/// Texts beside one another in one buffer; an empty one stands for a missing one.
package struct TextPool: Sendable {
    /// In UTF-8.
    var bytes: [UInt8] = []
    /// Where each text ends; it begins where the one before it ends.
    var ends: [UInt32] = []

    /// Whether it is known that no text holds a sign below `0`, nor `=` or `@`, nor a full-width one: none means anything
    /// to a spreadsheet.
    private(set) var isSafe = false

    /// The same texts, looked through for such signs.
    var checked: TextPool {
        var pool = self
        pool.isSafe = bytes.allSatisfy { $0 >= 0x30 && $0 != 0x3D && $0 != 0x40 && $0 != 0xEF }
        return pool
    }

    /// So many bytes a pool holds at most.
    static let limit = Int(UInt32.max)

    var count: Int { ends.count }

    func range(_ index: Int) -> Range<Int> {
        (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }

    subscript(index: Int) -> Value {
        let range = range(index)
        return range.isEmpty ? .missing : .text(String(decoding: bytes[range], as: UTF8.self))
    }

    /// The same texts, but for some, in ascending order, that are missing.
    func clearing(_ rows: [Int]) -> TextPool {
        var pool = TextPool()
        pool.bytes.reserveCapacity(bytes.count)
        pool.ends.reserveCapacity(ends.count)
        var next = 0
        for row in 0..<count {
            if next < rows.count, rows[next] == row {
                next += 1
            } else {
                pool.bytes += bytes[range(row)]
            }
            pool.ends.append(UInt32(pool.bytes.count))
        }
        return pool
    }

    /// Puts other texts behind these.
    mutating func append(_ other: TextPool) {
        let shift = UInt32(bytes.count)
        bytes += other.bytes
        ends += other.ends.map { $0 + shift }
    }

    /// Whether a text in UTF-8 is made of visible ASCII and of signs from U+4000 to U+9FFF: its bytes are the only ones
    /// for it, and as a key it is what it is.
    static func isPlainKey(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var others = 0
        for index in bytes.indices {
            let byte = unsafe bytes[index]
            // Of the bytes above ASCII those below 0xC0 stand only inside a sign.
            let isPlain = byte > 0x20 && byte < 0xC0 && byte != 0x7F || byte >= 0xE4 && byte <= 0xE9
            others += isPlain ? 0 : 1
        }
        return others == 0
    }

    /// Whether the order of the bytes of two such texts is the order of the texts: ASCII, and the signs from U+4000 to
    /// U+9FFF, which no normal form of Unicode changes.
    static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte < 0x80 {
                index += 1
            } else if byte >= 0xE4, byte <= 0xE9 {
                index += 3
            } else {
                return false
            }
        }
        return true
    }
}
