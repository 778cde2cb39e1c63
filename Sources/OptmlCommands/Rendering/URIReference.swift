import ModelArtifacts

/// Writes a path as a relative reference of RFC 3986, every byte that is not unreserved percent-encoded.
enum URIReference {
    /// The reference for a relative path. It is exact: decoding gives the same bytes again.
    static func text(_ path: ByteString) -> String {
        var text = ""
        for byte in path.bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                text += digits.count < 2 ? "%0" + digits : "%" + digits
            }
        }
        return text
    }
}
