import FoundationEssentials
import Platform
import TableFiles
import Testing

/// What the program writes: every format of a result, explanations, and the command line's own answers.
@Suite struct OutputTests {
    static let rules = Project.corpus + "/BadData/rules.rules"
    static let data = Project.corpus + "/BadData/good/data"

    @Test(arguments: ["table", "csv", "json", "md"]) func formats(_ format: String) throws {
        let run = Project.run("eval", Self.rules, "--data", Self.data, "--format", format)
        #expect(run.status == 0)
        let ending = format == "table" ? "txt" : format
        try Project.expectGolden(run.output, Project.corpus + "/Outputs/result." + ending)
    }

    /// A file has the same bytes as standard output, and several can be written at once.
    @Test func files() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let run = Project.run(
            "eval", Self.rules, "--data", Self.data, "--output", folder + "/a.csv", "--output", folder + "/a.md",
            "--output", folder + "/a.txt", "--output", folder + "/a.json")
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
        for (ending, format) in [("csv", "csv"), ("md", "md"), ("txt", "table")] {
            let text = Project.run("eval", Self.rules, "--data", Self.data, "--format", format).output
            #expect(try Project.read(folder + "/a." + ending) == text)
        }
        #expect(Project.names(folder) == ["a.csv", "a.json", "a.md", "a.txt"])
    }

    /// Who takes no part in the first grading stands behind those who do, in each group.
    @Test func withoutAPlace() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        try Project.write(
            """
            计划 未达标的排在后面
                小数 0 位 四舍五入
            表 教师 主键 工号
                工号  文本
                组    文本
                分    数 0..10
            考核 教师
                项目 项 满分 10
                    得分 = 分
                要求 总分 >= 5
                评定 等级 依 总分 每 组 当 达标
                    等次  份额
                    优    50%
                    良    其余
                    份额取整 进一
                    并列 全部入选
                输出 组, 工号, 总分, 等级.名次
            """, folder + "/a.rules")
        try Project.write("工号,组,分\n甲,一,3\n乙,一,6\n丙,一,9\n丁,二,1\n戊,二,7\n", folder + "/教师.csv")
        let run = Project.run("eval", folder + "/a.rules", "--data", folder, "--format", "csv")
        #expect(run.status == 0, "\(run.error)")
        #expect(
            run.output.split(separator: "\n").dropFirst().map(String.init)
                == ["一,丙,9,1", "一,乙,6,2", "一,甲,3,", "二,戊,7,1", "二,丁,1,"])
    }

    /// A page says how people are graded: who is, how ties are told apart, who is placed or barred.
    @Test func policies() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        try Project.write(
            """
            计划 怎样评
                小数 2 位 四舍五入
            表 教师 主键 工号
                工号  文本
                分    数 0..10
                工龄  整数 0..50
                违规  是否  默认 否
                病假  是否  默认 否
            考核 教师
                项目 项 满分 10
                    得分 = 分
                评定 等级 依 总分 当 分 > 0
                    等次  份额
                    优    1 人
                    良    其余
                    并列 依 工龄 由低到高 全部落选
                    定为 良 当 病假
                    不得 优 当 违规 递补
                    基数 全体

            """, folder + "/a.rules")
        try Project.write("工号,分,工龄\nT1,5,3\n", folder + "/教师.csv")
        let run = Project.run(
            "eval", folder + "/a.rules", "--data", folder + "/教师.csv", "--output", folder + "/a.html")
        #expect(run.status == 0, "\(run.error)")
        let page = try Project.read(folder + "/a.html")
        for words in [
            "依 总分 排名，全体一起比；只评符合“分 &gt; 0”的", "同分的再比 工龄（由低到高）；仍相同，名额边上同分的全部落选", "良，当 病假", "优，当 违规，名额递补",
        ] {
            #expect(page.contains(words), "\(words)")
        }
    }

    @Test(arguments: ["zh", "en"]) func explanation(_ language: String) throws {
        let run = Project.run(
            "eval", Self.rules, "--data", Self.data, "--explain", "T1", "--explain", "T3", language: language)
        #expect(run.status == 0)
        try Project.expectGolden(run.output, Project.corpus + "/Outputs/explanation.\(language).txt")
    }

    /// JSON that other programs can read, with every number as an exact text.
    @Test func jsonIsValid() throws {
        struct Document: Decodable {
            struct File: Decodable {
                var file: String
                var sha256: String
            }
            var plan: String
            var rules: File
            var data: [File]
            var rows: [[String: String?]]
            var notes: [String]
        }
        let run = Project.run("eval", Project.schoolRules, "--data", Project.root + "/rules/示例数据", "--format", "json")
        let document = try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
        #expect(document.rows.count == 68)
        #expect(document.data.count == 8)
        #expect(document.rules.sha256 == sha256(try Project.bytes(Project.schoolRules)))
    }

    /// Source: FIPS 180-4's example, and the digest of nothing.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ]) func digests(_ text: String, _ digest: String) {
        #expect(sha256(Array(text.utf8)) == digest)
    }

    /// Sizes around those of blocks and of the pieces in which files are read; the digests are another program's.
    @Test(arguments: [
        (55, "8af594de0e003fdee5c8bb088216c824349b4137070f559574f4a4bddd27b714"),
        (56, "db81bc2bfd43620591df192139062da77d4c376f1888ea3d2190bd07c8d901f9"),
        (63, "bd535b38bf0d0d1a09d370b7e34b2696cea3767801a45d5611a4aaa6954e8527"),
        (64, "292be91abe8c0909fe3d26575af5755eee74d23816dc68c3ba41765136967654"),
        (65, "ba65aedf7884642499a59ae124894611d986cf429e69f569488048af3a99e25a"),
        (119, "d367ab298e74477421127b0b448667c37c006c636f5738f081c39388756e5fad"),
        (120, "be7beb9c82089eb08da8fe6eb30c13b9d56869014e228a8c3eb0fdfe832efab2"),
        (1_048_575, "fb0ff73d8f93e6a861c5a6cd72062d974d89dfb8220ae930965f1096fc6fd7d2"),
        (1_048_576, "e76e4c02227083fd12207b7bc85287bb9e02a618fed3bd8eab1bc2daeda2fb53"),
        (1_048_632, "df678e127d8ff2597a2f246c1c50e530f5013216d43ab5bd48fc6a22b28ca909"),
        (3_145_745, "9e4bfb50c618e8bde50fc019b449385ee970923d02b68c5a6c0a32344e6e34e6"),
    ]) func digestsOfFiles(_ size: Int, _ digest: String) throws {
        let bytes = (0..<size).map { UInt8($0 * 7 % 251) }
        #expect(sha256(bytes) == digest)
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        #expect(Platform.write([(folder + "/file", bytes)]) == nil)
        #expect(sha256(ofFile: folder + "/file") == digest)
        #expect(sha256(ofFile: folder + "/none") == nil)
    }

    /// Items that are made when they are written stand there as those that are made before.
    @Test(arguments: [0, 1, 2, 1000, 1001, 2500, 10_001]) func items(_ count: Int) {
        @Sendable func item(_ index: Int) -> JSON {
            .object([("号", .number(index)), ("\"\\\u{1}", .array(index % 2 == 0 ? [] : [.string("a\tb\r\n"), .null]))])
        }
        func whole(_ items: JSON) -> JSON { .object([("前", .bool(true)), ("项", .array([items])), ("后", .null)]) }
        let expected = whole(.array((0..<count).map(item))).text
        #expect(whole(.items(RowList(count: count) { $0.map(item) })).text == expected)
        #expect(expected.contains("\"\\\"\\\\\\u0001\": [") == (count > 0))
    }

    /// Cells that a spreadsheet would take for formulas, and cells with the signs of CSV.
    @Test func cellsOfText() {
        let document = Document(
            title: "题", headers: ["名", "数"], isNumber: [false, true],
            rows: [
                ["=1+1", "-2"], ["a,b", "3"], ["说\"好\"", ""], ["@x", "1"], ["＝1", "4"], ["－a,b", "5"], ["（甲）", "6"],
            ])
        #expect(
            document.csv
                == "\u{FEFF}名,数\n'=1+1,-2\n\"a,b\",3\n\"说\"\"好\"\"\",\n'@x,1\n'＝1,4\n\"'－a,b\",5\n（甲）,6\n")
        #expect(document.markdown.joined().contains("| =1+1"))
    }

    /// Signs that mean something in Markdown, and a text so long that padding the others to it would be waste.
    @Test func signsOfMarkdown() {
        let long = String(repeating: "长", count: 10_000)
        let document = Document(
            title: "<b>", headers: ["名"], isNumber: [false],
            rows: [
                ["<script>"], ["a|b\\c"], ["*_`[~&"], ["一\n二"], ["三\r\n\r四\u{2028}五\u{85}六"], ["|\u{301}*"], ["—“é”"],
                [long],
            ])
        #expect(document.markdown.joined().hasPrefix("# \\<b>\n"))
        for text in [
            "\\<script>", "a\\|b\\\\c", "\\*\\_\\`\\[\\~\\&", "一<br>二", "三<br><br>四<br>五<br>六", "\\|\u{301}\\*", "—“é”",
        ] {
            #expect(document.markdown.joined().contains("| \(text) "))
        }
        #expect(document.markdown.joined().utf8.count < 40_000)
        #expect(document.aligned.joined().utf8.count < 40_000)
    }

    /// No text of the data does anything to a terminal, and each row stays a line.
    @Test func controlCharacters() {
        let document = Document(
            title: "题", headers: ["名\u{1B}[2J", "数"], isNumber: [false, true],
            rows: [
                ["\u{1B}[31m红", "1"], ["一\n二\r\n三\t四", "2"], ["五\r六\u{2028}七\u{85}八", "3"],
                ["\u{7F}\u{9B}0m\u{0}", "4"],
            ])
        #expect(
            document.aligned.joined() == """
                名␛[2J       数
                -----------  --
                ␛[31m红       1
                一 二 三 四   2
                五 六 七 八   3
                ␡\u{FFFD}0m␀         4

                """)
        let rows = document.markdown.joined().split(separator: "\n").dropFirst()
        #expect(
            rows.map { $0.split(separator: "|")[0].filter { $0 != " " } } == [
                "名␛\\[2J", String(repeating: "-", count: 20), "␛\\[31m红", "一<br>二<br>三四",
                "五<br>六<br>七<br>八", "␡\u{FFFD}0m␀",
            ])
    }

    /// Nor does a message that quotes them, nor a line of the rules.
    @Test func controlCharactersInMessages() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        for file in Project.names(Self.data) {
            try Project.write(try Project.read(Self.data + "/" + file), folder + "/" + file)
        }
        try Project.write("工号,日期\u{1B}[2J,\"学\r\n时\"\n", folder + "/\u{1B}[31m.csv")
        let run = Project.run("eval", Self.rules, "--data", folder)
        #expect(run.error.contains("␛[31m.csv"), "\(run.error)")
        let rules = "计划 \u{1B}[2J题\n    小数 二\u{9B}位 四舍五入\r\n"
        try Project.write(rules, folder + "/a.rules")
        let check = Project.run("check", folder + "/a.rules")
        #expect(check.status == 1)
        for text in [run.output, run.error, check.output, check.error] {
            let isHarmless = text.unicodeScalars.map(\.value).allSatisfy { value in
                value == 0x0A || value >= 0x20 && !(0x7F..<0xA0).contains(value)
            }
            #expect(isHarmless, "\(text.debugDescription)")
        }
    }

    /// Rows stand in their order, however many threads write them.
    @Test(arguments: [0, 1, 4096, 4097, 10_000]) func rowsOfMarkdown(_ count: Int) {
        let document = Document(
            title: "题", headers: ["号"], isNumber: [true], rows: (0..<count).map { [String($0)] })
        let lines = document.markdown.joined().split(separator: "\n").dropFirst(3)
        #expect(lines.map { Int($0.filter(\.isNumber)) } == Array(0..<count))
    }

    @Test(arguments: ["zh", "en"]) func help(_ language: String) throws {
        var text = Project.run("--help", language: language).output
        for command in ["check", "template", "sample", "eval", "test", "fmt", "explain"] {
            text += "\n" + Project.run(command, "--help", language: language).output
        }
        try Project.expectGolden(text, Project.corpus + "/Outputs/help.\(language).txt")
    }

    @Test(arguments: [
        (["evl"], 2), (["eval"], 2), (["eval", "a.rules"], 2), (["check"], 2), (["check", "x", "--strickt"], 2),
        (["test", "x", "--output", "y.csv"], 2), (["check", "--format", "csv", "x"], 2), (["--version"], 0),
        (["--help"], 0),
        (["check", "没有这个文件.rules"], 3), (["fmt", "没有这个文件.rules"], 3), (["test", "没有这个文件.rules"], 3),
    ]) func commandLine(_ words: [String], _ status: Int) {
        for language in ["zh", "en"] {
            let run = Project.run(words, language: language)
            #expect(run.status == Int32(status), "\(words)")
            #expect(status == 0 || !run.error.isEmpty && run.output.isEmpty)
        }
    }

    @Test func unreadableAndUnwritable() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        #expect(Project.run("eval", Self.rules, "--data", folder + "/没有").status == 3)
        #expect(Project.run("eval", Self.rules, "--data", folder).status == 3)
        #expect(Project.run("eval", Self.rules, "--data", Self.data, "--output", folder + "/没有/a.csv").status == 3)
        #expect(Project.run("eval", Self.rules, "--data", Self.data, "--output", folder + "/a.xyz").status == 2)
        // Of two outputs none is written when one cannot be.
        let run = Project.run(
            "eval", Self.rules, "--data", Self.data, "--output", folder + "/a.csv", "--output", folder + "/没有/b.csv")
        #expect(run.status == 3)
        #expect(Project.names(folder).isEmpty)
        let unknown = Project.run(
            "eval", Self.rules, "--data", Self.data, "--explain", "t1", "--output", folder + "/a.csv")
        #expect(unknown.status == 1)
        #expect(unknown.error.contains("是不是“T1”？"))
        #expect(Project.names(folder).isEmpty)
    }

    /// What only has the name of a workbook is refused, also beside good files.
    @Test func workbooks() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        for file in Project.names(Self.data) {
            try Project.write(try Project.read(Self.data + "/" + file), folder + "/" + file)
        }
        try Project.write("PK", folder + "/记录.xlsx")
        let beside = Project.run("eval", Self.rules, "--data", folder, "--format", "csv")
        #expect(beside.status == 1)
        #expect(beside.error.contains("记录.xlsx: 错误[D520]"))
        let alone = Project.run("eval", Self.rules, "--data", folder + "/记录.xlsx")
        #expect(alone.status == 1)
        #expect(alone.error.contains("D520"))
    }

    /// Several assessed tables: CSV holds one of them, the others all.
    @Test func severalAssessments() {
        let rules = Project.corpus + "/Meaning/互相影响.rules"
        let data = Self.data
        #expect(Project.run("eval", rules, "--data", data, "--format", "csv").status == 2)
        #expect(Project.run("eval", rules, "--data", data, "--table", "班级").status == 2)
        let chosen = Project.run("eval", rules, "--data", data, "--table", "教研组", "--format", "csv")
        #expect(chosen.status == 1)
    }

    @Test func checkAsJSON() throws {
        struct Item: Decodable {
            struct Range: Decodable {
                struct Position: Decodable {
                    var line: Int
                    var column: Int
                }
                var start: Position
            }
            var code: String
            var severity: String
            var message: String
            var range: Range?
        }
        let run = Project.run("check", "--format", "json", Project.corpus + "/Errors/E106.rules")
        let items = try JSONDecoder().decode([Item].self, from: Data(run.output.utf8))
        #expect(items.map(\.code) == ["E106", "E106", "E106"])
        #expect(items.first?.range?.start.line == 9)
        #expect(items.first?.range?.start.column == 11)
    }

    /// What no example has reached: a condition one way, a case, a lookup's cell, a grade.
    @Test func coverage() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        try Project.write(
            """
            计划 覆盖
                小数 2 位 四舍五入
            表 教师 主键 工号
                工号  文本
                级    甲 | 乙
                分    数 0..10
                外派  是否  默认 否
                病假  是否  默认 否
            对照表 系数 级
                甲  1
                乙  2
            考核 教师
                项目 项 满分 20
                    得分 = 按 (分 > 5: 分 * 系数[级], 其余: 1)
                    不计分 当 分 = 0 或 外派 或 病假
                评定 等 依 总分
                    等次  份额
                    优    1 人
                    良    其余
                    并列 全部入选
            算例 一
                教师   工号  级  分  外派
                       T1    甲  8   否
                期望   工号  等
                       T1    优

            """, folder + "/覆盖.rules")
        let run = Project.run("test", "--coverage", folder + "/覆盖.rules")
        let lines = run.output.split(separator: "\n").filter { $0.contains("没有算例") }
        #expect(
            lines.map { $0.split(separator: ":").dropFirst().joined(separator: ":") } == [
                "7:5: 没有算例让这一列空着，用到默认：外派", "11:5: 没有算例查到或评到这里：乙  2", "14:39: 没有算例用到这里：1",
                "15:15: 没有算例使这个条件成立：分 = 0 或 外派 或 病假", "19:9: 没有算例查到或评到这里：良    其余",
            ])
        #expect(run.output.contains("算例用到 6 处，共 11 处"))
    }
}
