import Testing

@testable import ModelArtifacts

@Suite struct LikelyPartSizesTests {
    private static let mebibyte: Int64 = 1 << 20

    @Test func ofUploadersFirst() {
        let sizes = LikelyPartSizes.sizes(ofObject: 17 * Self.mebibyte, inParts: 2)
        #expect(sizes.prefix(3).sorted() == [15 * Self.mebibyte, 16 * Self.mebibyte, 17_179_870])
        #expect(sizes.dropFirst(3).allSatisfy { $0 % Self.mebibyte == 0 })
        #expect(LikelyPartSizes.only(ofObject: 17 * Self.mebibyte, inParts: 2) == nil)
        #expect(LikelyPartSizes.only(ofObject: 40 * Self.mebibyte, inParts: 5) == 8 * Self.mebibyte)
    }

    @Test func oneOfOnePartIsTheWhole() {
        #expect(LikelyPartSizes.sizes(ofObject: 12_345, inParts: 1) == [12_345])
        #expect(LikelyPartSizes.only(ofObject: 12_345, inParts: 1) == 12_345)
    }

    @Test func noneOfWhatCannotBe() {
        for (size, count) in [
            (0, 1), (-1, 1), (10, 0), (10, -1), (10, 11), (10, 9), (Int64.max, 2), (Int64.max, 10_000), (100, 10_001),
            (100, Int.max), (100, Int.min),
        ] as [(Int64, Int)] {
            #expect(LikelyPartSizes.sizes(ofObject: size, inParts: count).isEmpty, "\(size), \(count)")
        }
    }

    /// Every size gives the number of parts, none comes twice, and there are few.
    @Test func fit() {
        let seed = UInt64.random(in: 0 ... .max)
        print("seed of LikelyPartSizesTests: \(seed)")
        var random = SeededGenerator(state: seed)
        for _ in 0..<2000 {
            let size = Int64.random(in: 1...(Int64(1) << Int64.random(in: 1...45, using: &random)), using: &random)
            let partSize = Int64.random(in: 1...size, using: &random)
            let parts = size.dividedRoundingUp(by: partSize)
            let sizes = LikelyPartSizes.sizes(ofObject: size, inParts: Int(parts))
            #expect(sizes.allSatisfy { size.dividedRoundingUp(by: $0) == parts }, "seed \(seed), \(size), \(parts)")
            #expect(Set(sizes).count == sizes.count && sizes.count <= 16, "seed \(seed), \(size), \(parts)")
        }
        for uploader in Uploader.allCases {
            for size in [9, 17, 50, 200, 5000, 90_000].map({ $0 * Self.mebibyte + 77 }) {
                guard let plan = try? UploadRule(uploader).plan(forSize: size), let partSize = plan.partSize else {
                    continue
                }
                #expect(LikelyPartSizes.sizes(ofObject: size, inParts: plan.pieceCount).contains(partSize))
            }
        }
    }
}
