/// A grammar as a graph of nodes; nodes are known by their place in `nodes`.
struct Grammar {
    enum Node {
        case rule(Int)
        /// `'kw'`: a keyword in either spelling.
        case keyword(String)
        /// `"x"`: a sign, or a word with one spelling.
        case sign(String)
        case words(WordClass, without: [String])
        /// `EXPRCELL(rule)`
        case cell(Int)
        case layout(LayoutMark)
        case sequence([Int])
        case choice([Int])
        case optional(Int)
        case many(Int)
        case absent(Int)
    }

    enum LayoutMark: String {
        case newline = "NL"
        case indent = "INDENT"
        case dedent = "DEDENT"
    }

    var nodes: [Node] = []
    var ruleNames: [String] = []
    /// The node of each rule's right side.
    var bodies: [Int] = []

    func rule(_ name: String) -> Int? { ruleNames.firstIndex(of: name) }

    /// The rules that sentences are written with; what may not follow is never written.
    func writtenRules() -> Set<Int> {
        var written = Set<Int>()
        func visit(_ node: Int) {
            switch nodes[node] {
            case .rule(let rule), .cell(let rule): if written.insert(rule).inserted { visit(bodies[rule]) }
            case .sequence(let parts), .choice(let parts): for part in parts { visit(part) }
            case .optional(let inner), .many(let inner): visit(inner)
            default: break
            }
        }
        written.insert(0)
        visit(bodies[0])
        return written
    }

    /// Every choice in a rule, with its alternatives.
    func choices(in rule: Int) -> [[Int]] {
        var found: [[Int]] = []
        func visit(_ node: Int) {
            switch nodes[node] {
            case .choice(let parts):
                found.append(parts)
                for part in parts { visit(part) }
            case .sequence(let parts): for part in parts { visit(part) }
            case .optional(let inner), .many(let inner): visit(inner)
            default: break
            }
        }
        visit(bodies[rule])
        return found
    }
}

/// The word classes of the grammar.
enum WordClass: String, CaseIterable {
    case word = "WORD"
    case number = "NUM"
    case plain = "PLAIN"
    case count = "COUNT"
    case year = "YEAR"
    case numberWord = "NUMWORD"
    case date = "DATE"
    case month = "MONTH"
    case string = "STR"
    case label = "LABEL"
    case raw = "RAW"
    case cell = "CELL"
    case function = "FUNC"
    case name = "NAME"
    case reference = "REF"
    case columnName = "COLNAME"
    case typeName = "TYPENAME"
}
