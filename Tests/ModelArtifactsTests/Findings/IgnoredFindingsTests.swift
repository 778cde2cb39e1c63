import Testing

@testable import ModelArtifacts

@Suite struct IgnoredFindingsTests {
    private static let rule = RuleCatalog.rules[0]

    private static func ignores(_ paths: [ByteString], _ location: Location) -> Bool {
        IgnoredFindings(rule: rule.id, paths: paths.map { Glob($0) }, reason: "r")
            .contains(Finding(rule, "m", at: location))
    }

    @Test func matchesAnyNameOfTheFinding() {
        let location = Location(key: "llm/v1/code/a.pyc", path: "/opt/ml/model/code/a.pyc", member: "./code/a.pyc")
        for path in [
            "code/a.pyc", "code/*", "*.pyc", "/opt/ml/model/code/a.pyc", "/opt/*", "llm/v1/*", "./code/*", "*",
            "code/[a-c].pyc",
        ] {
            #expect(Self.ignores([ByteString(path)], location), "\(path)")
        }
        for path in ["a.pyc", "code", "ml/model/*", "CODE/*", "model/code/*", ""] {
            #expect(!Self.ignores([ByteString(path)], location), "\(path)")
        }
        #expect(Self.ignores(["nothing", "code/*"], location))
    }

    @Test func withoutPathsMatchesEverything() {
        #expect(Self.ignores([], Location()))
        #expect(Self.ignores([], Location(path: "/opt/ml/model/a")))
    }

    @Test func aFindingWithoutANameIsAtNoPath() {
        #expect(!Self.ignores(["*"], Location()))
    }

    @Test func isAboutOneRule() {
        let ignored = IgnoredFindings(rule: Self.rule.id, reason: "r")
        #expect(!ignored.contains(Finding(RuleCatalog.rules[1], "m")))
    }

    @Test func takesNamesAsBytes() {
        let name = ByteString(Array("/opt/ml/model/caf".utf8) + [0xE9])
        #expect(Self.ignores(["caf?"], Location(path: name)))
        #expect(!Self.ignores(["café"], Location(path: name)))
    }
}
