import Diagnostics
package import TableFiles

extension Driver {
    /// The messages for other programs: an array of objects, all of the same members.
    package func checkJSON(_ reviews: [Review]) -> JSON {
        .array(reviews.flatMap { review in review.diagnostics.map { json($0, review) } })
    }

    private func json(_ diagnostic: Diagnostic, _ review: Review) -> JSON {
        .object(
            [("code", .string(diagnostic.code)), ("severity", .string(diagnostic.severity.rawValue))]
                + place(diagnostic.place, review) + [
                    ("section", .array((diagnostic.context?.path ?? []).map(JSON.string))),
                    ("clause", text(diagnostic.context?.clause)),
                    ("message", .string(diagnostic.message.text(in: language))),
                    ("why", text(diagnostic.reason?.text(in: language))),
                    ("help", text(diagnostic.help?.text(in: language))),
                    ("labels", .array(diagnostic.labels.map { json($0, review) })),
                    ("fixes", .array(diagnostic.fix.map { json($0, review.source) })),
                ])
    }

    /// A range of a rules file or of the plan's text, or a cell of the data.
    private func place(_ place: Place, _ review: Review) -> [(String, JSON)] {
        let source = review.source
        switch place {
        case .rules(let range):
            return [("file", .string(source.name(at: range.start))), ("range", json(range, source)), ("cell", .null)]
        case .data(let place):
            let path = review.dataPaths[place.file] ?? place.file
            // Messages name a sheet behind its workbook.
            let sheet = place.file.split(separator: " › ", maxSplits: 1).dropFirst().first
            let cell = JSON.object([
                ("sheet", text(sheet.map(String.init))),
                ("row", place.row.map(JSON.number) ?? .null), ("column", place.column.map(JSON.number) ?? .null),
            ])
            return [("file", .string(path)), ("range", .null), ("cell", cell)]
        case .none: return [("file", .null), ("range", .null), ("cell", .null)]
        }
    }

    private func json(_ label: DiagnosticLabel, _ review: Review) -> JSON {
        .object(place(label.place, review) + [("message", .string(label.text.text(in: language)))])
    }

    private func json(_ edit: Edit, _ source: SourceFile) -> JSON {
        .object([
            ("file", .string(source.name(at: edit.range.start))), ("range", json(edit.range, source)),
            ("text", .string(edit.text)),
        ])
    }

    private func json(_ range: SourceRange, _ source: SourceFile) -> JSON {
        .object([("start", position(range.start, source)), ("end", position(range.end, source))])
    }

    private func position(_ offset: Int, _ source: SourceFile) -> JSON {
        .object([("line", .number(source.line(at: offset))), ("column", .number(source.column(at: offset)))])
    }

    private func text(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
}
