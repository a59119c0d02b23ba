import Diagnostics
import FoundationEssentials
import RuleSemantics
import RuleSyntax
import Testing

/// Every mistake that a rules file can hold: a file of its code's name, with the message in both languages.
@Suite struct MessageTests {
    static let folder = Project.corpus + "/Errors"
    static let files = Project.names(folder, ending: ".rules").filter { !$0.hasSuffix(".right.rules") }

    @Test(arguments: files) func message(_ file: String) throws {
        let path = Self.folder + "/" + file
        let code = String(file.dropLast(6).prefix { $0 != "-" })
        for language in ["zh", "en"] {
            let run = Project.run("check", "--strict", path, language: language)
            #expect(run.status == (code.hasPrefix("N") ? 0 : 1))
            #expect(run.error.contains("[\(code)]"), "\(file) does not give \(code)")
            try Project.expectGolden(run.error + run.output, path.dropLast(6) + ".\(language).txt")
        }
    }

    /// A mistake gives its own message and no others that only follow from it.
    @Test(arguments: files.filter { !$0.contains("-") }) func noNoise(_ file: String) throws {
        let own = String(file.dropLast(6))
        let found = try Project.checkedFile(Self.folder + "/" + file).diagnostics
        let codes = Set(found.filter { $0.severity != .note || own.hasPrefix("N") }.map(\.code))
        #expect(codes == [own] || own == "E149" && codes == ["E149", "E201"])
    }

    /// Every code that the checker knows has its file; the two that need no file are tested below.
    @Test func everyCodeHasItsFile() throws {
        let texts = try ["RuleSyntax/SyntaxProblem+Text.swift", "RuleSemantics/CheckProblem+Text.swift"].map {
            try Project.read(Project.root + "/Sources/" + $0)
        }
        let codes = Set(
            texts.joined().split(separator: "\"").map(String.init).filter { word in
                word.count == 4 && "EFN".contains(word.first!) && word.dropFirst().allSatisfy(\.isNumber)
            })
        let files = Set(Self.files.map { String($0.dropLast(6)) })
        #expect(codes.count > 80)
        #expect(codes.subtracting(files) == ["E126"])
    }

    @Test func fileTooLarge() {
        let source = SourceFile(
            name: "大.rules", bytes: Array(repeating: UInt8(ascii: "\n"), count: Parser.fileLimit + 1))
        #expect(Project.checked(source).diagnostics.map(\.code) == ["E126"])
    }

    /// Five mistakes in one file are five messages.
    @Test func fiveMistakes() {
        let text = """
            计划 五处错误
                小数 2 位 四舍五入
            表 教师 主键 工号
                工号  文本
                分    数 0..1O
            选项 级别 省、市
            考核 教师
                项目 甲 满分10
                    得分 = 3
                项目 乙 满分 10
                    得分 = (3
                项目 丙 满分 10
                    得分 = 3
                    不计分 当 分 超过 3
            """
        let found = Project.checked(SourceFile(name: "五.rules", text: text)).diagnostics
        #expect(found.map(\.code) == ["E112", "E101", "E106", "E102", "E116"])
    }
}
