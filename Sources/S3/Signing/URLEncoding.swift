package import ModelArtifacts

/// The encoding of names in URLs that signatures of AWS are made of: all bytes but the unreserved ones of RFC 3986 as `%XX`.
///
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html, `UriEncode`.
package enum URLEncoding {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// A key as the path of a URL, in which slashes stay.
    package static func path(_ key: ByteString) -> String { encoded(key, keepsSlashes: true) }

    /// A name or a value of a query.
    package static func query(_ value: ByteString) -> String { encoded(value, keepsSlashes: false) }

    private static func encoded(_ value: ByteString, keepsSlashes: Bool) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(value.count)
        for byte in value.bytes {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                text.append(byte)
            case UInt8(ascii: "/") where keepsSlashes: text.append(byte)
            default:
                text.append(UInt8(ascii: "%"))
                text.append(digits[Int(byte >> 4)])
                text.append(digits[Int(byte & 15)])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
