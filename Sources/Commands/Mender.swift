package import Diagnostics
package import RuleSemantics

/// Applies the fixes that messages bring along, as long as each leaves the file with less to say about it.
package struct Mender {
    let path: String
    package private(set) var bytes: [UInt8]
    /// The file as it is now, with those that it builds on, and what is still said of it.
    package private(set) var source: SourceFile
    package private(set) var checked: Checked
    /// How many messages have been mended.
    package private(set) var count = 0
    /// Fixes that did not help, by where and what; they are not tried twice.
    private var refused: Set<[Edit]> = []

    /// So many fixes are tried one by one, fewer in a large file: each costs a check of the whole.
    private var trialLimit: Int { min(100, max(5, 4_000_000 / max(1, bytes.count))) }

    package init(_ path: String, _ bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        (source, checked) = RulesLoader.load(path, bytes)
    }

    /// Applies fixes until none is left that helps.
    package mutating func run() {
        var trials = 0
        while true {
            let fixes = candidates()
            if fixes.isEmpty { return }
            if apply(fixes) { continue }
            guard fixes.count > 1 else {
                refused.insert(fixes[0])
                continue
            }
            var hasHelped = false
            for fix in fixes {
                trials += 1
                if trials > trialLimit { return }
                if apply([fix]) {
                    hasHelped = true
                    // The others speak of the text as it was.
                    break
                }
                refused.insert(fix)
            }
            if !hasHelped { return }
        }
    }

    /// The fixes of the file itself, those of the files that it builds on left out, and none touching another.
    private func candidates() -> [[Edit]] {
        let own = source.parts[source.parts.count - 1].range
        guard source.name == path else { return [] }
        let fixes = checked.diagnostics.map { $0.fix.sorted { $0.range.start < $1.range.start } }.filter { fix in
            !fix.isEmpty && !refused.contains(fix)
                && fix.allSatisfy { $0.range.start >= own.start && $0.range.end <= own.end }
        }
        var taken: [[Edit]] = []
        var seen: Set<Int> = []
        for fix in fixes {
            let offsets = fix.flatMap { Array($0.range.start...$0.range.end) }
            if offsets.contains(where: seen.contains) { continue }
            seen.formUnion(offsets)
            taken.append(fix)
        }
        return taken
    }

    /// Applies fixes if the file is the better for it: fewer errors and findings, and none of a new kind.
    private mutating func apply(_ fixes: [[Edit]]) -> Bool {
        let start = source.parts[source.parts.count - 1].range.start
        var changed = bytes
        for edit in fixes.joined().sorted(by: { $0.range.start > $1.range.start }) {
            changed.replaceSubrange((edit.range.start - start)..<(edit.range.end - start), with: Array(edit.text.utf8))
        }
        let (newSource, newChecked) = RulesLoader.load(path, changed)
        let (before, after) = (Self.weights(checked), Self.weights(newChecked))
        guard after.count < before.count, Set(after).isSubset(of: before) else { return false }
        count += fixes.count
        (bytes, source, checked) = (changed, newSource, newChecked)
        return true
    }

    /// The codes of the errors and findings.
    private static func weights(_ checked: Checked) -> [String] {
        checked.diagnostics.filter { $0.severity != .note }.map(\.code)
    }
}
