import Diagnostics
import RuleSyntax
import Tables

/// Names that are not known, and what is likely meant by them.
extension Resolver {
    /// So many names are compared with all that are known; a file with more misspelt ones has other troubles.
    private static let searchLimit = 200

    /// Reports a name that is not known, unless the line that defines it could not be read. Gives the name that is
    /// certainly meant; the caller goes on with it.
    func misspelt(
        _ name: String, _ range: SourceRange, in known: @autoclosure () -> some Sequence<String>,
        _ problem: (String?) -> CheckProblem
    ) -> String? {
        if isUnread(name) { return nil }
        searches += 1
        let meant = searches > Self.searchLimit ? nil : suggestion(for: name, in: known())
        let isWritten = text(range) == name
        guard let meant, meant.isCertain, isWritten else {
            report(problem(meant?.word), range)
            return nil
        }
        let before = isUnclear
        report(problem(meant.word), range, fix: [Edit(range, meant.word)])
        isUnclear = before
        return meant.word
    }

    /// The same where nothing goes on with the name that is meant.
    func unknown(
        _ name: String, _ range: SourceRange, in known: @autoclosure () -> some Sequence<String>,
        _ problem: (String?) -> CheckProblem
    ) {
        if misspelt(name, range, in: known(), problem) != nil { isUnclear = true }
    }

    /// Whether a name may be defined by a line that could not be read.
    func isUnread(_ name: String) -> Bool {
        if file.unread.names.isEmpty { return false }
        return file.unread.names.contains(name) || ImplicitName.allCases.contains { $0.spellings.contains(name) }
            || name.contains(".") && name.split(separator: ".").contains { file.unread.names.contains(String($0)) }
    }

    /// Whether lines of the table could not be read, so that its key and its references may be among them.
    func isDamaged(_ table: Int) -> Bool { table < file.tables.count && file.tables[table].isDamaged }

    /// The table of a name, or of the name that is certainly meant.
    func knownTable(_ name: Name, elsewhere: @autoclosure () -> CheckProblem.Elsewhere? = nil) -> Int? {
        if let index = tablesByName[name.text] { return index }
        let elsewhere = elsewhere()
        let meant = misspelt(name.text, name.range, in: tablesByName.keys) {
            .unknownTable(name.text, nearest: $0, elsewhere: elsewhere)
        }
        return meant.flatMap { tablesByName[$0] }
    }

    /// The column of a table by its name, or by the name that is certainly meant.
    func knownMember(_ name: Name, _ table: Int) -> Int? {
        let draft = tables[table]
        if let column = draft.members[name.text] { return column }
        let rank = name.text == "排名" ? "名次" : name.text
        guard !ImplicitName.rank.spellings.contains(rank) else {
            let known = draft.members[rank] == nil ? nil : rank
            report(.unknownColumn(name.text, table: draft.name.text, nearest: known), name.range)
            return nil
        }
        let meant = misspelt(name.text, name.range, in: draft.members.keys) {
            .unknownColumn(name.text, table: draft.name.text, nearest: $0)
        }
        return meant.flatMap { draft.members[$0] }
    }

    /// The place of a label in a list of choices, or of the label that is certainly meant.
    func knownLabel(
        _ label: String, _ range: SourceRange, in labels: [String], _ problem: ((String?) -> CheckProblem)? = nil
    ) -> Int? {
        if let index = labels.firstIndex(of: label) { return index }
        let meant = misspelt(label, range, in: labels) {
            problem?($0) ?? .unknownChoice(label, known: labels, nearest: $0)
        }
        return meant.flatMap { labels.firstIndex(of: $0) }
    }

    // MARK: Words that are no names

    /// What a word means that is nowhere a name, if it is a number, `甲的乙` or a comparison in words.
    func wordWithMeaning(_ name: Name, _ scope: Scope) -> Formula? {
        let word = name.text
        guard text(name.range) == word else { return nil }
        if let digits = Parser.digitsOnly(word) {
            return number(digits, name, .digitLookAlike(word))
        }
        if let value = Numeral.value(word) { return number(value, name, .numeral(word, value: value)) }
        if let parts = Parser.embedded(word) {
            let left = isKnown(Name(parts.left, name.range), scope)
            problems.report(
                SyntaxProblem.wordComparison(parts.word, sign: parts.sign), at: name.range,
                fix: left ? [Edit(name.range, "\(parts.left) \(parts.sign) \(parts.right)")] : [])
            isUnclear = true
            return unknown(name.range)
        }
        // `不违规`: a name denied.
        for denial in ["没有", "不", "未", "非", "无", "没"] where word.hasPrefix(denial) {
            let rest = String(word.dropFirst(denial.count))
            guard isKnown(Name(rest, name.range), scope), tablesByName[rest] == nil else { continue }
            problems.report(
                SyntaxProblem.otherWord(word, right: Bilingual("非 \(rest)", "not \(rest)")), at: name.range,
                fix: [Edit(name.range, "\(file.speaksEnglish ? "not" : "非") \(rest)")])
            isUnclear = true
            return unknown(name.range)
        }
        // `级别为省`: a comparison that has grown together.
        for (verb, sign) in [("不是", "!="), ("不为", "!="), ("等于", "="), ("为", "="), ("是", "=")] {
            let sides = word.split(separator: verb, maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard sides.count == 2, !sides[1].isEmpty, isKnown(Name(sides[0], name.range), scope) else { continue }
            problems.report(
                SyntaxProblem.wordComparison(verb, sign: sign), at: name.range,
                fix: [Edit(name.range, "\(sides[0]) \(sign) \(sides[1])")])
            isUnclear = true
            return unknown(name.range)
        }
        let parts = word.split(separator: "的", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        let head = Name(parts[0], name.range)
        // Of the person in question a column is called by its bare name.
        let isHome = scope.frames.count == 1 && scope.home.map { tables[$0.table].name.text } == head.text
        var path = parts.dropFirst(isHome ? 1 : 0).joined(separator: ".")
        let isMember = tables.contains { $0.members[parts[parts.count - 1]] != nil }
        if parts.count == 2, !isMember,
            let function = Function(word: parts[1]) ?? Parser.everydayFunctions[parts[1]]
        {
            path = "\(function.zh)(\(parts[0]))"
        } else if parts.count == 2, let value = Numeral.value(parts[1]) {
            path = "\(parts[0]) * \(value)"
        }
        let isRow = Keyword(word: head.text) == .everyone || isHome || tablesByName[head.text] == nil
        let isMeant = isRow && (isHome || Keyword(word: head.text) == .everyone || isKnown(head, scope))
        problems.report(
            SyntaxProblem.otherWord(word, right: Bilingual(path, path)), at: name.range,
            fix: isMeant ? [Edit(name.range, path)] : [])
        isUnclear = true
        return unknown(name.range)
    }

    private func number(_ value: String, _ name: Name, _ problem: SyntaxProblem) -> Formula? {
        let percent = value.hasSuffix("%")
        guard let digits = Number(decimal: value.prefix { $0.isASCII && $0.isNumber }) else { return nil }
        problems.report(problem, at: name.range, fix: [Edit(name.range, value)])
        let number = percent ? digits.divided(by: 100) ?? digits : digits
        return constant(
            .number(number),
            ValueType(
                .number, interval: Interval(number, number), whole: number.isWhole, unit: percent ? .percent : .open),
            name.range)
    }

    /// A case that is written as a range but not read as one: `80-89`, `80至89`, `90以上`.
    func rangeInWords(_ value: Expression) -> Expression.Key? {
        let written = text(value.range)
        switch value.kind {
        case .arithmetic(.minus, let low, let high):
            guard case .number = low.kind, case .number = high.kind else { return nil }
            problems.report(
                SyntaxProblem.rangeSign("-"), at: value.range,
                fix: [Edit(value.range, "\(text(low.range))..\(text(high.range))")])
            return .range(low, high)
        case .text(let word):
            if let range = Parser.range(word), word == written {
                problems.report(
                    SyntaxProblem.rangeSign(range.sign), at: value.range, fix: [Edit(value.range, range.text)])
                let bounds = [range.low, range.high].map { Expression(.number($0, percent: false), value.range) }
                return .range(bounds[0], bounds[1])
            }
            return isBoundInWords(word, value.range) ? .rest(value.range) : nil
        default: return nil
        }
    }

    /// Reports `90以上` where a number is needed.
    func isBoundInWords(_ word: String, _ range: SourceRange) -> Bool {
        guard let bound = Parser.boundWords.first(where: { word.hasSuffix($0.word) }) else { return false }
        let number = String(word.dropLast(bound.word.count))
        guard number.first?.isNumber ?? false else { return false }
        problems.report(SyntaxProblem.boundWord(bound.word, number: number, isAbove: bound.isAbove), at: range)
        isUnclear = true
        return true
    }
}
