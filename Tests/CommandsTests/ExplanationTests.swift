import Diagnostics
import RuleEngine
import RuleSemantics
import Testing

/// Every figure that a result shows is explained.
@Suite struct ExplanationTests {
    @Test(arguments: RulesFileTests.shipped + RulesFileTests.plans) func everyFigureIsExplained(_ file: String) throws {
        let source = SourceFile(name: file, bytes: try Project.bytes(Project.root + "/" + file))
        let program = try #require(check(source).program)
        let (data, _) = DataLoader.load(program, SampleData.make(program, size: 12, seed: 6).map(\.raw))
        let evaluator = Evaluator(program, data)
        evaluator.run()
        #expect(evaluator.problems.isEmpty)
        for language in [Language.zh, .en] {
            let explainer = Explainer(evaluator, language: language)
            for (index, assessment) in program.assessments.enumerated() {
                for row in evaluator.population(assessment.table).prefix(3) {
                    let text = explainer.explain(index, row).text
                    for name in Self.figures(assessment, program) {
                        #expect(text.contains(name), "\(assessment.table) \(row): \(name)\n\(text)")
                    }
                }
            }
        }
    }

    /// How the lines of the columns begin that a result shows and that are computed.
    private static func figures(_ assessment: Assessment, _ program: Program) -> [String] {
        assessment.output.compactMap { output in
            guard case .column(0, let index) = output.formula.kind else { return nil }
            let column = program.tables[assessment.table].columns[index]
            let name = column.name.split(separator: ".").last.map(String.init) ?? ""
            switch column.definition {
            case .value: return "  \(name) = "
            case .score(let section): return assessment.sections[section].name + "  "
            case .grade(let grade): return assessment.grades[grade].name + "  "
            case .groupKey: return "\(name) "
            case .stored, .population, .place, .gradeValue, .requirement, .met, .lacking: return nil
            }
        }
    }

    /// Rows of derived tables are named by their keys.
    @Test func derivedRowsAreNamed() throws {
        let rules = """
            计划 派生的记录
                小数 2 位 四舍五入
            表 教师 主键 工号
                工号  文本
            表 评分
                工号  引用 教师
                学期  上 | 下
                分    数 0..100
            表 学期分 每 工号, 学期 于 评分
                均 = 平均(评分.分)
            考核 教师
                几期 = 计数(学期分)
                高   = 最高(学期分.均) 若缺 0
                输出 工号, 几期, 高
            考核 学期分
                输出 工号, 学期, 均
            """
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        try Project.write(rules, folder + "/a.rules")
        try Project.write("工号\nT1\n", folder + "/教师.csv")
        try Project.write("工号,学期,分\nT1,上,80\nT1,上,90\nT1,下,70\n", folder + "/评分.csv")
        func explained(_ table: String, _ key: String) -> String {
            Project.run(
                "eval", folder + "/a.rules", "--data", folder, "--table", table, "--explain", key, "--lang", "zh"
            ).output
        }
        #expect(
            explained("教师", "T1") == """
                工号 T1

                教师
                  几期 = 计数(学期分) = 2
                    学期分：共 2 条（T1 上、T1 下）
                  高 = 最高(学期分.均) 若缺 0 = 85 若缺 0 = 85
                    计入 学期分（学期 上）：85
                    未计 学期分（学期 下）：70，不是最高

                """)
        #expect(
            explained("学期分", "T1 上") == """
                工号 T1，学期 上

                学期分
                  均 = 平均(评分.分) = 85
                    计入 评分.csv 第 2 行（工号 T1，学期 上，分 80）：80
                    计入 评分.csv 第 3 行（工号 T1，学期 上，分 90）：90

                """)
    }
}
