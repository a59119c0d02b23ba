import Diagnostics
import RuleSyntax

/// A line or block of the rules with the clauses that it rests on, and the numbers that it brings into play.
struct CitedLine {
    /// The texts behind 依据.
    var citations: [Name]
    var notes: [String]
    var range: SourceRange
    /// Where its numbers and names stand.
    var parts: [SourceRange] = []
    /// How many grades, choices, cases or rows it lists.
    var levels: [Int] = []
    /// How many sections stand in it.
    var sections: [Int] = []
    var lookup: LookupSteps?
}
