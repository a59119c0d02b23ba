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
    func removeLines(_ removal: Removal, from section: inout SectionDecl) -> Bool {
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

    func removeLines(_ removal: Removal, from grade: inout GradeDecl) -> Bool {
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
    func take<Value>(_ value: inout Value?) -> Bool {
        defer { value = nil }
        return value != nil
    }

    func take<Line>(_ lines: inout [Line]) -> Bool {
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
