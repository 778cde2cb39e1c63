import ModelArtifacts
import TestSupport
import Testing

@Suite struct StreamingETagTests {
    private static func bytes(_ count: Int) -> [UInt8] { (0..<count).map { UInt8($0 % 253) } }

    private func fill(_ etag: inout StreamingETag, with bytes: [UInt8], random: inout SplitMix64) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Int.random(in: 0...70, using: &random))
            piece.withUnsafeBytes { etag.update($0) }
            rest = rest.dropFirst(piece.count)
        }
    }

    /// Part size, threshold and sizes around them, against the definition.
    @Test(arguments: [0, 1, 9, 10, 11, 19, 20, 21, 100, 997])
    func agreesWithTheDefinition(_ count: Int) throws {
        let seed = TestSeed.make()
        var random = SplitMix64(seed: seed)
        let bytes = Self.bytes(count)
        for threshold: Int64? in [nil, 1, 5, 20, 500] {
            let rule = try UploadRule(partSize: 10, multipartThreshold: threshold)
            let plan = try rule.plan(forSize: Int64(count))
            let digests = (0..<plan.pieceCount).map { index in
                let range = plan.range(ofPiece: index)
                var md5 = MD5()
                md5.update(bytes[Int(range.lowerBound)..<Int(range.upperBound)].span.bytes)
                return md5.finish()
            }
            let expected = plan.partSize == nil ? ETag(md5: digests[0]) : ETag(partDigests: digests)
            var known = StreamingETag(plan: plan, path: "x")
            fill(&known, with: bytes, random: &random)
            #expect(try known.finish() == expected, "seed \(seed)")
            var unknown = StreamingETag(rule: rule, path: "x")
            fill(&unknown, with: bytes, random: &random)
            #expect(unknown.byteCount == Int64(count))
            #expect(try unknown.finish() == expected, "seed \(seed)")
        }
    }

    @Test(arguments: Uploader.allCases)
    func emptyStream(_ uploader: Uploader) throws {
        let rule = UploadRule(uploader)
        let known = try StreamingETag(plan: rule.plan(forSize: 0), path: "x").finish()
        #expect(try StreamingETag(rule: rule, path: "x").finish() == known)
        #expect(known.canBeMD5 == (uploader != .mountpoint))
    }

    @Test(arguments: [4, 6, 25])
    func anotherSizeThanPlanned(_ count: Int) throws {
        let plan = try UploadRule(partSize: 2).plan(forSize: 5)
        var etag = StreamingETag(plan: plan, path: "model.tar.gz")
        Self.bytes(count).withUnsafeBytes { etag.update($0) }
        let complete = etag
        let error = #expect(throws: ArtifactError.self) { try complete.finish() }
        #expect(error?.code == .changedWhileRead)
        #expect(error?.message.hasPrefix("model.tar.gz: ") == true)
    }

    @Test func tooManyParts() throws {
        var etag = StreamingETag(rule: try UploadRule(partSize: 1), path: "x")
        Self.bytes(10_001).withUnsafeBytes { etag.update($0) }
        let complete = etag
        let error = #expect(throws: ArtifactError.self) { try complete.finish() }
        #expect(error?.code == .usage)
    }
}
