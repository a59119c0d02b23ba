import Diagnostics
import Foundation
import RuleSyntax
import Testing

/// The grammar of the page, read once.
private let language = Result { Recogniser.Language(try GrammarReader.read(GrammarFiles.grammarText())) }

/// How often a random test is repeated; `PTRULES_LONG` gives the factor for a long run.
private func rounds(_ count: Int) -> Int {
    count * max(1, Int(ProcessInfo.processInfo.environment["PTRULES_LONG"] ?? "") ?? 1)
}

@Test func everyRulesFileHasOneDerivation() throws {
    let language = try language.get()
    let files = try GrammarFiles.rulesFiles()
    #expect(!files.isEmpty)
    for file in files {
        let (ways, furthest) = language.derivations(file.text)
        #expect(ways == 1, "\(file.name), read as far as: \(furthest)")
        let problems = Parser.parse(SourceFile(name: file.name, text: file.text)).problems
        #expect(problems.isEmpty, "\(file.name): \(problems.first?.message.en ?? "")")
    }
}

@Test func randomSentencesHaveOneDerivationAndParse() throws {
    let language = try language.get()
    var uses = Array(repeating: 0, count: language.grammar.nodes.count)
    for (kind, count) in [(FileKind.plain, rounds(2500)), (.change, rounds(1000))] {
        var writer = SentenceWriter(language, seed: 2026, of: kind)
        for index in 0..<count {
            let text = Page.text(writer.sentence(), Dice(seed: UInt64(index)))
            let (ways, furthest) = language.derivations(text)
            #expect(ways == 1, "sentence \(index) (\(kind)), read as far as: \(furthest)\n\(text)")
            let problems = Parser.parse(SourceFile(name: "random", text: text)).problems
            #expect(problems.isEmpty, "sentence \(index) (\(kind)): \(problems.first?.message.en ?? "")\n\(text)")
        }
        for node in uses.indices { uses[node] += writer.uses[node] }
    }
    let grammar = language.grammar
    let rules = grammar.writtenRules().sorted()
    var counts: [Int] = []
    for rule in rules {
        #expect(uses[grammar.bodies[rule]] > 0, "no sentence uses the rule \(grammar.ruleNames[rule])")
        for choice in grammar.choices(in: rule) {
            for (position, node) in choice.enumerated() {
                counts.append(uses[node])
                let place = "alternative \(position + 1) of \(choice.count) in \(grammar.ruleNames[rule])"
                #expect(uses[node] > 0, "no sentence uses \(place)")
            }
        }
    }
    print("Grammar: \(rules.count) rules, \(counts.count) alternatives, each used \(counts.min() ?? 0) times or more.")
}

@Test func keywordsOfGrammarAndProgramAreTheSame() throws {
    let grammar = try language.get().grammar
    var words = Set<String>()
    for node in grammar.nodes {
        switch node {
        case .keyword(let word):
            words.insert(word)
            #expect(!Vocabulary.spellings(word).isEmpty, "\(word) is no keyword and no function")
        case .words(_, let without):
            for word in without { #expect(Keyword(word: word) != nil, "\(word) is no keyword") }
        default: break
        }
    }
    // 期望 stands in a cell, which the notation does not look into.
    let missing = Keyword.allCases.filter { !words.contains($0.zh) && $0 != .expect }
    #expect(missing.isEmpty, "\(missing.map(\.zh)) do not stand in the grammar")
    #expect(Vocabulary.reservedNumbers == Vocabulary.numbers(Keyword.reserved.map(\.zh)))
}

@Test(arguments: [
    "考核 教师\n    加 1 +\n",
    "考核 教师\n    加 1\n  扣 2\n",
    "考核 教师\n    加 甲 且 乙 或 丙\n",
    "考核 教师\n    加 甲 < 乙 < 丙\n",
    "考核 教师\n    加 甲 保底 0 + 1\n",
    "考核 教师\n    加 foo(1)\n",
    "考核 教师\n    项目 甲\n        评定 等级 依 总分\n            等次  份额\n            优  其余\n",
    "表 教师\n    是 文本\n",
    "表 教师\n    等次 A | B > C\n",
    "对照表 分 级别\n",
    "逐条 教师\n",
    "项目 甲\n",
    "计划\n",
    "选项 级别 省\n",
    "选项 级别 省 > 市, 县\n",
    "考核 教师\n    输出 甲 乙\n",
    "考核 教师\n    说明 甲 # 乙\n    依据\n",
])
func wrongTextsHaveNoDerivation(_ text: String) throws {
    #expect(try language.get().derivations(text).ways == 0)
    #expect(!Parser.parse(SourceFile(name: "wrong", text: text)).problems.isEmpty)
}

@Test func twoDerivationsAreCounted() throws {
    let grammar = try GrammarReader.read(
        "file = a NL | a a NL ; a = '加' | NAME | NAME NAME ;")
    let language = Recogniser.Language(grammar)
    #expect(language.derivations("甲\n").ways == 1)
    #expect(language.derivations("甲 乙\n").ways == 2)
    #expect(language.derivations("加\n").ways == 2)
    #expect(language.derivations("甲 乙 丙 丁 戊\n").ways == 0)
}
