/// Finds files that hold passwords, tokens and private keys.
final class SecretFile: NameCheck, ContentCheck {
    private static let names: Set<ByteString> = [".env", ".netrc", ".pypirc", "id_rsa", "id_ed25519"]
    private static let paths = [".aws/credentials", ".huggingface/token", ".docker/config.json"]
    /// How much of a file is searched for a private key.
    private static let searchedBytes = 4096

    static let interest = NameInterest(suffixes: names.map(\.description) + paths)
    static let directories = NameInterest.none

    static let rule = Rule(
        "secret-file", .warning, "a file that holds credentials by its name or contents",
        explanation: """
            Whoever may read the model data, and every process in the container, can read the file. Models are copied \
            between accounts and registries, and a token that was packed once stays in all copies. Files are told by \
            their names; `*.pem` and `*.key` only if a private key is in them, since certificates are public.
            """,
        remedy: "leave the file out, and replace the credentials if the model was uploaded before",
        example: Rule.Example(bad: "model/.env", good: "credentials from the execution role of the endpoint"),
        source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html")

    func check(name: Int, of path: Span<UInt8>, isDirectory: Bool, _ traits: NameTraits, _ context: CheckContext) {
        // None of the names is longer than "credentials".
        guard (1...11).contains(path.count - name) else { return }
        let last = ByteString(path.extracting(name..<path.count))
        guard Self.names.contains(last) || Self.paths.contains(where: { path.ends(withComponents: $0) }) else { return }
        context.report(Self.rule, at: path) { "'\($0)' is a file for credentials, which would be in the model" }
    }

    static func needs(path: Span<UInt8>, name: Int, size: Int64, format: ContentFormat?) -> ContentNeeds {
        ContentNeeds(prefix: path.ends(with: ".pem") || path.ends(with: ".key") ? Self.searchedBytes : 0)
    }

    func check(_ contents: FileContents, path: Span<UInt8>, name: Int, size: Int64, _ context: CheckContext) {
        guard Self.holdsPrivateKey(contents.prefix.prefix(Self.searchedBytes)) else { return }
        let text = ByteString(path)
        context.report(
            Finding(Self.rule, "'\(text)' holds a private key, which would be in the model", at: context.location(text))
        )
    }

    /// Whether a line is `-----BEGIN … PRIVATE KEY-----` (RFC 7468).
    private static func holdsPrivateKey(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }).contains {
            $0.starts(with: "-----BEGIN ".utf8) && ByteString(Array($0)).hasSuffix("PRIVATE KEY-----")
        }
    }
}
