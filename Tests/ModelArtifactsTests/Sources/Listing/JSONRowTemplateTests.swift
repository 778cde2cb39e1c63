import TestSupport
import Testing

@testable import ModelArtifacts

/// Rows that look like the one before are read in another way; it must make no difference.
@Suite struct JSONRowTemplateTests {
    private static let row = #"{"Key": "k", "ETag": "\"e\"", "Size": 12, "Owner": {"ID": "i", "Age": 3}}"#

    /// What is read does not depend on whether rows look alike: a row of another shape between two makes them differ.
    @Test func changesNothing() throws {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        let texts = [
            "", "a", "a b/c.d", "é", "\\u00e9", "\\\"", "\\\"e\\\"", "\\\"e", "e\\\"", "\\n", "\\\\", "\u{7F}",
        ]
        let shapes = [Self.row, Self.row.replacing(" ", with: "\n "), Self.row.replacing(" ", with: "")]
        for _ in 0..<100 {
            var rows: [String] = []
            for _ in 0..<12 {
                let shape = shapes[Int.random(in: 0..<14, using: &generator) / 12]
                let size = ["0", "7", "123456789012345678", "1234567890123456789", "null"].randomElement(
                    using: &generator)
                let isPlain = Int.random(in: 0..<3, using: &generator) > 0
                let key = isPlain ? "plain" : texts.dropFirst().randomElement(using: &generator)
                let etag = isPlain ? "\\\"e\\\"" : texts.randomElement(using: &generator)
                rows.append(
                    // The ETag first: a key may look like it.
                    shape.replacing("\\\"e\\\"", with: etag ?? "").replacing("\"k\"", with: "\"\(key ?? "")\"")
                        .replacing("12", with: size ?? "1"))
            }
            let alone = try rows.flatMap { try ModelArtifactsTests.rows("{\"Contents\": [\($0)]}") }
            let together = try ModelArtifactsTests.rows("{\"Contents\": [\(rows.joined(separator: ","))]}")
            #expect(together == alone, "seed \(seed), \(rows)")
        }
    }

    /// A row that is damaged is refused at the same place, whether the rows before look like it or not.
    @Test func refusesTheSame() {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        let good = Array(Self.row.replacing("{\"Key\"", with: "{\n \"Key\"").utf8)
        let odd = Array(#"{"Size": 12, "Key": "k"}"#.utf8)
        let bytes = Array("\"\\,:{}[]0x \n.-\u{0}".utf8) + [0x80, 0xFF]
        for _ in 0..<2000 {
            var bad = good
            let place = Int.random(in: 0..<bad.count, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: bad.remove(at: place)
            case 1: bad.insert(bytes.randomElement(using: &generator) ?? 0, at: place)
            default: bad[place] = bytes.randomElement(using: &generator) ?? 0
            }
            let alike = outcome([good, good, bad, good])
            // The row before has another shape, but the same number of bytes and lines stand before the bad one.
            let unlike = outcome([good, padded(odd, to: good.count), bad, good])
            #expect(alike == unlike, "seed \(seed), \(ByteString(bad))")
        }
    }

    /// A comma belongs between rows, and none before the first of a page.
    @Test func wantsItsCommas() {
        let page = "{\"Contents\": [\(Self.row),\(Self.row),\(Self.row)]}"
        expectRefusal("\(page){\"Contents\": [,\(Self.row)]}", "listing:1:")
        expectRefusal("{\"Contents\": [\(Self.row),\(Self.row)\(Self.row)]}", "listing:1:")
        expectRefusal("{\"Contents\": [\(Self.row),\(Self.row),,\(Self.row)]}", "listing:1:")
    }

    /// The rows behind the second one, or the error.
    private func outcome(_ rows: [[UInt8]]) -> Result<[ListedRow], ArtifactError> {
        let text = Array("{\"Contents\": [".utf8) + rows.joined(separator: Array(", ".utf8)) + Array("]}".utf8)
        do throws(ArtifactError) {
            let listing = try KeyListing(ListingFile(text), options: .init(format: .json))
            return .success(Array(try listing.rows().dropFirst(2)))
        } catch {
            return .failure(error)
        }
    }

    private func padded(_ row: [UInt8], to count: Int) -> [UInt8] {
        // Its line ends behind the brace, as in the other.
        row.prefix(1) + [UInt8(ascii: "\n")] + [UInt8](repeating: 0x20, count: count - row.count - 1)
            + row.dropFirst()
    }
}
