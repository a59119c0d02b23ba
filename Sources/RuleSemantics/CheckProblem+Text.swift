package import Diagnostics
import RuleSyntax

extension CheckProblem {
    package var code: String {
        switch self {
        case .unknownName: "E201"
        case .unknownTable: "E202"
        case .unknownType: "E203"
        case .unknownColumn: "E204"
        case .unknownChoice, .unknownGrade: "E205"
        case .duplicate: "E206"
        case .ambiguous: "E207"
        case .ambiguousMember: "E208"
        case .wrongKind: "E210"
        case .incomparable: "E211"
        case .notOrdered: "E212"
        case .noCommonChoice: "E213"
        case .arguments: "E214"
        case .mayBeMissing: "E215"
        case .rowsForValue: "E216"
        case .needsRows: "E218"
        case .rangeReversed: "E219"
        case .badDefault: "E220"
        case .unrelated: "E221"
        case .severalPaths: "E222"
        case .notAssessed: "E223"
        case .noSuchMatch: "E224"
        case .groupOnlyKeys: "E225"
        case .dependsOnOuter: "E226"
        case .pickNeedsRounding: "E227"
        case .pickNeedsBy: "E228"
        case .noKey: "E229"
        case .keyCount: "E230"
        case .lookupCell: "E231"
        case .lookupRepeated: "E232"
        case .lookupUnreachable: "E233"
        case .lookupWidth: "E234"
        case .circle: "E235"
        case .chainTooLong: "E236"
        case .tooManyRowSets: "E256"
        case .scoreAndParts: "E237"
        case .scoreNeedsLast: "E238"
        case .floorAboveFull: "E239"
        case .pickWithoutChildren: "E240"
        case .emptySection: "E241"
        case .zeroDivisor: "E242"
        case .shareRange, .headsRange: "E244"
        case .sharesOver: "E245"
        case .shareNotConstant: "E246"
        case .shareNeedsHeads: "E247"
        case .exampleBase, .exampleCircle: "E248"
        case .exampleNoExpectation: "E249"
        case .exampleUnknown: "E250"
        case .outputTwice: "E251"
        case .wideNeedsCells: "E252"
        case .originTwice: "E253"
        case .originKind: "E254"
        case .sameBothSides: "E255"
        case .noUse: "F302"
        case .sharesUnder: "F303"
        case .undeclaredTies: "F304"
        case .undeclaredQuotaRounding: "F305"
        case .undeclaredBase: "F306"
        case .undeclaredBar: "F307"
        case .everyoneTaken: "F308"
        case .undeclaredDecimals: "F309"
        case .maximaDiffer: "F310"
        case .neverMissing: "F311"
        case .ordersDiffer: "F317"
        case .ratioWithPoints: "F312"
        case .floorUnsaid: "F313"
        case .amountOverFull: "F314"
        case .everybodysRows: "F315"
        case .floorTakesAll: "F316"
        }
    }

    package var severity: Severity { code.hasPrefix("F") ? .finding : .error }

    package var message: Bilingual {
        switch self {
        case .unknownName(let name, _, _):
            Bilingual("没有叫“\(name)”的列、量或项目", "there is no column, value or section “\(name)” here")
        case .unknownTable(let name, _, _): Bilingual("没有叫“\(name)”的表", "there is no table “\(name)”")
        case .unknownType(let name, _):
            Bilingual(
                "“\(name)”不是一列能放的内容，也不是选项的名称",
                "“\(name)” is neither what a column can hold nor a list of choices")
        case .unknownColumn(let name, let table, _): Bilingual("“\(table)”里没有“\(name)”", "“\(table)” has no “\(name)”")
        case .unknownChoice(let name, let known, _), .unknownGrade(let name, let known, _):
            Bilingual(
                "没有“\(name)”这个选项，可选的是：\(list(known, "、"))",
                "“\(name)” is none of the choices: \(list(known, ", "))")
        case .duplicate(let what, let name):
            name.isEmpty
                ? Bilingual("\(what.zh)写了两次", "\(what.en) is given twice")
                : Bilingual("\(what.zh)“\(name)”重复了", "\(what.en) “\(name)” is defined twice")
        case .ambiguous(let name, let inner):
            Bilingual(
                "“\(name)”有两个意思：“\(inner)”的“\(name)”，还是外面的“\(name)”",
                "“\(name)” has two meanings: that of “\(inner)”, or the one outside")
        case .ambiguousMember(let head, let name):
            Bilingual(
                "“\(head).\(name)”有两个意思：项目“\(head)”里的量，还是表“\(head)”的列",
                "“\(head).\(name)” has two meanings: a value of the section, or a column of the table")
        case .wrongKind(let found, let wanted, _):
            Bilingual("这里要的是\(wanted.zh)，写的却是\(found.zh)", "\(wanted.en) is needed here, but this is \(found.en)")
        case .incomparable(let left, let right):
            Bilingual("\(left.zh)不能与\(right.zh)比较或并列", "\(left.en) does not go with \(right.en)")
        case .sameBothSides(let name):
            Bilingual("两边是同一个“\(name)”，比较没有意义", "both sides are the same “\(name)”: the comparison says nothing")
        case .notOrdered: Bilingual("这些值没有高低之分，不能比大小", "these values have no order")
        case .noCommonChoice: Bilingual("两边的选项没有一个相同", "the two lists of choices have none in common")
        case .arguments(let name, _): Bilingual("“\(name)”的写法不对", "“\(name)” is not written like this")
        case .mayBeMissing(let cause, _): Bilingual("这里可能没有值：\(cause.zh)", "there may be no value here: \(cause.en)")
        case .rowsForValue(let name, _):
            Bilingual("“\(name)”是许多条记录，这里要一个值", "“\(name)” is many records; one value is needed here")
        case .needsRows(let name): Bilingual("“\(name)”要说明对哪些记录来算", "“\(name)” must say over which records")
        case .rangeReversed: Bilingual("范围的下限大于上限", "the range's lower bound is above its upper bound")
        case .badDefault(let type):
            Bilingual("默认值不合这一列的规定（\(type.zh)）", "the default does not fit the column (\(type.en))")
        case .unrelated(let name, let home):
            Bilingual("“\(name)”的记录与“\(home)”没有引用关系", "the records of “\(name)” do not refer to “\(home)”")
        case .severalPaths(let name, let columns):
            Bilingual(
                "“\(name)”有几列都通向这里：\(columns.joined(separator: "、"))",
                "several columns of “\(name)” lead here: \(columns.joined(separator: ", "))")
        case .notAssessed(let name):
            Bilingual("“\(name)”不是考核对象，没有“全体”", "“\(name)” is not assessed, so it has no “everyone”")
        case .noSuchMatch(let name, let table):
            Bilingual(
                "“同 \(name)”要求当前的“\(table)”也有“\(name)”",
                "“same \(name)” needs a “\(name)” in the current “\(table)”")
        case .groupOnlyKeys(let name):
            Bilingual("“每”之后每组有许多“\(name)”，不能直接取一个", "after “per” each group has many “\(name)”")
        case .dependsOnOuter:
            Bilingual(
                "对全体或整张表计算时，条件里不能再用当前这一行的值",
                "a calculation over everyone or a whole table cannot use the current row's values")
        case .pickNeedsRounding:
            Bilingual("取、去多少不一定是整数，要写明怎样取整", "how many are taken or dropped need not be whole; say how it is rounded")
        case .pickNeedsBy: Bilingual("没有写明按什么比高低", "it is not said by what the highest are chosen")
        case .wideNeedsCells(let name):
            Bilingual(
                "“\(name)”取自列名，它下面没有一列来放各格的内容",
                "“\(name)” comes from the headers, but no column after it takes the cells")
        case .originTwice:
            Bilingual(
                "一张表只能有一列取自列名、一列取自表名",
                "only one column of a table comes from the headers, and one from the sheet's name")
        case .originKind(let name):
            Bilingual(
                "“\(name)”取自列名或表名，只能是文本、选项、月份或引用，不能可空",
                "“\(name)” comes from a name: it is a text, choice, month or reference, never empty")
        case .noKey(let name): Bilingual("“\(name)”没有主键，不能引用或查找", "“\(name)” has no key, so it cannot be referred to")
        case .keyCount(let table, let wanted, let found):
            Bilingual(
                "“\(table)”的主键有 \(wanted) 列，这里给了 \(found) 个",
                "the key of “\(table)” has \(wanted) columns, \(found) are given")
        case .lookupCell(let cell, let wanted):
            Bilingual("“\(cell)”不能作这里的键，应当是\(wanted.zh)", "“\(cell)” cannot be a key here; it should be \(wanted.en)")
        case .lookupRepeated: Bilingual("这一行的键在上面已经有了", "the keys of this row stand above already")
        case .lookupUnreachable:
            Bilingual("这一行永远查不到，上面的行已经全部包括", "this row can never be reached; an earlier one takes all of it")
        case .lookupWidth(let expected, let found):
            Bilingual("这一行应有 \(expected) 格，实有 \(found) 格", "this row should have \(expected) cells and has \(found)")
        case .circle(let names):
            Bilingual("循环计算：\(names.joined(separator: " → "))", "a circle: \(names.joined(separator: " → "))")
        case .chainTooLong(let limit):
            Bilingual("一个量经过其他量层层计算，超过 \(limit) 层", "a value is built on others more than \(limit) deep")
        case .tooManyRowSets(let limit):
            Bilingual(
                "记录集一层套一层，展开以后超过 \(limit) 处", "row sets made of one another come to more than \(limit) places")
        case .scoreAndParts:
            Bilingual(
                "既写了“得分”，又写了起评、加、扣或取、去，两种算法只能用一种",
                "both “score” and start, add, deduct, take or drop are given; only one way can count")
        case .scoreNeedsLast:
            Bilingual("所有“得分”都带条件，条件都不成立时没有得分", "every “score” has a condition; when none holds there is no score")
        case .floorAboveFull: Bilingual("保底高于满分", "the floor is above the maximum")
        case .pickWithoutChildren: Bilingual("“取”“去”下面没有可选的项目", "“take” or “drop” has nothing to choose from")
        case .emptySection(let name): Bilingual("“\(name)”没有写怎样得分", "“\(name)” does not say how it is scored")
        case .zeroDivisor: Bilingual("除数总是 0", "the divisor is always 0")
        case .shareRange(let share):
            Bilingual("份额“\(share)”可能小于 0 或大于 100%", "the share “\(share)” may be under 0 or over 100%")
        case .headsRange(let heads):
            Bilingual("人数“\(heads)”不是 0 或正的整数", "“\(heads)” persons: a head-count is 0 or a positive whole number")
        case .sharesOver(let sum):
            Bilingual("各等次份额之和可达 \(sum)，超过 100%", "the shares may add up to \(sum), more than 100%")
        case .shareNotConstant(let share):
            Bilingual("份额“\(share)”在一个组里因人而异", "the share “\(share)” differs between members of a group")
        case .shareNeedsHeads: Bilingual("份额大于 1：是人数还是比例？", "a share above 1: heads or a ratio?")
        case .exampleBase(let name): Bilingual("没有叫“\(name)”的算例", "there is no example “\(name)”")
        case .exampleCircle(let name):
            Bilingual("算例“\(name)”绕了一圈又沿用到自己", "the example “\(name)” goes on from itself")
        case .exampleNoExpectation(let name): Bilingual("算例“\(name)”没有“期望”", "the example “\(name)” expects nothing")
        case .exampleUnknown(let name, _):
            Bilingual("算例里的“\(name)”不是表名、列名或量的名称", "“\(name)” in the example is no table, column or value")
        case .outputTwice(let name): Bilingual("输出里有两个“\(name)”", "the output has two columns “\(name)”")
        case .noUse(let what, let name): Bilingual("\(what.zh)“\(name)”没有用到", "the \(what.en) “\(name)” is never used")
        case .sharesUnder(let sum):
            Bilingual("各等次份额之和最多 \(sum)，没有“其余”", "the shares add up to at most \(sum), and no grade is “rest”")
        case .undeclaredTies:
            Bilingual(
                "没有写明名额边上并列的人怎么办，现按“全部入选”处理",
                "it is not said what happens to ties at a quota's edge; “allin” is assumed")
        case .undeclaredQuotaRounding(let sizes):
            sizes.isEmpty
                ? Bilingual("没有写明份额怎样取整，现按“四舍五入”处理", "it is not said how quotas round; “halfup” is assumed")
                : Bilingual(
                    "没有写明份额怎样取整，现按“四舍五入”处理；人数是 \(list(sizes.map(String.init), "、")) 的组，不同的取整结果不同",
                    "it is not said how quotas round; “halfup” is assumed. The way matters for groups of \(list(sizes.map(String.init), ", "))"
                )
        case .undeclaredBase:
            Bilingual(
                "没有写明“定为”的人算不算在基数里，现按“基数 全体”处理",
                "it is not said whether those placed count in the base; “base everyone” is assumed")
        case .undeclaredBar:
            Bilingual(
                "没有写明“不得”者空出的名额怎么办，现按“空缺”处理",
                "it is not said what happens to a barred person's place; “vacant” is assumed")
        case .floorTakesAll(let name, let below):
            Bilingual(
                "“\(name)”只写了“保底”，没有上限，后面的\(below.map { "“\($0)”" }.joined())轮不到人",
                "“\(name)” has only a “floor” and no limit: nobody is left for \(below.map { "“\($0)”" }.joined(separator: ", "))"
            )
        case .everyoneTaken: Bilingual("最后一个等次还有条件，可能有人没有等次", "the last grade has a condition; some may get no grade")
        case .undeclaredDecimals:
            Bilingual(
                "没有写明得分保留几位小数，现不作取整",
                "it is not said to how many decimals scores are rounded; they are not rounded")
        case .maximaDiffer(let section, let declared, let sum):
            Bilingual(
                "“\(section)”满分 \(declared)，下面各项满分相加是 \(sum)",
                "“\(section)” has a maximum of \(declared), its parts add up to \(sum)")
        case .neverMissing: Bilingual("这里总有值，“若缺”不会起作用", "there is always a value here; “missing” has no effect")
        case .ordersDiffer(let first, let second):
            Bilingual(
                "“\(first)”与“\(second)”在两份选项里高低相反",
                "“\(first)” and “\(second)” stand in opposite order in two lists of choices")
        case .ratioWithPoints:
            Bilingual("比例（百分数）与分数相加减，相差一百倍", "a ratio (per cent) is added to points: a factor of a hundred")
        case .floorUnsaid(let name):
            Bilingual(
                "“\(name)”可能扣成负数，现按最低 0 分处理，但没有写明",
                "“\(name)” can fall below zero; 0 is assumed as its floor, but not said")
        case .everybodysRows(let name, _):
            Bilingual("这里的“\(name)”是所有人的记录，不只是本人的", "“\(name)” here is everybody's records, not only this person's")
        case .amountOverFull(let name, let amounts, let full):
            Bilingual(
                "“\(name)”满分 \(full)，这里给 \(list(amounts, "、"))",
                "“\(name)” has a maximum of \(full), but \(list(amounts, ", ")) is given here")
        }
    }

    private func list(_ words: [String], _ separator: String) -> String {
        words.prefix(12).joined(separator: separator) + (words.count > 12 ? "…" : "")
    }

    private func suggestion(_ nearest: String?, _ otherwise: Bilingual? = nil) -> Bilingual? {
        nearest.map { Bilingual("是不是“\($0)”？", "did you mean “\($0)”?") } ?? otherwise
    }

    private func elsewhere(_ name: String, _ elsewhere: Elsewhere) -> Bilingual {
        switch elsewhere {
        case .section(let section):
            Bilingual(
                "它在项目“\(section)”里定义，在这里写成“\(section).\(name)”",
                "it is defined in the section “\(section)”; write “\(section).\(name)” here")
        case .table(let table):
            Bilingual(
                "它在表“\(table)”里，写成“\(table).\(name)”；有许多条记录的，写成“合计(\(table).\(name))”等",
                "it stands in the table “\(table)”: write “\(table).\(name)”, or “sum(\(table).\(name))” where there are many records"
            )
        case .rows(let section):
            Bilingual(
                "它在“\(section)”里定义，只在那里能用；移到外面一层，或在这里另写一遍",
                "it is defined in “\(section)” and only known there; move it a level out, or write it here too")
        case .choice(let column):
            Bilingual(
                "它是“\(column)”的选项，写成“\(column) = \(name)”；几个选项写成“\(column) 在 (…, …)”",
                "it is a choice of “\(column)”: write “\(column) = \(name)”, or “\(column) in (…, …)” for several")
        }
    }

    package var help: Bilingual? {
        switch self {
        case .unknownName(let name, _, let elsewhere?), .unknownTable(let name, _, let elsewhere?):
            self.elsewhere(name, elsewhere)
        case .unknownName("年度", _, _), .unknownName("今年", _, _), .unknownName("本年", _, _):
            Bilingual("在“计划”下面写“年度 2026”，算式里写“年度”", "write “year 2026” below “plan”, and “年度” in formulas")
        case .unknownName(let name, let nearest, _):
            suggestion(
                nearest,
                Bilingual(
                    "检查名称；若是新的量，先写一行“\(name) = …”；若是文字，请加引号",
                    "check the name; a new value is first given a line “\(name) = …”; text is put in quotation marks"))
        case .unknownColumn("名次", _, nil), .unknownColumn("排名", _, nil):
            Bilingual(
                "没有“评定”就没有名次；先写一行“名次 = 名次(总分 于 全体)”",
                "places come with a grading; without one write “place = rank(total over everyone)” first")
        case .unknownTable(_, let nearest, _), .unknownColumn(_, _, let nearest):
            suggestion(nearest, Bilingual("检查名称，或先在文件里写上它", "check the name, or write it into the file first"))
        case .unknownType(_, let nearest):
            suggestion(
                nearest,
                Bilingual(
                    "写“数”“整数”“比例”“文本”“日期”“月份”“是否”，或写出选项，如“优秀 | 良好”",
                    "write number, integer, ratio, text, date, month or yesno, or the choices, such as “good | fair”"))
        case .unknownChoice(_, _, let nearest):
            suggestion(
                nearest,
                Bilingual(
                    "改成其中之一，或在选项里补上它",
                    "use one of them, or add it to the choices"))
        case .unknownGrade(let name, _, let nearest):
            suggestion(
                nearest,
                Bilingual(
                    "在等次表的末尾加一行“\(name)  0 人”，或改成其中之一",
                    "add a last row “\(name)  0 persons” to the grades, or use one of them"))
        case .exampleUnknown(_, let nearest):
            suggestion(
                nearest,
                Bilingual(
                    "检查名称；各列名之间空两格以上；小项里的量写成“项目.量”",
                    "check the name; names of columns are parted by two blanks or more; a section's value is “section.value”"
                ))
        case .duplicate: Bilingual("只留一个，或换个名称", "keep one, or rename one")
        case .ambiguous(let name, let inner):
            Bilingual("写成“\(inner).\(name)”或“本.\(name)”", "write “\(inner).\(name)” or “this.\(name)”")
        case .ambiguousMember: Bilingual("给项目或列换个名称", "rename the section or the column")
        case .arguments(_, let usage): Bilingual("写成“\(usage.zh)”", "write “\(usage.en)”")
        case .mayBeMissing(_, isCondition: true):
            Bilingual(
                "在这个条件的末尾写“若缺 否”或“若缺 是”，或写“若缺 报错”",
                "write “missing no” or “missing yes”, or “missing error”, at the end of this condition")
        case .mayBeMissing:
            Bilingual(
                "在这个算式的末尾写“若缺 0”之类的值，或写“若缺 报错”",
                "write “missing 0” or another value, or “missing error”, at the end of this formula")
        case .rowsForValue(let name, asked: true):
            Bilingual("有没有记录，写成“计数(\(name)) > 0”", "whether there are records is “count(\(name)) > 0”")
        case .rowsForValue(let name, asked: false):
            Bilingual(
                "用“合计(…)”“计数(…)”“最高(…)”等算出一个值，如“计数(\(name))”",
                "use sum(…), count(…), max(…), such as “count(\(name))”")
        case .needsRows(let name):
            Bilingual(
                "写成“\(name)(数 于 表)”或“\(name)(表.列)”",
                "write “\(name)(number over table)” or “\(name)(table.column)”")
        case .unrelated(let name, let home) where name == home:
            Bilingual(
                "所有参加考核的写“全体”，整张表写“全部 \(name)”，同组的写“全体 同 列名”",
                "write “everyone” for all who are assessed, “all \(name)” for the whole table, “everyone same column” for a group"
            )
        case .unrelated(let name, let home):
            Bilingual(
                "在“\(name)”里加一列“引用 \(home)”；要所有的记录，写“全部 \(name)”；按某一列对应，写“\(name) 同 列名”",
                "give “\(name)” a column “reference \(home)”; for all records write “all \(name)”, to match by a column “\(name) same column”"
            )
        case .severalPaths(let name, let columns):
            Bilingual("写成“\(name) 同 \(columns.first ?? "列")”", "write “\(name) same \(columns.first ?? "column")”")
        case .notAssessed(let name): Bilingual("写“全部 \(name)”", "write “all \(name)”")
        case .groupOnlyKeys(let name):
            Bilingual("写成“最高(\(name))”“合计(\(name))”等", "write “max(\(name))”, “sum(\(name))” and so on")
        case .dependsOnOuter:
            Bilingual(
                "写“同 列名”，只算与当前这一行同组的；只要有关的记录时用“引用”；排先后用“名次(…)”；逐条加分用“逐条 … 当 …”",
                "write “same column” to take only the rows of its group; let records refer to it; use “rank(…)” for an order, or “each … when …” to add points"
            )
        case .pickNeedsRounding: Bilingual("在这个数后面写“四舍五入”“进一”或“去尾”", "add “halfup”, “up” or “down” after the number")
        case .pickNeedsBy: Bilingual("在后面写明依哪一列，如“依 分值”", "say by which column, such as “by points”")
        case .wideNeedsCells:
            Bilingual(
                "在它的下一行写放内容的列，如“分  数 0..100”",
                "declare the column for the cells in the next line, such as “分  number 0..100”")
        case .originTwice: Bilingual("只留一列", "keep one")
        case .originKind: Bilingual("把这一列写成其中的一种", "declare the column as one of these")
        case .noKey: Bilingual("在表名后写“主键 列名”", "add “key column” after the table's name")
        case .circle: Bilingual("把要用的那一部分单独写成一个量", "write the part that is needed as a value of its own")
        case .chainTooLong: Bilingual("合并一些中间的量", "join some of the values between")
        case .tooManyRowSets:
            Bilingual("同一个记录集在下一个里只用一次，或者先算成一个量", "use a row set once in the next, or make a value of it first")
        case .scoreNeedsLast:
            Bilingual(
                "最后加一行不带条件的“得分 = …”，给其余的人",
                "add a last line “score = …” without a condition, for everyone else")
        case .shareRange:
            Bilingual(
                "给这一列规定范围，如“比例 0%..60%”；人数后面写“人”",
                "give the column a range such as “ratio 0%..60%”; head-counts end in “persons”")
        case .sharesOver:
            Bilingual(
                "核对各等次的份额；比例由学校填的，缩小那一列的范围",
                "check the shares; where the school fills in a ratio, narrow the range of its column")
        case .shareNotConstant:
            Bilingual(
                "份额只能用分组的列、“计划”下面所定的数，以及由它们查得的值",
                "a share may use only the group's columns, figures set below “plan”, and what is looked up by these")
        case .headsRange:
            Bilingual(
                "写整数，如“3 人”；按人数的几成算的，写“30%”", "write a whole number such as “3 persons”; for a part of the people “30%”"
            )
        case .shareNeedsHeads: Bilingual("人数写“3 人”，比例写“30%”", "write “3 persons” or “30%”")
        case .sharesUnder: Bilingual("把最后一个等次的份额写成“其余”", "let one grade be “rest”")
        case .undeclaredTies: Bilingual("写明“并列 全部入选”或“并列 全部落选”", "say “ties allin” or “ties allout”")
        case .undeclaredQuotaRounding:
            Bilingual("写明“份额取整 四舍五入”“进一”“去尾”或“最大余数”", "say “quotas halfup”, “up”, “down” or “remainders”")
        case .undeclaredBase: Bilingual("写明“基数 全体”或“基数 其余”", "say “base everyone” or “base rest”")
        case .undeclaredBar: Bilingual("在后面写“递补”或“空缺”", "add “refill” or “vacant”")
        case .floorTakesAll:
            Bilingual(
                "写这个等次占多少，如“20%”“3 人”；“保底”是给排在最后的等次留名额的",
                "say how many it takes, such as “20%” or “3 persons”; “floor” keeps seats for the grade that comes last"
            )
        case .everyoneTaken: Bilingual("加一行“其余”", "add a row with “rest”")
        case .undeclaredDecimals: Bilingual("在“计划”下面写“小数 2 位 四舍五入”", "write “decimals 2 halfup” below “plan”")
        case .maximaDiffer: Bilingual("核对原文，改正其中一个", "compare with the plan and mend one of them")
        case .neverMissing: Bilingual("删去“若缺”", "remove it")
        case .ordersDiffer: Bilingual("把两份选项的高低排成一样的", "write both lists in the same order")
        case .ratioWithPoints:
            Bilingual("要把 30% 当 30 分用，在比例后面写“/ 1%”", "to use 30% as 30 points, write “/ 1%” after the ratio")
        case .floorUnsaid:
            Bilingual("在满分后面写“保底 0”，或写“满分 -5..10”这样的范围", "add “floor 0”, or a range such as “max -5..10”")
        case .amountOverFull:
            Bilingual(
                "核对原文；可改满分，或按比例折算并写“说明”",
                "compare with the plan; change the maximum, or scale the points and add a note")
        case .everybodysRows(_, let column):
            Bilingual(
                "只要本人的，去掉“全部”，或写成“同 \(column), …”",
                "for this person's, leave out “all”, or write “same \(column), …”")
        case .noUse(_, let name) where Keyword(word: name).map(Self.startsItem) ?? false:
            Bilingual(
                "“\(name)”是规定的词，写了等号就成了一个量的名称；不写等号，写成“\(name) …”",
                "“\(name)” is a fixed word, which an equal sign makes the name of a value; write “\(name) …” without it"
            )
        case .noUse: Bilingual("删去它，或检查是不是写错了名称", "remove it, or look for a misspelt name")
        case .emptySection: Bilingual("写“得分 = …”，或“加”“扣”“起评”", "write “score = …”, or add, deduct, start")
        case .wrongKind(_, _, .bound?):
            Bilingual(
                "至多、至少是几，写“封顶 …”“保底 …”；分情况取值的，写成“按 (条件: 3, 其余: 1)”",
                "bounds are written “cap …” and “floor …”; values that depend on the case, “case (condition: 3, rest: 1)”"
            )
        case .wrongKind(_, _, .answer?):
            Bilingual(
                "条件缺的时候写“若缺 否”或“若缺 是”；只给其中一个数补缺的，连同它加括号，如“(甲 若缺 0) >= 60”",
                "a condition takes “missing no” or “missing yes”; where one of its numbers is meant, put both in brackets, as in “(a missing 0) >= 60”"
            )
        case .wrongKind(_, let wanted, nil):
            Bilingual(
                "换成\(wanted.zh)；分情况取值的，写成“按 … (优秀: 3, 其余: 1)”",
                "write \(wanted.en); values that depend on the case are written “case … (good: 3, rest: 1)”")
        case .incomparable:
            Bilingual("两边要同类：数与数，日期与日期，选项与同一组选项", "both sides must be of one kind: numbers, dates, or the same choices")
        case .notOrdered(isChoice: false):
            Bilingual(
                "文字、是否不比先后；要分先后的，另设一列数来比，如“序号  整数 1..999”",
                "texts and yes or no have none; compare a column of numbers, such as “serial  integer 1..999”")
        case .notOrdered(isChoice: true):
            Bilingual("选项要比高低时，用“>”从高到低列出，如“优秀 > 良好”", "choices that are compared are listed with “>” from the best")
        case .sameBothSides(let name):
            Bilingual(
                "写明与什么比：外面的那一个写“本.\(name)”，固定的日子或数直接写出来",
                "say what it is compared with: “this.\(name)” for the one outside, or the day or figure itself")
        case .noCommonChoice: Bilingual("检查是不是比错了列", "look whether the right column is compared")
        case .rangeReversed: Bilingual("把两个界限对调", "swap the two bounds")
        case .badDefault: Bilingual("改默认值，或改这一列的范围", "change the default or the column's range")
        case .noSuchMatch: Bilingual("换成两边都有的列", "use a column that both have")
        case .keyCount: Bilingual("按主键的顺序逐个写出，用逗号分开", "write one value for each key column, parted by commas")
        case .lookupCell: Bilingual("改这一格；有空格的文字加引号", "change this cell; text with blanks is put in quotation marks")
        case .lookupRepeated, .lookupUnreachable: Bilingual("删去这一行，或改它的键", "remove this row or change its key")
        case .lookupWidth: Bilingual("各格之间用两个以上空格分开；没有的格写“-”", "part cells by two or more blanks; write “-” for none")
        case .scoreAndParts: Bilingual("删去“得分”，或把加、扣并进“得分”的算式", "remove “score”, or put the rest into its formula")
        case .floorAboveFull: Bilingual("改小保底或改大满分", "lower the floor or raise the maximum")
        case .pickWithoutChildren: Bilingual("在下面写出几个项目，或删去“取”“去”", "add sections below, or remove “take” or “drop”")
        case .zeroDivisor: Bilingual("核对原文，改正除数", "compare with the plan and mend the divisor")
        case .exampleBase:
            Bilingual("检查算例的名称，被沿用的算例要在同一个文件里", "check the name; the example must stand in the same file")
        case .exampleCircle:
            Bilingual("第一个算例不写“沿用”，把数据写全", "let the first one give all its data, without “use”")
        case .exampleNoExpectation: Bilingual("加上“期望”和应得的结果", "add “expect” and the figures that must come out")
        case .outputTwice: Bilingual("删去一个，或在后面用引号另写列名", "remove one, or give it another header in quotation marks")
        }
    }

    /// Whether a line or an attribute of a section begins with the word, behind which no equal sign stands.
    private static func startsItem(_ keyword: Keyword) -> Bool {
        switch keyword {
        case .start, .add, .deduct, .each, .void, .full, .floor, .cap, .decimals, .output, .require: true
        default: false
        }
    }
}
