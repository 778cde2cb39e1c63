/// Finds a path that is both a file and a directory.
final class NameClash: LayoutCheck {
    static let rule = Rule(
        "name-clash", .error, "one path is both a file and a directory",
        explanation: """
            A key such as `model/weights` becomes a file, and `model/weights/part1` needs a directory of the same name. \
            No file system can hold both, so SageMaker fails the deployment: "Ambiguous file names will result in model \
            deployment failure". The same holds for the members of an archive.
            """,
        remedy: "rename the file or the directory, or delete the one that is left over from an earlier upload",
        example: Rule.Example(
            bad: "s3://mybucket/model/weights\ns3://mybucket/model/weights/part1",
            good: "s3://mybucket/model/weights.json\ns3://mybucket/model/weights/part1"),
        source: RuleSource.modelDataSource)

    static let directories = NameInterest.none

    func endOfClash(_ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals, _ context: CheckContext) {
        guard totals.filesBelow > 0 || totals.isExplicit else { return }
        let what = context.subject.combination.compressionType == .gzip ? "member" : "key"
        let below =
            totals.filesBelow == 0
            ? "named as a directory" : "a directory with \(Plural.count(totals.filesBelow, what)) below it"
        context.report(Self.rule, at: path, count: totals.filesBelow) { "'\($0)' is a file and also \(below)" }
    }
}
