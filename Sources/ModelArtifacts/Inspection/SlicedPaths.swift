/// The paths of a listing of which several threads read one slice each ahead.
final class SlicedPaths: PathSource {
    /// What a thread made of a slice.
    private struct Slice {
        var paths: [PathRun]
        var outside: Result<KeysOutside, ArtifactError>
    }

    private let paths: ListedPaths
    private let pool: PathBatchPool
    private let work: WorkAhead<Slice?>
    /// What has been read and not been handed out, the next one last.
    private var ready: [PathRun] = []

    /// Begins to read.
    ///
    /// - Parameters:
    ///   - paths: what the listing belongs to.
    ///   - jobs: how many threads read, that of the caller among them.
    ///   - ordinary: which files make runs; nil if these are not wanted.
    init(_ paths: ListedPaths, _ slices: PlainKeySlices, jobs: Int, _ ordinary: OrdinaryNames?) {
        self.paths = paths
        let pool = PathBatchPool()
        self.pool = pool
        work = WorkAhead(count: slices.count, jobs: jobs) { slice in
            Self.read(pool, ordinary) { writer throws(ArtifactError) in
                try paths.forEach(in: slice, of: slices) {
                    writer.append($0, $1)
                } beforeLine: {
                    writer.appendFollowing(of: &$0)
                }
            }
        }
    }

    /// Begins to read an S3 Inventory.
    init(_ paths: ListedPaths, _ blocks: InventoryBlocks, jobs: Int, _ ordinary: OrdinaryNames?) {
        self.paths = paths
        let pool = PathBatchPool()
        self.pool = pool
        work = WorkAhead(count: .max, jobs: jobs) { number in
            Self.read(pool, ordinary) { writer throws(ArtifactError) in
                try paths.forEach(inBlock: number, of: blocks) { writer.append($0, $1) }
            }
        }
    }

    deinit { stop() }

    func next() throws(ArtifactError) -> PathRun? {
        while ready.isEmpty {
            guard case let slice?? = work.next() else {
                try paths.verifyUnchanged()
                return nil
            }
            do throws(ArtifactError) { paths.note(try slice.outside.get()) } catch { throw paths.failure(error) }
            ready = slice.paths.reversed()
        }
        return ready.popLast()
    }

    func recycle(_ paths: PathRun) { pool.give(paths.batch) }

    func stop() { work.stop() }

    /// - Parameter body: writes the paths and returns what was left out; nil if there is nothing any more.
    private static func read(
        _ pool: PathBatchPool, _ ordinary: OrdinaryNames?,
        _ body: (inout PathRunWriter) throws(ArtifactError) -> KeysOutside?
    ) -> Slice? {
        var writer = PathRunWriter(pool, ordinary)
        do throws(ArtifactError) {
            guard let outside = try body(&writer) else { return nil }
            return Slice(paths: writer.finish(), outside: .success(outside))
        } catch {
            return Slice(paths: [], outside: .failure(error))
        }
    }
}
