import Diagnostics
import Testing

/// What a misspelt word is likely meant for, and when that is certain.
@Suite struct SuggestionTests {
    @Test(arguments: [
        ("滿分", "满分"), ("評定", "评定"), ("主健", "主键"), ("四舍五人", "四舍五入"), ("满份", "满分"), ("业积", "业绩"), ("缺勤律", "缺勤率"),
        ("缺率勤", "缺勤率"), ("出外学习", "外出学习"), ("已组", "己组"), ("外出学系", "外出学习"),
    ])
    func certain(_ word: String, _ meant: String) {
        let known = ["满分", "评定", "主键", "四舍五入", "业绩", "缺勤率", "外出学习", "己组", "师德", "读书活动"]
        #expect(suggestion(for: word, in: known) == Suggestion(word: meant, isCertain: true))
    }

    /// Another word may well be meant, or the difference is a meaning of its own.
    @Test(arguments: [
        ("不合格", ["合格"]), ("第一学期成绩", ["第二学期成绩"]), ("上报学时", ["下报学时"]), ("考试1成绩", ["考试2成绩"]),
        ("教师考情", ["教师考请", "教师考清"]), ("出勤天数数", ["出勤天数", "出勤天数们"]),
    ])
    func uncertain(_ word: String, _ known: [String]) {
        #expect(suggestion(for: word, in: known)?.isCertain != true)
    }

    @Test func nothingNear() {
        #expect(suggestion(for: "总分", in: ["工号", "教研组"]) == nil)
        #expect(suggestion(for: "丙组", in: ["甲组", "乙组"]) == nil)
        #expect(suggestion(for: String(repeating: "甲", count: 100), in: [String(repeating: "甲", count: 101)]) == nil)
    }

    /// Every word of a table stands for one character, and simplifying twice changes nothing.
    @Test(arguments: ["滿分項目評定對照表", "己已巳", "业绩积级", "abc 123"])
    func tables(_ word: String) {
        #expect(Spelling.simplified(word).count == word.count)
        #expect(Spelling.simplified(Spelling.simplified(word)) == Spelling.simplified(word))
        #expect(Spelling.shape(Spelling.shape(word)) == Spelling.shape(word))
        #expect(Spelling.sound(Spelling.sound(word)) == Spelling.sound(word))
    }
}
