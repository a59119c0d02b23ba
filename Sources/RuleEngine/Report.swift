package import Diagnostics
import Platform
import RuleSemantics
package import RuleSyntax
package import Tables

/// All that a document about an evaluation says, before it is known what kind of document it will be.
package struct Report: Sendable {
    /// One thing that is known, under its name.
    package struct Fact: Hashable, Sendable {
        package var name: String
        package var text: String

        package init(_ name: String, _ text: String) {
            self.name = name
            self.text = text
        }
    }

    /// One assessed table.
    package struct Assessed: Sendable {
        package var sheet: Result.Sheet
        /// What grades and ranks go by: its name and everybody's number, in the order of the sheet's rows.
        package var figureName: String
        package var figures: [Number?]
        /// How every figure of each person came about, in the order of the sheet's rows; empty where there are too
        /// many people for that.
        package var explanations: [Explanation]
        /// How scores are rounded and grades divided.
        package var policies: [Fact]
        /// Rows of the table that are not assessed.
        package var left: Int
    }

    package var language: Language
    package var title: String
    package var year: Int?
    package var assessed: [Assessed]
    /// Rows read, by table.
    package var read: [Fact]
    /// How the plan was read where it is not clear.
    package var readings: [PlanNote]

    /// For more people than this nobody reads how every figure came about in one document.
    package static let explainedLimit = 3000
}

/// Gathers a report from a finished evaluation.
package struct Reporter {
    private let evaluator: Evaluator
    private let program: Program
    private let language: Language

    package init(_ evaluator: Evaluator, language: Language) {
        self.evaluator = evaluator
        program = evaluator.program
        self.language = language
    }

    private func say(_ zh: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
        language == .zh ? zh() : en()
    }

    /// The report on some of the assessments, by their indices; on demand its explanations list every record that
    /// counts.
    package func report(
        _ result: Result, _ chosen: [Int], limit: Int = Report.explainedLimit, listsCounted: Bool = true
    ) -> Report {
        Report(
            language: language, title: program.title, year: program.year,
            assessed: chosen.map { assessed($0, result.sheets[$0], limit, listsCounted) }, read: read(),
            readings: Outline(wholeSource).notes())
    }

    /// The rules as one file: of files that build on one another only what still holds.
    private var wholeSource: SourceFile {
        guard program.source.parts.count > 1, let text = Flattener.flatten(program.source, keywords: nil) else {
            return program.source
        }
        return SourceFile(name: program.source.name, text: text)
    }

    private func read() -> [Report.Fact] {
        program.tables.enumerated().compactMap { index, table in
            guard case .data = table.kind else { return nil }
            let rows = evaluator.data.tables[index].rowCount
            return Report.Fact(table.name, say("\(rows) 行", "\(rows)"))
        }
    }

    private func assessed(
        _ index: Int, _ sheet: Result.Sheet, _ limit: Int, _ listsCounted: Bool
    ) -> Report.Assessed {
        let assessment = program.assessments[index]
        let table = program.tables[assessment.table]
        let column = rankedColumn(assessment)
        let isExplained = sheet.people.count <= limit
        return Report.Assessed(
            sheet: sheet, figureName: table.columns[column].name,
            figures: sheet.people.map { evaluator.cell(assessment.table, column, $0).number },
            explanations: isExplained ? explanations(index, sheet.people, listsCounted) : [],
            policies: policies(assessment), left: evaluator.data.tables[assessment.table].rowCount - sheet.people.count)
    }

    /// How everybody's figures came about, worked out by as many threads as there are processors.
    private func explanations(_ index: Int, _ people: [Int], _ listsCounted: Bool) -> [Explanation] {
        let (finished, language) = (evaluator.finished, language)
        let threads = max(1, min(Platform.processors, people.count / Self.peopleByThread))
        return Platform.concurrently(threads) { thread in
            let explainer = Explainer(
                Evaluator(finished), language: language, listsCounted: listsCounted, tracesRecords: false)
            let share = people.count * thread / threads..<people.count * (thread + 1) / threads
            return people[share].map { explainer.explain(index, $0) }
        }.flatMap { $0 }
    }

    /// For fewer people a thread is not worth its start.
    private static let peopleByThread = 50

    /// The column that the first grade goes by; the total where that is none.
    private func rankedColumn(_ assessment: Assessment) -> Int {
        if let key = assessment.grades.first?.keys.first, case .column(0, let column) = key.formula.kind,
            key.formula.type.kind == .number
        {
            return column
        }
        return assessment.sections[0].column
    }

    // MARK: Policies

    private func policies(_ assessment: Assessment) -> [Report.Fact] {
        var facts = [Report.Fact(say("小数", "decimals"), decimals())]
        if let high = assessment.sections[0].body.high {
            facts.append(Report.Fact(say("总分的满分", "maximum of the total"), high.description))
        }
        for grade in assessment.grades { facts += policies(grade) }
        return facts
    }

    private func decimals() -> String {
        guard let rounding = program.file.plans.first?.rounding else {
            return say("规则没有规定，得分不取整", "the rules do not say; scores are not rounded")
        }
        let mode = RoundingName(rounding.mode).spellings.text(in: language)
        return say(
            "得分保留 \(rounding.places) 位，\(mode)；另有写明的照写明的",
            "scores have \(rounding.places), \(mode), unless said otherwise")
    }

    private func policies(_ grade: Grade) -> [Report.Fact] {
        let keys = words(grade.keys)
        let per = grade.perNames.joined(separator: say("、", ", "))
        var rank =
            per.isEmpty
            ? say("依 \(keys) 排名，全体一起比", "ranked by \(keys), all together")
            : say("依 \(keys) 排名，在每个“\(per)”内比", "ranked by \(keys), compared within each “\(per)”")
        if let when = grade.when {
            let condition = program.source.text(when.range)
            rank += say("；只评符合“\(condition)”的", "; only those for whom “\(condition)” holds")
        }
        var facts = [Report.Fact(grade.name, rank)]
        func add(_ zh: String, _ en: String, _ text: String) {
            facts.append(Report.Fact(say("\(grade.name)：\(zh)", "\(grade.name): \(en)"), text))
        }
        let hasShares = grade.rows.contains { if case .ratio = $0.share { true } else { false } }
        if hasShares { add("份额取整", "rounding of shares", rounding(grade.rounding)) }
        let ties =
            grade.tiesIn
            ? say("名额边上同分的全部入选", "those tied at the edge of the seats are all in")
            : say("名额边上同分的全部落选", "those tied at the edge of the seats are all out")
        let further = words(grade.tieKeys)
        add(
            "并列", "ties",
            further.isEmpty
                ? ties : say("同分的再比 \(further)；仍相同，\(ties)", "told apart by \(further); if still equal, \(ties)"))
        for placement in grade.placements {
            add("定为", "placed", condition(placement, grade))
        }
        for bar in grade.bars {
            add(
                "不得", "barred",
                condition(bar, grade)
                    + (bar.refill ? say("，名额递补", ", the seat passes on") : say("，名额空缺", ", the seat stays empty")))
        }
        if !grade.placements.isEmpty {
            add(
                "基数", "base",
                grade.baseIncludesPlaced
                    ? say("全体，“定为”的人也在内", "everyone, those placed included")
                    : say("其余，“定为”的人不在内", "the others, without those placed"))
        }
        return facts
    }

    private func words(_ keys: [Grade.Key]) -> String {
        keys.map { program.source.text($0.formula.range) + ($0.ascending ? say("（由低到高）", " (the lowest first)") : "") }
            .joined(separator: say("、", ", "))
    }

    /// Which grade somebody is put in, or kept from, and when.
    private func condition(_ condition: Grade.Condition, _ grade: Grade) -> String {
        let words = program.source.text(condition.condition.range)
        let label = grade.rows[condition.row].label
        return say("\(label)，当 \(words)", "\(label), when \(words)")
    }

    private func rounding(_ rounding: GradeDecl.QuotaRounding) -> String {
        switch rounding {
        case .each(let mode):
            let mode = RoundingName(mode).spellings.text(in: language)
            return say("各等次的名额各自\(mode)", "the seats of each grade, \(mode)")
        case .cumulative(let mode):
            let mode = RoundingName(mode).spellings.text(in: language)
            return say("名额从上往下累计，累计数\(mode)", "running sums of the seats, \(mode)")
        case .largestRemainder: return say("最大余数", "largest remainders")
        }
    }
}

extension Program {
    /// Whether a sheet or file of that name is read as a table, by the table's name or by its pattern.
    package func reads(sheetNamed name: String) -> Bool {
        tables.contains { table in
            guard case .data = table.kind else { return false }
            guard table.nameColumn != nil else { return table.sheet == name || table.name == name }
            let (before, after) = table.sheetPattern
            return name.hasPrefix(before) && name.hasSuffix(after)
        }
    }
}
