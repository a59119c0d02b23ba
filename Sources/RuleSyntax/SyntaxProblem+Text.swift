package import Diagnostics

extension SyntaxProblem {
    package var code: String {
        switch self {
        case .expected: "E101"
        case .unclosed: "E102"
        case .unexpected: "E103"
        case .unknownStatement: "E104"
        case .misplaced, .misplacedWord: "E105"
        case .glued: "E106"
        case .openQuote: "E107"
        case .unknownSign: "E108"
        case .rangeSign: "E109"
        case .doubleEqual: "E110"
        case .badDate, .wrongDays: "E111"
        case .digitLookAlike: "E112"
        case .mixedLogic: "E113"
        case .chainedComparison: "E114"
        case .endingThenMore: "E115"
        case .wordComparison: "E116"
        case .reserved: "E117"
        case .unknownFunction: "E118"
        case .unevenIndent: "E119"
        case .noBlock: "E120"
        case .needsBlock: "E121"
        case .repeated, .givenAndTaken: "E122"
        case .wholeNumber: "E123"
        case .rowLength: "E124"
        case .tooDeep: "E125"
        case .tooLarge: "E126"
        case .lineTooLong: "E127"
        case .notText, .otherEncoding: "E128"
        case .severalPlans: "E129"
        case .noAssessment: "E130"
        case .tooLong: "E131"
        case .gradeHeader: "E132"
        case .constantsRow: "E133"
        case .misspelt: "E160"
        case .wordSign: "E161"
        case .division: "E162"
        case .otherWord: "E163"
        case .boundWord: "E164"
        case .functionBrackets: "E165"
        case .numeral: "E166"
        case .needless: "E167"
        case .quotaBound: "E168"
        case .changeMissing, .columnMissing, .sectionElsewhere, .otherTable: "E140"
        case .newExists: "E141"
        case .removeMissing: "E142"
        case .editWithoutBase: "E143"
        case .useNotFirst: "E144"
        case .useRefused: "E145"
        case .useCircle: "E146"
        case .useTooDeep: "E147"
        case .useNotThere: "E148"
        case .baseHasErrors: "E149"
        case .blockReplaced: "N150"
        }
    }

    package var message: Bilingual {
        switch self {
        case .expected(let what, let found?):
            Bilingual("这里应当是\(what.zh)，写的却是“\(found)”", "\(what.en) is expected here, but “\(found)” stands here")
        case .expected(let what, nil):
            Bilingual("这一行没有写完：缺少\(what.zh)", "the line ends too early: \(what.en) is missing")
        case .unclosed(let sign):
            Bilingual("这个“\(sign)”没有配对的另一半", "this “\(sign)” is never closed")
        case .unexpected(let found):
            Bilingual("这一行到这里已经完整，后面多出“\(found)”", "the line is complete here; “\(found)” is too much")
        case .unknownStatement(let word, _):
            Bilingual("不认识以“\(word)”开头的行", "no line begins with “\(word)”")
        case .misplaced(let keyword, let wants):
            Bilingual(
                "“\(keyword.zh)”不能写在这里，它应当写在\(wants.zh)",
                "“\(keyword.en)” cannot stand here; it belongs \(wants.en)")
        case .misplacedWord(let word, let wants):
            Bilingual(
                "“\(word)”不能写在这里，在下面另写一行\(wants.zh)", "“\(word)” cannot stand here; write a line \(wants.en) below")
        case .glued(let keyword, let rest):
            Bilingual("“\(keyword.zh)”与“\(rest)”之间缺少空格", "a blank is missing between “\(keyword.en)” and “\(rest)”")
        case .constantsRow:
            Bilingual("算例里的“计划”下面应当正好有一行", "below “plan” in an example stands exactly one row")
        case .openQuote: Bilingual("引号没有配对", "the quotation mark is never closed")
        case .unknownSign(let sign): Bilingual("规则中没有“\(sign)”这个符号", "the rules have no sign “\(sign)”")
        case .rangeSign(let sign): Bilingual("范围不用“\(sign)”表示", "ranges are not written with “\(sign)”")
        case .doubleEqual: Bilingual("相等只写一个等号", "equality is written with one sign")
        case .badDate(let text): Bilingual("没有“\(text)”这一天", "there is no day “\(text)”")
        case .wrongDays(let text, true): Bilingual("“\(text)”的起止颠倒了", "“\(text)” ends before it begins")
        case .wrongDays(let text, false): Bilingual("“\(text)”比一年还长", "“\(text)” is longer than a year")
        case .digitLookAlike(let text): Bilingual("“\(text)”里有字母，不是数字", "“\(text)” holds a letter and is no number")
        case .mixedLogic: Bilingual("“且”与“或”写在同一个条件里，先后不明", "“and” and “or” in one condition: the order is unclear")
        case .chainedComparison: Bilingual("一个条件里只能比较一次", "a condition compares only once")
        case .endingThenMore(let ending, _, _):
            Bilingual("“\(ending)”之后又接着计算，先后不明", "the calculation goes on after “\(ending)”: the order is unclear")
        case .wordComparison(let word, _): Bilingual("比较要用符号，不写“\(word)”", "comparisons use signs, not “\(word)”")
        case .reserved(let word):
            Bilingual("“\(word)”有固定含义，不能作名称", "“\(word)” has a fixed meaning and cannot be a name")
        case .unknownFunction(let word, _): Bilingual("没有叫“\(word)”的算法", "there is no calculation “\(word)”")
        case .misspelt(let word, let right):
            Bilingual("“\(word)”应写成“\(right.zh)”", "“\(word)” is written “\(right.en)”")
        case .wordSign(let word, _): Bilingual("计算要用符号，不写“\(word)”", "calculations use signs, not “\(word)”")
        case .division: Bilingual("“除”谁除谁，读起来有两种意思", "“除” can be read both ways: which is divided by which?")
        case .otherWord(let word, let right):
            Bilingual("这里不写“\(word)”，写“\(right.zh)”", "“\(right.en)” is written here, not “\(word)”")
        case .boundWord(let word, let number, _):
            Bilingual(
                "“\(number)\(word)”含不含 \(number)，没有说清",
                "“\(number)\(word)”: it is not said whether \(number) itself counts")
        case .functionBrackets(let name, nil):
            Bilingual("“\(name.zh)”与括号之间不能有空格", "no blank stands between “\(name.en)” and its bracket")
        case .functionBrackets(let name, let rest?):
            Bilingual("“\(name.zh)”后面的“\(rest)”要放在括号里", "“\(rest)” after “\(name.en)” belongs in brackets")
        case .numeral(let word, let value):
            Bilingual("“\(word)”要用数字写：\(value)", "“\(word)” is written in digits: \(value)")
        case .needless(_, .colon(let word)):
            Bilingual("“\(word.zh)”后面不写冒号", "no colon stands behind “\(word.en)”")
        case .needless(let word, .descending):
            Bilingual("“\(word)”不用写，本来就是高的在前", "“\(word)” is not written: the highest is the first anyway")
        case .needless(let word, .required):
            Bilingual("“\(word)”不用写，每一列本来都要填", "“\(word)” is not written: every column must be filled in anyway")
        case .quotaBound(let bound, let share?, _):
            Bilingual(
                "“\(share)”之外又有“\(bound)”，一个等次的名额只能有一个",
                "“\(bound)” beside “\(share)”: a grade has one number of seats")
        case .quotaBound(let bound, nil, _):
            Bilingual(
                "“\(bound)”只说了界限，没有说这个等次占多少",
                "“\(bound)” is a bound only: it does not say how many the grade takes")
        case .unevenIndent(let expected, let found, _):
            Bilingual(
                "这一行缩进 \(found) 格，同级的行缩进 \(expected) 格",
                "this line is indented \(found), its siblings \(expected)")
        case .noBlock(let word):
            Bilingual("“\(word)”这一行下面不能再有缩进的内容", "nothing can be indented below this “\(word)” line")
        case .needsBlock(let keyword):
            Bilingual("“\(keyword.zh)”下面没有内容", "nothing stands below “\(keyword.en)”")
        case .givenAndTaken(let what):
            Bilingual("“\(what.zh)”既写了，又写了“删去”", "“\(what.en)” is given and removed as well")
        case .repeated(let what): Bilingual("\(what.zh)写了两次", "\(what.en) is given twice")
        case .wholeNumber: Bilingual("这里应当是 0 到 30 的整数", "a whole number from 0 to 30 is expected here")
        case .rowLength(let expected, let found):
            Bilingual("这一行应有 \(expected) 格，实有 \(found) 格", "this row should have \(expected) cells and has \(found)")
        case .tooDeep(let limit): Bilingual("一层套一层，超过 \(limit) 层", "nested deeper than \(limit) levels")
        case .tooLong(let limit): Bilingual("一条规则里的运算超过 \(limit) 个", "a rule has more than \(limit) operations")
        case .tooLarge(let bytes, let limit):
            Bilingual(
                "文件有 \(bytes) 字节，超过 \(limit) 字节的上限",
                "the file has \(bytes) bytes, more than the limit of \(limit)")
        case .lineTooLong(let limit):
            Bilingual(
                "这一行太长，超过 \(limit) 字节（两万多个汉字）",
                "the line is too long: more than \(limit) bytes, some twenty thousand characters")
        case .notText:
            Bilingual("文件不是 UTF-8 编码，从这一行起读不出来", "the file is not UTF-8: from this line on it cannot be read")
        case .otherEncoding(let name):
            Bilingual("文件是用 \(name.zh) 编码存的，规则文件要用 UTF-8", "the file is saved as \(name.en); rules are in UTF-8")
        case .severalPlans: Bilingual("一个文件只能有一个“计划”", "a file has only one “plan”")
        case .gradeHeader:
            Bilingual(
                "等次表的第一行应是列名：等次、份额，后面是各等次设定的值",
                "the first row names the columns: grade, share, and the values that grades set")
        case .noAssessment: Bilingual("文件里没有“考核”，没有什么可算", "the file has no “assess”: there is nothing to evaluate")
        case .changeMissing(let kind, let name, _):
            Bilingual(
                "所沿用的文件里没有\(kind.zh)“\(name)”，无从修改", "the file it builds on has no \(kind.en) “\(name)” to change")
        case .columnMissing(let lookup, let name, _):
            Bilingual("所沿用的对照表“\(lookup)”里没有“\(name)”这一列", "“\(lookup)” has no column “\(name)” to change")
        case .sectionElsewhere(let name, let outer):
            Bilingual(
                "所沿用的文件里，项目“\(name)”不在“\(outer)”里面", "in the file it builds on, section “\(name)” is not in “\(outer)”")
        case .otherTable(let name):
            Bilingual(
                "所沿用的文件里，“\(name)”是另一种表：一种有列，一种由“每 … 于”得出",
                "in the file it builds on, “\(name)” is of the other kind: with columns, or derived by “per … over”")
        case .newExists(let kind, let name):
            Bilingual("所沿用的文件里已有\(kind.zh)“\(name)”，不能新增", "the file it builds on has the \(kind.en) “\(name)” already")
        case .removeMissing(let name, _):
            Bilingual("所沿用的文件里没有“\(name)”，无从删去", "the file it builds on has no “\(name)” to remove")
        case .editWithoutBase(let keyword):
            Bilingual(
                "只有写了“沿用”的文件才能写“\(keyword.zh)”", "“\(keyword.en)” is only for files that build on another with “use”")
        case .useNotFirst: Bilingual("“沿用”要写在文件的最前面", "“use” stands before everything else")
        case .useRefused(let path):
            Bilingual(
                "不能沿用“\(path)”：只能沿用同一文件夹或其下的文件",
                "“\(path)” is refused: a file builds on files in its own folder or below")
        case .useCircle(let path): Bilingual("“\(path)”绕了一圈又沿用到自己", "“\(path)” builds on itself")
        case .useTooDeep(let limit): Bilingual("一层沿用一层，超过 \(limit) 层", "files build on files more than \(limit) deep")
        case .useNotThere(let path): Bilingual("找不到所沿用的“\(path)”", "“\(path)”, on which the file builds, is not there")
        case .baseHasErrors(let path):
            Bilingual("所沿用的“\(path)”本身有错", "“\(path)”, on which the file builds, has errors of its own")
        case .blockReplaced(let section, let old, let new):
            Bilingual(
                "“\(section)”原来的 \(old) 行由这里的 \(new) 行整个代替",
                "the \(old == 1 ? "line of “\(section)” gives" : "\(old) lines of “\(section)” give") way to the \(new) here"
            )
        }
    }

    package var help: Bilingual? {
        switch self {
        case .expected: Bilingual("补上或改正；词与词之间要有空格", "add or correct it; words are parted by blanks")
        case .gradeHeader: Bilingual("如“等次  份额  师德”", "such as “grade  share  points”")
        case .noAssessment: Bilingual("写“考核 表名”，下面缩进写各个项目", "write “assess table” with its sections indented below")
        case .unclosed: Bilingual("补上配对的括号", "add the closing bracket")
        case .unexpected:
            Bilingual(
                "漏了“+”“*”“,”等符号的补上，多余的删去，数后面的单位也不写；若是另一条规则，请另起一行",
                "add the sign that is missing, such as “+”, “*” or “,”; remove what is too much, units of numbers too; a rule of its own starts a new line"
            )
        case .unknownStatement(_, let nearest?):
            Bilingual(
                "是不是“\(nearest.zh)”？若是定义一个量，请写成“名称 = 算式”",
                "did you mean “\(nearest.en)”? A value is written “name = formula”")
        case .unknownStatement(_, nil):
            Bilingual(
                "若是定义一个量，请写成“名称 = 算式”；若是上一行的继续，请多缩进几格",
                "a value is written “name = formula”; a continued line is indented deeper")
        case .misplacedWord(_, let wants): Bilingual("另写一行\(wants.zh)", "write a line \(wants.en)")
        case .misplaced(.when, _), .misplaced(.ascending, _): Bilingual("移到那里", "move it there")
        case .misplaced: Bilingual("移到该处，并检查缩进", "move it there, and look at the indentation")
        case .glued(let keyword, let rest):
            Bilingual("写成“\(keyword.zh) \(rest)”", "write “\(keyword.en) \(rest)”")
        case .constantsRow:
            Bilingual(
                "第一行写“计划”下面所定的数的名称，下一行写它们在本算例里的值",
                "the first line names figures that are set below “plan”, the next gives their values in this example")
        case .openQuote: Bilingual("在文字末尾补上引号", "add the closing quotation mark")
        case .unknownSign(let sign) where "'‘’".contains(sign):
            Bilingual("文字用双引号，如“乙组”", "text stands in double quotation marks, such as “good”")
        case .unknownSign(";"):
            Bilingual(
                "几个条件用“且”“或”连接，几条规则各写一行", "join conditions by “and” or “or”, and give each rule a line of its own")
        case .unknownSign: Bilingual("删去它，或给整段文字加上引号", "remove it, or put the text in quotation marks")
        case .rangeSign: Bilingual("范围写成“80..90”；起止日期写成“起 至 止”", "write “80..90” for a range, “start to end” for dates")
        case .doubleEqual: Bilingual("改成“=”", "write “=”")
        case .badDate:
            Bilingual("核对年、月、日；日期写成 2026-09-01 这样", "check the year, month and day; dates are written like 2026-09-01")
        case .wrongDays(_, false): Bilingual("核对两个日期的年份", "look at the years of the two dates")
        case .wrongDays: Bilingual("把两个日期对调，或核对年份", "swap the two dates, or look at their years")
        case .digitLookAlike(let text):
            Bilingual(
                "字母 O 不是 0，字母 l 不是 1：改成“\(Parser.digits(text))”",
                "the letter O is no 0, the letter l no 1: write “\(Parser.digits(text))”")
        case .mixedLogic:
            Bilingual("加括号：“(甲 且 乙) 或 丙”或者“甲 且 (乙 或 丙)”", "add brackets: “(a and b) or c” or “a and (b or c)”")
        case .chainedComparison: Bilingual("写成“甲 < 乙 且 乙 < 丙”，或“乙 在 甲..丙”", "write “a < b and b < c”, or “b in a..c”")
        case .endingThenMore(_, let left, let right):
            Bilingual("加括号：“\(left)”或者“\(right)”", "add brackets: “\(left)” or “\(right)”")
        case .wordComparison(_, let sign): Bilingual("改成“\(sign)”", "write “\(sign)”")
        case .reserved:
            Bilingual("换一个名称；若是选项，请加引号", "choose another name; if it is a choice, put it in quotation marks")
        case .unknownFunction(_, let nearest?): Bilingual("是不是“\(nearest.zh)”？", "did you mean “\(nearest.en)”?")
        case .unknownFunction(_, nil):
            Bilingual("检查名称；若不是算法，请删去括号", "check the name; if no calculation is meant, remove the bracket")
        case .misspelt(let word, let right):
            Spelling.simplified(word) == right.zh
                ? Bilingual(
                    "固定用词用简体字，改成“\(right.zh)”",
                    "the fixed words use simplified characters: write “\(right.zh)”, or in English “\(right.en)”")
                : Bilingual("改成“\(right.zh)”", "write “\(right.en)”")
        case .wordSign(_, let sign): Bilingual("改成“\(sign)”", "write “\(sign)”")
        case .division: Bilingual("“甲除以乙”写成“甲 / 乙”；“甲除乙”是“乙 / 甲”", "write “a / b” for a divided by b")
        case .otherWord(_, let right): Bilingual("改成“\(right.zh)”", "write “\(right.en)”")
        case .boundWord(_, let number, let isAbove):
            isAbove
                ? Bilingual(
                    "含 \(number) 写“>= \(number)”，不含写“> \(number)”",
                    "write “>= \(number)” to count it, “> \(number)” not to")
                : Bilingual(
                    "含 \(number) 写“<= \(number)”，不含写“< \(number)”",
                    "write “<= \(number)” to count it, “< \(number)” not to")
        case .functionBrackets(let name, nil): Bilingual("写成“\(name.zh)(…)”", "write “\(name.en)(…)”")
        case .functionBrackets(let name, let rest?): Bilingual("写成“\(name.zh)(\(rest))”", "write “\(name.en)(\(rest))”")
        case .numeral(_, let value): Bilingual("改成“\(value)”", "write “\(value)”")
        case .needless(_, .colon): Bilingual("删去冒号，词与词之间空一格", "remove the colon and leave a blank between the words")
        case .needless(_, .descending):
            Bilingual("删去它；低的在前的，写“由低到高”", "remove it; where the lowest is the first, write “ascending”")
        case .needless(_, .required):
            Bilingual("删去它；可以空着的列才要写“可空”", "remove it; only a column that may be empty says so: “optional”")
        case .quotaBound(_, let share?, let among) where !share.hasSuffix(Unit.persons.spellings.zh):
            seatsHelp(share, among)
        case .quotaBound(_, _, let among): seatsHelp("20%", among)
        case .unevenIndent(_, _, .tab):
            Bilingual(
                "这一行前面有制表符（Tab 键），改用空格，与同级的行对齐", "it begins with a tab: use blanks, and align it with its siblings")
        case .unevenIndent(_, _, .wide):
            Bilingual(
                "这一行前面有全角空格，改用半角空格，与同级的行对齐",
                "it begins with a full-width space: use blanks, and align it with its siblings")
        case .unevenIndent(_, _, .blank): Bilingual("在这一行前面补或删空格，与同级的行对齐", "align it with its siblings")
        case .noBlock: Bilingual("减少缩进，与上一行对齐", "indent it less")
        case .needsBlock: Bilingual("在下面缩进写出内容，或删去这一行", "write its lines below, indented, or remove this line")
        case .repeated, .givenAndTaken: Bilingual("只留一处", "keep one")
        case .wholeNumber:
            Bilingual(
                "改成整数，如“小数 2 位 四舍五入”；“取”“去”后面至少是 1",
                "write a whole number, as in “decimals 2 halfup”; after “take” or “drop” at least 1")
        case .rowLength:
            Bilingual("各格之间用两个以上空格分开；没有内容的格写“-”", "part cells by two or more blanks; write “-” for an empty one")
        case .tooDeep, .tooLong:
            Bilingual("把其中一部分另写一行，如“小计 = …”", "write a part of it as a line of its own, such as “subtotal = …”")
        case .tooLarge, .lineTooLong:
            Bilingual("检查是否选错了文件、粘错了内容", "check that it is the right file, with nothing pasted by accident")
        case .notText, .otherEncoding:
            Bilingual("用记事本打开，另存为时“编码”选 UTF-8", "open it in a text editor and save it with the encoding UTF-8")
        case .severalPlans: Bilingual("合并成一个", "join them")
        case .changeMissing(_, _, let nearest?), .removeMissing(_, let nearest?):
            Bilingual("是不是“\(nearest)”？", "did you mean “\(nearest)”?")
        case .columnMissing(_, _, let nearest?): Bilingual("是不是“\(nearest)”？", "did you mean “\(nearest)”?")
        case .columnMissing(let lookup, _, nil):
            Bilingual(
                "要添一列，先写“删去 对照表 \(lookup)”，再用“新增 对照表 \(lookup)”把整个表另写一遍",
                "for another column write “remove lookup \(lookup)”, and the whole table anew with “new lookup \(lookup)”"
            )
        case .sectionElsewhere(let name, _):
            Bilingual(
                "要修改它，写在“考核”下面一层；要移到这里，先在“考核”下面写“删去 项目 \(name)”，再在这里“新增”",
                "to change it, write it directly below “assess”; to move it here, write “remove section \(name)” below “assess”, and add it here with “new”"
            )
        case .otherTable(let name):
            Bilingual(
                "先写“删去 表 \(name)”，再用“新增 表 \(name)”另写",
                "write “remove table \(name)”, and then write it anew with “new table \(name)”")
        case .changeMissing: Bilingual("若是新的，前面写“新增”", "if it is new, write “new” before it")
        case .newExists:
            Bilingual(
                "不写“新增”就是修改它；要另写一份的，先“删去”原来的",
                "without “new” it is changed; to write it anew, “remove” the old one first")
        case .removeMissing:
            Bilingual(
                "对照原来的文件检查名称，看它在哪个项目里；删项目写“删去 项目 名称”",
                "check the name in the other file, and in which section it stands; a section is removed by “remove section name”"
            )
        case .editWithoutBase:
            Bilingual("删去这个词，或在文件开头写“沿用 \"文件名\"”", "remove the word, or begin the file with “use \"file\"”")
        case .useNotFirst: Bilingual("移到第一行", "move it to the first line")
        case .useRefused:
            Bilingual("把那个文件复制到同一文件夹，只写文件名", "copy the file into the same folder and write only its name")
        case .useCircle, .useTooDeep: Bilingual("检查各文件开头的“沿用”", "look at the “use” lines of the files")
        case .useNotThere:
            Bilingual("检查文件名（连同 .rules），并把它放在同一文件夹", "check the name, .rules included, and put it into the same folder")
        case .baseHasErrors: Bilingual("先照下面各条改好那个文件", "mend that file first, as listed below")
        case .blockReplaced:
            Bilingual(
                "要保留的行也要写在这里；只是添一行的，前面写“新增”",
                "write the lines that stay here too; a line that is only added has “new” before it")
        }
    }

    /// Seats that are a share with a bound: a number of people, made of the group's size.
    private func seatsHelp(_ share: String, _ among: String) -> Bilingual {
        let rows = among.isEmpty ? "" : " " + among
        return Bilingual(
            "写成人数：“评定”上面另写一行“组人数 = 计数(全体\(rows))”，名额写“(组人数 * \(share) 小数 0 位 四舍五入 保底 1) 人”，最多几人的把“保底”换成“封顶”；只给最后一个等次留几人的，写“保底 1 人”",
            "write a number of people: above “grade” a line “size = count(everyone\(rows))”, and here “(size * \(share) decimals 0 halfup floor 1) persons”, with “cap” for at most so many; to keep a few seats for the last grade, write “floor 1 persons”"
        )
    }
}
