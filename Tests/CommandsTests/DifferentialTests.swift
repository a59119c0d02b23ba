import Diagnostics
import Platform
import RuleEngine
import RuleSemantics
import Tables
import Testing

/// Runs a program on the data with the engine that is to be held against the reference; `nil` for what it leaves to it.
func fastEngine(_ program: Program, _ data: Dataset) -> Evaluator? { BatchEngine.run(program, data) }

/// Two engines on plans and data made at random must agree on everything that a reader or a later step could see.
@Suite struct DifferentialTests {
    /// How many plans; `PTRULES_CASES` asks for more, `PTRULES_SEED` for one alone, whose text is then shown.
    static let cases = Project.cases ?? 150
    static let seed = Platform.environment("PTRULES_SEED").flatMap { UInt64($0) }

    @Test(.enabled(if: seed == nil)) func theEnginesAgree() {
        let results = Platform.onLargeStack {
            Platform.map(Self.cases) { index in EngineComparison(seed: UInt64(index + 1)) }
        }
        for result in results { for line in result.differences { Issue.record("seed \(result.seed): \(line)") } }
        for result in results where RandomPlan.isSound(result.seed) {
            if let mistake = result.mistake { Issue.record("seed \(result.seed) should not go wrong: \(mistake)") }
        }
        let compared = results.filter(\.isCompared)
        #expect(!compared.isEmpty, "no plan was taken by the other engine")
        if Self.cases < 150 { return }
        let refusals = results.compactMap(\.refusal)
        let examples = refusals.prefix(10).joined(separator: "\n")
        #expect(refusals.count * 20 <= results.count, "\(refusals.count) of \(results.count) refused:\n\(examples)")
        // What the other engine leaves to the reference proves nothing about it. It leaves all data with mistakes, which
        // one plan of three may meet; of the others nearly all are compared.
        #expect(compared.count * 100 >= results.count * 55, "\(compared.count) of \(results.count) compared")
        // Whatever the language has occurs in them, so that no part of an engine goes untried.
        var constructs = PlanConstructs()
        for result in compared { constructs.add(result.constructs) }
        for construct in PlanConstructs.all {
            #expect(constructs.counts[construct, default: 0] > 0, "no \(construct)")
        }
    }

    @Test(.enabled(if: seed != nil)) func theEnginesAgreeOnOne() {
        let seed = Self.seed ?? 0
        let result = Platform.onLargeStack { EngineComparison(seed: seed) }
        for line in result.differences { Issue.record("\(line)") }
        if let refusal = result.refusal { Issue.record("\(refusal)") }
        if RandomPlan.isSound(seed), let mistake = result.mistake { Issue.record("\(mistake)") }
        #expect(result.differences.isEmpty, "\(RandomPlan(seed: seed).text)")
    }

    /// A comparison that could not fail would prove nothing: an engine that takes one number for another is found out.
    @Test func aDifferenceIsFound() {
        let found = Platform.onLargeStack {
            // Plans on whose data nothing goes wrong, whichever the numbers are.
            (1...12).filter { RandomPlan.isSound(UInt64($0)) }.count { seed in
                let result = EngineComparison(seed: UInt64(seed)) { program, data in
                    var wrong = data
                    for table in wrong.tables.indices {
                        wrong.tables[table].columns = data.tables[table].columns.map { column in
                            column.map { Column($0.map { $0.number.map { .number($0 + 1) } ?? $0 }) }
                        }
                    }
                    return fastEngine(program, wrong)
                }
                return !result.differences.isEmpty
            }
        }
        #expect(found >= 4)
    }

    /// Every plan's sample is evaluated by the fast engine alone, as the reference does it. Plans rank some rows of a
    /// table and read the place of these only, or take the only record of some kind: that the others have no such value
    /// is no matter, and no reason to leave everything to the reference.
    @Test(arguments: RulesFileTests.distinct) func plansOnTheirSamples(_ file: String) throws {
        let source = SourceFile(name: file, bytes: try Project.bytes(Project.root + "/" + file))
        let program = try #require(check(source).program)
        let (data, problems) = DataLoader.load(program, SampleData.make(program, size: 30, seed: 3).map(\.raw))
        #expect(!problems.hasErrors)
        try agree(program, data)
    }

    @Test func severalWhereOneIsMeant() throws {
        let text = """
            计划 只有一个
            表 人 主键 人
                人  文本
                类  甲 | 乙
            表 证 主键 号
                号  文本
                人  引用 人
                分  数 0..10
            考核 人
                唯一分 = 唯一(证.分)
                项目 得 满分 20
                    得分 = 按 类 (甲: 唯一分 若缺 0, 乙: 1)
                输出 人, 得
            """
        let program = try #require(check(SourceFile(name: "a.rules", text: text)).program)
        var people = RawTable(name: "人", file: "人.csv", bytes: [], headers: ["人", "类"])
        for (index, row) in [["a", "甲"], ["b", "乙"], ["c", "甲"]].enumerated() { people.append(row, number: index + 2) }
        var papers = RawTable(name: "证", file: "证.csv", bytes: [], headers: ["号", "人", "分"])
        for (index, row) in [["1", "a", "5"], ["2", "b", "6"], ["3", "b", "7"]].enumerated() {
            papers.append(row, number: index + 2)
        }
        let (data, problems) = DataLoader.load(program, [people, papers])
        #expect(!problems.hasErrors)
        let fast = try agree(program, data)
        let column = try #require(program.tables[0].columns.firstIndex { $0.name == "得" })
        #expect((0..<3).map { fast.data.tables[0].columns[column]?[$0].number } == [5, 1, 0])
    }

    /// Of the mistakes of evaluation ten thousand are told, and that there are more.
    @Test(arguments: [10_000, 10_001]) func mistakesWithoutEnd(_ count: Int) throws {
        let text = """
            计划 都不够
            表 人 主键 人
                人  文本
                分  数 0..10  可空
            考核 人
                项目 得 满分 10
                    得分 = 分 若缺 报错
                输出 人, 得
            """
        let program = try #require(check(SourceFile(name: "a.rules", text: text)).program)
        var people = RawTable(name: "人", file: "人.csv", bytes: [], headers: ["人", "分"])
        for row in 0..<count { people.append(["P\(row)", ""], number: row + 2) }
        let (data, problems) = DataLoader.load(program, [people])
        #expect(!problems.hasErrors)
        let reference = Evaluator(program, data)
        reference.run()
        #expect(reference.problems.count { $0.code == "D424" } == 10_000)
        #expect(reference.problems.count { $0.code == "D443" } == count - 10_000)
        #expect(fastEngine(program, data) == nil)
    }

    /// The fast engine takes the data, finds nothing wrong, and comes to the columns that the reference comes to.
    @discardableResult private func agree(_ program: Program, _ data: Dataset) throws -> Evaluator {
        let reference = Evaluator(program, data)
        reference.run()
        #expect(reference.problems.isEmpty)
        let fast = try #require(fastEngine(program, data))
        for (table, definition) in program.tables.enumerated() {
            for (column, name) in definition.columns.map(\.name).enumerated() {
                let (own, wanted) = (
                    fast.data.tables[table].columns[column], reference.data.tables[table].columns[column]
                )
                #expect(own.map { Array($0) } == wanted.map { Array($0) }, "\(definition.name).\(name)")
            }
        }
        return fast
    }

    @Test func sameSeedSamePlan() {
        #expect(RandomPlan(seed: 7).text == RandomPlan(seed: 7).text)
        #expect(RandomPlan(seed: 7).text != RandomPlan(seed: 8).text)
    }
}
