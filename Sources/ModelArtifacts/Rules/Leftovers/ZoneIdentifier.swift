/// Finds what Windows writes beside files that were downloaded.
final class ZoneIdentifier: NameCheck {
    static let interest = NameInterest(suffixes: ["Zone.Identifier"])
    static let directories = NameInterest.none

    static let rule = Rule(
        "zone-identifier", .warning, "a mark that Windows writes beside a downloaded file",
        explanation: """
            Windows keeps in a stream `Zone.Identifier` of each downloaded file where it came from. Copied to Linux, as \
            from Explorer into WSL, the stream becomes a file `weights.bin:Zone.Identifier` beside it, or one with \
            U+F03A in place of the colon. It is no part of a model, and containers that load every file they find fail on \
            it.
            """,
        remedy: "delete them: `find model -name '*Zone.Identifier' -delete`",
        example: Rule.Example(bad: "weights.bin:Zone.Identifier\nweights.bin", good: "weights.bin"),
        source: "https://learn.microsoft.com/openspecs/windows_protocols/ms-fscc/6e3f7352-d11c-4d76-8c39-2516a9df36e8")

    /// What stands for the colon between the name of a file and that of its stream: WSL and Samba put U+F03A there, which
    /// some unpackers write as `#Uf03a`, and programs that take no colon a character of their own.
    private static let separators: [ByteString] = [":", "\u{F03A}", "#Uf03a", ".", "_", "%3A"]
    private static let stream: ByteString = "Zone.Identifier"

    func check(name: Int, of path: Span<UInt8>, isDirectory: Bool, _ traits: NameTraits, _ context: CheckContext) {
        let last = ByteString(path.extracting(name...))
        guard last.hasSuffix(Self.stream) else { return }
        let file = ByteString(Array(last.bytes.dropLast(Self.stream.count)))
        guard Self.separators.contains(where: file.hasSuffix) else { return }
        context.report(Self.rule, at: path) { "'\($0)' is where Windows keeps the origin of a download" }
    }
}
