import Testing

@testable import ModelArtifacts

@Suite struct FindingFingerprintTests {
    private static let rule = RuleCatalog.rules[0]

    private static func fingerprint(
        _ rule: Rule = rule, path: ByteString? = nil, key: ByteString? = nil, member: ByteString? = nil,
        jsonPath: String? = nil
    ) -> String {
        Finding(rule, "m", at: Location(key: key, path: path, member: member, jsonPath: jsonPath)).fingerprint
            .description
    }

    /// They stand in the files of users, so they never change.
    @Test func areFixed() {
        #expect(FindingFingerprint(rule: "name-clash", location: Location()).description == Self.known[0])
        let place = Location(path: "/opt/ml/model/weights", member: "./weights")
        #expect(FindingFingerprint(rule: "name-clash", location: place).description == Self.known[1])
    }

    /// By Python: `hashlib.md5(b"rule:10:name-clash").hexdigest()`, and with `path:21:…` and `member:9:…` behind it.
    private static let known = ["353803684bd057737fcf4a02102b7455", "7bdaa06645569c936eef07203c108a6b"]

    @Test func dependOnRuleAndNames() {
        let other = RuleCatalog.rules[1]
        let all = [
            Self.fingerprint(), Self.fingerprint(other), Self.fingerprint(path: "/a"), Self.fingerprint(path: "/b"),
            Self.fingerprint(other, path: "/a"), Self.fingerprint(key: "/a"), Self.fingerprint(member: "/a"),
            Self.fingerprint(jsonPath: "/a"), Self.fingerprint(path: "/a", member: "a"),
            Self.fingerprint(path: "/a", member: "b"), Self.fingerprint(path: ""), Self.fingerprint(member: ""),
            Self.fingerprint(path: "/a6:member:1:a"), Self.fingerprint(path: ByteString([0xFF])),
            Self.fingerprint(path: ByteString([0xFE])), Self.fingerprint(path: ByteString([0xEF, 0xBF, 0xBD])),
        ]
        #expect(Set(all).count == all.count)
    }

    @Test func dependOnNothingElse() {
        let path: ByteString = "/opt/ml/model/a"
        var finding = Finding(Self.rule, "one", at: Location(key: "p/a", path: path), count: 3, byteOffset: 7)
        let expected = finding.fingerprint
        finding.message = "another"
        finding.severity = .note
        finding.count = 4
        finding.byteOffset = nil
        finding.related = [Location(path: "/x")]
        finding.help = ""
        finding.location.key = "another/prefix/a"
        finding.location.line = 3
        #expect(finding.fingerprint == expected)
    }

    @Test func areReadAgain() {
        let fingerprint = FindingFingerprint(rule: "r", location: Location(path: "/p"))
        #expect(FindingFingerprint("\(fingerprint)") == fingerprint)
        for text in ["", "0", String(repeating: "g", count: 32), String(repeating: "0", count: 33)] {
            #expect(FindingFingerprint(text) == nil)
        }
    }
}
