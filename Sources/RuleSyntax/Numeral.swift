/// Numbers written in Chinese characters.
package enum Numeral {
    /// `三十` as `30`, `两位` as `2 位`, `百分之二十` as `20%`; `nil` for other words.
    package static func value(_ word: String) -> String? {
        if word.hasPrefix("百分之") { return whole(word.dropFirst(3)).map { "\($0)%" } }
        var digits = word[...]
        var unit = ""
        if digits.count > 1, let last = digits.last, "分位项人".contains(last) {
            unit = " \(digits.removeLast())"
        }
        return whole(digits).map { "\($0)\(unit)" }
    }

    /// A whole number below ten thousand.
    private static func whole(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.count <= 8 else { return nil }
        var sum = 0
        var digit: Int?
        for character in text {
            if let value = digits[character] {
                if digit != nil, digit != 0 { return nil }
                digit = value
            } else if let unit = units[character] {
                sum += (digit ?? 1) * unit
                digit = nil
            } else {
                return nil
            }
        }
        return sum + (digit ?? 0)
    }

    private static let digits: [Character: Int] = [
        "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let units: [Character: Int] = ["十": 10, "百": 100, "千": 1000]
}
