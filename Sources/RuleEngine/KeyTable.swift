import Synchronization
import Tables

/// Finds the rows of a table by the bytes of their keys.
///
/// Where the keys stand in order a row is found by halving, and slots by hash are made only when many are looked for:
/// records that are sorted by whom they are about hardly ever ask.
final class KeyTable: Sendable {
    /// The keys, by row.
    let keys: TextPool
    /// The rows by the numbers of their keys, where these are so.
    let numbered: NumberedKeys?
    private let state: Mutex<State>

    private enum State {
        /// So many rows were looked for by halving, and stood before the one looked for last.
        case open(sought: Int)
        /// A thread makes the slots; the others go on without.
        case making
        case made(KeySlots?)
    }

    /// Of so many keys one is looked for like that before slots are worth their making.
    private static let fewest = 64

    /// `nil` where two rows have the same key, or very many fall on one place.
    init?(_ keys: TextPool) {
        self.keys = keys
        numbered = NumberedKeys(keys)
        if numbered != nil || Self.isAscending(keys) {
            state = Mutex(.open(sought: 0))
        } else {
            guard let slots = KeySlots(keys) else { return nil }
            state = Mutex(.made(slots))
        }
    }

    /// The slots, once so many rows were looked for that they are worth their making; `nil` before, and where very many
    /// keys fall on one place.
    var slots: KeySlots? {
        let (known, makes) = state.withLock { state -> (KeySlots?, Bool) in
            switch state {
            case .made(let slots): return (slots, false)
            case .open(let sought) where sought > keys.count / Self.fewest:
                state = .making
                return (nil, true)
            case .open, .making: return (nil, false)
            }
        }
        guard makes else { return known }
        let slots = KeySlots(keys)
        state.withLock { $0 = .made(slots) }
        return slots
    }

    /// Notes that so many more rows were looked for by halving, and stood before the one looked for last.
    func note(sought more: Int) {
        state.withLock { state in
            if case .open(let sought) = state { state = .open(sought: sought + more) }
        }
    }

    /// Whether each key is greater than the one before it, which none is missing to.
    private static func isAscending(_ keys: TextPool) -> Bool {
        unsafe keys.bytes.withUnsafeBytes { bytes in
            for row in 1..<max(1, keys.count) {
                let (left, right) = (keys.range(row - 1), keys.range(row))
                if unsafe order(bytes, left.lowerBound, left.count, bytes, right.lowerBound, right.count) >= 0 {
                    return false
                }
            }
            return keys.count == 0 || !keys.range(0).isEmpty
        }
    }

    /// The row whose key is those bytes; -1 where there is none.
    func row(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> Int32 {
        if let numbered { return unsafe numbered.row(bytes, start, count) }
        return unsafe slots?.row(Self.word(bytes, start, count), bytes, start, count) ?? search(bytes, start, count)
    }

    /// The row with a key among keys that ascend; -1 where there is none.
    func search(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> Int32 {
        unsafe keys.bytes.withUnsafeBytes { texts in
            var (low, high) = (0, keys.count)
            while low < high {
                let middle = (low + high) / 2
                let range = keys.range(middle)
                let order = unsafe Self.order(texts, range.lowerBound, range.count, bytes, start, count)
                if order == 0 { return Int32(truncatingIfNeeded: middle) }
                if order < 0 { low = middle + 1 } else { high = middle }
            }
            return -1
        }
    }

    /// Negative where the first bytes come before the second.
    @inline(__always)
    private static func order(
        _ left: UnsafeRawBufferPointer, _ first: Int, _ count: Int, _ right: UnsafeRawBufferPointer, _ second: Int,
        _ other: Int
    ) -> Int {
        var offset = 0
        while offset < min(count, other) {
            let a = unsafe short(left, first + offset, min(8, count - offset)).byteSwapped
            let b = unsafe short(right, second + offset, min(8, other - offset)).byteSwapped
            if a != b { return a < b ? -1 : 1 }
            offset += 8
        }
        return count - other
    }

    /// The bytes of a short key with its length, or a hash of a long one; never 0. Keys hold no control characters and
    /// are UTF-8, so that no key of eight bytes ends like the others.
    @inline(__always)
    static func word(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> UInt64 {
        if count <= 7 { return unsafe short(bytes, start, count) | UInt64(count) << 56 }
        if count == 8 { return unsafe short(bytes, start, 8) }
        var hash: UInt64 = UInt64(count) &* 0x9E37_79B9_7F4A_7C15
        var offset = start
        var rest = count
        while rest > 0 {
            let part = unsafe short(bytes, offset, min(rest, 8))
            hash = (hash ^ part) &* 0xD6E8_FEB8_6659_FD93
            hash ^= hash >> 32
            offset += 8
            rest -= 8
        }
        // The highest byte says that it is a hash.
        return hash | 0xFF << 56
    }

    /// Up to eight bytes as a word; where fewer than eight are left in the buffer they are taken one by one.
    @inline(__always)
    static func short(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> UInt64 {
        if start + 8 <= bytes.count {
            let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
            return count >= 8 ? word : word & (1 << UInt64(count * 8) &- 1)
        }
        var word: UInt64 = 0
        for index in 0..<count { word |= unsafe UInt64(bytes[start + index]) << UInt64(index * 8) }
        return word
    }

    @inline(__always)
    static func slot(_ word: UInt64) -> Int {
        // Both halves of the product together: keys differ in their last signs, which are the highest bytes.
        let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return Int(truncatingIfNeeded: product.high ^ product.low)
    }

    /// Whether so many bytes are the same in two places.
    @inline(__always)
    static func isEqual(
        _ left: UnsafeRawBufferPointer, _ first: Int, _ right: UnsafeRawBufferPointer, _ second: Int, _ count: Int
    ) -> Bool {
        var index = 0
        while index < count {
            let step = min(8, count - index)
            if unsafe short(left, first + index, step) != short(right, second + index, step) { return false }
            index += 8
        }
        return true
    }
}

/// Rows by the hash of their keys.
struct KeySlots: Sendable {
    private let keys: TextPool
    private let slots: [Slot]
    private let mask: Int
    /// So many steps are taken at most to find a place.
    private static let longest = 1 << 10
    /// So many places are looked at beforehand.
    private static let block = 64

    private struct Slot {
        /// A key of at most eight bytes itself, of a longer one its hash; 0 where the slot is free.
        var word: UInt64 = 0
        var row: UInt32 = 0
    }

    /// `nil` where two rows have the same key, or very many fall on one place.
    init?(_ keys: TextPool) {
        self.keys = keys
        var size = 16
        while size < keys.count + keys.count / 2 { size *= 2 }
        let mask = size - 1
        var slots = [Slot](repeating: Slot(), count: size)
        var words = [UInt64](repeating: 0, count: Self.block)
        var sum: UInt64 = 0
        let isUnique = unsafe keys.bytes.withUnsafeBytes { bytes -> Bool in
            for row in 0..<keys.count {
                if row % Self.block == 0 {
                    // The places of the next keys lie far apart: they are fetched side by side.
                    for next in row..<min(keys.count, row + Self.block) {
                        let range = keys.range(next)
                        words[next - row] =
                            range.isEmpty ? 0 : unsafe KeyTable.word(bytes, range.lowerBound, range.count)
                        sum ^= slots[KeyTable.slot(words[next - row]) & mask].word
                    }
                }
                let word = words[row % Self.block]
                if word == 0 { continue }
                var slot = KeyTable.slot(word) & mask
                var steps = 0
                while slots[slot].word != 0 {
                    // Keys that were made to meet must not take for ever; a dictionary does not mind them.
                    steps += 1
                    if steps > Self.longest { return false }
                    if slots[slot].word == word {
                        let (range, other) = (keys.range(row), keys.range(Int(slots[slot].row)))
                        if range.count <= 8 || keys.bytes[range] == keys.bytes[other] { return false }
                    }
                    slot = (slot + 1) & mask
                }
                slots[slot] = Slot(word: word, row: UInt32(row))
            }
            return true
        }
        if !isUnique { return nil }
        self.slots = slots
        self.mask = mask
        looked = sum
    }

    /// What was seen beforehand, kept so that it is seen.
    private let looked: UInt64

    /// The row whose key is those bytes, whose word is given; -1 where there is none.
    @inline(__always)
    func row(_ word: UInt64, _ bytes: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> Int32 {
        // It would look like the length of a shorter key.
        if count == 8, word >> 56 < 0x20 { return -1 }
        var slot = KeyTable.slot(word) & mask
        while true {
            let found = slots[slot]
            if found.word == 0 { return -1 }
            if unsafe found.word == word && (count <= 8 || isKey(Int(found.row), bytes, start, count)) {
                return Int32(truncatingIfNeeded: found.row)
            }
            slot = (slot + 1) & mask
        }
    }

    /// Looks at the place where a key would stand, so that it is at hand when it is asked for.
    @inline(__always)
    func touch(_ word: UInt64) -> UInt64 { slots[KeyTable.slot(word) & mask].word }

    /// Whether those bytes are the key of a row.
    @inline(__always)
    func isKey(_ row: Int, _ bytes: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> Bool {
        let first = row == 0 ? 0 : Int(keys.ends[row - 1])
        guard Int(keys.ends[row]) - first == count else { return false }
        return unsafe keys.bytes.withUnsafeBytes { unsafe KeyTable.isEqual($0, first, bytes, start, count) }
    }
}
