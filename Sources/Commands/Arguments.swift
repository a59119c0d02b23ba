import Diagnostics

/// The command line, taken apart.
struct Arguments {
    enum Command: String, CaseIterable {
        case check, eval, test, fmt, template, sample, explain
    }

    enum Format: String, CaseIterable {
        case text, table, csv, json, md, sarif
    }

    var command: Command?
    /// For explain: codes.
    var files: [String] = []
    var data: [String] = []
    var outputs: [String] = []
    var explain: [String] = []
    var table: String?
    /// For check: the plan's own text.
    var plan: String?
    var format: Format?
    var strict = false
    /// For check: apply the fixes that are certain.
    var fix = false
    /// For fmt: only say whether anything would change.
    var checkOnly = false
    /// For fmt: write a file that builds on others out as one, to standard output.
    var flatten = false
    /// For test: also what no example reaches.
    var coverage = false
    /// How many processors may be used; all unless told.
    var threads: Int?
    /// For sample: the number of rows of each assessed table, and the seed.
    var rows: Int?
    var seed: UInt64?
    /// For fmt: the language of the keywords.
    var keywords: Language?
    var help = false
    var version = false
    var language: Language?
    /// What is wrong with the command line.
    var mistakes: [Bilingual] = []

    init(_ words: [String]) {
        var rest = words[...]
        var onlyFiles = false
        while let word = rest.popFirst() {
            if onlyFiles || !word.hasPrefix("-") || word == "-" {
                if command == nil, !help, !version, mistakes.isEmpty {
                    command = Command(rawValue: word)
                    if command == nil { unknownCommand(word) }
                } else {
                    files.append(word)
                }
                continue
            }
            if word == "--" {
                onlyFiles = true
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let value: () -> String? = {
                if parts.count == 2 { return parts[1] }
                // The next option is nobody's value.
                return rest.first?.hasPrefix("--") ?? true ? nil : rest.popFirst()
            }
            if parts.count == 2, Self.flags.contains(parts[0]) {
                mistakes.append(Bilingual("\(parts[0]) 后面不写内容。", "\(parts[0]) takes no value."))
            }
            option(parts[0], value)
        }
    }

    /// The options without a value.
    private static let flags: Set<String> = [
        "-h", "--help", "--version", "--strict", "--fix", "--check", "--coverage", "--flatten",
    ]

    private mutating func unknownCommand(_ word: String) {
        let near = nearest(word, in: Command.allCases.map(\.rawValue) + ["help"])
        if word == "help" {
            help = true
            return
        }
        let hint = near.map { Bilingual("是不是“\($0)”？", "Did you mean “\($0)”?") } ?? Bilingual("", "")
        mistakes.append(Bilingual("没有“\(word)”这个命令。\(hint.zh)", "There is no command “\(word)”. \(hint.en)"))
    }

    private mutating func option(_ name: String, _ value: () -> String?) {
        func need(_ body: (String) -> Void) {
            if let text = value(), !text.isEmpty {
                body(text)
            } else {
                mistakes.append(Bilingual("\(name) 后面缺少内容。", "\(name) needs a value."))
            }
        }
        switch name {
        case "-h", "--help": help = true
        case "--version": version = true
        case "--strict": strict = true
        case "--fix": fix = true
        case "--check": checkOnly = true
        case "--coverage": coverage = true
        case "--flatten": flatten = true
        case "--data": need { data.append($0) }
        case "--output", "-o": need { outputs.append($0) }
        case "--explain": need { explain.append($0) }
        case "--table": need { table = $0 }
        case "--plan": need { plan = $0 }
        case "--rows":
            need { text in
                rows = Int(text).flatMap { (1...100_000).contains($0) ? $0 : nil }
                if rows == nil {
                    mistakes.append(
                        Bilingual("--rows 后面写 1 到 100000 的整数。", "--rows takes a whole number from 1 to 100000."))
                }
            }
        case "--threads":
            need { text in
                threads = Int(text).flatMap { (1...1024).contains($0) ? $0 : nil }
                if threads == nil {
                    mistakes.append(
                        Bilingual("--threads 后面写 1 到 1024 的整数。", "--threads takes a whole number from 1 to 1024."))
                }
            }
        case "--seed":
            need { text in
                seed = UInt64(text)
                if seed == nil { mistakes.append(Bilingual("--seed 后面写一个整数。", "--seed takes a whole number.")) }
            }
        case "--keywords":
            need { text in
                keywords = Language(rawValue: text)
                if keywords == nil { mistakes.append(Bilingual("--keywords 只能是 zh 或 en。", "--keywords is zh or en.")) }
            }
        case "--lang":
            need { text in
                language = Language(rawValue: text)
                if language == nil { mistakes.append(Bilingual("--lang 只能是 zh 或 en。", "--lang is zh or en.")) }
            }
        case "--format":
            need { text in
                format = Format(rawValue: text)
                if format == nil {
                    mistakes.append(Bilingual("没有“\(text)”这种格式。", "There is no format “\(text)”."))
                }
            }
        default:
            let known = [
                "--help", "--version", "--strict", "--data", "--output", "--explain", "--table", "--lang", "--check",
                "--keywords", "--coverage", "--flatten", "--format", "--plan", "--fix", "--rows", "--seed",
                "--threads",
            ]
            let hint =
                nearest(name, in: known).map {
                    Bilingual(
                        "是不是 \($0)？",
                        "Did you mean \($0)?")
                } ?? Bilingual("", "")
            mistakes.append(Bilingual("没有 \(name) 这个选项。\(hint.zh)", "There is no option \(name). \(hint.en)"))
        }
    }

    /// What does not go together, once all words are read.
    mutating func validate() {
        guard let command, mistakes.isEmpty else { return }
        if files.isEmpty, command != .explain { mistakes.append(Bilingual("没有写明规则文件。", "No rules file is given.")) }
        func refuse(_ given: Bool, _ option: String) {
            if given {
                mistakes.append(
                    Bilingual("\(command.rawValue) 没有 \(option) 选项。", "\(command.rawValue) has no option \(option)."))
            }
        }
        if command != .check { refuse(fix, "--fix") }
        if command != .check { refuse(plan != nil, "--plan") }
        if command != .test { refuse(coverage, "--coverage") }
        if command != .eval { refuse(threads != nil, "--threads") }
        if command != .sample {
            refuse(rows != nil, "--rows")
            refuse(seed != nil, "--seed")
        }
        if command != .fmt {
            refuse(checkOnly, "--check")
            refuse(flatten, "--flatten")
            refuse(keywords != nil, "--keywords")
        }
        if flatten, checkOnly {
            mistakes.append(Bilingual("--flatten 与 --check 不能同时用。", "--flatten and --check do not go together."))
        }
        let allowed: [Format]
        switch command {
        case .check:
            refuse(!outputs.isEmpty, "--output")
            refuse(!explain.isEmpty, "--explain")
            refuse(table != nil, "--table")
            if fix, let format, format != .text {
                mistakes.append(
                    Bilingual(
                        "--fix 与 --format \(format.rawValue) 不能同时用。",
                        "--fix and --format \(format.rawValue) do not go together."))
            }
            allowed = [.text, .json, .sarif]
        case .eval:
            refuse(strict, "--strict")
            if files.count > 1 { mistakes.append(Bilingual("eval 只能写一个规则文件。", "eval takes one rules file.")) }
            if data.isEmpty { mistakes.append(Bilingual("没有用 --data 写明数据。", "No data are given with --data.")) }
            allowed = [.table, .csv, .json, .md]
        case .sample, .template:
            refuse(strict, "--strict")
            refuse(!data.isEmpty, "--data")
            refuse(!explain.isEmpty, "--explain")
            refuse(table != nil, "--table")
            if files.count > 1 {
                mistakes.append(
                    Bilingual("\(command.rawValue) 只能写一个规则文件。", "\(command.rawValue) takes one rules file."))
            }
            if outputs.count != 1 {
                mistakes.append(
                    command == .sample
                        ? Bilingual("用 --output 写明一个文件夹或工作簿。", "Give one folder or workbook with --output.")
                        : Bilingual("用 --output 写明一个工作簿（.xlsx）。", "Give one workbook (.xlsx) with --output."))
            } else if command == .template, !outputs[0].lowercased().hasSuffix(".xlsx") {
                mistakes.append(Bilingual("模板的文件名要以 .xlsx 结尾。", "A template's name ends in .xlsx."))
            }
            allowed = []
        case .test, .fmt, .explain:
            refuse(strict, "--strict")
            refuse(!data.isEmpty, "--data")
            refuse(!outputs.isEmpty, "--output")
            refuse(!explain.isEmpty, "--explain")
            refuse(table != nil, "--table")
            allowed = []
        }
        if let format, !allowed.contains(format) { refuse(true, "--format \(format.rawValue)") }
    }
}
