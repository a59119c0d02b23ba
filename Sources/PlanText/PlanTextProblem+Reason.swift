package import Diagnostics

extension PlanTextProblem {
    package var reason: Bilingual {
        switch self {
        case .noClauses:
            Bilingual(
                "规则靠条款号与计划对应，没有条款号就对不上",
                "rules and plan meet by the numbers of clauses; without them nothing can be compared")
        case .uncovered:
            Bilingual(
                "每一条要么有规则依据它，要么列入“未入规则”并说明原因；不然分不清是不必写，还是漏写了",
                "a clause has rules or stands in “unscored” with a reason; else nobody can tell whether it was left out by mistake"
            )
        case .unknownClause:
            Bilingual("有人申诉时，要凭这个条款号在计划里找到原文", "whoever appeals must find the words of the plan by this number")
        case .numberMissing, .countDiffers, .stepDiffers:
            Bilingual("规则与计划不一致时，算出的分站不住脚", "scores that differ from the plan do not hold")
        }
    }
}
