package import Diagnostics

/// Every keyword of the language with its two spellings, which mean the same. This is the only table of them.
package enum Keyword: String, CaseIterable, Sendable {
    // The plan.
    case plan = "计划"
    case year = "年度"
    case decimals = "小数"
    case holidays = "假日"
    case workdays = "调休"
    // Tables.
    case choices = "选项"
    case table = "表"
    case key = "主键"
    case lookup = "对照表"
    case reference = "引用"
    case optional = "可空"
    case `default` = "默认"
    case judged = "酌情"
    case fromHeader = "取自列名"
    case fromSheet = "取自表名"
    // Assessments.
    case assess = "考核"
    case section = "项目"
    case full = "满分"
    case score = "得分"
    case start = "起评"
    case add = "加"
    case deduct = "扣"
    case each = "逐条"
    case void = "不计分"
    case require = "要求"
    case output = "输出"
    // Grades.
    case grade = "评定"
    case by = "依"
    case per = "每"
    case rest = "其余"
    case ascending = "由低到高"
    case shares = "份额取整"
    case cumulative = "累计"
    case largestRemainder = "最大余数"
    case ties = "并列"
    case allIn = "全部入选"
    case allOut = "全部落选"
    case place = "定为"
    case bar = "不得"
    case refill = "递补"
    case vacant = "空缺"
    case base = "基数"
    // The document.
    case clause = "依据"
    case note = "说明"
    case unscored = "未入规则"
    case example = "算例"
    case expect = "期望"
    case use = "沿用"
    case new = "新增"
    case remove = "删去"
    // Expressions and rows.
    case when = "当"
    case otherwise = "若缺"
    case error = "报错"
    case floor = "保底"
    case cap = "封顶"
    case cases = "按"
    case `in` = "在"
    case and = "且"
    case or = "或"
    case not = "非"
    case yes = "是"
    case no = "否"
    case everyone = "全体"
    case all = "全部"
    case same = "同"
    case take = "取"
    case drop = "去"
    case over = "于"
    case this = "本"
    case to = "至"

    package var zh: String { rawValue }

    package var en: String {
        switch self {
        case .plan: "plan"
        case .year: "year"
        case .decimals: "decimals"
        case .holidays: "holidays"
        case .workdays: "workdays"
        case .choices: "choices"
        case .table: "table"
        case .key: "key"
        case .lookup: "lookup"
        case .reference: "reference"
        case .optional: "optional"
        case .default: "default"
        case .judged: "judged"
        case .fromHeader: "fromheader"
        case .fromSheet: "fromsheet"
        case .assess: "assess"
        case .section: "section"
        case .full: "max"
        case .score: "score"
        case .start: "start"
        case .add: "add"
        case .deduct: "deduct"
        case .each: "each"
        case .void: "void"
        case .require: "require"
        case .output: "output"
        case .grade: "grade"
        case .by: "by"
        case .per: "per"
        case .rest: "rest"
        case .ascending: "ascending"
        case .shares: "quotas"
        case .cumulative: "cumulative"
        case .largestRemainder: "remainders"
        case .ties: "ties"
        case .allIn: "allin"
        case .allOut: "allout"
        case .place: "place"
        case .bar: "bar"
        case .refill: "refill"
        case .vacant: "vacant"
        case .base: "base"
        case .clause: "clause"
        case .note: "note"
        case .unscored: "unscored"
        case .example: "example"
        case .expect: "expect"
        case .use: "use"
        case .new: "new"
        case .remove: "remove"
        case .when: "when"
        case .otherwise: "missing"
        case .error: "error"
        case .floor: "floor"
        case .cap: "cap"
        case .cases: "case"
        case .in: "in"
        case .and: "and"
        case .or: "or"
        case .not: "not"
        case .yes: "yes"
        case .no: "no"
        case .everyone: "everyone"
        case .all: "all"
        case .same: "same"
        case .take: "take"
        case .drop: "drop"
        case .over: "over"
        case .this: "this"
        case .to: "to"
        }
    }

    /// The keyword that a word spells in either language.
    package init?(word: String) {
        guard let keyword = Self.byWord[WordKey(word)] else { return nil }
        self = keyword
    }

    private static let byWord: [WordKey: Keyword] = Dictionary(
        uniqueKeysWithValues: allCases.flatMap { [(WordKey($0.zh), $0), (WordKey($0.en), $0)] })

    /// The words that cannot be names, because they begin an operand or stand for one.
    package static let reserved: Set<Keyword> = [
        .yes, .no, .not, .everyone, .all, .this, .cases, .rest, .error,
    ]

    /// Both spellings, for messages.
    package var spellings: Bilingual { Bilingual(zh, en) }
}

/// A word as it is looked up in a table of words: by its bytes. A Chinese text is brought into a normal form each time
/// that it is hashed, and the words of a file are looked up a thousand times.
struct WordKey: Hashable {
    private let word: String

    init(_ word: String) { self.word = word }

    static func == (left: WordKey, right: WordKey) -> Bool { left.word.utf8.elementsEqual(right.word.utf8) }

    func hash(into hasher: inout Hasher) {
        var word = word
        word.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
