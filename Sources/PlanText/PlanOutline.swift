package import Diagnostics

/// The plan's own text as its numbered clauses.
package struct PlanOutline: Sendable {
    package struct Clause: Sendable {
        package var number: ClauseNumber
        package var parent: Int?
        package var children: [Int] = []
        /// Where its number stands.
        package var mark: SourceRange
        /// What it says by itself: up to the next number, whichever it is.
        package var body: [SourceRange] = []
        /// Its first words.
        package var title = ""
    }

    package private(set) var clauses: [Clause] = []
    /// The clauses that are open where the text has been read to, outermost first.
    private var open: [Int] = []

    /// Reads the lines of one file of the source.
    package init(_ source: SourceFile, _ part: SourceFile.Part) {
        for index in source.lineIndex(at: part.range.start)...source.lineIndex(at: part.range.end) {
            guard source.lineStarts[index] < part.range.end else { continue }
            read(Characters(source, source.lineRange(index)))
        }
        for index in clauses.indices { clauses[index].title = title(clauses[index], source) }
    }

    private mutating func read(_ line: Characters) {
        var position = 0
        while line.isBlank(position) { position += 1 }
        var bodyStart = position
        var isFirst = true
        while position < line.count {
            if let mark = ClauseMark(line, at: position), isFirst ? begins(mark, line) : follows(mark, line, position) {
                extend(line, bodyStart, position)
                append(mark.step, line.range(position, mark.end))
                position = mark.end
                bodyStart = position
            } else {
                position += 1
            }
            isFirst = false
        }
        extend(line, bodyStart, line.count)
    }

    /// Whether a mark at the beginning of a line opens a clause.
    private func begins(_ mark: ClauseMark, _ line: Characters) -> Bool {
        // `5、4、3分`: only numbers that go on with the count.
        if mark.step.style == .digits, line.isDigit(mark.end) { return continues(mark.step) }
        return true
    }

    /// Whether a mark inside a line opens a clause: it must go on with the count, and follow a pause.
    private func follows(_ mark: ClauseMark, _ line: Characters, _ position: Int) -> Bool {
        guard continues(mark.step), let before = line[position - 1] else { return false }
        switch mark.step.style {
        case .circled: return true
        case .bracketedDigits, .bracketedNumeral:
            return Self.pauses.contains(before) || before == "," || before == "、" || before == ")"
                || line.isBlank(position - 1)
        case .digits, .numeral:
            return !line.isDigit(mark.end) && (Self.pauses.contains(before) || line.isBlank(position - 1))
        case .chapter, .section, .article, .rule, .halfBracketedDigits: return false
        }
    }

    private static let pauses: Set<Unicode.Scalar> = ["。", ";", ":", "!", "?"]

    /// Whether a step is the next of its list, or the first of a new one.
    private func continues(_ step: ClauseStep) -> Bool {
        let last = open.last { clauses[$0].number.steps.last?.style == step.style }
        return step.value == (last.flatMap { clauses[$0].number.steps.last?.value } ?? 0) + 1
    }

    private mutating func append(_ step: ClauseStep, _ mark: SourceRange) {
        if let level = open.firstIndex(where: { clauses[$0].number.steps.last?.style == step.style }) {
            open.removeSubrange(level...)
        }
        let parent = open.last
        let steps = (parent.map { clauses[$0].number.steps } ?? []) + [step]
        clauses.append(Clause(number: ClauseNumber(steps), parent: parent, mark: mark))
        if let parent { clauses[parent].children.append(clauses.count - 1) }
        open.append(clauses.count - 1)
    }

    private mutating func extend(_ line: Characters, _ start: Int, _ end: Int) {
        guard let last = open.last, start < end else { return }
        clauses[last].body.append(line.range(start, end))
    }

    /// Up to the first pause, and not too long.
    private func title(_ clause: Clause, _ source: SourceFile) -> String {
        let text = clause.body.first.map(source.text) ?? ""
        let stops: Set<Character> = ["。", "（", "(", "，", ",", "；", ";", "：", ":", ".", "．"]
        let words = text.drop { $0.isWhitespace }.prefix { !stops.contains($0) }
        let short = words.prefix(16).split(whereSeparator: \.isWhitespace).joined()
        return words.count > 16 ? short + "…" : short
    }

    // MARK: Looking up

    /// The clauses of a number: usually one.
    package func clauses(_ number: ClauseNumber) -> [Int] {
        guard let first = number.steps.first else { return [] }
        let exact = clauses.indices.filter { clauses[$0].number.values == number.values }
        if !exact.isEmpty || !first.style.runsThrough { return exact }
        // 第三条 without its chapter.
        return clauses.indices.filter { index in
            let steps = clauses[index].number.steps
            guard let at = steps.firstIndex(of: first) else { return false }
            return steps[at...].map(\.value) == number.values
        }
    }

    /// The clause and those around it, innermost first.
    package func chain(_ index: Int) -> [Int] {
        Array(sequence(first: index) { clauses[$0].parent })
    }

    /// The clause and all inside it.
    package func tree(_ index: Int) -> [Int] { [index] + clauses[index].children.flatMap(tree) }
}
