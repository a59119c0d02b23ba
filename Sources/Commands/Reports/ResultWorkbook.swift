import Diagnostics
import Platform
import RuleEngine
import RuleSemantics
import TableFiles
import Tables

/// Lays a report out as a workbook: results, details, what to look at, and where it all comes from.
struct ResultWorkbook {
    private let report: Report
    private let facts: ReportFacts
    private var names: SheetNames
    private var workbook: Workbook
    /// What the workbook itself has to say of its cells.
    private var remarks: [(place: String, text: String)] = []

    /// `isTaken` tells names that a sheet must not have, so that the workbook is never read as data.
    static func make(_ report: Report, _ sources: ReportSources, isTaken: @escaping (String) -> Bool) -> Workbook {
        var maker = ResultWorkbook(report, sources, isTaken)
        for assessed in report.assessed { maker.addResult(assessed) }
        for assessed in report.assessed { maker.addDetails(assessed) }
        maker.addMessages(sources.messages)
        maker.addFacts()
        return maker.workbook
    }

    private init(_ report: Report, _ sources: ReportSources, _ isTaken: @escaping (String) -> Bool) {
        self.report = report
        facts = ReportFacts(report: report, sources: sources)
        names = SheetNames(isTaken: isTaken)
        workbook = Workbook(title: facts.title, sheets: [])
    }

    private func say(_ zh: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
        report.language == .zh ? zh() : en()
    }

    // MARK: Results

    private mutating func addResult(_ assessed: Report.Assessed) {
        let result = assessed.sheet
        // A group that no column shows has one of its own.
        let extra = result.groupHeaders.indices.filter { header in
            !result.columns.indices.contains { result.shows(header, in: $0) }
        }
        var sheet = Workbook.Sheet(
            name: names.free(say("结果 ", "Result ") + result.name),
            columns: extra.map { Workbook.Column(result.groupHeaders[$0]) }
                + result.columns.map {
                    Workbook.Column($0.header, $0.isNumber ? .right : $0.role == .grade ? .middle : .left)
                })
        sheet.frozenColumns = extra.count + result.columns.prefix { $0.role == .key || $0.role == .plain }.count
        // In a narrow window more would leave no room to move.
        sheet.frozenColumns = min(sheet.frozenColumns, 3)
        sheet.rows = RowList(count: result.rows.count) { range in
            let columns = result.columns.indices.map { column in
                result.rows.cells(ofColumn: column, range).mapEach { Self.cell($0, result.columns[column]) }
            }
            return result.groups(of: range).flatMap { position, rows in
                let group = result.groups[position]
                let before = extra.map { Workbook.Cell(group.name[$0]) }
                return rows.map { row in
                    Workbook.Row(
                        before + columns.map { $0[row - range.lowerBound] },
                        startsGroup: position > 0 && row == group.rows.lowerBound)
                }
            }
        }
        let inexact = sheet.rows.pieces { _, rows in
            result.columns.indices.map { column in
                rows.count { $0.cells[extra.count + column].kind == .figureText }
            }
        }.reduce(result.columns.map { _ in 0 }) { zip($0, $1).map { $0 + $1 } }
        for (column, count) in inexact.enumerated() where count > 0 {
            let header = result.columns[column].header
            remarks.append(
                (
                    sheet.name,
                    say(
                        "“\(header)”有 \(count) 格除不尽或超过 15 位，表格软件存不下准确的数，写成文字，不参加表格里的计算",
                        "\(count) cells of “\(header)” have no end or more than 15 digits, which spreadsheets cannot keep exactly: they are written as text and take no part in formulas"
                    )
                ))
        }
        workbook.sheets.append(sheet)
    }

    private static func cell(_ cell: Result.Cell, _ column: Result.Sheet.Column) -> Workbook.Cell {
        if let number = cell.number {
            var figure = Workbook.Cell.figure(
                number, percent: column.isPercent, places: column.places, shown: cell.text)
            // More decimals than are declared are shown all.
            if case .number(let places?) = figure.kind, (number.finiteDecimalPlaces ?? 0) > places {
                figure.kind = .number(places: nil)
            }
            if column.role == .total { figure.tone = .strong }
            return figure
        }
        return Workbook.Cell(cell.text, cell.grade.map { .grade($0) } ?? .plain)
    }

    // MARK: Details

    private mutating func addDetails(_ assessed: Report.Assessed) {
        guard !assessed.explanations.isEmpty else {
            let count = assessed.sheet.people.count
            if count > Report.explainedLimit {
                remarks.append(
                    (
                        assessed.sheet.name,
                        say(
                            "考核的有 \(count) 行，超过 \(Report.explainedLimit) 行，没有写明细；要看某个人的，用 --explain",
                            "\(count) are assessed, more than \(Report.explainedLimit): there are no details; see --explain for one person"
                        )
                    ))
            }
            return
        }
        let result = assessed.sheet
        let identity = result.columns.indices.filter { column in
            result.columns[column].role == .key
                || result.columns[column].role == .plain && !result.columns[column].isNumber
        }
        var sheet = Workbook.Sheet(
            name: names.free(say("明细 ", "Details ") + result.name),
            columns: identity.map { Workbook.Column(result.columns[$0].header) } + [
                Workbook.Column(say("项目", "item")), Workbook.Column(say("得分", "score"), .right),
                Workbook.Column(say("满分", "max"), .right), Workbook.Column(say("依据", "clause")),
                Workbook.Column(say("怎样算出", "how it came about"), widest: 80),
                Workbook.Column(say("没有计入的记录", "records that do not count"), widest: 60),
            ])
        sheet.frozenColumns = min(identity.count, 2)
        let language = report.language
        let people = assessed.explanations.count
        let rows = Platform.map((people + Self.peopleByPiece - 1) / Self.peopleByPiece) { piece in
            (piece * Self.peopleByPiece..<min(people, (piece + 1) * Self.peopleByPiece)).flatMap { position in
                let cells = result.rows[position]
                let who = identity.map { Workbook.Cell(cells[$0].text) }
                return Self.details(assessed.explanations[position], who, isFirst: position == 0, language)
            }
        }
        sheet.rows = RowList(Array(rows.joined()))
        // Where everything is as it was typed there is nothing to explain.
        if !sheet.rows.isEmpty { workbook.sheets.append(sheet) }
    }

    /// So many people's details are laid out by a thread at a time.
    private static let peopleByPiece = 50

    private static func details(
        _ explanation: Explanation, _ who: [Workbook.Cell], isFirst: Bool, _ language: Language
    ) -> [Workbook.Row] {
        var path: [String] = []
        return explanation.parts.enumerated().map { index, part in
            path = path.prefix(part.depth) + [part.name]
            let cells = who + detail(part, path.joined(separator: " › "), language)
            return Workbook.Row(cells, startsGroup: index == 0 && !isFirst)
        }
    }

    private static func detail(_ part: Explanation.Part, _ name: String, _ language: Language) -> [Workbook.Cell] {
        func say(_ zh: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
            language == .zh ? zh() : en()
        }
        var rules: [String] = []
        var leftOut: [String] = []
        for line in part.lines {
            switch line.kind {
            case .rule, .effect:
                let clause = line.citation?.clause.map { say("  依据 \($0)", "  clause \($0)") } ?? ""
                rules.append(String(repeating: "  ", count: line.depth) + line.text + clause)
            case .leftOut: leftOut.append(line.text)
            // The slips and the explanations list them one by one.
            case .counted: break
            }
        }
        func figure(_ text: String?) -> Workbook.Cell {
            guard let text else { return Workbook.Cell("") }
            guard let number = Number(decimal: text) else { return Workbook.Cell(text) }
            return .figure(number, places: nil, shown: text)
        }
        var score = figure(part.figure)
        if part.kind == .total { score.tone = .strong }
        return [
            Workbook.Cell(part.name.isEmpty ? say("要求", "requirements") : name, part.kind == .total ? .strong : .plain),
            score, figure(part.full), Workbook.Cell(part.citation?.clause ?? ""),
            Workbook.Cell(rules.joined(separator: "\n")),
            Workbook.Cell(leftOut.joined(separator: "\n")),
        ]
    }

    // MARK: Messages and facts

    private mutating func addMessages(_ messages: [ReportSources.Message]) {
        var sheet = Workbook.Sheet(
            name: names.free(say("提请注意", "Findings")),
            columns: [
                Workbook.Column(say("类别", "kind")), Workbook.Column(say("编号", "code")),
                Workbook.Column(say("所在", "place")), Workbook.Column(say("内容", "what"), widest: 64),
                Workbook.Column(say("为什么", "why"), widest: 60), Workbook.Column(say("怎么办", "what to do"), widest: 60),
            ])
        for message in messages {
            sheet.rows.append(
                Workbook.Row(
                    [message.kind, message.code, message.place, message.text, message.reason, message.help].map {
                        Workbook.Cell($0)
                    }))
        }
        for remark in remarks {
            sheet.rows.append(
                Workbook.Row([say("提示", "note"), "", remark.place, remark.text, "", ""].map { Workbook.Cell($0) }))
        }
        if sheet.rows.isEmpty {
            let nothing = say("规则没有提请注意的地方，数据没有提示", "nothing to say of the rules or the data")
            sheet.rows.append(Workbook.Row(["", "", "", nothing, "", ""].map { Workbook.Cell($0, .quiet) }))
        }
        workbook.sheets.append(sheet)
    }

    private mutating func addFacts() {
        var sheet = Workbook.Sheet(
            name: names.free(say("说明", "About")),
            columns: [
                Workbook.Column(say("事项", "what"), widest: 47), Workbook.Column(say("内容", "content"), widest: 100),
            ])
        sheet.filters = false
        sheet.rows.append(Workbook.Row([Workbook.Cell(say("计划", "plan")), Workbook.Cell(facts.title, .strong)]))
        for section in facts.sections {
            sheet.rows.append(
                Workbook.Row([Workbook.Cell(section.title, .strong), Workbook.Cell("")], startsGroup: true))
            for fact in section.facts {
                sheet.rows.append(Workbook.Row([Workbook.Cell(fact.name), Workbook.Cell(fact.text)]))
            }
        }
        workbook.sheets.append(sheet)
    }
}
