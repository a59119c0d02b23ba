import Diagnostics
import RuleEngine
import RuleSemantics
import RuleSyntax
import Tables
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
        // What the fast engine leaves to be worked out later is worked out as the reference did it.
        let fast = try #require(BatchEngine.run(program, data))
        for language in [Language.zh, .en] {
            let explainer = Explainer(evaluator, language: language)
            let other = Explainer(fast, language: language)
            for (index, assessment) in program.assessments.enumerated() {
                for row in evaluator.population(assessment.table).prefix(3) {
                    let text = explainer.explain(index, row).text
                    #expect(other.explain(index, row).text == text)
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

    /// An example that expects other numbers is told the right ones and how they come about: whatever a formula reads,
    /// and wherever it stands.
    @Test(arguments: RulesFileTests.shipped + RulesFileTests.meaning + RulesFileTests.plans)
    func wrongExamplesAreExplained(_ file: String) throws {
        let checked = try Project.checkedFile(Project.root + "/" + file)
        var program = try #require(checked.program)
        var changed = 0
        for example in program.file.examples.indices {
            for position in program.file.examples[example].expectations.indices {
                let table = program.file.examples[example].expectations[position]
                let index =
                    program.tables.firstIndex { $0.name == table.name.text } ?? program.assessments[0].table
                if program.tables[index].assessment == nil { continue }
                let isKey = table.headers.map { header in
                    program.column(header.text, index).map(program.tables[index].keys.contains) ?? true
                }
                for (row, cells) in table.rows.enumerated() {
                    for (column, cell) in cells.enumerated()
                    where !isKey[column] && Number(decimal: cell.text) != nil {
                        program.file.examples[example].expectations[position].rows[row][column].text += "7"
                        changed += 1
                    }
                }
            }
        }
        var failures = 0
        for outcome in ExampleRunner(program, language: .zh).run() {
            failures += outcome.failures.count
            #expect(outcome.problems.isEmpty)
            #expect(outcome.explanations.isEmpty == outcome.failures.isEmpty)
            for failure in outcome.failures {
                let right = try #require(Number(decimal: failure.expected.dropLast()))
                #expect(Number(decimal: failure.actual) == right, "\(outcome.title) \(failure.row) \(failure.column)")
            }
        }
        #expect(failures == changed)
    }

    /// What an evaluation of the tables says.
    private static func explained(_ rules: String, _ data: [String: String], _ options: [String]) throws -> Run {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        try Project.write(rules, folder + "/a.rules")
        for (table, text) in data { try Project.write(text, folder + "/\(table).csv") }
        return Project.run(["eval", folder + "/a.rules", "--data", folder] + options)
    }

    /// Of everybody's rows those are named that a 去 dropped: the first thing that is asked about.
    @Test func droppedRowsAreNamed() throws {
        let rules = """
            计划 评委
                小数 2 位 四舍五入
            表 教师 主键 工号
                工号  文本
                组    文本
            表 评分
                评委  文本
                组    文本
                分    数 0..100
            考核 教师 满分 100
                项目 评分 满分 100
                    得分 = 平均(分 于 评分 同 组 去 最高 1 依 分 去 最低 1 依 分) 若缺 0
            """
        let data = [
            "教师": "工号,组\n甲,一\n乙,二\n", "评分": "评委,组,分\na,一,90\nb,一,80\nc,一,85\nd,一,70\ne,二,60\n",
        ]
        let run = try Self.explained(rules, data, ["--explain", "甲", "--explain", "乙", "--lang", "zh"])
        #expect(run.status == 0, "\(run.error)")
        for line in [
            "平均：在 2 行“评分”中为 82.5", "未计 评分.csv 第 2 行（评委 a，组 一，分 90），“去 最高 1 依 分”之外（90）",
            "未计 评分.csv 第 5 行（评委 d，组 一，分 70），“去 最低 1 依 分”之外（70）",
            "未计 评分.csv 第 6 行（评委 e，组 二，分 60），“去 最高 1 依 分”之外（60）",
        ] {
            #expect(run.output.contains(line), "\(line)\n\(run.output)")
        }
    }

    /// Ratios are written as the rules and the data write them, and so is what they are compared with.
    @Test func ratiosArePerCent() throws {
        let rules = """
            计划 比例
                小数 2 位 四舍五入
            表 教师 主键 工号
                工号  文本
                比例  比例 0%..100%
                次    整数 0..20
                缺    整数 0..20
            考核 教师
                项目 甲 满分 10 保底 0
                    率 = 缺 / 次 若缺 0
                    得分 = 10 * 比例
                    不计分 当 率 > 20%
            """
        let data = ["教师": "工号,比例,次,缺\n甲,12.5%,8,1\n乙,100%,6,2\n"]
        let run = try Self.explained(rules, data, ["--explain", "甲", "--explain", "乙", "--lang", "zh"])
        #expect(run.status == 0, "\(run.error)")
        for line in [
            "工号 甲，比例 12.5%，次 8，缺 1", "率 = 缺 / 次 若缺 0 = 1 / 8 若缺 0 = 0.125",
            "不计分 当 率 > 20%：12.5% > 20%，不成立", "得分 = 10 * 比例 = 10 * 12.5% = 1.25",
            "工号 乙，比例 100%，次 6，缺 2", "不计分 当 率 > 20%：≈33.333333% > 20%，成立",
        ] {
            #expect(run.output.contains(line), "\(line)\n\(run.output)")
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
        let data = ["教师": "工号\nT1\n", "评分": "工号,学期,分\nT1,上,80\nT1,上,90\nT1,下,70\n"]
        let person = try Self.explained(rules, data, ["--table", "教师", "--explain", "T1"])
        let term = try Self.explained(rules, data, ["--table", "学期分", "--explain", "T1 上"])
        #expect(
            person.output == """
                工号 T1

                教师
                  几期 = 计数(学期分) = 2
                    学期分：共 2 条（T1 上、T1 下）
                  高 = 最高(学期分.均) 若缺 0 = 85 若缺 0 = 85
                    计入 学期分（学期 上）：85
                      均 = 平均(评分.分) = 85
                    未计 学期分（学期 下）：70，不是最高
                      均 = 平均(评分.分) = 70

                """)
        #expect(
            term.output == """
                工号 T1，学期 上

                学期分
                  均 = 平均(评分.分) = 85
                    计入 评分.csv 第 2 行（工号 T1，学期 上，分 80）：80
                    计入 评分.csv 第 3 行（工号 T1，学期 上，分 90）：90

                """)
    }

    /// Of each record it is said how its own figures came about, those that count and those that do not.
    @Test func recordsAreTraced() throws {
        let rules = """
            计划 记录的由来
                小数 2 位 四舍五入
            对照表 级别分 级别
                省  5
                市  3
            表 教师 主键 工号
                工号  文本
            表 获奖
                工号  引用 教师
                年    整数 2000..2100
                级别  省 | 市
                名次  整数 1..9
                新 = 年 >= 2025  依据 一
                基 = 级别分[级别]  依据 二
                折 = 基 / 名次
            考核 教师
                项目 获奖分 满分 9 保底 0
                    逐条 获奖 当 新 满分 4
                        净 = 折 + 0.5  说明 加半分
                        加 净
                        扣 1 当 名次 > 2
            """
        let data = ["教师": "工号\nT1\n", "获奖": "工号,年,级别,名次\nT1,2025,省,1\nT1,2026,市,3\nT1,2024,省,2\n"]
        let run = try Self.explained(rules, data, ["--explain", "T1"])
        // 5 / 1 + 0.5 is 5.5, of which 4 count; 3 / 3 + 0.5 - 1 is 0.5.
        #expect(
            run.output == """
                工号 T1

                获奖分  得分 4.5（满分 9）
                  逐条 获奖 当 新 满分 4：共 4.5
                    计入 获奖.csv 第 2 行（年 2025，级别 省，名次 1）：4
                      基 = 级别分[级别] = 5  依据 二
                      折 = 基 / 名次 = 5 / 1 = 5
                      净 = 折 + 0.5 = 5 + 0.5 = 5.5  说明 加半分
                      加 净 = 5.5
                      扣 当 名次 > 2（1 > 2）：不成立
                      5.5 超过满分，按 4 分计
                    计入 获奖.csv 第 3 行（年 2026，级别 市，名次 3）：0.5
                      基 = 级别分[级别] = 3  依据 二
                      折 = 基 / 名次 = 3 / 3 = 1
                      净 = 折 + 0.5 = 1 + 0.5 = 1.5  说明 加半分
                      加 净 = 1.5
                      扣 当 名次 > 2（3 > 2）：成立
                      扣 1
                    未计 获奖.csv 第 4 行（年 2024，级别 省，名次 2），不符合“新”（否）
                      新 = 年 >= 2025 = 2024 >= 2025 = 否  依据 一

                总分  4.5
                  各项相加：获奖分 4.5，共 4.5

                """, "\(run.error)")
    }

    /// Whoever is explained first, of the others it is said what they are.
    @Test func gradesAreEverybodys() throws {
        let rules = """
            计划 等次
                小数 2 位 四舍五入
            表 教师 主键 工号
                工号  文本
                分    数 0..100
            表 违纪
                工号  引用 教师
            考核 教师 满分 100
                项目 甲 满分 100
                    得分 = 分
                评定 等次 依 总分
                    等次  界线
                    优秀  >= 60
                    合格  其余
                    不得 优秀 当 计数(违纪) > 0
            """
        let data = ["教师": "工号,分\nT1,70\nT2,80\nT3,90\n", "违纪": "工号\nT2\n"]
        for key in ["T1", "T2", "T3"] {
            let run = try Self.explained(rules, data, ["--explain", key])
            #expect(run.output.contains("优秀：须 >= 60，实际 2 人\n  合格：实际 1 人"), "\(key): \(run.output)")
        }
    }

    /// Only the records of the run that counts are said to count; the same of spans, and of 任一 those that meet it.
    @Test func runsCountTheirOwn() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let rules = """
            计划 连续
                小数 2 位 四舍五入
                末日 = 2026-12-31
            表 教师 主键 工号
                工号  文本
            表 优秀
                工号  引用 教师
                年份  整数 2000..2100
            表 任职
                工号  引用 教师
                起    日期
                止    日期
            考核 教师
                最长 = 最长连续(年份 于 优秀)
                眼下 = 当前连续(年份, 2026 于 优秀)
                任期 = 月数(当前连续(起 至 止, 末日 于 任职)) 若缺 0
                有过 = 任一(年份 > 2024 于 优秀)
                输出 工号, 最长, 眼下, 任期, 有过

            """
        try Project.write(rules, folder + "/例.rules")
        try Project.write("工号\n甲\n", folder + "/教师.csv")
        try Project.write("工号,年份\n甲,2019\n甲,2020\n甲,2021\n甲,2025\n甲,2026\n", folder + "/优秀.csv")
        try Project.write("工号,起,止\n甲,2015-09-01,2018-08-31\n甲,2024-09-01,2027-08-31\n", folder + "/任职.csv")
        let run = Project.run("eval", folder + "/例.rules", "--data", folder, "--explain", "甲")
        var counted: [[Int]] = []
        for line in run.output.split(separator: "\n").map({ $0.drop { $0 == " " } }) {
            if line.contains(" = ") { counted.append([]) }
            guard line.hasPrefix("计入"), let row = line.split(separator: " ").first(where: { Int($0) != nil }) else {
                continue
            }
            counted[counted.count - 1].append(Int(row)!)
        }
        #expect(counted == [[2, 3, 4], [5, 6], [3], [5, 6]], "\(run.output)\(run.error)")
    }
}
