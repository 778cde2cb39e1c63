import TestSupport
import Testing

@testable import ModelArtifacts

@Suite struct ListingMutationTests {
    static let samples = [
        #"{"Contents": [{"Key": "a\u00e9", "Size": 1, "ETag": "\"x\""}], "IsTruncated": false}"#, #"["a", "b"]"#,
        #"{"key":"s3://b/k","etag":"e","size":1,"type":"file"}"#,
        "2026-11-22 08:37:43          1 a\n2026-11-22 08:37:43    1.0 KiB b\n\nTotal Objects: 2\n   Total Size: 1\n",
        "s3_uri,etag,size,part_size\n\"s3://b/k\",e,1,unknown\n", "a\r\ns3://b/k\r\n",
        #"{"sourceBucket":"b","fileFormat":"CSV","fileSchema":"Key","files":[{"key":"../x","size":1,"MD5checksum":"0"}]}"#,
    ]

    @Test(.timeLimit(.minutes(2))) func mutationsNeitherCrashNorHang() {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        for _ in 0..<TestScale.count(6000) {
            var bytes = Array((Self.samples.randomElement(using: &generator) ?? "").utf8)
            for _ in 0..<Int.random(in: 1...5, using: &generator) where !bytes.isEmpty {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: index)
                case 2: bytes.removeSubrange(index...)
                default: bytes.insert(contentsOf: bytes[index...].prefix(20), at: index)
                }
            }
            let format = Bool.random(using: &generator) ? nil : ListingFormat.allCases.randomElement(using: &generator)
            do throws(ArtifactError) {
                _ = try KeyListing(ListingFile(bytes, path: "/nonexistent/listing"), options: .init(format: format))
                    .rows()
            } catch {
                #expect(error.message.contains("listing") || error.code == .notFound, "seed \(seed): \(error)")
            }
        }
    }
}
