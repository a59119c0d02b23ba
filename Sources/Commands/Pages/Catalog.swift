package import Diagnostics
import PlanText
import RuleEngine
import RuleSemantics
import RuleSyntax
import TableFiles

/// Every message that the program can give.
package enum Catalog {
    /// One of each code, the rules before the data.
    package static let problems: [any Problem] = {
        let all: [any Problem] =
            SyntaxProblem.samples + CheckProblem.samples + PlanProblem.samples + PlanTextProblem.samples
            + DataProblem.samples + FileProblem.samples + WorkbookProblem.samples
        return all.sorted { ($0.code.hasPrefix("D") ? 1 : 0, $0.code) < ($1.code.hasPrefix("D") ? 1 : 0, $1.code) }
    }()

    package static func problem(_ code: String) -> (any Problem)? { problems.first { $0.code == code } }

    /// The known codes most like a mistyped one.
    static func near(_ code: String) -> [String] {
        let number = Int(code.filter(\.isNumber)) ?? 0
        func distance(_ known: String) -> (Int, Int) {
            (editDistance(code, known), abs((Int(known.dropFirst()) ?? 0) - number))
        }
        return problems.map(\.code).sorted { distance($0) < distance($1) }.prefix(3).sorted()
    }

    /// What the codes that begin alike have in common.
    package static func heading(_ code: String) -> Bilingual {
        switch code.prefix(2) {
        case "E1": Bilingual("规则文件里写错的地方", "What is written wrongly in a rules file")
        case "E2": Bilingual("规则文件里前后对不上的地方", "What does not fit together in a rules file")
        case "F3": Bilingual("提请注意：计划没有写明、前后矛盾的地方", "Findings: what the plan leaves open or contradicts")
        case "N1", "N3": Bilingual("提示：看一眼是不是本意", "Notes: look whether it is meant")
        case "D4": Bilingual("数据里的错误", "What is wrong in the data")
        default: Bilingual("文件的错误", "What is wrong with a file")
        }
    }
}
