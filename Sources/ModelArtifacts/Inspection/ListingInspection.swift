import SystemPackage

/// Inspects a listing of keys: what S3 holds already.
///
/// Keys in byte order, as S3 lists them, stream through in constant memory: one thread reads the listing while another lays
/// out what it holds. The order is verified; where it turns out otherwise, the listing is read again, put into order in
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
        if let report = try inspectInOrder() { return report }
        let paths = try gather()
        let run = InspectionRun(subject: subject, options: options)
        do throws(LayoutOrderError) {
            try paths.forEachRun(jobs: options.jobs ?? ETagEngine.defaultJobs) { paths throws(LayoutOrderError) in
                try self.take(paths, into: run)
            }
        } catch {
            throw ArtifactError(.readFailed, "\(listing.name): cannot be put into order")
        }
        return finish(run)
    }

    /// Lays out the keys as they come.
    ///
    /// - Returns: nil if it turns out that they are not in order.
    private func inspectInOrder() throws(ArtifactError) -> InspectionReport? {
        let paths = try PathReadAhead { paths throws(ArtifactError) in try self.read(into: &paths) }
        defer { paths.stop() }
        let run = InspectionRun(subject: subject, options: options)
        while let batch = try paths.next() {
            do throws(LayoutOrderError) { try take(PathRun(batch), into: run) } catch { return nil }
            paths.recycle(batch)
        }
        return finish(run)
    }

    private func take(_ paths: PathRun, into run: InspectionRun) throws(LayoutOrderError) {
        if subject.combination.compressionType == .gzip { run.record(paths) } else { try run.add(paths) }
    }

    private func finish(_ run: InspectionRun) -> InspectionReport {
        run.totals.outsidePrefix = keysOutside.count
        run.totals.siblings = keysOutside.siblings
        return run.finish()
    }

    /// Reads the whole listing.
    private func gather() throws(ArtifactError) -> UnsortedPaths {
        let paths = try PathReadAhead { paths throws(ArtifactError) in try self.read(into: &paths) }
        defer { paths.stop() }
        let unsorted = UnsortedPaths()
        while let batch = try paths.next() { unsorted.append(batch) }
        return unsorted
    }

    /// Reads the keys that belong to the model data, without the prefix.
    private func read(into paths: inout PathWriter) throws(ArtifactError) {
        let scope = ListingScope(subject)
        let wantsETags = options.recordsLayout || options.recordsObjects
        var outside = KeysOutside(subject)
        try listing.forEach { key, etag, object throws(ArtifactError) in
            guard let start = scope.pathStart(of: key, in: object.bucket) else {
                return outside.note(key, isInBucket: scope.contains(object.bucket))
            }
            let path = key.extracting(start..<key.count)
            guard wantsETags else { return try paths.append(path, LayoutFile(.file, size: object.size)) }
            try paths.append(
                path,
                LayoutFile(
                    .file, size: object.size, etag: etag.isEmpty ? nil : ByteString(etag), upload: object.upload))
        }
        keysOutside = outside
    }
}
