import Diagnostics
import RuleSyntax
import Tables

/// 算例: that their tables, columns and bases exist. Their figures are tested by running them.
extension Resolver {
    func checkExamples() {
        var titles: [String: SourceRange] = [:]
        for example in file.inherited { titles[example.title.text] = example.title.range }
        for example in file.examples {
            if titles.updateValue(example.title.range, forKey: example.title.text) != nil {
                report(.duplicate(Bilingual("算例", "example"), example.title.text), example.title.range)
            }
        }
        for example in file.examples {
            if let base = example.base, file.unread.isEmpty {
                if titles[base.text] == nil {
                    report(.exampleBase(base.text), base.range)
                } else if isCircular(example) {
                    report(.exampleCircle(example.title.text), base.range)
                }
            }
            // One with nothing in it has its message already.
            let isEmpty = example.tables.isEmpty && example.constants.isEmpty
            if example.expectations.isEmpty, !isEmpty {
                report(.exampleNoExpectation(example.title.text), example.title.range)
            }
            for constant in example.constants where planByName[constant.name.text] == nil {
                unknown(constant.name.text, constant.name.range, in: planByName.keys) {
                    .exampleUnknown(constant.name.text, nearest: $0)
                }
            }
            for table in example.tables { checkColumns(table, table.name) }
            for expectation in example.expectations { checkColumns(expectation, expectation.name) }
        }
    }

    /// Whether the examples that one goes on from lead back to it.
    private func isCircular(_ example: ExampleDecl) -> Bool {
        let title = example.title.text
        var passed: Set<String> = []
        var next = example.base?.text
        while let base = next, base != title, passed.insert(base).inserted {
            next = (file.examples + file.inherited).first { $0.title.text == base }?.base?.text
        }
        return next == title
    }

    private func checkColumns(_ table: ExampleDecl.Table, _ name: Name) {
        let index: Int
        if name.text.isEmpty {
            guard let assessed = assessments.first?.table else { return }
            index = assessed
        } else if let known = tablesByName[name.text] {
            index = known
        } else {
            guard
                let meant = misspelt(
                    name.text, name.range, in: tablesByName.keys, { .exampleUnknown(name.text, nearest: $0) }),
                let known = tablesByName[meant]
            else { return }
            index = known
        }
        let draft = tables[index]
        for header in table.headers where column(header.text, draft) == nil {
            unknown(header.text, header.range, in: Array(draft.members.keys) + Array(draft.qualified.keys)) {
                .exampleUnknown(header.text, nearest: $0)
            }
        }
    }

    private func column(_ header: String, _ table: TableDraft) -> Int? {
        table.members[header] ?? table.qualified[header]
            ?? table.columns.firstIndex { column in
                if case .done(.stored(let schema), _) = column.state { schema.header == header } else { false }
            }
    }
}
