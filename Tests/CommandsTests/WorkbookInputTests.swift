import Diagnostics
import Tables
import Testing

@testable import TableFiles

/// Workbooks as attackers, careless programs and broken disks make them: each gets its message, none stops the program.
@Suite struct WorkbookInputTests {
    /// The parts of a small workbook, which a case changes.
    struct Parts {
        var root = Self.links("officeDocument", "xl/workbook.xml")
        var workbook = """
            <workbook><sheets><sheet name="考勤" sheetId="1" r:id="rId1" xmlns:r="r"/></sheets></workbook>
            """
        var links = Self.links("worksheet", "worksheets/sheet1.xml")
        var sheet = Self.sheet(Self.rows)

        static let rows = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>学时</t></is></c></row>\
            <row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2"><v>0.30000000000000004</v></c></row>
            """

        static func links(_ type: String, _ target: String) -> String {
            "<Relationships><Relationship Id=\"rId1\" Type=\"t/\(type)\" Target=\"\(target)\"/></Relationships>"
        }

        static func sheet(_ rows: String, _ rest: String = "") -> String {
            "<worksheet><sheetData>\(rows)</sheetData>\(rest)</worksheet>"
        }

        func bytes(styles: String? = nil, second: String? = nil) -> [UInt8] {
            var links = links
            if styles != nil {
                links = """
                    <Relationships><Relationship Id="rId1" Type="t/worksheet" Target="worksheets/sheet1.xml"/>\
                    <Relationship Id="rId2" Type="t/styles" Target="styles.xml"/></Relationships>
                    """
            }
            var archive = ZipWriter()
            archive.add("_rels/.rels", Array(root.utf8))
            archive.add("xl/workbook.xml", Array(workbook.utf8))
            archive.add("xl/_rels/workbook.xml.rels", Array(links.utf8))
            archive.add("xl/worksheets/sheet1.xml", Array(sheet.utf8))
            if let second { archive.add("xl/worksheets/sheet2.xml", Array(second.utf8)) }
            if let styles { archive.add("xl/styles.xml", Array(styles.utf8)) }
            return archive.finished()
        }
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var codes: [String]
        var file = "考勤.xlsx"
        var bytes: @Sendable () -> [UInt8]

        var testDescription: String { name }

        init(_ name: String, _ codes: String..., file: String = "考勤.xlsx", bytes: @escaping @Sendable () -> [UInt8]) {
            self.name = name
            self.codes = codes
            self.file = file
            self.bytes = bytes
        }

        /// A workbook with one part changed.
        init(_ name: String, _ codes: String..., change: @escaping @Sendable (inout Parts) -> Void) {
            self.name = name
            self.codes = codes
            bytes = {
                var parts = Parts()
                change(&parts)
                return parts.bytes()
            }
        }
    }

    /// A workbook whose directory declares another size of the sheet.
    private static func declaring(_ size: UInt32) -> [UInt8] {
        var bytes = Parts().bytes()
        let name = Array("xl/worksheets/sheet1.xml".utf8)
        let last = bytes.indices.last { bytes[$0...].starts(with: name) }!
        for index in 0..<4 { bytes[last - 46 + 24 + index] = UInt8(truncatingIfNeeded: size >> (8 * UInt32(index))) }
        return bytes
    }

    private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    static let cases: [Case] = [
        Case("whole") { _ in },
        Case("text with another ending", "D520") { Array("姓名,学时\n甲,1\n".utf8) },
        Case("nothing", "D520") { [] },
        Case("an archive of something else", "D521") {
            var archive = ZipWriter()
            archive.add("照片.txt", Array("照片".utf8))
            return archive.finished()
        },
        Case("links to no workbook", "D520") { $0.root = Parts.links("officeDocument", "xl/other.xml") },
        Case("cut off", "D521") {
            let bytes = Parts().bytes()
            return Array(bytes[..<(bytes.count / 2)])
        },
        Case("with a password", "D522") {
            compound + [UInt8](repeating: 0, count: 512)
                + "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        },
        Case("old", "D523") { compound + [UInt8](repeating: 0, count: 512) },
        Case("of another program", "D524", file: "考勤.ods") { Parts().bytes() },
        Case("a bomb", "D525") { declaring(0xFEFF_FFFF) },
        Case("a cell of two million letters", "D525") {
            $0.sheet = Parts.sheet(
                Parts.rows + "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>" + String(repeating: "a", count: 2_000_000)
                    + "</v></c></row>")
        },
        Case("more than it declares", "D521") { declaring(1) },
        Case("less than it declares", "D521") { declaring(100_000) },
        Case("entities that grow", "D526") {
            $0.sheet = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" + $0.sheet
        },
        Case("an entity from a file", "D526") {
            $0.sheet = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>" + $0.sheet
        },
        Case("a link that climbs out", "D527") { $0.links = Parts.links("worksheet", "../../../etc/hostname") },
        Case("no sheet", "D528") { $0.workbook = "<workbook><sheets/></workbook>" },
        Case("no cell", "D528") { $0.sheet = Parts.sheet("") },
        Case("a sheet that is missing", "D521") { $0.links = Parts.links("worksheet", "worksheets/sheet2.xml") },
        Case("XML that does not end", "D521") { $0.sheet = String($0.sheet.dropLast(4)) },
        Case("elements a hundred thousand deep", "D521") { $0.sheet = String(repeating: "<a>", count: 100_000) },
        Case("a row beyond all rows", "D521") {
            $0.sheet = Parts.sheet(Parts.rows + "<row r=\"2147483647\"/><row/><row/>")
        },
        Case("a sheet that is another one", "D521") {
            $0.workbook = """
                <workbook><sheets><sheet name="考勤" r:id="rId1" xmlns:r="r"/><sheet name="考勤2" r:id="rId1" xmlns:r="r"/>\
                </sheets></workbook>
                """
        },
        Case("a shared text of two million letters", "D525") {
            var archive = ZipWriter()
            let parts = Parts()
            let links = """
                <Relationships><Relationship Id="rId1" Type="t/worksheet" Target="worksheets/sheet1.xml"/>\
                <Relationship Id="rId2" Type="t/sharedStrings" Target="sharedStrings.xml"/></Relationships>
                """
            archive.add("_rels/.rels", Array(parts.root.utf8))
            archive.add("xl/workbook.xml", Array(parts.workbook.utf8))
            archive.add("xl/_rels/workbook.xml.rels", Array(links.utf8))
            archive.add("xl/worksheets/sheet1.xml", Array(parts.sheet.utf8))
            let text = String(repeating: "a", count: 2_000_000)
            archive.add("xl/sharedStrings.xml", Array("<sst><si><t>\(text)</t></si></sst>".utf8))
            return archive.finished()
        },
        Case("two files of one name", "D521") {
            var archive = ZipWriter()
            let parts = Parts()
            archive.add("_rels/.rels", Array(parts.root.utf8))
            archive.add("xl/workbook.xml", Array(parts.workbook.utf8))
            archive.add("xl/_rels/workbook.xml.rels", Array(parts.links.utf8))
            archive.add("xl/worksheets/sheet1.xml", Array(parts.sheet.utf8))
            archive.add("xl/worksheets/sheet1.xml", Array(Parts.sheet("").utf8))
            return archive.finished()
        },
        Case("blocks without measure", "D533") {
            $0.sheet = Parts.sheet(
                Parts.rows + "<row r=\"1048576\"><c r=\"C1048576\"><v>1</v></c></row>",
                "<mergeCells><mergeCell ref=\"A2:B1048576\"/><mergeCell ref=\"B2:C1048576\"/></mergeCells>")
        },
        Case("a macro's module among the sheets") {
            $0.workbook = """
                <workbook><sheets><sheet name="考勤" r:id="rId1" xmlns:r="r"/>\
                <sheet name="Module1" state="veryHidden" r:id="" xmlns:r="r"/></sheets></workbook>
                """
        },
        Case("of another program, binary", "D524", file: "考勤.xlsb") { Parts().bytes() },
        Case("a row twice", "D521") { $0.sheet = Parts.sheet(Parts.rows + Parts.rows) },
        Case("a cell twice", "D521") {
            $0.sheet = Parts.sheet(
                Parts.rows + "<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"A3\"><v>2</v></c></row>")
        },
        Case("a column beyond all columns", "D521") {
            $0.sheet = Parts.sheet(Parts.rows + "<row r=\"3\"><c r=\"XFE3\"><v>1</v></c></row>")
        },
        Case("a text that is not there", "D521") {
            $0.sheet = Parts.sheet(Parts.rows + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>5</v></c></row>")
        },
        Case("exponents without measure") {
            $0.sheet = Parts.sheet(
                Parts.rows + "<row r=\"3\"><c r=\"A3\"><v>1e-9223372036854775808</v></c>"
                    + "<c r=\"B3\"><v>1e999999999999</v></c></row>")
        },
        Case(
            "names as Windows writes them",
            bytes: {
                var archive = ZipWriter()
                let parts = Parts()
                archive.add("_rels\\.rels", Array(parts.root.utf8))
                archive.add("xl\\workbook.xml", Array(parts.workbook.utf8))
                archive.add("xl\\_rels\\workbook.xml.rels", Array(parts.links.utf8))
                archive.add("xl\\Worksheets\\Sheet1.xml", Array(parts.sheet.utf8))
                return archive.finished()
            }),
        Case("hidden", "N530") {
            $0.workbook = """
                <workbook><sheets><sheet name="考勤" state="hidden" r:id="rId1" xmlns:r="r"/></sheets></workbook>
                """
        },
        Case("a hidden row", "N531") {
            $0.sheet = Parts.sheet(Parts.rows + "<row r=\"3\" hidden=\"1\"><c r=\"A3\"><v>1</v></c></row>")
        },
        Case("a row without height", "N531") {
            $0.sheet = Parts.sheet(
                Parts.rows + "<row r=\"3\" ht=\"0\" customHeight=\"1\"><c r=\"A3\"><v>1</v></c></row>")
        },
        // Those that are not written have no content.
        Case("rows that are hidden where they are not written") {
            $0.sheet =
                "<worksheet><sheetFormatPr defaultRowHeight=\"15\" zeroHeight=\"1\"/><sheetData>\(Parts.rows)</sheetData>"
                + "</worksheet>"
        },
        Case("a hidden column", "N531") {
            $0.sheet =
                "<worksheet><cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData>\(Parts.rows)</sheetData></worksheet>"
        },
        Case("a column without width", "N531") {
            $0.sheet =
                "<worksheet><cols><col min=\"1\" max=\"1\" width=\"0\"/></cols><sheetData>\(Parts.rows)</sheetData></worksheet>"
        },
        // Columns behind the table may be hidden: there is nothing in them.
        Case("hidden columns behind the last") {
            $0.sheet =
                "<worksheet><cols><col min=\"3\" max=\"16384\" hidden=\"1\"/></cols><sheetData>\(Parts.rows)</sheetData></worksheet>"
        },
        Case("an empty block beside the cells") {
            $0.sheet = Parts.sheet(Parts.rows, "<mergeCells><mergeCell ref=\"C2:D9\"/></mergeCells>")
        },
        Case("a block to the end of the sheet", "N532") {
            $0.sheet = Parts.sheet(
                Parts.rows + "<row r=\"3\"><c r=\"B3\"><v>1</v></c></row>",
                "<mergeCells><mergeCell ref=\"A2:A1048576\"/></mergeCells>")
        },
    ]

    @Test(arguments: cases) func message(_ item: Case) {
        let (tables, problems) = WorkbookReader.read(file: item.file, bytes: item.bytes(), known: ["姓名", "学时"])
        #expect(problems.map(\.code) == item.codes)
        // Nothing is given out of a workbook that is refused.
        #expect(tables.allSatisfy { $0.rowCount == 0 } == problems.hasErrors)
    }

    /// The digits that were typed, and what a block shows.
    @Test func cells() throws {
        let cells = try #require(
            WorkbookReader.read(file: "考勤.xlsx", bytes: Parts().bytes(), known: ["姓名", "学时"]).tables.first)
        #expect(WorkbookOutputTests.text(cells, 0, 0) == "甲")
        #expect(WorkbookOutputTests.text(cells, 0, 1) == "0.3")
        // A covered cell shows the block's content, whatever it holds itself.
        var covered = Parts()
        covered.sheet = Parts.sheet(
            Parts.rows + "<row r=\"3\"><c r=\"A3\"><v>9</v></c><c r=\"B3\"><v>1</v></c></row>",
            "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>")
        let shown = WorkbookReader.read(file: "考勤.xlsx", bytes: covered.bytes(), known: ["姓名", "学时"])
        #expect(shown.problems.map(\.code) == ["N532"])
        #expect(try WorkbookOutputTests.text(#require(shown.tables.first), 1, 0) == "甲")
        let merged = try #require(Self.cases.last).bytes()
        let block = try #require(
            WorkbookReader.read(file: "考勤.xlsx", bytes: merged, known: ["姓名", "学时"]).tables.first)
        #expect(block.rowCount == 2)
        #expect(WorkbookOutputTests.text(block, 1, 0) == "甲")
    }

    /// A cell as the file has it, and what is read of it.
    private static let contents: [(cell: String, text: String, kind: RawTable.CellKind)] = [
        ("<c r=\"B2\" t=\"b\"><v>1</v></c>", "是", .bool),
        ("<c r=\"B2\" t=\"b\"><v>true</v></c>", "是", .bool),
        ("<c r=\"B2\" t=\"b\"><v>false</v></c>", "否", .bool),
        ("<c r=\"B2\" t=\"b\"><v>2</v></c>", "2", .text),
        ("<c r=\"B2\"><v>5.</v></c>", "5", .number), ("<c r=\"B2\"><v>.5</v></c>", "0.5", .number),
        ("<c r=\"B2\"><v>-.5</v></c>", "-0.5", .number), ("<c r=\"B2\"><v>0.5</v></c>", "0.5", .number),
        // A formula whose value is the empty text, one that nobody has reckoned.
        ("<c r=\"B2\" t=\"str\"><f>IF(A2=\"\",1,\"\")</f><v></v></c>", "", .empty),
        ("<c r=\"B2\"><f>1+1</f><v></v></c>", "", .formula), ("<c r=\"B2\" t=\"str\"><f>A1</f></c>", "", .formula),
        // Numbers as other programs write them.
        ("<c r=\"B2\"><v>1001.0</v></c>", "1001", .number), ("<c r=\"B2\"><v>202609.00</v></c>", "202609", .number),
        ("<c r=\"B2\"><v>007</v></c>", "7", .number), ("<c r=\"B2\"><v>-2.50</v></c>", "-2.5", .number),
        ("<c r=\"B2\"><v>0.0</v></c>", "0", .number), ("<c r=\"B2\"><v>100</v></c>", "100", .number),
        ("<c r=\"B2\"><v>10.05</v></c>", "10.05", .number), ("<c r=\"B2\"><v>0</v></c>", "0", .number),
        // Times: of a day, of a day that is not shown, of a sum; part of a day in a format of days.
        ("<c r=\"B2\" s=\"4\"><v>0.354166666666667</v></c>", "8:30", .time),
        ("<c r=\"B2\" s=\"4\"><v>46266.354166666664</v></c>", "8:30", .time),
        ("<c r=\"B2\" s=\"5\"><v>1.0625</v></c>", "25:30", .time),
        ("<c r=\"B2\" s=\"6\"><v>0.000011574074</v></c>", "0:00:01", .time),
        ("<c r=\"B2\" s=\"1\"><v>0.0625</v></c>", "1:30", .time), ("<c r=\"B2\" s=\"1\"><v>0</v></c>", "0", .number),
        // Numbers that are shown otherwise; those that are shown as they are.
        ("<c r=\"B2\" s=\"7\"><v>7.0</v></c>", "7", .shown), ("<c r=\"B2\" s=\"7\"><v>1234</v></c>", "1234", .shown),
        ("<c r=\"B2\" s=\"8\"><v>0.35</v></c>", "0.35", .shown), ("<c r=\"B2\" s=\"9\"><v>123</v></c>", "123", .number),
        ("<c r=\"B2\" s=\"9\"><v>7.5</v></c>", "7.5", .number), ("<c r=\"B2\" s=\"10\"><v>9</v></c>", "9", .number),
        // Days: whole, with a time, a second before midnight, with a rounded time; as ISO 8601 has them.
        ("<c r=\"B2\" s=\"1\"><v>46266</v></c>", "2026-09-01", .date),
        ("<c r=\"B2\" s=\"1\"><v>46266.354166666664</v></c>", "2026-09-01 08:30", .date),
        ("<c r=\"B2\" s=\"1\"><v>46265.999988425923</v></c>", "2026-08-31 23:59", .date),
        ("<c r=\"B2\" s=\"1\"><v>46265.9999999</v></c>", "2026-09-01", .date),
        ("<c r=\"B2\" t=\"d\"><v>2026-09-01</v></c>", "2026-09-01", .date),
        ("<c r=\"B2\" t=\"d\"><v>2026-09-01T00:00:00</v></c>", "2026-09-01", .date),
        ("<c r=\"B2\" t=\"d\"><v>2026-09-01T10:10:59</v></c>", "2026-09-01 10:10", .date),
        ("<c r=\"B2\" t=\"d\"><v>1899-12-30T08:30:00</v></c>", "1899-12-30T08:30:00", .text),
        ("<c r=\"B2\" t=\"d\"><v>10:10:10</v></c>", "10:10:10", .text),
        ("<c r=\"B2\" t=\"d\"><v>2026-13-45</v></c>", "2026-13-45", .text),
        ("<c r=\"B2\" t=\"d\"><v>2026-09-01T25:00:00</v></c>", "2026-09-01T25:00:00", .text),
        // Inline texts, with a value beside them, without their type; what programs add for themselves.
        ("<c r=\"B2\" t=\"inlineStr\"><v>1.0</v><is><t>1.</t></is></c>", "1.", .text),
        ("<c r=\"B2\"><is><t>甲</t></is></c>", "甲", .text),
        ("<c r=\"B2\"><v>1</v><extLst><ext><v>7</v></ext></extLst></c>", "1", .number),
        // Signs by their numbers.
        ("<c r=\"B2\" t=\"str\"><v>_xD83D__xDE00_</v></c>", "😀", .text),
        ("<c r=\"B2\" t=\"str\"><v>_x+0AB_</v></c>", "_x+0AB_", .text),
        ("<c r=\"B2\" t=\"str\"><v>_x4E00_</v></c>", "一", .text),
        // The year of East Asian formats; an exponent is none.
        ("<c r=\"B2\" s=\"2\"><v>46266</v></c>", "2026-09-01", .date),
        ("<c r=\"B2\" s=\"3\"><v>46266</v></c>", "46266", .number),
    ]

    @Test(arguments: contents.map(\.cell)) func content(_ cell: String) throws {
        let wanted = try #require(Self.contents.first { $0.cell == cell })
        var parts = Parts()
        let head =
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>姓名</t></is></c>"
            + "<c r=\"B1\" t=\"inlineStr\"><is><t>学时</t></is></c></row>"
        parts.sheet = Parts.sheet(head + "<row r=\"2\"><c r=\"A2\"><v>1</v></c>\(cell)</row>")
        let styles = """
            <styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/><numFmt numFmtId="165" formatCode='e"年"'/>\
            <numFmt numFmtId="166" formatCode="0.00E+00"/><numFmt numFmtId="167" formatCode="[h]:mm"/>\
            <numFmt numFmtId="168" formatCode='"T"000'/><numFmt numFmtId="169" formatCode="000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/>\
            <xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="20"/><xf numFmtId="167"/><xf numFmtId="21"/>\
            <xf numFmtId="168"/><xf numFmtId="9"/><xf numFmtId="169"/><xf numFmtId="0"/></cellXfs></styleSheet>
            """
        let read = WorkbookReader.read(file: "考勤.xlsx", bytes: parts.bytes(styles: styles), known: ["姓名", "学时"])
        #expect(read.problems.isEmpty)
        let table = try #require(read.tables.first)
        #expect(WorkbookOutputTests.text(table, 0, 1) == wanted.text)
        #expect(table.kinds[1] == wanted.kind)
    }

    /// What a format makes of a number.
    @Test(
        arguments: [
            ("General", NumberFormat.plain), ("0", .plain), ("0.00", .plain), ("#,##0.00_);[Red](#,##0.00)", .plain),
            ("@", .plain), ("0.00E+00", .plain), ("0\" m\"", .digits(1, before: "", behind: " m")),
            ("000-0000", .plain),
            ("yyyy-mm-dd", .date), ("m\"月\"d\"日\"", .date), ("m月", .date), ("yyyy/m/d h:mm", .date),
            ("[$-804]e\"年\"", .date), ("h:mm", .time(isSum: false)), ("[$-F400]h:mm:ss AM/PM", .time(isSum: false)),
            ("上午/下午h\"时\"mm\"分\"", .time(isSum: false)), ("[h]:mm:ss", .time(isSum: true)),
            ("[mm]", .time(isSum: true)),
            ("mm:ss", .time(isSum: false)), ("000", .digits(3, before: "", behind: "")),
            ("\"2026\"000\"号\"", .digits(3, before: "2026", behind: "号")),
            ("\\T00_ ", .digits(2, before: "T", behind: "")),
            ("0%", .percent(decimals: 0)), ("#,##0.00%", .percent(decimals: 2)), ("0.0%;-0.0%", .percent(decimals: 1)),
        ] as [(String, NumberFormat)]) func format(_ code: String, _ wanted: NumberFormat)
    {
        #expect(NumberFormat(code: code) == wanted)
    }

    @Test(
        arguments: [
            (NumberFormat.digits(3, before: "T", behind: ""), "7", "T007"),
            (.digits(3, before: "", behind: "号"), "1234", "1234号"),
            (.digits(3, before: "", behind: ""), "7.5", nil), (.digits(3, before: "", behind: ""), "-7", nil),
            (.percent(decimals: 0), "0.35", "35%"), (.percent(decimals: 0), "0.355", "36%"),
            (.percent(decimals: 2), "0.125", "12.50%"), (.percent(decimals: 2), "1", "100.00%"), (.plain, "7", nil),
        ] as [(NumberFormat, String, String?)]) func shown(_ format: NumberFormat, _ number: String, _ wanted: String?)
    {
        #expect(format.shown(Array(number.utf8)).map { String(decoding: $0, as: UTF8.self) } == wanted)
    }

    /// What a block covers nobody sees: below an empty corner it is taken as empty, and a row of nothing else as none.
    @Test func hiddenInBlocks() throws {
        var parts = Parts()
        parts.sheet = Parts.sheet(
            Parts.rows + "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>乙</v></c></row>"
                + "<row r=\"4\"><c r=\"A4\" t=\"str\"><v>丙</v></c><c r=\"B4\"><v>5</v></c></row>"
                + "<row r=\"5\"><c r=\"B5\"><v>6</v></c></row>"
                + "<row r=\"6\"><c r=\"A6\" t=\"str\"><v>  </v></c></row>"
                + "<row r=\"7\"><c r=\"A7\" t=\"str\"><v>丁</v></c><c r=\"B7\"><v>7</v></c></row>",
            "<mergeCells><mergeCell ref=\"B3:B5\"/></mergeCells>")
        let read = WorkbookReader.read(file: "考勤.xlsx", bytes: parts.bytes(), known: ["姓名", "学时"])
        let table = try #require(read.tables.first)
        #expect(read.problems.map(\.code) == ["N532"])
        #expect(table.rowNumbers == [2, 3, 4, 7])
        #expect((0..<4).map { WorkbookOutputTests.text(table, $0, 1) } == ["0.3", "", "", "7"])
        #expect(table.kind(2, 1) == .empty)
        #expect(table.account.blankRows == 2)
    }

    /// The date system holds although other settings follow; `&` in a sheet's name is itself.
    @Test func settings() throws {
        var parts = Parts()
        parts.workbook = """
            <workbook><workbookPr date1904="1"/><bookViews><workbookView/></bookViews><sheets>\
            <sheet name="人&amp;员 A&amp;#38;B" r:id="rId1" xmlns:r="r"/></sheets></workbook>
            """
        let table = try #require(
            WorkbookReader.read(file: "考勤.xlsx", bytes: parts.bytes(), known: ["姓名", "学时"]).tables.first)
        #expect(table.name == "人&员 A&#38;B")
        #expect(table.hasOtherEpoch)
    }

    /// Whatever byte is damaged, the workbook is refused, or it is read as it was.
    @Test(arguments: 0..<8) func damaged(_ bit: Int) {
        let whole = Parts().bytes()
        let read = WorkbookReader.read(file: "考勤.xlsx", bytes: whole, known: []).tables
        for position in whole.indices {
            var bytes = whole
            bytes[position] ^= 1 << bit
            let (tables, problems) = WorkbookReader.read(file: "考勤.xlsx", bytes: bytes, known: [])
            #expect(problems.hasErrors ? tables.isEmpty : Self.cells(tables) == Self.cells(read), "byte \(position)")
        }
    }

    private static func cells(_ tables: [RawTable]) -> [[String]] {
        tables.map { table in
            table.headers
                + (0..<table.rowCount).flatMap { row in
                    table.headers.indices.map { WorkbookOutputTests.text(table, row, $0) }
                }
        }
    }

    /// The same of each way of cutting it off.
    @Test func cutOff() {
        let whole = Parts().bytes()
        for length in whole.indices {
            let problems = WorkbookReader.read(file: "考勤.xlsx", bytes: Array(whole[..<length]), known: []).problems
            #expect(problems.hasErrors, "\(length) bytes")
        }
    }
}
