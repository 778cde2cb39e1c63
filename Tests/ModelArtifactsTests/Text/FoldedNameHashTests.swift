import Foundation
import Testing

@testable import ModelArtifacts

/// Names that differ by case or by the bytes for the same characters have one hash, whatever Foundation knows of Unicode.
@Suite struct FoldedNameHashTests {
    @Test func everyCharacter() {
        var count = 0
        for number in UInt32(1)...0x10_FFFF {
            guard let scalar = Unicode.Scalar(number) else { continue }
            let text = String(Character(scalar))
            let others = [
                text.decomposedStringWithCanonicalMapping, text.precomposedStringWithCanonicalMapping,
                text.lowercased(), text.lowercased().decomposedStringWithCanonicalMapping,
            ]
            for other in Set(others.map { Array($0.utf8) }) where other != Array(text.utf8) {
                count += 1
                let isSame = hash("12-" + text + "b.3") == hash("12-" + String(decoding: other, as: UTF8.self) + "b.3")
                #expect(isSame, "U+\(String(number, radix: 16))")
            }
        }
        #expect(count > 10_000)
    }

    @Test func marksInAnyOrder() {
        #expect(hash("q\u{307}\u{323}-1") == hash("q\u{323}\u{307}-1"))
        #expect(hash("\u{212A}1") == hash("k1") && hash("a\u{37E}") == hash("A;") && hash("\u{1FEF}") == hash("`"))
    }

    /// Otherwise a directory of numbered names would be compared as text.
    @Test func numbersAreToldApart() {
        let hashes = Set((0..<10_000).map { hash("mod\u{E8}le-\($0).bin") })
        #expect(hashes.count == 10_000)
        #expect(hash("\u{E9}1") != hash("e1"))
    }

    @Test func whatIsNoText() {
        for bytes in [[0xC3], [0xFF, 0xFE], [0xE2, 0x84], [0x80], [0xF0, 0x9F, 0x98], []] as [[UInt8]] {
            let hash = FoldedNameHash.hash(of: bytes.span, hasNonASCII: true)
            #expect(hash == FoldedNameHash.hash(of: bytes.span, hasNonASCII: true))
        }
    }

    private func hash(_ text: String) -> UInt64 {
        let bytes = Array(text.utf8)
        return FoldedNameHash.hash(of: bytes.span, hasNonASCII: bytes.contains { $0 >= 0x80 })
    }
}
