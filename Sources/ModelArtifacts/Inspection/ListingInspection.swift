import SystemPackage

/// Inspects a listing of keys: what S3 holds already.
///
/// Keys in byte order, as S3 lists them, stream through in constant memory: one thread reads the listing while another lays
/// out what it holds. The order is verified; where it turns out otherwise, the listing is read again, sorted in
/// memory, and streams through the same way.
final class ListingInspection {
    private let listing: KeyListing
    private let subject: Subject
    private let options: InspectionOptions
    /// What was left out when the listing was read last.
    private var keysOutside: KeysOutside

    /// Opens a listing; `-` is standard input.
    ///
    /// - Throws: ``ArtifactError`` if it cannot be opened or its form is not one that can be read.
    init(location: ByteString, options: InspectionOptions) throws(ArtifactError) {
        let listingOptions = KeyListing.Options(format: options.listingFormat, keysURLEncoded: options.keysURLEncoded)
        listing =
            location == "-"
            ? try KeyListing(standardInput: .standardInput, options: listingOptions)
            : try KeyListing(opening: location, options: listingOptions)
        subject = ArtifactInspector.subject(.listing, at: location, default: Combination(.prefix, .none), options)
        self.options = options
        keysOutside = KeysOutside(subject)
        if subject.combination.dataType == .object, subject.uri == nil {
            throw ArtifactError(.usage, "an S3Object in a listing is the one key that --s3-uri names; give --s3-uri")
        }
    }

    func run() throws(ArtifactError) -> InspectionReport {
        guard subject.combination.isSupported else {
            let run = InspectionRun(subject: subject, options: options)
            run.totals.isComplete = false
            return run.finish()
        }
        if let report = try inspect(try PathReadAhead { paths throws(ArtifactError) in try self.read(into: &paths) }) {
            return report
        }
        let batches = try gather()
        let sorted = try PathReadAhead { paths throws(ArtifactError) in
            var merger = PathMerger(batches)
            while let path = merger.next() { try unsafe paths.append(path.bytes.span, path.file) }
        }
        guard let report = try inspect(sorted) else {
            throw ArtifactError(.readFailed, "\(listing.name): cannot be put into order")
        }
        return report
    }

    /// Lays out what comes.
    ///
    /// - Returns: nil if it turns out not to be in order.
    private func inspect(_ paths: PathReadAhead) throws(ArtifactError) -> InspectionReport? {
        defer { paths.stop() }
        let run = InspectionRun(subject: subject, options: options)
        let isPacked = subject.combination.compressionType == .gzip
        while let batch = try paths.next() {
            if isPacked {
                run.record(batch)
            } else {
                do throws(LayoutOrderError) { try run.add(batch) } catch { return nil }
            }
            paths.recycle(batch)
        }
        run.totals.outsidePrefix = keysOutside.count
        run.totals.siblings = keysOutside.siblings
        return run.finish()
    }

    /// Reads the whole listing into large batches that are sorted each, while they are in the cache of the processor.
    private func gather() throws(ArtifactError) -> [PathBatch] {
        let paths = try PathReadAhead { paths throws(ArtifactError) in try self.read(into: &paths) }
        defer { paths.stop() }
        var sorted: [PathBatch] = []
        var unsorted: [PathBatch] = []
        while let batch = try paths.next() {
            unsorted.append(batch)
            guard unsorted.count == PathBatch.sortedTogether else { continue }
            sorted.append(PathBatch.sorted(unsorted))
            unsorted.forEach(paths.recycle)
            unsorted.removeAll()
        }
        sorted.append(PathBatch.sorted(unsorted))
        return sorted
    }

    /// Reads the keys that belong to the model data, without the prefix.
    private func read(into paths: inout PathWriter) throws(ArtifactError) {
        let scope = ListingScope(subject)
        let wantsETags = options.recordsLayout || options.recordsObjects
        var outside = KeysOutside(subject)
        try listing.forEach { key, etag, object throws(ArtifactError) in
            guard var start = scope.pathStart(of: key, in: object.bucket) else {
                return outside.note(key, isInBucket: scope.contains(object.bucket))
            }
            if options.comparison != nil, subject.uri == nil {
                guard let pathStart = object.pathStart else {
                    throw ArtifactError(
                        .usage,
                        "\(listing.name): keys are compared without their prefix; give it as s3://BUCKET/PREFIX/ with --s3-uri-a or --s3-uri-b"
                    )
                }
                start = pathStart
            }
            let path = key.extracting(start..<key.count)
            guard wantsETags else { return try paths.append(path, LayoutFile(.file, size: object.size)) }
            try paths.append(
                path,
                LayoutFile(
                    .file, size: object.size, etag: etag.isEmpty ? nil : ByteString(etag), upload: object.upload,
                    isEncrypted: object.isEncryptedWithKMS ?? false))
        }
        keysOutside = outside
    }
}
