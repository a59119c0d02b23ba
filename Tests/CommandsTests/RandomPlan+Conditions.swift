/// Formulas that yield yes or no.
extension RandomPlan {
    mutating func boolPiece(_ scope: PlanScope, _ depth: Int) -> Piece {
        if depth > 0 {
            switch below(16) {
            case 0, 1: return connected(scope, depth)
            case 2:
                let inner = boolPiece(scope, depth - 1)
                return Piece(
                    text: "非 \(inner.within(.negation))", level: .negation, mayBeMissing: inner.mayBeMissing)
            case 3: if let piece = presence(scope) { return piece }
            case 4: return choose(scope, depth, .bool) { plan, scope in plan.boolPiece(scope, 0) }
            case 5, 6: if let piece = conditionOverRows(scope, depth) { return piece }
            case 7: if let found = lookupPiece(scope, depth, { $0.kind == .bool }) { return found.piece }
            case 8:
                let date = datePiece(scope, depth - 1)
                var span = spanPiece(scope, depth - 1)
                // Brackets here would be a list.
                if span.level > .atom {
                    span = Piece(text: "重叠(\(span.text), 2022-01-01 至 2026-12-31)", mayBeMissing: true)
                }
                return Piece(
                    text: "\(date.within(.sum)) 在 \(span.within(.atom))", level: .test,
                    mayBeMissing: date.mayBeMissing || span.mayBeMissing)
            default: break
            }
        }
        if chance(20), let sight = sight(scope, { $0.kind == .bool }) { return sight.piece }
        return comparison(scope, depth)
    }

    private mutating func connected(_ scope: PlanScope, _ depth: Int) -> Piece {
        let word = one(of: [" 且 ", " 或 "])
        let parts = (0..<number(in: 2...3)).map { _ in boolPiece(scope, depth - 1) }
        return Piece(
            text: parts.map { $0.within(.negation) }.joined(separator: word), level: .logic,
            mayBeMissing: parts.contains(where: \.mayBeMissing))
    }

    /// `有(x)`, or `有(x) 且 x > 3`, where the second part need not ask again.
    private mutating func presence(_ scope: PlanScope) -> Piece? {
        guard let sight = sight(scope, { $0.mayBeMissing && $0.kind != .span }) else { return nil }
        if sight.column.kind == .number, sight.position != nil, chance(60) {
            return Piece(text: "有(\(sight.piece.text)) 且 \(sight.piece.text) \(sign()) \(literal())", level: .logic)
        }
        return Piece(text: "有(\(sight.piece.text))")
    }

    private mutating func sign() -> String { one(of: ["=", "≠", "<", "<=", ">", ">="]) }

    private mutating func test(_ left: Piece, _ sign: String, _ right: Piece) -> Piece {
        Piece(
            text: "\(left.within(.sum)) \(sign) \(right.within(.sum))", level: .test,
            mayBeMissing: left.mayBeMissing || right.mayBeMissing)
    }

    private mutating func comparison(_ scope: PlanScope, _ depth: Int) -> Piece {
        switch below(12) {
        case 0, 1: if let piece = choiceComparison(scope, depth) { return piece }
        case 2:
            let left = textPiece(scope)
            let right = chance(60) ? Piece(text: "\"文\(below(4))\"") : textPiece(scope)
            return different(left, one(of: ["=", "≠"]), right)
        case 3:
            let right = chance(60) ? Piece(text: dateLiteral()) : datePiece(scope, 0)
            return different(datePiece(scope, depth), sign(), right)
        case 4: return different(monthPiece(scope, depth), sign(), monthPiece(scope, 0))
        case 5: if let piece = rowComparison(scope) { return piece }
        case 6:
            let left = numberPiece(scope, depth)
            let members = (0..<number(in: 2...3)).map { _ in literal() }
            return Piece(
                text: "\(left.within(.sum)) 在 (\(members.joined(separator: ", ")))", level: .test,
                mayBeMissing: left.mayBeMissing)
        case 7:
            let left = numberPiece(scope, depth)
            return Piece(
                text: "\(left.within(.sum)) 在 \(number(in: 0...9))..\(number(in: 10...80))", level: .test,
                mayBeMissing: left.mayBeMissing)
        default: break
        }
        let left = numberPiece(scope, depth)
        return different(left, sign(), chance(60) ? Piece(text: literal()) : numberPiece(scope, 0))
    }

    /// A comparison with something else than itself, which would be a mistake of the plan.
    private mutating func different(_ left: Piece, _ sign: String, _ right: Piece) -> Piece {
        if left.text != right.text { return test(left, sign, right) }
        return Piece(text: one(of: ["是", "否"]))
    }

    private mutating func choiceComparison(_ scope: PlanScope, _ depth: Int) -> Piece? {
        guard case (.choice(let list), let left)? = choicePiece(scope, depth) else { return nil }
        let labels = lists[list].labels
        switch below(5) {
        case 0:
            // Another list that has some of the labels.
            let lists = lists
            let other = sight(scope) { column in
                guard case .choice(let other) = column.kind else { return false }
                return lists[other].labels.contains { labels.contains($0) }
            }
            guard let other, other.piece.text != left.text, case .choice(let right) = other.column.kind else {
                return nil
            }
            let isConverted = right != list && !lists[right].labels.allSatisfy(labels.contains)
            var piece = test(left, lists[list].isOrdered ? sign() : "=", other.piece)
            piece.mayBeMissing = piece.mayBeMissing || isConverted
            return piece
        case 1:
            let members = some(of: labels, number(in: 1...labels.count - 1))
            return Piece(
                text: "\(left.within(.sum)) 在 (\(members.joined(separator: ", ")))", level: .test,
                mayBeMissing: left.mayBeMissing)
        default:
            return test(left, lists[list].isOrdered ? sign() : one(of: ["=", "≠"]), Piece(text: one(of: labels)))
        }
    }

    private mutating func rowComparison(_ scope: PlanScope) -> Piece? {
        guard case (.row(let table), let left)? = rowPiece(scope, 0) else { return nil }
        if chance(50), let other = sight(scope, { $0.kind == .row(table) }) {
            return different(left, one(of: ["=", "≠"]), other.piece)
        }
        // A text beside a row is its key.
        let key = tables[table].keys.first.map { columns(table)[$0] }
        guard let key, key.kind == .text, tables[table].keys.count == 1 else { return nil }
        var piece = test(left, "=", Piece(text: "\"\(tables[table].name)\(number(in: 1...4))\""))
        piece.mayBeMissing = true
        return piece
    }

    /// A condition that has an answer.
    mutating func verdict(_ scope: PlanScope, _ depth: Int) -> Piece {
        present(boolPiece(scope, depth), .bool, scope)
    }

    /// Who takes part. Where data are to be compared it is seldom nobody at all.
    mutating func selection(_ scope: PlanScope) -> String {
        let condition = verdict(scope, 1).text
        return isSound ? "((\(condition)) 或 非 (\(verdict(scope, 0).text)))" : condition
    }
}
