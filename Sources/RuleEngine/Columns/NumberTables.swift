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

/// Numbers codes in the order in which they first occur.
///
/// There is a place for each code where these are not many more than there will be numbers, else open addressing: a
/// dictionary takes five times as long.
struct CodeNumbers: Sendable {
    /// One more than the number of each code; empty where there are slots.
    private var places: [Int32] = []
    private var slots: [NumberSlot] = []
    /// Which codes occurred, one bit for each, where these are not too many: most that are looked for may not have.
    private var bits: [UInt64] = []
    /// The numbers where very many codes fell on one slot: data that were made for it must not take for ever.
    private var others: [Int64: Int32] = [:]
    private(set) var count = 0

    /// So many steps are taken at most to find a slot.
    fileprivate static let longest = 1 << 10
    /// 16 MB.
    private static let fewBits = 1 << 27

    /// For codes below a bound, of which at most so many occur; whether others will be looked for among them.
    init(bound: Int64, expected: Int, isSought: Bool) {
        if bound <= expected * 4 + 1024 {
            places = Array(repeating: 0, count: Int(bound))
        } else {
            slots = Array(repeating: NumberSlot(), count: 64)
            if isSought, bound <= expected * 128 || bound <= min(expected * 1024, Self.fewBits) {
                bits = Array(repeating: 0, count: Int(bound >> 6) + 1)
            }
        }
    }

    /// The numbers of codes, new ones where they did not occur before; a code below zero has none, -1.
    mutating func numbers(_ codes: [Int64]) -> [Int32] {
        var numbers = [Int32](repeating: -1, count: codes.count)
        for row in codes.indices where codes[row] >= 0 { numbers[row] = number(codes[row]) }
        return numbers
    }

    @inline(__always)
    private mutating func number(_ code: Int64) -> Int32 {
        if !places.isEmpty {
            if places[Int(code)] == 0 {
                count += 1
                places[Int(code)] = Int32(count)
            }
            return places[Int(code)] - 1
        }
        if slots.isEmpty { return otherNumber(code) }
        let word = UInt64(code)
        let mask = slots.count - 1
        var place = KeyTable.slot(word) & mask
        var steps = 0
        while slots[place].next != 0 {
            if slots[place].word == word { return Int32(slots[place].next - 1) }
            place = (place + 1) & mask
            steps += 1
        }
        if steps > Self.longest {
            for slot in slots where slot.next != 0 { others[Int64(slot.word)] = Int32(slot.next - 1) }
            slots = []
            bits = []
            return otherNumber(code)
        }
        count += 1
        slots[place] = NumberSlot(word: word, next: UInt32(count))
        if !bits.isEmpty { bits[Int(code >> 6)] |= 1 << UInt64(code & 63) }
        if count * 2 > slots.count { slots.grow() }
        return Int32(count - 1)
    }

    private mutating func otherNumber(_ code: Int64) -> Int32 {
        if let known = others[code] { return known }
        others[code] = Int32(count)
        count += 1
        return Int32(count - 1)
    }

    /// The numbers of codes, -1 for one that did not occur.
    func find(_ codes: [Int64]) -> [Int32] {
        if !places.isEmpty {
            return codes.map { $0 >= 0 && $0 < places.count ? places[Int($0)] - 1 : -1 }
        }
        if slots.isEmpty { return codes.map { others[$0] ?? -1 } }
        let mask = slots.count - 1
        return codes.map { code in
            if code < 0 || !bits.isEmpty && bits[Int(code >> 6)] & 1 << UInt64(code & 63) == 0 { return -1 }
            let word = UInt64(code)
            var place = KeyTable.slot(word) & mask
            while slots[place].next != 0 {
                if slots[place].word == word { return Int32(slots[place].next - 1) }
                place = (place + 1) & mask
            }
            return -1
        }
    }
}

/// Numbers texts in the order in which they first occur. It knows only plain texts, of which no two that are equal are
/// written with different bytes.
struct TextNumbers: Sendable {
    private var pool = TextPool()
    private var slots = [NumberSlot](repeating: NumberSlot(), count: 64)

    /// How many texts have a number.
    var count: Int { pool.count }

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
        if steps > CodeNumbers.longest || pool.bytes.count + bytes.count > TextPool.limit { return nil }
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
