import Diagnostics
import RuleEngine
import RuleSemantics
import TableFiles
import Testing

/// Pages that the program writes.
@Suite struct PageOutputTests {
    @Test func result() throws {
        let written = try Project.written("成绩.html", OutputTests.rules, OutputTests.data)
        let text = String(decoding: written.bytes, as: UTF8.self)
        try Project.expectGolden(Project.withoutRoot(text), Project.corpus + "/Outputs/result.html")
        #expect(try Project.written("成绩.html", OutputTests.rules, OutputTests.data).bytes == written.bytes)
    }

    /// Nothing is fetched, and no text of the rules or the data becomes markup.
    @Test func hostileTexts() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let rules = """
            计划 恶意 </title><script>alert(0)</script>
                小数 2 位 四舍五入
            表 组 主键 组
                组    文本
            表 教师 主键 工号
                工号  文本
                姓名  文本
                组    引用 组
                分    数 0..10
            表 记录
                工号  引用 教师
                说    文本
                分    数 0..10
            考核 教师 满分 20
                项目 记分 满分 20                 说明 </p><script>alert(1)</script> ]]> & "引号"
                    得分 = 合计(记录.分) + 分
                评定 等 依 总分 每 组
                    等次  份额
                    优    1 人
                    良    其余
                    并列 全部入选
                输出 工号, 姓名, 组, 记分, 总分, 等.名次, 等

            """
        try Project.write(rules, folder + "/恶意.rules")
        try Project.write("组\n\"</script><script>alert(2)</script>\"\n", folder + "/组.csv")
        let name = "<img src=x onerror=alert(3)>\u{1}\u{1F}\u{7F}👩‍🏫' \"\"& \u{202E}反"
        try Project.write(
            "工号,姓名,组,分\n=1+1,\"\(name)\",</script><script>alert(2)</script>,1\n", folder + "/教师.csv")
        try Project.write("工号,说,分\n=1+1,]]><!--,2\n", folder + "/记录.csv")
        let html = String(
            decoding: try Project.written("a.html", folder + "/恶意.rules", folder).bytes, as: UTF8.self)
        #expect(html.split(separator: "<script").count == 2)
        #expect(!html.contains("<img"))
        #expect(!html.contains("http:") && !html.contains("https:") && !html.contains("url("))
        #expect(html.contains("&lt;img src=x onerror=alert(3)&gt;"))
        #expect(html.contains("␁␟␡👩‍🏫&#39; &quot;&amp;"))
        #expect(html.contains("]]&gt; &amp; &quot;引号&quot;"))
        #expect(html.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" })
    }

    /// For very many people nobody reads slips; the figures stay.
    @Test func manyPeople() throws {
        let checked = try Project.checkedFile(OutputTests.rules)
        let program = try #require(checked.program)
        let tables = try Project.names(OutputTests.data).map { name in
            CSVReader.read(
                name: String(name.dropLast(4)), file: name, bytes: try Project.bytes(OutputTests.data + "/" + name)
            ).table
        }
        let evaluator = Evaluator(program, DataLoader.load(program, tables).data)
        evaluator.run()
        let reporter = Reporter(evaluator, language: .zh)
        let few = reporter.report(evaluator.result(), [0], limit: 3)
        #expect(few.assessed[0].explanations.count == 3)
        let many = reporter.report(evaluator.result(), [0], limit: 2)
        #expect(many.assessed[0].explanations.isEmpty)
        #expect(many.assessed[0].sheet.rows == few.assessed[0].sheet.rows)
    }
}
