/// The two kinds of rules files: what changes another file stands in one kind only.
enum FileKind: CaseIterable {
    case plain
    /// A file that begins with 沿用.
    case change

    private static let changeRules: Set<String> = ["use", "removal", "tablechange", "gradechange"]

    func leavesOut(_ node: Grammar.Node, _ grammar: Grammar) -> Bool {
        switch node {
        case .rule(let rule): self == .plain && Self.changeRules.contains(grammar.ruleNames[rule])
        case .keyword(let word): self == .plain && word == "新增"
        default: false
        }
    }

    /// Whether what may stand must stand.
    func demands(_ node: Grammar.Node, _ grammar: Grammar) -> Bool {
        guard self == .change, case .rule(let rule) = node else { return false }
        return grammar.ruleNames[rule] == "use"
    }
}
