package import Diagnostics

extension DataProblem {
    package var reason: Bilingual {
        switch self {
        case .missingTable:
            Bilingual(
                "少了一张表，与它有关的加分、扣分就都没有了，不能当作没有记录",
                "without the table all points that rest on it would be lost; a missing table is not an empty one")
        case .missingColumn, .absentColumn:
            Bilingual(
                "整列没有，每个人在这一列上都当作没有填，得分可能全变",
                "with the column gone everyone counts as having nothing in it, and all scores may change")
        case .repeatedColumn, .twoFiles:
            Bilingual("两份内容不一样时，不知道按哪一份算", "should the two differ, it is open which one counts")
        case .sameWord:
            Bilingual("同一批记录算了两次，加分、扣分都会多出一倍", "records that are counted twice give twice the points")
        case .blankSheet:
            Bilingual(
                "分不清是没有记录，还是内容丢了、填到别的表里去了",
                "it is open whether there are no records or the contents were lost or went to another sheet")
        case .absentChoices:
            Bilingual(
                "没有列就没有记录；本来有的，多半是列名写错了",
                "without a column there are no records; if there should be some, the name is probably misspelt")
        case .rowAbove:
            Bilingual(
                "列名上面的行不算记录，照这样读，上面的记录就都没有了",
                "rows above the column names are no records: read like this, those above would be lost")
        case .similarGroup:
            Bilingual(
                "写得不同就当作两样：一组分成两组，该对上的记录对不上，名次、合计、加分扣分都会错",
                "what is written differently is taken for two: one group becomes two, records do not meet, and places and sums are wrong"
            )
        case .ignoredColumn, .ignoredFile:
            Bilingual(
                "没有用到的内容不影响得分；如果本来是要算的，多半是名称写错了",
                "what is not used changes no score; if it was meant to count, the name is probably misspelt")
        case .unnamedColumn:
            Bilingual("没有列名的格不知道是什么，没有参加计算", "what stands under no header has no meaning and did not count")
        case .converted:
            Bilingual("照着填的意思读了，看一眼读得对不对", "it was read as it was meant; look whether that is right")
        case .tooMany:
            Bilingual(
                "成片的错多半是一个原因，如列填错了位置、换了写法",
                "so much of it mostly has one cause, such as columns that changed places or another way of writing")
        case .tooLarge:
            Bilingual(
                "再多就读不下了，少读一部分，结果就不全", "no more can be read, and with a part left out the results would not be whole")
        case .noYear, .dayOrTens:
            Bilingual("差一年、差几天，工龄、期限就不同", "a year or a few days more change a length of service or a deadline")
        case .madeDate:
            Bilingual(
                "表格软件把 3-1 这样的内容自动改成了日期，原来写的是什么已经看不出",
                "the spreadsheet turned something such as 3-1 into a date, and what was typed can no longer be seen")
        case .timeOfDay:
            Bilingual(
                "表格软件把时刻存成一天的几分之几，1:30 是 0.0625，不是 1.5",
                "a spreadsheet holds a time as part of a day: 1:30 is 0.0625, not 1.5")
        case .longNumber:
            Bilingual(
                "表格软件的数只存 15 位，存成 CSV 时更少，只有后几位不同的编号会变成同一个",
                "a spreadsheet keeps 15 digits of a number, fewer in CSV: keys that differ only behind them become one")
        case .lostSign:
            Bilingual(
                "别的程序存文件时没有存下这些字，原来是什么已经看不出",
                "another program could not save these signs, and what they were can no longer be seen")
        case .headerAgain:
            Bilingual(
                "列名行当成记录，就会多算一个人、一条记录", "a row of headers taken for a record counts as one person or record too many")
        case .repeatedRows:
            Bilingual("同一条记录录了两遍，就加两次分、扣两次分", "a record that was entered twice gives or costs points twice")
        case .farDay:
            Bilingual(
                "年份错了的、别的年度的记录，照样会计入，或者该计的没有计",
                "a record of another year, or with its year mistyped, counts where it should not, or does not where it should"
            )
        case .holidayMissing:
            Bilingual(
                "放假的日子算成了工作日，期限就算短了，按时的也成了过期",
                "days off count as working days, so that time runs out sooner and what was in time is late")
        case .otherYear:
            Bilingual(
                "多半是去年的表还留着，人人都按去年的记录得分", "most likely it is last year's table, and everybody's points are last year's")
        case .farNumber:
            Bilingual(
                "相差十倍以上，多半是单位不同、错了一位，或者没有考核填了 0，这个人的分和全体的最高、平均都会错",
                "ten times off, it is most likely of another unit, a slip, or 0 for not assessed: this score, the highest and the mean go wrong"
            )
        case .totals:
            Bilingual(
                "合计、平均混在里面，就多出一个人来，名次、名额和全体的最高、平均都会错",
                "with a total among them there is one person too many: places, quotas, the highest and the mean would be wrong"
            )
        case .otherUnit:
            Bilingual("写的单位不是这一列的，多半填错了列", "the unit is not this column's; most likely the wrong column was filled in")
        case .severalNamed:
            Bilingual("同名的人分不清，记到谁的名下都可能错", "people of one name cannot be told apart: either may be the wrong one")
        case .errorCell, .formulaWithoutValue:
            Bilingual("这一格没有值，不能当作 0 或空着", "the cell holds no value, which cannot be taken as 0 or as empty")
        case .otherColumns:
            Bilingual(
                "同一张表分在几个文件里，列不同就合不到一起，有的人会少一段数据",
                "one table in several files cannot be joined when the columns differ, and some would lose data")
        case .empty:
            Bilingual(
                "没有填的数是 0 还是漏了，程序不能替人决定",
                "whether an empty cell is 0 or was forgotten is not for the program to decide")
        case .notNumber, .notWhole, .notRatio, .notDate, .noSuchDay, .notMonth, .notYesNo:
            Bilingual(
                "认不出的内容不能参加计算；跳过它，这个人的得分就错了",
                "what cannot be read cannot count; passed over, it would make the score wrong")
        case .outOfRange:
            Bilingual(
                "超出计划允许的范围，多半是登记时多打、少打了一位",
                "it is outside what the plan allows; most likely a digit was added or lost when it was entered")
        case .ratioTooLarge:
            Bilingual("30 与 30% 相差一百倍，名额会算成比人数还多", "30 is a hundred times 30%: there would be more places than people")
        case .unknownChoice:
            Bilingual(
                "规则只给列出的选项定了分；别的写法不知道按哪一种算",
                "the rules give points to the listed choices only; for another word it is open which applies")
        case .unknownReference:
            Bilingual("这条记录归不到任何人名下，该得的分、该扣的分都会落空", "the record belongs to nobody, so its points reach nobody")
        case .duplicateKey, .similarKey:
            Bilingual("同一个编号指两个人时，记录会算到另一个人头上", "when one key stands for two, records are counted for the wrong one")
        case .ruleBroken, .ruleBrokenBelow:
            Bilingual(
                "这一条是规则文件自己提出的要求，不符合的记录多半填错了",
                "the rules file itself demands this; a record that breaks it was probably entered wrongly")
        case .noRow:
            Bilingual(
                "对照表里没有这种情形，计划没有规定给多少分，不能当作 0 分",
                "the table has no such case: the plan does not say how many points, and that is not 0")
        case .noValue:
            Bilingual(
                "规则写明这里必须有数，缺了就不能公布",
                "the rules say that there must be a figure here; without it nothing is published")
        case .severalRows:
            Bilingual("规则写明只有一条，多出来时不知道用哪一条", "the rules say there is only one; with more it is open which is used")
        case .dateOutOfRange, .numberTooLarge:
            Bilingual(
                "这样的数不会是真的，多半是数据多打了几位，或算式写错了",
                "no such figure can be true: a slip in the data, or in the formula")
        case .notAWholeCount:
            Bilingual(
                "取几条只能是 0、1、2 这样的数，不然不知道取到哪一条为止",
                "how many are taken is 0, 1, 2 and so on; else it is open where to stop")
        case .rankOutside:
            Bilingual("名次只在一起排的人之间才有", "only those who are ranked together have places")
        case .sharesOver:
            Bilingual("名额比人数还多，等次就分不下去", "with more places than people the grades cannot be given")
        case .noGrade:
            Bilingual("有人没有等次，结果就不能公布", "a result in which some have no grade cannot be published")
        case .notAssessed:
            Bilingual("不参加考核的没有得分，也就没有可以说明的", "who is not assessed has no score that could be explained")
        case .unknownPerson:
            Bilingual("编号差一个字就是另一个人，不能猜", "a key that differs by one sign is another person; it is not guessed")
        case .notGiven:
            Bilingual("算例要能用笔算核对；缺的数程序不替它补", "an example is checked by hand; a missing figure is not filled in for it")
        }
    }
}
