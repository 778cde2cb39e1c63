import TestSupport
import Testing

@testable import ModelArtifacts

/// The search against the engine that hashes for one part size at a time.
@Suite struct PartSizeSearchTests {
    private static func expected(_ size: Int64, _ partSizes: [Int64]) async throws -> [ETag] {
        try await ETagEngine(jobs: 1).etags(
            of: partSizes.map { partSize in
                ETagRequest(plan: .multipart(size: size, partSize: partSize)) {
                    FakeFile(size: size, isPatterned: true)
                }
            })
    }

    @Test(arguments: MD5Kernel.available)
    func agreesWithTheEngine(_ kernel: MD5Kernel) async throws {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        let sizes: [Int64] =
            [0, 1, 63, 64, 65, 1 << 20, (1 << 20) + 1, (2 << 20) + 63]
            + (0..<4).map { _ in Int64.random(in: 1...1_500_000, using: &generator) }
        for size in sizes {
            let most = max(1, size / 50)
            var partSizes = (0..<Int.random(in: 1...50, using: &generator)).map { _ in
                Int64.random(in: most...max(most, size + 10), using: &generator)
            }
            partSizes += [max(1, size), 1 << 20, 1 << 18, (1 << 16) + 1]
            let found = try PartSizeSearch.etags(
                of: FakeFile(size: size, isPatterned: true), partSizes: partSizes, kernel: kernel)
            #expect(found == (try await Self.expected(size, partSizes)), "seed \(seed), size \(size)")
        }
    }

    @Test func readsOnce() throws {
        var count: Int64 = 0
        _ = try PartSizeSearch.etags(
            of: FakeFile(size: 5_000_000), partSizes: [1_000_000, 2_000_000, 3 << 20], kernel: .scalar
        ) { count += $0 }
        #expect(count == 5_000_000)
    }

    @Test func refusesFilesThatMisbehave() {
        for (fault, code) in [
            (FakeFile.Fault.failsAt(2_000_000), ArtifactError.Code.readFailed), (.endsAt(2_000_000), .changedWhileRead),
            (.changes, .changedWhileRead),
        ] {
            let error = #expect(throws: ArtifactError.self) {
                try PartSizeSearch.etags(
                    of: FakeFile(size: 3_000_000, fault: fault), partSizes: [1 << 20, 2 << 20], kernel: .scalar)
            }
            #expect(error?.code == code)
        }
    }
}
