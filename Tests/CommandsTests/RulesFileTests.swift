import Diagnostics
import RuleEngine
import RuleSemantics
import Testing

/// Rules files with examples: those that the project ships, and one for each part of the language.
@Suite struct RulesFileTests {
    static let shipped = Project.names(Project.root + "/rules", ending: ".rules").map { "rules/" + $0 }
    static let meaning = Project.names(Project.corpus + "/Meaning", ending: ".rules").map {
        "Tests/Corpus/Meaning/" + $0
    }

    static let plans = Project.names(Project.corpus + "/Plans", ending: ".rules").map { "Tests/Corpus/Plans/" + $0 }

    /// The plans without the English twin of the school's, for what depends on no word of theirs: `FormatTests` holds the
    /// twin to be the same file and to give the same results.
    static let distinct = ["rules/校本研修.rules"] + plans

    @Test(arguments: shipped + meaning + plans) func examples(_ file: String) throws {
        let checked = try Project.checkedFile(Project.root + "/" + file)
        let bytes = try Project.bytes(Project.root + "/" + file)
        let source = checked.program?.source ?? SourceFile(name: file, bytes: bytes)
        let renderer = Renderer(language: .en, source: source)
        #expect(
            checked.diagnostics.allSatisfy { $0.severity == .note },
            "\(checked.diagnostics.map(renderer.render).joined())")
        let program = try #require(checked.program)
        let outcomes = ExampleRunner(program, language: .en).run()
        #expect(!outcomes.isEmpty)
        for outcome in outcomes {
            for failure in outcome.failures {
                Issue.record(
                    "\(file):\(source.line(at: failure.range.start)): \(outcome.title): \(failure.row) \(failure.column): expected \(failure.expected), got \(failure.actual)"
                )
            }
            for problem in outcome.problems { Issue.record("\(outcome.title): \(renderer.render(problem))") }
            #expect(outcome.compared > 0, "\(outcome.title) compares nothing")
        }
    }
}
