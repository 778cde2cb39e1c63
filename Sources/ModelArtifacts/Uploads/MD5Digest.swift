/// The 16 bytes of an MD5 digest (RFC 1321), held without an allocation.
package struct MD5Digest: Hashable, Sendable {
    /// Bytes 0 to 7, the first in the highest place.
    package let high: UInt64
    /// Bytes 8 to 15, the first in the highest place.
    package let low: UInt64

    /// Takes the bytes as two numbers whose highest byte comes first.
    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads 32 hexadecimal digits of either case; nil for anything else.
    package init?(hexadecimal digits: some Collection<UInt8>) {
        var words: (high: UInt64, low: UInt64) = (0, 0)
        var count = 0
        for digit in digits {
            guard count < 32, let value = Self.value(of: digit) else { return nil }
            words.high = words.high << 4 | words.low >> 60
            words.low = words.low << 4 | UInt64(value)
            count += 1
        }
        guard count == 32 else { return nil }
        self.init(high: words.high, low: words.low)
    }

    /// Reads 32 hexadecimal digits, of either case unless only `lowerCase` is meant; nil for anything else.
    @inline(__always)
    init?(hexadecimal digits: Span<UInt8>, lowerCase: Bool = false) {
        guard digits.count == 32 else { return nil }
        var numbers: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        let areDigits =
            Self.read(digits, from: 0, lowerCase, &numbers.0) && Self.read(digits, from: 8, lowerCase, &numbers.1)
            && Self.read(digits, from: 16, lowerCase, &numbers.2) && Self.read(digits, from: 24, lowerCase, &numbers.3)
        guard areDigits else { return nil }
        self.init(high: numbers.0 << 32 | numbers.1, low: numbers.2 << 32 | numbers.3)
    }

    /// Reads eight hexadecimal digits at once, since listings hold millions of digests.
    ///
    /// - Returns: whether they are digits.
    @inline(__always)
    private static func read(
        _ digits: Span<UInt8>, from start: Int, _ lowerCase: Bool, _ number: inout UInt64
    ) -> Bool {
        let eight = digits.extracting(start..<start + 8)
        let word = unsafe UInt64(littleEndian: eight.bytes.unsafeLoadUnaligned(as: UInt64.self))
        let (ones, highBits): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        guard word & highBits == 0 else { return false }
        // The high bit of a byte tells that it is a digit, or a letter from a to f. No sum goes over into the next byte.
        let folded = word | ones &* 0x20
        let areFigures = (word &+ ones &* 0x50) & ~(word &+ ones &* 0x46) & highBits
        let areLetters = (folded &+ ones &* 0x1F) & ~(folded &+ ones &* 0x19) & highBits
        guard areFigures | areLetters == highBits else { return false }
        if lowerCase, areLetters & ~(word &<< 2) != 0 { return false }
        var rest = (word & (ones &* 0x0F)) &+ (areLetters &>> 7) &* 9
        rest = (rest &<< 4 | rest &>> 8) & 0x00FF_00FF_00FF_00FF
        rest = (rest | rest &>> 8) & 0x0000_FFFF_0000_FFFF
        number = UInt64(UInt32(truncatingIfNeeded: rest | rest &>> 16).byteSwapped)
        return true
    }

    @inline(__always)
    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// The digest as 32 lower-case hexadecimal digits.
    package var hexadecimal: String {
        unsafe withUnsafeBytes(of: words) { unsafe String(decoding: $0, as: UTF8.self) }
    }

    /// The digest as 32 lower-case hexadecimal digits.
    package var digits: ByteString {
        var bytes: [UInt8] = []
        appendHexadecimal(to: &bytes)
        return ByteString(bytes)
    }

    /// Adds the digest as 32 lower-case hexadecimal digits.
    func appendHexadecimal(to bytes: inout [UInt8]) {
        unsafe withUnsafeBytes(of: words) { unsafe bytes.append(contentsOf: $0) }
    }

    private var words: (UInt64, UInt64, UInt64, UInt64) {
        (
            Self.word(of: high >> 32), Self.word(of: high & 0xFFFF_FFFF), Self.word(of: low >> 32),
            Self.word(of: low & 0xFFFF_FFFF)
        )
    }

    /// The 8 digits of a number below 2³², one a byte, in the order in which they stand in memory. All at once, since manifests
    /// hold millions of digests.
    private static func word(of number: UInt64) -> UInt64 {
        var digits = (number << 16 | number) & 0x0000_FFFF_0000_FFFF
        digits = (digits << 8 | digits) & 0x00FF_00FF_00FF_00FF
        digits = (digits << 4 | digits) & 0x0F0F_0F0F_0F0F_0F0F
        let areLetters = (digits + 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
        let zeros = UInt64(UInt8(ascii: "0")) * 0x0101_0101_0101_0101
        return (digits + zeros + areLetters * UInt64(UInt8(ascii: "a") - UInt8(ascii: "0") - 10)).bigEndian
    }
}

extension MD5Digest: CustomStringConvertible {
    /// The hexadecimal digits.
    package var description: String { hexadecimal }
}
