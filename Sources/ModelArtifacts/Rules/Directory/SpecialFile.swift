/// Finds devices, FIFOs and sockets.
final class SpecialFile: DirectoryCheck {
    static let concernsManyModels = true
    static let rule = Rule(
        "special-file", .error, "the directory holds a device, FIFO or socket",
        explanation: """
            Such a file has no contents that could be stored. Uploaders warn and leave it out, and some wait for ever for \
            a FIFO to be written. It is mostly left over from a program that ran in the directory.
            """,
        remedy: "delete it, or pass `--exclude` for it here and to the uploader",
        example: Rule.Example(bad: "prw-r--r-- log", good: "-rw-r--r-- log"),
        source: RuleSource.sync)

    func check(_ entry: DirectoryEntry, _ context: CheckContext) {
        guard case .special(let kind) = entry.kind else { return }
        let what =
            switch kind {
            case .fifo: "a FIFO"
            case .socket: "a socket"
            case .characterDevice: "a character device"
            case .blockDevice: "a block device"
            case .regular, .directory, .symbolicLink, .unknown: "a special file"
            }
        context.report(
            Finding(
                Self.rule, "'\(entry.path)' is \(what), which cannot be uploaded", at: context.location(entry.path)))
    }
}
