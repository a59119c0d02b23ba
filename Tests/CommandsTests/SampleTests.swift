import Diagnostics
import RuleEngine
import RuleSemantics
import Testing

/// `sample`: data that obey the tables of any rules file.
@Suite struct SampleTests {
    @Test(arguments: RulesFileTests.distinct + RulesFileTests.meaning)
    func sampleObeysTheTables(_ file: String) throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let run = Project.run("sample", Project.root + "/" + file, "--output", folder + "/a", "--rows", "25")
        #expect(run.status == 0, "\(run.error)")
        let again = Project.run("sample", Project.root + "/" + file, "--output", folder + "/b", "--rows", "25")
        #expect(again.status == 0)
        for name in Project.names(folder + "/a") {
            #expect(
                try Project.bytes(folder + "/a/" + name).count { $0 == UInt8(ascii: "\n") } > 1, "\(name) has no rows")
            #expect(try Project.bytes(folder + "/a/" + name) == Project.bytes(folder + "/b/" + name), "\(name)")
        }
        let eval = Project.run("eval", Project.root + "/" + file, "--data", folder + "/a", "--format", "json")
        // The files of single constructs hold demands on purpose that nothing meets.
        if !RulesFileTests.meaning.contains(file) { #expect(eval.status == 0, "\(eval.error)") }
        // Cells always fit their columns, and references lead to rows.
        for code in ["D402", "D408", "D409", "D412", "D418", "D419", "D420"] {
            #expect(!eval.error.contains(code), "\(code): \(eval.error)")
        }
    }

    /// The same sample as a workbook, all of whose cells are kept, gives the same results.
    @Test(arguments: RulesFileTests.distinct + RulesFileTests.meaning)
    func workbooksHoldTheSame(_ file: String) throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let path = Project.root + "/" + file
        // The data of small plans may have to be mended by hand.
        let isMeaning = RulesFileTests.meaning.contains(file)
        for output in ["/a", "/a.xlsx"] {
            let rows = isMeaning ? "4" : "15"
            let run = Project.run("sample", path, "--output", folder + output, "--rows", rows, "--seed", "4")
            #expect(run.status == 0, "\(run.error)")
        }
        let program = try #require(try Project.checkedFile(path).program)
        for table in program.assessments.map({ program.tables[$0.table].name }) {
            let results = ["/a", "/a.xlsx"].map { data in
                Project.run("eval", path, "--data", folder + data, "--table", table, "--format", "csv")
            }
            #expect(results[0].status == 0 || isMeaning, "\(results[0].error)")
            #expect(results[0].status == results[1].status, "\(table): \(results[1].error)")
            #expect(results[0].output == results[1].output, "\(table): \(results[1].error)")
        }
    }

    /// What rules compare a column with need not be what it allows: a year before it, half a point, more than all.
    @Test func onlyWhatColumnsAllow() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let rules = """
            计划 范围
                小数 1 位 四舍五入

            表 教师 主键 工号
                工号  文本
                分    数 0..10
                次    整数 1..5
                日    日期 2026-01-01..2026-12-31

            考核 教师 满分 30
                项目 甲 满分 10
                    加 1 当 分 = 100
                    加 2 当 次 = 2.5
                    加 4 当 日 = 2025-09-01
            """
        try Project.write(rules, folder + "/a.rules")
        let run = Project.run("sample", folder + "/a.rules", "--output", folder + "/a", "--rows", "40")
        #expect(run.status == 0, "\(run.error)")
        let eval = Project.run("eval", folder + "/a.rules", "--data", folder + "/a", "--format", "json")
        #expect(eval.status == 0, "\(eval.error)")
    }

    /// What no row can keep is said: rows that are left out with all that refers to them, and rows that stay because
    /// nothing else would be left.
    @Test(arguments: [("要求 组 != \"组1\"", "“组”有 1 行随机造不出合乎规则的，没有写"), ("要求 数 * 数 > 100", "“组”有 2 行不合乎规则")])
    func saysWhatItCannotMake(_ demand: String, _ words: String) throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let rules = """
            计划 造不出来
                小数 1 位 四舍五入

            表 组 主键 组
                组  文本
                数  数 0..10
                \(demand)

            表 教师 主键 工号
                工号  文本
                组    引用 组
                分    数 0..10

            考核 教师 满分 10
                项目 甲 满分 10
                    得分 = 分
            """
        try Project.write(rules, folder + "/a.rules")
        let run = Project.run("sample", folder + "/a.rules", "--output", folder + "/a", "--rows", "20")
        #expect(run.status == 0)
        #expect(run.error.contains(words), "\(run.error)")
        let eval = Project.run("eval", folder + "/a.rules", "--data", folder + "/a", "--format", "json")
        #expect(eval.status == (words.contains("没有写") ? 0 : 1), "\(eval.error)")
        let whole = Project.run("sample", Project.schoolRules, "--output", folder + "/b")
        #expect(!whole.error.contains("随机造不出"), "\(whole.error)")
    }

    @Test func anotherSeedGivesOtherData() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        for seed in ["1", "2"] {
            let run = Project.run("sample", Project.schoolRules, "--output", folder + "/" + seed, "--seed", seed)
            #expect(run.status == 0)
        }
        #expect(try Project.bytes(folder + "/1/考勤.csv") != Project.bytes(folder + "/2/考勤.csv"))
    }
}
