package import Diagnostics
package import RuleSyntax
import Tables

/// Holds a rules file against the plan's own text: clauses without rules, citations without a clause, numbers that differ.
package struct PlanReview {
    private let source: SourceFile
    private let outline: PlanOutline
    private let collector: LineCollector
    private var problems: [Diagnostic] = []
    /// For each clause, the lines that name it.
    private var cited: [[CitedLine]]
    /// For each clause, notes that mention it.
    private var mentioned: [[String]]
    /// Clauses listed in 未入规则, with all inside them.
    private var excluded: Set<Int> = []
    /// Clauses that were found to have no rules, with all inside them.
    private var uncovered: Set<Int> = []

    /// The findings. The plan's text is the last file of the source.
    package static func problems(_ file: RulesFile, _ source: SourceFile) -> [Diagnostic] {
        var review = PlanReview(file, source)
        review.run(file)
        return review.problems
    }

    private init(_ file: RulesFile, _ source: SourceFile) {
        self.source = source
        outline = PlanOutline(source, source.parts[source.parts.count - 1])
        collector = LineCollector(file, source)
        cited = Array(repeating: [], count: outline.clauses.count)
        mentioned = Array(repeating: [], count: outline.clauses.count)
    }

    private mutating func run(_ file: RulesFile) {
        guard !outline.clauses.isEmpty else {
            let start = source.parts[source.parts.count - 1].range.start
            problems.report(PlanTextProblem.noClauses, at: SourceRange(start, start))
            return
        }
        for line in collector.lines {
            for clause in Set(line.citations.flatMap { resolve($0) }) { cited[clause].append(line) }
            for note in line.notes {
                for number in Citations.mentions(note) {
                    for clause in outline.clauses(number) { mentioned[clause].append(note) }
                }
            }
        }
        for unscored in file.unscored {
            for clause in resolve(unscored.clauses) { excluded.formUnion(outline.tree(clause)) }
        }
        for clause in outline.clauses.indices where outline.clauses[clause].parent == nil { reviewCoverage(clause) }
        for clause in outline.clauses.indices { reviewFigures(clause) }
    }

    // MARK: Citations

    /// The clauses that a text cites; one that is not there is reported, once for each place.
    private mutating func resolve(_ name: Name) -> [Int] {
        Citations.all(name.text).flatMap { citation -> [Int] in
            for reading in citation.readings {
                let clauses = reading.map(outline.clauses)
                if clauses.allSatisfy({ !$0.isEmpty }) { return clauses.flatMap { $0 } }
            }
            if citation.readings.isEmpty, Self.freeWords.contains(citation.text) { return [] }
            let number = citation.readings.last?.first { outline.clauses($0).isEmpty }
            let problem = PlanTextProblem.unknownClause(citation.text, nearest: number.flatMap(nearest))
            let diagnostic = Diagnostic(problem, at: .rules(place(citation, name)))
            if !problems.contains(diagnostic) { problems.append(diagnostic) }
            return []
        }
    }

    /// Parts of a plan that have no number.
    private static let freeWords: Set<String> = ["标题", "题目", "前言", "引言", "序言", "开头", "附则", "全文"]

    private func place(_ citation: Citations.Citation, _ name: Name) -> SourceRange {
        // A citation written in several pieces is marked as a whole.
        guard source.text(name.range) == name.text else { return name.range }
        let start = name.range.start + citation.start
        return SourceRange(start, start + citation.text.utf8.count)
    }

    /// The clause that is likely meant: the nearest of the same list, or else the clause around.
    private func nearest(_ number: ClauseNumber) -> String? {
        var steps = number.steps
        if let first = steps.first, first.style.runsThrough, outline.clauses(ClauseNumber([first])).isEmpty {
            let same = outline.clauses.indices.filter { outline.clauses[$0].number.steps.last?.style == first.style }
            return same.min { distance($0, first) < distance($1, first) }.map { outline.clauses[$0].number.text }
        }
        while let last = steps.popLast() {
            let siblings =
                steps.isEmpty
                ? outline.clauses.indices.filter { outline.clauses[$0].parent == nil }
                : outline.clauses(ClauseNumber(steps)).flatMap { outline.clauses[$0].children }
            let best = siblings.min { distance($0, last) < distance($1, last) }
            if let best { return outline.clauses[best].number.text }
            if let around = outline.clauses(ClauseNumber(steps)).first { return outline.clauses[around].number.text }
        }
        return nil
    }

    private func distance(_ clause: Int, _ step: ClauseStep) -> Int {
        abs((outline.clauses[clause].number.values.last ?? 0) - step.value)
    }

    // MARK: Coverage

    private func isTouched(_ clause: Int) -> Bool {
        outline.tree(clause).contains { !cited[$0].isEmpty || excluded.contains($0) }
    }

    /// Reports what no rule rests on; of a clause and all inside it, only the outermost.
    private mutating func reviewCoverage(_ clause: Int) {
        if excluded.contains(clause) { return }
        let children = outline.clauses[clause].children
        guard isTouched(clause) else {
            report(uncovered: clause)
            return
        }
        // Rules that cite a clause as a whole cover all inside it, unless others single parts of it out.
        if !cited[clause].isEmpty, !children.contains(where: isTouched) { return }
        for child in children { reviewCoverage(child) }
        guard cited[clause].isEmpty, !children.isEmpty else { return }
        // Numbers of its own that stand in no rule inside it either.
        let inner = Amounts(outline.tree(clause).flatMap { cited[$0] }, collector, source)
        if figures(clause).contains(where: { !inner.has($0) && !$0.isCount }) {
            report(uncovered: clause, withParts: false)
        }
    }

    private mutating func report(uncovered clause: Int, withParts: Bool = true) {
        uncovered.formUnion(withParts ? outline.tree(clause) : [clause])
        let found = outline.clauses[clause]
        let place = SourceRange(found.mark.start, found.mark.end)
        problems.report(PlanTextProblem.uncovered(found.number.text, title: found.title), at: place)
    }

    // MARK: Numbers

    private func figures(_ clause: Int) -> [Figure] {
        outline.clauses[clause].body.flatMap { FigureReader.figures(source, $0) }
    }

    /// The lines whose numbers count for a clause: those that cite it, or else those that cite a clause around it.
    private func lines(_ clause: Int) -> [CitedLine] {
        for around in outline.chain(clause) where !cited[around].isEmpty { return cited[around] }
        return []
    }

    private mutating func reviewFigures(_ clause: Int) {
        if excluded.contains(clause) || uncovered.contains(clause) { return }
        let lines = lines(clause)
        let figures = figures(clause)
        guard !lines.isEmpty, !figures.isEmpty else { return }
        let plain = Amounts(lines, collector, source)
        var amounts = plain
        let notes = outline.chain(clause).flatMap { cited[$0] }.flatMap(\.notes) + mentioned[clause]
        for note in Set(notes) { amounts.add(note: note) }
        let number = outline.clauses[clause].number.text
        let others = plain.written.filter { written in
            !figures.contains { $0.value == written.value } && written.value != 0 && written.value != 1
        }
        var seen: Set<String> = []
        for figure in figures where seen.insert("\(figure.value) \(figure.isCount)").inserted {
            if figure.isCount, let listed = listed(figure, plain) {
                if listed.contains(where: { figure.value == Number($0) }) || isQuoted(figure, notes) { continue }
                report(
                    .countDiffers(figure.text, clause: number, listed: listed[0]), figure,
                    lines.filter { !$0.levels.isEmpty || !$0.sections.isEmpty })
            } else if !amounts.has(figure) {
                let near = nearest(others, figure)
                // 每次计1分 needs no 1 in the rules.
                if figure.value == 1, !figure.isBound, near.isEmpty || !figure.text.hasSuffix("分") { continue }
                let problem = PlanTextProblem.numberMissing(figure.text, clause: number, others: near.map(\.text))
                report(problem, figure, telling(lines, Set(near.map(\.value))))
            } else if isStep(figure) {
                reviewSteps(figure, number, plain)
            }
        }
    }

    /// The one or two numbers that a missing one was likely changed into.
    private func nearest(_ others: [(value: Number, text: String)], _ figure: Figure) -> [(value: Number, text: String)]
    {
        func distance(_ value: Number) -> Number {
            let ratio = value.divided(by: figure.value) ?? 0
            return ratio > 1 ? ratio : Number(1).divided(by: ratio) ?? 1
        }
        let close = others.filter { distance($0.value) <= 3 }
        let alike = close.filter { $0.text.hasSuffix("%") == figure.isPercent }
        let near = alike.isEmpty ? close : alike
        return Array(near.sorted { distance($0.value) < distance($1.value) }.prefix(2))
    }

    /// What a count can be held against.
    private func listed(_ figure: Figure, _ amounts: Amounts) -> [Int]? {
        let isItems = figure.text.contains("项")
        let listed = isItems ? amounts.sections : amounts.levels
        return listed.isEmpty ? nil : listed
    }

    private func isQuoted(_ figure: Figure, _ notes: [String]) -> Bool {
        notes.contains { note in FigureReader.figures(note).contains { $0.isCount && $0.value == figure.value } }
    }

    /// 每降低一个奖次…减0.5分
    private func isStep(_ figure: Figure) -> Bool {
        let before = source.lineRange(source.lineIndex(at: figure.range.start))
        let text = source.text(SourceRange(before.start, figure.range.start)).suffix(20)
        guard let each = text.lastIndex(of: "每") else { return false }
        let between = text[each...].dropFirst()
        return between.first.map { "降低升提差少多高".contains($0) } == true && !between.contains("。")
    }

    private mutating func reviewSteps(_ figure: Figure, _ clause: String, _ amounts: Amounts) {
        for lookup in amounts.lookups {
            for range in lookup.breaks(of: figure.value) {
                let label = DiagnosticLabel(.rules(figure.range), Bilingual("计划的原文在这里", "the plan says so here"))
                let problem = PlanTextProblem.stepDiffers(figure.text, clause: clause)
                let diagnostic = Diagnostic(problem, at: .rules(range), labels: [label])
                if !problems.contains(diagnostic) { problems.append(diagnostic) }
            }
        }
    }

    /// The lines to be looked at for a missing number: those with other numbers than the plan's, or else any with numbers.
    private func telling(_ lines: [CitedLine], _ others: Set<Number>) -> [CitedLine] {
        let own = lines.map { (line: $0, numbers: Amounts([$0], source).written.map(\.value)) }
        let odd = own.filter { !others.isDisjoint(with: $0.numbers) }
        return (odd.isEmpty ? own.filter { !$0.numbers.isEmpty } : odd).map(\.line)
    }

    private mutating func report(_ problem: PlanTextProblem, _ figure: Figure, _ lines: [CitedLine]) {
        let labels = lines.prefix(3).map { line in
            DiagnosticLabel(.rules(line.range), Bilingual("依据它的规则", "a rule that rests on it"))
        }
        problems.report(problem, at: figure.range, labels: labels)
    }
}
