import Tables

/// A place of an open table: a word by which something is found, and its number.
private struct NumberSlot {
    var word: UInt64 = 0
    /// One more than the number; 0 where the slot is free.
    var next: UInt32 = 0
}

extension [NumberSlot] {
    /// Makes four times as many slots.
    fileprivate mutating func grow() {
        let old = self
        self = Array(repeating: NumberSlot(), count: old.count * 4)
        let mask = count - 1
        for slot in old where slot.next != 0 {
            var place = KeyTable.slot(slot.word) & mask
            while self[place].next != 0 { place = (place + 1) & mask }
            self[place] = slot
        }
    }
}

/// Numbers pairs of small numbers in the order in which they first occur.
///
/// Open addressing over one word for each pair: a dictionary takes five times as long.
struct PairNumbers: Sendable {
    private var slots = [NumberSlot](repeating: NumberSlot(), count: 64)
    private(set) var count = 0
    /// Whether very many pairs fell on one place: data that were made for it must not take for ever.
    private(set) var isOverfull = false

    /// So many steps are taken at most to find a place.
    fileprivate static let longest = 1 << 10

    private static func pair(_ first: Int32, _ second: UInt32) -> UInt64 {
        UInt64(UInt32(bitPattern: first)) << 32 | UInt64(second)
    }

    /// The number of a pair, a new one where it did not occur before.
    @inline(__always)
    mutating func number(_ first: Int32, _ second: UInt32) -> Int32 {
        let pair = Self.pair(first, second)
        let mask = slots.count - 1
        var place = KeyTable.slot(pair) & mask
        var steps = 0
        while slots[place].next != 0 {
            if slots[place].word == pair { return Int32(slots[place].next - 1) }
            place = (place + 1) & mask
            steps += 1
        }
        if steps > Self.longest { isOverfull = true }
        count += 1
        slots[place] = NumberSlot(word: pair, next: UInt32(count))
        if count * 2 > slots.count { slots.grow() }
        return Int32(count - 1)
    }

    /// The number of a pair, -1 where it did not occur.
    func find(_ first: Int32, _ second: UInt32) -> Int32 {
        let pair = Self.pair(first, second)
        let mask = slots.count - 1
        var place = KeyTable.slot(pair) & mask
        while slots[place].next != 0 {
            if slots[place].word == pair { return Int32(slots[place].next - 1) }
            place = (place + 1) & mask
        }
        return -1
    }
}

/// Numbers texts in the order in which they first occur. It knows only plain texts, of which no two that are equal are
/// written with different bytes.
struct TextNumbers: Sendable {
    private var pool = TextPool()
    private var slots = [NumberSlot](repeating: NumberSlot(), count: 64)

    /// The number of a text, a new one where it did not occur before; `nil` for one that is not plain, or where very
    /// many fall on one place.
    mutating func number(_ text: String) -> UInt32? {
        var text = text
        return text.withUTF8 { bytes in
            guard unsafe !bytes.isEmpty && TextPool.isPlainKey(bytes) else { return nil }
            let bytes = UnsafeRawBufferPointer(bytes)
            let word = unsafe KeyTable.word(bytes, 0, bytes.count)
            var (place, steps) = (KeyTable.slot(word) & (slots.count - 1), 0)
            while slots[place].next != 0 {
                if unsafe slots[place].word == word && isText(slots[place].next - 1, bytes) {
                    return slots[place].next - 1
                }
                place = (place + 1) & (slots.count - 1)
                steps += 1
            }
            if steps > PairNumbers.longest || pool.bytes.count + bytes.count > TextPool.limit { return nil }
            unsafe pool.bytes.append(contentsOf: bytes)
            pool.ends.append(UInt32(pool.bytes.count))
            slots[place] = NumberSlot(word: word, next: UInt32(pool.count))
            if pool.count * 2 > slots.count { slots.grow() }
            return UInt32(pool.count - 1)
        }
    }

    /// The number of a text; `nil` where it did not occur.
    func find(_ text: String) -> UInt32? {
        var text = text
        return text.withUTF8 { bytes in
            if bytes.isEmpty { return nil }
            let bytes = UnsafeRawBufferPointer(bytes)
            let word = unsafe KeyTable.word(bytes, 0, bytes.count)
            var place = KeyTable.slot(word) & (slots.count - 1)
            while slots[place].next != 0 {
                if unsafe slots[place].word == word && isText(slots[place].next - 1, bytes) {
                    return slots[place].next - 1
                }
                place = (place + 1) & (slots.count - 1)
            }
            return nil
        }
    }

    /// Whether a text with the same word is that of a number.
    private func isText(_ number: UInt32, _ bytes: UnsafeRawBufferPointer) -> Bool {
        let range = pool.range(Int(number))
        guard range.count == bytes.count else { return false }
        return unsafe pool.bytes.withUnsafeBytes {
            unsafe KeyTable.isEqual($0, range.lowerBound, bytes, 0, bytes.count)
        }
    }
}
