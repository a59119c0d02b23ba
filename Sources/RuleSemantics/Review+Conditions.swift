import Diagnostics
import RuleSyntax
import Tables

/// Conditions that decide nothing, and bounds that never or always take effect.
extension Resolver {
    func reviewConditions() {
        eachCondition { review(condition: $0) }
    }

    /// A condition that is constant as a whole is named as a whole, else its parts are looked at.
    private func review(condition: Formula) {
        guard condition.readsRows else { return }
        if let truth = truth(condition) {
            // The cases of 按 are looked at together.
            if !condition.type.optional || !truth {
                let text = text(condition.range)
                report(truth ? .conditionAlways(text) : .conditionNever(text), condition.range)
            }
            return
        }
        switch condition.kind {
        case .all(let parts), .any(let parts):
            // `x 在 a..b` is one test, though it has two parts.
            if Set(parts.map(\.range)).count == parts.count { for part in parts { review(condition: part) } }
        case .not(let inner), .orError(let inner): review(condition: inner)
        default: break
        }
    }

    func report(_ problem: PlanProblem, _ range: SourceRange, _ labels: [DiagnosticLabel] = []) {
        problems.report(problem, at: range, labels: labels)
    }

    /// Days from one to another, both constants: none because they run backwards, or with a day off that is not named.
    func reviewSpans() {
        var told = Set<SourceRange>()
        let plan = file.plans.first
        let calendar = WorkingCalendar(holidays: plan?.holidays ?? [], workdays: plan?.workdays ?? [])
        func review(_ first: Formula, _ last: Formula) {
            let range = first.range.union(last.range)
            guard let low = day(first), let high = day(last), high < low, told.insert(range).inserted else { return }
            report(.noDay(text(range)), range)
        }
        eachFormula { formula in
            formula.visit { part in
                switch part.kind {
                case .span(let first, let last): review(first, last)
                case .function(.workdays, let days) where days.count == 2:
                    if let first = day(days[0]), let last = day(days[1]), told.insert(part.range).inserted,
                        let holiday = calendar.missingHoliday(from: CalendarDate(day: first.day + 1), to: last)
                    {
                        report(.holidayMissing(text(part.range), day: holiday.description), part.range)
                    }
                case .all(let parts) where parts.count == 2 && parts[0].range == parts[1].range:
                    guard case .comparison(.greaterEqual, _, let first) = parts[0].kind,
                        case .comparison(.lessEqual, _, let last) = parts[1].kind
                    else { return }
                    review(first, last)
                default: break
                }
            }
        }
    }

    /// A constant day.
    private func day(_ formula: Formula) -> CalendarDate? {
        switch formula.kind {
        case .constant(.date(let date)): date
        case .planValue(let index): planDrafts[index].formula.flatMap(day)
        case .arithmetic(let sign, let date, let days):
            if let date = day(date), case .constant(.number(let number)) = days.kind, let count = number.toInt(),
                abs(count) < 4000, sign == .plus || sign == .minus
            {
                CalendarDate(day: date.day + Int32(sign == .plus ? count : -count))
            } else {
                nil
            }
        default: nil
        }
    }

    // MARK: 保底, 封顶

    func reviewClamps() {
        eachFormula { formula in
            formula.visit { part in
                switch part.kind {
                case .cap(let value, let limit): reviewClamp(value, limit, isCap: true)
                case .floor(let value, let limit): reviewClamp(value, limit, isCap: false)
                default: break
                }
            }
        }
    }

    private func reviewClamp(_ value: Formula, _ limit: Formula, isCap: Bool) {
        guard value.readsRows, value.type.kind == .number, limit.type.kind == .number else { return }
        let (inner, bound) = (value.type.interval, limit.type.interval)
        let word = text(limit.range)
        if isCap {
            if let high = inner.high, let low = bound.low, high <= low {
                report(.clampNever(isCap: true, word, reach: high.description), limit.range)
            } else if let low = inner.low, let high = bound.high, low >= high {
                report(.clampAlways(isCap: true, word), limit.range)
            }
        } else if let low = inner.low, let high = bound.high, low >= high {
            report(.clampNever(isCap: false, word, reach: low.description), limit.range)
        } else if let high = inner.high, let low = bound.low, high <= low {
            report(.clampAlways(isCap: false, word), limit.range)
        }
    }
}
