package import Diagnostics

extension CheckProblem {
    package var reason: Bilingual {
        switch self {
        case .unknownName, .unknownTable, .unknownColumn:
            Bilingual("找不到它说的是哪个数，这一条就算不出来", "without the figure it speaks of, the rule cannot be calculated")
        case .unknownType:
            Bilingual(
                "列里放什么要先说定，数据里填错了才查得出来",
                "what a column holds is settled first, so that wrong entries in the data are found")
        case .unknownChoice, .unknownGrade:
            Bilingual("数据里不会有这一项，写给它的分谁也得不到", "no record can hold this choice, so nobody gets what is written for it")
        case .duplicate:
            Bilingual("同一个名称有两个内容，用到它时不知道指哪一个", "one name for two things: where it is used, either may be meant")
        case .ambiguous, .ambiguousMember:
            Bilingual("两种读法算出来的分不同，程序不能替学校选", "the two readings give different scores, and the choice is the school's")
        case .wrongKind, .arguments:
            Bilingual("内容不对路，这一步没法算", "with the wrong kind of thing the step cannot be calculated")
        case .incomparable, .noCommonChoice:
            Bilingual("永远不会相等，写在这里的条件对谁都不起作用", "the two are never equal, so the condition does nothing for anyone")
        case .notOrdered:
            Bilingual("没有规定谁高谁低，比出来的先后没有依据", "no order was laid down, so nothing supports a higher or a lower")
        case .sameBothSides:
            Bilingual(
                "自己总等于自己，所有记录都算符合，条件等于没有写",
                "a thing equals itself: every record fits, as if there were no condition")
        case .mayBeMissing:
            Bilingual(
                "真有这样的人时，是按 0 分、按满分，还是停下来补数据，要由学校定，不能由程序猜",
                "when such a person turns up, 0 points, full points or a halt for the data is the school's choice, not a guess"
            )
        case .rowsForValue, .needsRows:
            Bilingual(
                "一个人有许多条记录，是相加、数条数还是取最高，得分大不相同",
                "a person has many records; their sum, their number and the best of them are very different scores")
        case .rangeReversed:
            Bilingual("没有一个数落在这个范围里，数据怎样填都算错", "no figure lies in such a range: every entry would be refused")
        case .badDefault:
            Bilingual(
                "空着的格都会按它计，它自己先不合规定",
                "every empty cell would take it, and it breaks the column's own limits")
        case .unrelated, .severalPaths, .noSuchMatch:
            Bilingual(
                "不知道哪些记录归这个人，分就可能算到别人头上",
                "unless it is known whose the records are, points may go to the wrong person")
        case .notAssessed:
            Bilingual("“全体”指参加考核的所有人，这里没有考核谁", "“everyone” means all who are assessed, and here nobody is")
        case .groupOnlyKeys:
            Bilingual("一组里有好几个数，取哪一个会影响得分", "a group holds several figures, and the score depends on which is taken")
        case .dependsOnOuter:
            Bilingual(
                "对全体算出的数人人相同，才谈得上公平比较；这里却会因人而异",
                "a figure over everyone is the same for all, which makes comparing fair; here it would differ by person"
            )
        case .pickNeedsRounding, .undeclaredQuotaRounding:
            Bilingual(
                "比例乘人数常有零头，进一还是舍去，就差一个名额",
                "a share of the number of people is seldom whole, and rounding it up or down is one place more or less")
        case .pickNeedsBy:
            Bilingual("按什么比高低，决定留下哪几条记录", "what they are compared by decides which records stay")
        case .wideNeedsCells:
            Bilingual("格里的数没有地方放，整张表等于没有读", "the figures have no column to go to, as if the sheet were not read")
        case .originTwice, .originKind:
            Bilingual(
                "列名、表名只能说明一件事，不然一格数就不知道记给谁",
                "a header or a sheet's name tells one thing; else nobody knows whom a figure belongs to")
        case .noKey, .keyCount:
            Bilingual("没有认人、认组的依据，就找不准是哪一行", "without what tells rows apart, the right row cannot be found")
        case .lookupCell, .lookupRepeated, .lookupUnreachable:
            Bilingual(
                "对照表里每种情形只能查到一个数，写错的行不会起作用，应得的分就落空",
                "each case finds one figure in the table; a wrong row is never found, and its points reach nobody")
        case .lookupWidth:
            Bilingual(
                "格数不对，分数就错了位，按别的奖次、级别给分",
                "with a cell too few or too many, points slip to another award or level")
        case .circle:
            Bilingual("要算这一个先得算那一个，反过来又一样，永远算不出来", "each needs the other first, so neither can ever be calculated")
        case .tooManyRowSets:
            Bilingual("每套一层就翻一倍，几十层就永远算不完", "each step doubles it: after some dozens it would never end")
        case .chainTooLong:
            Bilingual("这样长的推算没有人核对得了，申诉时也说不清", "nobody can check so long a chain, or explain it to someone who objects")
        case .scoreAndParts:
            Bilingual("两种算法会得出两个分，不知道公布哪一个", "two ways give two scores, and it is open which to publish")
        case .scoreNeedsLast:
            Bilingual(
                "条件都不符合的人没有得分，总分和名次也就排不出来",
                "whoever meets no condition has no score, and so no total and no place")
        case .floorAboveFull:
            Bilingual("最低分比最高分还高，怎么算都不对", "with a lowest score above the highest, no score can be right")
        case .pickWithoutChildren:
            Bilingual("下面没有几项可比，“只取最高”就没有内容", "with nothing to choose among, “only the best counts” says nothing")
        case .emptySection:
            Bilingual("写了满分、没有写怎样给分，这一项谁也得不到分", "a maximum without a way to earn points gives nobody anything")
        case .zeroDivisor:
            Bilingual("用 0 去除没有得数，这一项人人都没有分", "a division by 0 has no result, so nobody has a score here")
        case .noUse:
            Bilingual(
                "多半是写好了规则却忘了接上，计划里的这一条没有影响任何人的得分",
                "most likely it was written and never joined to a score: that clause of the plan touches nobody's result"
            )
        case .shareRange, .sharesOver, .shareNeedsHeads:
            Bilingual("名额会多过人数，等次就分不下去", "there would be more places than people, and the grades could not be given")
        case .headsRange:
            Bilingual("名额是人，没有半个，也没有负的", "places are for people: there are no halves and none below zero")
        case .shareNotConstant:
            Bilingual("同一组的名额只能有一个数，不能看是谁来定", "a group has one number of places, whoever is looked at")
        case .floorTakesAll:
            Bilingual(
                "人人都得了这个等次，后面的等次没有人，名额的规定落空",
                "everybody gets this grade and nobody those below: the quotas come to nothing")
        case .sharesUnder, .everyoneTaken:
            Bilingual(
                "剩下的人没有等次可给，到公布时才会发现",
                "the people left over get no grade, which would only be seen when results come out")
        case .undeclaredTies:
            Bilingual(
                "名额边上有人同分时，谁优秀谁良好就取决于这一条，不写明会引起申诉",
                "when scores are equal at the edge of a quota, this decides who gets the grade; left open, it leads to appeals"
            )
        case .undeclaredBase:
            Bilingual(
                "比例乘的人数多几个、少几个，优秀的名额就不一样",
                "a few people more or fewer in the count change the number of places in the best grade")
        case .undeclaredBar:
            Bilingual(
                "空出的名额给不给下一位，直接关系到那个人的等次",
                "whether the next person moves up decides that person's grade")
        case .undeclaredDecimals:
            Bilingual(
                "保留一位还是两位，会使同分变成不同分，名次跟着变；还会出现写不尽的小数",
                "one decimal or two can part equal scores and change places, and unrounded figures may never end")
        case .maximaDiffer:
            Bilingual(
                "合计少了，满分谁也拿不到；多了，超出的分白得，总有人要问",
                "when the parts come to less, nobody reaches the maximum; to more, points above it are lost")
        case .ordersDiffer:
            Bilingual(
                "哪一个好，要看照哪一份选项比；换一份来比，答案相反，得分也跟着变",
                "which is better depends on the list that is asked; by the other, scores come out the other way round")
        case .neverMissing:
            Bilingual(
                "看的人会以为有人没有数据；真正会缺的也许在别处",
                "a reader will think that data may be missing here; what can be missing may stand elsewhere")
        case .ratioWithPoints:
            Bilingual(
                "90% 按 0.9 相加，只有零点几分，这一项几乎不起作用",
                "90% is added as 0.9, less than a point, so the item hardly counts")
        case .floorUnsaid:
            Bilingual(
                "扣到负分时，要不要从别的项目里再扣，计划应当说明白",
                "whether points below zero are taken from other items is for the plan to say")
        case .everybodysRows:
            Bilingual(
                "少写一个条件，每个人就都得到全校合计的数",
                "one condition forgotten gives every person the figure of the whole school")
        case .amountOverFull:
            Bilingual(
                "多出的分封顶时就没有了，得高分的人与得低分的人拉不开",
                "what is above the maximum is cut off, so that good and very good come out equal")
        case .outputTwice:
            Bilingual("结果表里两列同名，看的人分不清", "two columns of one name in the result cannot be told apart")
        case .exampleBase, .exampleCircle:
            Bilingual("找不到要接着写的算例，这个算例就没有数据", "without the example it goes on from, this one has no data")
        case .exampleNoExpectation:
            Bilingual("没有写应得的结果，算例就核对不了什么", "an example that expects nothing checks nothing")
        case .exampleUnknown:
            Bilingual(
                "认不出的列核对不了，算例会白白相符",
                "an unknown column is not compared, and the example would agree with anything")
        }
    }
}
