/// What a comparison has to say in reports that are made of findings.
///
/// They are no rules that could be chosen or ignored: that is what the options of a comparison are for.
package enum VerificationRules {
    /// All of them.
    package static let rules = [changed, missing, nothing, unexpected, unverifiable]

    private static let source = "https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html"

    static let changed = Rule(
        "verify-changed", .error, "an object is not what is expected",
        explanation: """
            The size, the ETag or a checksum of an object differs from what is expected. An ETag that differs at equal size \
            means other contents, unless the object was uploaded in parts of another size, or SSE-KMS, SSE-C or a directory \
            bucket give ETags that are no MD5s.
            """,
        remedy: """
            upload or download it again, or make the manifest anew; where S3 encrypts with SSE-KMS, say so with --encryption, \
            or compare checksums with --checksums
            """,
        example: Rule.Example(bad: "expected 812 bytes, found 811 bytes", good: "the same size and the same ETag"),
        source: source)

    static let missing = Rule(
        "verify-missing", .error, "an object that is expected is not there",
        explanation: "What is expected names an object that the other side does not have.",
        remedy: "upload or download it, or make the manifest anew",
        example: Rule.Example(bad: "the manifest names config.json, and no key", good: "both have config.json"),
        source: source)

    package static let nothing = Rule(
        "verify-nothing", .error, "there is nothing to compare",
        explanation: "Neither side has an object, so that nothing is known of what is there.",
        remedy: "check both places for a typing error, and that files were written there",
        example: Rule.Example(bad: "a manifest without rows and an empty prefix", good: "at least one object"),
        source: source)

    static let unexpected = Rule(
        "verify-unexpected", .error, "an object is there that nobody expects",
        explanation: """
            There is an object that what is expected does not name: left over from an earlier upload, or put there by \
            somebody else. SageMaker lays it out with the others.
            """,
        remedy:
            "delete it, leave it out with --exclude if it is a local file, or accept it with --allow-unexpected",
        example: Rule.Example(bad: "a key that the manifest does not name", good: "the same names on both sides"),
        source: source)

    static let unverifiable = Rule(
        "verify-unverifiable", .error, "an object cannot be compared",
        explanation: """
            Both sides have the object, but nothing that says whether it is the same: a side has no ETag of it, or one that \
            is no MD5 of the contents, as under SSE-KMS, SSE-C and in directory buckets.
            """,
        remedy: "compare checksums with --checksums, or accept equal sizes with --allow-unverifiable",
        example: Rule.Example(bad: "the ETag of an object under SSE-KMS", good: "an ETag that is an MD5"),
        source: source)

    /// The rule for a status; nil for what is the same.
    static func rule(for status: ObjectStatus) -> Rule? {
        switch status {
        case .same: nil
        case .changed: changed
        case .missing: missing
        case .unexpected: unexpected
        case .unverifiable: unverifiable
        }
    }
}
