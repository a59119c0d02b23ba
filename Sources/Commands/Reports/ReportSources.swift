import Diagnostics
import RuleEngine
import TableFiles

/// Where a report's figures come from, and what was said of the rules and the data on the way.
struct ReportSources {
    struct File {
        var name: String
        /// The SHA-256 of its bytes.
        var digest: String
    }

    /// A message, taken apart.
    struct Message {
        var kind: String
        var code: String
        var place: String
        var text: String
        var reason: String
        var help: String
    }

    /// The rules file that the user named last, those that it builds on before it.
    var rules: [File]
    var data: [File]
    var messages: [Message]

    init(_ source: SourceFile, _ raw: RawData, _ diagnostics: [Diagnostic], language: Language) {
        rules = source.digests.map { File(name: $0.name, digest: $0.digest) }
        data = raw.digests.map { File(name: $0.name, digest: $0.digest ?? "-") }
        let renderer = Renderer(language: language, source: source)
        messages = diagnostics.map { diagnostic in
            var place = renderer.location(diagnostic.place)
            while let last = place.last, last == " " || last == ":" { place.removeLast() }
            let kind =
                diagnostic.severity == .finding
                ? Bilingual("提请注意", "finding") : Bilingual("提示", "note")
            return Message(
                kind: kind.text(in: language), code: diagnostic.code, place: place,
                text: diagnostic.message.text(in: language), reason: diagnostic.reason?.text(in: language) ?? "",
                help: diagnostic.help?.text(in: language) ?? "")
        }
    }
}

extension SourceFile {
    /// The SHA-256 of each of the files that make up the rules.
    var digests: [(name: String, digest: String)] {
        parts.map { ($0.name, sha256(Array(bytes[$0.range.start..<$0.range.end]))) }
    }
}
