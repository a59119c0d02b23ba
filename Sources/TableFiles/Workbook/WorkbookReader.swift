package import Diagnostics
import Platform
import Synchronization
package import Tables

/// Reads an .xlsx workbook (ECMA-376, transitional or strict): every sheet as a table.
package struct WorkbookReader {
    private let file: String
    private let known: Set<String>
    private let sheets: Set<String>
    private var tables: [RawTable] = []
    private var problems: [Diagnostic] = []

    /// Parts that are held whole may expand to so many bytes, the texts of the cells to more.
    private static let partLimit = 64_000_000
    private static let stringsLimit = 1_000_000_000
    private static let sheetLimit = 1000

    private init(file: String, known: Set<String>, sheets: Set<String>) {
        self.file = file
        self.known = known
        self.sheets = sheets
    }

    /// The tables of a workbook, and every problem. `known` are the headers that the rules know, `sheets` the names of
    /// their tables' sheets.
    package static func read(
        file: String, bytes: [UInt8], known: Set<String>, sheets: Set<String> = []
    ) -> (tables: [RawTable], problems: [Diagnostic]) {
        var reader = WorkbookReader(file: file, known: known, sheets: sheets)
        do throws(Refusal) {
            try reader.read(bytes)
        } catch {
            reader.problems.report(error.problem, at: DataPlace(file: error.sheet ?? file))
            reader.tables = []
        }
        return (reader.tables, reader.problems)
    }

    /// Why a workbook is not read.
    private struct Refusal: Error {
        var problem: WorkbookProblem
        var sheet: String?
    }

    private mutating func read(_ bytes: [UInt8]) throws(Refusal) {
        if let old = CompoundFile.content(of: bytes) { throw Refusal(problem: old) }
        for ending in [".et", ".ods", ".xlsb"] where file.lowercased().hasSuffix(ending) {
            throw Refusal(problem: .foreign(ending))
        }
        let archive = try open(bytes)
        let rootLinks = Relationships()
        try Self.parse(archive, "_rels/.rels", rootLinks, limit: Self.partLimit)
        guard let main = rootLinks.byType["officeDocument"].flatMap({ Relationships.resolve($0, from: "") }),
            archive[main] != nil
        else { throw Refusal(problem: .notAWorkbook) }
        let folder = main.split(separator: "/").dropLast().joined(separator: "/")
        let list = WorkbookList()
        try Self.parse(archive, main, list, limit: Self.partLimit)
        let links = Relationships()
        let linksName =
            (folder.isEmpty ? "" : folder + "/") + "_rels/" + (main.split(separator: "/").last ?? "") + ".rels"
        if archive[linksName] != nil { try Self.parse(archive, linksName, links, limit: Self.partLimit) }
        func part(_ type: String) throws(Refusal) -> String? {
            guard let target = links.byType[type] else { return nil }
            return try resolve(target, folder)
        }
        let styles = Styles()
        if let name = try part("styles"), archive[name] != nil {
            try Self.parse(archive, name, styles, limit: Self.partLimit)
        }
        let strings = SharedStrings()
        if let name = try part("sharedStrings"), archive[name] != nil {
            try Self.parse(archive, name, strings, limit: Self.stringsLimit)
        }
        if strings.isDone { throw Refusal(problem: .tooLarge) }
        guard list.sheets.count <= Self.sheetLimit else { throw Refusal(problem: .tooLarge) }
        var parts: [Part] = []
        // None is read twice.
        var names = Set<String>()
        let unread = Set([SheetNames.instructions, SheetNames.lists]).subtracting(sheets)
        for entry in list.sheets where !unread.contains(entry.name) {
            // Modules of old macros are listed among the sheets, without a link.
            if entry.link.isEmpty { continue }
            // A chart sheet has no cells, and a link without a target leads nowhere.
            guard let target = links.targets[entry.link] else { throw Refusal(problem: .damaged) }
            let name = try resolve(target, folder)
            guard name.contains("worksheets/") || archive[name] != nil else { continue }
            if name.contains("chartsheets/") || name.contains("dialogsheets/") { continue }
            guard names.insert(name.lowercased()).inserted else { throw Refusal(problem: .damaged) }
            parts.append(Part(name: name, entry: entry))
        }
        try readSheets(archive, parts, SharedTexts(strings), styles.formats, list.from1904)
        if tables.allSatisfy(\.isBlank), !problems.hasErrors { throw Refusal(problem: .noCells) }
    }

    private struct Part {
        var name: String
        var entry: WorkbookList.Sheet
    }

    /// What all tables of a workbook hold together.
    private struct Size {
        var cells = 0
        var bytes = 0

        var isTooLarge: Bool { cells > SheetTable.cellLimit || bytes > CSVReader.sizeLimit }
    }

    private typealias Found = (table: RawTable, problems: [Diagnostic])

    /// The sheets are read side by side; what is found in them is told in their order.
    private mutating func readSheets(
        _ archive: ZipArchive, _ parts: [Part], _ texts: SharedTexts, _ formats: [NumberFormat],
        _ from1904: Bool
    ) throws(Refusal) {
        let (file, known) = (file, known)
        let size = Mutex(Size())
        // The largest first, so that none is left over at the end.
        let sizes = parts.map { archive[$0.name]?.size ?? 0 }
        let order = parts.indices.sorted { sizes[$0] != sizes[$1] ? sizes[$0] > sizes[$1] : $0 < $1 }
        let read = Platform.map(parts.count) { index -> Swift.Result<Found, Refusal> in
            if size.withLock({ $0.isTooLarge }) { return .failure(Refusal(problem: .tooLarge)) }
            let part = parts[order[index]]
            let place = "\(file) › \(part.entry.name)"
            var empty = RawSheet(name: part.entry.name.trimmingBlanks, place: place)
            empty.isHidden = part.entry.isHidden
            empty.from1904 = from1904
            // Threads that count references to one array wait for one another.
            let handler = SheetHandler(empty, texts, formats.map { $0 }, from1904: from1904)
            do throws(Refusal) {
                try Self.parse(archive, part.name, handler)
            } catch {
                return .failure(Refusal(problem: error.problem, sheet: place))
            }
            let sheet = handler.finish()
            switch handler.fault {
            case .badReference: return .failure(Refusal(problem: .damaged, sheet: place))
            case .tooLarge: return .failure(Refusal(problem: .tooLarge, sheet: place))
            case nil: break
            }
            guard let found = SheetTable.table(sheet, known: known) else {
                // A table may have to stand here: whether it does, the rules say.
                var blank = RawTable(name: sheet.name, file: place, bytes: [], headers: [])
                blank.isBlank = true
                return .success((blank, []))
            }
            let isTooLarge = size.withLock { size in
                size.cells += found.table.starts.count
                size.bytes += found.table.bytes.count
                return size.isTooLarge
            }
            return isTooLarge ? .failure(Refusal(problem: .tooLarge)) : .success(found)
        }
        // Which sheet was one too many depends on the order in which they were read: only the workbook is named.
        if size.withLock({ $0.isTooLarge }) { throw Refusal(problem: .tooLarge) }
        var sheets: [Int: Swift.Result<Found, Refusal>] = [:]
        for (index, sheet) in zip(order, read) { sheets[index] = sheet }
        for index in parts.indices {
            guard let sheet = sheets[index] else { continue }
            let (table, found) = try sheet.get()
            problems += found
            tables.append(table)
        }
    }

    private func resolve(_ target: String, _ folder: String) throws(Refusal) -> String {
        guard let name = Relationships.resolve(target, from: folder) else {
            throw Refusal(problem: .climbsOut(target))
        }
        return name
    }

    private func open(_ bytes: [UInt8]) throws(Refusal) -> ZipArchive {
        do throws(ZipArchive.Failure) {
            return try ZipArchive(bytes)
        } catch {
            throw Refusal(problem: Self.problem(error))
        }
    }

    /// Parses a part piece by piece.
    private static func parse(
        _ archive: ZipArchive, _ name: String, _ handler: any XMLHandler, limit: Int = .max
    ) throws(Refusal) {
        guard let entry = archive[name] else { throw Refusal(problem: .damaged) }
        guard entry.size <= limit else { throw Refusal(problem: .tooLarge) }
        do {
            try XMLStream.parse(handler) { feed in
                try archive.read(entry) { piece in feed(piece) }
            }
        } catch let failure as ZipArchive.Failure {
            throw Refusal(problem: problem(failure))
        } catch XMLStream.Failure.documentType {
            throw Refusal(problem: .unsafe)
        } catch {
            throw Refusal(problem: .damaged)
        }
    }

    private static func problem(_ failure: ZipArchive.Failure) -> WorkbookProblem {
        switch failure {
        case .notAnArchive: .notAWorkbook
        case .damaged, .unknownPacking: .damaged
        case .encrypted: .locked
        case .tooLarge, .tooManyFiles: .tooLarge
        }
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
