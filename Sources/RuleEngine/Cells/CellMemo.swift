/// What short cells meant that were read before: the cells of a column repeat.
struct CellMemo {
    /// Longer cells are not kept.
    static let longest = 15

    struct Entry {
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
