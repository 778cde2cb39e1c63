/// Finds names with backslashes, which are no separators on Linux.
final class BackslashInName: NameCheck, SubjectCheck, HostedModelCheck {
    static let interest = NameInterest(traits: .backslash)

    static let rule = Rule(
        "backslash-in-name", .warning, "a backslash in a name, which separates nothing on Linux",
        explanation: """
            Programs on Windows join names with a backslash. In a key of S3, in a member of an archive and on Linux it is a \
            character like others: `code\\inference.py` is one file of that name at the top, and no container looks for \
            it. `os.path.join` made for a key, and some packers, leave such names.
            """,
        remedy: "write the names with slashes: `posixpath.join` or `pathlib.PurePosixPath` in Python",
        example: Rule.Example(
            bad: "s3://mybucket/model/code\\inference.py", good: "s3://mybucket/model/code/inference.py"),
        source: "https://github.com/aws/sagemaker-python-sdk/issues/1759")

    /// Where in the URI there is one, that is said once and not of each key again.
    private static func key(of subject: Subject) -> ByteString? {
        subject.uri?.key.bytes.contains(UInt8(ascii: "\\")) ?? false ? subject.uri?.key : nil
    }

    func check(_ subject: Subject, _ context: CheckContext) {
        guard let key = Self.key(of: subject) else { return }
        context.report(
            Finding(
                Self.rule, "'\(key)' has a backslash in it, which is part of a name and separates nothing",
                at: Location(key: key)))
    }

    func check(model path: Span<UInt8>, size: Int64?, isArchive: Bool, _ context: CheckContext) {
        guard NameTraits.holdsBackslash(path, from: 0) else { return }
        context.report(Self.rule, at: path) {
            "'\($0)' has a backslash in its name, which callers would have to write too"
        }
    }

    func check(name: Int, of path: Span<UInt8>, isDirectory: Bool, _ traits: NameTraits, _ context: CheckContext) {
        let subject = context.subject
        let isNamedByURI = subject.combination == Combination(.object, .none) && Self.key(of: subject) != nil
        guard traits.contains(.backslash), !isNamedByURI else { return }
        context.report(Self.rule, at: path) { path in
            "'\(path)' has a backslash in its name, and on Linux it is one \(isDirectory ? "directory" : "file") of that name"
        }
    }
}
