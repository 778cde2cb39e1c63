import ModelArtifacts

/// Lists what arguments name in S3, with progress on a terminal.
struct BucketLister {
    let bucket: BucketOptions
    let output: OutputOptions

    /// The source with what the bucket holds, if it lies in one; else as it is.
    ///
    /// - Parameter extent: how much of what begins with the key is wanted.
    func listed(
        _ source: ArtifactSource, _ extent: BucketListing.Extent = .whatIsThere
    ) async throws -> ArtifactSource {
        guard case .path(let uri) = source, uri.isInS3 else { return source }
        return .bucket(try await list(uri, extent))
    }

    /// The same for a source of which the type may be given.
    func listed(_ source: ArtifactSource, as dataType: S3DataType?) async throws -> ArtifactSource {
        switch dataType {
        case .object: try await listed(source, .object)
        case .prefix: try await listed(source, .prefix)
        case nil: try await listed(source)
        }
    }

    /// What exists in S3 where a source is to be uploaded, and which files of the source are there as they are; nil if the
    /// options do not ask for it.
    ///
    /// - Parameter options: how the source is inspected.
    func existing(
        _ existing: ExistingOptions, under source: ArtifactSource, _ options: InspectionOptions, _ proof: ProofOptions?
    ) async throws -> ExistingObjects? {
        guard let place = existing.existing?.value else { return nil }
        let reading = AnnouncedProgress(output, "reading")
        defer { reading.clear() }
        var options = options
        options.walkProgress = { files, bytes in reading.walked(files: files, bytes: bytes) }
        var objects = try await ExistingObjects(
            place.isInS3 ? .bucket(list(place, .prefix)) : ArtifactSource.listing(place),
            progress: { total in reading.begin(total: total) })
        reading.clear()
        let candidates = try objects.candidates(of: source, options: options)
        reading.clear()
        let progress = ProgressLine.make(
            output, "hashing", total: candidates.sumClamped(\.plan.size), files: candidates.count)
        defer { progress?.clear() }
        try await objects.hash(
            candidates, jobs: options.jobs, progress: { bytes in progress?.advance(by: bytes) },
            filesDone: { files in progress?.advance(by: 0, files: files) })
        progress?.clear()
        if place.isInS3, proof?.noHead == false, let uri = S3URI(options.s3URI ?? place) {
            try await prove(&objects, of: source, at: uri, options)
        }
        return objects
    }

    /// Asks S3 about the files of a source that it has with their sizes, where ETags do not tell whether they are the same.
    private func prove(
        _ objects: inout ExistingObjects, of source: ArtifactSource, at uri: S3URI, _ options: InspectionOptions
    ) async throws {
        let doubted = try objects.doubted(of: source, options: options)
        guard !doubted.isEmpty else { return }
        let (progress, asking) = (AnnouncedProgress(output, "hashing"), AnnouncedProgress(output, "asking S3"))
        defer { for progress in [progress, asking] { progress.clear() } }
        let attributes = BucketAttributes(bucket: uri.bucket, service: bucket.service)
        let pairs = doubted.map { file in
            ContentProof.Pair(
                key: file.key, file: file.file, size: file.plan.size, etag: file.etag,
                hasOtherETag: objects.etag(ofPath: file.path) != nil)
        }
        let proof = ContentProof(
            asking: attributes, rule: options.uploadRule, jobs: options.jobs,
            inquiryProgress: { answered, asked in asking.answered(answered, of: asked) }
        ) { total in progress.begin(total: total) }
        let (statuses, remarks) = try await Interruption.shared.cancelling { try await proof.statuses(of: pairs) }
        objects.take(proved: zip(doubted, statuses).filter { $1 == .same }.map { $0.0.path })
        for remark in remarks where !output.quiet { Notice.note.show(remark) }
    }

    private func list(_ uri: ByteString, _ extent: BucketListing.Extent) async throws -> BucketListing {
        let progress = ProgressLine.make(output, "listing \(uri)")
        defer { progress?.clear() }
        guard let place = S3URI(uri), place.scheme == .s3 else {
            throw ArtifactError(.usage, "\(uri): not an S3 URI; give s3://bucket/prefix/ or s3://bucket/key")
        }
        let service = bucket.service
        // The first page can take seconds.
        progress?.show("asking S3")
        return try await Interruption.shared.cancelling {
            try await BucketListing.fetch(place, by: service, extent: extent) { count in
                progress?.show(Plural.count(count, "object"))
            }
        }
    }
}
