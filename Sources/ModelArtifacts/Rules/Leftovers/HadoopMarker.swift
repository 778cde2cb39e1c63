/// Finds what Hadoop and Spark write beside the files of a job.
final class HadoopMarker: NameCheck {
    static let interest = NameInterest(
        suffixes: ["_$folder$", "_SUCCESS", ".crc"], prefixes: ["_committed_", "_started_"])
    static let directories = NameInterest.none
    private static let options = "--exclude '*_$folder$' --exclude '*_SUCCESS' --exclude '*.crc'"

    static let rule = Rule(
        "hadoop-marker", .warning, "a marker or checksum that Hadoop or Spark writes beside its files",
        explanation: """
            Jobs of Hadoop, Spark and EMR mark a folder by an empty object `NAME_$folder$`, the end of a job by `_SUCCESS`, \
            and write a checksum `.NAME.crc` beside each file; Databricks writes `_started_ID` and `_committed_ID` besides. They \
            become files of the model; containers that load every file they find fail on them.
            """,
        remedy: "leave them out: `\(options)`",
        example: Rule.Example(
            bad: "s3://mybucket/model_$folder$\ns3://mybucket/model/_SUCCESS", good: "s3://mybucket/model/weights"),
        source: "https://repost.aws/knowledge-center/emr-s3-empty-files")

    func check(name: Int, of path: Span<UInt8>, isDirectory: Bool, _ traits: NameTraits, _ context: CheckContext) {
        guard !isDirectory, let what = Self.what(ByteString(path.extracting(name...))) else { return }
        let help = context.subject.remedy(leavingOutBy: Self.options)
        context.report(Self.rule, at: path, help: help) { "'\($0)' is \(what)" }
    }

    private static func what(_ name: ByteString) -> String? {
        if name.hasSuffix("_$folder$") { return "what Hadoop marks a folder with" }
        if name == "_SUCCESS" { return "what Hadoop marks the end of a job with" }
        for prefix in ["_committed_", "_started_"] as [ByteString] where name.hasPrefix(prefix) {
            let id = name.bytes.dropFirst(prefix.count)
            let isID = id.count > 8 && id.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
            return isID ? "what Databricks keeps of a job that wrote files" : nil
        }
        let isChecksum = name.hasPrefix(".") && name.hasSuffix(".crc") && name.count > 5
        return isChecksum ? "a checksum that Hadoop writes beside a file" : nil
    }
}
