import Diagnostics

/// What stands behind 依据 and 未入规则, read as numbers of clauses: `五、4（1）, 五、4（2）`, `第三条`, `R3`.
package enum Citations {
    /// One citation: where it stands in the text, and its readings, the likeliest first. Each is a list of clauses.
    /// Without a reading it names no clause.
    package struct Citation {
        package var text: String
        package var start: Int
        package var readings: [[ClauseNumber]]
    }

    /// The citations in a text, which are parted by commas and semicolons.
    package static func all(_ text: String) -> [Citation] {
        let characters = Characters(text)
        var result: [Citation] = []
        var start = 0
        for index in 0...characters.count {
            let scalar = characters[index]
            guard scalar == nil || scalar == "," || scalar == ";" || isBetween(characters, index) else { continue }
            var from = start
            var to = index
            while from < to, characters.isBlank(from) { from += 1 }
            while to > from, characters.isBlank(to - 1) { to -= 1 }
            if from < to {
                let place = characters.range(from, to)
                let utf8 = Array(text.utf8)[place.start..<place.end]
                result.append(
                    Citation(
                        text: String(decoding: utf8, as: UTF8.self), start: place.start,
                        readings: readings(characters, from, to)))
            }
            start = index + 1
        }
        return result
    }

    /// `、` parts citations only before one that cannot go on with the number: `R2、R3`, `第二条、第三条`.
    private static func isBetween(_ text: Characters, _ index: Int) -> Bool {
        text[index] == "、" && (text[index + 1] == "R" || text[index + 1] == "第")
    }

    /// Numbers of clauses that a note mentions: “按第三条”, “六、1 的 30%”.
    package static func mentions(_ text: String) -> [ClauseNumber] {
        let characters = Characters(text)
        var found: [ClauseNumber] = []
        var index = 0
        while index < characters.count {
            let isStart = characters[index] == "第" || characters.isNumeral(index) && !characters.isNumeral(index - 1)
            guard isStart, let group = group(characters, index, characters.count),
                group.step.style == .article || group.step.style == .numeral && characters[group.end - 1] == "、"
            else {
                index += 1
                continue
            }
            let (groups, end) = groups(characters, index, characters.count)
            // 一、二等奖 is no clause: behind 、 a digit must follow.
            if group.step.style == .article || groups.count > 1 && groups[1].style != .numeral {
                found.append(ClauseNumber(groups))
            }
            index = max(end, index + 1)
        }
        return found
    }

    private static func readings(_ text: Characters, _ from: Int, _ to: Int) -> [[ClauseNumber]] {
        var (steps, end) = groups(text, from, to)
        guard !steps.isEmpty else { return [] }
        // `R6 课题`: words after the number say more about it; other signs make it no number.
        guard end == to || text.isBlank(end) else { return [] }
        if steps.count > 1, steps[0].style == .numeral, steps.allSatisfy({ $0.style == .numeral }) {
            // 一、二、四
            return [steps.map { ClauseNumber([$0]) }]
        }
        let deep = [ClauseNumber(steps)]
        // 五、4（1）（2）: two of one kind side by side.
        var siblings: [ClauseNumber] = []
        while steps.count > 1, steps[steps.count - 1].style == steps[steps.count - 2].style {
            siblings.append(ClauseNumber(steps.dropLast(2) + steps.suffix(1)))
            steps.removeLast()
        }
        return siblings.isEmpty ? [deep] : [deep, [ClauseNumber(steps)] + siblings.reversed()]
    }

    /// The steps from a place on, as long as they follow each other.
    private static func groups(_ text: Characters, _ from: Int, _ to: Int) -> (steps: [ClauseStep], end: Int) {
        var steps: [ClauseStep] = []
        var index = from
        while let group = group(text, index, to) {
            steps.append(group.step)
            index = group.end
        }
        return (steps, index)
    }

    /// A step of a citation: as a mark in the plan's text, or a bare number at the end.
    private static func group(_ text: Characters, _ from: Int, _ to: Int) -> (step: ClauseStep, end: Int)? {
        if let mark = ClauseMark(text, at: from), mark.end <= to { return (mark.step, mark.end) }
        if text[from] == "第" {
            let start = from + 1
            let end = text.isDigit(start) ? ClauseMark.digitsEnd(text, start) : ClauseMark.numeralEnd(text, start)
            guard let value = ClauseMark.number(text, start, end), let kind = text[end] else { return nil }
            return kind == "款" || kind == "项" || kind == "点" ? (ClauseStep(.bracketedNumeral, value), end + 1) : nil
        }
        let isDigits = text.isDigit(from)
        let end = min(to, isDigits ? ClauseMark.digitsEnd(text, from) : ClauseMark.numeralEnd(text, from))
        guard let value = ClauseMark.number(text, from, end) else { return nil }
        // `2.3` inside a citation is two steps.
        let next = text[end] == "." && text.isDigit(end + 1) ? end + 1 : end
        return (ClauseStep(isDigits ? .digits : .numeral, value), next)
    }
}
