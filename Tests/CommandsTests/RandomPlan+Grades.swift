/// 评定: shares, head-counts, thresholds, conditions and policies.
extension RandomPlan {
    mutating func writeGrade(_ table: Int, _ scope: PlanScope) {
        let name = fresh("等")
        let labels = some(of: ["甲等", "乙等", "丙等", "丁等", "戊等"], number(in: 2...5))
        let (keyKind, keys) = gradeKeys(scope, number(in: 1...2))
        var header = "评定 \(name) 依 \(keys)"
        let per = chance(50) ? self.per(scope) : []
        if !per.isEmpty { header += " 每 \(per.map(\.piece.text).joined(separator: ", "))" }
        let hasCondition = chance(20)
        if hasCondition { header += " 当 \(selection(scope))" }
        write(1, header)
        let values: [(name: String, kind: Kind)] = (0..<below(3)).map { _ in
            (fresh("值"), chance(75) ? .number : .text)
        }
        write(2, (["等次", "份额"] + values.map(\.name)).joined(separator: "  "))
        var quotas = shares(labels.count, per, scope)
        // The number that decides is held against the bounds.
        if keyKind == .number { addThresholds(&quotas, scope) }
        var isWhole = true
        for (label, quota) in zip(labels, quotas) {
            let cells = values.map { value -> String in
                guard value.kind == .number else { return "\"文\(below(3))\"" }
                let piece = chance(70) ? Piece(text: literal()) : presentNumber(scope, 1)
                isWhole = isWhole && piece.isWhole
                return piece.text
            }
            write(2, ([label, quota] + cells).joined(separator: "  "))
        }
        writePolicies(labels, scope)
        // A place is called by the grade's name too, like a value of a section.
        sections.append(name)
        tables[table].columns.append(
            Column(
                name: "名次", kind: .number, mayBeMissing: hasCondition, isWhole: true, section: sections.count - 1,
                isAssessed: true))
        lists.append(Labels(name: nil, labels: labels, isOrdered: true))
        tables[table].columns.append(
            Column(name: name, kind: .choice(lists.count - 1), mayBeMissing: hasCondition, isAssessed: true))
        for value in values {
            tables[table].columns.append(
                Column(name: value.name, kind: value.kind, mayBeMissing: hasCondition, isAssessed: true))
        }
    }

    /// What decides: mostly a score, the highest first unless it is said otherwise.
    private mutating func gradeKeys(_ scope: PlanScope, _ count: Int) -> (Kind, String) {
        var first: Kind?
        var keys: [String] = []
        for _ in 0..<count {
            var (kind, piece) = chance(30) ? orderedPiece(scope, 1) : (.number, Piece(text: "总分"))
            if keys.contains(piece.text) { (kind, piece) = (.number, numberPiece(scope, 1)) }
            if isSound, kind == .number, piece.text != "总分", chance(80) {
                // Seldom a fraction that no machine word holds.
                piece.text = "(\(piece.text) 小数 \(below(3)) 位 \(rounding()))"
                piece.level = .atom
            }
            first = first ?? kind
            keys.append(present(piece, kind, scope).within(.sum) + (chance(25) ? " 由低到高" : ""))
        }
        return (first ?? .number, keys.joined(separator: ", "))
    }

    /// What groups share: columns of the row or of a row above it.
    private mutating func per(_ scope: PlanScope) -> [Sight] {
        var found: [Sight] = []
        for _ in 0..<number(in: 1...2) {
            let sight = sight(scope) { column in
                switch column.kind {
                case .row, .choice, .bool, .text: !column.mayBeMissing && column.section == nil && column.isStored
                case .number, .date, .month, .span: false
                }
            }
            if let sight, !sight.piece.mayBeMissing, !found.contains(where: { $0.piece.text == sight.piece.text }),
                !constants.contains(where: { $0.name == sight.piece.text })
            {
                found.append(sight)
            }
        }
        return found
    }

    // MARK: Shares

    private mutating func shares(_ count: Int, _ per: [Sight], _ scope: PlanScope) -> [String] {
        var left = 100
        var hasRest = false
        return (0..<count).map { position in
            if position == count - 1, !hasRest, chance(75) { return "其余" }
            switch below(10) {
            case 0: return "\(below(4)) 人"
            case 1 where !hasRest:
                hasRest = true
                return "其余"
            case 2 where position > 0: return "保底 \(one(of: ["10%", "12.5%", "1 人", "2 人"]))"
            case 3:
                if let share = groupShare(per), left >= 30 {
                    left -= 30
                    return share
                }
            case 4: return constantHeads(scope) ?? "2 人"
            default: break
            }
            let share = number(in: 5...max(5, min(40, left / 2)))
            guard left > share else { return "1 人" }
            left -= share
            return chance(20) ? "\(share - 1).5%" : "\(share)%"
        }
    }

    /// A share that the row of the group has.
    private mutating func groupShare(_ per: [Sight]) -> String? {
        for sight in per {
            guard case .row(let target) = sight.column.kind else { continue }
            let shares = columns(target).filter { $0.isSmallShare && !$0.mayBeMissing }
            if !shares.isEmpty { return "\(sight.piece.text).\(one(of: shares).name)" }
        }
        return nil
    }

    /// A number of persons reckoned from all, the same for everybody.
    private mutating func constantHeads(_ scope: PlanScope) -> String? {
        switch below(3) {
        case 0: "(计数(全体) * \(number(in: 5...30))% 小数 0 位 \(rounding())) 人"
        case 1: "(计数(全部 \(tables[below(tables.count)].name)) / 7) 人"
        default: nil
        }
    }

    private mutating func addThresholds(_ quotas: inout [String], _ scope: PlanScope) {
        for index in quotas.indices.dropLast() where chance(30) {
            // What is at least kept has no bound beside it, and the rest is no bound.
            if quotas[index] == "其余" { continue }
            let bound = chance(80) ? literal() : presentNumber(scope, 0).within(.sum)
            let test = "\(one(of: [">=", ">", ">=", "<="])) \(bound)"
            quotas[index] = chance(40) ? test : "\(quotas[index]) 且 \(test)"
        }
    }

    private mutating func writePolicies(_ labels: [String], _ scope: PlanScope) {
        if chance(80) {
            let words = chance(25) ? "最大余数" : rounding() + (chance(30) ? " 累计" : "")
            write(2, "份额取整 \(words)")
        }
        if chance(80) {
            let more = chance(40) ? "依 \(gradeKeys(scope, 1).1) " : ""
            write(2, "并列 \(more)\(one(of: ["全部入选", "全部落选"]))")
        }
        for _ in 0..<below(3) where chance(40) {
            write(2, "定为 \(one(of: labels)) 当 \(verdict(scope, 1).text)")
        }
        for _ in 0..<below(3) where chance(40) {
            // Who is kept out of the last grade too may be left without any.
            let label = one(of: isSound ? labels.dropLast() : labels)
            write(2, "不得 \(label) 当 \(verdict(scope, 1).text) \(one(of: ["递补", "空缺"]))")
        }
        if chance(50) { write(2, "基数 \(one(of: ["全体", "其余"]))") }
    }
}
