import CArchive

/// The members of a tar archive, one after another, as libarchive reads them from a stream.
///
/// Nothing is unpacked. An archive that ends at the border of a member without end-of-archive blocks is complete, as it
/// is for GNU tar, Python and Go, and so is an empty stream. After an error every call throws it again.
@safe package final class TarReader {
    /// How far libarchive is.
    enum Progress {
        case notOpened, beforeHeaders, inContents, ended
    }

    let source: TarBlockSource
    var archive: OpaquePointer?
    var progress = Progress.notOpened
    /// Members that have been read but not returned yet, the next one last: labels with the member behind them.
    var pending: [ArchiveMember] = []
    /// The size of the member that was returned last, if libarchive stands in its contents, which labels have none of.
    private var currentSize: Int64?
    private var failure: ArchiveReadError?
    private var trailingData: TrailingData?
    private var isFinished = false

    /// How many members have been returned.
    package private(set) var memberCount = 0
    /// The name of the member whose headers were read last.
    package internal(set) var lastMember: ByteString?
    /// How many bytes of the stream have been read, which may be a little ahead of the current member.
    package var bytesRead: Int64 { source.delivered }

    /// Reads an archive from blocks that a decompressor produces.
    ///
    /// - Parameter sizeLimit: the number of bytes after which reading stops with ``ArchiveReadError/sizeLimit(_:)``.
    init(_ stream: any BlockStream, sizeLimit: Int64) {
        source = TarBlockSource(sizeLimit: sizeLimit, stream)
    }

    /// Reads an archive that is not compressed.
    ///
    /// - Parameter sizeLimit: the number of bytes after which reading stops with ``ArchiveReadError/sizeLimit(_:)``.
    package init(_ stream: any ByteStream<ArtifactError>, sizeLimit: Int64 = .max) {
        let blocks = unsafe DirectBlockStream { (block) throws(ArchiveReadError) in
            do throws(ArtifactError) {
                return try unsafe stream.read(into: block)
            } catch {
                throw .input(error)
            }
        }
        source = TarBlockSource(sizeLimit: sizeLimit, blocks)
    }

    deinit {
        if let archive = unsafe archive { unsafe archive_read_free(archive) }
    }

    /// Skips what is left of the current member and reads the headers of the next one; nil at the end of the archive.
    ///
    /// - Throws: ``ArchiveReadError/tar(_:)`` for a damaged archive, and what the stream throws.
    package func next() throws(ArchiveReadError) -> ArchiveMember? {
        currentSize = nil
        let next =
            if let label = pending.popLast() { label } else {
                try keepingFailure { () throws(ArchiveReadError) in try readHeaders() }
            }
        guard let next else { return nil }
        memberCount += 1
        if pending.isEmpty, progress == .inContents { currentSize = next.size }
        return next
    }

    /// Shows the next piece of the current member's contents and says whether there was one.
    ///
    /// Pieces come in order, with their offsets in the unpacked file. The holes of a sparse file are left out.
    ///
    /// - Parameter body: takes the offset and the bytes, which are valid only during the call.
    /// - Throws: what `body` throws, otherwise as ``next()`` does.
    package func readBlock(
        _ body: (Int64, UnsafeRawBufferPointer) throws(ArchiveReadError) -> Void
    ) throws(ArchiveReadError) -> Bool {
        guard currentSize != nil, let archive = unsafe archive else { return false }
        var start: UnsafeRawPointer?
        var count = 0
        var offset: Int64 = 0
        let isMore = try keepingFailure { () throws(ArchiveReadError) in
            let result = unsafe archive_read_data_block(archive, &start, &count, &offset)
            if let failure = source.failure { throw failure }
            switch result {
            case ARCHIVE_OK, ARCHIVE_WARN: return true
            case ARCHIVE_EOF: return false
            case ARCHIVE_RETRY, ARCHIVE_FAILED, ARCHIVE_FATAL: throw fault()
            default: throw fault()
            }
        }
        if isMore { try unsafe body(offset, UnsafeRawBufferPointer(start: start, count: count)) }
        return isMore
    }

    /// Shows the rest of the current member's contents, piece by piece; see ``readBlock(_:)``.
    package func readContents(
        _ body: (Int64, UnsafeRawBufferPointer) throws(ArchiveReadError) -> Void
    ) throws(ArchiveReadError) {
        while try unsafe readBlock(body) {}
    }

    /// Reads all that is left, first the members and then what follows them, and returns what follows the archive's end
    /// if it is more than zeros, with its offset in the uncompressed archive.
    ///
    /// - Throws: as ``next()`` does.
    package func finish() throws(ArchiveReadError) -> TrailingData? {
        while try next() != nil {}
        if !isFinished {
            trailingData = try keepingFailure { () throws(ArchiveReadError) in try drain() }
            isFinished = true
        }
        return trailingData
    }

    private func drain() throws(ArchiveReadError) -> TrailingData? {
        // libarchive has stopped inside of a block, so that part of what follows the end is there already.
        let end = consumed
        var scanner = TrailingData.Scanner(at: end)
        let isKept: Void? = source.withBytes(end..<source.delivered) { rest in
            unsafe rest.withUnsafeBytes { unsafe scanner.scan($0) }
        }
        if isKept == nil { scanner = TrailingData.Scanner(at: source.delivered) }
        source.endHeaders()
        while let block = unsafe source.next(), unsafe !block.isEmpty { unsafe scanner.scan(block) }
        if let failure = source.failure { throw failure }
        return scanner.found
    }

    private func keepingFailure<Value>(
        _ body: () throws(ArchiveReadError) -> Value
    ) throws(ArchiveReadError) -> Value {
        if let failure { throw failure }
        do throws(ArchiveReadError) { return try body() } catch {
            failure = error
            throw error
        }
    }
}
