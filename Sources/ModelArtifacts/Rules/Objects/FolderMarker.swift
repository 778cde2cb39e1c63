/// Finds what the S3 console leaves for a folder below the prefix.
final class FolderMarker: ObjectCheck {
    /// Of a multi-model endpoint nothing is unpacked or mirrored before a model is called.
    static let exceptFrameworks: Set<Framework> = [.multiModel]

    static let rule = Rule(
        "folder-marker", .error, "a key below the prefix ends with a slash",
        explanation: """
            When you create a folder in the S3 console, S3 stores an object of 0 bytes whose key ends with a slash. \
            SageMaker would have to make a file with an empty name of it, which violates its restrictions on file names \
            and leads to model deployment failure. Directories need no object: they come from the keys below them.
            """,
        remedy: "delete the object of that key (`aws s3api delete-object`), and create no folders in the S3 console",
        example: Rule.Example(
            bad: "s3://mybucket/model/weights/ (0 bytes)\ns3://mybucket/model/weights/part1",
            good: "s3://mybucket/model/weights/part1"),
        source: RuleSource.consoleFolders)

    func check(object path: Span<UInt8>, size: Int64?, _ context: CheckContext) {
        guard !path.isEmpty, path[path.count - 1] == UInt8(ascii: "/"),
            context.subject.combination == Combination(.prefix, .none)
        else { return }
        context.report(Self.rule, at: path) { path in
            "'\(path)' is the key of a folder marker, a file without a name, which fails the deployment"
        }
    }
}
