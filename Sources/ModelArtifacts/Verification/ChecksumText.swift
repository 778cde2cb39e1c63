/// Checksums as text: people write hexadecimal digits, S3 base64.
enum ChecksumText {
    /// A checksum of `length` bytes in base64, from either form; nil for anything else.
    static func base64(_ text: ByteString, length: Int) -> String? {
        if text.bytes.count == 2 * length {
            var bytes: [UInt8] = []
            for digit in stride(from: 0, to: 2 * length, by: 2) {
                let pair = text.bytes[digit..<digit + 2]
                guard pair.allSatisfy(isHexadecimal), let byte = UInt8(String(decoding: pair, as: UTF8.self), radix: 16)
                else { return nil }
                bytes.append(byte)
            }
            return Base64.encode(bytes)
        }
        guard let bytes = Base64.decode(text.bytes), bytes.count == length else { return nil }
        return Base64.encode(bytes)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}
