import Diagnostics
import Foundation
import RuleSyntax
import Testing

/// What the page says under "What the rules leave open", by the code of the message.
private let leftOpen: Set<String> = [
    SyntaxProblem.repeated(Bilingual("", "")).code, SyntaxProblem.rowLength(expected: 0, found: 0).code,
    SyntaxProblem.severalPlans.code, SyntaxProblem.badDate("").code, SyntaxProblem.tooDeep(0).code,
    SyntaxProblem.wholeNumber.code, SyntaxProblem.editWithoutBase(.new).code, SyntaxProblem.needsBlock(.grade).code,
]

private let factor = max(1, Int(ProcessInfo.processInfo.environment["PTRULES_LONG"] ?? "") ?? 1)

/// Sentences with a few words removed, doubled or exchanged: the grammar and the parser must agree whether they stand.
@Test(arguments: FileKind.allCases) func grammarAndParserAgreeOnDamagedSentences(_ kind: FileKind) throws {
    let language = Recogniser.Language(try GrammarReader.read(GrammarFiles.grammarText()))
    var dice = Dice(seed: 5)
    var writer = SentenceWriter(language, seed: 6, of: kind)
    var wrong = 0
    for index in 0..<(800 * factor) {
        let text = Page.text(dice.damage(writer.sentence()), Dice(seed: UInt64(index)))
        let ways = language.derivations(text).ways
        let problem = Parser.parse(SourceFile(name: "damaged", text: text)).problems.first
        wrong += ways == 0 ? 1 : 0
        #expect(ways < 2, "sentence \(index) can be read in two ways\n\(text)")
        if let problem, leftOpen.contains(problem.code) { continue }
        #expect((ways > 0) == (problem == nil), "sentence \(index), \(ways): \(problem?.message.en ?? "none")\n\(text)")
    }
    #expect(wrong > 150)
}

/// No text makes the parser stop, hang, or point outside the file.
@Test func damagedFilesAreParsed() throws {
    var dice = Dice(seed: 7)
    let files = try GrammarFiles.rulesFiles()
    for file in files {
        for _ in 0..<(300 * factor / files.count + 1) {
            let bytes = dice.chance(50) ? dice.damage(Array(file.text.utf8)) : dice.damage(file.text)
            let problems = Parser.parse(SourceFile(name: file.name, bytes: bytes)).problems
            for problem in problems {
                guard case .rules(let range) = problem.place else { continue }
                #expect(range.start >= 0 && range.end <= bytes.count)
            }
        }
    }
}

@Test(
    .timeLimit(.minutes(5)),
    arguments: ["「", "「  ", "(", "- ", "非 ", "按 ", "按 x (1: ", "按 (", "9", "加", "a.", "1 + ", "a[", "甲 保底 "])
func longLinesAreParsed(_ part: String) {
    let line = String(repeating: part, count: 60_000 / part.utf8.count)
    for text in ["考核 甲\n    加 \(line)", "考核 甲\n    加 合计(\(line)1 当 1)", "对照表 甲 乙\n    \(line)", "计划 \(line)"] {
        let clock = ContinuousClock()
        let time = clock.measure { _ = Parser.parse(SourceFile(name: "long", text: text)) }
        #expect(time < .seconds(10))
    }
}
