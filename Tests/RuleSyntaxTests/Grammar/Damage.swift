extension Dice {
    /// One to three words removed, doubled, exchanged or replaced; lines and blocks stay.
    mutating func damage(_ sentence: [Piece]) -> [Piece] {
        func isWord(_ piece: Piece) -> Bool {
            switch piece.kind {
            case .layout, .header, .rows: false
            default: true
            }
        }
        var pieces = sentence
        for _ in 0...below(3) {
            let words = pieces.indices.filter { isWord(pieces[$0]) }
            guard words.count > 2 else { return pieces }
            let place = pick(words)
            switch below(4) {
            case 0: pieces.remove(at: place)
            case 1: pieces.insert(pieces[pick(words)], at: place)
            case 2: pieces.swapAt(place, pick(words))
            default:
                let word = pick(["当", "保底", "主键", "(", ",", "=", "每", "1", "依据", "小数", "得分", "其余", "全体", "若缺", "|"])
                pieces[place] = Piece(kind: .name, text: word)
            }
        }
        return pieces
    }

    mutating func damage(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...below(3) {
            let place = below(bytes.count)
            switch below(4) {
            case 0: bytes.remove(at: place)
            case 1: bytes.insert(UInt8(truncatingIfNeeded: next()), at: place)
            case 2: bytes[place] = pick(Array("\"#()[]|<>=-+.,:\t\n\r 0".utf8))
            default: bytes.removeSubrange(place..<min(bytes.count, place + below(40)))
            }
        }
        return bytes
    }

    /// Characters taken out, put in or moved; the text stays text.
    mutating func damage(_ text: String) -> [UInt8] {
        var scalars = Array(text.unicodeScalars)
        let stock = Array("「」“”\"『#（【】，、：当按每若缺非有本全体=≤–…\u{FEFF}\u{200B}\u{3000}\t\n\r(-.9年%‰Ｏ＝".unicodeScalars)
        for _ in 0...below(6) {
            let place = below(scalars.count)
            switch below(4) {
            case 0: scalars.remove(at: place)
            case 1: scalars.insert(pick(stock), at: place)
            case 2: scalars[place] = pick(stock)
            default:
                let end = min(scalars.count, place + below(60))
                scalars.insert(contentsOf: scalars[place..<end], at: below(scalars.count))
            }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return Array(String(view).utf8)
    }
}
