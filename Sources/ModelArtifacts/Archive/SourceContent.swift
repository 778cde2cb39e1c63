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

extension SourceContent {
    /// Looks at the first bytes of a file, and of what is inside if it is compressed with gzip.
    ///
    /// - Throws: ``ArtifactError`` with code `readFailed`.
    package init(of file: any RandomAccessFile) throws(ArtifactError) {
        let sniffer = try ArchiveSniffer(file)
        isEmpty = sniffer.outer == .empty
        let name = file.path.lastComponent
        isNamedTarGzip = name.hasSuffix(".tar.gz") || name.hasSuffix(".tgz")
        switch sniffer.inner {
        case nil:
            description = sniffer.outer.description
            remedy = sniffer.outer.remedy ?? ""
            isGzipTar = false
        case .damaged:
            description = "a damaged gzip file"
            remedy = ""
            isGzipTar = true
        case .kind(let inner):
            isGzipTar = inner == .tar
            description =
                switch inner {
                case .gzip: "gzip of gzip"
                // The first bytes were unpacked, but what they should be can no longer be told.
                case .unknown: "gzip of data of an unknown kind, or an archive damaged at its beginning"
                default: "gzip of \(inner.description)"
                }
            remedy = inner == .gzip ? "decompress it once with gzip -d" : inner.remedy ?? ""
        }
    }
}
