import Diagnostics

/// How a cell was typed, where it was read all the same.
package enum Conversion: Hashable, Sendable {
    /// A number that a workbook holds as text.
    case storedAsText
    /// Full-width signs.
    case fullWidth
    /// `1,234`
    case thousands
    /// `3学时`
    case unit
    /// `√`, read as 是.
    case yes
    /// `×`, read as 否.
    case no
    /// A number where a workbook should hold a date.
    case serial
    /// `2026-09-01 08:30`
    case timeOfDay
    /// `9月1日`, with the year that it was given.
    case year(Int)
    /// `2026-09-01` for a month.
    case dateForMonth
    /// `2026年9月1号` and the like.
    case dateForm
    /// A name where the key should stand.
    case name

    /// The order in which a note tells them.
    var rank: Int {
        switch self {
        case .storedAsText: 0
        case .fullWidth: 1
        case .thousands: 2
        case .unit: 3
        case .yes: 4
        case .no: 5
        case .serial: 6
        case .timeOfDay: 7
        case .year(let year): 10_000 + year
        case .dateForMonth: 8
        case .dateForm: 9
        case .name: 10
        }
    }

    func words(_ count: Int) -> Bilingual {
        switch self {
        case .storedAsText: Bilingual("\(count) 个以文本存放的数字已转换", "numbers stored as text were converted (\(count))")
        case .fullWidth: Bilingual("\(count) 格里的全角字符已转换", "full-width signs were converted (\(count))")
        case .thousands: Bilingual("\(count) 个数去掉了千位逗号", "the commas of thousands were left out (\(count))")
        case .unit: Bilingual("\(count) 个数去掉了单位", "the unit was left out (\(count))")
        case .yes: Bilingual("\(count) 格按“是”读", "read as yes (\(count))")
        case .no: Bilingual("\(count) 格按“否”读", "read as no (\(count))")
        case .serial: Bilingual("\(count) 个以数字存放的日期已转换", "dates stored as numbers were converted (\(count))")
        case .timeOfDay: Bilingual("\(count) 个日期去掉了时刻", "the time of day was left out (\(count))")
        case .year(let year):
            Bilingual("\(count) 格没有写年份，按 \(year) 年读", "without a year, read as of \(year) (\(count))")
        case .dateForMonth: Bilingual("\(count) 个月份写成了日期，已转换", "dates were read as their months (\(count))")
        case .dateForm: Bilingual("\(count) 个日期的写法已转换", "other forms of dates were converted (\(count))")
        case .name: Bilingual("\(count) 格写的是姓名，已按姓名找到", "names were found instead of keys (\(count))")
        }
    }
}

/// The cells of a table that were typed otherwise, counted by place and kind, each kind with its first cell.
struct ConversionLog: Sendable {
    struct Entry: Sendable {
        var count: Int
        var row: Int?
        /// The row counted last: each row of a wide sheet is met once for every header.
        var last: Int?
        var cell: String
        var text: String
    }

    private struct Column: Hashable, Sendable {
        var file: String
        var column: Int?
    }

    private var columns: [Column: [Conversion: Entry]] = [:]

    mutating func note(
        _ conversion: Conversion, _ place: DataPlace, cell: @autoclosure () -> String, text: String, count: Int = 1
    ) {
        let column = Column(file: place.file, column: place.column)
        guard let known = columns[column]?[conversion] else {
            columns[column, default: [:]][conversion] = Entry(
                count: count, row: place.row, last: place.row, cell: cell(), text: text)
            return
        }
        if known.last == place.row, place.row != nil { return }
        columns[column]![conversion]!.count += count
        columns[column]![conversion]!.last = place.row
    }

    /// Adds what was noted of other tables, which share no place with these.
    mutating func add(_ other: ConversionLog) { columns.merge(other.columns) { first, _ in first } }

    /// One note for each column.
    func notes() -> [Diagnostic] {
        columns.map { column, entries in
            let examples = entries.sorted { $0.key.rank < $1.key.rank }.map { conversion, entry in
                let cell = (column.column.map(DataPlace.letters) ?? "") + (entry.row.map(String.init) ?? "")
                return Converted(
                    words: conversion.words(entry.count), cell: cell, text: entry.cell, result: entry.text)
            }
            return Diagnostic(
                DataProblem.converted(examples), at: .data(DataPlace(file: column.file, column: column.column)))
        }
    }
}

/// What a note says of one kind of conversion.
package struct Converted: Hashable, Sendable {
    var words: Bilingual
    var cell: String
    var text: String
    var result: String

    var message: Bilingual {
        let text = text.count > 24 ? String(text.prefix(24)) + "…" : text
        return Bilingual(
            "\(words.zh)，如\(cell.isEmpty ? "" : " " + cell)“\(text)”→ \(result)",
            "\(words.en), such as \(cell.isEmpty ? "" : cell + " ")“\(text)” → \(result)")
    }
}
