import CDeflate
import CKernels

/// Compresses pieces of an archive, each for itself.
///
/// What becomes of a piece depends on its bytes and the level alone, not on the machine; where the library compresses it, on
/// the library's version too.
@safe package final class ChunkCompressor {
    /// The level of the library for `auto`: on text, a little larger than gzip's default or as small, in a quarter of the
    /// time.
    private static let automaticLevel = 5

    private let level: PackingLevel
    private let library: OpaquePointer?
    /// The library's lowest level, for a look at a sample.
    private let trial: OpaquePointer?
    private let sample = UnsafeMutableRawBufferPointer.allocate(byteCount: sampleSize, alignment: 64)

    /// - Throws: ``ArtifactError`` with code `writeFailed` if there is not enough memory.
    package init(_ level: PackingLevel) throws(ArtifactError) {
        self.level = level
        switch level {
        case .auto:
            unsafe (library, trial) = (
                libdeflate_alloc_compressor(CInt(Self.automaticLevel)), libdeflate_alloc_compressor(1)
            )
        case .library(let level): unsafe (library, trial) = (libdeflate_alloc_compressor(CInt(level)), nil)
        case .fast, .store:
            unsafe (library, trial) = (nil, nil)
            return
        }
        guard unsafe library != nil else {
            throw ArtifactError(.writeFailed, "there is not enough memory to compress with")
        }
    }

    deinit {
        unsafe sample.deallocate()
        unsafe libdeflate_free_compressor(library)
        unsafe libdeflate_free_compressor(trial)
    }

    /// Decides what becomes of the piece in a slot, and makes it.
    package func compress(_ slot: ChunkSlot) {
        slot.checksum = unsafe CRC32.checksum(of: slot.contents, after: 0)
        let stored = ChunkSlot.storedSize(slot.count)
        switch level {
        case .store: slot.form = .stored
        case .fast: slot.form = literals(slot, below: stored) ?? .stored
        case .library: slot.form = deflate(slot, below: stored) ?? .stored
        case .auto: slot.form = compressIfWorthwhile(slot) ?? compressHeaders(slot) ?? .stored
        }
    }

    // MARK: The automatic choice

    /// A sample is taken of a piece in as many places as this.
    private static let samplePlaces = 8
    /// The bytes of a sample.
    private static let sampleSize = 16 << 10

    /// The compressed form of the piece, if it is at most two thirds of it; nil to store it.
    private func compressIfWorthwhile(_ slot: ChunkSlot) -> ChunkSlot.Form? {
        let worthwhile = slot.count / 3 * 2 + 1
        let sample = unsafe sample(of: slot.contents)
        let bytes = unsafe sample.baseAddress?.assumingMemoryBound(to: UInt8.self)
        guard sample.count >= 64, let bytes = unsafe bytes else { return deflate(slot, below: worthwhile) }
        // Where one in sixteen strings of four bytes was there before, the library has something to work on.
        guard unsafe 16 * optml_count_repeats(bytes, sample.count) >= sample.count else {
            var counts = [UInt32](repeating: 0, count: 256)
            unsafe optml_histogram(bytes, sample.count, &counts)
            // Over six bits of eight a byte: codes alone will not take a third off. That is said of nearly all weights.
            guard unsafe optml_entropy(counts) <= UInt64(6 * sample.count) else { return nil }
            return literals(slot, below: worthwhile)
        }
        // Where the sample does not shrink by a quarter, hardly will the rest by a third.
        let trialSize = unsafe libdeflate_deflate_compress(
            trial, sample.baseAddress, sample.count, slot.output.baseAddress, sample.count / 4 * 3)
        return trialSize > 0 ? deflate(slot, below: worthwhile) : nil
    }

    /// One byte in so many has to belong to a header for headers to be worth it.
    private static let headerShare = 32

    /// The compressed form of a piece of many small files that are not worth it for themselves: each has half a kilobyte of
    /// header in front and zeros behind, of which next to nothing is left; nil if there are few of them.
    private func compressHeaders(_ slot: ChunkSlot) -> ChunkSlot.Form? {
        let headerBytes = slot.contentRanges.reduce(slot.count) { $0 - $1.count }
        guard Self.headerShare * headerBytes >= slot.count,
            let input = unsafe slot.contents.baseAddress?.assumingMemoryBound(to: UInt8.self),
            let output = unsafe slot.output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        else { return nil }
        let ranges = slot.contentRanges.flatMap { [$0.lowerBound, $0.upperBound] }
        let size = unsafe optml_deflate_headers(
            input, slot.count, ranges, slot.contentRanges.count, output, slot.count - headerBytes / 2)
        return size > 0 ? .compressed(size) : nil
    }

    /// Bytes from all over the piece; all of it where it is small.
    private func sample(of contents: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        guard contents.count > Self.sampleSize else { return unsafe contents }
        let length = Self.sampleSize / Self.samplePlaces
        for place in 0..<Self.samplePlaces {
            let start = (contents.count - length) / (Self.samplePlaces - 1) * place
            let piece = unsafe UnsafeRawBufferPointer(rebasing: contents[start..<(start + length)])
            unsafe UnsafeMutableRawBufferPointer(rebasing: sample[(place * length)...]).copyMemory(from: piece)
        }
        return unsafe UnsafeRawBufferPointer(sample)
    }

    // MARK: The ways to compress

    /// The piece as one block of literals, if it is smaller than `limit`.
    private func literals(_ slot: ChunkSlot, below limit: Int) -> ChunkSlot.Form? {
        guard slot.count > 0, let input = unsafe slot.contents.baseAddress?.assumingMemoryBound(to: UInt8.self),
            let output = unsafe slot.output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        else { return nil }
        let size = unsafe optml_huffman_compress(input, slot.count, output, limit)
        return size > 0 ? .compressed(size) : nil
    }

    /// The piece as the library compresses it, if it is smaller than `limit`.
    private func deflate(_ slot: ChunkSlot, below limit: Int) -> ChunkSlot.Form? {
        let size = unsafe libdeflate_deflate_compress(
            library, slot.contents.baseAddress, slot.count, slot.output.baseAddress, slot.output.count - 64)
        guard size > 0, let output = unsafe slot.output.baseAddress?.assumingMemoryBound(to: UInt8.self) else {
            return nil
        }
        let continued = unsafe optml_deflate_continue(output, size, slot.count)
        return continued > 0 && continued < limit ? .compressed(continued) : nil
    }
}
