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

                  --plan 文件        同时与计划的原文（.txt）对照：漏写的条款、写错的条款号、不一致的数
                  --data 路径        同时检查数据是否合乎规则里的表（文件夹、工作簿或 CSV 文件，可写多个），不计算
                  --strict           有“提请注意”时也算不通过
                  --fix              把只有一种改法的错误改好，写回文件，并列出改了哪些行；沿用的文件不改
                  --format 形式      输出的形式：text json sarif，默认 text；后两种给别的程序读
                  --lang zh|en       用中文或英文
                  -h, --help         显示本说明

                退出状态：0 没有错误；1 规则或数据有错；2 命令写错了；3 文件读不了或写不了。

                """,
                """
                usage: ptrules check FILE… [options]

                Checks rules files: mistakes, and what the plan itself leaves open or contradicts.

                  --plan FILE        also compare with the plan's own text (.txt): clauses left out, wrong numbers of
                                     clauses, figures that differ
                  --data PATH        also check the data against the tables (a folder, workbooks or CSV files;
                                     repeatable); nothing is evaluated
                  --strict           findings fail too
                  --fix              mend what can be mended in one way only, write the file, and show the changed
                                     lines; files that it builds on stay as they are
                  --format FORM      form of the output: text, json or sarif; text unless told
                  --lang zh|en       speak Chinese or English
                  -h, --help         show this page

                Exit status: 0 no error; 1 the rules or the data are wrong; 2 the command line is wrong;
                3 a file cannot be read or written.

                """)
        case .template:
            Bilingual(
                """
                用法：ptrules template 规则文件 --output 工作簿.xlsx [选项]

                按规则里的表做一个空的工作簿，供填数据：每张表一张工作表，列名上有批注，选项可以下拉选择，
                填的数超出范围会提示；第一张是填写说明。填好以后直接作 --data 用。

                  --output 工作簿    写成这个文件，以 .xlsx 结尾；已经有的不覆盖
                  --lang zh|en       说明和批注用中文或英文
                  -h, --help         显示本说明

                退出状态：0 完成；1 规则有错，或者工作簿里不能有那样的表名；2 命令写错了，或文件已经有了；3 文件读不了或写不了。

                """,
                """
                usage: ptrules template FILE --output OUT.xlsx [options]

                Makes an empty workbook for the data: a sheet for each table, a note on each header, lists to choose
                from, ranges that are watched; the first sheet explains what to fill in. Filled in, it is given to --data
                as it is.

                  --output OUT.xlsx  the workbook; one that is there already is left as it is
                  --lang zh|en       notes in Chinese or English
                  -h, --help         show this page

                Exit status: 0 done; 1 the rules are wrong, or a workbook cannot have sheets of such names; 2 the command
                line is wrong, or the file is there already; 3 a file cannot be read or written.

                """)
        case .sample:
            Bilingual(
                """
                用法：ptrules sample 规则文件 --output 路径 [选项]

                造一套合乎各表规定的随机数据，供试算、练习。人名都是虚构的。

                  --output 路径      文件夹：每张表一个 CSV 文件；以 .xlsx 结尾：一个工作簿。已经有的不覆盖
                  --rows N           每个考核对象的表有几行，默认 30；其他表按它折算
                  --seed N           同样的数得出同样的数据，默认 1
                  --lang zh|en       用中文或英文
                  -h, --help         显示本说明

                退出状态：0 完成；1 规则有错，或者工作簿里不能有那样的表名；2 命令写错了，或文件已经有了；3 文件读不了或写不了。

                """,
                """
                usage: ptrules sample FILE --output PATH [options]

                Makes random data that obey the tables, for trying a plan out. Nobody in them exists.

                  --output PATH      a folder: a CSV file for each table; ending in .xlsx: one workbook. Where a
                                     file is there already, nothing is written
                  --rows N           rows of each assessed table, 30 unless told; the other tables go by it
                  --seed N           the same number gives the same data, 1 unless told
                  --lang zh|en       speak Chinese or English
                  -h, --help         show this page

                Exit status: 0 done; 1 the rules are wrong, or a workbook cannot have sheets of such names; 2 the command
                line is wrong, or the file is there already; 3 a file cannot be read or written.

                """)
        case .eval:
            Bilingual(
                """
                用法：ptrules eval 规则文件 --data 路径 [选项]

                按规则计算数据，输出每个人的得分、名次和等次。

                  --data 路径        放着各表的工作簿、文件夹或 CSV 文件（可写多个）
                  --output 文件      写成文件，按结尾决定格式（可写多个）：.xlsx 成绩册（Excel、WPS 打开），
                                     .html 网页（查找、打印个人说明），.csv .json .md .txt
                  --format 格式      屏幕上输出的格式：table csv json md，默认 table
                  --explain 编号     只说明这一个人的每个数是怎样来的（可写多个）
                  --table 表         有几个考核对象时，只输出这一个
                  --threads N        最多用几个处理器，默认全用；结果与用几个无关
                  --lang zh|en       用中文或英文
                  -h, --help         显示本说明

                规则或数据有错时一次全部列出，不改动任何输出文件。
                退出状态：0 完成；1 规则或数据有错；2 命令写错了；3 文件读不了或写不了。

                """,
                """
                usage: ptrules eval FILE --data PATH [options]

                Evaluates the data by the rules: everybody's scores, place and grade.

                  --data PATH        the workbook, folder or CSV files that hold the tables (repeatable)
                  --output OUT       write a file; its ending decides (repeatable): .xlsx a workbook, .html a page with
                                     charts, search and slips to print, .csv .json .md .txt
                  --format FORMAT    for standard output: table, csv, json, md; table unless told
                  --explain KEY      say for one person how every figure came about (repeatable)
                  --table TABLE      with several assessed tables, show only this one
                  --threads N        use at most so many processors, all unless told; the result is the same
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

                把规则文件排整齐：缩进、对齐、标点。只动空格和标点，不动内容和注释。几个文件里有一个整理不了，就都不改。

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
                words and comments stay. Where one of several files cannot be brought into order, none is changed.

                  --check            change nothing, list the files that would change
                  --keywords zh|en   write the keywords in Chinese or English
                  --flatten          show a file that builds on others as one whole file and change nothing (without
                                     the examples of its bases)
                  --lang zh|en       speak Chinese or English
                  -h, --help         show this page

                Exit status: 0 in order, or brought into order; 1 the rules cannot be read, or --check found something;
                2 the command line is wrong; 3 a file cannot be read or written.

                """)
        case .explain:
            Bilingual(
                """
                用法：ptrules explain [编号…] [选项]

                说明消息的编号（如 F304）：为什么要紧，写错的例子和它引出的消息，改正的例子。
                不写编号时，列出全部编号，一行一个。

                  --lang zh|en       用中文或英文
                  -h, --help         显示本说明

                退出状态：0 完成；2 命令写错了，或没有这个编号。

                """,
                """
                usage: ptrules explain [CODE…] [options]

                Explains the code of a message, such as F304: why it matters, an example that is wrong with the message that
                it gives, and the same put right. Without a code it lists all of them, a line each.

                  --lang zh|en       speak Chinese or English
                  -h, --help         show this page

                Exit status: 0 done; 2 the command line is wrong, or there is no such code.

                """)
        case .test:
            Bilingual(
                """
                用法：ptrules test 规则文件… [选项]

                计算规则文件里的每个算例，与“期望”逐一核对；不符时说明数是怎样来的。

                  --coverage         另外列出没有算例用到的规则、条件（成立与不成立）、对照表的格和默认
                  --lang zh|en       用中文或英文
                  -h, --help         显示本说明

                退出状态：0 全部相符；1 有不符的或规则有错；2 命令写错了；3 文件读不了。

                """,
                """
                usage: ptrules test FILE… [options]

                Runs every example in the rules files and compares it with what it expects; a difference is explained.

                  --coverage         also list the rules, conditions (both ways), lookup cells and defaults that no example reaches
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
          template 规则文件 --output 工作簿.xlsx
                                       做一个空的工作簿，供填数据
          sample 规则文件 --output 路径  造一套随机数据，供试算
          eval 规则文件 --data 路径      按规则计算数据
          test 规则文件…                计算规则文件里的算例
          fmt 规则文件…                 把规则文件排整齐
          explain [编号…]              说明消息的编号

        每个命令的说明：ptrules 命令 --help
        语言：--lang zh|en；不写时按系统语言。版本：--version

        """,
        """
        ptrules: write an assessment plan as a rules file, check it, and evaluate it.

        usage: ptrules COMMAND …

          check FILE…                  check rules files
          template FILE --output OUT.xlsx
                                       make an empty workbook for the data
          sample FILE --output PATH    make random data, for trying a plan out
          eval FILE --data PATH        evaluate data by the rules
          test FILE…                   run the examples in the files
          fmt FILE…                    bring rules files into their canonical layout
          explain [CODE…]              explain the codes of messages

        About each command: ptrules COMMAND --help
        Language: --lang zh|en, else the system's. Version: --version

        """)
}
