import ModelArtifacts
import Testing

@testable import SageMakerModel

@Suite struct SpellingTests {
    @Test func findsTheNearestWord() {
        let known: [ByteString] = ["ETag", "ManifestEtag", "ManifestS3Uri", "S3Uri", "CompressionType"]
        let cases: [(ByteString, ByteString?)] = [
            ("ManifestETag", "ManifestEtag"), ("manifest_etag", "ManifestEtag"), ("CompresionType", "CompressionType"),
            ("CompressoinType", "CompressionType"), ("S3Url", "S3Uri"), ("Etag", "ETag"), ("Something", nil), ("", nil),
            (ByteString(String(repeating: "S", count: 100_000)), nil),
        ]
        for (word, meant) in cases {
            #expect(Spelling.nearest(to: word, among: known) == meant, "\(word.count) \(word)")
        }
    }
}
