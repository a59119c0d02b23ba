import Diagnostics
import Platform
import RuleEngine
import RuleSemantics
import TableFiles
import Tables

/// Exit statuses of the program.
enum Status: Int32 {
    case done = 0
    case wrong = 1
    case usage = 2
    case environment = 3

    /// The graver of two.
    func and(_ other: Status) -> Status { rawValue >= other.rawValue ? self : other }
}

/// Where the program's text goes: standard output and standard error, or the buffers of a test.
package protocol Terminal {
    mutating func output(_ text: String)
    mutating func error(_ text: String)
    /// Says what is being done, for whoever waits: shown only while it lasts.
    mutating func stage(_ text: String)
    var hasColor: Bool { get }
    /// Whether some of the output was lost: the disk is full, or nobody reads.
    var hasFailed: Bool { get }
}

package let programVersion = "0.1.0"

/// One run of the program. Text is collected and shown through the terminal.
package struct Driver<Screen: Terminal> {
    package var terminal: Screen
    var language = Language.zh
    /// The codes whose reason has been shown: once is enough.
    private var explained: Set<String> = []

    package init(_ terminal: Screen) {
        self.terminal = terminal
    }

    /// Runs a command line, the program's name left out, and gives the exit status.
    package mutating func run(_ words: [String], prefersChinese: Bool) -> Int32 {
        let status = status(words, prefersChinese)
        if !terminal.hasFailed { return status.rawValue }
        report(.outputLost)
        return status.and(.environment).rawValue
    }

    private mutating func status(_ words: [String], _ prefersChinese: Bool) -> Status {
        var arguments = Arguments(words)
        language = arguments.language ?? (prefersChinese ? .zh : .en)
        if arguments.version {
            terminal.output("ptrules \(programVersion)\n")
            return .done
        }
        if arguments.help || words.isEmpty {
            terminal.output((arguments.command?.help ?? Arguments.Command.overview).text(in: language))
            return .done
        }
        if arguments.command == nil, arguments.mistakes.isEmpty {
            arguments.mistakes.append(Bilingual("没有写命令。", "No command is given."))
        }
        arguments.validate()
        guard arguments.mistakes.isEmpty, let command = arguments.command else {
            for mistake in arguments.mistakes { terminal.error(mistake.text(in: language) + "\n") }
            let more = arguments.command.map { "ptrules \($0.rawValue) --help" } ?? "ptrules --help"
            terminal.error(say("用法见：\(more)\n", "See: \(more)\n"))
            return .usage
        }
        switch command {
        case .check: return check(arguments)
        case .eval: return evaluate(arguments)
        case .test: return test(arguments)
        case .fmt: return format(arguments)
        case .explain: return explain(arguments)
        case .sample: return sample(arguments)
        case .template: return template(arguments)
        }
    }

    func say(_ zh: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
        language == .zh ? zh() : en()
    }

    /// A rules file with the files that it builds on, checked; `nil`, reported, when it cannot be read at all.
    mutating func rules(_ path: String) -> (source: SourceFile, checked: Checked)? {
        content(path).map { RulesLoader.load(path, $0) }
    }

    /// The bytes of a file, or a message.
    mutating func content(_ path: String) -> [UInt8]? {
        if let bytes = Platform.read(path) { return bytes }
        report(Platform.exists(path) ? .unreadable(path) : .notThere(path))
        return nil
    }

    mutating func report(_ problem: FileProblem) {
        show([Diagnostic(problem, at: .none)], nil)
    }

    /// Shows messages, graver ones whole; after so many the rest are counted.
    mutating func show(_ diagnostics: [Diagnostic], _ source: SourceFile?) {
        let renderer = Renderer(language: language, color: terminal.hasColor, source: source)
        var text = ""
        for var diagnostic in diagnostics.prefix(Self.shownLimit) {
            if !explained.insert(diagnostic.code).inserted { diagnostic.reason = nil }
            text += renderer.render(diagnostic)
        }
        if diagnostics.count > Self.shownLimit {
            let rest = diagnostics.count - Self.shownLimit
            text += say("……另有 \(rest) 处没有列出\n", "… and \(rest) more\n")
        }
        if !text.isEmpty { terminal.error(text) }
    }

    static var shownLimit: Int { 100 }

    /// `2 处错误，1 处提请注意`
    func summary(_ diagnostics: [Diagnostic]) -> String {
        let errors = diagnostics.count { $0.severity == .error }
        let findings = diagnostics.count { $0.severity == .finding }
        if errors == 0, findings == 0 { return say("没有问题", "no problems") }
        var parts: [String] = []
        if errors > 0 { parts.append(say("\(errors) 处错误", errors == 1 ? "1 error" : "\(errors) errors")) }
        if findings > 0 { parts.append(say("\(findings) 处提请注意", findings == 1 ? "1 finding" : "\(findings) findings")) }
        return parts.joined(separator: say("，", ", "))
    }
}
