import Foundation
import Testing

@testable import ModelArtifacts

@Suite struct OwnThreadTests {
    @Test func handsOverWhatWorkGivesOrThrows() async throws {
        #expect(try await OwnThread.run { () throws(ArtifactError) in 7 } == 7)
        let error = await #expect(throws: ArtifactError.self) {
            try await OwnThread.run { () throws(ArtifactError) -> Int in throw ArtifactError(.notFound, "no") }
        }
        #expect(error?.code == .notFound)
    }

    #if os(Linux)
        /// A thread that has ended gives its stack back, 8 MiB of addresses each.
        @Test func leavesNoStacksBehind() async throws {
            let before = try Self.addresses()
            for _ in 0..<2000 { _ = try await OwnThread.run { () throws(ArtifactError) in 0 } }
            // What other tests do meanwhile is far less.
            #expect(try Self.addresses() - before < 8 << 30)
        }

        /// In bytes; see proc(5).
        private static func addresses() throws -> Int {
            let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
            return try #require(text.split(separator: " ").first.flatMap { Int($0) }) * 4096
        }
    #endif
}
