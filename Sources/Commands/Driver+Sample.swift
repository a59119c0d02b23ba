import Diagnostics
import Platform
import RuleEngine
import RuleSemantics
import TableFiles

extension Driver {
    /// `ptrules sample FILE --rows N --output DIR`
    mutating func sample(_ arguments: Arguments) -> Status {
        guard let (source, checked) = rules(arguments.files[0]) else { return .environment }
        guard let program = checked.program else {
            show(checked.diagnostics.filter { $0.severity == .error }, source)
            return .wrong
        }
        let folder = arguments.outputs[0]
        let (sheets, failures) = SampleData.made(program, size: arguments.rows ?? 30, seed: arguments.seed ?? 1)
        if folder.lowercased().hasSuffix(".xlsx") {
            let workbook = DataWorkbook(program: program, language: language).workbook(sheets)
            let status = write(workbook, folder)
            if status == .done { tell(failures, program) }
            return status
        }
        guard Platform.makeFolder(folder) else {
            report(.notWritable(folder))
            return .environment
        }
        let files = sheets.map { sheet in
            (path: "\(folder)/\(sheet.name).csv", bytes: Array(SheetText.csv(sheet.headers, sheet.rows).utf8))
        }
        guard areNew(files.map(\.path)) else { return .usage }
        if let failed = Platform.write(files) {
            report(.notWritable(failed))
            return .environment
        }
        for (sheet, file) in zip(sheets, files) {
            terminal.error(
                say("已写入 \(file.path)，\(sheet.rows.count) 行\n", "written: \(file.path), \(sheet.rows.count) rows\n"))
        }
        tell(failures, program)
        return .done
    }

    /// Says which rows could not be made as the rules demand.
    private mutating func tell(_ failures: [SampleData.Failure], _ program: Program) {
        for failure in failures {
            let (name, rows) = (program.tables[failure.table].name, failure.rows)
            terminal.error(
                failure.isLeftOut
                    ? say(
                        "“\(name)”有 \(rows) 行随机造不出合乎规则的，没有写\n",
                        "“\(name)”: rows left out, as random ones do not keep the rules (\(rows))\n")
                    : say(
                        "“\(name)”有 \(rows) 行不合乎规则，随机造不出来，要自己改\n",
                        "“\(name)”: rows that do not keep the rules, as random ones cannot; correct them (\(rows))\n"))
        }
    }

    /// `ptrules template FILE --output OUT.xlsx`
    mutating func template(_ arguments: Arguments) -> Status {
        guard let (source, checked) = rules(arguments.files[0]) else { return .environment }
        guard let program = checked.program else {
            show(checked.diagnostics.filter { $0.severity == .error }, source)
            return .wrong
        }
        return write(DataWorkbook(program: program, language: language).workbook(), arguments.outputs[0])
    }

    /// Whether nothing is there yet: what somebody has typed must not give way to what can be made again.
    private mutating func areNew(_ paths: [String]) -> Bool {
        let old = paths.filter(Platform.exists)
        show(old.map { Diagnostic(FileProblem.wouldReplace($0), at: .none) }, nil)
        return old.isEmpty
    }

    private mutating func write(_ workbook: Workbook, _ path: String) -> Status {
        guard areNew([path]) else { return .usage }
        if let failed = Platform.write([(path, WorkbookWriter.bytes(workbook))]) {
            report(.notWritable(failed))
            return .environment
        }
        terminal.error(say("已写入 \(path)\n", "written: \(path)\n"))
        return .done
    }
}
