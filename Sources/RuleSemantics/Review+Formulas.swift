import RuleSyntax

/// Every formula of the file, and every condition.
extension Resolver {
    /// Calls the body with every formula that stands by itself; `visit` leads to the formulas inside.
    func eachFormula(_ body: (Formula) -> Void) {
        for table in tables {
            for column in table.columns {
                switch column.state {
                case .done(.value(let formula), _), .done(.population(let formula), _): body(formula)
                default: break
                }
            }
            if case .derived(let plan, _) = table.kind { plan.eachFormula(body) }
            for requirement in table.requirements { requirement.eachFormula(body) }
        }
        for plan in planDrafts { if let formula = plan.formula { body(formula) } }
        for assessment in assessments {
            for section in assessment.sections { section.body?.eachFormula(body) }
            for requirement in assessment.requirements { requirement.eachFormula(body) }
            for grade in assessment.grades { grade?.eachFormula(body) }
            for output in assessment.output { body(output.formula) }
        }
        for formulas in gradeValues.values { for formula in formulas { body(formula) } }
    }

    /// Calls the body with every condition on which something depends, each once.
    func eachCondition(_ body: (Formula) -> Void) {
        func inside(_ formula: Formula) {
            formula.visit { part in
                switch part.kind {
                case .choose(let branches, _): for branch in branches { body(branch.condition) }
                case .aggregate(let aggregate):
                    aggregate.rows?.eachFilter(body)
                    for argument in aggregate.arguments where argument.type.kind == .bool { body(argument) }
                default: break
                }
            }
        }
        eachFormula(inside)
        for table in tables {
            if case .derived(let plan, _) = table.kind { plan.eachFilter(body) }
            for requirement in table.requirements { requirement.eachCondition(body) }
        }
        for assessment in assessments {
            for section in assessment.sections { section.body?.eachCondition(body) }
            for requirement in assessment.requirements { requirement.eachCondition(body) }
            for grade in assessment.grades { grade?.eachCondition(body) }
            if let population = assessment.population,
                case .done(.population(let condition), _) = tables[assessment.table].columns[population].state
            {
                body(condition)
            }
        }
    }
}

extension RowsPlan {
    /// The formulas of what is done to the rows.
    func eachFormula(_ body: (Formula) -> Void) {
        if case .related(let home, _) = source { body(home) }
        for match in matches { body(match.value) }
        for operation in operations {
            switch operation {
            case .filter(let condition): body(condition)
            case .group: break
            case .pick(let pick):
                body(pick.count)
                body(pick.by)
            }
        }
    }

    func eachFilter(_ body: (Formula) -> Void) {
        for case .filter(let condition) in operations { body(condition) }
    }
}

extension Requirement {
    func eachFormula(_ body: (Formula) -> Void) {
        body(condition)
        if let when { body(when) }
        rows?.eachFormula(body)
    }

    func eachCondition(_ body: (Formula) -> Void) {
        body(condition)
        if let when { body(when) }
        rows?.eachFilter(body)
    }
}

extension SectionBody {
    func eachFormula(_ body: (Formula) -> Swift.Void) {
        for choice in score {
            body(choice.value)
            if let when = choice.when { body(when) }
        }
        if let start { body(start) }
        for part in parts {
            if let when = part.when { body(when) }
            switch part.kind {
            case .amount(let formula): body(formula)
            case .each(let plan, let inner):
                plan.eachFormula(body)
                inner.eachFormula(body)
            }
        }
        for void in voids { body(void.condition) }
    }

    func eachCondition(_ body: (Formula) -> Swift.Void) {
        for choice in score { if let when = choice.when { body(when) } }
        for part in parts {
            if let when = part.when { body(when) }
            if case .each(let plan, let inner) = part.kind {
                plan.eachFilter(body)
                inner.eachCondition(body)
            }
        }
        for void in voids { body(void.condition) }
    }
}

extension Grade {
    func eachFormula(_ body: (Formula) -> Void) {
        for key in keys + tieKeys { body(key.formula) }
        for formula in per { body(formula) }
        if let when { body(when) }
        for row in rows {
            switch row.share {
            case .ratio(let share), .heads(let share), .atLeastRatio(let share), .atLeastHeads(let share): body(share)
            case .rest, .none: break
            }
            for threshold in row.thresholds { body(threshold.bound) }
        }
        for condition in placements + bars { body(condition.condition) }
    }

    func eachCondition(_ body: (Formula) -> Void) {
        if let when { body(when) }
        for condition in placements + bars { body(condition.condition) }
    }
}
