import Diagnostics
import PlanText
import Testing

/// Rules held against the plan's own text.
@Suite struct PlanTextTests {
    static let folder = Project.corpus + "/PlanText"
    static let files = Project.names(folder, ending: ".rules").filter { !$0.contains(".right.") }

    static func check(_ rules: String, _ plan: String, _ language: String = "zh") -> Run {
        Project.run("check", "--strict", "--plan", folder + "/" + plan, rules, language: language)
    }

    /// A file of rules and a text for each code, with the messages in both languages and no others.
    @Test(arguments: files) func message(_ file: String) throws {
        let code = String(file.dropLast(6))
        for language in ["zh", "en"] {
            let run = Self.check(Self.folder + "/" + file, code + ".plan.txt", language)
            #expect(run.status == 1)
            #expect(run.error.contains("[\(code)]"))
            #expect(run.error.split(separator: "[F").dropFirst().allSatisfy { $0.hasPrefix(code.dropFirst()) })
            try Project.expectGolden(run.error + run.output, Self.folder + "/\(code).\(language).txt")
        }
        #expect(Project.run("check", "--strict", Self.folder + "/" + file).status == 0)
    }

    @Test func everyCodeHasItsFile() throws {
        let text = try Project.read(Project.root + "/Sources/PlanText/PlanTextProblem+Text.swift")
        let codes = text.split(separator: "\"").filter { $0.count == 4 && $0.hasPrefix("F3") }.map { "\($0).rules" }
        #expect(codes == Self.files)
    }

    /// A clause is covered by every line that may cite it.
    @Test func everyLineCites() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        try Project.write(
            """
            计划 示例
                年度 2025                      依据 一
                小数 2 位 四舍五入             依据 二
                假日 2025-10-01..2025-10-08    依据 三
                调休 2025-10-11                依据 四

            表 教师 主键 工号
                工号  文本
                分    数 0..100

            考核 教师
                项目 业绩 满分 100
                    得分 = 分
                    小数 1 位 四舍五入         依据 五
                评定 等级 依 总分
                    等次  份额
                    甲    30%
                    乙    其余
                    份额取整 四舍五入          依据 六
                    并列 全部入选              依据 七
                    基数 全体                  依据 八
                输出 工号, 等级                依据 九
            """, folder + "/一.rules")
        let clauses = ["一、本年", "二、取两位小数", "三、放假", "四、调休", "五、取一位小数", "六、名额", "七、并列", "八、基数", "九、公布"]
        try Project.write(clauses.joined(separator: "\n") + "\n", folder + "/计划.txt")
        let run = Project.run("check", "--strict", "--plan", folder + "/计划.txt", folder + "/一.rules")
        #expect(run.status == 0, "\(run.error)")
    }

    /// Mended, the rules agree with the text.
    @Test(arguments: files) func right(_ file: String) throws {
        let code = String(file.dropLast(6))
        let names = Project.names(Self.folder)
        let rules = names.contains(code + ".right.rules") ? code + ".right.rules" : file
        let plan = names.contains(code + ".right.plan.txt") ? code + ".right.plan.txt" : code + ".plan.txt"
        let run = Self.check(Self.folder + "/" + rules, plan)
        #expect(run.status == 0, "\(run.error)")
    }

    /// A text with the numbers of the school's plan agrees with its rules file.
    @Test(arguments: RulesFileTests.shipped) func agrees(_ file: String) {
        let run = Self.check(Project.root + "/" + file, "school.txt")
        #expect(run.status == 0, "\(run.error)")
    }

    /// The same with a number changed in many clauses, with clauses added, and in other words.
    @Test(arguments: ["zh", "en"]) func differs(_ language: String) throws {
        let run = Self.check(Project.schoolRules, "school-changed.txt", language)
        #expect(run.status == 1)
        try Project.expectGolden(run.error + run.output, Self.folder + "/school-changed.\(language).txt")
    }

    /// What a text is divided into, whatever signs and blanks it uses.
    @Test(arguments: [
        ("一、甲\n1、乙\n（1）丙\n①丁②戊\n（2）己\n2.庚\n二、辛", "一 一、1 一、1（1） 一、1（1）① 一、1（1）② 一、1（2） 一、2 二"),
        ("第一章 总则\n第一条 甲\n第二条 乙：（一）丙；（二）丁\n第二章 细则\n第三条 戊", "第一章 第一章第一条 第一章第二条 第一章第二条（一） 第一章第二条（二） 第二章 第二章第三条"),
        ("　　１．甲；２．乙\n1.5 分不是条款\n10、8、6 分也不是", "1 2"), ("R1 甲\nR2 乙", "R1 R2"), ("一、甲。1、乙。2、丙", "一 一、1 一、2"),
        ("（一）甲\n1）乙\n2）丙\n(二)丁", "（一） （一）1） （一）2） （二）"), ("㈠甲\n⒈乙\n⑴丙；⑵丁", "（一） （一）1 （一）1（1） （一）1（2）"), ("没有条款", ""),
        ("一、按（30分）计，见第三条（1）", "一"), ("\u{FEFF}一、甲\r\n二、乙\r\n", "一 二"), ("十、甲\n十一、乙\n二十、丙", "十 十一 二十"),
    ]) func outline(_ text: String, _ numbers: String) {
        let source = SourceFile(name: "计划.txt", text: text)
        let outline = PlanOutline(source, source.parts[0])
        #expect(outline.clauses.map(\.number.text).joined(separator: " ") == numbers)
    }

    /// Different ways to cite the same clauses.
    @Test(arguments: [
        ("五、4（3）", "[5, 4, 3]"), ("五、4.（3）", "[5, 4, 3]"), ("五.4(3)", "[5, 4, 3]"), ("五、２（２）①", "[5, 2, 2, 1]"),
        ("五、4（1）, 五、4（2）", "[5, 4, 1] [5, 4, 2]"), ("五、4（1）；六、1", "[5, 4, 1] [6, 1]"), ("第三条", "[3]"), ("R3", "[3]"),
        ("R6 课题", "[6]"), ("R2、R3", "[2] [3]"), ("一、二、四", "[1] [2] [4]"), ("第五条第二款第1项", "[5, 2, 1]"),
        ("第二章第三条（一）", "[2, 3, 1]"), ("附件一", "?"), ("五、2（l）", "?"), ("十二、3", "[12, 3]"), ("5.2(1)", "[5, 2, 1]"),
    ]) func citations(_ text: String, _ clauses: String) {
        let found = Citations.all(text).map { citation in
            citation.readings.first?.map { "\($0.values)" }.joined(separator: " ") ?? "?"
        }
        #expect(found.joined(separator: " ") == clauses)
    }

    @Test func siblingsInOneCitation() {
        let readings = Citations.all("五、4（1）（2）").flatMap(\.readings)
        #expect(readings.map { $0.map(\.values) } == [[[5, 4, 1, 2]], [[5, 4, 1], [5, 4, 2]]])
    }

    /// Notes mention clauses in passing.
    @Test(arguments: [
        ("按第三条上报 12 学时", "[3]"), ("空着的按六、1 的 30%", "[6, 1]"), ("按一、二、三等奖计", ""), ("第一学期", ""), ("三个等次", ""),
    ]) func mentions(_ note: String, _ clauses: String) {
        #expect(Citations.mentions(note).map { "\($0.values)" }.joined(separator: " ") == clauses)
    }

    /// Numbers that matter, and those that do not.
    @Test(arguments: [
        ("计1-3学分，扣５—１０分", "1 3学分 5 10分"), ("超过20%的，百分之五以上", "20% 百分之五"), ("在三个工作日内，四个档次，五项成绩", "三个工作日 四个档次 五项成绩"),
        ("一等奖、二等奖、三等奖各1名", "1名"), ("同时参加以上两项，每降低一个奖次减0.5分，二次培训", "0.5分"), ("2026年9月1日，3日内，12月底，第3次", "3日"),
        ("奖金1.5万元，三年以上，三年级，高三，十二月份", "1.5万 三年"), ("A4纸，〔2023〕12号，2025-2026学年", ""), ("十五天，一百二十分", "十五天 一百二十分"),
    ]) func figures(_ text: String, _ figures: String) {
        #expect(FigureReader.figures(text).map(\.text).joined(separator: " ") == figures)
    }

    @Test func unreadablePlans() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        try Project.write("PK\u{0}", folder + "/计划.docx")
        let run = Project.run("check", "--plan", folder + "/计划.docx", Project.schoolRules)
        #expect(run.status == 3)
        #expect(run.error.contains("D515"))
        #expect(Project.run("check", "--plan", folder + "/没有.txt", Project.schoolRules).status == 3)
        #expect(Project.run("test", "--plan", folder + "/计划.docx", Project.schoolRules).status == 2)
    }
}
