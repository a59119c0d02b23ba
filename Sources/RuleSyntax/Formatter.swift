package import Diagnostics

/// Writes a rules file in its canonical layout: 4 blanks a level, columns aligned by display width, half-width signs.
///
/// It moves blanks and changes signs only; every word, text and comment stays, and so does the meaning.
package struct Formatter {
    private let source: SourceFile
    private let lexer: Lexer
    private let keywords: [SourceRange: Keyword]
    private let functions: [SourceRange: Function]
    private let words: [SourceRange: Bilingual]
    /// Raw text that stays as it is, by its start.
    private let verbatim: [Int: SourceRange]
    /// Where 期望 begins a cell, by its start.
    private let expectations: [Int: SourceRange]
    /// Whether the file builds on another: then a first cell may say 新增 or 删去.
    private let isChange: Bool
    /// The language of the keywords; `nil` leaves each as it is.
    private let language: Language?
    private var output: [String] = []
    /// The next physical line that has not been passed.
    private var nextLine = 0

    private init(_ source: SourceFile, _ parser: Parser, _ language: Language?) {
        self.source = source
        lexer = Lexer(source)
        keywords = parser.keywords
        functions = parser.functions
        words = parser.words
        verbatim = Dictionary(parser.verbatim.map { ($0.start, $0) }) { $1 }
        expectations = Dictionary(parser.keywords.filter { $0.value == .expect }.map { ($0.key.start, $0.key) }) { $1 }
        isChange = parser.isChange
        self.language = language
    }

    /// The file's canonical text, or the mistakes for which it cannot be read.
    package static func format(_ source: SourceFile, keywords language: Language? = nil) -> (
        text: String?, problems: [Diagnostic]
    ) {
        var parser = Parser(source)
        guard parser.isReadable() else { return (nil, parser.problems) }
        _ = parser.file(source.parts[0])
        if parser.problems.hasErrors { return (nil, parser.problems) }
        var formatter = Formatter(source, parser, language)
        formatter.block(Layout(source, source.parts[0]).lines, indent: 0)
        formatter.pass(upTo: source.lineStarts.count, indent: 0, original: 0)
        while formatter.output.last?.isEmpty ?? false { formatter.output.removeLast() }
        return (formatter.output.joined(separator: "\n") + "\n", [])
    }

    // MARK: Lines

    /// What stands below a line.
    private enum Below {
        case statements, columns, rows, tables, grades, continued
    }

    private func below(_ line: Line) -> Below {
        let tokens = lexer.tokens(of: line.range)
        if isDefinition(tokens) { return .continued }
        let first = tokens.first.flatMap { keywords[$0.range] }
        let keyword = first == .new ? tokens.dropFirst().first.flatMap { keywords[$0.range] } : first
        switch keyword {
        case .plan, .assess, .section, .each: return .statements
        case .table: return .columns
        case .lookup: return .rows
        case .example: return .tables
        case .grade: return .grades
        default: return .continued
        }
    }

    /// Whether a line says what a name means; behind 计划 and 算例 a title stands, whatever it begins with.
    private func isDefinition(_ tokens: [Token]) -> Bool {
        guard tokens.count > 1, tokens[1].kind == .symbol(.equal) else { return false }
        let first = keywords[tokens[0].range]
        return first != .plan && first != .example
    }

    private mutating func block(_ lines: [Line], indent: Int) {
        let widths = definitionWidths(lines)
        let texts = zip(lines, widths).map { statement($0.range, definitionWidth: $1) }
        let column = tailColumn(texts)
        for (line, text) in zip(lines, texts) {
            emit(line, indent: indent, text: withTail(text, column))
            children(line, indent: indent)
        }
    }

    private mutating func children(_ line: Line, indent: Int) {
        switch below(line) {
        case .statements: block(line.children, indent: indent + 4)
        case .columns: columns(line.children, indent: indent + 4)
        case .rows: rows(line.children, indent: indent + 4)
        case .tables: for table in line.children { exampleTable(table, indent: indent + 4) }
        case .grades: grades(line.children, indent: indent + 4)
        case .continued: continuation(line.children, indent: indent + 4)
        }
    }

    private mutating func continuation(_ lines: [Line], indent: Int) {
        for line in lines {
            emit(line, indent: indent)
            continuation(line.children, indent: indent)
        }
    }

    /// Definitions in a run of lines have their signs at one column: the width of the longest name of the run.
    private func definitionWidths(_ lines: [Line]) -> [Int] {
        var widths = [Int](repeating: 0, count: lines.count)
        var start = 0
        while start < lines.count {
            var end = start
            while end < lines.count, isDefinition(lexer.tokens(of: lines[end].range)),
                end == start
                    || source.lineIndex(at: lines[end].range.start) == source.lineIndex(at: lines[end - 1].range.start)
                        + 1
            { end += 1 }
            let width = lines[start..<end].map { displayWidth(text(lexer.tokens(of: $0.range)[0])) }.max() ?? 0
            for index in start..<end { widths[index] = width }
            start = max(end, start + 1)
        }
        return widths
    }

    /// A statement line with the comments before it and at its end.
    private mutating func emit(_ line: Line, indent: Int, definitionWidth: Int = 0) {
        let text = statement(line.range, definitionWidth: definitionWidth)
        emit(line, indent: indent, text: withTail(text, tailColumn([text])))
    }

    private mutating func emit(_ line: Line, indent: Int, text: String) {
        emit(line, lexer.withoutComment(line.range), indent: indent, text: text)
    }

    /// A row of cells with the comments before it and at its end.
    private mutating func emit(row line: Line, indent: Int, text: String) {
        emit(line, lexer.row(line.range), indent: indent, text: text)
    }

    private mutating func emit(_ line: Line, _ code: SourceRange, indent: Int, text: String) {
        let index = source.lineIndex(at: line.range.start)
        pass(upTo: index, indent: indent, original: line.indent)
        var whole = String(repeating: " ", count: indent) + text
        let comment = source.text(SourceRange(code.end, line.range.end)).trimmedBlanks
        if !comment.isEmpty { whole += "  " + comment }
        output.append(whole)
        nextLine = index + 1
    }

    /// The clauses and notes of a block stand at one column, behind the widest line that is not very wide.
    private func tailColumn(_ texts: [(body: String, tail: String)]) -> Int {
        texts.filter { !$0.tail.isEmpty }.map { displayWidth($0.body) }.filter { $0 <= 56 }.max() ?? 0
    }

    private func withTail(_ text: (body: String, tail: String), _ column: Int) -> String {
        text.tail.isEmpty ? text.body : padded(text.body, to: column) + "    " + text.tail
    }

    /// The blank lines and comments up to a line: of several blank lines one stays.
    private mutating func pass(upTo index: Int, indent: Int, original: Int) {
        while nextLine < index {
            let line = source.text(source.lineRange(nextLine)).trimmedBlanks
            if !line.isEmpty {
                // A comment indented deeper than what follows belongs to what stands above.
                let scalars = Scalars(source.bytes[source.lineRange(nextLine).start..<source.lineRange(nextLine).end])
                let column = scalars.items.prefix { Scalars.isBlank($0.scalar) }.reduce(0) { column, item in
                    item.scalar == "\t" ? column / 4 * 4 + 4 : column + (Scalars.blankWidth(item.scalar) ?? 0)
                }
                let above = output.last { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count } ?? 0
                let depth = column > original && above > indent ? above : indent
                output.append(String(repeating: " ", count: depth) + line)
            } else if !(output.last?.isEmpty ?? true) {
                output.append("")
            }
            nextLine += 1
        }
    }

    // MARK: Tables

    /// Column declarations: the names, then the types, aligned.
    private mutating func columns(_ lines: [Line], indent: Int) {
        let isColumn = lines.map { line -> Bool in
            let tokens = lexer.tokens(of: line.range)
            let first = tokens.first.flatMap { keywords[$0.range] }
            return !isDefinition(tokens) && first != .require && first != .note && first != .clause && first != .remove
        }
        func head(_ line: Line) -> ([Token], [Token]) {
            let tokens = lexer.tokens(of: line.range)
            var count = tokens.first.flatMap { keywords[$0.range] } == .new ? 2 : 1
            if count < tokens.count, case .string = tokens[count].kind { count += 1 }
            return (Array(tokens.prefix(count)), Array(tokens.dropFirst(count)))
        }
        let width = zip(lines, isColumn).filter(\.1).map { displayWidth(joined(head($0.0).0)) }.max() ?? 0
        let definitions = definitionWidths(lines)
        let texts = lines.enumerated().map { index, line -> (body: String, tail: String) in
            guard isColumn[index] else { return statement(line.range, definitionWidth: definitions[index]) }
            let (name, rest) = head(line)
            let (body, tail) = split(rest)
            return (padded(joined(name), to: width) + "  " + body, tail)
        }
        let column = tailColumn(texts)
        for (index, line) in lines.enumerated() {
            emit(line, indent: indent, text: withTail(texts[index], column))
            continuation(line.children, indent: indent + 4)
        }
    }

    /// Rows of a lookup. A first row that is shorter by one is the header of a matrix and begins at the second column.
    private mutating func rows(_ lines: [Line], indent: Int) {
        var all: [(line: Line, cells: [String])] = []
        func collect(_ lines: [Line]) {
            for line in lines {
                all.append((line, lexer.cells(of: line.range).map(cell)))
                collect(line.children)
            }
        }
        collect(lines)
        if let width = all.dropFirst().map(\.cells.count).max(), all[0].cells.count == width - 1, width > 2 {
            all[0].cells.insert("", at: 0)
        }
        let widths = self.widths(all.map(\.cells))
        for (line, cells) in all { emit(row: line, indent: indent, text: aligned(cells, widths)) }
    }

    /// A table of an example: its name and headers, the rows below the headers.
    private mutating func exampleTable(_ line: Line, indent: Int) {
        var all: [(line: Line, cells: [String])] = []
        // The row below 计划 holds formulas.
        let holdsFormulas = lexer.cells(of: line.range).first.map { keywords[$0.range] == .plan } ?? false
        func collect(_ lines: [Line]) {
            for line in lines {
                let cells = lexer.cells(of: line.range)
                all.append((line, cells.map { holdsFormulas ? formula($0) : cell($0) }))
                collect(line.children)
            }
        }
        collect(line.children)
        let header = lexer.cells(of: line.range).map(cell)
        let widths = self.widths([Array(header.dropFirst())] + all.map(\.cells))
        let name = header.first ?? ""
        emit(row: line, indent: indent, text: name + "   " + aligned(Array(header.dropFirst()), widths))
        let margin = indent + displayWidth(name) + 3
        for (line, cells) in all { emit(row: line, indent: margin, text: aligned(cells, widths)) }
    }

    /// The table of grades aligned, its policies as statements.
    private mutating func grades(_ lines: [Line], indent: Int) {
        let policies: Set<Keyword> = [.shares, .ties, .place, .bar, .base, .note, .clause, .remove]
        let isRow = lines.map { line in
            lexer.tokens(of: line.range).first.flatMap { keywords[$0.range] }.map { !policies.contains($0) } ?? true
        }
        let cells = lines.map { line in
            lexer.cells(of: line.range).enumerated().map { index, item in
                index == 0 ? cell(item) : formula(item)
            }
        }
        let widths = self.widths(zip(cells, isRow).filter(\.1).map(\.0))
        for (index, line) in lines.enumerated() {
            if isRow[index] {
                emit(row: line, indent: indent, text: aligned(cells[index], widths))
            } else {
                emit(line, indent: indent)
                continuation(line.children, indent: indent + 4)
            }
        }
    }

    private func widths(_ rows: [[String]]) -> [Int] {
        let count = rows.map(\.count).max() ?? 0
        return (0..<count).map { column in
            rows.filter { column < $0.count }.map { displayWidth($0[column]) }.max() ?? 0
        }
    }

    private func aligned(_ cells: [String], _ widths: [Int]) -> String {
        cells.enumerated().map { index, cell in
            index == cells.count - 1 ? cell : padded(cell, to: widths[index] + 2)
        }.joined()
    }

    /// A cell as it is written, a keyword in it in the chosen language.
    private func cell(_ cell: Cell) -> String {
        let text = source.text(cell.range)
        if let keyword = keywords[cell.range] { return spelled(keyword, text) }
        // `期望 教师`: the keyword is the cell's beginning.
        if let range = expectations[cell.range.start], range.end < cell.range.end {
            return spelled(.expect, source.text(range)) + source.text(SourceRange(range.end, cell.range.end))
        }
        if isChange, !cell.quoted, let blank = text.firstIndex(of: " "),
            let keyword = Keyword(word: String(text[..<blank])), keyword == .new || keyword == .remove
        {
            return spelled(keyword, String(text[..<blank])) + text[blank...]
        }
        return text
    }

    /// A cell that holds a formula; one with a comment in it stays as it is.
    private func formula(_ cell: Cell) -> String {
        lexer.withoutComment(cell.range) == cell.range
            ? joined(lexer.tokens(of: cell.range)) : source.text(cell.range)
    }

    // MARK: Words

    private func statement(_ range: SourceRange, definitionWidth: Int) -> (body: String, tail: String) {
        let tokens = lexer.tokens(of: range)
        guard definitionWidth > 0, tokens.count > 2 else { return split(tokens) }
        let (body, tail) = split(Array(tokens.dropFirst(2)))
        return (padded(text(tokens[0]), to: definitionWidth) + " = " + body, tail)
    }

    /// A line and the clause or note at its end.
    private func split(_ tokens: [Token]) -> (body: String, tail: String) {
        let start = tokens.indices.dropFirst().first {
            keywords[tokens[$0].range] == .clause || keywords[tokens[$0].range] == .note
        }
        guard let start else { return (joined(tokens), "") }
        return (joined(Array(tokens[..<start])), joined(Array(tokens[start...])))
    }

    /// A piece of a line: a token, or raw text that stays as it is.
    private struct Piece {
        var text: String
        var kind: Token.Kind
        var keyword: Keyword?
        /// Whether it is a keyword or a name of a type, a rounding or a unit.
        var isFixed = false
        var isFunction = false
        var spaced: Bool
    }

    private func joined(_ tokens: [Token]) -> String {
        let pieces = pieces(tokens)
        var result = ""
        for (index, piece) in pieces.enumerated() {
            if index > 0 { result += gap(pieces, index) }
            result += piece.text
        }
        return result
    }

    private func pieces(_ tokens: [Token]) -> [Piece] {
        var pieces: [Piece] = []
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            if let raw = verbatim[token.range.start] {
                pieces.append(Piece(text: source.text(raw), kind: .word(""), spaced: token.spaced))
                while index < tokens.count, tokens[index].range.start < raw.end { index += 1 }
                continue
            }
            pieces.append(
                Piece(
                    text: text(token), kind: token.kind, keyword: keywords[token.range],
                    isFixed: keywords[token.range] != nil || words[token.range] != nil,
                    isFunction: functions[token.range] != nil, spaced: token.spaced))
            index += 1
        }
        return pieces
    }

    private func text(_ token: Token) -> String {
        if let keyword = keywords[token.range] { return spelled(keyword, source.text(token.range)) }
        if let word = functions[token.range]?.spellings ?? words[token.range] {
            return language.map(word.text) ?? source.text(token.range)
        }
        switch token.kind {
        case .word(let word): return word
        case .label(let label): return label
        case .symbol(let symbol): return symbol.rawValue
        case .string(let text): return text.contains("\"") ? source.text(token.range) : "\"\(text)\""
        case .number, .date, .month:
            let scalars = Scalars(source.bytes[token.range.start..<token.range.end])
            return scalars.foldedText(0, scalars.items.count)
        case .bad: return source.text(token.range)
        }
    }

    private func spelled(_ keyword: Keyword, _ text: String) -> String {
        language.map { $0 == .zh ? keyword.zh : keyword.en } ?? text
    }

    /// The blanks before a piece.
    private func gap(_ pieces: [Piece], _ index: Int) -> String {
        let left = pieces[index - 1]
        let right = pieces[index]
        if case .symbol(let symbol) = right.kind {
            switch symbol {
            case .comma, .colon, .close, .closeIndex, .dot, .range: return ""
            case .open: return right.spaced || !left.isFunction && left.isFixed ? " " : openGap(left)
            case .openIndex: return ""
            case .minus where isPrefix(pieces, index): return afterGap(left)
            case .pipe, .plus, .minus, .times, .slash, .equal, .unequal, .less, .lessEqual, .greater, .greaterEqual:
                return " "
            }
        }
        if let keyword = right.keyword, index > 0 {
            switch keyword {
            case .clause, .note: return "  "
            case .add, .deduct, .require: return "  "
            case .default, .optional, .judged, .fromHeader, .fromSheet: return "  "
            default: break
            }
        }
        // A list of choices stands apart from its name.
        if index == 2, pieces[0].keyword == .choices { return "  " }
        if left.text == "-", index > 1, isPrefix(pieces, index - 1) { return "" }
        return afterGap(left)
    }

    private func openGap(_ left: Piece) -> String {
        if left.isFunction { return "" }
        return afterGap(left)
    }

    private func afterGap(_ left: Piece) -> String {
        if case .symbol(let symbol) = left.kind {
            switch symbol {
            case .open, .openIndex, .dot, .range: return ""
            default: return " "
            }
        }
        return " "
    }

    /// Whether a minus stands before its number rather than between two.
    private func isPrefix(_ pieces: [Piece], _ index: Int) -> Bool {
        guard case .symbol(.minus) = pieces[index].kind else { return false }
        guard index > 0 else { return true }
        let left = pieces[index - 1]
        if left.isFixed, left.keyword != .yes, left.keyword != .no, left.keyword != .everyone { return true }
        if case .symbol(let symbol) = left.kind { return symbol != .close && symbol != .closeIndex }
        return false
    }
}
