import Diagnostics

/// `算例 …` with the tables it gives and those it expects.
extension Parser {
    mutating func example(_ line: Line) -> ExampleDecl {
        _ = eat(.example)
        skipColon(behind: .example)
        var example = ExampleDecl(title: raw(upTo: [.use]))
        if eat(.use) {
            skipColon(behind: .use)
            let base = raw()
            if base.text.isEmpty { _ = expected(Bilingual("算例的名称", "the example's title")) }
            example.base = base
        }
        if example.title.text.isEmpty { _ = expected(Bilingual("算例的名称", "the example's title")) }
        if line.children.isEmpty { problems.report(SyntaxProblem.needsBlock(.example), at: example.title.range) }
        forEachLine(of: line, .example) { p, child in p.exampleTable(child, &example) }
        return example
    }

    private mutating func exampleTable(_ line: Line, _ example: inout ExampleDecl) {
        var cells = lexer.cells(of: line.range)
        guard !cells.isEmpty else { return }
        let first = cells.removeFirst()
        if !first.quoted, Keyword(word: first.text) == .plan {
            keywords[first.range] = .plan
            constants(line, first, cells, &example)
            return
        }
        let isExpectation: Bool
        let name: Name
        let words = first.text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
        if let word = words.first, words.count <= 2, Keyword(word: word) == .expect {
            isExpectation = true
            let wordRange = SourceRange(first.range.start, first.range.start + word.utf8.count)
            keywords[wordRange] = .expect
            name =
                words.count == 2
                ? Name(words[1], SourceRange(first.range.end - words[1].utf8.count, first.range.end))
                : Name("", wordRange)
        } else if let word = words.first, words.count == 1, !first.quoted, isMisspeltExpect(word) {
            isExpectation = true
            let problem = SyntaxProblem.misspelt(word, right: Keyword.expect.spellings)
            problems.report(problem, at: first.range, fix: [Edit(first.range, Keyword.expect.zh)])
            name = Name("", first.range)
        } else {
            isExpectation = false
            name = Name(first.text, first.range)
        }
        if let parted = parted(cells, above: line.children) { cells = parted }
        var table = ExampleDecl.Table(name: name, headers: cells, rows: [], range: first.range)
        if cells.isEmpty {
            problems.report(
                SyntaxProblem.expected(
                    Bilingual(
                        "列名",
                        "the names of columns"), found: nil), at: first.range)
        }
        func collect(_ lines: [Line]) {
            for line in lines {
                let row = lexer.cells(of: line.range)
                if row.count == cells.count {
                    table.rows.append(row)
                } else if !row.isEmpty {
                    problems.report(
                        SyntaxProblem.rowLength(expected: cells.count, found: row.count),
                        at: SourceRange(line.range.start, row[row.count - 1].range.end))
                }
                collect(line.children)
            }
        }
        collect(line.children)
        if isExpectation { example.expectations.append(table) } else { example.tables.append(table) }
    }

    /// The names of columns that only one blank parts, if the row below has a cell for each.
    private mutating func parted(_ cells: [Cell], above rows: [Line]) -> [Cell]? {
        guard let row = rows.first.map({ lexer.cells(of: $0.range).count }), row > cells.count else { return nil }
        let names = cells.flatMap { cell -> [Cell] in
            guard !cell.quoted else { return [cell] }
            return cell.text.split(separator: " ").map { word in
                let start = cell.range.start + cell.text[..<word.startIndex].utf8.count
                return Cell(text: String(word), range: SourceRange(start, start + word.utf8.count), quoted: false)
            }
        }
        guard names.count == row, let first = names.first, let last = names.last else { return nil }
        let whole = first.range.union(last.range)
        problems.report(
            SyntaxProblem.rowLength(expected: row, found: cells.count), at: whole,
            fix: [Edit(whole, names.map { source.text($0.range) }.joined(separator: "  "))])
        return names
    }

    private func isMisspeltExpect(_ word: String) -> Bool {
        !tableNames.contains(word) && suggestion(for: word, in: Self.words(.expect))?.isCertain ?? false
    }

    /// Below 计划 and the names of constants stands one row of formulas.
    private mutating func constants(_ line: Line, _ word: Cell, _ names: [Cell], _ example: inout ExampleDecl) {
        guard line.children.count == 1, line.children[0].children.isEmpty, !names.isEmpty else {
            problems.report(SyntaxProblem.constantsRow, at: word.range)
            return
        }
        let cells = lexer.cells(of: line.children[0].range)
        guard cells.count == names.count else {
            problems.report(
                SyntaxProblem.rowLength(expected: names.count, found: cells.count), at: line.children[0].range)
            return
        }
        for (name, cell) in zip(names, cells) {
            begin(cell)
            let value = attempt { p throws(Abandon) in
                let value = try p.expression()
                try p.end()
                return value
            }
            if let value {
                example.constants.append(ValueDecl(name: Name(name.text, name.range), value: value, tail: Tail()))
            }
        }
    }
}
