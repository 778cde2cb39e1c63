/// The rules for names of buckets.
///
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
package enum BucketName {
    /// What is wrong with a name.
    package enum Problem: Hashable, Sendable {
        /// No bucket can have this name.
        case impossible(String)
        /// Only a bucket made in us-east-1 before March 2018 can have it.
        case legacy(String)
    }

    /// Says what is wrong with a name; nil if nothing is.
    package static func problem(of name: ByteString) -> Problem? {
        let bytes = name.bytes
        if bytes.span.starts(with: "arn:") {
            return .impossible("it is an ARN; give the bucket's name or an access point alias")
        }
        let isLegacyByte: (UInt8) -> Bool = { isUpper($0) || $0 == UInt8(ascii: "_") }
        guard
            bytes.allSatisfy({ isPlain($0) || isLegacyByte($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") })
        else { return .impossible("it holds characters other than letters, digits, dots and hyphens") }
        guard (3...255).contains(bytes.count) else {
            return .impossible("it has \(Plural.count(bytes.count, "character")), and a bucket's name has 3 to 63")
        }
        if bytes.contains(where: isLegacyByte) { return .legacy("it holds upper case or an underscore") }
        guard bytes.count <= 63 else { return .legacy("it has \(bytes.count) characters, more than 63") }
        guard let first = bytes.first, let last = bytes.last, isPlain(first), isPlain(last) else {
            return .impossible("it does not begin and end with a letter or a digit")
        }
        if bytes.span.starts(with: "xn--") { return .impossible("names cannot begin with xn--") }
        if bytes.span.starts(with: "sthree-") { return .impossible("names cannot begin with sthree-") }
        guard bytes.contains(UInt8(ascii: ".")) else { return nil }
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.allSatisfy({ !$0.isEmpty }) else { return .impossible("it holds two dots in a row") }
        if labels.count == 4, labels.allSatisfy({ $0.count <= 3 && $0.allSatisfy(isDigit) }) {
            return .impossible("it is written like an IP address")
        }
        return nil
    }

    /// Whether two names are those of different buckets, as far as names tell: by an access point a bucket has another one.
    package static func areDifferent(_ one: ByteString, _ other: ByteString) -> Bool {
        one != other && !isAccessPoint(one) && !isAccessPoint(other)
    }

    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-naming.html
    private static func isAccessPoint(_ name: ByteString) -> Bool {
        name.hasPrefix("arn:") || ["-s3alias", "--ol-s3", "--xa-s3"].contains(where: name.hasSuffix)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private static func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
    private static func isPlain(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
}
