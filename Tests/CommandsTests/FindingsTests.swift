import Diagnostics
import RuleSemantics
import Testing

/// Whole plans with all that the check finds in them: nothing less, nothing more.
@Suite struct FindingsTests {
    static let folder = Project.corpus + "/Findings"

    @Test(arguments: Project.names(folder, ending: ".rules"), ["zh", "en"])
    func findings(_ file: String, language: String) throws {
        let path = Self.folder + "/" + file
        let run = Project.run("check", path, language: language)
        #expect(run.status == 0)
        try Project.expectGolden(run.error + run.output, path.dropLast(6) + ".\(language).txt")
    }

    /// The seed plan as it is written: notes worth more than their item, five items and four grades of which four and
    /// three are listed, maxima that add up to 110, no word on ties.
    @Test func thePlanAsItIsWritten() throws {
        let checked = try Project.checkedFile(Self.folder + "/原文照录.rules")
        let findings = checked.diagnostics.filter { $0.severity == .finding }.map(\.code)
        #expect(findings == ["F341", "F340", "F314", "F304", "F340"])
    }
}
