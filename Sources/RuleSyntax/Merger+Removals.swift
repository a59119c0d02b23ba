import Diagnostics

/// `删去`: what a change takes away, and what it may not.
extension Merger {
    /// Removals in what is new itself.
    mutating func refuse(_ removals: [Removal]) { for removal in removals { refuse(removal, []) } }

    mutating func refuse(_ removal: Removal, _ known: [String]) {
        problems.report(
            SyntaxProblem.removeMissing(removal.name.text, nearest: nearest(removal.name.text, in: known)),
            at: removal.name.range)
    }

    mutating func remove(_ removal: Removal, from file: inout RulesFile) {
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
    mutating func removeLines(_ removal: Removal, from section: inout SectionDecl, unless new: SectionDecl) -> Bool {
        switch removal.word {
        case nil: return false
        case .full: return take(&section.full, removal, isSaid: new.full != nil)
        case .floor: return take(&section.floor, removal, isSaid: new.floor != nil)
        case .take, .drop: return take(&section.pick, removal, isSaid: new.pick != nil)
        case let word:
            let count = section.items.count
            section.items.removeAll { self.word($0) == word }
            return section.items.count < count || remove(removal, from: &section.tail, unless: new.tail)
        }
    }

    /// The word by which a line is taken away: 逐条 that requires something goes with 要求.
    private func word(_ item: Item) -> Keyword? {
        switch item {
        case .score: .score
        case .start: .start
        case .change(_, let deduct): deduct ? .deduct : .add
        case .each: Block(item) == .require ? .require : .each
        case .void: .void
        case .rounding: .decimals
        case .require: .require
        case .output: .output
        case .section, .value, .grade: nil
        }
    }

    mutating func removeLines(_ removal: Removal, from grade: inout GradeDecl, unless new: GradeDecl) -> Bool {
        switch removal.word {
        case .per: take(&grade.per, removal, isSaid: !new.per.isEmpty)
        case .when: take(&grade.when, removal, isSaid: new.when != nil)
        case .shares: take(&grade.quotaRounding)
        case .ties: take(&grade.ties)
        case .base: take(&grade.baseIncludesPlaced)
        case .place: take(&grade.placements)
        case .bar: take(&grade.bars)
        default: remove(removal, from: &grade.tail, unless: new.tail)
        }
    }

    mutating func removeLines(_ removal: Removal, from table: inout TableDecl, unless new: TableDecl) -> Bool {
        switch removal.word {
        case .require: return take(&table.requirements)
        // Those of a derived table are what it is made by.
        case .key where table.grouping == nil: return take(&table.keys, removal, isSaid: !new.keys.isEmpty)
        case .optional:
            if new.optional { return sayGiven(removal) }
            defer { table.optional = false }
            return table.optional
        default: return remove(removal, from: &table.tail, unless: new.tail)
        }
    }

    mutating func removeLines(_ removal: Removal, from plan: inout PlanDecl, unless new: PlanDecl) -> Bool {
        switch removal.word {
        case .year: take(&plan.year)
        case .decimals: take(&plan.rounding)
        case .holidays: take(&plan.holidays)
        case .workdays: take(&plan.workdays)
        default: remove(removal, from: &plan.tail, unless: new.tail)
        }
    }

    /// `删去 依据`, `删去 说明`
    private mutating func remove(_ removal: Removal, from tail: inout Tail, unless new: Tail) -> Bool {
        switch removal.word {
        case .clause: take(&tail.clause, removal, isSaid: new.clause != nil)
        case .note: take(&tail.note, removal, isSaid: new.note != nil)
        default: false
        }
    }

    /// Takes away what a header says, if the change does not say it itself, and gives whether there was something.
    mutating func take<Value>(_ value: inout Value?, _ removal: Removal, isSaid: Bool) -> Bool {
        isSaid ? sayGiven(removal) : take(&value)
    }

    private mutating func take<Value>(_ values: inout [Value], _ removal: Removal, isSaid: Bool) -> Bool {
        isSaid ? sayGiven(removal) : take(&values)
    }

    /// Says that the change gives what it takes away.
    private mutating func sayGiven(_ removal: Removal) -> Bool {
        if let word = removal.word {
            problems.report(SyntaxProblem.givenAndTaken(word.spellings), at: removal.name.range)
        }
        return true
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
    func remove(_ removal: Removal, from section: inout SectionDecl) -> Bool {
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
    var word: Keyword? { kind == nil ? Keyword(word: name.text) : nil }
}
