import ModelArtifacts

/// The patterns of images, URIs and ARNs.
extension TextPattern {
    /// The path of an image in a registry.
    static let image = TextPattern(#"[\S]+"#, "anything without white space") { text in
        !text.isEmpty
            && !String(decoding: text.bytes, as: UTF8.self).unicodeScalars.contains { scalar in
                // The separators U+001C to U+001F count as white space for some engines and for no image.
                scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
            }
    }

    /// Anything on one line.
    static let line = TextPattern(".*", "anything on one line") { text in !holdsLineEnd(text.bytes) }

    /// The URI of an object or a prefix.
    static let s3URI = TextPattern(
        "(https|s3)://([^/]+)/?(.*)", "s3://BUCKET/KEY, or the same with https",
        suggestion: s3URI
    ) { text in
        guard let start = schemes.first(where: text.hasPrefix) else { return false }
        let rest = text.bytes[start.count...]
        let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
        return slash > rest.startIndex && !holdsLineEnd(rest[slash...])
    }

    /// The ARN of a role.
    static let roleARN = TextPattern(
        #"arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+"#, "the ARN of an IAM role",
        suggestion: { text in
            let isName = !text.isEmpty && text.bytes.allSatisfy(isRoleByte) && !text.hasPrefix("/")
            return isName ? "arn:aws:iam::ACCOUNT:role/" + text : nil
        },
        matches: { text in
            let fields = text.bytes.split(separator: UInt8(ascii: ":"), maxSplits: 5, omittingEmptySubsequences: false)
            guard fields.count == 6, fields[0].elementsEqual("arn".utf8), isPartition(fields[1]),
                fields[2].elementsEqual("iam".utf8), fields[3].isEmpty, isAccount(fields[4])
            else { return false }
            let role = fields[5]
            return role.starts(with: "role".utf8) && role.count > 4 && role.dropFirst(4).allSatisfy(isRoleByte)
        })

    /// The name or the ARN of a model package.
    static let modelPackageName = TextPattern(
        #"(arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:[a-z\-]*\/)?([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)(\/[0-9]{1,9})?"#,
        "the name or the ARN of a model package, with a version if need be"
    ) { text in
        let fields = text.bytes.split(separator: UInt8(ascii: ":"), maxSplits: 5, omittingEmptySubsequences: false)
        guard fields.count > 1 else { return isVersionedName(text.bytes[...]) }
        guard fields.count == 6, fields[0].elementsEqual("arn".utf8), isPartition(fields[1]),
            fields[2].elementsEqual("sagemaker".utf8),
            fields[3].allSatisfy({ ASCII.isLowerCase($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: "-") }),
            isAccount(fields[4]), let slash = fields[5].firstIndex(of: UInt8(ascii: "/")),
            fields[5][..<slash].allSatisfy({ ASCII.isLowerCase($0) || $0 == UInt8(ascii: "-") })
        else { return false }
        return isVersionedName(fields[5][(slash + 1)...])
    }

    private static let schemes: [ByteString] = ["s3://", "https://"]

    /// `NAME` or `NAME/VERSION`
    private static func isVersionedName(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts[0]
        guard let first = name.first, let last = name.last, ASCII.isAlphanumeric(first), last != UInt8(ascii: "-"),
            name.count <= 63, name.allSatisfy({ ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "-") })
        else { return false }
        return parts.count == 1 || ((1...9).contains(parts[1].count) && parts[1].allSatisfy(ASCII.isDigit))
    }

    /// `aws`, `aws-cn`, `aws-us-gov`
    private static func isPartition(_ text: ArraySlice<UInt8>) -> Bool {
        text.starts(with: "aws".utf8)
            && text.dropFirst(3).allSatisfy { ASCII.isLowerCase($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isAccount(_ text: ArraySlice<UInt8>) -> Bool {
        text.count == 12 && text.allSatisfy(ASCII.isDigit)
    }

    private static func isRoleByte(_ byte: UInt8) -> Bool {
        ASCII.isAlphanumeric(byte) || "+=,.@-_/".utf8.contains(byte)
    }

    /// The URI that was meant by one without a scheme, or with one written otherwise.
    private static func s3URI(_ text: ByteString) -> ByteString? {
        guard !text.isEmpty, text.bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
        var rest = text.bytes[...]
        if let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
            let scheme = ByteString(Array(rest[..<colon])).folded
            guard ["s3", "s3a", "s3n"].contains(scheme) else { return nil }
            rest = rest[(colon + 1)...]
        }
        rest = rest.drop { $0 == UInt8(ascii: "/") }
        let bucket = ByteString(Array(rest.prefix { $0 != UInt8(ascii: "/") }))
        guard rest.contains(UInt8(ascii: "/")), BucketName.problem(of: bucket) == nil else { return nil }
        return "s3://" + ByteString(Array(rest))
    }
}
