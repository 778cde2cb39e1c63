/// A gzip-compressed tar archive, read in one pass from the file to its members.
package final class GzipTarReader {
    /// What there is to say of an archive that has been read to its end.
    package struct Summary: Hashable, Sendable {
        /// The size of the file, in bytes.
        package var compressedBytes: Int64
        /// The size of the uncompressed archive with all that follows it, in bytes.
        package var uncompressedBytes: Int64
        /// The number of gzip members.
        package var gzipMemberCount: Int
        /// The number of tar members.
        package var memberCount: Int
        /// What follows the end of the tar archive, with its offset in the uncompressed archive.
        package var dataAfterTar: TrailingData?
        /// What follows the last gzip member, with its offset in the file.
        package var dataAfterGzip: TrailingData?
    }

    private let file: FileByteStream
    private let gzip: GzipStream
    /// The members. Read them here, then call ``finish()``.
    package let tar: TarReader

    /// Starts at the front of `file`.
    ///
    /// - Parameters:
    ///   - sizeLimit: the number of uncompressed bytes after which reading stops.
    ///   - observer: is shown every byte of the file once, by the time that ``finish()`` returns.
    /// - Throws: ``ArtifactError`` if there is not enough memory.
    @safe package init(
        _ file: any RandomAccessFile, sizeLimit: Int64 = .max, observer: FileByteStream.Observer? = nil
    ) throws(ArtifactError) {
        self.file = FileByteStream(file, observer: observer)
        gzip = try GzipStream(self.file)
        tar = TarReader(gzip, sizeLimit: sizeLimit)
    }

    /// How many bytes of the file have been used, for a progress line.
    package var compressedBytes: Int64 { file.offset }
    /// How many bytes have been decompressed.
    package var uncompressedBytes: Int64 { gzip.uncompressedBytes }

    /// Reads all that is left to the end of the file, which verifies every checksum, and sums up.
    ///
    /// - Throws: the first damage, or an error of reading. ``drainFile()`` still works then.
    package func finish() throws(ArchiveReadError) -> Summary {
        let dataAfterTar = try tar.finish()
        return Summary(
            compressedBytes: gzip.compressedBytes, uncompressedBytes: gzip.uncompressedBytes,
            gzipMemberCount: gzip.memberCount, memberCount: tar.memberCount, dataAfterTar: dataAfterTar,
            dataAfterGzip: gzip.trailingData)
    }

    /// Reads the rest of the file without looking at it, so that the observer sees all of an archive that is damaged.
    package func drainFile() throws(ArtifactError) { try file.drain() }
}
