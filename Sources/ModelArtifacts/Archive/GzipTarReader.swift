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

    /// Decompresses on a thread of its own.
    private let blocks: ReadAheadBlockStream
    /// The members. Read them here, then call ``finish()``.
    package let tar: TarReader

    /// Starts at the front of `file`.
    ///
    /// - Parameters:
    ///   - sizeLimit: the number of uncompressed bytes after which reading stops.
    ///   - engine: the decompressor.
    ///   - speculation: whether and how a second thread decompresses ahead of the first; see ``GzipStream``.
    ///   - hasher: hashes the file meanwhile; see ``GzipStream``.
    ///   - progress: told on another thread how far the file has been read.
    /// - Throws: ``ArtifactError`` if there is not enough memory.
    package init(
        _ file: any RandomAccessFile, sizeLimit: Int64 = .max, engine: InflateEngine = .fastest,
        speculation: Speculation? = nil, hasher: ArchiveHasher? = nil, progress: (@Sendable (Int64) -> Void)? = nil
    ) throws(ArtifactError) {
        blocks = ReadAheadBlockStream(
            try GzipStream(
                FileByteStream(file, progress: progress), engine: engine, speculation: speculation, hasher: hasher))
        tar = TarReader(blocks, sizeLimit: sizeLimit)
    }

    /// How many bytes have been decompressed, as far as members were read.
    package var uncompressedBytes: Int64 { tar.bytesRead }

    /// Reads all that is left to the end of the file, which verifies every checksum, and sums up.
    ///
    /// - Throws: the first damage, or an error of reading.
    package func finish() throws(ArchiveReadError) -> Summary {
        let dataAfterTar = try tar.finish()
        return blocks.end { gzip in
            Summary(
                compressedBytes: gzip.compressedBytes, uncompressedBytes: gzip.uncompressedBytes,
                gzipMemberCount: gzip.memberCount, memberCount: tar.memberCount, dataAfterTar: dataAfterTar,
                dataAfterGzip: gzip.trailingData)
        }
    }

    /// Ends the thread that reads the file.
    package func stop() { blocks.stop() }
}
