/// A day of the Gregorian calendar, years 1 to 9999, kept as days since 1970-01-01.
///
/// The conversions are Howard Hinnant's `days_from_civil` and `civil_from_days`
/// ("chrono-Compatible Low-Level Date Algorithms").
package struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let day: Int32

    package init(day: Int32) {
        self.day = day
    }

    /// `nil` when the calendar has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.daysInMonth(year: year, month: month)
        else { return nil }
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.day = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    package var components: (year: Int, month: Int, day: Int) {
        let z = Int(day) + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let mp = (5 * dayOfYear + 2) / 153
        let month = mp < 10 ? mp + 3 : mp - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * mp + 2) / 5 + 1)
    }

    /// 1 is Monday, 7 is Sunday.
    package var weekday: Int {
        let index = (Int(day) + 3) % 7
        return (index < 0 ? index + 7 : index) + 1
    }

    /// The first and the last day the program knows; arithmetic that would leave them gives `nil`.
    package static let first = CalendarDate(year: 1, month: 1, day: 1)!
    package static let last = CalendarDate(year: 9999, month: 12, day: 31)!

    package func adding(days: Int) -> CalendarDate? {
        let (sum, overflow) = Int(day).addingReportingOverflow(days)
        guard !overflow, sum >= Int(Self.first.day), sum <= Int(Self.last.day) else { return nil }
        return CalendarDate(day: Int32(sum))
    }

    /// Whole months completed from `start` to `end`; the 29th of February is completed on the 28th of a common year.
    /// Negative when `end` is before `start`.
    package static func completedMonths(from start: CalendarDate, to end: CalendarDate) -> Int {
        if end < start { return -completedMonths(from: end, to: start) }
        let a = start.components
        let b = end.components
        let months = (b.year - a.year) * 12 + b.month - a.month
        let anniversary = min(a.day, daysInMonth(year: b.year, month: b.month))
        return b.day >= anniversary ? months : months - 1
    }

    package static func daysInMonth(year: Int, month: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static func < (left: Self, right: Self) -> Bool { left.day < right.day }

    package var description: String {
        let (year, month, day) = components
        return "\(zeros(year, 4))-\(zeros(month, 2))-\(zeros(day, 2))"
    }
}

/// A month of a year, kept as months since year 0.
package struct CalendarMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let index: Int32

    package init(index: Int32) {
        self.index = index
    }

    package init?(year: Int, month: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        index = Int32(year * 12 + month - 1)
    }

    package init(of date: CalendarDate) {
        let (year, month, _) = date.components
        index = Int32(year * 12 + month - 1)
    }

    package var year: Int { Int(index) / 12 }
    package var month: Int { Int(index) % 12 + 1 }

    package static func < (left: Self, right: Self) -> Bool { left.index < right.index }

    package var description: String { "\(zeros(year, 4))-\(zeros(month, 2))" }
}

private func zeros(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// The working days of a plan's year: Monday to Friday without the holidays, and the weekend days made working days.
package struct WorkingCalendar: Sendable {
    private let holidays: Set<Int32>
    private let workdays: Set<Int32>
    /// The years of whose January to July the plan names days off or on.
    package let early: Set<Int>
    /// The years of whose August to December it does.
    package let late: Set<Int>

    package init(holidays: [ClosedRange<CalendarDate>], workdays: [ClosedRange<CalendarDate>]) {
        self.holidays = Set(holidays.flatMap { $0.lowerBound.day...$0.upperBound.day })
        self.workdays = Set(workdays.flatMap { $0.lowerBound.day...$0.upperBound.day })
        var (early, late) = (Set<Int>(), Set<Int>())
        for day in self.holidays.union(self.workdays) {
            let (year, month, _) = CalendarDate(day: day).components
            if month < 8 { early.insert(year) } else { late.insert(year) }
        }
        (self.early, self.late) = (early, late)
    }

    /// Whether any day off is named.
    package var hasHolidays: Bool { !holidays.isEmpty }

    package func isWorkingDay(_ date: CalendarDate) -> Bool {
        date.weekday <= 5 ? !holidays.contains(date.day) || workdays.contains(date.day) : workdays.contains(date.day)
    }

    /// Working days after `start` up to and including `end`; negative when `end` is before `start`.
    package func workingDays(from start: CalendarDate, to end: CalendarDate) -> Int {
        if end < start { return -workingDays(from: end, to: start) }
        let (weeks, rest) = Int(end.day - start.day).quotientAndRemainder(dividingBy: 7)
        var count = weeks * 5
        var date = start
        for _ in 0..<rest {
            date = CalendarDate(day: date.day + 1)
            if date.weekday <= 5 { count += 1 }
        }
        for day in holidays where day > start.day && day <= end.day && !workdays.contains(day) {
            if CalendarDate(day: day).weekday <= 5 { count -= 1 }
        }
        for day in workdays where day > start.day && day <= end.day {
            if CalendarDate(day: day).weekday > 5 { count += 1 }
        }
        return count
    }
}

extension CalendarDate {
    /// `2026-09-01`, `2026/9/1`, `2026.9.1`, `2026年9月1日` or `20260901`; `nil` for anything else.
    package init?(text: some StringProtocol) {
        let bytes = Array(text.utf8)
        self.init(utf8: bytes.span)
    }

    package init?(utf8 bytes: Span<UInt8>) {
        if let date = Self.plain(bytes) {
            self = date
        } else {
            self.init(parts: bytes)
        }
    }

    /// `2026-09-01`, as nearly all dates are written.
    private static func plain(_ bytes: Span<UInt8>) -> CalendarDate? {
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var number = 0
            for index in range {
                let digit = bytes[index] &- 0x30
                if digit > 9 { return nil }
                number = number * 10 + Int(digit)
            }
            return number
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    private init?(parts bytes: Span<UInt8>) {
        var numbers = [0, 0, 0]
        var digits = [0, 0, 0]
        var part = 0
        var separator: UInt8?
        var index = 0
        let year: [UInt8] = Array("年".utf8)
        let month: [UInt8] = Array("月".utf8)
        let day: [UInt8] = Array("日".utf8)
        while index < bytes.count {
            let byte = bytes[index]
            if byte >= 0x30, byte <= 0x39 {
                guard part < 3 else { return nil }
                numbers[part] = numbers[part] * 10 + Int(byte - 0x30)
                digits[part] += 1
                guard digits[part] <= 8 else { return nil }
                index += 1
                continue
            }
            guard part < 3, digits[part] > 0 else { return nil }
            if byte == 0x2D || byte == 0x2F || byte == 0x2E {
                guard part < 2, separator == nil || separator == byte else { return nil }
                separator = byte
                part += 1
                index += 1
            } else {
                let sign = [year, month, day][part]
                guard separator == nil || separator == 0xFF, index + sign.count <= bytes.count,
                    sign.indices.allSatisfy({ bytes[index + $0] == sign[$0] })
                else { return nil }
                separator = 0xFF
                part += 1
                index += sign.count
            }
        }
        let isSigned = separator == 0xFF
        if part == 0, separator == nil, digits[0] == 8 {
            self.init(year: numbers[0] / 10_000, month: numbers[0] / 100 % 100, day: numbers[0] % 100)
        } else if part == (isSigned ? 3 : 2), digits[0] == 4, (1...2).contains(digits[1]), (1...2).contains(digits[2]) {
            self.init(year: numbers[0], month: numbers[1], day: numbers[2])
        } else {
            return nil
        }
    }
}

extension CalendarMonth {
    /// `2026-09`, `2026/9` or `2026年9月`; `nil` for anything else.
    package init?(text: String) {
        guard let sign = text.firstIndex(where: { "-/年".contains($0) }) else { return nil }
        let year = text[..<sign]
        var month = text[text.index(after: sign)...]
        if month.last == "月" { month = month.dropLast() }
        func isNumber(_ text: Substring) -> Bool { text.utf8.allSatisfy { $0 &- 0x30 <= 9 } }
        guard year.count == 4, (1...2).contains(month.count), isNumber(year), isNumber(month), let year = Int(year),
            let month = Int(month)
        else { return nil }
        self.init(year: year, month: month)
    }
}

extension CalendarDate {
    /// The same day so many months later, or the last day of a month that is shorter.
    package func adding(months: Int) -> CalendarDate {
        let (year, month, day) = components
        let index = year * 12 + month - 1 + months
        let (y, m) = (index / 12, index % 12 + 1)
        return CalendarDate(year: y, month: m, day: min(day, Self.daysInMonth(year: y, month: m))) ?? self
    }
}
