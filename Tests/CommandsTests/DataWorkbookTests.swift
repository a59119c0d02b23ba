import Diagnostics
import RuleEngine
import RuleSemantics
import Tables
import Testing

@testable import Commands
@testable import TableFiles

/// `template`, and `sample` into a workbook: what can be filled in comes back, and every list shows a sheet that is there.
@Suite struct DataWorkbookTests {
    private static func program(_ text: String) throws -> Program {
        let checked = Project.checked(SourceFile(name: "a.rules", text: text))
        return try #require(checked.program, "\(checked.diagnostics)")
    }

    /// A part of a written workbook.
    private static func part(_ name: String, _ workbook: Workbook) throws -> String {
        let archive = try ZipArchive(WorkbookWriter.bytes(workbook))
        return String(decoding: try archive.content(try #require(archive[name]), limit: 1 << 20), as: UTF8.self)
    }

    private static func rules(_ sheet: Workbook.Sheet) -> [Workbook.Rule?] { sheet.columns.map(\.rule) }

    /// Names that no sheet can have: the workbook is not written under other names, which nobody would read.
    @Test(arguments: [
        (String(repeating: "长", count: 32), true), (String(repeating: "长", count: 31), false), ("a/b", true),
        ("填写说明", false), ("可选内容", false), ("History", true), ("history", true), ("Scores", true), ("成绩", false),
    ]) func namesOfSheets(_ name: String, _ isImpossible: Bool) throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let rules = """
            计划 名称
                小数 2 位 四舍五入
            表 scores 主键 工号
                工号  文本
                分    数 0..10
            表 记录 "\(name)"
                工号  引用 scores
            考核 scores
                项目 项 满分 10
                    得分 = 分
            """
        try Project.write(rules, folder + "/a.rules")
        for language in ["zh", "en"] {
            for command in ["template", "sample"] {
                let file = "\(command).\(language).xlsx"
                let run = Project.run(command, folder + "/a.rules", "--output", folder + "/" + file, language: language)
                #expect(run.status == (isImpossible ? 1 : 0), "\(run.error)")
                #expect(run.error.contains("“\(name)”") == isImpossible)
                #expect(Project.names(folder).contains(file) == !isImpossible)
            }
        }
    }

    private static let pattern = """
        计划 下拉
            小数 2 位 四舍五入
        选项 档  "b,c" | 丙
        表 册 「册·*」 主键 号
            号    文本
            届    文本 取自表名
        表 组 主键 组
            备注  文本 可空
            组    文本
        表 人 主键 工号
            工号  文本
            组    引用 组
            号    引用 册
            档    档
            生日  日期
            入职  日期 1980-09-01..
        考核 人
            项目 项 满分 10
                得分 = 计数(全体)

        """

    /// A list of keys shows the column in which they stand; of sheets whose name is a pattern there may be any number.
    @Test func lists() throws {
        let program = try Self.program(Self.pattern)
        let samples = SampleData.made(program, size: 20, seed: 1).sheets
        for filled in [[], samples] {
            let workbook = DataWorkbook(program: program, language: .zh, filled: filled).workbook
            let people = try #require(workbook.sheets.first { $0.name == "人" })
            #expect(
                Self.rules(people) == [
                    nil, .listed(sheet: "组", column: 1), nil, .listed(sheet: "可选内容", column: 0),
                    .date(low: CalendarDate(year: 1900, month: 1, day: 1), high: nil),
                    .date(low: CalendarDate(year: 1980, month: 9, day: 1), high: nil),
                ])
            #expect(workbook.sheets.last?.name == "可选内容")
        }
    }

    /// Lines of notes stay lines, and the earliest day is the one that spreadsheets count as the first.
    @Test func parts() throws {
        let program = try Self.program(Self.pattern)
        let workbook = DataWorkbook(program: program, language: .zh).workbook
        let position = try #require(workbook.sheets.firstIndex { $0.name == "人" }) + 1
        let notes = try Self.part("xl/comments\(position).xml", workbook)
        #expect(notes.contains(">日期，如 2026-09-01，至少 1980-09-01\n不能空着</t>"))
        // By the count of days from 1899-12-30, and one less before 1900-03-01.
        let sheet = try Self.part("xl/worksheets/sheet\(position).xml", workbook)
        #expect(sheet.contains("<formula1>1</formula1>"))
        #expect(sheet.contains("<formula1>29465</formula1>"))
    }

    /// Of keys of several columns none need be unique alone; what is no column says where it stands.
    @Test func instructions() throws {
        let rules = """
            计划 说明
                小数 2 位 四舍五入
            表 人 主键 工号
                工号  文本
            表 评分单 「评分单·*」 主键 项目, 工号, 评委
                项目  文本 取自表名
                工号  引用 人
                评委  文本 取自列名
                分    数 0..10 可空
            考核 人
                项目 项 满分 10
                    得分 = 平均(评分单.分 当 有(分)) 若缺 0

            """
        let program = try Self.program(rules)
        func told(_ language: Language) -> [String] {
            DataWorkbook(program: program, language: language).workbook.sheets[0].rows.map { row in
                row.cells.prefix(4).map(\.text).joined(separator: "|")
            }
        }
        #expect(
            told(.zh) == [
                "人|工号|文字；不能重复|不能空着",
                "评分单·1|项目|写在工作表的名称里：把“评分单·1”改成实际的，可以有几张；文字；与“工号”、“评委”合起来不能重复|不能空着",
                "评分单·1|工号|填“人”里有的；与“项目”、“评委”合起来不能重复|不能空着",
                "评分单·1|评委|写在列名里，每个一列：改成实际的，可以加列；文字；与“项目”、“工号”合起来不能重复|不能空着",
                "评分单·1|分|填在每个“评委”的列里；数，0 到 10|可以空着",
            ])
        #expect(
            told(.en)[1]
                == "评分单·1|项目|stands in the sheet's name, write the real one for “评分单·1”, add sheets; text; "
                + "together with “工号”, “评委” never twice the same|must not be empty")
    }

    /// A title of any length stands above each page as far as it has room: 255 UTF-16 units with `&C`.
    @Test(arguments: [
        (String(repeating: "长", count: 253), String(repeating: "长", count: 253)),
        (String(repeating: "长", count: 254), String(repeating: "长", count: 252) + "…"),
        // Of two `&&` each, 126 have room beside the sign that the title goes on.
        (String(repeating: "&", count: 127), String(repeating: "&amp;&amp;", count: 126) + "…"),
        (String(repeating: "👩", count: 127), String(repeating: "👩", count: 126) + "…"),
    ]) func pageHeader(_ title: String, _ header: String) throws {
        let sheet = Workbook.Sheet(name: "表", columns: [Workbook.Column("列")])
        let xml = try Self.part("xl/worksheets/sheet1.xml", Workbook(title: title, sheets: [sheet]))
        #expect(xml.contains("<oddHeader>&amp;C\(header)</oddHeader>"))
    }
}
