import Diagnostics
import Platform
import RuleEngine
import RuleSemantics
import TableFiles
import Tables

/// The raw tables of the data, with the bytes that they came from.
struct RawData {
    var tables: [RawTable] = []
    var problems: [Diagnostic] = []
    var files: [File] = []
    /// Where each file lies, by its name.
    var paths: [String: String] = [:]
    /// The paths of the files that hold a table of the rules.
    var used: Set<String> = []
    /// A file of the data; it is read again where its bytes were not kept.
    struct File: Sendable {
        var name: String
        var path: String
        var kept: [UInt8]?

        /// The SHA-256 of its bytes; `nil` where it cannot be read any more.
        var digest: String? { kept.map { sha256($0) } ?? sha256(ofFile: path) }
    }

    /// The digests of all files, worked out side by side.
    var digests: [(name: String, digest: String?)] {
        let files = files
        return Platform.map(files.count) { (files[$0].name, files[$0].digest) }
    }

    /// Files that could not be read whole.
    var damaged: Set<String> = []
    /// CSV files that are not as most are.
    var inGB18030: [String] = []
    var bySeparator: [Separator: [String]] = [:]

    /// Adds what was read of a CSV file.
    mutating func add(_ reading: CSVReader.Reading, _ name: String) {
        problems += reading.problems
        if !reading.problems.isEmpty { damaged.insert(name) }
        note(name, reading.encoding, reading.separator)
        tables.append(reading.table)
    }

    /// Notes how a CSV file is written.
    mutating func note(_ name: String, _ encoding: TextEncoding, _ separator: Separator) {
        if encoding == .gb18030 { inGB18030.append(name) }
        if separator != .comma { bySeparator[separator, default: []].append(name) }
    }

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
    /// The rules know the headers by which the row of headers is found below titles, and the names of the sheets.
    mutating func readData(_ paths: [String], for programs: [Program]) -> RawData? {
        var raw = RawData()
        guard let files = dataFiles(paths, programs) else { return nil }
        let known = programs.reduce(into: Set<String>()) { $0.formUnion($1.headers) }
        let sheets = Set(programs.flatMap { $0.tables.flatMap { [$0.sheet, $0.name] } })
        let isWhole = read(files, known, sheets, &raw)
        raw.problems += raw.notes
        noteUnreadFolders(paths, &raw)
        return isWhole ? raw : nil
    }

    /// The data read piece by piece, with what is wrong in them; `nil`, and nothing is said, where anything is out of
    /// the ordinary.
    mutating func streamData(_ paths: [String], _ program: Program, keeping kept: Set<ColumnReference>?) -> (
        raw: RawData, data: Dataset, problems: [Diagnostic]
    )? {
        guard StreamLoader.reads(program) else { return nil }
        let files = paths.flatMap { path in
            Platform.isFolder(path)
                ? tables(in: path, Platform.names(in: path) ?? [], [program])
                : [DataFile(path: path, name: lastComponent(path))]
        }
        guard !files.isEmpty, files.allSatisfy({ isText($0.name) && $0.isCertain }) else { return nil }
        sayReading(files)
        let known = program.headers
        var raw = RawData()
        var sources: [RecordSource] = []
        for file in files {
            let (path, name) = (file.path, file.name)
            let stem = stem(name)
            if program.reads(sheetNamed: stem) {
                guard let opened = CSVStream.open(name: stem, file: name, path: path, known: known) else {
                    return nil
                }
                sources.append(opened.source)
                raw.note(name, opened.encoding, opened.separator)
                raw.used.insert(path)
            } else {
                guard let bytes = Platform.read(path) else { return nil }
                raw.add(CSVReader.read(name: stem, file: name, bytes: bytes, known: known), name)
            }
            raw.files.append(RawData.File(name: name, path: path, kept: nil))
            raw.paths[name] = path
        }
        // Of files that no table reads it is told how many rows they have.
        let others = raw.tables
        raw.tables = []
        guard let (data, problems) = StreamLoader.load(program, sources, others, keeping: kept) else { return nil }
        raw.problems += raw.notes
        noteUnreadFolders(paths, &raw)
        return (raw, data, problems)
    }

    /// The files that paths name, those of folders by their names; `nil`, reported, where there is none.
    private mutating func dataFiles(_ paths: [String], _ programs: [Program]) -> [DataFile]? {
        var failed = false
        var files: [DataFile] = []
        for path in paths {
            if Platform.isFolder(path) {
                let names = Platform.names(in: path)
                let tables = tables(in: path, names ?? [], programs)
                if tables.isEmpty {
                    report(names == nil ? .unreadable(path) : .noTables(path))
                    failed = true
                }
                files += tables
            } else if !Platform.exists(path) {
                report(.notThere(path))
                failed = true
            } else {
                files.append(DataFile(path: path, name: lastComponent(path)))
            }
        }
        return failed ? nil : files
    }

    /// The files of a folder that are tables. A text file of another ending is one where the rules read a sheet of its
    /// name: the plan's text may lie there, too.
    private func tables(in folder: String, _ names: [String], _ programs: [Program]) -> [DataFile] {
        names.compactMap { name in
            var file = DataFile(path: joined(folder, name), name: name)
            if isTable(name) { return file }
            guard isText(name), !isHidden(name) else { return nil }
            let tables = programs.compactMap { program in
                program.table(ofSheetNamed: stem(name)).map { program.tables[$0].sheet }
            }
            if tables.isEmpty { return nil }
            file.isCertain = tables.contains(stem(name)) && !names.contains(stem(name) + ".csv")
            return file
        }
    }

    /// Notes which folders inside those of the data hold tables: these are not read.
    private func noteUnreadFolders(_ paths: [String], _ raw: inout RawData) {
        for path in paths where Platform.isFolder(path) {
            for name in Platform.names(in: path) ?? [] where !isHidden(name) {
                let folder = joined(path, name)
                guard Platform.isFolder(folder) else { continue }
                let count = (Platform.names(in: folder) ?? []).count(where: isTable)
                if count == 0 { continue }
                raw.paths[name] = folder
                raw.problems.report(FileProblem.unreadFolder(tables: count), at: DataPlace(file: name))
            }
        }
    }

    /// Files are read side by side; what is found in them is told in their order.
    private mutating func read(
        _ files: [DataFile], _ known: Set<String>, _ sheets: Set<String>, _ raw: inout RawData
    ) -> Bool {
        sayReading(files)
        let contents = Platform.map(files.count) { index -> (bytes: [UInt8], content: Content)? in
            let (path, name) = (files[index].path, files[index].name)
            guard let bytes = Platform.read(path) else { return nil }
            if isWorkbook(name) {
                let (tables, problems) = WorkbookReader.read(file: name, bytes: bytes, known: known, sheets: sheets)
                return (bytes, .workbook(tables: tables, problems: problems))
            }
            return (bytes, .csv(CSVReader.read(name: stem(name), file: name, bytes: bytes, known: known)))
        }
        var isWhole = true
        for (file, read) in zip(files, contents) {
            let (path, name) = (file.path, file.name)
            guard let (bytes, content) = read else {
                report(.unreadable(path))
                isWhole = false
                continue
            }
            if case .csv(let reading) = content, !file.isCertain, known.isDisjoint(with: reading.table.headers) {
                continue
            }
            raw.files.append(RawData.File(name: name, path: path, kept: bytes))
            raw.paths[name] = path
            switch content {
            case .workbook(let tables, let problems):
                // Sheets are named after their workbook.
                for table in tables { raw.paths[table.file] = path }
                raw.problems += problems
                if problems.hasErrors { raw.damaged.formUnion(tables.isEmpty ? [name] : tables.map(\.file)) }
                raw.tables += tables
            case .csv(let reading): raw.add(reading, name)
            }
        }
        return isWhole
    }

    private mutating func sayReading(_ files: [DataFile]) {
        guard let first = files.first else { return }
        let more = files.count > 1 ? say(" 等 \(files.count) 个文件", " and \(files.count - 1) more") : ""
        terminal.stage(say("正在读入 \(first.name)\(more)……", "reading \(first.name)\(more) …"))
    }

    private func joined(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") || folder.hasSuffix("\\") ? folder + name : folder + "/" + name
    }

    private func lastComponent(_ path: String) -> String {
        String(path[(path.lastIndex { $0 == "/" || $0 == "\\" }.map { path.index(after: $0) } ?? path.startIndex)...])
    }
}

/// A file that may hold data.
private struct DataFile: Sendable {
    var path: String
    var name: String
    /// Whether it surely holds a table; else it does where it names columns that the rules know.
    var isCertain = true
}

/// Whether a file of a folder is a table by its ending.
private func isTable(_ name: String) -> Bool {
    (name.lowercased().hasSuffix(".csv") || isWorkbook(name)) && !isHidden(name)
}

private func isHidden(_ name: String) -> Bool { name.hasPrefix(".") || name.hasPrefix("~$") }

private func isWorkbook(_ name: String) -> Bool {
    [".xlsx", ".xlsm", ".xls", ".xlsb", ".et", ".ods"].contains { name.lowercased().hasSuffix($0) }
}

/// Whether a file is a text of records: CSV, or what spreadsheets call text.
private func isText(_ name: String) -> Bool {
    [".csv", ".txt", ".tsv", ".tab"].contains { name.lowercased().hasSuffix($0) }
}

/// The name of the sheet that a file of text holds.
private func stem(_ name: String) -> String { isText(name) ? String(name.dropLast(4)) : name }

/// What a file holds.
private enum Content: Sendable {
    case workbook(tables: [RawTable], problems: [Diagnostic])
    case csv(CSVReader.Reading)
}
