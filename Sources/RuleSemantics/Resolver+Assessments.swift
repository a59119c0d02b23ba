import Diagnostics
import RuleSyntax
import Tables

/// 考核: its sections as columns of the assessed table.
extension Resolver {
    func collectAssessments() {
        for decl in file.assessments {
            guard let table = knownTable(decl.table) else { continue }
            if tables[table].assessment != nil {
                report(.duplicate(Bilingual("考核", "assessment"), decl.table.text), decl.table.range)
                continue
            }
            let draft = AssessmentDraft(decl, index: assessments.count, table: table)
            assessments.append(draft)
            tables[table].assessment = draft
            addPopulation(draft)
            addSection(decl.body, parent: nil, draft)
        }
        // Whether a requirement's first word is a name depends on what other assessments define, too.
        for draft in assessments { addImplicit(draft) }
    }

    func homeScope(_ table: Int, _ section: SectionDraft?) -> Scope {
        Scope(frames: [.init(table: table, name: tables[table].name.text, isAssessed: true)], section: section)
    }

    private func addPopulation(_ draft: AssessmentDraft) {
        guard let condition = draft.decl.population else { return }
        let table = tables[draft.table]
        draft.population = table.add(
            ColumnDraft(
                "考核范围", condition.range,
                .pending { [self] in
                    (.population(verdict(condition, homeScope(draft.table, nil))), .bool)
                }, type: .bool))
    }

    private func addAssessed(_ table: TableDraft, _ column: ColumnDraft) -> Int {
        column.assessed = true
        return table.add(column)
    }

    private func addSection(_ decl: SectionDecl, parent: SectionDraft?, _ assessment: AssessmentDraft) {
        let table = tables[assessment.table]
        let name = parent == nil ? ImplicitName.total.spellings[0] : decl.name.text
        let index = assessment.sections.count
        let column = ColumnDraft(name, decl.name.range, .inProgress, citation: Citation(decl.tail))
        let section = SectionDraft(
            decl, index: index, parent: parent, column: addAssessed(table, column), depth: (parent?.depth ?? -1) + 1)
        assessment.sections.append(section)
        parent?.children.append(section)
        column.knownType = knownType(decl)
        column.state = .pending { [self, unowned section, unowned assessment] in
            noteMembership(assessment)
            let body = resolveBody(decl, section, homeScope(assessment.table, section), assessment)
            section.body = body
            return (.score(index), column.knownType ?? .unknown)
        }
        if parent == nil {
            for spelling in ImplicitName.total.spellings { table.members[spelling] = section.column }
        } else if !decl.name.text.isEmpty {
            addMember(table, decl.name, section.column)
        }
        for item in decl.items {
            switch item {
            case .section(let inner): addSection(inner, parent: section, assessment)
            case .value(let value): addValue(value, section, assessment)
            case .grade(let grade): addGrade(grade, assessment)
            case .score, .start, .change, .each, .void, .rounding, .require, .output: break
            }
        }
    }

    /// Assessed columns have values for the assessed rows only.
    private func noteMembership(_ assessment: AssessmentDraft) {
        if let population = assessment.population { _ = read(table: assessment.table, column: population) }
    }

    /// The range of a score, from its header alone.
    private func knownType(_ decl: SectionDecl) -> ValueType {
        let (low, high) = range(of: decl)
        if low == nil, high == nil { return ValueType(.number, interval: childrenRange(decl), unit: .points) }
        return ValueType(.number, interval: Interval(low, high), unit: .points)
    }

    /// Without a range of its own a section that only gathers others has theirs together.
    private func childrenRange(_ decl: SectionDecl) -> Interval {
        var sum = Interval(0, 0)
        for item in decl.items {
            switch item {
            case .section(let inner):
                let range = knownType(inner).interval
                // One that is not among the best, or is void, adds nothing.
                sum = sum + range.hull(Interval(0, 0))
            case .score, .start, .change, .each: return .all
            case .value, .void, .rounding, .require, .grade, .output: continue
            }
        }
        return sum == Interval(0, 0) ? .all : sum
    }

    /// The bounds that a header sets: `满分 30` means 0..30, `保底 v` sets the lower one.
    func range(of decl: SectionDecl) -> (low: Number?, high: Number?) {
        var floor: Number?
        if case .number(let value, _)? = decl.floor?.kind { floor = value }
        let low = floor ?? decl.full.map { $0.low ?? 0 }
        return (low, decl.full?.high)
    }

    private func addValue(_ value: ValueDecl, _ section: SectionDraft, _ assessment: AssessmentDraft) {
        let table = tables[assessment.table]
        let isRoot = section.parent == nil
        // A value called 总分 is the score of the whole.
        if isRoot, ImplicitName.total.spellings.contains(value.name.text) { return }
        if case .rows(let rows) = value.value.kind {
            let macro = Macro(name: value.name, rows: rows, section: section, citation: Citation(value.tail))
            if section.macros.updateValue(macro, forKey: value.name.text) != nil {
                report(.duplicate(Bilingual("名称", "name"), value.name.text), value.name.range)
            }
            return
        }
        let name = isRoot ? value.name.text : "\(section.name.text).\(value.name.text)"
        let column = ColumnDraft(
            name, value.name.range,
            .pending { [self, unowned section, unowned assessment] in
                noteMembership(assessment)
                let formula = resolve(value.value, homeScope(assessment.table, section), expecting: nil)
                return (.value(formula), formula.type)
            }, citation: Citation(value.tail))
        let index = addAssessed(table, column)
        section.valueColumns.append(index)
        if isRoot {
            addMember(table, value.name, index)
            return
        }
        if let old = section.locals.updateValue(index, forKey: value.name.text) {
            report(
                .duplicate(Bilingual("名称", "name"), value.name.text), value.name.range,
                [label(table.columns[old].range, "先前在这里", "first here")])
        }
        table.qualified[name] = index
    }

    private func addImplicit(_ draft: AssessmentDraft) {
        let table = tables[draft.table]
        func requirements(_ decl: SectionDecl) -> [(RequireDecl, RowSet?, Tail)] {
            decl.items.flatMap { item -> [(RequireDecl, RowSet?, Tail)] in
                switch item {
                case .require(let require): [(asComparison(require, [table]), nil, require.tail)]
                case .section(let inner): requirements(inner)
                case .each(let each):
                    each.body.items.compactMap { inner in
                        guard case .require(let require) = inner else { return nil }
                        let inSight = [table] + (self.table(of: each.rows, draft).map { [tables[$0]] } ?? [])
                        return (asComparison(require, inSight), each.rows, each.body.tail)
                    }
                default: []
                }
            }
        }
        let all = requirements(draft.decl.body)
        guard !all.isEmpty else { return }
        var columns: [Int] = []
        for (index, (require, rows, tail)) in all.enumerated() {
            let name = require.name?.text ?? text(require.condition.range)
            let column = ColumnDraft(
                name, require.range,
                .pending { [self, unowned draft] in
                    noteMembership(draft)
                    let requirement = resolveRequirement(
                        require, rows, tail, name, homeScope(draft.table, draft.sections.first))
                    while draft.requirements.count <= index { draft.requirements.append(requirement) }
                    draft.requirements[index] = requirement
                    return (.requirement(index), ValueType(.bool, optional: requirement.when != nil))
                }, citation: Citation(tail))
            let position = addAssessed(table, column)
            columns.append(position)
            if let name = require.name { addMember(table, name, position) }
        }
        let range = draft.decl.table.range
        let type = ValueType.bool
        let met = addAssessed(table, ColumnDraft(ImplicitName.met.spellings[0], range, .done(.met, type)))
        let lacking = addAssessed(
            table, ColumnDraft(ImplicitName.lacking.spellings[0], range, .done(.lacking, ValueType(.text))))
        for column in [met, lacking] {
            table.columns[column].reads = Set(columns.map { ColumnReference(draft.table, $0) })
        }
        for spelling in ImplicitName.met.spellings where table.members[spelling] == nil {
            table.members[spelling] = met
        }
        for spelling in ImplicitName.lacking.spellings where table.members[spelling] == nil {
            table.members[spelling] = lacking
        }
    }

    /// The table whose rows 逐条 goes through, by its words alone: rows are read only when all names are known.
    private func table(of rows: RowSet, _ draft: AssessmentDraft, depth: Int = 0) -> Int? {
        switch rows.source {
        case .everyone: return draft.table
        case .all(let names): return names.first.flatMap { tablesByName[$0.text] }
        case .path(let names):
            let scope = homeScope(draft.table, draft.sections.first)
            if depth < Self.chainLimit, let macro = names.first.flatMap({ macro($0.text, scope) }) {
                return table(of: macro.rows, draft, depth: depth + 1)
            }
            return names.last.flatMap { tablesByName[$0.text] }
        }
    }

    /// `要求 列 = 值`: a name that is a column of a row in sight or a constant of the plan is no new name but one side
    /// of a comparison. Taken for a name it would leave its value as the whole condition, and `是` is always met.
    func asComparison(_ require: RequireDecl, _ inSight: [TableDraft]) -> RequireDecl {
        guard let name = require.name,
            planByName[name.text] != nil || inSight.contains(where: { $0.members[name.text] != nil })
        else { return require }
        var result = require
        result.name = nil
        result.condition = compared(name, require.condition)
        return result
    }

    /// The name compared with the first operand of a condition.
    private func compared(_ name: Name, _ condition: Expression) -> Expression {
        let range = name.range.union(condition.range)
        func first(_ parts: [Expression]) -> [Expression] { [compared(name, parts[0])] + parts.dropFirst() }
        switch condition.kind {
        case .all(let parts): return Expression(.all(first(parts)), range)
        case .any(let parts): return Expression(.any(first(parts)), range)
        case .otherwise(let inner, let value): return Expression(.otherwise(compared(name, inner), value), range)
        case .orError(let inner): return Expression(.orError(compared(name, inner)), range)
        default: return Expression(.comparison(.equal, Expression(.name(name.text), name.range), condition), range)
        }
    }

    func resolveRequirement(
        _ require: RequireDecl, _ rows: RowSet?, _ tail: Tail, _ name: String, _ scope: Scope
    ) -> Requirement {
        var inner = scope
        var plan: RowsPlan?
        if let rows, let resolved = self.rows(rows, scope) {
            inner = resolved.inner
            plan = resolved.plan
        }
        let when = require.when.map { verdict($0, inner) }
        return Requirement(
            name: name, condition: verdict(require.condition, under(when, inner)), when: when,
            rows: plan, citation: Citation(tail), range: require.range)
    }

    // MARK: Bodies

    /// The body of a section or of an 逐条 block.
    func resolveBody(_ decl: SectionDecl, _ section: SectionDraft?, _ scope: Scope, _ assessment: AssessmentDraft)
        -> SectionBody
    {
        let (low, high) = range(of: decl)
        var body = SectionBody(
            score: [], start: nil, children: [], parts: [], pick: decl.pick, voids: [], low: low, high: high,
            rounding: nil)
        if let low, let high, high < low { report(.floorAboveFull, decl.name.range) }
        var scope = scope
        if section == nil { scope.blocks.append(block(decl, frames: scope.frames.count)) }
        var starts = 0
        for item in decl.items {
            switch item {
            case .section, .grade, .output, .require: break
            case .value(let value):
                if let section, section.parent == nil, ImplicitName.total.spellings.contains(value.name.text) {
                    body.score.append(
                        SectionBody.Choice(
                            value: points(value.value, scope), when: nil, range: value.value.range,
                            citation: Citation(value.tail)))
                }
            case .score(let change):
                let when = change.when.map { verdict($0, scope) }
                body.score.append(
                    SectionBody.Choice(
                        value: points(change.value, under(when, scope)), when: when,
                        range: change.range, citation: Citation(change.tail)))
            case .start(let change):
                starts += 1
                if starts > 1 { report(.duplicate(Bilingual("起评", "start"), ""), change.range) }
                body.start = points(change.value, scope)
                body.startCitation = Citation(change.tail)
            case .change(let change, let deduct):
                let when = change.when.map { verdict($0, scope) }
                body.parts.append(
                    SectionBody.Part(
                        kind: .amount(amount(change.value, under(when, scope))), deduct: deduct, when: when,
                        citation: Citation(change.tail),
                        range: change.range))
            case .each(let each):
                if let part = eachPart(each, scope, assessment) { body.parts.append(part) }
            case .void(let change):
                body.voids.append(
                    SectionBody.Void(
                        condition: verdict(change.value, scope), citation: Citation(change.tail), range: change.range))
            case .rounding(let rounding, _):
                if body.rounding != nil { report(.duplicate(Bilingual("小数", "decimals"), ""), rounding.range) }
                body.rounding = rounding
            }
        }
        if let section {
            body.children = section.children.map(\.column)
            if body.rounding == nil { body.rounding = inheritedRounding(section) }
        }
        checkBody(body, decl, section)
        if body.score.isEmpty { for child in body.children { _ = read(table: assessment.table, column: child) } }
        return body
    }

    /// The values of an 逐条 block, wherever they stand in it.
    private func block(_ decl: SectionDecl, frames: Int) -> Scope.Block {
        var block = Scope.Block(values: [:], frames: frames)
        for case .value(let value) in decl.items where block.values.updateValue(value, forKey: value.name.text) != nil {
            report(.duplicate(Bilingual("名称", "name"), value.name.text), value.name.range)
        }
        return block
    }

    /// The nearest 小数 outside.
    private func inheritedRounding(_ section: SectionDraft) -> Rounding? {
        var current: SectionDraft? = section
        while let section = current {
            if let rounding = section.rounding { return rounding }
            current = section.parent
        }
        return file.plans.first?.rounding
    }

    private func checkBody(_ body: SectionBody, _ decl: SectionDecl, _ section: SectionDraft?) {
        // What is missing may stand in a line that could not be read.
        if decl.isDamaged { return }
        if !body.score.isEmpty {
            if let other = body.parts.first?.range ?? body.start?.range ?? decl.pick?.range {
                report(.scoreAndParts, other, [label(body.score[0].range, "“得分”在这里", "“score” is here")])
            }
            for choice in body.score.dropLast() where choice.when == nil { report(.lookupUnreachable, choice.range) }
            if let last = body.score.last, last.when != nil { report(.scoreNeedsLast, last.range) }
        } else if body.start == nil, body.parts.isEmpty, body.children.isEmpty, section?.parent != nil || section == nil
        {
            if !decl.items.contains(where: { if case .require = $0 { true } else { false } }) {
                report(.emptySection(decl.name.text), decl.name.range)
            }
        }
        if let pick = decl.pick, body.children.isEmpty && body.parts.isEmpty {
            report(.pickWithoutChildren, pick.range)
        }
    }

    /// The scope in which a condition is known to hold.
    func under(_ condition: Formula?, _ scope: Scope) -> Scope {
        var inner = scope
        if let condition { inner.present.formUnion(presence(condition)) }
        return inner
    }

    /// A number that must be there.
    private func points(_ expression: Expression, _ scope: Scope) -> Formula {
        present(number(resolve(expression, scope, expecting: .number)))
    }

    /// What is added or deducted: the highest or lowest of no records adds nothing.
    private func amount(_ expression: Expression, _ scope: Scope) -> Formula {
        let formula = number(resolve(expression, scope, expecting: .number))
        return addsNothingWhenMissing(formula) ? formula : present(formula)
    }

    private func addsNothingWhenMissing(_ formula: Formula) -> Bool {
        switch formula.kind {
        case .aggregate(let aggregate): aggregate.function == .max || aggregate.function == .min
        case .cap(let inner, let bound): !bound.type.optional && addsNothingWhenMissing(inner)
        case .rounded(let inner, _, _): addsNothingWhenMissing(inner)
        default: false
        }
    }

    private func eachPart(_ each: EachDecl, _ scope: Scope, _ assessment: AssessmentDraft) -> SectionBody.Part? {
        let requirementsOnly = each.body.items.allSatisfy { if case .require = $0 { true } else { false } }
        if requirementsOnly { return nil }
        guard let rows = rows(each.rows, scope) else { return nil }
        guard rows.rest.isEmpty else {
            report(.needsRows(text(each.rows.range)), each.rows.range)
            return nil
        }
        let body = resolveBody(each.body, nil, rows.inner, assessment)
        return SectionBody.Part(
            kind: .each(rows.plan, body), deduct: false, when: nil, citation: Citation(each.body.tail),
            range: each.range)
    }

    // MARK: 输出

    func resolveOutput(_ draft: AssessmentDraft) {
        let scope = homeScope(draft.table, draft.sections.first)
        var seen = Set<String>()
        for case .output(let decl) in draft.decl.body.items {
            for shown in decl.shown {
                reading.append([])
                var formula = follow(shown.path[...], from: .frame(0), table: draft.table, scope)
                reading.removeLast()
                let header = shown.header ?? shown.path[shown.path.count - 1].text
                if !seen.insert(header).inserted { report(.outputTwice(header), shown.range) }
                let places = shown.rounding?.places ?? declaredPlaces(formula, draft)
                if let rounding = shown.rounding {
                    formula = Formula(
                        .rounded(number(formula), rounding.places, rounding.mode), formula.type, formula.range)
                }
                draft.output.append(
                    OutputColumn(
                        header: header, formula: formula, places: places, percent: isRatio(formula, draft),
                        rounding: shown.rounding))
            }
        }
        if draft.output.isEmpty { draft.output = defaultOutput(draft, scope) }
    }

    /// Without 输出: the keys, the scores of all sections, the total, each grade and place.
    private func defaultOutput(_ draft: AssessmentDraft, _ scope: Scope) -> [OutputColumn] {
        let table = tables[draft.table]
        var columns = table.keys
        columns += draft.sections.dropFirst().map(\.column)
        if let root = draft.sections.first { columns.append(root.column) }
        for grade in draft.gradeDecls {
            if let column = table.qualified["\(grade.name.text).\(ImplicitName.rank.spellings[0])"] {
                columns.append(column)
            }
            if let column = table.members[grade.name.text] { columns.append(column) }
        }
        let shortNames = columns.map { column in
            table.columns[column].name.split(separator: ".").last.map(String.init) ?? table.columns[column].name
        }
        let isUnique = Set(shortNames).count == shortNames.count
        return zip(columns, shortNames).map { column, shortName in
            let formula = Formula(
                .column(frame: 0, column: column), settle(draft.table, column), table.columns[column].range)
            return OutputColumn(
                header: isUnique ? shortName : table.columns[column].name, formula: formula,
                places: declaredPlaces(formula, draft),
                percent: isRatio(formula, draft), rounding: nil)
        }
    }

    /// The decimals of a section's score.
    private func declaredPlaces(_ formula: Formula, _ draft: AssessmentDraft) -> Int? {
        guard case .column(_, let column) = formula.kind,
            case .done(.score(let section), _) = tables[draft.table].columns[column].state
        else { return nil }
        return draft.sections[section].body?.rounding?.places
    }

    /// Whether a column is read as per cent and is therefore printed so.
    private func isRatio(_ formula: Formula, _ draft: AssessmentDraft) -> Bool {
        let reference: ColumnReference
        switch formula.kind {
        case .column(_, let column): reference = ColumnReference(draft.table, column)
        case .field(_, let table, let column): reference = ColumnReference(table, column)
        default: return false
        }
        if case .done(.stored(let schema), _) = tables[reference.table].columns[reference.column].state {
            return schema.kind == .ratio
        }
        return false
    }
}
