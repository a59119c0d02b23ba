/// The known word that an unknown one is likely meant for.
package struct Suggestion: Hashable, Sendable {
    package var word: String
    /// Whether it can hardly be another one, so that a fix may write it.
    package var isCertain: Bool

    package init(word: String, isCertain: Bool) {
        self.word = word
        self.isCertain = isCertain
    }
}

/// The known word nearest to an unknown one, if one is near enough to be meant: written with traditional characters,
/// alike to the eye, alike to the ear, or a few characters apart.
package func suggestion(
    for word: String, in known: some Sequence<String>, evenIfTied: Bool = false
) -> Suggestion? {
    guard word.count <= 64 else { return nil }
    var search = SuggestionSearch(word)
    for candidate in known { search.consider(candidate) }
    return search.hasEqual && !evenIfTied ? nil : search.result
}

/// The known word nearest to a mistyped one, if one alone is near enough to be meant: of two equally near either
/// would be a guess, and only `evenIfTied` gives the first of them.
package func nearest(_ word: String, in known: some Sequence<String>, evenIfTied: Bool = false) -> String? {
    suggestion(for: word, in: known, evenIfTied: evenIfTied)?.word
}

private struct SuggestionSearch {
    private let word: String
    private let count: Int
    private let simplified: String
    private let shape: String
    private let sound: String
    private let limit: Int
    private var best: (score: Int, word: String)?
    /// Another word that is as near, or near at all.
    private(set) var hasEqual = false
    private var hasOther = false

    init(_ word: String) {
        self.word = word
        count = word.count
        simplified = Spelling.simplified(word)
        shape = Spelling.shape(word)
        sound = Spelling.sound(word)
        limit = count <= 3 ? 1 : count <= 6 ? 2 : 3
    }

    mutating func consider(_ candidate: String) {
        guard candidate != word, let score = score(candidate) else { return }
        guard let old = best else {
            best = (score, candidate)
            return
        }
        if old.word == candidate { return }
        hasOther = true
        if score == old.score { hasEqual = true } else if score < old.score { hasEqual = false }
        if (score, candidate) < (old.score, old.word) { best = (score, candidate) }
    }

    /// 0 for traditional characters, 1 for a look-alike, 2 for the same sound, else 2 more than the distance.
    private func score(_ candidate: String) -> Int? {
        let length = candidate.count
        guard abs(length - count) <= limit else { return nil }
        if length == count {
            if Spelling.simplified(candidate) == simplified { return 0 }
            if Spelling.shape(candidate) == shape { return 1 }
            if Spelling.sound(candidate) == sound { return 2 }
        }
        // To take 不合格 for 合格 would turn the plan round.
        if Self.denies(word) != Self.denies(candidate) { return nil }
        let distance = editDistance(word, candidate)
        return distance <= limit && distance < max(count, length) ? distance + 2 : nil
    }

    private static func denies(_ word: String) -> Bool { word.contains { "不未非无没".contains($0) } }

    var result: Suggestion? {
        guard let best else { return nil }
        let isCertain =
            switch best.score {
            case 0, 1: !hasEqual
            case 2: !hasEqual && count >= 2
            case 3: !hasOther && isSlip(best.word)
            default: false
            }
        return Suggestion(word: best.word, isCertain: isCertain)
    }

    /// One wrong character in a long word, or two neighbours exchanged; none that carries a meaning of its own, as
    /// 不合格 and 合格, 第一 and 第二 do.
    private func isSlip(_ candidate: String) -> Bool {
        let old = Array(word)
        let new = Array(candidate)
        if old.count == new.count, old.sorted() == new.sorted() { return true }
        guard min(old.count, new.count) >= 4 else { return false }
        let same = zip(old, new).prefix { $0 == $1 }.count
        let tail = zip(old.dropFirst(same).reversed(), new.dropFirst(same).reversed()).prefix { $0 == $1 }.count
        let changed = old[same..<(old.count - tail)] + new[same..<(new.count - tail)]
        return changed.allSatisfy { !Self.telling.contains($0) && !$0.isNumber }
    }

    private static let telling = Set("不未无非上下大小高低前后左右一二三四五六七八九十甲乙丙丁加减扣总分最初中")
}
