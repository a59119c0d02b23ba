import Diagnostics
import RuleSyntax
import Tables

/// The numbers that some lines of the rules hold, with those behind the names in them.
struct Amounts {
    private(set) var numbers: Set<Number> = []
    private(set) var percents: Set<Number> = []
    /// In the order met, as written, for messages.
    private(set) var written: [(value: Number, text: String)] = []
    private(set) var levels: [Int] = []
    private(set) var sections: [Int] = []
    private(set) var lookups: [LookupSteps] = []

    /// The numbers of the lines alone.
    init(_ lines: [CitedLine], _ source: SourceFile) {
        for line in lines { _ = add(line, Lexer(source), source) }
    }

    init(_ lines: [CitedLine], _ collector: LineCollector, _ source: SourceFile) {
        let lexer = Lexer(source)
        for line in lines {
            var words = add(line, lexer, source)
            var open = Array(words)
            var seen: Set<SourceRange> = []
            // Values stand for formulas in which further names stand.
            while let word = open.popLast() {
                for definition in collector.definitions[word] ?? []
                where definition.table.map(words.contains) ?? true && definition.isOpen(to: line)
                    && seen.insert(definition.line.range).inserted
                {
                    let more = add(definition.line, lexer, source).subtracting(words)
                    if definition.goesOn {
                        words.formUnion(more)
                        open += more
                    }
                }
            }
        }
    }

    /// Adds a line's numbers and gives its words.
    private mutating func add(_ line: CitedLine, _ lexer: Lexer, _ source: SourceFile) -> Set<String> {
        var words: Set<String> = []
        for part in line.parts {
            for token in part.lines(in: source).flatMap(lexer.tokens) {
                switch token.kind {
                case .word(let word): words.insert(word)
                case .number(let value, let isPercent): add(value, isPercent, source.text(token.range))
                default: break
                }
            }
        }
        levels += line.levels
        sections += line.sections
        if let lookup = line.lookup { lookups.append(lookup) }
        return words
    }

    private mutating func add(_ value: Number, _ isPercent: Bool, _ text: String) {
        let isNew = isPercent ? percents.insert(value).inserted : numbers.insert(value).inserted
        if isNew { written.append((value, text)) }
    }

    /// A note may say what the plan says in other numbers.
    mutating func add(note: String) {
        for figure in FigureReader.figures(note) where !figure.isCount {
            if figure.isPercent { percents.insert(figure.value) } else { numbers.insert(figure.value) }
        }
    }

    /// Whether the plan's number stands here, in whatever form.
    func has(_ figure: Figure) -> Bool {
        if has(figure, figure.value) { return true }
        return figure.isBound && (has(figure, figure.value + figure.unit) || has(figure, figure.value - figure.unit))
    }

    private func has(_ figure: Figure, _ value: Number) -> Bool {
        if value == 0 || numbers.contains(value) || percents.contains(value) { return true }
        if figure.isPercent {
            return value == 1 || numbers.contains(value * 100) || percents.contains(1 - value)
        }
        if let hundredth = value.divided(by: 100), percents.contains(hundredth) { return true }
        return lookups.contains { $0.numbers.contains(value) }
    }
}

extension SourceRange {
    /// The pieces of a range by lines.
    func lines(in source: SourceFile) -> [SourceRange] {
        (source.lineIndex(at: start)...source.lineIndex(at: max(start, end - 1))).map { index in
            let line = source.lineRange(index)
            return SourceRange(max(line.start, start), min(line.end, end))
        }
    }
}
