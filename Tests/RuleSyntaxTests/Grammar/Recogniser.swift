/// Counts the derivations of a text: at every place each rule is tried once, and every end it can reach is kept.
final class Recogniser {
    struct End {
        var place: Int
        /// How many ways lead here; "2 or more" is 2.
        var ways: Int
    }

    let language: Language
    let text: SignText
    private var known: [[End]?]
    /// The furthest place where a word was wanted, for messages.
    private(set) var furthest = 0

    init(_ language: Language, _ signs: [Sign]) {
        self.language = language
        text = SignText(signs)
        known = Array(repeating: nil, count: language.grammar.bodies.count * (signs.count + 1))
    }

    /// A grammar with what is worked out about it once.
    struct Language {
        let grammar: Grammar
        let starts: Starts
        /// For a keyword node: the numbers of its word as a keyword and as a function.
        let keywordNumbers: [(keyword: Int, function: Int)]

        init(_ grammar: Grammar) {
            self.grammar = grammar
            starts = Starts(grammar)
            keywordNumbers = grammar.nodes.map { node in
                guard case .keyword(let word) = node else { return (-2, -2) }
                return (Vocabulary.keywords[word] ?? -2, Vocabulary.functions[word] ?? -2)
            }
        }

        /// How many derivations a rules file has: 0, 1, or 2 for more.
        func derivations(_ text: String) -> (ways: Int, furthest: String) {
            let recogniser = Recogniser(self, LayoutStep.signs(text))
            let ends = recogniser.ends(ofRule: "file", from: 0)
            let ways = ends.filter { $0.place == recogniser.text.signs.count }.reduce(0) { $0 + $1.ways }
            return (min(2, ways), recogniser.before(recogniser.furthest))
        }
    }

    private func before(_ place: Int) -> String {
        var view = String.UnicodeScalarView()
        for sign in text.signs[max(0, place - 60)..<min(place + 1, text.signs.count)] { view.append(sign.scalar) }
        return String(view)
    }

    func ends(ofRule name: String, from place: Int) -> [End] {
        guard let rule = language.grammar.rule(name) else { return [] }
        return ends(ofRule: rule, place)
    }

    private func ends(ofRule rule: Int, _ place: Int) -> [End] {
        let key = rule * (text.signs.count + 1) + place
        if let ends = known[key] { return ends }
        let ends = ends(language.grammar.bodies[rule], place)
        known[key] = ends
        return ends
    }

    /// Every end of a node that begins at a place.
    func ends(_ node: Int, _ place: Int) -> [End] {
        if !language.starts.isEmpty[node] {
            let next = text.skip(place)
            furthest = max(furthest, next)
            let kind = Starts.kind(text, next)
            if !language.starts.table[node * Starts.width + kind] { return [] }
        }
        switch language.grammar.nodes[node] {
        case .rule(let rule): return ends(ofRule: rule, place)
        case .keyword:
            guard let word = text.word(at: text.skip(place)) else { return [] }
            let numbers = language.keywordNumbers[node]
            return word.keyword == numbers.keyword || word.function == numbers.function
                ? [End(place: word.end, ways: 1)] : []
        case .sign(let sign): return single(text.match(sign: sign, place))
        case .words(let words, let without): return single(text.match(words, without: without, place))
        case .cell(let rule): return cell(rule, place)
        case .layout: return [End(place: text.skip(place) + 1, ways: 1)]
        case .sequence(let parts): return sequence(parts, place)
        case .choice(let parts):
            var all: [End] = []
            for part in parts { Self.add(ends(part, place), 1, to: &all) }
            return all
        case .optional(let inner):
            var all = [End(place: place, ways: 1)]
            Self.add(ends(inner, place), 1, to: &all)
            return all
        case .many(let inner): return many(inner, place)
        case .absent(let inner): return ends(inner, place).isEmpty ? [End(place: place, ways: 1)] : []
        }
    }

    private func single(_ end: Int?) -> [End] { end.map { [End(place: $0, ways: 1)] } ?? [] }

    private static func add(_ more: [End], _ ways: Int, to all: inout [End]) {
        for end in more {
            let count = min(2, end.ways * ways)
            if let index = all.firstIndex(where: { $0.place == end.place }) {
                all[index].ways = min(2, all[index].ways + count)
            } else {
                all.append(End(place: end.place, ways: count))
            }
        }
    }

    private func sequence(_ parts: [Int], _ place: Int) -> [End] {
        var fronts = [End(place: place, ways: 1)]
        for part in parts {
            var next: [End] = []
            for front in fronts { Self.add(ends(part, front.place), front.ways, to: &next) }
            fronts = next
            if fronts.isEmpty { break }
        }
        return fronts
    }

    private func many(_ inner: Int, _ place: Int) -> [End] {
        var all = [End(place: place, ways: 1)]
        var fronts = all
        while !fronts.isEmpty {
            var next: [End] = []
            for front in fronts { Self.add(ends(inner, front.place), front.ways, to: &next) }
            Self.add(next, 1, to: &all)
            fronts = next
        }
        return all
    }

    /// A cell is a text of its own: nothing in it can reach into the next.
    private func cell(_ rule: Int, _ place: Int) -> [End] {
        guard let (start, end) = text.cell(place) else { return [] }
        let inner = Recogniser(language, Array(text.signs[start..<end]))
        let ways = inner.ends(ofRule: rule, 0).filter { inner.text.skip($0.place) == end - start }
        return ways.isEmpty ? [] : [End(place: end, ways: min(2, ways.reduce(0) { $0 + $1.ways }))]
    }
}
