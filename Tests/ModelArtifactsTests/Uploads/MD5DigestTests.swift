import TestSupport
import Testing

@testable import ModelArtifacts

/// Eight digits at once against one at a time.
@Suite struct MD5DigestTests {
    private static func isDigit(_ byte: UInt8, lowerCase: Bool) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) || (!lowerCase && (0x41...0x46).contains(byte))
    }

    @Test func everyByteAtEveryPlace() {
        let digits = Array("0123456789abcdeffedcba9876543210".utf8)
        for place in digits.indices {
            for byte in UInt8.min...UInt8.max {
                var text = digits
                text[place] = byte
                for lowerCase in [false, true] {
                    let digest = MD5Digest(hexadecimal: text.span, lowerCase: lowerCase)
                    #expect((digest != nil) == Self.isDigit(byte, lowerCase: lowerCase), "\(byte) at \(place)")
                    guard let digest else { continue }
                    #expect(digest == MD5Digest(hexadecimal: text))
                    #expect(digest.digits.bytes == Array(String(decoding: text, as: UTF8.self).lowercased().utf8))
                }
            }
        }
    }

    @Test(arguments: [0, 1, 31, 33, 64]) func otherLengthsAreNone(_ count: Int) {
        #expect(MD5Digest(hexadecimal: [UInt8](repeating: 0x61, count: count).span) == nil)
    }
}
