import Diagnostics
import Platform
import TableFiles
import Tables

/// The raw tables of the data, with the bytes that they came from.
struct RawData {
    var tables: [RawTable] = []
    var problems: [Diagnostic] = []
    var files: [(name: String, bytes: [UInt8])] = []
    /// Where each file lies, by its name.
    var paths: [String: String] = [:]
    /// Files that could not be read whole.
    var damaged: Set<String> = []
    /// CSV files that are not as most are.
    var inGB18030: [String] = []
    var bySeparator: [Separator: [String]] = [:]

    /// How files were read that are not as most are.
    var notes: [Diagnostic] {
        var notes: [Diagnostic] = []
        if !inGB18030.isEmpty { notes.append(note(.readAsGB18030(inGB18030), inGB18030)) }
        for separator in Separator.allCases {
            if let files = bySeparator[separator] { notes.append(note(.otherSeparator(files, separator), files)) }
        }
        return notes
    }

    private func note(_ problem: FileProblem, _ files: [String]) -> Diagnostic {
        Diagnostic(problem, at: files.count == 1 ? .data(DataPlace(file: files[0])) : .none)
    }
}

extension Driver {
    /// Reads folders of CSV files and single files; `nil`, reported, when one of them cannot be read at all.
    ///
    /// `known` are the headers that the rules know, by which the row of headers is found below titles.
    mutating func readData(_ paths: [String], known: Set<String>) -> RawData? {
        var raw = RawData()
        var failed = false
        for path in paths {
            if Platform.isFolder(path) {
                let names = Platform.names(in: path)
                let files = (names ?? []).filter { name in
                    (isCSV(name) || isWorkbook(name)) && !name.hasPrefix(".") && !name.hasPrefix("~$")
                }
                if files.isEmpty {
                    report(names == nil ? .unreadable(path) : .noTables(path))
                    failed = true
                }
                for name in files { failed = !read(joined(path, name), name, known, &raw) || failed }
            } else if !Platform.exists(path) {
                report(.notThere(path))
                failed = true
            } else {
                failed = !read(path, lastComponent(path), known, &raw) || failed
            }
        }
        raw.problems += raw.notes
        return failed ? nil : raw
    }

    private mutating func read(_ path: String, _ name: String, _ known: Set<String>, _ raw: inout RawData) -> Bool {
        terminal.stage(say("正在读入 \(name)……", "reading \(name) …"))
        guard let bytes = Platform.read(path) else {
            report(.unreadable(path))
            return false
        }
        raw.files.append((name, bytes))
        raw.paths[name] = path
        if isWorkbook(name) {
            let (tables, problems) = WorkbookReader.read(file: name, bytes: bytes, known: known)
            // Sheets are named after their workbook.
            for table in tables { raw.paths[table.file] = path }
            raw.problems += problems
            if problems.hasErrors { raw.damaged.formUnion(tables.map(\.file)) }
            raw.tables += tables
            return true
        }
        let stem = isCSV(name) ? String(name.dropLast(4)) : name
        let reading = CSVReader.read(name: stem, file: name, bytes: bytes, known: known)
        raw.problems += reading.problems
        if !reading.problems.isEmpty { raw.damaged.insert(name) }
        if reading.encoding == .gb18030 { raw.inGB18030.append(name) }
        if reading.separator != .comma { raw.bySeparator[reading.separator, default: []].append(name) }
        raw.tables.append(reading.table)
        return true
    }

    private func isWorkbook(_ name: String) -> Bool {
        [".xlsx", ".xlsm", ".xls", ".xlsb", ".et", ".ods"].contains { name.lowercased().hasSuffix($0) }
    }

    private func isCSV(_ name: String) -> Bool { name.lowercased().hasSuffix(".csv") }

    private func joined(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") || folder.hasSuffix("\\") ? folder + name : folder + "/" + name
    }

    private func lastComponent(_ path: String) -> String {
        String(path[(path.lastIndex { $0 == "/" || $0 == "\\" }.map { path.index(after: $0) } ?? path.startIndex)...])
    }
}
