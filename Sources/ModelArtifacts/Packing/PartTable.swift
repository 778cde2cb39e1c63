/// The parts in which an archive will be uploaded, as far as they are written and hashed.
package final class PartTable {
    /// In bytes; nil if there is but one piece, whose size is known in the end.
    private let partSize: Int64?
    /// How many parts are hashed together.
    private let batch: Int
    /// How many of the last parts are hashed together, when everybody takes a share of them.
    private var lastBatch = 1
    /// What the size turned out to be, and how it is uploaded.
    private var plan: PartPlan?
    /// How many parts somebody hashes or has hashed.
    package var assigned = 0
    private var digests: [MD5Digest?] = []

    package init(partSize: Int64?, batch: Int) {
        self.partSize = partSize
        self.batch = batch
    }

    /// The bytes of a part.
    package func range(of part: Int) -> Range<Int64> {
        if let plan { return plan.range(ofPiece: part) }
        let start = Int64(part) * (partSize ?? 0)
        return start..<(start + (partSize ?? 0))
    }

    /// The parts to hash next; nil if there are too few for now, or none left.
    package func next(written: Int64, isComplete: Bool, workers: Int) -> Range<Int>? {
        if let plan {
            let count = min(lastBatch, plan.pieceCount - assigned)
            return count > 0 ? assigned..<(assigned + count) : nil
        }
        guard !isComplete, let partSize, written / partSize >= Int64(assigned + batch) else { return nil }
        return assigned..<(assigned + batch)
    }

    /// Whether these parts are those of a plan.
    package func fits(_ plan: PartPlan) -> Bool { plan.partSize == partSize }

    /// Takes in that everything is written.
    package func complete(_ plan: PartPlan, workers: Int) {
        self.plan = plan
        lastBatch = min(batch, max(1, (plan.pieceCount - assigned + workers - 1) / workers))
    }

    /// Takes in digests.
    package func add(_ new: [(part: Int, digest: MD5Digest)]) {
        for (part, digest) in new {
            if digests.count <= part { digests += Array(repeating: nil, count: part + 1 - digests.count) }
            digests[part] = digest
        }
    }

    /// The ETag, once all parts are hashed.
    package var etag: ETag? {
        let all = digests.compactMap { $0 }
        guard let plan, all.count == plan.pieceCount else { return nil }
        return plan.partSize == nil ? all.first.map { ETag(md5: $0) } : ETag(partDigests: all)
    }
}
