extension SignText {
    /// Where a word of the class ends that is read from `position` on.
    func match(_ words: WordClass, without: [String], _ position: Int) -> Int? {
        let start = skip(position)
        switch words {
        case .word: return word(at: start)?.end
        case .name: return name(start, Vocabulary.reservedNumbers)
        case .columnName: return name(start, Vocabulary.notColumnNumbers)
        case .typeName: return name(start, Vocabulary.notTypeNumbers)
        case .reference: return isFunction(start) ? nil : name(start, Vocabulary.reservedNumbers)
        case .function: return isFunction(start) ? word(at: start)?.end : nil
        case .number: return figure(start) { if case .number = $0 { true } else { false } }
        case .numberWord: return figure(start) { $0 == .numberWord }
        case .date: return figure(start) { $0 == .date }
        case .month: return figure(start) { $0 == .month }
        case .plain: return figure(start) { $0 == .number(percent: false) }
        case .count: return whole(start, 0...30)
        case .year: return whole(start, 1...9999)
        case .string: return quoted(at: start)
        case .label: return label(start)
        case .raw: return raw(start, Vocabulary.numbers(without))
        case .cell: return cell(position)?.end
        }
    }

    private func name(_ start: Int, _ excluded: Set<Int>) -> Int? {
        guard let word = word(at: start), !excluded.contains(word.keyword) else { return nil }
        return word.end
    }

    private func isFunction(_ start: Int) -> Bool {
        guard let word = word(at: start) else { return false }
        return word.function >= 0 && folded(word.end) == "("
    }

    private func figure(_ start: Int, _ accepts: (Figure) -> Bool) -> Int? {
        guard let (figure, end) = figure(at: start), accepts(figure) else { return nil }
        return end
    }

    private func whole(_ start: Int, _ range: ClosedRange<Int>) -> Int? {
        guard let end = figure(start, { $0 == .number(percent: false) }), let value = wholeNumber(start, end),
            range.contains(value)
        else { return nil }
        return end
    }

    private func label(_ start: Int) -> Int? {
        if let end = quoted(at: start) { return end }
        var end = start
        while let sign = folded(end) {
            if let word = word(at: end) {
                end = word.end
            } else if let (figure, figureEnd) = figure(at: end) {
                if figure == .refused { break }
                end = figureEnd
            } else if "+-*/".unicodeScalars.contains(sign) || sign == "." && folded(end + 1) != "." {
                end += 1
            } else {
                break
            }
        }
        return end > start ? end : nil
    }

    private func raw(_ start: Int, _ stops: Set<Int>) -> Int? {
        if isCharacter(start), folded(start) == ":" { return nil }
        var end = start
        var place = start
        var mayStop = true
        while isCharacter(place), folded(place) != "#" {
            if let quoteEnd = quoted(at: place) {
                place = quoteEnd
                end = place
                continue
            }
            // An open quote holds the rest of the line.
            if isQuote(place) { mayStop = false }
            if mayStop, place == start || signs[place - 1].isBlank, let word = word(at: place),
                stops.contains(word.keyword)
            {
                break
            }
            place += 1
            if !signs[place - 1].isBlank { end = place }
        }
        return end > start ? end : nil
    }

    /// The cell that begins behind the blanks from `position` on.
    func cell(_ position: Int) -> (start: Int, end: Int)? {
        var start = position
        while start < signs.count, signs[start].isBlank { start += 1 }
        guard let first = folded(start), first != "#" else { return nil }
        if let end = quoted(at: start), !isCharacter(end) || signs[end].isBlank { return (start, end) }
        var end = start
        var place = start
        var gap = 0
        while isCharacter(place) {
            if signs[place].isBlank {
                gap += Sign.width(signs[place].scalar) ?? 2
            } else if gap >= 2 || gap > 0 && folded(place) == "#" {
                break
            } else {
                gap = 0
                end = place + 1
            }
            place += 1
        }
        return (start, end)
    }

    private static let twins: [String: String] = ["<=": "≤", ">=": "≥", "!=": "≠"]

    /// Behind a sign, or a word with one spelling, that stands here.
    func match(sign: String, _ position: Int) -> Int? {
        let start = skip(position)
        let wanted = Array(sign.unicodeScalars)
        if wanted[0].properties.isXIDStart {
            guard let word = word(at: start), word.text == sign else { return nil }
            return word.end
        }
        guard let first = folded(start) else { return nil }
        if let twin = Self.twins[sign], String(Character(first)) == twin { return start + 1 }
        if sign == "!=", first == "<", folded(start + 1) == ">" { return start + 2 }
        for (distance, scalar) in wanted.enumerated() where folded(start + distance) != scalar { return nil }
        let next = folded(start + wanted.count)
        switch sign {
        case "<": return next == "=" || next == ">" ? nil : start + 1
        case ">": return next == "=" ? nil : start + 1
        case ".": return next == "." ? nil : start + 1
        default: return start + wanted.count
        }
    }
}
