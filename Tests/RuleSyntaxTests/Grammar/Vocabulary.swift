import Diagnostics
import RuleSyntax

/// The words with a meaning, each known by the number of its keyword or function; both spellings have one number.
enum Vocabulary {
    /// Keywords, and the names of types, roundings and units, which the grammar writes in the same way.
    static let fixedWords: [Bilingual] =
        Keyword.allCases.map(\.spellings) + TypeName.allCases.map(\.spellings) + RoundingName.allCases.map(\.spellings)
        + Unit.allCases.map(\.spellings)

    static let keywords: [String: Int] = {
        var numbers: [String: Int] = [:]
        for (index, word) in fixedWords.enumerated() {
            numbers[word.zh] = index
            numbers[word.en] = index
        }
        return numbers
    }()

    static let functions: [String: Int] = {
        var numbers: [String: Int] = [:]
        for (index, function) in Function.allCases.enumerated() {
            numbers[function.zh] = index
            numbers[function.en] = index
        }
        return numbers
    }()

    /// The spellings of a word in single quotes; empty when it is none of the language.
    static func spellings(_ word: String) -> [String] {
        if let fixed = fixedWords.first(where: { $0.zh == word }) { return [fixed.zh, fixed.en] }
        if let function = Function.allCases.first(where: { $0.zh == word }) { return [function.zh, function.en] }
        return []
    }

    /// The words that no NAME may be.
    static let reserved = ["是", "否", "非", "全体", "全部", "本", "按", "其余", "报错"]
    static let notColumns = reserved + ["新增", "删去", "说明", "依据", "要求"]
    static let notTypes = reserved + ["文本", "是否", "月份", "数", "整数", "比例", "日期", "引用"]

    static func numbers(_ words: [String]) -> Set<Int> { Set(words.compactMap { keywords[$0] }) }

    static let reservedNumbers = numbers(reserved)
    static let notColumnNumbers = numbers(notColumns)
    static let notTypeNumbers = numbers(notTypes)
}
