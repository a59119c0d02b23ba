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
        unsafe CellText.add(text, to: &items)
        items.add("</t></si>")
    }
}
