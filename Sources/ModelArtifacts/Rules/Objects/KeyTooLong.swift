/// Finds a key that is longer than S3 allows.
final class KeyTooLong: ObjectCheck, SubjectCheck {
    /// In bytes of UTF-8.
    private static let longest = 1024

    static let concernsManyModels = true
    static let rule = Rule(
        "key-too-long", .error, "a key is longer than 1,024 bytes",
        explanation: """
            S3 keys have at most 1,024 bytes of UTF-8, prefix included. An upload of a deep directory tree under a long \
            prefix stops at the first file whose key is longer (`KeyTooLongError`), or leaves that file out and goes on.
            """,
        remedy: "shorten the prefix or the path below it, so that both together have at most 1,024 bytes",
        example: Rule.Example(
            bad: "s3://mybucket/model/… (a key of 1,100 bytes)", good: "s3://mybucket/model/… (up to 1,024 bytes)"),
        source: RuleSource.objectKeys)

    /// The length of what stands in front of each path.
    private var prefixLength: Int?

    func begin() { prefixLength = nil }

    func check(_ subject: Subject, _ context: CheckContext) {
        // An archive is one object, whose key is in the URI; elsewhere each object is looked at.
        guard subject.combination == Combination(.object, .gzip), let uri = subject.uri, !Self.isTooLong(uri),
            uri.key.count > Self.longest
        else { return }
        report(length: uri.key.count, shown: uri.key, at: Location(key: uri.key), context)
    }

    func check(object path: Span<UInt8>, size: Int64?, _ context: CheckContext) {
        guard context.subject.combination.compressionType == .none else { return }
        let prefixLength = prefixLength ?? context.subject.keyPrefix?.count ?? 0
        self.prefixLength = prefixLength
        guard prefixLength + path.count > Self.longest else { return }
        if context.subject.uri.map(Self.isTooLong) ?? false { return }
        let text = ByteString(path)
        report(length: prefixLength + path.count, shown: text, at: context.location(text), context)
    }

    /// Whether the URI is reported already, as one that the API does not take.
    private static func isTooLong(_ uri: S3URI) -> Bool { uri.length > S3URI.maximumLength }

    private func report(length: Int, shown: ByteString, at location: Location, _ context: CheckContext) {
        context.report(
            Finding(
                Self.rule, "'\(shown)' makes a key of \(length) bytes, and S3 takes at most 1,024", at: location))
    }
}
