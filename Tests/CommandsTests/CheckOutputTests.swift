import Commands
import Diagnostics
import FoundationEssentials
import TableFiles
import Testing

/// `check` for other programs: JSON and SARIF, of rules, of the plan's text and of data.
@Suite struct CheckOutputTests {
    static let badData = Project.corpus + "/BadData/"

    /// Several rules files, findings with labels, a plan's text: all members of the output.
    static let words = [
        "--plan", PlanTextTests.folder + "/school-changed.txt", Project.schoolRules,
        Project.corpus + "/Errors/E106.rules", Project.corpus + "/Errors/F310.rules",
    ]

    @Test(arguments: ["json", "sarif"], ["zh", "en"]) func golden(_ format: String, _ language: String) throws {
        let run = Project.run(["check", "--format", format] + Self.words, language: language)
        #expect(run.status == 1)
        #expect(run.error.isEmpty)
        try Project.expectGolden(run.output, Project.corpus + "/Outputs/check.\(language).\(format)")
    }

    /// Findings about data: the cell, and for SARIF the row as a line.
    @Test(arguments: ["json", "sarif"]) func data(_ format: String) throws {
        let run = Project.run(
            "check", "--format", format, Self.badData + "rules.rules", "--data", Self.badData + "many-at-once/data")
        #expect(run.status == 1)
        try Project.expectGolden(run.output, Project.corpus + "/Outputs/check-data.\(format)")
    }

    /// Data of several files and folders, and several rules files on the same data.
    @Test func severalFiles() {
        let data = Self.badData + "good/data"
        let files = Project.names(data, ending: ".csv").flatMap { ["--data", data + "/" + $0] }
        let rules = Self.badData + "rules.rules"
        for format in ["text", "json", "sarif"] {
            #expect(Project.run(["check", "--strict", "--format", format, rules] + files).status == 0)
            #expect(Project.run(["check", "--format", format, rules, rules] + files).status == 0)
            let wrong = Project.run("check", "--format", format, Project.schoolRules, "--data", data)
            #expect(wrong.status == 1)
            #expect(Project.run("check", "--format", format, rules, "--data", data + "/没有").status == 3)
        }
        #expect(Project.run(["check", rules, rules] + files).output.split(separator: "\n").count == 2)
    }

    /// Edits that mend a place, in two files of a chain, with a column behind a sign outside the basic plane.
    @Test(arguments: ["json", "sarif"]) func fixes(_ format: String) throws {
        let source = SourceFile(joining: [
            ("去年.rules", Array("计划 甲\n# 𠮷 满分10\n".utf8)), ("今年.rules", Array("沿用 \"去年.rules\"\n".utf8)),
        ])
        let gap = "计划 甲\n# 𠮷 满分".utf8.count
        let end = source.bytes.count - 1
        let found = Diagnostic(
            code: "E106", severity: .error, place: .rules(SourceRange(gap, gap + 2)),
            message: Bilingual("“满分”与“10”之间缺少空格", "a blank is missing"), help: Bilingual("写成“满分 10”", "write “满分 10”"),
            fix: [Edit(SourceRange(gap, gap), " "), Edit(SourceRange(end, end), "  # 改")])
        let reviews = [Review(path: "今年.rules", source: source, diagnostics: [found])]
        let driver = Driver(BufferTerminal())
        let output = format == "json" ? driver.checkJSON(reviews) : driver.checkSARIF(reviews)
        try Project.expectGolden(output.text, Project.corpus + "/Outputs/check-fixes." + format)
    }

    @Test func nothingFound() {
        let rules = PlanTextTests.folder + "/F331.right.rules"
        let run = Project.run("check", "--format", "sarif", rules)
        #expect(run.status == 0)
        #expect(run.output.contains("\"results\": []"))
        #expect(Project.run("check", "--format", "json", rules).output == "[]\n")
    }

    @Test(arguments: [
        ("rules/a b.rules", "rules/a%20b.rules"), ("./甲.rules", "%E7%94%B2.rules"),
        ("rules\\甲.rules", "rules/%E7%94%B2.rules"),
        ("/tmp/x.rules", "file:///tmp/x.rules"), ("C:\\x.rules", "file:///C:/x.rules"), ("50%.csv", "50%25.csv"),
        ("\\\\server\\x.csv", "file://server/x.csv"),
    ]) func references(_ path: String, _ uri: String) {
        #expect(URIReference.of(path) == uri)
    }
}
