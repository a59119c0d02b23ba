import Diagnostics
import Platform
import RuleEngine
import RuleSemantics
import Testing

/// Runs a program on the data with the engine that is to be held against the reference; `nil` for what it leaves to it.
func fastEngine(_ program: Program, _ data: Dataset) -> Evaluator? {
    let evaluator = Evaluator(program, data)
    evaluator.run()
    return evaluator
}

/// Two engines on plans and data made at random must agree on everything that a reader or a later step could see.
@Suite struct DifferentialTests {
    /// `PTRULES_CASES` asks for more.
    static let cases = Platform.environment("PTRULES_CASES").flatMap { Int($0) } ?? 150

    @Test func theEnginesAgree() {
        let results = Platform.onLargeStack {
            Platform.map(Self.cases) { index in EngineComparison(seed: UInt64(index + 1)) }
        }
        for result in results { for line in result.differences { Issue.record("seed \(result.seed): \(line)") } }
        let refusals = results.compactMap(\.refusal)
        let examples = refusals.prefix(10).joined(separator: "\n")
        #expect(refusals.count * 20 <= results.count, "\(refusals.count) of \(results.count) refused:\n\(examples)")
        #expect(results.contains { $0.isCompared }, "no plan was taken by the other engine")
        // Whatever the language has occurs, so that no part of an engine goes untried.
        var constructs = PlanConstructs()
        for result in results { constructs.add(result.constructs) }
        for construct in PlanConstructs.all where Self.cases >= 150 {
            #expect(constructs.counts[construct, default: 0] > 0, "no \(construct)")
        }
    }

    @Test func sameSeedSamePlan() {
        #expect(RandomPlan(seed: 7).text == RandomPlan(seed: 7).text)
        #expect(RandomPlan(seed: 7).text != RandomPlan(seed: 8).text)
    }
}
