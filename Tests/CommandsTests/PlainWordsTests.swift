import Commands
import Diagnostics
import Testing

/// The program speaks to people of a school's office, who have never programmed.
@Suite struct PlainWordsTests {
    /// Words that they would not know, or would know in another sense.
    static let unknownWords: [Language: Set<String>] = [
        .zh: [
            "标识符", "解析", "表达式", "变量", "常量", "函数", "布尔", "字符串", "参数", "类型", "语法", "语句", "操作数", "运算符", "空指针", "空值",
            "关键字", "编译", "索引", "数组", "枚举", "异常", "字段", "嵌套", "递归", "栈", "溢出", "返回值", "调用", "实例", "接口", "迭代",
        ],
        .en: [
            "token", "parse", "parser", "parsed", "parsing", "null", "nil", "type", "expression", "identifier",
            "syntax",
            "semantic", "operand", "operator", "boolean", "bool", "string", "argument", "parameter", "variable",
            "constant", "function", "literal", "statement", "compile", "compiler", "array", "enum", "exception",
            "schema",
            "recursion", "recursive", "overflow", "stack", "instance", "iterator", "predicate", "scope", "ast",
        ],
    ]

    /// The words in a text that are on the list, in the singular or plural.
    static func unknown(in text: String, _ language: Language) -> [String] {
        let listed = unknownWords[language]!
        if language == .zh { return listed.filter { text.contains($0) }.sorted() }
        let words = Set(text.lowercased().split { !$0.isASCII || !$0.isLetter }.map(String.init))
        return words.filter { listed.contains($0) || $0.hasSuffix("s") && listed.contains(String($0.dropLast())) }
            .sorted()
    }

    static func expectPlain(_ text: String, _ language: Language, _ whose: String) {
        let found = unknown(in: text, language)
        #expect(found.isEmpty, "\(whose) says \(found.joined(separator: ", "))")
    }

    /// The texts themselves, those without a case in the corpus too.
    @Test(arguments: [Language.zh, .en]) func texts(_ language: Language) {
        for problem in Catalog.problems {
            let texts = [problem.message, problem.reason] + (problem.help.map { [$0] } ?? [])
            for text in texts { Self.expectPlain(text.text(in: language), language, problem.code) }
        }
    }

    /// Everything that is shown for the corpus, with labels and causes.
    @Test(arguments: [Language.zh, .en]) func corpus(_ language: Language) throws {
        let ending = ".\(language.rawValue).txt"
        for file in Project.names(PageSource.errors, ending: ending) {
            Self.expectPlain(try Project.read(PageSource.errors + "/" + file), language, file)
        }
        for item in DataCase.all {
            Self.expectPlain(try Project.read(item.folder + "/messages" + ending), language, item.name)
        }
    }

    /// The pages of `explain`, the list of codes, and help.
    @Test(arguments: [Language.zh, .en]) func pages(_ language: Language) {
        let codes = Catalog.problems.map(\.code)
        let commands = ["check", "eval", "test", "fmt", "explain"]
        let runs = [["explain"], ["--help"]] + codes.map { ["explain", $0] } + commands.map { [$0, "--help"] }
        for words in runs {
            let output = Project.run(words, language: language.rawValue).output
            Self.expectPlain(output, language, words.joined(separator: " "))
        }
    }
}
