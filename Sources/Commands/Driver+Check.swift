import Diagnostics
import PlanText
import Platform
import RuleEngine
import RuleSemantics
import RuleSyntax
import TableFiles
import Tables

extension Driver {
    /// `ptrules check FILE…`
    mutating func check(_ arguments: Arguments) -> Status {
        var plan: (name: String, bytes: [UInt8])?
        if let path = arguments.plan {
            plan = planText(path)
            if plan == nil { return .environment }
        }
        var status = Status.done
        var files: [(path: String, source: SourceFile, checked: Checked, mended: Int)] = []
        for path in arguments.files {
            guard let (source, checked, mended) = arguments.fix ? mended(path) : rules(path).map({ ($0, $1, 0) }) else {
                status = status.and(.environment)
                continue
            }
            files.append((path, source, checked, mended))
        }
        var data: RawData?
        if !arguments.data.isEmpty {
            data = readData(arguments.data, for: files.compactMap(\.checked.program))
            if data == nil { return .environment }
        }
        var reviews: [Review] = []
        for (path, source, checked, mended) in files {
            var review = review(path, source, checked, plan, data)
            review.mended = mended
            let isWrong = arguments.strict ? review.diagnostics.hasFindings : review.diagnostics.hasErrors
            if isWrong { status = status.and(.wrong) }
            reviews.append(review)
        }
        switch arguments.format {
        case .json: terminal.output(checkJSON(reviews).text)
        case .sarif: terminal.output(checkSARIF(reviews).text)
        default:
            for review in reviews {
                show(review.diagnostics, review.source)
                let done = review.mended == 0 ? "" : say("改正了 \(review.mended) 处；", "mended \(review.mended); ")
                terminal.output("\(review.path)\(say("：", ": "))\(done)\(summary(review.diagnostics))\n")
            }
        }
        return status
    }

    /// A rules file with the fixes applied that are certain: what changes is shown, and the file written whole or not
    /// at all.
    private mutating func mended(_ path: String) -> (source: SourceFile, checked: Checked, count: Int)? {
        guard let bytes = content(path) else { return nil }
        var mender = Mender(path, bytes)
        mender.run()
        if mender.bytes != bytes {
            terminal.output(LineDifference(path, bytes, mender.bytes).text(in: language))
            if Platform.write([(path, mender.bytes)]) != nil {
                report(.notWritable(path))
                return nil
            }
        }
        return (mender.source, mender.checked, mender.count)
    }

    private func review(
        _ path: String, _ source: SourceFile, _ checked: Checked, _ plan: (name: String, bytes: [UInt8])?,
        _ data: RawData?
    ) -> Review {
        var source = source
        var diagnostics = checked.diagnostics
        // After an error the rules say too little to be held against anything.
        if let program = checked.program {
            if let plan {
                let rules = source
                source = source.followed(by: plan.name, plan.bytes)
                diagnostics += PlanReview.problems(checked.file, source).placed(in: rules)
            }
            if let data { diagnostics += self.problems(program, data) }
            diagnostics = diagnostics.sortedByPlace()
        }
        return Review(path: path, source: source, diagnostics: diagnostics, dataPaths: data?.paths ?? [:])
    }

    /// What is wrong with the data by the tables of the rules; nothing is evaluated.
    private func problems(_ program: Program, _ raw: RawData) -> [Diagnostic] {
        let (data, found) = DataLoader.load(program, raw.tables, damaged: raw.damaged)
        let problems = raw.problems + found
        let rules = Evaluator(program, data)
        return problems + (problems.hasErrors ? rules.brokenRules(besides: problems) : rules.brokenRules())
    }

    /// The plan's own text, or a message.
    private mutating func planText(_ path: String) -> (name: String, bytes: [UInt8])? {
        guard let bytes = content(path) else { return nil }
        if bytes.count > Parser.fileLimit {
            report(.tooLarge(limit: Parser.fileLimit))
        } else if bytes.contains(0) || String(validating: bytes, as: UTF8.self) == nil {
            report(.planNotText(path))
        } else {
            return (path, bytes)
        }
        return nil
    }
}

extension [Diagnostic] {
    /// Whether anything asks for a change of the rules or the data.
    fileprivate var hasFindings: Bool { contains { $0.severity != .note } }
}
