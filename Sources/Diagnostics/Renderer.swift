/// Draws messages for a terminal: the place, an excerpt with the place underlined, what was found, a way out.
package struct Renderer: Sendable {
    package var language: Language
    package var color: Bool
    /// The rules file that `.rules` places speak of.
    package var source: SourceFile?

    package init(language: Language, color: Bool = false, source: SourceFile? = nil) {
        self.language = language
        self.color = color
        self.source = source
    }

    package func render(_ diagnostic: Diagnostic) -> String {
        var text = "\(harmless(location(diagnostic.place)))\(paint(word(diagnostic.severity), diagnostic.severity))"
        text += "[\(diagnostic.code)] \(line(diagnostic.message))\n"
        if let context = diagnostic.context { text += self.context(context) }
        text += excerpt(diagnostic.place)
        for label in diagnostic.labels {
            text += "  \(harmless(location(label.place)))\(line(label.text))\n"
            text += excerpt(label.place)
        }
        if let reason = diagnostic.reason {
            text += "  \(language == .zh ? "为什么：" : "why: ")\(line(reason))\n"
        }
        if let help = diagnostic.help {
            text += "  \(language == .zh ? "怎么办：" : "what to do: ")\(line(help))\n"
        }
        return text
    }

    /// A text that may quote the data, or the name of a file.
    private func line(_ text: Bilingual) -> String { harmless(text.text(in: language)) }

    /// `所在：校本培训 › 教师考勤（依据 五、2（1））`
    private func context(_ context: PlanContext) -> String {
        let path = harmless(context.path.joined(separator: " › "))
        let clause = context.clause.map { harmless(language == .zh ? "依据 \($0)" : "clause \($0)") }
        switch (path.isEmpty, clause) {
        case (true, nil): return ""
        case (true, let clause?): return "  \(language == .zh ? "所在：" : "in: ")\(clause)\n"
        case (false, nil): return "  \(language == .zh ? "所在：" : "in: ")\(path)\n"
        case (false, let clause?):
            return language == .zh ? "  所在：\(path)（\(clause)）\n" : "  in: \(path) (\(clause))\n"
        }
    }

    private func word(_ severity: Severity) -> String {
        switch (severity, language) {
        case (.error, .zh): "错误"
        case (.error, .en): "error"
        case (.finding, .zh): "提请注意"
        case (.finding, .en): "finding"
        case (.note, .zh): "提示"
        case (.note, .en): "note"
        }
    }

    private func paint(_ text: String, _ severity: Severity) -> String {
        guard color else { return text }
        let code =
            switch severity {
            case .error: "1;31"
            case .finding: "1;33"
            case .note: "1;36"
            }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    /// `file:line:column: `, or for data `考勤.csv › F37: `.
    package func location(_ place: Place) -> String {
        switch place {
        case .none: return ""
        case .rules(let range):
            guard let source else { return "" }
            return "\(source.name(at: range.start)):\(source.line(at: range.start)):\(source.column(at: range.start)): "
        case .data(let place):
            switch (place.row, place.column) {
            case (let row?, let column?): return "\(place.file) › \(DataPlace.letters(column))\(row): "
            case (let row?, nil):
                return language == .zh ? "\(place.file) › 第 \(row) 行: " : "\(place.file) › row \(row): "
            case (nil, let column?):
                let letters = DataPlace.letters(column)
                return language == .zh ? "\(place.file) › \(letters) 列: " : "\(place.file) › column \(letters): "
            case (nil, nil): return "\(place.file): "
            }
        }
    }

    /// The line of a place, or of a long line the piece around it, with the place underlined.
    private func excerpt(_ place: Place) -> String {
        guard case .rules(let range) = place, let source else { return "" }
        let line = source.lineRange(source.lineIndex(at: range.start))
        func text(_ from: Int, _ to: Int) -> String {
            expandTabs(String(decoding: source.bytes[from..<max(from, min(to, line.end))], as: UTF8.self))
        }
        var before = text(line.start, range.start)
        let marked = text(range.start, range.end)
        var after = text(max(range.start, min(range.end, line.end)), line.end)
        if displayWidth(before) + displayWidth(marked) + displayWidth(after) > Self.excerptWidth {
            before = Self.cut(before, to: Self.excerptWidth / 3, atEnd: false)
            after = Self.cut(after, to: Self.excerptWidth / 3, atEnd: true)
            if displayWidth(marked) > Self.excerptWidth { return "" }
        }
        let number = String(source.line(at: range.start))
        let margin = String(repeating: " ", count: number.count)
        let indent = String(repeating: " ", count: displayWidth(before))
        let underline = String(repeating: "^", count: max(1, displayWidth(marked)))
        return "  \(number) | \(before)\(marked)\(after)\n  \(margin) | \(indent)\(underline)\n"
    }

    private static let excerptWidth = 200

    /// A text cut to a width, with a sign where something was left out.
    private static func cut(_ text: String, to width: Int, atEnd: Bool) -> String {
        guard displayWidth(text) > width else { return text }
        var kept = ""
        var left = width
        for character in atEnd ? Array(text) : text.reversed() {
            left -= displayWidth(String(character))
            if left < 0 { break }
            kept.append(character)
        }
        return atEnd ? kept + "…" : "…" + String(kept.reversed())
    }

    /// Tabs drawn as four blanks and control characters as their pictures, so that the underline meets its place. A
    /// carriage return ends the line.
    private func expandTabs(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars where scalar != "\r" {
            if scalar == "\t" { result += "    " } else { result.unicodeScalars.append(harmless(scalar)) }
        }
        return result
    }
}
