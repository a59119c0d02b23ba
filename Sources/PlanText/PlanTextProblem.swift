package import Diagnostics

/// What a comparison of the rules with the plan's own text can find.
package enum PlanTextProblem: Problem {
    /// The text has no numbered clauses.
    case noClauses
    /// A clause that no line rests on.
    case uncovered(String, title: String)
    case unknownClause(String, nearest: String?)
    /// A number of a clause that the lines resting on it do not hold; they hold others that the clause does not.
    case numberMissing(String, clause: String, others: [String])
    /// `四个档次`, and so many are listed.
    case countDiffers(String, clause: String, listed: Int)
    /// `每降低一个奖次减0.5分`, and a row that goes by another step.
    case stepDiffers(String, clause: String)

    package var severity: Severity { .finding }
}
