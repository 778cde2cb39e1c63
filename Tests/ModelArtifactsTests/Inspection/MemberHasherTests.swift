import Testing

@testable import ModelArtifacts

@Suite struct MemberHasherTests {
    private static func etag(_ bytes: [UInt8], _ plan: PartPlan) throws -> ETag {
        var etag = StreamingETag(plan: plan, path: "x")
        bytes.withUnsafeBytes { etag.update($0) }
        return try etag.finish()
    }

    /// Holes are zeros, in front, in between and behind.
    @Test func holes() throws {
        let size = 300_000
        var whole = [UInt8](repeating: 0, count: size)
        for index in 1000..<2000 { whole[index] = 7 }
        for index in 200_000..<200_010 { whole[index] = 9 }
        let plans = [PartPlan.single(size: 300_000), .multipart(size: 300_000, partSize: 70_000)]
        var hasher = MemberHasher("x", plans: plans, size: 300_000)
        var holes: Int64 = 1_000_000
        for range in [1000..<2000, 200_000..<200_010] {
            whole[range].withUnsafeBytes { hasher.update($0, at: Int64(range.lowerBound), holes: &holes) }
        }
        #expect(try hasher.finish(holes: &holes) == plans.map { try Self.etag(whole, $0) })
        #expect(holes == 1_000_000 - Int64(size - 1010))
    }

    /// A small archive can claim more holes than anyone can wait for.
    @Test func tooManyHoles() {
        let size: Int64 = 1 << 60
        var hasher = MemberHasher("x", plans: [.single(size: size)], size: size)
        var holes: Int64 = 1 << 20
        [UInt8]([1, 2]).withUnsafeBytes { hasher.update($0, at: 50, holes: &holes) }
        #expect(hasher.finish(holes: &holes).isEmpty)
        #expect(holes == (1 << 20) - 50)
    }

    /// Pieces that are out of order, too long or too short give no ETag.
    @Test func piecesThatDoNotFit() {
        var holes: Int64 = 1000
        for offsets in [[10, 5], [0, 0], [96]] as [[Int64]] {
            var hasher = MemberHasher("x", plans: [.single(size: 100)], size: 100)
            for offset in offsets {
                [UInt8](repeating: 1, count: 10).withUnsafeBytes { hasher.update($0, at: offset, holes: &holes) }
            }
            #expect(hasher.finish(holes: &holes).isEmpty)
        }
    }
}
