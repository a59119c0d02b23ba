import Diagnostics
import Platform
import RuleEngine
import RuleSemantics
import TableFiles
import Tables

extension Driver {
    /// `ptrules eval FILE --data PATH`
    mutating func evaluate(_ arguments: Arguments) -> Status {
        guard let (source, checked) = rules(arguments.files[0]) else { return .environment }
        guard let program = checked.program else {
            show(checked.diagnostics.filter { $0.severity == .error }, source)
            return .wrong
        }
        let findings = checked.diagnostics.count { $0.severity == .finding }
        if findings > 0 {
            terminal.error(
                say(
                    "提示：规则里有 \(findings) 处提请注意，用 ptrules check \(source.name) 查看\n",
                    "note: the rules have \(findings) finding(s); see ptrules check \(source.name)\n"))
        }
        guard let chosen = chosenSheets(arguments, program) else { return .usage }
        guard let raw = readData(arguments.data, known: program.headers) else { return .environment }
        let (data, found) = DataLoader.load(program, raw.tables, damaged: raw.damaged)
        let problems = (raw.problems + found).sortedByPlace()
        let notes = problems.filter { $0.severity == .note }
        guard !problems.hasErrors else {
            show(problems, source)
            terminal.error(say("数据有错，没有计算\n", "the data are wrong; nothing was evaluated\n"))
            return .wrong
        }
        show(notes, source)
        let evaluator = Evaluator(program, data)
        evaluator.run()
        guard evaluator.problems.isEmpty else {
            show(evaluator.problems.sortedByPlace(), source)
            terminal.error(say("数据有错，没有输出\n", "the data are wrong; nothing was written\n"))
            return .wrong
        }
        return write(arguments, evaluator, chosen, notes, raw, source)
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
        for output in arguments.outputs where ending(output) == nil {
            show([Diagnostic(FileProblem.unknownFormat(output), at: .none)], nil)
            return nil
        }
        return Array(names.indices)
    }

    private func ending(_ path: String) -> Arguments.Format? {
        let path = path.lowercased()
        if path.hasSuffix(".csv") { return .csv }
        if path.hasSuffix(".json") { return .json }
        if path.hasSuffix(".md") { return .md }
        if path.hasSuffix(".txt") { return .table }
        return nil
    }

    private mutating func write(
        _ arguments: Arguments, _ evaluator: Evaluator, _ chosen: [Int], _ notes: [Diagnostic], _ raw: RawData,
        _ source: SourceFile
    ) -> Status {
        guard let explanations = explanations(arguments, evaluator, chosen) else { return .wrong }
        let result = evaluator.result()
        let sheets = chosen.map { result.sheets[$0] }
        func text(_ format: Arguments.Format) -> String {
            let documents = sheets.map { document($0, result.title) }
            switch format {
            case .csv: return documents[0].csv
            case .md: return documents.map(\.markdown).joined(separator: "\n")
            case .json: return json(result, sheets, notes, raw, source).text() + "\n"
            case .table, .text:
                return documents.map { (documents.count > 1 ? $0.title + "\n" : "") + $0.aligned }.joined(
                    separator: "\n")
            }
        }
        let files = arguments.outputs.map { (path: $0, bytes: Array(text(ending($0) ?? .csv).utf8)) }
        if let failed = Platform.write(files) {
            report(.notWritable(failed))
            return .environment
        }
        for explanation in explanations { terminal.output(explanation) }
        if arguments.outputs.isEmpty && explanations.isEmpty || arguments.format != nil {
            terminal.output(text(arguments.format ?? .table))
        }
        account(evaluator, chosen, notes.count, files.map(\.path))
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
            if found.isEmpty {
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
            texts += found.map { explainer.explain($0, $1) }
        }
        if unknown.isEmpty { return texts }
        show(unknown, nil)
        return nil
    }

    private func document(_ sheet: Result.Sheet, _ title: String) -> Document {
        Document(
            title: title.isEmpty ? sheet.name : title + say("：", ": ") + sheet.name,
            headers: sheet.columns.map(\.header),
            isNumber: sheet.columns.map(\.isNumber), rows: sheet.rows.map { $0.map(\.text) })
    }

    private func json(
        _ result: Result, _ sheets: [Result.Sheet], _ notes: [Diagnostic], _ raw: RawData, _ source: SourceFile
    ) -> JSON {
        func rows(_ sheet: Result.Sheet) -> JSON {
            .array(
                sheet.rows.map { row in
                    .object(
                        zip(sheet.columns, row).map { column, cell in
                            (column.header, cell.isEmpty ? .null : .string(cell.number?.description ?? cell.text))
                        })
                })
        }
        func hashed(_ name: String, _ bytes: [UInt8]) -> JSON {
            .object([("file", .string(name)), ("sha256", .string(sha256(bytes)))])
        }
        let renderer = Renderer(language: language)
        let last = source.parts[source.parts.count - 1].range
        let bases = source.parts.dropLast()
        var members: [(String, JSON)] = [
            ("plan", .string(result.title)), ("rules", hashed(source.name, Array(source.bytes[last.start..<last.end]))),
            ("data", .array(raw.files.map { hashed($0.name, $0.bytes) })),
        ]
        if !bases.isEmpty {
            members.insert(
                (
                    "bases",
                    .array(bases.map { hashed($0.name, Array(source.bytes[$0.range.start..<$0.range.end])) })
                ), at: 2)
        }
        if sheets.count == 1 {
            members.append(("rows", rows(sheets[0])))
        } else {
            members.append(
                ("tables", .array(sheets.map { .object([("name", .string($0.name)), ("rows", rows($0))]) })))
        }
        members.append(
            ("notes", .array(notes.map { .string(renderer.location($0.place) + $0.message.text(in: language)) })))
        return .object(members)
    }
}
