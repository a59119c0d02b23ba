package import Diagnostics

/// What the check of one rules file came to.
package struct Review: Sendable {
    package var path: String
    /// The rules, those that they build on, and the plan's text if there is one.
    package var source: SourceFile
    package var diagnostics: [Diagnostic]
    /// Where the files of the data lie, by the names that messages give them.
    package var dataPaths: [String: String]
    /// How many messages `--fix` has mended.
    package var mended = 0

    package init(path: String, source: SourceFile, diagnostics: [Diagnostic], dataPaths: [String: String] = [:]) {
        self.path = path
        self.source = source
        self.diagnostics = diagnostics
        self.dataPaths = dataPaths
    }
}
