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
        let sheets = SampleData.make(program, size: arguments.rows ?? 30, seed: arguments.seed ?? 1)
        if folder.lowercased().hasSuffix(".xlsx") {
            let workbook = DataWorkbook(program: program, language: language).workbook(sheets)
            return write(workbook, folder)
        }
        guard Platform.makeFolder(folder) else {
            report(.notWritable(folder))
            return .environment
        }
        let files = sheets.map { sheet in
            (path: "\(folder)/\(sheet.name).csv", bytes: Array(SheetText.csv(sheet.headers, sheet.rows).utf8))
        }
        if let failed = Platform.write(files) {
            report(.notWritable(failed))
            return .environment
        }
        for (sheet, file) in zip(sheets, files) {
            terminal.error(
                say("已写入 \(file.path)，\(sheet.rows.count) 行\n", "written: \(file.path), \(sheet.rows.count) rows\n"))
        }
        return .done
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

    private mutating func write(_ workbook: Workbook, _ path: String) -> Status {
        if let failed = Platform.write([(path, WorkbookWriter.bytes(workbook))]) {
            report(.notWritable(failed))
            return .environment
        }
        terminal.error(say("已写入 \(path)\n", "written: \(path)\n"))
        return .done
    }
}
