import FoundationEssentials
import Testing

/// Bad data: each fault is named with file, row and column, all of them at once, and no output file is touched.
@Suite struct BadDataTests {
    static let folder = DataCase.folder

    @Test(arguments: DataCase.all) func messages(_ item: DataCase) throws {
        let temporary = try Project.temporaryFolder()
        defer { Project.remove(temporary) }
        let output = temporary + "/结果.csv"
        for language in ["zh", "en"] {
            try Project.write("原有内容", output)
            let run = try item.run(right: false, language: language, temporary: temporary)
            // What `test` says of an example stands in its output.
            let isTest = try item.command(right: false).hasPrefix("test")
            try Project.expectGolden(
                isTest ? run.output + run.error : run.error, item.folder + "/messages.\(language).txt")
            let isUntouched = try Project.read(output) == "原有内容"
            let isNote = !run.error.contains(language == "zh" ? "错误[" : "error[")
            #expect(isNote == (run.status == 0))
            if isNote, !item.hasOwnCommand {
                #expect(!isUntouched)
            } else {
                #expect(isUntouched)
                #expect(Project.names(temporary) == ["结果.csv"])
            }
        }
    }

    /// What puts a case right gives no message.
    @Test(arguments: DataCase.all) func right(_ item: DataCase) throws {
        let temporary = try Project.temporaryFolder()
        defer { Project.remove(temporary) }
        let run = try item.run(right: true, language: "zh", temporary: temporary)
        #expect(run.status == 0)
        #expect(DataCase.codes(in: run.error).isEmpty, "\(run.error)")
    }

    /// `check --data` finds the same without evaluating, as far as it lies in the data alone.
    @Test(arguments: DataCase.all.filter { !$0.hasOwnCommand && !$0.hasOwnRules }) func checkData(_ item: DataCase) {
        let data = item.data(right: false)
        let evaluated = Project.run("eval", item.rules(right: false), "--data", data)
        let checked = Project.run("check", item.rules(right: false), "--data", data)
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
