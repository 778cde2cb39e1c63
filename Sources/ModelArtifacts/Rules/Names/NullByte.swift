/// Finds a name that holds a NUL byte.
final class NullByte: NameCheck {
    static let interest = NameInterest(traits: .null)
    static let rule = Rule(
        "null-byte", .error, "a component of a path holds a NUL byte",
        explanation: """
            No file system can hold a name with a NUL byte, and SageMaker forbids it. S3 accepts such keys, and a tar \
            archive can hold such names in its extended headers. Extractors cut the name at the NUL, so that the file \
            gets another name than the archive says, or they fail.
            """,
        remedy: "rename the file without the NUL byte, and look for what wrote it: it is seldom meant",
        example: Rule.Example(
            bad: "s3://mybucket/model/weights\\x00.bin (the key holds the byte 00)",
            good: "s3://mybucket/model/weights.bin"),
        source: RuleSource.modelDataSource)

    func check(name: Int, of path: Span<UInt8>, isDirectory: Bool, _ traits: NameTraits, _ context: CheckContext) {
        guard traits.contains(.null) else { return }
        context.report(Self.rule, at: path) { "'\($0)' holds a NUL byte, which no file name can have" }
    }
}
