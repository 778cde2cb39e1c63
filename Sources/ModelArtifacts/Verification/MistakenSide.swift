/// Tells what somebody meant who gave `verify` something that it does not compare.
enum MistakenSide {
    /// What is wrong with a file that is to be a manifest; nil if it may be one.
    ///
    /// - Parameter actual: what it is compared with, as given.
    /// - Throws: what reading throws.
    static func problem(expected file: RegularFile, actual: ByteString?) throws(ArtifactError) -> ArtifactError? {
        guard file.size > 0, try !isManifest(file) else { return nil }
        let content = try SourceContent(of: file)
        let what: String
        switch content.kind {
        case .gzip, .tar, .zip, .zstd, .bzip2, .xz, .sevenZip, .unknown: what = content.description
        case .gitLFSPointer: what = content.description
        // A table whose first row cannot be understood has an error of its own.
        case .text where try !file.prefix(1).starts(with: [UInt8(ascii: "{")]): return nil
        case .text, .html: what = "text, and no table"
        case .empty: return nil
        }
        let other = actual.map { ShellWord.quoted($0) } ?? "ACTUAL"
        let both = "\(ShellWord.quoted(file.path)) \(other)"
        return ArtifactError(
            .usage,
            "\(file.path): \(content.isGzipTar ? "an archive" : what), where a manifest or a directory is expected; 'optml diff \(both)' compares two artifacts, and 'optml manifest' writes a manifest"
        )
    }

    /// What is wrong with a file that a directory is compared with; nil if nothing is.
    static func problem(actual file: RegularFile, expected: ByteString) throws(ArtifactError) -> ArtifactError? {
        guard file.size > 0 else { return nil }
        guard try isManifest(file) else {
            // One of that name among the files is compared with it.
            guard try isArchive(file), RealPath.of(expected + "/" + file.path.lastComponent) == nil
            else { return nil }
            return archive(file, expected)
        }
        return ArtifactError(
            .usage,
            "\(file.path): a manifest, and what is expected comes first: optml verify \(ShellWord.quoted(file.path)) \(ShellWord.quoted(expected))"
        )
    }

    /// What is wrong with a file that a manifest of several objects is compared with; nil if nothing is.
    static func problem(archive file: RegularFile, expected: ComparedSide) throws(ArtifactError) -> ArtifactError? {
        guard file.size > 0, try isArchive(file) else { return nil }
        return try expected.mayHold(file.path.lastComponent) ? nil : archive(file, expected.location)
    }

    private static func archive(_ file: RegularFile, _ expected: ByteString) -> ArtifactError {
        ArtifactError(
            .usage,
            "\(file.path): an archive, which is compared as one object, and '\(expected)' has none of that name; 'optml diff \(ShellWord.quoted(expected)) \(ShellWord.quoted(file.path))' compares what is in it"
        )
    }

    private static func isArchive(_ file: RegularFile) throws(ArtifactError) -> Bool {
        let content = try SourceContent(of: file)
        switch content.kind {
        case .tar, .zip, .sevenZip: return true
        case .gzip, .zstd, .bzip2, .xz: return content.isGzipTar
        case .unknown, .gitLFSPointer, .text, .html, .empty: return false
        }
    }

    /// What is wrong with a file that a manifest is compared with; nil if nothing is.
    static func problem(second file: RegularFile, expected: ByteString) throws(ArtifactError) -> ArtifactError? {
        guard file.size > 0, try isManifest(file) else { return nil }
        return ArtifactError(
            .usage,
            "\(file.path): a manifest, as what is expected is; 'optml diff \(ShellWord.quoted(expected)) \(ShellWord.quoted(file.path))' compares two manifests"
        )
    }

    private static func isManifest(_ file: RegularFile) throws(ArtifactError) -> Bool {
        let detector = try ListingDetector(name: file.path, content: .file(file))
        return (try? detector.format()) == .manifest
    }
}
