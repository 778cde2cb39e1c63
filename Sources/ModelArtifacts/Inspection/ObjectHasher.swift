/// Computes the ETags that the objects of a report will have once they are uploaded.
public struct ObjectHasher: Sendable {
    private let rule: UploadRule
    private let jobs: Int

    /// - Parameters:
    ///   - rule: how the objects are uploaded.
    ///   - jobs: how many files or parts are hashed at once; the number of processors if it is not given.
    public init(rule: UploadRule, jobs: Int? = nil) {
        self.rule = rule
        self.jobs = Parallelism(jobs: jobs).jobs
    }

    /// Fills in the ETags of the report's objects, and of its layout where there is one.
    ///
    /// Objects that have an ETag already, as those of a listing or of an archive, keep it; those that are in S3 alone get none. Each file must still have the size
    /// that it had when it was inspected.
    ///
    /// - Parameters:
    ///   - report: what the inspection of the source gave.
    ///   - source: what was inspected.
    ///   - progress: told how many more bytes were hashed, on any thread.
    /// - Throws: ``ArtifactError`` if a file cannot be read or changes; `CancellationError`.
    public func hash(
        _ report: inout InspectionReport, of source: ArtifactSource, progress: (@Sendable (Int64) -> Void)? = nil
    ) async throws {
        try await hash(&report, of: source, checksums: [], progress: progress)
    }

    /// Fills in checksums of the contents, too, of the objects that have no ETag yet.
    ///
    /// The contents are read once for all checksums and once for the ETags, and must stay what they are in between.
    ///
    /// - Parameters:
    ///   - progress: told how many more bytes were hashed, on any thread; of both passes.
    ///   - filesDone: told how many more files have their ETags, on any thread.
    /// - Throws: as ``hash(_:of:progress:)``.
    package func hash(
        _ report: inout InspectionReport, of source: ArtifactSource, checksums: Set<ChecksumAlgorithm>,
        progress: (@Sendable (Int64) -> Void)? = nil, filesDone: (@Sendable (Int) -> Void)? = nil
    ) async throws {
        guard case .path(let root) = source, let objects = report.objects else { return }
        let isDirectory = report.kind == .directory
        var files: [ObjectFile] = []
        for (index, object) in objects.enumerated() where object.etag == nil && !object.isLeftover {
            guard let size = object.size else { continue }
            files.append(ObjectFile(index: index, path: isDirectory ? root + "/" + object.path : root, size: size))
        }
        if !checksums.isEmpty {
            let values = try await ChecksumPass(wanted: checksums, jobs: jobs, progress: progress).run(&files)
            for (file, values) in zip(files, values) { report.objects?[file.index].checksums = values }
        }
        var requests: [ETagRequest] = []
        var indices: [Int] = []
        for file in files {
            // What no upload can hold has no ETag; a rule says so.
            guard let plan = try? rule.plan(forSize: file.size) else { continue }
            let kept: (any RandomAccessFile)? = report.keptFiles.removeValue(forKey: file.index)
            requests.append(
                ETagRequest(plan: plan) { () throws(ArtifactError) in
                    if let kept { kept } else { try file.open() }
                })
            indices.append(file.index)
        }
        let etags = try await ETagEngine(jobs: jobs, progress: progress, filesDone: filesDone).etags(of: requests)
        var byPath: [ByteString: ByteString] = [:]
        for (position, index) in indices.enumerated() {
            report.objects?[index].etag = etags[position]
            report.objects?[index].upload = StoredObject.Upload(requests[position].plan)
            if report.layout != nil { byPath[objects[index].path] = ByteString(etags[position].text) }
        }
        report.setLayoutETags(byPath)
    }
}

extension InspectionReport {
    /// Gives ETags to the files of the layout, by path below the model directory.
    fileprivate mutating func setLayoutETags(_ etags: [ByteString: ByteString]) {
        if !etags.isEmpty { layout = layout?.settingETags { etags[$0] } }
    }
}
