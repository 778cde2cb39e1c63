/// Finds names in one directory that differ only by case.
final class CaseClash: LookalikeCheck {
    static let rule = Rule(
        "case-clash", .note, "two paths differ only by case",
        explanation: """
            The instances of SageMaker run Linux, where `Config.json` and `config.json` are two files, so the deployment \
            works. On macOS and Windows they are one file: whoever downloads or unpacks the model there loses one of \
            them, and often one of the two is left over from an earlier upload.
            """,
        remedy: "rename one of the two, or delete the one that is not needed",
        example: Rule.Example(
            bad: "s3://mybucket/model/Config.json\ns3://mybucket/model/config.json",
            good: "s3://mybucket/model/config.json"),
        source: RuleSource.objectKeys)

    static let likeness = Likeness.case

    func check(name: Int, of path: Span<UInt8>, like earlier: ByteString, _ context: CheckContext) {
        let directory = ByteString(path.extracting(0..<name))
        context.report(
            Finding(
                Self.rule, "'\(ByteString(path))' and '\(directory + earlier)' differ only by case",
                at: context.location(path), related: [context.location(directory + earlier)]))
    }
}
