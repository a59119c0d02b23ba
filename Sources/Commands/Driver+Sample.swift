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
            let workbook = DataWorkbook(program: program, language: language, filled: sheets)
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
        return write(DataWorkbook(program: program, language: language), arguments.outputs[0])
    }

    /// Whether nothing is there yet: what somebody has typed must not give way to what can be made again.
    private mutating func areNew(_ paths: [String]) -> Bool {
        let old = paths.filter(Platform.exists)
        show(old.map { Diagnostic(FileProblem.wouldReplace($0), at: .none) }, nil)
        return old.isEmpty
    }

    private mutating func write(_ workbook: DataWorkbook, _ path: String) -> Status {
        let impossible = workbook.impossibleNames.map { "“\($0)”" }
        guard impossible.isEmpty else {
            let (zh, en) = (impossible.joined(separator: "、"), impossible.joined(separator: ", "))
            terminal.error(
                say(
                    """
                    没有写 \(path)：工作簿里不能有叫\(zh)的工作表。
                      名称最多 31 个字，不能有 : \\ / ? * [ ]，不能与别的只差大小写，不能是“History”
                      怎么办：在规则里给表另写工作表的名称，如“表 很长的表名 "短名"”；或者用 CSV 文件

                    """,
                    """
                    \(path) is not written: no workbook can have a sheet called \(en).
                      A name has 31 characters at most, none of : \\ / ? * [ ], differs from the others by more than capitals, and
                      is not “History”
                      what to do: name another sheet in the rules, 表 long_name "short"; or use CSV files

                    """))
            return .wrong
        }
        guard areNew([path]) else { return .usage }
        if let failed = Platform.write([(path, WorkbookWriter.bytes(workbook.workbook))]) {
            report(.notWritable(failed))
            return .environment
        }
        terminal.error(say("已写入 \(path)\n", "written: \(path)\n"))
        return .done
    }
}
