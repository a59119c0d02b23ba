package import Diagnostics
import RuleSyntax

/// What the check can find in a file that can be read.
package enum CheckProblem: Problem {
    /// Where a name is defined that is not in sight.
    package enum Elsewhere: Sendable {
        case section(String)
        case table(String)
        /// A row set, which only its own section sees.
        case rows(String)
        /// One of the choices of a column.
        case choice(String)
    }

    /// What a wrong kind of value most likely comes from.
    package enum Slip: Sendable {
        /// A comparison where a bound is meant.
        case bound
        /// A number as the answer of a condition that has none.
        case answer
    }

    // Names.
    case unknownName(String, nearest: String?, elsewhere: Elsewhere?)
    case unknownTable(String, nearest: String?, elsewhere: Elsewhere? = nil)
    case unknownType(String, nearest: String?)
    case unknownColumn(String, table: String, nearest: String?)
    case unknownChoice(String, known: [String], nearest: String?)
    case unknownGrade(String, known: [String], nearest: String?)
    case duplicate(Bilingual, String)
    case ambiguous(String, inner: String)
    case ambiguousMember(String, String)
    // Types.
    case wrongKind(found: Bilingual, wanted: Bilingual, slip: Slip? = nil)
    case incomparable(Bilingual, Bilingual)
    case notOrdered(isChoice: Bool)
    case sameBothSides(String)
    case noCommonChoice
    case arguments(String, Bilingual)
    case mayBeMissing(cause: Bilingual, isCondition: Bool)
    case rowsForValue(String, asked: Bool = false)
    case needsRows(String)
    case rangeReversed
    case badDefault(Bilingual)
    // Rows.
    case unrelated(String, home: String)
    case severalPaths(String, columns: [String])
    case notAssessed(String)
    case noSuchMatch(String, table: String)
    case groupOnlyKeys(String)
    case dependsOnOuter
    case pickNeedsRounding
    case pickNeedsBy
    // Tables and lookups.
    case wideNeedsCells(String)
    case originTwice
    case originKind(String)
    case noKey(String)
    case keyCount(table: String, wanted: Int, found: Int)
    case lookupCell(String, Bilingual)
    case lookupRepeated
    case lookupUnreachable
    case lookupWidth(expected: Int, found: Int)
    // Values.
    case circle([String])
    case chainTooLong(Int)
    /// Named row sets that are made of others, put in so often.
    case tooManyRowSets(Int)
    case scoreAndParts
    case scoreNeedsLast
    case floorAboveFull
    case pickWithoutChildren
    case emptySection(String)
    case zeroDivisor
    case noUse(Bilingual, String)
    // Grades.
    case shareRange(String)
    /// A number of persons that is below zero or not whole.
    case headsRange(String)
    case sharesOver(String)
    case sharesUnder(String)
    case shareNotConstant(String)
    case shareNeedsHeads
    case undeclaredTies
    case undeclaredQuotaRounding(sizes: [Int])
    case undeclaredBase
    case undeclaredBar
    case everyoneTaken
    case floorTakesAll(String, below: [String])
    // The plan's arithmetic.
    case undeclaredDecimals
    case maximaDiffer(section: String, declared: String, sum: String)
    case neverMissing
    /// Two choices, the better first in one list and last in the other.
    case ordersDiffer(String, String)
    case ratioWithPoints
    case floorUnsaid(String)
    case everybodysRows(String, column: String)
    case amountOverFull(String, amounts: [String], full: String)
    case outputTwice(String)
    // Examples.
    case exampleBase(String)
    case exampleCircle(String)
    case exampleNoExpectation(String)
    case exampleUnknown(String, nearest: String?)
}
