import RuleSemantics
import Tables

/// A day or a month as people type it: with full-width signs, blanks, a time of day, or without its year.
enum TypedDate {
    enum Reading {
        /// As it is plainly read, and whether a time of day stood behind it.
        case day(CalendarDate, hasTime: Bool)
        /// Written without a year.
        case dayOfYear(month: Int, day: Int, hasTime: Bool)
        case month(CalendarMonth)
        case monthOfYear(Int)
    }

    static func read(_ folded: FoldedText) -> Reading? {
        var scalars = folded.scalars[...]
        let hasTime = dropTime(&scalars)
        let compact = FoldedText.text(scalars.filter { $0 != " " }[...]).split(
            separator: "号", omittingEmptySubsequences: false
        )
        .joined(separator: "日")
        if let date = CalendarDate(text: compact) { return .day(date, hasTime: hasTime) }
        if let (month, day) = pair(compact) { return .dayOfYear(month: month, day: day, hasTime: hasTime) }
        if hasTime { return nil }
        return self.month(compact)
    }

    /// `9月1日`, `9-1`, `9/1`, `9.1`
    private static func pair(_ text: String) -> (month: Int, day: Int)? {
        let digits = text.unicodeScalars.split { !$0.isDigit }
        guard digits.count == 2, digits.allSatisfy({ $0.count <= 2 }) else { return nil }
        let (first, second) = (String(digits[0]), String(digits[1]))
        let forms = ["\(first)月\(second)日", "\(first)-\(second)", "\(first)/\(second)", "\(first).\(second)"]
        guard forms.contains(text), let month = Int(first), let day = Int(second), (1...12).contains(month),
            (1...31).contains(day)
        else { return nil }
        return (month, day)
    }

    /// `2026年9月`, `2026-09`, `2026.9`, `202609`, `9月`
    private static func month(_ text: String) -> Reading? {
        let digits = text.unicodeScalars.split { !$0.isDigit }.map { String($0) }
        if digits.count == 2, digits[0].count == 4, digits[1].count <= 2, let year = Int(digits[0]),
            let number = Int(digits[1]),
            ["年月", "-", "/", "."].contains(where: { text == form(digits[0], digits[1], $0) })
        {
            return CalendarMonth(year: year, month: number).map { .month($0) }
        }
        guard digits.count == 1, let number = Int(digits[0]) else { return nil }
        if digits[0].count == 6, text == digits[0] {
            return CalendarMonth(year: number / 100, month: number % 100).map { .month($0) }
        }
        guard text == digits[0] + "月" || text == digits[0] + "月份", digits[0].count <= 2, (1...12).contains(number)
        else { return nil }
        return .monthOfYear(number)
    }

    private static func form(_ year: String, _ month: String, _ separator: String) -> String {
        separator == "年月" ? "\(year)年\(month)月" : year + separator + month
    }

    /// Takes away a time of day: `8:30`, `08:30:00`, `上午8:30`, `8时30分`, behind a blank or a `T`.
    private static func dropTime(_ scalars: inout ArraySlice<Unicode.Scalar>) -> Bool {
        guard let sign = scalars.firstIndex(where: { $0 == ":" || $0 == "时" || $0 == "点" }),
            let gap = scalars[..<sign].lastIndex(where: {
                $0 == " " || $0 == "T" || $0 == "午" || $0 == "日" || $0 == "号"
            })
        else { return false }
        var time = scalars[(gap + 1)...].filter { $0 != " " }[...]
        for ending in ["AM", "PM", "am", "pm", "秒", "分"] where FoldedText.text(time).hasSuffix(ending) {
            time = time.dropLast(ending.unicodeScalars.count)
        }
        let parts = time.split(omittingEmptySubsequences: false) { ":时点分".unicodeScalars.contains($0) }
        guard (2...3).contains(parts.count), zip(parts, [24, 59, 59]).allSatisfy({ isClock($0, upTo: $1) }) else {
            return false
        }
        var end = scalars[gap] == "日" || scalars[gap] == "号" ? gap + 1 : gap
        // 上午 and 下午 stand before the time.
        if scalars[gap] == "午" { end = max(scalars.startIndex, gap - 1) }
        scalars = scalars[..<end]
        if scalars.last == " " { scalars = scalars.dropLast() }
        return true
    }

    /// A part of a time: `8时` has empty minutes, seconds may have decimals.
    private static func isClock(_ part: ArraySlice<Unicode.Scalar>, upTo limit: Int) -> Bool {
        let digits = limit == 59 ? part.prefix { $0 != "." } : part
        if digits.isEmpty { return limit == 59 }
        return digits.allSatisfy(\.isDigit) && Int(FoldedText.text(digits)).map { $0 <= limit } ?? false
    }
}

/// The year of a day that is written without one.
///
/// Where the column has bounds it is the year that lies within them. Elsewhere the plan's own days off and on tell: if
/// those of the same part of the year, January to July or August to December, are all of one year, it is that year; if
/// the plan names none, the months from August are of the plan's year. What they leave open is not guessed.
struct YearRule {
    private let year: Int?
    private let early: Set<Int>
    private let late: Set<Int>

    init(_ program: Program) {
        year = program.year
        early = program.calendar.early
        late = program.calendar.late
    }

    enum Answer {
        case year(Int)
        /// No year has such a day.
        case noSuchDay
        /// The day lies in none of the years within the column's bounds.
        case outside
        /// Nothing tells.
        case open
    }

    func year(month: Int, day: Int, low: CalendarDate?, high: CalendarDate?) -> Answer {
        if CalendarDate(year: 2000, month: month, day: day) == nil { return .noSuchDay }
        guard let year else { return .open }
        let near = (year - 1)...(year + 1)
        if let low, let high {
            let fitting = near.filter { year in
                CalendarDate(year: year, month: month, day: day).map { $0 >= low && $0 <= high } ?? false
            }
            return fitting.isEmpty ? .outside : fitting.count == 1 ? .year(fitting[0]) : .open
        }
        let named = (month < 8 ? early : late).intersection(near)
        if let only = named.first, named.count == 1 { return .year(only) }
        return named.isEmpty && month >= 8 ? .year(year) : .open
    }
}
