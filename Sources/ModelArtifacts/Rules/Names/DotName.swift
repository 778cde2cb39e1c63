/// Finds a component of a key that is a single or a double dot.
final class DotName: NameCheck {
    static let interest = NameInterest(traits: .dots)
    static let rule = Rule(
        "dot-name", .error, "a component of a key is `.` or `..`",
        explanation: """
            To S3 a key is a plain string, so `model/./weights` and `model/../weights` are keys like any other. As paths \
            they would mean another file, so SageMaker forbids both as names of files and directories, and the \
            deployment fails. The rule is one for uncompressed data; in an archive `./weights` is normal.
            """,
        remedy: "copy the objects to keys without the dots, and delete the old ones",
        example: Rule.Example(bad: "s3://mybucket/model/./weights", good: "s3://mybucket/model/weights"),
        source: RuleSource.modelDataSource)

    func check(name: Int, of path: Span<UInt8>, isDirectory: Bool, _ traits: NameTraits, _ context: CheckContext) {
        guard traits.contains(.dots), context.subject.combination.compressionType == .none else { return }
        let kind = isDirectory ? "directory" : "file"
        context.report(Self.rule, at: path) { path in
            "'\(path)' has the \(kind) name '\(path.lastComponent)', which SageMaker does not accept"
        }
    }
}
