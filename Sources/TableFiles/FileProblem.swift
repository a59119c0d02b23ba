package import Diagnostics

/// What can be wrong with a file before anything is known of its columns.
package enum FileProblem: Problem {
    case notThere(String)
    case unreadable(String)
    case notWritable(String)
    /// The result would take the place of a file that is read.
    case outputIsInput(String)
    /// Two results have one name.
    case sameOutput(String)
    /// Made-up data or a template would take the place of a file.
    case wouldReplace(String)
    /// Standard output did not take all.
    case outputLost
    case noTables(String)
    case empty
    /// Neither UTF-8 nor GB18030.
    case notText
    /// Both UTF-8 and GB18030, with different content.
    case twoEncodings
    /// The file's mark names an encoding, its bytes are of no such text.
    case notAsMarked(String)
    case noConverter
    /// A workbook that is called `.csv` or `.txt`.
    case workbookInside
    case openQuote
    case textAfterQuote
    case tooManyFields(expected: Int, found: Int)
    case tooFewFields(expected: Int, found: Int)
    case tooLarge(limit: Int)
    /// More rows are bad than are told.
    case tooManyBadRows(Int)
    case unknownFormat(String)
    /// The plan's text is no text.
    case planNotText(String)
    // Notes.
    case readAsGB18030([String])
    case otherSeparator([String], Separator)
    /// A folder inside that of the data holds tables.
    case unreadFolder(tables: Int)

    package var severity: Severity {
        switch self {
        case .readAsGB18030, .otherSeparator, .unreadFolder: .note
        default: .error
        }
    }

    package var code: String {
        switch self {
        case .notThere: "D501"
        case .unreadable: "D502"
        case .notWritable: "D503"
        case .outputIsInput: "D519"
        case .sameOutput: "D534"
        case .wouldReplace: "D535"
        case .outputLost: "D536"
        case .noTables: "D504"
        case .empty: "D505"
        case .notText: "D506"
        case .openQuote: "D507"
        case .textAfterQuote: "D508"
        case .tooManyFields: "D509"
        case .tooFewFields: "D510"
        case .tooLarge: "D511"
        case .tooManyBadRows: "D518"
        case .unknownFormat: "D512"
        case .planNotText: "D515"
        case .twoEncodings: "D513"
        case .notAsMarked: "D514"
        case .noConverter: "D517"
        case .workbookInside: "D516"
        case .readAsGB18030: "N540"
        case .otherSeparator: "N541"
        case .unreadFolder: "D537"
        }
    }

    package var message: Bilingual {
        switch self {
        case .planNotText(let path):
            Bilingual("\(path) 不是 UTF-8 编码的文本，读不出来", "\(path) is no UTF-8 text and cannot be read")
        case .notThere(let path): Bilingual("找不到 \(path)", "\(path) is not there")
        case .unreadable(let path): Bilingual("读不了 \(path)", "\(path) cannot be read")
        case .notWritable(let path): Bilingual("写不了 \(path)", "\(path) cannot be written")
        case .outputIsInput(let path):
            Bilingual("结果要写到 \(path)，它正是这次读的文件", "the result would be written to \(path), which is read in this run")
        case .sameOutput(let path): Bilingual("两个结果都要写到 \(path)", "two results would be written to \(path)")
        case .wouldReplace(let path): Bilingual("已经有 \(path)，没有覆盖它", "\(path) is there already and was left as it is")
        case .outputLost: Bilingual("要显示的内容没有全部写出去", "not all that was to be shown could be written")
        case .noTables(let path):
            Bilingual("\(path) 里没有 CSV 文件，也没有工作簿", "\(path) holds neither CSV files nor workbooks")
        case .empty: Bilingual("文件是空的，连列名也没有", "the file is empty: it has not even column names")
        case .notText:
            Bilingual(
                "文件的编码既不是 UTF-8，也不是 GB18030，从这一行起读不出来",
                "the file is neither UTF-8 nor GB18030: from this row on it cannot be read")
        case .twoEncodings:
            Bilingual(
                "文件按 UTF-8 和按 GB18030 都读得通，内容却不同，分不清是哪一种",
                "the file can be read as UTF-8 and as GB18030, and says different things")
        case .notAsMarked(let encoding):
            Bilingual(
                "文件开头标明是 \(encoding) 编码，内容却不是",
                "the file is marked as \(encoding), but its content is not")
        case .noConverter:
            Bilingual(
                "文件不是 UTF-8 编码，这台电脑又没有 GB18030 的转换", "the file is not UTF-8, and this system cannot convert GB18030")
        case .workbookInside:
            Bilingual("这是 Excel 工作簿，文件名却是文本文件的", "this is an Excel workbook with the name of a text file")
        case .readAsGB18030(let files):
            Bilingual(
                "按 GB18030 编码读入\(list(files, "、").zh)", "read as GB18030\(list(files, ", ").en)")
        case .otherSeparator(let files, let separator):
            Bilingual(
                "按\(separator.name.zh)分列读入\(list(files, "、").zh)",
                "read with cells divided by \(separator.name.en)\(list(files, ", ").en)")
        case .unreadFolder(let tables):
            Bilingual(
                "这是数据文件夹里面的文件夹，其中的 \(tables) 个 CSV 文件或工作簿没有读",
                "this is a folder inside the folder of the data; its CSV files and workbooks are not read (\(tables))")
        case .openQuote: Bilingual("引号没有配对，从这里起读不下去", "this quotation mark is never closed")
        case .textAfterQuote: Bilingual("引号结束之后还有文字", "text follows after the closing quotation mark")
        case .tooManyFields(let expected, let found):
            Bilingual("这一行有 \(found) 格，列名只有 \(expected) 个", "this row has \(found) cells, the header has \(expected)")
        case .tooFewFields(let expected, let found):
            Bilingual(
                "这一行只有 \(found) 格，列名有 \(expected) 个",
                "this row has only \(found) cells, the header has \(expected)")
        case .tooManyBadRows(let limit):
            Bilingual("坏行太多，只列出前 \(limit) 处", "too many rows are bad: the first \(limit) are listed")
        case .tooLarge(let limit): Bilingual("文件超过 \(limit) 字节", "the file is larger than \(limit) bytes")
        case .unknownFormat(let path):
            Bilingual("不知道 \(path) 该写成什么格式", "the format of \(path) is not known by its ending")
        }
    }

    package var help: Bilingual? {
        switch self {
        case .notThere, .unreadable:
            Bilingual("检查文件名和所在的文件夹，并关闭正在占用它的程序", "check the name and the folder, and close programs that hold it")
        case .notWritable: Bilingual("检查文件夹是否存在、文件是否正被打开", "check that the folder exists and that the file is not open")
        case .outputIsInput: Bilingual("给结果另起一个文件名", "give the result another name")
        case .sameOutput: Bilingual("每个结果写不同的文件名", "give each result a name of its own")
        case .wouldReplace:
            Bilingual("换一个名称，或者先把原来的移到别处", "give another name, or move the old one elsewhere first")
        case .outputLost:
            Bilingual("检查磁盘是否满了，或改用 --output 写成文件", "check whether the disk is full, or write a file with --output")
        case .noTables: Bilingual("把工作簿或 CSV 文件放进这个文件夹", "put the workbook or the CSV files into this folder")
        case .planNotText:
            Bilingual(
                "把计划全文复制到记事本，另存为 .txt，编码选“UTF-8”",
                "copy the plan into a text editor and save it as .txt in UTF-8")
        case .empty: Bilingual("第一行写列名；没有记录时只留这一行", "the first row holds the column names, even without records")
        case .notText, .twoEncodings, .notAsMarked, .noConverter:
            Bilingual("用 Excel 另存为“CSV UTF-8”，或存成工作簿（.xlsx）", "save it as “CSV UTF-8”, or as a workbook (.xlsx)")
        case .workbookInside:
            Bilingual(
                "把文件名改成以 .xlsx 结尾；旧格式（.xls）的，打开后另存为“Excel 工作簿（.xlsx）”",
                "let its name end in .xlsx; one of the old kind (.xls) is opened and saved as “Excel workbook (.xlsx)”")
        case .openQuote: Bilingual("补上引号，或删去这个引号", "close the quotation mark or remove it")
        case .textAfterQuote: Bilingual("引号里的引号要写两个", "a quotation mark inside quotes is written twice")
        case .tooManyFields, .tooFewFields:
            Bilingual("检查这一行的逗号；格里有逗号时要加引号", "look at the row's commas; a cell with a comma is quoted")
        case .tooLarge: Bilingual("拆成几个文件", "split the file")
        case .tooManyBadRows:
            Bilingual("改好列出的，再运行一次，看还有没有", "correct what is listed, then run again to see what is left")
        case .unknownFormat:
            Bilingual(
                "文件名以 .xlsx、.html、.csv、.json、.md 或 .txt 结尾",
                "let the name end in .xlsx, .html, .csv, .json, .md or .txt")
        case .unreadFolder:
            Bilingual(
                "要用的，移到数据文件夹里，或者另写一个 --data；不用的，不用管",
                "move what is needed into the folder of the data, or give the inner folder with --data, too")
        case .readAsGB18030, .otherSeparator: nil
        }
    }

    /// The files, where they are several: of one the place says which.
    private func list(_ files: [String], _ separator: String) -> Bilingual {
        guard files.count > 1 else { return Bilingual("", "") }
        let names = files.prefix(12).joined(separator: separator) + (files.count > 12 ? "…" : "")
        return Bilingual("：\(names)", ": \(names)")
    }

    /// One of these facts, at a line.
    struct At: Error {
        var problem: FileProblem
        var line: Int?

        init(_ problem: FileProblem, line: Int? = nil) {
            self.problem = problem
            self.line = line
        }
    }
}
