/// Whole numbers in Chinese numerals: 三, 十二, 二十, 一百零五, 两.
package enum ChineseNumeral {
    private static let digits: [Unicode.Scalar: Int] = [
        "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let powers: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1000]

    package static func isPart(_ scalar: Unicode.Scalar) -> Bool { digits[scalar] != nil || powers[scalar] != nil }

    package static func value(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
        guard !scalars.isEmpty, scalars.count <= 9, scalars.allSatisfy(isPart) else { return nil }
        guard scalars.contains(where: { powers[$0] != nil }) else {
            // 二〇二六: the digits of a year.
            return scalars.reduce(0) { $0 * 10 + (digits[$1] ?? 0) }
        }
        var total = 0
        var digit: Int?
        for scalar in scalars {
            if let power = powers[scalar] {
                total += (digit ?? 1) * power
                digit = nil
            } else {
                digit = digits[scalar]
            }
        }
        return total + (digit ?? 0)
    }

    /// Up to 99, as clauses are numbered.
    package static func text(_ value: Int) -> String {
        let words = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard (1...99).contains(value) else { return String(value) }
        if value < 10 { return words[value] }
        return (value < 20 ? "" : words[value / 10]) + "十" + (value % 10 == 0 ? "" : words[value % 10])
    }
}
