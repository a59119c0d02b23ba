package import Diagnostics

/// What can be wrong with a workbook, and what is worth knowing of one.
package enum WorkbookProblem: Problem, Sendable {
    case notAWorkbook
    case damaged
    /// Protected by a password.
    case locked
    /// An .xls file.
    case old
    /// Another program's format.
    case foreign(String)
    case tooLarge
    /// With a document type: what only an attack would have.
    case unsafe
    /// A link that leads out of the workbook.
    case climbsOut(String)
    case noCells
    case tooManyCells(limit: Int)
    case tooManyMerged(limit: Int)
    // Notes.
    case hiddenSheet
    case hiddenRows(Int)
    case hiddenColumns(Int)
    case mergedCells(Int)

    package var severity: Severity { code.hasPrefix("N") ? .note : .error }

    package var code: String {
        switch self {
        case .notAWorkbook: "D520"
        case .damaged: "D521"
        case .locked: "D522"
        case .old: "D523"
        case .foreign: "D524"
        case .tooLarge: "D525"
        case .unsafe: "D526"
        case .climbsOut: "D527"
        case .noCells: "D528"
        case .tooManyCells: "D529"
        case .tooManyMerged: "D533"
        case .hiddenSheet: "N530"
        case .hiddenRows, .hiddenColumns: "N531"
        case .mergedCells: "N532"
        }
    }

    package var message: Bilingual {
        switch self {
        case .notAWorkbook: Bilingual("这不是 Excel 工作簿（.xlsx）", "this is no Excel workbook (.xlsx)")
        case .damaged: Bilingual("工作簿已损坏，读不了", "the workbook is damaged and cannot be read")
        case .locked: Bilingual("工作簿设有打开密码，读不了", "the workbook is protected by a password and cannot be read")
        case .old: Bilingual("这是旧格式的工作簿（.xls），读不了", "this is a workbook of the old kind (.xls), which cannot be read")
        case .foreign(let ending): Bilingual("读不了“\(ending)”格式的工作簿", "workbooks of the kind “\(ending)” cannot be read")
        case .tooLarge: Bilingual("工作簿展开以后太大，没有读", "the workbook would expand beyond all measure and was not read")
        case .unsafe:
            Bilingual(
                "工作簿里有正常工作簿不会有的内容，为安全起见没有读", "the workbook holds what no ordinary one does; it was not read, to be safe"
            )
        case .climbsOut(let target):
            Bilingual(
                "工作簿里有指向外面的链接“\(target)”，没有读",
                "the workbook has a link that leads out of it, “\(target)”; it was not read")
        case .noCells: Bilingual("工作簿里没有一张有内容的工作表", "no sheet of the workbook has any content")
        case .tooManyCells(let limit):
            Bilingual(
                "工作表超过 \(limit) 格，没有读", "the sheet has more than \(limit) cells and was not read")
        case .tooManyMerged(let limit):
            Bilingual(
                "工作表的合并单元格一共超过 \(limit) 格，没有读",
                "the merged blocks of the sheet have more than \(limit) cells together and were not read")
        case .hiddenSheet: Bilingual("这张工作表是隐藏的，也读了", "this sheet is hidden; it was read all the same")
        case .hiddenRows(let count):
            Bilingual("有 \(count) 行是隐藏的，也读了", "\(count) rows are hidden; they were read all the same")
        case .hiddenColumns(let count):
            Bilingual("有 \(count) 列是隐藏的，也读了", "\(count) columns are hidden; they were read all the same")
        case .mergedCells(let count):
            Bilingual(
                "有 \(count) 处合并单元格，其中每一格都按显示的内容读",
                "\(count) merged blocks: each of their cells was read as what the block shows")
        }
    }

    package var reason: Bilingual {
        switch self {
        case .hiddenSheet, .hiddenRows, .hiddenColumns:
            Bilingual("隐藏的内容看不见，却照样参加计算", "what is hidden is not seen, yet it counts")
        case .mergedCells:
            Bilingual("合并的格只存一份内容，其余的格本来是空的", "a merged block stores its content once; its other cells are empty")
        default: Bilingual("数据读不全，就不能计算", "without all the data nothing can be evaluated")
        }
    }

    package var help: Bilingual? {
        switch self {
        case .notAWorkbook, .damaged:
            Bilingual(
                "用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”",
                "open it in Excel or WPS and save it as “Excel workbook (.xlsx)”")
        case .locked: Bilingual("打开它，去掉密码，再保存", "open it, remove the password, and save it")
        case .old, .foreign: Bilingual("打开它，另存为“Excel 工作簿（.xlsx）”", "open it and save it as “Excel workbook (.xlsx)”")
        case .tooLarge, .tooManyCells: Bilingual("把数据拆成几个工作簿", "split the data into several workbooks")
        case .tooManyMerged: Bilingual("取消不需要的合并", "undo the merging that is not needed")
        case .unsafe, .climbsOut: Bilingual("把内容复制到新建的工作簿里", "copy its content into a new workbook")
        case .noCells: Bilingual("检查是不是选错了文件", "look whether it is the right file")
        case .hiddenSheet, .hiddenRows, .hiddenColumns: Bilingual("不该算的，删去", "remove what should not count")
        case .mergedCells: Bilingual("看一眼这些格是不是都该填同样的内容", "look whether all of these cells should hold the same")
        }
    }
}
