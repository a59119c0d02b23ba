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
/// A place for each pair where these are not many more than there will be numbers, else open addressing over one word
/// for each: a dictionary takes five times as long.
struct PairNumbers: Sendable {
    private var slots: [NumberSlot] = []
    /// One more than the number of each pair, rows of seconds beside one another; empty where there are slots.
    private var places: [Int32] = []
    private let width: Int
    private(set) var count = 0
    /// Whether very many pairs fell on one place: data that were made for it must not take for ever.
    private(set) var isOverfull = false

    /// So many steps are taken at most to find a place.
    fileprivate static let longest = 1 << 10

    /// For firsts and seconds below bounds, of which about so many pairs occur. Another second may be `UInt32.max`.
    init(firsts: Int, seconds: Int, expected: Int) {
        width = seconds + 1
        let (area, overflow) = max(firsts, 1).multipliedReportingOverflow(by: width)
        if !overflow, area <= expected * 4 + 1024 {
            places = Array(repeating: 0, count: area)
        } else {
            slots = Array(repeating: NumberSlot(), count: 64)
        }
    }

    private static func pair(_ first: Int32, _ second: UInt32) -> UInt64 {
        UInt64(UInt32(bitPattern: first)) << 32 | UInt64(second)
    }

    /// Where a pair has its place; the last of a row is that of the second which is none.
    @inline(__always)
    private func place(_ first: Int32, _ second: UInt32) -> Int? {
        let last = width - 1
        guard second == .max || Int(second) < last else { return nil }
        let place = Int(first) * width + (second == .max ? last : Int(second))
        return place < places.count ? place : nil
    }

    /// The number of a pair, a new one where it did not occur before.
    @inline(__always)
    mutating func number(_ first: Int32, _ second: UInt32) -> Int32 {
        if !places.isEmpty {
            guard let place = place(first, second) else { preconditionFailure("a pair beyond its bounds") }
            if places[place] == 0 {
                count += 1
                places[place] = Int32(count)
            }
            return places[place] - 1
        }
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
        if !places.isEmpty { return place(first, second).map { places[$0] - 1 } ?? -1 }
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
        return text.withUTF8 { unsafe number(UnsafeRawBufferPointer($0)) }
    }

    /// The same for a text in UTF-8.
    mutating func number(_ bytes: UnsafeRawBufferPointer) -> UInt32? {
        guard unsafe !bytes.isEmpty && TextPool.isPlainKey(bytes) else { return nil }
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

    /// The number of a text in UTF-8; `nil` where it did not occur.
    func find(_ bytes: UnsafeRawBufferPointer) -> UInt32? {
        if unsafe bytes.isEmpty { return nil }
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

    /// Whether a text with the same word is that of a number.
    private func isText(_ number: UInt32, _ bytes: UnsafeRawBufferPointer) -> Bool {
        let range = pool.range(Int(number))
        guard range.count == bytes.count else { return false }
        return unsafe pool.bytes.withUnsafeBytes {
            unsafe KeyTable.isEqual($0, range.lowerBound, bytes, 0, bytes.count)
        }
    }
}
