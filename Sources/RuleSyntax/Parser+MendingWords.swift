import Diagnostics
import Tables

/// Words of everyday language where a sign or a keyword is meant.
extension Parser {
    /// What a word after a complete operand is meant for.
    mutating func mendWord(_ word: String, _ token: Token) -> Abandon? {
        let plain = Spelling.simplified(word)
        if peek()?.kind == .symbol(.range), let digits = Self.digitsOnly(word + "0") {
            return mend(.digitLookAlike(word), token.range, as: String(digits.dropLast()))
        }
        if let sign = Self.comparisonWords[plain] {
            return mend(.wordComparison(word, sign: sign), token.range, as: sign)
        }
        if plain == "除" {
            problems.report(SyntaxProblem.division, at: token.range)
            return Abandon()
        }
        if let sign = Self.arithmeticWords[plain] { return mend(.wordSign(word, sign: sign), token.range, as: sign) }
        if Self.descendingWords.contains(plain) {
            return mend(.needless(word, .descending), token.range, as: "")
        }
        if let keyword = Self.everydayWords[plain] ?? Self.ascendingWords[plain] {
            return mend(.otherWord(word, right: keyword.spellings), token.range, as: keyword.zh)
        }
        if let hint = Self.hint(word) {
            problems.report(SyntaxProblem.otherWord(word, right: hint), at: token.range)
            return Abandon()
        }
        if !isInFormula, let mended = mendBoundSign() { return mended }
        if Keyword(word: word) == .yes, peek() != nil {
            return mend(.wordComparison(word, sign: "="), token.range, as: "=")
        }
        if let result = boundWord(word, token) { return result }
        return mendPrevious(token)
    }

    /// The word before has taken something in: `合计 考勤.学时`, `分数当 …`, `缺勤率超过20`.
    mutating func mendPrevious(_ token: Token) -> Abandon? {
        guard position > 0 else { return nil }
        let previous = tokens[position - 1]
        switch previous.kind {
        case .word(let word):
            if let hint = Self.conditional(word) { return fail(.otherWord(word, right: hint), previous.range) }
            if ["没有", "不", "未", "无"].contains(word), case .word = token.kind {
                return mend(.otherWord(word, right: Keyword.not.spellings), previous.range, as: Keyword.not.zh)
            }
            if let function = Function(word: word), token.spaced { return mendCall(function, previous, token) }
            if let type = TypeName.allCases.first(where: { Spelling.shape($0.rawValue) == Spelling.shape(word) }),
                type.rawValue != word
            {
                return mend(.misspelt(word, right: type.spellings), previous.range, as: type.rawValue)
            }
            guard let keyword = Self.joining.first(where: { word.hasSuffix($0.zh) && word != $0.zh }) else {
                return nil
            }
            let left = String(word.dropLast(keyword.zh.count))
            return split(
                .glued(Bilingual(left, left), rest: keyword.zh), previous,
                at: previous.range.end - keyword.zh.utf8.count)
        case .label(let text):
            return mendUnit(text, previous)
        default: return nil
        }
    }

    /// `总分由高到低`: the order has grown together with what is ordered.
    mutating func mendOrder() -> Abandon? {
        guard position > 0, case .word(let word) = tokens[position - 1].kind, Keyword(word: word) == nil else {
            return nil
        }
        let range = tokens[position - 1].range
        guard source.text(range) == word else { return nil }
        if let order = Self.descendingWords.first(where: { word.hasSuffix($0) && word != $0 }) {
            return mend(.needless(order, .descending), range, as: String(word.dropLast(order.count)))
        }
        let order = ([Keyword.ascending.zh] + Self.ascendingWords.keys).first { word.hasSuffix($0) && word != $0 }
        guard let order else { return nil }
        let left = String(word.dropLast(order.count))
        if order == Keyword.ascending.zh {
            return split(
                .glued(Bilingual(left, left), rest: order), tokens[position - 1], at: range.end - order.utf8.count)
        }
        return mend(
            .otherWord(order, right: Keyword.ascending.spellings), range, as: "\(left) \(Keyword.ascending.zh)")
    }

    /// Everything goes from the highest down.
    static let descendingWords: Set<String> = [
        "由高到低", "从高到低", "由大到小", "从大到小", "由多到少", "从多到少", "降序",
    ]

    private static let ascendingWords: [String: Keyword] = [
        "从低到高": .ascending, "由小到大": .ascending, "从小到大": .ascending, "由少到多": .ascending, "从少到多": .ascending,
        "升序": .ascending,
    ]

    /// `加 3当 …`: a number that has grown together with the keyword after it.
    mutating func mendUnit(_ text: String, _ token: Token) -> Abandon? {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        var rest = text.dropFirst(digits.count)
        if let unit = rest.first, "分位项".contains(unit), rest.count > 1 { rest = rest.dropFirst() }
        guard Self.joining.contains(where: { rest.hasPrefix($0.zh) }),
            text.utf8.count == token.range.end - token.range.start
        else { return nil }
        let left = String(text.dropLast(rest.count))
        return split(
            .glued(Bilingual(left, left), rest: String(rest)), token, at: token.range.start + left.utf8.count)
    }

    /// `有 学分`: a function without its brackets.
    mutating func mendCall(_ function: Function, _ name: Token, _ token: Token) -> Abandon? {
        guard case .word(let word) = token.kind, Keyword(word: word) == nil else { return nil }
        var end = position
        while end + 2 < tokens.count, tokens[end + 1].kind == .symbol(.dot), case .word = tokens[end + 2].kind {
            end += 2
        }
        let path = SourceRange(token.range.start, tokens[end].range.end)
        let whole = name.range.union(path)
        let text = "\(source.text(name.range))(\(source.text(path)))"
        return mend(.functionBrackets(function.spellings, rest: source.text(path)), whole, as: text)
    }

    /// `90 以上`, `90分以上`: whether 90 itself counts is for a person to say.
    mutating func boundWord(_ text: String, _ token: Token) -> Abandon? {
        guard let word = Self.boundWords.first(where: { text.hasSuffix($0.word) }) else { return nil }
        var number = String(text.dropLast(word.word.count))
        if number.isEmpty, position > 0 { number = source.text(tokens[position - 1].range) }
        problems.report(SyntaxProblem.boundWord(word.word, number: number, isAbove: word.isAbove), at: token.range)
        return Abandon()
    }

    package static let boundWords: [(word: String, isAbove: Bool)] = [
        ("以上", true), ("以下", false), ("以内", false), ("之内", false), ("以外", true),
    ]

    /// Keywords that join two operands, and may have grown together with the first.
    private static let joining: [Keyword] = [
        .otherwise, .when, .and, .or, .in, .to, .over, .floor, .cap, .by, .clause, .note,
    ]

    static let comparisonWords: [String: String] = [
        "超过": ">", "大于": ">", "高于": ">", "多于": ">", "小于": "<", "低于": "<", "少于": "<", "不足": "<", "等于": "=",
        "为": "=", "不低于": ">=", "不少于": ">=", "不小于": ">=", "大于等于": ">=", "大于或等于": ">=", "达到": ">=", "至少": ">=",
        "不高于": "<=", "不超过": "<=", "不多于": "<=", "不大于": "<=", "小于等于": "<=", "小于或等于": "<=", "至多": "<=", "最多": "<=",
        "不满": "<", "未满": "<", "不到": "<", "未达到": "<", "不等于": "!=", "不为": "!=", "不是": "!=", "高过": ">", "早于": "<",
        "晚于": ">", "不早于": ">=", "不晚于": "<=",
    ]

    private static let arithmeticWords: [String: String] = [
        "除以": "/", "乘以": "*", "乘": "*", "加上": "+", "减去": "-", "减": "-", "x": "*", "X": "*",
    ]

    static let everydayWords: [String: Keyword] = [
        "并且": .and, "而且": .and, "且是": .and, "同时": .and, "或者": .or, "或是": .or, "如果": .when, "若是": .when, "假如": .when,
        "倘若": .when, "若": .when, "属于": .in, "再比": .by, "依照": .by, "按照": .by, "去掉": .drop, "去除": .drop,
        "剔除": .drop, "上限": .cap, "下限": .floor, "若空": .otherwise, "若无": .otherwise, "若没有": .otherwise, "选填": .optional,
        "可不填": .optional, "可为空": .optional,
    ]

    /// Ways of rounding, and what becomes of ties, as people call them.
    static let everydayPolicies: [String: Bilingual] = [
        "向上取整": RoundingName.up.spellings, "只入不舍": RoundingName.up.spellings, "进位": RoundingName.up.spellings,
        "向下取整": RoundingName.down.spellings, "只舍不入": RoundingName.down.spellings, "舍尾": RoundingName.down.spellings,
        "舍去小数": RoundingName.down.spellings, "四舍六入五成双": RoundingName.halfEven.spellings,
        "都入选": Keyword.allIn.spellings, "都算": Keyword.allIn.spellings, "全算": Keyword.allIn.spellings,
        "都落选": Keyword.allOut.spellings, "都不算": Keyword.allOut.spellings, "全不算": Keyword.allOut.spellings,
    ]

    /// The same at the beginning of a line.
    private static let everydayStarts: [String: Keyword] = [
        "加分": .add, "扣分": .deduct, "减": .deduct, "减分": .deduct, "扣除": .deduct, "基础分": .start, "基本分": .start,
        "底分": .start, "起评分": .start, "起始分": .start, "不得分": .void, "每条": .each, "逐个": .each, "逐项": .each,
        "每项": .each, "取整": .shares, "同分": .ties,
    ]

    /// What the first word of a line is meant for, if it is one of these.
    static func everydayStart(_ word: String, among known: [Keyword]) -> Keyword? {
        everydayStarts[Spelling.simplified(word)].flatMap { known.contains($0) ? $0 : nil }
    }

    /// What is written instead where a person must choose.
    private static let hints: [String: Bilingual] = [
        "和": Bilingual("且”或“,", "and” or “,"), "与": Bilingual("且”或“,", "and” or “,"),
        "及": Bilingual("且”或“,", "and” or “,"),
        "以及": Bilingual("且”或“,", "and” or “,"), "不在": Bilingual("非 (… 在 …)", "not (… in …)"),
        "不属于": Bilingual("非 (… 在 …)", "not (… in …)"), "只计最高": Bilingual("取 最高 1 项", "take max 1"),
        "只取最高": Bilingual("取 最高 1 项", "take max 1"), "取最高": Bilingual("取 最高 1 项", "take max 1"),
        "只计": Bilingual("取 最高 1 项", "take max 1"), "最高": Bilingual("封顶”或“取 最高", "cap” or “take max"),
        "最低": Bilingual("保底”或“取 最低", "floor” or “take min"), "之间": Bilingual("在 10..20", "in 10..20"),
        "到": Bilingual("..", ".."), "否则": Bilingual("按 (条件: 3, 其余: 1)", "case (condition: 3, rest: 1)"),
        "一票否决": Bilingual("不计分 当 …”或“定为 不合格 当 …", "void when …” or “place failed when …"),
        "扣完为止": Bilingual("项目 … 保底 0", "section … floor 0"),
        "权重": Bilingual("总分 = 甲 * 30% + 乙 * 70%", "total = a * 30% + b * 70%"),
    ]

    private static func rounding(_ places: Int = 0) -> Bilingual {
        Bilingual("小数 \(places) 位 四舍五入", "decimals \(places) halfup")
    }

    static func hint(_ word: String) -> Bilingual? {
        let plain = Spelling.simplified(word)
        if let hint = hints[plain] { return hint }
        if plain.hasPrefix("每"), let last = plain.last, last == "加" || last == "扣" {
            return last == "加" ? Bilingual("逐条 … 加 1", "each … add 1") : Bilingual("逐条 … 扣 1", "each … deduct 1")
        }
        if plain.hasPrefix("去掉") {
            return switch (plain.contains("最高"), plain.contains("最低")) {
            case (true, false): Bilingual("去 最高 1", "drop max 1")
            case (false, true): Bilingual("去 最低 1", "drop min 1")
            default: Bilingual("去 最高 1 去 最低 1", "drop max 1 drop min 1")
            }
        }
        if plain.hasPrefix("保留") {
            let digit = plain.dropFirst(2).first.map(String.init) ?? ""
            return rounding(Int(digit) ?? Numeral.value(digit).flatMap(Int.init) ?? 2)
        }
        return plain == "取整" || RoundingName(word: plain) != nil ? rounding() : nil
    }

    /// Functions as spreadsheets and people call them.
    package static let everydayFunctions: [String: Function] = [
        "求和": .sum, "总和": .sum, "总计": .sum, "累加": .sum, "SUM": .sum, "平均分": .mean, "平均值": .mean, "平均数": .mean,
        "均值": .mean, "AVERAGE": .mean, "最大": .max, "最大值": .max, "最高分": .max, "MAX": .max, "最小": .min, "最小值": .min,
        "最低分": .min, "MIN": .min, "个数": .count, "次数": .count, "条数": .count, "人数": .count, "COUNT": .count, "排名": .rank,
        "排位": .rank, "RANK": .rank, "中位数": .median,
    ]

    /// What is written in place of a function that is none.
    static func functionHint(_ word: String) -> Bilingual? {
        conditional(word) ?? (RoundingName(word: word) != nil || ["取整", "ROUND"].contains(word) ? rounding() : nil)
    }

    private static func conditional(_ word: String) -> Bilingual? {
        ["如果", "若", "IF", "if"].contains(word)
            ? Bilingual("按 (条件: 3, 其余: 1)", "case (condition: 3, rest: 1)") : nil
    }
}
