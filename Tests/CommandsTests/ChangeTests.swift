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

    /// Whatever is written twice in a change is in effect twice, as two deductions are, or told.
    @Test(arguments: ["几行", "逐项"]) func writtenTwice(_ name: String) throws {
        let rules = try Self.rules("Tests/Corpus/Meaning/基础/\(name).rules").split(separator: "\n").map(String.init)
        func indent(_ line: String) -> Int { line.prefix { $0 == " " }.count }
        func words(_ lines: some Sequence<String>) -> [String] {
            lines.map { $0.split(separator: " ").joined(separator: " ") }
        }
        let base = rules.joined(separator: "\n") + "\n"
        let once = try #require(Self.lines(SourceFile(name: name, text: base)))
        for index in rules.indices {
            let end = rules[(index + 1)...].firstIndex { indent($0) <= indent(rules[index]) } ?? rules.endIndex
            let twice = rules[index..<end]
            // Clauses and notes of one thing are one.
            if ["依据", "说明"].contains(where: twice[index].contains) { continue }
            let change = rules[..<end] + twice + rules[end...]
            guard let found = Self.lines(Self.change(base, by: change.joined(separator: "\n") + "\n")) else { continue }
            #expect(found == (once + words(twice)).sorted(), "\(twice[index])")
        }
    }

    /// What a header, the plan or a column says that need not be said can be taken away; what a header gives stays.
    @Test func takesAwayWhatIsSaid() throws {
        let base = """
            计划 去年
                年度 2025
                小数 1 位 四舍五入
                假日 2025-10-01
                调休 2025-10-11
                依据 一
                说明 去年的

            表 教师 "教师表" 主键 工号    依据 二
                工号  文本
                分    数 0..100
                组    文本  可空

            表 获奖 主键 编号 可空    说明 没有的不交
                编号  文本
                工号  引用 教师

            考核 教师 当 分 > 0    依据 三    说明 没有分的不算
                项目 业绩 满分 100 保底 0    依据 四
                    得分 = 分
                评定 等级 依 总分 每 组 当 分 > 1    说明 各组分开
                    等次  份额
                    甲    1 人
                    乙    其余
            """
        let change = """
            计划 今年
                删去 年度
                删去 小数
                删去 假日
                删去 调休
                删去 依据
                删去 说明

            表 教师 "教师"
                删去 依据
                组    文本

            表 获奖
                删去 主键
                删去 可空
                删去 说明

            考核 教师
                删去 当
                删去 依据
                删去 说明
                项目 业绩
                    删去 满分
                    删去 保底
                    删去 依据
                评定 等级 依 总分
                    删去 每
                    删去 当
                    删去 说明
            """
        let whole = """
            计划 今年

            表 教师 "教师" 主键 工号
                工号  文本
                分    数 0..100
                组    文本

            表 获奖
                编号  文本
                工号  引用 教师

            考核 教师
                项目 业绩
                    得分 = 分
                评定 等级 依 总分
                    等次  份额
                    甲    1 人
                    乙    其余

            """
        let found = Flattener.flatten(Self.change(base, by: change), keywords: nil)
        #expect(found == whole)
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
