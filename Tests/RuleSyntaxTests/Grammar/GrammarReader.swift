/// Reads the notation of the grammar's page. It is small enough to be read by hand.
struct GrammarReader {
    struct Fault: Error {
        var text: String
    }

    private var symbols: [Substring] = []
    private var position = 0
    private var grammar = Grammar()
    private var ruleIndex: [Substring: Int] = [:]

    static func read(_ text: String) throws -> Grammar {
        var reader = GrammarReader()
        reader.symbols = try split(text)
        return try reader.rules()
    }

    /// Quoted texts, words, and single signs.
    private static func split(_ text: String) throws -> [Substring] {
        var symbols: [Substring] = []
        var rest = text[...]
        while let first = rest.first {
            if first.isWhitespace {
                rest.removeFirst()
                continue
            }
            var symbol: Substring
            if first == "'" || first == "\"" {
                guard let end = rest.dropFirst().firstIndex(of: first) else { throw Fault(text: "open quote") }
                symbol = rest[...end]
            } else if first.isLetter {
                symbol = rest.prefix { $0.isLetter || $0.isNumber }
            } else {
                symbol = rest.prefix(1)
            }
            symbols.append(symbol)
            rest = rest[symbol.endIndex...]
        }
        return symbols
    }

    private mutating func rules() throws -> Grammar {
        for (index, symbol) in symbols.enumerated() where symbol == "=" {
            ruleIndex[symbols[index - 1]] = grammar.ruleNames.count
            grammar.ruleNames.append(String(symbols[index - 1]))
        }
        guard ruleIndex.count == grammar.ruleNames.count else { throw Fault(text: "a rule stands twice") }
        while position < symbols.count {
            position += 1
            try expect("=")
            grammar.bodies.append(try choice())
            try expect(";")
        }
        return grammar
    }

    private var current: Substring { position < symbols.count ? symbols[position] : "" }

    private mutating func expect(_ symbol: Substring) throws {
        guard current == symbol else { throw Fault(text: "\(symbol) expected, not \(current), at symbol \(position)") }
        position += 1
    }

    private mutating func add(_ node: Grammar.Node) -> Int {
        grammar.nodes.append(node)
        return grammar.nodes.count - 1
    }

    private mutating func choice() throws -> Int {
        var parts = [try sequence()]
        while current == "|" {
            position += 1
            parts.append(try sequence())
        }
        return parts.count == 1 ? parts[0] : add(.choice(parts))
    }

    private mutating func sequence() throws -> Int {
        var parts: [Int] = []
        while !["|", ";", ")", "]", "}", ""].contains(current) { parts.append(try part()) }
        return parts.count == 1 ? parts[0] : add(.sequence(parts))
    }

    private mutating func part() throws -> Int {
        let symbol = current
        position += 1
        switch symbol.first {
        case "(": return try closed(")")
        case "[":
            let inner = try closed("]")
            return add(.optional(inner))
        case "{":
            let inner = try closed("}")
            return add(.many(inner))
        case "!":
            let inner = try part()
            return add(.absent(inner))
        case "'": return add(.keyword(String(symbol.dropFirst().dropLast())))
        case "\"": return add(.sign(String(symbol.dropFirst().dropLast())))
        default: return try named(symbol)
        }
    }

    private mutating func closed(_ symbol: Substring) throws -> Int {
        let inner = try choice()
        try expect(symbol)
        return inner
    }

    private mutating func named(_ symbol: Substring) throws -> Int {
        if let rule = ruleIndex[symbol] { return add(.rule(rule)) }
        if let mark = Grammar.LayoutMark(rawValue: String(symbol)) { return add(.layout(mark)) }
        if symbol == "EXPRCELL" {
            try expect("(")
            guard let rule = ruleIndex[current] else { throw Fault(text: "no rule \(current)") }
            position += 1
            try expect(")")
            return add(.cell(rule))
        }
        guard let words = WordClass(rawValue: String(symbol)) else { throw Fault(text: "no rule or class \(symbol)") }
        var without: [String] = []
        if current == "-" {
            position += 1
            try expect("{")
            while current != "}" {
                without.append(String(current))
                position += 1
            }
            position += 1
        }
        return add(.words(words, without: without))
    }
}
