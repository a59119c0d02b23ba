import Diagnostics

/// How many a grade takes, in words: `至少 1 人`, `不超过20%`, `前 3 名`, `不低于90分`.
struct QuotaInWords {
    var word: String
    var number: String
    var unit: QuotaUnit
    /// The sign that the word stands for.
    var sign: String
    /// The word, the number and what follows it.
    var range: SourceRange
    /// The word alone, where it stands alone.
    var wordRange: SourceRange?

    enum QuotaUnit {
        case persons, percent, points
    }

    /// Whether it speaks of people, not of the score.
    var isSeats: Bool { unit != .points }
    var isLeast: Bool { sign == ">=" }

    /// It as a quota is written, without the word.
    var amount: String {
        switch unit {
        case .persons: "\(number) \(Unit.persons.spellings.zh)"
        case .percent: "\(number)%"
        case .points: number
        }
    }
}

extension Parser {
    /// What the words from a place on say of a quota.
    func quotaInWords(at index: Int) -> QuotaInWords? {
        guard index < tokens.count, case .word(let whole) = tokens[index].kind else { return nil }
        let plain = Spelling.simplified(whole)
        let words = ([(word: "前", sign: "<=")] + Self.comparisonWords.map { (word: $0.key, sign: $0.value) })
            .filter { plain.hasPrefix($0.word) }
        guard let (word, sign) = words.max(by: { $0.word.count < $1.word.count }) else { return nil }
        var rest = String(plain.dropFirst(word.count))
        var end = index
        if rest.isEmpty {
            end += 1
            guard end < tokens.count else { return nil }
            rest = source.text(tokens[end].range)
        }
        if end + 1 < tokens.count {
            let next = tokens[end + 1]
            let isUnit = if case .word(let unit) = next.kind { Self.personWords.contains(unit) } else { false }
            if isUnit || next.kind == .bad(.unknownSign("%")) && !next.spaced {
                end += 1
                rest += source.text(next.range)
            }
        }
        guard let amount = Self.amount(rest) else { return nil }
        let isSpeakingOfPeople = amount.unit == .persons || amount.unit == .percent
        // People and shares are at least or at most so many; only scores are above or below.
        if isSpeakingOfPeople, sign != ">=", sign != "<=" { return nil }
        if word == "前", !isSpeakingOfPeople { return nil }
        return QuotaInWords(
            word: String(whole.prefix(word.count)), number: amount.number, unit: amount.unit, sign: sign,
            range: tokens[index].range.union(tokens[end].range),
            wordRange: plain.count == word.count ? tokens[index].range : nil)
    }

    private static let personWords: Set<String> = ["人", "名", "个", "位"]

    /// `1人`, `一人`, `20%`, `90分`, `90`.
    private static func amount(_ text: String) -> (number: String, unit: QuotaInWords.QuotaUnit)? {
        var text = text.filter { $0 != " " }
        var unit = QuotaInWords.QuotaUnit.points
        if let last = text.last {
            if personWords.contains(String(last)) {
                unit = .persons
                text.removeLast()
            } else if last == "%" || last == "％" {
                unit = .percent
                text.removeLast()
            } else if last == "分" {
                text.removeLast()
            }
        }
        if !text.isEmpty, text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) { return (text, unit) }
        return Numeral.value(text).flatMap { $0.hasSuffix("%") ? nil : ($0, unit) }
    }

    /// Reads the words as the quota that they can only mean.
    mutating func mend(_ quota: QuotaInWords) -> Abandon {
        if !quota.isSeats {
            let range = quota.wordRange ?? quota.range
            let text = quota.wordRange == nil ? "\(quota.sign) \(quota.amount)" : quota.sign
            return mend(.wordComparison(quota.word, sign: quota.sign), range, as: text)
        }
        guard quota.isLeast else {
            let amount = Bilingual(quota.amount, quota.amount)
            let words = quota.wordRange == nil ? source.text(quota.range) : quota.word
            return mend(.otherWord(words, right: amount), quota.range, as: quota.amount)
        }
        if let range = quota.wordRange {
            return mend(.otherWord(quota.word, right: Keyword.floor.spellings), range, as: Keyword.floor.zh)
        }
        let text = "\(Keyword.floor.zh) \(quota.amount)"
        return mend(.otherWord(source.text(quota.range), right: Bilingual(text, text)), quota.range, as: text)
    }
}
