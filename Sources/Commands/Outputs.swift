import Diagnostics
import Platform
import RuleEngine
import RuleSemantics
import TableFiles
import Tables

/// The results of an evaluation in every form in which they can be asked for.
struct Outputs {
    /// What the ending of an output file asks for.
    enum Ending: String, CaseIterable {
        case xlsx, html, csv, json, md, txt

        init?(path: String) {
            let path = path.lowercased()
            guard let ending = Self.allCases.first(where: { path.hasSuffix("." + $0.rawValue) }) else { return nil }
            self = ending
        }
    }

    let evaluator: Evaluator
    /// The assessments to be shown, as indices.
    let chosen: [Int]
    /// What the check has to say of the rules.
    let rulesMessages: [Diagnostic]
    /// What there is to say of the data.
    let notes: [Diagnostic]
    let raw: RawData
    let source: SourceFile
    let language: Language
    /// The result as texts, worked out only where a form needs it.
    private let made: Lazy<Result>
    private var result: Result { made.value }

    init(
        evaluator: Evaluator, chosen: [Int], rulesMessages: [Diagnostic], notes: [Diagnostic], raw: RawData,
        source: SourceFile, language: Language
    ) {
        self.evaluator = evaluator
        self.chosen = chosen
        self.rulesMessages = rulesMessages
        self.notes = notes
        self.raw = raw
        self.source = source
        self.language = language
        made = Lazy { evaluator.result() }
    }

    private func say(_ zh: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
        language == .zh ? zh() : en()
    }

    /// A value that is made when it is first asked for.
    private final class Lazy<Value> {
        private let make: () -> Value
        private var made: Value?

        init(_ make: @escaping () -> Value) {
            self.make = make
        }

        var value: Value {
            if let made { return made }
            let value = make()
            made = value
            return value
        }
    }

    private var sheets: [Result.Sheet] { chosen.map { result.sheets[$0] } }

    /// The content of each file, by the ending of its path.
    func files(_ paths: [String]) -> [(path: String, pieces: [[UInt8]])] {
        let endings = paths.map { Ending(path: $0) ?? .csv }
        guard endings.contains(.xlsx) || endings.contains(.html) else {
            return zip(paths, endings).map { ($0, pieces(format($1))) }
        }
        // How every figure came about is worked out once for all documents. Only slips list the records that count.
        let report = Reporter(evaluator, language: language)
            .report(result, chosen, listsCounted: endings.contains(.html))
        Platform.keep(report)
        let sources = ReportSources(source, raw, rulesMessages + notes, language: language)
        return zip(paths, endings).map { path, ending in
            switch ending {
            case .xlsx:
                let workbook = ResultWorkbook.make(report, sources, isTaken: evaluator.program.reads(sheetNamed:))
                Platform.keep(workbook)
                return (path, [WorkbookWriter.bytes(workbook)])
            case .html: return (path, [PageWriter.bytes(ResultPage.make(report, sources))])
            case .csv, .json, .md, .txt: return (path, pieces(format(ending)))
            }
        }
    }

    /// A form of the result in pieces that are written one after another.
    private func pieces(_ format: Arguments.Format) -> [[UInt8]] {
        switch format {
        case .csv: if let lines = lines() { return lines }
        case .json: return json(result, sheets, notes, raw, source).pieces
        case .md, .table, .text, .sarif: break
        }
        return texts(format).map { Array($0.utf8) }
    }

    /// The comma-separated values with their headers, where the evaluation has made columns of them.
    private func lines() -> [[UInt8]]? {
        guard let lines = evaluator.lines(chosen[0]) else { return nil }
        let headers = evaluator.program.assessments[chosen[0]].output.map(\.header)
        let head = Document(title: "", headers: headers, isNumber: headers.map { _ in false }, rows: []).csv
        return [Array(head.utf8)] + lines
    }

    private func format(_ ending: Ending) -> Arguments.Format {
        switch ending {
        case .json: .json
        case .md: .md
        case .txt: .table
        case .csv, .xlsx, .html: .csv
        }
    }

    /// The result as text.
    func text(_ format: Arguments.Format) -> String {
        if format == .csv, let lines = lines() { return String(decoding: Array(lines.joined()), as: UTF8.self) }
        if format == .json { return json(result, sheets, notes, raw, source).text }
        return texts(format).joined()
    }

    /// The result for reading, in pieces that follow one another.
    private func texts(_ format: Arguments.Format) -> [String] {
        let documents = sheets.map { document($0, result.title) }
        if format == .csv { return [documents[0].csv] }
        let tables = documents.map { document in
            if format == .md { return document.markdown }
            return (documents.count > 1 ? [document.title + "\n"] : []) + document.aligned
        }
        return Array(tables.joined(separator: ["\n"]))
    }

    private func document(_ sheet: Result.Sheet, _ title: String) -> Document {
        let columns = sheet.columns.indices
        let rows = RowList(count: sheet.rows.count) { range in
            let texts = columns.map { sheet.rows.cells(ofColumn: $0, range).mapEach(\.text) }
            return range.map { row in columns.map { texts[$0][row - range.lowerBound] } }
        }
        return Document(
            title: title.isEmpty ? sheet.name : title + say("：", ": ") + sheet.name,
            headers: sheet.columns.map(\.header), isNumber: sheet.columns.map(\.isNumber), rows: rows)
    }

    private func json(
        _ result: Result, _ sheets: [Result.Sheet], _ notes: [Diagnostic], _ raw: RawData, _ source: SourceFile
    ) -> JSON {
        func rows(_ sheet: Result.Sheet) -> JSON {
            .items(
                RowList(count: sheet.rows.count) { range in
                    let values = sheet.columns.indices.map { column in
                        sheet.rows.cells(ofColumn: column, range).mapEach { cell -> JSON in
                            cell.isEmpty ? .null : .string(cell.number?.description ?? cell.text)
                        }
                    }
                    return range.map { row in
                        .object(zip(sheet.columns, values).map { ($0.header, $1[row - range.lowerBound]) })
                    }
                })
        }
        func hashed(_ name: String, _ digest: String?) -> JSON {
            .object([("file", .string(name)), ("sha256", digest.map(JSON.string) ?? .null)])
        }
        let renderer = Renderer(language: language)
        let rules = source.digests.map { hashed($0.name, $0.digest) }
        let bases = rules.dropLast()
        var members: [(String, JSON)] = [
            ("plan", .string(result.title)), ("rules", rules[rules.count - 1]),
            ("data", .array(raw.digests.map(hashed))),
        ]
        if !bases.isEmpty { members.insert(("bases", .array(Array(bases))), at: 2) }
        if sheets.count == 1 {
            members.append(("rows", rows(sheets[0])))
        } else {
            members.append(
                ("tables", .array(sheets.map { .object([("name", .string($0.name)), ("rows", rows($0))]) })))
        }
        members.append(
            ("notes", .array(notes.map { .string(renderer.location($0.place) + $0.message.text(in: language)) })))
        return .object(members)
    }
}
