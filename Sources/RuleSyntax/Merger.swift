import Diagnostics

/// Applies a file to the file that it builds on.
///
/// Statements are matched by kind and name. Without a word before it a statement changes its namesake, which must exist;
/// 新增 adds what must not exist; 删去 removes what must exist. So a typing mistake never makes a silent new item.
struct Merger {
    var problems: [Diagnostic]
    /// The table of the assessment that is being changed.
    var assessed: Name?
    /// The names of its sections, but for those that are taken away.
    var sections: [String] = []
    /// What the change has spoken of, by kind and name and by where that stands in which it is.
    var written: Set<String> = []

    init(problems: [Diagnostic]) { self.problems = problems }

    private static let plan = Bilingual("计划", "plan")
    static let choices = Bilingual("选项", "list of choices")
    static let table = Bilingual("表", "table")
    static let lookup = Bilingual("对照表", "lookup")
    private static let assessment = Bilingual("考核", "assessment")
    static let section = Bilingual("项目", "section")
    static let column = Bilingual("列", "column")
    static let value = Bilingual("量", "value")
    static let grade = Bilingual("评定", "grading")
    static let row = Bilingual("行", "row")

    mutating func merge(_ base: RulesFile, _ change: RulesFile) -> RulesFile {
        var result = base
        result.use = change.use
        // First, so that what is taken away can be added again, elsewhere or otherwise.
        result.inherited = base.inherited + base.examples
        for removal in change.removals { remove(removal, from: &result) }
        merge(change.plans, into: &result.plans)
        for choices in change.choices {
            edit(&result.choices, with: choices, choices.isNew, Self.choices, choices.name) {
                $0.name
            } change: { _, old, new in
                old = new
            }
        }
        for table in change.tables {
            if table.isNew { refuse(table.removals) }
            edit(&result.tables, with: table, table.isNew, Self.table, table.name) {
                $0.name
            } change: { merger, old, new in
                merger.change(&old, new)
            }
        }
        for var lookup in change.lookups {
            if lookup.isNew { lookup.rows = lookup.rows.map { plain($0) } }
            edit(&result.lookups, with: lookup, lookup.isNew, Self.lookup, lookup.name) {
                $0.name
            } change: { merger, old, new in
                merger.change(&old, new)
            }
        }
        for var assessment in change.assessments {
            if assessment.isNew { assessment.body = whole(assessment.body) }
            edit(&result.assessments, with: assessment, assessment.isNew, Self.assessment, assessment.table) {
                $0.table
            } change: { merger, old, new in
                var body = new.body
                body.removals.removeAll {
                    $0.word == .when && merger.take(&old.population, $0, isSaid: new.population != nil)
                }
                if let population = new.population { old.population = population }
                let removed = merger.removed(in: body)
                merger.assessed = old.table
                merger.sections = merger.names(in: old.body).filter { !removed.contains($0) }
                merger.change(&old.body, body)
            }
        }
        if change.unscored.contains(where: { !$0.isNew }) { result.unscored = [] }
        result.unscored += change.unscored
        result.examples = change.examples
        if !problems.hasErrors { requireContent(result) }
        return result
    }

    /// What is new has content, and nothing is taken down to its heading.
    private mutating func requireContent(_ file: RulesFile) {
        for table in file.tables where table.hasNoColumn {
            problems.report(SyntaxProblem.needsBlock(.table), at: table.name.range)
        }
        for lookup in file.lookups where lookup.rows.isEmpty {
            problems.report(SyntaxProblem.needsBlock(.lookup), at: lookup.name.range)
        }
        for item in file.assessments.flatMap(\.body.items) {
            if case .grade(let grade) = item, grade.rows.isEmpty {
                problems.report(SyntaxProblem.needsBlock(.grade), at: grade.name.range)
            }
        }
    }

    /// Changes or adds one item of a list, by its name.
    mutating func edit<Item>(
        _ items: inout [Item], of owner: Name? = nil, with new: Item, _ isNew: Bool, _ kind: Bilingual, _ name: Name,
        _ nameOf: (Item) -> Name,
        change: (inout Merger, inout Item, Item) -> Void
    ) {
        let index = items.firstIndex { nameOf($0).text == name.text }
        switch verdict(index != nil, isNew, kind, name, of: owner, known: items.map { nameOf($0).text }) {
        case .change: if let index { change(&self, &items[index], new) }
        case .add: items.append(new)
        case .refused: break
        }
    }

    enum Verdict {
        case change, add, refused
    }

    /// What a statement does to its namesake: it changes what is there, or adds what is not; all else is refused.
    mutating func verdict(
        _ exists: Bool, _ isNew: Bool, _ kind: Bilingual, _ name: Name, of owner: Name?, known: [String] = []
    ) -> Verdict {
        if isTwice(kind, name, of: owner), !isNew {
            sayTwice(kind, name)
            return .refused
        }
        switch (exists, isNew) {
        case (true, false): return .change
        case (false, true): return .add
        case (true, true): problems.report(SyntaxProblem.newExists(kind, name.text), at: name.range)
        case (false, false):
            let near = nearest(name.text, in: known)
            problems.report(SyntaxProblem.changeMissing(kind, name.text, nearest: near), at: name.range)
        }
        return .refused
    }

    /// Whether something has been spoken of before. Written twice, the second would undo the first.
    mutating func isTwice(_ kind: Bilingual, _ name: Name, of owner: Name?) -> Bool {
        !written.insert("\(owner?.range.start ?? -1) \(kind.zh) \(name.text)").inserted
    }

    mutating func sayTwice(_ kind: Bilingual, _ name: Name) {
        problems.report(
            SyntaxProblem.repeated(Bilingual("\(kind.zh)“\(name.text)”", "the \(kind.en) “\(name.text)”")),
            at: name.range)
    }

    // MARK: 计划

    mutating func merge(_ changes: [PlanDecl], into plans: inout [PlanDecl]) {
        guard let change = changes.first else { return }
        guard !plans.isEmpty else {
            plans = changes
            refuse(change.removals)
            return
        }
        if change.isNew {
            problems.report(SyntaxProblem.newExists(Self.plan, plans[0].title.text), at: change.title.range)
            return
        }
        plans[0].title = change.title
        for removal in change.removals {
            if let index = plans[0].values.firstIndex(where: { $0.name.text == removal.name.text }) {
                plans[0].values.remove(at: index)
            } else if !removeLines(removal, from: &plans[0], unless: change) {
                refuse(removal, plans[0].values.map(\.name.text))
            }
        }
        if let year = change.year { plans[0].year = year }
        if let rounding = change.rounding { plans[0].rounding = rounding }
        if !change.holidays.isEmpty { plans[0].holidays = change.holidays }
        if !change.workdays.isEmpty { plans[0].workdays = change.workdays }
        plans[0].lines.merge(change.lines) { _, new in new }
        cite(&plans[0].tail, change.tail, at: change.title)
        for value in change.values {
            edit(&plans[0].values, of: change.title, with: value, value.isNew, Self.value, value.name) {
                $0.name
            } change: { _, old, new in
                old = new
            }
        }
    }
}
