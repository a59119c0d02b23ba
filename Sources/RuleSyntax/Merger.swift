import Diagnostics

/// Applies a file to the file that it builds on.
///
/// Statements are matched by kind and name. Without a word before it a statement changes its namesake, which must exist;
/// 新增 adds what must not exist; 删去 removes what must exist. So a typing mistake never makes a silent new item.
struct Merger {
    var problems: [Diagnostic]
    /// The names of the sections of the assessment that is being changed, but for those that are taken away.
    private var sections: [String] = []
    /// What the change has spoken of, by kind and name and by where that stands in which it is.
    private var written: Set<String> = []

    init(problems: [Diagnostic]) { self.problems = problems }

    private static let choices = Bilingual("选项", "list of choices")
    private static let table = Bilingual("表", "table")
    private static let lookup = Bilingual("对照表", "lookup")
    private static let assessment = Bilingual("考核", "assessment")
    private static let section = Bilingual("项目", "section")
    private static let column = Bilingual("列", "column")
    private static let value = Bilingual("量", "value")
    private static let grade = Bilingual("评定", "grading")
    private static let row = Bilingual("行", "row")

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
                if let population = new.population { old.population = population }
                let removed = merger.removed(in: new.body)
                merger.sections = merger.names(in: old.body).filter { !removed.contains($0) }
                merger.change(&old.body, new.body)
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
    private mutating func edit<Item>(
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

    private enum Verdict {
        case change, add, refused
    }

    /// What a statement does to its namesake: it changes what is there, or adds what is not; all else is refused.
    private mutating func verdict(
        _ exists: Bool, _ isNew: Bool, _ kind: Bilingual, _ name: Name, of owner: Name?, known: [String] = []
    ) -> Verdict {
        // Written twice, the second would undo the first.
        if !written.insert("\(owner?.range.start ?? -1) \(kind.zh) \(name.text)").inserted, !isNew {
            problems.report(
                SyntaxProblem.repeated(Bilingual("\(kind.zh)“\(name.text)”", "the \(kind.en) “\(name.text)”")),
                at: name.range)
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

    // MARK: 计划

    private mutating func merge(_ changes: [PlanDecl], into plans: inout [PlanDecl]) {
        guard let change = changes.first else { return }
        guard !plans.isEmpty else {
            plans = changes
            refuse(change.removals)
            return
        }
        plans[0].title = change.title
        for removal in change.removals {
            if let index = plans[0].values.firstIndex(where: { $0.name.text == removal.name.text }) {
                plans[0].values.remove(at: index)
            } else {
                refuse(removal, plans[0].values.map(\.name.text))
            }
        }
        if let year = change.year { plans[0].year = year }
        if let rounding = change.rounding { plans[0].rounding = rounding }
        if !change.holidays.isEmpty { plans[0].holidays = change.holidays }
        if !change.workdays.isEmpty { plans[0].workdays = change.workdays }
        plans[0].dayRanges.merge(change.dayRanges) { _, new in new }
        cite(&plans[0].tail, change.tail, at: change.title)
        for value in change.values {
            edit(&plans[0].values, of: change.title, with: value, value.isNew, Self.value, value.name) {
                $0.name
            } change: { _, old, new in
                old = new
            }
        }
    }

    // MARK: 表

    private mutating func change(_ old: inout TableDecl, _ new: TableDecl) {
        let isRead = new.sheet != nil || !new.keys.isEmpty || new.optional || !new.columns.isEmpty
        if new.grouping != nil ? old.grouping == nil : old.grouping != nil && isRead {
            problems.report(SyntaxProblem.otherTable(new.name.text), at: new.name.range)
            return
        }
        if let sheet = new.sheet { old.sheet = sheet }
        if !new.keys.isEmpty { old.keys = new.keys }
        if let grouping = new.grouping { old.grouping = grouping }
        old.optional = old.optional || new.optional
        for removal in new.removals {
            if let index = old.columns.firstIndex(where: { $0.name.text == removal.name.text }) {
                old.columns.remove(at: index)
            } else if let index = old.values.firstIndex(where: { $0.name.text == removal.name.text }) {
                old.values.remove(at: index)
            } else if removal.word != .require || !take(&old.requirements) {
                refuse(removal, old.columns.map(\.name.text) + old.values.map(\.name.text))
            }
        }
        for column in new.columns {
            edit(&old.columns, of: old.name, with: column, column.isNew, Self.column, column.name) {
                $0.name
            } change: { _, old, new in
                old = new
            }
        }
        for value in new.values {
            edit(&old.values, of: old.name, with: value, value.isNew, Self.value, value.name) {
                $0.name
            } change: { _, old, new in
                old = new
            }
        }
        if old.hasNoColumn { old.name = new.name }
        replace(&old.requirements, by: new.requirements, of: old.name, \.isNew) { ($0.name?.text ?? "", $0.range) }
        cite(&old.tail, new.tail, at: new.name)
    }

    /// Clause and note where they are given, and where else the header stands.
    private func cite(_ old: inout Tail, _ new: Tail, at name: Name) {
        if let clause = new.clause { old.clause = clause }
        if let note = new.note { old.note = note }
        old.restated.append(name.range)
    }

    // MARK: 对照表

    /// A matrix: the cells that are given. Keyed rows: the rows that are given. A ladder of one key: the whole, or the
    /// rows that are given if one of them is marked. With other keys or columns it is another table.
    private mutating func change(_ old: inout LookupDecl, _ new: LookupDecl) {
        cite(&old.tail, new.tail, at: new.name)
        let isMarked = new.rows.contains { $0.cells.first?.marked.word != nil }
        switch (old.keys, new.keys) {
        case (.axes(let axes), .axes(let given)) where axes.map(\.last?.text) == given.map(\.last?.text):
            if axes.count == 2 {
                changeMatrix(&old, new)
            } else if isMarked {
                changeRows(&old.rows, new.rows) {
                    $0.label(axes.count)
                } fill: { _, row, _ in
                    row
                }
            } else {
                rewrite(&old, new)
            }
        case (.columns(let keys), .columns(let given))
        where keys.map(\.text) == given.map(\.text) && old.rows.first?.texts == new.rows.first?.texts:
            let header = old.rows.removeFirst()
            let places = keys.compactMap { header.texts.firstIndex(of: $0.text) }
            changeRows(&old.rows, Array(new.rows.dropFirst())) { row in
                places.map { $0 == 0 ? row.label : $0 < row.cells.count ? row.cells[$0].text : "" }
            } fill: { _, row, _ in
                row
            }
            old.rows.insert(header, at: 0)
        default: rewrite(&old, new)
        }
        if old.rows.isEmpty { old.name = new.name }
    }

    /// The whole lookup anew: what is said of its rows is said of the file that has them.
    private mutating func rewrite(_ old: inout LookupDecl, _ new: LookupDecl) {
        noteReplaced(old.name, old.rows.map { ("", $0.range) }, by: new.rows.map { ("", $0.range) })
        old.name = new.name
        old.keys = new.keys
        old.rows = new.rows.map { plain($0) }
    }

    private mutating func changeMatrix(_ old: inout LookupDecl, _ new: LookupDecl) {
        guard let header = old.rows.first?.cells, let given = new.rows.first?.cells else { return }
        let places = given.map { column in header.firstIndex { $0.text == column.text } }
        for (column, place) in zip(given, places) where place == nil {
            let name = column.marked.label
            let near = nearest(name.text, in: header.map(\.text))
            problems.report(SyntaxProblem.columnMissing(old.name.text, name.text, nearest: near), at: name.range)
        }
        if places.contains(nil) { return }
        var rows = Array(old.rows.dropFirst())
        changeRows(&rows, Array(new.rows.dropFirst())) {
            [$0.label]
        } fill: { merger, row, old in
            let expected = old == nil ? header.count : given.count
            guard row.cells.count == given.count + 1, given.count >= expected else {
                merger.problems.report(
                    SyntaxProblem.rowLength(expected: expected + 1, found: row.cells.count), at: row.range)
                return old
            }
            var filled = old ?? row
            for (place, cell) in zip(places, row.cells.dropFirst()) { filled.cells[(place ?? 0) + 1] = cell }
            return filled
        }
        old.rows.replaceSubrange(1..., with: rows)
    }

    /// The rows that are given, found by their keys. One that is new stands behind the one that is written above it, or
    /// else before the one that is written below it; what takes all the rest stays last.
    private mutating func changeRows(
        _ old: inout [LookupDecl.Row], _ new: [LookupDecl.Row], key: (LookupDecl.Row) -> [String],
        fill: (inout Merger, LookupDecl.Row, LookupDecl.Row?) -> LookupDecl.Row?
    ) {
        func find(_ row: LookupDecl.Row) -> Int? { old.firstIndex { key($0) == key(row) } }
        var next: Int?
        for (position, row) in new.enumerated() {
            guard let first = row.cells.first else { continue }
            let (word, label) = (first.marked.word, first.marked.label.text)
            var plain = row
            plain.cells[0].text = label
            switch (word, find(row)) {
            case (.remove?, let index?):
                old.remove(at: index)
                next = index
            case (.new?, nil):
                let end = old.last?.isRest ?? false ? old.count - 1 : old.count
                let place = plain.isRest ? old.count : min(next ?? new[position...].firstNonNil(find) ?? end, end)
                if let filled = fill(&self, plain, nil) { old.insert(filled, at: place) }
                next = place + 1
            case (nil, let index?):
                if let filled = fill(&self, plain, old[index]) { old[index] = filled }
                next = index + 1
            case (.new?, _?): problems.report(SyntaxProblem.newExists(Self.row, label), at: first.range)
            default:
                let near = nearest(label, in: old.compactMap(\.cells.first?.text))
                problems.report(SyntaxProblem.changeMissing(Self.row, label, nearest: near), at: first.range)
            }
        }
    }

    /// A row of a lookup that is written as a whole: without 新增 before it, and nothing to take away.
    private mutating func plain(_ row: LookupDecl.Row) -> LookupDecl.Row {
        guard let (word, label) = row.cells.first?.marked, word != nil else { return row }
        if word == .remove { refuse(Removal(kind: nil, name: label), []) }
        var plain = row
        plain.cells[0].text = label.text
        return plain
    }

    // MARK: 考核, 项目

    private mutating func change(_ old: inout SectionDecl, _ new: SectionDecl) {
        if let full = new.full { old.full = full }
        if let floor = new.floor { old.floor = floor }
        if let pick = new.pick { old.pick = pick }
        if let declared = new.declared { old.declared = declared }
        cite(&old.tail, new.tail, at: new.name)
        for removal in new.removals where !remove(removal, from: &old) && !removeLines(removal, from: &old) {
            refuse(removal, names(in: old))
        }
        changeLines(&old, new)
        for item in new.items {
            switch item {
            case .section(let section): changeSection(&old, section)
            case .value(let value): changeValue(&old, value)
            case .grade(let grade): changeGrade(&old, grade)
            case .score, .start, .change, .each, .void, .rounding, .require, .output: break
            }
        }
    }

    /// Lines without a name form blocks; writing one line of a block replaces the block, with 新增 before it is added.
    private mutating func changeLines(_ old: inout SectionDecl, _ new: SectionDecl) {
        for block in Block.allCases {
            var lines = old.items.filter { Block($0) == block }
            let given = new.items.filter { Block($0) == block }
            let added = new.additions.filter { Block($0) == block }
            if given.isEmpty, added.isEmpty { continue }
            if !given.isEmpty {
                let areScores = (lines + given).contains { if case .score = $0 { true } else { false } }
                func described(_ item: Item) -> (String, SourceRange)? {
                    item.range.map { (areScores ? "" : kind(item), $0) }
                }
                noteReplaced(old.name, lines.compactMap(described), by: given.compactMap(described))
                lines = given
            }
            let place = old.items.firstIndex { Block($0) == block } ?? old.items.count
            old.items.removeAll { Block($0) == block }
            old.items.insert(contentsOf: (lines + added).map { whole($0) }, at: place)
        }
    }

    /// What a line without a name does: where one of a kind is left out, it was hardly meant to be.
    private func kind(_ item: Item) -> String {
        switch item {
        case .start: "start"
        case .change(_, let deduct): deduct ? "deduct" : "add"
        case .each(let each): "each " + each.rows.name
        case .require(let requirement): requirement.name?.text ?? ""
        default: ""
        }
    }

    /// The lines that are given in the place of those before, and those that are added.
    private mutating func replace<Line>(
        _ old: inout [Line], by new: [Line], of name: Name, _ isNew: (Line) -> Bool,
        _ described: (Line) -> (String, SourceRange)
    ) {
        let given = new.filter { !isNew($0) }
        if !given.isEmpty {
            noteReplaced(name, old.map(described), by: given.map(described))
            old = given
        }
        old += new.filter(isNew)
    }

    /// Says where lines without a name take the place of more, or of such as they do not mention.
    private mutating func noteReplaced(
        _ name: Name, _ old: [(kind: String, range: SourceRange)], by new: [(kind: String, range: SourceRange)]
    ) {
        func count(_ kind: String, _ lines: [(kind: String, range: SourceRange)]) -> Int {
            lines.count { $0.kind == kind }
        }
        guard let place = new.first?.range,
            new.count < old.count || old.contains(where: { count($0.kind, new) < count($0.kind, old) })
        else { return }
        problems.report(
            SyntaxProblem.blockReplaced(name.text, old: old.count, new: new.count), at: place,
            labels: old.map { DiagnosticLabel(.rules($0.range), Bilingual("原来的一行", "a line before")) })
    }

    /// A section that is new: nothing can be taken away from it.
    private mutating func whole(_ section: SectionDecl) -> SectionDecl {
        refuse(section.removals)
        var whole = section
        whole.items = (section.items + section.additions).map { self.whole($0) }
        whole.additions = []
        return whole
    }

    private mutating func whole(_ item: Item) -> Item {
        switch item {
        case .section(let section): return .section(whole(section))
        case .each(var each):
            each.body = whole(each.body)
            return .each(each)
        case .grade(let grade): refuse(grade.removals)
        default: break
        }
        return item
    }

    private enum Block: CaseIterable {
        case score, void, require, rounding, output

        init?(_ item: Item) {
            switch item {
            case .score, .start, .change: self = .score
            case .each(let each):
                let isRequirement = each.body.items.allSatisfy { if case .require = $0 { true } else { false } }
                self = isRequirement ? .require : .score
            case .void: self = .void
            case .require: self = .require
            case .rounding: self = .rounding
            case .output: self = .output
            case .section, .value, .grade: return nil
            }
        }
    }

    /// A section is found by its name wherever it stands below.
    private mutating func changeSection(_ old: inout SectionDecl, _ new: SectionDecl) {
        let known = names(in: old)
        if !known.contains(new.name.text), sections.contains(new.name.text) {
            problems.report(SyntaxProblem.sectionElsewhere(new.name.text, old.name.text), at: new.name.range)
            return
        }
        switch verdict(known.contains(new.name.text), new.isNew, Self.section, new.name, of: old.name, known: known) {
        case .change: with(new.name.text, in: &old) { merger, section in merger.change(&section, new) }
        case .add: old.items.append(.section(whole(new)))
        case .refused: break
        }
    }

    /// The names of all sections below.
    private func names(in section: SectionDecl) -> [String] {
        section.items.flatMap { item -> [String] in
            if case .section(let inner) = item { [inner.name.text] + names(in: inner) } else { [] }
        }
    }

    /// The names of all sections that are taken away below.
    private func removed(in section: SectionDecl) -> [String] {
        section.removals.filter { $0.kind == .section }.map(\.name.text)
            + section.items.flatMap { item -> [String] in
                if case .section(let inner) = item { removed(in: inner) } else { [] }
            }
    }

    /// Runs the body on the section of that name below.
    private mutating func with(
        _ name: String, in section: inout SectionDecl, _ body: (inout Merger, inout SectionDecl) -> Void
    ) {
        for index in section.items.indices {
            guard case .section(var inner) = section.items[index] else { continue }
            if inner.name.text == name { body(&self, &inner) } else { with(name, in: &inner, body) }
            section.items[index] = .section(inner)
        }
    }

    private mutating func changeValue(_ old: inout SectionDecl, _ new: ValueDecl) {
        let index = old.items.firstIndex {
            if case .value(let value) = $0 { value.name.text == new.name.text } else { false }
        }
        switch verdict(index != nil, new.isNew, Self.value, new.name, of: old.name) {
        case .change: if let index { old.items[index] = .value(new) }
        case .add: old.items.append(.value(new))
        case .refused: break
        }
    }

    // MARK: 评定

    private mutating func changeGrade(_ old: inout SectionDecl, _ new: GradeDecl) {
        let index = old.items.firstIndex {
            if case .grade(let grade) = $0 { grade.name.text == new.name.text } else { false }
        }
        switch verdict(index != nil, new.isNew, Self.grade, new.name, of: old.name) {
        case .change:
            guard let index, case .grade(var grade) = old.items[index] else { return }
            change(&grade, new)
            old.items[index] = .grade(grade)
        case .add: old.items.append(whole(.grade(new)))
        case .refused: break
        }
    }

    private mutating func change(_ old: inout GradeDecl, _ new: GradeDecl) {
        old.keys = new.keys
        if !new.per.isEmpty { old.per = new.per }
        if let when = new.when { old.when = when }
        cite(&old.tail, new.tail, at: new.name)
        for removal in new.removals {
            if let index = old.rows.firstIndex(where: { $0.label.text == removal.name.text }) {
                old.rows.remove(at: index)
            } else if !removeLines(removal, from: &old) {
                refuse(removal, old.rows.map(\.label.text))
            }
        }
        if new.headers.isEmpty {
            // Policies only.
        } else if new.headers.map(\.text) == old.headers.map(\.text) {
            changeRows(&old.rows, new.rows, of: old.name)
        } else {
            // Other columns: another table.
            noteReplaced(old.name, old.rows.map { ("", $0.range) }, by: new.rows.map { ("", $0.range) })
            old.name = new.name
            old.headers = new.headers
            old.rows = new.rows
        }
        if let declared = new.declared { old.declared = declared }
        if let rounding = new.quotaRounding { old.quotaRounding = rounding }
        if let ties = new.ties { old.ties = ties }
        if let base = new.baseIncludesPlaced { old.baseIncludesPlaced = base }
        old.policyRanges.merge(new.policyRanges) { _, new in new }
        if old.rows.isEmpty { old.name = new.name }
        replace(&old.placements, by: new.placements, of: old.name, \.isNew) { ($0.label.text, $0.label.range) }
        replace(&old.bars, by: new.bars, of: old.name, \.isNew) { ($0.label.text, $0.range) }
    }

    /// The rows of grades that are given. One that is new stands behind the one that is written above it, or else before
    /// the one that is written below it, or before the rest.
    private mutating func changeRows(_ old: inout [GradeDecl.Row], _ rows: [GradeDecl.Row], of grade: Name) {
        func find(_ row: GradeDecl.Row) -> Int? { old.firstIndex { $0.label.text == row.label.text } }
        var next: Int?
        for (position, row) in rows.enumerated() {
            switch verdict(find(row) != nil, row.isNew, Self.row, row.label, of: grade, known: old.map(\.label.text)) {
            case .change:
                guard let index = find(row) else { continue }
                old[index] = row
                next = index + 1
            case .add:
                let rest = old.firstIndex { if case .rest? = $0.quotas.first { true } else { false } }
                let place = next ?? rows[position...].firstNonNil(find) ?? rest ?? old.count
                old.insert(row, at: place)
                next = place + 1
            case .refused: break
            }
        }
    }

    // MARK: 删去

    /// Removals in what is new itself.
    private mutating func refuse(_ removals: [Removal]) { for removal in removals { refuse(removal, []) } }

    private mutating func refuse(_ removal: Removal, _ known: [String]) {
        problems.report(
            SyntaxProblem.removeMissing(removal.name.text, nearest: nearest(removal.name.text, in: known)),
            at: removal.name.range)
    }

    private mutating func remove(_ removal: Removal, from file: inout RulesFile) {
        let name = removal.name.text
        func drop<Item>(_ items: inout [Item], _ nameOf: (Item) -> String) -> Bool {
            guard let index = items.firstIndex(where: { nameOf($0) == name }) else { return false }
            items.remove(at: index)
            return true
        }
        let found: Bool
        switch removal.kind {
        case .choices?: found = drop(&file.choices) { $0.name.text }
        case .table?: found = drop(&file.tables) { $0.name.text }
        case .lookup?: found = drop(&file.lookups) { $0.name.text }
        case .assess?: found = drop(&file.assessments) { $0.table.text }
        case .example?: found = drop(&file.inherited) { $0.title.text }
        default:
            if file.plans.isEmpty { found = false } else { found = drop(&file.plans[0].values) { $0.name.text } }
        }
        if !found {
            refuse(
                removal,
                file.choices.map(\.name.text) + file.tables.map(\.name.text) + file.lookups.map(\.name.text))
        }
    }

    /// Removes all lines of a kind that have no name, or something that the header says.
    private func removeLines(_ removal: Removal, from section: inout SectionDecl) -> Bool {
        switch removal.word {
        case .full: return take(&section.full)
        case .floor: return take(&section.floor)
        case .take, .drop: return take(&section.pick)
        case .void, .require, .decimals, .output:
            let block: Block =
                switch removal.word {
                case .void: .void
                case .require: .require
                case .decimals: .rounding
                default: .output
                }
            let count = section.items.count
            section.items.removeAll { Block($0) == block }
            return section.items.count < count
        default: return false
        }
    }

    private func removeLines(_ removal: Removal, from grade: inout GradeDecl) -> Bool {
        switch removal.word {
        case .per: take(&grade.per)
        case .when: take(&grade.when)
        case .shares: take(&grade.quotaRounding)
        case .ties: take(&grade.ties)
        case .base: take(&grade.baseIncludesPlaced)
        case .place: take(&grade.placements)
        case .bar: take(&grade.bars)
        default: false
        }
    }

    /// Gives whether there was something to take away.
    private func take<Value>(_ value: inout Value?) -> Bool {
        defer { value = nil }
        return value != nil
    }

    private func take<Line>(_ lines: inout [Line]) -> Bool {
        defer { lines = [] }
        return !lines.isEmpty
    }

    /// Removes a section, a grading or a value from a section or from those inside it.
    private func remove(_ removal: Removal, from section: inout SectionDecl) -> Bool {
        for index in section.items.indices {
            let isIt: Bool
            switch (section.items[index], removal.kind) {
            case (.section(let inner), .section?): isIt = inner.name.text == removal.name.text
            case (.grade(let grade), .grade?): isIt = grade.name.text == removal.name.text
            case (.value(let value), nil): isIt = value.name.text == removal.name.text
            default: isIt = false
            }
            if isIt {
                section.items.remove(at: index)
                return true
            }
            guard removal.kind == .section, case .section(var inner) = section.items[index] else { continue }
            if remove(removal, from: &inner) {
                section.items[index] = .section(inner)
                return true
            }
        }
        return false
    }
}

extension Removal {
    /// The word of the language that stands in the place of a name: `删去 不计分`.
    fileprivate var word: Keyword? { kind == nil ? Keyword(word: name.text) : nil }
}

extension LookupDecl.Row {
    fileprivate var texts: [String] { cells.map(\.text) }

    fileprivate var isRest: Bool { cells.first.map { Keyword(word: $0.text) == .rest } ?? false }

    /// Its first cell, without 新增 or 删去.
    fileprivate var label: String { cells.first?.marked.label.text ?? "" }

    /// Its first cells: the keys of a ladder.
    fileprivate func label(_ count: Int) -> [String] { [label] + cells.prefix(count).dropFirst().map(\.text) }
}

extension RowSet {
    /// The names that it begins with.
    fileprivate var name: String {
        switch source {
        case .path(let names), .all(let names), .everyone(let names): names.map(\.text).joined(separator: ".")
        }
    }
}

extension Sequence {
    /// The first result that there is.
    fileprivate func firstNonNil<Result>(_ body: (Element) -> Result?) -> Result? {
        for element in self { if let result = body(element) { return result } }
        return nil
    }
}
