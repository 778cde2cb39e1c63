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

    /// Reads 32 hexadecimal digits of either case; nil for anything else.
    init?(hexadecimal digits: Span<UInt8>) {
        guard digits.count == 32 else { return nil }
        var words: (high: UInt64, low: UInt64) = (0, 0)
        for index in 0..<16 {
            guard let high = Self.value(of: digits[index]), let low = Self.value(of: digits[16 + index]) else {
                return nil
            }
            words.high = words.high << 4 | UInt64(high)
            words.low = words.low << 4 | UInt64(low)
        }
        self.init(high: words.high, low: words.low)
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
        unsafe withUnsafeBytes(of: digits) { unsafe String(decoding: $0, as: UTF8.self) }
    }

    /// Adds the digest as 32 lower-case hexadecimal digits.
    func appendHexadecimal(to bytes: inout [UInt8]) {
        unsafe withUnsafeBytes(of: digits) { unsafe bytes.append(contentsOf: $0) }
    }

    private var digits: (UInt64, UInt64, UInt64, UInt64) {
        (
            Self.digits(high >> 32), Self.digits(high & 0xFFFF_FFFF), Self.digits(low >> 32),
            Self.digits(low & 0xFFFF_FFFF)
        )
    }

    /// The 8 digits of a number below 2³², one a byte, in the order in which they stand in memory. All at once, since manifests
    /// hold millions of digests.
    private static func digits(_ number: UInt64) -> UInt64 {
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
