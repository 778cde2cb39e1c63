/// Inspects an archive that is one object in S3, reading it by ranges from its first byte to its last.
struct RemoteArchive {
    private let bucket: BucketListing
    private let uri: S3URI
    private let reading: ObjectReading
    private let options: InspectionOptions

    /// - Returns: nil if nothing of the bucket is to be read, or it is no single archive.
    init?(_ bucket: BucketListing, _ subject: Subject, _ options: InspectionOptions) {
        guard let reading = options.objectReading, let uri = subject.uri,
            subject.combination == Combination(.object, .gzip), subject.hosting == .one
        else { return nil }
        (self.bucket, self.uri, self.reading, self.options) = (bucket, uri, reading, options)
    }

    /// - Returns: nil if there is no object of that key, or none that can be read at the moment.
    /// - Throws: ``ArtifactError`` if it cannot be read, or changes meanwhile.
    func inspect(_ subject: Subject) throws(ArtifactError) -> InspectionReport? {
        var found: (size: Int64, etag: ETag?)?
        try bucket.keys.forEach { key, etag, object in
            guard found == nil, ByteString(key) == uri.key, let size = object.size, object.archiveClass == nil else {
                return
            }
            found = (size, ETag(etag))
        }
        guard let found, found.size > 0 else { return nil }
        let file = RemoteObject(
            uri, size: found.size, etag: found.etag, plan: try plan(found.size, found.etag), by: reading.service)
        var report = try FileInspection(object: file, subject, options).run()
        report.kind = .s3
        return report
    }

    /// How the object was uploaded, if the ETag is to be computed and is made of MD5s.
    private func plan(_ size: Int64, _ etag: ETag?) throws(ArtifactError) -> PartPlan? {
        guard options.hashesArchive, let etag, etag.canBeMD5 || etag.partCount != nil else { return nil }
        let attributes = BucketAttributes(bucket: uri.bucket, service: reading.service)
        let refusals = RefusedQuestions()
        let asked = AwaitedTask { [key = uri.key] in
            try await refusals.ask {
                try await attributes.attributes(ofKey: key, .attributes(checksums: false, partSize: true))
            }
        }
        guard let answer = try asked.value(), !answer.hasOpaqueETag else { return nil }
        if etag.canBeMD5 { return .single(size: size) }
        guard let partSize = answer.partSize, partSize > 0,
            PartPlan.multipart(size: size, partSize: partSize).pieceCount == etag.partCount
        else { return nil }
        return .multipart(size: size, partSize: partSize)
    }
}
