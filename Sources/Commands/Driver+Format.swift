import Diagnostics
import Platform
import RuleSemantics
import RuleSyntax
import TableFiles

extension Driver {
    /// `ptrules fmt FILE…`: where one of the files cannot be brought into order, none is changed.
    mutating func format(_ arguments: Arguments) -> Status {
        var status = Status.done
        var changed: [(path: String, bytes: [UInt8])] = []
        for path in arguments.files {
            guard let bytes = content(path) else {
                status = status.and(.environment)
                continue
            }
            if arguments.flatten {
                status = status.and(flatten(path, bytes, arguments))
                continue
            }
            if let problem = RulesLoader.otherEncoding(bytes) {
                show([problem], SourceFile(name: path, bytes: []))
                status = status.and(.wrong)
                continue
            }
            let source = SourceFile(name: path, bytes: bytes)
            let (text, problems) = Formatter.format(source, keywords: arguments.keywords)
            guard let text else {
                show(problems.sortedByPlace(), source)
                status = status.and(.wrong)
                continue
            }
            if Array(text.utf8) == bytes { continue }
            if arguments.checkOnly {
                terminal.output(say("\(path) 需要整理\n", "\(path) would change\n"))
                status = status.and(.wrong)
            } else {
                changed.append((path, Array(text.utf8)))
            }
        }
        guard status == .done else { return status }
        if let failed = Platform.write(changed) {
            report(.notWritable(failed))
            return .environment
        }
        for (path, _) in changed { terminal.output(say("\(path) 已整理\n", "\(path) written\n")) }
        return .done
    }

    /// The whole that a file and those it builds on make, to standard output.
    private mutating func flatten(_ path: String, _ bytes: [UInt8], _ arguments: Arguments) -> Status {
        let (source, checked) = RulesLoader.load(path, bytes)
        guard checked.program != nil, let text = Flattener.flatten(source, keywords: arguments.keywords) else {
            show(checked.diagnostics.filter { $0.severity == .error }, source)
            return .wrong
        }
        terminal.output(text)
        return .done
    }
}
