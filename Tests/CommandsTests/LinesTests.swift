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
                    // The cells of a column are those of its rows.
                    for column in sheet.columns.indices where !sheet.rows.isEmpty {
                        let range = sheet.rows.count / 2..<sheet.rows.count
                        let cells = sheet.rows.cells(ofColumn: column, range).mapEach { $0 }
                        if cells != sheet.rows[range].map({ $0[column] }) { differences.append("seed \(seed): cells") }
                    }
                    if own != document.csv { differences.append("seed \(seed):\n\(own)\n\(document.csv)") }
                }
                return (program.assessments.count, differences)
            }
        }
        for result in results { for difference in result.differences { Issue.record("\(difference)") } }
        #expect(results.reduce(0) { $0 + $1.compared } > 10)
    }

    /// Texts that spreadsheets would take for formulas, by full-width signs as well.
    @Test func formulas() throws {
        let program = try #require(
            Project.checked(
                SourceFile(
                    name: "a.rules",
                    text: """
                        计划 公式
                            小数 1 位 四舍五入
                        表 教师 主键 工号
                            工号  文本
                            姓名  文本
                            分    数 0..10
                        考核 教师
                            项目 项 满分 10
                                得分 = 分
                            输出 工号, 姓名, 总分

                        """)
            ).program)
        let data = "工号,姓名,分\nT1,＝1,1\nT2,＋甲,2\nT3,－乙,3\nT4,＠丙,4\nT5,（丁）,5\nT6,=1,6\nT7,戊＝,7\nT8,ＡＢ,8\n"
        let table = CSVReader.read(name: "教师", file: "教师.csv", bytes: Array(data.utf8), known: program.headers).table
        let (loaded, problems) = DataLoader.load(program, [table])
        #expect(!problems.hasErrors)
        let evaluator = try #require(BatchEngine.run(program, loaded))
        let sheet = evaluator.result().sheets[0]
        let document = Document(
            title: "", headers: sheet.columns.map(\.header), isNumber: sheet.columns.map(\.isNumber),
            rows: sheet.rows.map { $0.map(\.text) })
        let lines = String(decoding: Array(try #require(evaluator.lines(0)).joined()), as: UTF8.self)
        let expected =
            "T1,'＝1,1.0\nT2,'＋甲,2.0\nT3,'－乙,3.0\nT4,'＠丙,4.0\nT5,（丁）,5.0\nT6,'=1,6.0\nT7,戊＝,7.0\nT8,ＡＢ,8.0\n"
        #expect(lines.split(separator: "\n").sorted() == expected.split(separator: "\n"))
        #expect(document.csv == "\u{FEFF}工号,姓名,总分\n" + lines)
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
