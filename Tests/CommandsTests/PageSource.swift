import Commands
import Diagnostics
import FoundationEssentials

/// Makes the pages of `explain` from the corpus: for each code what is wrong, the message, and the same put right.
enum PageSource {
    static let errors = Project.corpus + "/Errors"

    /// What cannot be shown as text: files too large to be kept, workbooks, encodings. `TypedCellTests`,
    /// `EncodingTests` and `WorkbookInputTests` give them.
    static let withoutExample: Set<String> = Set(
        [
            "E126", "D511", "D436", "D445", "D446", "D452", "N530", "N531", "N532", "D533", "N540", "N541", "D443",
            "D444", "D519", "D534", "D535", "D536",
        ]
            + (513...518).map { "D\($0)" }
            + (520...529).map { "D\($0)" }
    ).subtracting(["D515"])

    /// The case that shows a code of the data: the one that gives the fewest others.
    static let cases: [String: DataCase] = {
        var best: [String: (item: DataCase, others: Int)] = [:]
        for item in DataCase.all {
            guard let codes = try? item.codes() else { continue }
            for code in codes where best[code].map({ codes.count < $0.others }) ?? true {
                best[code] = (item, codes.count)
            }
        }
        return best.mapValues(\.item)
    }()

    /// The examples by their codes.
    static let examples: [String: PageExample] = {
        var examples: [String: PageExample] = [:]
        for code in Catalog.problems.map(\.code) { examples[code] = try? example(code) }
        return examples
    }()

    private static func example(_ code: String) throws -> PageExample? {
        if withoutExample.contains(code) { return nil }
        if let example = planText(code) { return example }
        return code.hasPrefix("D") ? try cases[code].map { try data(code, $0) } : try rules(code)
    }

    // MARK: Rules

    private static func rules(_ code: String) throws -> PageExample? {
        let path = errors + "/\(code).rules"
        let right = errors + "/\(code).right.rules"
        guard let wrong = Project.found(path), let mended = Project.found(right) else { return nil }
        func message(_ language: String) -> String {
            own(code, Project.run("check", "--strict", path, language: language).error)
                .split(separator: "Tests/Corpus/Errors/", omittingEmptySubsequences: false).joined()
        }
        var (wrongText, rightText, besides) = (shown(wrong), shown(mended), base(of: wrong))
        // Where the mistake lies in the file that it builds on, both are shown with theirs.
        if !besides.isEmpty, base(of: mended) != besides {
            wrongText += "\n\n" + besides
            rightText += "\n\n" + base(of: mended)
            besides = ""
        }
        return PageExample(
            wrong: wrongText, right: rightText, besides: besides, zh: message("zh"), en: message("en"))
    }

    /// The file that an example builds on, where that is a single one.
    private static func base(of text: String) -> String {
        let parts = text.split(separator: "\n").first?.split(separator: "\"") ?? []
        guard parts.first == "沿用 ", parts.count == 2, let base = Project.found(errors + "/" + parts[1]),
            !base.contains("沿用 \"")
        else { return "" }
        return shown("\(parts[1])\n\n\(base)")
    }

    // MARK: The plan's text

    /// Rules and the text that they are held against; one of the two is mended, the other stays.
    private static func planText(_ code: String) -> PageExample? {
        let path = PlanTextTests.folder + "/" + code
        guard let rules = Project.found(path + ".rules"), let plan = Project.found(path + ".plan.txt") else {
            return nil
        }
        func message(_ language: String) -> String {
            let run = Project.run(
                "check", "--strict", "--plan", path + ".plan.txt", path + ".rules", language: language)
            return own(code, run.error).split(separator: "Tests/Corpus/PlanText/", omittingEmptySubsequences: false)
                .joined()
        }
        if let mended = Project.found(path + ".right.rules") {
            return PageExample(
                wrong: shown(rules), right: shown(mended), besides: shown("\(code).plan.txt\n\n\(plan)"),
                zh: message("zh"), en: message("en"))
        }
        guard let mended = Project.found(path + ".right.plan.txt") else { return nil }
        return PageExample(
            wrong: shown(plan), right: shown(mended), besides: shown("\(code).rules\n\n\(rules)"), zh: message("zh"),
            en: message("en"))
    }

    // MARK: Data

    private static func data(_ code: String, _ item: DataCase) throws -> PageExample {
        let temporary = try Project.temporaryFolder()
        defer { Project.remove(temporary) }
        func message(_ language: String) throws -> String {
            own(code, try item.run(right: false, language: language, temporary: temporary).error)
        }
        var wrong: [String] = []
        var right: [String] = []
        var besides: [String] = []
        func add(_ name: String, _ before: String?, _ after: String?, keep: Bool) {
            if before == after {
                if keep, let before { besides.append("\(name)\n\n\(before)") }
                return
            }
            if let before { wrong.append("\(name)\n\n\(before)") }
            if let after { right.append("\(name)\n\n\(after)") }
        }
        if item.hasOwnCommand {
            let commands = try [false, true].map { "ptrules " + (try item.command(right: $0)) }
            if commands[0] != commands[1] {
                wrong.append(commands[0])
                right.append(commands[1])
            } else {
                besides.append(commands[0])
            }
        }
        let names = [false, true].map { Project.names(item.data(right: $0), ending: "").filter { !$0.hasPrefix(".") } }
        if !names[0].isEmpty, names[0] != names[1], item.data(right: true) != item.data(right: false) {
            wrong.append("data\n\n" + names[0].joined(separator: "  "))
            right.append("data\n\n" + names[1].joined(separator: "  "))
        }
        try add(
            "rules.rules", Project.read(item.rules(right: false)), Project.read(item.rules(right: true)),
            keep: item.hasOwnRules)
        for name in Set(names[0] + names[1]).sorted() where name.hasSuffix(".csv") {
            add(
                name, Project.found(item.data(right: false) + "/" + name),
                Project.found(item.data(right: true) + "/" + name), keep: item.hasOwnRules)
        }
        return PageExample(
            wrong: shown(wrong.joined(separator: "\n")), right: shown(right.joined(separator: "\n")),
            besides: shown(besides.joined(separator: "\n")), zh: try message("zh"), en: try message("en"))
    }

    // MARK: Texts

    /// The messages of one code without their reason, which the page gives by itself.
    private static func own(_ code: String, _ text: String) -> String {
        var kept: [Substring] = []
        var isOwn = false
        for line in text.split(separator: "\n") {
            if !line.hasPrefix(" ") { isOwn = line.contains("[\(code)]") }
            if isOwn, !line.hasPrefix("  为什么："), !line.hasPrefix("  why: ") { kept.append(line) }
        }
        return kept.map { cut($0) }.joined(separator: "\n")
    }

    /// The text with its long lines cut and the middle of a long file left out.
    private static func shown(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { cut($0.filter { $0 != "\r" }) }
        while lines.last?.isEmpty == true { lines.removeLast() }
        if lines.count > 60 { lines = lines.prefix(16) + ["……"] + lines.suffix(4) }
        return lines.joined(separator: "\n")
    }

    private static func cut(_ line: some StringProtocol) -> String {
        displayWidth(line) <= 150 ? String(line) : String(line.prefix(60)) + "……"
    }

    // MARK: Files

    /// The Swift file that holds the pages.
    static func swift() -> String {
        var text = """
            // swift-format-ignore-file
            // Made from Tests/Corpus/Errors, PlanText and BadData by `PTRULES_REWRITE=1 swift test --filter PageTests`.

            extension PageExample {
                /// The example of a code, where it has one.
                package static func of(_ code: String) -> PageExample? {
                    switch code {

            """
        for problem in Catalog.problems {
            guard let example = examples[problem.code] else { continue }
            text += "        case \"\(problem.code)\":\n            return PageExample(\n"
            text += "wrong: \(literal(example.wrong)),\nright: \(literal(example.right)),\n"
            if !example.besides.isEmpty { text += "besides: \(literal(example.besides)),\n" }
            text += "zh: \(literal(example.message.zh)),\nen: \(literal(example.message.en)))\n"
        }
        return text + "        default: return nil\n        }\n    }\n}\n"
    }

    private static func literal(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return "#\"\"\"\n" + lines.map { $0 + "\n" }.joined() + "\"\"\"#"
    }

    /// The page of the documentation that lists all codes.
    static func documentation() -> String {
        var text = """
            # Messages

            Every message of the program, by its code. `ptrules explain CODE` shows an example of each, and the same put right.

            ## Overview

            `E` is an error in the rules, `F` a finding about the plan, `N` a note, `D` an error in the data or a file. Names
            stand by way of example. This page is made from the texts of the program.

            """
        var last = ""
        for problem in Catalog.problems {
            let heading = Catalog.heading(problem.code).en
            if heading != last {
                text += "\n## \(heading)\n\n| code | message | why it matters |\n| --- | --- | --- |\n"
            }
            last = heading
            text += "| \(problem.code) | \(cell(problem.message.en)) | \(cell(problem.reason.en)) |\n"
        }
        return text
    }

    private static func cell(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}
