// swift-tools-version: 6.2
import PackageDescription

/// The settings every target builds with: the strictest that the toolchain offers.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    // Accesses that overlap are found in debug builds, by which everything is tested; finding them costs a tenth.
    .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

func target(_ name: String, _ dependencies: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies.map { .init(stringLiteral: $0) }, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [String]) -> Target {
    .testTarget(name: name, dependencies: dependencies.map { .init(stringLiteral: $0) }, swiftSettings: settings)
}

let package = Package(
    name: "ptrules",
    products: [.executable(name: "ptrules", targets: ["ptrules"])],
    targets: [
        // `iconv` is part of libc on Linux, a library beside it on macOS.
        .target(
            name: "Platform", swiftSettings: settings,
            linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]),
        target("Diagnostics"),
        target("Tables"),
        target("RuleSyntax", ["Diagnostics", "Tables"]),
        target("RuleSemantics", ["RuleSyntax", "Tables", "Diagnostics"]),
        target("PlanText", ["RuleSyntax", "Tables", "Diagnostics"]),
        target("RuleEngine", ["RuleSemantics", "RuleSyntax", "Tables", "Diagnostics", "Platform"]),
        // Both are part of the system: prerequisites of the toolchain on Linux, of the SDK on macOS.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        // A header of our own: one instruction that the language has no name for.
        .systemLibrary(name: "CBytes"),
        target("TableFiles", ["Tables", "Diagnostics", "Platform", "CZlib", "CLibXML2", "CBytes"]),
        target(
            "Commands",
            [
                "RuleEngine", "PlanText", "RuleSemantics", "RuleSyntax", "TableFiles", "Tables", "Diagnostics",
                "Platform",
            ]),
        .executableTarget(name: "ptrules", dependencies: ["Commands", "Platform"], swiftSettings: settings),
        tests("TablesTests", ["Tables"]),
        tests("RuleSyntaxTests", ["RuleSyntax", "Tables", "Diagnostics"]),
        tests(
            "CommandsTests",
            [
                "Commands", "RuleEngine", "PlanText", "RuleSemantics", "RuleSyntax", "TableFiles", "Tables",
                "Diagnostics",
                "Platform",
            ]),
    ],
    swiftLanguageModes: [.v6]
)
