package import Diagnostics

extension FileProblem {
    package var reason: Bilingual {
        switch self {
        case .notThere, .unreadable, .noTables:
            Bilingual("没有读到内容，不能当作没有记录来算", "nothing was read, and that is not the same as having no records")
        case .notWritable, .unknownFormat:
            Bilingual("结果没有存下来，原来的文件也没有改动", "the result was not saved, and no file was changed")
        case .empty:
            Bilingual(
                "分不清是没有记录，还是存文件时丢了内容",
                "it is open whether there are no records or the contents were lost when saving")
        case .notText, .twoEncodings, .notAsMarked, .noConverter:
            Bilingual("读出来是乱码，姓名和选项都对不上", "what is read is garbled: no name and no choice would fit")
        case .planNotText:
            Bilingual(
                "Word 文件和别的编码读出来是乱码，与规则对不上",
                "a Word file or another encoding reads as garble, which no rule can be compared with")
        case .workbookInside:
            Bilingual("名称与内容不符的文件，读出来的不会是看到的", "a file that is not what its name says would not be read as it is seen")
        case .readAsGB18030, .otherSeparator:
            Bilingual(
                "读的方法是认出来的，看一眼姓名和选项对不对", "how it is read was recognised; look whether names and choices are right")
        case .openQuote, .textAfterQuote, .tooManyFields, .tooFewFields, .tooManyBadRows:
            Bilingual("一行的格数不对，后面的数就记到别的列去了", "with the wrong number of cells the figures slip into other columns")
        case .tooLarge:
            Bilingual("学校的表没有这么大，多半是选错了文件", "no school has so large a table; most likely it is the wrong file")
        }
    }
}
