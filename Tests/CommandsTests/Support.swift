import Commands
import Diagnostics
import FoundationEssentials
import Platform
import RuleSemantics
import Testing

/// Collects what the program would show.
struct BufferTerminal: Terminal {
    var standardOutput = ""
    var standardError = ""
    var stages: [String] = []
    let hasColor = false
    /// Set for an output that takes nothing.
    var hasFailed = false

    mutating func output(_ text: String) { standardOutput += text }
    mutating func error(_ text: String) { standardError += text }
    mutating func stage(_ text: String) { stages.append(text) }
}

/// What one run of the program came to.
struct Run: Sendable {
    var status: Int32
    var output: String
    var error: String
    /// What was said to be going on, in order.
    var stages: [String] = []
}

enum Project {
    static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    static let corpus = root + "/Tests/Corpus"
    static let schoolRules = root + "/rules/校本研修.rules"

    /// How many plans are made at random: `PTRULES_CASES`, which `.ci/run` sets in a release build. With it, tests that
    /// otherwise try a share of what they could try, try all of it.
    static let cases = Platform.environment("PTRULES_CASES").flatMap { Int($0) }

    /// Runs the program in this process, in Chinese unless told.
    static func run(_ words: String..., language: String = "zh") -> Run { run(words, language: language) }

    static func run(_ words: [String], language: String = "zh") -> Run {
        Platform.onLargeStack {
            var driver = Driver(BufferTerminal())
            let status = driver.run(words + ["--lang", language], prefersChinese: true)
            return Run(
                status: status, output: withoutRoot(driver.terminal.standardOutput),
                error: withoutRoot(driver.terminal.standardError), stages: driver.terminal.stages)
        }
    }

    /// Checks a text as the program does, with room for the deepest formulas.
    static func checked(_ source: SourceFile) -> Checked { Platform.onLargeStack { check(source) } }

    /// Checks a file as the program does, with those that it builds on.
    static func checkedFile(_ path: String) throws -> Checked {
        let bytes = try bytes(path)
        return Platform.onLargeStack { RulesLoader.load(path, bytes).checked }
    }

    /// Messages name files as they were given; the tests give whole paths, which differ between machines.
    static func withoutRoot(_ text: String) -> String {
        text.split(separator: root + "/", omittingEmptySubsequences: false).joined()
    }

    /// The file that an evaluation writes, whose ending asks for its kind.
    static func written(
        _ name: String, _ rules: String, _ data: String, language: String = "zh"
    ) throws -> (run: Run, bytes: [UInt8]) {
        let folder = try temporaryFolder()
        defer { remove(folder) }
        let run = run("eval", rules, "--data", data, "--output", folder + "/" + name, language: language)
        try #require(run.status == 0, "\(run.error)")
        return (run, try bytes(folder + "/" + name))
    }

    static func read(_ path: String) throws -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try #require(FileManager.default.contents(atPath: path), "\(path) is not there"))
    }

    /// The text of a file, or `nil` when it is not there.
    static func found(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }

    static func names(_ folder: String, ending: String = "") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(ending) }.sorted()
    }

    /// A new empty folder for one test.
    static func temporaryFolder() throws -> String {
        let path = FileManager.default.temporaryDirectory.path + "/ptrules-test-\(UInt64.random(in: 0...UInt64.max))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

    static func write(_ text: String, _ path: String) throws { try write(Array(text.utf8), path) }

    static func write(_ bytes: [UInt8], _ path: String) throws {
        try #require(FileManager.default.createFile(atPath: path, contents: Data(bytes)), "\(path)")
    }

    /// Holds a text against a golden file; `PTRULES_REWRITE=1` writes the file anew, to be reviewed as a diff.
    static func expectGolden(_ text: String, _ path: String, _ location: SourceLocation = #_sourceLocation) throws {
        if ProcessInfo.processInfo.environment["PTRULES_REWRITE"] == "1" {
            try write(text, path)
            return
        }
        let golden = try read(path)
        #expect(text == golden, "differs from \(path)", sourceLocation: location)
    }
}

/// Small reproducible random numbers (SplitMix64).
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
