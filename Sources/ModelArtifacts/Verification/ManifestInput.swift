import SystemPackage

/// A manifest that can be read from its beginning more than once.
final class ManifestInput: Sendable {
    /// The name to show in messages.
    let name: ByteString
    private let content: ListingContent
    private let columns: [ManifestColumn]?

    /// Takes an open regular file.
    init(_ file: RegularFile, columns: [ManifestColumn]?) {
        self.columns = columns
        name = file.path
        content = .file(file)
    }

    /// Takes a file that may be a pipe.
    init(_ input: SpooledInput, columns: [ManifestColumn]?) {
        self.columns = columns
        name = input.name
        content = .spooled(input)
    }

    /// The rows from the beginning.
    ///
    /// - Parameter scope: what the user says of the keys.
    /// - Throws: ``ArtifactError`` with code `malformedInput` for a header that is none, `usage` if nothing tells the paths;
    ///   what reading throws.
    func objects(_ scope: KeyScope?) throws(ArtifactError) -> ManifestObjects {
        try ManifestObjects(try ManifestReader(content.input(), columns: columns), scope: scope, content: content)
    }
}
