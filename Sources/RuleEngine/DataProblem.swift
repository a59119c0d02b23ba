package import Diagnostics
import RuleSemantics
import Tables

/// What can be wrong with the data, or with figures that the rules compute from them.
package enum DataProblem: Problem {
    case missingTable(String, sheet: String)
    case missingColumn(String, table: String, nearest: String?)
    case repeatedColumn(String)
    case ignoredColumn(String, table: String)
    case absentColumn(String, table: String, instead: String)
    case ignoredFile(String, rows: Int, nearest: String?)
    /// Cells that stand below no name.
    case unnamedColumn(cells: Int)
    case converted([Converted])
    /// More is wrong in a column, or in all, than is told.
    case tooMany(Int, column: String?)
    case twoFiles(String)
    case otherColumns(String, first: String, more: [String], missing: [String])
    /// The sheets of a table have together too many bytes.
    case tooLarge(table: String, limit: Int)
    case empty(column: String)
    case errorCell(String, column: String)
    case formulaWithoutValue(column: String)
    case notNumber(String, column: String, lookAlike: Bool)
    case notWhole(String, column: String)
    case notRatio(String, column: String)
    case outOfRange(String, column: String, low: String?, high: String?)
    case ratioTooLarge(String, percent: String, column: String, high: String)
    case notDate(String, column: String)
    case noSuchDay(String, column: String)
    /// A day or month without its year, which nothing tells.
    case noYear(String, column: String, isMonth: Bool)
    /// `9.1`, which a workbook also keeps for `9.10`; of months `2026.1`.
    case dayOrTens(String, column: String, isMonth: Bool)
    /// A day or a time of day that a workbook holds where words should stand.
    case madeDate(String, column: String, isTime: Bool)
    /// A time of day where a number, a day or a month should stand.
    case timeOfDay(String, column: String, isNumber: Bool)
    /// A number of more digits than a workbook, or a CSV file saved from one, keeps.
    case longNumber(String, column: String)
    /// Signs that another program could not write.
    case lostSign(String, column: String)
    /// The header among the records.
    case headerAgain(column: String)
    case totals(String, table: String)
    /// Records that stand there again, cell for cell.
    case repeatedRows(Int, table: String, first: RowName?)
    /// A day years away from all others of its column.
    case farDay(String, column: String, count: Int, from: String, to: String)
    /// All days of a table lie in another year than those of the others.
    case otherYear(String, from: String, to: String, others: String, until: String)
    /// A number ten times as large as all others of its column, or a tenth of them.
    case farNumber(String, column: String, count: Int, from: String, to: String)
    /// A day off by law among the days counted that the plan does not name.
    case holidayMissing(String, column: String, from: String, to: String)
    case otherUnit(String, unit: String, column: String)
    case notMonth(String, column: String)
    case notYesNo(String, column: String)
    case unknownChoice(String, column: String, known: [String], nearest: String?)
    case unknownReference(String, column: String, table: String, nearest: String?)
    /// A name where a key should stand, and two rows have it.
    case severalNamed(String, column: String, table: String, keys: [String])
    case duplicateKey(String, first: RowName?)
    case similarKey(String, other: String)
    case ruleBroken(String, cells: String, note: String?)
    /// Further rows that break a rule of which some were told one by one.
    case ruleBrokenBelow(String, rows: [Int], note: String?)
    /// Two sheets whose names say the same.
    case sameWord(String, file: String, first: String)
    /// A sheet without a cell.
    case blankSheet
    /// Choices for which a wide sheet has no column.
    case absentChoices([String], table: String)
    /// A row above the names of the columns that looks like records, or like such names itself.
    case rowAbove(headerRow: Int, namesColumns: Bool)
    /// Texts that make two groups where one is meant.
    case similarGroup(String, column: String, other: String, first: RowName?)
    // While evaluating.
    case noRow(table: String, keys: String, who: String)
    case noValue(formula: String, who: String)
    case severalRows(formula: String, count: Int, who: String)
    case dateOutOfRange(formula: String, who: String)
    case numberTooLarge(formula: String, who: String)
    case notAWholeCount(formula: String, who: String)
    case rankOutside(formula: String, who: String)
    case sharesOver(grade: String, group: String, sum: String)
    case noGrade(grade: String, group: String, size: Int, who: [String])
    case unknownPerson(String, key: String, nearest: String?)
    /// There is such a row, but it is not assessed in this run.
    case notAssessed(String, table: String)
    case notGiven(column: String, table: String)
}

extension DataProblem {
    /// Another row, as a message names it: with its file or sheet where that is not the one in which the message stands.
    package struct RowName: Hashable, Sendable {
        package var row: Int
        package var file: String?

        package init(_ row: Int, in file: String?) {
            self.row = row
            self.file = file
        }

        var text: Bilingual {
            guard let file else { return Bilingual("第 \(row) 行", "row \(row)") }
            return Bilingual(" \(file) 第 \(row) 行", "row \(row) of \(file)")
        }
    }
}

extension DataProblem {
    package var severity: Severity {
        switch self {
        case .ignoredColumn, .absentColumn, .ignoredFile, .unnamedColumn, .converted, .absentChoices, .repeatedRows,
            .farDay, .holidayMissing, .otherYear, .farNumber:
            .note
        default: .error
        }
    }

    package var code: String {
        switch self {
        case .missingTable: "D401"
        case .missingColumn: "D402"
        case .repeatedColumn: "D403"
        case .ignoredColumn: "D404"
        case .absentColumn: "D405"
        case .ignoredFile: "D406"
        case .twoFiles: "D407"
        case .empty: "D408"
        case .notNumber: "D409"
        case .notWhole: "D410"
        case .notRatio: "D411"
        case .outOfRange: "D412"
        case .ratioTooLarge: "D413"
        case .notDate: "D414"
        case .noSuchDay: "D415"
        case .notMonth: "D416"
        case .notYesNo: "D417"
        case .unknownChoice: "D418"
        case .unknownReference: "D419"
        case .duplicateKey: "D420"
        case .similarKey: "D421"
        case .ruleBroken, .ruleBrokenBelow: "D422"
        case .noRow: "D423"
        case .noValue: "D424"
        case .severalRows: "D425"
        case .dateOutOfRange: "D426"
        case .notAWholeCount: "D427"
        case .rankOutside: "D428"
        case .sharesOver: "D429"
        case .noGrade: "D430"
        case .unknownPerson: "D431"
        case .notAssessed: "D450"
        case .notGiven: "D432"
        case .numberTooLarge: "D433"
        case .otherColumns: "D434"
        case .errorCell: "D435"
        case .formulaWithoutValue: "D436"
        case .noYear: "D437"
        case .dayOrTens: "D438"
        case .otherUnit: "D439"
        case .severalNamed: "D440"
        case .unnamedColumn: "D441"
        case .converted: "D442"
        case .tooMany: "D443"
        case .tooLarge: "D444"
        case .madeDate: "D445"
        case .timeOfDay: "D446"
        case .longNumber: "D447"
        case .lostSign: "D448"
        case .headerAgain: "D449"
        case .sameWord: "D451"
        case .blankSheet: "D452"
        case .absentChoices: "D453"
        case .rowAbove: "D454"
        case .similarGroup: "D455"
        case .totals: "D456"
        case .repeatedRows: "D457"
        case .farDay: "D458"
        case .holidayMissing: "D459"
        case .otherYear: "D460"
        case .farNumber: "D461"
        }
    }

    /// Whether a cell is not written as its column demands, in contrast to what it says.
    var isOfForm: Bool {
        switch self {
        case .notNumber, .notRatio, .notDate, .noSuchDay, .notMonth, .notYesNo, .unknownChoice: true
        default: false
        }
    }

    package var message: Bilingual {
        switch self {
        case .missingTable(let table, let sheet):
            Bilingual(
                "数据里没有“\(table)”：找不到 \(sheet).csv，也没有叫“\(sheet)”的工作表",
                "the data have no “\(table)”: neither \(sheet).csv nor a sheet “\(sheet)” is there")
        case .missingColumn(let column, let table, _):
            Bilingual("“\(table)”没有“\(column)”这一列", "“\(table)” has no column “\(column)”")
        case .repeatedColumn(let column): Bilingual("“\(column)”这一列出现了两次", "the column “\(column)” stands here twice")
        case .ignoredColumn(let column, let table):
            Bilingual(
                "规则里的“\(table)”没有“\(column)”这一列，已忽略",
                "“\(table)” of the rules has no column “\(column)”; it is ignored")
        case .absentColumn(let column, let table, ""):
            Bilingual("“\(table)”没有“\(column)”这一列，都当作空着", "“\(table)” has no column “\(column)”; it is taken as empty")
        case .absentColumn(let column, let table, let instead):
            Bilingual(
                "“\(table)”没有“\(column)”这一列，都按“\(instead)”计",
                "“\(table)” has no column “\(column)”; “\(instead)” is taken for all rows")
        case .ignoredFile(let file, let rows, _):
            Bilingual(
                "\(file) 不是规则里的表，已忽略" + (rows > 0 ? "（\(rows) 行）" : ""),
                "\(file) is no table of the rules; it is ignored" + (rows > 0 ? " (rows: \(rows))" : ""))
        case .unnamedColumn(let cells):
            Bilingual("这一列没有列名，里面的 \(cells) 格已忽略", "this column has no name; its filled cells are ignored (\(cells))")
        case .tooMany(let limit, let column?):
            Bilingual(
                "“\(column)”一列错的太多，只列出前 \(limit) 处", "too much is wrong in “\(column)”: the first \(limit) are listed")
        case .tooMany(let limit, nil):
            Bilingual("错的太多，只列出前 \(limit) 处", "too much is wrong: the first \(limit) are listed")
        case .converted(let kinds):
            Bilingual(
                kinds.map(\.message.zh).joined(separator: "；"), kinds.map(\.message.en).joined(separator: "; "))
        case .errorCell(let text, let column):
            Bilingual("“\(column)”这一格显示的是错误“\(text)”", "the cell of “\(column)” shows the error “\(text)”")
        case .formulaWithoutValue(let column):
            Bilingual("“\(column)”这一格是公式，还没有算出值", "the cell of “\(column)” is a formula that has not been reckoned")
        case .twoFiles(let table): Bilingual("“\(table)”有两份数据", "“\(table)” is given twice")
        case .otherColumns(let file, let first, let more, let missing):
            Bilingual(
                "\(file) 的列与 \(first) 不同：\(columns(more, missing).zh)",
                "the columns of \(file) differ from those of \(first): \(columns(more, missing).en)")
        case .tooLarge(let table, let limit):
            Bilingual(
                "“\(table)”的各张表合起来超过 \(limit) 字节", "the sheets of “\(table)” have together more than \(limit) bytes")
        case .empty(let column): Bilingual("“\(column)”不能是空的", "“\(column)” cannot be empty")
        case .notNumber(let text, let column, _):
            Bilingual("“\(column)”应当是数，写的却是“\(text)”", "“\(column)” should be a number, but is “\(text)”")
        case .notWhole(let text, let column):
            Bilingual("“\(column)”应当是整数，写的却是“\(text)”", "“\(column)” should be a whole number, but is “\(text)”")
        case .notRatio(let text, let column):
            Bilingual("“\(column)”应当是比例，写的却是“\(text)”", "“\(column)” should be a ratio, but is “\(text)”")
        case .outOfRange(let text, let column, let low, let high):
            Bilingual("“\(column)”是 \(text)，\(range(low, high).zh)", "“\(column)” is \(text), \(range(low, high).en)")
        case .ratioTooLarge(let text, let percent, let column, let high):
            Bilingual(
                "“\(column)”是 \(text)，即 \(percent)，最多 \(high)",
                "“\(column)” is \(text), that is \(percent); at most \(high)")
        case .notDate(let text, let column):
            Bilingual("“\(column)”应当是日期，写的却是“\(text)”", "“\(column)” should be a date, but is “\(text)”")
        case .noSuchDay(let text, let column):
            Bilingual("“\(column)”写的“\(text)”，日历上没有这一天", "“\(column)” is “\(text)”, a day that does not exist")
        case .noYear(let text, let column, _):
            Bilingual("“\(column)”写的“\(text)”没有年份", "“\(column)” is “\(text)”, without a year")
        case .dayOrTens(let text, let column, let isMonth):
            Bilingual(
                "“\(column)”是数“\(text)”，看不出是 \(meanings(text, isMonth).zh)",
                "“\(column)” is the number “\(text)”, which may mean \(meanings(text, isMonth).en)")
        case .madeDate(let text, let column, isTime: false):
            Bilingual(
                "“\(column)”应当是文字，表格软件里存的却是日期“\(text)”",
                "“\(column)” should be words, but the spreadsheet holds the date “\(text)”")
        case .madeDate(let text, let column, isTime: true):
            Bilingual(
                "“\(column)”应当是文字，表格软件里存的却是时刻“\(text)”",
                "“\(column)” should be words, but the spreadsheet holds the time “\(text)”")
        case .timeOfDay(let text, let column, isNumber: true):
            Bilingual(
                "“\(column)”应当是数，这一格却是时刻“\(text)”", "“\(column)” should be a number, but the cell is the time “\(text)”"
            )
        case .timeOfDay(let text, let column, isNumber: false):
            Bilingual(
                "“\(column)”这一格只有时刻“\(text)”，没有年月日",
                "the cell of “\(column)” has only the time “\(text)”, without a day")
        case .longNumber(let text, let column):
            Bilingual(
                "“\(column)”是数“\(text)”，后面几位已经没有了",
                "“\(column)” is the number “\(text)”, whose last digits are lost")
        case .lostSign(let text, let column):
            Bilingual(
                "“\(column)”写的“\(text)”里有丢失的字（\u{FFFD}）",
                "“\(column)” is “\(text)”, with signs that are lost (\u{FFFD})")
        case .headerAgain(let column):
            Bilingual("“\(column)”这一格写的就是列名", "the cell of “\(column)” holds the column's own name")
        case .repeatedRows(let count, let table, let first):
            Bilingual(
                "“\(table)”有 \(count) 行与前面的行完全相同，如这一行\(first.map { "与\($0.text.zh)" } ?? "")",
                "“\(table)” has \(count) row(s) that are there already, cell for cell, such as this one\(first.map { " (\($0.text.en))" } ?? "")"
            )
        case .farDay(let day, let column, let count, let low, let high):
            Bilingual(
                "“\(column)”是 \(day)，\(count > 1 ? "这样的有 \(count) 行，" : "")其余的都在 \(low) 到 \(high)",
                "“\(column)” is \(day)\(count > 1 ? ", and \(count) rows are like it" : ""); all others lie from \(low) to \(high)"
            )
        case .holidayMissing(let day, let column, let low, let high):
            Bilingual(
                "“\(column)”从 \(low) 到 \(high)，其间的 \(day) 放假，“假日”里没有",
                "“\(column)” goes from \(low) to \(high); \(day), a day off, is not among the “holidays”")
        case .otherYear(let column, let from, let to, let low, let high):
            Bilingual(
                "“\(column)”都在 \(from) 到 \(to)，其他各表的日期在 \(low) 到 \(high)",
                "“\(column)” lies from \(from) to \(to), the days of all other tables from \(low) to \(high)")
        case .farNumber(let number, let column, let count, let low, let high):
            Bilingual(
                "“\(column)”是 \(number)，\(count > 1 ? "这样的有 \(count) 行，" : "")其余的都在 \(low) 到 \(high)",
                "“\(column)” is \(number)\(count > 1 ? ", and \(count) rows are like it" : ""); all others lie from \(low) to \(high)"
            )
        case .totals(let text, let table):
            Bilingual(
                "“\(text)”这一行不像一个“\(table)”，像是合计行", "“\(text)” looks like a row of totals, not like one of “\(table)”")
        case .otherUnit(let text, let unit, let column):
            Bilingual(
                "“\(column)”写的“\(text)”，单位“\(unit)”与这一列不合",
                "“\(column)” is “\(text)”, but “\(unit)” is not the unit of this column")
        case .notMonth(let text, let column):
            Bilingual("“\(column)”应当是月份，写的却是“\(text)”", "“\(column)” should be a month, but is “\(text)”")
        case .notYesNo(let text, let column):
            Bilingual("“\(column)”应当是“是”或“否”，写的却是“\(text)”", "“\(column)” should be “是” or “否”, but is “\(text)”")
        case .unknownChoice(let text, let column, let known, _):
            Bilingual(
                "“\(column)”没有“\(text)”这个选项，可填：\(words(known, "、"))",
                "“\(column)” has no choice “\(text)”; it may be: \(words(known, ", "))")
        case .unknownReference(let text, let column, let table, _):
            Bilingual(
                "“\(column)”是“\(text)”，但“\(table)”里没有它",
                "“\(column)” is “\(text)”, but “\(table)” has no such row")
        case .severalNamed(let name, let column, let table, let keys):
            Bilingual(
                "“\(column)”写的是姓名“\(name)”，“\(table)”里有 \(keys.count) 个：\(words(keys, "、"))",
                "“\(column)” is the name “\(name)”, which \(keys.count) rows of “\(table)” have: \(words(keys, ", "))")
        case .duplicateKey(let key, let first?):
            Bilingual("“\(key)”与\(first.text.zh)重复", "“\(key)” stands in \(first.text.en) already")
        case .duplicateKey(let key, nil): Bilingual("“\(key)”重复", "“\(key)” stands here twice")
        case .similarKey(let key, let other):
            Bilingual(
                "“\(key)”与“\(other)”只差全角半角或空格，分不清是不是同一个",
                "“\(key)” and “\(other)” differ only in width or blanks")
        case .sameWord(let word, let file, let first):
            Bilingual("\(file) 与 \(first) 说的都是“\(word)”", "\(file) and \(first) both stand for “\(word)”")
        case .blankSheet: Bilingual("工作表是空的，连列名也没有", "the sheet is empty: it has not even column names")
        case .absentChoices(let choices, let table):
            Bilingual(
                "“\(table)”没有列名为\(quoted(choices, "、"))的列，这样的记录一条也没有",
                "“\(table)” has no column for \(quoted(choices, ", ")), and so no such record")
        case .rowAbove(let header, namesColumns: true):
            Bilingual(
                "列名认作第 \(header) 行，可这一行也是列名",
                "row \(header) is taken for the column names, but this row names columns too")
        case .rowAbove(let header, namesColumns: false):
            Bilingual(
                "列名认作第 \(header) 行，可它上面的这一行像是一条记录",
                "row \(header) is taken for the column names, but this row above it looks like a record")
        case .similarGroup(let text, let column, let other, let first):
            Bilingual(
                "“\(column)”写的“\(text)”与\(first.map { $0.text.zh + "的" } ?? "")“\(other)”只差全角半角或空格",
                "“\(text)” in “\(column)” and “\(other)”\(first.map { " in " + $0.text.en } ?? "") differ only in width or blanks"
            )
        case .ruleBroken(let rule, cells: "", _): Bilingual("不符合要求“\(rule)”", "breaks the rule “\(rule)”")
        case .ruleBrokenBelow(let rule, let rows, _):
            Bilingual(
                "还有 \(rows.count) 行不符合要求“\(rule)”：第 \(first(rows, "、")) 行\(rows.count > 12 ? "等" : "")",
                "\(rows.count) more row(s) break the rule “\(rule)”: \(first(rows, ", "))\(rows.count > 12 ? " and others" : "")"
            )
        case .ruleBroken(let rule, let cells, _):
            Bilingual("不符合要求“\(rule)”：\(cells)", "breaks the rule “\(rule)”: \(cells)")
        case .noRow(let table, let keys, let who):
            Bilingual("\(who)：“\(table)”里查不到（\(keys)）", "\(who): “\(table)” has no row for (\(keys))")
        case .noValue(let formula, let who): Bilingual("\(who)：“\(formula)”没有值", "\(who): “\(formula)” has no value")
        case .severalRows(let formula, let count, let who):
            Bilingual(
                "\(who)：“\(formula)”应当只有一条记录，却有 \(count) 条",
                "\(who): “\(formula)” should find one record, it finds \(count)")
        case .dateOutOfRange(let formula, let who):
            Bilingual(
                "\(who)：“\(formula)”算出的日期超出公元 1 至 9999 年",
                "\(who): “\(formula)” gives a date outside the years 1 to 9999")
        case .numberTooLarge(let formula, let who):
            Bilingual(
                "\(who)：“\(formula)”的数大得算不下去",
                "\(who): the numbers in “\(formula)” grow beyond all size")
        case .notAWholeCount(let formula, let who):
            Bilingual("\(who)：“\(formula)”应当是不小于 0 的整数", "\(who): “\(formula)” should be a whole number, 0 or more")
        case .rankOutside(let formula, let who):
            Bilingual("\(who)：不在“\(formula)”所排的范围里，没有名次", "\(who): is not among those ranked by “\(formula)”")
        case .sharesOver(let grade, let group, let sum):
            Bilingual(
                "“\(grade)”：\(group)各等次份额之和是 \(sum)，超过 100%",
                "“\(grade)”: the shares of \(group) add up to \(sum), more than 100%")
        case .noGrade(let grade, let group, let size, let who):
            Bilingual(
                "“\(grade)”：\(group)共 \(size) 人，其中 \(who.count) 人没有等次：\(words(who, "、"))",
                "“\(grade)”: \(who.count) of the \(size) people of \(group) get no grade: \(words(who, ", "))")
        case .notAssessed(let key, let table):
            Bilingual(
                "“\(key)”在“\(table)”里，但不在这次考核的范围",
                "“\(key)” stands in “\(table)” but is not assessed in this run")
        case .unknownPerson(let key, let column, _):
            Bilingual("数据里没有“\(column)”为“\(key)”的", "there is no “\(column)” “\(key)” in the data")
        case .notGiven(let column, let table):
            Bilingual(
                "算例没有给出“\(table)”的“\(column)”，而期望的结果要用到它",
                "the example does not give “\(column)” of “\(table)”, on which what it expects depends")
        }
    }

    package var help: Bilingual? {
        switch self {
        case .missingTable(_, let sheet):
            Bilingual(
                "放入名为 \(sheet).csv 的文件；确实没有记录时，只写一行列名",
                "add \(sheet).csv; with no records it holds only the row of column names")
        case .missingColumn(_, _, let nearest?): Bilingual("是不是把“\(nearest)”写错了？", "is it the column “\(nearest)”?")
        case .otherColumns: Bilingual("统一各表的列名", "give both the same columns")
        case .sameWord:
            Bilingual(
                "重复的一份移走；不是同一份的，改表名，让它们说的不一样",
                "take away the one that is too many; if they are not the same, let their names say so")
        case .blankSheet:
            Bilingual(
                "写上列名，没有记录时只写这一行；用不到的表，删去",
                "write the column names, even without records; delete a sheet that is not needed")
        case .absentChoices:
            Bilingual("本来就没有的，不用管；有的，检查列名", "if there are none, nothing need be done; else look at the column names")
        case .rowAbove:
            Bilingual(
                "一张表只留一行列名，记录都写在它下面；这一行是标题的，并成一格",
                "keep one row of column names, all records below it; if this row is a title, make it one cell")
        case .similarGroup:
            Bilingual(
                "是一回事的，写成一样；不是的，改得分得清", "if they mean the same, write them alike; if not, make them differ plainly")
        case .tooLarge: Bilingual("删去用不到的列，或者分几次计算", "remove columns that are not needed, or evaluate in several runs")
        case .missingColumn: Bilingual("在第一行补上这个列名，并填好下面各行", "add it to the first row and fill it in")
        case .repeatedColumn: Bilingual("只留一列", "keep one")
        case .ignoredFile(_, _, let nearest?): Bilingual("是不是“\(nearest)”？", "is it “\(nearest)”?")
        case .twoFiles: Bilingual("只留一份", "keep one")
        case .errorCell: Bilingual("改正公式，或直接填写", "mend the formula, or fill in the value")
        case .formulaWithoutValue:
            Bilingual(
                "用 Excel 打开工作簿，保存一次，公式就有了值", "open the workbook in Excel and save it: then the formula has a value")
        case .empty:
            Bilingual(
                "补上；若允许为空，在规则里给这一列写“可空”或“默认 …”",
                "fill it in, or mark the column “optional” or “default …” in the rules")
        case .notNumber(_, _, lookAlike: true):
            Bilingual("检查字母 O 与数字 0、字母 l 与数字 1", "look for the letter O instead of 0, or l instead of 1")
        case .notNumber: Bilingual("只写数，如 3 或 2.5", "write only the number, such as 3 or 2.5")
        case .otherUnit:
            Bilingual(
                "核对；换算成这一列的单位，只写数", "check it, bring it to the unit of this column, and write only the number")
        case .noYear(_, _, isMonth: true): Bilingual("写上年份，如 2026-09", "write the year, as in 2026-09")
        case .noYear:
            Bilingual(
                "写上年份，如 2026-09-01；规则里写明“年度”和这一列的起止日期的，可以不写",
                "write the year, as in 2026-09-01; it may be left out where the rules give the year and the column's first and last day"
            )
        case .dayOrTens(let text, _, isMonth: true):
            Bilingual(
                "写成 \(months(text).joined(separator: " 或 "))", "write \(months(text).joined(separator: " or "))")
        case .dayOrTens: Bilingual("写上年份，如 2026-09-01", "write the year, as in 2026-09-01")
        case .madeDate:
            Bilingual(
                "把这一列设成“文本”格式，再照原来的写法重新填这一格",
                "give the column the format “Text”, then write the cell anew as it was meant")
        case .timeOfDay(_, _, isNumber: true):
            Bilingual(
                "把这一格设成“常规”格式，再写数，如把 1:30 写成 1.5",
                "give the cell the format “General”, then write a number, such as 1.5 for 1:30")
        case .timeOfDay:
            Bilingual(
                "把这一格设成“常规”格式，再写年月日，如 2026-09-01",
                "give the cell the format “General”, then write the day, such as 2026-09-01")
        case .longNumber:
            Bilingual(
                "把这一列设成“文本”格式，再照原件重新填这一格",
                "give the column the format “Text”, then write the cell anew from the original")
        case .lostSign:
            Bilingual("照原件重新填这一格，存成 UTF-8 编码", "write the cell anew from the original, and save the file as UTF-8")
        case .headerAgain:
            Bilingual(
                "合并几个文件时带进来的列名行，删去；真要填这个词的，在规则里给这一列另取列名",
                "remove a row of headers that came in when files were joined; if the word is meant, give the column another header in the rules"
            )
        case .repeatedRows:
            Bilingual(
                "录重、贴重的删去；确是几条不同的记录，就不用管",
                "take out what was entered or pasted twice; leave records that are really several")
        case .farDay:
            Bilingual("核对年份；不该算进来的记录删去", "look at the year, and take out records that should not count")
        case .holidayMissing:
            Bilingual(
                "照当年的放假通知改“假日”“调休”两行；或者日期填错了年份",
                "bring “holidays” and “workdays” up to date; or the dates are of another year")
        case .otherYear:
            Bilingual(
                "是去年的表，换成今年的；本来就不在同一段时间的，不用管",
                "replace a table of last year; leave it if it is of another time by right")
        case .farNumber:
            Bilingual(
                "核对单位（万元与元、小时与分钟）和位数；没有考核的空着，不填 0",
                "look at the unit and the digits; leave empty, not 0, what was not assessed")
        case .totals:
            Bilingual(
                "删去这一行，表里只留记录；真叫这个名称的，换一个写法",
                "remove the row: a table holds records only; if it really is called so, call it otherwise")
        case .severalNamed: Bilingual("改写成其中一个", "write one of these instead")
        case .notWhole: Bilingual("核对原始记录，改成整数", "compare with the record and write a whole number")
        case .notRatio: Bilingual("写成 30% 或 0.3", "write 30% or 0.3")
        case .outOfRange:
            Bilingual(
                "核对原始记录；若范围规定错了，改规则里这一列的范围",
                "compare with the record, or correct the column's range in the rules")
        case .ratioTooLarge(let text, _, _, _):
            Bilingual("是不是漏写了百分号，应为 \(text)%？", "is a per cent sign missing: \(text)%?")
        case .notDate: Bilingual("写成 2026-09-01 这样的日期", "write a date such as 2026-09-01")
        case .noSuchDay: Bilingual("对照日历改正年、月、日", "correct the year, month or day by the calendar")
        case .notMonth: Bilingual("写成 2026-09 这样的月份", "write a month such as 2026-09")
        case .notYesNo: Bilingual("填“是”或“否”，也可以打 √ 或 ×", "write “是” or “否”, or √ or ×")
        case .unknownChoice(_, _, _, let nearest?), .unknownReference(_, _, _, let nearest?),
            .unknownPerson(_, _, let nearest?):
            Bilingual("是不是“\(nearest)”？", "is it “\(nearest)”?")
        case .unknownChoice: Bilingual("改成其中之一", "use one of them")
        case .unknownReference(_, _, let table, nil):
            Bilingual("检查有没有写错，或在“\(table)”里补上", "correct it, or add it to “\(table)”")
        case .duplicateKey: Bilingual("删去多余的一行，或改正其中一个", "remove one row, or correct one of the two")
        case .similarKey:
            Bilingual("是同一个的，删去一行；不是的，改正编号", "if they are one, remove a row; if not, correct the key")
        case .ruleBroken(_, _, let note?), .ruleBrokenBelow(_, _, let note?): Bilingual(note, note)
        case .ruleBroken: Bilingual("改正这一行", "correct the row")
        case .ruleBrokenBelow:
            Bilingual(
                "改正这些行；几乎行行都不符合的，看要求是不是写错了", "correct the rows; where nearly all are listed, look at the rule itself")
        case .noRow(let table, let keys, _):
            Bilingual(
                "在“\(table)”里补上“\(keys)”，或在规则里写“若缺 …”",
                "add “\(keys)” to “\(table)”, or write “missing …” in the rules")
        case .noValue: Bilingual("补上所缺的数据", "fill in what is missing")
        case .severalRows: Bilingual("删去多余的记录", "remove the records that are too many")
        case .sharesOver: Bilingual("调低其中的比例", "lower one of the ratios")
        case .noGrade: Bilingual("在规则的“评定”里加一行“其余”", "add a row “rest” to the grades")
        case .notGiven: Bilingual("在算例的这张表里补上这一列", "add the column to the example's table")
        case .notAssessed:
            Bilingual(
                "看“考核”后面“当”的条件；用了 --table 的，看是不是别的考核对象",
                "look at the condition behind “考核”; with --table, whether another table is meant")
        case .unknownPerson(_, let key, nil):
            Bilingual("照数据里“\(key)”一列的写法写", "write it as the column “\(key)” of the data has it")
        case .dateOutOfRange: Bilingual("核对所用的日期和所加的天数", "check the dates and the days that are added")
        case .numberTooLarge:
            Bilingual("检查规则里反复相乘的地方", "look in the rules for figures multiplied again and again")
        case .notAWholeCount:
            Bilingual("检查“取”“去”后面的个数怎样算", "check how the number after “take” or “drop” is calculated")
        case .rankOutside:
            Bilingual("检查名次在哪些记录里排，本人应在其中", "check among which records the place is; this one must be among them")
        case .tooMany: Bilingual("改好列出的，再运行一次，看还有没有", "correct what is listed, then run again to see what is left")
        case .ignoredColumn, .absentColumn, .ignoredFile, .unnamedColumn, .converted: nil
        }
    }

    private func columns(_ more: [String], _ missing: [String]) -> Bilingual {
        let zh = [
            more.isEmpty ? nil : "多了\(quoted(more, "、"))", missing.isEmpty ? nil : "少了\(quoted(missing, "、"))",
        ]
        let en = [
            more.isEmpty ? nil : "\(quoted(more, ", ")) too many",
            missing.isEmpty ? nil : "\(quoted(missing, ", ")) missing",
        ]
        return Bilingual(
            zh.compactMap { $0 }.joined(separator: "，"), en.compactMap { $0 }.joined(separator: ", "))
    }

    private func quoted(_ names: [String], _ separator: String) -> String {
        words(names.map { "“\($0)”" }, separator)
    }

    /// `9.1` as the two days that it may mean, `2026.1` as the two months.
    private func meanings(_ text: String, _ isMonth: Bool) -> Bilingual {
        if isMonth {
            let months = months(text)
            return Bilingual(months.joined(separator: " 还是 "), months.joined(separator: " or "))
        }
        let parts = text.split(separator: ".")
        let (month, day) = (parts.first ?? "", parts.last ?? "")
        return Bilingual("\(month)月\(day)日还是 \(month)月\(day)0日", "\(month)/\(day) or \(month)/\(day)0")
    }

    private func months(_ text: String) -> [String] {
        let year = text.prefix { $0 != "." }
        return ["\(year)-01", "\(year)-10"]
    }

    private func first(_ rows: [Int], _ separator: String) -> String {
        rows.prefix(12).map(String.init).joined(separator: separator)
    }

    private func words(_ words: [String], _ separator: String) -> String {
        words.prefix(12).joined(separator: separator) + (words.count > 12 ? "…" : "")
    }

    private func range(_ low: String?, _ high: String?) -> Bilingual {
        switch (low, high) {
        case (let low?, let high?): Bilingual("应当在 \(low) 到 \(high) 之间", "which should be from \(low) to \(high)")
        case (let low?, nil): Bilingual("不能小于 \(low)", "which cannot be below \(low)")
        case (nil, let high?): Bilingual("不能大于 \(high)", "which cannot be above \(high)")
        case (nil, nil): Bilingual("", "")
        }
    }
}

extension DataProblem {
    /// Of the mistakes of a column so many are told, the first by their rows: nobody reads a million of them.
    package static let toldOfColumn = 1000
    /// Of the rows that break one rule so many are told one by one.
    static let toldOfRule = 10
    /// Of the mistakes that evaluation finds so many are told.
    static let toldOfEvaluation = 10_000
}

/// Counts the mistakes of a column, of which only the first are told.
struct ColumnTally {
    private(set) var count = 0

    /// Whether one more is told.
    mutating func isTold() -> Bool {
        count += 1
        return count <= DataProblem.toldOfColumn
    }

    var isOver: Bool { count > DataProblem.toldOfColumn }
}
