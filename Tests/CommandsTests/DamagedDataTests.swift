import FoundationEssentials
import Testing

/// Bytes changed at random: every file is read or refused, and no run ends in anything but a status.
@Suite struct DamagedDataTests {
    static func mutated(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = bytes
        let signs: [UInt8] = [0x00, 0x0A, 0x0D, 0x22, 0x2C, 0x3B, 0x09, 0x80, 0xFF, 0xFE, 0xEF, 0xB0, 0x30]
        for _ in 0..<Int.random(in: 1...6, using: &dice) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &dice)
            switch Int.random(in: 0..<5, using: &dice) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
            case 1: bytes[place] = signs.randomElement(using: &dice) ?? 0
            case 2: bytes.remove(at: place)
            case 3: bytes.insert(signs.randomElement(using: &dice) ?? 0, at: place)
            default: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &dice)))
            }
        }
        return bytes
    }

    @Test(arguments: [
        "numbers", "dates", "gb18030", "utf16-little", "titles", "tabs", "names", "workbook", "workbook-months",
        "workbook-merged-header",
    ]) func neverStops(_ name: String) throws {
        let folder = TypedCellTests.folder + "/" + name
        let own = Project.names(folder).contains("rules.rules")
        let rules = (own ? folder : TypedCellTests.folder) + "/rules.rules"
        let files = try Project.names(folder + "/data").map { ($0, try Project.bytes(folder + "/data/" + $0)) }
        let temporary = try Project.temporaryFolder()
        defer { Project.remove(temporary) }
        var dice = Dice(state: name.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) })
        for _ in 0..<60 {
            for (file, bytes) in files { try Project.write(Self.mutated(bytes, &dice), temporary + "/" + file) }
            let run = Project.run("eval", rules, "--data", temporary)
            #expect(run.status == 0 || run.status == 1)
        }
    }
}
