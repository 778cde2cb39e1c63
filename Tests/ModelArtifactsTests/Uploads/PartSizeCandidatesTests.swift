import Testing

@testable import ModelArtifacts

@Suite struct PartSizeCandidatesTests {
    private static let mebibyte: Int64 = 1 << 20

    /// Sizes at which rules change, and large ones, up to the largest object.
    private static let sizes: [Int64] = [
        1, 100, 5 * mebibyte, 8 * mebibyte, 16 * mebibyte + 1, 17 * mebibyte, 28_333_464, 200 * mebibyte,
        50_000 * mebibyte, 50_000 * mebibyte + 1, 80_000 * mebibyte + 1, 100 << 30, 1 << 40, 5 << 40,
        S3Limits.objectSize,
    ]

    @Test(arguments: sizes) func holdsWhatEveryUploaderDoes(_ size: Int64) {
        for uploader in Uploader.allCases {
            guard let plan = try? UploadRule(uploader).plan(forSize: size), plan.partSize != nil else { continue }
            let candidates = PartSizeCandidates(size: size, partCount: plan.pieceCount)
            if plan.pieceCount == 1 {
                #expect(candidates.plans.count == 1)
            } else {
                #expect(candidates.plans.contains(plan), "\(uploader) \(size)")
            }
        }
    }

    @Test(arguments: sizes, [1, 2, 3, 7, 64, 1000, 9999, 10_000])
    func everyPlanHasThatManyParts(_ size: Int64, _ partCount: Int) {
        let candidates = PartSizeCandidates(size: size, partCount: partCount)
        for plan in candidates.plans {
            #expect(plan.pieceCount == partCount)
            #expect(plan.partSize.map { $0 <= max(S3Limits.partSize, size) } ?? false)
        }
        #expect(Set(candidates.plans).count == candidates.plans.count)
        // Multiples, and the likely ones.
        #expect(candidates.plans.count <= 64 + 32 + 60)
    }

    @Test func holdsEveryWholeMebibyteUnlessThereAreTooMany() {
        let few = PartSizeCandidates(size: 100 * Self.mebibyte, partCount: 2)
        #expect(few.hasAllMebibytes)
        for size in 50..<100 as Range<Int64> {
            #expect(few.plans.contains(.multipart(size: 100 * Self.mebibyte, partSize: size * Self.mebibyte)))
        }
        let many = PartSizeCandidates(size: 4 << 30, partCount: 2)
        #expect(!many.hasAllMebibytes)
        for size in [3072, 2100, 3900, 4064] as [Int64] {
            #expect(many.plans.contains(.multipart(size: 4 << 30, partSize: size * Self.mebibyte)), "\(size)")
        }
    }

    @Test func thereIsNoneForWhatCannotBe() {
        #expect(PartSizeCandidates(size: 10, partCount: 11).plans.isEmpty)
        #expect(PartSizeCandidates(size: 10, partCount: 9).plans.isEmpty)
        #expect(PartSizeCandidates(size: 0, partCount: 2).plans.isEmpty)
        #expect(PartSizeCandidates(size: 1 << 40, partCount: 10_001).plans.isEmpty)
        #expect(PartSizeCandidates(size: 1 << 40, partCount: 2).plans.isEmpty)
        #expect(PartSizeCandidates(size: 0, partCount: 1).plans.count == 1)
        #expect(PartSizeCandidates(size: 10, partCount: 10).plans.first?.partSize == 1)
        #expect(PartSizeCandidates(size: 10, partCount: nil).plans == [.single(size: 10)])
    }

    /// Where one part size is likely, all cores can hash for it.
    @Test(arguments: [4_999_999_999, 5_368_709_120, 1_234_567_890] as [Int64])
    func thereIsOneForLargeObjectsInManyParts(_ size: Int64) throws {
        for uploader in [Uploader.awsCLI, .rclone, .minio] {
            let plan = try UploadRule(uploader).plan(forSize: size)
            #expect(PartSizeCandidates(size: size, partCount: plan.pieceCount).plans == [plan], "\(uploader)")
        }
    }

    @Test func onlyOneUploaderDoesIt() {
        let only = { (size: Int64, count: Int) in PartSizeCandidates.onlyOfUploaders(size: size, partCount: count) }
        #expect(only(17 * Self.mebibyte, 2) == nil)
        #expect(only(40 * Self.mebibyte, 5) == 8 * Self.mebibyte)
        #expect(only(12_345, 1) == 12_345)
        for (size, count) in [
            (0, 1), (-1, 1), (10, 0), (10, -1), (10, 11), (Int64.max, 2), (100, 10_001), (100, Int.max),
        ] {
            #expect(only(size, count) == nil, "\(size), \(count)")
        }
    }

    @Test func theRuleComesFirst() throws {
        let rule = try UploadRule(partSize: 9 * Self.mebibyte)
        let candidates = PartSizeCandidates(size: 17 * Self.mebibyte, partCount: 2, rule: rule)
        #expect(candidates.plans.first?.partSize == 9 * Self.mebibyte)
    }
}
