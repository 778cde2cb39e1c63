/// The models of a listing of which several threads read one slice each ahead, and judge those that no other slice has parts of.
final class ModelSlices {
    /// What a thread made of a slice.
    typealias Slice = (models: [ModelPart], batches: [PathBatch], outside: Int)

    private let listing: KeyListing
    private let pool: PathBatchPool
    private let work: WorkAhead<Result<Slice, ArtifactError>?>

    /// Begins to read.
    ///
    /// - Parameters:
    ///   - scope: which keys may belong to a model.
    ///   - ordinary: which files make runs in a model whose prefix is that of the scope.
    ///   - judge: judges the models that are in one slice as a whole.
    ///   - jobs: how many threads read, that of the caller among them.
    init(
        _ listing: KeyListing, _ slices: PlainKeySlices, _ scope: KeyScope, _ prefixes: ModelPrefixes,
        _ ordinary: OrdinaryNames, _ judge: ModelJudge, jobs: Int
    ) {
        self.listing = listing
        let pool = PathBatchPool()
        self.pool = pool
        work = WorkAhead(count: slices.count, jobs: jobs) { slice in
            var outside = 0
            var writer = ModelPathWriter(pool, ordinary, prefixes, from: scope.prefix.count)
            do throws(ArtifactError) {
                try slices.forEach(in: slice) { key, _, object throws(ArtifactError) in
                    guard scope.pathStart(of: key, in: object.bucket) != nil else { return outside += 1 }
                    writer.append(key, LayoutFile(.file, size: object.size))
                } beforeLine: {
                    writer.appendFollowing(of: &$0)
                }
            } catch {
                return .failure(error)
            }
            outside += writer.outside
            let (models, batches) = writer.finish()
            return .success((judge.judged(models), batches, outside))
        }
    }

    /// Begins to read an S3 Inventory.
    init(
        _ listing: KeyListing, _ blocks: InventoryBlocks, _ scope: KeyScope, _ prefixes: ModelPrefixes,
        _ ordinary: OrdinaryNames, _ judge: ModelJudge, jobs: Int
    ) {
        self.listing = listing
        let pool = PathBatchPool()
        self.pool = pool
        work = WorkAhead(count: .max, jobs: jobs) { number in
            var outside = 0
            var writer = ModelPathWriter(pool, ordinary, prefixes, from: scope.prefix.count)
            do throws(ArtifactError) {
                guard let block = try blocks.block(number) else { return nil }
                try blocks.forEach(in: block) { key, _, object throws(ArtifactError) in
                    guard scope.pathStart(of: key, in: object.bucket) != nil else { return outside += 1 }
                    writer.append(
                        key, LayoutFile(.file, size: object.size, archiveClass: object.archiveClass))
                }
            } catch {
                return .failure(error)
            }
            outside += writer.outside
            let (models, batches) = writer.finish()
            return .success((judge.judged(models), batches, outside))
        }
    }

    deinit { stop() }

    /// The models of the next slice, of which the first may go on with the last of the one before; nil at the end.
    ///
    /// - Throws: ``ArtifactError`` if the listing cannot be read.
    func next() throws(ArtifactError) -> Slice? {
        guard case let slice?? = work.next() else {
            try listing.verifyUnchanged()
            return nil
        }
        do throws(ArtifactError) {
            return try slice.get()
        } catch {
            // A slice does not know the numbers of its lines.
            try listing.forEach { _, _, _ in }
            throw error
        }
    }

    /// Gives batches back that are not needed any more.
    func recycle(_ batches: [PathBatch]) { for batch in batches { pool.give(batch) } }

    /// Ends reading. Nothing must be read afterwards.
    func stop() { work.stop() }
}
