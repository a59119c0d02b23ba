import Diagnostics
import Platform
import RuleEngine
import RuleSemantics
import TableFiles
import Tables

extension Driver {
    /// `ptrules eval FILE --data PATH`
    mutating func evaluate(_ arguments: Arguments) -> Status {
        if let threads = arguments.threads { Platform.use(processors: threads) }
        guard let (source, checked) = rules(arguments.files[0]) else { return .environment }
        guard let program = checked.program else {
            show(checked.diagnostics.filter { $0.severity == .error }, source)
            return .wrong
        }
        let findings = checked.diagnostics.filter { $0.severity == .finding }
        if !findings.isEmpty {
            terminal.error(
                say(
                    "提示：规则里有 \(findings.count) 处提请注意，用 ptrules check \(source.name) 查看\n",
                    "note: the rules have \(findings.count) finding(s); see ptrules check \(source.name)\n"))
        }
        guard let chosen = chosenSheets(arguments, program), areOutputs(arguments.outputs) else { return .usage }
        var raw: RawData
        let data: Dataset
        let found: [Diagnostic]
        if let streamed = streamData(arguments.data, program, keeping: keptColumns(arguments, program)) {
            (raw, data, found) = streamed
        } else {
            guard let read = readData(arguments.data, for: [program]) else { return .environment }
            raw = read
            terminal.stage(say("正在核对数据……", "checking the data …"))
            (data, found) = DataLoader.load(program, raw.tables, damaged: raw.damaged)
            raw.used = Set(raw.tables.filter { program.reads(sheetNamed: $0.name) }.compactMap { raw.paths[$0.file] })
            raw.tables = []
        }
        let problems = (raw.problems + found).sortedByPlace()
        let notes = problems.filter { $0.severity == .note }
        guard !problems.hasErrors else {
            show((problems + Evaluator(program, data).brokenRules(besides: problems)).sortedByPlace(), source)
            terminal.error(say("数据有错，没有计算\n", "the data are wrong; nothing was evaluated\n"))
            return .wrong
        }
        let inputs = source.parts.map(\.name) + raw.used.sorted()
        let replaced = arguments.outputs.filter { output in inputs.contains { Platform.isSameFile($0, output) } }
        guard replaced.isEmpty else {
            show(replaced.map { Diagnostic(FileProblem.outputIsInput($0), at: .none) }, nil)
            return .usage
        }
        show(notes, source)
        terminal.stage(say("正在计算……", "evaluating …"))
        let evaluator = BatchEngine.evaluate(program, data)
        Platform.keep(evaluator.data)
        guard evaluator.problems.isEmpty else {
            show(evaluator.problems.sortedByPlace(), source)
            terminal.error(say("数据有错，没有输出\n", "the data are wrong; nothing was written\n"))
            return .wrong
        }
        return write(arguments, evaluator, chosen, (checked.diagnostics, notes), raw, source)
    }

    /// The columns that are needed; `nil` where records are shown with all that stands in them.
    private func keptColumns(_ arguments: Arguments, _ program: Program) -> Set<ColumnReference>? {
        let showsRecords =
            !arguments.explain.isEmpty
            || arguments.outputs.contains { [.xlsx, .html].contains(Outputs.Ending(path: $0)) }
        return showsRecords ? nil : ColumnUse(program).columns
    }

    /// The assessments to be shown, as indices.
    private mutating func chosenSheets(_ arguments: Arguments, _ program: Program) -> [Int]? {
        let names = program.assessments.map { program.tables[$0.table].name }
        if let table = arguments.table {
            if let index = names.firstIndex(of: table) { return [index] }
            terminal.error(
                say(
                    "“\(table)”不是考核对象；考核对象是：\(names.joined(separator: "、"))\n",
                    "“\(table)” is not assessed; assessed are: \(names.joined(separator: ", "))\n"))
            return nil
        }
        let wantsCSV = arguments.format == .csv || arguments.outputs.contains { $0.lowercased().hasSuffix(".csv") }
        if names.count > 1, wantsCSV {
            terminal.error(
                say(
                    "CSV 只能放一张表，请用 --table 写明：\(names.joined(separator: "、"))\n",
                    "CSV holds one table; say which with --table: \(names.joined(separator: ", "))\n"))
            return nil
        }
        return Array(names.indices)
    }

    /// Whether outputs can be told apart and it is known what each is to be.
    private mutating func areOutputs(_ paths: [String]) -> Bool {
        var problems = paths.filter { Outputs.Ending(path: $0) == nil }.map(FileProblem.unknownFormat)
        for (index, path) in paths.enumerated() where paths[..<index].contains(where: { Platform.isSameFile($0, path) })
        {
            problems.append(.sameOutput(path))
        }
        show(problems.map { Diagnostic($0, at: .none) }, nil)
        return problems.isEmpty
    }

    private mutating func write(
        _ arguments: Arguments, _ evaluator: Evaluator, _ chosen: [Int],
        _ said: (rules: [Diagnostic], data: [Diagnostic]), _ raw: RawData, _ source: SourceFile
    ) -> Status {
        guard let explanations = explanations(arguments, evaluator, chosen) else { return .wrong }
        terminal.stage(say("正在写结果……", "writing the result …"))
        let outputs = Outputs(
            evaluator: evaluator, chosen: chosen, rulesMessages: said.rules, notes: said.data, raw: raw, source: source,
            language: language)
        let files = outputs.files(arguments.outputs)
        if let failed = Platform.write(files) {
            report(.notWritable(failed))
            return .environment
        }
        for explanation in explanations { terminal.output(explanation) }
        if arguments.outputs.isEmpty && explanations.isEmpty || arguments.format != nil {
            terminal.output(outputs.text(arguments.format ?? .table))
        }
        account(evaluator, chosen, said.data.count, files.map(\.path))
        return .done
    }

    private mutating func explanations(_ arguments: Arguments, _ evaluator: Evaluator, _ chosen: [Int]) -> [String]? {
        var texts: [String] = []
        var unknown: [Diagnostic] = []
        let explainer = Explainer(evaluator, language: language)
        for key in arguments.explain {
            let found = chosen.compactMap { index in
                evaluator.row(key: key, evaluator.program.assessments[index]).map { (index, $0) }
            }
            if found.isEmpty, let table = evaluator.assessedTable(with: key) {
                unknown.append(Diagnostic(DataProblem.notAssessed(key, table: table), at: .none))
            } else if found.isEmpty {
                let keys = chosen.flatMap { evaluator.keys(evaluator.program.assessments[$0]) }
                let columns = chosen.map { index in
                    let table = evaluator.program.tables[evaluator.program.assessments[index].table]
                    return table.keys.map { table.columns[$0].name }.joined(separator: " ")
                }
                unknown.append(
                    Diagnostic(
                        DataProblem.unknownPerson(
                            key, key: columns.joined(separator: "/"), nearest: nearest(key, in: keys)), at: .none))
            }
            texts += found.map { index, row in
                // The same key may stand in several assessed tables.
                let table = evaluator.program.tables[evaluator.program.assessments[index].table].name
                let heading = found.count > 1 ? say("考核 \(table)\n", "assessed: \(table)\n") : ""
                return heading + explainer.explain(index, row).text
            }
        }
        if unknown.isEmpty { return texts }
        show(unknown, nil)
        return nil
    }
}
