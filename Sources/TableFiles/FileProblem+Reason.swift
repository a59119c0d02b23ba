package import Diagnostics

extension FileProblem {
    package var reason: Bilingual {
        switch self {
        case .notThere, .unreadable, .noTables:
            Bilingual("没有读到内容，不能当作没有记录来算", "nothing was read, and that is not the same as having no records")
        case .outputIsInput: Bilingual("写上去，原来的数据或规则就没有了", "what it holds now, data or rules, would be lost")
        case .sameOutput: Bilingual("后写的会盖掉先写的", "the second would take the place of the first")
        case .wouldReplace:
            Bilingual("里面可能是已经填好的数据，覆盖了就找不回来", "it may hold data that somebody has typed, which could not be had back")
        case .outputLost:
            Bilingual("存下来的结果缺了后半截，看上去却像是完整的", "what was saved lacks its end and looks whole all the same")
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
        case .unreadFolder:
            Bilingual(
                "没有读的不参加计算；该用的表放在里面，记录就少了",
                "what is not read does not count; with tables that are needed inside, records would be missing")
        case .openQuote, .textAfterQuote, .tooManyFields, .tooFewFields, .tooManyBadRows:
            Bilingual("一行的格数不对，后面的数就记到别的列去了", "with the wrong number of cells the figures slip into other columns")
        case .tooLarge:
            Bilingual("学校的表没有这么大，多半是选错了文件", "no school has so large a table; most likely it is the wrong file")
        }
    }
}
