import FoundationEssentials
import Tables
import Testing

/// The school's plan on data whose results were computed by an independent program.
@Suite struct GoldenTests {
    static let folder = Project.corpus + "/Golden"
    static let sets = Project.names(folder).filter { !$0.contains(".") }

    /// The rows of a CSV file without quotes, by header.
    static func rows(_ text: String) -> [[String: String]] {
        let lines = text.split(separator: "\n").map { line in
            (line.hasPrefix("\u{FEFF}") ? line.dropFirst() : line).split(
                separator: ",", omittingEmptySubsequences: false
            ).map(String.init)
        }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
    }

    static func compare(_ data: String, _ expected: String) throws -> Int {
        let run = Project.run("eval", Project.schoolRules, "--data", data, "--format", "csv")
        #expect(run.status == 0, "\(run.error)")
        let ours = Dictionary(uniqueKeysWithValues: rows(run.output).map { ($0["工号"] ?? "", $0) })
        let theirs = rows(try Project.read(expected))
        #expect(ours.count == theirs.count)
        var compared = 0
        for row in theirs {
            let our = try #require(ours[row["工号"] ?? ""])
            for (header, cell) in row {
                let value = our[header] ?? "(none)"
                let isEqual = value == cell || Number(decimal: value).map { $0 == Number(decimal: cell) } ?? false
                #expect(isEqual, "\(row["工号"] ?? "") \(header): \(value), expected \(cell)")
                compared += 1
            }
        }
        return compared
    }

    @Test(arguments: sets) func equalsTheIndependentResult(_ name: String) throws {
        let folder = Self.folder + "/" + name
        #expect(try Self.compare(folder + "/data", folder + "/expected.csv") > 700)
    }

    @Test func sampleSchool() throws {
        #expect(try Self.compare(Project.root + "/rules/示例数据", Self.folder + "/示例数据.csv") == 68 * 13)
    }

    /// The order of the rows in the files decides nothing.
    @Test(arguments: ["seed-2", "sizes-ties"], [1, 2, 3]) func shuffled(_ name: String, _ seed: Int) throws {
        let folder = Self.folder + "/" + name + "/data"
        let temporary = try Project.temporaryFolder()
        defer { Project.remove(temporary) }
        var dice = Dice(state: UInt64(seed))
        for file in Project.names(folder) {
            var lines = try Project.read(folder + "/" + file).split(separator: "\n")
            let header = lines.removeFirst()
            lines.shuffle(using: &dice)
            try Project.write(([header] + lines).joined(separator: "\n") + "\n", temporary + "/" + file)
        }
        for format in ["csv", "md", "table"] {
            let straight = Project.run("eval", Project.schoolRules, "--data", folder, "--format", format)
            let mixed = Project.run("eval", Project.schoolRules, "--data", temporary, "--format", format)
            #expect(straight.status == 0)
            #expect(straight.output == mixed.output)
        }
    }
}
