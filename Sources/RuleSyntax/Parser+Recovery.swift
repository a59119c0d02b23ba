import Diagnostics

/// What lines that could not be read leave open: it is not unknown, it is unread.
package struct Unread: Sendable {
    /// Every word of such lines. Some of them are names that the lines would have defined.
    package var names: Set<String> = []
    /// Whether nothing can be said of names at all.
    package var isHopeless = false

    package init() {}

    /// Whether every line was read, or mended and then read.
    package var isEmpty: Bool { names.isEmpty && !isHopeless }
}

/// The kind of block whose lines are being read.
struct Block {
    /// The keywords that begin its lines.
    var words: [Keyword]
    /// The column at which its lines stand.
    var indent = 0
    /// Whether `名 = …` is one of its lines.
    var hasDefinitions = true
    /// Whether its lines are columns, which begin with any word.
    var hasColumns = false
    /// Whether its lines are rows, which begin with anything.
    var hasRows = false

    static let file = Block(words: Parser.topStatements + [.use, .new, .remove], hasDefinitions: false)
    static let plan = Block(words: Parser.planStatements)
    static let table = Block(words: [.require, .note, .clause], hasColumns: true)
    static let section = Block(words: Parser.sectionStatements)
    static let assessment = Block(words: Parser.sectionStatements + [.grade, .output])
    static let grade = Block(words: Parser.policies, hasDefinitions: false, hasRows: true)
    static let example = Block(words: [.expect], hasDefinitions: false, hasRows: true)
}

/// Reading on after a mistake: lines that stand at the wrong column go where they belong, and what a lost line would
/// have defined is remembered.
extension Parser {
    /// Remembers the words of a line that could not be read, and of all lines below it.
    mutating func lose(_ line: Line, children: Bool = true) {
        for token in lexer.tokens(of: line.range) {
            switch token.kind {
            case .word(let word), .label(let word), .string(let word): unread.names.insert(word)
            case .number, .date, .month, .symbol, .bad: unread.names.insert(source.text(token.range))
            }
        }
        for token in mended(lexer.tokens(of: line.range)) {
            if case .word(let word) = token.kind { unread.names.insert(word) }
        }
        for cell in lexer.cells(of: line.range) { unread.names.insert(cell.text) }
        if children { for child in line.children { lose(child) } }
    }

    /// Runs the body for every line of a block, those included that were found to belong to it while others were read.
    mutating func forEachLine(of line: Line, _ kind: Block, _ body: (inout Parser, Line) -> Void) {
        let outer = block
        let outerHoisted = hoisted
        hoisted = []
        let (own, above) = sorted(line, kind)
        block = kind
        block.indent = own.first?.indent ?? line.indent + 4
        var rest = Array(own.reversed())
        while let child = rest.popLast() {
            body(&self, child)
            rest += hoisted.reversed()
            hoisted = []
        }
        block = outer
        hoisted = outerHoisted + above
    }

    /// The lines of a block, and those that stand a little too deep to belong to the block around it.
    private mutating func sorted(_ line: Line, _ kind: Block) -> (own: [Line], above: [Line]) {
        let children = lifted(line, kind)
        guard let first = children.first, children.contains(where: { $0.indent != first.indent }) else {
            return (children, [])
        }
        let usual = Self.usual(children)
        var own: [Line] = []
        var above: [Line] = []
        for child in children {
            if child.indent == usual {
                own.append(child)
                continue
            }
            let isAbove = belongsAbove(child, line, usual, kind)
            let isCertain =
                begins(child, kind) != begins(child, block) || child.indent - line.indent != abs(usual - child.indent)
            uneven(child, expected: isAbove ? line.indent : usual, isCertain: isCertain)
            if isAbove { above.append(child) } else { own.append(child) }
        }
        return (own, above)
    }

    /// The lines of a block, with those that a line a little to the left of its siblings has taken for its own.
    private func lifted(_ line: Line, _ kind: Block) -> [Line] {
        let children = line.children
        guard let first = children.first, children.contains(where: { $0.indent != first.indent }) else {
            return children
        }
        let usual = Self.usual(children)
        var result: [Line] = []
        for child in children {
            guard child.indent < usual, begins(child, kind), !belongsAbove(child, line, usual, kind),
                let split = child.children.firstIndex(where: { $0.indent == usual })
            else {
                result.append(child)
                continue
            }
            var short = child
            short.children = Array(child.children[..<split])
            result.append(short)
            result += child.children[split...]
        }
        return result
    }

    /// The column at which most of some lines stand.
    static func usual(_ lines: [Line]) -> Int {
        var counts: [Int: Int] = [:]
        for line in lines { counts[line.indent, default: 0] += 1 }
        let most = counts.values.max() ?? 0
        return lines.first { counts[$0.indent] == most }?.indent ?? 0
    }

    /// Whether a line that stands between a block and its heading is more likely one of the block around it.
    private func belongsAbove(_ child: Line, _ heading: Line, _ usual: Int, _ kind: Block) -> Bool {
        guard child.indent < usual, begins(child, block) else { return false }
        return !begins(child, kind) || child.indent - heading.indent < usual - child.indent
    }

    /// Whether a line can be one of a block.
    private func begins(_ line: Line, _ kind: Block) -> Bool {
        var tokens = mended(lexer.tokens(of: line.range))[...]
        if Self.keyword(tokens.first) == .new { tokens = tokens.dropFirst() }
        guard let first = tokens.first else { return false }
        if tokens.count > 1, tokens[tokens.startIndex + 1].kind == .symbol(.equal) { return kind.hasDefinitions }
        if let keyword = Self.keyword(first), kind.words.contains(keyword) { return true }
        return kind.hasColumns || kind.hasRows
    }

    /// Reports a line that stands at another column than its siblings.
    mutating func uneven(_ line: Line, expected: Int, isCertain: Bool = true) {
        problems.report(
            SyntaxProblem.unevenIndent(expected: expected, found: line.indent, blank: blank(before: line)),
            at: start(of: line), fix: isCertain ? moved([line], by: expected - line.indent) : [])
    }

    /// The signs other than blanks with which a line is indented.
    private func blank(before line: Line) -> SyntaxProblem.IndentSign {
        let before = source.text(
            SourceRange(source.lineRange(source.lineIndex(at: line.range.start)).start, line.range.start))
        return before.contains("\t") ? .tab : before.contains("\u{3000}") ? .wide : .blank
    }

    /// Edits that move lines and all below them to the right or the left.
    private func moved(_ lines: [Line], by distance: Int) -> [Edit] {
        lines.flatMap { line -> [Edit] in
            let start = source.lineRange(source.lineIndex(at: line.range.start)).start
            let indent = max(0, line.indent + distance)
            let edit = Edit(SourceRange(start, line.range.start), String(repeating: " ", count: indent))
            // After a slip of a column or two the lines below stand where they should.
            let isSlip = abs(distance) < 4 && line.children.allSatisfy { $0.indent > indent }
            return [edit] + (isSlip ? [] : moved(line.children, by: distance))
        }
    }

    /// A deeper line that was taken for the rest of the statement and is a statement of its own.
    mutating func hoist(_ token: Token) -> Abandon? {
        guard depth == 0, let index = continuations[token.range.start], beginsLine() else { return nil }
        let lines = Self.tree(Array(continued[index...]))
        guard let first = lines.first else { return nil }
        problems.report(
            SyntaxProblem.unevenIndent(expected: block.indent, found: first.indent, blank: blank(before: first)),
            at: token.range, fix: lines.flatMap { moved([$0], by: block.indent - $0.indent) })
        cut = token.range.start
        hoisted += lines
        isMended = true
        return Abandon()
    }

    /// Whether a line of the block could begin at this word.
    private func beginsLine() -> Bool {
        if isDefinition { return block.hasDefinitions }
        if let keyword, block.words.contains(keyword) { return true }
        guard block.hasColumns, case .word? = token?.kind, let next = peek(), case .word = next.kind else {
            return false
        }
        return continuations[next.range.start] == nil
    }

    /// Lines one after the other as the tree that their columns give.
    private static func tree(_ lines: [Line]) -> [Line] {
        var roots: [Line] = []
        var open: [Line] = []
        func close(downTo indent: Int) {
            while let last = open.last, last.indent >= indent {
                open.removeLast()
                if open.isEmpty { roots.append(last) } else { open[open.count - 1].children.append(last) }
            }
        }
        for line in lines {
            close(downTo: line.indent)
            open.append(Line(indent: line.indent, range: line.range, children: []))
        }
        close(downTo: -1)
        return roots
    }

    // MARK: The first word of a line

    /// Mends the beginning of a line that is none of its block: a keyword misspelt or grown together with the next
    /// word, a definition without its sign.
    mutating func mendStart(_ known: [Keyword]) {
        guard let token, case .word(let word) = token.kind, !isDefinition else { return }
        if let keyword {
            guard keyword == .score, known.contains(.score), let next = peek() else { return }
            if let sign = equalWord(next) {
                mendEqual(sign, next)
                return reload()
            }
            let equal = Bilingual("“=”", "“=”")
            _ = mend(
                .expected(equal, found: source.text(next.range)), token.range,
                as: "\(source.text(token.range)) =", at: next.range)
        } else if known.contains(.score), let rest = Self.scoreInWords(word) {
            let right = "\(Keyword.score.zh) =" + (rest.isEmpty ? "" : " ") + rest
            _ = mend(.otherWord(word, right: Bilingual(right, "\(Keyword.score.en) = …")), token.range, as: right)
        } else if let meant = Self.everydayStart(word, among: known) {
            _ = mend(.otherWord(word, right: meant.spellings), token.range, as: meant.zh)
        } else if Self.hint(word) != nil {
            return
        } else if let glued = glued(token, among: known) {
            _ = split(glued.problem, token, at: glued.offset)
        } else if let next = peek(), let sign = equalWord(next) {
            mendEqual(sign, next)
        } else {
            _ = mendSpelling(word, token, among: known.flatMap { [$0.zh, $0.en] })
        }
        reload()
    }

    /// Reads a word or a sign behind the first word as an equal sign, with a blank to both sides.
    private mutating func mendEqual(_ sign: String, _ token: Token) {
        let text = (token.spaced ? "" : " ") + "=" + (peek(2)?.spaced ?? true ? "" : " ")
        _ = mend(.otherWord(sign, right: Bilingual("=", "=")), token.range, as: text)
    }

    /// Goes on at the same place with what was mended.
    private mutating func reload() {
        guard isMended else { return }
        isMended = false
        let before = position
        load(mended(tokens), end: endOffset)
        position = before
    }

    /// `得分为30`: what follows where an equal sign is meant.
    private static func scoreInWords(_ word: String) -> String? {
        for verb in ["等于", "为", "是"] where word.hasPrefix(Keyword.score.zh + verb) {
            return String(word.dropFirst(Keyword.score.zh.count + verb.count))
        }
        return nil
    }

    /// `学时 为 …`, `学时：…`
    private func equalWord(_ token: Token) -> String? {
        switch token.kind {
        case .word(let word) where ["为", "等于", "是", "即"].contains(word): word
        case .symbol(.colon): source.text(token.range)
        default: nil
        }
    }
}
