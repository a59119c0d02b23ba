import RuleSyntax

/// What a node can begin with; it saves the recogniser most of its tries.
struct Starts {
    static let width = 256
    private static let plainWord = 120
    private static let digit = 121
    private static let quote = 122
    private static let other = 123
    private static let signs = 128

    private(set) var isEmpty: [Bool]
    private(set) var table: [Bool]

    init(_ grammar: Grammar) {
        isEmpty = Array(repeating: false, count: grammar.nodes.count)
        table = Array(repeating: false, count: grammar.nodes.count * Self.width)
        var changed = true
        while changed {
            changed = false
            for node in grammar.nodes.indices where add(node, grammar) { changed = true }
        }
    }

    /// The kind of the word or sign that stands exactly here.
    static func kind(_ text: SignText, _ place: Int) -> Int {
        guard place < text.signs.count else { return other }
        switch text.signs[place].kind {
        case .newline: return 124
        case .indent: return 125
        case .dedent: return 126
        case .lineBreak, .fault: return other
        case .character: break
        }
        if let word = text.word(at: place) { return word.keyword >= 0 ? word.keyword : plainWord }
        if text.isDigit(place) { return digit }
        if text.isQuote(place) { return quote }
        let folded = text.signs[place].folded
        return folded.isASCII ? signs + Int(folded.value) : other
    }

    private static func kinds(_ node: Grammar.Node) -> [Int]? {
        switch node {
        case .keyword(let word): return Vocabulary.spellings(word).map { Vocabulary.keywords[$0] ?? plainWord }
        case .sign(let sign):
            guard let first = sign.unicodeScalars.first else { return nil }
            if !first.isASCII { return [plainWord] }
            return [signs + Int(first.value)] + (sign.count > 1 ? [other, signs + 0x3C] : [])
        case .layout(let mark): return [mark == .newline ? 124 : mark == .indent ? 125 : 126]
        case .words(let words, _):
            switch words {
            case .word, .name, .reference, .columnName, .typeName, .function: return Array(0...plainWord)
            case .number, .plain, .count, .year, .numberWord, .date, .month: return [digit]
            case .string: return [quote]
            case .label: return Array(0...quote) + "+-*/.".utf8.map { signs + Int($0) }
            case .raw, .cell: return Array(0..<width)
            }
        case .cell: return Array(0..<width)
        default: return nil
        }
    }

    private mutating func add(_ node: Int, _ grammar: Grammar) -> Bool {
        var changed = false
        func mark(_ kind: Int) {
            if !table[node * Self.width + kind] {
                table[node * Self.width + kind] = true
                changed = true
            }
        }
        func take(_ inner: Int) {
            for kind in 0..<Self.width where table[inner * Self.width + kind] { mark(kind) }
        }
        func empty() {
            if !isEmpty[node] {
                isEmpty[node] = true
                changed = true
            }
        }
        switch grammar.nodes[node] {
        case .rule(let rule):
            take(grammar.bodies[rule])
            if isEmpty[grammar.bodies[rule]] { empty() }
        case .sequence(let parts):
            var reachesEnd = true
            for part in parts {
                take(part)
                if !isEmpty[part] {
                    reachesEnd = false
                    break
                }
            }
            if reachesEnd { empty() }
        case .choice(let parts):
            for part in parts {
                take(part)
                if isEmpty[part] { empty() }
            }
        case .optional(let inner), .many(let inner):
            take(inner)
            empty()
        case .absent: empty()
        default: for kind in Self.kinds(grammar.nodes[node]) ?? [] { mark(kind) }
        }
        return changed
    }
}
