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

    static func run(_ files: [(String, String)]) throws -> Run {
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
}
