import Foundation
import TestSupport
import Testing

@testable import ModelArtifacts

@Suite struct Base64Tests {
    @Test func agreesWithFoundation() {
        var random = SplitMix64(seed: TestSeed.make())
        for length in 0..<200 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            let text = Data(bytes).base64EncodedString()
            #expect(Base64.encode(bytes) == text)
            #expect(Base64.decode(text.utf8) == bytes)
        }
    }

    @Test(arguments: ["A", "AA", "AAA", "A===", "====", "AA=A", "AAA=AAAA", "AA-_", "AAA\n", "AAAA=", "é==="])
    func refuses(_ text: String) {
        #expect(Base64.decode(text.utf8) == nil)
    }
}
