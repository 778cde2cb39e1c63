/// The making of one archive: pieces are read and compressed by several workers at once, written in order by whoever is free,
/// and the parts of what was written are hashed meanwhile.
///
/// Every worker takes what is most urgent: writing, which frees memory; hashing, which wants to stay close behind; then the
/// next piece. Nothing of the result depends on who does what.
final class PackingRun: Sendable {
    private enum Job {
        case write([ChunkSlot], Writer)
        case hash([PartHasher.Part], of: PartTable)
        case compress(ChunkSlot)
        case none
    }

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
    private let filesDone: (@Sendable (Int) -> Void)?

    private let chunker: Lock<TarChunker>
    private let monitor: Monitor<State>

    /// What whoever writes works with meanwhile.
    private struct Writer {
        var trailer = GzipTrailer()
        /// How many bytes were written.
        var written: Int64 = 0
        /// How far the system was told to write to disk.
        var writtenBack: Int64 = 0
        var streamed: StreamingETag?
    }

    private struct State {
        var free: [ChunkSlot]
        /// Compressed pieces by number, modulo the number of slots.
        var ready: [ChunkSlot?]
        var nextToWrite = 0
        /// Nil while somebody writes.
        var writer: Writer?
        var isLaidOut = false
        var isComplete = false
        var written: Int64 = 0
        var parts: PartTable?
        var failure: (piece: Int, error: ArtifactError)?

        var isOver: Bool { failure != nil || isComplete }
        var canWrite: Bool { writer != nil && ready[nextToWrite % ready.count] != nil }
        var canCompress: Bool { !isLaidOut && !free.isEmpty }

        func nextParts(_ workers: Int) -> Range<Int>? {
            parts?.next(written: written, isComplete: isComplete, workers: workers)
        }

        /// The pieces that come next in the archive and are ready.
        mutating func takeReady() -> [ChunkSlot] {
            var slots: [ChunkSlot] = []
            while let slot = ready[nextToWrite % ready.count] {
                ready[nextToWrite % ready.count] = nil
                nextToWrite += 1
                slots.append(slot)
            }
            return slots
        }
    }

    /// - Throws: ``ArtifactError`` with code `usage` if the environment asks for a kernel that there is not.
    init(
        _ plan: PackingPlan, chunker: sending TarChunker, level: PackingLevel, rule: UploadRule, output: ArchiveOutput,
        jobs: Int,
        progress: (@Sendable (Int64) -> Void)?, filesDone: (@Sendable (Int) -> Void)? = nil
    ) throws(ArtifactError) {
        self.plan = plan
        self.chunker = Lock(chunker)
        self.level = level
        self.rule = rule
        self.output = output
        (self.progress, self.filesDone) = (progress, filesDone)
        workers = min(max(1, jobs), Parallelism.mostPackers)
        kernel = try MD5Kernel.ofEnvironment()
        let slotCount = workers + Self.spareSlots
        var state = State(
            free: (0..<slotCount).map { _ in ChunkSlot() }, ready: Array(repeating: nil, count: slotCount))
        var writer = Writer()
        if output.readableStart != nil {
            state.parts = PartTable(
                partSize: Self.likelyPartSize(plan.table.archiveSize, rule), batch: min(16, kernel.laneCount))
        } else {
            writer.streamed = StreamingETag(rule: rule, path: "")
        }
        state.writer = writer
        monitor = Monitor(state)
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
        if var writer = monitor.withLock({ $0.writer.take() }) {
            try unsafe output.write(GzipTrailer.header) { unsafe writer.streamed?.update($0) }
            writer.written = Int64(GzipTrailer.header.count)
            monitor.withLock { ($0.written, $0.writer) = (writer.written, writer) }
        }
        let threads = (1..<workers).map { _ in WorkerThread { self.work() } }
        work()
        for thread in threads { thread?.join() }
        return try monitor.withLock { state in Result { () throws(ArtifactError) in try result(state) } }.get()
    }

    private func result(_ state: State) throws(ArtifactError) -> PackedArchive {
        if let failure = state.failure { throw failure.error }
        let plan = try? rule.plan(forSize: state.written)
        var etag: ETag?
        if let parts = state.parts {
            etag = parts.etag
        } else if let streamed = state.writer?.streamed {
            etag = try? streamed.finish()
        }
        if plan == nil { etag = nil }
        return PackedArchive(
            contentSize: self.plan.contentSize, unpackedSize: self.plan.unpackedSize, size: state.written, etag: etag,
            partSize: etag == nil ? nil : plan?.partSize)
    }

    // MARK: Work

    private func work() {
        do throws(ArtifactError) {
            let compressor = try ChunkCompressor(level)
            while true {
                switch nextJob() {
                case .none: return
                case .write(let slots, let writer): try write(slots, writer)
                case .hash(let parts, let table): try hash(parts, of: table)
                case .compress(let slot): compress(slot, compressor)
                }
            }
        } catch {
            fail(error, piece: -1)
        }
    }

    private func fail(_ error: ArtifactError, piece: Int) {
        monitor.change { state in
            if state.failure.map({ piece < $0.piece }) ?? true { state.failure = (piece, error) }
        }
    }

    /// Waits for something to do; `none` once nothing is left.
    private func nextJob() -> Job {
        monitor.whenever({ $0.isOver || $0.canWrite || $0.canCompress || $0.nextParts(workers) != nil }) { state in
            if state.failure != nil { return .none }
            if state.canWrite, let writer = state.writer.take() { return .write(state.takeReady(), writer) }
            if let range = state.nextParts(workers), let parts = state.parts {
                parts.assigned = range.upperBound
                return .hash(range.map { PartHasher.Part(number: $0, range: parts.range(of: $0)) }, of: parts)
            }
            return state.canCompress ? .compress(state.free.removeLast()) : .none
        }
    }

    private func compress(_ slot: ChunkSlot, _ compressor: ChunkCompressor) {
        let chunk = chunker.withLock { unsafe $0.next(into: slot.input) }
        guard let chunk else {
            return monitor.change {
                $0.isLaidOut = true
                $0.free.append(slot)
            }
        }
        if chunk.isLast { monitor.change { $0.isLaidOut = true } }
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
        monitor.change { $0.ready[chunk.index % $0.ready.count] = slot }
        progress?(chunk.reads.reduce(0) { $0 + Int64($1.range.count) })
        if chunk.filesEnded > 0 { filesDone?(chunk.filesEnded) }
    }

    private func write(_ slots: [ChunkSlot], _ writer: Writer) throws(ArtifactError) {
        var writer = writer
        for slot in slots {
            writer.written += Int64(try unsafe output.write(slot) { unsafe writer.streamed?.update($0) })
            writer.trailer.add(count: slot.count, checksum: slot.checksum)
        }
        if writer.written - writer.writtenBack >= Self.writeBackSize {
            output.beginWriteBack(writer.writtenBack..<writer.written)
            writer.writtenBack = writer.written
        }
        let isLast = slots.last?.isLast ?? false
        if isLast {
            try unsafe output.write(writer.trailer.bytes) { unsafe writer.streamed?.update($0) }
            writer.written += Int64(writer.trailer.bytes.count)
        }
        monitor.change { state in
            state.written = writer.written
            state.free += slots
            state.writer = writer
            guard isLast else { return }
            state.isComplete = true
            guard let plan = try? rule.plan(forSize: writer.written) else { return state.parts = nil }
            if state.parts?.fits(plan) == false {
                state.parts = PartTable(partSize: plan.partSize, batch: min(16, kernel.laneCount))
            }
            state.parts?.complete(plan, workers: workers)
        }
    }

    private func hash(_ parts: [PartHasher.Part], of table: PartTable) throws(ArtifactError) {
        let output = output
        var hasher = unsafe PartHasher(kernel: kernel) { buffer, offset throws(ArtifactError) in
            try unsafe output.read(into: buffer, at: offset)
        }
        var digests: [(part: Int, digest: MD5Digest)] = []
        _ = try hasher.hash(parts) { digests.append(($0, $1)) }
        monitor.change { _ in table.add(digests) }
    }
}
