import SystemPackage

/// One of two sources that are compared.
public struct ComparedSource: Hashable, Sendable {
    /// What it is.
    public var source: ArtifactSource
    /// Where it is in S3: the prefix that is cut off the keys of a listing. A manifest with a column `path` needs none.
    public var s3URI: ByteString?

    /// Joins the two.
    public init(_ source: ArtifactSource, s3URI: ByteString? = nil) {
        self.source = source
        self.s3URI = s3URI
    }

    /// Takes a path as what its content says: a manifest, or an answer of `aws s3api list-objects-v2`, is a listing, and
    /// everything else the artifact itself.
    ///
    /// - Throws: ``ArtifactError`` if it cannot be read.
    public init(detecting path: ByteString, s3URI: ByteString? = nil) throws(ArtifactError) {
        self.init(.path(path), s3URI: s3URI)
        guard !path.hasPrefix("s3://"), let file = try Self.regularFile(path) else { return }
        if try ListingDetector(name: path, content: .file(file)).isUnmistakable { source = .listing(path) }
    }

    /// Whether it is a listing of objects, each of which is a file.
    var isListing: Bool {
        switch source {
        case .listing: true
        case .bucket(let bucket): bucket.combination.compressionType == .none
        case .path, .none: false
        }
    }

    /// Whether it is an archive whose members are compared.
    ///
    /// - Parameter readingObjects: whether archives in S3 are read.
    func isArchive(readingObjects: Bool = false) throws(ArtifactError) -> Bool {
        if case .bucket(let bucket) = source {
            return readingObjects && bucket.combination == Combination(.object, .gzip)
        }
        guard case .path(let path) = source, !path.hasPrefix("s3://"), let file = try Self.regularFile(path) else {
            return false
        }
        return try SourceContent(of: file).isGzipTar
    }

    /// The file of a path; nil for a directory.
    private static func regularFile(_ path: ByteString) throws(ArtifactError) -> RegularFile? {
        let (descriptor, kind) = try FileSystem.openTellingKind(path)
        defer { try? descriptor.close() }
        guard kind != .directory else { return nil }
        return try RegularFile(opening: path)
    }
}
