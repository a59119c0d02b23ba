import Diagnostics
import RuleSyntax
import Tables

/// Better and worse: grades, prizes and levels whose order, bars or figures contradict one another.
extension Resolver {
    func reviewRanking() {
        for assessment in assessments {
            for (grade, decl) in zip(assessment.grades, assessment.gradeDecls) {
                guard let grade else { continue }
                reviewBars(grade)
                reviewScale(decl.rows.map(\.label))
                reviewGradeValues(grade, decl, assessment)
            }
        }
        for decl in file.choices { reviewChoiceOrder(decl.labels) }
        for table in file.tables {
            for column in table.columns { if case .labels(let labels) = column.type { reviewChoiceOrder(labels) } }
        }
        for table in tables {
            if case .lookup(let lookup) = table.kind { reviewSteps(lookup, table) }
        }
        eachFormula { formula in
            formula.visit { part in
                if case .choose(let branches, _) = part.kind { reviewSteps(branches) }
            }
        }
    }

    // MARK: Bars

    /// A bar that nobody can reach, and one that is higher than that of a better grade.
    private func reviewBars(_ grade: Grade) {
        guard let key = grade.keys.first, !key.ascending, key.formula.type.kind == .number else { return }
        var above: [(row: Grade.Row, bar: Number, bound: Formula)] = []
        for row in grade.rows {
            for threshold in row.thresholds {
                let interval = threshold.bound.type.interval
                guard threshold.comparison == .greaterEqual || threshold.comparison == .greater,
                    let bar = interval.low, bar == interval.high
                else { continue }
                if let high = key.formula.type.interval.high,
                    bar > high || threshold.comparison == .greater && bar == high
                {
                    report(
                        .conditionNever(
                            "\(text(key.formula.range)) \(threshold.comparison.rawValue) \(text(threshold.bound.range))"
                        ), threshold.bound.range)
                } else if let better = above.first(where: { $0.bar < bar || $0.bar == bar && isUnlimited($0.row) }) {
                    report(
                        .barAboveBetter(
                            row.label, bar: text(threshold.bound.range), better: better.row.label,
                            lower: text(better.bound.range)), threshold.bound.range,
                        [label(better.bound.range, "“\(better.row.label)”在这里", "“\(better.row.label)” is here")])
                }
            }
            for threshold in row.thresholds {
                let interval = threshold.bound.type.interval
                guard threshold.comparison == .greaterEqual || threshold.comparison == .greater,
                    let bar = interval.low, bar == interval.high
                else { continue }
                above.append((row, bar, threshold.bound))
            }
        }
    }

    private func isUnlimited(_ row: Grade.Row) -> Bool {
        if case .none = row.share { row.thresholds.count == 1 } else { false }
    }

    // MARK: Words that everybody ranks alike

    private func reviewChoiceOrder(_ labels: LabelList) {
        guard labels.ordered else { return }
        reviewScale(labels.ascending ? labels.labels.reversed() : labels.labels)
    }

    /// Words from the best down, of which one stands below what everybody takes for worse.
    private func reviewScale(_ labels: [Name]) {
        for (index, name) in labels.enumerated() {
            guard let own = Scale.place(of: name.text) else { continue }
            let worse = labels[..<index].first { other in
                Scale.place(of: other.text).map { $0.scale == own.scale && $0.place > own.place } ?? false
            }
            if let worse {
                report(.scaleReversed(name.text, worse: worse.text), name.range)
                return
            }
        }
    }

    // MARK: Figures that go against the order

    private func reviewGradeValues(_ grade: Grade, _ decl: GradeDecl, _ assessment: AssessmentDraft) {
        let index = assessment.gradeDecls.firstIndex { $0.name.range == decl.name.range } ?? 0
        for (position, name) in grade.valueNames.enumerated() {
            let key = GradeValueKey(assessment: assessment.index, grade: index, value: position)
            let steps = zip(grade.rows, gradeValues[key] ?? []).compactMap { row, formula in
                number(formula).map { Step(row.label, $0, formula.range) }
            }
            reviewSteps(steps, of: name)
        }
    }

    private struct Step {
        var label: String
        var figure: Number
        var range: SourceRange

        init(_ label: String, _ figure: Number, _ range: SourceRange) {
            self.label = label
            self.figure = figure
            self.range = range
        }
    }

    private func number(_ formula: Formula) -> Number? {
        guard case .constant(.number(let number)) = formula.kind else { return nil }
        return number
    }

    /// The figures of a lookup along a list that says better > worse.
    private func reviewSteps(_ lookup: Lookup, _ table: TableDraft) {
        for (position, type) in lookup.keyTypes.enumerated() {
            guard case .choice(let list) = type.kind, choices[list].ordered, choices[list].descending else { continue }
            func others(_ row: Lookup.Row) -> [Lookup.Key] {
                row.keys.enumerated().filter { $0.offset != position }.map(\.element)
            }
            var seen = Set<[Lookup.Key]>()
            let width = lookup.rows.map(\.values.count).max() ?? 0
            for group in lookup.rows.map(others) where seen.insert(group).inserted {
                let rows = lookup.rows.filter { others($0) == group }
                for value in 0..<width {
                    let steps = rows.compactMap { row -> (Int, Step)? in
                        guard case .value(.choice(let index)) = row.keys[position], value < row.values.count,
                            let figure = row.values[value].number
                        else { return nil }
                        return (index, Step(choices[list].labels[index], figure, row.range))
                    }
                    if reviewSteps(steps.sorted { $0.0 < $1.0 }.map(\.1), of: table.name.text) { return }
                }
            }
        }
    }

    /// The same of the cases of 按.
    private func reviewSteps(_ branches: [Formula.Branch]) {
        var steps: [(Int, Step)] = []
        var subject: SourceRange?
        for branch in branches {
            guard case .comparison(.equal, let left, let right) = branch.condition.kind,
                subject == nil || subject == left.range, case .constant(.choice(let index)) = right.kind,
                case .choice(let list) = left.type.kind, choices[list].ordered, choices[list].descending,
                let figure = number(branch.value)
            else { return }
            subject = left.range
            steps.append((index, Step(choices[list].labels[index], figure, branch.value.range)))
        }
        if let subject { reviewSteps(steps.sorted { $0.0 < $1.0 }.map(\.1), of: text(subject)) }
    }

    /// Figures that neither fall all the way nor rise all the way.
    @discardableResult
    private func reviewSteps(_ steps: [Step], of name: String) -> Bool {
        let pairs = Array(zip(steps, steps.dropFirst()))
        let rises = pairs.filter { $0.0.figure < $0.1.figure }
        let falls = pairs.filter { $0.0.figure > $0.1.figure }
        guard let odd = (rises.count <= falls.count ? rises : falls).first else { return false }
        report(
            .figuresOutOfOrder(
                name, steps.map { "\($0.label) \($0.figure)" }), odd.1.range)
        return true
    }
}

/// Words whose order needs no saying.
enum Scale {
    private static let scales: [[[String]]] = [
        [["优秀", "优"], ["良好", "良"], ["中等", "中"], ["合格", "及格"], ["基本合格"], ["不合格", "不及格", "差"]],
        [["优秀"], ["称职"], ["基本称职"], ["不称职"]],
        [["特等", "特等奖"], ["一等", "一等奖"], ["二等", "二等奖"], ["三等", "三等奖"], ["四等", "四等奖"]],
        [["第一名"], ["第二名"], ["第三名"]], [["金奖"], ["银奖"], ["铜奖"]],
        [
            ["国家级", "国家"], ["省级", "省"], ["市级", "市", "大市级"], ["县级", "区级", "区县级", "县区级", "县", "区", "区县"],
            ["校级", "校"],
        ],
    ]

    /// On which scale a word stands, and how far down.
    static func place(of word: String) -> (scale: Int, place: Int)? {
        for (scale, steps) in scales.enumerated() {
            if let place = steps.firstIndex(where: { $0.contains(word) }) { return (scale, place) }
        }
        return nil
    }
}
