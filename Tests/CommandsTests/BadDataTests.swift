import FoundationEssentials
import Testing

/// Bad data: each fault is named with file, row and column, all of them at once, and no output file is touched.
@Suite struct BadDataTests {
    static let folder = Project.corpus + "/BadData"
    static let cases = Project.names(folder).filter { !$0.contains(".") }

    @Test(arguments: cases) func messages(_ name: String) throws {
        let folder = Self.folder + "/" + name
        let notesOnly: Set<String> = ["extra-column", "extra-file", "absent-default", "good"]
        let temporary = try Project.temporaryFolder()
        defer { Project.remove(temporary) }
        let output = temporary + "/结果.csv"
        try Project.write("原有内容", output)
        for language in ["zh", "en"] {
            let run = Project.run(
                "eval", Self.folder + "/rules.rules", "--data", folder + "/data", "--output", output, language: language
            )
            let text = run.error.split(separator: temporary + "/", omittingEmptySubsequences: false).joined()
            try Project.expectGolden(text, folder + "/messages.\(language).txt")
            let isUntouched = try Project.read(output) == "原有内容"
            if notesOnly.contains(name) {
                #expect(run.status == 0)
                #expect(!isUntouched)
                try Project.write("原有内容", output)
            } else {
                #expect(run.status == 1)
                #expect(isUntouched)
                #expect(Project.names(temporary) == ["结果.csv"])
            }
        }
    }

    /// `check --data` finds the same without evaluating.
    @Test(arguments: cases) func checkData(_ name: String) {
        let data = Self.folder + "/" + name + "/data"
        let evaluated = Project.run("eval", Self.folder + "/rules.rules", "--data", data)
        let checked = Project.run("check", Self.folder + "/rules.rules", "--data", data)
        #expect(checked.status == evaluated.status)
    }

    @Test func moreThanAHundred() throws {
        let temporary = try Project.temporaryFolder()
        defer { Project.remove(temporary) }
        for file in Project.names(Self.folder + "/good/data") {
            try Project.write(try Project.read(Self.folder + "/good/data/" + file), temporary + "/" + file)
        }
        let rows = (0..<250).map { "T\($0 + 100),2026-09-10,,1,1\n" }.joined()
        try Project.write("工号,日期,月,次数,分值\n" + rows, temporary + "/记录.csv")
        let run = Project.run("eval", Self.folder + "/rules.rules", "--data", temporary)
        #expect(run.status == 1)
        #expect(run.error.contains("另有 150 处没有列出"))
    }
}
