public import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Packs a directory into the gzip-compressed tar archive that SageMaker wants: the same bytes from the same files on every
/// machine, with all cores, in one pass.
///
///     var options = PackingOptions()
///     options.inspection.filter.excludesJunk = true
///     let packer = ArchivePacker(options: options)
///     let plan = try packer.plan("model")
///     guard !plan.report.hasFindings(atLeast: .error) else { … }
///     let archive = try packer.write(plan, to: descriptor, named: "model.tar.gz")
///     print(archive.etag?.text ?? "", archive.size)
///
/// The archive is documented to the byte in <doc:ArchiveFormat>. What decides about the bytes are names, contents,
/// the executable bit, and of ``PackingOptions`` the level and the modification time; nothing else does. Pieces that
/// libdeflate compresses can differ between versions of it; those that are stored or coded byte by byte do not.
public struct ArchivePacker: Sendable {
    /// The version of the format that is written. It goes up whenever the same files give other bytes.
    public static let formatVersion = 3

    private let options: PackingOptions

    /// A packer with its options.
    public init(options: PackingOptions = PackingOptions()) {
        self.options = options
    }

    /// Walks a directory, and checks what it would be packed to.
    ///
    /// - Throws: ``ArtifactError`` with code `notFound` or `readFailed` if it is no directory or cannot be read,
    ///   `changedWhileRead` if it is moved about meanwhile. What is wrong with what it holds is a finding in the report.
    public func plan(_ directory: ByteString) throws(ArtifactError) -> PackingPlan {
        var inspection = options.inspection
        inspection.dataType = .object
        inspection.compressionType = .gzip
        inspection.jobs = options.jobs
        let planner = PackingPlanner(dropsEmptyDirectories: inspection.dropsEmptyDirectories)
        let report = try DirectoryInspection(root: directory, options: inspection, companion: planner).run()
        var plan = PackingPlan(directory: directory, report: report, filter: inspection.filter)
        plan.leftOut = planner.leftOut
        plan.leftOutCount = planner.leftOutCount
        plan.table = planner.members
        return plan
    }

    /// Writes the archive of a plan.
    ///
    /// Files must be what they were when the plan was made. Memory does not depend on them; it is some ten megabytes, and four
    /// for each job.
    ///
    /// - Parameters:
    ///   - plan: what is packed.
    ///   - descriptor: where it goes. With a regular file that is open for reading too, the ETag is computed from what
    ///     was written, with vector instructions; with anything else, which may then be the slowest of all.
    ///   - name: what to call it in errors.
    ///   - progress: told how many more bytes of files were packed, on any thread.
    ///   - filesDone: told how many more files were packed to their ends, on any thread.
    /// - Throws: ``ArtifactError`` with code `changedWhileRead`, `notFound` or `readFailed` for a file that is not what it was
    ///   or cannot be read, `writeFailed`; `usage` for a modification time out of range. What was written then is no archive.
    public func write(
        _ plan: PackingPlan, to descriptor: FileDescriptor, named name: ByteString,
        progress: (@Sendable (Int64) -> Void)? = nil, filesDone: (@Sendable (Int) -> Void)? = nil
    ) throws(ArtifactError) -> PackedArchive {
        guard (0...PackingOptions.latestModificationTime).contains(options.modificationTime) else {
            throw ArtifactError(
                .usage, "a modification time is 0 to \(PackingOptions.latestModificationTime) seconds since 1970")
        }
        let root = try FileSystem.open(plan.directory, flags: O_DIRECTORY)
        defer { try? root.close() }
        let chunker = TarChunker(plan, root: root, modificationTime: options.modificationTime)
        let run = try PackingRun(
            plan, chunker: chunker, level: options.level, rule: options.inspection.uploadRule,
            output: ArchiveOutput(descriptor, name: name), jobs: Parallelism(jobs: options.jobs).jobs,
            progress: progress, filesDone: filesDone)
        return try run.run()
    }
}
