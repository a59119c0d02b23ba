import Diagnostics
import Platform
import RuleEngine
import RuleSemantics
import TableFiles
import Tables
import Testing

/// Files read piece by piece hold what they hold when they are read with care, however they are written and cut.
@Suite struct StreamTests {
    /// Ways in which programs write the same table.
    enum Form: String, CaseIterable, Sendable {
        case plain, marked, windows, quoted, open, spaced, typed, converted
        /// As spreadsheets and other programs leave them.
        case blanks, wide, titled, unnamed, semicolons, tabs, doubled

        func bytes(_ rows: [[String]]) -> [UInt8] {
            let text = text(rows)
            guard self == .converted else { return text }
            let conversion = Platform.convert(text, from: "UTF-8", to: "GB18030")
            return if case .text(let bytes) = conversion { bytes } else { [] }
        }

        private func text(_ rows: [[String]]) -> [UInt8] {
            let end = self == .windows ? "\r\n" : "\n"
            let separator = self == .semicolons ? ";" : self == .tabs ? "\t" : ","
            let written = rows.enumerated().map { number, row in
                row.map { cell in
                    switch self {
                    case .quoted: "\"\(cell)\""
                    case .spaced: cell.isEmpty || number == 0 ? cell : " \(cell) "
                    // Full-width digits: read all the same, and noted.
                    case .typed: number % 5 == 3 ? Self.widened(cell) : cell
                    // A key has none inside.
                    case .doubled: cell.isEmpty || number % 3 == 0 ? cell : "\"\(cell)\""
                    case .plain, .marked, .windows, .open, .converted, .blanks, .wide, .titled, .unnamed, .semicolons,
                        .tabs:
                        cell
                    }
                }.joined(separator: separator)
            }
            var lines = around(written, rows[0].count).joined(separator: end)
            if self != .open { lines += end }
            return (self == .marked ? [0xEF, 0xBB, 0xBF] : []) + Array(lines.utf8)
        }

        /// The lines with what stands between, behind and above them.
        private func around(_ lines: [String], _ width: Int) -> [String] {
            let commas = String(repeating: ",", count: width - 1)
            switch self {
            case .blanks:
                return lines.enumerated().flatMap { number, line in
                    switch number % 4 {
                    case 1: [line, commas]
                    case 2: ["", "  ", line]
                    default: [line]
                    }
                } + [commas, "", "\"\"" + commas]
            case .wide: return lines.enumerated().map { $0 % 3 == 2 ? $1 + ",," : $1 }
            case .titled: return ["", "某校" + commas, commas, "\"2026 年\""] + lines
            case .unnamed: return lines.enumerated().map { $0 == 0 ? $1 + "," : $0 % 3 == 1 ? $1 + ",旁注" : $1 + "," }
            default: return lines
            }
        }

        private static func widened(_ cell: String) -> String {
            guard cell.contains(where: \.isNumber), cell.allSatisfy({ $0.isNumber || $0 == "." }) else { return cell }
            return String(
                cell.map { $0 == "." ? "." : Character(Unicode.Scalar($0.unicodeScalars.first!.value + 0xFEE0)!) })
        }
    }

    @Test(arguments: RulesFileTests.distinct) func readsTheSame(_ file: String) throws {
        let program = try #require(try Self.program(file))
        let sheets = SampleData.make(program, size: 12, seed: 5)
        for form in Form.allCases { try readsTheSame(file, program, sheets, form) }
    }

    private func readsTheSame(
        _ file: String, _ program: Program, _ sheets: [SampleData.Sheet], _ form: Form
    ) throws {
        // Wide sheets and sheets by name are read with care.
        let isPlain = !program.tables.contains { table in
            table.columns.contains { $0.schema.map { $0.origin != .cell } ?? false }
        }
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        var careful: [RawTable] = []
        var paths: [(name: String, path: String)] = []
        for sheet in sheets {
            let bytes = form.bytes([sheet.headers] + sheet.rows)
            let path = "\(folder)/\(sheet.name).csv"
            #expect(Platform.write([(path, bytes)]) == nil)
            paths.append((sheet.name, path))
            careful.append(
                CSVReader.read(name: sheet.name, file: sheet.name + ".csv", bytes: bytes, known: program.headers).table)
        }
        let expected = DataLoader.load(program, careful)
        for piece in [40, 700, CSVStream.piece] {
            let opened = paths.compactMap { name, path in
                CSVStream.open(name: name, file: name + ".csv", path: path, known: program.headers, piece: piece)
            }
            let sources = opened.map(\.source)
            // A few signs in GB18030 can be UTF-8 by accident.
            #expect(sources.count == paths.count || !isPlain || form == .converted)
            #expect(opened.contains { $0.encoding == .gb18030 } == (form == .converted && !sources.isEmpty))
            guard sources.count == paths.count, let loaded = StreamLoader.load(program, sources, keeping: nil) else {
                // Blanks around a key, and names in full width, need care in some tables.
                #expect(!isPlain || [.spaced, .typed, .converted].contains(form), "\(file) \(form) \(piece)")
                continue
            }
            #expect(Set(loaded.problems) == Set(expected.problems))
            for (own, wanted) in zip(loaded.data.tables, expected.data.tables) {
                #expect(own.account.blankRows == wanted.account.blankRows)
                #expect(own.account.titleRows == wanted.account.titleRows)
                #expect(own.account.unnamed == wanted.account.unnamed)
                #expect(own.account.ignoredColumns == wanted.account.ignoredColumns)
            }
            // The reference says the same of both: it goes on from here where the fast engine gives up.
            if form == .plain, piece == CSVStream.piece {
                let (streamed, read) = (Evaluator(program, loaded.data), Evaluator(program, expected.data))
                streamed.run()
                read.run()
                #expect(Set(streamed.problems) == Set(read.problems), "\(file)")
                for (own, wanted) in zip(streamed.data.tables, read.data.tables) {
                    for (column, other) in zip(own.columns, wanted.columns) {
                        #expect(column.map { Array($0) } == other.map { Array($0) }, "\(file)")
                    }
                }
            }
            for (table, definition) in program.tables.enumerated() {
                let (own, wanted) = (loaded.data.tables[table], expected.data.tables[table])
                #expect(own.rowCount == wanted.rowCount)
                for column in definition.columns.indices {
                    #expect(
                        own.columns[column].map { Array($0) } == wanted.columns[column].map { Array($0) },
                        "\(file) \(form) \(piece): \(definition.name).\(definition.columns[column].name)")
                }
                for row in 0..<own.rowCount {
                    #expect(loaded.data.place(table: table, row: row) == expected.data.place(table: table, row: row))
                }
            }
        }
    }

    /// Cells that are wrong by themselves are named as the careful reader names them, all of them.
    @Test func namesBadCells() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let sample = Project.root + "/rules/示例数据"
        let program = try #require(try Self.program("rules/校本研修.rules"))
        var careful: [RawTable] = []
        var sources: [RecordSource] = []
        for name in Project.names(sample, ending: ".csv") {
            var text = String(decoding: try Project.bytes(sample + "/" + name), as: UTF8.self)
            for kind in ["bad-number", "bad-key", "bad-date", "bad-choice"] where name == "考勤.csv" {
                text = Self.changed(text, kind)
            }
            let (stem, path) = (String(name.dropLast(4)), folder + "/" + name)
            #expect(Platform.write([(path, Array(text.utf8))]) == nil)
            sources.append(
                try #require(CSVStream.open(name: stem, file: name, path: path, known: program.headers, piece: 300))
                    .source)
            careful.append(
                CSVReader.read(name: stem, file: name, bytes: Array(text.utf8), known: program.headers).table)
        }
        let loaded = try #require(StreamLoader.load(program, sources, keeping: nil))
        #expect(loaded.problems.count { $0.severity == .error } == 4)
        #expect(Set(loaded.problems) == Set(DataLoader.load(program, careful).problems))
    }

    /// The sample school's files, 考勤.csv changed, in a folder and as the careful reader reads them.
    private static func sample(
        _ folder: String, _ program: Program, _ change: (_ lines: [Substring], _ cells: [String]) -> [String]
    ) throws -> (careful: [RawTable], paths: [(name: String, path: String)]) {
        let sample = Project.root + "/rules/示例数据"
        var careful: [RawTable] = []
        var paths: [(name: String, path: String)] = []
        for name in Project.names(sample, ending: ".csv") {
            var text = String(decoding: try Project.bytes(sample + "/" + name), as: UTF8.self)
            if name == "考勤.csv" {
                let lines = text.split(separator: "\n")
                let cells = lines[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                text = change(lines, cells).joined(separator: "\n") + "\n"
            }
            let (stem, path) = (String(name.dropLast(4)), folder + "/" + name)
            #expect(Platform.write([(path, Array(text.utf8))]) == nil)
            paths.append((stem, path))
            careful.append(
                CSVReader.read(name: stem, file: name, bytes: Array(text.utf8), known: program.headers).table)
        }
        return (careful, paths)
    }

    /// Of a column in which too much is wrong the first mistakes are told, the same ones whoever reads and however many
    /// pieces there are; what was typed in another way is counted to the last cell.
    @Test(arguments: [900, 1000, 1001, 2500]) func tellsTheFirst(_ wrong: Int) throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let program = try #require(try Self.program("rules/校本研修.rules"))
        let (careful, paths) = try Self.sample(folder, program) { lines, plain in
            var made = [String(lines[0])]
            for row in 0..<(2 * wrong) {
                var cells = plain
                if row % 2 == 0 { cells[1] = "明天" }
                if row % 2 == 1 { cells[2] = "很多" } else { cells[2] = "１.5" }
                made.append(cells.joined(separator: ","))
            }
            return made
        }
        let expected = DataLoader.load(program, careful).problems
        let errors = expected.filter { $0.severity == .error }
        #expect(errors.count { $0.code == "D443" } == (wrong > DataProblem.toldOfColumn ? 2 : 0))
        #expect(errors.count { $0.code != "D443" } == 2 * min(wrong, DataProblem.toldOfColumn))
        for piece in [500, 20_000, CSVStream.piece] {
            let sources = paths.compactMap { name, path in
                CSVStream.open(name: name, file: name + ".csv", path: path, known: program.headers, piece: piece)?
                    .source
            }
            let loaded = try #require(StreamLoader.load(program, sources, keeping: nil))
            #expect(Set(loaded.problems) == Set(expected))
        }
    }

    /// Keys that are written otherwise are found, and those that no row has are named, as the careful reader does both.
    @Test(arguments: [1, 300]) func findsKeys(_ times: Int) throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let program = try #require(try Self.program("rules/校本研修.rules"))
        // Two teachers are called 李晓燕.
        let keys = ["T001", "Ｔ００１", "陈静秋", " 王思远", "李晓燕", "t002", " T003 ", "X9", "没有这个人", "T 004", "T002　"]
        let (careful, paths) = try Self.sample(folder, program) { lines, plain in
            [String(lines[0])]
                + (0..<times * keys.count).map { row in
                    ([keys[row % keys.count]] + plain.dropFirst()).joined(separator: ",")
                }
        }
        let expected = DataLoader.load(program, careful)
        let codes = expected.problems.filter { $0.severity == .error }.map(\.code)
        #expect(codes.count { $0 == "D419" || $0 == "D440" } == min(4 * times, DataProblem.toldOfColumn))
        #expect(Set(codes).isSuperset(of: ["D419", "D440"]))
        let table = try #require(program.tables.firstIndex { $0.name == "考勤" })
        let people = try #require(program.tables.firstIndex { $0.name == "教师" })
        let name = try #require(program.tables[people].columns.firstIndex { $0.name == "姓名" })
        // Names are found also where no rule asks for them.
        let nameless = ColumnUse(program).columns.subtracting([ColumnReference(people, name)])
        for piece in [60, 2000, CSVStream.piece] {
            for kept in [nil, nameless] {
                let sources = try paths.map { name, path in
                    try #require(
                        CSVStream.open(
                            name: name, file: name + ".csv", path: path, known: program.headers, piece: piece)
                    ).source
                }
                let loaded = try #require(StreamLoader.load(program, sources, keeping: kept))
                #expect(Set(loaded.problems) == Set(expected.problems))
                let column = try #require(loaded.data.tables[table].columns[0])
                #expect(Array(column) == expected.data.tables[table].columns[0].map { Array($0) })
            }
        }
    }

    /// Slips are looked for in whole tables, whatever the rules use of them.
    @Test func findsSlips() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let program = try #require(try Self.program("rules/校本研修.rules"))
        let (careful, paths) = try Self.sample(folder, program) { lines, plain in
            // The same record twice, and one of another year.
            var cells = plain
            cells[1] = "2024-09-09"
            return lines.map(String.init) + [String(lines[1]), cells.joined(separator: ",")]
        }
        let expected = DataLoader.load(program, careful).problems
        #expect(Set(expected.map(\.code)).isSuperset(of: ["D457", "D458"]))
        for piece in [900, CSVStream.piece] {
            let sources = try paths.map { name, path in
                try #require(
                    CSVStream.open(name: name, file: name + ".csv", path: path, known: program.headers, piece: piece)
                ).source
            }
            let loaded = try #require(StreamLoader.load(program, sources, keeping: []))
            #expect(Set(loaded.problems) == Set(expected))
        }
    }

    /// Every ten signs that look like a day, of several years, mean what they mean when they are read with care.
    @Test func readsEveryDay() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let program = try #require(try Self.program("rules/校本研修.rules"))
        let (careful, paths) = try Self.sample(folder, program) { lines, plain in
            var cells = plain
            var made = [String(lines[0]), String(lines[1])]
            for year in ["2026", "2024", "1900", "0000", "２０26"] {
                for month in 0...19 {
                    for day in 0...39 {
                        cells[1] = "\(year)-\(month / 10)\(month % 10)-\(day / 10)\(day % 10)"
                        made.append(cells.joined(separator: ","))
                    }
                }
            }
            for day in ["2026-1A-01", "2026-0:-0:", "2026/09/01", "2026-09=01", "+026-09-01", "2026-09-0 "] {
                cells[1] = day
                made.append(cells.joined(separator: ","))
            }
            return made
        }
        let sources = try paths.map { name, path in
            try #require(CSVStream.open(name: name, file: name + ".csv", path: path, known: program.headers)).source
        }
        let loaded = try #require(StreamLoader.load(program, sources, keeping: nil))
        let expected = DataLoader.load(program, careful)
        #expect(Set(loaded.problems) == Set(expected.problems))
        let table = try #require(program.tables.firstIndex { $0.name == "考勤" })
        for (own, wanted) in zip(loaded.data.tables[table].columns, expected.data.tables[table].columns) {
            #expect(own.map { Array($0) } == wanted.map { Array($0) })
        }
    }

    /// Whatever is out of the ordinary in one file comes out as it does when all are read with care, whoever reads it.
    @Test(arguments: [
        "quote-inside", "line-inside", "quote-amid", "blank-line", "two-keys", "many-keys", "other-separator", "title",
        "wide-row", "headers-only", "returns",
        "short-row", "long-row", "lone-return", "invalid-utf8", "text-behind-quote", "open-quote", "header-return",
    ])
    func readsOddFiles(_ kind: String) throws {
        let program = try #require(try Self.program("rules/校本研修.rules"))
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let sample = Project.root + "/rules/示例数据"
        let names = Project.names(sample, ending: ".csv")
        var careful: [RawTable] = []
        var problems: [Diagnostic] = []
        for name in names {
            var text = String(decoding: try Project.bytes(sample + "/" + name), as: UTF8.self)
            if name == "考勤.csv" { text = Self.changed(text, kind) }
            let lines = text.split(separator: "\n")
            if name == "教师.csv", kind == "two-keys" { text += lines[1] + "\n" }
            if name == "教师.csv", kind == "many-keys" { text += (0..<1200).map { lines[1 + $0 % 9] + "\n" }.joined() }
            var bytes = Array(text.utf8)
            if name == "考勤.csv", kind == "invalid-utf8" { bytes += [0x54, 0xFF, 0x2C, 0x0A] }
            #expect(Platform.write([(folder + "/" + name, bytes)]) == nil)
            let reading = CSVReader.read(
                name: String(name.dropLast(4)), file: name, bytes: bytes, known: program.headers)
            problems += reading.problems
            careful.append(reading.table)
        }
        let expected = DataLoader.load(program, careful)
        for piece in [100, 3000, CSVStream.piece] {
            let sources = names.compactMap { name in
                CSVStream.open(
                    name: String(name.dropLast(4)), file: name, path: folder + "/" + name, known: program.headers,
                    piece: piece)?.source
            }
            let loaded = sources.count < names.count ? nil : StreamLoader.load(program, sources, keeping: nil)
            let isLeft = [
                "short-row", "long-row", "lone-return", "invalid-utf8", "text-behind-quote", "open-quote", "returns",
                "header-return",
            ].contains(kind)
            // A piece may begin inside a quoted cell.
            #expect((loaded == nil) == isLeft || kind == "line-inside", "\(kind) \(piece)")
            guard let loaded else { continue }
            #expect(problems.isEmpty)
            #expect(Set(loaded.problems) == Set(expected.problems), "\(kind) \(piece)")
            for (own, wanted) in zip(loaded.data.tables, expected.data.tables) {
                #expect(own.rowCount == wanted.rowCount && own.account.blankRows == wanted.account.blankRows)
                if expected.problems.hasErrors { continue }
                for (column, other) in zip(own.columns, wanted.columns) {
                    #expect(column.map { Array($0) } == other.map { Array($0) })
                }
            }
        }
    }

    /// Every row of a file whose lines end in CR alone, as spreadsheets of old wrote them, is read.
    @Test func readsCarriageReturns() throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let sample = Project.root + "/rules/示例数据"
        for name in Project.names(sample, ending: ".csv") {
            let bytes = try Project.bytes(sample + "/" + name).filter { $0 != 0x0D }.map { $0 == 0x0A ? 0x0D : $0 }
            #expect(Platform.write([(folder + "/" + name, bytes)]) == nil)
        }
        let rules = Project.root + "/rules/校本研修.rules"
        let usual = Project.run(["eval", rules, "--data", sample, "--format", "csv"])
        let own = Project.run(["eval", rules, "--data", folder, "--format", "csv"])
        #expect(usual.status == 0 && own.status == 0)
        #expect(own.output == usual.output && own.error == usual.error)
    }

    private static func changed(_ text: String, _ kind: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        func cell(_ position: Int, _ value: String, in line: Int = 3) {
            var cells = lines[line].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            cells[position] = value
            lines[line] = cells.joined(separator: ",")
        }
        switch kind {
        case "quote-inside": cell(1, "\"2026-09-01 \"\"x\"\"\"")
        case "line-inside": cell(1, "\"2026-09-01\n\"")
        case "quote-amid": cell(3, "签\"到")
        case "text-behind-quote": cell(3, "\"签\"到")
        case "open-quote": cell(3, "\"签到")
        case "blank-line": lines.insert("", at: 4)
        case "wide-row": lines[3] += ",,"
        case "long-row": lines[3] += ",x"
        case "headers-only": lines = [lines[0]]
        case "returns": return lines.joined(separator: "\r")
        case "header-return": return lines[0] + "\r" + lines.dropFirst().joined(separator: "\n")
        case "short-row": lines[3] = lines[3].split(separator: ",").dropLast().joined(separator: ",")
        case "bad-number": cell(2, "二")
        case "bad-key": cell(0, "", in: 5)
        case "bad-date": cell(1, "2026-02-30", in: 40)
        case "bad-choice": cell(3, "来了", in: 41)
        case "other-separator": lines = lines.map { $0.split(separator: ",").joined(separator: ";") }
        case "title": lines.insert("九月考勤,,,,", at: 0)
        case "lone-return": lines[3] += "\r" + lines[3]
        default: break
        }
        return lines.joined(separator: "\n")
    }

    private static func program(_ file: String) throws -> Program? {
        let source = SourceFile(name: file, bytes: try Project.bytes(Project.root + "/" + file))
        return check(source).program
    }
}
