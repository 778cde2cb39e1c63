import Foundation
import ModelArtifacts
import Synchronization
import Testing

@Suite struct ETagEngineTests {
    private static let rule = try? UploadRule(partSize: 300_000)

    /// Files of many sizes: empty, small, with a rest, and whole numbers of parts.
    private static let sizes: [Int64] = [
        0, 1, 299_999, 300_000, 300_001, 600_000, 3_000_001, 5, 0, 262_144, 262_145, 1_500_000, 900_001, 12,
    ]

    private func request(
        size: Int64, name: ByteString = "fake", fault: FakeFile.Fault = .none, openSize: Int64? = nil
    ) throws -> ETagRequest {
        let plan = try #require(Self.rule).plan(forSize: size)
        return ETagRequest(plan: plan) { FakeFile(name, size: openSize ?? size, fault: fault, isPatterned: true) }
    }

    /// The ETag of a patterned file from the bytes in one go.
    private func expected(size: Int64) throws -> ETag {
        let file = FakeFile(size: size, isPatterned: true)
        let bytes = try [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
            count = try file.read(into: UnsafeMutableRawBufferPointer(buffer), at: 0)
        }
        var etag = StreamingETag(plan: try #require(Self.rule).plan(forSize: size), path: "x")
        bytes.withUnsafeBytes { etag.update($0) }
        let complete = etag
        return try complete.finish()
    }

    @Test(arguments: 1...8)
    func sameResultsInOrder(jobs: Int) async throws {
        let requests = try Self.sizes.map { try request(size: $0) }
        let hashed = Atomic<Int64>(0)
        let engine = ETagEngine(jobs: jobs) { hashed.add($0, ordering: .relaxed) }
        let etags = try await engine.etags(of: requests)
        #expect(try etags == Self.sizes.map { try expected(size: $0) })
        #expect(hashed.load(ordering: .relaxed) == Self.sizes.reduce(0, +))
    }

    @Test func nothingToDo() async throws {
        #expect(try await ETagEngine(jobs: 3).etags(of: []).isEmpty)
    }

    @Test func manySmallFilesKeepFewOpen() async throws {
        let plan = try #require(Self.rule).plan(forSize: 10)
        var remaining = 5000
        let counter = OpenCounter()
        let etags = try await ETagEngine(jobs: 4).etags { () throws(ArtifactError) -> ETagRequest? in
            guard remaining > 0 else { return nil }
            remaining -= 1
            return ETagRequest(plan: plan) {
                counter.opened()
                return FakeFile(size: 10, isPatterned: true) { counter.closed() }
            }
        }
        #expect(etags.count == 5000)
        #expect(Set(etags).count == 1)
        #expect(counter.now == 0)
        #expect(counter.most <= 5)
    }

    @Test(
        arguments: [
            (FakeFile.Fault.changes, ArtifactError.Code.changedWhileRead), (.endsAt(700_000), .changedWhileRead),
            (.endsAt(0), .changedWhileRead), (.endsAt(3_000_000), .changedWhileRead), (.failsAt(700_000), .readFailed),
            (.failsAt(2_999_999), .readFailed),
        ], [1, 2, 5])
    func fileThatMisbehaves(_ fault: (FakeFile.Fault, ArtifactError.Code), jobs: Int) async throws {
        var requests = try Self.sizes.map { try request(size: $0) }
        requests[6] = try request(size: 3_000_001, name: "bad", fault: fault.0)
        let given = requests
        let error = await #expect(throws: ArtifactError.self) { try await ETagEngine(jobs: jobs).etags(of: given) }
        #expect(error?.code == fault.1)
        #expect(error?.message.hasPrefix("bad: ") == true)
    }

    @Test(arguments: [0, 1_500_001, 1_499_999, 299_999])
    func fileOfAnotherSizeThanListed(openSize: Int64) async throws {
        let requests = [try request(size: 1_500_000, name: "bad", openSize: openSize)]
        let error = await #expect(throws: ArtifactError.self) { try await ETagEngine(jobs: 2).etags(of: requests) }
        #expect(error?.code == .changedWhileRead)
        #expect(error?.message.contains("\(openSize) bytes instead of 1500000") == true)
    }

    /// Of several errors the first in order is reported, however the workers overtake each other.
    @Test(arguments: 1...8)
    func firstErrorCounts(jobs: Int) async throws {
        let plan = try #require(Self.rule).plan(forSize: 3_000_001)
        for _ in 0..<20 {
            var requests = try Self.sizes.map { try request(size: $0) }
            requests[2] = try request(size: 3_000_001, name: "first", fault: .endsAt(2_500_000))
            requests[3] = ETagRequest(plan: plan) { () throws(ArtifactError) in
                throw ArtifactError(.notFound, "second: no such file or directory")
            }
            requests[4] = try request(size: 5, name: "third", fault: .changes)
            let given = requests
            let error = await #expect(throws: ArtifactError.self) { try await ETagEngine(jobs: jobs).etags(of: given) }
            #expect(error?.message.hasPrefix("first: ") == true)
        }
    }

    @Test func errorOfTheSource() async throws {
        let good = try request(size: 300_001)
        let error = await #expect(throws: ArtifactError.self) {
            var count = 0
            _ = try await ETagEngine(jobs: 3).etags { () throws(ArtifactError) -> ETagRequest? in
                count += 1
                guard count < 20 else { throw ArtifactError(.readFailed, "directory: cannot read") }
                return good
            }
        }
        #expect(error?.message == "directory: cannot read")
    }

    /// With at least as many workers as the pool has threads, the task that cancels them still gets its turn.
    @Test(.timeLimit(.minutes(1)), arguments: [1, 64])
    func stopsWhenCancelled(jobs: Int) async throws {
        // 32 TiB: the test ends only because hashing stops.
        let plan = try UploadRule(.awsCLI).plan(forSize: 1 << 45)
        let started = Atomic(false)
        let task = Task {
            let request = ETagRequest(plan: plan) { FakeFile(size: 1 << 45) }
            return try await ETagEngine(jobs: jobs) { _ in started.store(true, ordering: .relaxed) }.etags(of: [request]
            )
        }
        while !started.load(ordering: .relaxed) { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func fileOnDisk() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "optml-etag-\(UUID())")
        try Data(count: (8 << 20) + 1).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let etag = try await ETag.of(file: ByteString(file.path(percentEncoded: false)))
        #expect(etag.text == "a5eb57d36bf73a683183c5a0fb4a37ab-2")
        let error = await #expect(throws: ArtifactError.self) { try await ETag.of(file: "/nonexistent/file") }
        #expect(error?.code == .notFound)
    }
}

/// Counts how many files are open.
private final class OpenCounter: Sendable {
    private let state: Lock<(now: Int, most: Int)>

    init() { state = Lock((0, 0)) }

    func opened() {
        state.withLock {
            $0.now += 1
            $0.most = max($0.most, $0.now)
        }
    }

    func closed() { state.withLock { $0.now -= 1 } }

    var now: Int { state.withLock { $0.now } }
    var most: Int { state.withLock { $0.most } }
}
