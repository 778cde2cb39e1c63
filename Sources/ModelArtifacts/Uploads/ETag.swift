/// The entity tag that S3 keeps of an object.
///
/// For an object that one PUT wrote, unencrypted or under SSE-S3, it is the MD5 of the bytes; for a multipart upload it is
/// the MD5 of the MD5s of the parts, a hyphen and the number of parts. Under SSE-KMS or SSE-C, and in directory buckets, it is
/// neither, although it may look like it (`Object.ETag` of the S3 service model in botocore).
public struct ETag: Hashable, Sendable {
    /// Tags that are a digest take 20 bytes and no allocation, since a listing can hold millions of them.
    private enum Storage: Hashable, Sendable {
        /// `partCount` is 0 for a tag without a hyphen.
        case digest(MD5Digest, partCount: Int32)
        case other(String)
    }

    private let storage: Storage

    /// Takes a tag as a listing or a user gives it; one pair of double quotes around it is dropped.
    ///
    /// Hexadecimal digits of a tag that is a digest become lower case, as S3 writes them; every other text is kept as it is.
    public init(_ text: String) {
        var bytes = text.utf8[...]
        let quote = UInt8(ascii: "\"")
        if bytes.count >= 2, bytes.first == quote, bytes.last == quote {
            bytes = bytes.dropFirst().dropLast()
        }
        let digits = bytes.prefix(32)
        let rest = bytes[digits.endIndex...]
        if let digest = MD5Digest(hexadecimal: digits), let partCount = Self.partCount(suffix: rest) {
            storage = .digest(digest, partCount: partCount)
        } else {
            storage = .other(String(Substring(bytes)))
        }
    }

    /// Takes a tag as a listing gives it, in bytes; what is not UTF-8 in it is replaced.
    package init(_ text: ByteString) {
        self.init(String(decoding: text.bytes, as: UTF8.self))
    }

    /// Takes a tag as the bytes of a listing, without quotes, that need not be UTF-8; nil if there are none.
    ///
    /// The tag of an object that one PUT wrote needs no allocation.
    package init?(_ bytes: Span<UInt8>) {
        guard !bytes.isEmpty else { return nil }
        if bytes.count == 32, let digest = MD5Digest(hexadecimal: bytes) {
            self.init(md5: digest)
        } else {
            let text = ByteString(bytes)
            self.init(text.string ?? DisplayText.escaped(text.bytes))
        }
    }

    /// The tag of an object that one PUT wrote.
    package init(md5: MD5Digest) {
        storage = .digest(md5, partCount: 0)
    }

    /// The tag of a multipart upload, from the digest of the digests of its parts.
    package init(partsDigest: MD5Digest, partCount: Int) {
        storage = .digest(partsDigest, partCount: Int32(clamping: partCount))
    }

    /// The tag without quotes.
    public var text: String {
        switch storage {
        case .digest(let digest, partCount: 0): digest.hexadecimal
        case .digest(let digest, let partCount): "\(digest.hexadecimal)-\(partCount)"
        case .other(let text): text
        }
    }

    /// Adds the tag without quotes, which needs no allocation for that of an object that one PUT wrote.
    func append(to bytes: inout [UInt8]) {
        if case .digest(let digest, partCount: 0) = storage {
            digest.appendHexadecimal(to: &bytes)
        } else {
            bytes.append(contentsOf: text.utf8)
        }
    }

    /// Whether the tag can be the MD5 of the object's bytes: 32 hexadecimal digits.
    public var canBeMD5: Bool {
        if case .digest(_, partCount: 0) = storage { true } else { false }
    }

    /// The digest of a tag that can be the MD5 of the object's bytes; nil for others.
    var digest: MD5Digest? {
        if case .digest(let digest, partCount: 0) = storage { digest } else { nil }
    }

    /// The number of parts if the tag can be that of a multipart upload (32 hexadecimal digits, a hyphen, a number); or nil.
    public var partCount: Int? {
        if case .digest(_, let partCount) = storage, partCount > 0 { Int(partCount) } else { nil }
    }

    /// Whether it says itself that it is not of the very bytes: `W/"…"`, as proxies make them that compress answers.
    ///
    /// Source: https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3
    package var isWeak: Bool {
        if case .other(let text) = storage { text.hasPrefix("W/\"") } else { false }
    }

    /// Whether both are of the same contents as far as their texts tell: a weak one is like the strong one of the same text.
    ///
    /// Source: https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3.2
    package func matches(_ other: ETag) -> Bool { self == other || strong == other.strong }

    /// The tag without what says that it is weak.
    private var strong: ETag { isWeak ? ETag(String(text.dropFirst(2))) : self }

    /// Whether an upload of this plan may give the tag: it has the form of an MD5, or the plan's number of parts.
    package func canResult(from plan: PartPlan) -> Bool {
        plan.partSize == nil ? canBeMD5 : partCount == plan.pieceCount
    }

    /// The number after the hyphen, 0 without any suffix, nil if it is not what S3 writes, which takes no more parts than
    /// ``S3Limits/partCount``.
    private static func partCount(suffix: Substring.UTF8View) -> Int32? {
        guard let hyphen = suffix.first else { return 0 }
        let digits = suffix.dropFirst()
        guard hyphen == UInt8(ascii: "-"), let first = digits.first, first != UInt8(ascii: "0"),
            digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return Int32(Substring(digits)).flatMap { $0 <= S3Limits.partCount ? $0 : nil }
    }
}

extension ETag: CustomStringConvertible {
    /// The tag without quotes, made safe to show; see ``DisplayText``.
    public var description: String { DisplayText.escaped(text) }
}
