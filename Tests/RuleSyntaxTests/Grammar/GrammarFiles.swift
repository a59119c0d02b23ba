import Foundation
import Testing

/// The files of the project that the grammar is tried on, found from the place of this file.
enum GrammarFiles {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The text of the grammar's `ebnf` block.
    static func grammarText() throws -> String {
        let page = root.appending(path: "Sources/ptrules/Documentation.docc/Grammar.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let opening = try #require(text.range(of: "```ebnf\n"))
        let closing = try #require(text.range(of: "```", range: opening.upperBound..<text.endIndex))
        return String(text[opening.upperBound..<closing.lowerBound])
    }

    /// Every rules file that must be right, with its text.
    static func rulesFiles() throws -> [(name: String, text: String)] {
        var files: [(name: String, text: String)] = []
        for folder in ["rules", "Tests/Corpus"] {
            let base = root.appending(path: folder)
            for path in try FileManager.default.subpathsOfDirectory(atPath: base.path).sorted() {
                guard path.hasSuffix(".rules"), !path.split(separator: "/").contains("Errors") else { continue }
                let text = try String(contentsOf: base.appending(path: path), encoding: .utf8)
                files.append((folder + "/" + path, text))
            }
        }
        return files
    }
}
