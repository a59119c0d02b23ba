import Testing

/// `sample`: data that obey the tables of any rules file.
@Suite struct SampleTests {
    /// Plans whose sample must also evaluate; what the others demand of their data no chance can meet.
    static let evaluable = (RulesFileTests.shipped + RulesFileTests.plans).filter { file in
        !["17-", "20-", "24-", "32-", "33-", "35-"].contains { file.contains("/" + $0) }
    }

    @Test(arguments: RulesFileTests.shipped + RulesFileTests.plans + RulesFileTests.meaning)
    func sampleObeysTheTables(_ file: String) throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let run = Project.run("sample", Project.root + "/" + file, "--output", folder + "/a", "--rows", "25")
        #expect(run.status == 0, "\(run.error)")
        let again = Project.run("sample", Project.root + "/" + file, "--output", folder + "/b", "--rows", "25")
        #expect(again.status == 0)
        for name in Project.names(folder + "/a") {
            #expect(try Project.bytes(folder + "/a/" + name) == Project.bytes(folder + "/b/" + name), "\(name)")
        }
        let eval = Project.run("eval", Project.root + "/" + file, "--data", folder + "/a", "--format", "json")
        if Self.evaluable.contains(file) { #expect(eval.status == 0, "\(eval.error)") }
        // Cells always fit their columns, and references lead to rows.
        for code in ["D402", "D408", "D409", "D412", "D418", "D419", "D420"] {
            #expect(!eval.error.contains(code), "\(code): \(eval.error)")
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

    /// What random rows cannot keep is said: rows that are left out, and rows that stay because others refer to them.
    @Test(arguments: [("03-", "没有写"), ("24-", "要自己改")]) func saysWhatItCannotMake(_ start: String, _ words: String)
        throws
    {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let file = try #require(RulesFileTests.plans.first { $0.contains("/" + start) })
        let run = Project.run("sample", Project.root + "/" + file, "--output", folder + "/a", "--rows", "20")
        #expect(run.status == 0)
        #expect(run.error.contains("随机造不出") && run.error.contains(words), "\(run.error)")
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
