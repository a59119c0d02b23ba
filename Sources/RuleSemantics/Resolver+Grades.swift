import Diagnostics
import RuleSyntax
import Tables

/// 评定: grades by share, head-count, threshold and condition.
extension Resolver {
    func addGrade(_ decl: GradeDecl, _ assessment: AssessmentDraft) {
        let table = tables[assessment.table]
        if decl.headers.count > 1, isQuota(decl.headers[1]) {
            problems.report(SyntaxProblem.gradeHeader, at: decl.headers[0].range)
            isUnclear = true
        }
        let index = assessment.grades.count
        assessment.grades.append(nil)
        assessment.gradeDecls.append(decl)
        let labels = LabelList(labels: decl.rows.map(\.label), ordered: true, ascending: false)
        let list = addChoices(labels, name: decl.name.text)
        let optional = decl.when != nil
        let type = ValueType(.choice(list), optional: optional)
        let gradeColumn = ColumnDraft(
            decl.name.text, decl.name.range, .inProgress, citation: Citation(decl.tail), type: type)
        gradeColumn.assessed = true
        let column = table.add(gradeColumn)
        addMember(table, decl.name, column)

        func dependent(_ name: String, _ range: SourceRange, _ definition: ProgramColumn.Definition, _ type: ValueType)
            -> Int
        {
            let draft = ColumnDraft(name, range, .done(definition, type))
            draft.assessed = true
            draft.reads = [ColumnReference(assessment.table, column)]
            return table.add(draft)
        }
        let place = dependent(
            "\(decl.name.text).\(ImplicitName.rank.spellings[0])", decl.name.range, .place(index),
            ValueType(.number, optional: optional, interval: Interval(1, nil), whole: true))
        for spelling in ImplicitName.rank.spellings {
            table.qualified["\(decl.name.text).\(spelling)"] = place
            // With a second grade the bare 名次 would have two meanings.
            if index == 0 {
                if table.members[spelling] == nil { table.members[spelling] = place }
            } else if table.members[spelling].map({ isPlace(table, $0) }) ?? false {
                table.members[spelling] = nil
            }
        }
        var valueColumns: [Int] = []
        for (position, header) in decl.headers.dropFirst(2).enumerated() {
            let draft = ColumnDraft(header.text, header.range, .inProgress)
            draft.assessed = true
            draft.state = ColumnDraft.State.pending { [self, unowned assessment] in
                _ = read(table: assessment.table, column: column)
                var type: ValueType?
                let scope = homeScope(assessment.table, assessment.sections.first)
                var formulas: [Formula] = []
                for row in decl.rows {
                    let formula = present(resolve(row.values[position], scope, expecting: type?.kind))
                    formulas.append(formula)
                    guard let known = type, !known.isUnknown, !formula.type.isUnknown else {
                        type = formula.type
                        continue
                    }
                    if known.kind == formula.type.kind {
                        type = known.joined(formula.type)
                    } else {
                        report(.incomparable(describe(known), describe(formula.type)), formula.range)
                        type = .unknown
                    }
                }
                gradeValues[GradeValueKey(assessment: assessment.index, grade: index, value: position)] = formulas
                return (.gradeValue(grade: index, value: position), (type ?? .unknown).optional(optional))
            }
            let valueColumn = table.add(draft)
            valueColumns.append(valueColumn)
            table.qualified["\(decl.name.text).\(header.text)"] = valueColumn
            addMember(table, header, valueColumn)
        }
        gradeColumn.state = .pending { [self, unowned assessment] in
            if let population = assessment.population { _ = read(table: assessment.table, column: population) }
            assessment.grades[index] = resolveGrade(
                decl, assessment, choices: list, columns: (column, place, valueColumns))
            return (.grade(index), type)
        }
    }

    private func isPlace(_ table: TableDraft, _ column: Int) -> Bool {
        if case .done(.place, _) = table.columns[column].state { return true }
        return false
    }

    private func resolveGrade(
        _ decl: GradeDecl, _ assessment: AssessmentDraft, choices list: Int,
        columns: (grade: Int, place: Int, values: [Int])
    ) -> Grade {
        let scope = homeScope(assessment.table, assessment.sections.first)
        assessmentOfGrade = assessment.index
        let per = decl.per.map { follow($0[...], from: .frame(0), table: assessment.table, scope) }.map(present)
        let rows = decl.rows.map { gradeRow($0, per, scope) }
        let placements = decl.placements.compactMap { placement -> Grade.Condition? in
            guard let row = gradeIndex(placement.label, decl) else { return nil }
            return Grade.Condition(
                row: row, condition: verdict(placement.when, scope), refill: false,
                citation: Citation(placement.tail), range: placement.label.range)
        }
        let bars = decl.bars.compactMap { bar -> Grade.Condition? in
            guard let row = gradeIndex(bar.label, decl) else { return nil }
            if bar.refill == nil { report(.undeclaredBar, bar.range) }
            return Grade.Condition(
                row: row, condition: verdict(bar.when, scope), refill: bar.refill ?? false,
                citation: Citation(bar.tail), range: bar.range)
        }
        checkPolicies(decl, rows)
        return Grade(
            name: decl.name.text, choices: list, gradeColumn: columns.grade, placeColumn: columns.place,
            valueColumns: columns.values, valueNames: decl.headers.dropFirst(2).map(\.text),
            keys: gradeKeys(decl.keys, scope), tieKeys: gradeKeys(decl.ties?.then ?? [], scope), per: per,
            perNames: decl.per.map { $0[$0.count - 1].text }, when: decl.when.map { verdict($0, scope) }, rows: rows,
            rounding: decl.quotaRounding ?? .each(.halfUp), tiesIn: decl.ties?.allIn ?? true, placements: placements,
            bars: bars, baseIncludesPlaced: decl.baseIncludesPlaced ?? true, citation: Citation(decl.tail),
            range: decl.name.range)
    }

    /// Whether a heading is how much of a group a grade takes: then the row of headings was left out.
    private func isQuota(_ header: Name) -> Bool {
        let written = text(header.range)
        guard written == header.text, let first = written.first else { return false }
        return first.isNumber || "<>≤≥".contains(first) || Keyword(word: written) == .rest
            || written.split(separator: " ").first.flatMap { Keyword(word: String($0)) } == .floor
    }

    private func gradeIndex(_ label: Name, _ decl: GradeDecl) -> Int? {
        let labels = decl.rows.map(\.label.text)
        return knownLabel(label.text, label.range, in: labels) { .unknownGrade(label.text, known: labels, nearest: $0) }
    }

    private func gradeKeys(_ keys: [GradeDecl.Key], _ scope: Scope) -> [Grade.Key] {
        keys.map { key in
            let formula = present(resolve(key.value, scope, expecting: nil))
            if !isOrdered(formula.type) { report(unordered(formula.type), formula.range) }
            return Grade.Key(formula: formula, ascending: key.ascending)
        }
    }

    private func gradeRow(_ decl: GradeDecl.Row, _ per: [Formula], _ scope: Scope) -> Grade.Row {
        var share = Grade.Share.none
        var thresholds: [Grade.Threshold] = []
        func constant(_ expression: Expression) -> Formula {
            let formula = present(number(resolve(expression, scope, expecting: nil)))
            if !isConstant(formula, inGroupsOf: per) {
                report(.shareNotConstant(text(expression.range)), expression.range)
            }
            return formula
        }
        for quota in decl.quotas {
            switch quota {
            case .rest: share = .rest
            case .share(let expression) where isRestInWords(expression, scope): share = .rest
            case .share(let expression):
                let formula = constant(expression)
                checkShare(formula)
                // What is no number may well have been meant for a threshold.
                share = formula.type.isUnknown ? .none : .ratio(formula)
            case .heads(let expression):
                let formula = constant(expression)
                checkHeads(formula)
                share = .heads(formula)
            case .atLeast(let expression, let heads):
                let formula = constant(expression)
                if heads {
                    checkHeads(formula)
                    share = .atLeastHeads(formula)
                } else {
                    checkShare(formula)
                    share = .atLeastRatio(formula)
                }
            case .threshold(let comparison, let expression):
                thresholds.append(
                    Grade.Threshold(
                        comparison: comparison, bound: present(number(resolve(expression, scope, expecting: nil)))))
            }
        }
        return Grade.Row(label: decl.label.text, share: share, thresholds: thresholds, values: [], range: decl.range)
    }

    /// `剩余` and the like for 其余, where no value is called so.
    private func isRestInWords(_ expression: Expression, _ scope: Scope) -> Bool {
        let words = ["剩余", "剩下", "余下", "其他", "其它", "其馀", "其余的", "其余人员", "其他人员", "其余的人"]
        guard case .name(let word) = expression.kind, words.contains(Spelling.simplified(word)),
            !isKnown(Name(word, expression.range), scope)
        else { return false }
        problems.report(
            SyntaxProblem.otherWord(word, right: Keyword.rest.spellings), at: expression.range,
            fix: [Edit(expression.range, Keyword.rest.zh)])
        return true
    }

    /// A share without 人 lies in 0..100 %.
    private func checkShare(_ formula: Formula) {
        let interval = formula.type.interval
        if let low = interval.low, low == interval.high, low > 1 {
            report(.shareNeedsHeads, formula.range)
        } else if !formula.type.isUnknown, !Interval(0, 1).holds(interval) {
            report(.shareRange(text(formula.range)), formula.range)
        }
    }

    /// A number of persons that is written as one is whole; what is reckoned is rounded as 份额取整 says.
    private func checkHeads(_ formula: Formula) {
        let interval = formula.type.interval
        if let low = interval.low, low == interval.high, low.signum < 0 || !low.isWhole {
            report(.headsRange(text(formula.range)), formula.range)
        }
    }

    /// Whether a formula is the same for all members of a group.
    private func isConstant(_ formula: Formula, inGroupsOf per: [Formula]) -> Bool {
        if let key = formula.key, per.contains(where: { $0.key == key }) { return true }
        switch formula.kind {
        case .constant, .planValue: return true
        case .column(_, let column):
            // A value that is itself built of constants only.
            let table = assessments[assessmentOfGrade].table
            guard case .done(.value(let value), _) = tables[table].columns[column].state else { return false }
            return isConstant(value, inGroupsOf: per)
        case .row: return false
        case .field(let inner, _, _), .negate(let inner), .convert(let inner, _), .has(let inner), .not(let inner),
            .orError(let inner), .rounded(let inner, _, _):
            return isConstant(inner, inGroupsOf: per)
        case .find(_, let parts), .findOrError(_, let parts), .all(let parts), .any(let parts), .function(_, let parts):
            return parts.allSatisfy { isConstant($0, inGroupsOf: per) }
        case .arithmetic(_, let a, let b), .comparison(_, let a, let b), .inside(let a, let b),
            .otherwise(let a, let b),
            .floor(let a, let b), .cap(let a, let b), .span(let a, let b):
            return isConstant(a, inGroupsOf: per) && isConstant(b, inGroupsOf: per)
        case .choose(let branches, let last):
            return branches.allSatisfy {
                isConstant($0.condition, inGroupsOf: per) && isConstant($0.value, inGroupsOf: per)
            } && (last.map { isConstant($0.formula, inGroupsOf: per) } ?? true)
        case .aggregate(let aggregate):
            guard aggregate.shared, let rows = aggregate.rows else {
                return aggregate.rows == nil && aggregate.arguments.allSatisfy { isConstant($0, inGroupsOf: per) }
            }
            return rows.matches.allSatisfy { isConstant($0.value, inGroupsOf: per) }
        }
    }

    private func checkPolicies(_ decl: GradeDecl, _ rows: [Grade.Row]) {
        let hasRatios = rows.contains { row in
            switch row.share {
            case .ratio, .atLeastRatio: true
            case .rest, .heads, .atLeastHeads, .none: false
            }
        }
        let hasLimits = rows.contains { row in
            switch row.share {
            case .ratio, .heads, .atLeastRatio, .atLeastHeads: true
            case .rest, .none: false
            }
        }
        if hasLimits, decl.ties == nil { report(.undeclaredTies, decl.name.range) }
        if hasRatios, decl.quotaRounding == nil {
            report(.undeclaredQuotaRounding(sizes: sizesWhereRoundingDecides(rows)), decl.name.range)
        }
        if hasRatios, !decl.placements.isEmpty, decl.baseIncludesPlaced == nil {
            report(.undeclaredBase, decl.name.range)
        }
        // The shares together, as far as the declared ranges tell.
        var low = Number(0)
        var high: Number? = 0
        for row in rows {
            guard case .ratio(let formula) = row.share, Interval(0, 1).holds(formula.type.interval) else { continue }
            low += formula.type.interval.low ?? 0
            if let top = formula.type.interval.high, let sum = high { high = sum + top } else { high = nil }
        }
        if low > 1 || (high.map { $0 > 1 } ?? false) {
            report(
                .sharesOver(percent(high ?? low)),
                rows.first?.range.union(rows[rows.count - 1].range) ?? decl.name.range)
        }
        let onlyRatios = rows.allSatisfy { if case .ratio = $0.share { $0.thresholds.isEmpty } else { false } }
        if onlyRatios, let high, high < 1 {
            // The last grade takes all who remain in any case.
            report(.sharesUnder(percent(high)), decl.name.range, fix: restOfShares(decl))
        }
        if let last = rows.last, !last.thresholds.isEmpty { report(.everyoneTaken, last.range) }
        checkFloors(decl, rows)
    }

    /// A grade with 保底 alone takes all who remain but those for whom grades below it keep seats.
    private func checkFloors(_ decl: GradeDecl, _ rows: [Grade.Row]) {
        guard
            let index = rows.firstIndex(where: { row in
                guard row.thresholds.isEmpty, !decl.bars.contains(where: { $0.label.text == row.label }) else {
                    return false
                }
                return switch row.share {
                case .atLeastRatio, .atLeastHeads: true
                case .rest, .ratio, .heads, .none: false
                }
            })
        else { return }
        let below = rows[(index + 1)...].filter { row in
            switch row.share {
            case .atLeastRatio, .atLeastHeads: false
            case .ratio(let seats), .heads(let seats): seats.type.interval.high.map { $0.signum > 0 } ?? true
            case .rest, .none: true
            }
        }
        guard !below.isEmpty else { return }
        report(.floorTakesAll(rows[index].label, below: below.map(\.label)), rows[index].range)
    }

    /// The share of the last grade written as what it comes to.
    private func restOfShares(_ decl: GradeDecl) -> [Edit] {
        guard let last = decl.rows.last, case .share(let expression)? = last.quotas.first else { return [] }
        return [Edit(expression.range, file.speaksEnglish ? Keyword.rest.en : Keyword.rest.zh)]
    }

    private func percent(_ value: Number) -> String { (value * 100).description + "%" }
}

struct GradeValueKey: Hashable {
    var assessment: Int
    var grade: Int
    var value: Int
}
