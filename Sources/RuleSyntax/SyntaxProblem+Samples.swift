import Diagnostics

extension SyntaxProblem {
    /// One of each, with names by way of example: the list and the titles of the pages that `explain` prints.
    package static let samples: [SyntaxProblem] = [
        .expected(Bilingual("数、名称或括号", "a number, a name or a bracket"), found: "满分"), .unclosed("("),
        .unexpected("分"), .unknownStatement("增", nearest: nil),
        .misplaced(.add, wants: Bilingual("“考核”或“项目”下面", "below “assess” or “section”")),
        .glued(Bilingual("满分", "max"), rest: "10"), .openQuote, .unknownSign("$"), .rangeSign("～"), .doubleEqual,
        .badDate("2026-02-30"), .digitLookAlike("1O"), .mixedLogic, .chainedComparison,
        .endingThenMore(ending: "若缺", left: "", right: ""), .wordComparison("超过", sign: ">"), .reserved("其余"),
        .unknownFunction("最多", nearest: nil), .unevenIndent(expected: 8, found: 6, blank: .blank), .noBlock("逐条"),
        .needsBlock(.example), .repeated(Bilingual("满分", "max")), .wholeNumber, .rowLength(expected: 3, found: 2),
        .tooDeep(64), .tooLarge(bytes: 6_000_000, limit: 5_000_000), .lineTooLong(limit: 65536), .notText,
        .misspelt("滿分", right: Bilingual("满分", "max")), .wordSign("乘以", sign: "*"), .division,
        .otherWord("并且", right: Bilingual("且", "and")), .boundWord("以上", number: "90", isAbove: true),
        .functionBrackets(Bilingual("有", "has"), rest: "学分"), .numeral("三十", value: "30"),
        .needless("：", .colon(Keyword.start.spellings)), .quotaBound("不少于1人", share: "20%", among: "同 教研组"),
        .severalPlans, .noAssessment, .tooLong(1000), .gradeHeader, .constantsRow,
        .changeMissing(Bilingual("项目", "section"), "业绩", nearest: nil),
        .newExists(Bilingual("项目", "section"), "业绩"), .removeMissing("业绩", nearest: nil), .editWithoutBase(.new),
        .useNotFirst, .useRefused("../去年.rules"), .useCircle("今年.rules"), .useTooDeep(8), .useNotThere("去年.rules"),
        .baseHasErrors("去年.rules"), .blockReplaced("业绩", old: 2, new: 1),
    ]
}
