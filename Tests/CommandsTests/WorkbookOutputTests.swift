import Diagnostics
import TableFiles
import Tables
import Testing

/// Workbooks that the program writes, read back by its own reader.
@Suite struct WorkbookOutputTests {
    /// The sheets of a workbook, with all their cells as texts.
    static func sheets(_ bytes: [UInt8], known: Set<String> = []) throws -> [RawTable] {
        let (tables, problems) = WorkbookReader.read(file: "成绩册.xlsx", bytes: bytes, known: known)
        #expect(problems.isEmpty, "\(problems)")
        return tables
    }

    static func text(_ table: RawTable, _ row: Int, _ column: Int) -> String {
        String(decoding: table.cell(row, column), as: UTF8.self)
    }

    /// A sheet as text: cells between strokes, line ends within cells shown.
    private static func dump(_ table: RawTable) -> String {
        func line(_ cells: [String]) -> String {
            cells.map { $0.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎") }
                .joined(separator: " | ") + "\n"
        }
        var text = "## \(table.name)\n" + line(table.headers)
        for row in 0..<table.rowCount {
            text += line(
                table.headers.indices.map { column in
                    self.text(table, row, column) + (table.kind(row, column) == .number ? "ⁿ" : "")
                })
        }
        return text
    }

    @Test(arguments: ["zh", "en"]) func result(_ language: String) throws {
        let written = try Project.written("成绩册.xlsx", OutputTests.rules, OutputTests.data, language: language)
        let dump = try Self.sheets(written.bytes).map(Self.dump).joined(separator: "\n")
        try Project.expectGolden(
            Project.withoutRoot(dump), Project.corpus + "/Outputs/workbook.\(language).txt")
        let again = try Project.written("成绩册.xlsx", OutputTests.rules, OutputTests.data, language: language)
        #expect(written.bytes == again.bytes)
    }

    /// What the workbook holds is what CSV holds.
    @Test func sameAsCSV() throws {
        let data = Project.root + "/rules/示例数据"
        let bytes = try Project.written("成绩册.xlsx", Project.schoolRules, data).bytes
        let csv = try Project.written("成绩册.csv", Project.schoolRules, data).bytes
        let sheet = try #require(try Self.sheets(bytes).first)
        let table = CSVReader.read(name: "成绩册", file: "成绩册.csv", bytes: csv, known: []).table
        #expect(sheet.name == "结果 教师")
        #expect(sheet.headers == table.headers)
        #expect(sheet.rowCount == table.rowCount)
        for row in 0..<table.rowCount {
            for column in table.headers.indices {
                let (a, b) = (Self.text(sheet, row, column), Self.text(table, row, column))
                #expect(a == b || Number(decimal: a) == Number(decimal: b), "\(row) \(column)")
            }
        }
    }

    /// Lying in the data folder, results are never taken for data, however many there are.
    @Test func besideTheData() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        for file in Project.names(OutputTests.data) {
            try Project.write(try Project.read(OutputTests.data + "/" + file), folder + "/" + file)
        }
        let before = Project.run("eval", OutputTests.rules, "--data", folder, "--format", "csv")
        for name in ["去年.xlsx", "今年.xlsx"] {
            #expect(
                Project.run("eval", OutputTests.rules, "--data", folder, "--output", folder + "/" + name).status == 0)
        }
        let after = Project.run("eval", OutputTests.rules, "--data", folder, "--format", "csv")
        #expect(after.status == 0, "\(after.error)")
        #expect(after.output == before.output)
    }

    /// Even where tables are called like the sheets of a result, or their pattern fits them.
    @Test func namesOfSheets() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let rules = """
            计划 名称
                小数 2 位 四舍五入
            表 教师 主键 工号
                工号  文本
            表 说明
                工号  引用 教师
                分    数 0..10
            表 其他 「结果*」
                工号  引用 教师
                月    文本  取自表名
                分    数 0..10
            考核 教师
                项目 项 满分 10
                    得分 = 合计(说明.分) + 合计(其他.分)

            """
        try Project.write(rules, folder + "/名称.rules")
        try Project.write("工号\nT1\n", folder + "/教师.csv")
        try Project.write("工号,分\nT1,1\n", folder + "/说明.csv")
        try Project.write("工号,分\nT1,2\n", folder + "/结果(9月).csv")
        let bytes = try Project.written("a.xlsx", folder + "/名称.rules", folder).bytes
        let names = try Self.sheets(bytes).map(\.name)
        #expect(!names.contains("说明"))
        #expect(names.allSatisfy { !$0.hasPrefix("结果") }, "\(names)")
    }

    /// Texts that would be formulas, markup, control characters: what was written comes back, and as text.
    @Test func hostileTexts() throws {
        let texts = [
            "=1+1", "+1", "-1", "@SUM(A1)", "'x", "\t=1", "＝1", "<b>&amp;</b>", "]]>", "</t></si>", "\"引号\"",
            "a\u{1}b\u{1F}",
            "_x0041_", "_x005F_x0041_", "_x00", "e\u{301}", "\u{E9}", "👩‍🏫", "\u{202E}反", "一\n二", "\r\n",
            "\u{FFFE}\u{FFFF}", "\u{0}",
            "0012", "1e5", "TRUE", "2026-09-01",
        ]
        var sheet = Workbook.Sheet(name: "文字", columns: [Workbook.Column("列"), Workbook.Column("号", .right)])
        for (index, text) in texts.enumerated() {
            sheet.rows.append(Workbook.Row([Workbook.Cell(text), .figure(Number(index), places: nil, shown: "")]))
        }
        let table = try #require(
            try Self.sheets(WorkbookWriter.bytes(Workbook(title: "&<>", sheets: [sheet])), known: ["列"]).first)
        #expect(table.rowCount == texts.count)
        for (index, text) in texts.enumerated() {
            #expect(Array(table.cell(index, 0)) == Array(text.utf8), "\(text.debugDescription)")
            #expect(table.kind(index, 0) == .text)
            #expect(table.kind(index, 1) == .number)
        }
    }

    /// A cell holds 32,767 UTF-16 units; longer texts are cut where a character ends.
    @Test func longTexts() throws {
        for (piece, units) in [("长", 1), ("a", 1), ("👩", 2)] {
            let text = String(repeating: piece, count: 40_000)
            var sheet = Workbook.Sheet(name: "长", columns: [Workbook.Column("列", widest: 80)])
            sheet.rows = [Workbook.Row([Workbook.Cell(text)])]
            let table = try #require(
                try Self.sheets(WorkbookWriter.bytes(Workbook(title: "", sheets: [sheet])), known: ["列"]).first)
            let read = Self.text(table, 0, 0)
            #expect(read.utf16.count <= 32_767)
            #expect(read.utf16.count > 32_760)
            #expect(read == String(repeating: piece, count: (32_766 / units)) + "…")
        }
    }

    /// Numbers stay numbers only where a spreadsheet keeps them exactly.
    @Test(arguments: [
        ("9.5", true), ("123456789012345", true), ("1234567890123456", false), ("0.000000000000001", true),
        ("-0.1", true), ("99999999999999.9", true), ("1000000000000000", false),
    ]) func exactNumbers(_ decimal: String, _ isNumber: Bool) throws {
        let number = try #require(Number(decimal: decimal))
        let cell = Workbook.Cell.figure(number, places: nil, shown: decimal)
        #expect((cell.kind == .number(places: nil)) == isNumber)
        #expect(cell.text == decimal)
        let third = Workbook.Cell.figure(try #require(Number(numerator: 1, denominator: 3)), places: 2, shown: "1/3")
        #expect(third.kind == .figureText)
        #expect(third.text == "1/3")
    }

    @Test func sheetNames() {
        var names = SheetNames { $0 == "说明" }
        #expect(names.free("说明") == "说明 (2)")
        #expect(names.free("a/b:c*d?[e]\\") == "a_b_c_d__e__")
        #expect(names.free("'引号'") == "引号")
        #expect(names.free("ABC") == "ABC")
        #expect(names.free("abc") == "abc (2)")
        #expect(names.free("History") == "History (2)")
        #expect(names.free("") == "_")
        let long = String(repeating: "长", count: 40)
        #expect(names.free(long) == String(repeating: "长", count: 31))
        #expect(names.free(long) == String(repeating: "长", count: 27) + " (2)")
    }

    /// A sheet has room for so many rows; the others go on in the next.
    @Test func manyRows() throws {
        var sheet = Workbook.Sheet(name: "表", columns: [Workbook.Column("列")])
        sheet.rows = RowList((0..<25).map { Workbook.Row([Workbook.Cell("行 \($0)")]) })
        let tables = try Self.sheets(
            WorkbookWriter.bytes(Workbook(title: "", sheets: [sheet]), rowLimit: 10), known: ["列"])
        #expect(tables.map(\.name) == ["表", "表 (2)", "表 (3)"])
        #expect(tables.map(\.rowCount) == [10, 10, 5])
    }

    /// Rows that are made whenever they are read are written as those that are kept, in workbooks and in texts.
    @Test func madeRows() {
        let count = 11_500
        @Sendable func texts(_ row: Int) -> [String] { ["T\(row)", "第 \(row % 700) 句"] }
        @Sendable func row(_ row: Int) -> Workbook.Row {
            Workbook.Row(texts(row).map { Workbook.Cell($0) }, startsGroup: row % 10 == 0)
        }
        let made = RowList(count: count) { $0.map(row) }
        let kept = RowList((0..<count).map(row))
        #expect(made.map { $0.cells.map(\.text) } == kept.map { $0.cells.map(\.text) })
        func bytes(_ rows: RowList<Workbook.Row>) -> [UInt8] {
            var sheet = Workbook.Sheet(name: "表", columns: [Workbook.Column("列"), Workbook.Column("话")])
            sheet.rows = rows
            return WorkbookWriter.bytes(Workbook(title: "", sheets: [sheet]), rowLimit: 4700)
        }
        #expect(bytes(made) == bytes(kept))
        func document(_ rows: RowList<[String]>) -> Document {
            Document(title: "表", headers: ["列", "话"], isNumber: [false, true], rows: rows)
        }
        let (madeTexts, keptTexts) = (RowList(count: count) { $0.map(texts) }, RowList((0..<count).map(texts)))
        #expect(document(madeTexts).markdown.joined() == document(keptTexts).markdown.joined())
        #expect(document(madeTexts).aligned.joined() == document(keptTexts).aligned.joined())
    }

    @Test(.timeLimit(.minutes(2))) func hundredThousandRows() throws {
        var sheet = Workbook.Sheet(name: "表", columns: [Workbook.Column("列"), Workbook.Column("话", widest: 60)])
        sheet.rows = RowList(
            (0..<100_000).map { Workbook.Row([Workbook.Cell("T\($0)"), Workbook.Cell("第 \($0 % 100) 句")]) })
        let table = try #require(
            try Self.sheets(WorkbookWriter.bytes(Workbook(title: "", sheets: [sheet])), known: ["列"]).first)
        #expect(table.rowCount == 100_000)
        #expect(Self.text(table, 99_999, 0) == "T99999")
        #expect(Self.text(table, 99_999, 1) == "第 99 句")
    }

    @Test(arguments: ["a.xlsx", "a.html"]) func nothingOnError(_ name: String) throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let data = Project.corpus + "/BadData/not-a-number/data"
        #expect(Project.run("eval", OutputTests.rules, "--data", data, "--output", folder + "/" + name).status == 1)
        let lost = Project.run(
            "eval", OutputTests.rules, "--data", OutputTests.data, "--output", folder + "/" + name, "--output",
            folder + "/没有/b.csv")
        #expect(lost.status == 3)
        #expect(Project.names(folder).isEmpty)
    }
}
