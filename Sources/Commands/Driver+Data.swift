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
}

extension Driver {
    /// Reads folders of CSV files and single files; `nil`, reported, when one of them cannot be read at all.
    mutating func readData(_ paths: [String]) -> RawData? {
        var raw = RawData()
        var failed = false
        for path in paths {
            if Platform.isFolder(path) {
                let names = Platform.names(in: path)
                let tables = (names ?? []).filter { isCSV($0) && !$0.hasPrefix(".") && !$0.hasPrefix("~$") }
                if tables.isEmpty {
                    report(names == nil ? .unreadable(path) : .noTables(path))
                    failed = true
                }
                for name in names ?? [] where isWorkbook(name) && !name.hasPrefix("~$") {
                    raw.problems.report(FileProblem.workbookIgnored(name), at: DataPlace(file: name))
                }
                for name in tables { failed = !read(joined(path, name), name, &raw) || failed }
            } else if !Platform.exists(path) {
                report(.notThere(path))
                failed = true
            } else if isWorkbook(path) {
                report(.workbook(path))
                failed = true
            } else {
                failed = !read(path, lastComponent(path), &raw) || failed
            }
        }
        return failed ? nil : raw
    }

    private mutating func read(_ path: String, _ name: String, _ raw: inout RawData) -> Bool {
        guard let bytes = Platform.read(path) else {
            report(.unreadable(path))
            return false
        }
        let stem = isCSV(name) ? String(name.dropLast(4)) : name
        let (table, problems) = CSVReader.read(name: stem, file: name, bytes: bytes)
        raw.files.append((name, bytes))
        raw.paths[name] = path
        raw.problems += problems
        if !problems.isEmpty { raw.damaged.insert(name) }
        raw.tables.append(table)
        return true
    }

    private func isWorkbook(_ name: String) -> Bool {
        [".xlsx", ".xls", ".xlsm", ".et", ".ods"].contains { name.lowercased().hasSuffix($0) }
    }

    private func isCSV(_ name: String) -> Bool { name.lowercased().hasSuffix(".csv") }

    private func joined(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") || folder.hasSuffix("\\") ? folder + name : folder + "/" + name
    }

    private func lastComponent(_ path: String) -> String {
        String(path[(path.lastIndex { $0 == "/" || $0 == "\\" }.map { path.index(after: $0) } ?? path.startIndex)...])
    }
}
