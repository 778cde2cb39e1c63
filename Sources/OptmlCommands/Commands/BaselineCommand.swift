import ModelArtifacts

/// What commands do with the baseline of a report.
enum BaselineCommand {
    /// How many entries that match nothing are named.
    private static let named = 3

    /// Writes the baseline of the present findings, and says so.
    ///
    /// - Throws: ``ArtifactError`` if it cannot be written, or there are too many findings.
    static func write(
        _ outcome: BaselineOutcome, to file: ByteString, _ output: OutputOptions
    ) throws(ArtifactError) {
        guard let baseline = outcome.recorded, !outcome.isOverfull else {
            throw ArtifactError(
                .writeFailed,
                "\(file): a baseline holds at most \(Baseline.maximumCount) findings; ignore some rules first")
        }
        try BaselineFile(path: file).write(baseline)
        guard !output.quiet else { return }
        Notice.note.show("\(file): \(Plural.count(baseline.count, "finding")) accepted")
    }

    /// Says which entries of the baseline no finding matched.
    static func noteStale(_ outcome: BaselineOutcome, _ configuration: Configuration, _ output: OutputOptions) {
        guard !output.quiet, let file = configuration.baseline?.value, !outcome.stale.isEmpty else { return }
        let total = outcome.stale.reduce(0) { $0 + $1.count }
        let names = outcome.stale.prefix(named).map { entry in
            let location = entry.location
            let place = location.path ?? location.key ?? location.member ?? location.jsonPath.map { ByteString($0) }
            return DisplayText.escaped(entry.rule) + (place.map { " at '\($0)'" } ?? "")
        }
        let rest = outcome.stale.count > named ? ", …" : ""
        Notice.note.show(
            "\(file): \(Plural.count(total, "finding")) of the baseline no longer there "
                + "(\(names.joined(separator: ", "))\(rest)); --write-baseline writes it anew")
    }
}
