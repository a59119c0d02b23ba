package import Diagnostics

/// How a message comes about: a file or data that give it, the message, and the same put right.
package struct PageExample: Sendable {
    package var wrong: String
    package var right: String
    /// What else belongs to it and stays as it is; empty where nothing does.
    package var besides: String
    package var message: Bilingual

    package init(wrong: String, right: String, besides: String = "", zh: String, en: String) {
        self.wrong = wrong
        self.right = right
        self.besides = besides
        message = Bilingual(zh, en)
    }
}
