import ModelArtifacts

/// Says that options leave out nothing of a source that is no directory: what an archive or a bucket holds is part of the model.
enum FilterNotice {
    static func show(_ report: InspectionReport, _ filter: PathFilter, _ output: OutputOptions) {
        guard !output.quiet, !filter.isEmpty, report.kind != .directory else { return }
        Notice.note.show(
            "\(report.location): is no directory, so --exclude, --include and --exclude-junk leave out nothing of it"
        )
    }

    static func show(_ report: VerificationReport, _ filter: PathFilter, _ output: OutputOptions) {
        guard !output.quiet, !filter.isEmpty, ![report.expected.kind, report.actual.kind].contains("directory") else {
            return
        }
        Notice.note.show("no side is a directory, so --exclude, --include and --exclude-junk leave out nothing")
    }
}
