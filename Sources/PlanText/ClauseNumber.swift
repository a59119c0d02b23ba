import Tables

/// The number of a clause from the outside in: `五、4（3）` is 五, 4, 3.
///
/// Numbers are compared by their values, so that `五、4.（3）` and `五、4(3)` are one clause.
package struct ClauseNumber: Sendable {
    package var steps: [ClauseStep]

    package init(_ steps: [ClauseStep]) {
        self.steps = steps
    }

    package var values: [Int] { steps.map(\.value) }

    /// As people write it: `五、4（3）`, `第三条（二）`.
    package var text: String {
        var text = ""
        for (index, step) in steps.enumerated() {
            let follows = index + 1 < steps.count
            switch step.style {
            case .chapter: text += "第\(ChineseNumeral.text(step.value))章"
            case .section: text += "第\(ChineseNumeral.text(step.value))节"
            case .article: text += "第\(ChineseNumeral.text(step.value))条"
            case .rule: text += "R\(step.value)"
            case .numeral: text += ChineseNumeral.text(step.value) + (follows ? "、" : "")
            case .bracketedNumeral: text += "（\(ChineseNumeral.text(step.value))）"
            case .digits: text += String(step.value) + (follows && steps[index + 1].style == .digits ? "." : "")
            case .bracketedDigits: text += "（\(step.value)）"
            case .halfBracketedDigits: text += "\(step.value)）"
            case .circled:
                let circled = (1...20).contains(step.value) ? Unicode.Scalar(UInt32(0x245F + step.value)) : nil
                text += circled.map { String(Character($0)) } ?? "〇\(step.value)"
            }
        }
        return text
    }
}

/// One step of a clause's number.
package struct ClauseStep: Hashable, Sendable {
    package var style: ClauseStyle
    package var value: Int

    package init(_ style: ClauseStyle, _ value: Int) {
        self.style = style
        self.value = value
    }
}

/// How a step is written; a plan uses each way at one depth.
package enum ClauseStyle: Hashable, Sendable {
    /// 第一章
    case chapter
    /// 第一节
    case section
    /// 第一条
    case article
    /// R1
    case rule
    /// 一、
    case numeral
    /// （一）
    case bracketedNumeral
    /// 1、 or 1.
    case digits
    /// （1）
    case bracketedDigits
    /// 1）
    case halfBracketedDigits
    /// ①
    case circled

    /// Ways whose numbers run through the whole plan, so that a citation may begin with them.
    var runsThrough: Bool { self == .article || self == .rule }
}
