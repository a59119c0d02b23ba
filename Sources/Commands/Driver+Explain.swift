import Diagnostics

extension Driver {
    /// `ptrules explain [CODE…]`
    mutating func explain(_ arguments: Arguments) -> Status {
        if arguments.files.isEmpty {
            terminal.output(list)
            return .done
        }
        var status = Status.done
        var pages: [String] = []
        for word in arguments.files {
            let code = halfWidth(word).uppercased()
            if let problem = Catalog.problem(code) {
                pages.append(MessagePage(problem, PageExample.of(code), language).text)
            } else {
                let near = Catalog.near(code)
                terminal.error(
                    say(
                        "没有 \(word) 这个编号。相近的有：\(near.joined(separator: "、"))\n",
                        "There is no code \(word). The nearest are: \(near.joined(separator: ", "))\n"))
                status = .usage
            }
        }
        if status == .usage {
            terminal.error(say("全部编号见：ptrules explain\n", "All codes: ptrules explain\n"))
        } else {
            terminal.output(pages.joined(separator: "\n\n"))
        }
        return status
    }

    /// All codes, a line each.
    private var list: String {
        var text = ""
        var last = ""
        for problem in Catalog.problems {
            let heading = Catalog.heading(problem.code).text(in: language)
            if heading != last { text += (text.isEmpty ? "" : "\n") + heading + "\n\n" }
            last = heading
            text += "  \(problem.code)  \(problem.message.text(in: language))\n"
        }
        return text
    }

    /// A code typed with full-width letters and digits is the same code.
    private func halfWidth(_ word: String) -> String {
        String(
            String.UnicodeScalarView(
                word.unicodeScalars.map { scalar in
                    (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
                }))
    }
}
