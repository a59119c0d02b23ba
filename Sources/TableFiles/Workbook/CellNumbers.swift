import Tables

/// Numbers as worksheets store them: binary fractions written out, of which a spreadsheet shows fifteen digits, and
/// dates as days since an epoch (ECMA-376 part 1, 18.17.4).
enum CellNumbers {
    /// Whether the bytes are a decimal of at most fifteen digits just as it is shown: 1001, which other programs may
    /// write as 1001.0 or 01001.
    static func isPlain(_ bytes: [UInt8]) -> Bool {
        guard bytes.count <= 16, let first = bytes.first, let last = bytes.last, last != UInt8(ascii: ".") else {
            return false
        }
        var digits = 0
        var points = 0
        var beginsWithZero = false
        for byte in bytes.dropFirst(first == UInt8(ascii: "-") ? 1 : 0) {
            if byte == UInt8(ascii: ".") {
                // `.5` has no digit before its point.
                if digits == 0 { return false }
                points += 1
            } else if byte &- UInt8(ascii: "0") <= 9 {
                if beginsWithZero, points == 0 { return false }
                if digits == 0 { beginsWithZero = byte == UInt8(ascii: "0") }
                digits += 1
            } else {
                return false
            }
        }
        return digits > 0 && digits <= 15 && (points == 0 || points == 1 && last != UInt8(ascii: "0"))
    }

    /// The decimal that was typed, as its digits; `nil` for what is no number or has too large an exponent.
    ///
    /// 0.1 + 0.2 is stored as 0.30000000000000004; the spreadsheet shows and means 0.3.
    static func decimal(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var digits: [UInt8] = []
        var exponent = 0
        var isNegative = false
        var position = bytes.startIndex
        if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") {
            isNegative = bytes.first == UInt8(ascii: "-")
            position += 1
        }
        var seenPoint = false
        var seenDigit = false
        while position < bytes.endIndex {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                seenDigit = true
                if seenPoint { exponent -= 1 }
                if !digits.isEmpty || byte != UInt8(ascii: "0") { digits.append(byte - UInt8(ascii: "0")) }
            case UInt8(ascii: ".") where !seenPoint: seenPoint = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard seenDigit,
                    let power = Int(String(decoding: bytes[(position + 1)...], as: UTF8.self)), power.magnitude < 400
                else { return nil }
                exponent += power
                position = bytes.endIndex
                continue
            default: return nil
            }
            position += 1
        }
        guard seenDigit, digits.count < 400 else { return nil }
        roundToFifteen(&digits, &exponent)
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        if digits.isEmpty { return [UInt8(ascii: "0")] }
        guard exponent < 40, exponent > -60 else { return nil }
        return (isNegative ? [UInt8(ascii: "-")] : []) + written(digits, exponent)
    }

    private static func roundToFifteen(_ digits: inout [UInt8], _ exponent: inout Int) {
        let extra = digits.count - 15
        guard extra > 0 else { return }
        let roundsUp = digits[15] >= 5
        digits.removeLast(extra)
        exponent += extra
        guard roundsUp else { return }
        var index = 14
        while index >= 0, digits[index] == 9 {
            digits[index] = 0
            index -= 1
        }
        if index >= 0 {
            digits[index] += 1
        } else {
            digits.insert(1, at: 0)
        }
    }

    /// `digits × 10^exponent` without an exponent.
    private static func written(_ digits: [UInt8], _ exponent: Int) -> [UInt8] {
        let text = digits.map { $0 + UInt8(ascii: "0") }
        let zero = UInt8(ascii: "0")
        if exponent >= 0 { return text + Array(repeating: zero, count: exponent) }
        let whole = text.count + exponent
        if whole > 0 { return text[..<whole] + [UInt8(ascii: ".")] + text[whole...] }
        return [zero, UInt8(ascii: ".")] + Array(repeating: zero, count: -whole) + text
    }

    /// A day as it is written out (ISO 8601), with its time where there is one; `nil` for another form.
    static func isoDate(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        func isNumber(_ offset: Int, _ width: Int) -> Bool {
            bytes.count >= offset + width
                && bytes.dropFirst(offset).prefix(width).allSatisfy { $0 &- UInt8(ascii: "0") <= 9 }
        }
        func sign(_ offset: Int) -> UInt8? { bytes.dropFirst(offset).first }
        let minus = UInt8(ascii: "-")
        guard isNumber(0, 4), sign(4) == minus, isNumber(5, 2), sign(7) == minus, isNumber(8, 2) else { return nil }
        // The day before the first of the epoch carries a time alone.
        let day = Array(bytes.prefix(10))
        guard CalendarDate(utf8: day.span) != nil, String(decoding: day, as: UTF8.self) >= "1900-01-01" else {
            return nil
        }
        if bytes.count == 10 { return day }
        guard sign(10) == UInt8(ascii: "T") || sign(10) == UInt8(ascii: " "), isNumber(11, 2),
            sign(13) == UInt8(ascii: ":"),
            isNumber(14, 2)
        else { return nil }
        let time = Array(bytes.dropFirst(11).prefix(5))
        let text = String(decoding: time, as: UTF8.self)
        guard text.prefix(2) < "24", text.suffix(2) < "60" else { return nil }
        return time == Array("00:00".utf8) ? day : day + [UInt8(ascii: " ")] + time
    }

    /// A day, with its time where there is one: `2026-09-01`, `2026-09-01 08:30`; `nil` where no such day exists.
    static func date(_ bytes: ArraySlice<UInt8>, from1904: Bool) -> [UInt8]? {
        guard let text = decimal(bytes), let number = Number(decimalUTF8: text[...]), number.signum >= 0 else {
            return nil
        }
        let day = number.floor
        guard let serial = day.toInt(), serial < 2_958_466 else { return nil }
        // The fraction means a second; what is left of its minute is cut off, so that 23:59:59 stays in its day.
        let seconds = ((number - day) * 86_400).rounded(toPlaces: 0, .halfUp).toInt() ?? 0
        let minutes = seconds / 60
        // A time of day alone is no date.
        if serial == 0, !from1904 { return nil }
        // Spreadsheets count a 29th of February 1900 that never was.
        if serial == 60, !from1904 { return nil }
        let epoch = from1904 ? CalendarDate(year: 1904, month: 1, day: 1) : CalendarDate(year: 1899, month: 12, day: 30)
        let shift = !from1904 && serial < 60 ? 1 : 0
        guard let date = epoch?.adding(days: serial + shift + (minutes == 1440 ? 1 : 0)) else { return nil }
        guard minutes % 1440 != 0 else { return Array(date.description.utf8) }
        return Array("\(date) \(two(minutes / 60)):\(two(minutes % 60))".utf8)
    }

    /// A time of day as it is shown, `8:30`, or the hours of a sum, `25:30`; `nil` for what is no time.
    static func time(_ bytes: ArraySlice<UInt8>, isSum: Bool) -> [UInt8]? {
        guard let text = decimal(bytes), let number = Number(decimalUTF8: text[...]), number.signum >= 0,
            let all = (number * 86_400).rounded(toPlaces: 0, .halfUp).toInt()
        else { return nil }
        let seconds = isSum ? all : all % 86_400
        let minutes = "\(seconds / 3600):\(two(seconds / 60 % 60))"
        return Array((seconds % 60 == 0 ? minutes : minutes + ":" + two(seconds % 60)).utf8)
    }

    private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
