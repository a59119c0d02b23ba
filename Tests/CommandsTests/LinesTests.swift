import Diagnostics
import Platform
import RuleEngine
import RuleSemantics
import RuleSyntax
import TableFiles
import Tables
import Testing

/// The lines of a result that are written straight from columns are those of the table of texts.
@Suite struct LinesTests {
    @Test func linesAreThoseOfTheTable() {
        let results = Platform.onLargeStack {
            Platform.map(60) { index -> (compared: Int, differences: [String]) in
                let seed = UInt64(index + 1)
                let plan = RandomPlan(seed: seed)
                guard let program = check(SourceFile(name: "random.rules", text: plan.text)).program else {
                    return (0, [])
                }
                let (data, problems) = DataLoader.load(program, RandomData.make(program, seed: seed))
                guard !problems.hasErrors, let evaluator = BatchEngine.run(program, data) else { return (0, []) }
                var differences: [String] = []
                let result = evaluator.result()
                for index in program.assessments.indices {
                    let sheet = result.sheets[index]
                    let document = Document(
                        title: "", headers: sheet.columns.map(\.header), isNumber: sheet.columns.map(\.isNumber),
                        rows: sheet.rows.map { $0.map(\.text) })
                    let head = Document(
                        title: "", headers: document.headers, isNumber: document.isNumber, rows: []
                    ).csv
                    let lines = (evaluator.lines(index) ?? []).joined()
                    let own = head + String(decoding: Array(lines), as: UTF8.self)
                    if own != document.csv { differences.append("seed \(seed):\n\(own)\n\(document.csv)") }
                }
                return (program.assessments.count, differences)
            }
        }
        for result in results { for difference in result.differences { Issue.record("\(difference)") } }
        #expect(results.reduce(0) { $0 + $1.compared } > 10)
    }

    /// However many processors share the work.
    @Test func threadsChangeNothing() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        try Self.enlarge(Project.root + "/rules/示例数据", folder)
        func run(_ threads: Int) -> String {
            let run = Project.run(
                "eval", Project.schoolRules, "--data", folder, "--threads", "\(threads)", "--format", "csv")
            #expect(run.status == 0, "\(run.error)")
            return run.output
        }
        let one = run(1)
        #expect(one.split(separator: "\n").count == 68 * 40 + 1)
        for threads in [2, 3, 7] { #expect(run(threads) == one) }
    }

    /// The sample school forty times over, each copy with keys of its own: more than one batch.
    private static func enlarge(_ sample: String, _ folder: String) throws {
        for name in Project.names(sample, ending: ".csv") {
            let lines = String(decoding: try Project.bytes(sample + "/" + name), as: UTF8.self).split(separator: "\n")
            let keys = lines[0].split(separator: ",").map { $0 == "工号" || $0 == "教研组" }
            var text = lines[0] + "\n"
            for copy in 0..<40 {
                for line in lines.dropFirst() {
                    let cells = line.split(separator: ",", omittingEmptySubsequences: false)
                    text += zip(cells, keys).map { $1 ? "\($0)\(copy)" : String($0) }.joined(separator: ",") + "\n"
                }
            }
            #expect(Platform.write([(folder + "/" + name, Array(text.utf8))]) == nil)
        }
    }
}
