package import Diagnostics

/// The headings of a rules file by its lines alone, so that even a line that cannot be read has a place in the plan.
package struct Outline {
    private let source: SourceFile
    private let lexer: Lexer
    private var trees: [(part: SourceFile.Part, lines: [Line])]
    /// The clauses of lines looked at before, by where the lines start.
    private var clauses: [Int: String?] = [:]

    package init(_ source: SourceFile) {
        self.source = source
        lexer = Lexer(source)
        trees = source.parts.map { ($0, Layout(source, $0).lines) }
    }

    /// The headings around a place, outermost first, and the nearest clause: of its line, or of the lines around it.
    package mutating func context(at offset: Int) -> PlanContext? {
        guard let tree = trees.last(where: { $0.part.range.start <= offset }) else { return nil }
        var chain: [Line] = []
        var level = tree.lines
        while let line = lastLine(level, upTo: offset) {
            chain.append(line)
            level = line.children
        }
        let path = chain.compactMap(heading)
        var clause: String?
        for line in chain.reversed() where clause == nil { clause = knownClause(line) }
        return path.isEmpty && clause == nil ? nil : PlanContext(path: path, clause: clause)
    }

    /// The last of some lines that begins at or before a place, by halving.
    private func lastLine(_ lines: [Line], upTo offset: Int) -> Line? {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if source.lineRange(source.lineIndex(at: lines[middle].range.start)).start <= offset {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low == 0 ? nil : lines[low - 1]
    }

    /// What the files say of how the plan was read, examples left out, in the order of the lines.
    package func notes() -> [PlanNote] {
        var notes: [PlanNote] = []
        var outline = self
        func gather(_ lines: [Line], _ path: [String]) {
            for line in lines {
                let tokens = words(line)
                if Parser.keyword(tokens.first) == .example { continue }
                let name = heading(line) ?? (path.isEmpty ? statement(tokens, line) : nil)
                let path = path + (name.map { [$0] } ?? [])
                if let text = ownNote(line, tokens) {
                    notes.append(
                        PlanNote(path: path, clause: outline.context(at: line.range.start)?.clause, text: text))
                }
                gather(line.children, path)
            }
        }
        for tree in trees { gather(tree.lines, []) }
        return notes
    }

    /// The first two words of a line, or all that the plan does not score: `未入规则 一, 二`.
    private func statement(_ tokens: [Token], _ line: Line) -> String? {
        guard let first = tokens.first, tokens.count > 1 else { return nil }
        var end = tokens[1].range.end
        if Parser.keyword(first) == .unscored {
            let note = tokens.first { $0.spaced && Parser.keyword($0) == .note }
            end = note?.range.start ?? lexer.withoutComment(line.range).end
        }
        return source.text(SourceRange(first.range.start, end)).trimmedBlanks
    }

    /// What stands behind 说明, up to a clause or a comment; deeper lines go on with it.
    private func ownNote(_ line: Line, _ tokens: [Token]) -> String? {
        guard let start = tokens.firstIndex(where: { $0.spaced && Parser.keyword($0) == .note }),
            start + 1 < tokens.count
        else { return nil }
        let clause = tokens[(start + 1)...].first { $0.spaced && Parser.keyword($0) == .clause }
        let end = clause?.range.start ?? lexer.withoutComment(line.range).end
        let text = source.text(SourceRange(tokens[start + 1].range.start, end)).trimmedBlanks
        let more = Parser.keyword(tokens.first) == .note ? line.children : []
        return ([text] + more.map { source.text(lexer.withoutComment($0.range)) }).joined(separator: " ")
    }

    /// What stands in a line, without colons behind keywords, which say nothing.
    private func words(_ line: Line) -> [Token] {
        let tokens = lexer.tokens(of: line.range)
        return tokens.enumerated().filter { index, token in
            token.kind != .symbol(.colon) || index == 0 || Parser.keyword(tokens[index - 1]) == nil
        }.map(\.element)
    }

    private func heading(_ line: Line) -> String? {
        var tokens = words(line)[...]
        if Parser.keyword(tokens.first) == .new { tokens.removeFirst() }
        guard let keyword = Parser.keyword(tokens.first), tokens.count > 1 else { return nil }
        let name = tokens[tokens.startIndex + 1]
        guard name.kind != .symbol(.equal) else { return nil }
        switch keyword {
        case .section, .grade: return source.text(name.range)
        case .table, .lookup, .assess:
            return "\(source.text(tokens[tokens.startIndex].range)) \(source.text(name.range))"
        case .example:
            let rest = SourceRange(name.range.start, lexer.withoutComment(line.range).end)
            return "\(source.text(tokens[tokens.startIndex].range)) \(source.text(rest).trimmedBlanks)"
        default: return nil
        }
    }

    private mutating func knownClause(_ line: Line) -> String? {
        if let known = clauses[line.range.start] { return known }
        let clause = clause(line)
        clauses[line.range.start] = .some(clause)
        return clause
    }

    private func clause(_ line: Line) -> String? {
        if let clause = ownClause(line) { return clause }
        return line.children.lazy.filter { Parser.keyword(lexer.tokens(of: $0.range).first) == .clause }
            .compactMap(ownClause).first
    }

    /// What stands behind 依据, up to a note, a second clause or a comment.
    private func ownClause(_ line: Line) -> String? {
        let tokens = words(line)
        guard let start = tokens.firstIndex(where: { $0.spaced && Parser.keyword($0) == .clause }),
            start + 1 < tokens.count
        else { return nil }
        let note = tokens[(start + 1)...].first { token in
            token.spaced && (Parser.keyword(token) == .note || Parser.keyword(token) == .clause)
        }
        let end = note?.range.start ?? lexer.withoutComment(line.range).end
        let text = source.text(SourceRange(tokens[start + 1].range.start, end)).trimmedBlanks
        return text.isEmpty ? nil : text
    }
}

/// How a place of the plan was read, where the plan itself is not clear.
package struct PlanNote: Hashable, Sendable {
    /// The headings around it, outermost first.
    package var path: [String]
    package var clause: String?
    package var text: String
}

extension [Diagnostic] {
    /// The messages with their places in the plan.
    package func placed(in source: SourceFile) -> [Diagnostic] {
        if isEmpty { return [] }
        var outline = Outline(source)
        return map { diagnostic in
            guard case .rules(let range) = diagnostic.place, range.end > 0, range.start < source.bytes.count else {
                return diagnostic
            }
            var diagnostic = diagnostic
            diagnostic.context = outline.context(at: range.start)
            return diagnostic
        }
    }
}
