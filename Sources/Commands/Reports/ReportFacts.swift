import Diagnostics
import RuleEngine
import RuleSyntax

/// What workbook and page both state about a report besides its figures.
struct ReportFacts {
    struct Section {
        var title: String
        var facts: [Report.Fact]
    }

    let report: Report
    let sources: ReportSources

    private func say(_ zh: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
        report.language == .zh ? zh() : en()
    }

    /// The plan's title with its year.
    var title: String {
        let title = report.title.isEmpty ? say("考核", "assessment") : report.title
        guard let year = report.year else { return title }
        return say("\(title)（\(year) 年度）", "\(title) (\(year))")
    }

    /// Rules, data and policies, under headings.
    var sections: [Section] {
        var sections = [Section(title: say("规则和数据", "rules and data"), facts: files())]
        for assessed in report.assessed {
            let name = assessed.sheet.name
            sections.append(
                Section(title: say("怎样计算：\(name)", "how it is computed: \(name)"), facts: assessed.policies))
        }
        if !report.readings.isEmpty {
            sections.append(
                Section(title: say("对原文的理解", "how the plan was read"), facts: report.readings.map(reading)))
        }
        return sections
    }

    private func files() -> [Report.Fact] {
        var facts: [Report.Fact] = []
        for (index, file) in sources.rules.enumerated() {
            let isBase = index < sources.rules.count - 1
            let name = isBase ? say("沿用的规则文件", "rules it builds on") : say("规则文件", "rules file")
            facts.append(Report.Fact(name, "\(file.name)\nSHA-256 \(file.digest)"))
        }
        for file in sources.data {
            facts.append(Report.Fact(say("数据文件", "data file"), "\(file.name)\nSHA-256 \(file.digest)"))
        }
        let read = report.read.map { "\($0.name) \($0.text)" }.joined(separator: say("，", ", "))
        facts.append(Report.Fact(say("读入", "rows read"), read))
        for assessed in report.assessed {
            let count = assessed.sheet.people.count
            let left =
                assessed.left == 0
                ? "" : say("，另有 \(assessed.left) 行不在考核范围", ", \(assessed.left) rows are not assessed")
            facts.append(
                Report.Fact(say("考核", "assessed"), assessed.sheet.name + say(" \(count) 行", " \(count)") + left))
        }
        facts.append(Report.Fact(say("计算的程序", "computed by"), "ptrules \(programVersion)"))
        return facts
    }

    private func reading(_ note: PlanNote) -> Report.Fact {
        let clause = note.clause.map { say("（\($0)）", " (\($0))") } ?? ""
        let path = note.path.isEmpty ? say("计划", "plan") : note.path.joined(separator: " › ")
        return Report.Fact(path + clause, note.text)
    }
}
