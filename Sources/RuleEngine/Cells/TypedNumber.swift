/// A number as people type it: `1,234`, `3学时`, `- 3`.
struct TypedNumber {
    /// Sign, digits and point.
    var plain: String
    var hasThousands: Bool
    /// What stands behind the digits.
    var rest: String

    /// `nil` where the text does not begin with one number that can only be read in one way.
    init?(_ folded: FoldedText) {
        var scalars = folded.scalars[...]
        var plain = ""
        if let sign = scalars.first, sign == "-" || sign == "+" {
            if sign == "-" { plain = "-" }
            scalars = scalars.dropFirst()
            if scalars.first == " " { scalars = scalars.dropFirst() }
        }
        let first = scalars.prefix(while: \.isDigit)
        guard !first.isEmpty else { return nil }
        plain += FoldedText.text(first)
        scalars = scalars.dropFirst(first.count)
        hasThousands = scalars.first == ","
        if hasThousands, first.count > 3 || first.first == "0" { return nil }
        while scalars.first == "," {
            let group = scalars.dropFirst().prefix(while: \.isDigit)
            guard group.count == 3 else { return nil }
            plain += FoldedText.text(group)
            scalars = scalars.dropFirst(4)
        }
        if scalars.first == "." {
            let decimals = scalars.dropFirst().prefix(while: \.isDigit)
            guard !decimals.isEmpty else { return nil }
            plain += "." + FoldedText.text(decimals)
            scalars = scalars.dropFirst(decimals.count + 1)
        }
        if scalars.first == " " { scalars = scalars.dropFirst() }
        self.plain = plain
        rest = FoldedText.text(scalars)
    }
}

/// The words that people write behind a number.
enum UnitWord {
    /// Words that count one by one, whatever the column is called.
    private static let counts: Set<String> = [
        "分", "次", "节", "个", "人", "名", "位", "篇", "项", "件", "本", "场", "学时", "课时", "学分", "天", "元", "票",
        "point", "points", "time", "times", "lesson", "lessons", "day", "days",
    ]
    /// Words whose measure differs from column to column.
    private static let measures: Set<String> = [
        "小时", "分钟", "周", "月", "个月", "年", "岁", "万", "万元", "千", "百", "hour", "hours", "minutes", "weeks", "months",
        "years",
    ]

    enum Fit {
        case fits
        /// A unit, of something else.
        case other
        case noUnit
    }

    /// A unit fits when it is the last one in the column's name, 次 in 每月次数, or when the name holds none.
    static func fit(_ word: String, _ names: [String]) -> Fit {
        let word = word.lowercased()
        guard word.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic }) else { return .noUnit }
        var isCalled = false
        let names = names.map { $0.lowercased() }
        if names.contains(where: { isTail(word, of: $0) }) { return .other }
        for name in names {
            let last = counts.union(measures).compactMap { end(of: $0, in: name) }.max()
            if let own = end(of: word, in: name), own >= last ?? 0 { return .fits }
            isCalled = isCalled || last != nil
        }
        if counts.contains(word) { return isCalled ? .other : .fits }
        return measures.contains(word) ? .other : .noUnit
    }

    /// Whether a word stands last in a name only as the end of a greater or lesser unit: 元 in 万元, 天 in 半天. The points
    /// of 百分 are points, and 一百学时 are so many.
    private static func isTail(_ word: String, of name: String) -> Bool {
        guard word != "分", let end = end(of: word, in: name) else { return false }
        let before = name.prefix(end - word.count)
        guard let multiple = before.last, "半百千万亿".contains(multiple) else { return false }
        return before.dropLast().last.map { !"一二三四五六七八九十两".contains($0) } ?? true
    }

    /// Where a word stands last in a name, its end; words of Latin letters only as whole words.
    private static func end(of word: String, in name: String) -> Int? {
        let letters = Array(word)
        let signs = Array(name)
        guard letters.count <= signs.count else { return nil }
        let isLatin = letters.allSatisfy(\.isASCII)
        func isLetter(_ index: Int) -> Bool { signs.indices.contains(index) && signs[index].isLetter }
        return (0...(signs.count - letters.count)).reversed().first { start in
            signs[start..<(start + letters.count)].elementsEqual(letters)
                && !(isLatin && (isLetter(start - 1) || isLetter(start + letters.count)))
        }.map { $0 + letters.count }
    }
}
