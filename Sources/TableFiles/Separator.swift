package import Diagnostics

/// What divides the cells of a row.
package enum Separator: CaseIterable, Sendable {
    case comma
    /// Where the comma is the decimal point.
    case semicolon
    /// Text copied out of a spreadsheet.
    case tab

    var byte: UInt8 {
        switch self {
        case .comma: UInt8(ascii: ",")
        case .semicolon: UInt8(ascii: ";")
        case .tab: UInt8(ascii: "\t")
        }
    }

    package var name: Bilingual {
        switch self {
        case .comma: Bilingual("逗号", "commas")
        case .semicolon: Bilingual("分号", "semicolons")
        case .tab: Bilingual("制表符", "tabs")
        }
    }
}
