import Foundation
import ModelArtifacts
import TestSupport
import Testing

@testable import SageMakerModel

/// Foundation knows the composed form, and tells here whether this does too.
@Suite struct ComposedTextTests {
    private static func isComposed(_ text: String) -> Bool {
        let composed = text.precomposedStringWithCanonicalMapping
        return Array(composed.unicodeScalars) == Array(text.unicodeScalars)
    }

    @Test func everyCharacterAlone() {
        let scalars = (UInt32(0)...0x10FFFF).lazy.compactMap(Unicode.Scalar.init).filter { $0.value >= 0x80 }
        let wrong = scalars.filter { scalar in
            let text = String(scalar)
            // The last planes hold nothing, and Foundation takes long over them.
            return scalar.value < 0x30000 && ComposedText.isComposed(text) != Self.isComposed(text)
        }
        #expect(wrong.prefix(5).map { String($0.value, radix: 16) } == [])
    }

    /// What CoreFoundation does not compose: a syllable and the consonant behind it.
    @Test func syllables() {
        for text in ["\u{1100}\u{1161}", "\u{1100}\u{1161}\u{11A8}", "가\u{11A8}"] {
            #expect(!ComposedText.isComposed(text))
        }
        for text in ["가", "각", "각\u{11A8}", "\u{1100}/\u{1161}"] { #expect(ComposedText.isComposed(text)) }
    }

    /// Random texts of characters that join one another.
    @Test func texts() {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        let pieces = Array(
            "aeoqAI ẬâạÅ\u{E1}é\u{301}\u{302}\u{323}\u{327}\u{30A}\u{316}\u{308}\u{344}\u{9C7}\u{9BE}か\u{3099}\u{928}\u{93C}\u{E48}ש\u{5B8}\u{5C1}\u{212B}/.\u{1109A}\u{110BA}"
                .unicodeScalars)
        for _ in 0..<3000 {
            var text = ""
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                text.unicodeScalars.append(pieces.randomElement(using: &generator) ?? "a")
            }
            let codes = text.unicodeScalars.map { String($0.value, radix: 16) }
            #expect(ComposedText.isComposed(text) == Self.isComposed(text), "\(codes) seed \(seed)")
        }
    }
}
