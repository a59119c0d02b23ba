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
