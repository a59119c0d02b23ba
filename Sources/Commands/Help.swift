import Diagnostics

extension Arguments.Command {
    /// The help page of a command.
    var help: Bilingual {
        switch self {
        case .check:
            Bilingual(
                """
                用法：ptrules check 规则文件… [选项]

                检查规则文件：写错的地方，和计划自身没有写明、前后矛盾的地方。

                  --data 路径        同时检查数据是否合乎规则里的表（文件夹、工作簿或 CSV 文件，可写多个）
                  --strict           有“提请注意”时也算不通过
                  --format text|json 输出的形式，默认 text
                  --lang zh|en       用中文或英文
                  -h, --help         显示本说明

                退出状态：0 没有错误；1 规则或数据有错；2 命令写错了；3 文件读不了。

                """,
                """
                usage: ptrules check FILE… [options]

                Checks rules files: mistakes, and what the plan itself leaves open or contradicts.

                  --data PATH        also check the data against the tables (a folder, workbooks or CSV files; repeatable)
                  --strict           findings fail too
                  --format text|json form of the output, text unless told
                  --lang zh|en       speak Chinese or English
                  -h, --help         show this page

                Exit status: 0 no error; 1 the rules or the data are wrong; 2 the command line is wrong;
                3 a file cannot be read.

                """)
        case .eval:
            Bilingual(
                """
                用法：ptrules eval 规则文件 --data 路径 [选项]

                按规则计算数据，输出每个人的得分、名次和等次。

                  --data 路径        放着各表的工作簿、文件夹或 CSV 文件（可写多个）
                  --output 文件      写成文件，按结尾决定格式：.csv .json .md .txt（可写多个）
                  --format 格式      屏幕上输出的格式：table csv json md，默认 table
                  --explain 编号     只说明这一个人的每个数是怎样来的（可写多个）
                  --table 表         有几个考核对象时，只输出这一个
                  --lang zh|en       用中文或英文
                  -h, --help         显示本说明

                规则或数据有错时一次全部列出，不改动任何输出文件。
                退出状态：0 完成；1 规则或数据有错；2 命令写错了；3 文件读不了或写不了。

                """,
                """
                usage: ptrules eval FILE --data PATH [options]

                Evaluates the data by the rules: everybody's scores, place and grade.

                  --data PATH        the workbook, folder or CSV files that hold the tables (repeatable)
                  --output OUT       write a file; its ending decides: .csv .json .md .txt (repeatable)
                  --format FORMAT    for standard output: table, csv, json, md; table unless told
                  --explain KEY      say for one person how every figure came about (repeatable)
                  --table TABLE      with several assessed tables, show only this one
                  --lang zh|en       speak Chinese or English
                  -h, --help         show this page

                Whatever is wrong with the rules or the data is listed all at once, and no output file is touched.
                Exit status: 0 done; 1 the rules or the data are wrong; 2 the command line is wrong;
                3 a file cannot be read or written.

                """)
        case .fmt:
            Bilingual(
                """
                用法：ptrules fmt 规则文件… [选项]

                把规则文件排整齐：缩进、对齐、标点。只动空格和标点，不动内容和注释。

                  --check            不改文件，只列出需要整理的文件
                  --keywords zh|en   把固定用词换成中文或英文
                  --flatten          把“沿用”别的文件的一份写成完整的一份，显示出来，不改文件（不带被沿用文件的算例）
                  --lang zh|en       用中文或英文
                  -h, --help         显示本说明

                退出状态：0 已整齐或已整理；1 规则写错了，或 --check 发现需要整理；2 命令写错了；3 文件读不了或写不了。

                """,
                """
                usage: ptrules fmt FILE… [options]

                Brings rules files into their canonical layout: indentation, columns, signs. Only blanks and signs change;
                words and comments stay.

                  --check            change nothing, list the files that would change
                  --keywords zh|en   write the keywords in Chinese or English
                  --flatten          show a file that builds on others as one whole file and change nothing (without
                                     the examples of its bases)
                  --lang zh|en       speak Chinese or English
                  -h, --help         show this page

                Exit status: 0 in order, or brought into order; 1 the rules cannot be read, or --check found something;
                2 the command line is wrong; 3 a file cannot be read or written.

                """)
        case .test:
            Bilingual(
                """
                用法：ptrules test 规则文件… [选项]

                计算规则文件里的每个算例，与“期望”逐一核对；不符时说明数是怎样来的。

                  --coverage         另外列出没有算例用到的规则、条件（成立与不成立）和对照表的格
                  --lang zh|en       用中文或英文
                  -h, --help         显示本说明

                退出状态：0 全部相符；1 有不符的或规则有错；2 命令写错了；3 文件读不了。

                """,
                """
                usage: ptrules test FILE… [options]

                Runs every example in the rules files and compares it with what it expects; a difference is explained.

                  --coverage         also list the rules, conditions (both ways) and lookup cells that no example reaches
                  --lang zh|en       speak Chinese or English
                  -h, --help         show this page

                Exit status: 0 all as expected; 1 a difference, or the rules are wrong; 2 the command line is wrong;
                3 a file cannot be read.

                """)
        }
    }

    /// The page of the whole program.
    static let overview = Bilingual(
        """
        ptrules：把考核计划写成规则文件，检查它，并按它计算。

        用法：ptrules 命令 …

          check 规则文件…               检查规则文件
          eval 规则文件 --data 路径      按规则计算数据
          test 规则文件…                计算规则文件里的算例
          fmt 规则文件…                 把规则文件排整齐

        每个命令的说明：ptrules 命令 --help
        语言：--lang zh|en；不写时按系统语言。版本：--version

        """,
        """
        ptrules: write an assessment plan as a rules file, check it, and evaluate it.

        usage: ptrules COMMAND …

          check FILE…                  check rules files
          eval FILE --data PATH        evaluate data by the rules
          test FILE…                   run the examples in the files
          fmt FILE…                    bring rules files into their canonical layout

        About each command: ptrules COMMAND --help
        Language: --lang zh|en, else the system's. Version: --version

        """)
}
