/// Finds a component of a key that is empty or blank.
final class EmptyName: NameCheck {
    static let interest = NameInterest(traits: .blank)
    static let rule = Rule(
        "empty-name", .error, "a component of a key is empty or blank",
        explanation: """
            SageMaker splits what follows the prefix at each slash and uses the parts as names of directories and files. \
            An empty string and one of white space only are not allowed as a name, so the deployment fails. Two slashes \
            in a row mostly come from joining a prefix that ends with a slash to a path that begins with one. The rule \
            is one for uncompressed data; in an archive empty components mean nothing.
            """,
        remedy: "copy the objects to keys without the empty or blank component, and delete the old ones",
        example: Rule.Example(bad: "s3://mybucket/model/weights//part1", good: "s3://mybucket/model/weights/part1"),
        source: RuleSource.modelDataSource)

    func check(name: Int, of path: Span<UInt8>, isDirectory: Bool, _ traits: NameTraits, _ context: CheckContext) {
        let combination = context.subject.combination
        guard traits.contains(.blank), combination.compressionType == .none else { return }
        // An S3Object whose URI ends with a slash has no name at all, which is another rule's finding.
        if path.isEmpty, combination.dataType == .object { return }
        // Of a run of slashes the first says it all.
        if name == path.count, name > 0, name == 1 || path[name - 2] == UInt8(ascii: "/") { return }
        let isEmpty = name == path.count
        context.report(Self.rule, at: path) { path in
            let what =
                if path.isEmpty {
                    "the key has a slash right after the prefix, which makes an empty directory name"
                } else if isEmpty {
                    "'\(path)' is followed by a second slash, which makes an empty directory name"
                } else {
                    "'\(path)' ends in a name of white space only"
                }
            return "\(what); SageMaker does not accept it"
        }
    }
}
