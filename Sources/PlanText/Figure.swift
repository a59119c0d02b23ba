package import Diagnostics
package import Tables

/// A number in a Chinese text: `0.25分`, `20%`, `三个工作日`, `四个档次`.
package struct Figure: Sendable {
    package var value: Number
    package var isPercent: Bool
    /// Says how many things there are: `四个档次`, `五项成绩`.
    package var isCount: Bool
    /// Closes a band, so that the rules may name its neighbour: `70-79` for `< 80`, `16人以上` for `> 15`.
    package var isBound: Bool
    /// The least step of its decimals.
    package var unit: Number
    package var range: SourceRange
    /// With its word of measure, as it stands.
    package var text: String
}

/// Finds the numbers that matter in a text.
package struct FigureReader {
    private let text: Characters
    private var figures: [Figure] = []

    private init(_ text: Characters) {
        self.text = text
    }

    static func figures(_ source: SourceFile, _ range: SourceRange) -> [Figure] {
        figures(Characters(source, range))
    }

    package static func figures(_ text: String) -> [Figure] { figures(Characters(text)) }

    private static func figures(_ text: Characters) -> [Figure] {
        var reader = FigureReader(text)
        reader.read()
        return reader.figures
    }

    private mutating func read() {
        var index = 0
        while index < text.count {
            if text.first(of: ["例：", "例:", "例如"], at: index) != nil {
                // What illustrates a rule says nothing new.
                while index < text.count, text.first(of: [";", "；", "。"], at: index) == nil { index += 1 }
            } else if let end = date(index) {
                index = end
            } else if text.isDigit(index) {
                index = digits(index)
            } else if text.has("百分之", at: index) {
                index = hundredths(index)
            } else if text.isNumeral(index) {
                index = numeral(index)
            } else {
                index += 1
            }
        }
    }

    // MARK: Digits

    /// The end of a date such as `2017-09-01`.
    private func date(_ start: Int) -> Int? {
        let year = ClauseMark.digitsEnd(text, start)
        guard year == start + 4, let sign = text[year], sign == "-" || sign == "." || sign == "/" else { return nil }
        let month = ClauseMark.digitsEnd(text, year + 1)
        guard (1...2).contains(month - year - 1), text[month] == sign else { return nil }
        let day = ClauseMark.digitsEnd(text, month + 1)
        return (1...2).contains(day - month - 1) ? day : nil
    }

    private mutating func digits(_ start: Int) -> Int {
        var end = ClauseMark.digitsEnd(text, start)
        if text[end] == ".", text.isDigit(end + 1) { end = ClauseMark.digitsEnd(text, end + 1) }
        guard var value = Number(decimal: text.text(start, end)), end - start <= 18 else { return end }
        if text[end] == "%" {
            append(value.divided(by: 100) ?? value, true, start, end + 1)
            return end + 1
        }
        if text[end] == "‰" {
            append(value.divided(by: 1000) ?? value, true, start, end + 1)
            return end + 1
        }
        if isNoAmount(start, end, value) { return end }
        if text[end] == "/", text.isDigit(end + 1) {
            let last = ClauseMark.digitsEnd(text, end + 1)
            if let below = Number(decimal: text.text(end + 1, last)), let part = value.divided(by: below) {
                append(part, false, start, last)
            }
            return last
        }
        if let (factor, length) = factor(end) {
            value = value * factor
            append(value, false, start, end + length)
            return end + length
        }
        append(value, false, start, end + (text.first(of: Self.measures, at: end)?.unicodeScalars.count ?? 0))
        return end
    }

    private func factor(_ index: Int) -> (Number, Int)? {
        switch text[index] {
        case "万": (10000, 1)
        case "千" where text[index + 1] != "克" && text[index + 1] != "米": (1000, 1)
        case "百": (100, 1)
        default: nil
        }
    }

    /// Years, days of the calendar, numbers of papers, names such as A4: nothing to be counted.
    private func isNoAmount(_ start: Int, _ end: Int, _ value: Number) -> Bool {
        if let before = text[start - 1], ("A"..."Z").contains(before) || ("a"..."z").contains(before) { return true }
        if text.has("第", at: start - 1) { return true }
        switch text[end] {
        case "年": return value >= 1900 || text[end + 1] == "级"
        case "月": return true
        case "日": return text[start - 1] == "月"
        case "号", "届", "级", "班": return true
        case "-", ".", "/": return value >= 1900 && text.isDigit(end + 1)
        default: return value >= 1900 && value <= 2100 && text.first(of: ["学年", "—", "至", "〕", "]"], at: end) != nil
        }
    }

    // MARK: Numerals

    /// 百分之二十
    private mutating func hundredths(_ start: Int) -> Int {
        let from = start + 3
        let end = text.isDigit(from) ? ClauseMark.digitsEnd(text, from) : ClauseMark.numeralEnd(text, from)
        guard let whole = ClauseMark.number(text, from, end), let value = Number(whole).divided(by: 100) else {
            return from
        }
        append(value, true, start, end)
        return end
    }

    /// A Chinese numeral is a number only before a word of measure. 一, 二 and most of 两 are no counts: `一等奖`,
    /// `每降低一个奖次`, `二次培训`, `以上两项`.
    private mutating func numeral(_ start: Int) -> Int {
        let end = ClauseMark.numeralEnd(text, start)
        guard let value = ChineseNumeral.value(text.scalars[start..<end]), value > 2, !isOrdinal(start, end) else {
            return end
        }
        var measureAt = end
        if text[measureAt] == "大" { measureAt += 1 }
        guard let measure = text.first(of: Self.measures, at: measureAt) else { return end }
        append(Number(value), false, start, measureAt + measure.unicodeScalars.count)
        return measureAt
    }

    private func isOrdinal(_ start: Int, _ end: Int) -> Bool {
        if text.first(of: ["第", "初", "高", "其"], before: start) != nil { return true }
        // 百分制; 下列四种情形 announces a list.
        if text[start] == "百", text[end] == "分" { return true }
        if text.first(of: ["下列", "如下"], before: start) != nil { return true }
        // 三等奖, 三年级, 一、二、三等
        return text.first(of: ["等", "级", "年级", "年段", "月份", "月"], at: end) != nil
    }

    private static let measures = [
        "个工作日", "个档次", "个等次", "个等级", "个百分点", "个", "项成绩", "项得分", "项指标", "项", "次", "天", "日", "周", "年", "分", "学分", "学时",
        "课时", "节", "篇", "名", "人", "倍", "档", "类", "科", "门", "种", "条", "本", "场", "小时", "学期", "位",
    ]

    /// What a rules file lists, so that it can be counted there.
    private static let counted = ["个档次", "个等次", "个等级", "档次", "等次", "等级", "项成绩", "项得分", "项指标"]

    // MARK: What is found

    private mutating func append(_ value: Number, _ isPercent: Bool, _ start: Int, _ end: Int) {
        let isCount = text.first(of: Self.counted, at: countedAt(start)) != nil
        let isBound =
            text.first(of: Self.rangeSigns + ["≥", ">=", "≤", "<=", "满", "不少于", "不低于", "达到", "达"], before: start) != nil
            || text.first(of: Self.rangeSigns + ["及以上", "以上", "及以下", "以下", "以内"], at: end) != nil
        var unit: Number = isPercent ? Number(decimal: "0.01") ?? 1 : 1
        if let point = (start..<end).first(where: { text[$0] == "." }) {
            for _ in 0..<ClauseMark.digitsEnd(text, point + 1) - point - 1 { unit = unit.divided(by: 10) ?? unit }
        }
        figures.append(
            Figure(
                value: value, isPercent: isPercent, isCount: isCount, isBound: isBound, unit: unit,
                range: text.range(start, end), text: text.text(start, end)))
    }

    private static let rangeSigns = ["-", "–", "—", "~", "～", "至"]

    /// Where the word that says what is counted begins: behind the digits or numerals.
    private func countedAt(_ start: Int) -> Int {
        var index = start
        while text.isDigit(index) || text.isNumeral(index) { index += 1 }
        if text[index] == "大" { index += 1 }
        return index
    }
}
