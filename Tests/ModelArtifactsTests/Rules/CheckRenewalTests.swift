import Testing

@testable import ModelArtifacts

/// The checks of one model of a listing serve the next one, so they must forget what they have seen.
@Suite struct CheckRenewalTests {
    /// What a check keeps, in words.
    private func state(of check: AnyObject) -> String {
        var text = ""
        dump(check, to: &text)
        return text
    }

    @Test func checksForgetWhatTheyHaveSeen() throws {
        var fresh: [String: String] = [:]
        var keeping: Set<String> = []
        for kind in RuleCatalog.checks {
            let check: AnyObject = kind.init()
            fresh["\(kind)"] = state(of: check)
            if !Mirror(reflecting: check).children.isEmpty { keeping.insert("\(kind)") }
        }
        var kept: Set<String> = []
        for ruleCase in RuleCase.all {
            let runner = ruleCase.artifact.inspect(FindingCollector())
            for index in runner.checks.indices {
                let check: AnyObject = runner.checks[index]
                let kind = "\(Mirror(reflecting: check).subjectType)"
                if state(of: check) != fresh[kind] { kept.insert(kind) }
                runner.checks[index].begin()
                #expect(state(of: check) == fresh[kind], "\(kind) remembers a case of \(ruleCase.rule)")
            }
        }
        // Those of directories forget them when they leave.
        #expect(kept == keeping.subtracting(["DevelopmentLeftover", "DVCPointer"]))
    }

    @Test func filesOfWeightsForgetThem() {
        let files = WeightFiles(hasContents: false)
        let fresh = "\(Mirror(reflecting: files).children.map { "\($0)" })"
        // A model without any is followed by one with some.
        #expect(files.sortedFolders.isEmpty)
        files.begin()
        for path in ["a/model-00001-of-00002.safetensors", "model.safetensors.index.json", "model (1).safetensors"] {
            let bytes = Array(path.utf8)
            let name = (bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
            files.visitFile(bytes.span, name: name, LayoutFile(.file, size: 1))
            files.remember(bytes.span, 1)
        }
        #expect(files.sortedFolders.count == 2)
        files.begin()
        #expect("\(Mirror(reflecting: files).children.map { "\($0)" })" == fresh)
        #expect(files.sortedFolders.isEmpty)
    }
}
