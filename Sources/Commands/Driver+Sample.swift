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
}
