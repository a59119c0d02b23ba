import Diagnostics
import RuleEngine
import RuleSemantics
import TableFiles
import Tables

/// Lays a report out as a page: rankings by group, charts, a slip for each person, and where it all comes from.
struct ResultPage {
    private let report: Report
    private let sources: ReportSources
    private let facts: ReportFacts

    /// Charts of more groups than this would be longer than the table.
    private static let chartedGroups = 40

    static func make(_ report: Report, _ sources: ReportSources) -> Page {
        let maker = ResultPage(
            report: report, sources: sources, facts: ReportFacts(report: report, sources: sources))
        return maker.page
    }

    private func say(_ zh: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
        report.language == .zh ? zh() : en()
    }

    private var page: Page {
        var sections = [Page.Section(title: say("提请注意", "findings"), facts: messages)]
        sections += facts.sections.map { section in
            Page.Section(title: section.title, facts: section.facts.map { Page.Fact($0.name, $0.text) })
        }
        let rules = sources.rules.last
        let digest = String((rules?.digest ?? "").prefix(16))
        let origin = say(
            "规则文件 \(rules?.name ?? "")（SHA-256 \(digest)…），ptrules \(programVersion)",
            "rules file \(rules?.name ?? "") (SHA-256 \(digest)…), ptrules \(programVersion)")
        let read = report.read.map { "\($0.name) \($0.text)" }.joined(separator: say("，", ", "))
        return Page(
            language: report.language, title: facts.title,
            lead: [
                origin, say("读入：", "rows read: ") + read, say("全部校验码见“规则和数据”。", "All hashes: see “rules and data”."),
            ],
            chapters: report.assessed.map(chapter), sections: sections, origin: origin)
    }

    private var messages: [Page.Fact] {
        if sources.messages.isEmpty {
            return [Page.Fact(say("没有", "none"), say("规则没有提请注意的地方，数据没有提示", "nothing to say of the rules or the data"))]
        }
        return sources.messages.map { message in
            var lines = [message.text]
            if !message.reason.isEmpty { lines.append(say("为什么：", "why: ") + message.reason) }
            if !message.help.isEmpty { lines.append(say("怎么办：", "what to do: ") + message.help) }
            return Page.Fact(
                "\(message.kind)[\(message.code)]" + (message.place.isEmpty ? "" : " \(message.place)"),
                lines.joined(separator: "\n"))
        }
    }

    // MARK: A chapter

    private func chapter(_ assessed: Report.Assessed) -> Page.Chapter {
        let sheet = assessed.sheet
        // What a group's heading says needs no column.
        let shown = sheet.columns.indices.filter { column in
            sheet.columns[column].role != .plain || !sheet.groupHeaders.indices.contains { sheet.shows($0, in: column) }
        }
        let hasSlips = !assessed.explanations.isEmpty
        let key = shown.first { sheet.columns[$0].role == .key } ?? shown.first
        let groups = sheet.groups.map { group in
            Page.Group(
                title: group.name.joined(separator: " "), remark: remark(group, sheet),
                rows: group.rows.map { row in
                    let cells = sheet.rows[row]
                    return shown.map { column in
                        cell(cells[column], sheet.columns[column], slip: hasSlips && column == key ? row : nil)
                    }
                })
        }
        let count = sheet.people.count
        return Page.Chapter(
            title: say("\(sheet.name)（\(count)）", "\(sheet.name) (\(count))"), charts: charts(assessed),
            columns: shown.map { column in
                let column = sheet.columns[column]
                return Page.Column(
                    header: column.header, isNumber: column.isNumber,
                    isMinor: column.role == .score || column.role == .gradeValue)
            }, groups: groups,
            slips: assessed.explanations.enumerated().map { slip($1, sheet.rows[$0], sheet) },
            withoutSlips: count <= Report.explainedLimit
                ? ""
                : say(
                    "考核的有 \(count) 行，超过 \(Report.explainedLimit) 行，这一页没有个人说明；要看某个人的，用 --explain。",
                    "\(count) are assessed, more than \(Report.explainedLimit): this page has no slips; see --explain for one person."
                ))
    }

    /// `11 人：优秀 3，良好 4，合格 4`
    private func remark(_ group: Result.Sheet.Group, _ sheet: Result.Sheet) -> String {
        let counts = zip(sheet.grades, group.counts).map { "\($0) \($1)" }.joined(separator: say("，", ", "))
        let size = say("\(group.rows.count) 人", "\(group.rows.count)")
        return counts.isEmpty ? size : size + say("：", ": ") + counts
    }

    private func cell(_ cell: Result.Cell, _ column: Result.Sheet.Column, slip: Int?) -> Page.Cell {
        if let grade = cell.grade { return Page.Cell(cell.text, .grade(grade)) }
        return Page.Cell(cell.text, column.role == .total ? .strong : .plain, slip: slip)
    }

    // MARK: Slips

    private func slip(_ explanation: Explanation, _ row: [Result.Cell], _ sheet: Result.Sheet) -> Page.Slip {
        var names: [String] = []
        var figures: [Page.Fact] = []
        var said: [(name: String, text: String)] = []
        for (cell, column) in zip(row, sheet.columns) {
            switch column.role {
            case .key: names.append(cell.text)
            case .plain where !column.isNumber: names.append(cell.text)
            case .total, .place, .grade, .gradeValue:
                let tone: Page.Tone = cell.grade.map { .grade($0) } ?? .strong
                if !cell.isEmpty { figures.append(Page.Fact(column.header, cell.text, tone)) }
            case .plain, .score: continue
            }
            said.append((column.header, cell.exactText))
        }
        return Page.Slip(
            names: names.filter { !$0.isEmpty }, figures: figures,
            facts: explanation.who.filter { fact in !said.contains { $0 == (fact.name, fact.text) } }
                .map { Page.Fact($0.name, $0.text) },
            parts: explanation.parts.map { part($0, row) })
    }

    private func part(_ part: Explanation.Part, _ row: [Result.Cell]) -> Page.Part {
        var tone = Page.Tone.strong
        if part.kind == .grade, let grade = row.first(where: { $0.grade != nil && $0.text == part.figure })?.grade {
            tone = .grade(grade)
        }
        return Page.Part(
            depth: part.depth, name: part.name, figure: part.figure ?? "", tone: tone, remark: part.remark,
            clause: part.citation?.clause ?? "", note: part.citation?.note ?? "", lines: part.lines.map(line))
    }

    private func line(_ line: Explanation.Line) -> Page.Line {
        let kind: Page.Line.Kind =
            switch line.kind {
            case .rule: .rule
            case .counted: .counted
            case .leftOut: .leftOut
            case .effect: .effect
            }
        return Page.Line(
            kind: kind, depth: line.depth, text: line.text, clause: line.citation?.clause ?? "",
            note: line.citation?.note ?? "")
    }

    // MARK: Charts

    private func charts(_ assessed: Report.Assessed) -> [Page.Chart] {
        var charts: [Page.Chart] = []
        if let chart = distribution(assessed) { charts.append(chart) }
        let sheet = assessed.sheet
        guard !sheet.grades.isEmpty else { return charts }
        var rows = sheet.groups.map { (label: $0.name.joined(separator: " "), counts: $0.counts) }
        if rows.count > Self.chartedGroups || rows.count == 1 {
            let counts = sheet.grades.indices.map { grade in sheet.groups.reduce(0) { $0 + $1.counts[grade] } }
            rows = [(say("全体", "everyone"), counts)]
        }
        let isByGroup = rows.count > 1
        charts.append(
            .parts(
                title: isByGroup ? say("各组的等次（人数）", "grades by group") : say("等次（人数）", "grades"),
                names: sheet.grades, rows: rows))
        return charts
    }

    /// How many have which score, in at most twelve steps of 1, 2 or 5 times a power of ten.
    private func distribution(_ assessed: Report.Assessed) -> Page.Chart? {
        let figures = assessed.figures.compactMap { $0 }
        guard let low = figures.min(), let high = figures.max(), low < high else { return nil }
        guard let step = Self.steps.first(where: { Self.count(low, high, $0) <= 12 }) else { return nil }
        let first = Self.position(low, step)
        var counts = [Int](repeating: 0, count: Self.count(low, high, step))
        for figure in figures {
            if let index = (Self.position(figure, step) - first).toInt() { counts[min(index, counts.count - 1)] += 1 }
        }
        let edges = (0...counts.count).map { ((first + Number($0)) * step).description }
        let name = assessed.figureName
        return .distribution(
            title: say("\(name)的分布（每 \(step) 分一段，含下限，图上是人数）", "\(name) in steps of \(step) (people)"),
            edges: edges, counts: counts)
    }

    private static let steps: [Number] = (-2...6).flatMap { power in
        [1, 2, 5].compactMap { digit in
            let size = (0..<abs(power)).reduce(1) { value, _ in value * 10 }
            return power < 0 ? Number(numerator: digit, denominator: size) : Number(digit * size)
        }
    }

    /// How many steps reach from the one that holds the lowest to the one that holds the highest.
    private static func count(_ low: Number, _ high: Number, _ step: Number) -> Int {
        (position(high, step) - position(low, step)).toInt().map { $0 + 1 } ?? Int.max
    }

    /// The step that holds a number, counted from 0.
    private static func position(_ number: Number, _ step: Number) -> Number {
        (number.divided(by: step) ?? 0).floor
    }
}
