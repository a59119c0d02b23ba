// swift-format-ignore-file
// Made from Tests/Corpus/Errors, PlanText and BadData by `PTRULES_REWRITE=1 swift test --filter PageTests`.

extension PageExample {
    /// The example of a code, where it has one.
    package static func of(_ code: String) -> PageExample? {
        switch code {
        case "E101":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分 当
        得分 = 分 *
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分 当 分 > 3
        得分 = 分 * 0.5
"""#,
zh: #"""
E101.rules:10:17: 错误[E101] 这一行没有写完：缺少数、名称或括号
  所在：考核 教师 › 业绩
  10 |         得分 = 分 当
     |                     ^
  怎么办：补上或改正；词与词之间要有空格
E101.rules:11:17: 错误[E101] 这一行没有写完：缺少数、名称或括号
  所在：考核 教师 › 业绩
  11 |         得分 = 分 *
     |                    ^
  怎么办：补上或改正；词与词之间要有空格
"""#,
en: #"""
E101.rules:10:17: error[E101] the line ends too early: a number, a name or a bracket is missing
  in: 考核 教师 › 业绩
  10 |         得分 = 分 当
     |                     ^
  what to do: add or correct it; words are parted by blanks
E101.rules:11:17: error[E101] the line ends too early: a number, a name or a bracket is missing
  in: 考核 教师 › 业绩
  11 |         得分 = 分 *
     |                    ^
  what to do: add or correct it; words are parted by blanks
"""#)
        case "E102":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 最高(分, 3
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 最高(分, 3)
"""#,
zh: #"""
E102.rules:10:16: 错误[E102] 这个“(”没有配对的另一半
  所在：考核 教师 › 业绩
  10 |         得分 = 最高(分, 3
     |                    ^
  怎么办：补上配对的括号
"""#,
en: #"""
E102.rules:10:16: error[E102] this “(” is never closed
  in: 考核 教师 › 业绩
  10 |         得分 = 最高(分, 3
     |                    ^
  what to do: add the closing bracket
"""#)
        case "E103":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分 分
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
zh: #"""
E103.rules:10:16: 错误[E103] 这一行到这里已经完整，后面多出“分”
  所在：考核 教师 › 业绩
  10 |         得分 = 分 分
     |                   ^^
  怎么办：漏了“+”“*”“,”等符号的补上，多余的删去，数后面的单位也不写；若是另一条规则，请另起一行
"""#,
en: #"""
E103.rules:10:16: error[E103] the line is complete here; “分” is too much
  in: 考核 教师 › 业绩
  10 |         得分 = 分 分
     |                   ^^
  what to do: add the sign that is missing, such as “+”, “*”……
"""#)
        case "E104":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        起评 3
        增 分
关于 总分
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        起评 3
        加 分
# 关于总分
"""#,
zh: #"""
E104.rules:11:9: 错误[E104] 不认识以“增”开头的行
  所在：考核 教师 › 业绩
  11 |         增 分
     |         ^^
  怎么办：若是定义一个量，请写成“名称 = 算式”；若是上一行的继续，请多缩进几格
E104.rules:12:1: 错误[E104] 不认识以“关于”开头的行
  12 | 关于 总分
     | ^^^^
  怎么办：若是定义一个量，请写成“名称 = 算式”；若是上一行的继续，请多缩进几格
"""#,
en: #"""
E104.rules:11:9: error[E104] no line begins with “增”
  in: 考核 教师 › 业绩
  11 |         增 分
     |         ^^
  what to do: a value is written “name = formula”; a continued line is indented deeper
E104.rules:12:1: error[E104] no line begins with “关于”
  12 | 关于 总分
     | ^^^^
  what to do: a value is written “name = formula”; a continued line is indented deeper
"""#)
        case "E105":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        加 分
加 3
    满分 5
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        加 分
        加 3
"""#,
zh: #"""
E105.rules:11:1: 错误[E105] “加”不能写在这里，它应当写在“考核”或“项目”下面，缩进一层
  11 | 加 3
     | ^^
  怎么办：移到该处，并检查缩进
"""#,
en: #"""
E105.rules:11:1: error[E105] “add” cannot stand here; it belongs indented below “assess” or “section”
  11 | 加 3
     | ^^
  what to do: move it there, and look at the indentation
"""#)
        case "E106":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分10 保底 0
        起评 10
        扣3
        加 3 当分 > 3
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10 保底 0
        起评 10
        扣 3
        加 3 当 分 > 3
"""#,
zh: #"""
E106.rules:9:11: 错误[E106] “满分”与“10”之间缺少空格
  所在：考核 教师 › 业绩
  9 |     项目 业绩 满分10 保底 0
    |               ^^^^^^
  怎么办：写成“满分 10”
E106.rules:11:9: 错误[E106] “扣”与“3”之间缺少空格
  所在：考核 教师 › 业绩
  11 |         扣3
     |         ^^^
  怎么办：写成“扣 3”
E106.rules:12:13: 错误[E106] “当”与“分”之间缺少空格
  所在：考核 教师 › 业绩
  12 |         加 3 当分 > 3
     |              ^^^^
  怎么办：写成“当 分”
"""#,
en: #"""
E106.rules:9:11: error[E106] a blank is missing between “max” and “10”
  in: 考核 教师 › 业绩
  9 |     项目 业绩 满分10 保底 0
    |               ^^^^^^
  what to do: write “max 10”
E106.rules:11:9: error[E106] a blank is missing between “deduct” and “3”
  in: 考核 教师 › 业绩
  11 |         扣3
     |         ^^^
  what to do: write “deduct 3”
E106.rules:12:13: error[E106] a blank is missing between “when” and “分”
  in: 考核 教师 › 业绩
  12 |         加 3 当分 > 3
     |              ^^^^
  what to do: write “when 分”
"""#)
        case "E107":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组

考核 教师
    项目 业绩 满分 3
        得分 = 按 组 ("甲组: 3, 其余: 1)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组

考核 教师
    项目 业绩 满分 3
        得分 = 按 组 ("甲组": 3, 其余: 1)
"""#,
zh: #"""
E107.rules:10:19: 错误[E107] 引号没有配对
  所在：考核 教师 › 业绩
  10 |         得分 = 按 组 ("甲组: 3, 其余: 1)
     |                       ^^^^^^^^^^^^^^^^^^
  怎么办：在文字末尾补上引号
"""#,
en: #"""
E107.rules:10:19: error[E107] the quotation mark is never closed
  in: 考核 教师 › 业绩
  10 |         得分 = 按 组 ("甲组: 3, 其余: 1)
     |                       ^^^^^^^^^^^^^^^^^^
  what to do: add the closing quotation mark
"""#)
        case "E108":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 5
        得分 = 分 $ 2
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 5
        得分 = 分 / 2
"""#,
zh: #"""
E108.rules:10:16: 错误[E108] 规则中没有“$”这个符号
  所在：考核 教师 › 业绩
  10 |         得分 = 分 $ 2
     |                   ^
  怎么办：删去它，或给整段文字加上引号
"""#,
en: #"""
E108.rules:10:16: error[E108] the rules have no sign “$”
  in: 考核 教师 › 业绩
  10 |         得分 = 分 $ 2
     |                   ^
  what to do: remove it, or put the text in quotation marks
"""#)
        case "E109":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 2
        得分 = 按 分 (0～5: 1, 其余: 2)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 2
        得分 = 按 分 (0..5: 1, 其余: 2)
"""#,
zh: #"""
E109.rules:10:20: 错误[E109] 范围不用“～”表示
  所在：考核 教师 › 业绩
  10 |         得分 = 按 分 (0～5: 1, 其余: 2)
     |                        ^^
  怎么办：范围写成“80..90”；起止日期写成“起 至 止”
"""#,
en: #"""
E109.rules:10:20: error[E109] ranges are not written with “～”
  in: 考核 教师 › 业绩
  10 |         得分 = 按 分 (0～5: 1, 其余: 2)
     |                        ^^
  what to do: write “80..90” for a range, “start to end” for dates
"""#)
        case "E110":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 2
        得分 = 按 (分 == 3: 1, 其余: 2)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 2
        得分 = 按 (分 = 3: 1, 其余: 2)
"""#,
zh: #"""
E110.rules:10:19: 错误[E110] 相等只写一个等号
  所在：考核 教师 › 业绩
  10 |         得分 = 按 (分 == 3: 1, 其余: 2)
     |                       ^^
  怎么办：改成“=”
"""#,
en: #"""
E110.rules:10:19: error[E110] equality is written with one sign
  in: 考核 教师 › 业绩
  10 |         得分 = 按 (分 == 3: 1, 其余: 2)
     |                       ^^
  what to do: write “=”
"""#)
        case "E111":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入
    假日 2026-02-30

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入
    假日 2026-02-28

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
zh: #"""
E111.rules:3:8: 错误[E111] 没有“2026-02-30”这一天
  3 |     假日 2026-02-30
    |          ^^^^^^^^^^
  怎么办：核对年、月、日；日期写成 2026-09-01 这样
"""#,
en: #"""
E111.rules:3:8: error[E111] there is no day “2026-02-30”
  3 |     假日 2026-02-30
    |          ^^^^^^^^^^
  what to do: check the year, month and day; dates are written like 2026-09-01
"""#)
        case "E112":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分 + 1O
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分 + 10
"""#,
zh: #"""
E112.rules:10:18: 错误[E112] “1O”里有字母，不是数字
  所在：考核 教师 › 业绩
  10 |         得分 = 分 + 1O
     |                     ^^
  怎么办：字母 O 不是 0，字母 l 不是 1：改成“10”
"""#,
en: #"""
E112.rules:10:18: error[E112] “1O” holds a letter and is no number
  in: 考核 教师 › 业绩
  10 |         得分 = 分 + 1O
     |                     ^^
  what to do: the letter O is no 0, the letter l no 1: write “10”
"""#)
        case "E113":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
        不计分 当 分 > 1 且 分 < 3 或 分 = 9
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
        不计分 当 (分 > 1 且 分 < 3) 或 分 = 9
"""#,
zh: #"""
E113.rules:11:29: 错误[E113] “且”与“或”写在同一个条件里，先后不明
  所在：考核 教师 › 业绩
  11 |         不计分 当 分 > 1 且 分 < 3 或 分 = 9
     |                                    ^^
  怎么办：加括号：“(甲 且 乙) 或 丙”或者“甲 且 (乙 或 丙)”
"""#,
en: #"""
E113.rules:11:29: error[E113] “and” and “or” in one condition: the order is unclear
  in: 考核 教师 › 业绩
  11 |         不计分 当 分 > 1 且 分 < 3 或 分 = 9
     |                                    ^^
  what to do: add brackets: “(a and b) or c” or “a and (b or c)”
"""#)
        case "E114":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
        不计分 当 1 < 分 < 3
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
        不计分 当 1 < 分 且 分 < 3
"""#,
zh: #"""
E114.rules:11:21: 错误[E114] 一个条件里只能比较一次
  所在：考核 教师 › 业绩
  11 |         不计分 当 1 < 分 < 3
     |                          ^
  怎么办：写成“甲 < 乙 且 乙 < 丙”，或“乙 在 甲..丙”
"""#,
en: #"""
E114.rules:11:21: error[E114] a condition compares only once
  in: 考核 教师 › 业绩
  11 |         不计分 当 1 < 分 < 3
     |                          ^
  what to do: write “a < b and b < c”, or “b in a..c”
"""#)
        case "E115":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10  可空

考核 教师
    项目 业绩 满分 10
        得分 = 分 若缺 0 + 1
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10  可空

考核 教师
    项目 业绩 满分 10
        得分 = (分 若缺 0) + 1
"""#,
zh: #"""
E115.rules:10:21: 错误[E115] “若缺”之后又接着计算，先后不明
  所在：考核 教师 › 业绩
  10 |         得分 = 分 若缺 0 + 1
     |                          ^
  怎么办：加括号：“(分 若缺 0) + …”或者“分 若缺 (0 + …)”
"""#,
en: #"""
E115.rules:10:21: error[E115] the calculation goes on after “若缺”: the order is unclear
  in: 考核 教师 › 业绩
  10 |         得分 = 分 若缺 0 + 1
     |                          ^
  what to do: add brackets: “(分 若缺 0) + …” or “分 若缺 (0 + …)”
"""#)
        case "E116":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
        不计分 当 分 超过 3
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
        不计分 当 分 > 3
"""#,
zh: #"""
E116.rules:11:17: 错误[E116] 比较要用符号，不写“超过”
  所在：考核 教师 › 业绩
  11 |         不计分 当 分 超过 3
     |                      ^^^^
  怎么办：改成“>”
"""#,
en: #"""
E116.rules:11:17: error[E116] comparisons use signs, not “超过”
  in: 考核 教师 › 业绩
  11 |         不计分 当 分 超过 3
     |                      ^^^^
  what to do: write “>”
"""#)
        case "E117":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        其余 = 3
        得分 = 分
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        余下 = 3
        得分 = 分 + 余下
"""#,
zh: #"""
E117.rules:10:9: 错误[E117] “其余”有固定含义，不能作名称
  所在：考核 教师 › 业绩
  10 |         其余 = 3
     |         ^^^^
  怎么办：换一个名称；若是选项，请加引号
"""#,
en: #"""
E117.rules:10:9: error[E117] “其余” has a fixed meaning and cannot be a name
  in: 考核 教师 › 业绩
  10 |         其余 = 3
     |         ^^^^
  what to do: choose another name; if it is a choice, put it in quotation marks
"""#)
        case "E118":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 最髙(分, 3)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 最高(分, 3)
"""#,
zh: #"""
E118.rules:10:14: 错误[E118] 没有叫“最髙”的算法
  所在：考核 教师 › 业绩
  10 |         得分 = 最髙(分, 3)
     |                ^^^^
  怎么办：是不是“最高”？
"""#,
en: #"""
E118.rules:10:14: error[E118] there is no calculation “最髙”
  in: 考核 教师 › 业绩
  10 |         得分 = 最髙(分, 3)
     |                ^^^^
  what to do: did you mean “max”?
"""#)
        case "E119":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
          说明 多缩进了
      说明 少缩进了
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
        说明 多缩进了
        说明 少缩进了
"""#,
zh: #"""
E119.rules:12:7: 错误[E119] 这一行缩进 6 格，同级的行缩进 8 格
  所在：考核 教师 › 业绩
  12 |       说明 少缩进了
     |       ^^^^
  怎么办：在这一行前面补或删空格，与同级的行对齐
"""#,
en: #"""
E119.rules:12:7: error[E119] this line is indented 6, its siblings 8
  in: 考核 教师 › 业绩
  12 |       说明 少缩进了
     |       ^^^^
  what to do: align it with its siblings
"""#)
        case "E120":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        逐条 获奖 加 分值
            加 1
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        逐条 获奖 加 分值
        加 1
"""#,
zh: #"""
E120.rules:15:13: 错误[E120] “逐条”这一行下面不能再有缩进的内容
  所在：考核 教师 › 业绩
  15 |             加 1
     |             ^^
  怎么办：减少缩进，与上一行对齐
"""#,
en: #"""
E120.rules:15:13: error[E120] nothing can be indented below this “逐条” line
  in: 考核 教师 › 业绩
  15 |             加 1
     |             ^^
  what to do: indent it less
"""#)
        case "E121":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        逐条 获奖

算例 空
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        逐条 获奖 加 分值

算例 空
    教师   工号
           T1
    获奖   工号  分值
           T1    3
    期望   工号  业绩
           T1    3
"""#,
zh: #"""
E121.rules:14:9: 错误[E121] “逐条”下面没有内容
  所在：考核 教师 › 业绩
  14 |         逐条 获奖
     |         ^^^^^^^^^
  怎么办：在下面缩进写出内容，或删去这一行
E121.rules:16:4: 错误[E121] “算例”下面没有内容
  所在：算例 空
  16 | 算例 空
     |      ^^
  怎么办：在下面缩进写出内容，或删去这一行
"""#,
en: #"""
E121.rules:14:9: error[E121] nothing stands below “each”
  in: 考核 教师 › 业绩
  14 |         逐条 获奖
     |         ^^^^^^^^^
  what to do: write its lines below, indented, or remove this line
E121.rules:16:4: error[E121] nothing stands below “example”
  in: 算例 空
  16 | 算例 空
     |      ^^
  what to do: write its lines below, indented, or remove this line
"""#)
        case "E122":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10 满分 20
        得分 = 分
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
zh: #"""
E122.rules:9:17: 错误[E122] 满分写了两次
  所在：考核 教师 › 业绩
  9 |     项目 业绩 满分 10 满分 20
    |                       ^^^^
  怎么办：只留一处
"""#,
en: #"""
E122.rules:9:17: error[E122] max is given twice
  in: 考核 教师 › 业绩
  9 |     项目 业绩 满分 10 满分 20
    |                       ^^^^
  what to do: keep one
"""#)
        case "E123":
            return PageExample(
wrong: #"""
计划 示例
    小数 2.5 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
zh: #"""
E123.rules:2:8: 错误[E123] 这里应当是 0 到 30 的整数
  2 |     小数 2.5 位 四舍五入
    |          ^^^
  怎么办：改成整数，如“小数 2 位 四舍五入”；“取”“去”后面至少是 1
"""#,
en: #"""
E123.rules:2:8: error[E123] a whole number from 0 to 30 is expected here
  2 |     小数 2.5 位 四舍五入
    |          ^^^
  what to do: write a whole number, as in “decimals 2 halfup”; after “take” or “drop” at least 1
"""#)
        case "E124":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分

算例 少一格
    教师   工号  分
           T1    3
           T2
    期望   工号  业绩
           T1    3
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分

算例 少一格
    教师   工号  分
           T1    3
           T2    5
    期望   工号  业绩
           T1    3
"""#,
zh: #"""
E124.rules:15:12: 错误[E124] 这一行应有 2 格，实有 1 格
  所在：算例 少一格
  15 |            T2
     |            ^^
  怎么办：各格之间用两个以上空格分开；没有内容的格写“-”
"""#,
en: #"""
E124.rules:15:12: error[E124] this row should have 2 cells and has 1
  in: 算例 少一格
  15 |            T2
     |            ^^
  what to do: part cells by two or more blanks; write “-” for an empty one
"""#)
        case "E125":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = (((((((((((((((((((((((((((((((((((((((((((((((……
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = (分)
"""#,
zh: #"""
E125.rules:10:79: 错误[E125] 一层套一层，超过 64 层
  所在：考核 教师 › 业绩
  10 |         得分 = ((((((((((((((((((((((((((((((((((((((((……
     |                                                                                 ^
  怎么办：把其中一部分另写一行，如“小计 = …”
"""#,
en: #"""
E125.rules:10:79: error[E125] nested deeper than 64 levels
  in: 考核 教师 › 业绩
  10 |         得分 = ((((((((((((((((((((((((((((((((((((((((……
     |                                                                                 ^
  what to do: write a part of it as a line of its own, such as “subtotal = …”
"""#)
        case "E127":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
        说明 长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长……
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
        说明 长
"""#,
zh: #"""
E127.rules:11:1: 错误[E127] 这一行太长，超过 65536 字节（两万多个汉字）
  所在：考核 教师 › 业绩
  11 |         说明 长长长长长长长长长长长长长长长长长长长长长长长长长长…
     | ^
  怎么办：检查是否选错了文件、粘错了内容
"""#,
en: #"""
E127.rules:11:1: error[E127] the line is too long: more than 65536 bytes, some twenty thousand characters
  in: 考核 教师 › 业绩
  11 |         说明 长长长长长长长长长长长长长长长长长长长长长长长长长长…
     | ^
  what to do: check that it is the right file, with nothing pasted by accident
"""#)
        case "E128":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    ��Ŀ 业绩 满分 10
        得分 = 分
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
zh: #"""
E128.rules:9:1: 错误[E128] 文件不是 UTF-8 编码，从这一行起读不出来
  所在：考核 教师
  9 |     ��Ŀ 业绩 满分 10
    | ^
  怎么办：用记事本打开，另存为时“编码”选 UTF-8
"""#,
en: #"""
E128.rules:9:1: error[E128] the file is not UTF-8: from this line on it cannot be read
  in: 考核 教师
  9 |     ��Ŀ 业绩 满分 10
    | ^
  what to do: open it in a text editor and save it with the encoding UTF-8
"""#)
        case "E129":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

计划 又一个

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
zh: #"""
E129.rules:4:4: 错误[E129] 一个文件只能有一个“计划”
  4 | 计划 又一个
    |      ^^^^^^
  怎么办：合并成一个
"""#,
en: #"""
E129.rules:4:4: error[E129] a file has only one “plan”
  4 | 计划 又一个
    |      ^^^^^^
  what to do: join them
"""#)
        case "E130":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
zh: #"""
E130.rules:1:1: 错误[E130] 文件里没有“考核”，没有什么可算
  1 | 计划 示例
    | ^
  怎么办：写“考核 表名”，下面缩进写各个项目
"""#,
en: #"""
E130.rules:1:1: error[E130] the file has no “assess”: there is nothing to evaluate
  1 | 计划 示例
    | ^
  what to do: write “assess table” with its sections indented below
"""#)
        case "E131":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 +……
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        小计 = 分 + 分 + 分
        得分 = 小计 / 3
"""#,
zh: #"""
E131.rules:10:4018: 错误[E131] 一条规则里的运算超过 1000 个
  所在：考核 教师 › 业绩
  10 | … 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 …
     |                                                                    ^^
  怎么办：把其中一部分另写一行，如“小计 = …”
"""#,
en: #"""
E131.rules:10:4018: error[E131] a rule has more than 1000 operations
  in: 考核 教师 › 业绩
  10 | … 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 + 分 …
     |                                                                    ^^
  what to do: write a part of it as a line of its own, such as “subtotal = …”
"""#)
        case "E132":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次
        优秀
        份额取整 四舍五入
        并列 全部入选
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  30%
        合格  其余
        份额取整 四舍五入
        并列 全部入选
"""#,
zh: #"""
E132.rules:12:9: 错误[E132] 等次表的第一行应是列名：等次、份额，后面是各等次设定的值
  所在：考核 教师 › 等级
  12 |         等次
     |         ^^^^
  怎么办：如“等次  份额  师德”
"""#,
en: #"""
E132.rules:12:9: error[E132] the first row names the columns: grade, share, and the values that grades set
  in: 考核 教师 › 等级
  12 |         等次
     |         ^^^^
  what to do: such as “grade  share  points”
"""#)
        case "E133":
            return PageExample(
wrong: #"""
# 算例里的“计划”下面只有一行
计划 教师考核
    小数 2 位 四舍五入
    截止日 = 2026-12-31

表 教师 主键 工号
    工号  文本
    入职  日期

考核 教师
    项目 工龄 满分 100
        得分 = 周年(入职, 截止日) 封顶 100 保底 0

算例 截止日
    计划   截止日
           2026-12-31
           2027-12-31
    教师   工号  入职
           甲    2020-03-15
    期望   工号  工龄
           甲    6
"""#,
right: #"""
# 算例里的“计划”下面只有一行
计划 教师考核
    小数 2 位 四舍五入
    截止日 = 2026-12-31

表 教师 主键 工号
    工号  文本
    入职  日期

考核 教师
    项目 工龄 满分 100
        得分 = 周年(入职, 截止日) 封顶 100 保底 0

算例 截止日
    计划   截止日
           2026-12-31
    教师   工号  入职
           甲    2020-03-15
    期望   工号  工龄
           甲    6
"""#,
zh: #"""
E133.rules:15:5: 错误[E133] 算例里的“计划”下面应当正好有一行
  所在：算例 截止日
  15 |     计划   截止日
     |     ^^^^
  怎么办：第一行写“计划”下面所定的数的名称，下一行写它们在本算例里的值
"""#,
en: #"""
E133.rules:15:5: error[E133] below “plan” in an example stands exactly one row
  in: 算例 截止日
  15 |     计划   截止日
     |     ^^^^
  what to do: the first line names figures that are set below “plan”, the next gives their values in this example
"""#)
        case "E140":
            return PageExample(
wrong: #"""
沿用 "基础/去年.rules"

考核 教师
    项目 业迹 满分 8
"""#,
right: #"""
沿用 "基础/去年.rules"

考核 教师
    项目 业绩 满分 8
"""#,
besides: #"""
基础/去年.rules

计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    项目 德 满分 5
        起评 5
        扣 分 / 10
"""#,
zh: #"""
E140.rules:4:8: 错误[E140] 所沿用的文件里没有项目“业迹”，无从修改
  所在：考核 教师 › 业迹
  4 |     项目 业迹 满分 8
    |          ^^^^
  怎么办：是不是“业绩”？
"""#,
en: #"""
E140.rules:4:8: error[E140] the file it builds on has no section “业迹” to change
  in: 考核 教师 › 业迹
  4 |     项目 业迹 满分 8
    |          ^^^^
  what to do: did you mean “业绩”?
"""#)
        case "E141":
            return PageExample(
wrong: #"""
沿用 "基础/去年.rules"

考核 教师
    新增 项目 业绩 满分 1
        加 1
"""#,
right: #"""
沿用 "基础/去年.rules"

考核 教师
    新增 项目 教研 满分 1
        加 1
"""#,
besides: #"""
基础/去年.rules

计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    项目 德 满分 5
        起评 5
        扣 分 / 10
"""#,
zh: #"""
E141.rules:4:11: 错误[E141] 所沿用的文件里已有项目“业绩”，不能新增
  所在：考核 教师 › 业绩
  4 |     新增 项目 业绩 满分 1
    |               ^^^^
  怎么办：不写“新增”就是修改它；要另写一份的，先“删去”原来的
"""#,
en: #"""
E141.rules:4:11: error[E141] the file it builds on has the section “业绩” already
  in: 考核 教师 › 业绩
  4 |     新增 项目 业绩 满分 1
    |               ^^^^
  what to do: without “new” it is changed; to write it anew, “remove” the old one first
"""#)
        case "E142":
            return PageExample(
wrong: #"""
沿用 "基础/去年.rules"

考核 教师
    删去 项目 得
"""#,
right: #"""
沿用 "基础/去年.rules"

考核 教师
    删去 项目 德
"""#,
besides: #"""
基础/去年.rules

计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    项目 德 满分 5
        起评 5
        扣 分 / 10
"""#,
zh: #"""
E142.rules:4:11: 错误[E142] 所沿用的文件里没有“得”，无从删去
  所在：考核 教师
  4 |     删去 项目 得
    |               ^^
  怎么办：是不是“德”？
"""#,
en: #"""
E142.rules:4:11: error[E142] the file it builds on has no “得” to remove
  in: 考核 教师
  4 |     删去 项目 得
    |               ^^
  what to do: did you mean “德”?
"""#)
        case "E143":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    新增 项目 德 满分 1
        加 1
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    项目 德 满分 1
        加 1
"""#,
zh: #"""
E143.rules:11:5: 错误[E143] 只有写了“沿用”的文件才能写“新增”
  所在：考核 教师 › 德
  11 |     新增 项目 德 满分 1
     |     ^^^^
  怎么办：删去这个词，或在文件开头写“沿用 "文件名"”
"""#,
en: #"""
E143.rules:11:5: error[E143] “new” is only for files that build on another with “use”
  in: 考核 教师 › 德
  11 |     新增 项目 德 满分 1
     |     ^^^^
  what to do: remove the word, or begin the file with “use "file"”
"""#)
        case "E144":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分

沿用 "基础/去年.rules"
"""#,
right: #"""
沿用 "基础/去年.rules"

计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
zh: #"""
E144.rules:12:1: 错误[E144] “沿用”要写在文件的最前面
  12 | 沿用 "基础/去年.rules"
     | ^^^^
  怎么办：移到第一行
"""#,
en: #"""
E144.rules:12:1: error[E144] “use” stands before everything else
  12 | 沿用 "基础/去年.rules"
     | ^^^^
  what to do: move it to the first line
"""#)
        case "E145":
            return PageExample(
wrong: #"""
沿用 "../去年.rules"
"""#,
right: #"""
沿用 "基础/去年.rules"
"""#,
zh: #"""
E145.rules:1:4: 错误[E145] 不能沿用“../去年.rules”：只能沿用同一文件夹或其下的文件
  1 | 沿用 "../去年.rules"
    |      ^^^^^^^^^^^^^^^
  怎么办：把那个文件复制到同一文件夹，只写文件名
"""#,
en: #"""
E145.rules:1:4: error[E145] “../去年.rules” is refused: a file builds on files in its own folder or below
  1 | 沿用 "../去年.rules"
    |      ^^^^^^^^^^^^^^^
  what to do: copy the file into the same folder and write only its name
"""#)
        case "E146":
            return PageExample(
wrong: #"""
沿用 "E146.rules"
"""#,
right: #"""
沿用 "基础/去年.rules"
"""#,
zh: #"""
E146.rules:1:4: 错误[E146] “E146.rules”绕了一圈又沿用到自己
  1 | 沿用 "E146.rules"
    |      ^^^^^^^^^^^^
  怎么办：检查各文件开头的“沿用”
"""#,
en: #"""
E146.rules:1:4: error[E146] “E146.rules” builds on itself
  1 | 沿用 "E146.rules"
    |      ^^^^^^^^^^^^
  what to do: look at the “use” lines of the files
"""#)
        case "E147":
            return PageExample(
wrong: #"""
沿用 "基础/层1.rules"
"""#,
right: #"""
沿用 "基础/层6.rules"
"""#,
zh: #"""
基础/层8.rules:1:4: 错误[E147] 一层沿用一层，超过 8 层
  1 | 沿用 "层9.rules"
    |      ^^^^^^^^^^^
  怎么办：检查各文件开头的“沿用”
"""#,
en: #"""
基础/层8.rules:1:4: error[E147] files build on files more than 8 deep
  1 | 沿用 "层9.rules"
    |      ^^^^^^^^^^^
  what to do: look at the “use” lines of the files
"""#)
        case "E148":
            return PageExample(
wrong: #"""
沿用 "没有.rules"
"""#,
right: #"""
沿用 "基础/去年.rules"
"""#,
zh: #"""
E148.rules:1:4: 错误[E148] 找不到所沿用的“没有.rules”
  1 | 沿用 "没有.rules"
    |      ^^^^^^^^^^^^
  怎么办：检查文件名（连同 .rules），并把它放在同一文件夹
"""#,
en: #"""
E148.rules:1:4: error[E148] “没有.rules”, on which the file builds, is not there
  1 | 沿用 "没有.rules"
    |      ^^^^^^^^^^^^
  what to do: check the name, .rules included, and put it into the same folder
"""#)
        case "E149":
            return PageExample(
wrong: #"""
沿用 "基础/有错.rules"

基础/有错.rules

计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 份
"""#,
right: #"""
沿用 "基础/去年.rules"

基础/去年.rules

计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    项目 德 满分 5
        起评 5
        扣 分 / 10
"""#,
zh: #"""
错误[E149] 所沿用的“基础/有错.rules”本身有错
  怎么办：先照下面各条改好那个文件
"""#,
en: #"""
error[E149] “基础/有错.rules”, on which the file builds, has errors of its own
  what to do: mend that file first, as listed below
"""#)
        case "E160":
            return PageExample(
wrong: #"""
計劃 示例
    小数 2 位 四舍五人

表 教师 主健 工号
    工号  文本
    分    数 0..10  可空

考核 教师
    項目 业绩 滿分 10 保低 0
        得分 = 分 / 合计(全体。分 当 有(分)) 苦缺 0
    平定 等级 依 总分
        等次  份额
        优秀  30%
        合格  其余
        份额取整 四舍五人
        井列 全部人选
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10  可空

考核 教师
    项目 业绩 满分 10 保底 0
        得分 = 分 / 合计(全体.分 当 有(分)) 若缺 0
    评定 等级 依 总分
        等次  份额
        优秀  30%
        合格  其余
        份额取整 四舍五入
        并列 全部入选
"""#,
zh: #"""
E160.rules:1:1: 错误[E160] “計劃”应写成“计划”
  1 | 計劃 示例
    | ^^^^
  怎么办：固定用词用简体字，改成“计划”
E160.rules:2:12: 错误[E160] “四舍五人”应写成“四舍五入”
  2 |     小数 2 位 四舍五人
    |               ^^^^^^^^
  怎么办：改成“四舍五入”
E160.rules:4:6: 错误[E160] “主健”应写成“主键”
  所在：表 教师
  4 | 表 教师 主健 工号
    |         ^^^^
  怎么办：改成“主键”
E160.rules:9:5: 错误[E160] “項目”应写成“项目”
  所在：考核 教师
  9 |     項目 业绩 滿分 10 保低 0
    |     ^^^^
  怎么办：固定用词用简体字，改成“项目”
E160.rules:9:11: 错误[E160] “滿分”应写成“满分”
  所在：考核 教师
  9 |     項目 业绩 滿分 10 保低 0
    |               ^^^^
  怎么办：固定用词用简体字，改成“满分”
E160.rules:9:17: 错误[E160] “保低”应写成“保底”
  所在：考核 教师
  9 |     項目 业绩 滿分 10 保低 0
    |                       ^^^^
  怎么办：改成“保底”
E160.rules:10:23: 错误[E160] “。”应写成“.”
  所在：考核 教师
  10 |         得分 = 分 / 合计(全体。分 当 有(分)) 苦缺 0
     |                              ^^
  怎么办：改成“.”
E160.rules:10:34: 错误[E160] “苦缺”应写成“若缺”
  所在：考核 教师
  10 |         得分 = 分 / 合计(全体。分 当 有(分)) 苦缺 0
     |                                              ^^^^
  怎么办：改成“若缺”
E160.rules:11:5: 错误[E160] “平定”应写成“评定”
  所在：考核 教师
  11 |     平定 等级 依 总分
     |     ^^^^
  怎么办：改成“评定”
E160.rules:15:14: 错误[E160] “四舍五人”应写成“四舍五入”
  所在：考核 教师
  15 |         份额取整 四舍五人
     |                  ^^^^^^^^
  怎么办：改成“四舍五入”
E160.rules:16:9: 错误[E160] “井列”应写成“并列”
  所在：考核 教师
  16 |         井列 全部人选
     |         ^^^^
  怎么办：改成“并列”
E160.rules:16:12: 错误[E160] “全部人选”应写成“全部入选”
  所在：考核 教师
  16 |         井列 全部人选
     |              ^^^^^^^^
  怎么办：改成“全部入选”
"""#,
en: #"""
E160.rules:1:1: error[E160] “計劃” is written “plan”
  1 | 計劃 示例
    | ^^^^
  what to do: the fixed words use simplified characters: write “计划”, or in English “plan”
E160.rules:2:12: error[E160] “四舍五人” is written “halfup”
  2 |     小数 2 位 四舍五人
    |               ^^^^^^^^
  what to do: write “halfup”
E160.rules:4:6: error[E160] “主健” is written “key”
  in: 表 教师
  4 | 表 教师 主健 工号
    |         ^^^^
  what to do: write “key”
E160.rules:9:5: error[E160] “項目” is written “section”
  in: 考核 教师
  9 |     項目 业绩 滿分 10 保低 0
    |     ^^^^
  what to do: the fixed words use simplified characters: write “项目”, or in English “section”
E160.rules:9:11: error[E160] “滿分” is written “max”
  in: 考核 教师
  9 |     項目 业绩 滿分 10 保低 0
    |               ^^^^
  what to do: the fixed words use simplified characters: write “满分”, or in English “max”
E160.rules:9:17: error[E160] “保低” is written “floor”
  in: 考核 教师
  9 |     項目 业绩 滿分 10 保低 0
    |                       ^^^^
  what to do: write “floor”
E160.rules:10:23: error[E160] “。” is written “.”
  in: 考核 教师
  10 |         得分 = 分 / 合计(全体。分 当 有(分)) 苦缺 0
     |                              ^^
  what to do: write “.”
E160.rules:10:34: error[E160] “苦缺” is written “missing”
  in: 考核 教师
  10 |         得分 = 分 / 合计(全体。分 当 有(分)) 苦缺 0
     |                                              ^^^^
  what to do: write “missing”
E160.rules:11:5: error[E160] “平定” is written “grade”
  in: 考核 教师
  11 |     平定 等级 依 总分
     |     ^^^^
  what to do: write “grade”
E160.rules:15:14: error[E160] “四舍五人” is written “halfup”
  in: 考核 教师
  15 |         份额取整 四舍五人
     |                  ^^^^^^^^
  what to do: write “halfup”
E160.rules:16:9: error[E160] “井列” is written “ties”
  in: 考核 教师
  16 |         井列 全部人选
     |         ^^^^
  what to do: write “ties”
E160.rules:16:12: error[E160] “全部人选” is written “allin”
  in: 考核 教师
  16 |         井列 全部人选
     |              ^^^^^^^^
  what to do: write “allin”
"""#)
        case "E161":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 11 保底 0
        得分 = 分 乘以 2 加上 1 减去 分 除以 2 减去 5
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 11 保底 0
        得分 = 分 * 2 + 1 - 分 / 2 - 5
"""#,
zh: #"""
E161.rules:10:16: 错误[E161] 计算要用符号，不写“乘以”
  所在：考核 教师 › 业绩
  10 |         得分 = 分 乘以 2 加上 1 减去 分 除以 2 减去 5
     |                   ^^^^
  怎么办：改成“*”
E161.rules:10:21: 错误[E161] 计算要用符号，不写“加上”
  所在：考核 教师 › 业绩
  10 |         得分 = 分 乘以 2 加上 1 减去 分 除以 2 减去 5
     |                          ^^^^
  怎么办：改成“+”
E161.rules:10:26: 错误[E161] 计算要用符号，不写“减去”
  所在：考核 教师 › 业绩
  10 |         得分 = 分 乘以 2 加上 1 减去 分 除以 2 减去 5
     |                                 ^^^^
  怎么办：改成“-”
E161.rules:10:31: 错误[E161] 计算要用符号，不写“除以”
  所在：考核 教师 › 业绩
  10 |         得分 = 分 乘以 2 加上 1 减去 分 除以 2 减去 5
     |                                         ^^^^
  怎么办：改成“/”
E161.rules:10:36: 错误[E161] 计算要用符号，不写“减去”
  所在：考核 教师 › 业绩
  10 |         得分 = 分 乘以 2 加上 1 减去 分 除以 2 减去 5
     |                                                ^^^^
  怎么办：改成“-”
"""#,
en: #"""
E161.rules:10:16: error[E161] calculations use signs, not “乘以”
  in: 考核 教师 › 业绩
  10 |         得分 = 分 乘以 2 加上 1 减去 分 除以 2 减去 5
     |                   ^^^^
  what to do: write “*”
E161.rules:10:21: error[E161] calculations use signs, not “加上”
  in: 考核 教师 › 业绩
  10 |         得分 = 分 乘以 2 加上 1 减去 分 除以 2 减去 5
     |                          ^^^^
  what to do: write “+”
E161.rules:10:26: error[E161] calculations use signs, not “减去”
  in: 考核 教师 › 业绩
  10 |         得分 = 分 乘以 2 加上 1 减去 分 除以 2 减去 5
     |                                 ^^^^
  what to do: write “-”
E161.rules:10:31: error[E161] calculations use signs, not “除以”
  in: 考核 教师 › 业绩
  10 |         得分 = 分 乘以 2 加上 1 减去 分 除以 2 减去 5
     |                                         ^^^^
  what to do: write “/”
E161.rules:10:36: error[E161] calculations use signs, not “减去”
  in: 考核 教师 › 业绩
  10 |         得分 = 分 乘以 2 加上 1 减去 分 除以 2 减去 5
     |                                                ^^^^
  what to do: write “-”
"""#)
        case "E162":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 1
        得分 = 10 除 分
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 1
        得分 = 分 / 10
"""#,
zh: #"""
E162.rules:10:17: 错误[E162] “除”谁除谁，读起来有两种意思
  所在：考核 教师 › 业绩
  10 |         得分 = 10 除 分
     |                   ^^
  怎么办：“甲除以乙”写成“甲 / 乙”；“甲除乙”是“乙 / 甲”
"""#,
en: #"""
E162.rules:10:17: error[E162] “除” can be read both ways: which is divided by which?
  in: 考核 教师 › 业绩
  10 |         得分 = 10 除 分
     |                   ^^
  what to do: write “a / b” for a divided by b
"""#)
        case "E163":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组
    分    数 0..10

考核 教师
    项目 业绩 满分 2
        得分 = 按 (分 > 3 并且 分 < 5: 1, 组 = 甲组 或者 分 = 9: 2, 否则: 0)
    项目 贡献 满分 2
        加 分 / 最高(全体的分) 若缺 0
        加 1 如果 分 > 3
    评定 等级 依 总分
        等次  份额
        优秀  30%
        合格  其余
        份额取整 四舍五入
        并列 再比 分 全部入选
        定为 合格 当 分 < 1
        基数 含定为
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组
    分    数 0..10

考核 教师
    项目 业绩 满分 2
        得分 = 按 (分 > 3 且 分 < 5: 1, 组 = 甲组 或 分 = 9: 2, 其余: 0)
    项目 贡献 满分 2
        加 分 / 最高(全体.分) 若缺 0
        加 1 当 分 > 3
    评定 等级 依 总分
        等次  份额
        优秀  30%
        合格  其余
        份额取整 四舍五入
        并列 依 分 全部入选
        定为 合格 当 分 < 1
        基数 全体
"""#,
zh: #"""
E163.rules:11:23: 错误[E163] 这里不写“并且”，写“且”
  所在：考核 教师 › 业绩
  11 |         得分 = 按 (分 > 3 并且 分 < 5: 1, 组 = 甲组 或者 分 = 9: 2, 否则: 0)
     |                           ^^^^
  怎么办：改成“且”
E163.rules:11:43: 错误[E163] 这里不写“或者”，写“或”
  所在：考核 教师 › 业绩
  11 |         得分 = 按 (分 > 3 并且 分 < 5: 1, 组 = 甲组 或者 分 = 9: 2, 否则: 0)
     |                                                     ^^^^
  怎么办：改成“或”
E163.rules:11:56: 错误[E163] 这里不写“否则”，写“其余”
  所在：考核 教师 › 业绩
  11 |         得分 = 按 (分 > 3 并且 分 < 5: 1, 组 = 甲组 或者 分 = 9: 2, 否则: 0)
     |                                                                     ^^^^
  怎么办：改成“其余”
E163.rules:13:18: 错误[E163] 这里不写“全体的分”，写“全体.分”
  所在：考核 教师 › 贡献
  13 |         加 分 / 最高(全体的分) 若缺 0
     |                      ^^^^^^^^
  怎么办：改成“全体.分”
E163.rules:14:13: 错误[E163] 这里不写“如果”，写“当”
  所在：考核 教师 › 贡献
  14 |         加 1 如果 分 > 3
     |              ^^^^
  怎么办：改成“当”
E163.rules:20:12: 错误[E163] 这里不写“再比”，写“依”
  所在：考核 教师 › 等级
  20 |         并列 再比 分 全部入选
     |              ^^^^
  怎么办：改成“依”
E163.rules:22:12: 错误[E163] 这里不写“含定为”，写“全体”
  所在：考核 教师 › 等级
  22 |         基数 含定为
     |              ^^^^^^
  怎么办：改成“全体”
"""#,
en: #"""
E163.rules:11:23: error[E163] “and” is written here, not “并且”
  in: 考核 教师 › 业绩
  11 |         得分 = 按 (分 > 3 并且 分 < 5: 1, 组 = 甲组 或者 分 = 9: 2, 否则: 0)
     |                           ^^^^
  what to do: write “and”
E163.rules:11:43: error[E163] “or” is written here, not “或者”
  in: 考核 教师 › 业绩
  11 |         得分 = 按 (分 > 3 并且 分 < 5: 1, 组 = 甲组 或者 分 = 9: 2, 否则: 0)
     |                                                     ^^^^
  what to do: write “or”
E163.rules:11:56: error[E163] “rest” is written here, not “否则”
  in: 考核 教师 › 业绩
  11 |         得分 = 按 (分 > 3 并且 分 < 5: 1, 组 = 甲组 或者 分 = 9: 2, 否则: 0)
     |                                                                     ^^^^
  what to do: write “rest”
E163.rules:13:18: error[E163] “全体.分” is written here, not “全体的分”
  in: 考核 教师 › 贡献
  13 |         加 分 / 最高(全体的分) 若缺 0
     |                      ^^^^^^^^
  what to do: write “全体.分”
E163.rules:14:13: error[E163] “when” is written here, not “如果”
  in: 考核 教师 › 贡献
  14 |         加 1 如果 分 > 3
     |              ^^^^
  what to do: write “when”
E163.rules:20:12: error[E163] “by” is written here, not “再比”
  in: 考核 教师 › 等级
  20 |         并列 再比 分 全部入选
     |              ^^^^
  what to do: write “by”
E163.rules:22:12: error[E163] “everyone” is written here, not “含定为”
  in: 考核 教师 › 等级
  22 |         基数 含定为
     |              ^^^^^^
  what to do: write “everyone”
"""#)
        case "E164":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 按 分 (9以上: 10, 6分以上: 8, 其余: 0)
    项目 贡献 满分 2
        加 1 当 分 8以上
        加 1 当 分 6 以上
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 按 分 (>= 9: 10, >= 6: 8, 其余: 0)
    项目 贡献 满分 2
        加 1 当 分 >= 8
        加 1 当 分 >= 6
"""#,
zh: #"""
E164.rules:10:19: 错误[E164] “9以上”含不含 9，没有说清
  所在：考核 教师 › 业绩
  10 |         得分 = 按 分 (9以上: 10, 6分以上: 8, 其余: 0)
     |                       ^^^^^
  怎么办：含 9 写“>= 9”，不含写“> 9”
E164.rules:10:28: 错误[E164] “6分以上”含不含 6分，没有说清
  所在：考核 教师 › 业绩
  10 |         得分 = 按 分 (9以上: 10, 6分以上: 8, 其余: 0)
     |                                  ^^^^^^^
  怎么办：含 6分 写“>= 6分”，不含写“> 6分”
E164.rules:12:17: 错误[E164] “8以上”含不含 8，没有说清
  所在：考核 教师 › 贡献
  12 |         加 1 当 分 8以上
     |                    ^^^^^
  怎么办：含 8 写“>= 8”，不含写“> 8”
E164.rules:13:17: 错误[E164] “6以上”含不含 6，没有说清
  所在：考核 教师 › 贡献
  13 |         加 1 当 分 6 以上
     |                    ^
  怎么办：含 6 写“>= 6”，不含写“> 6”
"""#,
en: #"""
E164.rules:10:19: error[E164] “9以上”: it is not said whether 9 itself counts
  in: 考核 教师 › 业绩
  10 |         得分 = 按 分 (9以上: 10, 6分以上: 8, 其余: 0)
     |                       ^^^^^
  what to do: write “>= 9” to count it, “> 9” not to
E164.rules:10:28: error[E164] “6分以上”: it is not said whether 6分 itself counts
  in: 考核 教师 › 业绩
  10 |         得分 = 按 分 (9以上: 10, 6分以上: 8, 其余: 0)
     |                                  ^^^^^^^
  what to do: write “>= 6分” to count it, “> 6分” not to
E164.rules:12:17: error[E164] “8以上”: it is not said whether 8 itself counts
  in: 考核 教师 › 贡献
  12 |         加 1 当 分 8以上
     |                    ^^^^^
  what to do: write “>= 8” to count it, “> 8” not to
E164.rules:13:17: error[E164] “6以上”: it is not said whether 6 itself counts
  in: 考核 教师 › 贡献
  13 |         加 1 当 分 6 以上
     |                    ^
  what to do: write “>= 6” to count it, “> 6” not to
"""#)
        case "E165":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10  可空

表 获奖
    工号  引用 教师
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        加 合计 (获奖.分值)
        加 最高 获奖.分值
        加 2 当 有 分
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10  可空

表 获奖
    工号  引用 教师
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        加 合计(获奖.分值)
        加 最高(获奖.分值)
        加 2 当 有(分)
"""#,
zh: #"""
E165.rules:14:11: 错误[E165] “合计”与括号之间不能有空格
  所在：考核 教师 › 业绩
  14 |         加 合计 (获奖.分值)
     |            ^^^^
  怎么办：写成“合计(…)”
E165.rules:15:11: 错误[E165] “最高”后面的“获奖.分值”要放在括号里
  所在：考核 教师 › 业绩
  15 |         加 最高 获奖.分值
     |            ^^^^^^^^^^^^^^
  怎么办：写成“最高(获奖.分值)”
E165.rules:16:15: 错误[E165] “有”后面的“分”要放在括号里
  所在：考核 教师 › 业绩
  16 |         加 2 当 有 分
     |                 ^^^^^
  怎么办：写成“有(分)”
"""#,
en: #"""
E165.rules:14:11: error[E165] no blank stands between “sum” and its bracket
  in: 考核 教师 › 业绩
  14 |         加 合计 (获奖.分值)
     |            ^^^^
  what to do: write “sum(…)”
E165.rules:15:11: error[E165] “获奖.分值” after “max” belongs in brackets
  in: 考核 教师 › 业绩
  15 |         加 最高 获奖.分值
     |            ^^^^^^^^^^^^^^
  what to do: write “max(获奖.分值)”
E165.rules:16:15: error[E165] “分” after “has” belongs in brackets
  in: 考核 教师 › 业绩
  16 |         加 2 当 有 分
     |                 ^^^^^
  what to do: write “has(分)”
"""#)
        case "E166":
            return PageExample(
wrong: #"""
计划 示例
    小数 两位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 四
        加 1 当 分 / 10 > 百分之二十
        加 三 当 分 > 5
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 4
        加 1 当 分 / 10 > 20%
        加 3 当 分 > 5
"""#,
zh: #"""
E166.rules:2:8: 错误[E166] “两位”要用数字写：2 位
  2 |     小数 两位 四舍五入
    |          ^^^^
  怎么办：改成“2 位”
E166.rules:9:14: 错误[E166] “四”要用数字写：4
  所在：考核 教师 › 业绩
  9 |     项目 业绩 满分 四
    |                    ^^
  怎么办：改成“4”
E166.rules:10:24: 错误[E166] “百分之二十”要用数字写：20%
  所在：考核 教师 › 业绩
  10 |         加 1 当 分 / 10 > 百分之二十
     |                           ^^^^^^^^^^
  怎么办：改成“20%”
E166.rules:11:11: 错误[E166] “三”要用数字写：3
  所在：考核 教师 › 业绩
  11 |         加 三 当 分 > 5
     |            ^^
  怎么办：改成“3”
"""#,
en: #"""
E166.rules:2:8: error[E166] “两位” is written in digits: 2 位
  2 |     小数 两位 四舍五入
    |          ^^^^
  what to do: write “2 位”
E166.rules:9:14: error[E166] “四” is written in digits: 4
  in: 考核 教师 › 业绩
  9 |     项目 业绩 满分 四
    |                    ^^
  what to do: write “4”
E166.rules:10:24: error[E166] “百分之二十” is written in digits: 20%
  in: 考核 教师 › 业绩
  10 |         加 1 当 分 / 10 > 百分之二十
     |                           ^^^^^^^^^^
  what to do: write “20%”
E166.rules:11:11: error[E166] “三” is written in digits: 3
  in: 考核 教师 › 业绩
  11 |         加 三 当 分 > 5
     |            ^^
  what to do: write “3”
"""#)
        case "E167":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 考勤 满分 10 保底 0
        起评：10
        扣 分
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 考勤 满分 10 保底 0
        起评 10
        扣 分
"""#,
zh: #"""
E167.rules:10:11: 错误[E167] “起评”后面不写冒号
  所在：考核 教师 › 考勤
  10 |         起评：10
     |             ^^
  怎么办：删去冒号，词与词之间空一格
"""#,
en: #"""
E167.rules:10:11: error[E167] no colon stands behind “start”
  in: 考核 教师 › 考勤
  10 |         起评：10
     |             ^^
  what to do: remove the colon and leave a blank between the words
"""#)
        case "E168":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分 每 组
        等次  份额
        优秀  20% 且 不少于1人
        合格  其余
        份额取整 去尾
        并列 全部入选
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    文本
    分    数 0..10

考核 教师
    组人数 = 计数(全体 同 组)
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分 每 组
        等次  份额
        优秀  (组人数 * 20% 小数 0 位 去尾 保底 1) 人
        合格  其余
        并列 全部入选
"""#,
zh: #"""
E168.rules:14:19: 错误[E168] “20%”之外又有“不少于1人”，一个等次的名额只能有一个
  所在：考核 教师 › 等级
  14 |         优秀  20% 且 不少于1人
     |                      ^^^^^^^^^
  怎么办：写成人数：“评定”上面另写一行“组人数 = 计数(全体 同 组)”，名额写“(组人数 * 20% 小数 0 ……
"""#,
en: #"""
E168.rules:14:19: error[E168] “不少于1人” beside “20%”: a grade has one number of seats
  in: 考核 教师 › 等级
  14 |         优秀  20% 且 不少于1人
     |                      ^^^^^^^^^
  what to do: write a number of people: above “grade” a line……
"""#)
        case "E201":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 份
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
zh: #"""
E201.rules:10:14: 错误[E201] 没有叫“份”的列、量或项目
  所在：考核 教师 › 业绩
  10 |         得分 = 份
     |                ^^
  怎么办：是不是“分”？
"""#,
en: #"""
E201.rules:10:14: error[E201] there is no column, value or section “份” here
  in: 考核 教师 › 业绩
  10 |         得分 = 份
     |                ^^
  what to do: did you mean “分”?
"""#)
        case "E202":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

表 获奖
    工号  引用 教员

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

表 获奖
    工号  引用 教师

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
zh: #"""
E202.rules:9:12: 错误[E202] 没有叫“教员”的表
  所在：表 获奖
  9 |     工号  引用 教员
    |                ^^^^
  怎么办：是不是“教师”？
"""#,
en: #"""
E202.rules:9:12: error[E202] there is no table “教员”
  in: 表 获奖
  9 |     工号  引用 教员
    |                ^^^^
  what to do: did you mean “教师”?
"""#)
        case "E203":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数字

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
zh: #"""
E203.rules:6:10: 错误[E203] “数字”不是一列能放的内容，也不是选项的名称
  所在：表 教师
  6 |     分    数字
    |           ^^^^
  怎么办：是不是“数”？
"""#,
en: #"""
E203.rules:6:10: error[E203] “数字” is neither what a column can hold nor a list of choices
  in: 表 教师
  6 |     分    数字
    |           ^^^^
  what to do: did you mean “数”?
"""#)
        case "E204":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        得分 = 合计(获奖.分数)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        得分 = 合计(获奖.分值)
"""#,
zh: #"""
E204.rules:14:20: 错误[E204] “获奖”里没有“分数”
  所在：考核 教师 › 业绩
  14 |         得分 = 合计(获奖.分数)
     |                          ^^^^
  怎么办：是不是“分值”？
"""#,
en: #"""
E204.rules:14:20: error[E204] “获奖” has no “分数”
  in: 考核 教师 › 业绩
  14 |         得分 = 合计(获奖.分数)
     |                          ^^^^
  what to do: did you mean “分值”?
"""#)
        case "E205":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组

考核 教师
    项目 业绩 满分 3
        得分 = 按 组 (甲组: 3, 丙组: 2, 其余: 1)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组

考核 教师
    项目 业绩 满分 3
        得分 = 按 组 (甲组: 3, 乙组: 2)
"""#,
zh: #"""
E205.rules:10:26: 错误[E205] 没有“丙组”这个选项，可选的是：甲组、乙组
  所在：考核 教师 › 业绩
  10 |         得分 = 按 组 (甲组: 3, 丙组: 2, 其余: 1)
     |                                ^^^^
  怎么办：改成其中之一，或在选项里补上它
"""#,
en: #"""
E205.rules:10:26: error[E205] “丙组” is none of the choices: 甲组, 乙组
  in: 考核 教师 › 业绩
  10 |         得分 = 按 组 (甲组: 3, 丙组: 2, 其余: 1)
     |                                ^^^^
  what to do: use one of them, or add it to the choices
"""#)
        case "E206":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        量 = 分
        量 = 分 * 2
        得分 = 量
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        量 = 分
        加倍 = 量 * 2
        得分 = 加倍
"""#,
zh: #"""
E206.rules:11:9: 错误[E206] 名称“量”重复了
  所在：考核 教师 › 业绩
  11 |         量 = 分 * 2
     |         ^^
  E206.rules:10:9: 先前在这里
  10 |         量 = 分
     |         ^^
  怎么办：只留一个，或换个名称
"""#,
en: #"""
E206.rules:11:9: error[E206] name “量” is defined twice
  in: 考核 教师 › 业绩
  11 |         量 = 分 * 2
     |         ^^
  E206.rules:10:9: first here
  10 |         量 = 分
     |         ^^
  what to do: keep one, or rename one
"""#)
        case "E207":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

表 获奖
    工号  引用 教师
    日期  日期
    分    数 0..5

考核 教师
    项目 业绩 满分 10
        得分 = 合计(分 于 获奖)
    输出 工号, 分, 业绩
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

表 获奖
    工号  引用 教师
    日期  日期
    分    数 0..5

考核 教师
    项目 业绩 满分 10
        得分 = 合计(获奖.分)
    输出 工号, 分, 业绩
"""#,
zh: #"""
E207.rules:15:17: 错误[E207] “分”有两个意思：“获奖”的“分”，还是外面的“分”
  所在：考核 教师 › 业绩
  15 |         得分 = 合计(分 于 获奖)
     |                     ^^
  怎么办：写成“获奖.分”或“本.分”
"""#,
en: #"""
E207.rules:15:17: error[E207] “分” has two meanings: that of “获奖”, or the one outside
  in: 考核 教师 › 业绩
  15 |         得分 = 合计(分 于 获奖)
     |                     ^^
  what to do: write “获奖.分” or “this.分”
"""#)
        case "E208":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 获奖 满分 10
        分值 = 分
        得分 = 分值
    项目 合计 满分 10
        得分 = 合计(获奖.分值)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 奖励 满分 10
        分值 = 分
        得分 = 分值
    项目 合计 满分 10
        得分 = 合计(获奖.分值)
"""#,
zh: #"""
E208.rules:18:17: 错误[E208] “获奖.分值”有两个意思：项目“获奖”里的量，还是表“获奖”的列
  所在：考核 教师 › 合计
  18 |         得分 = 合计(获奖.分值)
     |                     ^^^^^^^^^
  怎么办：给项目或列换个名称
"""#,
en: #"""
E208.rules:18:17: error[E208] “获奖.分值” has two meanings: a value of the section, or a column of the table
  in: 考核 教师 › 合计
  18 |         得分 = 合计(获奖.分值)
     |                     ^^^^^^^^^
  what to do: rename the section or the column
"""#)
        case "E210":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组

考核 教师
    项目 业绩 满分 3
        得分 = 组
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组

考核 教师
    项目 业绩 满分 3
        得分 = 按 组 (甲组: 3, 乙组: 2)
"""#,
zh: #"""
E210.rules:10:14: 错误[E210] 这里要的是数，写的却是选项（甲组、乙组）
  所在：考核 教师 › 业绩
  10 |         得分 = 组
     |                ^^
  怎么办：换成数；分情况取值的，写成“按 … (优秀: 3, 其余: 1)”
"""#,
en: #"""
E210.rules:10:14: error[E210] a number is needed here, but this is a choice (甲组, 乙组)
  in: 考核 教师 › 业绩
  10 |         得分 = 组
     |                ^^
  what to do: write a number; values that depend on the case are written “case … (good: 3, rest: 1)”
"""#)
        case "E211":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
        不计分 当 组 = 3
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
        不计分 当 组 = 甲组
"""#,
zh: #"""
E211.rules:12:15: 错误[E211] 选项（甲组、乙组）不能与数比较或并列
  所在：考核 教师 › 业绩
  12 |         不计分 当 组 = 3
     |                   ^^^^^^
  怎么办：两边要同类：数与数，日期与日期，选项与同一组选项
"""#,
en: #"""
E211.rules:12:15: error[E211] a choice (甲组, 乙组) does not go with a number
  in: 考核 教师 › 业绩
  12 |         不计分 当 组 = 3
     |                   ^^^^^^
  what to do: both sides must be of one kind: numbers, dates, or the same choices
"""#)
        case "E212":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
        不计分 当 组 > 甲组
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
        不计分 当 组 = 甲组
"""#,
zh: #"""
E212.rules:12:15: 错误[E212] 这些值没有高低之分，不能比大小
  所在：考核 教师 › 业绩
  12 |         不计分 当 组 > 甲组
     |                   ^^^^^^^^^
  怎么办：选项要比高低时，用“>”从高到低列出，如“优秀 > 良好”
"""#,
en: #"""
E212.rules:12:15: error[E212] these values have no order
  in: 考核 教师 › 业绩
  12 |         不计分 当 组 > 甲组
     |                   ^^^^^^^^^
  what to do: choices that are compared are listed with “>” from the best
"""#)
        case "E213":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组
    分    数 0..10
    性别  男 | 女

考核 教师
    项目 业绩 满分 10
        得分 = 分
        不计分 当 组 = 性别
    输出 工号, 性别, 业绩
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组
    分    数 0..10
    性别  男 | 女

考核 教师
    项目 业绩 满分 10
        得分 = 分
        不计分 当 组 = 乙组
    输出 工号, 性别, 业绩
"""#,
zh: #"""
E213.rules:13:19: 错误[E213] 两边的选项没有一个相同
  所在：考核 教师 › 业绩
  13 |         不计分 当 组 = 性别
     |                        ^^^^
  怎么办：检查是不是比错了列
"""#,
en: #"""
E213.rules:13:19: error[E213] the two lists of choices have none in common
  in: 考核 教师 › 业绩
  13 |         不计分 当 组 = 性别
     |                        ^^^^
  what to do: look whether the right column is compared
"""#)
        case "E214":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    返校  日期
    交稿  日期

考核 教师
    项目 业绩 满分 10 保底 0
        得分 = 工作日数(返校)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    返校  日期
    交稿  日期

考核 教师
    项目 业绩 满分 10 保底 0
        得分 = 工作日数(返校, 交稿)
"""#,
zh: #"""
E214.rules:11:14: 错误[E214] “工作日数”的写法不对
  所在：考核 教师 › 业绩
  11 |         得分 = 工作日数(返校)
     |                ^^^^^^^^
  怎么办：写成“工作日数(起日, 止日)”
"""#,
en: #"""
E214.rules:11:14: error[E214] “工作日数” is not written like this
  in: 考核 教师 › 业绩
  11 |         得分 = 工作日数(返校)
     |                ^^^^^^^^
  what to do: write “workdays(first, last)”
"""#)
        case "E215":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        得分 = 30 / 计数(获奖)
    项目 平均 满分 5
        得分 = 平均(获奖.分值)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        得分 = 30 / 计数(获奖) 若缺 0
    项目 平均 满分 5
        得分 = 平均(获奖.分值) 若缺 0
"""#,
zh: #"""
E215.rules:14:14: 错误[E215] 这里可能没有值：除数“计数(获奖)”可能为 0
  所在：考核 教师 › 业绩
  14 |         得分 = 30 / 计数(获奖)
     |                ^^^^^^^^^^^^^^^
  怎么办：在这个算式的末尾写“若缺 0”之类的值，或写“若缺 报错”
E215.rules:16:14: 错误[E215] 这里可能没有值：“平均(获奖.分值)”可能一条记录也没有
  所在：考核 教师 › 平均
  16 |         得分 = 平均(获奖.分值)
     |                ^^^^^^^^^^^^^^^
  怎么办：在这个算式的末尾写“若缺 0”之类的值，或写“若缺 报错”
"""#,
en: #"""
E215.rules:14:14: error[E215] there may be no value here: the divisor “计数(获奖)” may be 0
  in: 考核 教师 › 业绩
  14 |         得分 = 30 / 计数(获奖)
     |                ^^^^^^^^^^^^^^^
  what to do: write “missing 0” or another value, or “missing error”, at the end of this formula
E215.rules:16:14: error[E215] there may be no value here: “平均(获奖.分值)” may run over no record at all
  in: 考核 教师 › 平均
  16 |         得分 = 平均(获奖.分值)
     |                ^^^^^^^^^^^^^^^
  what to do: write “missing 0” or another value, or “missing error”, at the end of this formula
"""#)
        case "E216":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        得分 = 获奖
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        得分 = 计数(获奖)
"""#,
zh: #"""
E216.rules:14:14: 错误[E216] “获奖”是许多条记录，这里要一个值
  所在：考核 教师 › 业绩
  14 |         得分 = 获奖
     |                ^^^^
  怎么办：用“合计(…)”“计数(…)”“最高(…)”等算出一个值，如“计数(获奖)”
"""#,
en: #"""
E216.rules:14:14: error[E216] “获奖” is many records; one value is needed here
  in: 考核 教师 › 业绩
  14 |         得分 = 获奖
     |                ^^^^
  what to do: use sum(…), count(…), max(…), such as “count(获奖)”
"""#)
        case "E218":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        得分 = 合计(分)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        得分 = 合计(获奖.分值)
"""#,
zh: #"""
E218.rules:13:14: 错误[E218] “合计”要说明对哪些记录来算
  所在：考核 教师 › 业绩
  13 |         得分 = 合计(分)
     |                ^^^^^^^^
  怎么办：写成“合计(数 于 表)”或“合计(表.列)”
"""#,
en: #"""
E218.rules:13:14: error[E218] “合计” must say over which records
  in: 考核 教师 › 业绩
  13 |         得分 = 合计(分)
     |                ^^^^^^^^
  what to do: write “合计(number over table)” or “合计(table.column)”
"""#)
        case "E219":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 10..0

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
zh: #"""
E219.rules:6:12: 错误[E219] 范围的下限大于上限
  所在：表 教师
  6 |     分    数 10..0
    |              ^^^^^
  怎么办：把两个界限对调
"""#,
en: #"""
E219.rules:6:12: error[E219] the range's lower bound is above its upper bound
  in: 表 教师
  6 |     分    数 10..0
    |              ^^^^^
  what to do: swap the two bounds
"""#)
        case "E220":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10  默认 20

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10  默认 10

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
zh: #"""
E220.rules:6:22: 错误[E220] 默认值不合这一列的规定（数）
  所在：表 教师
  6 |     分    数 0..10  默认 20
    |                          ^^
  怎么办：改默认值，或改这一列的范围
"""#,
en: #"""
E220.rules:6:22: error[E220] the default does not fit the column (a number)
  in: 表 教师
  6 |     分    数 0..10  默认 20
    |                          ^^
  what to do: change the default or the column's range
"""#)
        case "E221":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 通知
    日期  日期

考核 教师
    项目 业绩 满分 10
        得分 = 计数(通知)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 通知
    工号  引用 教师
    日期  日期

考核 教师
    项目 业绩 满分 10
        得分 = 计数(通知)
"""#,
zh: #"""
E221.rules:12:17: 错误[E221] “通知”的记录与“教师”没有引用关系
  所在：考核 教师 › 业绩
  12 |         得分 = 计数(通知)
     |                     ^^^^
  怎么办：在“通知”里加一列“引用 教师”；要所有的记录，写“全部 通知”；按某一列对应，写“通知 同 列名”
"""#,
en: #"""
E221.rules:12:17: error[E221] the records of “通知” do not refer to “教师”
  in: 考核 教师 › 业绩
  12 |         得分 = 计数(通知)
     |                     ^^^^
  what to do: give “通知” a column “reference 教师”; for all records write “all 通知”, to match by a column “通知 same column”
"""#)
        case "E222":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 结对
    师傅  引用 教师
    徒弟  引用 教师

考核 教师
    项目 业绩 满分 10
        得分 = 计数(结对)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 结对
    师傅  引用 教师
    徒弟  引用 教师

考核 教师
    项目 业绩 满分 10
        得分 = 计数(结对 同 师傅)
"""#,
zh: #"""
E222.rules:13:17: 错误[E222] “结对”有几列都通向这里：师傅、徒弟
  所在：考核 教师 › 业绩
  13 |         得分 = 计数(结对)
     |                     ^^^^
  怎么办：写成“结对 同 师傅”
"""#,
en: #"""
E222.rules:13:17: error[E222] several columns of “结对” lead here: 师傅, 徒弟
  in: 考核 教师 › 业绩
  13 |         得分 = 计数(结对)
     |                     ^^^^
  what to do: write “结对 same 师傅”
"""#)
        case "E223":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 组 主键 组名
    组名  文本
    人数  整数 1..60
    最多 = 最高(全体.人数)

表 教师 主键 工号
    工号  文本
    组    引用 组
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分 * 组.人数 / 组.最多
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 组 主键 组名
    组名  文本
    人数  整数 1..60
    最多 = 最高(全部 组.人数)

表 教师 主键 工号
    工号  文本
    组    引用 组
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分 * 组.人数 / 组.最多
"""#,
zh: #"""
E223.rules:7:13: 错误[E223] “组”不是考核对象，没有“全体”
  所在：表 组
  7 |     最多 = 最高(全体.人数)
    |                 ^^^^^^^^^
  怎么办：写“全部 组”
"""#,
en: #"""
E223.rules:7:13: error[E223] “组” is not assessed, so it has no “everyone”
  in: 表 组
  7 |     最多 = 最高(全体.人数)
    |                 ^^^^^^^^^
  what to do: write “all 组”
"""#)
        case "E224":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        得分 = 计数(获奖 同 日期)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        得分 = 计数(获奖 同 工号)
"""#,
zh: #"""
E224.rules:14:22: 错误[E224] “同 日期”要求当前的“教师”也有“日期”
  所在：考核 教师 › 业绩
  14 |         得分 = 计数(获奖 同 日期)
     |                             ^^^^
  怎么办：换成两边都有的列
"""#,
en: #"""
E224.rules:14:22: error[E224] “same 日期” needs a “日期” in the current “教师”
  in: 考核 教师 › 业绩
  14 |         得分 = 计数(获奖 同 日期)
     |                             ^^^^
  what to do: use a column that both have
"""#)
        case "E225":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        得分 = 合计(分值 于 获奖 每 日期)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        得分 = 合计(最高(分值) 于 获奖 每 日期)
"""#,
zh: #"""
E225.rules:14:17: 错误[E225] “每”之后每组有许多“分值”，不能直接取一个
  所在：考核 教师 › 业绩
  14 |         得分 = 合计(分值 于 获奖 每 日期)
     |                     ^^^^
  怎么办：写成“最高(分值)”“合计(分值)”等
"""#,
en: #"""
E225.rules:14:17: error[E225] after “per” each group has many “分值”
  in: 考核 教师 › 业绩
  14 |         得分 = 合计(分值 于 获奖 每 日期)
     |                     ^^^^
  what to do: write “max(分值)”, “sum(分值)” and so on
"""#)
        case "E226":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 计数(全体 当 分 > 本.分)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 名次(分 于 全体)
"""#,
zh: #"""
E226.rules:10:14: 错误[E226] 对全体或整张表计算时，条件里不能再用当前这一行的值
  所在：考核 教师 › 业绩
  10 |         得分 = 计数(全体 当 分 > 本.分)
     |                ^^^^^^^^^^^^^^^^^^^^^^^^
  怎么办：写“同 列名”，只算与当前这一行同组的；只要有关的记录时用“引用”；排先后用“名次(…)”；逐条加分用“逐条 … 当 …”
"""#,
en: #"""
E226.rules:10:14: error[E226] a calculation over everyone or a whole table cannot use the current row's values
  in: 考核 教师 › 业绩
  10 |         得分 = 计数(全体 当 分 > 本.分)
     |                ^^^^^^^^^^^^^^^^^^^^^^^^
  what to do: write “same column” to take only the rows of i……
"""#)
        case "E227":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        得分 = 合计(获奖.分值 取 最高 10%)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        得分 = 合计(获奖.分值 取 最高 10% 四舍五入)
"""#,
zh: #"""
E227.rules:14:23: 错误[E227] 取、去多少不一定是整数，要写明怎样取整
  所在：考核 教师 › 业绩
  14 |         得分 = 合计(获奖.分值 取 最高 10%)
     |                               ^^^^^^^^^^^
  怎么办：在这个数后面写“四舍五入”“进一”或“去尾”
"""#,
en: #"""
E227.rules:14:23: error[E227] how many are taken or dropped need not be whole; say how it is rounded
  in: 考核 教师 › 业绩
  14 |         得分 = 合计(获奖.分值 取 最高 10%)
     |                               ^^^^^^^^^^^
  what to do: add “halfup”, “up” or “down” after the number
"""#)
        case "E228":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 业绩 满分 2
        得分 = 计数(获奖 取 最高 2)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 业绩 满分 2
        得分 = 计数(获奖 取 最高 2 依 分值)
"""#,
zh: #"""
E228.rules:14:20: 错误[E228] 没有写明按什么比高低
  所在：考核 教师 › 业绩
  14 |         得分 = 计数(获奖 取 最高 2)
     |                          ^^^^^^^^^
  怎么办：在后面写明依哪一列，如“依 分值”
"""#,
en: #"""
E228.rules:14:20: error[E228] it is not said by what the highest are chosen
  in: 考核 教师 › 业绩
  14 |         得分 = 计数(获奖 取 最高 2)
     |                          ^^^^^^^^^
  what to do: say by which column, such as “by points”
"""#)
        case "E229":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

表 班级
    班级  文本

表 任课
    工号  引用 教师
    班级  引用 班级

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

表 班级 主键 班级
    班级  文本

表 任课
    工号  引用 教师
    班级  引用 班级

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
zh: #"""
E229.rules:13:5: 错误[E229] “班级”没有主键，不能引用或查找
  所在：表 任课
  13 |     班级  引用 班级
     |     ^^^^
  怎么办：在表名后写“主键 列名”
"""#,
en: #"""
E229.rules:13:5: error[E229] “班级” has no key, so it cannot be referred to
  in: 表 任课
  13 |     班级  引用 班级
     |     ^^^^
  what to do: add “key column” after the table's name
"""#)
        case "E230":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 班级 主键 年级, 班
    年级  文本
    班    文本
    人数  数 0..60

考核 教师
    项目 业绩 满分 10
        得分 = 班级[1].人数
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 班级 主键 年级, 班
    年级  文本
    班    文本
    人数  数 0..60

考核 教师
    项目 业绩 满分 10
        得分 = 班级["七年级", "1"].人数
"""#,
zh: #"""
E230.rules:14:14: 错误[E230] “班级”的主键有 2 列，这里给了 1 个
  所在：考核 教师 › 业绩
  14 |         得分 = 班级[1].人数
     |                ^^^^^^^
  怎么办：按主键的顺序逐个写出，用逗号分开
"""#,
en: #"""
E230.rules:14:14: error[E230] the key of “班级” has 2 columns, 1 are given
  in: 考核 教师 › 业绩
  14 |         得分 = 班级[1].人数
     |                ^^^^^^^
  what to do: write one value for each key column, parted by commas
"""#)
        case "E231":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

对照表 档分 分数
    0..5   1
    > 五   2

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 2
        得分 = 档分[分]
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

对照表 档分 分数
    0..5   1
    > 5    2

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 2
        得分 = 档分[分]
"""#,
zh: #"""
E231.rules:6:5: 错误[E231] “> 五”不能作这里的键，应当是数、范围（80..90）或比较（>= 90）
  所在：对照表 档分
  6 |     > 五   2
    |     ^^^^
  怎么办：改这一格；有空格的文字加引号
"""#,
en: #"""
E231.rules:6:5: error[E231] “> 五” cannot be a key here; it should be a number, a range (80..90) or a comparison (>= 90)
  in: 对照表 档分
  6 |     > 五   2
    |     ^^^^
  what to do: change this cell; text with blanks is put in quotation marks
"""#)
        case "E232":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组

对照表 档分 组
    甲组  1
    乙组  2
    甲组  3

考核 教师
    项目 业绩 满分 2
        得分 = 档分[组]
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组

对照表 档分 组
    甲组  1
    乙组  2

考核 教师
    项目 业绩 满分 2
        得分 = 档分[组]
"""#,
zh: #"""
E232.rules:11:5: 错误[E232] 这一行的键在上面已经有了
  所在：对照表 档分
  11 |     甲组  3
     |     ^^^^^^^
  怎么办：删去这一行，或改它的键
"""#,
en: #"""
E232.rules:11:5: error[E232] the keys of this row stand above already
  in: 对照表 档分
  11 |     甲组  3
     |     ^^^^^^^
  what to do: remove this row or change its key
"""#)
        case "E233":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

对照表 档分 分数
    >= 5   3
    >= 8   5
    其余   1

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 5
        得分 = 档分[分]
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

对照表 档分 分数
    >= 8   5
    >= 5   3
    其余   1

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 5
        得分 = 档分[分]
"""#,
zh: #"""
E233.rules:6:5: 错误[E233] 这一行永远查不到，上面的行已经全部包括
  所在：对照表 档分
  6 |     >= 8   5
    |     ^^^^^^^^
  怎么办：删去这一行，或改它的键
"""#,
en: #"""
E233.rules:6:5: error[E233] this row can never be reached; an earlier one takes all of it
  in: 对照表 档分
  6 |     >= 8   5
    |     ^^^^^^^^
  what to do: remove this row or change its key
"""#)
        case "E234":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组

对照表 档分 组
    甲组  1  2
    乙组  2

考核 教师
    项目 业绩 满分 2
        得分 = 档分[组]
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组

对照表 档分 组
    甲组  1
    乙组  2

考核 教师
    项目 业绩 满分 2
        得分 = 档分[组]
"""#,
zh: #"""
E234.rules:9:5: 错误[E234] 这一行应有 2 格，实有 3 格
  所在：对照表 档分
  9 |     甲组  1  2
    |     ^^^^^^^^^^
  怎么办：各格之间用两个以上空格分开；没有的格写“-”
"""#,
en: #"""
E234.rules:9:5: error[E234] this row should have 2 cells and has 3
  in: 对照表 档分
  9 |     甲组  1  2
    |     ^^^^^^^^^^
  what to do: part cells by two or more blanks; write “-” for none
"""#)
        case "E235":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        甲 = 乙 + 1
        乙 = 总分 * 2
        得分 = 甲
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        甲 = 乙 + 1
        乙 = 分 * 2
        得分 = 甲
"""#,
zh: #"""
E235.rules:8:4: 错误[E235] 循环计算：总分 → 业绩 → 业绩.甲 → 业绩.乙 → 总分
  所在：考核 教师
  8 | 考核 教师
    |      ^^^^
  E235.rules:9:8: “业绩”在这里
  9 |     项目 业绩 满分 10
    |          ^^^^
  E235.rules:10:9: “业绩.甲”在这里
  10 |         甲 = 乙 + 1
     |         ^^
  E235.rules:11:9: “业绩.乙”在这里
  11 |         乙 = 总分 * 2
     |         ^^
  怎么办：把要用的那一部分单独写成一个量
"""#,
en: #"""
E235.rules:8:4: error[E235] a circle: 总分 → 业绩 → 业绩.甲 → 业绩.乙 → 总分
  in: 考核 教师
  8 | 考核 教师
    |      ^^^^
  E235.rules:9:8: “业绩” is here
  9 |     项目 业绩 满分 10
    |          ^^^^
  E235.rules:10:9: “业绩.甲” is here
  10 |         甲 = 乙 + 1
     |         ^^
  E235.rules:11:9: “业绩.乙” is here
  11 |         乙 = 总分 * 2
     |         ^^
  what to do: write the part that is needed as a value of its own
"""#)
        case "E236":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        量0 = 量1 + 1
        量1 = 量2 + 1
        量2 = 量3 + 1
        量3 = 量4 + 1
        量4 = 量5 + 1
        量5 = 量6 + 1
        量6 = 量7 + 1
……
        量228 = 量229 + 1
        量229 = 量230 + 1
        量230 = 分
        得分 = 量0
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        量0 = 量1 + 1
        量1 = 量2 + 1
        量2 = 量3 + 1
        量3 = 量4 + 1
        量4 = 量5 + 1
        量5 = 量6 + 1
        量6 = 量7 + 1
……
        量197 = 量198 + 1
        量198 = 量199 + 1
        量199 = 分
        得分 = 量0
"""#,
zh: #"""
E236.rules:210:9: 错误[E236] 一个量经过其他量层层计算，超过 200 层
  所在：考核 教师 › 业绩
  210 |         量200 = 量201 + 1
      |         ^^^^^
  怎么办：合并一些中间的量
"""#,
en: #"""
E236.rules:210:9: error[E236] a value is built on others more than 200 deep
  in: 考核 教师 › 业绩
  210 |         量200 = 量201 + 1
      |         ^^^^^
  what to do: join some of the values between
"""#)
        case "E237":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
        加 1
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分 + 1
"""#,
zh: #"""
E237.rules:11:9: 错误[E237] 既写了“得分”，又写了起评、加、扣或取、去，两种算法只能用一种
  所在：考核 教师 › 业绩
  11 |         加 1
     |         ^^^^
  E237.rules:10:9: “得分”在这里
  10 |         得分 = 分
     |         ^^^^^^^^^
  怎么办：删去“得分”，或把加、扣并进“得分”的算式
"""#,
en: #"""
E237.rules:11:9: error[E237] both “score” and start, add, deduct, take or drop are given; only one way can count
  in: 考核 教师 › 业绩
  11 |         加 1
     |         ^^^^
  E237.rules:10:9: “score” is here
  10 |         得分 = 分
     |         ^^^^^^^^^
  what to do: remove “score”, or put the rest into its formula
"""#)
        case "E238":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分 当 分 > 3
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分 当 分 > 3
        得分 = 0
"""#,
zh: #"""
E238.rules:10:9: 错误[E238] 所有“得分”都带条件，条件都不成立时没有得分
  所在：考核 教师 › 业绩
  10 |         得分 = 分 当 分 > 3
     |         ^^^^^^^^^^^^^^^^^^^
  怎么办：最后加一行不带条件的“得分 = …”，给其余的人
"""#,
en: #"""
E238.rules:10:9: error[E238] every “score” has a condition; when none holds there is no score
  in: 考核 教师 › 业绩
  10 |         得分 = 分 当 分 > 3
     |         ^^^^^^^^^^^^^^^^^^^
  what to do: add a last line “score = …” without a condition, for everyone else
"""#)
        case "E239":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10 保底 20
        得分 = 分
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10 保底 2
        得分 = 分
"""#,
zh: #"""
E239.rules:9:8: 错误[E239] 保底高于满分
  所在：考核 教师 › 业绩
  9 |     项目 业绩 满分 10 保底 20
    |          ^^^^
  怎么办：改小保底或改大满分
"""#,
en: #"""
E239.rules:9:8: error[E239] the floor is above the maximum
  in: 考核 教师 › 业绩
  9 |     项目 业绩 满分 10 保底 20
    |          ^^^^
  what to do: lower the floor or raise the maximum
"""#)
        case "E240":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

考核 教师
    项目 业绩 满分 5 取 最高 1
        起评 5
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

考核 教师
    项目 业绩 满分 5
        起评 5
"""#,
zh: #"""
E240.rules:8:16: 错误[E240] “取”“去”下面没有可选的项目
  所在：考核 教师 › 业绩
  8 |     项目 业绩 满分 5 取 最高 1
    |                      ^^^^^^^^^
  怎么办：在下面写出几个项目，或删去“取”“去”
"""#,
en: #"""
E240.rules:8:16: error[E240] “take” or “drop” has nothing to choose from
  in: 考核 教师 › 业绩
  8 |     项目 业绩 满分 5 取 最高 1
    |                      ^^^^^^^^^
  what to do: add sections below, or remove “take” or “drop”
"""#)
        case "E241":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        说明 没有算法
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
zh: #"""
E241.rules:9:8: 错误[E241] “业绩”没有写怎样得分
  所在：考核 教师 › 业绩
  9 |     项目 业绩 满分 10
    |          ^^^^
  怎么办：写“得分 = …”，或“加”“扣”“起评”
"""#,
en: #"""
E241.rules:9:8: error[E241] “业绩” does not say how it is scored
  in: 考核 教师 › 业绩
  9 |     项目 业绩 满分 10
    |          ^^^^
  what to do: write “score = …”, or add, deduct, start
"""#)
        case "E242":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 5
        得分 = 分 / 0 若缺 0
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 5
        得分 = 分 / 2
"""#,
zh: #"""
E242.rules:10:18: 错误[E242] 除数总是 0
  所在：考核 教师 › 业绩
  10 |         得分 = 分 / 0 若缺 0
     |                     ^
  怎么办：核对原文，改正除数
"""#,
en: #"""
E242.rules:10:18: error[E242] the divisor is always 0
  in: 考核 教师 › 业绩
  10 |         得分 = 分 / 0 若缺 0
     |                     ^
  what to do: compare with the plan and mend the divisor
"""#)
        case "E244":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 组 主键 组
    组    文本
    系数  数 0..5

表 教师 主键 工号
    工号  文本
    组    引用 组
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分 每 组
        等次  份额
        优秀  组.系数
        良好  其余
        份额取整 四舍五入
        并列 全部入选
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 组 主键 组
    组    文本
    系数  比例 0%..60%

表 教师 主键 工号
    工号  文本
    组    引用 组
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分 每 组
        等次  份额
        优秀  组.系数
        良好  其余
        份额取整 四舍五入
        并列 全部入选
"""#,
zh: #"""
E244.rules:18:13: 错误[E244] 份额“组.系数”可能小于 0 或大于 100%
  所在：考核 教师 › 等级
  18 |         优秀  组.系数
     |               ^^^^^^^
  怎么办：给这一列规定范围，如“比例 0%..60%”；人数后面写“人”
"""#,
en: #"""
E244.rules:18:13: error[E244] the share “组.系数” may be under 0 or over 100%
  in: 考核 教师 › 等级
  18 |         优秀  组.系数
     |               ^^^^^^^
  what to do: give the column a range such as “ratio 0%..60%”; head-counts end in “persons”
"""#)
        case "E245":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  70%
        良好  40%
        份额取整 四舍五入
        并列 全部入选
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  70%
        良好  其余
        份额取整 四舍五入
        并列 全部入选
"""#,
zh: #"""
E245.rules:13:9: 错误[E245] 各等次份额之和可达 110%，超过 100%
  所在：考核 教师 › 等级
  13 |         优秀  70%
     |         ^^^^^^^^^
  怎么办：核对各等次的份额；比例由学校填的，缩小那一列的范围
"""#,
en: #"""
E245.rules:13:9: error[E245] the shares may add up to 110%, more than 100%
  in: 考核 教师 › 等级
  13 |         优秀  70%
     |         ^^^^^^^^^
  what to do: check the shares; where the school fills in a ratio, narrow the range of its column
"""#)
        case "E246":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10
    比    比例 0%..60%

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  比
        良好  其余
        份额取整 四舍五入
        并列 全部入选
    输出 工号, 比, 总分, 等级
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10
    比    比例 0%..60%

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  30%
        良好  其余
        份额取整 四舍五入
        并列 全部入选
    输出 工号, 比, 总分, 等级
"""#,
zh: #"""
E246.rules:14:13: 错误[E246] 份额“比”在一个组里因人而异
  所在：考核 教师 › 等级
  14 |         优秀  比
     |               ^^
  怎么办：份额只能用分组的列、“计划”下面所定的数，以及由它们查得的值
"""#,
en: #"""
E246.rules:14:13: error[E246] the share “比” differs between members of a group
  in: 考核 教师 › 等级
  14 |         优秀  比
     |               ^^
  what to do: a share may use only the group's columns, figures set below “plan”, and what is looked up by these
"""#)
        case "E247":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  3
        良好  其余
        份额取整 四舍五入
        并列 全部入选
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  3 人
        良好  其余
        份额取整 四舍五入
        并列 全部入选
"""#,
zh: #"""
E247.rules:13:13: 错误[E247] 份额大于 1：是人数还是比例？
  所在：考核 教师 › 等级
  13 |         优秀  3
     |               ^
  怎么办：人数写“3 人”，比例写“30%”
"""#,
en: #"""
E247.rules:13:13: error[E247] a share above 1: heads or a ratio?
  in: 考核 教师 › 等级
  13 |         优秀  3
     |               ^
  what to do: write “3 persons” or “30%”
"""#)
        case "E248":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分

算例 一
    教师   工号  分
           T1    3
    期望   工号  业绩
           T1    3

算例 二 沿用 三
    教师   工号  分
           T1    3
    期望   工号  业绩
           T1    3
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分

算例 一
    教师   工号  分
           T1    3
    期望   工号  业绩
           T1    3

算例 二 沿用 一
    教师   工号  分
           T1    3
    期望   工号  业绩
           T1    3
"""#,
zh: #"""
E248.rules:18:9: 错误[E248] 没有叫“三”的算例
  所在：算例 二 沿用 三
  18 | 算例 二 沿用 三
     |              ^^
  怎么办：检查算例的名称，被沿用的算例要在同一个文件里
"""#,
en: #"""
E248.rules:18:9: error[E248] there is no example “三”
  in: 算例 二 沿用 三
  18 | 算例 二 沿用 三
     |              ^^
  what to do: check the name; the example must stand in the same file
"""#)
        case "E249":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分

算例 一
    教师   工号  分
           T1    3
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分

算例 一
    教师   工号  分
           T1    3
    期望   工号  业绩
           T1    3
"""#,
zh: #"""
E249.rules:12:4: 错误[E249] 算例“一”没有“期望”
  所在：算例 一
  12 | 算例 一
     |      ^^
  怎么办：加上“期望”和应得的结果
"""#,
en: #"""
E249.rules:12:4: error[E249] the example “一” expects nothing
  in: 算例 一
  12 | 算例 一
     |      ^^
  what to do: add “expect” and the figures that must come out
"""#)
        case "E250":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分

算例 一
    教师   工号  分
           T1    3
    期望   工号  业迹
           T1    3
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分

算例 一
    教师   工号  分
           T1    3
    期望   工号  业绩
           T1    3
"""#,
zh: #"""
E250.rules:15:14: 错误[E250] 算例里的“业迹”不是表名、列名或量的名称
  所在：算例 一
  15 |     期望   工号  业迹
     |                  ^^^^
  怎么办：是不是“业绩”？
"""#,
en: #"""
E250.rules:15:14: error[E250] “业迹” in the example is no table, column or value
  in: 算例 一
  15 |     期望   工号  业迹
     |                  ^^^^
  what to do: did you mean “业绩”?
"""#)
        case "E251":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    输出 工号, 分, 业绩, 分
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    输出 工号, 分, 业绩
"""#,
zh: #"""
E251.rules:11:19: 错误[E251] 输出里有两个“分”
  所在：考核 教师
  11 |     输出 工号, 分, 业绩, 分
     |                          ^^
  怎么办：删去一个，或在后面用引号另写列名
"""#,
en: #"""
E251.rules:11:19: error[E251] the output has two columns “分”
  in: 考核 教师
  11 |     输出 工号, 分, 业绩, 分
     |                          ^^
  what to do: remove one, or give it another header in quotation marks
"""#)
        case "E252":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 成绩
    工号  引用 教师
    年级数  数 0..9
    学科  语文 | 数学  取自列名

考核 教师
    项目 业绩 满分 9
        得分 = 平均(成绩.年级数) 若缺 0
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 成绩
    工号  引用 教师
    学科  语文 | 数学  取自列名
    年级数  数 0..9

考核 教师
    项目 业绩 满分 9
        得分 = 平均(成绩.年级数) 若缺 0
"""#,
zh: #"""
E252.rules:10:5: 错误[E252] “学科”取自列名，它下面没有一列来放各格的内容
  所在：表 成绩
  10 |     学科  语文 | 数学  取自列名
     |     ^^^^
  怎么办：在它的下一行写放内容的列，如“分  数 0..100”
"""#,
en: #"""
E252.rules:10:5: error[E252] “学科” comes from the headers, but no column after it takes the cells
  in: 表 成绩
  10 |     学科  语文 | 数学  取自列名
     |     ^^^^
  what to do: declare the column for the cells in the next line, such as “分  number 0..100”
"""#)
        case "E253":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 成绩
    工号  引用 教师
    学科  语文 | 数学  取自列名
    首    数 0..9
    甲    文本  取自表名
    乙    文本  取自表名
    得分数  数 0..100

考核 教师
    项目 业绩 满分 10
        得分 = 平均(成绩.得分数) 若缺 0
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 成绩
    工号  引用 教师
    学科  语文 | 数学  取自列名
    首    数 0..9
    甲    文本  取自表名
    乙    文本
    得分数  数 0..100

考核 教师
    项目 业绩 满分 10
        得分 = 平均(成绩.得分数) 若缺 0
"""#,
zh: #"""
E253.rules:12:5: 错误[E253] 一张表只能有一列取自列名、一列取自表名
  所在：表 成绩
  12 |     乙    文本  取自表名
     |     ^^
  怎么办：只留一列
"""#,
en: #"""
E253.rules:12:5: error[E253] only one column of a table comes from the headers, and one from the sheet's name
  in: 表 成绩
  12 |     乙    文本  取自表名
     |     ^^
  what to do: keep one
"""#)
        case "E254":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 成绩
    工号  引用 教师
    学科  数 0..9  取自列名
    得分数  数 0..100

考核 教师
    项目 业绩 满分 10
        得分 = 平均(成绩.得分数) 若缺 0
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 成绩
    工号  引用 教师
    学科  语文 | 数学  取自列名
    得分数  数 0..100

考核 教师
    项目 业绩 满分 10
        得分 = 平均(成绩.得分数) 若缺 0
"""#,
zh: #"""
E254.rules:9:5: 错误[E254] “学科”取自列名或表名，只能是文本、选项、月份或引用，不能可空
  所在：表 成绩
  9 |     学科  数 0..9  取自列名
    |     ^^^^
  怎么办：把这一列写成其中的一种
"""#,
en: #"""
E254.rules:9:5: error[E254] “学科” comes from a name: it is a text, choice, month or reference, never empty
  in: 表 成绩
  9 |     学科  数 0..9  取自列名
    |     ^^^^
  what to do: declare the column as one of these
"""#)
        case "E255":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        得分 = 计数(获奖 当 日期 = 日期)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        得分 = 计数(获奖 当 日期 >= 2026-09-01)
"""#,
zh: #"""
E255.rules:14:22: 错误[E255] 两边是同一个“日期”，比较没有意义
  所在：考核 教师 › 业绩
  14 |         得分 = 计数(获奖 当 日期 = 日期)
     |                             ^^^^^^^^^^^
  怎么办：写明与什么比：外面的那一个写“本.日期”，固定的日子或数直接写出来
"""#,
en: #"""
E255.rules:14:22: error[E255] both sides are the same “日期”: the comparison says nothing
  in: 考核 教师 › 业绩
  14 |         得分 = 计数(获奖 当 日期 = 日期)
     |                             ^^^^^^^^^^^
  what to do: say what it is compared with: “this.日期” for the one outside, or the day or figure itself
"""#)
        case "E256":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 记录
    工号  引用 教师
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        甲   = 记录 当 分值 > 0
        乙   = 甲 当 计数(甲) > 1
        丙   = 乙 当 计数(乙) > 1
        丁   = 丙 当 计数(丙) > 1
        戊   = 丁 当 计数(丁) > 1
        己   = 戊 当 计数(戊) > 1
        庚   = 己 当 计数(己) > 1
        辛   = 庚 当 计数(庚) > 1
        壬   = 辛 当 计数(辛) > 1
        癸   = 壬 当 计数(壬) > 1
        子   = 癸 当 计数(癸) > 1
        丑   = 子 当 计数(子) > 1
        寅   = 丑 当 计数(丑) > 1
        卯   = 寅 当 计数(寅) > 1
        辰   = 卯 当 计数(卯) > 1
        巳   = 辰 当 计数(辰) > 1
        午   = 巳 当 计数(巳) > 1
        得分 = 合计(午.分值)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 记录
    工号  引用 教师
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        甲   = 记录 当 分值 > 0
        乙   = 甲 当 分值 > 1
        丙   = 乙 当 分值 > 1
        丁   = 丙 当 分值 > 1
        戊   = 丁 当 分值 > 1
        己   = 戊 当 分值 > 1
        庚   = 己 当 分值 > 1
        辛   = 庚 当 分值 > 1
        壬   = 辛 当 分值 > 1
        癸   = 壬 当 分值 > 1
        子   = 癸 当 分值 > 1
        丑   = 子 当 分值 > 1
        寅   = 丑 当 分值 > 1
        卯   = 寅 当 分值 > 1
        辰   = 卯 当 分值 > 1
        巳   = 辰 当 分值 > 1
        午   = 巳 当 分值 > 1
        得分 = 合计(午.分值)
"""#,
zh: #"""
E256.rules:15:9: 错误[E256] 记录集一层套一层，展开以后超过 20000 处
  所在：考核 教师 › 业绩
  15 |         丙   = 乙 当 计数(乙) > 1
     |         ^^
  怎么办：同一个记录集在下一个里只用一次，或者先算成一个量
"""#,
en: #"""
E256.rules:15:9: error[E256] row sets made of one another come to more than 20000 places
  in: 考核 教师 › 业绩
  15 |         丙   = 乙 当 计数(乙) > 1
     |         ^^
  what to do: use a row set once in the next, or make a value of it first
"""#)
        case "F302":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

对照表 没用 分数
    0..5   1
    其余   2

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        剩余 = 10 - 分
        得分 = 分
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
zh: #"""
F302.rules:4:5: 提请注意[F302] 对照表“没用”没有用到
  所在：对照表 没用
  4 | 对照表 没用 分数
    |        ^^^^
  怎么办：删去它，或检查是不是写错了名称
F302.rules:14:9: 提请注意[F302] 量“剩余”没有用到
  所在：考核 教师 › 业绩
  14 |         剩余 = 10 - 分
     |         ^^^^
  怎么办：删去它，或检查是不是写错了名称
"""#,
en: #"""
F302.rules:4:5: finding[F302] the lookup “没用” is never used
  in: 对照表 没用
  4 | 对照表 没用 分数
    |        ^^^^
  what to do: remove it, or look for a misspelt name
F302.rules:14:9: finding[F302] the value “剩余” is never used
  in: 考核 教师 › 业绩
  14 |         剩余 = 10 - 分
     |         ^^^^
  what to do: remove it, or look for a misspelt name
"""#)
        case "F303":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  30%
        良好  40%
        份额取整 四舍五入
        并列 全部入选
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  30%
        良好  其余
        份额取整 四舍五入
        并列 全部入选
"""#,
zh: #"""
F303.rules:11:8: 提请注意[F303] 各等次份额之和最多 70%，没有“其余”
  所在：考核 教师 › 等级
  11 |     评定 等级 依 总分
     |          ^^^^
  怎么办：把最后一个等次的份额写成“其余”
"""#,
en: #"""
F303.rules:11:8: finding[F303] the shares add up to at most 70%, and no grade is “rest”
  in: 考核 教师 › 等级
  11 |     评定 等级 依 总分
     |          ^^^^
  what to do: let one grade be “rest”
"""#)
        case "F304":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  30%
        良好  其余
        份额取整 四舍五入
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  30%
        良好  其余
        份额取整 四舍五入
        并列 全部入选
"""#,
zh: #"""
F304.rules:11:8: 提请注意[F304] 没有写明名额边上并列的人怎么办，现按“全部入选”处理
  所在：考核 教师 › 等级
  11 |     评定 等级 依 总分
     |          ^^^^
  怎么办：写明“并列 全部入选”或“并列 全部落选”
"""#,
en: #"""
F304.rules:11:8: finding[F304] it is not said what happens to ties at a quota's edge; “allin” is assumed
  in: 考核 教师 › 等级
  11 |     评定 等级 依 总分
     |          ^^^^
  what to do: say “ties allin” or “ties allout”
"""#)
        case "F305":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  30%
        良好  其余
        并列 全部入选
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  30%
        良好  其余
        份额取整 四舍五入
        并列 全部入选
"""#,
zh: #"""
F305.rules:11:8: 提请注意[F305] 没有写明份额怎样取整，现……
  所在：考核 教师 › 等级
  11 |     评定 等级 依 总分
     |          ^^^^
  怎么办：写明“份额取整 四舍五入”“进一”“去尾”或“最大余数”
"""#,
en: #"""
F305.rules:11:8: finding[F305] it is not……
  in: 考核 教师 › 等级
  11 |     评定 等级 依 总分
     |          ^^^^
  what to do: say “quotas halfup”, “up”, “down” or “remainders”
"""#)
        case "F306":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  30%
        良好  其余
        份额取整 四舍五入
        并列 全部入选
        定为 良好 当 组 = 乙组
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  30%
        良好  其余
        份额取整 四舍五入
        并列 全部入选
        定为 良好 当 组 = 乙组
        基数 其余
"""#,
zh: #"""
F306.rules:12:8: 提请注意[F306] 没有写明“定为”的人算不算在基数里，现按“基数 全体”处理
  所在：考核 教师 › 等级
  12 |     评定 等级 依 总分
     |          ^^^^
  怎么办：写明“基数 全体”或“基数 其余”
"""#,
en: #"""
F306.rules:12:8: finding[F306] it is not said whether those placed count in the base; “base everyone” is assumed
  in: 考核 教师 › 等级
  12 |     评定 等级 依 总分
     |          ^^^^
  what to do: say “base everyone” or “base rest”
"""#)
        case "F307":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  30%
        良好  其余
        份额取整 四舍五入
        并列 全部入选
        不得 优秀 当 组 = 乙组
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  30%
        良好  其余
        份额取整 四舍五入
        并列 全部入选
        不得 优秀 当 组 = 乙组  递补
"""#,
zh: #"""
F307.rules:18:9: 提请注意[F307] 没有写明“不得”者空出的名额怎么办，现按“空缺”处理
  所在：考核 教师 › 等级
  18 |         不得 优秀 当 组 = 乙组
     |         ^^^^^^^^^^^^^^^^^^^^^^
  怎么办：在后面写“递补”或“空缺”
"""#,
en: #"""
F307.rules:18:9: finding[F307] it is not said what happens to a barred person's place; “vacant” is assumed
  in: 考核 教师 › 等级
  18 |         不得 优秀 当 组 = 乙组
     |         ^^^^^^^^^^^^^^^^^^^^^^
  what to do: add “refill” or “vacant”
"""#)
        case "F308":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  30%
        良好  >= 5
        份额取整 四舍五入
        并列 全部入选
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  30%
        良好  >= 5
        合格  其余
        份额取整 四舍五入
        并列 全部入选
"""#,
zh: #"""
F308.rules:14:9: 提请注意[F308] 最后一个等次还有条件，可能有人没有等次
  所在：考核 教师 › 等级
  14 |         良好  >= 5
     |         ^^^^^^^^^^
  怎么办：加一行“其余”
"""#,
en: #"""
F308.rules:14:9: finding[F308] the last grade has a condition; some may get no grade
  in: 考核 教师 › 等级
  14 |         良好  >= 5
     |         ^^^^^^^^^^
  what to do: add a row with “rest”
"""#)
        case "F309":
            return PageExample(
wrong: #"""
计划 示例

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分 / 3 * 3
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分 / 3 * 3
"""#,
zh: #"""
F309.rules:7:4: 提请注意[F309] 没有写明得分保留几位小数，现不作取整
  所在：考核 教师
  7 | 考核 教师
    |      ^^^^
  怎么办：在“计划”下面写“小数 2 位 四舍五入”
"""#,
en: #"""
F309.rules:7:4: finding[F309] it is not said to how many decimals scores are rounded; they are not rounded
  in: 考核 教师
  7 | 考核 教师
    |      ^^^^
  what to do: write “decimals 2 halfup” below “plan”
"""#)
        case "F310":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        项目 甲 满分 4
            得分 = 分
        项目 乙 满分 5
            得分 = 分
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        项目 甲 满分 4
            得分 = 分
        项目 乙 满分 6
            得分 = 分
"""#,
zh: #"""
F310.rules:9:11: 提请注意[F310] “业绩”满分 10，下面各项满分相加是 9
  所在：考核 教师 › 业绩
  9 |     项目 业绩 满分 10
    |               ^^^^^^^
  F310.rules:10:12: “甲”满分 4
  10 |         项目 甲 满分 4
     |              ^^
  F310.rules:12:12: “乙”满分 5
  12 |         项目 乙 满分 5
     |              ^^
  怎么办：核对原文，改正其中一个
"""#,
en: #"""
F310.rules:9:11: finding[F310] “业绩” has a maximum of 10, its parts add up to 9
  in: 考核 教师 › 业绩
  9 |     项目 业绩 满分 10
    |               ^^^^^^^
  F310.rules:10:12: “甲”: max 4
  10 |         项目 甲 满分 4
     |              ^^
  F310.rules:12:12: “乙”: max 5
  12 |         项目 乙 满分 5
     |              ^^
  what to do: compare with the plan and mend one of them
"""#)
        case "F311":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分 若缺 0
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
"""#,
zh: #"""
F311.rules:10:14: 提请注意[F311] 这里总有值，“若缺”不会起作用
  所在：考核 教师 › 业绩
  10 |         得分 = 分 若缺 0
     |                ^^^^^^^^^
  怎么办：删去“若缺”
"""#,
en: #"""
F311.rules:10:14: finding[F311] there is always a value here; “missing” has no effect
  in: 考核 教师 › 业绩
  10 |         得分 = 分 若缺 0
     |                ^^^^^^^^^
  what to do: remove it
"""#)
        case "F312":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10
    率    比例

考核 教师
    项目 业绩 满分 10
        得分 = 分 + 率
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10
    率    比例

考核 教师
    项目 业绩 满分 10
        得分 = 分 + 率 / 1% * 0.1
"""#,
zh: #"""
F312.rules:11:14: 提请注意[F312] 比例（百分数）与分数相加减，相差一百倍
  所在：考核 教师 › 业绩
  11 |         得分 = 分 + 率
     |                ^^^^^^^
  怎么办：要把 30% 当 30 分用，在比例后面写“/ 1%”
"""#,
en: #"""
F312.rules:11:14: finding[F312] a ratio (per cent) is added to points: a factor of a hundred
  in: 考核 教师 › 业绩
  11 |         得分 = 分 + 率
     |                ^^^^^^^
  what to do: to use 30% as 30 points, write “/ 1%” after the ratio
"""#)
        case "F313":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 业绩 满分 10
        起评 分
        扣 合计(获奖.分值)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 业绩 满分 10 保底 0
        起评 分
        扣 合计(获奖.分值)
"""#,
zh: #"""
F313.rules:14:8: 提请注意[F313] “业绩”可能扣成负数，现按最低 0 分处理，但没有写明
  所在：考核 教师 › 业绩
  14 |     项目 业绩 满分 10
     |          ^^^^
  怎么办：在满分后面写“保底 0”，或写“满分 -5..10”这样的范围
"""#,
en: #"""
F313.rules:14:8: finding[F313] “业绩” can fall below zero; 0 is assumed as its floor, but not said
  in: 考核 教师 › 业绩
  14 |     项目 业绩 满分 10
     |          ^^^^
  what to do: add “floor 0”, or a range such as “max -5..10”
"""#)
        case "F314":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组

考核 教师
    项目 业绩 满分 10
        得分 = 按 组 (甲组: 20, 乙组: 5)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    甲组 | 乙组

考核 教师
    项目 业绩 满分 10
        得分 = 按 组 (甲组: 10, 乙组: 5)
"""#,
zh: #"""
F314.rules:10:23: 提请注意[F314] “业绩”满分 10，这里给 20
  所在：考核 教师 › 业绩
  10 |         得分 = 按 组 (甲组: 20, 乙组: 5)
     |                             ^^
  F314.rules:9:11: 本项满分在这里
  9 |     项目 业绩 满分 10
    |               ^^^^^^^
  怎么办：核对原文；可改满分，或按比例折算并写“说明”
"""#,
en: #"""
F314.rules:10:23: finding[F314] “业绩” has a maximum of 10, but 20 is given here
  in: 考核 教师 › 业绩
  10 |         得分 = 按 组 (甲组: 20, 乙组: 5)
     |                             ^^
  F314.rules:9:11: the item's maximum is here
  9 |     项目 业绩 满分 10
    |               ^^^^^^^
  what to do: compare with the plan; change the maximum, or scale the points and add a note
"""#)
        case "F315":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

表 下限 主键 日期
    日期  日期
    最少  整数 0..9

考核 教师
    项目 业绩 满分 10
        得分 = 分
    逐条 全部 下限 要求 计数(获奖 同 日期) >= 最少
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

表 获奖
    工号  引用 教师
    日期  日期
    分值  数 0..5

表 下限 主键 日期
    日期  日期
    最少  整数 0..9

考核 教师
    项目 业绩 满分 10
        得分 = 分
    逐条 全部 下限 要求 计数(获奖 同 工号, 日期) >= 最少
"""#,
zh: #"""
F315.rules:20:20: 提请注意[F315] 这里的“获奖”是所有人的记录，不只是本人的
  所在：考核 教师
  20 |     逐条 全部 下限 要求 计数(获奖 同 日期) >= 最少
     |                              ^^^^^^^^^^^^
  怎么办：只要本人的，去掉“全部”，或写成“同 工号, …”
"""#,
en: #"""
F315.rules:20:20: finding[F315] “获奖” here is everybody's records, not only this person's
  in: 考核 教师
  20 |     逐条 全部 下限 要求 计数(获奖 同 日期) >= 最少
     |                              ^^^^^^^^^^^^
  what to do: for this person's, leave out “all”, or write “same 工号, …”
"""#)
        case "F316":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  保底 1 人
        良好  3 人
        合格  其余
        并列 全部入选
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  1 人
        良好  3 人
        合格  其余
        并列 全部入选
"""#,
zh: #"""
F316.rules:13:9: 提请注意[F316] “优秀”只写了“保底”，没有上限，后面的“良好”“合格”轮不到人
  所在：考核 教师 › 等级
  13 |         优秀  保底 1 人
     |         ^^^^^^^^^^^^^^^
  怎么办：写这个等次占多少，如“20%”“3 人”；“保底”是给排在最后的等次留名额的
"""#,
en: #"""
F316.rules:13:9: finding[F316] “优秀” has only a “floor” and no limit: nobody is left for “良好”, “合格”
  in: 考核 教师 › 等级
  13 |         优秀  保底 1 人
     |         ^^^^^^^^^^^^^^^
  what to do: say how many it takes, such as “20%” or “3 persons”; “floor” keeps seats for the grade that comes last
"""#)
        case "F317":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    自评  高 > 中 > 低
    他评  低 > 中 > 高

考核 教师
    项目 业绩 满分 10
        得分 = 按 (自评 > 他评: 5, 其余: 10)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    自评  高 > 中 > 低
    他评  高 > 中 > 低

考核 教师
    项目 业绩 满分 10
        得分 = 按 (自评 > 他评: 5, 其余: 10)
"""#,
zh: #"""
F317.rules:11:17: 提请注意[F317] “高”与“中”在两份选项里高低相反
  所在：考核 教师 › 业绩
  11 |         得分 = 按 (自评 > 他评: 5, 其余: 10)
     |                    ^^^^^^^^^^^
  怎么办：把两份选项的高低排成一样的
"""#,
en: #"""
F317.rules:11:17: finding[F317] “高” and “中” stand in opposite order in two lists of choices
  in: 考核 教师 › 业绩
  11 |         得分 = 按 (自评 > 他评: 5, 其余: 10)
     |                    ^^^^^^^^^^^
  what to do: write both lists in the same order
"""#)
        case "F320":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师
    项目 业绩 满分 100
        得分 = 分 当 分 >= 0
        得分 = 0
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师
    项目 业绩 满分 100
        得分 = 分 当 分 >= 60
        得分 = 0
"""#,
zh: #"""
F320.rules:10:18: 提请注意[F320] 条件“分 >= 0”总是成立
  所在：考核 教师 › 业绩
  10 |         得分 = 分 当 分 >= 0
     |                      ^^^^^^^
  怎么办：删去这个条件，或检查数和列的范围
"""#,
en: #"""
F320.rules:10:18: finding[F320] the condition “分 >= 0” always holds
  in: 考核 教师 › 业绩
  10 |         得分 = 分 当 分 >= 0
     |                      ^^^^^^^
  what to do: remove the condition, or look at the number and the column's range
"""#)
        case "F321":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师
    项目 业绩 满分 100
        得分 = 分
        不计分 当 分 > 100
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师
    项目 业绩 满分 100
        得分 = 分
        不计分 当 分 < 60
"""#,
zh: #"""
F321.rules:11:15: 提请注意[F321] 条件“分 > 100”永远不会成立
  所在：考核 教师 › 业绩
  11 |         不计分 当 分 > 100
     |                   ^^^^^^^^
  怎么办：检查条件里的数、列的范围，有没有写反
"""#,
en: #"""
F321.rules:11:15: finding[F321] the condition “分 > 100” can never hold
  in: 考核 教师 › 业绩
  11 |         不计分 当 分 > 100
     |                   ^^^^^^^^
  what to do: look at the number, the column's range, and whether the sign is reversed
"""#)
        case "F322":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师
    项目 业绩 满分 100
        得分 = 分 封顶 120
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师
    项目 业绩 满分 100
        得分 = 分
"""#,
zh: #"""
F322.rules:10:19: 提请注意[F322] “封顶 120”不会起作用：最高只到 100
  所在：考核 教师 › 业绩
  10 |         得分 = 分 封顶 120
     |                        ^^^
  怎么办：删去它，或检查前面的算法
"""#,
en: #"""
F322.rules:10:19: finding[F322] “cap 120” has no effect: the highest is 100
  in: 考核 教师 › 业绩
  10 |         得分 = 分 封顶 120
     |                        ^^^
  what to do: remove it, or look at the formula before it
"""#)
        case "F323":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师
    项目 业绩 满分 100
        得分 = 分 保底 100
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师
    项目 业绩 满分 100
        得分 = 分 保底 60
"""#,
zh: #"""
F323.rules:10:19: 提请注意[F323] “保底 100”总是起作用，结果总是 100
  所在：考核 教师 › 业绩
  10 |         得分 = 分 保底 100
     |                        ^^^
  怎么办：检查这个数和前面的算法
"""#,
en: #"""
F323.rules:10:19: finding[F323] “floor 100” always takes effect: the result is always 100
  in: 考核 教师 › 业绩
  10 |         得分 = 分 保底 100
     |                        ^^^
  what to do: look at the bound and at the formula before it
"""#)
        case "F324":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    级别  省 > 市
    分值  数 1..5

考核 教师
    项目 业绩 满分 10
        得分 = 合计(获奖.分值) 封顶 8
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    级别  省 > 市
    分值  数 1..5

考核 教师
    项目 业绩 满分 8
        得分 = 合计(获奖.分值) 封顶 8
"""#,
zh: #"""
F324.rules:13:11: 提请注意[F324] “业绩”满分 10，按现在的规则最多只能得 8
  所在：考核 教师 › 业绩
  13 |     项目 业绩 满分 10
     |               ^^^^^^^
  怎么办：核对原文：是满分写大了，还是漏写了得分的规则
"""#,
en: #"""
F324.rules:13:11: finding[F324] “业绩” has a maximum of 10, but by its rules no more than 8 can be reached
  in: 考核 教师 › 业绩
  13 |     项目 业绩 满分 10
     |               ^^^^^^^
  what to do: compare with the plan: is the maximum too high, or is a rule missing?
"""#)
        case "F325":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

对照表 档 分
    90..100  10
    80..89   8
    <= 79    5

考核 教师
    项目 业绩 满分 10
        得分 = 档[分]
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

对照表 档 分
    90..100  10
    >= 80    8
    其余     5

考核 教师
    项目 业绩 满分 10
        得分 = 档[分]
"""#,
zh: #"""
F325.rules:8:5: 提请注意[F325] “档”没有包括 79 与 80 之间（如 79.5）、89 与 90 之间（如 89.5）
  所在：对照表 档
  8 | 对照表 档 分
    |        ^^
  怎么办：补上这几行，或写“其余”；确实不该有的，在用到的地方写“若缺 …”
"""#,
en: #"""
F325.rules:8:5: finding[F325] “档” leaves……
  in: 对照表 档
  8 | 对照表 档 分
    |        ^^
  what to do: add the rows, or “rest”; where none should be, write “missing …” at its use
"""#)
        case "F326":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

对照表 档 分
    80..100  10
    0..80    5

考核 教师
    项目 业绩 满分 10
        得分 = 档[分]
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

对照表 档 分
    80..100  10
    < 80     5

考核 教师
    项目 业绩 满分 10
        得分 = 档[分]
"""#,
zh: #"""
F326.rules:10:5: 提请注意[F326] 这一行与前面的行都包括 80，按前面的一行算
  所在：对照表 档
  10 |     0..80    5
     |     ^^^^^^^^^^
  怎么办：改其中一行的界限，使每个数只在一行里
"""#,
en: #"""
F326.rules:10:5: finding[F326] this row and an earlier one both take 80; the earlier counts
  in: 对照表 档
  10 |     0..80    5
     |     ^^^^^^^^^^
  what to do: change a bound so that each number is in one row only
"""#)
        case "F327":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

对照表 档 分
    > 100  10
    >= 60  8
    < 60   5

考核 教师
    项目 业绩 满分 10
        得分 = 档[分]
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

对照表 档 分
    >= 90  10
    >= 60  8
    < 60   5

考核 教师
    项目 业绩 满分 10
        得分 = 档[分]
"""#,
zh: #"""
F327.rules:9:5: 提请注意[F327] “> 100”这一行查不到：数据只在 0..100 之间
  所在：对照表 档
  9 |     > 100  10
    |     ^^^^^^^^^
  怎么办：删去它，或检查界限和列的范围
"""#,
en: #"""
F327.rules:9:5: finding[F327] the row “> 100” is never reached: the data lie in 0..100
  in: 对照表 档
  9 |     > 100  10
    |     ^^^^^^^^^
  what to do: remove it, or look at the bounds and the column's range
"""#)
        case "F328":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师
    项目 业绩 满分 10
        得分 = 按 分 (>= 60: 5, 80..100: 10, 其余: 0)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师
    项目 业绩 满分 10
        得分 = 按 分 (80..100: 10, >= 60: 5, 其余: 0)
"""#,
zh: #"""
F328.rules:10:29: 提请注意[F328] “80..100”这种情况不会出现，前面的已经包括，或数据到不了
  所在：考核 教师 › 业绩
  10 |         得分 = 按 分 (>= 60: 5, 80..100: 10, 其余: 0)
     |                                 ^^^^^^^
  怎么办：删去它，或检查界限和列的范围
"""#,
en: #"""
F328.rules:10:29: finding[F328] the case “80..100” cannot occur: earlier ones take it, or the data never reach it
  in: 考核 教师 › 业绩
  10 |         得分 = 按 分 (>= 60: 5, 80..100: 10, 其余: 0)
     |                                 ^^^^^^^
  what to do: remove it, or look at the bounds and the column's range
"""#)
        case "F330":
            return PageExample(
wrong: #"""
教师出勤考核安排
每出勤一次计1分，最多20分。
"""#,
right: #"""
教师出勤考核安排
一、每出勤一次计1分，最多20分。
"""#,
besides: #"""
F330.rules

计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    次数  整数 0..20

考核 教师
    项目 出勤 满分 20    依据 一
        得分 = 次数
"""#,
zh: #"""
F330.plan.txt:1:1: 提请注意[F330] 计划的文本里找不到条款号，没有可以对照的
  1 | 教师出勤考核安排
    | ^
  怎么办：条款号写在行首，如“一、”“1.”“（1）”“①”“第一条”
"""#,
en: #"""
F330.plan.txt:1:1: finding[F330] the plan's text has no numbered clauses to compare with
  1 | 教师出勤考核安排
    | ^
  what to do: the numbers of clauses begin their lines, such as 一、, 1., （1）, ①, 第一条
"""#)
        case "F331":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    次数  整数 0..20
    节数  整数 0..40

考核 教师
    项目 出勤 满分 20    依据 一、1
        得分 = 次数
    项目 听课 满分 10    依据 二
        得分 = 节数 * 0.5

未入规则 三    说明 组织办法，不影响得分
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    次数  整数 0..20
    节数  整数 0..40

考核 教师
    项目 出勤 满分 20    依据 一、1
        得分 = 次数
    项目 全勤 满分 2     依据 一、2
        加 2 当 次数 = 20
    项目 听课 满分 10    依据 二
        得分 = 节数 * 0.5

未入规则 三    说明 组织办法，不影响得分
未入规则 四    说明 师德由学校另行考核
"""#,
besides: #"""
F331.plan.txt

教师考核安排
一、出勤
1.每出勤一次计1分，最多20分。
2.全年没有缺勤的，另加2分。
二、听课
（1）每听课一节计0.5分。
（2）最多10分。
三、组织
1.由教务处组织。
2.每学期公布一次。
四、师德
（1）有违反师德行为的，扣10分。
（2）情节严重的，不计分。
"""#,
zh: #"""
F331.plan.txt:4:1: 提请注意[F331] 计划的“一、2 全年没有缺勤的”没有一行规则依据它，也没有列入“未入规则”
  4 | 2.全年没有缺勤的，另加2分。
    | ^^
  怎么办：给相应的规则写“依据 一、2”；与得分无关的，写进“未入规则 一、2  说明 …”
F331.plan.txt:11:1: 提请注意[F331] 计划的“四 师德”没有一行规则依据它，也没有列入“未入规则”
  11 | 四、师德
     | ^^^^
  怎么办：给相应的规则写“依据 四”；与得分无关的，写进“未入规则 四  说明 …”
"""#,
en: #"""
F331.plan.txt:4:1: finding[F331] clause “一、2 全年没有缺勤的” of the plan: no rule rests on it, and “unscored” does not list it
  4 | 2.全年没有缺勤的，另加2分。
    | ^^
  what to do: write “clause 一、2” behind its rules; if it does not touch the scores, “unscored 一、2  note …”
F331.plan.txt:11:1: finding[F331] clause “四 师德” of the plan: no rule rests on it, and “unscored” does not list it
  11 | 四、师德
     | ^^^^
  what to do: write “clause 四” behind its rules; if it does not touch the scores, “unscored 四  note …”
"""#)
        case "F332":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本          依据 前言
    次数  整数 0..20    依据 第三条（二）
    节数  整数 0..40    依据 第四条

考核 教师
    项目 出勤 满分 20    依据 第三条（一）
        得分 = 次数    依据 第三条（三）
    项目 听课 满分 10    依据 第四条
        得分 = 节数 * 0.5    依据 第四条, 第6条

未入规则 第一条、第二条, 第五条, 附件一    说明 总则
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本          依据 前言
    次数  整数 0..20    依据 第三条（二）
    节数  整数 0..40    依据 第四条

考核 教师
    项目 出勤 满分 20    依据 第三条（一）
        得分 = 次数    依据 第三条（一）
    项目 听课 满分 10    依据 第四条
        得分 = 节数 * 0.5    依据 第四条

未入规则 第一条、第二条, 第五条    说明 总则
"""#,
besides: #"""
F332.plan.txt

　　　　第一章　总　则
　　第一条　为做好教师考核，制定本办法。
　　第二条　本办法适用于全体教师。
　　　　第二章　考　核
　　第三条　出勤：（一）每出勤一次计1分；（二）最多20分。
　　第四条　听课每节计0.5分，最多10分。
　　第五条　考核结果在校内公布。
"""#,
zh: #"""
F332.rules:11:23: 提请注意[F332] 计划里没有“第三条（三）”这一条
  所在：考核 教师 › 出勤（依据 第三条（三））
  11 |         得分 = 次数    依据 第三条（三）
     |                             ^^^^^^^^^^^^
  怎么办：是不是“第二章第三条（二）”？
F332.rules:13:34: 提请注意[F332] 计划里没有“第6条”这一条
  所在：考核 教师 › 听课（依据 第四条, 第6条）
  13 |         得分 = 节数 * 0.5    依据 第四条, 第6条
     |                                           ^^^^^
  怎么办：是不是“第二章第五条”？
F332.rules:15:20: 提请注意[F332] 计划里没有“附件一”这一条
  15 | 未入规则 第一条、第二条, 第五条, 附件一    说明 总则
     |                                  ^^^^^^
  怎么办：照计划的条款号改正
"""#,
en: #"""
F332.rules:11:23: finding[F332] the plan has no clause “第三条（三）”
  in: 考核 教师 › 出勤 (clause 第三条（三）)
  11 |         得分 = 次数    依据 第三条（三）
     |                             ^^^^^^^^^^^^
  what to do: did you mean “第二章第三条（二）”?
F332.rules:13:34: finding[F332] the plan has no clause “第6条”
  in: 考核 教师 › 听课 (clause 第四条, 第6条)
  13 |         得分 = 节数 * 0.5    依据 第四条, 第6条
     |                                           ^^^^^
  what to do: did you mean “第二章第五条”?
F332.rules:15:20: finding[F332] the plan has no clause “附件一”
  15 | 未入规则 第一条、第二条, 第五条, 附件一    说明 总则
     |                                  ^^^^^^
  what to do: write the number as the plan has it
"""#)
        case "F333":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

选项 级别  省 > 市 > 县    依据 二、1

表 教师 主键 工号
    工号    文本
    次数    整数 0..40       依据 一
    出勤率  比例 0%..100%    依据 一
    缺勤    整数 0..20       依据 二、2

表 获奖
    工号  引用 教师
    级别  级别

对照表 获奖分 级别         依据 二、1
    省  5
    市  4
    县  3

考核 教师
    项目 出勤 满分 20 保底 0    依据 一
        起评 15
        加 次数 * 0.2
        不计分 当 出勤率 < 75%
    项目 获奖 满分 5 保底 0     依据 二
        加 最高(获奖分[级别] 于 获奖)    依据 二、1
            说明 原文“6分”是上一年的，按学校的通知改为 5 分
        扣 0.5 当 缺勤 >= 2              依据 二、2
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

选项 级别  省 > 市 > 县    依据 二、1

表 教师 主键 工号
    工号    文本
    次数    整数 0..40       依据 一
    出勤率  比例 0%..100%    依据 一
    缺勤    整数 0..20       依据 二、2

表 获奖
    工号  引用 教师
    级别  级别

对照表 获奖分 级别         依据 二、1
    省  5
    市  4
    县  3

考核 教师
    项目 出勤 满分 20 保底 0    依据 一
        起评 15
        加 次数 * 0.25
        不计分 当 出勤率 < 80%
    项目 获奖 满分 5 保底 0     依据 二
        加 最高(获奖分[级别] 于 获奖)    依据 二、1
            说明 原文“6分”是上一年的，按学校的通知改为 5 分
        扣 0.5 当 缺勤 >= 3              依据 二、2
"""#,
besides: #"""
F333.plan.txt

教师考核安排
一、出勤（20分）
起评15分，每出勤一次加０．２５分，出勤率不到80%的不计分。
二、获奖（5分）
1.获省级奖计6分，每降一级减1分。2.三次以上没有出勤的，扣0.5分。
"""#,
zh: #"""
F333.plan.txt:3:13: 提请注意[F333] 计划的“一”写着“0.25分”，依据它的规则里没有这个数，却有原文没有的 0.2
  3 | 起评15分，每出勤一次加０．２５分，出勤率不到80%的不计分。
    |                       ^^^^^^^^^^
  F333.rules:24:9: 依据它的规则
  24 |         加 次数 * 0.2
     |         ^^^^^^^^^^^^^
  怎么办：核对原文，改正规则里的数；有意不同的，在这些规则后面写“说明”并写出原文的数
F333.plan.txt:3:24: 提请注意[F333] 计划的“一”写着“80%”，依据它的规则里没有这个数，却有原文没有的 75%
  3 | 起评15分，每出勤一次加０．２５分，出勤率不到80%的不计分。
    |                                             ^^^
  F333.rules:25:9: 依据它的规则
  25 |         不计分 当 出勤率 < 75%
     |         ^^^^^^^^^^^^^^^^^^^^^^
  怎么办：核对原文，改正规则里的数；有意不同的，在这些规则后面写“说明”并写出原文的数
"""#,
en: #"""
F333.plan.txt:3:13: finding[F333] clau……
  3 | 起评15分，每出勤一次加０．２５分，出勤率不到80%的不计分。
    |                       ^^^^^^^^^^
  F333.rules:24:9: a rule that rests on it
  24 |         加 次数 * 0.2
     |         ^^^^^^^^^^^^^
  what to do: compare and mend the rule; where it differs on purpose, add a note that quotes the plan's number
F333.plan.txt:3:24: finding[F333] clau……
  3 | 起评15分，每出勤一次加０．２５分，出勤率不到80%的不计分。
    |                                             ^^^
  F333.rules:25:9: a rule that rests on it
  25 |         不计分 当 出勤率 < 75%
     |         ^^^^^^^^^^^^^^^^^^^^^^
  what to do: compare and mend the rule; where it differs on purpose, add a note that quotes the plan's number
"""#)
        case "F334":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    出勤  数 0..50              依据 一
    听课  数 0..50              依据 一
    等级  优秀 > 良好 > 合格    依据 二

考核 教师 满分 110    依据 一
    项目 出勤分 满分 50
        得分 = 出勤
    项目 听课分 满分 50
        得分 = 听课

    项目 师德 满分 10    依据 二
        得分 = 按 等级 (优秀: 10, 良好: 8, 合格: 6)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    出勤  数 0..50                       依据 一
    听课  数 0..50                       依据 一
    备课  数 0..50                       依据 一
    等级  优秀 > 良好 > 合格 > 不合格    依据 二

考核 教师 满分 160    依据 一
    项目 出勤分 满分 50
        得分 = 出勤
    项目 听课分 满分 50
        得分 = 听课
    项目 备课分 满分 50
        得分 = 备课

    项目 师德 满分 10    依据 二
        得分 = 按 等级 (优秀: 10, 良好: 8, 合格: 6, 不合格: 0)
"""#,
besides: #"""
F334.plan.txt

教师考核安排
一、以下四项成绩相加，每项50分。
二、师德按四个等级计分，优秀10分、良好8分、合格6分。
"""#,
zh: #"""
F334.plan.txt:2:5: 提请注意[F334] 计划的“一”写着“四项成绩”，依据它的规则里列出的是 3 个
  2 | 一、以下四项成绩相加，每项50分。
    |         ^^^^^^^^
  F334.rules:10:4: 依据它的规则
  10 | 考核 教师 满分 110    依据 一
     |      ^^^^
  怎么办：核对是不是漏了一个；原文前后不一致的，在“说明”里写明怎样理解“四项成绩”
F334.plan.txt:3:6: 提请注意[F334] 计划的“二”写着“四个等级”，依据它的规则里列出的是 3 个
  3 | 二、师德按四个等级计分，优秀10分、良好8分、合格6分。
    |           ^^^^^^^^
  F334.rules:8:5: 依据它的规则
  8 |     等级  优秀 > 良好 > 合格    依据 二
    |     ^^^^^^^^^^^^^^^^^^^^^^^^
  F334.rules:17:9: 依据它的规则
  17 |         得分 = 按 等级 (优秀: 10, 良好: 8, 合格: 6)
     |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  怎么办：核对是不是漏了一个；原文前后不一致的，在“说明”里写明怎样理解“四个等级”
"""#,
en: #"""
F334.plan.txt:2:5: finding[F334] clause “一” of the plan says “四项成绩”; the rules that rest on it list 3
  2 | 一、以下四项成绩相加，每项50分。
    |         ^^^^^^^^
  F334.rules:10:4: a rule that rests on it
  10 | 考核 教师 满分 110    依据 一
     |      ^^^^
  what to do: see whether one is missing; if the plan contradicts itself, add a note on how “四项成绩” is read
F334.plan.txt:3:6: finding[F334] clause “二” of the plan says “四个等级”; the rules that rest on it list 3
  3 | 二、师德按四个等级计分，优秀10分、良好8分、合格6分。
    |           ^^^^^^^^
  F334.rules:8:5: a rule that rests on it
  8 |     等级  优秀 > 良好 > 合格    依据 二
    |     ^^^^^^^^^^^^^^^^^^^^^^^^
  F334.rules:17:9: a rule that rests on it
  17 |         得分 = 按 等级 (优秀: 10, 良好: 8, 合格: 6)
     |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  what to do: see whether one is missing; if the plan contradicts itself, add a note on how “四个等级” is read
"""#)
        case "F335":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

选项 级别  省 > 市 > 县
选项 奖次  一等奖 > 二等奖 > 三等奖

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    级别  级别
    奖次  奖次

对照表 获奖分 级别, 奖次    依据 一
        一等奖  二等奖  三等奖
    省  5       4.5     4
    市  4       3.5     2.8
    县  3       2.5     2

考核 教师
    项目 获奖 满分 5    依据 一
        加 最高(获奖分[级别, 奖次] 于 获奖)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

选项 级别  省 > 市 > 县
选项 奖次  一等奖 > 二等奖 > 三等奖

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    级别  级别
    奖次  奖次

对照表 获奖分 级别, 奖次    依据 一
        一等奖  二等奖  三等奖
    省  5       4.5     4
    市  4       3.5     3
    县  3       2.5     2

考核 教师
    项目 获奖 满分 5    依据 一
        加 最高(获奖分[级别, 奖次] 于 获奖)
"""#,
besides: #"""
F335.plan.txt

教师考核安排
一、获奖（5分）
省市县的一等奖分别计5分、4分、3分，每降低一个奖次减0.5分，只计最高的一个。
"""#,
zh: #"""
F335.rules:18:5: 提请注意[F335] 计划的“一”说每一级相差“0.5分”，这一行不是
  所在：对照表 获奖分（依据 一）
  18 |     市  4       3.5     2.8
     |     ^^^^^^^^^^^^^^^^^^^^^^^
  F335.plan.txt:3:28: 计划的原文在这里
  3 | 省市县的一等奖分别计5分、4分、3分，每降低一个奖次减0.5分，只计最高的一个。
    |                                                    ^^^^^
  怎么办：核对这一行的每一格
"""#,
en: #"""
F335.rules:18:5: finding[F335] clause “一” of the plan says that each step is “0.5分”; in this row it is not
  in: 对照表 获奖分 (clause 一)
  18 |     市  4       3.5     2.8
     |     ^^^^^^^^^^^^^^^^^^^^^^^
  F335.plan.txt:3:28: the plan says so here
  3 | 省市县的一等奖分别计5分、4分、3分，每降低一个奖次减0.5分，只计最高的一个。
    |                                                    ^^^^^
  what to do: look at each cell of this row
"""#)
        case "F340":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师 3 项
    项目 业绩 满分 10
        得分 = 分 / 10
    项目 品德 满分 5
        得分 = 分 / 20
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师 2 项
    项目 业绩 满分 10
        得分 = 分 / 10
    项目 品德 满分 5
        得分 = 分 / 20
"""#,
zh: #"""
F340.rules:8:7: 提请注意[F340] 写明有 3 项，列出的是 2 项
  所在：考核 教师
  8 | 考核 教师 3 项
    |           ^^^^
  F340.rules:9:8: “业绩”
  9 |     项目 业绩 满分 10
    |          ^^^^
  F340.rules:11:8: “品德”
  11 |     项目 品德 满分 5
     |          ^^^^
  怎么办：核对原文：是数写错了，还是漏列、多列了；原文自相矛盾的，改数并写“说明”
"""#,
en: #"""
F340.rules:8:7: finding[F340] 3 items are announced, 2 are listed
  in: 考核 教师
  8 | 考核 教师 3 项
    |           ^^^^
  F340.rules:9:8: “业绩”
  9 |     项目 业绩 满分 10
    |          ^^^^
  F340.rules:11:8: “品德”
  11 |     项目 品德 满分 5
     |          ^^^^
  what to do: compare with the plan: a wrong number, or one missing or too many; where the plan contradicts itself, change it and add a note
"""#)
        case "F341":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师
    项目 业绩 满分 60
        得分 = 分 * 0.6
    项目 品德 满分 50
        得分 = 分 / 2
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师 满分 110
    项目 业绩 满分 60
        得分 = 分 * 0.6
    项目 品德 满分 50
        得分 = 分 / 2
"""#,
zh: #"""
F341.rules:8:4: 提请注意[F341] 各项满分相加是 110，总分的满分没有写明
  所在：考核 教师
  8 | 考核 教师
    |      ^^^^
  怎么办：在“考核”后面写明“满分 110”；要折成百分的，写“总分 = …”
"""#,
en: #"""
F341.rules:8:4: finding[F341] the maxima of the items add up to 110; the total's maximum is not said
  in: 考核 教师
  8 | 考核 教师
    |      ^^^^
  what to do: say “max 110” behind “assess”, or define the total
"""#)
        case "F342":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师
    项目 业绩 满分 10 保底 0
        起评 10
        扣 (分 - 60) / 10
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师
    项目 业绩 满分 10 保底 0
        起评 10
        扣 (100 - 分) / 10
"""#,
zh: #"""
F342.rules:11:11: 提请注意[F342] 扣的数可能是负的，负的扣分就成了加分
  所在：考核 教师 › 业绩
  11 |         扣 (分 - 60) / 10
     |            ^^^^^^^^^^^^^^
  怎么办：用“保底 0”限定，或改用加、扣
"""#,
en: #"""
F342.rules:11:11: finding[F342] what is deducted may be negative, which would add points
  in: 考核 教师 › 业绩
  11 |         扣 (分 - 60) / 10
     |            ^^^^^^^^^^^^^^
  what to do: limit it by “floor 0”, or use the other word
"""#)
        case "F343":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100
    等    优 > 良 > 差

表 获奖
    工号  引用 教师
    级别  省 > 市
    分值  数 1..5

考核 教师
    项目 业绩 满分 -5..10
        加 分 / 10
        扣 合计(获奖.分值)
        不计分 当 等 = 差
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100
    等    优 > 良 > 差

表 获奖
    工号  引用 教师
    级别  省 > 市
    分值  数 1..5

考核 教师
    项目 业绩 满分 -5..10
        得分 = -5 当 等 = 差
        得分 = 分 / 10 - 合计(获奖.分值)
"""#,
zh: #"""
F343.rules:18:9: 提请注意[F343] “业绩”最低可到 -5，“不计分”却得 0，比扣分的还高
  所在：考核 教师 › 业绩
  18 |         不计分 当 等 = 差
     |         ^^^^^^^^^^^^^^^^^
  怎么办：写明这种情况得几分：用“得分 = … 当 …”
"""#,
en: #"""
F343.rules:18:9: finding[F343] “业绩” can go down to -5, but “void” gives 0, which is more
  in: 考核 教师 › 业绩
  18 |         不计分 当 等 = 差
     |         ^^^^^^^^^^^^^^^^^
  what to do: say what the score is then: “score = … when …”
"""#)
        case "F344":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师
    项目 业绩 满分 12.345
        得分 = 分 封顶 12.345
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师
    项目 业绩 满分 12.35
        得分 = 分 封顶 12.35
"""#,
zh: #"""
F344.rules:9:11: 提请注意[F344] 满分 12.345 的小数比规定的 2 位还多
  所在：考核 教师 › 业绩
  9 |     项目 业绩 满分 12.345
    |               ^^^^^^^^^^^
  怎么办：改满分，或改“小数”
"""#,
en: #"""
F344.rules:9:11: finding[F344] the maximum 12.345 has more than the 2 declared decimals
  in: 考核 教师 › 业绩
  9 |     项目 业绩 满分 12.345
    |               ^^^^^^^^^^^
  what to do: change the maximum or the decimals
"""#)
        case "F345":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师 满分 100
    项目 业绩 满分 60
        得分 = 分 * 0.6
    项目 品德
        得分 = 分 * 0.4
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师 满分 100
    项目 业绩 满分 60
        得分 = 分 * 0.6
    项目 品德 满分 40
        得分 = 分 * 0.4
"""#,
zh: #"""
F345.rules:11:8: 提请注意[F345] “教师”下面各项都有满分，“品德”没有
  所在：考核 教师 › 品德
  11 |     项目 品德
     |          ^^^^
  怎么办：核对原文，给它写上“满分 …”
"""#,
en: #"""
F345.rules:11:8: finding[F345] the items of “教师” have maxima, but “品德” has none
  in: 考核 教师 › 品德
  11 |     项目 品德
     |          ^^^^
  what to do: compare with the plan and give it a “max …”
"""#)
        case "F346":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师
    项目 业绩 满分 60
        加 分 * 0.5
        加 10 当 分 > 90
        加 10 当 分 > 90
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师
    项目 业绩 满分 60
        加 分 * 0.5
        加 10 当 分 > 90
"""#,
zh: #"""
F346.rules:12:9: 提请注意[F346] “加 10 当 分 > 90”在同一项里写了两遍，算了两次
  所在：考核 教师 › 业绩
  12 |         加 10 当 分 > 90
     |         ^^^^^^^^^^^^^^^^
  怎么办：只留一行；确实要算两次的，合成一行
"""#,
en: #"""
F346.rules:12:9: finding[F346] “加 10 当 分 > 90” is written twice in one item and counts twice
  in: 考核 教师 › 业绩
  12 |         加 10 当 分 > 90
     |         ^^^^^^^^^^^^^^^^
  what to do: keep one; if it shall count twice, make one line of it
"""#)
        case "F347":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

对照表 折算 成绩
    60  0
    61  0.5
    62  1
    63  1.5
    64  2
    65  2.5
    66  3
    67  3.5
    68  4
    69  4.5
    70  50
    71  5.5
    72  6
    73  6.5
    74  7
    75  7.5
    76  8
    77  8.5
    78  9
    79  9.5
    80  10

表 教师 主键 工号
    工号  文本
    成绩  整数 60..80

考核 教师
    项目 业绩 满分 50
        得分 = 折算[成绩]
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

对照表 折算 成绩
    60  0
    61  0.5
    62  1
    63  1.5
    64  2
    65  2.5
    66  3
    67  3.5
    68  4
    69  4.5
    70  5
    71  5.5
    72  6
    73  6.5
    74  7
    75  7.5
    76  8
    77  8.5
    78  9
    79  9.5
    80  10

表 教师 主键 工号
    工号  文本
    成绩  整数 60..80

考核 教师
    项目 业绩 满分 10
        得分 = 折算[成绩]
"""#,
zh: #"""
F347.rules:15:5: 提请注意[F347] “折算”前后每行都差 0.5，到这一行不是
  所在：对照表 折算
  15 |     70  50
     |     ^^^^^^
  怎么办：对照计划原文，看是不是抄漏、抄重或抄错了一行
"""#,
en: #"""
F347.rules:15:5: finding[F347] “折算” goes on by 0.5 from row to row, but not at this row
  in: 对照表 折算
  15 |     70  50
     |     ^^^^^^
  what to do: see in the plan whether a row was left out, doubled or mistyped
"""#)
        case "F348":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

选项 等次  优秀 > 合格 > 不合格

对照表 考核分 次
    优秀    6
    合格    4
    不合格  0

表 教师 主键 工号
    工号  文本
    等次  等次

考核 教师
    项目 年度考核 满分 6
        得分 = 考核分[等次]
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

选项 等次  优秀 > 合格 > 不合格

对照表 考核分 等次
    优秀    6
    合格    4
    不合格  0

表 教师 主键 工号
    工号  文本
    等次  等次

考核 教师
    项目 年度考核 满分 6
        得分 = 考核分[等次]
"""#,
zh: #"""
F348.rules:6:9: 提请注意[F348] “考核分”的键写作“次”，文件里没有叫这个名字的列、选项或量；查的时候用的是“等次”
  所在：对照表 考核分
  6 | 对照表 考核分 次
    |               ^^
  怎么办：有错字的改正；键名写要查的列、选项或量的名字，如“等次”
"""#,
en: #"""
F348.rules:6:9: finding[F348] the key of……
  in: 对照表 考核分
  6 | 对照表 考核分 次
    |               ^^
  what to do: call it as what is looked up: “等次”
"""#)
        case "F349":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 带队
    工号  引用 教师
    人数  整数 1..99
    级别  国家 | 省

对照表 带队分 级别
    1..9    1
    10..99  2

考核 教师
    项目 带队 满分 10
        加 合计(带队分[人数] 于 带队 当 级别 = 省)
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 带队
    工号  引用 教师
    人数  整数 1..99
    级别  国家 | 省

对照表 带队分 人数
    1..9    1
    10..99  2

考核 教师
    项目 带队 满分 10
        加 合计(带队分[人数] 于 带队 当 级别 = 省)
"""#,
zh: #"""
F349.rules:12:9: 提请注意[F349] “级别”是选项（国家、省），在“带队分”里却是数
  所在：对照表 带队分
  12 | 对照表 带队分 级别
     |               ^^^^
  怎么办：核对键名，有两个键的看次序是不是反了
"""#,
en: #"""
F349.rules:12:9: finding[F349] “级别” is a choice (国家, 省), but in “带队分” it is a number
  in: 对照表 带队分
  12 | 对照表 带队分 级别
     |               ^^^^
  what to do: look at the key's name, and with two keys at their order
"""#)
        case "F350":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 步骤 主键 步骤
    步骤  文本
    分值  整数 0..20

表 学员 主键 学员
    学员  文本

表 完成情况 主键 学员, 步骤
    学员  引用 学员
    步骤  引用 学员
    完成  是否

考核 学员
    项目 课程 满分 100 保底 0
        起评 100
        逐条 全部 步骤 当 非 (完成情况[学员, 步骤].完成 若缺 否)  扣 分值
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 步骤 主键 步骤
    步骤  文本
    分值  整数 0..20

表 学员 主键 学员
    学员  文本

表 完成情况 主键 学员, 步骤
    学员  引用 学员
    步骤  引用 步骤
    完成  是否

考核 学员
    项目 课程 满分 100 保底 0
        起评 100
        逐条 全部 步骤 当 非 (完成情况[学员, 步骤].完成 若缺 否)  扣 分值
"""#,
zh: #"""
F350.rules:19:32: 提请注意[F350] 键“步骤”引用“学员”，这里给的“步骤”却是表“步骤”的主键
  所在：考核 学员 › 课程
  19 |         逐条 全部 步骤 当 非 (完成情况[学员, 步骤].完成 若缺 否)  扣 分值
     |                                              ^^^^
  怎么办：核对“引用”后面的表名：要的是“步骤”还是“学员”
"""#,
en: #"""
F350.rules:19:32: finding[F350] the key “步骤” refers to “学员”, but the “步骤” given here is the key of the table “步骤”
  in: 考核 学员 › 课程
  19 |         逐条 全部 步骤 当 非 (完成情况[学员, 步骤].完成 若缺 否)  扣 分值
     |                                              ^^^^
  what to do: look at the table behind “reference”: “步骤” or “学员”?
"""#)
        case "F351":
            return PageExample(
wrong: #"""
计划 漏了一项
    小数 2 位 四舍五入

表 教师 主键 工号
    工号    文本
    课时    数 0..20
    带徒数  整数 0..5
    论文数  整数 0..5

考核 教师 满分 100
    项目 工作 满分 100
        得分 = 课时分 * 5
        项目 课时分 满分 20
            得分 = 课时
        项目 论文 满分 5
            得分 = 论文数
    项目 带徒 满分 10
        得分 = 带徒数 * 2
    总分 = 工作
    输出 工号, 工作, 带徒, 总分
"""#,
right: #"""
计划 漏了一项
    小数 2 位 四舍五入

表 教师 主键 工号
    工号    文本
    课时    数 0..15
    带徒数  整数 0..5
    论文数  整数 0..5

考核 教师 满分 100
    项目 工作 满分 90
        得分 = 课时分 * 5 + 论文 * 3
        项目 课时分 满分 15
            得分 = 课时
        项目 论文 满分 5
            得分 = 论文数
    项目 带徒 满分 10
        得分 = 带徒数 * 2
    总分 = 工作 + 带徒
    输出 工号, 工作, 带徒, 总分
"""#,
zh: #"""
F351.rules:15:12: 提请注意[F351] “论文”不计入“工作”：“工作”的算式里没有它
  所在：考核 教师 › 工作 › 论文
  15 |         项目 论文 满分 5
     |              ^^^^
  怎么办：写进“工作”的算式；有意不计分的，不写成项目，写成一个量“论文 = …”
F351.rules:17:8: 提请注意[F351] “带徒”不计入“总分”：“总分”的算式里没有它
  所在：考核 教师 › 带徒
  17 |     项目 带徒 满分 10
     |          ^^^^
  怎么办：写进“总分”的算式；有意不计分的，不写成项目，写成一个量“带徒 = …”
"""#,
en: #"""
F351.rules:15:12: finding[F351] “论文” does not count in “工作”, whose formula does not name it
  in: 考核 教师 › 工作 › 论文
  15 |         项目 论文 满分 5
     |              ^^^^
  what to do: name it in the formula of “工作”; what is not to count is no section but a value, “论文 = …”
F351.rules:17:8: finding[F351] “带徒” does not count in “总分”, whose formula does not name it
  in: 考核 教师 › 带徒
  17 |     项目 带徒 满分 10
     |          ^^^^
  what to do: name it in the formula of “总分”; what is not to count is no section but a value, “带徒 = …”
"""#)
        case "F352":
            return PageExample(
wrong: #"""
计划 起止颠倒
    小数 2 位 四舍五入
    学年 = 2026-08-31 至 2025-09-01
    始   = 2026-09-01
    终   = 2025-09-01

表 教师 主键 工号
    工号  文本
    入职  日期

考核 教师
    项目 业绩 满分 5
        加 3 当 入职 在 学年
        加 2 当 入职 在 始..终
"""#,
right: #"""
计划 起止颠倒
    小数 2 位 四舍五入
    学年 = 2025-09-01 至 2026-08-31
    始   = 2024-09-01
    终   = 2025-08-31

表 教师 主键 工号
    工号  文本
    入职  日期

考核 教师
    项目 业绩 满分 5
        加 3 当 入职 在 学年
        加 2 当 入职 在 始..终
"""#,
zh: #"""
F352.rules:3:10: 提请注意[F352] “2026-08-31 至 2025-09-01”的止早于起，里面一天也没有
  3 |     学年 = 2026-08-31 至 2025-09-01
    |            ^^^^^^^^^^^^^^^^^^^^^^^^
  怎么办：把两个日期对调，或核对年份
F352.rules:14:20: 提请注意[F352] “始..终”的止早于起，里面一天也没有
  所在：考核 教师 › 业绩
  14 |         加 2 当 入职 在 始..终
     |                         ^^^^^^
  怎么办：把两个日期对调，或核对年份
"""#,
en: #"""
F352.rules:3:10: finding[F352] “2026-08-31 至 2025-09-01” ends before it begins and has no day
  3 |     学年 = 2026-08-31 至 2025-09-01
    |            ^^^^^^^^^^^^^^^^^^^^^^^^
  what to do: swap the two dates, or look at their years
F352.rules:14:20: finding[F352] “始..终” ends before it begins and has no day
  in: 考核 教师 › 业绩
  14 |         加 2 当 入职 在 始..终
     |                         ^^^^^^
  what to do: swap the two dates, or look at their years
"""#)
        case "F353":
            return PageExample(
wrong: #"""
计划 分数线写反
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师 满分 100
    项目 业绩 满分 100
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  30% 且 >= 70
        良好  >= 85
        合格  其余
        份额取整 去尾
        并列 全部落选
"""#,
right: #"""
计划 分数线写反
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师 满分 100
    项目 业绩 满分 100
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  30% 且 >= 85
        良好  >= 70
        合格  其余
        份额取整 去尾
        并列 全部落选
"""#,
zh: #"""
F353.rules:14:16: 提请注意[F353] “良好”要 85，前面的“优秀”只要 70
  所在：考核 教师 › 等级
  14 |         良好  >= 85
     |                  ^^
  F353.rules:13:22: “优秀”在这里
  13 |         优秀  30% 且 >= 70
     |                         ^^
  怎么办：核对两个分数线，或把两行对调
"""#,
en: #"""
F353.rules:14:16: finding[F353] “良好” asks for 85, the better “优秀” only for 70
  in: 考核 教师 › 等级
  14 |         良好  >= 85
     |                  ^^
  F353.rules:13:22: “优秀” is here
  13 |         优秀  30% 且 >= 70
     |                         ^^
  what to do: look at the two bars, or swap the rows
"""#)
        case "F354":
            return PageExample(
wrong: #"""
计划 权重不到一
    小数 2 位 四舍五入

选项 岗位  专任 | 行政

表 教师 主键 工号
    工号  文本
    岗位  岗位
    互评  数 0..100
    学生  数 0..100
    德    数 0..100
    能    数 0..100
    绩    数 0..100

对照表 权重 主键 岗位
    岗位  互评  学生
    专任  40%   60%
    行政  70%   20%

考核 教师
    项目 测评
        得分 = 互评 * 权重[岗位].互评 + 学生 * 权重[岗位].学生
    项目 考核
        得分 = 德 * 20% + 能 * 30% + 绩 * 40%
"""#,
right: #"""
计划 权重不到一
    小数 2 位 四舍五入

选项 岗位  专任 | 行政

表 教师 主键 工号
    工号  文本
    岗位  岗位
    互评  数 0..100
    学生  数 0..100
    德    数 0..100
    能    数 0..100
    绩    数 0..100

对照表 权重 主键 岗位
    岗位  互评  学生
    专任  40%   60%
    行政  70%   30%

考核 教师
    项目 测评
        得分 = 互评 * 权重[岗位].互评 + 学生 * 权重[岗位].学生
    项目 考核
        得分 = 德 * 20% + 能 * 30% + 绩 * 50%
"""#,
zh: #"""
F354.rules:18:5: 提请注意[F354] “行政”的权重相加是 90%，不是 100%
  所在：对照表 权重
  18 |     行政  70%   20%
     |     ^^^^^^^^^^^^^^^
  怎么办：对照计划原文核对各个百分数；原意就不是 100% 的，写成 0.9 这样的数
F354.rules:24:14: 提请注意[F354] 各项的权重相加是 90%，不是 100%
  所在：考核 教师 › 考核
  24 |         得分 = 德 * 20% + 能 * 30% + 绩 * 40%
     |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  怎么办：对照计划原文核对各个百分数；原意就不是 100% 的，写成 0.9 这样的数
"""#,
en: #"""
F354.rules:18:5: finding[F354] the weights of “行政” add up to 90%, not to 100%
  in: 对照表 权重
  18 |     行政  70%   20%
     |     ^^^^^^^^^^^^^^^
  what to do: compare the per cents with the plan; where they are not to make up a whole, write 0.9 instead of 90%
F354.rules:24:14: finding[F354] the weights add up to 90%, not to 100%
  in: 考核 教师 › 考核
  24 |         得分 = 德 * 20% + 能 * 30% + 绩 * 40%
     |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  what to do: compare the per cents with the plan; where they are not to make up a whole, write 0.9 instead of 90%
"""#)
        case "F355":
            return PageExample(
wrong: #"""
计划 抄串了一格
    小数 2 位 四舍五入

选项 级别  国家 > 省 > 市
选项 奖次  一等奖 > 二等奖 > 三等奖

表 教师 主键 工号
    工号  文本
    笔记  优秀 > 良好 > 合格

表 获奖
    工号  引用 教师
    级别  级别
    奖次  奖次

对照表 竞赛分 级别, 奖次
          一等奖  二等奖  三等奖
    国家  8       7       6
    省    6       5       5.5
    市    4       3       2

考核 教师
    项目 竞赛 满分 8
        加 最高(竞赛分[级别, 奖次] 于 获奖)
    项目 笔记分 满分 10
        得分 = 按 笔记 (优秀: 8, 良好: 10, 合格: 6)
    评定 等级 依 总分
        等次  份额  奖金
        一等  20%   500
        二等  30%   800
        三等  其余  300
        份额取整 去尾
        并列 全部入选
"""#,
right: #"""
计划 抄串了一格
    小数 2 位 四舍五入

选项 级别  国家 > 省 > 市
选项 奖次  一等奖 > 二等奖 > 三等奖

表 教师 主键 工号
    工号  文本
    笔记  优秀 > 良好 > 合格

表 获奖
    工号  引用 教师
    级别  级别
    奖次  奖次

对照表 竞赛分 级别, 奖次
          一等奖  二等奖  三等奖
    国家  8       7       6
    省    6       5.5     5
    市    4       3       2

考核 教师
    项目 竞赛 满分 8
        加 最高(竞赛分[级别, 奖次] 于 获奖)
    项目 笔记分 满分 10
        得分 = 按 笔记 (优秀: 10, 良好: 8, 合格: 6)
    评定 等级 依 总分
        等次  份额  奖金
        一等  20%   800
        二等  30%   500
        三等  其余  300
        份额取整 去尾
        并列 全部入选
"""#,
zh: #"""
F355.rules:19:26: 提请注意[F355] “竞赛分”的数时增时减，与等次的先后不合：一等奖 6、二等奖 5、三等奖 5.5
  所在：对照表 竞赛分
  19 |     省    6       5       5.5
     |                           ^^^
  怎么办：核对有没有抄错、两格对调；用不到先后的，选项之间改写“|”
F355.rules:26:31: 提请注意[F355] “笔记”的数时增时减，与等次的先后不合：优秀 8、良好 10、合格 6
  所在：考核 教师 › 笔记分
  26 |         得分 = 按 笔记 (优秀: 8, 良好: 10, 合格: 6)
     |                                        ^^
  怎么办：核对有没有抄错、两格对调；用不到先后的，选项之间改写“|”
F355.rules:30:19: 提请注意[F355] “奖金”的数时增时减，与等次的先后不合：一等 500、二等 800、三等 300
  所在：考核 教师 › 等级
  30 |         二等  30%   800
     |                     ^^^
  怎么办：核对有没有抄错、两格对调；用不到先后的，选项之间改写“|”
"""#,
en: #"""
F355.rules:19:26: finding[F355] the figures of “竞赛分” neither fall nor rise with the order: 一等奖 6, 二等奖 5, 三等奖 5.5
  in: 对照表 竞赛分
  19 |     省    6       5       5.5
     |                           ^^^
  what to do: look for a slip or two cells exchanged; where the order is not used, write “|” between the choices
F355.rules:26:31: finding[F355] the figures of “笔记” neither fall nor rise with the order: 优秀 8, 良好 10, 合格 6
  in: 考核 教师 › 笔记分
  26 |         得分 = 按 笔记 (优秀: 8, 良好: 10, 合格: 6)
     |                                        ^^
  what to do: look for a slip or two cells exchanged; where the order is not used, write “|” between the choices
F355.rules:30:19: finding[F355] the figures of “奖金” neither fall nor rise with the order: 一等 500, 二等 800, 三等 300
  in: 考核 教师 › 等级
  30 |         二等  30%   800
     |                     ^^^
  what to do: look for a slip or two cells exchanged; where the order is not used, write “|” between the choices
"""#)
        case "F356":
            return PageExample(
wrong: #"""
计划 先后写反
    小数 2 位 四舍五入

选项 奖次  一等奖 < 二等奖 < 三等奖

表 教师 主键 工号
    工号  文本
    分    数 0..100

表 获奖
    工号  引用 教师
    奖次  奖次

考核 教师
    项目 业绩 满分 100
        得分 = 分
        不计分 当 非 任一(奖次 >= 二等奖 于 获奖)
    评定 等级 依 总分
        等次    份额
        良好    40%
        优秀    30%
        合格    其余
        份额取整 去尾
        并列 全部入选
"""#,
right: #"""
计划 先后写反
    小数 2 位 四舍五入

选项 奖次  一等奖 > 二等奖 > 三等奖

表 教师 主键 工号
    工号  文本
    分    数 0..100

表 获奖
    工号  引用 教师
    奖次  奖次

考核 教师
    项目 业绩 满分 100
        得分 = 分
        不计分 当 非 任一(奖次 >= 二等奖 于 获奖)
    评定 等级 依 总分
        等次    份额
        优秀    30%
        良好    40%
        合格    其余
        份额取整 去尾
        并列 全部入选
"""#,
zh: #"""
F356.rules:4:14: 提请注意[F356] 照这里的先后，“三等奖”比“二等奖”好
  4 | 选项 奖次  一等奖 < 二等奖 < 三等奖
    |                     ^^^^^^
  怎么办：从好到差排，写成“优秀 > 良好”；从差到好排的写“<”
F356.rules:21:9: 提请注意[F356] 照这里的先后，“良好”比“优秀”好
  所在：考核 教师 › 等级
  21 |         优秀    30%
     |         ^^^^
  怎么办：从好到差排，写成“优秀 > 良好”；从差到好排的写“<”
"""#,
en: #"""
F356.rules:4:14: finding[F356] by the order here “三等奖” is better than “二等奖”
  4 | 选项 奖次  一等奖 < 二等奖 < 三等奖
    |                     ^^^^^^
  what to do: put the better one first, “优秀 > 良好”, or write “<” from the worst up
F356.rules:21:9: finding[F356] by the order here “良好” is better than “优秀”
  in: 考核 教师 › 等级
  21 |         优秀    30%
     |         ^^^^
  what to do: put the better one first, “优秀 > 良好”, or write “<” from the worst up
"""#)
        case "F357":
            return PageExample(
wrong: #"""
计划 折算
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    学时  数 0..100
    课时  数 0..40

考核 教师
    项目 培训 满分 30
        得分 = 30 / 最高(全体.学时) * 课时 若缺 0
    项目 工作量 满分 30
        得分 = 30 / 最高(全体.课时) * 课时 若缺 0
"""#,
right: #"""
计划 折算
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    学时  数 0..100
    课时  数 0..40

考核 教师
    项目 培训 满分 30
        得分 = 30 / 最高(全体.学时) * 学时 若缺 0
    项目 工作量 满分 30
        得分 = 30 / 最高(全体.课时) * 课时 若缺 0
"""#,
zh: #"""
F357.rules:11:14: 提请注意[F357] 除的是全体“学时”的最高，乘的却是自己的“课时”
  所在：考核 教师 › 培训
  11 |         得分 = 30 / 最高(全体.学时) * 课时 若缺 0
     |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  怎么办：核对是不是应当乘“学时”
"""#,
en: #"""
F357.rules:11:14: finding[F357] it is divided by the highest “学时” of all, but multiplied by one's own “课时”
  in: 考核 教师 › 培训
  11 |         得分 = 30 / 最高(全体.学时) * 课时 若缺 0
     |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  what to do: should it be multiplied by “学时”?
"""#)
        case "F358":
            return PageExample(
wrong: #"""
计划 重复计分
    小数 2 位 四舍五入

表 教研组 主键 教研组
    教研组  文本
    加分    数 0..5

表 教师 主键 工号
    工号    文本
    教研组  引用 教研组

表 论文
    工号  引用 教师
    分值  数 0..5

表 讲座
    工号  引用 教师
    分值  数 0..5

考核 教师
    项目 业绩 满分 20
        得分 = 合计(讲座.分值) + 教研组.加分
    项目 科研 满分 20
        加 合计(论文.分值)
        加 教研组.加分
"""#,
right: #"""
计划 重复计分
    小数 2 位 四舍五入

表 教研组 主键 教研组
    教研组  文本
    加分    数 0..5

表 教师 主键 工号
    工号    文本
    教研组  引用 教研组

表 论文
    工号  引用 教师
    分值  数 0..5

表 讲座
    工号  引用 教师
    分值  数 0..5

考核 教师
    项目 业绩 满分 20
        得分 = 合计(讲座.分值) + 教研组.加分
    项目 科研 满分 20
        加 合计(论文.分值)
"""#,
zh: #"""
F358.rules:25:11: 提请注意[F358] “教研组.加分”在“科研”里算，在“业绩”里也算
  所在：考核 教师 › 科研
  25 |         加 教研组.加分
     |            ^^^^^^^^^^^
  F358.rules:22:26: “业绩”里的在这里
  22 |         得分 = 合计(讲座.分值) + 教研组.加分
     |                                  ^^^^^^^^^^^
  怎么办：只在一项里算；确实两项都算的，起一个名字，两处都写这个名字
"""#,
en: #"""
F358.rules:25:11: finding[F358] “教研组.加分” counts in “科研” and in “业绩” as well
  in: 考核 教师 › 科研
  25 |         加 教研组.加分
     |            ^^^^^^^^^^^
  F358.rules:22:26: the one in “业绩”
  22 |         得分 = 合计(讲座.分值) + 教研组.加分
     |                                  ^^^^^^^^^^^
  what to do: let it count in one; where it shall count in both, give it a name and write that in both
"""#)
        case "F359":
            return PageExample(
wrong: #"""
计划 去年的假日
    小数 2 位 四舍五入
    假日   2025-10-01..2025-10-08
    开学日 = 2026-09-01
    放假日 = 2026-12-31

表 教师 主键 工号
    工号    文本
    出勤天  整数 0..366

考核 教师
    项目 出勤 满分 100 保底 0
        得分 = 出勤天 / 工作日数(开学日 - 1, 放假日) * 100 若缺 0
"""#,
right: #"""
计划 去年的假日
    小数 2 位 四舍五入
    假日   2026-10-01..2026-10-07
    开学日 = 2026-09-01
    放假日 = 2026-12-31

表 教师 主键 工号
    工号    文本
    出勤天  整数 0..366

考核 教师
    项目 出勤 满分 100 保底 0
        得分 = 出勤天 / 工作日数(开学日 - 1, 放假日) * 100 若缺 0
"""#,
zh: #"""
F359.rules:13:20: 提请注意[F359] “工作日数(开学日 - 1, 放假日)”里的 2026-10-01 放假，“假日”里没有
  所在：考核 教师 › 出勤
  13 |         得分 = 出勤天 / 工作日数(开学日 - 1, 放假日) * 100 若缺 0
     |                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  怎么办：照当年的放假通知改“假日”“调休”两行，或核对这里的年份
"""#,
en: #"""
F359.rules:13:20: finding[F359] 2026-10-01, a day off within “工作日数(开学日 - 1, 放假日)”, is not among the “holidays”
  in: 考核 教师 › 出勤
  13 |         得分 = 出勤天 / 工作日数(开学日 - 1, 放假日) * 100 若缺 0
     |                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  what to do: bring “holidays” and “workdays” up to date, or look at the years here
"""#)
        case "F360":
            return PageExample(
wrong: #"""
计划 先后
    年度 2026
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 培训
    工号  引用 教师
    返校  日期
    报告  日期  可空
    要求 报告 >= 返校 若缺 是

考核 教师
    项目 培训 满分 10
        得分 = 计数(培训 当 天数(报告, 返校) <= 3 若缺 否)
"""#,
right: #"""
计划 先后
    年度 2026
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 培训
    工号  引用 教师
    返校  日期
    报告  日期  可空
    要求 报告 >= 返校 若缺 是

考核 教师
    项目 培训 满分 10
        得分 = 计数(培训 当 天数(返校, 报告) <= 3 若缺 否)
"""#,
zh: #"""
F360.rules:16:22: 提请注意[F360] “天数(报告, 返校)”不会大于 0：要求“报告 >= 返校 若缺 是”说的是后一个日期不晚于前一个
  所在：考核 教师 › 培训
  16 |         得分 = 计数(培训 当 天数(报告, 返校) <= 3 若缺 否)
     |                             ^^^^^^^^^^^^^^^^
  F360.rules:12:5: 要求在这里
  12 |     要求 报告 >= 返校 若缺 是
     |     ^^^^^^^^^^^^^^^^^^^^^^^^^
  怎么办：把两个日期对调
"""#,
en: #"""
F360.rules:16:22: finding[F360] “天数(报告, ……
  in: 考核 教师 › 培训
  16 |         得分 = 计数(培训 当 天数(报告, 返校) <= 3 若缺 否)
     |                             ^^^^^^^^^^^^^^^^
  F360.rules:12:5: the requirement is here
  12 |     要求 报告 >= 返校 若缺 是
     |     ^^^^^^^^^^^^^^^^^^^^^^^^^
  what to do: swap the two days
"""#)
        case "N150":
            return PageExample(
wrong: #"""
沿用 "基础/去年.rules"

考核 教师
    项目 德
        起评 5
"""#,
right: #"""
沿用 "基础/去年.rules"

考核 教师
    项目 德
        起评 5
        扣 分 / 5
"""#,
besides: #"""
基础/去年.rules

计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    项目 德 满分 5
        起评 5
        扣 分 / 10
"""#,
zh: #"""
N150.rules:5:9: 提示[N150] “德”原来的 2 行由这里的 1 行整个代替
  所在：考核 教师 › 德
  5 |         起评 5
    |         ^^^^^^
  基础/去年.rules:12:9: 原来的一行
  12 |         起评 5
     |         ^^^^^^
  基础/去年.rules:13:9: 原来的一行
  13 |         扣 分 / 10
     |         ^^^^^^^^^^
  怎么办：要保留的行也要写在这里；只是添一行的，前面写“新增”
"""#,
en: #"""
N150.rules:5:9: note[N150] the 2 lines of “德” give way to the 1 here
  in: 考核 教师 › 德
  5 |         起评 5
    |         ^^^^^^
  基础/去年.rules:12:9: a line before
  12 |         起评 5
     |         ^^^^^^
  基础/去年.rules:13:9: a line before
  13 |         扣 分 / 10
     |         ^^^^^^^^^^
  what to do: write the lines that stay here too; a line that is only added has “new” before it
"""#)
        case "N351":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师
    项目 业绩 满分 100
        得分 = 分
    整分 = 业绩 小数 0 位 四舍五入
    评定 等级 依 整分
        等次  份额
        优秀  20%
        合格  其余
        份额取整 四舍五入
        并列 全部入选
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师
    项目 业绩 满分 100
        得分 = 分
    评定 等级 依 业绩
        等次  份额
        优秀  20%
        合格  其余
        份额取整 四舍五入
        并列 全部入选
"""#,
zh: #"""
N351.rules:12:13: 提示[N351] 名次按取整后的“整分”排，取整会使原来不同的分变成相同
  所在：考核 教师 › 等级
  12 |     评定 等级 依 整分
     |                  ^^^^
  怎么办：原意如此就不用改；否则按没有取整的数排
"""#,
en: #"""
N351.rules:12:13: note[N351] ranks go by the rounded “整分”: rounding makes different scores equal
  in: 考核 教师 › 等级
  12 |     评定 等级 依 整分
     |                  ^^^^
  what to do: leave it if it is meant; otherwise rank by the exact number
"""#)
        case "N352":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师
    项目 业绩 满分 30
        得分 = 30 / 最高(全体.分) * 分 若缺 0
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..100

考核 教师
    项目 业绩 满分 30
        得分 = 30 / 100 * 分
"""#,
zh: #"""
N352.rules:10:19: 提示[N352] “业绩”用到“最高(全体.分)”：一个人的得分随别人变，算的是每一个“教师”
  所在：考核 教师 › 业绩
  10 |         得分 = 30 / 最高(全体.分) * 分 若缺 0
     |                     ^^^^^^^^^^^^^
  怎么办：数据收齐以后再公布；只与一部分人比的，用“考核 … 当 …”或“同 …”限定
"""#,
en: #"""
N352.rules:10:19: note[N352] “业绩” uses “最高(全体.分)”: one person's score depends on others, on every “教师”
  in: 考核 教师 › 业绩
  10 |         得分 = 30 / 最高(全体.分) * 分 若缺 0
     |                     ^^^^^^^^^^^^^
  what to do: publish only when all data are in; limit whom it compares with by “when” or “same”
"""#)
        case "N353":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    级别  省 > 市
    分值  数 1..5

考核 教师
    项目 业绩 满分 10 保底 0
        起评 10
        逐条 获奖 当 级别 = 市  扣 分值
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    级别  省 > 市
    分值  数 1..5

考核 教师
    项目 业绩 满分 10 保底 0
        起评 10
        逐条 获奖 当 级别 = 市  扣 分值
        不计分 当 计数(获奖) = 0
"""#,
zh: #"""
N353.rules:13:8: 提示[N353] 一条记录也没有的人，“业绩”得 10
  所在：考核 教师 › 业绩
  13 |     项目 业绩 满分 10 保底 0
     |          ^^^^
  怎么办：原意如此就不用改
"""#,
en: #"""
N353.rules:13:8: note[N353] a person without any record gets 10 in “业绩”
  in: 考核 教师 › 业绩
  13 |     项目 业绩 满分 10 保底 0
     |          ^^^^
  what to do: leave it if it is meant
"""#)
        case "N354":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    勤    数 0..40
    绩    数 0..60

考核 教师 满分 100
    项目 出勤 满分 40
        得分 = 勤
    项目 业绩 满分 60
        得分 = 绩
    评定 等级 依 出勤
        等次  份额
        优秀  30%
        合格  其余
        份额取整 去尾
        并列 全部入选
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    勤    数 0..40
    绩    数 0..60

考核 教师 满分 100
    项目 出勤 满分 40
        得分 = 勤
    项目 业绩 满分 60
        得分 = 绩
    评定 等级 依 总分
        等次  份额
        优秀  30%
        合格  其余
        份额取整 去尾
        并列 全部入选
"""#,
zh: #"""
N354.rules:14:13: 提示[N354] “等级”按“出勤”这一项评，不按总分
  所在：考核 教师 › 等级
  14 |     评定 等级 依 出勤
     |                  ^^^^
  怎么办：原意如此就不用改；按总分评的，写“依 总分”
"""#,
en: #"""
N354.rules:14:13: note[N354] “等级” goes by the item “出勤”, not by the total
  in: 考核 教师 › 等级
  14 |     评定 等级 依 出勤
     |                  ^^^^
  what to do: leave it if it is meant; otherwise write “by total”
"""#)
        case "N355":
            return PageExample(
wrong: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 出勤 满分 10
        得分 = 分
    项目 业绩 满分 10
        得分 = 分
    项目 带徒 满分 10
        得分 = 分 / 2 * 2
    输出 工号, 出勤, 业绩, 总分
"""#,
right: #"""
计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 出勤 满分 10
        得分 = 分
    项目 业绩 满分 10
        得分 = 分
    项目 带徒 满分 10
        得分 = 分 / 2 * 2
    输出 工号, 出勤, 业绩, 带徒, 总分
"""#,
zh: #"""
N355.rules:13:8: 提示[N355] “输出”里有同级的各项，没有“带徒”，它却计入“总分”
  所在：考核 教师 › 带徒
  13 |     项目 带徒 满分 10
     |          ^^^^
  怎么办：在“输出”里加上“带徒”；有意不公布的，不用改
"""#,
en: #"""
N355.rules:13:8: note[N355] “output” lists the items beside “带徒” but not “带徒”, which counts in “总分”
  in: 考核 教师 › 带徒
  13 |     项目 带徒 满分 10
     |          ^^^^
  what to do: add “带徒” to “output”; leave it if it is not to be shown
"""#)
        case "D401":
            return PageExample(
wrong: #"""
data

教师.csv  组.csv
"""#,
right: #"""
data

教师.csv  组.csv  记录.csv
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
zh: #"""
错误[D401] 数据里没有“记录”：找不到 记录.csv，也没有叫“记录”的工作表
  怎么办：放入名为 记录.csv 的文件；确实没有记录时，只写一行列名
"""#,
en: #"""
error[D401] the data have no “记录”: neither 记录.csv nor a sheet “记录” is there
  what to do: add 记录.csv; with no records it holds only the row of column names
"""#)
        case "D402":
            return PageExample(
wrong: #"""
记录.csv

工号,日期,月,次數,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
right: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
zh: #"""
记录.csv › 第 1 行: 错误[D402] “记录”没有“次数”这一列
  怎么办：是不是把“次數”写错了？
"""#,
en: #"""
记录.csv › row 1: error[D402] “记录” has no column “次数”
  what to do: is it the column “次數”?
"""#)
        case "D403":
            return PageExample(
wrong: #"""
记录.csv

工号,日期,月,分值,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
right: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
zh: #"""
记录.csv › E1: 错误[D403] “分值”这一列出现了两次
  怎么办：只留一列
"""#,
en: #"""
记录.csv › E1: error[D403] the column “分值” stands here twice
  what to do: keep one
"""#)
        case "D404":
            return PageExample(
wrong: #"""
记录.csv

工号,日期,月,次数,分值,备注
T1,2026-09-10,2026-09,3,2.5,好
T2,2026-09-11,,1,3,
T3,2026-09-12,,2,4,
"""#,
right: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
zh: #"""
记录.csv › F1: 提示[D404] 规则里的“记录”没有“备注”这一列，已忽略
"""#,
en: #"""
记录.csv › F1: note[D404] “记录” of the rules has no column “备注”; it is ignored
"""#)
        case "D405":
            return PageExample(
wrong: #"""
教师.csv

工号,姓名,组,等级
T1,甲,语文组,优秀
T2,乙,语文组,良好
T3,丙,数学组,合格
"""#,
right: #"""
教师.csv

工号,姓名,组,等级,在岗
T1,甲,语文组,优秀,是
T2,乙,语文组,良好,是
T3,丙,数学组,合格,否
"""#,
zh: #"""
教师.csv › 第 1 行: 提示[D405] “教师”没有“在岗”这一列，都按“是”计
"""#,
en: #"""
教师.csv › row 1: note[D405] “教师” has no column “在岗”; “是” is taken for all rows
"""#)
        case "D406":
            return PageExample(
wrong: #"""
data

备注.csv  教师.csv  组.csv  记录.csv
备注.csv

一
二
"""#,
right: #"""
data

教师.csv  组.csv  记录.csv
"""#,
zh: #"""
备注.csv: 提示[D406] 备注.csv 不是规则里的表，已忽略（1 行）
"""#,
en: #"""
备注.csv: note[D406] 备注.csv is no table of the rules; it is ignored (rows: 1)
"""#)
        case "D407":
            return PageExample(
wrong: #"""
ptrules eval rules.rules --data data --data data/记录.csv
"""#,
right: #"""
ptrules eval rules.rules --data data
"""#,
zh: #"""
记录.csv: 错误[D407] “记录”有两份数据
  怎么办：只留一份
"""#,
en: #"""
记录.csv: error[D407] “记录” is given twice
  what to do: keep one
"""#)
        case "D408":
            return PageExample(
wrong: #"""
教师.csv

工号,姓名,组,等级,在岗
T1,甲,语文组,优秀,是
T2,乙,,良好,是
T3,丙,数学组,合格,否
"""#,
right: #"""
教师.csv

工号,姓名,组,等级,在岗
T1,甲,语文组,优秀,是
T2,乙,语文组,良好,是
T3,丙,数学组,合格,否
"""#,
zh: #"""
教师.csv › C3: 错误[D408] “组”不能是空的
  怎么办：补上；若允许为空，在规则里给这一列写“可空”或“默认 …”
"""#,
en: #"""
教师.csv › C3: error[D408] “组” cannot be empty
  what to do: fill it in, or mark the column “optional” or “default …” in the rules
"""#)
        case "D409":
            return PageExample(
wrong: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,15O
T2,2026-09-11,,1,三
T3,2026-09-12,,2,4
"""#,
right: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
zh: #"""
记录.csv › E2: 错误[D409] “分值”应当是数，写的却是“15O”
  怎么办：检查字母 O 与数字 0、字母 l 与数字 1
记录.csv › E3: 错误[D409] “分值”应当是数，写的却是“三”
  怎么办：只写数，如 3 或 2.5
"""#,
en: #"""
记录.csv › E2: error[D409] “分值” should be a number, but is “15O”
  what to do: look for the letter O instead of 0, or l instead of 1
记录.csv › E3: error[D409] “分值” should be a number, but is “三”
  what to do: write only the number, such as 3 or 2.5
"""#)
        case "D410":
            return PageExample(
wrong: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3.5,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
right: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
zh: #"""
记录.csv › D2: 错误[D410] “次数”应当是整数，写的却是“3.5”
  怎么办：核对原始记录，改成整数
"""#,
en: #"""
记录.csv › D2: error[D410] “次数” should be a whole number, but is “3.5”
  what to do: compare with the record and write a whole number
"""#)
        case "D411":
            return PageExample(
wrong: #"""
组.csv

组,比例
语文组,30%
数学组,四成
"""#,
right: #"""
组.csv

组,比例
语文组,30%
数学组,0.4
"""#,
zh: #"""
组.csv › B3: 错误[D411] “比例”应当是比例，写的却是“四成”
  怎么办：写成 30% 或 0.3
"""#,
en: #"""
组.csv › B3: error[D411] “比例” should be a ratio, but is “四成”
  what to do: write 30% or 0.3
"""#)
        case "D412":
            return PageExample(
wrong: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,25
T2,2025-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
right: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
zh: #"""
记录.csv › E2: 错误[D412] “分值”是 25，应当在 0 到 5 之间
  怎么办：核对原始记录；若范围规定错了，改规则里这一列的范围
记录.csv › B3: 错误[D412] “日期”是 2025-09-11，应当在 2026-09-01 到 2027-01-31 之间
  怎么办：核对原始记录；若范围规定错了，改规则里这一列的范围
"""#,
en: #"""
记录.csv › E2: error[D412] “分值” is 25, which should be from 0 to 5
  what to do: compare with the record, or correct the column's range in the rules
记录.csv › B3: error[D412] “日期” is 2025-09-11, which should be from 2026-09-01 to 2027-01-31
  what to do: compare with the record, or correct the column's range in the rules
"""#)
        case "D413":
            return PageExample(
wrong: #"""
组.csv

组,比例
语文组,30
数学组,四成
"""#,
right: #"""
组.csv

组,比例
语文组,30%
数学组,0.4
"""#,
zh: #"""
组.csv › B2: 错误[D413] “比例”是 30，即 3000%，最多 60%
  怎么办：是不是漏写了百分号，应为 30%？
"""#,
en: #"""
组.csv › B2: error[D413] “比例” is 30, that is 3000%; at most 60%
  what to do: is a per cent sign missing: 30%?
"""#)
        case "D414":
            return PageExample(
wrong: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,九月十一,,1,3
T3,2026-09-12,,2,4
"""#,
right: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
zh: #"""
记录.csv › B3: 错误[D414] “日期”应当是日期，写的却是“九月十一”
  怎么办：写成 2026-09-01 这样的日期
"""#,
en: #"""
记录.csv › B3: error[D414] “日期” should be a date, but is “九月十一”
  what to do: write a date such as 2026-09-01
"""#)
        case "D415":
            return PageExample(
wrong: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-31,2026-09,3,2.5
T2,九月十一,,1,3
T3,2026-09-12,,2,4
"""#,
right: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
zh: #"""
记录.csv › B2: 错误[D415] “日期”写的“2026-09-31”，日历上没有这一天
  怎么办：对照日历改正年、月、日
"""#,
en: #"""
记录.csv › B2: error[D415] “日期” is “2026-09-31”, a day that does not exist
  what to do: correct the year, month or day by the calendar
"""#)
        case "D416":
            return PageExample(
wrong: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-13,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
right: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
zh: #"""
记录.csv › C2: 错误[D416] “月”应当是月份，写的却是“2026-13”
  怎么办：写成 2026-09 这样的月份
"""#,
en: #"""
记录.csv › C2: error[D416] “月” should be a month, but is “2026-13”
  what to do: write a month such as 2026-09
"""#)
        case "D417":
            return PageExample(
wrong: #"""
教师.csv

工号,姓名,组,等级,在岗
T1,甲,语文组,优秀,有
T2,乙,语文组,良好,是
T3,丙,数学组,合格,否
"""#,
right: #"""
教师.csv

工号,姓名,组,等级,在岗
T1,甲,语文组,优秀,是
T2,乙,语文组,良好,是
T3,丙,数学组,合格,否
"""#,
zh: #"""
教师.csv › E2: 错误[D417] “在岗”应当是“是”或“否”，写的却是“有”
  怎么办：填“是”或“否”，也可以打 √ 或 ×
"""#,
en: #"""
教师.csv › E2: error[D417] “在岗” should be “是” or “否”, but is “有”
  what to do: write “是” or “否”, or √ or ×
"""#)
        case "D418":
            return PageExample(
wrong: #"""
教师.csv

工号,姓名,组,等级,在岗
T1,甲,语文组,优,是
T2,乙,语文组,良好,是
T3,丙,数学组,合格,否
"""#,
right: #"""
教师.csv

工号,姓名,组,等级,在岗
T1,甲,语文组,优秀,是
T2,乙,语文组,良好,是
T3,丙,数学组,合格,否
"""#,
zh: #"""
教师.csv › D2: 错误[D418] “等级”没有“优”这个选项，可填：优秀、良好、合格
  怎么办：是不是“优秀”？
"""#,
en: #"""
教师.csv › D2: error[D418] “等级” has no choice “优”; it may be: 优秀, 良好, 合格
  what to do: is it “优秀”?
"""#)
        case "D419":
            return PageExample(
wrong: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
T9,2026-09-10,,1,1
"""#,
right: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
zh: #"""
记录.csv › A5: 错误[D419] “工号”是“T9”，但“教师”里没有它
  怎么办：检查有没有写错，或在“教师”里补上
"""#,
en: #"""
记录.csv › A5: error[D419] “工号” is “T9”, but “教师” has no such row
  what to do: correct it, or add it to “教师”
"""#)
        case "D420":
            return PageExample(
wrong: #"""
教师.csv

工号,姓名,组,等级,在岗
T1,甲,语文组,优秀,是
T2,乙,语文组,良好,是
T3,丙,数学组,合格,否
T1,丁,语文组,优秀,是
"""#,
right: #"""
教师.csv

工号,姓名,组,等级,在岗
T1,甲,语文组,优秀,是
T2,乙,语文组,良好,是
T3,丙,数学组,合格,否
"""#,
zh: #"""
教师.csv › 第 5 行: 错误[D420] “T1”与第 2 行重复
  怎么办：删去多余的一行，或改正其中一个
"""#,
en: #"""
教师.csv › row 5: error[D420] “T1” stands in row 2 already
  what to do: remove one row, or correct one of the two
"""#)
        case "D421":
            return PageExample(
wrong: #"""
教师.csv

工号,姓名,组,等级,在岗
T1,甲,语文组,优秀,是
T2,乙,语文组,良好,是
T3,丙,数学组,合格,否
Ｔ1,丁,语文组,优秀,是
"""#,
right: #"""
教师.csv

工号,姓名,组,等级,在岗
T1,甲,语文组,优秀,是
T2,乙,语文组,良好,是
T3,丙,数学组,合格,否
"""#,
zh: #"""
教师.csv › 第 5 行: 错误[D421] “Ｔ1”与“T1”只差全角半角或空格，分不清是不是同一个
  怎么办：是同一个的，删去一行；不是的，改正编号
"""#,
en: #"""
教师.csv › row 5: error[D421] “Ｔ1” and “T1” differ only in width or blanks
  what to do: if they are one, remove a row; if not, correct the key
"""#)
        case "D422":
            return PageExample(
wrong: #"""
读书.csv

工号,情况,扣分
T1,质量不高,0
"""#,
right: #"""
读书.csv

工号,情况,扣分
T1,质量不高,1
"""#,
besides: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 读书
    工号  引用 教师
    情况  按要求 | 质量不高
    扣分  数 0..2
    要求 扣分 >= 1 当 情况 = 质量不高
        说明 “质量不高”的要填扣几分

考核 教师
    项目 读书 满分 10 保底 0
        起评 10
        扣 合计(读书.扣分)

教师.csv

工号
T1
"""#,
zh: #"""
读书.csv › 第 2 行: 错误[D422] 不符合要求“扣分 >= 1”：扣分 0，情况 质量不高
  怎么办：“质量不高”的要填扣几分
"""#,
en: #"""
读书.csv › row 2: error[D422] breaks the rule “扣分 >= 1”: 扣分 0，情况 质量不高
  what to do: “质量不高”的要填扣几分
"""#)
        case "D423":
            return PageExample(
wrong: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    级别  国家 > 省 > 市

对照表 奖分 级别
    省  5
    市  3

考核 教师
    项目 获奖 满分 10
        逐条 获奖 加 奖分[级别]
"""#,
right: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 获奖
    工号  引用 教师
    级别  国家 > 省 > 市

对照表 奖分 级别
    国家  8
    省  5
    市  3

考核 教师
    项目 获奖 满分 10
        逐条 获奖 加 奖分[级别]
"""#,
besides: #"""
教师.csv

工号
T1

获奖.csv

工号,级别
T1,国家
"""#,
zh: #"""
获奖.csv › 第 2 行: 错误[D423] T1：“奖分”里查不到（国家）
  怎么办：在“奖分”里补上“国家”，或在规则里写“若缺 …”
"""#,
en: #"""
获奖.csv › row 2: error[D423] T1: “奖分” has no row for (国家)
  what to do: add “国家” to “奖分”, or write “missing …” in the rules
"""#)
        case "D424":
            return PageExample(
wrong: #"""
测评.csv

工号,分
T1,9
"""#,
right: #"""
测评.csv

工号,分
T1,9
T2,8
"""#,
besides: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 测评
    工号  引用 教师
    分    数 0..10

考核 教师
    项目 测评 满分 10
        得分 = 平均(测评.分) 若缺 报错

教师.csv

工号
T1
T2
"""#,
zh: #"""
教师.csv › 第 3 行: 错误[D424] T2：“平均(测评.分)”没有值
  怎么办：补上所缺的数据
"""#,
en: #"""
教师.csv › row 3: error[D424] T2: “平均(测评.分)” has no value
  what to do: fill in what is missing
"""#)
        case "D425":
            return PageExample(
wrong: #"""
测评.csv

工号,分
T1,9
T1,8
"""#,
right: #"""
测评.csv

工号,分
T1,9
"""#,
besides: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 测评
    工号  引用 教师
    分    数 0..10

考核 教师
    项目 测评 满分 10
        得分 = 唯一(测评.分) 若缺 0

教师.csv

工号
T1
"""#,
zh: #"""
教师.csv › 第 2 行: 错误[D425] T1：“分”应当只有一条记录，却有 2 条
  怎么办：删去多余的记录
"""#,
en: #"""
教师.csv › row 2: error[D425] T1: “分” should find one record, it finds 2
  what to do: remove the records that are too many
"""#)
        case "D426":
            return PageExample(
wrong: #"""
教师.csv

工号,入职,顺延
T1,2020-03-15,30000000
"""#,
right: #"""
教师.csv

工号,入职,顺延
T1,2020-03-15,30
"""#,
besides: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    入职  日期
    顺延  整数

考核 教师
    项目 工龄 满分 60 保底 0
        得分 = 周年(入职 + 顺延, 2026-12-31)
"""#,
zh: #"""
教师.csv › 第 2 行: 错误[D426] T1：“入职 + 顺延”算出的日期超出公元 1 至 9999 年
  怎么办：核对所用的日期和所加的天数
"""#,
en: #"""
教师.csv › row 2: error[D426] T1: “入职 + 顺延” gives a date outside the years 1 to 9999
  what to do: check the dates and the days that are added
"""#)
        case "D427":
            return PageExample(
wrong: #"""
教师.csv

工号,计几项
T1,-2
"""#,
right: #"""
教师.csv

工号,计几项
T1,2
"""#,
besides: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号    文本
    计几项  整数

表 获奖
    工号  引用 教师
    分值  数 0..5

考核 教师
    项目 获奖 满分 20
        得分 = 合计(获奖.分值 取 最高 计几项)

获奖.csv

工号,分值
T1,5
T1,3
"""#,
zh: #"""
教师.csv › 第 2 行: 错误[D427] T1：“计几项”应当是不小于 0 的整数
  怎么办：检查“取”“去”后面的个数怎样算
"""#,
en: #"""
教师.csv › row 2: error[D427] T1: “计几项” should be a whole number, 0 or more
  what to do: check how the number after “take” or “drop” is calculated
"""#)
        case "D428":
            return PageExample(
wrong: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    在岗  是否
    分    数 0..10

考核 教师
    项目 名次分 满分 10 保底 0
        得分 = 11 - 名次(分 于 全体 当 在岗)
"""#,
right: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    在岗  是否
    分    数 0..10

考核 教师
    项目 名次分 满分 10 保底 0
        得分 = 11 - 名次(分 于 全体)
"""#,
besides: #"""
教师.csv

工号,在岗,分
T1,是,8
T2,否,6
"""#,
zh: #"""
教师.csv › 第 3 行: 错误[D428] T2：不在“教师”所排的范围里，没有名次
  怎么办：检查名次在哪些记录里排，本人应在其中
"""#,
en: #"""
教师.csv › row 3: error[D428] T2: is not among those ranked by “教师”
  what to do: check among which records the place is; this one must be among them
"""#)
        case "D429":
            return PageExample(
wrong: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 组 主键 组
    组    文本
    先进  是否
    份额 = 按 (先进: 40%, 其余: 30%)

表 教师 主键 工号
    工号  文本
    组    引用 组
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分 每 组
        等次  份额
        优秀  组.份额
        良好  40%
        合格  其余
        份额取整 四舍五入
        并列 全部入选

算例 份额调高
    组     组      份额
           语文组  70%
    教师   工号  组      分
           T1    语文组  9
    期望   工号  等级
           T1    优秀
"""#,
right: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 组 主键 组
    组    文本
    先进  是否
    份额 = 按 (先进: 40%, 其余: 30%)

表 教师 主键 工号
    工号  文本
    组    引用 组
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分 每 组
        等次  份额
        优秀  组.份额
        良好  40%
        合格  其余
        份额取整 四舍五入
        并列 全部入选

算例 份额调高
    组     组      份额
           语文组  60%
    教师   工号  组      分
           T1    语文组  9
    期望   工号  等级
           T1    优秀
"""#,
besides: #"""
ptrules test rules.rules
"""#,
zh: #"""
rules.rules:29:12: 错误[D429] “等级”：语文组各等次份额之和是 110%，超过 100%
  29 |            T1    语文组  9
     |            ^^
  怎么办：调低其中的比例
"""#,
en: #"""
rules.rules:29:12: error[D429] “等级”: the shares of 语文组 add up to 110%, more than 100%
  29 |            T1    语文组  9
     |            ^^
  what to do: lower one of the ratios
"""#)
        case "D430":
            return PageExample(
wrong: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  >= 8
        良好  >= 6
"""#,
right: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分
    评定 等级 依 总分
        等次  份额
        优秀  >= 8
        良好  >= 6
        合格  其余
"""#,
besides: #"""
教师.csv

工号,分
T1,9
T2,5
"""#,
zh: #"""
错误[D430] “等级”：全体共 2 人，其中 1 人没有等次：T2
  怎么办：在规则的“评定”里加一行“其余”
"""#,
en: #"""
error[D430] “等级”: 1 of the 2 people of 全体 get no grade: T2
  what to do: add a row “rest” to the grades
"""#)
        case "D431":
            return PageExample(
wrong: #"""
ptrules eval rules.rules --data data --explain T9
"""#,
right: #"""
ptrules eval rules.rules --data data --explain T3
"""#,
zh: #"""
错误[D431] 数据里没有“工号”为“T9”的
  怎么办：照数据里“工号”一列的写法写
"""#,
en: #"""
error[D431] there is no “工号” “T9” in the data
  what to do: write it as the column “工号” of the data has it
"""#)
        case "D432":
            return PageExample(
wrong: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分

算例 一
    教师   工号
           T1
    期望   工号  业绩
           T1    9
"""#,
right: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数 0..10

考核 教师
    项目 业绩 满分 10
        得分 = 分

算例 一
    教师   工号  分
           T1    9
    期望   工号  业绩
           T1    9
"""#,
besides: #"""
ptrules test rules.rules
"""#,
zh: #"""
rules.rules:13:5: 错误[D432] 算例没有给出“教师”的“分”，而期望的结果要用到它
  13 |     教师   工号
     |     ^^^^
  怎么办：在算例的这张表里补上这一列
"""#,
en: #"""
rules.rules:13:5: error[D432] the example does not give “分” of “教师”, on which what it expects depends
  13 |     教师   工号
     |     ^^^^
  what to do: add the column to the example's table
"""#)
        case "D433":
            return PageExample(
wrong: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数

考核 教师
    项目 业绩 满分 10 保底 0
        量0 = 分 * 分
        量1 = 量0 * 量0
        量2 = 量1 * 量1
        量3 = 量2 * 量2
        量4 = 量3 * 量3
        量5 = 量4 * 量4
        量6 = 量5 * 量5
        量7 = 量6 * 量6
        量8 = 量7 * 量7
        量9 = 量8 * 量8
        量10 = 量9 * 量9
        量11 = 量10 * 量10
        量12 = 量11 * 量11
        量13 = 量12 * 量12
        量14 = 量13 * 量13
        量15 = 量14 * 量14
        量16 = 量15 * 量15
        量17 = 量16 * 量16
        量18 = 量17 * 量17
        量19 = 量18 * 量18
        量20 = 量19 * 量19
        量21 = 量20 * 量20
        量22 = 量21 * 量21
        量23 = 量22 * 量22
        得分 = 量23
"""#,
right: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    分    数

考核 教师
    项目 业绩 满分 10 保底 0
        量0 = 分 * 分
        得分 = 量0
"""#,
besides: #"""
教师.csv

工号,分
T1,123456789.123456789
"""#,
zh: #"""
教师.csv › 第 2 行: 错误[D433] T1：“量10 * 量10”的数大得算不下去
  怎么办：检查规则里反复相乘的地方
"""#,
en: #"""
教师.csv › row 2: error[D433] T1: the numbers in “量10 * 量10” grow beyond all size
  what to do: look in the rules for figures multiplied again and again
"""#)
        case "D434":
            return PageExample(
wrong: #"""
值班9月.csv

工号,次
T1,3
"""#,
right: #"""
值班9月.csv

工号,次数
T1,3
"""#,
besides: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 值班 "值班*"
    月    文本  取自表名
    工号  引用 教师
    次数  整数 0..31

考核 教师
    项目 值班 满分 31
        得分 = 合计(值班.次数)

值班10月.csv

工号,次数
T1,2

教师.csv

工号
T1
"""#,
zh: #"""
值班9月.csv › 第 1 行: 错误[D434] 值班9月.csv 的列与 值班10月.csv 不同：多了“次”，少了“次数”
  怎么办：统一各表的列名
"""#,
en: #"""
值班9月.csv › row 1: error[D434] the columns of 值班9月.csv differ from those of 值班10月.csv: “次” too many, “次数” missing
  what to do: give both the same columns
"""#)
        case "D435":
            return PageExample(
wrong: #"""
教师.csv

工号,姓名
T1,王明
T2,#N/A
"""#,
right: #"""
教师.csv

工号,姓名
T1,王明
T2,李芳
"""#,
besides: #"""
rules.rules

计划 数据示例
    年度 2026
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    姓名  文本

表 记录
    工号  引用 教师
    日期  日期
    学时  数 0..10

考核 教师
    项目 学时项
        得分 = 合计(记录.学时 当 日期 >= 2026-01-01)
    输出 工号, 姓名, 学时项

记录.csv

工号,日期,学时
T1,2026-09-10,2
"""#,
zh: #"""
教师.csv › B3: 错误[D435] “姓名”这一格显示的是错误“#N/A”
  怎么办：改正公式，或直接填写
"""#,
en: #"""
教师.csv › B3: error[D435] the cell of “姓名” shows the error “#N/A”
  what to do: mend the formula, or fill in the value
"""#)
        case "D437":
            return PageExample(
wrong: #"""
记录.csv

工号,日期,学时
T1,9月1日,2
"""#,
right: #"""
记录.csv

工号,日期,学时
T1,2026-09-01,2
"""#,
besides: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    姓名  文本

表 记录
    工号  引用 教师
    日期  日期
    学时  数 0..10

考核 教师
    项目 学时项
        得分 = 合计(记录.学时 当 日期 >= 2026-01-01)
    输出 工号, 姓名, 学时项

教师.csv

工号,姓名
T1,王明
T2,李芳
"""#,
zh: #"""
记录.csv › B2: 错误[D437] “日期”写的“9月1日”没有年份
  怎么办：写上年份，如 2026-09-01；规则里写明“年度”和这一列的起止日期的，可以不写
"""#,
en: #"""
记录.csv › B2: error[D437] “日期” is “9月1日”, without a year
  what to do: write the year, as in 2026-09-01; it may be left out where the rules give the year and the column's first and last day
"""#)
        case "D438":
            return PageExample(
wrong: #"""
记录.csv

工号,日期,学时
T1,9.1,2
"""#,
right: #"""
记录.csv

工号,日期,学时
T1,2026-09-10,2
"""#,
besides: #"""
rules.rules

计划 数据示例
    年度 2026
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    姓名  文本

表 记录
    工号  引用 教师
    日期  日期
    学时  数 0..10

考核 教师
    项目 学时项
        得分 = 合计(记录.学时 当 日期 >= 2026-01-01)
    输出 工号, 姓名, 学时项

教师.csv

工号,姓名
T1,王明
T2,李芳
"""#,
zh: #"""
记录.csv › B2: 错误[D438] “日期”是数“9.1”，看不出是 9月1日还是 9月10日
  怎么办：写上年份，如 2026-09-01
"""#,
en: #"""
记录.csv › B2: error[D438] “日期” is the number “9.1”, which may mean 9/1 or 9/10
  what to do: write the year, as in 2026-09-01
"""#)
        case "D439":
            return PageExample(
wrong: #"""
记录.csv

工号,日期,学时
T1,2026-09-01,3次
"""#,
right: #"""
记录.csv

工号,日期,学时
T1,2026-09-01,3
"""#,
besides: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    姓名  文本

表 记录
    工号  引用 教师
    日期  日期
    学时  数 0..10

考核 教师
    项目 学时项
        得分 = 合计(记录.学时 当 日期 >= 2026-01-01)
    输出 工号, 姓名, 学时项

教师.csv

工号,姓名
T1,王明
T2,李芳
"""#,
zh: #"""
记录.csv › C2: 错误[D439] “学时”写的“3次”，单位“次”与这一列不合
  怎么办：核对；换算成这一列的单位，只写数
"""#,
en: #"""
记录.csv › C2: error[D439] “学时” is “3次”, but “次” is not the unit of this column
  what to do: check it, bring it to the unit of this column, and write only the number
"""#)
        case "D440":
            return PageExample(
wrong: #"""
记录.csv

工号,日期,学时
李晓燕,2026-09-01,3
"""#,
right: #"""
记录.csv

工号,日期,学时
T1,2026-09-01,3
"""#,
besides: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    姓名  文本

表 记录
    工号  引用 教师
    日期  日期
    学时  数 0..10

考核 教师
    项目 学时项
        得分 = 合计(记录.学时 当 日期 >= 2026-01-01)
    输出 工号, 姓名, 学时项

教师.csv

工号,姓名
T1,李晓燕
T2,李晓燕
"""#,
zh: #"""
记录.csv › A2: 错误[D440] “工号”写的是姓名“李晓燕”，“教师”里有 2 个：T1、T2
  怎么办：改写成其中一个
"""#,
en: #"""
记录.csv › A2: error[D440] “工号” is the name “李晓燕”, which 2 rows of “教师” have: T1, T2
  what to do: write one of these instead
"""#)
        case "D441":
            return PageExample(
wrong: #"""
记录.csv

工号,日期,学时,
T1,2026-09-01,3,补记
"""#,
right: #"""
记录.csv

工号,日期,学时
T1,2026-09-01,3
"""#,
besides: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    姓名  文本

表 记录
    工号  引用 教师
    日期  日期
    学时  数 0..10

考核 教师
    项目 学时项
        得分 = 合计(记录.学时 当 日期 >= 2026-01-01)
    输出 工号, 姓名, 学时项

教师.csv

工号,姓名
T1,王明
T2,李芳
"""#,
zh: #"""
记录.csv › D 列: 提示[D441] 这一列没有列名，里面的 1 格已忽略
"""#,
en: #"""
记录.csv › column D: note[D441] this column has no name; its filled cells are ignored (1)
"""#)
        case "D442":
            return PageExample(
wrong: #"""
记录.csv

工号,日期,学时
T1,2026-09-01,３学时
"""#,
right: #"""
记录.csv

工号,日期,学时
T1,2026-09-01,3
"""#,
besides: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    姓名  文本

表 记录
    工号  引用 教师
    日期  日期
    学时  数 0..10

考核 教师
    项目 学时项
        得分 = 合计(记录.学时 当 日期 >= 2026-01-01)
    输出 工号, 姓名, 学时项

教师.csv

工号,姓名
T1,王明
T2,李芳
"""#,
zh: #"""
记录.csv › C 列: 提示[D442] 1 个数去掉了单位，如 C2“３学时”→ 3
"""#,
en: #"""
记录.csv › column C: note[D442] the unit was left out (1), such as C2 “３学时” → 3
"""#)
        case "D447":
            return PageExample(
wrong: #"""
教师.csv

工号,姓名
T1,王明
1.10101E+17,李芳
"""#,
right: #"""
教师.csv

工号,姓名
T1,王明
110101199001011234,李芳
"""#,
besides: #"""
rules.rules

计划 数据示例
    年度 2026
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    姓名  文本

表 记录
    工号  引用 教师
    日期  日期
    学时  数 0..10

考核 教师
    项目 学时项
        得分 = 合计(记录.学时 当 日期 >= 2026-01-01)
    输出 工号, 姓名, 学时项

记录.csv

工号,日期,学时
T1,2026-09-10,2
"""#,
zh: #"""
教师.csv › A3: 错误[D447] “工号”是数“1.10101E+17”，后面几位已经没有了
  怎么办：把这一列设成“文本”格式，再照原件重新填这一格
"""#,
en: #"""
教师.csv › A3: error[D447] “工号” is the number “1.10101E+17”, whose last digits are lost
  what to do: give the column the format “Text”, then write the cell anew from the original
"""#)
        case "D448":
            return PageExample(
wrong: #"""
教师.csv

工号,姓名
T1,王明
T2,李�
"""#,
right: #"""
教师.csv

工号,姓名
T1,王明
T2,李芳
"""#,
besides: #"""
rules.rules

计划 数据示例
    年度 2026
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    姓名  文本

表 记录
    工号  引用 教师
    日期  日期
    学时  数 0..10

考核 教师
    项目 学时项
        得分 = 合计(记录.学时 当 日期 >= 2026-01-01)
    输出 工号, 姓名, 学时项

记录.csv

工号,日期,学时
T1,2026-09-10,2
"""#,
zh: #"""
教师.csv › B3: 错误[D448] “姓名”写的“李�”里有丢失的字（�）
  怎么办：照原件重新填这一格，存成 UTF-8 编码
"""#,
en: #"""
教师.csv › B3: error[D448] “姓名” is “李�”, with signs that are lost (�)
  what to do: write the cell anew from the original, and save the file as UTF-8
"""#)
        case "D449":
            return PageExample(
wrong: #"""
教师.csv

工号,姓名
T1,王明
工号,姓名
T2,李芳
"""#,
right: #"""
教师.csv

工号,姓名
T1,王明
T2,李芳
"""#,
besides: #"""
rules.rules

计划 数据示例
    年度 2026
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    姓名  文本

表 记录
    工号  引用 教师
    日期  日期
    学时  数 0..10

考核 教师
    项目 学时项
        得分 = 合计(记录.学时 当 日期 >= 2026-01-01)
    输出 工号, 姓名, 学时项

记录.csv

工号,日期,学时
T1,2026-09-10,2
"""#,
zh: #"""
教师.csv › A3: 错误[D449] “工号”这一格写的就是列名
  怎么办：合并几个文件时带进来的列名行，删去；真要填这个词的，在规则里给这一列另取列名
"""#,
en: #"""
教师.csv › A3: error[D449] the cell of “工号” holds the column's own name
  what to do: remove a row of headers that came in when files were joined; if the word is meant, give the column another header in the rules
"""#)
        case "D450":
            return PageExample(
wrong: #"""
ptrules eval rules.rules --data data --explain T3
"""#,
right: #"""
ptrules eval rules.rules --data data --explain T1
"""#,
besides: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 组 主键 组
    组    文本
    比例  比例 0%..60%

表 教师 主键 工号
    工号  文本
    姓名  文本
    组    引用 组
    等级  优秀 > 良好 > 合格
    在岗  是否  默认 是

表 记录
    工号  引用 教师
    日期  日期 2026-09-01..2027-01-31
    月    月份  可空
    次数  整数 0..20
    分值  数 0..5

考核 教师 当 在岗
    项目 业绩 满分 100 保底 0
        加 合计(记录.分值)
        加 合计(记录.次数)
        加 2 当 等级 = 优秀
        加 计数(记录 当 有(月))
    评定 等次 依 总分 每 组
        等次  份额
        甲    组.比例
        乙    其余
        份额取整 四舍五入
        并列 全部入选

教师.csv

工号,姓名,组,等级,在岗
T1,甲,语文组,优秀,是
T2,乙,语文组,良好,是
T3,丙,数学组,合格,否

组.csv

组,比例
语文组,30%
数学组,0.4

记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
zh: #"""
错误[D450] “T3”在“教师”里，但不在这次考核的范围
  怎么办：看“考核”后面“当”的条件；用了 --table 的，看是不是别的考核对象
"""#,
en: #"""
error[D450] “T3” stands in “教师” but is not assessed in this run
  what to do: look at the condition behind “考核”; with --table, whether another table is meant
"""#)
        case "D451":
            return PageExample(
wrong: #"""
data

值班(9月) - 副本.csv  值班10月(2).csv  值班9月.csv  值班１０ 月.csv  教师.csv
值班(9月) - 副本.csv

工号,次数
T1,3

值班10月(2).csv

工号,次数
T1,2
"""#,
right: #"""
data

值班9月.csv  值班１０ 月.csv  教师.csv
"""#,
besides: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 值班 "值班*"
    月    文本  取自表名
    工号  引用 教师
    次数  整数 0..31

考核 教师
    项目 值班 满分 31
        得分 = 合计(值班.次数)

值班9月.csv

工号,次数
T1,3

值班１０ 月.csv

工号,次数
T1,2

教师.csv

工号
T1
"""#,
zh: #"""
值班(9月) - 副本.csv: 错误[D451] 值班(9月) - 副本.csv 与 值班9月.csv 说的都是“9月”
  怎么办：重复的一份移走；不是同一份的，改表名，让它们说的不一样
值班10月(2).csv: 错误[D451] 值班10月(2).csv 与 值班１０ 月.csv 说的都是“10月”
  怎么办：重复的一份移走；不是同一份的，改表名，让它们说的不一样
"""#,
en: #"""
值班(9月) - 副本.csv: error[D451] 值班(9月) - 副本.csv and 值班9月.csv both stand for “9月”
  what to do: take away the one that is too many; if they are not the same, let their names say so
值班10月(2).csv: error[D451] 值班10月(2).csv and 值班１０ 月.csv both stand for “10月”
  what to do: take away the one that is too many; if they are not the same, let their names say so
"""#)
        case "D453":
            return PageExample(
wrong: #"""
测评.csv

工号,备 课,作业批改
T1,8,9
"""#,
right: #"""
测评.csv

工号,备 课,上课,作业
T1,8,7,9
"""#,
besides: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 测评
    工号  引用 教师
    项目  备课 | 上课 | 作业  取自列名
    分    数 0..10  可空

考核 教师
    项目 测评 满分 30
        得分 = 合计(测评.分 当 有(分))

教师.csv

工号
T1
"""#,
zh: #"""
测评.csv › 第 1 行: 提示[D453] “测评”没有列名为“上课”、“作业”的列，这样的记录一条也没有
  怎么办：本来就没有的，不用管；有的，检查列名
"""#,
en: #"""
测评.csv › row 1: note[D453] “测评” has no column for “上课”, “作业”, and so no such record
  what to do: if there are none, nothing need be done; else look at the column names
"""#)
        case "D454":
            return PageExample(
wrong: #"""
教师.csv

某校教师名册,,,,
单位：语文组,填表人：甲,日期：9月1日,共3人：,是
T1,甲,语文组,优秀,是
工号,姓名,组,等级,在岗
T2,乙,语文组,良好,是
T3,丙,数学组,合格,否

记录.csv

9月记录,,,,
工号,日期,月,次数
T1,2026-09-10,2026-09,3
10月记录,,,,
工号,日期,月,次数,分值
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
right: #"""
教师.csv

某校教师名册,,,,
单位：语文组,填表人：甲,日期：9月1日,共3人：,是
工号,姓名,组,等级,在岗
T1,甲,语文组,优秀,是
T2,乙,语文组,良好,是
T3,丙,数学组,合格,否

记录.csv

9月、10月记录,,,,
工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
zh: #"""
教师.csv › 第 3 行: 错误[D454] 列名认作第 4 行，可它上面的这一行像是一条记录
  怎么办：一张表只留一行列名，记录都写在它下面；这一行是标题的，并成一格
记录.csv › 第 2 行: 错误[D454] 列名认作第 5 行，可这一行也是列名
  怎么办：一张表只留一行列名，记录都写在它下面；这一行是标题的，并成一格
"""#,
en: #"""
教师.csv › row 3: error[D454] row 4 is taken for the column names, but this row above it looks like a record
  what to do: keep one row of column names, all records below it; if this row is a title, make it one cell
记录.csv › row 2: error[D454] row 5 is taken for the column names, but this row names columns too
  what to do: keep one row of column names, all records below it; if this row is a title, make it one cell
"""#)
        case "D455":
            return PageExample(
wrong: #"""
教师.csv

工号,姓名,组,班,等级,在岗
T1,甲,语文组,高一(1)班,优秀,是
T2,乙,语文组,高一（1）班,良好,是
T3,丙,数学组,高一 (1)班,合格,否
"""#,
right: #"""
教师.csv

工号,姓名,组,班,等级,在岗
T1,甲,语文组,高一（1）班,优秀,是
T2,乙,语文组,高一（1）班,良好,是
T3,丙,数学组,高一（2）班,合格,否
"""#,
besides: #"""
rules.rules

计划 数据示例
    小数 2 位 四舍五入

表 组 主键 组
    组    文本
    比例  比例 0%..60%

表 教师 主键 工号
    工号  文本
    姓名  文本
    组    引用 组
    班    文本
    等级  优秀 > 良好 > 合格
    在岗  是否  默认 是

表 记录
    工号  引用 教师
    日期  日期 2026-09-01..2027-01-31
    月    月份  可空
    次数  整数 0..20
    分值  数 0..5

考核 教师
    项目 业绩 满分 100 保底 0
        加 合计(记录.分值)
        加 合计(记录.次数)
        加 2 当 等级 = 优秀
        加 1 当 在岗
        加 计数(记录 当 有(月))
    评定 等次 依 总分 每 班
        等次  份额
        甲    30%
        乙    其余
        份额取整 四舍五入
        并列 全部入选

组.csv

组,比例
语文组,30%
数学组,0.4

记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
zh: #"""
教师.csv › 第 3 行: 错误[D455] “班”写的“高一（1）班”与第 2 行的“高一(1)班”只差全角半角或空格
  怎么办：是一回事的，写成一样；不是的，改得分得清
教师.csv › 第 4 行: 错误[D455] “班”写的“高一 (1)班”与第 2 行的“高一(1)班”只差全角半角或空格
  怎么办：是一回事的，写成一样；不是的，改得分得清
"""#,
en: #"""
教师.csv › row 3: error[D455] “高一（1）班” in “班” and “高一(1)班” in row 2 differ only in width or blanks
  what to do: if they mean the same, write them alike; if not, make them differ plainly
教师.csv › row 4: error[D455] “高一 (1)班” in “班” and “高一(1)班” in row 2 differ only in width or blanks
  what to do: if they mean the same, write them alike; if not, make them differ plainly
"""#)
        case "D456":
            return PageExample(
wrong: #"""
教师.csv

工号,姓名,组,等级,在岗
T1,甲,语文组,优秀,是
T2,乙,语文组,良好,是
T3,丙,数学组,合格,否
合计,甲,语文组,优秀,是
"""#,
right: #"""
教师.csv

工号,姓名,组,等级,在岗
T1,甲,语文组,优秀,是
T2,乙,语文组,良好,是
T3,丙,数学组,合格,否
"""#,
zh: #"""
教师.csv › 第 5 行: 错误[D456] “合计”这一行不像一个“教师”，像是合计行
  怎么办：删去这一行，表里只留记录；真叫这个名称的，换一个写法
"""#,
en: #"""
教师.csv › row 5: error[D456] “合计” looks like a row of totals, not like one of “教师”
  what to do: remove the row: a table holds records only; if it really is called so, call it otherwise
"""#)
        case "D457":
            return PageExample(
wrong: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-12,,1,3
T2,2026-09-11,,1,3
"""#,
right: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
zh: #"""
记录.csv › 第 5 行: 提示[D457] “记录”有 2 行与前面的行完全相同，如这一行与第 2 行
  怎么办：录重、贴重的删去；确是几条不同的记录，就不用管
"""#,
en: #"""
记录.csv › row 5: note[D457] “记录” has 2 row(s) that are there already, cell for cell, such as this one (row 2)
  what to do: take out what was entered or pasted twice; leave records that are really several
"""#)
        case "D458":
            return PageExample(
wrong: #"""
记录.csv

工号,日期,分值
T1,2026-09-10,3
T2,2026-10-11,3
T3,2026-11-12,4
T4,2026-12-10,2
T5,2027-01-11,3
T2,2062-09-11,1
"""#,
right: #"""
记录.csv

工号,日期,分值
T1,2026-09-10,3
T2,2026-10-11,3
T3,2026-11-12,4
T4,2026-12-10,2
T5,2027-01-11,3
T2,2026-09-11,1
"""#,
besides: #"""
rules.rules

计划 日期示例
    年度 2026
    小数 2 位 四舍五入

表 教师 主键 工号
    工号      文本
    入职日期  日期

表 记录
    工号  引用 教师
    日期  日期
    分值  数 0..5

考核 教师
    项目 业绩 满分 100
        得分 = 合计(记录.分值)
    输出 工号, 入职日期, 业绩

教师.csv

工号,入职日期
T1,1998-09-01
T2,2003-08-15
T3,2010-09-01
T4,2015-09-01
T5,2015-09-01
T6,2026-09-01
"""#,
zh: #"""
记录.csv › 第 7 行: 提示[D458] “日期”是 2062-09-11，其余的都在 2026-09-10 到 2027-01-11
  怎么办：核对年份；不该算进来的记录删去
"""#,
en: #"""
记录.csv › row 7: note[D458] “日期” is 2062-09-11; all others lie from 2026-09-10 to 2027-01-11
  what to do: look at the year, and take out records that should not count
"""#)
        case "D459":
            return PageExample(
wrong: #"""
rules.rules

计划 假日示例
    年度 2027
    小数 2 位 四舍五入
    假日 2026-10-01..2026-10-07, 2027-01-01

表 教师 主键 工号
    工号  文本

表 外出
    工号  引用 教师
    返校  日期
    汇报  日期

考核 教师
    项目 业绩 满分 100
        得分 = 计数(外出 当 工作日数(返校, 汇报) <= 3)
"""#,
right: #"""
rules.rules

计划 假日示例
    年度 2027
    小数 2 位 四舍五入
    假日 2027-10-01..2027-10-07

表 教师 主键 工号
    工号  文本

表 外出
    工号  引用 教师
    返校  日期
    汇报  日期

考核 教师
    项目 业绩 满分 100
        得分 = 计数(外出 当 工作日数(返校, 汇报) <= 3)
"""#,
besides: #"""
外出.csv

工号,返校,汇报
T1,2027-09-02,2027-09-03
T2,2027-09-29,2027-10-08
T1,2027-11-02,2027-11-03

教师.csv

工号
T1
T2
"""#,
zh: #"""
外出.csv: 提示[D459] “返校”从 2027-09-02 到 2027-11-02，其间的 2027-10-01 放假，“假日”里没有
  怎么办：照当年的放假通知改“假日”“调休”两行；或者日期填错了年份
"""#,
en: #"""
外出.csv: note[D459] “返校” goes from 2027-09-02 to 2027-11-02; 2027-10-01, a day off, is not among the “holidays”
  what to do: bring “holidays” and “workdays” up to date; or the dates are of another year
"""#)
        case "D460":
            return PageExample(
wrong: #"""
违纪.csv

工号,日期
T1,2025-09-02
T2,2025-11-04
T2,2026-01-08
"""#,
right: #"""
违纪.csv

工号,日期
T1,2026-09-02
"""#,
besides: #"""
rules.rules

计划 去年的表
    年度 2026
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本

表 听课
    工号  引用 教师
    日期  日期
    节数  整数 1..4

表 讲座
    工号  引用 教师
    日期  日期

表 违纪
    工号  引用 教师
    日期  日期

考核 教师
    项目 业绩 满分 100 保底 0
        加 合计(听课.节数)
        加 计数(讲座)
        扣 计数(违纪)

听课.csv

工号,日期,节数
T1,2026-09-08,1
T1,2026-10-13,2
T2,2027-01-12,1

教师.csv

工号
T1
T2

讲座.csv

工号,日期
T1,2026-09-15
T2,2026-11-03
T2,2026-12-15
"""#,
zh: #"""
违纪.csv: 提示[D460] “日期”都在 2025-09-02 到 2026-01-08，其他各表的日期在 2026-09-08 到 2027-01-12
  怎么办：是去年的表，换成今年的；本来就不在同一段时间的，不用管
"""#,
en: #"""
违纪.csv: note[D460] “日期” lies from 2025-09-02 to 2026-01-08, the days of all other tables from 2026-09-08 to 2027-01-12
  what to do: replace a table of last year; leave it if it is of another time by right
"""#)
        case "D461":
            return PageExample(
wrong: #"""
教师.csv

工号,测评
T1,88
T2,92
T3,0
T4,79
T5,95
T6,83
T7,90
T8,86

课题.csv

工号,金额
T1,3
T2,4.5
T3,1.2
T4,30000
T5,2
T6,8
T7,5
T8,6
"""#,
right: #"""
教师.csv

工号,测评
T1,88
T2,92
T3,81
T4,79
T5,95
T6,83
T7,90
T8,86

课题.csv

工号,金额
T1,3
T2,4.5
T3,1.2
T4,3
T5,2
T6,8
T7,5
T8,6
"""#,
besides: #"""
rules.rules

计划 单位示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    测评  数 0..100

表 课题
    工号          引用 教师
    经费 "金额"  数 0..1000000

考核 教师
    项目 测评分 满分 100
        得分 = 测评
    项目 课题分
        加 合计(课题.经费)
"""#,
zh: #"""
教师.csv › 第 4 行: 提示[D461] “测评”是 0，其余的都在 79 到 95
  怎么办：核对单位（万元与元、小时与分钟）和位数；没有考核的空着，不填 0
课题.csv › 第 5 行: 提示[D461] “金额”是 30000，其余的都在 1.2 到 8
  怎么办：核对单位（万元与元、小时与分钟）和位数；没有考核的空着，不填 0
"""#,
en: #"""
教师.csv › row 4: note[D461] “测评” is 0; all others lie from 79 to 95
  what to do: look at the unit and the digits; leave empty, not 0, what was not assessed
课题.csv › row 5: note[D461] “金额” is 30000; all others lie from 1.2 to 8
  what to do: look at the unit and the digits; leave empty, not 0, what was not assessed
"""#)
        case "D501":
            return PageExample(
wrong: #"""
ptrules eval 规则.rules --data data
"""#,
right: #"""
ptrules eval rules.rules --data data
"""#,
zh: #"""
错误[D501] 找不到 规则.rules
  怎么办：检查文件名和所在的文件夹，并关闭正在占用它的程序
"""#,
en: #"""
error[D501] 规则.rules is not there
  what to do: check the name and the folder, and close programs that hold it
"""#)
        case "D502":
            return PageExample(
wrong: #"""
ptrules check data
"""#,
right: #"""
ptrules check rules.rules
"""#,
zh: #"""
错误[D502] 读不了 data
  怎么办：检查文件名和所在的文件夹，并关闭正在占用它的程序
"""#,
en: #"""
error[D502] data cannot be read
  what to do: check the name and the folder, and close programs that hold it
"""#)
        case "D503":
            return PageExample(
wrong: #"""
ptrules eval rules.rules --data data --output 没有的文件夹/结果.csv
"""#,
right: #"""
ptrules eval rules.rules --data data --output 结果.csv
"""#,
zh: #"""
错误[D503] 写不了 没有的文件夹/结果.csv
  怎么办：检查文件夹是否存在、文件是否正被打开
"""#,
en: #"""
error[D503] 没有的文件夹/结果.csv cannot be written
  what to do: check that the folder exists and that the file is not open
"""#)
        case "D504":
            return PageExample(
wrong: #"""
data

说明.txt
"""#,
right: #"""
data

教师.csv  组.csv  记录.csv
教师.csv

工号,姓名,组,等级,在岗
T1,甲,语文组,优秀,是
T2,乙,语文组,良好,是
T3,丙,数学组,合格,否

组.csv

组,比例
语文组,30%
数学组,0.4

记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
zh: #"""
错误[D504] data 里没有 CSV 文件，也没有工作簿
  怎么办：把工作簿或 CSV 文件放进这个文件夹
"""#,
en: #"""
error[D504] data holds neither CSV files nor workbooks
  what to do: put the workbook or the CSV files into this folder
"""#)
        case "D505":
            return PageExample(
wrong: #"""
记录.csv
"""#,
right: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
zh: #"""
记录.csv: 错误[D505] 文件是空的，连列名也没有
  怎么办：第一行写列名；没有记录时只留这一行
"""#,
en: #"""
记录.csv: error[D505] the file is empty: it has not even column names
  what to do: the first row holds the column names, even without records
"""#)
        case "D506":
            return PageExample(
wrong: #"""
教师.csv

����,����,��,�ȼ�,�ڸ�
T1,��,������,����,��
T2,��,������,����,��
T3,��,��ѧ��,�ϸ�,��
"""#,
right: #"""
教师.csv

工号,姓名,组,等级,在岗
T1,甲,语文组,优秀,是
T2,乙,语文组,良好,是
T3,丙,数学组,合格,否
"""#,
zh: #"""
教师.csv › 第 3 行: 错误[D506] 文件的编码既不是 UTF-8，也不是 GB18030，从这一行起读不出来
  怎么办：用 Excel 另存为“CSV UTF-8”，或存成工作簿（.xlsx）
"""#,
en: #"""
教师.csv › row 3: error[D506] the file is neither UTF-8 nor GB18030: from this row on it cannot be read
  what to do: save it as “CSV UTF-8”, or as a workbook (.xlsx)
"""#)
        case "D507":
            return PageExample(
wrong: #"""
教师.csv

工号,姓名,组,等级,在岗
T1,甲,语文组,优秀,是
T2,"乙,语文组,良好,是
T3,丙,数学组,合格,否
"""#,
right: #"""
教师.csv

工号,姓名,组,等级,在岗
T1,甲,语文组,优秀,是
T2,乙,语文组,良好,是
T3,丙,数学组,合格,否
"""#,
zh: #"""
教师.csv › B3: 错误[D507] 引号没有配对，从这里起读不下去
  怎么办：补上引号，或删去这个引号
"""#,
en: #"""
教师.csv › B3: error[D507] this quotation mark is never closed
  what to do: close the quotation mark or remove it
"""#)
        case "D508":
            return PageExample(
wrong: #"""
教师.csv

工号,姓名,组,等级,在岗
T1,甲,语文组,优秀,是
T2,"乙"先生,语文组,良好,是
T3,丙,数学组,合格,否
"""#,
right: #"""
教师.csv

工号,姓名,组,等级,在岗
T1,甲,语文组,优秀,是
T2,乙,语文组,良好,是
T3,丙,数学组,合格,否
"""#,
zh: #"""
教师.csv › B3: 错误[D508] 引号结束之后还有文字
  怎么办：引号里的引号要写两个
"""#,
en: #"""
教师.csv › B3: error[D508] text follows after the closing quotation mark
  what to do: a quotation mark inside quotes is written twice
"""#)
        case "D509":
            return PageExample(
wrong: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4,多
"""#,
right: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
zh: #"""
记录.csv › 第 4 行: 错误[D509] 这一行有 6 格，列名只有 5 个
  怎么办：检查这一行的逗号；格里有逗号时要加引号
"""#,
en: #"""
记录.csv › row 4: error[D509] this row has 6 cells, the header has 5
  what to do: look at the row's commas; a cell with a comma is quoted
"""#)
        case "D510":
            return PageExample(
wrong: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2
"""#,
right: #"""
记录.csv

工号,日期,月,次数,分值
T1,2026-09-10,2026-09,3,2.5
T2,2026-09-11,,1,3
T3,2026-09-12,,2,4
"""#,
zh: #"""
记录.csv › 第 4 行: 错误[D510] 这一行只有 4 格，列名有 5 个
  怎么办：检查这一行的逗号；格里有逗号时要加引号
"""#,
en: #"""
记录.csv › row 4: error[D510] this row has only 4 cells, the header has 5
  what to do: look at the row's commas; a cell with a comma is quoted
"""#)
        case "D512":
            return PageExample(
wrong: #"""
ptrules eval rules.rules --data data --output 结果.doc
"""#,
right: #"""
ptrules eval rules.rules --data data --output 结果.csv
"""#,
zh: #"""
错误[D512] 不知道 结果.doc 该写成什么格式
  怎么办：文件名以 .xlsx、.html、.csv、.json、.md 或 .txt 结尾
"""#,
en: #"""
error[D512] the format of 结果.doc is not known by its ending
  what to do: let the name end in .xlsx, .html, .csv, .json, .md or .txt
"""#)
        case "D515":
            return PageExample(
wrong: #"""
ptrules check rules.rules --plan data/计划.docx
data

计划.docx
"""#,
right: #"""
ptrules check rules.rules --plan data/计划.txt
data

计划.txt
"""#,
besides: #"""
rules.rules

计划 示例
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    次数  整数 0..20

考核 教师
    项目 出勤 满分 20    依据 一
        得分 = 次数
"""#,
zh: #"""
错误[D515] data/计划.docx 不是 UTF-8 编码的文本，读不出来
  怎么办：把计划全文复制到记事本，另存为 .txt，编码选“UTF-8”
"""#,
en: #"""
error[D515] data/计划.docx is no UTF-8 text and cannot be read
  what to do: copy the plan into a text editor and save it as .txt in UTF-8
"""#)
        case "D537":
            return PageExample(
wrong: #"""
data

教师.csv  组.csv  补交  记录.csv  说明.txt
"""#,
right: #"""
data

教师.csv  组.csv  记录.csv  说明.txt
"""#,
zh: #"""
补交: 提示[D537] 这是数据文件夹里面的文件夹，其中的 1 个 CSV 文件或工作簿没有读
  怎么办：要用的，移到数据文件夹里，或者另写一个 --data；不用的，不用管
"""#,
en: #"""
补交: note[D537] this is a folder inside the folder of the data; its CSV files and workbooks are not read (1)
  what to do: move what is needed into the folder of the data, or give the inner folder with --data, too
"""#)
        default: return nil
        }
    }
}
