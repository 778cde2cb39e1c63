/// Finds what Hadoop and Spark write beside the files of a job.
final class HadoopMarker: LayoutCheck {
    static let interest = NameInterest(
        suffixes: ["_$folder$", "_SUCCESS", ".crc"], prefixes: ["_committed_", "_started_", "part-00000"])
    static let directories = NameInterest.none
    private static let options = "--exclude '*_$folder$' --exclude '*_SUCCESS' --exclude '*.crc'"

    static let rule = Rule(
        "hadoop-marker", .warning, "a marker or checksum that Hadoop or Spark writes beside its files",
        explanation: """
            Jobs of Hadoop, Spark and EMR mark a folder by an empty object `NAME_$folder$`, the end of a job by `_SUCCESS`, \
            and write a checksum `.NAME.crc` beside each file; Databricks writes `_started_ID` and `_committed_ID` besides. They \
            become files of the model; containers that load every file they find fail on them. Of those in a model of Spark ML, a \
            folder with `metadata/part-00000`, which Spark writes and reads itself, nothing is said.
            """,
        remedy: "leave them out: `\(options)`",
        example: Rule.Example(
            bad: "s3://mybucket/model_$folder$\ns3://mybucket/model/_SUCCESS", good: "s3://mybucket/model/weights"),
        source: "https://repost.aws/knowledge-center/emr-s3-empty-files")

    /// So many markers wait for what may stand behind them, and so many models are told apart.
    private static let limit = 10_000

    /// Those that are a part of a model of Spark ML if their folder is a part of one.
    private var waiting: [ByteString] = []
    /// The folders of models of Spark ML, and of what these are made of.
    ///
    /// Source: `DefaultParamsWriter.saveMetadata` in `mllib/src/main/scala/org/apache/spark/ml/util/ReadWrite.scala` of apache/spark,
    /// which is called for each model and each stage of it.
    private var models: Set<ByteString> = []

    func begin() { (waiting, models) = ([], []) }

    func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ context: CheckContext) {
        let last = ByteString(path.extracting(name...))
        if last.hasPrefix("part-00000") {
            let folder = ByteString(path).parent
            if folder.lastComponent == "metadata", models.count < Self.limit { models.insert(folder.parent) }
        } else if let what = Self.what(last) {
            let isOfJob = !last.hasSuffix("_$folder$")
            guard isOfJob, name > 0, waiting.count < Self.limit else { return report(path, what, context) }
            waiting.append(ByteString(path))
        }
    }

    func finish(layout context: CheckContext) {
        for path in waiting where !models.contains(path.parent.parent) {
            if let what = Self.what(path.lastComponent) { report(path.bytes.span, what, context) }
        }
    }

    private func report(_ path: Span<UInt8>, _ what: String, _ context: CheckContext) {
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
