/// The encoding of keys that S3 uses with `encoding-type=url` and in inventories: `%XX`, and `+` for a space.
///
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html, `EncodingType`;
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory.html, "Key name".
package enum PercentEncoding {
    /// Decodes the bytes in place; returns false, with the bytes in any state, if a `%` is not followed by two
    /// hexadecimal digits.
    ///
    /// - Parameter plusIsSpace: whether `+` stands for a space, which it does not in the path of a URL.
    package static func decode(_ bytes: inout [UInt8], plusIsSpace: Bool = true) -> Bool {
        guard
            ByteScan.first(UInt8(ascii: "%"), in: bytes.span, from: 0) != nil
                || ByteScan.first(UInt8(ascii: "+"), in: bytes.span, from: 0) != nil
        else { return true }
        var written = 0
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "+") where plusIsSpace: bytes[written] = UInt8(ascii: " ")
            case UInt8(ascii: "%"):
                guard index + 2 < bytes.count, let high = hexadecimalDigit(bytes[index + 1]),
                    let low = hexadecimalDigit(bytes[index + 2])
                else { return false }
                bytes[written] = high << 4 | low
                index += 2
            case let byte: bytes[written] = byte
            }
            written += 1
            index += 1
        }
        bytes.removeSubrange(written...)
        return true
    }

    /// The value of a hexadecimal digit in either case.
    package static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
