import Platform
import Testing

/// What is said to be going on while a run lasts.
@Suite struct ProgressTests {
    /// Files as programs write them are checked as they are read; of others it is a step of its own.
    @Test(arguments: ["zh", "en"], [false, true]) func stages(_ language: String, isCareful: Bool) throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let sample = Project.root + "/rules/示例数据"
        let files = Project.names(sample, ending: ".csv")
        let data = folder + "/data"
        #expect(Platform.makeFolder(data))
        for name in files {
            // Lines that end in CR alone need care.
            let bytes = try Project.bytes(sample + "/" + name).map { isCareful && $0 == 0x0A ? 0x0D : $0 }
            #expect(Platform.write([(data + "/" + name, bytes)]) == nil)
        }
        let run = Project.run("eval", Project.schoolRules, "--data", data, "--format", "csv", language: language)
        let reading =
            language == "zh"
            ? "正在读入 \(files[0]) 等 \(files.count) 个文件……" : "reading \(files[0]) and \(files.count - 1) more …"
        let rest =
            language == "zh"
            ? ["正在核对数据……", "正在计算……", "正在写结果……"]
            : ["checking the data …", "evaluating …", "writing the result …"]
        let read = isCareful ? [reading, reading] : [reading]
        #expect(run.stages == read + (isCareful ? rest : Array(rest.dropFirst())))
        // It is no part of what the program says.
        for stage in run.stages { #expect(!run.output.contains(stage) && !run.error.contains(stage)) }
    }
}
