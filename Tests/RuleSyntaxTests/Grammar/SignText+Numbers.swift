import Tables

extension SignText {
    enum Figure: Equatable {
        case number(percent: Bool)
        case numberWord
        case date
        case month
        /// A day that no calendar has, or a misspelt number.
        case refused
    }

    /// What begins with a digit here, and where it ends.
    func figure(at start: Int) -> (Figure, end: Int)? {
        guard isDigit(start) else { return nil }
        if let day = day(at: start) { return day }
        var end = digits(start)
        if folded(end) == ".", isDigit(end + 1) { end = digits(end + 1) }
        if let sign = folded(end), sign == "%" || sign == "‰" { return (.number(percent: true), end + 1) }
        guard let next = folded(end), isWordPart(end) else { return (.number(percent: false), end) }
        if !isWordPart(end + 1) {
            if next == "分" || next == "位" || next == "项" { return (.number(percent: false), end + 1) }
            if next == "人" { return (.number(percent: false), end) }
        }
        while isWordPart(end) || folded(end) == "." && isDigit(end + 1) { end += 1 }
        let isMisspelt = foldedText(start, end).allSatisfy { "0123456789.OolI〇".contains($0) }
        return (isMisspelt ? .refused : .numberWord, end)
    }

    private func digits(_ start: Int) -> Int {
        var end = start
        while isDigit(end) { end += 1 }
        return end
    }

    /// A short number from `start` to the sign before which it must stand.
    private func part(_ start: Int, before sign: Unicode.Scalar?) -> (value: Int, end: Int)? {
        let end = digits(start)
        guard (1...2).contains(end - start), sign == nil || folded(end) == sign,
            let value = Int(foldedText(start, end))
        else { return nil }
        return (value, sign == nil ? end : end + 1)
    }

    private func day(at start: Int) -> (Figure, end: Int)? {
        let yearEnd = digits(start)
        guard yearEnd - start == 4, let year = Int(foldedText(start, yearEnd)), let sign = folded(yearEnd),
            sign == "-" || sign == "年", let month = part(yearEnd + 1, before: sign == "-" ? "-" : "月")
        else { return nil }
        let isWritten = sign == "年"
        if let day = part(month.end, before: isWritten ? "日" : nil) {
            guard !isWordPart(day.end) else { return nil }
            return (CalendarDate(year: year, month: month.value, day: day.value) == nil ? .refused : .date, day.end)
        }
        guard isWritten, !isWordPart(month.end) else { return nil }
        return (CalendarMonth(year: year, month: month.value) == nil ? .refused : .month, month.end)
    }

    /// The value of a number without per cent, its unit left out.
    func wholeNumber(_ start: Int, _ end: Int) -> Int? {
        let text = foldedText(start, end).prefix { $0.isASCII }
        guard let point = text.firstIndex(of: ".") else { return Int(text) }
        return text[text.index(after: point)...].allSatisfy { $0 == "0" } ? Int(text[..<point]) : nil
    }
}
