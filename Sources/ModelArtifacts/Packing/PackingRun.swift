import CZlib

/// The making of one archive: pieces are read and compressed by several workers at once, written in order by whoever is free,
/// and the parts of what was written are hashed meanwhile.
///
/// Every worker takes what is most urgent: writing, which frees memory; hashing, which wants to stay close behind; then the
/// next piece. Nothing of the result depends on who does what.
final class PackingRun {
    private enum Job {
        case write([ChunkSlot])
        case hash([PartHasher.Part], of: PartTable)
        case compress(ChunkSlot)
        case none
    }

    /// More workers than this would only wait for each other and for the disk.
    private static let mostWorkers = 32
    /// Pieces that can be ready or under way beyond one for each worker.
    private static let spareSlots = 4

    /// After so many bytes the system is told to bring them to disk, so that there is little to wait for in the end.
    private static let writeBackSize: Int64 = 16 << 20

    private let plan: PackingPlan
    private let level: PackingLevel
    private let rule: UploadRule
    private let output: ArchiveOutput
    private let workers: Int
    private let kernel: MD5Kernel
    private let progress: (@Sendable (Int64) -> Void)?

    /// Guards the chunker.
    private let chunkerLock = Monitor()
    private var chunker: TarChunker

    /// Guards all that follows, but what the writer alone uses while `isWriting`.
    private let monitor = Monitor()
    private var free: [ChunkSlot]
    /// Compressed pieces by number, modulo the number of slots.
    private var ready: [ChunkSlot?]
    private var nextToWrite = 0
    private var isWriting = false
    private var isLaidOut = false
    private var isComplete = false
    private var written: Int64 = 0
    private var parts: PartTable?
    private var failure: (piece: Int, error: ArtifactError)?

    /// Those of the writer.
    private var trailer = GzipTrailer()
    /// How far the system was told to write to disk.
    private var writtenBack: Int64 = 0
    private var streamed: StreamingETag?

    /// - Throws: ``ArtifactError`` with code `usage` if the environment asks for a kernel that there is not.
    init(
        _ plan: PackingPlan, chunker: TarChunker, level: PackingLevel, rule: UploadRule, output: ArchiveOutput,
        jobs: Int,
        progress: (@Sendable (Int64) -> Void)?
    ) throws(ArtifactError) {
        self.plan = plan
        self.chunker = chunker
        self.level = level
        self.rule = rule
        self.output = output
        self.progress = progress
        workers = min(max(1, jobs), Self.mostWorkers)
        kernel = try MD5Kernel.ofEnvironment()
        free = (0..<(workers + Self.spareSlots)).map { _ in ChunkSlot() }
        ready = Array(repeating: nil, count: free.count)
        if output.readableStart != nil {
            parts = PartTable(
                partSize: Self.likelyPartSize(plan.table.archiveSize, rule), batch: min(16, kernel.laneCount))
        } else {
            streamed = StreamingETag(rule: rule, path: "")
        }
    }

    /// The part size for the largest archive that can come out. It is that of every other one, too, unless there would be
    /// too many parts.
    private static func likelyPartSize(_ unpackedSize: Int64, _ rule: UploadRule) -> Int64? {
        let most = unpackedSize.addingClamped(unpackedSize / 1000).addingClamped(1024)
        return (try? rule.plan(forSize: most))?.partSize ?? (try? rule.plan(forSize: rule.greatestSingle + 1))?.partSize
    }

    /// Makes the archive.
    ///
    /// - Throws: ``ArtifactError``; of several pieces that fail, that of the first.
    func run() throws(ArtifactError) -> PackedArchive {
        try unsafe output.write(GzipTrailer.header) { unsafe streamed?.update($0) }
        written = Int64(GzipTrailer.header.count)
        let threads = (1..<workers).map { _ in WorkerThread { self.work() } }
        work()
        for thread in threads { thread?.join() }
        if let failure { throw failure.error }
        return try result()
    }

    private func result() throws(ArtifactError) -> PackedArchive {
        let plan = try? rule.plan(forSize: written)
        var etag: ETag?
        if let parts { etag = parts.etag } else if let streamed { etag = try? streamed.finish() }
        if plan == nil { etag = nil }
        return PackedArchive(
            contentSize: self.plan.contentSize, unpackedSize: self.plan.unpackedSize, size: written, etag: etag,
            partSize: etag == nil ? nil : plan?.partSize)
    }

    // MARK: Work

    private func work() {
        do throws(ArtifactError) {
            let compressor = try ChunkCompressor(level)
            while true {
                switch nextJob() {
                case .none: return
                case .write(let slots): try write(slots)
                case .hash(let parts, let table): try hash(parts, of: table)
                case .compress(let slot): compress(slot, compressor)
                }
            }
        } catch {
            fail(error, piece: -1)
        }
    }

    private func fail(_ error: ArtifactError, piece: Int) {
        monitor.change {
            if failure.map({ piece < $0.piece }) ?? true { failure = (piece, error) }
        }
    }

    /// Waits for something to do; `none` once nothing is left.
    private func nextJob() -> Job {
        let canWrite = { [self] in !isWriting && ready[nextToWrite % ready.count] != nil }
        let canCompress = { [self] in !isLaidOut && !free.isEmpty }
        let nextParts = { [self] in parts?.next(written: written, isComplete: isComplete, workers: workers) }
        let isOver = { [self] in failure != nil || isComplete }
        return monitor.whenever({ isOver() || canWrite() || canCompress() || nextParts() != nil }) {
            if failure != nil { return .none }
            if canWrite() {
                isWriting = true
                return .write(takeReady())
            }
            if let range = nextParts(), let parts {
                parts.assigned = range.upperBound
                return .hash(range.map { PartHasher.Part(number: $0, range: parts.range(of: $0)) }, of: parts)
            }
            return canCompress() ? .compress(free.removeLast()) : .none
        }
    }

    /// The pieces that come next in the archive and are ready.
    private func takeReady() -> [ChunkSlot] {
        var slots: [ChunkSlot] = []
        while let slot = ready[nextToWrite % ready.count] {
            ready[nextToWrite % ready.count] = nil
            nextToWrite += 1
            slots.append(slot)
        }
        return slots
    }

    private func compress(_ slot: ChunkSlot, _ compressor: ChunkCompressor) {
        let chunk = chunkerLock.whenever({ true }) { unsafe chunker.next(into: slot.input) }
        guard let chunk else {
            monitor.change {
                isLaidOut = true
                free.append(slot)
            }
            return
        }
        if chunk.isLast { monitor.change { isLaidOut = true } }
        do throws(ArtifactError) {
            for read in chunk.reads {
                try unsafe read.file.read(
                    into: UnsafeMutableRawBufferPointer(rebasing: slot.input[read.range]), at: read.fileOffset)
            }
        } catch {
            return fail(error, piece: chunk.index)
        }
        (slot.count, slot.isLast) = (chunk.count, chunk.isLast)
        slot.contentRanges = chunk.reads.map(\.range)
        compressor.compress(slot)
        monitor.change { ready[chunk.index % ready.count] = slot }
        progress?(chunk.reads.reduce(0) { $0 + Int64($1.range.count) })
    }

    private func write(_ slots: [ChunkSlot]) throws(ArtifactError) {
        var count = 0
        for slot in slots {
            count += try unsafe output.write(slot) { unsafe streamed?.update($0) }
            trailer.add(count: slot.count, checksum: slot.checksum)
        }
        // Nobody else changes the number while this one writes.
        let end = written + Int64(count)
        if end - writtenBack >= Self.writeBackSize {
            output.beginWriteBack(writtenBack..<end)
            writtenBack = end
        }
        let isLast = slots.last?.isLast ?? false
        if isLast {
            try unsafe output.write(trailer.bytes) { unsafe streamed?.update($0) }
            count += trailer.bytes.count
        }
        monitor.change {
            written += Int64(count)
            free += slots
            isWriting = false
            guard isLast else { return }
            isComplete = true
            guard let plan = try? rule.plan(forSize: written) else { return parts = nil }
            if parts?.fits(plan) == false {
                parts = PartTable(partSize: plan.partSize, batch: min(16, kernel.laneCount))
            }
            parts?.complete(plan, workers: workers)
        }
    }

    private func hash(_ parts: [PartHasher.Part], of table: PartTable) throws(ArtifactError) {
        let output = output
        var hasher = unsafe PartHasher(kernel: kernel) { buffer, offset throws(ArtifactError) in
            try unsafe output.read(into: buffer, at: offset)
        }
        var digests: [(part: Int, digest: MD5Digest)] = []
        _ = try hasher.hash(parts) { digests.append(($0, $1)) }
        monitor.change { table.add(digests) }
    }
}
