import Diagnostics
import RuleSyntax
import Tables

/// Values that may be missing: where they come from, and what the file says of them.
extension Resolver {
    func otherwise(
        _ inner: Expression, _ fallback: Expression, _ scope: Scope, _ expecting: ValueType.Kind?, _ range: SourceRange
    ) -> Formula {
        let value = tolerant(resolve(inner, scope, expecting: expecting))
        let other = resolve(fallback, scope, expecting: value.type.kind)
        if value.type.isUnknown || other.type.isUnknown { return unknown(range) }
        guard other.type.kind == value.type.kind else {
            let slip: CheckProblem.Slip? = value.type.kind == .bool && other.type.kind == .number ? .answer : nil
            report(
                .wrongKind(found: describe(other.type), wanted: describe(value.type), slip: slip), fallback.range)
            return unknown(range)
        }
        if !value.type.optional {
            let useless = SourceRange(inner.range.end, fallback.range.end)
            report(.neverMissing, range, fix: [Edit(useless, "")])
        }
        return Formula(.otherwise(value, other), value.type.joined(other.type).optional(other.type.optional), range)
    }

    /// Under 若缺 a row that is not there is no error.
    func tolerant(_ formula: Formula) -> Formula {
        var result = formula
        switch formula.kind {
        case .findOrError(let table, let keys):
            result.kind = .find(table: table, keys: keys)
            result.type.optional = true
        case .field(let inner, let table, let column):
            let row = tolerant(inner)
            result.kind = .field(row, table: table, column: column)
            result.type.optional = formula.type.optional || row.type.optional
        case .arithmetic(let kind, let left, let right):
            let (a, b) = (tolerant(left), tolerant(right))
            result.kind = .arithmetic(kind, a, b)
            result.type.optional = formula.type.optional || a.type.optional || b.type.optional
        case .negate(let inner):
            let value = tolerant(inner)
            result.kind = .negate(value)
            result.type.optional = formula.type.optional || value.type.optional
        case .comparison(let kind, let left, let right):
            let (a, b) = (tolerant(left), tolerant(right))
            result.kind = .comparison(kind, a, b)
            result.type.optional = formula.type.optional || a.type.optional || b.type.optional
        case .floor(let inner, let bound):
            let value = tolerant(inner)
            result.kind = .floor(value, bound)
            result.type.optional = formula.type.optional || value.type.optional
        case .cap(let inner, let bound):
            let value = tolerant(inner)
            result.kind = .cap(value, bound)
            result.type.optional = formula.type.optional || value.type.optional
        case .rounded(let inner, let places, let mode):
            let value = tolerant(inner)
            result.kind = .rounded(value, places, mode)
            result.type.optional = formula.type.optional || value.type.optional
        case .not(let inner):
            let value = tolerant(inner)
            result.kind = .not(value)
            result.type.optional = formula.type.optional || value.type.optional
        case .all(let parts):
            let values = parts.map(tolerant)
            result.kind = .all(values)
            result.type.optional = formula.type.optional || values.contains { $0.type.optional }
        case .any(let parts):
            let values = parts.map(tolerant)
            result.kind = .any(values)
            result.type.optional = formula.type.optional || values.contains { $0.type.optional }
        case .convert(let inner, let map):
            let value = tolerant(inner)
            result.kind = .convert(value, map)
            result.type.optional = formula.type.optional || value.type.optional
        case .choose(let branches, let last):
            // An answer that is found to be missing decides no case.
            let conditions = branches.map { tolerant($0.condition) }
            let values = branches.map { tolerant($0.value) }
            let rest = last.map { tolerant($0.formula) }
            result.kind = .choose(
                zip(conditions, values).map { Formula.Branch(condition: $0, value: $1) },
                rest.map { Formula.Box(formula: $0) })
            result.type.optional =
                formula.type.optional || (conditions + values + (rest.map { [$0] } ?? [])).contains { $0.type.optional }
        case .function(let function, let arguments):
            let values = arguments.map(tolerant)
            result.kind = .function(function, values)
            result.type.optional = formula.type.optional || values.contains { $0.type.optional }
        case .inside(let date, let span):
            let (a, b) = (tolerant(date), tolerant(span))
            result.kind = .inside(a, b)
            result.type.optional = formula.type.optional || a.type.optional || b.type.optional
        case .span(let first, let last):
            let (a, b) = (tolerant(first), tolerant(last))
            result.kind = .span(a, b)
            result.type.optional = formula.type.optional || a.type.optional || b.type.optional
        case .aggregate(var aggregate) where aggregate.mayBeOutside:
            aggregate.isTolerant = true
            result.kind = .aggregate(aggregate)
            result.type.optional = true
        case .constant, .column, .row, .planValue, .find, .has, .otherwise, .orError, .aggregate: break
        }
        return result
    }

    /// The formula where a value must be there; else a message that says why it may be missing.
    @discardableResult
    func present(_ formula: Formula) -> Formula {
        if formula.type.optional, !formula.type.isUnknown {
            report(.mayBeMissing(cause: cause(formula), isCondition: formula.type.kind == .bool), formula.range)
            return Formula(formula.kind, formula.type.optional(false), formula.range)
        }
        return formula
    }

    func requirePresent(_ formula: Formula) { present(formula) }

    /// Why a formula may have no value, from its first part that may have none.
    func cause(_ formula: Formula) -> Bilingual {
        var found: Bilingual?
        formula.visit { part in
            guard found == nil, part.type.optional else { return }
            let words = text(part.range)
            switch part.kind {
            case .arithmetic(.over, let left, let right) where !left.type.optional && !right.type.optional:
                let divisor = text(right.range)
                found = Bilingual("除数“\(divisor)”可能为 0", "the divisor “\(divisor)” may be 0")
            case .aggregate(let aggregate) where !aggregate.arguments.contains(where: { $0.type.optional }):
                found = Bilingual("“\(words)”可能一条记录也没有", "“\(words)” may run over no record at all")
            case .column(_, let column):
                _ = column
                found = Bilingual("“\(words)”可能是空的", "“\(words)” may be empty")
            case .field(let inner, _, _) where !inner.type.optional:
                found = Bilingual("“\(words)”可能是空的", "“\(words)” may be empty")
            case .find, .findOrError:
                found = Bilingual("“\(words)”可能查不到", "“\(words)” may find no row")
            case .choose(let branches, nil) where branches.allSatisfy { !$0.value.type.optional }:
                found = Bilingual("“\(words)”没有列出所有情况", "“\(words)” does not list every case")
            default: break
            }
        }
        return found ?? Bilingual("“\(text(formula.range))”可能没有值", "“\(text(formula.range))” may have no value")
    }

    /// A type in the plan's words.
    func describe(_ type: ValueType) -> Bilingual {
        switch type.kind {
        case .number: Bilingual("数", "a number")
        case .text: Bilingual("文本", "a text")
        case .bool: Bilingual("是否", "yes or no")
        case .date: Bilingual("日期", "a date")
        case .month: Bilingual("月份", "a month")
        case .choice(let list):
            if let name = choices[list].name {
                Bilingual("选项“\(name)”", "a choice of “\(name)”")
            } else {
                Bilingual(
                    "选项（\(choices[list].labels.prefix(4).joined(separator: "、"))）",
                    "a choice (\(choices[list].labels.prefix(4).joined(separator: ", ")))")
            }
        case .row(let table): Bilingual("“\(tables[table].name.text)”的一行", "a row of “\(tables[table].name.text)”")
        case .span: Bilingual("一段日期", "a span of dates")
        case .unknown: Bilingual("未知", "unknown")
        }
    }
}
