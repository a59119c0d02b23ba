/// One word, sign or mark of a random sentence, before it is written with blanks.
struct Piece {
    enum Kind: Equatable {
        case keyword
        case name
        case figure
        case label
        case quoted
        case sign
        case raw
        case cell
        /// A name with a bracket directly behind it.
        case function
        case layout(Grammar.LayoutMark)
        /// The line this stands in has lines of its own below it, so that none may continue it.
        case header
        /// Lines from here to its end may stand at any deeper column.
        case rows
    }

    var kind: Kind
    var text: String
}
