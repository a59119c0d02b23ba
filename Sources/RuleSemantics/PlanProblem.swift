package import Diagnostics

/// What the check finds in the plan's own arithmetic: nothing that stops it from running, all that it should not say.
package enum PlanProblem: Problem {
    /// What a figure that falls between two rows comes to.
    package enum Falls: Sendable {
        case nowhere, rest, fallback
    }

    case conditionAlways(String)
    case conditionNever(String)
    case clampNever(isCap: Bool, String, reach: String)
    case clampAlways(isCap: Bool, String)
    case fullUnreachable(String, full: String, reach: String)
    case gap(String, [Bilingual], Falls = .nowhere)
    case overlap(String)
    case rowUnreachable(String, range: String)
    case caseUnreachable(String)
    case countDiffers(Bilingual, declared: Int, listed: Int)
    case totalUnsaid(String)
    case negativeAmount(deduct: Bool)
    case voidAboveFloor(String, floor: String)
    case fullNotRounded(full: String, places: Int)
    case fullMissing(String, among: String)
    case writtenTwice(String)
    case seriesBroken(String, step: String)
    case axisUnknown(String, lookup: String, used: String)
    case axisOfOtherKind(String, lookup: String, column: Bilingual, cells: Bilingual)
    case keyOfOtherTable(String, of: String, wanted: String, column: String)
    case notCounted(String, in: String)
    case noDay(String)
    case barAboveBetter(String, bar: String, better: String, lower: String)
    case weightsOff(String?, sum: String)
    case figuresOutOfOrder(String, [String])
    case scaleReversed(String, worse: String)
    case otherShare(String, of: String, isHighest: Bool, ownIsDivisor: Bool)
    case countedTwice(String, String, other: String)
    case holidayMissing(String, day: String)
    /// A distance between two days that a rule of their table puts the other way round.
    case daysReversed(String, rule: String, isSpan: Bool)
    // Notes: worth knowing, no fault.
    case roundedBeforeRanking(String)
    case dependsOnOthers(String, formula: String, table: String, condition: String?, voids: Bool)
    case scoreWithoutRecords(String, score: String)
    case gradedByItem(String, item: String)
    case notShown(String, total: String)

    package var severity: Severity { code.hasPrefix("N") ? .note : .finding }

    package var code: String {
        switch self {
        case .conditionAlways: "F320"
        case .conditionNever: "F321"
        case .clampNever: "F322"
        case .clampAlways: "F323"
        case .fullUnreachable: "F324"
        case .gap: "F325"
        case .overlap: "F326"
        case .rowUnreachable: "F327"
        case .caseUnreachable: "F328"
        case .countDiffers: "F340"
        case .totalUnsaid: "F341"
        case .negativeAmount: "F342"
        case .voidAboveFloor: "F343"
        case .fullNotRounded: "F344"
        case .fullMissing: "F345"
        case .writtenTwice: "F346"
        case .seriesBroken: "F347"
        case .axisUnknown: "F348"
        case .axisOfOtherKind: "F349"
        case .keyOfOtherTable: "F350"
        case .notCounted: "F351"
        case .noDay: "F352"
        case .barAboveBetter: "F353"
        case .weightsOff: "F354"
        case .figuresOutOfOrder: "F355"
        case .scaleReversed: "F356"
        case .otherShare: "F357"
        case .countedTwice: "F358"
        case .holidayMissing: "F359"
        case .daysReversed: "F360"
        case .roundedBeforeRanking: "N351"
        case .dependsOnOthers: "N352"
        case .scoreWithoutRecords: "N353"
        case .gradedByItem: "N354"
        case .notShown: "N355"
        }
    }

    package var message: Bilingual {
        switch self {
        case .conditionAlways(let text): Bilingual("条件“\(text)”总是成立", "the condition “\(text)” always holds")
        case .conditionNever(let text): Bilingual("条件“\(text)”永远不会成立", "the condition “\(text)” can never hold")
        case .clampNever(true, let bound, let reach):
            Bilingual("“封顶 \(bound)”不会起作用：最高只到 \(reach)", "“cap \(bound)” has no effect: the highest is \(reach)")
        case .clampNever(false, let bound, let reach):
            Bilingual("“保底 \(bound)”不会起作用：最低也有 \(reach)", "“floor \(bound)” has no effect: the lowest is \(reach)")
        case .clampAlways(true, let bound):
            Bilingual(
                "“封顶 \(bound)”总是起作用，结果总是 \(bound)", "“cap \(bound)” always takes effect: the result is always \(bound)")
        case .clampAlways(false, let bound):
            Bilingual(
                "“保底 \(bound)”总是起作用，结果总是 \(bound)",
                "“floor \(bound)” always takes effect: the result is always \(bound)")
        case .fullUnreachable(let name, let full, let reach):
            Bilingual(
                "“\(name)”满分 \(full)，按现在的规则最多只能得 \(reach)",
                "“\(name)” has a maximum of \(full), but by its rules no more than \(reach) can be reached")
        case .gap(let name, let pieces, .rest):
            Bilingual(
                "“\(name)”的 \(pieces.map(\.zh).joined(separator: "、"))，归到“其余”里",
                "in “\(name)” \(pieces.map(\.en).joined(separator: ", ")) goes to “rest”")
        case .gap(let name, let pieces, .fallback):
            Bilingual(
                "“\(name)”的 \(pieces.map(\.zh).joined(separator: "、"))，没有行，按“若缺”算",
                "in “\(name)” \(pieces.map(\.en).joined(separator: ", ")) has no row and counts as “missing” says")
        case .gap(let name, let pieces, .nowhere):
            Bilingual(
                "“\(name)”没有包括\(pieces[0].zh.hasPrefix("“") ? "" : " ")\(pieces.map(\.zh).joined(separator: "、"))",
                "“\(name)” leaves out \(pieces.map(\.en).joined(separator: ", "))")
        case .overlap(let value):
            Bilingual(
                "这一行与前面的行都包括 \(value)，按前面的一行算", "this row and an earlier one both take \(value); the earlier counts")
        case .rowUnreachable(let cell, let range):
            Bilingual(
                "“\(cell)”这一行查不到：数据只在 \(range) 之间", "the row “\(cell)” is never reached: the data lie in \(range)")
        case .caseUnreachable(let text):
            Bilingual(
                "“\(text)”这种情况不会出现，前面的已经包括，或数据到不了",
                "the case “\(text)” cannot occur: earlier ones take it, or the data never reach it")
        case .countDiffers(let what, let declared, let listed):
            Bilingual(
                "写明有 \(declared) \(what.zh)，列出的是 \(listed) \(what.zh)",
                "\(declared) \(what.en) are announced, \(listed) are listed")
        case .totalUnsaid(let sum):
            Bilingual(
                "各项满分相加是 \(sum)，总分的满分没有写明", "the maxima of the items add up to \(sum); the total's maximum is not said")
        case .negativeAmount(deduct: true):
            Bilingual("扣的数可能是负的，负的扣分就成了加分", "what is deducted may be negative, which would add points")
        case .negativeAmount(deduct: false):
            Bilingual("加的数总是负的，实际是扣分", "what is added is always negative, which deducts points")
        case .voidAboveFloor(let name, let floor):
            Bilingual(
                "“\(name)”最低可到 \(floor)，“不计分”却得 0，比扣分的还高",
                "“\(name)” can go down to \(floor), but “void” gives 0, which is more")
        case .fullNotRounded(let full, let places):
            Bilingual(
                "满分 \(full) 的小数比规定的 \(places) 位还多", "the maximum \(full) has more than the \(places) declared decimals")
        case .fullMissing(let name, let among):
            Bilingual("“\(among)”下面各项都有满分，“\(name)”没有", "the items of “\(among)” have maxima, but “\(name)” has none")
        case .writtenTwice(let text):
            Bilingual("“\(text)”在同一项里写了两遍，算了两次", "“\(text)” is written twice in one item and counts twice")
        case .seriesBroken(let name, let step):
            Bilingual(
                "“\(name)”前后每行都差 \(step)，到这一行不是", "“\(name)” goes on by \(step) from row to row, but not at this row")
        case .axisUnknown(let axis, let lookup, let used):
            Bilingual(
                "“\(lookup)”的键写作“\(axis)”，文件里没有叫这个名字的列、选项或量；查的时候用的是“\(used)”",
                "the key of “\(lookup)” is called “\(axis)”, but no column, list of choices or value is; it is looked up by “\(used)”"
            )
        case .axisOfOtherKind(let axis, let lookup, let column, let cells):
            Bilingual(
                "“\(axis)”是\(column.zh)，在“\(lookup)”里却是\(cells.zh)",
                "“\(axis)” is \(column.en), but in “\(lookup)” it is \(cells.en)")
        case .keyOfOtherTable(let key, let table, let wanted, let column):
            Bilingual(
                "键“\(column)”引用“\(wanted)”，这里给的“\(key)”却是表“\(table)”的主键",
                "the key “\(column)” refers to “\(wanted)”, but the “\(key)” given here is the key of the table “\(table)”"
            )
        case .noDay(let text):
            Bilingual("“\(text)”的止早于起，里面一天也没有", "“\(text)” ends before it begins and has no day")
        case .barAboveBetter(let name, let bar, let better, let lower):
            Bilingual(
                "“\(name)”要 \(bar)，前面的“\(better)”只要 \(lower)",
                "“\(name)” asks for \(bar), the better “\(better)” only for \(lower)")
        case .weightsOff(let name?, let sum):
            Bilingual("“\(name)”的权重相加是 \(sum)，不是 100%", "the weights of “\(name)” add up to \(sum), not to 100%")
        case .weightsOff(nil, let sum):
            Bilingual("各项的权重相加是 \(sum)，不是 100%", "the weights add up to \(sum), not to 100%")
        case .figuresOutOfOrder(let name, let steps):
            Bilingual(
                "“\(name)”的数时增时减，与等次的先后不合：\(steps.joined(separator: "、"))",
                "the figures of “\(name)” neither fall nor rise with the order: \(steps.joined(separator: ", "))")
        case .scaleReversed(let name, let worse):
            Bilingual("照这里的先后，“\(worse)”比“\(name)”好", "by the order here “\(worse)” is better than “\(name)”")
        case .otherShare(let own, let other, let isHighest, ownIsDivisor: false):
            Bilingual(
                "除的是全体“\(other)”的\(isHighest ? "最高" : "最低")，乘的却是自己的“\(own)”",
                "it is divided by the \(isHighest ? "highest" : "lowest") “\(other)” of all, but multiplied by one's own “\(own)”"
            )
        case .otherShare(let own, let other, let isHighest, ownIsDivisor: true):
            Bilingual(
                "乘的是全体“\(other)”的\(isHighest ? "最高" : "最低")，除的却是自己的“\(own)”",
                "it is multiplied by the \(isHighest ? "highest" : "lowest") “\(other)” of all, but divided by one's own “\(own)”"
            )
        case .daysReversed(let text, let rule, isSpan: false):
            Bilingual(
                "“\(text)”不会大于 0：要求“\(rule)”说的是后一个日期不晚于前一个",
                "“\(text)” is never above 0: by the requirement “\(rule)” the second day is not after the first")
        case .daysReversed(let text, let rule, isSpan: true):
            Bilingual(
                "“\(text)”的起止颠倒了：要求“\(rule)”说的是后一个日期不晚于前一个",
                "“\(text)” runs backwards: by the requirement “\(rule)” the second day is not after the first")
        case .notShown(let name, let total):
            Bilingual(
                "“输出”里有同级的各项，没有“\(name)”，它却计入“\(total)”",
                "“output” lists the items beside “\(name)” but not “\(name)”, which counts in “\(total)”")
        case .countedTwice(let term, let name, let other):
            Bilingual(
                "“\(term)”在“\(name)”里算，在“\(other)”里也算", "“\(term)” counts in “\(name)” and in “\(other)” as well")
        case .holidayMissing(let text, let day):
            Bilingual(
                "“\(text)”里的 \(day) 放假，“假日”里没有", "\(day), a day off within “\(text)”, is not among the “holidays”")
        case .notCounted(let name, let total):
            Bilingual(
                "“\(name)”不计入“\(total)”：“\(total)”的算式里没有它",
                "“\(name)” does not count in “\(total)”, whose formula does not name it")
        case .roundedBeforeRanking(let text):
            Bilingual(
                "名次按取整后的“\(text)”排，取整会使原来不同的分变成相同",
                "ranks go by the rounded “\(text)”: rounding makes different scores equal")
        case .dependsOnOthers(let name, let formula, let table, let condition, let voids):
            Bilingual(
                "“\(name)”用到“\(formula)”：一个人的得分随别人变，算的是\(condition.map { "“\($0)”的" } ?? "每一个")“\(table)”\(voids ? "，不计分的也在内" : "")",
                "“\(name)” uses “\(formula)”: one person's score depends on others, on every “\(table)”\(condition.map { " with “\($0)”" } ?? "")\(voids ? ", those whose score is void included" : "")"
            )
        case .gradedByItem(let grade, let item):
            Bilingual("“\(grade)”按“\(item)”这一项评，不按总分", "“\(grade)” goes by the item “\(item)”, not by the total")
        case .scoreWithoutRecords(let name, let score):
            Bilingual("一条记录也没有的人，“\(name)”得 \(score)", "a person without any record gets \(score) in “\(name)”")
        }
    }

    package var help: Bilingual? {
        switch self {
        case .conditionAlways:
            Bilingual("删去这个条件，或检查数和列的范围", "remove the condition, or look at the number and the column's range")
        case .conditionNever:
            Bilingual("检查条件里的数、列的范围，有没有写反", "look at the number, the column's range, and whether the sign is reversed")
        case .clampNever: Bilingual("删去它，或检查前面的算法", "remove it, or look at the formula before it")
        case .clampAlways: Bilingual("检查这个数和前面的算法", "look at the bound and at the formula before it")
        case .fullUnreachable:
            Bilingual("核对原文：是满分写大了，还是漏写了得分的规则", "compare with the plan: is the maximum too high, or is a rule missing?")
        case .gap(_, _, .rest), .gap(_, _, .fallback):
            Bilingual(
                "改成“<= 3”“<= 10”这样的行，从上往下查，中间就没有空当",
                "write rows such as “<= 3” and “<= 10”: they are tried from the top and leave nothing between")
        case .gap(_, _, .nowhere):
            Bilingual(
                "补上这几行，或写“其余”；确实不该有的，在用到的地方写“若缺 …”",
                "add the rows, or “rest”; where none should be, write “missing …” at its use")
        case .overlap: Bilingual("改其中一行的界限，使每个数只在一行里", "change a bound so that each number is in one row only")
        case .rowUnreachable, .caseUnreachable:
            Bilingual("删去它，或检查界限和列的范围", "remove it, or look at the bounds and the column's range")
        case .countDiffers:
            Bilingual(
                "核对原文：是数写错了，还是漏列、多列了；原文自相矛盾的，改数并写“说明”",
                "compare with the plan: a wrong number, or one missing or too many; where the plan contradicts itself, change it and add a note"
            )
        case .totalUnsaid(let sum):
            Bilingual("在“考核”后面写明“满分 \(sum)”；要折成百分的，写“总分 = …”", "say “max \(sum)” behind “assess”, or define the total")
        case .negativeAmount: Bilingual("用“保底 0”限定，或改用加、扣", "limit it by “floor 0”, or use the other word")
        case .voidAboveFloor: Bilingual("写明这种情况得几分：用“得分 = … 当 …”", "say what the score is then: “score = … when …”")
        case .fullNotRounded: Bilingual("改满分，或改“小数”", "change the maximum or the decimals")
        case .fullMissing: Bilingual("核对原文，给它写上“满分 …”", "compare with the plan and give it a “max …”")
        case .seriesBroken:
            Bilingual("对照计划原文，看是不是抄漏、抄重或抄错了一行", "see in the plan whether a row was left out, doubled or mistyped")
        case .axisUnknown(_, _, let used):
            Bilingual("有错字的改正；键名写要查的列、选项或量的名字，如“\(used)”", "call it as what is looked up: “\(used)”")
        case .axisOfOtherKind:
            Bilingual("核对键名，有两个键的看次序是不是反了", "look at the key's name, and with two keys at their order")
        case .keyOfOtherTable(_, let table, let wanted, _):
            Bilingual(
                "核对“引用”后面的表名：要的是“\(table)”还是“\(wanted)”",
                "look at the table behind “reference”: “\(table)” or “\(wanted)”?")
        case .barAboveBetter:
            Bilingual("核对两个分数线，或把两行对调", "look at the two bars, or swap the rows")
        case .weightsOff:
            Bilingual(
                "对照计划原文核对各个百分数；原意就不是 100% 的，写成 0.9 这样的数",
                "compare the per cents with the plan; where they are not to make up a whole, write 0.9 instead of 90%")
        case .figuresOutOfOrder:
            Bilingual(
                "核对有没有抄错、两格对调；用不到先后的，选项之间改写“|”",
                "look for a slip or two cells exchanged; where the order is not used, write “|” between the choices")
        case .scaleReversed:
            Bilingual(
                "从好到差排，写成“优秀 > 良好”；从差到好排的写“<”",
                "put the better one first, “优秀 > 良好”, or write “<” from the worst up")
        case .otherShare(_, let other, _, ownIsDivisor: false):
            Bilingual("核对是不是应当乘“\(other)”", "should it be multiplied by “\(other)”?")
        case .otherShare(_, let other, _, ownIsDivisor: true):
            Bilingual("核对是不是应当除以“\(other)”", "should it be divided by “\(other)”?")
        case .daysReversed: Bilingual("把两个日期对调", "swap the two days")
        case .notShown(let name, _):
            Bilingual("在“输出”里加上“\(name)”；有意不公布的，不用改", "add “\(name)” to “output”; leave it if it is not to be shown")
        case .countedTwice:
            Bilingual(
                "只在一项里算；确实两项都算的，起一个名字，两处都写这个名字",
                "let it count in one; where it shall count in both, give it a name and write that in both")
        case .holidayMissing:
            Bilingual(
                "照当年的放假通知改“假日”“调休”两行，或核对这里的年份",
                "bring “holidays” and “workdays” up to date, or look at the years here")
        case .noDay: Bilingual("把两个日期对调，或核对年份", "swap the two dates, or look at their years")
        case .notCounted(let name, let total):
            Bilingual(
                "写进“\(total)”的算式；有意不计分的，不写成项目，写成一个量“\(name) = …”",
                "name it in the formula of “\(total)”; what is not to count is no section but a value, “\(name) = …”")
        case .writtenTwice: Bilingual("只留一行；确实要算两次的，合成一行", "keep one; if it shall count twice, make one line of it")
        case .roundedBeforeRanking:
            Bilingual("原意如此就不用改；否则按没有取整的数排", "leave it if it is meant; otherwise rank by the exact number")
        case .dependsOnOthers:
            Bilingual(
                "数据收齐以后再公布；只与一部分人比的，用“考核 … 当 …”或“同 …”限定",
                "publish only when all data are in; limit whom it compares with by “when” or “same”")
        case .gradedByItem:
            Bilingual("原意如此就不用改；按总分评的，写“依 总分”", "leave it if it is meant; otherwise write “by total”")
        case .scoreWithoutRecords: Bilingual("原意如此就不用改", "leave it if it is meant")
        }
    }
}
