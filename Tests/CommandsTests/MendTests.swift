import Commands
import Diagnostics
import FoundationEssentials
import Platform
import RuleSemantics
import Testing

/// `check --fix`: what it mends, and that it never makes a file worse.
@Suite struct MendTests {
    static func mended(_ path: String, _ bytes: [UInt8]) -> Mender {
        Platform.onLargeStack {
            var mender = Mender(path, bytes)
            mender.run()
            return mender
        }
    }

    static func weights(_ checked: Checked) -> [String] {
        checked.diagnostics.filter { $0.severity != .note }.map(\.code)
    }

    /// Whatever is wrong with a file: afterwards less is said of it and nothing new, and there is no more to mend.
    @Test(arguments: MessageTests.files) func laws(_ file: String) throws {
        let path = MessageTests.folder + "/" + file
        let bytes = try Project.bytes(path)
        let before = Self.weights(try Project.checkedFile(path))
        let mender = Self.mended(path, bytes)
        let after = Self.weights(mender.checked)
        #expect(after.count < before.count || mender.bytes == bytes)
        #expect(Set(after).isSubset(of: before))
        #expect(Self.mended(path, mender.bytes).bytes == mender.bytes)
    }

    /// Files in which every mistake can mean one thing only.
    @Test(arguments: [
        "E106", "E106-各处", "E109-各处", "E110", "E108-引号", "E112", "E116-份额", "E163-份额", "E112-字母", "E116", "E116-连写",
        "E118", "E119-过深", "E119-制表符",
        "E119-外层", "E119-行首", "E160", "E160-符号", "E161", "E163", "E163-名额", "E163-得分",
        "E163-满分", "E163-又几句", "E165", "E166", "E167", "E167-冒号", "E167-由高到低", "E167-必填", "E201-近似", "F303", "F311",
    ])
    func whollyMended(_ name: String) throws {
        let path = MessageTests.folder + "/\(name).rules"
        let mender = Self.mended(path, try Project.bytes(path))
        let left = mender.checked.diagnostics.filter { $0.severity != .note }.map(
            Renderer(language: .en, source: mender.source).render
        ).joined()
        #expect(left.isEmpty, "\(left)")
        try Project.expectGolden(String(decoding: mender.bytes, as: UTF8.self), path.dropLast(6) + ".fixed.txt")
    }

    /// The program writes the file, shows what it changed, and says what is left.
    @Test func command() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let text = try Project.read(MessageTests.folder + "/E106.rules") + "未入规则 一\n未 二\n"
        try Project.write(text, folder + "/计划.rules")
        let run = Project.run("check", "--fix", folder + "/计划.rules")
        #expect(run.status == 1)
        #expect(run.output.contains("-        扣3\n"))
        #expect(run.output.contains("+        扣 3\n"))
        #expect(run.output.hasSuffix("改正了 3 处；1 处错误\n"))
        #expect(run.error.contains("E104"))
        let again = Project.run("check", "--fix", folder + "/计划.rules")
        #expect(!again.output.contains("@@"))
        #expect(try Project.read(folder + "/计划.rules").contains("满分 10"))
    }

    /// A file that builds on another is mended, the other is not touched.
    @Test func baseIsLeftAlone() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let base = try Project.read(MessageTests.folder + "/E110.rules")
        let change = "沿用 \"去年.rules\"\n\n计划 今年\n    年度 2027\n"
        try Project.write(base, folder + "/去年.rules")
        try Project.write(change, folder + "/今年.rules")
        #expect(Project.run("check", "--fix", folder + "/今年.rules").status == 1)
        #expect(try Project.read(folder + "/去年.rules") == base)
        #expect(try Project.read(folder + "/今年.rules") == change)
        try Project.write(base.split(separator: "==").joined(separator: "="), folder + "/去年.rules")
        try Project.write(change + "考核 教师\n    项目 业绩 满分8\n", folder + "/今年.rules")
        let run = Project.run("check", "--fix", folder + "/今年.rules")
        #expect(run.output.contains("+    项目 业绩 满分 8\n"), "\(run.error)")
    }

    @Test func goesWithTextOnly() {
        #expect(Project.run("check", "--fix", "--format", "json", "x.rules").status == 2)
        #expect(Project.run("eval", "--fix", "x.rules", "--data", "x").status == 2)
    }
}
