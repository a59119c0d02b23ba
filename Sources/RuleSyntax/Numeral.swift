import Tables

/// Numbers that are written in Chinese characters where digits are needed.
package enum Numeral {
    /// `三十` as `30`, `两位` as `2 位`, `百分之二十` as `20%`; `nil` for other words.
    package static func value(_ word: String) -> String? {
        if word.hasPrefix("百分之") { return whole(word.dropFirst(3)).map { "\($0)%" } }
        var digits = word[...]
        var unit = ""
        if digits.count > 1, let last = digits.last, "分位项人".contains(last) { unit = " \(digits.removeLast())" }
        return whole(digits).map { "\($0)\(unit)" }
    }

    /// Two or three digits in a row are as likely a guess between them, `三五`.
    private static func whole(_ text: Substring) -> Int? {
        let scalars = Array(text.unicodeScalars)
        let hasPower = scalars.contains { "十百千".unicodeScalars.contains($0) }
        guard hasPower || scalars.count == 1 || scalars.count >= 4 else { return nil }
        return ChineseNumeral.value(scalars[...])
    }
}
