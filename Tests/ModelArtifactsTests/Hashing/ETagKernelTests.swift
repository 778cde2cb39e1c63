import ModelArtifacts
import TestSupport
import Testing

/// The engine with each kernel, on files whose parts end everywhere.
@Suite struct ETagKernelTests {
    @Test(arguments: MD5Kernel.available, [1, 3])
    func sameResultsWithEveryKernel(kernel: MD5Kernel, jobs: Int) async throws {
        let seed = TestSeed.make()
        var random = SplitMix64(seed: seed)
        var requests: [ETagRequest] = []
        var expected: [ETag] = []
        for partSize in [1, 63, 64, 65_535, 65_536, 65_537, 131_072, 200_000] as [Int64] {
            let rule = try UploadRule(partSize: partSize)
            let limit = min(40 * partSize, 1_000_000)
            let sizes = [0, 1, partSize - 1, partSize, partSize + 1, 3 * partSize - 9, 7 * partSize].filter { $0 >= 0 }
            for size in sizes + (0..<5).map({ _ in Int64.random(in: 0...limit, using: &random) }) {
                let plan = try rule.plan(forSize: size)
                requests.append(ETagRequest(plan: plan) { FakeFile(size: size, isPatterned: true) })
                expected.append(try plainETag(plan))
            }
        }
        let etags = try await ETagEngine(jobs: jobs, kernel: kernel).etags(of: requests)
        #expect(etags == expected, "seed \(seed)")
    }

    /// Files of several chunks stay open; more of them than a worker has lanes.
    @Test(arguments: MD5Kernel.available)
    func manyFilesOfSomeChunks(kernel: MD5Kernel) async throws {
        let plan = try UploadRule(partSize: 1 << 20).plan(forSize: 70_000)
        let requests = (0..<200).map { _ in ETagRequest(plan: plan) { FakeFile(size: 70_000, isPatterned: true) } }
        let etags = try await ETagEngine(jobs: 2, kernel: kernel).etags(of: requests)
        #expect(etags.count == 200)
        #expect(Set(etags) == [try plainETag(plan)])
    }

    private func plainETag(_ plan: PartPlan) throws -> ETag {
        let file = FakeFile(size: plan.size, isPatterned: true)
        var etag = StreamingETag(plan: plan, path: "x")
        try file.prefix(Int(plan.size)).withUnsafeBytes { etag.update($0) }
        let complete = etag
        return try complete.finish()
    }
}
