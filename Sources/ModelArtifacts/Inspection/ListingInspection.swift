import SystemPackage

/// Inspects a listing of keys: what S3 holds already.
///
/// Keys in byte order, as S3 lists them, stream through in constant memory. The order is verified; where it turns out
/// otherwise, the listing is read again, gathered and sorted.
final class ListingInspection {
    /// The most siblings of a prefix that are named.
    private static let siblingLimit = 10

    private let listing: KeyListing
    private let subject: Subject
    private let options: InspectionOptions
    /// Whether anyone will look at the ETags.
    private let wantsETags: Bool

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
        wantsETags = options.recordsLayout || options.recordsObjects
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
        let run = InspectionRun(subject: subject, options: options)
        switch try stream(into: run) {
        case .success: return run.finish()
        case .failure: return try runSorted()
        }
    }

    /// Takes the keys in as they come.
    ///
    /// - Returns: a failure if they turn out not to be in order; `run` is spent then.
    private func stream(into run: InspectionRun) throws(ArtifactError) -> Result<Void, LayoutOrderError> {
        var isInOrder = true
        do throws(ArtifactError) {
            try forEachObject(run) { [wantsETags] path, etag, object throws(ArtifactError) in
                do throws(LayoutOrderError) {
                    try run.add(
                        object: path, size: object.size, etag: wantsETags ? Self.etag(ByteString(etag)) : nil,
                        upload: object.upload)
                } catch {
                    isInOrder = false
                    throw ArtifactError(.malformedInput, "out of order")
                }
            }
        } catch {
            guard !isInOrder else { throw error }
            return .failure(LayoutOrderError())
        }
        return .success(())
    }

    private func runSorted() throws(ArtifactError) -> InspectionReport {
        let run = InspectionRun(subject: subject, options: options)
        var table = PathTable()
        try forEachObject(run) { [wantsETags] path, etag, object throws(ArtifactError) in
            table.append(
                path,
                LayoutFile(
                    .file, size: object.size, etag: wantsETags ? ByteString(etag) : nil,
                    upload: object.upload))
        }
        table.sort()
        table.forEach { path, file in
            // The table is sorted, so every path is in order.
            try? run.add(object: path, size: file.size, etag: file.etag.flatMap(Self.etag), upload: file.upload)
        }
        return run.finish()
    }

    private static func etag(_ text: ByteString) -> ETag? {
        text.isEmpty ? nil : ETag(String(decoding: text.bytes, as: UTF8.self))
    }

    /// Calls `body` with the keys that belong to the model data, without the prefix; counts the others.
    private func forEachObject(
        _ run: InspectionRun, _ body: KeyListing.Body
    ) throws(ArtifactError) {
        let bucket = subject.uri?.bucket
        let isObject = subject.combination.dataType == .object
        let prefix = isObject ? (subject.uri?.key ?? "") : (subject.uri?.directoryPrefix ?? "")
        let stem = subject.uri?.key ?? ""
        let isPacked = subject.combination.compressionType == .gzip
        try listing.forEach { key, etag, object throws(ArtifactError) in
            let isInBucket = bucket == nil || object.bucket == nil || object.bucket == bucket
            guard isInBucket, Self.begins(key, with: prefix) else {
                if isObject { return }
                run.totals.outsidePrefix += 1
                if isInBucket, !stem.isEmpty, run.totals.siblings.count < Self.siblingLimit,
                    Self.begins(key, with: stem)
                {
                    run.totals.siblings.append(ByteString(key))
                }
                return
            }
            guard isObject else { return try body(key.extracting(prefix.count..<key.count), etag, object) }
            guard key.count == prefix.count else { return }
            if isPacked {
                run.record(
                    object: StoredObject(
                        path: prefix.lastComponent, size: object.size, etag: Self.etag(ByteString(etag)),
                        upload: object.upload))
            } else {
                try body(key.extracting((key.count - prefix.lastComponent.count)..<key.count), etag, object)
            }
        }
    }

    private static func begins(_ key: Span<UInt8>, with prefix: ByteString) -> Bool {
        guard key.count >= prefix.count else { return false }
        let bytes = prefix.bytes.span
        for index in bytes.indices where key[index] != bytes[index] { return false }
        return true
    }
}
