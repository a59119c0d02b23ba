import Testing

/// What is said to be going on while a run lasts.
@Suite struct ProgressTests {
    @Test(arguments: ["zh", "en"]) func stages(_ language: String) {
        let data = Project.root + "/rules/示例数据"
        let files = Project.names(data, ending: ".csv")
        let run = Project.run("eval", Project.schoolRules, "--data", data, "--format", "csv", language: language)
        let reading =
            language == "zh"
            ? "正在读入 \(files[0]) 等 \(files.count) 个文件……" : "reading \(files[0]) and \(files.count - 1) more …"
        let rest =
            language == "zh"
            ? ["正在核对数据……", "正在计算……", "正在写结果……"]
            : ["checking the data …", "evaluating …", "writing the result …"]
        #expect(run.stages == [reading] + rest)
        // It is no part of what the program says.
        for stage in run.stages { #expect(!run.output.contains(stage) && !run.error.contains(stage)) }
    }
}
