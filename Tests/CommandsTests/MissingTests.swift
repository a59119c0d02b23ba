import Diagnostics
import RuleSemantics
import Testing

/// Where there may be no value the check says so; what has no meaning ends with a message, never with a crash.
@Suite struct MissingTests {
    private static func codes(_ text: String) -> Set<String> {
        let checked = Project.checked(SourceFile(name: "例.rules", text: text))
        return Set(checked.diagnostics.filter { $0.severity == .error }.map(\.code))
    }

    /// People who are not assessed have no scores: these must be asked for, or the people left out.
    @Test(arguments: [
        ("平均(人.x 取 最高 2) 若缺 0", false), ("平均(人.x 去 最低 1) 若缺 0", false), ("合计(人.x)", false),
        ("最高(人.等级) 若缺 中", false), ("计数(人 每 等级)", false), ("计数(人 当 人.等级 = 优)", false),
        ("平均(人.x 当 非 在 取 最高 2) 若缺 0", false), ("平均(人.x 当 在 或 分 > 1 取 最高 2) 若缺 0", false),
        ("平均(人.x 当 在 取 最高 2) 若缺 0", true), ("合计(人.x 若缺 0 于 人)", true), ("合计(人.x 当 有(x))", true),
        ("计数(人 当 在 且 分 > 1 每 等级)", true), ("计数(人 当 在 当 x > 3)", true), ("计数(人 当 在 且 x > 3)", true),
    ]) func scoresOfOthers(_ formula: String, _ isSettled: Bool) {
        let isNumber = !formula.contains("等级) 若缺")
        let text = """
            计划 例
                小数 2 位 四舍五入
            表 组 主键 组
                组  文本
            表 人 主键 号
                号  文本
                组  引用 组
                分  数 0..10
                在  是否
            考核 组
                值 = \(formula)
                项目 z 满分 100
                    得分 = \(isNumber ? "值" : "按 值 (优: 1, 其余: 0)")
            考核 人 当 在
                项目 x 满分 10
                    得分 = 分
                评定 等级 依 总分
                    等次  份额
                    优    1 人
                    中    其余
                    并列 全部入选

            """
        #expect(Self.codes(text).contains("E215") == !isSettled, "\(formula): \(Self.codes(text))")
        if isSettled { #expect(Self.codes(text).isEmpty, "\(formula): \(Self.codes(text))") }
    }

    /// A divisor may be 0 where the number by which a remainder was taken may be negative, too.
    @Test(arguments: [("-3..3", true), ("1..3", false), ("-3..-1", true), ("0..3", false)])
    func remainders(_ bounds: String, _ isRefused: Bool) {
        let text = """
            计划 例
                小数 2 位 四舍五入
            表 人 主键 号
                号  文本
                x   整数 0..5
                b   整数 \(bounds)
            考核 人
                项目 z 满分 10 保底 0
                    得分 = 1 / ((余数(x, b) 若缺 0) + 1)

            """
        #expect(Self.codes(text).contains("E215") == isRefused)
    }

    /// Tables whose keys lead back to themselves, and a table that groups itself.
    @Test(arguments: [
        "表 甲 主键 号\n    号  引用 甲\n表 乙\n    号  文本\n考核 甲\n    项目 z 满分 10\n        得分 = 计数(乙 同 号)\n",
        "表 甲 主键 号\n    号  引用 乙\n表 乙 主键 号\n    号  引用 甲\n考核 甲\n    项目 z 满分 10\n        得分 = 1\n",
        "表 甲 主键 号, 年\n    号  引用 乙\n    年  整数\n表 乙 主键 号\n    号  引用 丙\n表 丙 主键 号\n    号  引用 乙\n"
            + "考核 甲\n    项目 z 满分 10\n        得分 = 1\n",
        "表 甲 主键 号\n    号  文本\n表 乙 每 号 于 乙\n考核 甲\n    项目 z 满分 10\n        得分 = 1\n",
    ]) func circles(_ tables: String) {
        #expect(Self.codes("计划 例\n    小数 2 位 四舍五入\n" + tables).contains("E235"))
    }

    /// More seats than there are people are as many as there are people.
    @Test(arguments: ["1", "9223372036854775807", "99999999999999999999"]) func seats(_ number: String) throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let rules = """
            计划 例
                小数 2 位 四舍五入
            表 组 主键 组
                组    文本
                名额  整数 0..
            表 人 主键 号
                号  文本
                组  引用 组
                分  数 0..10
            考核 人
                项目 x 满分 10
                    得分 = 分
                评定 等 依 总分 每 组
                    等次  份额
                    优    组.名额 人
                    良    组.名额 人
                    中    其余
                    并列 全部入选
                输出 号, 等

            """
        try Project.write(rules, folder + "/例.rules")
        try Project.write("组,名额\n甲,\(number)\n", folder + "/组.csv")
        try Project.write("号,组,分\nA,甲,3\nB,甲,2\nC,甲,1\n", folder + "/人.csv")
        let run = Project.run("eval", folder + "/例.rules", "--data", folder, "--format", "csv")
        let expected = number == "1" ? ["A,优", "B,良", "C,中"] : ["A,优", "B,优", "C,优"]
        #expect(run.output.split(separator: "\n").dropFirst().map(String.init) == expected, "\(run.error)")
    }

    /// A default has to fit its column, a month as any other kind.
    @Test(arguments: [
        ("月份 默认 2025年9月", true), ("日期 2026-01-01..2026-12-31 默认 2026-05-01", true),
        ("日期 2026-01-01..2026-12-31 默认 2020-01-01", false), ("日期 2026-01-01..2026-12-31 默认 2027-01-01", false),
    ]) func defaults(_ column: String, _ fits: Bool) {
        let text = """
            计划 例
                小数 2 位 四舍五入
            表 人 主键 号
                号  文本
                值  \(column)
            考核 人
                项目 z 满分 3000
                    得分 = 年(值)

            """
        #expect(Self.codes(text) == (fits ? [] : ["E220"]), "\(Self.codes(text))")
    }

    /// What is lacking is named by keys in their order, whatever order the rows stand in.
    @Test(arguments: [["听课", "公开课", "论文"], ["论文", "听课", "公开课"], ["公开课", "论文", "听课"]])
    func lackingInOrder(_ order: [String]) throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let rules = """
            计划 例
                小数 2 位 四舍五入
            表 人 主键 号
                号  文本
            表 下限 主键 类别
                类别  文本
                最少  整数 0..9
            表 活动
                号    引用 人
                类别  文本
            考核 人
                逐条 全部 下限  要求 计数(活动 同 号, 类别) >= 最少
                输出 号, 达标, 缺口

            """
        try Project.write(rules, folder + "/例.rules")
        try Project.write("号\n甲\n", folder + "/人.csv")
        try Project.write("号,类别\n甲,论文\n", folder + "/活动.csv")
        let least = ["听课": 2, "公开课": 1, "论文": 3]
        let rows = order.map { "\($0),\(least[$0]!)\n" }.joined()
        try Project.write("类别,最少\n" + rows, folder + "/下限.csv")
        let run = Project.run("eval", folder + "/例.rules", "--data", folder, "--format", "csv")
        let lacking = run.output.split(separator: "\n").last.map(String.init) ?? run.error
        // By the letters: 公 U+516C, 听 U+542C, 论 U+8BBA.
        let cell = (lacking.split(separator: ",", maxSplits: 2).last ?? "").drop { $0 == "\"" }
        #expect(
            cell.split(separator: "；").compactMap { $0.split(separator: " ").first } == ["公开课", "听课", "论文"],
            "\(lacking)")
        #expect(lacking.contains("差 1") && lacking.contains("差 2"), "\(lacking)")
    }
}
