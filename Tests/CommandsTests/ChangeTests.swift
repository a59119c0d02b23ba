import Diagnostics
import RuleSyntax
import Testing

/// Laws of files that build on others: all that a change says is in effect, or else a message tells of it.
@Suite struct ChangeTests {
    static let bases =
        RulesFileTests.shipped + RulesFileTests.plans
        + Project.names(Project.corpus + "/Meaning/基础", ending: ".rules").map { "Tests/Corpus/Meaning/基础/" + $0 }

    /// A file without its examples, which test that file alone.
    private static func rules(_ file: String) throws -> String {
        let lines = try Project.read(Project.root + "/" + file).split(
            separator: "\n", omittingEmptySubsequences: false)
        return lines.prefix { !$0.hasPrefix("算例") && !$0.hasPrefix("example") }.joined(separator: "\n") + "\n"
    }

    private static func change(_ base: String, by change: String) -> SourceFile {
        SourceFile(joining: [
            ("去年.rules", Array(base.utf8)), ("今年.rules", Array("沿用 \"去年.rules\"\n\(change)".utf8)),
        ])
    }

    /// What a file says when it is written out whole, line by line in any order, without layout and comments; `nil` where
    /// it has errors.
    private static func lines(_ source: SourceFile) -> [String]? {
        Flattener.flatten(source, keywords: nil).map { text in
            text.split(separator: "\n").compactMap { line in
                let words = line.split(separator: " ").prefix { !$0.hasPrefix("#") }
                return words.isEmpty ? nil : words.joined(separator: " ")
            }.sorted()
        }
    }

    /// A change that says what is there anyway changes nothing, and nothing is told.
    @Test(arguments: bases) func saysTheSame(_ file: String) throws {
        let rules = try Self.rules(file)
        let source = Self.change(rules, by: rules)
        let problems = Parser.parse(source).problems
        let renderer = Renderer(language: .en, source: source)
        #expect(problems.isEmpty, "\(problems.map(renderer.render).joined())")
        #expect(Self.lines(source) == Self.lines(SourceFile(name: file, text: rules)))
    }

    /// Clause and note stay with every line that may have them.
    @Test func keepsEveryNote() {
        let text = """
            计划 去年
                年度 2025                        依据 一    说明 年
                小数 1 位 四舍五入               依据 二    说明 小数
                假日 2025-10-01..2025-10-08      依据 三    说明 假日
                调休 2025-10-11                  依据 四    说明 调休

            表 教师 主键 工号
                工号  文本
                分    数 0..100

            考核 教师
                项目 业绩
                    得分 = 分
                    小数 2 位 四舍五入           依据 五    说明 两位
                评定 等级 依 总分
                    等次  份额
                    甲    30%
                    乙    其余
                    份额取整 四舍五入            依据 六    说明 取整
                    并列 全部入选                依据 七    说明 并列
                    基数 全体                    依据 八    说明 基数
                输出 工号, 等级                  依据 九    说明 输出

            """
        let source = SourceFile(name: "去年.rules", text: text)
        #expect(Self.lines(source) == Self.lines(Self.change(text, by: text)))
        let found = Flattener.flatten(source, keywords: nil).map(FormatTests.words)
        #expect(found == FormatTests.words(text))
    }
}
