import Diagnostics
import RuleSyntax
import Tables

/// How many sections and grades the plan announces, and where the rounding of shares decides.
extension Resolver {
    func reviewCounts(_ assessment: AssessmentDraft) {
        for section in assessment.sections {
            guard let declared = section.decl.declared, declared.count != section.children.count else { continue }
            report(
                .countDiffers(
                    Bilingual("项", "items"), declared: declared.count, listed: section.children.count),
                declared.range,
                section.children.map { label($0.name.range, "“\($0.name.text)”", "“\($0.name.text)”") })
        }
        for grade in assessment.gradeDecls {
            guard let declared = grade.declared, declared.count != grade.rows.count else { continue }
            report(
                .countDiffers(Bilingual("档", "grades"), declared: declared.count, listed: grade.rows.count),
                declared.range,
                grade.rows.map { label($0.label.range, "“\($0.label.text)”", "“\($0.label.text)”") })
        }
    }

    /// The sizes of groups, up to 60, for which the shares come to different heads by different ways of rounding.
    func sizesWhereRoundingDecides(_ rows: [Grade.Row]) -> [Int] {
        let shares = rows.map { row -> Number? in
            guard case .ratio(let formula) = row.share, let low = formula.type.interval.low,
                low == formula.type.interval.high
            else { return nil }
            return low
        }
        guard shares.contains(where: { $0 != nil }) else { return [] }
        return (1...60).filter { size in
            let outcomes = [RoundingMode.halfUp, .up, .down].map { mode in
                shares.map { share -> Int? in
                    share.flatMap { ($0 * Number(size)).rounded(toPlaces: 0, mode).toInt() }
                }
            }
            return Set(outcomes).count > 1
        }
    }
}
