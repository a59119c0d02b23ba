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

    let progress = ProgressLine()
    /// Whether some of the output could not be written.
    private(set) var hasFailed = false

    mutating func output(_ text: String) {
        progress.clear()
        if !Platform.writeOutput(text) { hasFailed = true }
    }

    func error(_ text: String) {
        progress.clear()
        Platform.writeError(text)
    }

    func stage(_ text: String) { progress.stage(text) }
}

Platform.keepMemory()
let words = Array(CommandLine.arguments.dropFirst())
let status = Platform.onLargeStack {
    let terminal = SystemTerminal()
    terminal.progress.start()
    var driver = Driver(terminal)
    let status = driver.run(words, prefersChinese: Platform.prefersChinese)
    terminal.progress.end()
    return status
}
exit(status)
