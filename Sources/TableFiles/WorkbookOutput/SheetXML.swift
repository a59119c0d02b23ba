import Diagnostics
import Platform
import Tables

/// Writes one worksheet as XML, row by row.
struct SheetXML {
    let sheet: Workbook.Sheet
    /// Repeated above each printed page.
    let title: String
    let isFirst: Bool

    private static let narrowest = 6
    /// In points, with what stands free above and below.
    private static let lineHeight = 14
    private static let margin = 4
    /// The tallest row that there can be.
    private static let tallest = 409

    /// What a cell's XML takes from the rest of the workbook: its style, and its text where that is shared.
    private struct Mark {
        var style: Int32
        var text: Int32
    }

    /// The sheet in packed pieces of so many rows each, whatever the number of processors that write them. Long texts
    /// stand in their cells, all others in the table of texts.
    func pieces(_ texts: inout TextTable, _ styles: inout CellStyles) -> [PackedPiece] {
        let widths = columnWidths()
        var xml: [UInt8] = []
        start(&xml, widths, &styles)
        let header = [Workbook.Row(sheet.columns.map { Workbook.Cell($0.header) })]
        var looks: [KnownLook] = Array(repeating: (CellStyles.Look(), 0), count: sheet.columns.count)
        add(header, marks(header, &looks, &texts, &styles, isHeader: true), to: &xml, from: 1, widths)
        var pieces = [PackedPiece(xml, isLast: false)]
        // What other cells decide goes first, for some pieces at a time; then these are written side by side.
        let wave = RowList<Workbook.Row>.pieceSize * 4 * Platform.processors
        for start in stride(from: 0, to: sheet.rows.count, by: wave) {
            let rows = sheet.rows.part(start..<min(start + wave, sheet.rows.count)).pieces { ($0, $1) }
            let parts = rows.map { first, rows in
                (first: start + first, rows: rows, marks: marks(rows, &looks, &texts, &styles, isHeader: false))
            }
            pieces += Platform.map(parts.count) { index in
                var xml: [UInt8] = []
                xml.reserveCapacity(1 << 18)
                let part = parts[index]
                self.add(part.rows, part.marks, to: &xml, from: part.first + 2, widths)
                return PackedPiece(xml, isLast: false)
            }
        }
        xml.removeAll(keepingCapacity: true)
        end(&xml)
        return pieces + [PackedPiece(xml, isLast: true)]
    }

    /// A look with its style: that of the cell above, since cells of a column mostly look alike.
    private typealias KnownLook = (look: CellStyles.Look, index: Int)

    private func marks(
        _ rows: [Workbook.Row], _ looks: inout [KnownLook], _ texts: inout TextTable,
        _ styles: inout CellStyles,
        isHeader: Bool
    ) -> [Mark] {
        var marks: [Mark] = []
        marks.reserveCapacity(rows.count * sheet.columns.count)
        let hasLines = sheet.columns.contains { $0.hasLines }
        for row in rows {
            for (column, cell) in row.cells.enumerated() {
                let look = CellStyles.Look(
                    kind: cell.kind, tone: cell.tone, isHeader: isHeader,
                    side: cell.kind == .text ? sheet.columns[column].side : .right,
                    wraps: !isHeader && cell.kind == .text && sheet.columns[column].hasLines,
                    isTop: !isHeader && hasLines,
                    isQuoted: !cell.kind.isNumber && Self.looksLikeFormula(cell.text), startsGroup: row.startsGroup)
                if looks[column].look != look { looks[column] = (look, styles.index(look)) }
                var mark = Mark(style: Int32(looks[column].index), text: -1)
                if !cell.text.isEmpty, !cell.kind.isNumber, !sheet.columns[column].hasLines {
                    mark.text = Int32(texts.index(cell.text))
                }
                marks.append(mark)
            }
        }
        return marks
    }

    private func add(
        _ rows: [Workbook.Row], _ marks: [Mark], to xml: inout [UInt8], from first: Int, _ widths: [Int]
    ) {
        let letters = sheet.columns.indices.map { Array(DataPlace.letters($0 + 1).utf8) }
        let hasLines = sheet.columns.contains { $0.hasLines }
        var mark = 0
        for (offset, row) in rows.enumerated() {
            let number = Array(String(first + offset).utf8)
            xml.add("<row r=\"")
            xml += number
            // Not every program finds the height of broken lines by itself.
            if hasLines, first > 1 {
                xml.add("\" ht=\"")
                xml.add(height(row, widths))
                xml.add("\" customHeight=\"1")
            }
            xml.add("\">")
            for (column, cell) in row.cells.enumerated() {
                xml.add("<c r=\"")
                xml += letters[column]
                xml += number
                xml.add("\" s=\"")
                xml.add(Int(marks[mark].style))
                content(cell, marks[mark].text, &xml)
                mark += 1
            }
            xml.add("</row>")
        }
    }

    /// `A1:N69`, all cells of the sheet.
    var area: String { "A1:\(DataPlace.letters(max(1, sheet.columns.count)))\(sheet.rows.count + 1)" }

    // MARK: Before and after the rows

    private func start(_ xml: inout [UInt8], _ widths: [Int], _ styles: inout CellStyles) {
        xml.add("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
        xml.add("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
        xml.add("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\"\(area)\"/>")
        xml.add("<sheetViews><sheetView showGridLines=\"0\" workbookViewId=\"0\"")
        if isFirst { xml.add(" tabSelected=\"1\"") }
        xml.add(">")
        let corner = "\(DataPlace.letters(sheet.frozenColumns + 1))2"
        if sheet.frozenColumns > 0 {
            xml.add("<pane xSplit=\"\(sheet.frozenColumns)\" ySplit=\"1\" topLeftCell=\"\(corner)\"")
            xml.add(" activePane=\"bottomRight\" state=\"frozen\"/><selection pane=\"topRight\"/>")
            xml.add("<selection pane=\"bottomLeft\"/>")
            xml.add("<selection pane=\"bottomRight\" activeCell=\"\(corner)\" sqref=\"\(corner)\"/>")
        } else {
            xml.add("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>")
            xml.add("<selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/>")
        }
        xml.add("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"16.5\"/><cols>")
        for (index, width) in widths.enumerated() {
            xml.add("<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" customWidth=\"1\"")
            if let format = sheet.columns[index].format {
                let look = CellStyles.Look(kind: format.kind, side: sheet.columns[index].side)
                xml.add(" style=\"\(styles.index(look))\"")
            }
            xml.add("/>")
        }
        xml.add("</cols><sheetData>")
    }

    private func end(_ xml: inout [UInt8]) {
        xml.add("</sheetData>")
        if sheet.filters { xml.add("<autoFilter ref=\"\(area)\"/>") }
        rules(&xml)
        xml.add("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.7\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>")
        xml.add("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>")
        xml.add("<headerFooter><oddHeader>&amp;C")
        xml.addEscaped(Self.pageHeader(title))
        xml.add("</oddHeader><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>")
        xml.add("<ignoredErrors><ignoredError sqref=\"\(area)\" numberStoredAsText=\"1\"/></ignoredErrors>")
        if sheet.hasNotes {
            xml.add("<legacyDrawing xmlns:r=\"\(WorkbookWriter.office)\" r:id=\"rId1\"/>")
        }
        xml.add("</worksheet>")
    }

    /// A page's header holds 255 UTF-16 units, its code for the middle among them; a longer title is cut.
    private static func pageHeader(_ title: String) -> String {
        // In a header `&` begins a code.
        let letters = title.map { $0 == "&" ? "&&" : String($0) }
        if letters.reduce(0, { $0 + $1.utf16.count }) <= headerRoom { return letters.joined() }
        var room = headerRoom - 1
        return letters.prefix { letter in
            room -= letter.utf16.count
            return room >= 0
        }.joined() + "…"
    }

    private static let headerRoom = 255 - "&C".utf16.count

    // MARK: What may be typed

    /// Rules hold down to this row; whoever has more rows copies them with the cells.
    private static let lastRuledRow = 20_000

    private func rules(_ xml: inout [UInt8]) {
        let ruled = sheet.columns.indices.filter { sheet.columns[$0].rule != nil }
        if ruled.isEmpty { return }
        xml.add("<dataValidations count=\"\(ruled.count)\">")
        for index in ruled {
            let letters = DataPlace.letters(index + 1)
            xml.add("<dataValidation allowBlank=\"1\" showErrorMessage=\"1\"")
            rule(sheet.columns[index].rule!, "\(letters)2:\(letters)\(Self.lastRuledRow)", &xml)
            xml.add("</dataValidation>")
        }
        xml.add("</dataValidations>")
    }

    /// A day as a spreadsheet counts it, with a 29th of February 1900 that never was.
    private static func serial(_ date: CalendarDate) -> String {
        let days = date.day - (CalendarDate(year: 1899, month: 12, day: 30)?.day ?? 0)
        return String(days <= 60 ? days - 1 : days)
    }

    private func rule(_ rule: Workbook.Rule, _ area: String, _ xml: inout [UInt8]) {
        func bounds(_ type: String, _ low: String?, _ high: String?) {
            let sign = low != nil && high != nil ? "between" : low != nil ? "greaterThanOrEqual" : "lessThanOrEqual"
            xml.add(" type=\"\(type)\" operator=\"\(sign)\" sqref=\"\(area)\">")
            xml.add("<formula1>\(low ?? high ?? "0")</formula1>")
            if low != nil, let high { xml.add("<formula2>\(high)</formula2>") }
        }
        switch rule {
        case .list(let texts):
            xml.add(" type=\"list\" sqref=\"\(area)\"><formula1>\"")
            xml.addEscaped(
                texts.map { $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") }
                    .joined(separator: ","))
            xml.add("\"</formula1>")
        case .listed(let name, let column):
            let letters = DataPlace.letters(column + 1)
            xml.add(" type=\"list\" sqref=\"\(area)\"><formula1>'")
            xml.addEscaped(name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))
            xml.add("'!$\(letters)$2:$\(letters)$\(Self.lastRuledRow)</formula1>")
        case .number(let low, let high, let isWhole): bounds(isWhole ? "whole" : "decimal", low, high)
        case .date(let low, let high):
            bounds("date", low.map(Self.serial), high.map(Self.serial))
        }
    }

    // MARK: Rows

    private func content(_ cell: Workbook.Cell, _ shared: Int32, _ xml: inout [UInt8]) {
        if cell.text.isEmpty {
            xml.add("\"/>")
        } else if cell.kind.isNumber {
            xml.add("\"><v>")
            if case .day(let date) = cell.kind { xml.add(Self.serial(date)) } else { xml.add(cell.text) }
            xml.add("</v></c>")
        } else if shared >= 0 {
            xml.add("\" t=\"s\"><v>")
            xml.add(Int(shared))
            xml.add("</v></c>")
        } else {
            xml.add("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
            var text = cell.text
            text.withUTF8 { unsafe CellText.add($0, to: &xml) }
            xml.add("</t></is></c>")
        }
    }

    /// The height, in whole points, of the tallest cell, its lines broken at the width of its column.
    private func height(_ row: Workbook.Row, _ widths: [Int]) -> Int {
        var most = 1
        for (column, cell) in row.cells.enumerated() where sheet.columns[column].hasLines {
            var text = cell.text
            most = max(most, text.withUTF8 { unsafe Self.lines($0, room: max(1, widths[column] - 3)) })
        }
        return min(Self.tallest, most * Self.lineHeight + Self.margin)
    }

    /// How many lines a text takes where so many letters have room.
    private static func lines(_ text: UnsafeBufferPointer<UInt8>, room: Int) -> Int {
        var lines = 1
        var width = 0
        for index in text.indices {
            // The first byte of a character tells enough of its width.
            let byte = unsafe text[index]
            if byte == UInt8(ascii: "\n") {
                lines += 1
                width = 0
                continue
            }
            if byte >= 0x80, byte < 0xE0 { continue }
            let own = byte < 0x80 ? 1 : 2
            width += own
            if width > room {
                lines += 1
                width = own
            }
        }
        return lines
    }

    /// What a spreadsheet would take for a formula if somebody edited the cell.
    static func looksLikeFormula(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "'"), 0..<0x20:
            return true
        // The full-width signs are taken for the others in some places.
        case 0xEF: return ["＝", "＋", "－", "＠"].contains { text.hasPrefix($0) }
        default: return false
        }
    }

    private func columnWidths() -> [Int] {
        var widths = sheet.columns.map { column in
            // A filter button covers the end of a header.
            min(column.widest, displayWidth(column.header) + (sheet.filters ? 4 : 2))
        }
        let (columns, headers) = (sheet.columns, widths)
        let parts = sheet.rows.pieces { _, rows in
            var widths = headers
            for row in rows {
                for (column, cell) in row.cells.enumerated() where widths[column] < columns[column].widest {
                    widths[column] = max(widths[column], Self.width(cell, upTo: columns[column].widest))
                }
            }
            return widths
        }
        for part in parts { widths = zip(widths, part).map { max($0, $1) } }
        return zip(widths, sheet.columns).map { max(Self.narrowest, $0) + ($1.side == .left ? 1 : 0) }
    }

    /// How wide a cell's longest line is drawn, as far as it matters.
    private static func width(_ cell: Workbook.Cell, upTo limit: Int) -> Int {
        if case .number(let places) = cell.kind { return min(limit, cell.text.utf8.count + (places ?? 0) + 2) }
        var width = 0
        var widest = 0
        for scalar in cell.text.unicodeScalars {
            width = scalar == "\n" ? 0 : width + displayWidth(scalar)
            widest = max(widest, width)
            if widest + 2 >= limit { return limit }
        }
        return widest + 2
    }
}

extension Workbook.Column {
    /// Whether its texts are broken into lines.
    fileprivate var hasLines: Bool { widest >= 48 }
}

extension Workbook.Kind {
    fileprivate var isNumber: Bool {
        switch self {
        case .text, .figureText, .date: false
        case .number, .percent, .day: true
        }
    }
}

extension Workbook.Format {
    fileprivate var kind: Workbook.Kind {
        switch self {
        case .text: .text
        case .general: .number(places: nil)
        case .percent: .percent(places: 0)
        case .date: .date
        }
    }
}

extension Workbook.Sheet {
    var hasNotes: Bool { columns.contains { $0.note != nil } }
}
