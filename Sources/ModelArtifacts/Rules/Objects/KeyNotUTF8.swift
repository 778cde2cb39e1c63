/// Finds a key that is not UTF-8.
final class KeyNotUTF8: ObjectCheck, MemberCheck {
    static let concernsManyModels = true
    static let rule = Rule(
        "key-not-utf8", .error, "a key is not UTF-8",
        explanation: """
            S3 keys are sequences of Unicode characters in UTF-8. A file name in another encoding, Latin-1 for example, \
            cannot become a key: uploaders fail on it, skip it, or change the name, and the model's code no longer finds \
            the file. The member of an archive with such a name can be unpacked, and is a warning.
            """,
        remedy: "rename the file to UTF-8, for example with `convmv -f latin1 -t utf8 --notest FILE`",
        example: Rule.Example(
            bad: "model/caf\\xe9.txt (the byte E9 alone, Latin-1)", good: "model/café.txt (the bytes C3 A9, UTF-8)"),
        source: RuleSource.objectKeys)

    func check(object path: Span<UInt8>, size: Int64?, _ context: CheckContext) {
        let subject = context.subject
        // The one key of an S3Object stands in the URI, which is looked at as such.
        guard subject.combination.compressionType == .none,
            subject.combination.dataType == .prefix || subject.uri == nil
        else { return }
        let text = ByteString(path)
        guard text.string == nil else { return }
        context.report(
            Finding(
                Self.rule, "'\(text)' is not UTF-8, so it cannot be the key of an object", at: context.location(text)))
    }

    func check(_ member: ArchiveMember, _ context: CheckContext) {
        guard member.name.string == nil else { return }
        guard context.subject.kind == .archive else {
            context.report(
                Finding(
                    Self.rule, "'\(member.name)' is not UTF-8, as names in an archive have to be by the pax format",
                    at: context.location(of: member)))
            return
        }
        var finding = Finding(
            Self.rule, "'\(member.name)' is not UTF-8, so code in the container may not find the file by its name",
            at: context.location(of: member))
        // Linux takes any bytes; only what goes through S3 under its own key must be UTF-8.
        finding.severity = .warning
        context.report(finding)
    }
}
