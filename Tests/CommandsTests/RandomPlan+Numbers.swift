/// Formulas that yield numbers.
extension RandomPlan {
    /// Small whole numbers mostly; sometimes so many digits that no machine word holds what is made of them.
    mutating func literal() -> String {
        switch below(20) {
        case 0: "\(number(in: 1...9))\(number(in: 100_000_000...999_999_999))"
        case 1: "0.\(number(in: 100_000_000...999_999_999))\(number(in: 1...9))"
        case 2: "\(number(in: 1...99))%"
        case 3: "3.3333333"
        case 4...7: "\(number(in: 0...12)).\(one(of: ["5", "25", "75", "1", "05", "125"]))"
        default: "\(number(in: 1...20))"
        }
    }

    private mutating func literalPiece() -> Piece {
        let text = literal()
        let isWhole = !text.contains(".") && !text.contains("%")
        return Piece(text: text, isWhole: isWhole, isPositive: true)
    }

    mutating func numberAtom(_ scope: PlanScope) -> Piece {
        if chance(75), let sight = sight(scope, { $0.kind == .number }) { return sight.piece }
        return literalPiece()
    }

    mutating func numberPiece(_ scope: PlanScope, _ depth: Int) -> Piece {
        guard depth > 0 else { return numberAtom(scope) }
        switch below(22) {
        case 0...4: return arithmetic(scope, depth)
        case 5: return clamp(scope, depth)
        case 6: return rounded(scope, depth)
        case 7: return quotient(scope, depth)
        case 8: return timePiece(scope, depth)
        case 9...11: return choose(scope, depth, .number) { plan, scope in plan.numberPiece(scope, depth - 1) }
        case 12: if let piece = lookupPiece(scope, depth, { $0.kind == .number }) { return piece.piece }
        case 13...18: if let piece = aggregate(scope, depth) { return piece }
        case 19:
            if chance(50) { return longProduct(scope) }
            let piece = numberPiece(scope, depth - 1)
            return Piece(
                text: "-" + piece.within(.atom), level: .product, mayBeMissing: piece.mayBeMissing,
                isWhole: piece.isWhole)
        default: break
        }
        return numberAtom(scope)
    }

    /// More digits than two machine words hold, perhaps behind a division.
    private mutating func longProduct(_ scope: PlanScope) -> Piece {
        let (first, second) = (numberAtom(scope), numberAtom(scope))
        let factor = one(of: ["98765432109876.54321", "0.000000000012345", "12345678901234567890", "3.3333333"])
        let word = one(of: ["*", "*", "/"])
        return Piece(
            text: "\(first.within(.product)) * \(factor) * \(second.within(.atom)) \(word) 7.77777777", level: .product,
            mayBeMissing: first.mayBeMissing || second.mayBeMissing)
    }

    /// Something certainly present.
    mutating func presentNumber(_ scope: PlanScope, _ depth: Int) -> Piece {
        present(numberPiece(scope, depth), .number, scope)
    }

    private mutating func arithmetic(_ scope: PlanScope, _ depth: Int) -> Piece {
        let left = numberPiece(scope, depth - 1)
        let right = numberPiece(scope, below(depth))
        var result = Piece(text: "", mayBeMissing: left.mayBeMissing || right.mayBeMissing)
        result.isWhole = left.isWhole && right.isWhole
        switch below(8) {
        case 0, 1:
            result.text = "\(left.within(.sum)) + \(right.within(.product))"
            result.level = .sum
            result.isPositive = left.isPositive && right.isPositive
        case 2, 3:
            result.text = "\(left.within(.sum)) - \(right.within(.product))"
            result.level = .sum
        case 4, 5:
            result.text = "\(left.within(.product)) * \(right.within(.atom))"
            result.level = .product
        default:
            let right = divisor(right)
            result.text = "\(left.within(.product)) / \(right.within(.atom))"
            result.level = .product
            result.isWhole = false
            result.mayBeMissing = left.mayBeMissing || right.mayBeMissing || !right.isPositive
        }
        return result
    }

    /// Not what may be 0 for certain, as a constant or its rounded quotient: the check would refuse it.
    private mutating func divisor(_ piece: Piece) -> Piece {
        let isDoubtful = ["常", "整除", "小数", "年度"].contains { piece.text.contains($0) }
        return isDoubtful && !piece.isPositive ? literalPiece() : piece
    }

    private mutating func clamp(_ scope: PlanScope, _ depth: Int) -> Piece {
        var result = numberPiece(scope, depth - 1)
        for word in chance(30) ? ["保底", "封顶"] : [one(of: ["保底", "封顶"])] {
            let bound = chance(70) ? literalPiece() : numberAtom(scope)
            result = Piece(
                text: "\(result.text) \(word) \(bound.within(.atom))", level: .ending,
                mayBeMissing: result.mayBeMissing || bound.mayBeMissing, isWhole: result.isWhole && bound.isWhole)
        }
        return result
    }

    private mutating func rounded(_ scope: PlanScope, _ depth: Int) -> Piece {
        let inner = numberPiece(scope, depth - 1)
        let places = below(4)
        return Piece(
            text: "\(inner.text) 小数 \(places) 位 \(rounding())", level: .ending, mayBeMissing: inner.mayBeMissing,
            isWhole: inner.isWhole || places == 0)
    }

    private mutating func quotient(_ scope: PlanScope, _ depth: Int) -> Piece {
        let left = numberPiece(scope, depth - 1)
        if chance(30) {
            return Piece(text: "绝对值(\(left.text))", mayBeMissing: left.mayBeMissing, isWhole: left.isWhole)
        }
        let right = chance(60) ? literalPiece() : divisor(numberAtom(scope))
        let word = one(of: ["整除", "余数"])
        return Piece(
            text: "\(word)(\(left.text), \(right.text))",
            mayBeMissing: left.mayBeMissing || right.mayBeMissing || !right.isPositive,
            isWhole: word == "整除" || left.isWhole && right.isWhole)
    }

    /// Numbers of days, months and years.
    private mutating func timePiece(_ scope: PlanScope, _ depth: Int) -> Piece {
        let first = datePiece(scope, depth - 1)
        switch below(8) {
        case 0:
            let second = datePiece(scope, 0)
            return Piece(
                text: "\(first.within(.sum)) - \(second.within(.product))", level: .sum,
                mayBeMissing: first.mayBeMissing || second.mayBeMissing, isWhole: true)
        case 1:
            let (a, b) = (monthPiece(scope, depth - 1), monthPiece(scope, 0))
            return Piece(
                text: "\(a.within(.sum)) - \(b.within(.product))", level: .sum,
                mayBeMissing: a.mayBeMissing || b.mayBeMissing, isWhole: true)
        case 2:
            let date = chance(60) ? first : monthPiece(scope, depth - 1)
            return Piece(
                text: "\(one(of: ["年", "月"]))(\(date.text))", mayBeMissing: date.mayBeMissing, isWhole: true,
                isPositive: true)
        case 3, 4:
            let word = one(of: ["天数", "月数", "周年"])
            let spans = (0..<number(in: 1...2)).map { _ in spanPiece(scope, depth - 1) }
            return Piece(
                text: "\(word)(\(spans.map(\.text).joined(separator: ", ")))",
                mayBeMissing: spans.contains(where: \.mayBeMissing), isWhole: true)
        default:
            let second = datePiece(scope, 0)
            return Piece(
                text: "\(one(of: ["天数", "月数", "周年", "工作日数"]))(\(first.text), \(second.text))",
                mayBeMissing: first.mayBeMissing || second.mayBeMissing, isWhole: true)
        }
    }
}
