import Tables

/// The first day of each month of two centuries.
struct MonthTable: Sendable {
    static let shared = MonthTable()

    private static let first: UInt64 = 1900
    private let starts: [Int32]

    private init() {
        var starts: [Int32] = []
        for month in 0...(200 * 12) {
            starts.append(CalendarDate(year: Int(Self.first) + month / 12, month: month % 12 + 1, day: 1)?.day ?? 0)
        }
        self.starts = starts
    }

    /// Stands for no day.
    static let none = Int64.min

    /// The day that ten bytes such as `2026-09-01` mean; `none` for anything else, and for other centuries.
    @inline(__always)
    func day(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int64 {
        guard start + 10 <= bytes.count else { return Self.none }
        let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        let digits: UInt64 = 0x00FF_FF00_FFFF_FFFF
        // Two strokes, and digits elsewhere.
        guard word & ~digits == 0x2D00_002D_0000_0000,
            word & digits & 0xF0F0_F0F0_F0F0_F0F0 == digits & 0x3030_3030_3030_3030,
            (word & digits &+ digits & 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0 == digits & 0x3030_3030_3030_3030
        else { return Self.none }
        // The digits of year and month, and those of the day behind them.
        let pairs = (word & 0x0F0F_0F0F_0F0F_0F0F)
        let year =
            (pairs & 0xF) &* 1000 &+ (pairs >> 8 & 0xF) &* 100 &+ (pairs >> 16 & 0xF) &* 10 &+ (pairs >> 24 & 0xF)
        let month = (pairs >> 40 & 0xF) &* 10 &+ (pairs >> 48 & 0xF)
        let ten = unsafe UInt64(bytes[start + 8] &- 0x30)
        let one = unsafe UInt64(bytes[start + 9] &- 0x30)
        guard ten <= 9, one <= 9, year &- Self.first < 200, month &- 1 < 12 else { return Self.none }
        let place = Int(truncatingIfNeeded: (year &- Self.first) &* 12 &+ month &- 1)
        let day = Int64(truncatingIfNeeded: ten &* 10 &+ one)
        let number = Int64(starts[place]) &+ day &- 1
        return day > 0 && number < Int64(starts[place + 1]) ? number : Self.none
    }
}
