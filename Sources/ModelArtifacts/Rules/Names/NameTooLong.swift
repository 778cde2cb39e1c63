/// Finds a name that is too long for a file system.
final class NameTooLong: NameCheck, MemberCheck {
    /// The longest path, in bytes: Linux PATH_MAX without the NUL at its end.
    private static let longestPath = 4095

    static let interest = NameInterest(traits: .long)
    static let rule = Rule(
        "name-too-long", .error, "a component of a path is longer than 255 bytes",
        explanation: """
            Linux file systems hold names of at most 255 bytes, and SageMaker forbids longer ones. Bytes count, not \
            characters: a letter outside ASCII takes two to four. In an archive the whole path must not be longer than \
            4,095 bytes either, since no program could open the file.
            """,
        remedy: "shorten the name to at most 255 bytes",
        example: Rule.Example(
            bad: "s3://mybucket/model/aaaa… (300 letters)", good: "s3://mybucket/model/aaaa (up to 255 bytes)"),
        source: RuleSource.modelDataSource)

    func check(name: Int, of path: Span<UInt8>, isDirectory: Bool, _ traits: NameTraits, _ context: CheckContext) {
        let length = path.count - name
        guard length > ModelDirectory.longestName else { return }
        context.report(Self.rule, at: path) { path in
            "'\(path.lastComponent)' is a name of \(length) bytes, more than the 255 that are allowed"
        }
    }

    func check(_ member: ArchiveMember, _ context: CheckContext) {
        guard member.name.count > Self.longestPath else { return }
        let length = MemberPath(member.name).path.count
        guard length > Self.longestPath else { return }
        let start = ByteString(Array(member.name.bytes.prefix(100)))
        context.report(
            Finding(
                Self.rule, "'\(start)…' is a path of \(length) bytes, more than the 4,095 that a system can open",
                at: context.location(of: member), help: "shorten the path to at most 4,095 bytes"))
    }
}
