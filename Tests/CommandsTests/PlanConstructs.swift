import RuleSemantics
import RuleSyntax
import Tables

/// What a program is made of: how often each kind of formula, function, row operation, share and rounding occurs in it.
struct PlanConstructs: Sendable {
    private(set) var counts: [String: Int] = [:]

    mutating func add(_ other: PlanConstructs) { counts.merge(other.counts, uniquingKeysWith: +) }

    init() {}

    init(_ program: Program) {
        for value in program.planValues { add(value.formula) }
        for table in program.tables { add(table) }
        for assessment in program.assessments {
            if assessment.population != nil { note("考核 当") }
            for section in assessment.sections { add(section.body) }
            for grade in assessment.grades { add(grade) }
            for requirement in assessment.requirements { add(requirement) }
            for column in assessment.output { add(column.formula) }
        }
        if program.assessments.count > 1 { note("几个考核") }
    }

    private mutating func note(_ construct: String) { counts[construct, default: 0] += 1 }

    private mutating func add(_ table: ProgramTable) {
        switch table.kind {
        case .data: note(table.keys.count > 1 ? "几列主键" : "表")
        case .lookup(let lookup):
            note(lookup.keyTypes.count > 1 ? "几个键" : "一个键")
            if table.columns.count > table.keys.count + 1 { note("几个结果") }
            for key in lookup.rows.flatMap(\.keys) {
                switch key {
                case .value: note("键 值")
                case .range: note("键 范围")
                case .compared: note("键 比较")
                case .any: note("键 其余")
                }
            }
        case .derived(let rows, _):
            note("派生表")
            add(rows)
        }
        for column in table.columns {
            switch column.definition {
            case .stored(let schema):
                note("列 \(Mirror(reflecting: schema.kind).children.first?.label ?? "\(schema.kind)")")
                if schema.optional { note("可空") }
                if schema.defaultValue != nil { note("默认") }
            case .value(let formula), .population(let formula): add(formula)
            case .groupKey, .score, .grade, .place, .gradeValue, .requirement, .met, .lacking: break
            }
        }
        for requirement in table.requirements {
            note("表 要求")
            add(requirement)
        }
    }

    private mutating func add(_ requirement: Requirement) {
        note(requirement.rows == nil ? "要求" : "逐条 要求")
        if let rows = requirement.rows { add(rows) }
        add(requirement.condition)
        if let when = requirement.when {
            note("要求 当")
            add(when)
        }
    }

    // MARK: Scores

    private mutating func add(_ body: SectionBody) {
        for choice in body.score {
            note(choice.when == nil ? "得分" : "得分 当")
            add(choice.value)
            if let when = choice.when { add(when) }
        }
        if let start = body.start {
            note("起评")
            add(start)
        }
        for part in body.parts {
            if let when = part.when { add(when) }
            switch part.kind {
            case .amount(let formula):
                note((part.deduct ? "扣" : "加") + (part.when == nil ? "" : " 当"))
                add(formula)
            case .each(let rows, let inner):
                note(rows.isGrouped ? "逐条 每" : "逐条")
                add(rows)
                add(inner)
            }
        }
        if let pick = body.pick {
            note("项目 \(pick.keep ? "取" : "去") \(pick.highest ? "最高" : "最低") \(body.children.isEmpty ? "逐条" : "项")")
        }
        for void in body.voids {
            note("不计分")
            add(void.condition)
        }
        if body.low != nil { note("保底 项目") }
        if body.high != nil { note("满分") }
        if let rounding = body.rounding { note("项目 \(rounding.mode)") }
    }

    private mutating func add(_ grade: Grade) {
        for key in grade.keys + grade.tieKeys {
            note(key.ascending ? "评定 由低到高" : "评定 由高到低")
            add(key.formula)
        }
        if grade.keys.count > 1 { note("评定 几个依") }
        if !grade.tieKeys.isEmpty { note("并列 依") }
        note(grade.tiesIn ? "全部入选" : "全部落选")
        note(grade.baseIncludesPlaced ? "基数 全体" : "基数 其余")
        note(grade.per.isEmpty ? "评定 不分组" : "评定 每")
        if let when = grade.when {
            note("评定 当")
            add(when)
        }
        for row in grade.rows {
            note("份额 \(Mirror(reflecting: row.share).children.first?.label ?? "\(row.share)")")
            for threshold in row.thresholds {
                note("界线")
                add(threshold.bound)
            }
            for value in row.values { add(value) }
        }
        switch grade.rounding {
        case .each(let mode): note("份额取整 \(mode)")
        case .cumulative(let mode): note("份额取整 累计 \(mode)")
        case .largestRemainder: note("份额取整 最大余数")
        }
        for placement in grade.placements {
            note("定为")
            add(placement.condition)
        }
        for bar in grade.bars {
            note(bar.refill ? "不得 递补" : "不得 空缺")
            add(bar.condition)
        }
    }

    // MARK: Rows

    private mutating func add(_ rows: RowsPlan) {
        shape(rows)
        rows.visit { formula in self.shape(formula) }
    }

    private mutating func shape(_ rows: RowsPlan) {
        switch rows.source {
        case .all: note("来源 全部")
        case .population: note("来源 全体")
        case .related(let home, let path):
            if case .row = home.kind { note("来源 引用") } else { note("来源 先上后下") }
            if path.count > 1 { note("来源 几步引用") }
            if path.contains(where: { if case .derived = $0 { true } else { false } }) { note("来源 派生表") }
        case .members: note("来源 组内")
        }
        if !rows.matches.isEmpty { note("同") }
        for operation in rows.operations {
            switch operation {
            case .filter: note("当")
            case .group: note("每")
            case .pick(let pick):
                note("\(pick.keep ? "取" : "去") \(pick.highest ? "最高" : "最低")")
                if let rounding = pick.rounding { note("取 \(rounding)") }
            }
        }
    }

    // MARK: Formulas

    private mutating func add(_ formula: Formula) { formula.visit { part in self.shape(part) } }

    private mutating func shape(_ formula: Formula) {
        switch formula.kind {
        case .column(let frame, _): note(frame == 0 ? "column" : "column of inner rows")
        case .arithmetic(let kind, let left, _):
            note("arithmetic \(kind)")
            if left.type.kind != .number { note("arithmetic of \(left.type.kind)") }
        case .comparison(let comparison, let left, _):
            note("comparison \(comparison)")
            note("comparison of \(Mirror(reflecting: left.type.kind).children.first?.label ?? "\(left.type.kind)")")
        case .choose(_, let last): note(last == nil ? "choose without rest" : "choose")
        case .rounded(_, _, let mode): note("rounded \(mode)")
        case .function(let function, _): note("\(function.zh)")
        case .has: note(Function.has.zh)
        case .aggregate(let aggregate):
            note(aggregate.rows == nil ? "\(aggregate.function.zh) of a list" : aggregate.function.zh)
            if let rows = aggregate.rows { shape(rows) }
            if aggregate.shared { note("shared") }
            if aggregate.isTolerant { note("tolerant") }
            if aggregate.arguments.first?.type.kind == .span { note("\(aggregate.function.zh) of spans") }
        default: note(Mirror(reflecting: formula.kind).children.first?.label ?? "\(formula.kind)")
        }
    }
}

extension PlanConstructs {
    /// Everything that plans made at random must contain.
    static let all: [String] = formulas + functions + rows + tables + scores + grades

    private static let formulas =
        [
            "constant", "column", "column of inner rows", "row", "planValue", "field", "find", "findOrError", "negate",
            "convert", "inside", "not", "all", "any", "choose", "choose without rest", "otherwise", "orError",
            "floor", "cap", "span", "shared", "tolerant", "arithmetic of date", "arithmetic of month",
        ]
        + [Arithmetic.plus, .minus, .times, .over].map { "arithmetic \($0)" }
        + [Comparison.equal, .unequal, .less, .lessEqual, .greater, .greaterEqual].map { "comparison \($0)" }
        + ["number", "text", "date", "month", "choice", "row"].map { "comparison of \($0)" }
        + modes.map { "rounded \($0)" }

    /// The ways of rounding that rules can ask for.
    private static let modes = RoundingName.allCases.map(\.mode)

    private static let functions =
        Function.allCases.map(\.zh)
        + ["合计", "计数", "不同", "最高", "最低", "平均", "中位", "任一", "全是", "天数"].map { "\($0) of a list" }
        + ["天数", "月数", "周年", "最长连续", "当前连续"].map { "\($0) of spans" }

    private static let rows =
        ["全部", "全体", "引用", "先上后下", "几步引用", "派生表", "组内"].map { "来源 \($0)" }
        + ["同", "当", "每", "取 最高", "取 最低", "去 最高", "去 最低"] + modes.map { "取 \($0)" }

    private static let tables =
        ["表", "几列主键", "派生表", "一个键", "几个键", "几个结果", "可空", "默认", "表 要求"]
        + ["值", "范围", "比较", "其余"].map { "键 \($0)" }
        + ["text", "yesno", "number", "ratio", "date", "month", "choice", "reference"].map { "列 \($0)" }

    private static let scores =
        [
            "得分", "得分 当", "起评", "加", "加 当", "扣", "扣 当", "逐条", "逐条 每", "不计分", "保底 项目", "满分", "要求", "要求 当",
            "逐条 要求", "考核 当", "几个考核",
        ]
        + ["取 最高", "取 最低", "去 最高", "去 最低"].flatMap { ["项目 \($0) 项", "项目 \($0) 逐条"] }
        + modes.map { "项目 \($0)" }

    private static let grades =
        ["rest", "ratio", "heads", "atLeastRatio", "atLeastHeads", "none"].map { "份额 \($0)" }
        + modes.flatMap { ["份额取整 \($0)", "份额取整 累计 \($0)"] }
        + [
            "份额取整 最大余数", "评定 由低到高", "评定 由高到低", "评定 几个依", "并列 依", "全部入选", "全部落选", "基数 全体", "基数 其余", "评定 不分组",
            "评定 每", "评定 当", "界线", "定为", "不得 递补", "不得 空缺",
        ]
}
