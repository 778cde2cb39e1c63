/// Finds a configuration of optml in an artifact.
final class ConfigInArtifact: NameCheck {
    static let interest = NameInterest(suffixes: [".optml.json"])
    static let directories = NameInterest.none

    static let rule = Rule(
        "config-in-artifact", .note, "the artifact holds a configuration file of optml, which is not read",
        explanation: """
            A configuration can switch rules off. One that lies inside the artifact is never read, so that an artifact \
            cannot switch off its own gate. It is deployed with the model like any other file.
            """,
        remedy: "move it out of the artifact, into the folder that optml is run in, or pass it with `--config`",
        example: Rule.Example(bad: "model/.optml.json", good: ".optml.json beside model/"),
        source: "README.md")

    func check(name: Int, of path: Span<UInt8>, isDirectory: Bool, _ traits: NameTraits, _ context: CheckContext) {
        guard path.count - name == 11, path.ends(withComponents: ".optml.json") else { return }
        context.report(Self.rule, at: path) { path in
            "'\(path)' is a configuration file inside the artifact, where it is not read"
        }
    }
}
