/// Writes a workbook as .xlsx (ECMA-376, transitional). The same workbook gives the same bytes.
package struct WorkbookWriter {
    private let workbook: Workbook
    private var archive = ZipWriter()
    private var texts = TextTable()
    private var styles = CellStyles()

    /// Rows that a sheet has room for below its header; what is over goes on in a further sheet.
    package static let rowLimit = 1_048_575

    private init(_ workbook: Workbook, rowLimit: Int) {
        self.workbook = workbook
        var names = SheetNames()
        sheets = workbook.sheets.flatMap { sheet in
            var parts: [Workbook.Sheet] = []
            for start in stride(from: 0, to: max(1, sheet.rows.count), by: rowLimit) {
                var part = sheet
                part.rows = sheet.rows.part(start..<min(sheet.rows.count, start + rowLimit))
                part.name = names.free(sheet.name)
                parts.append(part)
            }
            return parts
        }
    }

    private let sheets: [Workbook.Sheet]

    package static func bytes(_ workbook: Workbook, rowLimit: Int = rowLimit) -> [UInt8] {
        var writer = WorkbookWriter(workbook, rowLimit: rowLimit)
        writer.write()
        return writer.archive.finished()
    }

    private mutating func write() {
        archive.add("[Content_Types].xml", contentTypes())
        archive.add("_rels/.rels", rootLinks())
        archive.add("docProps/core.xml", properties())
        for (index, sheet) in sheets.enumerated() {
            let writer = SheetXML(sheet: sheet, title: workbook.title, isFirst: index == 0)
            archive.add("xl/worksheets/sheet\(index + 1).xml", writer.pieces(&texts, &styles))
            if sheet.hasNotes {
                let notes = SheetNotes(sheet: sheet)
                archive.add("xl/comments\(index + 1).xml", notes.texts())
                archive.add("xl/drawings/vmlDrawing\(index + 1).vml", notes.drawing())
                archive.add("xl/worksheets/_rels/sheet\(index + 1).xml.rels", noteLinks(index + 1))
            }
        }
        archive.add("xl/sharedStrings.xml", sharedTexts())
        archive.add("xl/styles.xml", styles.xml())
        archive.add("xl/workbook.xml", list())
        archive.add("xl/_rels/workbook.xml.rels", links())
    }

    private func sharedTexts() -> [UInt8] {
        var xml: [UInt8] = []
        xml.reserveCapacity(texts.items.count + 256)
        xml.add(Self.declaration)
        xml.add("<sst xmlns=\"\(Self.main)\" count=\"\(texts.uses)\" uniqueCount=\"\(texts.count)\">")
        xml += texts.items
        xml.add("</sst>")
        return xml
    }

    // MARK: Small parts

    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let packages = "http://schemas.openxmlformats.org/package/2006"
    private static let sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    private func contentTypes() -> [UInt8] {
        var xml: [UInt8] = []
        xml.add(Self.declaration)
        xml.add("<Types xmlns=\"\(Self.packages)/content-types\"><Default Extension=\"rels\"")
        xml.add(" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
        xml.add("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
        xml.add("<Default Extension=\"vml\"")
        xml.add(" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>")
        func part(_ name: String, _ type: String) {
            xml.add("<Override PartName=\"/\(name)\" ContentType=\"\(type)+xml\"/>")
        }
        part("xl/workbook.xml", "\(Self.sheetType).sheet.main")
        for index in sheets.indices { part("xl/worksheets/sheet\(index + 1).xml", "\(Self.sheetType).worksheet") }
        for (index, sheet) in sheets.enumerated() where sheet.hasNotes {
            part("xl/comments\(index + 1).xml", "\(Self.sheetType).comments")
        }
        part("xl/styles.xml", "\(Self.sheetType).styles")
        part("xl/sharedStrings.xml", "\(Self.sheetType).sharedStrings")
        part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties")
        xml.add("</Types>")
        return xml
    }

    private static func link(_ id: String, _ type: String, _ target: String, _ xml: inout [UInt8]) {
        xml.add("<Relationship Id=\"\(id)\" Type=\"\(type)\" Target=\"\(target)\"/>")
    }

    private func rootLinks() -> [UInt8] {
        var xml: [UInt8] = []
        xml.add(Self.declaration)
        xml.add("<Relationships xmlns=\"\(Self.packages)/relationships\">")
        Self.link("rId1", "\(Self.office)/officeDocument", "xl/workbook.xml", &xml)
        Self.link("rId2", "\(Self.packages)/relationships/metadata/core-properties", "docProps/core.xml", &xml)
        xml.add("</Relationships>")
        return xml
    }

    /// From a sheet to its notes and to the drawing that places them.
    private func noteLinks(_ number: Int) -> [UInt8] {
        var xml: [UInt8] = []
        xml.add(Self.declaration)
        xml.add("<Relationships xmlns=\"\(Self.packages)/relationships\">")
        Self.link("rId1", "\(Self.office)/vmlDrawing", "../drawings/vmlDrawing\(number).vml", &xml)
        Self.link("rId2", "\(Self.office)/comments", "../comments\(number).xml", &xml)
        xml.add("</Relationships>")
        return xml
    }

    private func links() -> [UInt8] {
        var xml: [UInt8] = []
        xml.add(Self.declaration)
        xml.add("<Relationships xmlns=\"\(Self.packages)/relationships\">")
        for index in sheets.indices {
            Self.link("rId\(index + 1)", "\(Self.office)/worksheet", "worksheets/sheet\(index + 1).xml", &xml)
        }
        Self.link("rId\(sheets.count + 1)", "\(Self.office)/styles", "styles.xml", &xml)
        Self.link("rId\(sheets.count + 2)", "\(Self.office)/sharedStrings", "sharedStrings.xml", &xml)
        xml.add("</Relationships>")
        return xml
    }

    /// The title alone: a date of writing would make every file different.
    private func properties() -> [UInt8] {
        var xml: [UInt8] = []
        xml.add(Self.declaration)
        xml.add("<cp:coreProperties xmlns:cp=\"\(Self.packages)/metadata/core-properties\"")
        xml.add(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>")
        xml.addEscaped(workbook.title)
        xml.add("</dc:title></cp:coreProperties>")
        return xml
    }

    /// The sheets by name, and what each keeps under a name: its filter, and the header that each page repeats.
    private func list() -> [UInt8] {
        var xml: [UInt8] = []
        xml.add(Self.declaration)
        xml.add("<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\"><bookViews><workbookView/></bookViews>")
        xml.add("<sheets>")
        for (index, sheet) in sheets.enumerated() {
            xml.add("<sheet name=\"")
            xml.addEscaped(sheet.name)
            xml.add(
                "\" sheetId=\"\(index + 1)\"\(sheet.isHidden ? " state=\"hidden\"" : "") r:id=\"rId\(index + 1)\"/>")
        }
        xml.add("</sheets><definedNames>")
        for (index, sheet) in sheets.enumerated() {
            let quoted = sheet.name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
            func name(_ name: String, _ more: String, _ area: String) {
                xml.add("<definedName name=\"_xlnm.\(name)\" localSheetId=\"\(index)\"\(more)>'")
                xml.addEscaped(quoted)
                xml.add("'!\(area)</definedName>")
            }
            if sheet.filters {
                let last = SheetXML(sheet: sheet, title: "", isFirst: false).area.split(separator: ":")[1]
                let letters = last.prefix { $0.isLetter }
                name("_FilterDatabase", " hidden=\"1\"", "$A$1:$\(letters)$\(last.dropFirst(letters.count))")
            }
            name("Print_Titles", "", "$1:$1")
        }
        xml.add("</definedNames></workbook>")
        return xml
    }
}
