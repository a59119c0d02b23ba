/// Formulas that yield dates, months, spans, texts, choices and rows, and choices among cases of any kind.
extension RandomPlan {
    mutating func dateLiteral(_ year: Int? = nil) -> String {
        let day = number(in: 1...28)
        let month = number(in: 1...12)
        return "\(year ?? number(in: 2020...2027))-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    mutating func datePiece(_ scope: PlanScope, _ depth: Int) -> Piece {
        if depth > 0 {
            switch below(10) {
            case 0, 1:
                let date = datePiece(scope, depth - 1)
                let days = isSound || chance(70) ? Piece(text: "\(number(in: 1...400))") : numberAtom(scope)
                return Piece(
                    text: "\(date.within(.sum)) \(one(of: ["+", "-"])) \(days.within(.product))", level: .sum,
                    mayBeMissing: date.mayBeMissing || days.mayBeMissing)
            case 2: if let piece = extreme(scope, depth, .date) { return piece }
            case 3:
                return choose(scope, depth, .date) { plan, scope in plan.datePiece(scope, depth - 1) }
            case 4: if let found = lookupPiece(scope, depth, { $0.kind == .date }) { return found.piece }
            default: break
            }
        }
        if chance(85), let sight = sight(scope, { $0.kind == .date }) { return sight.piece }
        return Piece(text: dateLiteral())
    }

    mutating func monthPiece(_ scope: PlanScope, _ depth: Int) -> Piece {
        if depth > 0, chance(30) {
            let month = monthPiece(scope, depth - 1)
            return Piece(
                text: "\(month.within(.sum)) \(one(of: ["+", "-"])) \(number(in: 1...14))", level: .sum,
                mayBeMissing: month.mayBeMissing)
        }
        if chance(85), let sight = sight(scope, { $0.kind == .month }) { return sight.piece }
        return Piece(text: "\(number(in: 2025...2026))年\(number(in: 1...12))月")
    }

    mutating func spanPiece(_ scope: PlanScope, _ depth: Int) -> Piece {
        if depth > 0 {
            switch below(10) {
            case 0, 1:
                let (a, b) = (spanPiece(scope, depth - 1), spanPiece(scope, 0))
                return Piece(text: "重叠(\(a.text), \(b.text))", mayBeMissing: true)
            case 2: if let piece = run(scope, depth, spans: true) { return piece }
            default: break
            }
        }
        if chance(35), let sight = sight(scope, { $0.kind == .span }) { return sight.piece }
        let (first, last) = (datePiece(scope, depth), chance(60) ? Piece(text: dateLiteral(2027)) : datePiece(scope, 0))
        return Piece(
            text: "\(first.within(.sum)) 至 \(last.within(.sum))", level: .test,
            mayBeMissing: first.mayBeMissing || last.mayBeMissing)
    }

    mutating func textPiece(_ scope: PlanScope) -> Piece {
        if let sight = sight(scope, { $0.kind == .text }) { return sight.piece }
        return Piece(text: "\"文\(below(4))\"")
    }

    /// A choice, with its list.
    mutating func choicePiece(_ scope: PlanScope, _ depth: Int) -> (Kind, Piece)? {
        func isChoice(_ column: Column) -> Bool { if case .choice = column.kind { true } else { false } }
        if depth > 0 {
            switch below(8) {
            case 0:
                // Labels of the first named list are of no other list before it.
                let labels = lists[0].labels
                let piece = choose(scope, depth, .choice(0)) { plan, _ in Piece(text: plan.one(of: labels)) }
                return piece.text.contains("按") ? (.choice(0), piece) : nil
            case 1: if let found = lookupPiece(scope, depth, isChoice) { return (found.kind, found.piece) }
            case 2:
                if let sight = sight(scope, isChoice), case .choice(let list) = sight.column.kind,
                    lists[list].isOrdered, let piece = extreme(scope, depth, sight.column.kind)
                {
                    return (sight.column.kind, piece)
                }
            default: break
            }
        }
        return sight(scope, isChoice).map { ($0.column.kind, $0.piece) }
    }

    /// A row of a table: by a reference, or found by its keys.
    mutating func rowPiece(_ scope: PlanScope, _ depth: Int) -> (Kind, Piece)? {
        func isRow(_ column: Column) -> Bool { if case .row = column.kind { true } else { false } }
        if chance(70), let sight = sight(scope, isRow) { return (sight.column.kind, sight.piece) }
        let keyed = tables.indices.filter { index in
            if case .lookup = tables[index].origin { false } else { tables[index].keys.count == 1 }
        }
        guard !keyed.isEmpty else { return nil }
        let table = one(of: keyed)
        guard let keys = keys(of: table, scope, depth) else { return nil }
        let found = "\(tables[table].name)[\(keys.map(\.text).joined(separator: ", "))]"
        guard isSound else {
            return (.row(table), Piece(text: found, mayBeMissing: keys.contains(where: \.mayBeMissing)))
        }
        // A row that may not be there needs another one in its place.
        guard let other = sight(scope, { $0.kind == .row(table) }), !other.piece.mayBeMissing else { return nil }
        return (.row(table), Piece(text: "\(found) 若缺 \(other.piece.text)", level: .ending))
    }

    // MARK: 按

    /// `按 x (…)` or `按 (…)` with results of one kind.
    mutating func choose(
        _ scope: PlanScope, _ depth: Int, _ kind: Kind, _ result: (inout RandomPlan, PlanScope) -> Piece
    ) -> Piece {
        var subject = ""
        var keys: [String] = []
        var isComplete = false
        var mayBeMissing = false
        switch below(4) {
        case 0:
            guard case (.choice(let list), let piece)? = choicePiece(scope, 0) else { break }
            subject = piece.within(.sum) + " "
            mayBeMissing = piece.mayBeMissing
            isComplete = chance(40)
            let labels = lists[list].labels
            keys = isComplete ? labels : some(of: labels, number(in: 1...labels.count - 1))
        case 1:
            let piece = numberPiece(scope, depth - 1)
            subject = piece.within(.atom) + " "
            mayBeMissing = piece.mayBeMissing
            keys = some(of: [">= 90", "60..80", "> 30", "5", "0", "< 2", "1..4.5"], number(in: 1...3))
        case 2:
            guard let sight = sight(scope, { $0.kind == .bool }) else { break }
            subject = sight.piece.text + " "
            mayBeMissing = sight.piece.mayBeMissing
            isComplete = chance(50)
            keys = isComplete ? ["是", "否"] : ["是"]
        default: break
        }
        if keys.isEmpty {
            for _ in 0..<number(in: 1...2) { keys.append(present(boolPiece(scope, depth - 1), .bool, scope).text) }
        }
        var isWhole = true
        var cases = keys.map { key -> String in
            let value = result(&self, scope)
            mayBeMissing = mayBeMissing || value.mayBeMissing
            isWhole = isWhole && value.isWhole
            return "\(key): \(value.text)"
        }
        if !isComplete, chance(75) {
            let value = result(&self, scope)
            mayBeMissing = mayBeMissing || value.mayBeMissing
            isWhole = isWhole && value.isWhole
            cases.append("其余: \(value.text)")
        } else if !isComplete {
            mayBeMissing = true
        }
        return Piece(
            text: "按 \(subject)(\(cases.joined(separator: ", ")))", level: .ending, mayBeMissing: mayBeMissing,
            isWhole: isWhole)
    }
}
