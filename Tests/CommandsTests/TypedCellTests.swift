import Diagnostics
import FoundationEssentials
import RuleEngine
import RuleSemantics
import RuleSyntax
import TableFiles
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

    /// Files that are read piece by piece give the messages of those that are read with care.
    @Test(arguments: ["words-not-safe", "words-beside", "months-not-safe", "units", "units-not-safe", "dates-not-safe"])
    func pieceByPiece(_ name: String) throws {
        let folder = Self.folder + "/" + name
        let own = Project.names(folder).contains("rules.rules") ? folder : Self.folder
        let rules = SourceFile(name: "rules.rules", bytes: try Project.bytes(own + "/rules.rules"))
        let program = try #require(check(rules).program)
        let files = Project.names(folder + "/data")
        let sources = try files.map { file in
            try #require(
                CSVStream.open(
                    name: String(file.dropLast(4)), file: file, path: folder + "/data/" + file, known: program.headers,
                    piece: 64)
            ).source
        }
        let careful = try files.map { file in
            CSVReader.read(
                name: String(file.dropLast(4)), file: file, bytes: try Project.bytes(folder + "/data/" + file),
                known: program.headers
            ).table
        }
        let loaded = try #require(StreamLoader.load(program, sources, keeping: nil))
        #expect(Set(loaded.problems) == Set(DataLoader.load(program, careful).problems))
    }

    /// What cannot be read safely is an error in every one of these cells.
    @Test(arguments: cases.filter { $0.hasSuffix("not-safe") }) func nothingIsGuessed(_ name: String) {
        #expect(Project.run("eval", Self.folder + "/rules.rules", "--data", Self.folder + "/\(name)/data").status == 1)
    }
}
