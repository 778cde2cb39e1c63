/// Tells texts that are digests from others.
enum HexadecimalDigits {
    /// Whether bytes are the 32 digits of an MD5 without capitals, as S3 writes it.
    @inline(__always)
    static func areLowerCase(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count == 32 else { return false }
        var areDigits = true
        for index in 0..<32 {
            let byte = bytes[index]
            let isDigit = byte &- UInt8(ascii: "0") < 10
            let isLetter = byte &- UInt8(ascii: "a") < 6
            areDigits = areDigits && (isDigit || isLetter)
        }
        return areDigits
    }
}
