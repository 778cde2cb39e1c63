/// What the bytes of a file are, whatever its name says.
package struct SourceContent: Sendable {
    /// The words for messages: "a zip archive".
    package var description: String
    /// What to do to make a gzip-compressed tar archive of it.
    package var remedy: String
    /// Whether it is a gzip-compressed tar archive, or a gzip file too damaged to tell.
    package var isGzipTar: Bool
    /// Whether there are no bytes at all.
    package var isEmpty: Bool
    /// Whether the name ends in `.tar.gz` or `.tgz`.
    package var isNamedTarGzip: Bool
}
