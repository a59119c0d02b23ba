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
        return failed ? nil : raw
    }

    private mutating func read(_ path: String, _ name: String, _ known: Set<String>, _ raw: inout RawData) -> Bool {
        guard let bytes = Platform.read(path) else {
            report(.unreadable(path))
            return false
        }
        raw.files.append((name, bytes))
        if isWorkbook(name) {
            let (tables, problems) = WorkbookReader.read(file: name, bytes: bytes, known: known)
            raw.problems += problems
            if problems.hasErrors { raw.damaged.formUnion(tables.map(\.file)) }
            raw.tables += tables
            return true
        }
        let stem = isCSV(name) ? String(name.dropLast(4)) : name
        let (table, problems) = CSVReader.read(name: stem, file: name, bytes: bytes)
        raw.problems += problems
        if !problems.isEmpty { raw.damaged.insert(name) }
        raw.tables.append(table)
        return true
    }

    private func isWorkbook(_ name: String) -> Bool {
        [".xlsx", ".xlsm", ".xls", ".et", ".ods"].contains { name.lowercased().hasSuffix($0) }
    }

    private func isCSV(_ name: String) -> Bool { name.lowercased().hasSuffix(".csv") }

    private func joined(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") || folder.hasSuffix("\\") ? folder + name : folder + "/" + name
    }

    private func lastComponent(_ path: String) -> String {
        String(path[(path.lastIndex { $0 == "/" || $0 == "\\" }.map { path.index(after: $0) } ?? path.startIndex)...])
    }
}
