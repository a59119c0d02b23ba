import Tables
import Testing

/// Tables whose columns come from the sheet itself: from its headers or from its name.
@Suite struct SheetTests {
    static let rules = """
        计划 宽表
            小数 2 位 四舍五入
        表 教师 主键 工号
            工号  文本
        表 成绩
            工号  引用 教师
            学科  语文 | 数学  取自列名
            分    数 0..100  可空
        表 考勤 「考勤(*)」
            工号  引用 教师
            月    文本  取自表名
            次数  整数 0..31
        考核 教师
            项目 均分 满分 100
                得分 = 平均(成绩.分 当 有(分)) 若缺 0
            项目 九月 满分 31
                得分 = 合计(考勤.次数 当 月 = "9月")
            项目 全勤 满分 100
                得分 = 合计(考勤.次数)
        """

    static func run(_ files: [(String, String)], rules: String = rules) throws -> Run {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        try Project.write(rules, folder + "/宽表.rules")
        for (name, text) in files { try Project.write(text, folder + "/" + name + ".csv") }
        return Project.run("eval", folder + "/宽表.rules", "--data", folder, "--format", "csv")
    }

    @Test func wideAndByMonth() throws {
        let run = try Self.run([
            ("教师", "工号\nT1\nT2\n"), ("成绩", "工号,语文,数学\nT1,80,91\nT2,,70\n"),
            ("考勤(9月)", "工号,次数\nT1,20\nT2,19\n"), ("考勤(10月)", "次数,工号\n15,T1\n16,T2\n"),
        ])
        #expect(run.status == 0, "\(run.error)")
        #expect(
            run.output == "\u{FEFF}工号,均分,九月,全勤,总分\nT1,85.50,20.00,35.00,140.50\nT2,70.00,19.00,35.00,124.00\n")
    }

    /// A bad cell is named where it stands in the sheet, not where it stands after the sheet was made long.
    @Test func places() throws {
        let run = try Self.run([
            ("教师", "工号\nT1\n"), ("成绩", "工号,语文,数学\nT1,80,900\nT9,1,2\n"), ("考勤(9月)", "工号,次数\nT1,x\n"),
            ("考勤(10月)", "工号,日数\nT1,3\n"),
        ])
        #expect(run.status == 1)
        #expect(run.error.contains("成绩.csv › C2: 错误[D412]"))
        #expect(run.error.contains("成绩.csv › A3: 错误[D419]"))
        #expect(
            run.error.contains("考勤(9月).csv › 第 1 行: 错误[D434]") || run.error.contains("考勤(10月).csv › 第 1 行: 错误[D434]"))
    }

    /// Offsets count two thousand million bytes: of sheets that have more together the later ones are refused.
    @Test func sheetsThatAreTogetherTooLarge() throws {
        func sheet(_ name: String) -> RawTable {
            var sheet = RawTable(name: name, file: name + ".csv", bytes: [], headers: ["工号", "次数"])
            sheet.append(["T1", "20"], number: 2)
            return sheet
        }
        var joined = sheet("考勤(9月)")
        try joined.append(sheet("考勤(10月)"), limit: 8)
        #expect(joined.rowCount == 2)
        #expect(throws: RawTable.Hindrance.size) { try joined.append(sheet("考勤(11月)"), limit: 11) }
        #expect(joined.rowCount == 2)
        var other = RawTable(name: "考勤", file: "考勤.csv", bytes: [], headers: ["工号", "学时"])
        other.append(["T1", "20"], number: 2)
        #expect(throws: RawTable.Hindrance.columns) { try joined.append(other) }
    }

    // MARK: Names of sheets

    /// Each sheet has a word for its rows: here by its own name, whatever stands behind 考勤.
    static func byName(_ kind: String, _ more: String = "") -> String {
        """
        计划 每月
            年度 2026
            假日 2026-10-01..2026-10-07
            小数 2 位 四舍五入
        选项 学段  小学 | 初中
        表 教师 主键 工号
            工号  文本
        表 班级 主键 班级 可空
            班级  文本
        表 考勤 "考勤*"
            工号  引用 教师
            月    \(kind)  取自表名
            次数  整数 0..31
        \(more)
        考核 教师
            项目 全勤 满分 100
                得分 = 合计(考勤.次数)
        """
    }

    /// A word means what it means in a cell: 10月, however wide its digits are and wherever blanks stand.
    @Test func wordsAsCells() throws {
        let run = try Self.run([
            ("教师", "工号\nT1\n"), ("成绩", "工号,语文,数学\nT1,80,91\n"), ("考勤(９ 月)", "工号,次数\nT1,20\n"),
            ("考勤(１０月)", "工号,次数\nT1,15\n"),
        ])
        #expect(run.status == 0, "\(run.error)")
        #expect(run.output == "\u{FEFF}工号,均分,九月,全勤,总分\nT1,85.50,20.00,35.00,140.50\n")
    }

    /// Two sheets that say the same are one too many: rows are not counted twice.
    @Test(arguments: [
        ("文本", "9月", "(9月)"), ("文本", "9月", "９月"), ("文本", "9月", "9 月"), ("文本", "(9月)", "(9月) (2)"),
        ("文本", "9月", "9月 - 副本"), ("文本", "9月", "9月 - 副本 (2)"), ("文本", "9月", "9月 - Copy"), ("文本", "1班", "1班(1)"),
        ("月份", "9月", "09月"), ("月份", "9月", "2026年9月"), ("月份", "2026-09", "9月（3）"), ("学段", "小学", "小 学"),
        ("引用 班级", "1班", "１ 班"), ("引用 班级", "A1", "Ａ 1"),
    ])
    func oneWordTwice(_ kind: String, _ first: String, _ second: String) throws {
        let run = try Self.run(
            [
                ("教师", "工号\nT1\n"), ("班级", "班级\n1班\nA1\n"), ("考勤" + first, "工号,次数\nT1,20\n"),
                ("考勤" + second, "工号,次数\nT1,20\n"),
            ], rules: Self.byName(kind))
        #expect(run.status == 1)
        #expect(DataCase.codes(in: run.error).subtracting(["D442"]) == ["D451"], "\(run.error)")
        #expect(run.error.contains("考勤\(first).csv") && run.error.contains("考勤\(second).csv"))
    }

    /// What looks like the mark of a copy is part of the word where nothing was copied.
    @Test(arguments: [
        ("文本", "1班(1)", "1班(2)"), ("文本", "9月", "月9"), ("文本", "A 1", "A1班"), ("月份", "9月", "10月"), ("学段", "小学", "初中"),
    ])
    func twoWords(_ kind: String, _ first: String, _ second: String) throws {
        let run = try Self.run(
            [
                ("教师", "工号\nT1\n"), ("考勤" + first, "工号,次数\nT1,20\n"), ("考勤" + second, "工号,次数\nT1,11\n"),
            ], rules: Self.byName(kind))
        #expect(run.status == 0, "\(run.error)")
        #expect(run.output == "\u{FEFF}工号,全勤,总分\nT1,31.00,31.00\n")
    }

    /// A sheet belongs to the table of its very name, else to the one whose pattern says most.
    @Test func whoseSheet() throws {
        let more = """
            表 补录 "考勤补录" 可空
                工号  引用 教师
                次数  整数 0..31
            表 夜班 "考勤夜*"
                工号  引用 教师
                月    文本  取自表名
                次数  整数 0..31
            """
        let rules = Self.byName("文本", more) + "\n    项目 补 满分 100\n        得分 = 合计(补录.次数) + 合计(夜班.次数) * 10\n"
        let run = try Self.run(
            [
                ("教师", "工号\nT1\n"), ("考勤9月", "工号,次数\nT1,20\n"), ("考勤补录", "工号,次数\nT1,3\n"),
                ("考勤夜9月", "工号,次数\nT1,2\n"),
            ], rules: rules)
        #expect(run.status == 0, "\(run.error)")
        #expect(run.output == "\u{FEFF}工号,全勤,补,总分\nT1,20.00,23.00,43.00\n")
    }

    /// One sheet by a person's number, another by the name.
    @Test func keyAndName() throws {
        let more = "表 班主任 主键 班号 可空\n    班号  文本\n    姓名  文本"
        let run = try Self.run(
            [
                ("教师", "工号\nT1\n"), ("班主任", "班号,姓名\nB1,甲\nB2,乙\n"), ("考勤B1", "工号,次数\nT1,2\n"),
                ("考勤乙", "工号,次数\nT1,2\n"), ("考勤甲", "工号,次数\nT1,2\nT1,3\n"),
            ], rules: Self.byName("引用 班主任", more))
        #expect(run.status == 1)
        #expect(run.error.contains("考勤甲.csv: 错误[D451] 考勤甲.csv 与 考勤B1.csv 说的都是“B1”"), "\(run.error)")
        #expect(run.error.split(separator: "D451").count == 2)
    }

    /// What a sheet's name says and is not known is told of the sheet, once.
    @Test func unknownName() throws {
        let run = try Self.run(
            [
                ("教师", "工号\nT1\n"), ("班级", "班级\n1班\n"), ("考勤1班", "工号,次数\nT1,2\n"),
                ("考勤8班", "工号,次数\nT1,2\nT1,3\n"),
            ], rules: Self.byName("引用 班级"))
        #expect(run.status == 1)
        #expect(run.error.contains("考勤8班.csv: 错误[D419] “月”是“8班”，但“班级”里没有它"), "\(run.error)")
        #expect(run.error.split(separator: "D419").count == 2)
    }

    /// An empty sheet tells nothing where another of its name is not empty, nor where no rule reads it.
    @Test(arguments: [("考勤9月", ["D452"]), ("教师", []), ("说明", [])])
    func emptySheet(_ name: String, _ codes: [String]) throws {
        var parts = WorkbookInputTests.Parts()
        parts.workbook = "<workbook><sheets>"
        parts.links = "<Relationships>"
        parts.workbook += "<sheet name=\"考勤10月\" sheetId=\"1\" r:id=\"rId1\" xmlns:r=\"r\"/>"
        parts.links += "<Relationship Id=\"rId1\" Type=\"t/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
        parts.workbook += "<sheet name=\"\(name)\" sheetId=\"2\" r:id=\"rId2\" xmlns:r=\"r\"/></sheets></workbook>"
        parts.links +=
            "<Relationship Id=\"rId2\" Type=\"t/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>"
        parts.sheet = WorkbookInputTests.Parts.sheet(
            "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>工号</v></c><c r=\"B1\" t=\"str\"><v>次数</v></c></row>"
                + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>T1</v></c><c r=\"B2\"><v>7</v></c></row>")
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        try Project.write(Self.byName("文本"), folder + "/宽表.rules")
        try Project.write("工号\nT1\n", folder + "/教师.csv")
        try Project.write(parts.bytes(second: WorkbookInputTests.Parts.sheet("")), folder + "/数据.xlsx")
        let run = Project.run("eval", folder + "/宽表.rules", "--data", folder, "--format", "csv")
        #expect(DataCase.codes(in: run.error) == Set(codes), "\(run.error)")
        #expect(run.output == (codes.isEmpty ? "\u{FEFF}工号,全勤,总分\nT1,7.00,7.00\n" : ""))
    }

    // MARK: Putting together

    /// Columns without a name do not keep sheets apart, and what stands in them is told where it stands.
    @Test func namelessColumns() throws {
        let run = try Self.run(
            [
                ("教师", "工号\nT1\nT2\n"), ("考勤9月", "工号,,次数,,\nT1,,2,,\nT2,,3,,\n"),
                ("考勤10月", "次数,工号,\n4,T1,旁注\n5,T2,\n"), ("考勤11月", "工号,次数\nT1,6\n"),
            ], rules: Self.byName("文本"))
        #expect(run.status == 0, "\(run.error)")
        #expect(run.output == "\u{FEFF}工号,全勤,总分\nT1,12.00,12.00\nT2,8.00,8.00\n")
        #expect(run.error.contains("考勤10月.csv › C 列: 提示[D441] 这一列没有列名，里面的 1 格已忽略"))
        #expect(!run.error.contains("考勤9月.csv"))
    }

    /// Of each sheet whose columns differ it is told how, in the row that names them; the others are read all the same.
    @Test func otherColumns() throws {
        let run = try Self.run(
            [
                ("教师", "工号\nT1\n"), ("考勤1月", "工号,次数\nT1,2\n"), ("考勤2月", "二月,\n工号,日数\nT1,2\n"),
                ("考勤3月", "工号,次数,次数\nT1,2,2\n"), ("考勤4月", "工号,次数\nT1,多\n"),
            ], rules: Self.byName("文本"))
        #expect(run.status == 1)
        #expect(run.error.contains("考勤2月.csv › 第 2 行: 错误[D434] 考勤2月.csv 的列与 考勤1月.csv 不同：多了“日数”，少了“次数”"))
        #expect(run.error.contains("考勤3月.csv › 第 1 行: 错误[D434] 考勤3月.csv 的列与 考勤1月.csv 不同：多了“次数”"))
        #expect(run.error.contains("考勤4月.csv › B2: 错误[D409]"), "\(run.error)")
    }

    /// A key that stands in another sheet, too.
    @Test func keyInAnotherSheet() throws {
        let rules = Self.byName("文本").split(separator: "\"考勤*\"").joined(separator: "\"考勤*\" 主键 工号")
        let run = try Self.run(
            [("教师", "工号\nT1\nT2\n"), ("考勤1月", "工号,次数\nT1,2\n"), ("考勤2月", "工号,次数\nT2,2\nT1,2\nT2,1\n")],
            rules: rules)
        #expect(run.status == 1)
        #expect(run.error.contains("考勤2月.csv › 第 3 行: 错误[D420] “T1”与 考勤1月.csv 第 2 行重复"), "\(run.error)")
        #expect(run.error.contains("考勤2月.csv › 第 4 行: 错误[D420] “T2”与第 2 行重复"))
    }

    // MARK: Wide sheets

    /// A header that names no row is told of its column, once.
    @Test func unknownHeader() throws {
        let rules = """
            计划 评分
                小数 2 位 四舍五入
            表 教师 主键 工号
                工号  文本
            表 评委 主键 评委
                评委  文本
            表 评分
                工号  引用 教师
                评委  引用 评委  取自列名
                分    数 0..10  可空
            考核 教师
                项目 评分 满分 10
                    得分 = 平均(评分.分 当 有(分)) 若缺 0
            """
        let run = try Self.run(
            [("教师", "工号\nT1\nT2\n"), ("评委", "评委\n甲\n乙\n"), ("评分", "工号,甲,丙,乙\nT1,8,9,7\nT2,6,5,4\n")],
            rules: rules)
        #expect(run.status == 1)
        #expect(run.error.contains("评分.csv › C 列: 错误[D419] “评委”是“丙”，但“评委”里没有它"), "\(run.error)")
        #expect(run.error.split(separator: "D419").count == 2)
    }

    /// A choice is known by its header whatever its width; twice it is an error.
    @Test func wideHeaders() throws {
        let sheets = [("教师", "工号\nT1\n"), ("考勤(9月)", "工号,次数\nT1,20\n")]
        let run = try Self.run(sheets + [("成绩", "工号,语 文,数　学\nT1,80,91\n")])
        #expect(run.output == "\u{FEFF}工号,均分,九月,全勤,总分\nT1,85.50,20.00,20.00,125.50\n", "\(run.error)")
        #expect(DataCase.codes(in: run.error).isEmpty)
        let twice = try Self.run(sheets + [("成绩", "工号,语文,数学,语 文\nT1,80,91,70\n")])
        #expect(twice.status == 1)
        #expect(twice.error.contains("成绩.csv › D1: 错误[D403] “语文”这一列出现了两次"), "\(twice.error)")
    }
}
