/// Finds model data that does not fit on the instance's volume.
final class ExceedsVolume: SummaryCheck {
    static let rule = Rule(
        "exceeds-volume", .error, "the model needs more room than `--volume-size`",
        explanation: """
            SageMaker puts the model on the volume of the instance, whose size is `VolumeSizeInGB` or fixed by the instance \
            type. An archive is downloaded first and then unpacked beside itself, so both must fit at once. Too small a \
            volume shows as "The model data archive is too large".
            """,
        remedy: "choose a larger volume or instance type, or deploy the model uncompressed",
        example: Rule.Example(
            bad: "optml check model/ --volume-size 30GiB   # 40 GiB of weights",
            good: "optml check model/ --volume-size 60GiB"),
        source: RuleSource.instanceStorage)

    func check(_ totals: SummaryTotals, _ context: CheckContext) {
        let subject = context.subject
        guard let volume = subject.volumeSize else { return }
        let isUnpacked = subject.kind == .archive && subject.combination.compressionType == .gzip
        let archive = isUnpacked ? subject.archiveSize ?? totals.archiveSize ?? 0 : 0
        let needed = totals.bytes.addingClamped(archive)
        guard needed > volume else { return }
        let (archiveSize, contentSize) = (ByteSize(bytes: archive), ByteSize(bytes: totals.bytes))
        let parts = archive > 0 ? " for the archive (\(archiveSize)) and its contents (\(contentSize))" : ""
        let atLeast = totals.isComplete ? "" : "at least "
        context.report(
            Finding(
                Self.rule,
                "'\(subject.location)' needs \(atLeast)\(ByteSize(bytes: needed).exact)\(parts), and the volume has \(ByteSize(bytes: volume).exact)",
                help: isUnpacked ? nil : "choose a larger volume or instance type"
            ))
    }
}
