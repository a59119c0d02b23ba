import Testing

/// One case of `Tests/Corpus/BadData`: a folder that holds `data`, and, where they are not the usual ones, `rules.rules`
/// and `command.txt`. Its folder `right` holds those of the three that put it right; without one the data of the case
/// `good` are right.
struct DataCase: Sendable, CustomTestStringConvertible {
    static let folder = Project.corpus + "/BadData"
    static let all = Project.names(folder).filter { !$0.contains(".") }.map { DataCase(name: $0) }

    let name: String
    var testDescription: String { name }
    var folder: String { Self.folder + "/" + name }

    private func has(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        return Project.names(folder + "/" + parts.dropLast().joined(separator: "/")).contains(String(parts.last!))
    }

    var hasOwnRules: Bool { has("rules.rules") || has("right/rules.rules") }
    var hasOwnCommand: Bool { has("command.txt") || has("right/command.txt") }

    func rules(right: Bool) -> String {
        if right, has("right/rules.rules") { return folder + "/right/rules.rules" }
        return has("rules.rules") ? folder + "/rules.rules" : Self.folder + "/rules.rules"
    }

    func data(right: Bool) -> String {
        if right, has("right/data") { return folder + "/right/data" }
        return right && !has("right") ? Self.folder + "/good/data" : folder + "/data"
    }

    /// The command line as a person would type it.
    func command(right: Bool) throws -> String {
        let own = right && has("right/command.txt") ? "right/command.txt" : "command.txt"
        if !has(own) { return "eval rules.rules --data data --output 结果.csv" }
        return String(try Project.read(folder + "/" + own).prefix { $0 != "\n" })
    }

    /// Runs the command, its outputs in a temporary folder, and gives what it shows with file names as they were typed.
    func run(right: Bool, language: String, temporary: String) throws -> Run {
        var words: [String] = []
        for word in try command(right: right).split(separator: " ").map(String.init) {
            if words.last == "--output" {
                words.append(temporary + "/" + word)
            } else if word == "rules.rules" {
                words.append(rules(right: right))
            } else if word == "data" || word.hasPrefix("data/") {
                words.append(data(right: right) + word.dropFirst(4))
            } else {
                words.append(word.hasSuffix(".rules") ? folder + "/" + word : word)
            }
        }
        var run = Project.run(words, language: language)
        for folder in [
            temporary, "Tests/Corpus/BadData/\(name)/right", "Tests/Corpus/BadData/\(name)", "Tests/Corpus/BadData",
        ] {
            run.error = run.error.split(separator: folder + "/", omittingEmptySubsequences: false).joined()
            run.output = run.output.split(separator: folder + "/", omittingEmptySubsequences: false).joined()
        }
        return run
    }

    /// The codes of the messages that it gives, most telling cases first: those that give little else.
    func codes() throws -> Set<String> {
        let temporary = try Project.temporaryFolder()
        defer { Project.remove(temporary) }
        return Self.codes(in: try run(right: false, language: "en", temporary: temporary).error)
    }

    static func codes(in text: String) -> Set<String> {
        Set(
            text.split(separator: "[").dropFirst().compactMap { piece in
                let code = piece.prefix { $0 != "]" }
                return code.count == 4 && code.dropFirst().allSatisfy(\.isNumber) ? String(code) : nil
            })
    }
}
