import Diagnostics

/// Writes a page as one HTML file that needs nothing besides itself: it opens from a disk without a network.
package struct PageWriter {
    private let page: Page
    private var html: [UInt8] = []

    package static func bytes(_ page: Page) -> [UInt8] {
        var writer = PageWriter(page: page)
        writer.write()
        return writer.html
    }

    private init(page: Page) {
        self.page = page
    }

    private func say(_ zh: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
        page.language == .zh ? zh() : en()
    }

    private mutating func write() {
        head()
        html.add("<header class=\"page-head\(page.chapters.first.map(breadth) ?? "")\">")
        html.addElement("h1", page.title)
        for line in page.lead { html.addElement("p", line, style: "lead") }
        contents()
        html.add("</header>\n")
        tools()
        html.add("<main>\n")
        for (index, chapter) in page.chapters.enumerated() { ranking(index, chapter) }
        for (index, chapter) in page.chapters.enumerated() { slips(index, chapter) }
        about()
        html.add("</main>\n<script>")
        html.add(PageStyle.script)
        html.add("</script>\n</body>\n</html>\n")
    }

    /// Only the page's own style and script are let in, by their digests: a text that got past all care could not run.
    private mutating func head() {
        func allowed(_ text: String) -> String { "'sha256-\(base64(hexadecimal: sha256(Array(text.utf8))))'" }
        html.add("<!DOCTYPE html>\n<html lang=\"\(say("zh-CN", "en"))\">\n<head>\n<meta charset=\"utf-8\">\n")
        html.add("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src ")
        html.add(
            "\(allowed(PageStyle.css)); script-src \(allowed(PageStyle.script)); base-uri 'none'; form-action 'none'\">\n"
        )
        html.add("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
        html.addElement("title", page.title)
        html.add("\n<style>")
        html.add(PageStyle.css)
        html.add("</style>\n</head>\n<body>\n")
    }

    // MARK: Finding one's way

    private mutating func link(_ target: String, _ text: String) {
        html.add("<a href=\"#\(target)\">")
        html.addHTML(text)
        html.add("</a>")
    }

    private mutating func contents() {
        html.add("<nav>")
        for (index, chapter) in page.chapters.enumerated() {
            let name = page.chapters.count > 1 ? "\(say("：", ": "))\(chapter.title)" : ""
            link("c\(index)", say("成绩", "results") + name)
            if !chapter.slips.isEmpty { link("s\(index)", say("个人说明", "slips") + name) }
        }
        for (index, section) in page.sections.enumerated() { link("a\(index)", section.title) }
        html.add("</nav>")
    }

    private mutating func tools() {
        html.add("<div class=\"tools\"><span id=\"finder\" hidden><input type=\"search\" id=\"search\" aria-label=\"")
        html.addHTML(say("查找", "search"))
        html.add("\" placeholder=\"")
        html.addHTML(say("查找：编号、姓名、组、等次", "search: key, name, group, grade"))
        html.add("\"> <output id=\"found\" data-text=\"")
        html.addHTML(say("找到 # 行", "# rows"))
        html.add("\"></output></span><fieldset><span>")
        html.addHTML(say("打印：", "print: "))
        html.add("</span>")
        for (id, text) in [
            ("print-ranking", say("成绩", "results")), ("print-slips", say("个人说明，每人一页", "slips, a page each")),
            ("print-about", say("说明", "notes")),
        ] {
            html.add("<label><input type=\"checkbox\" id=\"\(id)\" checked> ")
            html.addHTML(text)
            html.add("</label>")
        }
        html.add("</fieldset></div>\n")
    }

    // MARK: Ranking

    /// How a table lies on paper: upright where it has room, else across, in letters that are the smaller the wider it is.
    private func breadth(_ chapter: Page.Chapter) -> String {
        let needed = chapter.columns.indices.map { letters(chapter, $0) }
        // In hundredths of a millimetre, as the style sheet has it: the sheet between its margins, a letter of half
        // width, and what stands free beside a cell.
        func fits(_ sheet: Int, letter: Int, free: Int) -> Bool {
            needed.reduce(0) { $0 + $1 * letter + free } <= sheet
        }
        if fits(18_800, letter: 169, free: 240) { return "" }
        if fits(27_500, letter: 148, free: 160) { return " wide" }
        if fits(27_500, letter: 127, free: 100) { return " wide wider" }
        return " wide wider widest"
    }

    /// So many letters a column needs: its numbers are not broken, all else is, though not a name.
    private func letters(_ chapter: Page.Chapter, _ column: Int) -> Int {
        let isNumber = chapter.columns[column].isNumber
        var most = isNumber ? Self.lettersOfNumber : Self.lettersOfText.lowerBound
        for group in chapter.groups {
            for row in group.rows { most = max(most, displayWidth(row[column].text)) }
        }
        return isNumber ? most : min(most, Self.lettersOfText.upperBound)
    }

    private static let lettersOfNumber = 4
    private static let lettersOfText = 6...8

    private mutating func ranking(_ index: Int, _ chapter: Page.Chapter) {
        html.add("<section class=\"ranking\(breadth(chapter))\" id=\"c\(index)\">")
        html.addElement("h2", chapter.title)
        if !chapter.charts.isEmpty {
            html.add("<div class=\"charts\">\n")
            for chart in chapter.charts { ChartDrawing.add(chart, to: &html) }
            html.add("</div>\n")
        }
        // Without slips nothing may be left out for want of room.
        html.add(
            chapter.slips.isEmpty ? "<div class=\"scroll\"><table>" : "<div class=\"scroll\"><table class=\"brief\">")
        html.add("<thead><tr>")
        for column in chapter.columns {
            html.add("<th scope=\"col\"")
            style(column, .plain)
            html.add(">")
            html.addHTML(column.header)
            html.add("</th>")
        }
        html.add("</tr></thead>\n")
        for group in chapter.groups {
            html.add("<tbody>")
            if !group.title.isEmpty {
                html.add("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(chapter.columns.count)\">")
                html.addHTML(group.title)
                html.addElement("small", group.remark)
                html.add("</th></tr>\n")
            }
            for row in group.rows { self.row(index, row, chapter.columns) }
            html.add("</tbody>\n")
        }
        html.add("</table></div></section>\n")
    }

    private mutating func row(_ chapter: Int, _ cells: [Page.Cell], _ columns: [Page.Column]) {
        html.add("<tr>")
        for (cell, column) in zip(cells, columns) {
            html.add("<td")
            style(column, cell.tone, isLong: cell.text.utf8.count > Self.longText)
            html.add(">")
            if let slip = cell.slip { html.add("<a href=\"#p\(chapter)-\(slip)\">") }
            toned(cell.text, cell.tone)
            if cell.slip != nil { html.add("</a>") }
            // A blank, so that what is sought is not found across two cells.
            html.add("</td> ")
        }
        html.add("</tr>\n")
    }

    private mutating func style(_ column: Page.Column, _ tone: Page.Tone, isLong: Bool = false) {
        let isStrong = tone == .strong
        guard column.isNumber || column.isMinor || isStrong || isLong else { return }
        html.add(" class=\"")
        if column.isNumber { html.add("num ") }
        if column.isMinor { html.add("minor ") }
        if isStrong { html.add("strong ") }
        if isLong { html.add("long ") }
        html[html.count - 1] = UInt8(ascii: "\"")
    }

    /// Longer texts are broken into lines; a date, say, is not.
    private static let longText = 60

    private mutating func toned(_ text: String, _ tone: Page.Tone) {
        guard case .grade(let place) = tone, !text.isEmpty else { return html.addHTML(text) }
        html.add("<span class=\"tag t\(place % PageStyle.colours)\">")
        html.addHTML(text)
        html.add("</span>")
    }

    // MARK: Slips

    private mutating func slips(_ index: Int, _ chapter: Page.Chapter) {
        html.add("<section class=\"slips\" id=\"s\(index)\">")
        if chapter.slips.isEmpty {
            if !chapter.withoutSlips.isEmpty { html.addElement("p", chapter.withoutSlips, style: "lead") }
        } else {
            let name = page.chapters.count > 1 ? "\(say("：", ": "))\(chapter.title)" : ""
            html.addElement("h2", say("个人说明", "slips") + name)
            for (position, slip) in chapter.slips.enumerated() { self.slip("p\(index)-\(position)", slip) }
        }
        html.add("</section>\n")
    }

    private mutating func slip(_ id: String, _ slip: Page.Slip) {
        html.add("<article class=\"slip\" id=\"\(id)\"><header>")
        html.add("<h3>")
        for (index, name) in slip.names.enumerated() {
            if index > 0 { html.add("　") }
            html.addElement("bdi", name)
        }
        html.add("</h3>")
        html.addElement("span", page.title)
        html.addElement("small", page.origin)
        html.add("</header><ul class=\"sum\">")
        for figure in slip.figures {
            html.add("<li>")
            html.addElement("span", figure.name)
            html.add("<b>")
            toned(figure.text, figure.tone)
            html.add("</b></li>")
        }
        html.add("</ul>")
        if !slip.facts.isEmpty {
            html.add("<p class=\"who\">")
            for (index, fact) in slip.facts.enumerated() {
                html.addHTML("\(index > 0 ? say("，", ", ") : "")\(fact.name) ")
                html.addElement("bdi", fact.text)
            }
            html.add("</p>")
        }
        for part in slip.parts { self.part(part) }
        html.add("</article>\n")
    }

    private mutating func part(_ part: Page.Part) {
        html.add("<div class=\"part d\(min(part.depth, 3))\">")
        if !part.name.isEmpty {
            html.add("<h4><span>")
            html.addHTML(part.name)
            html.add("</span>")
            if !part.figure.isEmpty {
                html.add("<span>")
                toned(part.figure, part.tone)
                html.add("</span>")
            }
            if !part.remark.isEmpty { html.addElement("small", part.remark) }
            if !part.clause.isEmpty { html.addElement("small", say("依据 ", "clause ") + part.clause) }
            html.add("</h4>")
        }
        if !part.note.isEmpty { html.addElement("p", say("说明 ", "note ") + part.note, style: "note") }
        var isRecord = false
        let isList = part.lines.count > 3 && part.lines.allSatisfy { $0.kind == .effect }
        for line in part.lines {
            // Records that count, and seats, are short and many: they stand beside one another where there is room.
            let next = line.kind == .counted || isList
            if next != isRecord { html.add(next ? "<div class=\"records\">" : "</div>") }
            isRecord = next
            self.line(line)
        }
        html.add(isRecord ? "</div></div>" : "</div>")
    }

    private mutating func line(_ line: Page.Line) {
        html.add("<p class=\"line i\(min(line.depth, 3))")
        switch line.kind {
        case .counted:
            html.add(" yes\">")
            html.addElement("b", say("计入", "counted"))
        case .leftOut:
            html.add(" no\">")
            html.addElement("b", say("未计", "not counted"))
        case .rule, .effect: html.add("\">")
        }
        html.addHTML(line.text)
        if !line.clause.isEmpty { html.addElement("span", say("依据 ", "clause ") + line.clause, style: "cite") }
        if !line.note.isEmpty { html.addElement("span", say("说明 ", "note ") + line.note, style: "cite") }
        html.add("</p>")
    }

    // MARK: Sections

    private mutating func about() {
        html.add("<section class=\"about\">")
        for (index, section) in page.sections.enumerated() {
            html.add("<div class=\"section\" id=\"a\(index)\">")
            html.addElement("h2", section.title)
            html.add("<dl>")
            for fact in section.facts {
                html.addElement("dt", fact.name)
                html.addElement("dd", fact.text)
            }
            html.add("</dl></div>\n")
        }
        html.add("</section>\n")
    }
}
