import ModelArtifacts
import TestSupport
import Testing

@testable import S3

/// Listings in ranges that are asked for at once: nothing is lost, nothing comes twice, and the order is that of the keys.
@Suite struct ParallelListingTests {
    private static let names = ["a", "b", "a.", "a-", "a0", "é", "z z", "+", "~", "A", "&", "%"]

    /// Keys of a random tree: directories of random sizes, markers of directories among them, and names that sort around the slash.
    private static func keys(_ random: inout SplitMix64) -> [ByteString] {
        var keys: Set<ByteString> = []
        let widths = (1...3).map { _ in 1 + random.next() % 40 }
        let isDeep = random.next() % 2 == 0
        for _ in 0..<Int(200 + random.next() % 3000) {
            var key = "p/"
            for width in widths.prefix(isDeep ? 3 : 1) {
                if random.next() % 16 == 0 { break }
                let number = random.next() % width
                key += names[Int(number) % names.count] + "\(number)/"
            }
            if random.next() % 30 != 0 { key += "\(random.next() % 400)" }
            keys.insert(ByteString(key))
        }
        keys.formUnion(["o", "p", "p0", "q/a"])
        return keys.sorted()
    }

    @Test func randomTrees() async throws {
        var random = SplitMix64(seed: TestSeed.make())
        var parallel = 0
        for _ in 0..<TestScale.count(150, least: 15) {
            let listing = FakeListing(keys: Self.keys(&random), pageSize: 10 + Int(random.next() % 90))
            let client = try TestClient { request, _ in listing.answer(request) }
            let found = try await client.service.list(TestClient.root, extent: .prefix, progress: nil)
            var keys: [ByteString] = []
            try found.keys.forEach { key, _, _ throws(ArtifactError) in keys.append(ByteString(key)) }
            #expect(keys == listing.keys.filter { $0.hasPrefix("p/") })
            if client.transport.log.contains(where: { $0.url.contains("start-after") }) { parallel += 1 }
        }
        // Others are not worth dividing.
        #expect(parallel > 0)
    }

    /// What fails in any range fails the whole.
    @Test func failures() async throws {
        var random = SplitMix64(seed: TestSeed.make())
        let keys = (0..<100).flatMap { directory in (0..<40).map { ByteString("p/\(directory)/\($0)") } }.sorted()
        let listing = FakeListing(keys: keys, pageSize: 50)
        var failures = 0
        for _ in 0..<TestScale.count(100) {
            let fatal = 4 + Int(random.next() % 80)
            let client = try TestClient { request, number in
                number == fatal && !request.url.contains("delimiter")
                    ? .error(403, "AccessDenied") : listing.answer(request)
            }
            let result = await Result { try await client.service.list(TestClient.root, extent: .prefix, progress: nil) }
            let refused =
                client.transport.log.count >= fatal && !client.transport.log[fatal - 1].url.contains("delimiter")
            switch result {
            // What failed was asked for ahead, and not wanted after all.
            case .success(let found): #expect(found.count == keys.count)
            case .failure(let error):
                failures += 1
                #expect(refused && (error as? ArtifactError)?.code == .accessDenied)
            }
        }
        #expect(failures > 0)
    }

    /// A service that does not know where to begin is not believed.
    @Test func beginsElsewhere() async throws {
        let keys = (0..<100).flatMap { directory in (0..<40).map { ByteString("p/\(directory)/\($0)") } }.sorted()
        let listing = FakeListing(keys: keys, pageSize: 50)
        let client = try TestClient { request, _ in
            let url = request.url.split(separator: "&").filter { !$0.hasPrefix("start-after") }.joined(separator: "&")
            return listing.answer(HTTPRequest(.get, url, headers: [], answerLimit: 1))
        }
        let result = await Result { try await client.service.list(TestClient.root, extent: .prefix, progress: nil) }
        if client.transport.log.contains(where: { $0.url.contains("start-after") }) {
            #expect(throws: ArtifactError.self) { try result.get() }
        } else {
            #expect(try result.get().count == keys.count)
        }
    }
}

extension Result where Failure == any Error {
    /// What work comes to.
    fileprivate init(_ work: () async throws -> Success) async {
        do {
            self = .success(try await work())
        } catch {
            self = .failure(error)
        }
    }
}
