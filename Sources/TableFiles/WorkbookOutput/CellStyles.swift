/// How a cell is drawn, by what it is; each kind that occurs becomes one entry of the part `styles.xml`.
struct CellStyles {
    struct Look: Hashable {
        var kind = Workbook.Kind.text
        var tone = Workbook.Tone.plain
        var isHeader = false
        var side = Workbook.Side.left
        /// Long texts are broken into lines.
        var wraps = false
        /// Beside such texts all others stand at the top, too.
        var isTop = false
        /// The text begins like a formula: editing the cell must not make it one.
        var isQuoted = false
        var startsGroup = false
    }

    private var indices: [Look: Int] = [:]
    private var looks: [Look] = []
    private var formats: [String] = []

    /// The first entry is that of cells without a style.
    init() { _ = index(Look()) }

    mutating func index(_ look: Look) -> Int {
        if let known = indices[look] { return known }
        indices[look] = looks.count
        looks.append(look)
        return looks.count - 1
    }

    // MARK: Colours

    /// From the best grade down. A grade is always named too: nobody has to see the colour.
    private static let gradeFills = ["D9EAD3", "DCE6F4", "EFEFEF", "FBE5D0", "F6D5D5"]
    private static let headerFill = "E8ECEF"
    private static let ink = "FF1F2933"
    private static let quiet = "FF66727E"
    private static let line = "FFD0D5DA"
    private static let groupLine = "FF7A8794"

    private static func fill(_ look: Look) -> Int {
        if look.isHeader { return 2 }
        guard case .grade(let place) = look.tone else { return 0 }
        return 3 + min(max(0, place), gradeFills.count - 1)
    }

    private static func font(_ look: Look) -> Int {
        if look.isHeader { return 1 }
        switch look.tone {
        case .plain: return 0
        case .strong, .grade: return 1
        case .quiet: return 2
        }
    }

    // MARK: The part

    /// The whole part, once all looks are known.
    mutating func xml() -> [UInt8] {
        var entries: [UInt8] = []
        for look in looks { entry(look, &entries) }
        var xml: [UInt8] = []
        xml.add("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
        xml.add("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
        if !formats.isEmpty {
            xml.add("<numFmts count=\"\(formats.count)\">")
            for (index, format) in formats.enumerated() {
                xml.add("<numFmt numFmtId=\"\(Self.firstFormat + index)\" formatCode=\"\(format)\"/>")
            }
            xml.add("</numFmts>")
        }
        Self.fonts(&xml)
        Self.fills(&xml)
        Self.borders(&xml)
        xml.add(
            "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>")
        xml.add("<cellXfs count=\"\(looks.count)\">")
        xml += entries
        xml.add("</cellXfs>")
        xml.add("<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>")
        xml.add("</styleSheet>")
        return xml
    }

    private static let firstFormat = 164

    private mutating func entry(_ look: Look, _ xml: inout [UInt8]) {
        let format = format(look)
        let border = look.isHeader ? 2 : look.startsGroup ? 3 : 1
        let (font, fill) = (Self.font(look), Self.fill(look))
        xml.add("<xf numFmtId=\"\(format)\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"\(border)\" xfId=\"0\"")
        xml.add(" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"")
        if look.isQuoted { xml.add(" quotePrefix=\"1\"") }
        xml.add("><alignment")
        switch look.side {
        // Set in, so that it does not touch the number at its left.
        case .left: xml.add(" horizontal=\"left\" indent=\"1\"")
        case .middle: xml.add(" horizontal=\"center\"")
        case .right: xml.add(" horizontal=\"right\"")
        }
        xml.add(look.isTop ? " vertical=\"top\"" : " vertical=\"center\"")
        if look.wraps { xml.add(" wrapText=\"1\"") }
        xml.add("/></xf>")
    }

    /// The number of a format, a new one where none that is built in says the same.
    private mutating func format(_ look: Look) -> Int {
        if look.isHeader { return 0 }
        switch look.kind {
        // As text, so that what is typed over it stays text; long texts are not shown in that format everywhere.
        case .text, .figureText: return look.wraps ? 0 : 49
        case .number(nil): return 0
        case .number(0?): return 1
        case .number(2?): return 2
        case .percent(0): return 9
        case .percent(2): return 10
        case .date, .day: return own("yyyy\\-mm\\-dd")
        case .number(let places?): return own("0." + String(repeating: "0", count: places))
        case .percent(let places): return own("0." + String(repeating: "0", count: places) + "%")
        }
    }

    private mutating func own(_ format: String) -> Int {
        if let index = formats.firstIndex(of: format) { return Self.firstFormat + index }
        formats.append(format)
        return Self.firstFormat + formats.count - 1
    }

    private static func fonts(_ xml: inout [UInt8]) {
        xml.add("<fonts count=\"3\">")
        for (isBold, colour) in [(false, ink), (true, ink), (false, quiet)] {
            xml.add("<font>")
            if isBold { xml.add("<b/>") }
            xml.add("<sz val=\"10\"/><color rgb=\"\(colour)\"/><name val=\"微软雅黑\"/><family val=\"2\"/>")
            xml.add("<charset val=\"134\"/></font>")
        }
        xml.add("</fonts>")
    }

    private static func fills(_ xml: inout [UInt8]) {
        // The first two are the same in every workbook.
        let colours = [headerFill] + gradeFills
        xml.add("<fills count=\"\(2 + colours.count)\"><fill><patternFill patternType=\"none\"/></fill>")
        xml.add("<fill><patternFill patternType=\"gray125\"/></fill>")
        for colour in colours {
            xml.add("<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF\(colour)\"/><bgColor indexed=\"64\"/>")
            xml.add("</patternFill></fill>")
        }
        xml.add("</fills>")
    }

    /// None; a hair line below each row; the header's; a line above the first row of a group.
    private static func borders(_ xml: inout [UInt8]) {
        func side(_ name: String, _ style: String, _ colour: String) -> String {
            "<\(name) style=\"\(style)\"><color rgb=\"\(colour)\"/></\(name)>"
        }
        let rows = [
            "<top/><bottom/>", "<top/>" + side("bottom", "hair", line), "<top/>" + side("bottom", "thin", groupLine),
            side("top", "thin", groupLine) + side("bottom", "hair", line),
        ]
        xml.add("<borders count=\"\(rows.count)\">")
        for row in rows { xml.add("<border><left/><right/>\(row)<diagonal/></border>") }
        xml.add("</borders>")
    }
}
