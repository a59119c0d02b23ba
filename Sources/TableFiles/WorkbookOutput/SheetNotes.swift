import Diagnostics

/// The notes on the headers of a sheet: the part that holds their texts, and the drawing that places them.
struct SheetNotes {
    let sheet: Workbook.Sheet

    private var noted: [(column: Int, text: String)] {
        sheet.columns.enumerated().compactMap { index, column in column.note.map { (index, $0) } }
    }

    /// `comments1.xml`
    func texts() -> [UInt8] {
        var xml: [UInt8] = []
        xml.add("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
        xml.add(
            "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors><author>ptrules")
        xml.add("</author></authors><commentList>")
        for (column, text) in noted {
            xml.add(
                "<comment ref=\"\(DataPlace.letters(column + 1))1\" authorId=\"0\"><text><t xml:space=\"preserve\">")
            xml.addEscaped(text, keepsLines: true)
            xml.add("</t></text></comment>")
        }
        xml.add("</commentList></comments>")
        return xml
    }

    /// The drawing in the old vector format, which alone all programs read.
    func drawing() -> [UInt8] {
        var xml: [UInt8] = []
        xml.add("<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"")
        xml.add(" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\">")
        xml.add("<o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout>")
        xml.add(
            "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
        )
        xml.add("<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>")
        for (column, text) in noted {
            let lines = text.split(separator: "\n").count + 1
            xml.add("<v:shape id=\"_x0000_s\(1025 + column)\" type=\"#_x0000_t202\" style=\"position:absolute;")
            xml.add("margin-left:60pt;margin-top:1pt;width:220pt;height:\(lines * 16 + 12)pt;visibility:hidden\"")
            xml.add(" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:textbox/>")
            xml.add(
                "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill>")
            xml.add("<x:Row>0</x:Row><x:Column>\(column)</x:Column></x:ClientData></v:shape>")
        }
        xml.add("</xml>")
        return xml
    }
}
