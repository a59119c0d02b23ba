import RuleSyntax
import Tables

extension Formula {
    /// What the formula says, as a text: two formulas that stand in one frame and have the same one yield the same.
    var signature: String {
        func all(_ word: String, _ parts: [Formula]) -> String {
            "\(word)(\(parts.map(\.signature).joined(separator: ",")))"
        }
        switch kind {
        case .constant(let value): return value.signature
        case .column(let frame, let column): return "c\(frame).\(column)"
        case .row(let frame): return "r\(frame)"
        case .planValue(let index): return "p\(index)"
        case .field(let inner, let table, let column): return all("f\(table).\(column)", [inner])
        case .find(let table, let keys), .findOrError(let table, let keys): return all("k\(table)", keys)
        case .arithmetic(let kind, let a, let b): return all(kind.rawValue, [a, b])
        case .negate(let a): return all("-", [a])
        case .comparison(let comparison, let a, let b): return all(comparison.rawValue, [a, b])
        case .convert(let a, let map): return all("as\(map)", [a])
        case .inside(let a, let b): return all("inside", [a, b])
        case .has(let a): return all("has", [a])
        case .not(let a): return all("not", [a])
        case .all(let parts): return all("all", parts)
        case .any(let parts): return all("any", parts)
        case .choose(let branches, let last):
            return all("choose", branches.flatMap { [$0.condition, $0.value] } + (last.map { [$0.formula] } ?? []))
        case .otherwise(let a, let b): return all("else", [a, b])
        case .orError(let a): return all("must", [a])
        case .floor(let a, let b): return all("floor", [a, b])
        case .cap(let a, let b): return all("cap", [a, b])
        case .rounded(let a, let places, let mode): return all("round\(places)\(mode)", [a])
        case .span(let a, let b): return all("span", [a, b])
        case .function(let function, let parts): return all(function.rawValue, parts)
        case .aggregate(let aggregate):
            let order = aggregate.ascending.map { $0 ? "<" : ">" }.joined()
            return all(aggregate.function.rawValue + order, aggregate.arguments) + (aggregate.rows?.signature ?? "")
        }
    }
}

extension Value {
    fileprivate var signature: String {
        switch self {
        case .missing: "-"
        case .number(let number): number.description
        case .text(let text): "“\(text)”"
        case .bool(let bool): bool ? "yes" : "no"
        case .date(let date): date.description
        case .month(let month): "m" + month.description
        case .choice(let index): "o\(index)"
        case .row(let row): "row\(row)"
        case .span(let first, let last): "\(first)..\(last)"
        }
    }
}

extension RowsPlan {
    /// Which rows they are before anything is done to them.
    var sourceSignature: String {
        let origin =
            switch source {
            case .all: "all"
            case .population: "population"
            case .related(let home, let path): home.signature + path.map(\.signature).joined()
            case .members(let frame): "members\(frame)"
            }
        return "[\(table) \(origin) \(matches.map { "\($0.column)=\($0.value.signature)" }.joined(separator: ","))]"
    }

    var signature: String { sourceSignature + operations.map(\.signature).joined() }
}

extension Link {
    fileprivate var signature: String {
        switch self {
        case .column(let column): "^\(column)"
        case .derived(let table): "^t\(table)"
        }
    }
}

extension RowsPlan.Operation {
    var signature: String {
        switch self {
        case .filter(let condition): "?\(condition.signature)"
        case .group(let columns): "/" + columns.map(String.init).joined(separator: ",")
        case .pick(let pick):
            "^\(pick.keep)\(pick.highest)\(pick.count.signature)\(pick.rounding.map { "\($0)" } ?? "")\(pick.by.signature)"
        }
    }
}
