import Diagnostics
import RuleEngine
import RuleSemantics
import Tables
import Testing

@testable import TableFiles

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

    /// A sign that turns the direction of writing turns no figure behind it, and stays.
    @Test func directions() {
        var bytes: [UInt8] = []
        bytes.addHTML("\u{202E}反 12\u{202C}，\u{2067}a\u{2069}，\u{202A}<\u{202D}\u{2066}\u{2068}\u{202B}。\u{200F}“")
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "\u{202E}\u{202C}反 12\u{202C}，\u{2067}\u{2069}a\u{2069}，\u{202A}\u{202C}&lt;\u{202D}\u{202C}"
                + "\u{2066}\u{2069}\u{2068}\u{2069}\u{202B}\u{202C}。\u{200F}“")
    }

    /// A column that is called like the groups and is none of them stands in page, slips and workbook.
    @Test func columnCalledLikeTheGroups() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let rules = """
            计划 组名
                小数 2 位 四舍五入
            表 教师 主键 工号
                工号  文本
                姓名  文本
                组    文本
                分    数 0..100
            考核 教师
                项目 笔试 满分 100
                    得分 = 分
                评定 等级 依 总分 每 组
                    等次  份额
                    优秀  1 人
                    合格  其余
                    并列 全部入选
                输出 工号, 姓名 "组", 总分

            """
        try Project.write(rules, folder + "/a.rules")
        try Project.write("工号,姓名,组,分\n1,张三,A,90\n2,李四,B,80\n", folder + "/教师.csv")
        let html = String(
            decoding: try Project.written("a.html", folder + "/a.rules", folder).bytes, as: UTF8.self)
        #expect(html.contains("<th scope=\"col\">组</th>"))
        #expect(html.contains("<td>张三</td>"))
        #expect(html.contains("<h3><bdi>1</bdi>　<bdi>张三</bdi></h3>"))
        #expect(html.contains("<p class=\"who\">姓名 <bdi>张三</bdi>，组 <bdi>A</bdi>，分 <bdi>90</bdi></p>"))
        let sheet = try #require(
            try WorkbookOutputTests.sheets(try Project.written("a.xlsx", folder + "/a.rules", folder).bytes).first)
        #expect(sheet.headers == ["组", "工号", "组", "总分"])
        #expect((0..<4).map { WorkbookOutputTests.text(sheet, 0, $0) } == ["A", "1", "张三", "90"])
        // The groups' own column is left out of the page and not written twice.
        try Project.write(rules.split(separator: "姓名 \"组\"").joined(separator: "组"), folder + "/b.rules")
        let own = String(decoding: try Project.written("b.html", folder + "/b.rules", folder).bytes, as: UTF8.self)
        #expect(!own.contains("<th scope=\"col\">组</th>"))
        let ownSheet = try #require(
            try WorkbookOutputTests.sheets(try Project.written("b.xlsx", folder + "/b.rules", folder).bytes).first)
        #expect(ownSheet.headers == ["工号", "组", "总分"])
    }

    /// The names of the parts all stand within the chart, each with a colour of its own.
    @Test func legend() throws {
        let names = ["特别优秀等次", "优秀等次", "良好等次", "基本合格等次", "不合格等次", "待定"]
        var bytes: [UInt8] = []
        ChartDrawing.add(.parts(title: "题", names: names, rows: [("组", [1, 1, 1, 1, 1, 1])]), to: &bytes)
        let svg = String(decoding: bytes, as: UTF8.self)
        var labels = 0
        for element in svg.split(separator: "<text ").dropFirst() {
            let text = element.split(separator: ">")[1].split(separator: "<")[0]
            guard names.contains(String(text)) else { continue }
            labels += 1
            let x = try #require(Int(element.dropFirst(3).prefix { $0.isNumber }))
            // Seven units a letter of half width.
            #expect(x + displayWidth(text) * 7 <= 480, "\(text)")
        }
        #expect(labels == 6)
        // Both in the legend and in the bar.
        for colour in 0..<6 { #expect(svg.split(separator: "class=\"f\(colour)\"").count == 3) }
        // Two lines of names, and below them one bar.
        #expect(svg.contains("viewBox=\"0 0 480 86\""))
    }

    /// A table of many columns lies across on paper, with its title, and the wider it is the smaller are its letters. In
    /// millimetres an upright sheet has room for 188: 14 columns of six letters of 1.69 and 2.4 beside them.
    @Test(arguments: [
        (14, "100.00", ""), (15, "100.00", " wide"), (26, "100.00", " wide"), (27, "100.00", " wide wider"),
        (31, "100.00", " wide wider"), (32, "100.00", " wide wider widest"), (3, "", ""), (20, "7", ""),
        (1, String(repeating: "1", count: 120), " wide"),
    ]) func wideTables(_ count: Int, _ text: String, _ style: String) {
        func chapter(_ count: Int) -> Page.Chapter {
            let columns = (0..<count).map { Page.Column(header: "列\($0)", isNumber: true, isMinor: false) }
            let rows = [columns.map { _ in Page.Cell(text) }]
            return Page.Chapter(
                title: "表", charts: [], columns: columns, groups: [Page.Group(title: "", remark: "", rows: rows)],
                slips: [], withoutSlips: "")
        }
        let page = Page(
            language: .zh, title: "题", lead: [], chapters: [chapter(count), chapter(0)], sections: [], origin: "")
        let html = String(decoding: PageWriter.bytes(page), as: UTF8.self)
        #expect(html.contains("<header class=\"page-head\(style)\">"))
        #expect(html.contains("<section class=\"ranking\(style)\" id=\"c0\">"))
        #expect(html.contains("<section class=\"ranking\" id=\"c1\">"))
    }

    /// With nobody to assess the page is there all the same, and says nothing wrong.
    @Test func nobody() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        for name in Project.names(OutputTests.data) {
            let header = try Project.read(OutputTests.data + "/" + name).split(separator: "\n")[0]
            try Project.write(header + "\n", folder + "/" + name)
        }
        let html = String(decoding: try Project.written("a.html", OutputTests.rules, folder).bytes, as: UTF8.self)
        #expect(!html.contains("3000"))
        #expect(html.contains("教师（0）"))
        let sheets = try WorkbookOutputTests.sheets(try Project.written("a.xlsx", OutputTests.rules, folder).bytes)
        #expect(sheets.map(\.name) == ["结果 教师", "提请注意", "说明"])
    }

    /// For very many people nobody reads slips; the figures stay.
    @Test func manyPeople() throws {
        let checked = try Project.checkedFile(OutputTests.rules)
        let program = try #require(checked.program)
        let tables = try Project.names(OutputTests.data).map { name in
            CSVReader.read(
                name: String(name.dropLast(4)), file: name, bytes: try Project.bytes(OutputTests.data + "/" + name),
                known: program.headers
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
