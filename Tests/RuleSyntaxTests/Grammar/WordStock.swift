import Diagnostics
import RuleSyntax

/// The words that random sentences are made of: ordinary ones, and on purpose those that mean something elsewhere.
enum WordStock {
    private static let ordinary = [
        "分值", "总分", "教师", "外出学习", "类别", "a", "x1", "_b", "ß", "Größe", "甲", "乙", "说明书", "人数",
    ]
    private static let meaning = [
        "项目", "说明", "名额", "年度", "得分", "加", "扣", "当", "取", "每", "满分", "最高", "名次", "依据", "要求", "至少", "保底", "主键", "文本",
        "人",
        "max", "floor", "when", "score", "in", "to", "sum", "year", "并列", "小数", "期望", "位", "项", "新增", "删去",
    ]
    private static let allowed: [String] =
        (Vocabulary.fixedWords.flatMap { [$0.zh, $0.en] } + Function.allCases.flatMap { [$0.zh, $0.en] })

    static func name(_ dice: inout Dice, excluding excluded: Set<Int>) -> String {
        while true {
            let name =
                switch dice.below(10) {
                case 0..<4: dice.pick(ordinary)
                case 4..<8: dice.pick(meaning)
                default: dice.pick(allowed)
                }
            if !excluded.contains(Vocabulary.keywords[name] ?? -1) { return name }
        }
    }

    private static let numbers = ["0", "5", "10", "2.5", "007", "100", "3分", "2项", "1234567890123456789012.5"]
    private static let percents = ["30%", "0.5‰", "12.5%"]
    private static let dates = ["2026-09-01", "2026-2-3", "2026年9月1日", "2026-12-31", "2026年01月1日"]
    private static let strings = ["\"后 30%\"", "“甲乙”", "「a  # b」", "『『』", "\"”", "”说明 x“", "\"\"", "\"当\""]
    private static let labels = [
        "优秀", "A+", "7年级", "1", "30%", "B/C", "-1", "说明", "max", "2026-09-01", "三等奖", "A.1", "+", "2026年9月", "得分", "可空",
    ]
    private static let raws = [
        "六、2", "五、4（3）", "原文 = \"a # b\" 按比例", "(1", "x | y > z", "3", "说明书", "§ ～ — …", "当 y 加 3", "he's",
    ]
    private static let cells = [
        "甲", "T1", "语文组", "2026-09-10", "12", "-", "—", "\"a  b\"", "80..90", ">= 95%", "A 级", "期望", "期望 教师", "a#b",
        "\"x\"y",
        "“-”", "份额取整", "教师", "(", "1,2",
    ]

    /// A piece of a word class; the rule it stands in decides where a pair must be in order.
    static func piece(_ words: WordClass, without: [String], isLaterDay: Bool, _ dice: inout Dice) -> Piece {
        switch words {
        case .word, .name, .reference:
            return Piece(kind: .name, text: name(&dice, excluding: Vocabulary.reservedNumbers))
        case .columnName: return Piece(kind: .name, text: name(&dice, excluding: Vocabulary.notColumnNumbers))
        case .typeName: return Piece(kind: .name, text: name(&dice, excluding: Vocabulary.notTypeNumbers))
        case .function:
            let function = dice.pick(Function.allCases)
            return Piece(kind: .function, text: dice.chance(50) ? function.zh : function.en)
        case .number: return Piece(kind: .figure, text: dice.pick(dice.chance(70) ? numbers : percents))
        case .plain: return Piece(kind: .figure, text: dice.pick(numbers))
        case .count: return Piece(kind: .figure, text: dice.pick(["1", "2", "2位", "30", "3.0", "1项"]))
        case .year: return Piece(kind: .figure, text: dice.pick(["2026", "2027", "1", "9999"]))
        case .numberWord: return Piece(kind: .figure, text: dice.pick(["7年级", "3A", "2人组", "1.5倍"]))
        case .date:
            return Piece(kind: .figure, text: dice.pick(isLaterDay ? ["2026-12-31", "2026年12月31日"] : dates))
        case .month: return Piece(kind: .figure, text: dice.pick(["2026年9月", "2027年12月"]))
        case .string: return Piece(kind: .quoted, text: dice.pick(strings))
        case .label:
            return dice.chance(20)
                ? Piece(kind: .quoted, text: dice.pick(strings)) : Piece(kind: .label, text: dice.pick(labels))
        case .raw:
            let stops = Vocabulary.numbers(without)
            let word = Vocabulary.keywords
            let fitting = raws.filter { raw in
                !raw.split(separator: " ").contains { stops.contains(word[String($0)] ?? -1) }
            }
            return Piece(kind: .raw, text: dice.pick(fitting))
        case .cell: return Piece(kind: .cell, text: dice.pick(cells))
        }
    }
}
