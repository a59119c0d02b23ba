import FoundationEssentials
import Testing

/// Cells as people type them, files as programs save them: what is said of them, and what is reckoned from them.
///
/// `Tests/Corpus/Cells/make.py` writes the data.
@Suite struct TypedCellTests {
    static let folder = Project.corpus + "/Cells"
    static let cases = Project.names(folder).filter { !$0.contains(".") }

    @Test(arguments: cases) func saidAndReckoned(_ name: String) throws {
        let folder = Self.folder + "/" + name
        let own = Project.names(folder).contains("rules.rules")
        let rules = (own ? folder : Self.folder) + "/rules.rules"
        for language in ["zh", "en"] {
            let run = Project.run("eval", rules, "--data", folder + "/data", "--format", "csv", language: language)
            try Project.expectGolden(run.error, folder + "/messages.\(language).txt")
            if run.status == 0 {
                try Project.expectGolden(run.output, folder + "/result.csv")
            } else {
                #expect(run.status == 1)
                #expect(run.output.isEmpty)
                #expect(!Project.names(folder).contains("result.csv"))
            }
        }
    }

    /// What cannot be read safely is an error in every one of these cells.
    @Test(arguments: cases.filter { $0.hasSuffix("not-safe") }) func nothingIsGuessed(_ name: String) {
        #expect(Project.run("eval", Self.folder + "/rules.rules", "--data", Self.folder + "/\(name)/data").status == 1)
    }
}
