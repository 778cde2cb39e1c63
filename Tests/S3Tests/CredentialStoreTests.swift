import ModelArtifacts
import Testing

@testable import S3

@Suite struct CredentialStoreTests {
    @Test func areAskedForOnce() async throws {
        let source = CountingSource(seconds: 3600)
        let store = CredentialStore(source)
        try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<20 { group.addTask { try await store.credentials().accessKeyID } }
            for try await key in group { #expect(key == "AKID1") }
        }
        #expect(source.count == 1)
    }

    @Test func areRenewedBeforeTheyEnd() async throws {
        let source = CountingSource(seconds: 200)
        let store = CredentialStore(source)
        #expect(try await store.credentials().accessKeyID == "AKID1")
        #expect(try await store.credentials().accessKeyID == "AKID2")
    }

    @Test func areKeptWhileNobodyGivesOthers() async throws {
        let source = CountingSource(seconds: 200) { $0 > 1 }
        let later = Lock(Int64(0))
        let store = CredentialStore(source) { ServiceTime(seconds: ServiceTime.now.seconds + later.withLock { $0 }) }
        #expect(try await store.credentials().accessKeyID == "AKID1")
        #expect(try await store.credentials().accessKeyID == "AKID1")
        later.withLock { $0 = 400 }
        await #expect(throws: ArtifactError.self) { try await store.credentials() }
    }

    @Test func areReplacedWhereTheyWereRefused() async throws {
        let source = CountingSource(seconds: 3600)
        let store = CredentialStore(source)
        let first = try await store.credentials()
        let second = try await store.credentials(insteadOf: first)
        #expect(second.accessKeyID == "AKID2")
        // Whoever was refused with the first has others already.
        #expect(try await store.credentials(insteadOf: first).accessKeyID == "AKID2")
    }
}
