/// Finds members that are neither files, directories nor links.
final class SpecialMember: MemberCheck {
    static let rule = Rule(
        "special-member", .error, "the archive holds a device, FIFO, socket or member of an unknown type",
        explanation: """
            Devices, FIFOs and sockets are no model data. Making a device needs rights that an extractor should not have, \
            and a program that opens a FIFO waits for ever. Careful extractors refuse archives with such members. Members \
            of a type that only some readers know are skipped by others.
            """,
        remedy: "leave the member out and pack the archive again",
        example: Rule.Example(
            bad: "mkfifo model/log && tar -czf model.tar.gz -C model .",
            good: "rm model/log && tar -czf model.tar.gz -C model ."),
        source: RuleSource.tarFilters)

    func check(_ member: ArchiveMember, _ context: CheckContext) {
        let what: String
        switch member.kind {
        case .file, .directory, .symbolicLink, .hardLink: return
        case .fifo: what = "a FIFO"
        case .characterDevice: what = "a character device"
        case .blockDevice: what = "a block device"
        case .special(let typeflag): what = "of the tar type '\(DisplayText.escaped(CollectionOfOne(typeflag)))'"
        }
        context.report(
            Finding(
                Self.rule, "'\(member.name)' is \(what), which extractors refuse or skip",
                at: context.location(of: member)))
    }
}
