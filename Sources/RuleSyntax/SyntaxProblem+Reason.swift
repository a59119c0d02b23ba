package import Diagnostics

extension SyntaxProblem {
    package var reason: Bilingual {
        switch self {
        case .expected, .unexpected:
            Bilingual(
                "这一条规则没有读懂，不能拿去计算；猜着读，算出来的就可能不是计划的意思",
                "the rule was not understood and cannot be used; read by a guess, it might not be what the plan says")
        case .unclosed:
            Bilingual(
                "括号管到哪里，决定先算什么；不配对就有几种算法",
                "a bracket decides what is calculated first; unclosed, it can be read in several ways")
        case .unknownStatement:
            Bilingual(
                "读不懂的行不能略过：略过了，计划里的这一条就没有人算",
                "a line that is not understood is not passed over: that clause of the plan would go uncounted")
        case .misplacedWord, .misplaced, .unevenIndent, .noBlock:
            Bilingual(
                "缩进和先后说明一行归哪个项目管；归错了项目，分就加到别处去了",
                "indentation and order say to which section a line belongs; in the wrong one its points go elsewhere")
        case .glued:
            Bilingual(
                "词之间有空格，才分得清哪个是规定的词、哪个是表里的名称",
                "blanks tell the fixed words from the names of your tables")
        case .constantsRow:
            Bilingual(
                "算例只设想一种情形；给了几行或没有给，就不知道按哪个数算",
                "an example supposes one case; with several rows or none it is open which figure to use")
        case .openQuote:
            Bilingual(
                "不知道文字到哪里结束，后面的规则会被当成文字，不参加计算",
                "the end of the text is unknown: the rules after it would be taken for text and not be used")
        case .unknownSign, .rangeSign, .doubleEqual:
            Bilingual(
                "各人常用的符号含义不一，规则里每个意思只有一种写法，谁来读都一样",
                "people use signs in different ways; in the rules each meaning has one sign, the same for every reader")
        case .badDate, .wrongDays:
            Bilingual(
                "期限、假日、工作日都从日期算起，日历上没有的日子没法算",
                "deadlines, holidays and working days are counted from dates; a day that does not exist counts for nothing"
            )
        case .digitLookAlike:
            Bilingual(
                "看起来像数，其实夹着字母；当成名称，结果完全不同",
                "it looks like a number but holds a letter; taken as a name, the result is another one")
        case .misspelt:
            Bilingual(
                "形近、同音的字机器不当成同一个；规定的词只有一种写法，谁来读都一样",
                "characters that look or sound alike are not the same to a machine; a fixed word has one spelling for all"
            )
        case .wordSign:
            Bilingual(
                "用话写的算式，先算哪一步各人理解不一；用符号写，次序是定的",
                "in a calculation put in words people differ on which step comes first; with signs the order is settled"
            )
        case .division:
            Bilingual(
                "“30 除最高”是 30÷最高还是最高÷30，得数完全不同",
                "“30 除最高” may be 30 divided by the highest or the highest divided by 30: the results are not the same")
        case .otherWord:
            Bilingual(
                "平常的说法有好几种，意思不全一样；规则里每个意思只有一个词",
                "everyday language has several words, not quite alike; in the rules each meaning has one")
        case .boundWord:
            Bilingual(
                "恰好等于这个数的人，算进来与不算进来，得分和等次都会不同",
                "a person with exactly this figure gets another score or grade, depending on whether it counts")
        case .functionBrackets:
            Bilingual(
                "括号说明这个算法管到哪里为止，没有括号就有几种读法",
                "the brackets say how far the calculation reaches; without them it can be read in several ways")
        case .numeral:
            Bilingual(
                "“三五”是 35 还是 3 到 5，汉字写的数有时说不清；用数字写才能照着算",
                "“三五” may be 35 or 3 to 5: a number in words is sometimes unclear; only digits can be calculated with as they stand"
            )
        case .needless:
            Bilingual(
                "多写的词、标点看上去像是另有规定，看的人要去猜有没有不同",
                "what need not be said looks like a rule of its own, and readers wonder how it differs")
        case .quotaBound:
            Bilingual(
                "比例算出的人数与“至少几人”合不到一起时，不知道按哪一个，名额就定不下来",
                "where the share and the bound come to different numbers it is open which holds, and with it who gets the grade"
            )
        case .mixedLogic:
            Bilingual(
                "同一句话有两种读法，符合条件的人就有两份不同的名单",
                "the sentence can be read in two ways, and so names two different lists of people")
        case .chainedComparison:
            Bilingual(
                "分成两个条件写明，才看得出两头的数算不算在内",
                "two conditions show plainly whether the figures at both ends are included")
        case .endingThenMore:
            Bilingual(
                "先补缺、取整，还是先加减，得数不一样，差一分就可能换一个等次",
                "filling in or rounding before adding gives another figure than after it, and a point may change a grade"
            )
        case .wordComparison:
            Bilingual(
                "“超过”“不低于”之类的词，恰好等于时算不算，常有不同理解，符号没有歧义",
                "with words like “exceeds” people differ on whether an equal figure counts; a sign leaves no doubt")
        case .reserved:
            Bilingual(
                "同一个词又是规定的词、又是名称，这一行就有两种读法",
                "a word that is a fixed word and a name as well gives the line two meanings")
        case .unknownFunction:
            Bilingual("不知道要怎样算，这一项就没有得分", "without knowing how to calculate there is no score")
        case .needsBlock:
            Bilingual("写了标题、没有内容，这一条就没有东西可算", "a heading without lines below gives nothing to calculate")
        case .repeated, .givenAndTaken:
            Bilingual("两处若不一致，就不知道按哪一处算", "should the two differ, it is open which one counts")
        case .wholeNumber:
            Bilingual(
                "小数位数、取几项都是个数，不能有零头，也不能太大",
                "decimals and numbers of items are counts: they have no fraction and are not large")
        case .rowLength:
            Bilingual(
                "少一格或多一格，后面的数就都错了位，记到别的列去",
                "one cell too few or too many shifts the figures after it into other columns")
        case .tooDeep, .tooLong:
            Bilingual(
                "这样长的规则没有人核对得了，写错了也看不出来",
                "nobody can check so long a rule by eye, and a slip in it would not be seen")
        case .tooLarge, .lineTooLong:
            Bilingual(
                "考核计划没有这么长，多半是选错了文件或粘错了内容",
                "no plan is that long; most likely it is the wrong file, or something pasted by accident")
        case .notText:
            Bilingual("读出来是乱码，名称和条款都对不上", "what is read is garbled: no name and no clause would fit")
        case .otherEncoding:
            Bilingual(
                "一个文件只按一种编码读，在谁的电脑上读出来都一样", "with one encoding a file reads the same on everybody's computer")
        case .severalPlans:
            Bilingual(
                "年度、小数、假日都写在“计划”里；有两份，就不知道按哪一份",
                "the year, decimals and holidays stand in “plan”; with two it is open which holds")
        case .noAssessment:
            Bilingual("没有写考核谁、分哪些项目，就没有人得分", "without who is assessed, and in what, nobody gets a score")
        case .gradeHeader:
            Bilingual(
                "列名说明每一格是名额还是别的值；没有它，各等次占多少无从知道",
                "the column names say which cell is the share; without them nobody knows how many each grade takes")
        case .changeMissing, .removeMissing:
            Bilingual(
                "多半是名称写错了；照原样放过，去年的规定就没有改成",
                "most likely the name is misspelt; let pass, last year's rule would stay as it was")
        case .columnMissing, .sectionElsewhere, .otherTable:
            Bilingual(
                "与去年的写法对不上；照原样放过，去年的规定就没有改成",
                "it does not fit what last year's file says; let pass, last year's rule would stay as it was")
        case .newExists:
            Bilingual(
                "同名的有了两份，就分不清是要改去年的，还是要另加一份",
                "with two of one name it is open whether last year's is changed or another is added")
        case .editWithoutBase:
            Bilingual(
                "“新增”“删去”是对去年的文件说的；没有去年的文件，就没有什么可增删",
                "“new” and “remove” speak of last year's file; without it there is nothing to add to or remove from")
        case .useNotFirst:
            Bilingual(
                "先有去年的规则，才谈得上改它；写在最前面，读的人一眼看得到",
                "last year's rules come first, then the changes; at the top every reader sees it")
        case .useRefused:
            Bilingual(
                "规则文件连同文件夹拷给别人时，外面的文件不会跟着去，那里就算不出来",
                "when the folder is handed to someone else, files outside it stay behind, and nothing can be calculated there"
            )
        case .useCircle, .useTooDeep:
            Bilingual(
                "一份接一份找下去没有头，就定不下最后按哪一份",
                "one file leads to the next without end, so it is never settled which rules hold")
        case .useNotThere:
            Bilingual("这个文件只写了不同之处，少了原来的那份就不完整", "this file holds only what differs; without the other it is not whole")
        case .baseHasErrors:
            Bilingual("原来的那份有错，改动就建立在错的规则上", "changes to a file with errors would rest on wrong rules")
        case .blockReplaced:
            Bilingual(
                "没有名称的几行，如起评、加、扣，是连在一起的一段，只写一行，去年的其余几行就不再算了；对照表、等次整个另写时也是这样",
                "lines without a name, such as start, add and deduct, form one passage: with one line given, last year's others no longer count; so it is with a lookup or grades written anew"
            )
        }
    }
}
