import ModelArtifacts
import Testing

@Suite struct BucketNameTests {
    private enum Verdict { case fine, legacy, impossible }

    private func verdict(_ name: String) -> Verdict {
        switch BucketName.problem(of: ByteString(name)) {
        case nil: .fine
        case .legacy: .legacy
        case .impossible: .impossible
        }
    }

    @Test(
        arguments: ["abc", "my-bucket", "my.dotted.bucket", "123", "a1-", "1.2.3"].filter { !$0.hasSuffix("-") } + [
            String(repeating: "a", count: 63)
        ])
    func fine(_ name: String) { #expect(verdict(name) == .fine) }

    @Test(arguments: [
        "MyBucket", "my_bucket", "Abc", String(repeating: "a", count: 64), String(repeating: "a", count: 255),
    ])
    func legacy(_ name: String) { #expect(verdict(name) == .legacy) }

    @Test(arguments: [
        "", "ab", "-abc", "abc-", ".abc", "abc.", "a..b", "192.168.5.4", "my bucket", "my/bucket", "bückét", "xn--abc",
        "sthree-abc",
        "arn:aws:s3:us-west-2:123456789012:accesspoint/x", String(repeating: "a", count: 256),
    ]) func impossible(_ name: String) { #expect(verdict(name) == .impossible) }
}
