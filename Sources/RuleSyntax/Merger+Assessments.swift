import Diagnostics

/// Changes to assessments: sections, their lines, and gradings.
extension Merger {
    // MARK: 考核, 项目

    mutating func change(_ old: inout SectionDecl, _ new: SectionDecl) {
        for removal in new.removals {
            if remove(removal, from: &old) || removeLines(removal, from: &old, unless: new) { continue }
            refuse(removal, names(in: old))
        }
        if let full = new.full { old.full = full }
        if let floor = new.floor { old.floor = floor }
        if let pick = new.pick { old.pick = pick }
        if let declared = new.declared { old.declared = declared }
        cite(&old.tail, new.tail, at: new.name)
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
    func kind(_ item: Item) -> String {
        switch item {
        case .start: "start"
        case .change(_, let deduct): deduct ? "deduct" : "add"
        case .each(let each): "each " + each.rows.name
        case .require(let requirement): requirement.name?.text ?? ""
        default: ""
        }
    }

    /// The lines that are given in the place of those before, and those that are added.
    mutating func replace<Line>(
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
    mutating func noteReplaced(
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
    mutating func whole(_ section: SectionDecl) -> SectionDecl {
        refuse(section.removals)
        var whole = section
        whole.items = (section.items + section.additions).map { self.whole($0) }
        whole.additions = []
        return whole
    }

    mutating func whole(_ item: Item) -> Item {
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

    enum Block: CaseIterable {
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
        switch verdict(known.contains(new.name.text), new.isNew, Self.section, new.name, of: assessed, known: known) {
        case .change: with(new.name.text, in: &old) { merger, section in merger.change(&section, new) }
        case .add: old.items.append(.section(whole(new)))
        case .refused: break
        }
    }

    /// The names of all sections below.
    func names(in section: SectionDecl) -> [String] {
        section.items.flatMap { item -> [String] in
            if case .section(let inner) = item { [inner.name.text] + names(in: inner) } else { [] }
        }
    }

    /// The names of all sections that are taken away below.
    func removed(in section: SectionDecl) -> [String] {
        section.removals.filter { $0.kind == .section }.map(\.name.text)
            + section.items.flatMap { item -> [String] in
                if case .section(let inner) = item { removed(in: inner) } else { [] }
            }
    }

    /// Runs the body on the section of that name below.
    mutating func with(
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

    mutating func change(_ old: inout GradeDecl, _ new: GradeDecl) {
        for removal in new.removals {
            if let index = old.rows.firstIndex(where: { $0.label.text == removal.name.text }) {
                old.rows.remove(at: index)
            } else if !removeLines(removal, from: &old, unless: new) {
                refuse(removal, old.rows.map(\.label.text))
            }
        }
        old.keys = new.keys
        if !new.per.isEmpty { old.per = new.per }
        if let when = new.when { old.when = when }
        cite(&old.tail, new.tail, at: new.name)
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
        old.lines.merge(new.lines) { _, new in new }
        if old.rows.isEmpty { old.name = new.name }
        replace(&old.placements, by: new.placements, of: old.name, \.isNew) { ($0.label.text, $0.label.range) }
        replace(&old.bars, by: new.bars, of: old.name, \.isNew) { ($0.label.text, $0.range) }
    }

    /// The rows of grades that are given. One that is new stands behind the one that is written above it, or else before
    /// the one that is written below it, or before the rest.
    mutating func changeRows(_ old: inout [GradeDecl.Row], _ rows: [GradeDecl.Row], of grade: Name) {
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
}

extension RowSet {
    /// The names that it begins with.
    fileprivate var name: String {
        switch source {
        case .path(let names), .all(let names), .everyone(let names): names.map(\.text).joined(separator: ".")
        }
    }
}
