package import Diagnostics

/// What `explain` says of one code.
package struct MessagePage: Sendable {
    private let problem: any Problem
    private let example: PageExample?
    private let language: Language

    package init(_ problem: any Problem, _ example: PageExample?, _ language: Language) {
        self.problem = problem
        self.example = example
        self.language = language
    }

    package var text: String {
        var text = "\(problem.code)  \(problem.message.text(in: language))\n\n"
        text += "\(weight.text(in: language))\n"
        text += "\(say("为什么：", "why: "))\(problem.reason.text(in: language))\n"
        guard let example else { return text }
        let wrong = example.wrong.split(separator: "\n", omittingEmptySubsequences: false)
        let right = example.right.split(separator: "\n", omittingEmptySubsequences: false)
        var removed = Set<Int>()
        var inserted = Set<Int>()
        for change in right.difference(from: wrong) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        text += heading("例子", "An example", removed) + drawn(wrong, marked: removed)
        if !example.besides.isEmpty {
            let lines = example.besides.split(separator: "\n", omittingEmptySubsequences: false)
            text += say("\n  另有，不用改：\n\n", "\n  Besides, as it is:\n\n") + drawn(lines, marked: [])
        }
        text += say("\n显示：\n\n", "\nThis is shown:\n\n")
        text += drawn(
            example.message.text(in: language).split(separator: "\n", omittingEmptySubsequences: false), marked: [])
        text +=
            problem.severity == .note
            ? heading("不是本意时，写成", "Where it is not meant", inserted) : heading("改正", "Put right", inserted)
        text += drawn(right, marked: inserted)
        return text
    }

    private func heading(_ zh: String, _ en: String, _ marked: Set<Int>) -> String {
        marked.isEmpty
            ? say("\n\(zh)：\n\n", "\n\(en):\n\n") : say("\n\(zh)（看有 > 的行）：\n\n", "\n\(en) (see the lines with >):\n\n")
    }

    private var weight: Bilingual {
        switch problem.severity {
        case .error: Bilingual("错误：改正以后才有结果。", "An error: there is no result until it is mended.")
        case .finding:
            Bilingual(
                "提请注意：不妨碍计算，但应当由学校定下来，写进规则。",
                "A finding: it does not prevent calculating, but the school should settle it and write it down.")
        case .note: Bilingual("提示：看一眼是不是本意，不妨碍计算。", "A note: look whether it is meant; it prevents nothing.")
        }
    }

    private func drawn(_ lines: [Substring], marked: Set<Int>) -> String {
        lines.enumerated().map { index, line in
            let text = (marked.contains(index) ? "  > " : "    ") + line
            return (text.lastIndex { $0 != " " }.map { String(text[...$0]) } ?? "") + "\n"
        }.joined()
    }

    private func say(_ zh: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
        language == .zh ? zh() : en()
    }
}
