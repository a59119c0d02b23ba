package import Diagnostics

/// What can be wrong with a file before anything is known of its columns.
package enum FileProblem: Problem {
    case notThere(String)
    case unreadable(String)
    case notWritable(String)
    case noTables(String)
    case empty
    case notText
    case openQuote
    case textAfterQuote
    case tooManyFields(expected: Int, found: Int)
    case tooFewFields(expected: Int, found: Int)
    case tooLarge(limit: Int)
    case unknownFormat(String)
    /// The plan's text is no text.
    case planNotText(String)

    package var severity: Severity { .error }

    package var code: String {
        switch self {
        case .notThere: "D501"
        case .unreadable: "D502"
        case .notWritable: "D503"
        case .noTables: "D504"
        case .empty: "D505"
        case .notText: "D506"
        case .openQuote: "D507"
        case .textAfterQuote: "D508"
        case .tooManyFields: "D509"
        case .tooFewFields: "D510"
        case .tooLarge: "D511"
        case .unknownFormat: "D512"
        case .planNotText: "D515"
        }
    }

    package var message: Bilingual {
        switch self {
        case .planNotText(let path):
            Bilingual("\(path) 不是 UTF-8 编码的文本，读不出来", "\(path) is no UTF-8 text and cannot be read")
        case .notThere(let path): Bilingual("找不到 \(path)", "\(path) is not there")
        case .unreadable(let path): Bilingual("读不了 \(path)", "\(path) cannot be read")
        case .notWritable(let path): Bilingual("写不了 \(path)", "\(path) cannot be written")
        case .noTables(let path):
            Bilingual("\(path) 里没有 CSV 文件，也没有工作簿", "\(path) holds neither CSV files nor workbooks")
        case .empty: Bilingual("文件是空的，连列名也没有", "the file is empty: it has not even column names")
        case .notText: Bilingual("文件不是 UTF-8 编码，从这一行起读不出来", "the file is not UTF-8: from this row on it cannot be read")
        case .openQuote: Bilingual("引号没有配对，从这里起读不下去", "this quotation mark is never closed")
        case .textAfterQuote: Bilingual("引号结束之后还有文字", "text follows after the closing quotation mark")
        case .tooManyFields(let expected, let found):
            Bilingual("这一行有 \(found) 格，列名只有 \(expected) 个", "this row has \(found) cells, the header has \(expected)")
        case .tooFewFields(let expected, let found):
            Bilingual(
                "这一行只有 \(found) 格，列名有 \(expected) 个",
                "this row has only \(found) cells, the header has \(expected)")
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
        case .noTables: Bilingual("把工作簿或 CSV 文件放进这个文件夹", "put the workbook or the CSV files into this folder")
        case .planNotText:
            Bilingual(
                "把计划全文复制到记事本，另存为 .txt，编码选“UTF-8”",
                "copy the plan into a text editor and save it as .txt in UTF-8")
        case .empty: Bilingual("第一行写列名；没有记录时只留这一行", "the first row holds the column names, even without records")
        case .notText: Bilingual("用 Excel 另存为“CSV UTF-8”", "save it as “CSV UTF-8”")
        case .openQuote: Bilingual("补上引号，或删去这个引号", "close the quotation mark or remove it")
        case .textAfterQuote: Bilingual("引号里的引号要写两个", "a quotation mark inside quotes is written twice")
        case .tooManyFields, .tooFewFields:
            Bilingual("检查这一行的逗号；格里有逗号时要加引号", "look at the row's commas; a cell with a comma is quoted")
        case .tooLarge: Bilingual("拆成几个文件", "split the file")
        case .unknownFormat:
            Bilingual(
                "文件名以 .xlsx、.html、.csv、.json、.md 或 .txt 结尾",
                "let the name end in .xlsx, .html, .csv, .json, .md or .txt")
        }
    }
}
