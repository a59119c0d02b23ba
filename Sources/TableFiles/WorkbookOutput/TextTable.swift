/// The texts of a workbook's cells, each stored once, as its part `sharedStrings.xml` has them.
struct TextTable {
    /// The items written so far.
    private(set) var items: [UInt8] = []
    private(set) var count = 0
    /// How many cells have a text.
    private(set) var uses = 0
    /// The raw bytes of all texts, and where each ends.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// Open addressing: the index of a text plus one, 0 where none is. Texts that only look alike are different here,
    /// unlike as keys of a dictionary.
    private var slots = [Int32](repeating: 0, count: 1024)
    private var hashes: [UInt64] = []

    /// A cell holds so many UTF-16 units.
    static let longest = 32_767

    mutating func index(_ text: String) -> Int {
        uses += 1
        var text = text
        return text.withUTF8 { unsafe index($0) }
    }

    private mutating func index(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = unsafe Self.hash(text)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if hashes[index] == hash, unsafe isEqual(index, text) { return index }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(count + 1)
        hashes.append(hash)
        unsafe bytes.append(contentsOf: text)
        ends.append(bytes.count)
        count += 1
        unsafe addItem(text)
        if count * 2 > slots.count { grow() }
        return count - 1
    }

    /// FNV-1a, eight bytes at a time, with the high bits mixed back in.
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        let raw = UnsafeRawBufferPointer(text)
        let whole = text.count & ~7
        for offset in stride(from: 0, to: whole, by: 8) {
            hash = unsafe (hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x100_0000_01B3
            hash ^= hash >> 32
        }
        for index in whole..<text.count { hash = unsafe (hash ^ UInt64(text[index])) &* 0x100_0000_01B3 }
        return hash ^ hash >> 29
    }

    private func isEqual(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = index == 0 ? 0 : ends[index - 1]
        guard ends[index] - start == text.count else { return false }
        for offset in text.indices where unsafe bytes[start + offset] != text[offset] { return false }
        return true
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 4)
        for (index, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(index + 1)
        }
    }

    private mutating func addItem(_ text: UnsafeBufferPointer<UInt8>) {
        items.add("<si><t xml:space=\"preserve\">")
        unsafe addContent(text)
        items.add("</t></si>")
    }

    /// The text as XML has it. What XML cannot hold is written as `_x0001_`, and what looks like that, too
    /// (ECMA-376 part 1, 22.9.2.19); a text longer than a cell can hold is cut.
    private mutating func addContent(_ text: UnsafeBufferPointer<UInt8>) {
        var left = text.count <= Self.longest ? Int.max : Self.longest
        var index = 0
        while index < text.count {
            // Most of a text stands for itself.
            if left == Int.max {
                var end = index
                while end < text.count, unsafe Self.standsForItself(text[end]) { end += 1 }
                if end > index {
                    unsafe items.append(contentsOf: text[index..<end])
                    index = end
                    continue
                }
            }
            let byte = unsafe text[index]
            // A lead byte says how long its character is; the longest take two units.
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            if left < Int.max { left -= length == 4 ? 2 : 1 }
            if left < 1 {
                items.add("…")
                return
            }
            switch byte {
            case UInt8(ascii: "&"): items.add("&amp;")
            case UInt8(ascii: "<"): items.add("&lt;")
            case UInt8(ascii: ">"): items.add("&gt;")
            case UInt8(ascii: "_") where unsafe looksEscaped(text, index): items.add("_x005F_")
            case 0x09, 0x0A: items.append(byte)
            case 0..<0x20: addCode(UInt16(byte))
            case 0xEF where unsafe isNoCharacter(text, index): unsafe addCode(text[index + 2] == 0xBE ? 0xFFFE : 0xFFFF)
            default: for offset in index..<min(text.count, index + length) { unsafe items.append(text[offset]) }
            }
            index += length
        }
    }

    private static func standsForItself(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "_"), 0..<0x20, 0xEF: false
        default: true
        }
    }

    private mutating func addCode(_ code: UInt16) {
        let hex = String(code, radix: 16, uppercase: true)
        items.add("_x" + String(repeating: "0", count: 4 - hex.count) + hex + "_")
    }

    /// U+FFFE and U+FFFF.
    private func isNoCharacter(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        unsafe index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE
    }

    /// `_x` with four hexadecimal digits and `_` behind it.
    private func looksEscaped(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index + 6 < text.count, unsafe text[index + 1] == UInt8(ascii: "x"),
            unsafe text[index + 6] == UInt8(ascii: "_")
        else { return false }
        return unsafe text[(index + 2)..<(index + 6)].allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
                UInt8(ascii: "a")...UInt8(ascii: "f"):
                true
            default: false
            }
        }
    }
}
