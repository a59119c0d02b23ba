package import Diagnostics

/// Every function of the language with its two spellings. A function's name is one only directly before `(`.
package enum Function: String, CaseIterable, Sendable {
    // Over rows or a written list.
    case sum = "合计"
    case count = "计数"
    case distinct = "不同"
    case max = "最高"
    case min = "最低"
    case mean = "平均"
    case median = "中位"
    case deviation = "标准差"
    case any = "任一"
    case every = "全是"
    case only = "唯一"
    case rank = "名次"
    case denseRank = "密集名次"
    case longestRun = "最长连续"
    case currentRun = "当前连续"
    // Dates and spans.
    case days = "天数"
    case months = "月数"
    case years = "周年"
    case workdays = "工作日数"
    case year = "年"
    case month = "月"
    case common = "重叠"
    // Numbers.
    case quotient = "整除"
    case remainder = "余数"
    case absolute = "绝对值"
    // Any value.
    case has = "有"

    package var zh: String { rawValue }

    package var en: String {
        switch self {
        case .sum: "sum"
        case .count: "count"
        case .distinct: "distinct"
        case .max: "max"
        case .min: "min"
        case .mean: "mean"
        case .median: "median"
        case .deviation: "stdev"
        case .any: "any"
        case .every: "every"
        case .only: "only"
        case .rank: "rank"
        case .denseRank: "denserank"
        case .longestRun: "longestrun"
        case .currentRun: "currentrun"
        case .days: "days"
        case .months: "months"
        case .years: "years"
        case .workdays: "workdays"
        case .year: "year"
        case .month: "month"
        case .common: "overlap"
        case .quotient: "quotient"
        case .remainder: "remainder"
        case .absolute: "abs"
        case .has: "has"
        }
    }

    package init?(word: String) {
        guard let function = Self.byWord[WordKey(word)] else { return nil }
        self = function
    }

    private static let byWord: [WordKey: Function] = Dictionary(
        uniqueKeysWithValues: allCases.flatMap { [(WordKey($0.zh), $0), (WordKey($0.en), $0)] })

    package var spellings: Bilingual { Bilingual(zh, en) }
}
