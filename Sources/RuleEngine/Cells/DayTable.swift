import Tables

/// The days of one year by their month and day: most dates of a column are of the same year.
struct DayTable {
    /// The five bytes before the month, `2026-`, and the stroke behind it; no text is 0.
    private var year: UInt64 = 0
    private var days = [Int32](repeating: none, count: 1 << 11)

    private static let none = Int32.min
    private static let yearBytes: UInt64 = 0xFF00_00FF_FFFF_FFFF
    /// The bits by which two digits each of a month and a day differ from those that there are.
    private static let digits: UInt32 = 0xF0FC_F0FE

    /// The place of a month and a day, which are four digits, the first of them lowest.
    @inline(__always)
    private static func place(_ digits: UInt32) -> Int {
        Int(digits & 1 | digits >> 7 & 0x1E | digits >> 11 & 0x60 | digits >> 17 & 0x780)
    }

    /// The day that ten bytes such as `2026-09-01` mean; `MonthTable.none` where they are no day of this year.
    @inline(__always)
    func day(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int64 {
        guard start + 10 <= bytes.count else { return MonthTable.none }
        let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        let last = unsafe UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt16.self))
        let digits = UInt32(truncatingIfNeeded: word >> 40 & 0xFFFF) | UInt32(last) << 16
        guard word & Self.yearBytes == year, digits & Self.digits == 0x3030_3030 else { return MonthTable.none }
        let day = days[Self.place(digits)]
        return day == Self.none ? MonthTable.none : Int64(day)
    }

    /// Takes the year of a date that is known to be one.
    mutating func take(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ date: CalendarDate) {
        let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        year = word & Self.yearBytes
        days = Array(repeating: Self.none, count: 1 << 11)
        for month in 1...12 {
            for day in 1...31 {
                guard let date = CalendarDate(year: date.components.year, month: month, day: day) else { continue }
                let digits = [month / 10, month % 10, day / 10, day % 10].enumerated().reduce(UInt32(0)) {
                    $0 | UInt32($1.element + 0x30) << UInt32(8 * $1.offset)
                }
                days[Self.place(digits)] = date.day
            }
        }
    }
}
