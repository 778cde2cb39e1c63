import Foundation
import ModelArtifacts
import TestSupport
import Testing

@testable import S3

@Suite struct ServiceTimeTests {
    /// As Foundation has it.
    @Test func formsAreThoseOfFoundation() throws {
        var random = SplitMix64(seed: TestSeed.make())
        for _ in 0..<TestScale.count(10_000) {
            let seconds = Int64(random.next() % 8_000_000_000)
            let date = Date(timeIntervalSince1970: Double(seconds))
            let text = date.formatted(.iso8601)
            #expect(ServiceTime(seconds: seconds).basic == text.filter { $0 != "-" && $0 != ":" })
            #expect(ServiceTime(text)?.seconds == seconds)
            #expect(ServiceTime(text.dropLast() + ".123456Z")?.seconds == seconds)
            #expect(ServiceTime(text.dropLast() + "+01:30")?.seconds == seconds - 5400)
            #expect(ServiceTime(text.dropLast() + "-01:30")?.seconds == seconds + 5400)
        }
    }

    @Test(arguments: [
        "", "2026-01-02", "2026-01-02T03:04:05", "2026-13-02T03:04:05Z", "2026-01-02T03:04:05ZZ",
        "x026-01-02T03:04:05Z",
    ])
    func isNoTime(_ text: String) { #expect(ServiceTime(text) == nil) }
}
