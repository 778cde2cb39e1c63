/// Compares local files with the checksums that S3 keeps of objects.
struct LocalChecksums: Sendable {
    /// A file of at most so many bytes takes less time to read than S3 takes to answer.
    static let smallSize: Int64 = 64 << 10

    let compute: FileChecksumFunction

    /// Whether all that is compared of a file of the size of an object is told.
    static func areComparable(with attributes: ObjectAttributes) -> Bool {
        // Composite checksums are those of certain parts.
        !attributes.checksums.isEmpty && (!attributes.checksumsAreComposite || attributes.tellsParts)
    }

    /// What a file is next to an object.
    ///
    /// - Parameter advance: told how many more bytes were read.
    /// - Throws: ``ArtifactError`` if the file cannot be read, or has another size than the object, which it had.
    func outcome(
        of path: ByteString, _ attributes: ObjectAttributes, _ advance: (@Sendable (Int64) -> Void)? = nil
    ) throws(ArtifactError) -> ComparisonOutcome {
        let file = try RegularFile(opening: path)
        guard file.size == attributes.size else {
            throw ArtifactError.unexpectedSize(file.size, insteadOf: attributes.size, path: file.path)
        }
        let partSize = attributes.checksumsAreComposite ? attributes.partSize : nil
        let watched: any RandomAccessFile = advance.map { ProgressFile(file, progress: $0) } ?? file
        let computed = try compute(watched, Set(attributes.checksums.keys), partSize)
        return ObjectJudge.compare(computed, with: attributes.checksums)
            ?? .unverifiable("S3 keeps no checksum of it that could be compared")
    }
}
