package import Diagnostics
import Platform
package import RuleSemantics
import RuleSyntax
import TableFiles

/// Reads the files that a rules file builds on, and checks the whole.
package enum RulesLoader {
    /// Files may build on files so many deep.
    static let depthLimit = 8

    /// The chain of files as one text, the base first, and its check. What is wrong with the chain itself stands
    /// among the messages.
    package static func load(_ path: String, _ bytes: [UInt8]) -> (source: SourceFile, checked: Checked) {
        var files: [(name: String, bytes: [UInt8])] = [(path, bytes)]
        while true {
            if let problem = otherEncoding(files[0].bytes) {
                // Nothing of the text is shown: it would be garbled.
                let source = SourceFile(name: files[0].name, bytes: [])
                return (source, Checked(file: RulesFile(), program: nil, diagnostics: [problem]))
            }
            let first = SourceFile(name: files[0].name, bytes: files[0].bytes)
            guard let base = Parser.base(of: first) else { break }
            switch follow(base.text, from: files) {
            case .success(let file): files.insert(file, at: 0)
            case .failure(let refusal):
                let source = SourceFile(joining: [files[0]])
                let problem = Diagnostic(refusal.problem, at: .rules(base.range))
                return (source, Checked(file: RulesFile(), program: nil, diagnostics: [problem]))
            }
        }
        // Each base must be sound by itself: else its mistakes would be looked for in the change.
        for count in 1..<max(1, files.count) {
            let source = SourceFile(joining: Array(files.prefix(count)))
            let checked = check(source)
            if checked.diagnostics.hasErrors {
                let problem = Diagnostic(
                    SyntaxProblem.baseHasErrors(source.name), at: .none)
                var result = checked
                result.diagnostics = [problem] + checked.diagnostics.filter { $0.severity == .error }
                return (source, result)
            }
        }
        let source = SourceFile(joining: files)
        return (source, check(source))
    }

    /// What is to be said of a file that is text in another encoding than UTF-8.
    static func otherEncoding(_ bytes: [UInt8]) -> Diagnostic? {
        TextEncoding(notUTF8: bytes).map {
            Diagnostic(SyntaxProblem.otherEncoding($0.name), at: .rules(SourceRange(0, 0)))
        }
    }

    private struct Refusal: Error {
        var problem: SyntaxProblem
    }

    private static func follow(
        _ name: String, from files: [(name: String, bytes: [UInt8])]
    ) -> Swift.Result<(name: String, bytes: [UInt8]), Refusal> {
        let parts = name.split(whereSeparator: { $0 == "/" || $0 == "\\" })
        let climbs = parts.contains("..") || name.hasPrefix("/") || name.hasPrefix("\\") || name.contains(":")
        if climbs || parts.isEmpty { return .failure(Refusal(problem: .useRefused(name))) }
        let user = files[0].name
        let folder = user.lastIndex { $0 == "/" || $0 == "\\" }.map { String(user[...$0]) } ?? ""
        let path = folder + parts.filter { $0 != "." }.joined(separator: "/")
        if files.contains(where: { $0.name == path }) { return .failure(Refusal(problem: .useCircle(name))) }
        if files.count > depthLimit { return .failure(Refusal(problem: .useTooDeep(depthLimit))) }
        guard let bytes = Platform.read(path) else { return .failure(Refusal(problem: .useNotThere(name))) }
        return .success((path, bytes))
    }
}

extension TextEncoding {
    /// As editors on Windows call it.
    fileprivate var name: Bilingual {
        switch self {
        case .utf8: Bilingual("UTF-8", "UTF-8")
        case .gb18030: Bilingual("ANSI（GB18030）", "GB18030, which Notepad calls ANSI")
        case .utf16: Bilingual("Unicode（UTF-16）", "UTF-16, which Notepad calls Unicode")
        }
    }
}
