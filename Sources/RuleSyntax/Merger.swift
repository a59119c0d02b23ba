import Diagnostics

/// Applies a file to the file that it builds on.
///
/// Statements are matched by kind and name. Without a word before it a statement changes its namesake, which must exist;
/// 新增 adds what must not exist; 删去 removes what must exist. So a typing mistake never makes a silent new item.
struct Merger {
    var problems: [Diagnostic]

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
            edit(&result.tables, with: table, table.isNew, Self.table, table.name) {
                $0.name
            } change: { merger, old, new in
                merger.change(&old, new)
            }
        }
        for lookup in change.lookups {
            edit(&result.lookups, with: lookup, lookup.isNew, Self.lookup, lookup.name) {
                $0.name
            } change: { merger, old, new in
                merger.change(&old, new)
            }
        }
        for assessment in change.assessments {
            edit(&result.assessments, with: assessment, assessment.isNew, Self.assessment, assessment.table) {
                $0.table
            } change: { merger, old, new in
                if let population = new.population { old.population = population }
                merger.change(&old.body, new.body)
            }
        }
        if !change.unscored.isEmpty { result.unscored = change.unscored }
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
        _ items: inout [Item], with new: Item, _ isNew: Bool, _ kind: Bilingual, _ name: Name, _ nameOf: (Item) -> Name,
        change: (inout Merger, inout Item, Item) -> Void
    ) {
        let index = items.firstIndex { nameOf($0).text == name.text }
        switch verdict(index != nil, isNew, kind, name, known: items.map { nameOf($0).text }) {
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
        _ exists: Bool, _ isNew: Bool, _ kind: Bilingual, _ name: Name, known: [String] = []
    ) -> Verdict {
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
            return
        }
        plans[0].title = change.title
        if let year = change.year { plans[0].year = year }
        if let rounding = change.rounding { plans[0].rounding = rounding }
        if !change.holidays.isEmpty { plans[0].holidays = change.holidays }
        if !change.workdays.isEmpty { plans[0].workdays = change.workdays }
        plans[0].dayRanges.merge(change.dayRanges) { _, new in new }
        if change.tail.clause != nil || change.tail.note != nil { plans[0].tail = change.tail }
        for value in change.values {
            edit(&plans[0].values, with: value, value.isNew, Self.value, value.name) {
                $0.name
            } change: { _, old, new in
                old = new
            }
        }
    }

    // MARK: 表

    private mutating func change(_ old: inout TableDecl, _ new: TableDecl) {
        if let sheet = new.sheet { old.sheet = sheet }
        if !new.keys.isEmpty { old.keys = new.keys }
        if let grouping = new.grouping { old.grouping = grouping }
        old.optional = old.optional || new.optional
        for removal in new.removals {
            if let index = old.columns.firstIndex(where: { $0.name.text == removal.name.text }) {
                old.columns.remove(at: index)
            } else if let index = old.values.firstIndex(where: { $0.name.text == removal.name.text }) {
                old.values.remove(at: index)
            } else {
                refuse(removal, old.columns.map(\.name.text) + old.values.map(\.name.text))
            }
        }
        for column in new.columns {
            edit(&old.columns, with: column, column.isNew, Self.column, column.name) {
                $0.name
            } change: { _, old, new in
                old = new
            }
        }
        for value in new.values {
            edit(&old.values, with: value, value.isNew, Self.value, value.name) {
                $0.name
            } change: { _, old, new in
                old = new
            }
        }
        let (was, now) = (old.requirements.map(\.range), new.requirements.map(\.range))
        noteReplaced(old.name, was, by: now)
        if !now.isEmpty { old.requirements = new.requirements }
        cite(&old.tail, new.tail)
    }

    private func cite(_ old: inout Tail, _ new: Tail) {
        if let clause = new.clause { old.clause = clause }
        if let note = new.note { old.note = note }
    }

    // MARK: 对照表

    /// A matrix: the cells that are given. Keyed rows: the rows that are given. A ladder of one key: the whole.
    private mutating func change(_ old: inout LookupDecl, _ new: LookupDecl) {
        cite(&old.tail, new.tail)
        switch (old.keys, new.keys) {
        case (.axes(let axes), .axes) where axes.count == 2: changeMatrix(&old, new)
        case (.columns(let keys), .columns): changeRows(&old, new, keys.map(\.text))
        default:
            // One whose rows are marked changes by these alone.
            if case .axes(let axes) = old.keys, new.rows.contains(where: { $0.cells.first?.marked.word != nil }) {
                changeRows(&old, new, Array(axes.indices), header: 0)
            } else {
                rewrite(&old, new)
            }
        }
    }

    /// The whole lookup anew: what is said of its rows is said of the file that has them.
    private func rewrite(_ old: inout LookupDecl, _ new: LookupDecl) {
        old.name = new.name
        old.keys = new.keys
        old.rows = new.rows
    }

    private mutating func changeMatrix(_ old: inout LookupDecl, _ new: LookupDecl) {
        guard let header = old.rows.first, let given = new.rows.first else { return }
        for row in new.rows.dropFirst() {
            guard let first = row.cells.first else { continue }
            let (word, label) = (first.marked.word, first.marked.label.text)
            let index = old.rows.indices.dropFirst().first { old.rows[$0].cells.first?.text == label }
            switch (word, index) {
            case (.remove?, let index?): old.rows.remove(at: index)
            case (.new?, nil):
                guard row.cells.count == header.cells.count + 1 else {
                    problems.report(
                        SyntaxProblem.rowLength(expected: header.cells.count + 1, found: row.cells.count), at: row.range
                    )
                    continue
                }
                var added = row
                added.cells[0].text = label
                old.rows.append(added)
            case (nil, let index?): replace(&old.rows[index], row, given.cells, header.cells)
            case (.new?, _?): problems.report(SyntaxProblem.newExists(Self.row, label), at: first.range)
            case (_, nil):
                let near = nearest(label, in: old.rows.dropFirst().compactMap(\.cells.first?.text))
                problems.report(SyntaxProblem.changeMissing(Self.row, label, nearest: near), at: first.range)
            default: break
            }
        }
    }

    private mutating func replace(
        _ old: inout LookupDecl.Row, _ new: LookupDecl.Row, _ given: [Cell], _ header: [Cell]
    ) {
        guard new.cells.count == given.count + 1 else {
            problems.report(SyntaxProblem.rowLength(expected: given.count + 1, found: new.cells.count), at: new.range)
            return
        }
        for (column, cell) in zip(given, new.cells.dropFirst()) {
            if let position = header.firstIndex(where: { $0.text == column.text }) {
                old.cells[position + 1] = cell
            } else {
                let near = nearest(column.text, in: header.map(\.text))
                problems.report(
                    SyntaxProblem.changeMissing(Self.column, column.text, nearest: near), at: column.range)
            }
        }
    }

    private mutating func changeRows(_ old: inout LookupDecl, _ new: LookupDecl, _ keys: [String]) {
        guard let header = old.rows.first?.cells.map(\.text), let given = new.rows.first?.cells.map(\.text) else {
            return
        }
        guard header == given else {
            rewrite(&old, new)
            return
        }
        changeRows(&old, new, keys.compactMap { header.firstIndex(of: $0) }, header: 1)
    }

    /// The rows that are given, found by the cells that stand in the positions of their keys. What takes all the rest
    /// stays last.
    private mutating func changeRows(_ old: inout LookupDecl, _ new: LookupDecl, _ positions: [Int], header: Int) {
        func key(_ cells: [Cell]) -> [String] {
            positions.map { position in
                position < cells.count ? position == 0 ? cells[0].marked.label.text : cells[position].text : ""
            }
        }
        for row in new.rows.dropFirst(header) {
            guard let first = row.cells.first else { continue }
            let (word, label) = (first.marked.word, first.marked.label.text)
            let index = old.rows.indices.dropFirst(header).first { key(old.rows[$0].cells) == key(row.cells) }
            var plain = row
            plain.cells[0].text = label
            switch (word, index) {
            case (.remove?, let index?): old.rows.remove(at: index)
            case (.new?, nil):
                let isRest = old.rows.last?.cells.first.map { Keyword(word: $0.text) == .rest } ?? false
                old.rows.insert(plain, at: old.rows.count - (isRest ? 1 : 0))
            case (nil, let index?): old.rows[index] = plain
            case (.new?, _?): problems.report(SyntaxProblem.newExists(Self.row, label), at: first.range)
            default: problems.report(SyntaxProblem.changeMissing(Self.row, label, nearest: nil), at: first.range)
            }
        }
    }

    // MARK: 考核, 项目

    private mutating func change(_ old: inout SectionDecl, _ new: SectionDecl) {
        if let full = new.full { old.full = full }
        if let floor = new.floor { old.floor = floor }
        if let pick = new.pick { old.pick = pick }
        if let declared = new.declared { old.declared = declared }
        cite(&old.tail, new.tail)
        for removal in new.removals where !remove(removal, from: &old) { refuse(removal, names(in: old)) }
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

    /// Lines without a name form blocks; writing one line of a block replaces the block.
    private mutating func changeLines(_ old: inout SectionDecl, _ new: SectionDecl) {
        for block in Block.allCases {
            let lines = new.items.filter { Block($0) == block }
            if lines.isEmpty { continue }
            let replaced = old.items.filter { Block($0) == block }.compactMap(\.range)
            noteReplaced(old.name, replaced, by: lines.compactMap(\.range))
            let place = old.items.firstIndex { Block($0) == block } ?? old.items.count
            old.items.removeAll { Block($0) == block }
            old.items.insert(contentsOf: lines, at: min(place, old.items.count))
        }
    }

    /// Says where fewer lines without a name take the place of more.
    private mutating func noteReplaced(_ name: Name, _ old: [SourceRange], by new: [SourceRange]) {
        guard let place = new.first, new.count < old.count else { return }
        problems.report(
            SyntaxProblem.blockReplaced(name.text, old: old.count, new: new.count), at: place,
            labels: old.map { DiagnosticLabel(.rules($0), Bilingual("原来的一行", "a line before")) })
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
        switch verdict(known.contains(new.name.text), new.isNew, Self.section, new.name, known: known) {
        case .change: with(new.name.text, in: &old) { merger, section in merger.change(&section, new) }
        case .add: old.items.append(.section(new))
        case .refused: break
        }
    }

    /// The names of all sections below.
    private func names(in section: SectionDecl) -> [String] {
        section.items.flatMap { item -> [String] in
            if case .section(let inner) = item { [inner.name.text] + names(in: inner) } else { [] }
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
        switch verdict(index != nil, new.isNew, Self.value, new.name) {
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
        switch verdict(index != nil, new.isNew, Self.grade, new.name) {
        case .change:
            guard let index, case .grade(var grade) = old.items[index] else { return }
            change(&grade, new)
            old.items[index] = .grade(grade)
        case .add: old.items.append(.grade(new))
        case .refused: break
        }
    }

    private mutating func change(_ old: inout GradeDecl, _ new: GradeDecl) {
        old.keys = new.keys
        if !new.per.isEmpty { old.per = new.per }
        if let when = new.when { old.when = when }
        cite(&old.tail, new.tail)
        for removal in new.removals {
            if let index = old.rows.firstIndex(where: { $0.label.text == removal.name.text }) {
                old.rows.remove(at: index)
            } else {
                refuse(removal, old.rows.map(\.label.text))
            }
        }
        if new.headers.isEmpty {
            // Policies only.
        } else if new.headers.map(\.text) == old.headers.map(\.text) {
            changeRows(&old.rows, new.rows)
        } else {
            // Other columns: another table.
            old.headers = new.headers
            old.rows = new.rows
        }
        if let declared = new.declared { old.declared = declared }
        if let rounding = new.quotaRounding { old.quotaRounding = rounding }
        if let ties = new.ties { old.ties = ties }
        if let base = new.baseIncludesPlaced { old.baseIncludesPlaced = base }
        old.policyRanges.merge(new.policyRanges) { _, new in new }
        noteReplaced(old.name, old.placements.map(\.label.range), by: new.placements.map(\.label.range))
        if !new.placements.isEmpty { old.placements = new.placements }
        noteReplaced(old.name, old.bars.map(\.range), by: new.bars.map(\.range))
        if !new.bars.isEmpty { old.bars = new.bars }
    }

    /// The rows of grades that are given. One that is new stands behind the one that is written above it, or else before
    /// the rest.
    private mutating func changeRows(_ old: inout [GradeDecl.Row], _ rows: [GradeDecl.Row]) {
        var above: Int?
        for row in rows {
            let index = old.firstIndex { $0.label.text == row.label.text }
            switch verdict(index != nil, row.isNew, Self.row, row.label, known: old.map(\.label.text)) {
            case .change:
                if let index { old[index] = row }
                above = index
            case .add:
                let rest = old.firstIndex { if case .rest? = $0.quotas.first { true } else { false } }
                let place = above.map { $0 + 1 } ?? rest ?? old.count
                old.insert(row, at: place)
                above = place
            case .refused: break
            }
        }
    }

    // MARK: 删去

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
