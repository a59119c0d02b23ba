import Diagnostics
import Platform
import RuleSyntax
import TableFiles

extension Driver {
    /// `ptrules fmt FILE…`
    mutating func format(_ arguments: Arguments) -> Status {
        var status = Status.done
        for path in arguments.files {
            guard let bytes = Platform.read(path) else {
                report(FileProblem.notThere(path), else: Platform.exists(path) ? FileProblem.unreadable(path) : nil)
                status = status.and(.environment)
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
            } else if Platform.write([(path, Array(text.utf8))]) != nil {
                report(.notWritable(path))
                status = status.and(.environment)
            } else {
                terminal.output(say("\(path) 已整理\n", "\(path) written\n"))
            }
        }
        return status
    }
}
