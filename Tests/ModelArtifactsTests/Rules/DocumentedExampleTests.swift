import Testing

@testable import ModelArtifacts

/// The examples and sentences of the API page, one by one.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3ModelDataSource.html
@Suite struct DocumentedExampleTests {
    private static let object = Combination(.object, .none)

    private func rules(_ uri: ByteString, _ keys: [ByteString], as combination: Combination? = nil) -> [String] {
        Artifact.listing(uri, keys, as: combination ?? Combination(.prefix, .none)).findings().map(\.rule)
    }

    @Test func ambiguousFileNames() throws {
        let keys: [ByteString] = ["model/weights", "model/weights/part1"]
        let findings = Artifact.listing("s3://mybucket/model/", keys).findings()
        #expect(findings.count == 1)
        let clash = try #require(findings.first)
        #expect(clash.rule == "name-clash" && clash.severity == .error && clash.count == 1)
        #expect(clash.location == Location(key: "model/weights", path: "/opt/ml/model/weights"))
        #expect(clash.message == "'weights' is a file and also a directory with 1 key below it")
    }

    @Test func foldersOfTheConsole() throws {
        let findings = Artifact.listing("s3://mybucket/model/", ["model/", "model/weights/", "model/weights/part1"])
            .findings()
        #expect(findings.map(\.rule) == ["folder-marker", "prefix-marker"])
        #expect(findings.map(\.location.key) == ["model/weights/", "model/"])
        #expect(findings.map(\.location.path) == ["/opt/ml/model/weights/", "/opt/ml/model/"])
    }

    @Test func anEmptyString() {
        #expect(rules("s3://mybucket/model/", ["model//weights"]) == ["empty-name"])
        #expect(rules("s3://mybucket/model/", ["model/a//weights"]) == ["empty-name"])
    }

    @Test func aBlankString() {
        #expect(rules("s3://mybucket/model/", ["model/ /weights", "model/a/\t"]) == ["empty-name", "empty-name"])
    }

    @Test func aStringWithNullBytes() {
        #expect(rules("s3://mybucket/model/", ["model/a\0"]) == ["null-byte"])
    }

    @Test func aStringLongerThan255Bytes() {
        #expect(rules("s3://mybucket/model/", ["model/" + .many("a", 255)]).isEmpty)
        #expect(rules("s3://mybucket/model/", ["model/" + .many("a", 256)]) == ["name-too-long"])
    }

    @Test func aSingleDot() { #expect(rules("s3://mybucket/model/", ["model/./weights"]) == ["dot-name"]) }

    @Test func aDoubleDot() { #expect(rules("s3://mybucket/model/", ["model/../weights"]) == ["dot-name"]) }

    @Test func aValidPrefixEndsWithASlash() throws {
        #expect(rules("s3://mybucket/model/", ["model/weights"]).isEmpty)
        let findings = Artifact.listing("s3://mybucket/model", ["model/weights", "model-old/weights", "model.tar.gz"])
            .findings()
        let finding = try #require(findings.first)
        #expect(finding.rule == "prefix-without-slash")
        #expect(finding.related.map(\.key) == ["model-old/weights", "model.tar.gz"])
    }

    @Test func anObjectIsNamedByTheLastPart() {
        #expect(rules("s3://mybucket/model/weights", ["model/weights"], as: Self.object).isEmpty)
        // Only the last part counts, so what stands before it may look like anything.
        #expect(rules("s3://mybucket/model/./a//weights", ["model/./a//weights"], as: Self.object).isEmpty)
        #expect(rules("s3://mybucket/model/..", ["model/.."], as: Self.object) == ["dot-name"])
        #expect(rules("s3://mybucket/model/", ["model/"], as: Self.object) == ["object-uri-ends-with-slash"])
    }
}
