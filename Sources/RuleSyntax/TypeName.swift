package import Diagnostics
package import Tables

/// The names of the types that a column may have beside choices and references. They mean this only where a column's
/// type stands.
package enum TypeName: String, CaseIterable, Sendable {
    case text = "文本"
    case number = "数"
    case integer = "整数"
    case ratio = "比例"
    case date = "日期"
    case month = "月份"
    case yesno = "是否"

    package var spellings: Bilingual {
        switch self {
        case .text: Bilingual(rawValue, "text")
        case .number: Bilingual(rawValue, "number")
        case .integer: Bilingual(rawValue, "integer")
        case .ratio: Bilingual(rawValue, "ratio")
        case .date: Bilingual(rawValue, "date")
        case .month: Bilingual(rawValue, "month")
        case .yesno: Bilingual(rawValue, "yesno")
        }
    }

    package init?(word: String) {
        guard let name = Self.allCases.first(where: { $0.spellings.has(word) }) else { return nil }
        self = name
    }
}

/// The ways of rounding, as they are written after 小数, 份额取整 and 取.
package enum RoundingName: String, CaseIterable, Sendable {
    case halfUp = "四舍五入"
    case halfEven = "五成双"
    case up = "进一"
    case down = "去尾"

    package var spellings: Bilingual {
        switch self {
        case .halfUp: Bilingual(rawValue, "halfup")
        case .halfEven: Bilingual(rawValue, "halfeven")
        case .up: Bilingual(rawValue, "up")
        case .down: Bilingual(rawValue, "down")
        }
    }

    package var mode: RoundingMode {
        switch self {
        case .halfUp: .halfUp
        case .halfEven: .halfEven
        case .up: .up
        case .down: .down
        }
    }

    package init?(word: String) {
        guard let name = Self.allCases.first(where: { $0.spellings.has(word) }) else { return nil }
        self = name
    }

    /// The name of a mode that rules can ask for.
    package init(_ mode: RoundingMode) {
        switch mode {
        case .halfUp: self = .halfUp
        case .halfEven: self = .halfEven
        case .up, .ceiling: self = .up
        case .down, .floor: self = .down
        }
    }
}

/// The units that mean something after a number.
package enum Unit: CaseIterable, Sendable {
    /// `3 人`: a head-count in place of a share.
    case persons
    /// `5 项`: how many sections the plan speaks of.
    case items
    /// `4 档`: how many grades the plan speaks of.
    case levels

    package var spellings: Bilingual {
        switch self {
        case .persons: Bilingual("人", "persons")
        case .items: Bilingual("项", "items")
        case .levels: Bilingual("档", "levels")
        }
    }
}
