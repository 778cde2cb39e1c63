/// The paths of a listing whose slices several threads read ahead.
final class SlicedPaths: PathSource {
    /// What a thread made of a slice.
    private struct Slice {
        var paths: [PathRun]
        var outside: Result<KeysOutside, ArtifactError>
    }

    private let paths: ListedPaths
    private let pool: PathBatchPool
    private let work: WorkAhead<Slice>
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
        work = WorkAhead(count: slices.count, jobs: jobs) { Self.read($0, of: slices, paths, pool, ordinary) }
    }

    deinit { stop() }

    func next() throws(ArtifactError) -> PathRun? {
        while ready.isEmpty {
            guard let slice = work.next() else {
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

    private static func read(
        _ slice: Int, of slices: PlainKeySlices, _ paths: ListedPaths, _ pool: PathBatchPool, _ ordinary: OrdinaryNames?
    ) -> Slice {
        var writer = PathRunWriter(pool, ordinary)
        do throws(ArtifactError) {
            let outside = try paths.forEach(in: slice, of: slices) {
                writer.append($0, $1)
            } beforeLine: {
                writer.appendFollowing(of: &$0)
            }
            return Slice(paths: writer.finish(), outside: .success(outside))
        } catch {
            return Slice(paths: [], outside: .failure(error))
        }
    }
}
