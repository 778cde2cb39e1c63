/// Finds an archive that cannot be read to its end.
final class ArchiveCorrupt: ArchiveCheck, MemberCheck {
    static let rule = Rule(
        "archive-corrupt", .error, "the archive is truncated or damaged",
        explanation: """
            A gzip stream ends with a CRC-32 and a length, and each tar header has a checksum; all of them are compared. \
            A broken-off upload or copy, a full disk while packing, or a transfer in text mode breaks them, and SageMaker \
            fails with "Failed to extract model data archive". The finding says at which byte of the file and after \
            which member.
            """,
        remedy: "pack the archive again, or copy it again from where it is whole",
        example: Rule.Example(
            bad: "head -c 1000000 whole.tar.gz > model.tar.gz", good: "gzip -t model.tar.gz && tar -tzf model.tar.gz"),
        source: "https://www.rfc-editor.org/rfc/rfc1952")

    func check(_ outcome: ArchiveOutcome, _ context: CheckContext) {
        guard let damage = outcome.damage else { return }
        let place = damage.byteOffset.map { " at byte \($0)" } ?? ""
        let after = damage.afterMember.map { ", after the member '\($0)'" } ?? ", before the first member is whole"
        context.report(
            Finding(
                Self.rule, "'\(context.subject.location)' is damaged\(place)\(after): \(damage.message)",
                at: Location(member: damage.afterMember), byteOffset: damage.byteOffset))
    }

    func check(_ member: ArchiveMember, _ context: CheckContext) {
        // That libarchive cannot put a name into the locale of this process says nothing of the archive.
        guard let warning = member.warning, !warning.contains("can't be converted") else { return }
        var finding = Finding(
            Self.rule, "'\(member.name)' can be read, but its headers are odd: \(DisplayText.escaped(warning))",
            at: context.location(of: member))
        // Readers differ on such a member; none loses what is in it.
        finding.severity = .warning
        context.report(finding)
    }
}
