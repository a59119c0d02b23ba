/// The smallest number of inserted, dropped, replaced or swapped neighbouring characters between two words
/// (Damerau-Levenshtein in its restricted form).
package func editDistance(_ left: String, _ right: String) -> Int {
    let a = Array(left)
    let b = Array(right)
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
        var row = [Int](repeating: i, count: b.count + 1)
        for j in 1...b.count {
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { row[j] = min(row[j], beforeLast[j - 2] + 1) }
        }
        beforeLast = last
        last = row
    }
    return last[b.count]
}

/// The known word nearest to a mistyped one, if one alone is near enough to be meant: of two equally near either
/// would be a guess, and only `evenIfTied` gives the first of them.
package func nearest(_ word: String, in known: some Sequence<String>, evenIfTied: Bool = false) -> String? {
    guard word.count <= 64 else { return nil }
    let limit = word.count <= 3 ? 1 : word.count <= 6 ? 2 : 3
    var best: (word: String, distance: Int)?
    var isTied = false
    for candidate in known where abs(candidate.count - word.count) <= limit {
        let distance = editDistance(word, candidate)
        guard distance <= limit, distance < max(word.count, candidate.count) else { continue }
        isTied = distance == best?.distance && candidate != best?.word || isTied && distance >= best!.distance
        if best == nil || (distance, candidate) < (best!.distance, best!.word) { best = (candidate, distance) }
    }
    return isTied && !evenIfTied ? nil : best?.word
}
