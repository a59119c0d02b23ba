import Diagnostics
import RuleEngine
import RuleSemantics

extension Driver {
    /// `ptrules test FILE…`
    mutating func test(_ arguments: Arguments) -> Status {
        var status = Status.done
        for path in arguments.files {
            guard let source = source(path) else {
                status = status.and(.environment)
                continue
            }
            let checked = RuleSemantics.check(source)
            guard let program = checked.program else {
                show(checked.diagnostics.filter { $0.severity == .error }, source)
                status = status.and(.wrong)
                continue
            }
            let outcomes = ExampleRunner(program, language: language).run()
            for outcome in outcomes { show(outcome, path, source) }
            let passed = outcomes.count { $0.passed }
            let failed = outcomes.count - passed
            if failed > 0 { status = status.and(.wrong) }
            let figures = outcomes.reduce(0) { $0 + $1.compared }
            terminal.output(
                outcomes.isEmpty
                    ? say("\(path)：没有算例\n", "\(path): no examples\n")
                    : say(
                        "\(path)：\(outcomes.count) 个算例，\(passed) 个相符，\(failed) 个不符；核对了 \(figures) 个数\n",
                        "\(path): \(outcomes.count) examples, \(passed) passed, \(failed) failed; \(figures) figures compared\n"
                    ))
        }
        return status
    }

    private mutating func show(_ outcome: ExampleOutcome, _ path: String, _ source: SourceFile) {
        if outcome.passed {
            terminal.output(say("相符  \(outcome.title)\n", "passed  \(outcome.title)\n"))
            return
        }
        terminal.output(say("不符  \(outcome.title)\n", "failed  \(outcome.title)\n"))
        for failure in outcome.failures {
            let line = source.line(at: failure.range.start)
            terminal.output(
                say(
                    "  \(path):\(line): \(failure.row) 的“\(failure.column)”：期望 \(failure.expected)，算得 \(failure.actual)\n",
                    "  \(path):\(line): “\(failure.column)” of \(failure.row): expected \(failure.expected), got \(failure.actual)\n"
                ))
        }
        for explanation in outcome.explanations {
            for line in explanation.split(separator: "\n", omittingEmptySubsequences: false) where !line.isEmpty {
                terminal.output("    \(line)\n")
            }
        }
        show(outcome.problems, source)
    }
}
