import Testing

@testable import ModelArtifacts

/// Of a prefix of many models nothing is laid out, so that most rules have nothing to say of it.
@Suite struct ManyModelsTests {
    /// The rules about keys, URIs and what cannot be uploaded, which hold for archives of models as for anything else.
    private static let concerned: Set<String> = [
        "archived-object", "backslash-in-name", "broken-symlink", "external-symlink", "https-uri", "invalid-s3-uri",
        "key-not-utf8", "key-outside-prefix", "key-too-long", "legacy-bucket-name",
        "listing-of-other-bucket", "no-objects", "not-a-model-archive", "not-inspected", "object-too-large",
        "special-file", "symlink", "symlink-cycle", "too-many-entries", "unreadable-file",
    ]

    /// What each rule finds in one model it finds among the archives of many, or not.
    @Test(arguments: RuleCatalog.rules) func isFoundAmongArchives(_ rule: Rule) {
        let found = RuleCase.all.filter { $0.rule == rule.id && $0.isBad }.filter { ruleCase in
            var artifact = ruleCase.artifact.hosting(.many)
            // That nothing is there cannot be found where something is.
            if rule.id != "no-objects" {
                let prefix = artifact.subject.kind == .listing ? artifact.subject.uri?.directoryPrefix ?? "" : ""
                artifact.keys += [(prefix + "eu.tar.gz", 10), (prefix + "us.tar.gz", 10)]
            }
            return artifact.findings().contains { $0.rule == rule.id }
        }
        #expect(found.isEmpty != Self.concerned.contains(rule.id))
    }
}
