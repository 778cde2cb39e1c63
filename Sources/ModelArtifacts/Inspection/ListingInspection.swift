import SystemPackage

/// Inspects a listing of keys: what S3 holds already.
///
/// Keys in byte order, as S3 lists them, stream through in constant memory: one thread reads the listing while another lays
/// out what it holds. The order is verified; where it turns out otherwise, the listing is read again, gathered and sorted,
/// and streams through the same way.
final class ListingInspection {
    private let listing: KeyListing
    private let subject: Subject
    private let options: InspectionOptions
    /// What was told apart when the listing was read last.
    private var scope: ListingScope

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
        scope = ListingScope(subject)
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
        if let report = try inspect(try PathReadAhead { pipe throws(ArtifactError) in try self.read(into: pipe) }) {
            return report
        }
        let table = try gather()
        let sorted = try PathReadAhead { pipe throws(ArtifactError) in
            try table.forEach { path, file throws(ArtifactError) in try pipe.append(path, file) }
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
        run.totals.outsidePrefix = scope.outsidePrefix
        run.totals.siblings = scope.siblings
        return run.finish()
    }

    /// Gathers and sorts what the listing holds.
    private func gather() throws(ArtifactError) -> PathTable {
        let paths = try PathReadAhead { pipe throws(ArtifactError) in try self.read(into: pipe) }
        defer { paths.stop() }
        var table = PathTable()
        while let batch = try paths.next() { table.append(batch) }
        table.sort()
        return table
    }

    /// Reads the keys that belong to the model data, without the prefix.
    private func read(into pipe: PathPipe) throws(ArtifactError) {
        var scope = ListingScope(subject)
        let wantsETags = options.recordsLayout || options.recordsObjects
        try listing.forEach { key, etag, object throws(ArtifactError) in
            guard let start = scope.pathStart(of: key, in: object.bucket) else { return }
            let file =
                wantsETags
                ? LayoutFile(
                    .file, size: object.size, etag: etag.isEmpty ? nil : ByteString(etag), upload: object.upload)
                : LayoutFile(.file, size: object.size)
            try pipe.append(key.extracting(start..<key.count), file)
        }
        self.scope = scope
    }
}
