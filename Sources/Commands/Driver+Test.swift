import Diagnostics
import RuleEngine
import RuleSemantics

extension Driver {
    /// `ptrules test FILE…`
    mutating func test(_ arguments: Arguments) -> Status {
        var status = Status.done
        for path in arguments.files {
            guard let (source, checked) = rules(path) else {
                status = status.and(.environment)
                continue
            }
            guard let program = checked.program else {
                show(checked.diagnostics.filter { $0.severity == .error }, source)
                status = status.and(.wrong)
                continue
            }
            let runner = ExampleRunner(program, language: language)
            let outcomes = runner.run()
            for outcome in outcomes { show(outcome, source) }
            for outcome in runner.runInherited() { showMoved(outcome, source) }
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
            if arguments.coverage { showCoverage(outcomes, program, source) }
        }
        return status
    }

    private mutating func showCoverage(_ outcomes: [ExampleOutcome], _ program: Program, _ source: SourceFile) {
        let coverage = outcomes.reduce(into: Coverage()) { $0.add($1.coverage) }
        let (total, gaps) = coverage.gaps(program)
        let renderer = Renderer(language: language, source: source)
        for gap in gaps {
            let text = source.text(gap.range).split(separator: "\n").first.map(String.init) ?? ""
            terminal.output(
                "  \(renderer.location(.rules(gap.range)))\(gap.text.text(in: language))\(say("：", ": "))\(text)\n")
        }
        terminal.output(
            say(
                "算例用到 \(total - gaps.count) 处，共 \(total) 处\n",
                "the examples reach \(total - gaps.count) of \(total)\n"))
    }

    /// The examples of the files it builds on test those; here they show what the change moves, and for whom.
    private mutating func showMoved(_ outcome: ExampleOutcome, _ source: SourceFile) {
        if outcome.passed { return }
        terminal.output(say("变动  \(outcome.title)（沿用的算例）\n", "moved  \(outcome.title) (an example it builds on)\n"))
        for failure in outcome.failures {
            terminal.output(
                say(
                    "  \(failure.row) 的“\(failure.column)”：原为 \(failure.expected)，现为 \(failure.actual)\n",
                    "  “\(failure.column)” of \(failure.row): was \(failure.expected), is \(failure.actual)\n"))
        }
        let renderer = Renderer(language: language, source: source)
        for problem in outcome.problems {
            terminal.output(
                say("  不能再算：", "  no longer computed: ") + renderer.location(problem.place)
                    + problem.message.text(in: language) + "\n")
        }
    }

    private mutating func show(_ outcome: ExampleOutcome, _ source: SourceFile) {
        if outcome.passed {
            terminal.output(say("相符  \(outcome.title)\n", "passed  \(outcome.title)\n"))
            return
        }
        terminal.output(say("不符  \(outcome.title)\n", "failed  \(outcome.title)\n"))
        for failure in outcome.failures {
            let place = "\(source.name(at: failure.range.start)):\(source.line(at: failure.range.start))"
            terminal.output(
                say(
                    "  \(place): \(failure.row) 的“\(failure.column)”：期望 \(failure.expected)，算得 \(failure.actual)\n",
                    "  \(place): “\(failure.column)” of \(failure.row): expected \(failure.expected), got \(failure.actual)\n"
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
