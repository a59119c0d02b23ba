import Diagnostics
import RuleEngine
import RuleSemantics
import RuleSyntax
import Tables
import Testing

/// Laws of the formatter over every rules file of the project.
@Suite struct FormatTests {
    static let files =
        RulesFileTests.shipped + RulesFileTests.meaning + RulesFileTests.plans
        + Project.names(Project.corpus + "/Meaning/基础", ending: ".rules").map { "Tests/Corpus/Meaning/基础/" + $0 }

    static func formatted(_ text: String, _ language: Language? = nil) throws -> String {
        try #require(Formatter.format(SourceFile(name: "f.rules", text: text), keywords: language).text)
    }

    /// The words and signs of a text, blanks apart: layout only parts them.
    static func words(_ text: String) -> [Token.Kind] {
        let source = SourceFile(name: "f.rules", text: text)
        let lexer = Lexer(source)
        return source.lineStarts.indices.flatMap { lexer.tokens(of: source.lineRange($0)).map(\.kind) }
    }

    static func comments(_ text: String) -> [String] {
        let source = SourceFile(name: "f.rules", text: text)
        let lexer = Lexer(source)
        return source.lineStarts.indices.compactMap { index in
            let line = source.lineRange(index)
            let code = lexer.withoutComment(line)
            let rest = source.text(SourceRange(code.end, line.end)).filter { $0 != " " && $0 != "\t" }
            return rest.isEmpty ? nil : rest
        }
    }

    @Test(arguments: files) func laws(_ file: String) throws {
        let text = try Project.read(Project.root + "/" + file)
        let once = try Self.formatted(text)
        #expect(try Self.formatted(once) == once, "not idempotent")
        #expect(Self.words(once) == Self.words(text), "words have changed")
        #expect(Self.comments(once) == Self.comments(text), "comments have changed")
    }

    /// How many random plans are formatted: one for every fifty that `PTRULES_CASES` asks for.
    static let randomPlanCount = Project.cases.map { max(1, $0 / 50) } ?? 10

    /// The same of plans made at random, which the check takes in any layout.
    @Test(arguments: 1...randomPlanCount) func randomPlans(_ seed: Int) throws {
        let text = RandomPlan(seed: UInt64(seed)).text
        let once = try Self.formatted(text)
        #expect(try Self.formatted(once) == once, "not idempotent")
        #expect(Self.words(once) == Self.words(text), "words have changed")
        // The plan's keywords are Chinese.
        let english = try Self.formatted(text, .en)
        #expect(english != once)
        #expect(try Self.formatted(english, .zh) == once, "another text in English")
    }

    /// To English keywords and back is the same text; the English text has no Chinese keyword where a keyword stands.
    @Test(arguments: files) func keywords(_ file: String) throws {
        let text = try Self.formatted(try Project.read(Project.root + "/" + file), .zh)
        let english = try Self.formatted(text, .en)
        #expect(try Self.formatted(english, .zh) == text)
        #expect(try Self.formatted(english, .en) == english)
    }

    /// What a file means does not depend on the language of its keywords.
    @Test(
        arguments: RulesFileTests.shipped + RulesFileTests.meaning.filter { !$0.contains("沿用") } + RulesFileTests.plans)
    func sameMeaning(_ file: String) throws {
        let text = try Self.formatted(try Project.read(Project.root + "/" + file), .en)
        let checked = Project.checked(SourceFile(name: file, text: text))
        let renderer = Renderer(language: .en, source: SourceFile(name: file, text: text))
        #expect(
            checked.diagnostics.allSatisfy { $0.severity == .note },
            "\(checked.diagnostics.map(renderer.render).joined())")
        let program = try #require(checked.program)
        for outcome in ExampleRunner(program, language: .en).run() { #expect(outcome.passed, "\(outcome.title)") }
    }

    @Test(arguments: RulesFileTests.shipped) func shippedFilesAreInOrder(_ file: String) {
        #expect(Project.run("fmt", "--check", Project.root + "/" + file).status == 0)
    }

    /// Where one of several files cannot be brought into order, none is changed.
    @Test func allOrNone() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let untidy = "计划   示例\n  小数 2 位 四舍五入\n"
        for name in ["一.rules", "二.rules"] { try Project.write(untidy, folder + "/" + name) }
        try Project.write("计划 示例\n    年度 三\n", folder + "/错.rules")
        let run = Project.run("fmt", folder + "/一.rules", folder + "/错.rules", folder + "/二.rules")
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(Project.run("fmt", folder + "/一.rules", folder + "/没有.rules").status == 3)
        for name in ["一.rules", "二.rules"] { #expect(try Project.read(folder + "/" + name) == untidy) }
        #expect(Project.run("fmt", folder + "/一.rules", folder + "/二.rules").status == 0)
        for name in ["一.rules", "二.rules"] { #expect(try Project.read(folder + "/" + name) != untidy) }
    }

    /// A file written out whole means the same: it checks clean, its examples pass, and it is in order. One that builds
    /// on no other keeps every comment.
    @Test(arguments: files) func flattened(_ file: String) throws {
        let run = Project.run("fmt", "--flatten", Project.root + "/" + file)
        #expect(run.status == 0, "\(run.error)")
        #expect(!run.output.contains("沿用 \""))
        #expect(try Self.formatted(run.output) == run.output)
        let text = try Project.read(Project.root + "/" + file)
        if !text.contains("沿用 \"") { #expect(Self.sortedComments(run.output) == Self.sortedComments(text)) }
        let source = SourceFile(name: file, text: run.output)
        let checked = Project.checked(source)
        let renderer = Renderer(language: .en, source: source)
        #expect(!checked.diagnostics.hasErrors, "\(checked.diagnostics.map(renderer.render).joined())")
        let outcomes = ExampleRunner(try #require(checked.program), language: .en).run()
        #expect(!outcomes.isEmpty || file.contains("基础"))
        for outcome in outcomes { #expect(outcome.passed, "\(outcome.title)") }
    }

    /// The comments of a text in no order, whatever blanks are in them.
    private static func sortedComments(_ text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            line.firstIndex(of: "#").map { line[$0...].split(separator: " ").joined(separator: " ") }
        }.sorted()
    }

    /// A change's comments are kept too, those above a header that it writes again among them.
    @Test func flattenedChange() throws {
        let file = Project.corpus + "/Meaning/沿用的增减.rules"
        let comments = try Project.read(file).split(separator: "\n").map { $0.drop { $0 == " " } }.filter {
            $0.hasPrefix("#")
        }
        let run = Project.run("fmt", "--flatten", file)
        for comment in comments { #expect(run.output.contains(comment)) }
    }

    /// The English twin of the school's plan is the same file with English keywords, and gives the same bytes.
    @Test func englishTwin() throws {
        let twin = Project.root + "/rules/school-training.rules"
        #expect(try Self.formatted(try Project.read(Project.schoolRules), .en) == Project.read(twin))
        let data = Project.corpus + "/Golden/seed-2/data"
        let chinese = Project.run("eval", Project.schoolRules, "--data", data, "--format", "csv")
        let english = Project.run("eval", twin, "--data", data, "--format", "csv")
        #expect(chinese.status == 0)
        #expect(chinese.output == english.output)
    }

    /// A messy text and what becomes of it.
    @Test func untidy() throws {
        let text = """
            计划　示例   # 题
               小数 2位 四舍五入


            #说明文字
            表 教师 主键 工号
            \t工号 文本
            \t分数 数 0 .. 10 默认 3   # 注
            考核 教师
              项目 甲 满分 10 依据 一、1
                量=按 工号（“T1”：1、其余：-2）
                得分 = 量 + -1*(2 - 3 )
            """
        #expect(
            try Self.formatted(text) == """
                计划 示例  # 题
                    小数 2位 四舍五入

                #说明文字
                表 教师 主键 工号
                    工号  文本
                    分数  数 0..10  默认 3  # 注
                考核 教师
                    项目 甲 满分 10    依据 一、1
                        量   = 按 工号 ("T1": 1, 其余: -2)
                        得分 = 量 + -1 * (2 - 3)

                """)
    }

    @Test func mistakesAreReportedAndNothingIsWritten() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        try Project.write("计划 甲\n考核 教师\n   项目 (\n", folder + "/错.rules")
        let run = Project.run("fmt", folder + "/错.rules")
        #expect(run.status == 1)
        #expect(run.error.contains("E101"))
        #expect(try Project.read(folder + "/错.rules") == "计划 甲\n考核 教师\n   项目 (\n")
    }
}
