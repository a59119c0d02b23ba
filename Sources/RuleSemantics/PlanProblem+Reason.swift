package import Diagnostics

extension PlanProblem {
    package var reason: Bilingual {
        switch self {
        case .conditionAlways:
            Bilingual(
                "对谁都成立的条件等于没有写，多半是界限写错了，本来要分开的人没有分开",
                "a condition that everyone meets is none; most likely its bound is wrong, and people meant to differ do not"
            )
        case .conditionNever:
            Bilingual("写给这种情形的分或扣分，谁也轮不到", "the points or deductions written for it reach nobody")
        case .clampNever:
            Bilingual(
                "限不住什么的界限，多半是数写错了，计划要的封顶、保底并没有起作用",
                "a bound that limits nothing is most likely a wrong number: the limit that the plan wants is not there")
        case .clampAlways:
            Bilingual("人人得一样的分，前面的算法白写了", "everyone gets the same, and the formula before it says nothing")
        case .fullUnreachable:
            Bilingual("满分谁也拿不到，这一项实际占的分比计划写的少", "nobody can reach the maximum: the item weighs less than the plan says")
        case .gap(_, _, .rest), .gap(_, _, .fallback):
            Bilingual(
                "夹在相邻两档之间的数，没有归到这两档，多半不是计划的意思",
                "a figure between two neighbouring steps belongs to neither, which the plan hardly means")
        case .gap(_, _, .nowhere):
            Bilingual(
                "有人正好落在空当里，就查不到分，计算停在那里", "someone whose figure falls there finds no points, and the calculation stops")
        case .overlap:
            Bilingual(
                "正好在界限上的人得哪一档的分，要看哪一行写在前面，计划没有这样说",
                "for a figure on the bound the order of the rows decides the points, which the plan does not say")
        case .rowUnreachable, .caseUnreachable:
            Bilingual("这一行的分谁也得不到，计划里的这一档等于没有", "nobody gets the points of this row, as if the plan had no such step")
        case .countDiffers:
            Bilingual(
                "计划说的项数与列出的不一致，不知道是多写了数，还是漏了一项",
                "the plan names one number and lists another: either the number is wrong or an item is missing")
        case .totalUnsaid:
            Bilingual(
                "看的人多以为总分是 100，及格、优秀的分数线就会理解得不一样",
                "most readers take a total to be out of 100, and would read a pass mark or a grade's mark differently")
        case .negativeAmount(deduct: false):
            Bilingual("写的是加，得的却是扣，看的人会弄反", "it says add and deducts: whoever reads it takes it the other way")
        case .negativeAmount(deduct: true):
            Bilingual("本来要扣的成了加，有过失的反而得分高", "what should be deducted is added, and a fault raises the score")
        case .voidAboveFloor:
            Bilingual(
                "情节更重的不计分，反而比扣了分的高",
                "the graver case, which is void, comes out above the lighter one, which loses points")
        case .fullMissing:
            Bilingual(
                "没有满分的一项可以无限加分，把别的项都压下去", "an item without a maximum can grow without end and outweigh all others")
        case .seriesBroken:
            Bilingual("查到这一行的人得数不对，别人都对，不容易发现", "whoever meets this row gets a wrong figure, all others the right one")
        case .axisUnknown:
            Bilingual(
                "看表的人按键名去找是哪一列，名字不对就会找错；与选项同名时，程序才能核对格里的字",
                "readers find the column by the key's name; only by the name of its choices can its cells be checked")
        case .axisOfOtherKind:
            Bilingual(
                "键名和格对不上，表就会被读错、填错", "a table whose keys are not what they are called is read and filled in wrongly")
        case .keyOfOtherTable:
            Bilingual(
                "两张表的主键恰好写法相同时查得到，但查到的不是要找的那一行",
                "where keys of two tables happen to be written alike a row is found, but not the one that is meant")
        case .noDay:
            Bilingual(
                "日子都不在里面，天数、月数、年数都是 0，用到它的规则等于没有",
                "no date lies in it, and days, months and years are 0: the rules that use it do nothing")
        case .notCounted:
            Bilingual(
                "这一项评了分，却没有加到任何人的分里，多半是加了项目、忘了改算式",
                "the item is scored, but its points reach nobody: most likely it was added and the formula forgotten")
        case .barAboveBetter:
            Bilingual(
                "够得上这一档的，前面较好的一档也都够得上，多半是两个分数线写反、写错了",
                "whoever reaches this bar reaches that of the better grade too: most likely the two were exchanged or mistyped"
            )
        case .weightsOff:
            Bilingual(
                "合起来不到或超过 100%，人人的分都偏低或偏高，分数线、奖金跟着不对",
                "short of a whole or beyond it, everybody's score is too low or too high, and bars and money go wrong with it"
            )
        case .figuresOutOfOrder:
            Bilingual(
                "较好的一档反而比较差的得得少，多半是抄错、抄串了一格",
                "the better of two would get less than the worse: most likely a figure was mistyped or two changed places"
            )
        case .scaleReversed:
            Bilingual(
                "谁高谁低全照这里的先后：取最高的、评等次、比较时都会反过来",
                "this order decides who is better: the highest, the grades and comparisons would all be the wrong way round"
            )
        case .otherShare:
            Bilingual(
                "折算是拿自己的与最高、最低的比；两样不同的东西相比，最好的人也得不到满分，别人可能超过",
                "a share compares one's own figure with the highest or lowest of the same kind; of two kinds the best may miss the maximum and others pass it"
            )
        case .daysReversed:
            Bilingual(
                "两个日期写反了，算出的天数总是 0 或者负的，按它定的期限、分数等于没有",
                "with the days the wrong way round the distance is 0 or below for everybody, and terms and points by it do nothing"
            )
        case .notShown:
            Bilingual(
                "成绩单上各项相加，与总分对不上，看的人会来问",
                "what is printed does not add up to the total, and readers will ask")
        case .countedTwice:
            Bilingual(
                "同样的分加了两次，或者扣了两次，总分里就重复了",
                "the same points are added or deducted twice, and the total holds them double")
        case .holidayMissing:
            Bilingual(
                "多半是假日还是去年的：放假的日子算成了工作日，天数、按天算的钱都不对",
                "most likely the holidays are last year's: days off count as working days, and days and money by the day are wrong"
            )
        case .writtenTwice:
            Bilingual(
                "多半是复制时多出的一行，分数却真的多加或多扣了",
                "most likely a line was copied once too often, yet the points are really counted")
        case .fullNotRounded:
            Bilingual("得满分的人取整后也不是满分", "even whoever reaches the maximum is rounded to something else")
        case .roundedBeforeRanking:
            Bilingual(
                "并列的人会多起来，谁在名额里就要看并列怎样处理", "more people tie, and how ties are treated decides who is within the quota")
        case .dependsOnOthers:
            Bilingual(
                "别人的一条数据改了，这个人的得分也会变，公布以后更正要全部重算",
                "when one record of another person changes, so does this score: a later correction changes everybody's")
        case .gradedByItem:
            Bilingual(
                "其他各项的分与等次无关，总分高的反而可能评不上",
                "the other items do not matter for it, and whoever has the higher total may not get it")
        case .scoreWithoutRecords:
            Bilingual(
                "没有参加的人和没有被扣分的人得的一样，计划未必是这个意思",
                "who took no part gets the same as who lost no points, which the plan may not mean")
        }
    }
}
