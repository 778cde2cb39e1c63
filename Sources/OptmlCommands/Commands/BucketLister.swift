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
        _ existing: ExistingOptions, under source: ArtifactSource, _ options: InspectionOptions
    ) async throws -> ExistingObjects? {
        guard let place = existing.existing?.value else { return nil }
        var objects = try await ExistingObjects(
            place.isInS3 ? .bucket(list(place, .prefix)) : ArtifactSource.listing(place))
        let candidates = try objects.candidates(of: source, options: options)
        let progress = ProgressLine.make(output, "hashing", total: candidates.sumClamped(\.plan.size))
        defer { progress?.clear() }
        try await objects.hash(candidates, jobs: options.jobs) { bytes in progress?.advance(by: bytes) }
        return objects
    }

    private func list(_ uri: ByteString, _ extent: BucketListing.Extent) async throws -> BucketListing {
        let progress = ProgressLine.make(output, "listing \(uri)")
        defer { progress?.clear() }
        // The first page can take seconds.
        progress?.show("asking S3")
        let access = bucket.access
        return try await Interruption.shared.cancelling {
            try await BucketListing.fetch(uri, access: access, extent: extent) { count in
                progress?.show(Plural.count(count, "object"))
            }
        }
    }
}
