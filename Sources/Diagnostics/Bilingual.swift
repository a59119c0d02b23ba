/// A text in both languages of the program, equal in content. A message cannot exist in one language only.
package struct Bilingual: Hashable, Sendable {
    package var zh: String
    package var en: String

    package init(_ zh: String, _ en: String) {
        self.zh = zh
        self.en = en
    }

    package func text(in language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }

    /// Whether a word is one of the two spellings.
    package func has(_ word: String) -> Bool { word == zh || word == en }
}

/// The language in which the program speaks to its user.
package enum Language: String, Sendable, CaseIterable {
    case zh, en
}
