/// Functions over rows and over written lists.
extension RandomPlan {
    /// A number that a function makes of many rows, or of a list.
    mutating func aggregate(_ scope: PlanScope, _ depth: Int) -> Piece? {
        if chance(15) || scope.frames.isEmpty { return overList(scope, depth) }
        if scope.innermost.keys != nil, !isLookup(scope.innermost.table), chance(50) {
            return overMembers(scope, depth)
        }
        switch below(24) {
        case 0...3: return count(scope, depth)
        case 4, 5: return rank(scope, depth)
        case 6: return run(scope, depth, spans: false)
        case 7, 8: return length(scope, depth)
        case 9: return deviation(scope, depth)
        case 10: return distinct(scope, depth)
        default:
            let word = one(of: ["合计", "合计", "合计", "平均", "最高", "最高", "最低", "中位", "唯一"])
            return overRows(word, scope, depth)
        }
    }

    /// A lookup's only result bears its name, which would mean its rows.
    private func isLookup(_ table: Int) -> Bool {
        if case .lookup = tables[table].origin { true } else { false }
    }

    private mutating func overRows(_ word: String, _ scope: PlanScope, _ depth: Int) -> Piece? {
        guard var rows = rows(scope, depth - 1) else { return nil }
        if word == "唯一" { keepOne(&rows) }
        let frame = rows.inner.innermost
        var result = Piece(text: "", mayBeMissing: word != "合计" && !rows.isNeverEmpty)
        // The short form `合计(T.列)`, where T can only be the rows.
        let isTaken = scope.frames.contains { $0.name == tables[frame.table].name }
        let columns = columns(frame.table).enumerated().filter { position, column in
            column.kind == .number && column.section == nil
                && (!mayBeMissing(column, frame) || frame.present.contains(position))
        }
        if !rows.isGrouped, !isTaken, !columns.isEmpty, chance(35), !rows.source.contains(" 同 ") {
            let (position, column) = one(of: columns)
            // What is picked by is then the bare name.
            let isClear = name(of: position, in: scope.frames.count, rows.inner) == column.name
            if isClear, chance(20) { rows.operations += " " + pickWords(PlanScope(frames: [])) }
            result.text = "\(word)(\(rows.source).\(column.name)\(rows.operations))"
            result.isWhole = column.isWhole && ["合计", "最高", "最低", "唯一"].contains(word)
            if rows.operations.contains("最") { result.mayBeMissing = word != "合计" }
            return result
        }
        let argument = presentNumber(rows.inner, depth - 1)
        result.isWhole = argument.isWhole && ["合计", "最高", "最低", "唯一"].contains(word)
        if chance(15) {
            // 依 is the argument itself where it is not said.
            rows.operations += " " + pickWords(PlanScope(frames: []))
            result.mayBeMissing = word != "合计"
        }
        result.text = "\(word)(\(argument.text) 于 \(rows.text))"
        return result
    }

    /// 唯一 of several rows is a mistake of the data: before it all but one of them are put aside.
    private mutating func keepOne(_ rows: inout Rows) {
        guard isSound else { return }
        let (kind, by) = orderedPiece(rows.inner, 0)
        let order = present(by, kind, rows.inner).within(.sum)
        rows.operations += " 取 \(one(of: ["最高", "最低"])) 1 依 \(order)"
        rows.isNeverEmpty = false
    }

    /// In a group an only argument runs over its members.
    private mutating func overMembers(_ scope: PlanScope, _ depth: Int) -> Piece {
        let group = scope.innermost
        let frame = PlanScope.Frame(
            table: group.table, name: group.name, present: group.present, isAssessed: group.isAssessed)
        let inner = scope.pushing(frame, lowest: scope.lowest)
        if chance(20) { return Piece(text: one(of: ["计数()", "计数(\(tables[group.table].name))"]), isWhole: true) }
        let word = one(of: ["合计", "最高", "最低", "平均", "中位"])
        let argument = presentNumber(inner, min(1, depth - 1))
        return Piece(text: "\(word)(\(argument.text))", isWhole: argument.isWhole && word != "平均" && word != "中位")
    }

    private mutating func overList(_ scope: PlanScope, _ depth: Int) -> Piece {
        let word = one(of: ["合计", "最高", "最低", "平均", "中位", "不同", "计数"])
        if word == "计数" {
            let conditions = (0..<number(in: 2...3)).map { _ in verdict(scope, depth - 1).text }
            return Piece(text: "计数(\(conditions.joined(separator: ", ")))", isWhole: true)
        }
        let values = (0..<number(in: 2...3)).map { _ in presentNumber(scope, depth - 1) }
        let isWhole = word == "不同" || !["平均", "中位"].contains(word) && values.allSatisfy(\.isWhole)
        return Piece(text: "\(word)(\(values.map(\.text).joined(separator: ", ")))", isWhole: isWhole)
    }

    private mutating func count(_ scope: PlanScope, _ depth: Int) -> Piece? {
        guard let rows = rows(scope, depth) else { return nil }
        if chance(60) {
            // Beside a row of that name the name alone would be that row.
            return scope.frames.contains { $0.name == tables[rows.inner.innermost.table].name }
                ? Piece(text: "计数(是 于 \(rows.text))", isWhole: true)
                : Piece(text: "计数(\(rows.text))", isWhole: true, isPositive: false)
        }
        return Piece(text: "计数(\(verdict(rows.inner, depth - 1).text) 于 \(rows.text))", isWhole: true)
    }

    private mutating func distinct(_ scope: PlanScope, _ depth: Int) -> Piece? {
        guard let rows = rows(scope, depth - 1) else { return nil }
        var (kind, piece) = anyPiece(rows.inner, 1)
        // Nothing stands in for a row that is not there.
        if isSound, case .row = kind, piece.mayBeMissing { (kind, piece) = (.text, textPiece(rows.inner)) }
        return Piece(text: "不同(\(present(piece, kind, rows.inner).text) 于 \(rows.text))", isWhole: true)
    }

    private mutating func deviation(_ scope: PlanScope, _ depth: Int) -> Piece? {
        guard let rows = rows(scope, depth - 1) else { return nil }
        let argument = presentNumber(rows.inner, depth - 1)
        return Piece(
            text: "标准差(\(argument.text) 于 \(rows.text)) 小数 \(below(5)) 位 \(rounding())", level: .ending,
            mayBeMissing: !rows.isNeverEmpty)
    }

    /// The place of the current row among others of its table, by one or two keys.
    private mutating func rank(_ scope: PlanScope, _ depth: Int) -> Piece? {
        guard scope.innermost.keys == nil, scope.frames.count == 1 || chance(30),
            let rows = rows(scope, 0, of: scope.innermost.table, grouped: false)
        else { return nil }
        let keys = (0..<number(in: 1...2)).map { _ -> String in
            let (kind, piece) = orderedPiece(rows.inner, depth - 1)
            return present(piece, kind, rows.inner).text + (chance(30) ? " 由低到高" : "")
        }
        let text = "\(one(of: ["名次", "名次", "密集名次"]))(\(keys.joined(separator: ", ")) 于 \(rows.text))"
        let piece = Piece(text: text, isWhole: true, isPositive: true)
        // The row may be none of those that are ranked, which is an error without 若缺.
        if isSound {
            let isEverybody = rows.source.hasPrefix("全部 ") || rows.source == "全体" && scope.frames.count == 1
            let isOne = isEverybody && !rows.operations.contains("当") && !rows.operations.contains("依")
            return isOne ? piece : Piece(text: "\(text) 若缺 99", level: .ending, isWhole: true)
        }
        if !rows.operations.contains("当"), !rows.operations.contains("依") || chance(25) { return piece }
        return chance(85) ? Piece(text: "\(text) 若缺 99", level: .ending, isWhole: true) : piece
    }

    /// The lengths of spans united.
    private mutating func length(_ scope: PlanScope, _ depth: Int) -> Piece? {
        guard let rows = rows(scope, depth - 1) else { return nil }
        let span = spanPiece(rows.inner, 1)
        var argument = present(span, .span, rows.inner)
        if !span.mayBeMissing, chance(40) {
            // An overlap that does not exist has no length, and need not be provided for.
            argument.text = "重叠(\(span.text), \(dateLiteral(2024)) 至 \(dateLiteral(2026)))"
        }
        return Piece(text: "\(one(of: ["天数", "月数", "周年"]))(\(argument.text) 于 \(rows.text))", isWhole: true)
    }

    /// The longest run of years or of days, or the one that reaches up to now.
    mutating func run(_ scope: PlanScope, _ depth: Int, spans: Bool) -> Piece? {
        guard let rows = rows(scope, depth - 1) else { return nil }
        let inner = rows.inner
        let isLongest = chance(50)
        if spans {
            let span = present(spanPiece(inner, 0), .span, inner)
            let last = isLongest ? "" : ", \(present(datePiece(inner, 0), .date, inner).text)"
            let word = isLongest ? "最长连续" : "当前连续"
            return Piece(text: "\(word)(\(span.text)\(last) 于 \(rows.text))", mayBeMissing: true)
        }
        let column = sight(inner) { $0.kind == .number && $0.isWhole && !$0.mayBeMissing }
        let year =
            column.flatMap { $0.piece.mayBeMissing ? nil : $0.piece.text }
            ?? "年(\(present(datePiece(inner, 0), .date, inner).text))"
        if isLongest { return Piece(text: "最长连续(\(year) 于 \(rows.text))", isWhole: true) }
        return Piece(text: "当前连续(\(year), \(one(of: ["2026", "年度", "5", "2.5"])) 于 \(rows.text))", isWhole: true)
    }

    /// The highest, the lowest or the only one of dates or choices.
    mutating func extreme(_ scope: PlanScope, _ depth: Int, _ kind: Kind) -> Piece? {
        guard !scope.frames.isEmpty, var rows = rows(scope, depth - 1) else { return nil }
        let piece = kind == .date ? datePiece(rows.inner, 0) : sight(rows.inner) { $0.kind == kind }?.piece
        guard let piece else { return nil }
        let word = one(of: ["最高", "最低", "最高", "最低", "唯一"])
        if word == "唯一" { keepOne(&rows) }
        let argument = present(piece, kind, rows.inner)
        return Piece(text: "\(word)(\(argument.text) 于 \(rows.text))", mayBeMissing: !rows.isNeverEmpty)
    }

    /// 任一, 全是 and 唯一 of conditions.
    mutating func conditionOverRows(_ scope: PlanScope, _ depth: Int) -> Piece? {
        if chance(25) || scope.frames.isEmpty {
            let conditions = (0..<number(in: 2...3)).map { _ in verdict(scope, depth - 1).text }
            return Piece(text: "\(one(of: ["任一", "全是"]))(\(conditions.joined(separator: ", ")))")
        }
        guard var rows = rows(scope, depth - 1) else { return nil }
        let word = one(of: ["任一", "任一", "全是", "全是", "唯一"])
        if word == "唯一" { keepOne(&rows) }
        let condition = verdict(rows.inner, depth - 1)
        return Piece(
            text: "\(word)(\(condition.text) 于 \(rows.text))", mayBeMissing: word != "任一" && !rows.isNeverEmpty)
    }
}
