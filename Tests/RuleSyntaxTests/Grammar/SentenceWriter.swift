/// Writes random sentences of a grammar, with a liking for what has been written least.
struct SentenceWriter {
    let language: Recogniser.Language
    private let kind: FileKind
    private let heights: [Int]
    private let weights: [Int]
    var dice: Dice
    /// How often each node has been written.
    private(set) var uses: [Int]
    /// Nodes that may be written; others are left out.
    private let isOpen: [Bool]

    // The sentence being written.
    private var pieces: [Piece] = []
    private var rules: [String] = []
    private var once: [Set<String>] = []
    private var widths: [Int?] = []
    private var absences: [(piece: Int, node: Int)] = []
    private var sentenceUses: [Int] = []

    /// What a rule may hold once only, by the word it begins with, or else by its name.
    private static let once: [String: Set<String>] = [
        "statement": ["计划"], "planitem": ["年度", "小数"], "clamp": ["满分", "保底"], "attribute": ["pick", "listed"],
        "policy": ["份额取整", "并列", "基数"],
    ]
    private static let onceScopes: Set<String> = ["file", "plan", "assess", "section", "each", "grade"]
    private static let headers: Set<String> = [
        "plan", "table", "lookup", "assess", "section", "each", "grade", "example", "exampletable", "row", "graderow",
        "gradehead", "use", "removal",
    ]
    private static let lineHolders: Set<String> = [
        "file", "plan", "table", "assess", "section", "each", "grade", "example",
    ]
    /// Rules whose first alternative leads back into them; the other is to be written more often.
    private static let chains: Set<String> = ["negation", "unary"]
    private static let sizeLimit = 140

    init(_ language: Recogniser.Language, seed: UInt64, of kind: FileKind) {
        self.language = language
        dice = Dice(seed: seed)
        let grammar = language.grammar
        uses = Array(repeating: 0, count: grammar.nodes.count)
        self.kind = kind
        heights = Self.heights(grammar, kind)
        weights = grammar.nodes.indices.map { Self.weight($0, grammar, 3) }
        isOpen = heights.map { $0 < Self.tooHigh }
    }

    private static let tooHigh = 1 << 30

    /// The least number of rules one in another that a node needs.
    private static func heights(_ grammar: Grammar, _ kind: FileKind) -> [Int] {
        var heights = Array(repeating: tooHigh, count: grammar.nodes.count)
        var changed = true
        while changed {
            changed = false
            for (index, node) in grammar.nodes.enumerated() where !kind.leavesOut(node, grammar) {
                let height: Int =
                    switch node {
                    case .rule(let rule), .cell(let rule): min(tooHigh, heights[grammar.bodies[rule]] + 1)
                    case .sequence(let parts): parts.map { heights[$0] }.max() ?? 0
                    case .choice(let parts): parts.map { heights[$0] }.min() ?? 0
                    default: 0
                    }
                if height < heights[index] {
                    heights[index] = height
                    changed = true
                }
            }
        }
        return heights
    }

    /// The pieces of a random rules file.
    mutating func sentence() -> [Piece] {
        while true {
            (pieces, rules, once, widths, absences) = ([], [], [[]], [], [])
            sentenceUses = []
            guard let file = language.grammar.rule("file"), write(rule: file, 20 + dice.below(16)),
                absences.allSatisfy({ !follows($0.node, $0.piece) })
            else { continue }
            for node in sentenceUses { uses[node] += 1 }
            return pieces
        }
    }

    private mutating func write(rule: Int, _ budget: Int) -> Bool {
        let name = language.grammar.ruleNames[rule]
        rules.append(name)
        let opensScope = Self.onceScopes.contains(name)
        if opensScope { once.append([]) }
        if name == "lookup" { widths.append(nil) }
        if name == "grade" || name == "exampletable" { widths.append(dice.below(3)) }
        if Self.headers.contains(name) { pieces.append(Piece(kind: .header, text: "")) }
        if name == "lookup" || name == "exampletable" { pieces.append(Piece(kind: .rows, text: "")) }
        defer {
            rules.removeLast()
            if opensScope { once.removeLast() }
            if name == "lookup" || name == "grade" || name == "exampletable" { widths.removeLast() }
        }
        return write(language.grammar.bodies[rule], budget - 1)
    }

    private mutating func write(_ node: Int, _ budget: Int) -> Bool {
        sentenceUses.append(node)
        let isTight = budget <= 0 || pieces.count > Self.sizeLimit
        switch language.grammar.nodes[node] {
        case .rule(let rule): return write(rule: rule, budget)
        case .keyword(let word):
            pieces.append(Piece(kind: .keyword, text: dice.pick(Vocabulary.spellings(word))))
        case .sign(let sign):
            let isWord = sign.unicodeScalars.allSatisfy { $0.properties.isXIDStart }
            pieces.append(Piece(kind: isWord ? .name : .sign, text: sign))
        case .words(let words, let without):
            let isLaterDay = rules.last == "day" && pieces.last?.text == ".."
            pieces.append(WordStock.piece(words, without: without, isLaterDay: isLaterDay, &dice))
        case .cell(let rule): return write(cell: rule, budget)
        case .layout(let mark): pieces.append(Piece(kind: .layout(mark), text: ""))
        case .sequence(let parts): return write(sequence: parts, budget)
        case .choice(let parts): return write(choice: parts, budget)
        case .optional(let inner):
            if kind.demands(language.grammar.nodes[inner], language.grammar) { return write(inner, budget) }
            if isOpen[inner], !isTight, heights[inner] <= max(budget, 2), dice.chance(isBlock(inner) ? 85 : 40) {
                return write(inner, budget)
            }
        case .many(let inner): write(many: inner, isTight ? 0 : budget)
        case .absent: break
        }
        return true
    }

    private mutating func write(choice parts: [Int], _ budget: Int) -> Bool {
        let rule = rules.last ?? ""
        let onceWords = Self.once[rule] ?? []
        func word(_ part: Int) -> String? { onceWords.isEmpty ? nil : lead(part) }
        let open = parts.filter { part in
            guard isOpen[part] else { return false }
            guard let word = word(part), onceWords.contains(word) else { return true }
            return once[once.count - 1].contains(word) == false
        }
        guard !open.isEmpty else { return false }
        let isTight = budget <= 0 || pieces.count > Self.sizeLimit
        let lowest = open.map { heights[$0] }.min() ?? 0
        let fitting = open.filter { heights[$0] <= (isTight ? lowest : max(budget, lowest)) }
        var part = rules.contains("expr") ? dice.pick(fitting) : pickByWeight(fitting)
        if Self.chains.contains(rule) {
            if dice.chance(70) { part = fitting[fitting.count - 1] }
        } else if !isTight, dice.chance(20) {
            part = fitting.min { uses[$0] < uses[$1] } ?? part
        }
        if let word = word(part), onceWords.contains(word) { once[once.count - 1].insert(word) }
        return write(part, budget)
    }

    private mutating func pickByWeight(_ parts: [Int]) -> Int {
        var roll = dice.below(parts.reduce(0) { $0 + weights[$1] })
        for part in parts {
            roll -= weights[part]
            if roll < 0 { return part }
        }
        return parts[0]
    }

    /// How much there is to choose within a node, so that what holds more is written more often.
    private static func weight(_ node: Int, _ grammar: Grammar, _ depth: Int) -> Int {
        let weight: Int =
            switch grammar.nodes[node] {
            case .choice(let parts): parts.reduce(0) { $0 + Self.weight($1, grammar, depth) }
            case .sequence(let parts): parts.map { Self.weight($0, grammar, depth) }.max() ?? 1
            case .optional(let inner), .many(let inner): Self.weight(inner, grammar, depth)
            case .rule(let rule): depth > 0 ? Self.weight(grammar.bodies[rule], grammar, depth - 1) : 1
            default: 1
            }
        return min(weight, 8)
    }

    /// The keyword that a node begins with.
    private func lead(_ node: Int) -> String? {
        switch language.grammar.nodes[node] {
        case .keyword(let word): word
        case .rule(let rule): lead(language.grammar.bodies[rule]) ?? language.grammar.ruleNames[rule]
        case .sequence(let parts): lead(parts[0])
        default: nil
        }
    }

    private mutating func write(many inner: Int, _ budget: Int) {
        guard isOpen[inner] else { return }
        if isCell(inner), let width = widths.last, let width {
            for _ in 0..<width { _ = write(inner, budget) }
            return
        }
        guard budget > 0, heights[inner] <= budget else { return }
        let percent = rules.contains("expr") ? 15 : Self.lineHolders.contains(rules.last ?? "") ? 60 : 40
        while dice.chance(percent), pieces.count < Self.sizeLimit, mayGoOn() {
            let before = (pieces.count, absences.count, sentenceUses.count)
            if !write(inner, budget) {
                pieces.removeLast(pieces.count - before.0)
                absences.removeLast(absences.count - before.1)
                sentenceUses.removeLast(sentenceUses.count - before.2)
                return
            }
        }
    }

    /// Whether more can be written behind what fills its line; a header has no second line.
    private func mayGoOn() -> Bool {
        guard pieces.last?.kind == .raw, pieces.count > 1 else { return true }
        let line = pieces.lastIndex { if case .layout = $0.kind { true } else { false } } ?? -1
        guard pieces[(line + 1)...].contains(where: { $0.kind == .header }) else { return true }
        return Vocabulary.keywords[pieces[pieces.count - 2].text] == Vocabulary.keywords["依据"]
    }

    private func isBlock(_ node: Int) -> Bool {
        guard case .sequence(let parts) = language.grammar.nodes[node],
            case .layout(.indent) = language.grammar.nodes[parts[0]]
        else { return false }
        return true
    }

    private func isCell(_ node: Int) -> Bool {
        switch language.grammar.nodes[node] {
        case .cell: true
        case .words(.cell, _): true
        default: false
        }
    }

    private mutating func write(sequence parts: [Int], _ budget: Int) -> Bool {
        var pending: Int?
        for part in parts {
            if case .absent(let inner) = language.grammar.nodes[part] {
                pending = inner
                continue
            }
            guard let absent = pending else {
                guard write(part, budget) else { return false }
                continue
            }
            pending = nil
            var tries = 0
            let before = (pieces.count, absences.count, sentenceUses.count)
            while true {
                guard write(part, tries < 8 ? budget : 0) else { return false }
                if !follows(absent, before.0) { break }
                tries += 1
                if tries > 40 { return false }
                pieces.removeLast(pieces.count - before.0)
                absences.removeLast(absences.count - before.1)
                sentenceUses.removeLast(sentenceUses.count - before.2)
            }
        }
        if let pending { absences.append((pieces.count, pending)) }
        return true
    }

    /// Whether the pieces from a place on begin with what a node says.
    private func follows(_ node: Int, _ place: Int) -> Bool {
        var signs: [Sign] = []
        for piece in pieces[min(place, pieces.count)...].filter({ $0.kind != .header && $0.kind != .rows }).prefix(2) {
            if case .layout = piece.kind { break }
            signs += piece.text.unicodeScalars.map { Sign($0) } + [Sign(" ")]
        }
        return !Recogniser(language, signs).ends(node, 0).isEmpty
    }

    /// A cell's text is written like a line, but without two blanks in it.
    private mutating func write(cell rule: Int, _ budget: Int) -> Bool {
        let outer = (pieces, absences)
        for _ in 0..<40 {
            (pieces, absences) = ([], [])
            if write(rule: rule, min(budget, 14)), absences.allSatisfy({ !follows($0.node, $0.piece) }) {
                var spacing = Spacing(dice: dice, isCell: true)
                let text = spacing.line(pieces)
                dice = spacing.dice
                let signs = SignText(text.unicodeScalars.map { Sign($0) })
                if let cell = signs.cell(0), cell.end == signs.signs.count {
                    pieces = outer.0 + [Piece(kind: .cell, text: text)]
                    absences = outer.1
                    return true
                }
            }
        }
        (pieces, absences) = outer
        return false
    }
}
