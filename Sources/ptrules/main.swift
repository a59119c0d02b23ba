import Commands
import Platform

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#elseif canImport(ucrt)
    import ucrt
#endif

/// The terminal that the program was started from.
struct SystemTerminal: Terminal {
    let hasColor = Platform.isTerminal(error: true) && (Platform.environment("NO_COLOR") ?? "").isEmpty

    func output(_ text: String) { Platform.writeOutput(text) }
    func error(_ text: String) { Platform.writeError(text) }
}

let words = Array(CommandLine.arguments.dropFirst())
let status = Platform.onLargeStack {
    var driver = Driver(SystemTerminal())
    return driver.run(words, prefersChinese: Platform.prefersChinese)
}
exit(status)
