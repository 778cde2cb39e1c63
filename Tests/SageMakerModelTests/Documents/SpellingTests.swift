import ModelArtifacts
import Testing

@testable import SageMakerModel

@Suite struct SpellingTests {
    @Test func findsTheNearestWord() {
        let known: [ByteString] = ["ETag", "ManifestEtag", "ManifestS3Uri", "S3Uri", "CompressionType"]
        let cases: [(ByteString, ByteString?)] = [
            ("ManifestETag", "ManifestEtag"), ("manifest_etag", "ManifestEtag"), ("CompresionType", "CompressionType"),
            ("CompressoinType", "CompressionType"), ("S3Url", "S3Uri"), ("Etag", "ETag"), ("Something", nil), ("", nil),
            (ByteString(String(repeating: "S", count: 100_000)), nil),
        ]
        for (word, meant) in cases {
            #expect(Spelling.nearest(to: word, among: known) == meant, "\(word.count) \(word)")
        }
    }

    private static let keys = ["failOn", "severities", "ignore", "baseline", "uploader", "partSize"]

    @Test(arguments: [
        ("failon", "failOn"), ("fail", "failOn"), ("fai", "failOn"), ("severity", "severities"), ("igore", "ignore"),
        ("ignored", "ignore"), ("Baseline", "baseline"), ("uplaoder", "uploader"), ("part-size", "partSize"),
    ]) func finds(_ word: String, _ expected: String) {
        #expect(Spelling.suggestion(for: ByteString(word), among: Self.keys) == " (did you mean '\(expected)'?)")
    }

    @Test(arguments: ["", "x", "framework", "\u{0}", String(repeating: "ignore", count: 100_000)])
    func findsNothing(_ word: String) {
        #expect(Spelling.suggestion(for: ByteString(word), among: Self.keys) == "")
    }

    /// A word that is as near to two.
    @Test func choosesNone() {
        #expect(Spelling.suggestion(for: "cat", among: ["bat", "rat"]) == "")
        #expect(Spelling.nearest(to: "cat", among: ["bat", "rat"]) == nil)
    }

    /// A quarter of the letters may be wrong, and one of a short word; two words alike are none.
    @Test func howFarAWordMayBe() {
        let many = { (count: Int) in ByteString(String(repeating: "a", count: count)) }
        let cases: [(ByteString, [ByteString], ByteString?)] = [
            ("badcefgh", ["abcdefgh"], "abcdefgh"), ("abcdefhg", ["abcdefgh"], "abcdefgh"),
            ("abxdefyh", ["abcdefgh"], "abcdefgh"),
            ("xbcdefgy", ["abcdefgh"], "abcdefgh"), ("abcdxyzh", ["abcdefgh"], nil), ("badcfegh", ["abcdefgh"], nil),
            ("cbadefgh", ["abcdefgh"], "abcdefgh"), ("bcdefgh", ["abcdefgh"], "abcdefgh"),
            ("aabcdefghh", ["abcdefgh"], "abcdefgh"),
            ("ab", ["abc"], "abc"), ("ab", ["ba"], "ba"), ("ab", ["cd"], nil),
            // Half of a swap is none.
            ("xa", ["ab"], nil), ("ba", ["xb"], nil), ("abc", ["xbz"], nil),
            ("abcd", ["xbcz"], nil),
            ("Imagex", ["Image", "Images"], nil), ("Images", ["Image", "Images"], "Images"), ("a", [""], ""),
            ("", ["a"], nil),
            (many(64), [many(65)], many(65)), (many(65), [many(64)], nil), ("x", [], nil),
        ]
        for (word, known, meant) in cases {
            #expect(Spelling.nearest(to: word, among: known) == meant, "\(word) \(known)")
        }
    }
}
