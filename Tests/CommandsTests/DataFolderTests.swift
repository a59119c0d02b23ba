import Diagnostics
import RuleEngine
import RuleSemantics
import TableFiles
import Tables
import Testing

/// Which files of a folder are read, and which of their rows.
@Suite struct DataFolderTests {
    static let rules = """
        计划 数据
            小数 2 位 四舍五入
        表 教师 主键 工号
            工号  文本
            班    文本
            备注  文本  可空
        表 记录
            工号  引用 教师
            次数  整数 0..31
        表 考勤 "考勤*" 可空
            工号  引用 教师
            月    文本  取自表名
            次数  整数 0..31
        考核 教师
            项目 次 满分 100
                得分 = 合计(记录.次数) + 合计(考勤.次数)
            评定 等级 依 总分 每 班
                等次  份额
                优    50%
                良    其余
                份额取整 四舍五入
                并列 全部入选
        """
    /// The same without sheets by name: it is read piece by piece.
    static let plain = rules.split(separator: "    月    文本  取自表名\n").joined().split(separator: "\"考勤*\" ").joined()

    static func run(
        _ files: [(String, [UInt8])], rules: String = rules, data: String = "", command: String = "eval"
    ) throws -> Run {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        try Project.write(rules, folder + "/规则.rules")
        for (name, bytes) in files { try Project.write(bytes, folder + "/" + name) }
        let paths = data.isEmpty ? [folder] : data.split(separator: " ").map { folder + "/" + $0 }
        return Project.run(
            [command, folder + "/规则.rules"] + paths.flatMap { ["--data", $0] }
                + (command == "eval" ? ["--format", "csv"] : []))
    }

    static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

    /// As spreadsheets save “Unicode text”.
    static func wide(_ text: String) -> [UInt8] {
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    static let people = ("教师.csv", text("工号,班,备注\nT1,甲班,\nT2,甲班,\n"))
    static let wanted = "\u{FEFF}工号,次,总分,名次,等级\nT1,5.00,5.00,1,优\nT2,2.00,2.00,2,良\n"

    // MARK: Files

    /// Text of other endings is read where the rules read a sheet of its name, and no other text is.
    @Test(arguments: ["记录.txt", "记录.TXT", "记录.tsv", "记录.tab"]) func otherEndings(_ name: String) throws {
        let notes = [
            ("计划.txt", Self.text("第一条 每次计 1 分\n")), ("readme.txt", Self.text("工号,次数\nT1,9\n")),
            ("考勤办法.txt", Self.text("一、迟到的，扣 1 分。\n")),
        ]
        let records = "工号\t次数\r\nT1\t5\r\nT2\t2\r\n"
        for rules in [Self.rules, Self.plain] {
            for bytes in [Self.text(records), Self.wide(records)] {
                let run = try Self.run([Self.people, (name, bytes)] + notes, rules: rules)
                #expect(run.output == Self.wanted, "\(run.error)")
                #expect(DataCase.codes(in: run.error).isSubset(of: ["N541"]))
                let own = try Self.run([Self.people, (name, bytes)], rules: rules, data: "教师.csv \(name)")
                #expect(own.output == Self.wanted, "\(own.error)")
            }
        }
        // 3 and 2 of a month's sheet.
        let byName = try Self.run([
            Self.people, ("记录.csv", Self.text("工号,次数\nT1,2\n")), ("考勤9月.txt", Self.text("工号,次数\nT1,3\nT2,2\n")),
        ])
        #expect(byName.output == Self.wanted, "\(byName.error)")
    }

    /// The same table in two endings is there twice; a note beside it is none.
    @Test func twoEndings() throws {
        let records = Self.text("工号,次数\nT1,5\n")
        for rules in [Self.rules, Self.plain] {
            let noted = try Self.run(
                [Self.people, ("记录.csv", records + Self.text("T2,2\n")), ("记录.txt", Self.text("九月的记录\n"))],
                rules: rules)
            #expect(noted.output == Self.wanted && DataCase.codes(in: noted.error).isEmpty, "\(noted.error)")
            let run = try Self.run([Self.people, ("记录.csv", records), ("记录.txt", records)], rules: rules)
            #expect(run.status == 1 && DataCase.codes(in: run.error) == ["D407"], "\(run.error)")
        }
    }

    /// What is not read of a damaged workbook is not said to be missing, nor are rows that may stand in it.
    @Test func damagedWorkbook() throws {
        let whole = WorkbookInputTests.Parts().bytes()
        let half = Array(whole[..<(whole.count / 2)])
        let run = try Self.run([("数据.xlsx", half), ("考勤9月.csv", Self.text("工号,次数\nT1,5\n"))])
        #expect(run.status == 1 && DataCase.codes(in: run.error) == ["D521"], "\(run.error)")
    }

    // MARK: Rows above the names of the columns

    /// Titles are no records, however many cells they fill.
    @Test(arguments: [
        "某校,,\n", "某校教师,2026年,\n", "单位：某校,填表人：甲,日期：9月1日\n", "填表人:甲,电话:1234,某校\n", "制表,2026年9月\n\n某校,,\n",
    ])
    func titles(_ title: String) throws {
        let run = try Self.run([
            ("教师.csv", Self.text(title) + Self.people.1), ("记录.csv", Self.text("记录,\n工号,次数\nT1,5\nT2,2\n")),
        ])
        #expect(run.output == Self.wanted, "\(run.error)")
        #expect(DataCase.codes(in: run.error).isEmpty)
    }

    /// Records above the names, and other names above them, are told by their rows.
    @Test(arguments: [
        ("工号,班,\nT9,甲班,\n", 1), ("某校,,\n\n工号,班,\nT9,甲班,\n", 3), ("T9,乙班,8:30\n", 1), ("\n某校,,\nT9,乙班,无\n", 3),
    ])
    func records(_ above: String, _ row: Int) throws {
        for rules in [Self.rules, Self.plain] {
            let run = try Self.run(
                [
                    ("教师.csv", Self.text(above) + Self.people.1), ("记录.csv", Self.text("工号,次数\nT1,5\nT9,2\n")),
                ], rules: rules)
            #expect(run.status == 1 && DataCase.codes(in: run.error) == ["D454"], "\(run.error)")
            #expect(run.error.hasPrefix("教师.csv › 第 \(row) 行: 错误[D454]"))
        }
    }

    /// The same in a workbook; and a sheet that no rule reads may be as it likes.
    @Test func recordsInAWorkbook() throws {
        func row(_ number: Int, _ cells: String...) -> String {
            let cells = cells.enumerated().map { column, text in
                "<c r=\"\(["A", "B", "C"][column])\(number)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
            }
            return "<row r=\"\(number)\">\(cells.joined())</row>"
        }
        var parts = WorkbookInputTests.Parts()
        parts.sheet = WorkbookInputTests.Parts.sheet(
            row(2, "工号", "次数") + row(3, "T1", "5") + row(6, "工号", "班", "次数") + row(7, "T1", "甲班", "5"))
        let records = Self.text("工号,次数\nT1,5\nT2,2\n")
        parts.workbook = parts.workbook.split(separator: "考勤").joined(separator: "记录")
        let run = try Self.run([Self.people, ("数据.xlsx", parts.bytes())])
        #expect(run.error.contains("数据.xlsx › 记录 › 第 2 行: 错误[D454] 列名认作第 6 行"), "\(run.error)")
        parts.workbook = parts.workbook.split(separator: "记录").joined(separator: "说明")
        let other = try Self.run([Self.people, ("记录.csv", records), ("数据.xlsx", parts.bytes())])
        #expect(other.output == Self.wanted, "\(other.error)")
    }

    // MARK: Groups

    /// Texts that are alike but for width and blanks make no two groups, whoever reads them.
    @Test func groupsThatAreAlike() throws {
        let people = Self.text("工号,班,备注\nT1,高一(1)班,Ａ\nT2,高一（1）班,A\nT3,高一（1）班,\nT4,高一（2）班,\nT5,高一 (1)班,\n")
        let files = [("教师.csv", people), ("记录.csv", Self.text("工号,次数\nT1,5\n")), ("考勤.csv", Self.text("工号,次数\n"))]
        for (command, rules) in [("eval", Self.plain), ("check", Self.plain), ("eval", Self.rules)] {
            let run = try Self.run(files, rules: rules, command: command)
            #expect(run.status == 1)
            let message = "错误[D455] “班”写的“高一（1）班”与第 2 行的“高一(1)班”只差全角半角或空格"
            #expect(run.error.contains("教师.csv › 第 3 行: " + message), "\(run.error)")
            #expect(run.error.contains("教师.csv › 第 6 行: 错误[D455] “班”写的“高一 (1)班”与第 2 行的“高一(1)班”"))
            #expect(run.error.split(separator: "D455").count == 3)
        }
    }
}
