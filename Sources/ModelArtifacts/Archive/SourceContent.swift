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
    /// What it is as a whole, not looking into what is compressed with gzip.
    package var kind = ContentKind.unknown
    /// Whether it is a zip file with a model archive of TorchServe in it (`.mar`).
    package var isModelArchive = false
    /// Whether the name is that of one piece of a gzip-compressed tar archive that was split.
    package var isPiece = false
    /// Whether the name ends in `.tar.gz` or `.tgz`.
    package var isNamedTarGzip: Bool
}

extension SourceContent {
    /// Whether a name is that of a piece that `split` made of a gzip-compressed tar archive: `model.tar.gz.00`, `.aa`, `.part1`.
    package static func isPiece(_ name: Span<UInt8>) -> Bool {
        // The longest is `part` and four characters.
        let first = max(0, name.count - 9)
        guard let end = (first..<name.count).last(where: { name[$0] == UInt8(ascii: ".") }) else { return false }
        let whole = name.extracting(0..<end)
        guard whole.ends(with: ".tar.gz") || whole.ends(with: ".tgz") else { return false }
        var piece = name.extracting((end + 1)...)
        if piece.starts(with: "part") { piece = piece.extracting(4...) }
        guard (1...4).contains(piece.count) else { return false }
        let areDigits = piece.indices.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(piece[$0]) }
        let areLetters = piece.indices.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(piece[$0]) }
        return areDigits || (areLetters && piece[0] == UInt8(ascii: "a"))
    }

    /// How much of a zip file is searched for the names of its first members.
    private static let zipBytes: Int64 = 4096

    /// Looks at the first bytes of a file, and of what is inside if it is compressed with gzip.
    ///
    /// - Throws: ``ArtifactError`` with code `readFailed`.
    package init(of file: any RandomAccessFile) throws(ArtifactError) {
        let sniffer = try ArchiveSniffer(file)
        isEmpty = sniffer.outer == .empty
        kind = sniffer.outer
        if kind == .zip {
            let start = try file.prefix(Int(min(file.size, Self.zipBytes)))
            isModelArchive = start.span.contains("MAR-INF/")
        }
        let name = file.path.lastComponent
        isNamedTarGzip = name.hasSuffix(".tar.gz") || name.hasSuffix(".tgz")
        isPiece = Self.isPiece(name.bytes.span)
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
