import Commands
import FoundationEssentials
import Platform
import Testing

/// Nothing that somebody has made is lost to what the program writes.
@Suite struct SafetyTests {
    /// The rules and data of the sample school in a folder of their own.
    private static func copy(_ body: (_ folder: String, _ rules: String, _ data: String) throws -> Void) throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let data = folder + "/数据"
        #expect(Platform.makeFolder(data))
        let sample = Project.root + "/rules/示例数据"
        for name in Project.names(sample, ending: ".csv") {
            try Project.write(Project.read(sample + "/" + name), data + "/" + name)
        }
        try Project.write(Project.read(Project.schoolRules), folder + "/a.rules")
        try body(folder, folder + "/a.rules", data)
    }

    private static func codes(_ run: Run) -> [String] { DataCase.codes(in: run.error).sorted() }

    /// A result never takes the place of a file that was read, whatever way its path leads there.
    @Test func inputsStay() throws {
        try Self.copy { folder, rules, data in
            let (teachers, plan) = (data + "/教师.csv", try Project.read(rules))
            let before = try Project.read(teachers)
            try FileManager.default.createSymbolicLink(atPath: folder + "/别名.csv", withDestinationPath: teachers)
            for output in [teachers, data + "/../数据/教师.csv", folder + "/别名.csv"] {
                let run = Project.run("eval", rules, "--data", data, "--output", output)
                #expect(run.status == 2 && Self.codes(run) == ["D519"], "\(run.error)")
            }
            #expect(try Project.read(teachers) == before)
            // One table alone does not change what endings mean.
            let run = Project.run("eval", rules, "--data", data, "--table", "教师", "--output", rules)
            #expect(run.status == 2 && Self.codes(run) == ["D512"])
            #expect(try Project.read(rules) == plan)
            // Rules may have any name.
            try Project.write(plan, folder + "/规则.txt")
            let other = Project.run("eval", folder + "/规则.txt", "--data", data, "--output", folder + "/规则.txt")
            #expect(other.status == 2 && Self.codes(other) == ["D519"])
            #expect(try Project.read(folder + "/规则.txt") == plan)
        }
    }

    /// The result of last time, which lies beside the data, gives way to a new one.
    @Test func resultsAreRenewed() throws {
        try Self.copy { _, rules, data in
            for name in ["结果.csv", "结果.xlsx", "结果.csv", "结果.xlsx"] {
                let run = Project.run("eval", rules, "--data", data, "--output", data + "/" + name)
                #expect(run.status == 0, "\(run.error)")
            }
        }
    }

    @Test func namesAreDifferent() throws {
        try Self.copy { folder, rules, data in
            let run = Project.run(
                "eval", rules, "--data", data, "--output", folder + "/r.csv", "--output", folder + "/数据/../r.csv")
            #expect(run.status == 2 && Self.codes(run) == ["D534"])
            #expect(!Platform.exists(folder + "/r.csv"))
        }
    }

    /// A template that was filled in, and data, are not replaced by what can be made again.
    @Test(arguments: ["模板.xlsx", "样例"]) func typedDataStay(_ name: String) throws {
        try Self.copy { folder, rules, _ in
            let path = folder + "/" + name
            let command = name.hasSuffix(".xlsx") ? "template" : "sample"
            #expect(Project.run(command, rules, "--output", path).status == 0)
            let file = command == "template" ? path : path + "/教师.csv"
            try Project.write("填好了", file)
            let again = Project.run(command, rules, "--output", path)
            #expect(again.status == 2 && Set(Self.codes(again)) == ["D535"])
            #expect(try Project.read(file) == "填好了")
        }
    }

    /// What a link leads to is written; the link stays one, and permissions stay as they are.
    @Test func linksStay() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let (real, link) = (folder + "/真.csv", folder + "/链接.csv")
        try Project.write("旧", real)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: real)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "真.csv")
        try Project.write("别人的", real + ".part")
        #expect(Platform.write([(link, Array("新".utf8))]) == nil)
        #expect(try Project.read(real) == "新")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "真.csv")
        let permissions = try FileManager.default.attributesOfItem(atPath: real)[.posixPermissions] as? Int
        #expect(permissions == 0o600)
        #expect(try Project.read(real + ".part") == "别人的")
        #expect(Project.names(folder) == ["真.csv", "真.csv.part", "链接.csv"].sorted())
    }

    /// Output that could not be written is no success.
    @Test(arguments: ["zh", "en"]) func lostOutput(_ language: String) {
        let (status, error) = Platform.onLargeStack {
            var driver = Driver(BufferTerminal(hasFailed: true))
            let status = driver.run(["check", Project.schoolRules, "--lang", language], prefersChinese: true)
            return (status, driver.terminal.standardError)
        }
        #expect(status == 3)
        #expect(error.contains("[D536]"))
    }

    @Test func optionsWithoutValue() {
        #expect(Project.run("check", "--fix=0", Project.schoolRules).status == 2)
        let run = Project.run("eval", Project.schoolRules, "--data", "--threads", "1")
        #expect(run.status == 2 && run.error.contains("--data 后面缺少内容"))
    }
}
