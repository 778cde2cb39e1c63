/// Inspects a listing of keys: what S3 holds already.
///
/// Keys in byte order, as S3 lists them, stream through in constant memory: other threads read the listing while one lays
/// out what it holds. The order is verified; where it turns out otherwise, the listing is read again, put into order in
/// memory, and streams through the same way.
final class ListingInspection {
    private let listing: KeyListing
    private let subject: Subject
    private let options: InspectionOptions
    private let paths: ListedPaths
    private let bucket: BucketListing?

    /// Opens a listing; `-` is standard input.
    ///
    /// - Throws: ``ArtifactError`` if it cannot be opened or its form is not one that can be read.
    convenience init(location: ByteString, options: InspectionOptions) throws(ArtifactError) {
        let listingOptions = KeyListing.Options(format: options.listingFormat, keysURLEncoded: options.keysURLEncoded)
        let subject = ArtifactInspector.subject(.listing, at: location, default: Combination(.prefix, .none), options)
        try self.init(
            try KeyListing(at: location, options: listingOptions, progress: options.progress), subject, options, nil)
        if subject.combination.dataType == .object, subject.uri == nil {
            throw ArtifactError(
                .usage,
                options.isOfRequest
                    ? "an S3Object in a listing is the one key that the request names, whose URI is not known"
                    : "an S3Object in a listing is the one key that --s3-uri names; give --s3-uri")
        }
    }

    /// Looks at what a bucket holds.
    convenience init(bucket: BucketListing, options: InspectionOptions) throws(ArtifactError) {
        var options = options
        options.s3URI = options.s3URI ?? bucket.uri.text
        var subject = ArtifactInspector.subject(.s3, at: bucket.uri.text, default: bucket.combination, options)
        guard let uri = subject.uri, bucket.covers(uri) else {
            throw ArtifactError(
                .usage,
                "\(bucket.uri) was listed, which does not cover '\(subject.uriText ?? "")'; list what the S3 URI names")
        }
        subject.readsObjects =
            options.objectReading != nil && subject.combination.compressionType == .none && subject.hosting == .one
        try self.init(bucket.keys, subject, options, bucket)
    }

    private init(
        _ listing: KeyListing, _ subject: Subject, _ options: InspectionOptions, _ bucket: BucketListing?
    ) throws(ArtifactError) {
        var subject = subject
        subject.listingFormat = listing.format
        self.listing = listing
        self.bucket = bucket
        self.subject = subject
        self.options = options
        paths = ListedPaths(
            listing, subject: subject, options,
            wantsDetails: options.recordsLayout || options.recordsObjects || options.existing != nil)
    }

    func run() throws(ArtifactError) -> InspectionReport {
        guard subject.combination.isSupported else {
            let run = InspectionRun(subject: subject, options: options)
            run.totals.isComplete = false
            return run.finish()
        }
        if let bucket, let archive = RemoteArchive(bucket, subject, options),
            let report = try archive.inspect(subject)
        {
            return report
        }
        let run = InspectionRun(subject: subject, options: options)
        try readContents(for: run)
        if try lay(out: try paths.asListed(run.ordinaryNames), in: run) { return finish(run) }
        // What has been found so far counts for nothing.
        let again = InspectionRun(subject: subject, options: options)
        try readContents(for: again)
        if options.existing != nil || options.comparison != nil {
            let sorted = options.existing != nil ? try paths.sorted() : try paths.sortedOnDisk()
            guard try lay(out: sorted, in: again) else { throw cannotBePutIntoOrder }
        } else {
            try layOutUnsorted(in: again)
        }
        return finish(again)
    }

    /// Reads what rules want to see of the contents of objects in S3.
    private func readContents(for run: InspectionRun) throws(ArtifactError) {
        guard subject.readsObjects, let reading = options.objectReading, let uri = subject.uri else {
            // Of an archive that was not read, a finding says so.
            if subject.combination.compressionType == .none { run.contents = .none }
            return
        }
        var contents = ObjectContents(reading, of: uri, for: run)
        let detailed = ListedPaths(listing, subject: subject, options, wantsDetails: true)
        run.remarks = try contents.visit(try detailed.asListed())
        guard !contents.isComplete else { return }
        run.contents = .some
        run.checks.lackContents()
    }

    /// Lays out what comes.
    ///
    /// - Returns: whether it is in order.
    private func lay(out paths: any PathSource, in run: InspectionRun) throws(ArtifactError) -> Bool {
        defer { paths.stop() }
        let existing = try ExistingPass(run)
        while let listed = try paths.next() {
            if let existing {
                guard try existing.add(listed) else { return false }
            } else {
                do throws(LayoutOrderError) { try take(listed, into: run) } catch { return false }
            }
            paths.recycle(listed)
        }
        try existing?.finish()
        return true
    }

    /// Lays out what is put into order.
    private func layOutUnsorted(in run: InspectionRun) throws(ArtifactError) {
        let (unsorted, counted) = try paths.unsorted(run.countedNames)
        do throws(LayoutOrderError) {
            try unsorted.forEachRun(jobs: Parallelism(jobs: options.jobs).jobs, run.ordinaryNames) {
                paths throws(LayoutOrderError) in try self.take(paths, into: run)
            }
        } catch {
            throw cannotBePutIntoOrder
        }
        run.add(counted)
    }

    private func take(_ paths: PathRun, into run: InspectionRun) throws(LayoutOrderError) {
        if subject.hosting == .many {
            run.record(models: paths)
        } else if subject.combination.compressionType == .gzip {
            run.record(paths)
        } else {
            try run.add(paths)
        }
    }

    private func finish(_ run: InspectionRun) -> InspectionReport {
        run.totals.outsidePrefix = paths.outside.count
        run.totals.otherBucketKeys = paths.outside.otherBucketCount
        run.totals.listedBucket = listing.listedBucket
        run.totals.siblingCount = paths.outside.siblingCount
        run.totals.siblings = paths.outside.siblings
        for (archiveClass, objects) in paths.outside.archived {
            run.totals.archived[archiveClass, default: ArchivedObjects()].append(objects)
        }
        return run.finish()
    }

    private var cannotBePutIntoOrder: ArtifactError {
        ArtifactError(.readFailed, "\(listing.name): cannot be put into order")
    }
}
