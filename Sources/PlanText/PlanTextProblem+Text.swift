package import Diagnostics

extension PlanTextProblem {
    package var code: String {
        switch self {
        case .noClauses: "F330"
        case .uncovered: "F331"
        case .unknownClause: "F332"
        case .numberMissing: "F333"
        case .countDiffers: "F334"
        case .stepDiffers: "F335"
        }
    }

    package var message: Bilingual {
        switch self {
        case .noClauses:
            Bilingual("计划的文本里找不到条款号，没有可以对照的", "the plan's text has no numbered clauses to compare with")
        case .uncovered(let clause, let title):
            Bilingual(
                "计划的“\(titled(clause, title))”没有一行规则依据它，也没有列入“未入规则”",
                "clause “\(titled(clause, title))” of the plan: no rule rests on it, and “unscored” does not list it")
        case .unknownClause(let clause, _):
            Bilingual("计划里没有“\(clause)”这一条", "the plan has no clause “\(clause)”")
        case .numberMissing(let number, let clause, let others):
            if others.isEmpty {
                Bilingual(
                    "计划的“\(clause)”写着“\(number)”，依据它的规则里没有这个数",
                    "clause “\(clause)” of the plan says “\(number)”; the rules that rest on it do not have this number"
                )
            } else {
                Bilingual(
                    "计划的“\(clause)”写着“\(number)”，依据它的规则里没有这个数，却有原文没有的 \(others.joined(separator: "、"))",
                    "clause “\(clause)” of the plan says “\(number)”; the rules that rest on it have \(others.joined(separator: ", ")) instead, which the clause does not have"
                )
            }
        case .countDiffers(let count, let clause, let listed):
            Bilingual(
                "计划的“\(clause)”写着“\(count)”，依据它的规则里列出的是 \(listed) 个",
                "clause “\(clause)” of the plan says “\(count)”; the rules that rest on it list \(listed)")
        case .stepDiffers(let step, let clause):
            Bilingual(
                "计划的“\(clause)”说每一级相差“\(step)”，这一行不是",
                "clause “\(clause)” of the plan says that each step is “\(step)”; in this row it is not")
        }
    }

    private func titled(_ clause: String, _ title: String) -> String {
        title.isEmpty ? clause : "\(clause) \(title)"
    }

    package var help: Bilingual? {
        switch self {
        case .noClauses:
            Bilingual(
                "条款号写在行首，如“一、”“1.”“（1）”“①”“第一条”",
                "the numbers of clauses begin their lines, such as 一、, 1., （1）, ①, 第一条")
        case .uncovered(let clause, _):
            Bilingual(
                "给相应的规则写“依据 \(clause)”；与得分无关的，写进“未入规则 \(clause)  说明 …”",
                "write “clause \(clause)” behind its rules; if it does not touch the scores, “unscored \(clause)  note …”"
            )
        case .unknownClause(_, let nearest?): Bilingual("是不是“\(nearest)”？", "did you mean “\(nearest)”?")
        case .unknownClause: Bilingual("照计划的条款号改正", "write the number as the plan has it")
        case .numberMissing:
            Bilingual(
                "核对原文，改正规则里的数；有意不同的，在这些规则后面写“说明”并写出原文的数",
                "compare and mend the rule; where it differs on purpose, add a note that quotes the plan's number")
        case .countDiffers(let count, _, _):
            Bilingual(
                "核对是不是漏了一个；原文前后不一致的，在“说明”里写明怎样理解“\(count)”",
                "see whether one is missing; if the plan contradicts itself, add a note on how “\(count)” is read")
        case .stepDiffers: Bilingual("核对这一行的每一格", "look at each cell of this row")
        }
    }
}
