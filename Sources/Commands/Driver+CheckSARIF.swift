import Diagnostics
package import TableFiles

extension Driver {
    /// The messages as a log of the Static Analysis Results Interchange Format, version 2.1.0, for editors and for
    /// pages that show findings beside the text. Columns are counted in Unicode code points, as the log declares.
    package func checkSARIF(_ reviews: [Review]) -> JSON {
        let results = reviews.flatMap { review in review.diagnostics.map { (review, $0) } }
        var codes: [String] = []
        for (_, diagnostic) in results where !codes.contains(diagnostic.code) { codes.append(diagnostic.code) }
        codes.sort()
        let rules = codes.compactMap { code in results.first { $0.1.code == code }.map { rule($0.1) } }
        let driver: [(String, JSON)] = [
            ("name", .string("ptrules")), ("version", .string(programVersion)),
            ("language", .string(language == .zh ? "zh-CN" : "en-US")), ("rules", .array(rules)),
        ]
        let run: [(String, JSON)] = [
            ("tool", .object([("driver", .object(driver))])), ("columnKind", .string("unicodeCodePoints")),
            ("results", .array(results.map { result($0.1, $0.0, codes.firstIndex(of: $0.1.code) ?? -1) })),
        ]
        return .object([
            (
                "$schema",
                .string("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
            ), ("version", .string("2.1.0")),
            ("runs", .array([.object(run)])),
        ])
    }

    /// What a code stands for: its message without what belongs to one place.
    private func rule(_ diagnostic: Diagnostic) -> JSON {
        var members: [(String, JSON)] = [
            ("id", .string(diagnostic.code)),
            ("shortDescription", message(generalised(diagnostic.message.text(in: language)))),
            ("defaultConfiguration", .object([("level", .string(level(diagnostic.severity)))])),
        ]
        if let reason = diagnostic.reason { members.append(("fullDescription", message(reason.text(in: language)))) }
        return .object(members)
    }

    /// Quoted words and numbers left out.
    private func generalised(_ text: String) -> String {
        var result = ""
        var isQuoted = false
        for character in text {
            if character == "”" { isQuoted = false }
            if !isQuoted {
                if character.isASCII, character.isNumber {
                    if result.last != "…" { result.append("…") }
                } else {
                    result.append(character)
                }
            }
            if character == "“" {
                isQuoted = true
                result.append("…")
            }
        }
        return result
    }

    private func level(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .finding: "warning"
        case .note: "note"
        }
    }

    private func message(_ text: String) -> JSON { .object([("text", .string(text))]) }

    // MARK: Results

    private func result(_ diagnostic: Diagnostic, _ review: Review, _ index: Int) -> JSON {
        var text = diagnostic.message.text(in: language)
        if let reason = diagnostic.reason { text += "\n" + say("为什么：", "why: ") + reason.text(in: language) }
        if let help = diagnostic.help { text += "\n" + say("怎么办：", "what to do: ") + help.text(in: language) }
        var location = [("physicalLocation", physical(diagnostic.place, review))]
        if let name = logicalName(diagnostic) {
            location.append(("logicalLocations", .array([.object([("fullyQualifiedName", .string(name))])])))
        }
        var members: [(String, JSON)] = [
            ("ruleId", .string(diagnostic.code)), ("ruleIndex", .number(index)),
            ("level", .string(level(diagnostic.severity))), ("message", message(text)),
            ("locations", .array([.object(location)])),
        ]
        if !diagnostic.labels.isEmpty {
            let related = diagnostic.labels.enumerated().map { number, label in
                JSON.object([
                    ("id", .number(number + 1)), ("physicalLocation", physical(label.place, review)),
                    ("message", message(label.text.text(in: language))),
                ])
            }
            members.append(("relatedLocations", .array(related)))
        }
        if !diagnostic.fix.isEmpty { members.append(("fixes", .array([fix(diagnostic, review)]))) }
        return .object(members)
    }

    /// Where in the plan, or which cell of the data.
    private func logicalName(_ diagnostic: Diagnostic) -> String? {
        if case .data(let place) = diagnostic.place {
            guard let row = place.row, let column = place.column else { return nil }
            return DataPlace.letters(column) + String(row)
        }
        guard let path = diagnostic.context?.path, !path.isEmpty else { return nil }
        return path.joined(separator: " › ")
    }

    private func physical(_ place: Place, _ review: Review) -> JSON {
        switch place {
        case .rules(let range):
            let file = artifact(review.source.name(at: range.start))
            // The empty place at the very beginning means the whole file.
            if range == SourceRange(0, 0) { return .object([file]) }
            return .object([file, ("region", region(range, review.source))])
        case .data(let place):
            let file = artifact(review.dataPaths[place.file] ?? place.file)
            guard let row = place.row else { return .object([file]) }
            return .object([file, ("region", .object([("startLine", .number(row))]))])
        case .none: return .object([artifact(review.path)])
        }
    }

    private func artifact(_ path: String) -> (String, JSON) {
        ("artifactLocation", .object([("uri", .string(URIReference.of(path)))]))
    }

    private func region(_ range: SourceRange, _ source: SourceFile) -> JSON {
        .object([
            ("startLine", .number(source.line(at: range.start))),
            ("startColumn", .number(source.codePointColumn(at: range.start))),
            ("endLine", .number(source.line(at: range.end))),
            ("endColumn", .number(source.codePointColumn(at: range.end))),
        ])
    }

    // MARK: Fixes

    private func fix(_ diagnostic: Diagnostic, _ review: Review) -> JSON {
        var files: [String] = []
        for edit in diagnostic.fix {
            let file = review.source.name(at: edit.range.start)
            if !files.contains(file) { files.append(file) }
        }
        let changes = files.map { file in
            let edits = diagnostic.fix.filter { review.source.name(at: $0.range.start) == file }
            let replacements = edits.map { edit in
                JSON.object([
                    ("deletedRegion", region(edit.range, review.source)), ("insertedContent", message(edit.text)),
                ])
            }
            return JSON.object([artifact(file), ("replacements", .array(replacements))])
        }
        var members: [(String, JSON)] = [("artifactChanges", .array(changes))]
        if let help = diagnostic.help { members.insert(("description", message(help.text(in: language))), at: 0) }
        return .object(members)
    }
}
