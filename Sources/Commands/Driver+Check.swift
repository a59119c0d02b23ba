import Diagnostics
import RuleEngine
import RuleSemantics
import TableFiles
import Tables

extension Driver {
    /// `ptrules check FILE…`
    mutating func check(_ arguments: Arguments) -> Status {
        var status = Status.done
        var items: [JSON] = []
        for path in arguments.files {
            guard let (source, checked) = rules(path) else {
                status = status.and(.environment)
                continue
            }
            var diagnostics = checked.diagnostics
            if let program = checked.program, !arguments.data.isEmpty {
                guard let raw = readData(arguments.data, known: program.headers) else {
                    status = status.and(.environment)
                    continue
                }
                diagnostics += raw.problems
                let (data, problems) = DataLoader.load(program, raw.tables, damaged: raw.damaged)
                diagnostics += problems
                if !diagnostics.hasErrors { diagnostics += Evaluator(program, data).brokenRules() }
                diagnostics = diagnostics.sortedByPlace()
            }
            if diagnostics.hasErrors || arguments.strict && diagnostics.contains(where: { $0.severity == .finding }) {
                status = status.and(.wrong)
            }
            if arguments.format == .json {
                items += diagnostics.map { json($0, source) }
            } else {
                show(diagnostics, source)
                terminal.output("\(path)\(say("：", ": "))\(summary(diagnostics))\n")
            }
        }
        if arguments.format == .json { terminal.output(JSON.array(items).text() + "\n") }
        return status
    }

    /// A message for other programs.
    private func json(_ diagnostic: Diagnostic, _ source: SourceFile) -> JSON {
        var members: [(String, JSON)] = [
            ("code", .string(diagnostic.code)), ("severity", .string(diagnostic.severity.rawValue)),
        ]
        switch diagnostic.place {
        case .rules(let range):
            members.append(("file", .string(source.name(at: range.start))))
            members.append(
                ("range", .object([("start", position(range.start, source)), ("end", position(range.end, source))])))
        case .data(let place):
            members.append(("file", .string(place.file)))
            var cell: [(String, JSON)] = []
            if let row = place.row { cell.append(("row", .number(row))) }
            if let column = place.column { cell.append(("column", .number(column))) }
            members.append(("cell", .object(cell)))
        case .none: members.append(("file", .null))
        }
        members.append(("section", .array((diagnostic.context?.path ?? []).map(JSON.string))))
        members.append(("clause", diagnostic.context?.clause.map(JSON.string) ?? .null))
        members.append(("message", .string(diagnostic.message.text(in: language))))
        members.append(("why", diagnostic.reason.map { .string($0.text(in: language)) } ?? .null))
        members.append(("help", diagnostic.help.map { .string($0.text(in: language)) } ?? .null))
        members.append(("fixes", .array(diagnostic.fix.map { json($0, source) })))
        return .object(members)
    }

    private func json(_ edit: Edit, _ source: SourceFile) -> JSON {
        .object([
            (
                "range",
                .object([("start", position(edit.range.start, source)), ("end", position(edit.range.end, source))])
            ),
            ("text", .string(edit.text)),
        ])
    }

    private func position(_ offset: Int, _ source: SourceFile) -> JSON {
        .object([("line", .number(source.line(at: offset))), ("column", .number(source.column(at: offset)))])
    }
}
