package import Diagnostics
package import Tables

/// A rules file as it is written.
package struct RulesFile: Sendable {
    package var use: Use?
    package var plans: [PlanDecl] = []
    package var choices: [ChoicesDecl] = []
    package var tables: [TableDecl] = []
    package var lookups: [LookupDecl] = []
    package var assessments: [AssessDecl] = []
    package var unscored: [UnscoredDecl] = []
    package var examples: [ExampleDecl] = []
    /// The examples of the files it builds on, which test those.
    package var inherited: [ExampleDecl] = []
    package var removals: [Removal] = []
    package var unread = Unread()
    /// Whether its keywords are English.
    package var speaksEnglish = false

    package init() {}

    /// The same rules with other constants of the plan.
    package func setting(_ constants: [ValueDecl]) -> RulesFile {
        var file = self
        guard !file.plans.isEmpty else { return file }
        for constant in constants {
            if let index = file.plans[0].values.firstIndex(where: { $0.name.text == constant.name.text }) {
                file.plans[0].values[index].value = constant.value
            } else if Keyword(word: constant.name.text) == .year, case .number(let year, false) = constant.value.kind {
                file.plans[0].year = Name(year.description, constant.value.range)
            }
        }
        return file
    }
}

/// `删去 项目 X`: the kind is `nil` for a column or a value.
package struct Removal: Sendable {
    package var kind: Keyword?
    package var name: Name
}

/// A statement that a file which builds on another may add with 新增.
protocol Addable {
    var isNew: Bool { get set }
}

/// `依据 五、2 说明 …` at the end of a line or on lines of their own.
package struct Tail: Sendable {
    package var clause: Name?
    package var note: Name?
    /// Where files that build on this one write the header again.
    var restated: [SourceRange] = []

    package init() {}
}

/// `沿用 "2025.rules"`
package struct Use: Sendable {
    package var path: Name
    package var tail: Tail
}

/// A line that says one thing of a plan or a grading, as `年度` and `并列` do.
package struct StatedLine: Sendable {
    /// Where it stands.
    package var range: SourceRange
    package var tail: Tail
}

/// `计划 校本研修培训考核` with its lines.
package struct PlanDecl: Sendable, Addable {
    /// Written with 新增.
    package var isNew = false
    package var title: Name
    package var year: Name?
    package var rounding: Rounding?
    package var holidays: [ClosedRange<CalendarDate>] = []
    package var workdays: [ClosedRange<CalendarDate>] = []
    /// 年度, 小数, 假日 and 调休 as they are written.
    package var lines: [Keyword: StatedLine] = [:]
    package var values: [ValueDecl] = []
    package var removals: [Removal] = []
    package var tail = Tail()
}

/// `选项 级别  省 > 市 > 县`
package struct ChoicesDecl: Sendable, Addable {
    /// Written with 新增.
    package var isNew = false
    package var name: Name
    package var labels: LabelList
    package var tail: Tail
}

/// `A | B`, `A > B` from the highest, or `A < B` from the lowest.
package struct LabelList: Sendable {
    package var labels: [Name]
    package var ordered: Bool
    /// Written with `<`.
    package var ascending: Bool

    package init(labels: [Name], ordered: Bool, ascending: Bool) {
        self.labels = labels
        self.ordered = ordered
        self.ascending = ascending
    }
}

/// `表 教师 主键 工号`, or a derived table `表 班考 每 考试, 班级 于 成绩`.
package struct TableDecl: Sendable, Addable {
    /// Written with 新增.
    package var isNew = false
    package var name: Name
    package var sheet: Name?
    package var keys: [Name]
    package var optional: Bool
    package var grouping: RowSet?
    package var columns: [ColumnDecl] = []
    package var values: [ValueDecl] = []
    package var requirements: [RequireDecl] = []
    package var removals: [Removal] = []
    package var tail: Tail
    /// Whether its header or one of its lines could not be read.
    package var isDamaged = false

    /// Whether there is nothing that its data could hold.
    var hasNoColumn: Bool { grouping == nil && columns.isEmpty && !isDamaged }
}

/// `学分  数 1..3  酌情`
package struct ColumnDecl: Sendable {
    /// Written with 新增.
    package var isNew = false
    package enum ColumnType: Sendable {
        case text
        case yesno
        case number(Bounds?)
        case integer(Bounds?)
        case ratio(Bounds?)
        case date(Bounds?)
        case month
        case labels(LabelList)
        case named(Name)
        case reference(Name)
    }

    package enum Origin: Sendable {
        case cell
        case header
        case sheet
    }

    package struct Bounds: Sendable {
        package var low: Expression?
        package var high: Expression?
        package var range: SourceRange
    }

    package var name: Name
    /// The header in the data, where it is not the name.
    package var header: String
    package var type: ColumnType
    package var defaultValue: Expression?
    package var optional = false
    package var judged = false
    package var origin = Origin.cell
    package var tail = Tail()
    /// The declaration without its clause and note.
    package var range = SourceRange(0, 0)
}

/// `名 = 式`
package struct ValueDecl: Sendable {
    /// Written with 新增.
    package var isNew = false
    package var name: Name
    package var value: Expression
    package var tail: Tail
}

/// `要求 [名 =] 条件 [当 条件]`
package struct RequireDecl: Sendable {
    /// Written with 新增.
    package var isNew = false
    package var name: Name?
    package var condition: Expression
    package var when: Expression?
    package var tail: Tail
    package var range: SourceRange
}

/// `对照表 竞赛分 级别, 奖次` with its rows.
package struct LookupDecl: Sendable, Addable {
    /// Written with 新增.
    package var isNew = false
    package enum Keys: Sendable {
        case columns([Name])
        case axes([[Name]])
    }

    package struct Row: Sendable {
        package var cells: [Cell]
        package var range: SourceRange
    }

    package var name: Name
    package var keys: Keys
    package var rows: [Row]
    package var tail: Tail
}

/// `考核 教师 [当 c]` with its lines.
package struct AssessDecl: Sendable, Addable {
    /// Written with 新增.
    package var isNew = false
    package var table: Name
    package var population: Expression?
    package var body: SectionDecl
}

/// `项目 名 满分 30` with its lines; also the body of 考核 and of 逐条.
package struct SectionDecl: Sendable {
    /// Written with 新增.
    package var isNew = false
    package var name: Name
    package var full: Bounds?
    package var floor: Expression?
    package var pick: Pick?
    package var declared: DeclaredCount?
    package var items: [Item] = []
    /// Lines without a name that are written with 新增.
    var additions: [Item] = []
    package var removals: [Removal] = []
    package var tail = Tail()
    /// Whether its header or one of its lines could not be read.
    package var isDamaged = false

    package struct Bounds: Sendable {
        package var low: Number?
        package var high: Number
        package var range: SourceRange
    }

    /// `取|去 最高|最低 n`: which of the scores inside count.
    package struct Pick: Sendable {
        package var keep: Bool
        package var highest: Bool
        package var count: Int
        package var range: SourceRange

        /// Those of the scores that count.
        package func counted(_ scores: [Number]) -> [Number] { places(scores).map { scores[$0] } }

        /// Where the scores that count stand.
        package func places(_ scores: [Number]) -> [Int] {
            let ranked = scores.indices.sorted {
                scores[$0] != scores[$1] ? (scores[$0] > scores[$1]) == highest : $0 < $1
            }
            return Array(keep ? ranked.prefix(count) : ranked.dropFirst(count))
        }
    }
}

package enum Item: Sendable {
    case section(SectionDecl)
    case value(ValueDecl)
    case score(ChangeDecl)
    case start(ChangeDecl)
    case change(ChangeDecl, deduct: Bool)
    case each(EachDecl)
    case void(ChangeDecl)
    case rounding(Rounding, Tail)
    case require(RequireDecl)
    case grade(GradeDecl)
    case output(OutputDecl)
}

extension Item {
    /// Where a line without a name stands.
    var range: SourceRange? {
        switch self {
        case .score(let change), .start(let change), .change(let change, _), .void(let change): change.range
        case .each(let each): each.range
        case .rounding(let rounding, _): rounding.range
        case .require(let require): require.range
        case .output(let output): output.range
        case .section, .value, .grade: nil
        }
    }
}

/// `加 e [当 c]`, `扣 e [当 c]`, `得分 = e [当 c]`, `起评 e`, `不计分 当 e`
package struct ChangeDecl: Sendable {
    package var value: Expression
    package var when: Expression?
    package var tail: Tail
    package var range: SourceRange
}

/// `逐条 R … 加|扣|要求 e`, or with a block of its own.
package struct EachDecl: Sendable {
    package var rows: RowSet
    package var body: SectionDecl
    package var range: SourceRange
}

/// `5 项`, `4 档`: how many sections or grades the plan says there are.
package struct DeclaredCount: Sendable {
    package var count: Int
    package var range: SourceRange
}

/// `评定 等级 [4 档] 依 总分 每 教研组`
package struct GradeDecl: Sendable {
    /// Written with 新增.
    package var isNew = false
    package struct Key: Sendable {
        package var value: Expression
        package var ascending: Bool
    }

    package struct Row: Sendable {
        /// Written with 新增.
        var isNew = false
        package var label: Name
        package var quotas: [Quota]
        package var values: [Expression]
        package var range: SourceRange
    }

    package enum Quota: Sendable {
        case rest(SourceRange)
        case share(Expression)
        case heads(Expression)
        case atLeast(Expression, heads: Bool)
        case threshold(Comparison, Expression)
    }

    package enum QuotaRounding: Hashable, Sendable {
        case each(RoundingMode)
        case cumulative(RoundingMode)
        case largestRemainder
    }

    package struct Ties: Sendable {
        package var then: [Key]
        package var allIn: Bool
    }

    package struct Placement: Sendable {
        /// Written with 新增.
        var isNew = false
        package var label: Name
        package var when: Expression
        package var tail: Tail
    }

    package struct Bar: Sendable {
        /// Written with 新增.
        var isNew = false
        package var label: Name
        package var when: Expression
        /// `递补` is true, `空缺` is false, unsaid is `nil`.
        package var refill: Bool?
        package var tail: Tail
        package var range: SourceRange
    }

    package var name: Name
    package var declared: DeclaredCount?
    package var keys: [Key]
    package var per: [[Name]]
    package var when: Expression?
    package var headers: [Name] = []
    package var rows: [Row] = []
    package var removals: [Removal] = []
    package var quotaRounding: QuotaRounding?
    package var ties: Ties?
    package var placements: [Placement] = []
    package var bars: [Bar] = []
    /// `基数 全体` is true, `基数 其余` is false.
    package var baseIncludesPlaced: Bool?
    /// 份额取整, 并列 and 基数 as they are written.
    package var lines: [Keyword: StatedLine] = [:]
    package var tail: Tail
}

/// `输出 工号, 总分, 等级.名次`
package struct OutputDecl: Sendable {
    package struct Shown: Sendable {
        package var path: [Name]
        package var rounding: Rounding?
        package var header: String?
        package var range: SourceRange
    }

    package var shown: [Shown]
    package var tail: Tail
    package var range: SourceRange
}

/// `未入规则 二, 四 说明 …`
package struct UnscoredDecl: Sendable, Addable {
    /// Written with 新增.
    package var isNew = false
    package var clauses: Name
    package var note: Name?
}

/// `算例 满勤而未获奖` with its tables.
package struct ExampleDecl: Sendable {
    package struct Table: Sendable {
        package var name: Name
        package var headers: [Cell]
        package var rows: [[Cell]]
        package var range: SourceRange
    }

    package var title: Name
    package var base: Name?
    /// `计划  截止日`: constants of the plan that have other values in this example.
    package var constants: [ValueDecl] = []
    package var tables: [Table] = []
    /// `期望 [T]`: the first name is empty when the assessed table is meant.
    package var expectations: [Table] = []
}
