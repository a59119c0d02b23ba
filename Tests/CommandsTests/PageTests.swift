import Commands
import Diagnostics
import Testing

/// The pages of `explain`: one for each code, made from the corpus, with examples that are really wrong and really right.
@Suite struct PageTests {
    /// The list of samples has every code of the program, each once.
    @Test func everyCodeIsListed() throws {
        var codes: Set<String> = []
        for file in [
            "RuleSyntax/SyntaxProblem+Text", "RuleSemantics/CheckProblem+Text", "RuleSemantics/PlanProblem",
            "PlanText/PlanTextProblem+Text", "RuleEngine/DataProblem", "TableFiles/FileProblem",
        ] {
            let text = try Project.read(Project.root + "/Sources/\(file).swift")
            codes.formUnion(
                text.split(separator: "\"").map(String.init).filter { word in
                    word.count == 4 && "EFND".contains(word.first!) && word.dropFirst().allSatisfy(\.isNumber)
                })
        }
        let listed = Catalog.problems.map(\.code)
        for code in codes.subtracting(listed) {
            Issue.record(
                "\(code) is not listed: add one of it to the `samples` of its problems (…Problem+Samples.swift)")
        }
        #expect(Set(listed).count == listed.count, "a code is listed twice")
        #expect(codes.count > 140)
    }

    /// Every code has what its page is made of.
    @Test func everyCodeHasAnExample() {
        for code in Catalog.problems.map(\.code) where PageSource.examples[code] == nil {
            if PageSource.withoutExample.contains(code) { continue }
            if code.hasPrefix("F33") {
                Issue.record(
                    """
                    \(code) has no example: Tests/Corpus/PlanText/\(code).rules and \(code).plan.txt give the message; \
                    mend one of the two as \(code).right.rules or \(code).right.plan.txt
                    """)
            } else if code.hasPrefix("D") {
                Issue.record(
                    "\(code) has no example: add a folder to Tests/Corpus/BadData whose run gives it (see DataCase.swift)"
                )
            } else {
                Issue.record(
                    """
                    \(code) has no example: Tests/Corpus/Errors/\(code).rules gives the message; copy it to \
                    \(code).right.rules and mend the copy with the smallest change, as an administrator should write it
                    """)
            }
        }
    }

    /// What is said to be right gives no message, unless a note of another kind.
    @Test(arguments: Project.names(PageSource.errors, ending: ".right.rules")) func right(_ file: String) {
        let run = Project.run("check", "--strict", PageSource.errors + "/" + file)
        #expect(run.status == 0, "\(run.error)")
        #expect(!run.error.contains("[\(file.prefix(4))]"), "\(run.error)")
    }

    /// The pages in the program are those of the corpus. After a rewrite the program is built anew.
    @Test func pagesAreOfTheCorpus() throws {
        try Project.expectGolden(
            PageSource.swift(), Project.root + "/Sources/Commands/Pages/PageExamples.generated.swift")
        try Project.expectGolden(
            PageSource.documentation(), Project.root + "/Sources/ptrules/Documentation.docc/Messages.md")
    }

    /// How pages look: a finding, a file that builds on another, rules and data together, a file that is not there.
    @Test(arguments: [Language.zh, .en]) func page(_ language: Language) throws {
        let pages = try ["F304", "E140", "D423", "D401", "D503"].map { code in
            MessagePage(try #require(Catalog.problem(code)), PageSource.examples[code], language).text
        }
        try Project.expectGolden(
            pages.joined(separator: "\n\n"), Project.corpus + "/Outputs/explain.\(language.rawValue).txt")
    }

    /// A page for each code; the list without a code; small and full-width letters do.
    @Test func explain() {
        let codes = Catalog.problems.map(\.code)
        let list = Project.run("explain")
        #expect(list.status == 0)
        for code in codes {
            #expect(list.output.contains("  \(code)  "))
            let run = Project.run("explain", code)
            #expect(run.status == 0)
            #expect(run.output.hasPrefix(code + "  "))
            #expect(run.output.contains("\n显示：\n") || PageSource.withoutExample.contains(code), "\(code) has no page")
        }
        #expect(Project.run("explain", "ｆ304").output == Project.run("explain", "F304").output)
        #expect(Project.run("explain", "--strict").status == 2)
    }

    @Test func unknownCode() {
        let run = Project.run("explain", "F304", "F399")
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.error.hasPrefix("没有 F399 这个编号。相近的有：F3"))
        #expect(Project.run("explain", "F399", language: "en").error.hasPrefix("There is no code F399."))
    }
}
