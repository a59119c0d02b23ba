import Platform
import Tables

/// The rows of a table whose keys have one length and differ only in the digits at their ends, as T0000001 or
/// 2026010001 do, by the number that those digits make.
///
/// A table of rows by number is a quarter as large as one of slots, and nothing has to be compared once a key is read:
/// where records are in no order a row is found in a third of the time.
struct NumberedKeys: Sendable {
    private let length: Int
    /// The bytes before the last eight, where there are more.
    private let front: UInt64
    /// The last eight bytes, with zeros for digits; what is not there is 0 and comes first.
    private let pattern: UInt64
    /// Which of the eight are digits, all bits of each.
    private let digits: UInt64
    private let low: UInt64
    /// The row of each number from the least on; -1 for none.
    private let rows: [Int32]

    private static let zeros: UInt64 = 0x3030_3030_3030_3030
    private static let sixes: UInt64 = 0x0606_0606_0606_0606
    private static let nibbles: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
    private static let below: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    /// Keys are no longer than this.
    private static let longest = 16

    /// `nil` where the keys are not so, where two are the same, or where there are many more numbers than keys.
    init?(_ keys: TextPool) {
        guard keys.count > 0 else { return nil }
        let length = keys.range(0).count
        guard (1...Self.longest).contains(length) else { return nil }
        let found = Self.shape(keys, length)
        guard let found else { return nil }
        // The digits at the end: the bytes behind the last that is none in some key.
        let count = found.others.leadingZeroBitCount / 8
        let digits = count == 0 ? 0 : ~UInt64(0) << UInt64(64 - count * 8)
        guard count > 0, found.differ & ~digits == 0 else { return nil }
        let pattern = found.tail & ~digits | Self.zeros & digits
        let numbers = unsafe Self.pieces(keys) { bytes, rows in
            rows.map { Self.number(unsafe Self.tail(bytes, keys.range($0).lowerBound, length) ^ pattern) }
        }.flatMap { $0 }
        let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 0)
        guard high - low < UInt64(keys.count) * 4 + 1024 else { return nil }
        var rows = [Int32](repeating: -1, count: Int(high - low) + 1)
        for (row, number) in numbers.enumerated() {
            if rows[Int(number - low)] >= 0 { return nil }
            rows[Int(number - low)] = Int32(row)
        }
        self.length = length
        self.front = found.front
        self.pattern = pattern
        self.digits = digits
        self.low = low
        self.rows = rows
    }

    /// What keys of a length have in common: the bytes before the last eight, the last eight of the first key, in which
    /// bits they differ and which bytes are no digits in some; `nil` where they are not alike.
    private static func shape(
        _ keys: TextPool, _ length: Int
    ) -> (front: UInt64, tail: UInt64, differ: UInt64, others: UInt64)? {
        let (front, tail) = unsafe keys.bytes.withUnsafeBytes { bytes in
            unsafe (Self.front(bytes, 0, length), Self.tail(bytes, 0, length))
        }
        let found = unsafe pieces(keys) { bytes, rows -> (differ: UInt64, others: UInt64)? in
            var (differ, others): (UInt64, UInt64) = (0, 0)
            for row in rows {
                let range = keys.range(row)
                guard range.count == length, unsafe Self.front(bytes, range.lowerBound, length) == front else {
                    return nil
                }
                let own = unsafe Self.tail(bytes, range.lowerBound, length)
                differ |= own ^ tail
                others |= Self.others(own ^ zeros)
            }
            return (differ, others)
        }
        var (differ, others): (UInt64, UInt64) = (0, 0)
        for piece in found {
            guard let piece else { return nil }
            differ |= piece.differ
            others |= piece.others
        }
        return (front, tail, differ, others)
    }

    /// A body's results for the keys of some thousands of rows at a time.
    private static func pieces<T: Sendable>(
        _ keys: TextPool, _ body: @escaping @Sendable (UnsafeRawBufferPointer, Range<Int>) -> T
    ) -> [T] {
        let size = 1 << 14
        // Few keys are not worth a thread.
        if keys.count <= size { return unsafe [keys.bytes.withUnsafeBytes { unsafe body($0, 0..<keys.count) }] }
        return Platform.map((keys.count + size - 1) / size, bytes: keys.bytes.count) { piece in
            unsafe keys.bytes.withUnsafeBytes {
                unsafe body($0, (piece * size)..<min(keys.count, (piece + 1) * size))
            }
        }
    }

    /// The row whose key is those bytes; -1 where there is none.
    @inline(__always)
    func row(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> Int32 {
        guard count == length else { return -1 }
        let own = unsafe Self.tail(bytes, start, length) ^ pattern
        if own & ~digits != 0 || Self.others(own) != 0 { return -1 }
        if length > 8, unsafe Self.front(bytes, start, length) != front { return -1 }
        let place = Self.number(own) &- low
        return place < UInt64(rows.count) ? rows[Int(truncatingIfNeeded: place)] : -1
    }

    /// The bytes before the last eight.
    @inline(__always)
    private static func front(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ length: Int) -> UInt64 {
        length > 8 ? unsafe KeyTable.short(bytes, start, length - 8) : 0
    }

    /// The last eight bytes, the last of them the highest.
    @inline(__always)
    private static func tail(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ length: Int) -> UInt64 {
        if length >= 8 {
            return unsafe UInt64(
                littleEndian: bytes.loadUnaligned(fromByteOffset: start + length - 8, as: UInt64.self))
        }
        return unsafe KeyTable.short(bytes, start, length) << UInt64(64 - length * 8)
    }

    /// Bits in the bytes that are no digits less the sign for zero.
    @inline(__always)
    private static func others(_ word: UInt64) -> UInt64 { (word | (word & below) &+ sixes) & nibbles }

    /// The number that eight digits make, two by two.
    @inline(__always)
    private static func number(_ word: UInt64) -> UInt64 {
        let pairs = (word &* 10 &+ word >> 8) & 0x00FF_00FF_00FF_00FF
        let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
        return (fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF
    }
}
