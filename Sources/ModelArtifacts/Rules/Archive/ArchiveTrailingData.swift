/// Finds bytes behind the end of an archive.
final class ArchiveTrailingData: ArchiveCheck {
    static let rule = Rule(
        "archive-trailing-data", .warning, "bytes other than zeros follow the end of the archive",
        explanation: """
            A tar archive ends with two blocks of zeros, a gzip file with the trailer of its last member. What comes after \
            that is ignored by some extractors and an error for others. Archives that were joined with `cat` look like \
            this: only the members of the first are unpacked, and where another archive begins there it is an error.
            """,
        remedy: "pack the archive again from its directory; join tar archives with `tar --concatenate`, not `cat`",
        example: Rule.Example(
            bad: "cat weights.tar.gz code.tar.gz > model.tar.gz", good: "tar -czf model.tar.gz -C model ."),
        source: "https://www.rfc-editor.org/rfc/rfc1952")

    func check(_ outcome: ArchiveOutcome, _ context: CheckContext) {
        for data in outcome.trailingData where data.isTar {
            var finding = Finding(
                Self.rule,
                "'\(context.subject.location)' is of several archives: another one begins at byte \(data.byteOffset) of the unpacked stream, and its files are lost",
                help:
                    "join the directories and pack once; archives that are not compressed are joined by `tar --concatenate`"
            )
            finding.severity = .error
            context.report(finding)
        }
        for data in outcome.trailingData where !data.isTar {
            let what =
                switch data.place {
                case .afterTar:
                    "has data after the end of the tar archive, at byte \(data.byteOffset) of the unpacked stream"
                case .afterGzip: "has bytes after the last gzip member, from byte \(data.byteOffset) on"
                }
            context.report(
                Finding(
                    Self.rule, "'\(context.subject.location)' \(what), which extractors ignore or refuse",
                    byteOffset: data.place == .afterGzip ? data.byteOffset : nil))
        }
    }
}
