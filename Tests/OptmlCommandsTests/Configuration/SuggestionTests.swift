import ModelArtifacts
import Testing

@testable import OptmlCommands

@Suite struct SuggestionTests {
    private static let words = ["failOn", "severities", "ignore", "baseline", "uploader", "partSize"]

    @Test(arguments: [
        ("failon", "failOn"), ("fail", "failOn"), ("severity", "severities"), ("igore", "ignore"),
        ("ignored", "ignore"), ("Baseline", "baseline"), ("uplaoder", "uploader"), ("part-size", "partSize"),
    ]) func finds(_ word: String, _ expected: String) {
        #expect(Suggestion.nearest(to: ByteString(word), among: Self.words) == expected)
    }

    @Test(arguments: ["", "x", "framework", "\u{0}", String(repeating: "ignore", count: 100_000)])
    func findsNothing(_ word: String) {
        #expect(Suggestion.nearest(to: ByteString(word), among: Self.words) == nil)
        #expect(Suggestion.text(for: ByteString(word), among: Self.words) == "")
    }
}
