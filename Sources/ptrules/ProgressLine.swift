import Platform
import Synchronization

/// One line on standard error that says what is being done, from a second on; nothing where that is no terminal.
///
/// It is gone when anything else is shown, and at the end.
final class ProgressLine: Sendable {
    private struct State {
        var text = ""
        /// A second has passed.
        var isDue = false
        var isShown = false
        var isOver = false
    }

    private let state = Mutex(State())
    private let isTerminal = Platform.isTerminal(error: true)

    /// Begins to count the second.
    func start() {
        guard isTerminal else { return }
        Platform.afterASecond {
            self.state.withLock { state in
                state.isDue = true
                Self.show(&state)
            }
        }
    }

    /// Says what is being done from now on.
    func stage(_ text: String) {
        guard isTerminal else { return }
        state.withLock { state in
            state.text = text
            Self.show(&state)
        }
    }

    /// Makes room for other text.
    func clear() { state.withLock { Self.hide(&$0) } }

    /// Nothing more is shown.
    func end() {
        state.withLock { state in
            state.isOver = true
            Self.hide(&state)
        }
    }

    private static func show(_ state: inout State) {
        guard state.isDue, !state.isOver, !state.text.isEmpty else { return }
        Platform.writeError("\r\u{1B}[K" + state.text)
        state.isShown = true
    }

    private static func hide(_ state: inout State) {
        guard state.isShown else { return }
        Platform.writeError("\r\u{1B}[K")
        state.isShown = false
    }
}
