import Diagnostics
import Tables

/// Row sets: `T 同 a 当 c 每 b 取 最高 2 依 e`.
extension Parser {
    /// Where both may stand: rows when 全部 begins them or an operation follows a plain name, else an expression.
    mutating func rowsOrExpression() throws(Abandon) -> Expression {
        let start = here
        if at(.all) {
            let rows = try rows()
            return Expression(.rows(rows), rows.range)
        }
        let before = position
        let value = try expression()
        guard isRowOperation, let source = rowSource(value), position == before + tokenCount(source) else {
            return value
        }
        let rows = try operations(source, start)
        return Expression(.rows(rows), rows.range)
    }

    /// The rows that an expression of names stands for.
    private func rowSource(_ value: Expression) -> RowSet.Source? {
        switch value.kind {
        case .name(let text): .path([Name(text, value.range)])
        case .everyone: .everyone([])
        case .member(let inner, let name):
            switch rowSource(inner) {
            case .path(let names)?: .path(names + [name])
            case .everyone(let names)?: .everyone(names + [name])
            case .all, nil: nil
            }
        default: nil
        }
    }

    /// Names and dots: anything in brackets takes more.
    private func tokenCount(_ source: RowSet.Source) -> Int {
        switch source {
        case .path(let names): names.count * 2 - 1
        case .everyone(let names): names.count * 2 + 1
        case .all(let names): names.count * 2
        }
    }

    var isRowOperation: Bool {
        switch keyword {
        case .when, .same, .per, .take, .drop: true
        default: false
        }
    }

    /// `全部 T`, `全体` or a path, with its operations.
    mutating func rows() throws(Abandon) -> RowSet {
        let start = here
        let source: RowSet.Source
        if eat(.all) {
            source = .all(try path())
        } else if eat(.everyone) {
            source = .everyone(eat(.dot) ? try path() : [])
        } else {
            source = .path(try path())
        }
        return try operations(source, start)
    }

    private mutating func operations(_ source: RowSet.Source, _ start: SourceRange) throws(Abandon) -> RowSet {
        var rows = RowSet(source: source, operations: [], range: start)
        while isRowOperation { rows.operations.append(try operation()) }
        rows.range = range(from: start)
        return rows
    }

    private mutating func operation() throws(Abandon) -> RowSet.Operation {
        let start = here
        if eat(.when) { return .when(try expression()) }
        if eat(.same) { return .same(try names()) }
        if eat(.per) { return .per(try names()) }
        let keep = at(.take)
        _ = eat(keep ? .take : .drop)
        var pick = RowSet.Pick(
            keep: keep, highest: try highestOrLowest(), count: try sum(), rounding: roundingMode(), by: nil,
            range: start)
        if eat(.by) { pick.by = try sum() }
        pick.range = range(from: start)
        return .pick(pick)
    }

    /// 最高 (true) or 最低 after 取 and 去.
    mutating func highestOrLowest() throws(Abandon) -> Bool {
        guard case .word(let word)? = token?.kind, let end = Function(word: word), end == .max || end == .min else {
            throw expected(Bilingual("“最高”或“最低”", "“max” or “min”"), among: ["最高", "最低", "max", "min"])
        }
        functions[here] = end
        position += 1
        return end == .max
    }
}
