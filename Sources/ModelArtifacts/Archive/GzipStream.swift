/// The contents of a gzip file (RFC 1952), member after member, with every checksum and length verified.
///
/// Behind the last member, zeros are padding; anything else is ``trailingData``. The end of the contents is reported only
/// after the whole file has been read.
package final class GzipStream: ByteStream {
    private enum State {
        case header, body, trailer, finished
        case failed(ArchiveReadError)
    }

    private let input: GzipInput
    private let deflate: DeflateStream
    private let leastPassed: Int64
    private var state = State.header
    private var memberStart: Int64 = 0

    /// How many bytes have come out, all members together.
    package private(set) var uncompressedBytes: Int64 = 0
    /// How many bytes were decompressed ahead and taken over.
    package var speculatedBytes: Int64 { deflate.speculatedBytes }
    /// How many bytes were passed over without being read.
    package var passedBytes: Int64 { deflate.passedBytes }
    /// How many members are complete.
    package private(set) var memberCount = 0
    /// What follows the last member, if it is more than zeros.
    package private(set) var trailingData: TrailingData?
    /// How many bytes of the file have been used.
    package var compressedBytes: Int64 { input.offset }

    /// Reads the compressed bytes from `source`.
    ///
    /// - Parameters:
    ///   - engine: the decompressor.
    ///   - readsStored: false leaves stored blocks to the decompressor, too, to compare with.
    ///   - speculation: whether and how a second thread decompresses ahead of the first, which it does only in a
    ///     ``FileByteStream`` and not with zlib. What comes out is the same.
    ///   - hasher: hashes the file meanwhile, which has to be a ``FileByteStream`` that tells it of its progress. Of the first
    ///     member, it can take over the checksum of what the stream passes over with ``passOver(upTo:)``.
    ///   - leastPassed: from how many bytes on it pays to pass over them.
    /// - Throws: ``ArtifactError`` if there is not enough memory.
    package init(
        _ source: any ByteStream<ArtifactError>, engine: InflateEngine = .fastest, readsStored: Bool = true,
        speculation: Speculation? = nil, hasher: ArchiveHasher? = nil, leastPassed: Int64 = 1 << 20
    ) throws(ArtifactError) {
        input = GzipInput(source)
        self.leastPassed = leastPassed
        var speculative: SpeculativeInflater?
        if let speculation, let file = (source as? FileByteStream)?.file, engine != .zlib {
            speculative = SpeculativeInflater(file, speculation)
        }
        deflate = try DeflateStream(
            input, engine: engine, readsStored: readsStored, speculative: speculative, hasher: hasher)
    }

    /// Decompresses until `buffer` is full or the file ends.
    ///
    /// Damage is thrown only after all that comes before it has been returned.
    ///
    /// - Throws: ``ArchiveReadError/gzip(_:)``, or ``ArchiveReadError/input(_:)`` if the file cannot be read.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveReadError) -> Int {
        var filled = 0
        while filled < buffer.count {
            do throws(ArchiveReadError) {
                switch state {
                case .header: try startMember()
                case .body: filled += unsafe decompress(into: .init(rebasing: buffer[filled...]))
                case .trailer: try finishMember()
                case .finished: return filled
                case .failed(let error):
                    if filled > 0 { return filled }
                    throw error
                }
            } catch {
                if case .failed = state { throw error }
                state = .failed(error)
            }
        }
        return filled
    }

    /// Decompresses as ``read(into:)`` does, but may leave gaps, and returns the parts of `memory` that hold contents, in their
    /// order; none at the end.
    ///
    /// Between the contents of stored blocks, their headers stay where they were read to, so that nothing has to be moved.
    ///
    /// - Throws: as ``read(into:)`` does.
    package func readPieces(into memory: UnsafeMutableRawBufferPointer) throws(ArchiveReadError) -> [Range<Int>] {
        if case .body = state {
            let (pieces, status) = unsafe deflate.readStoredRun(into: memory)
            note(status, produced: pieces.reduce(0) { $0 + $1.count })
            if !pieces.isEmpty { return pieces }
        }
        let count = try unsafe read(into: memory)
        return count > 0 ? [0..<count] : []
    }

    /// Passes over some of what comes next without reading it, as far as that is possible, and returns how many bytes it was.
    ///
    /// - Parameter end: up to where nobody wants to see the contents, as a number of ``uncompressedBytes``.
    package func passOver(upTo end: Int64) -> Int64 {
        guard case .body = state, memberCount == 0, end - uncompressedBytes >= leastPassed else { return 0 }
        let (count, status) = deflate.passOver(atMost: end - uncompressedBytes)
        note(status, produced: count)
        return Int64(count)
    }

    private func startMember() throws(ArchiveReadError) {
        let start = input.offset
        let hasMagic = try fill(atLeast: 2)
        let hasByte = try fill(atLeast: 1)
        if memberCount > 0 {
            if !hasByte {
                state = .finished
                return
            }
            // A file that is cut off inside of a member's magic is truncated; anything else is no member at all.
            guard input.peek(0) == GzipHeader.magic[0], !hasMagic || input.peek(1) == GzipHeader.magic[1] else {
                try scanTrailingData()
                return
            }
        } else if !hasByte {
            throw fault(.notGzip)
        }
        let reason: GzipFault.Reason?
        do { reason = try GzipHeader.skip(in: input) } catch { throw .input(error) }
        if let reason {
            throw .gzip(
                GzipFault(
                    reason: reason, compressedOffset: reason == .truncated ? input.offset : start,
                    uncompressedOffset: uncompressedBytes, member: memberCount + 1))
        }
        deflate.begin()
        memberStart = uncompressedBytes
        state = .body
    }

    private func decompress(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let (count, status) = unsafe deflate.read(into: buffer)
        note(status, produced: count)
        return count
    }

    private func note(_ status: DeflateStream.Status, produced count: Int) {
        uncompressedBytes += Int64(count)
        switch status {
        case .goesOn: break
        case .ended: state = .trailer
        case .truncated: state = .failed(fault(.truncated))
        case .invalid(let message): state = .failed(fault(.invalidData(message)))
        case .failed(let error): state = .failed(.input(error))
        }
    }

    /// Compares `CRC32` and `ISIZE` (RFC 1952, section 2.3.1), both with the least significant byte first.
    private func finishMember() throws(ArchiveReadError) {
        guard try fill(atLeast: 8) else {
            input.consume(unsafe input.unread.count)
            throw fault(.truncated)
        }
        let expectedChecksum = word(at: 0)
        let expectedLength = word(at: 4)
        let length = UInt32(truncatingIfNeeded: uncompressedBytes - memberStart)
        let checksum: UInt32
        do { checksum = try deflate.finalChecksum() } catch { throw .input(error) }
        guard expectedChecksum == checksum else {
            throw fault(.checksumMismatch(expected: expectedChecksum, actual: checksum))
        }
        guard expectedLength == length else {
            throw fault(.lengthMismatch(expected: expectedLength, actual: length))
        }
        input.consume(8)
        memberCount += 1
        state = .header
    }

    private func scanTrailingData() throws(ArchiveReadError) {
        var scanner = TrailingData.Scanner(at: input.offset)
        while try fill(atLeast: 1) {
            unsafe scanner.scan(input.unread)
            input.consume(unsafe input.unread.count)
        }
        trailingData = scanner.found
        state = .finished
    }

    private func fill(atLeast count: Int) throws(ArchiveReadError) -> Bool {
        do { return try input.fill(atLeast: count) } catch { throw .input(error) }
    }

    private func word(at index: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 | UInt32(input.peek(index + $1)) << UInt32(8 * $1) }
    }

    private func fault(_ reason: GzipFault.Reason) -> ArchiveReadError {
        .gzip(
            GzipFault(
                reason: reason, compressedOffset: input.offset, uncompressedOffset: uncompressedBytes,
                member: memberCount + 1))
    }
}
