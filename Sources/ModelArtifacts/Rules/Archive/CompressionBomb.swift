/// Finds an archive that unpacks to far more than its size.
final class CompressionBomb: ArchiveCheck {
    private static let suspectRatio: Int64 = 100
    private static let leastBytes: Int64 = 1 << 30

    static let rule = Rule(
        "compression-bomb", .warning, "the archive unpacks to more than 100 times its size, or more than is allowed",
        explanation: """
            Weights hardly compress, so an archive of a few megabytes that unpacks to many gigabytes is no usual model: it \
            fills the volume of the instance and fails there. Sparse files, whose holes take no room in the archive, do \
            the same. Reading stops, with an error, where the contents exceed `--max-size`, which is 50 TiB if it is not given.
            """,
        remedy:
            "look at the largest members with `tar -tvzf`, and leave out what the model does not need",
        example: Rule.Example(
            bad: "truncate -s 20T weights.bin && tar -czSf model.tar.gz weights.bin",
            good: "tar -czf model.tar.gz -C model ."),
        source: RuleSource.instanceStorage)

    func check(_ outcome: ArchiveOutcome, _ context: CheckContext) {
        let unpacked = max(outcome.memberBytes, outcome.uncompressedBytes)
        let location = context.subject.location
        if let limit = outcome.exceededSize {
            let most = ByteSize(bytes: limit).exact
            // Only where there is such an option it can be raised.
            let (bound, command) =
                context.subject.isOfRequest
                ? ("\(most), the most that is read", "check it with `optml check --max-size`")
                : ("the \(most) of `--max-size`", "raise `--max-size`")
            var finding = Finding(
                Self.rule, "'\(location)' unpacks to more than \(bound), so reading stopped",
                help:
                    "look at the largest members with `tar -tvzf`; \(command) if the archive is meant to be so large")
            finding.severity = .error
            context.report(finding)
            return
        }
        let (suspect, overflow) = outcome.compressedBytes.multipliedReportingOverflow(by: Self.suspectRatio)
        guard !overflow, unpacked > suspect, unpacked > Self.leastBytes else { return }
        context.report(
            Finding(
                Self.rule,
                "'\(location)' has \(ByteSize(bytes: outcome.compressedBytes).exact) and unpacks to \(ByteSize(bytes: unpacked).exact), more than 100 times as much"
            ))
    }
}
