/// Lays a source over what its prefix holds already, while it is inspected: what is left over becomes part of the model, and
/// what is replaced is told to the rules.
final class ExistingPass {
    private let run: InspectionRun
    private let existing: ExistingObjects
    private var cursor: ExistingCursor
    /// Whether objects are laid out themselves. What an archive in S3 holds is not known.
    private let laysOut: Bool
    /// Whether the source is not in S3, so that its ETags depend on how it is uploaded.
    private let isLocal: Bool

    /// - Returns: nil if nothing is said about what exists.
    /// - Throws: ``ArtifactError``.
    init?(_ run: InspectionRun) throws(ArtifactError) {
        guard let existing = run.options.existing else { return nil }
        self.run = run
        self.existing = existing
        cursor = try existing.cursor(for: run.subject, run.options)
        laysOut = run.subject.combination.compressionType == .none
        isLocal = run.subject.kind != .listing && run.subject.kind != .s3
    }

    deinit { cursor.stop() }

    /// The ETag that the file of a path will get, if it was computed before.
    func etag(of path: Span<UInt8>) -> ETag? {
        existing.etags.isEmpty ? nil : existing.etags[ByteString(path)]
    }

    /// Whether S3 may hold a file of this path and size already, so that its ETag is worth to be computed.
    func mayHold(_ path: Span<UInt8>, size: Int64) throws(ArtifactError) -> Bool {
        guard let object = try cursor.head(), unsafe ByteScan.order(object.bytes.span, path) == 0, object.size == size,
            let etag = object.file.etag, !object.file.hasOpaqueETag,
            let plan = try? run.subject.uploadRule.plan(forSize: size)
        else { return false }
        return ETag(etag).canResult(from: plan)
    }

    /// Goes on to an object of the source, which comes behind the one before: lays out what lies between, and compares it
    /// with what it replaces.
    ///
    /// - Parameter etag: nil where it is not known.
    func advance(to path: Span<UInt8>, size: Int64?, etag: ETag?) throws(ArtifactError) {
        var isReplaced = false
        while let object = try cursor.head() {
            let order = unsafe ByteScan.order(object.bytes.span, path)
            guard order <= 0 else { return }
            if order < 0 {
                try keep(object)
            } else if !isReplaced {
                isReplaced = true
                replace(object.file, at: path, size: size, etag: etag)
            }
            cursor.drop()
        }
    }

    /// Takes in objects of a listing.
    ///
    /// - Returns: whether they were in order.
    func add(_ objects: PathRun) throws(ArtifactError) -> Bool {
        var isInOrder = true
        try objects.forEach { path throws(ArtifactError) in
            guard isInOrder else { return }
            let span = unsafe path.bytes.span
            let file = path.file
            let etag = file.etag.map { ETag($0) }
            try advance(to: span, size: file.size, etag: etag)
            if laysOut {
                do throws(LayoutOrderError) { try run.add(object: span, file) } catch { isInOrder = false }
            } else {
                run.record(
                    object: StoredObject(path: ByteString(span), size: file.size, etag: etag, upload: file.upload))
            }
        }
        return isInOrder
    }

    /// Lays out what lies behind the last object of the source.
    func finish() throws(ArtifactError) {
        while let object = try cursor.head() {
            try keep(object)
            cursor.drop()
        }
    }

    private func keep(_ object: PathReference) throws(ArtifactError) {
        guard laysOut else { return }
        let path = unsafe object.bytes.span
        let file = object.file
        tell(file, at: path, .stale)
        // What is replaced has the class that the upload gives it.
        if let archiveClass = file.archiveClass {
            let key = (run.subject.keyPrefix ?? "") + ByteString(path)
            run.totals.archived[archiveClass, default: ArchivedObjects()].add(key)
        }
        do throws(LayoutOrderError) {
            try run.add(leftover: path, file)
        } catch {
            throw ArtifactError(.readFailed, "\(existing.listing.name): cannot be put into order")
        }
    }

    private func replace(_ file: LayoutFile, at path: Span<UInt8>, size: Int64?, etag: ETag?) {
        if !existing.proved.isEmpty, existing.proved.contains(ByteString(path)) { return }
        let old = file.etag.map { ETag($0) }
        if let size, let oldSize = file.size, size != oldSize {
            tell(file, at: path, .overwritten(.size(size)))
        } else if let old, old == etag {
            return
        } else if old != nil, let etag, !file.hasOpaqueETag {
            tell(file, at: path, .overwritten(.etag(etag)))
        } else if let old, isLocal, !file.hasOpaqueETag, let size,
            let plan = try? run.subject.uploadRule.plan(forSize: size),
            !old.canResult(from: plan)
        {
            tell(file, at: path, .overwritten(.otherETag))
        } else {
            tell(file, at: path, .overwritten(.unknown))
        }
    }

    private func tell(_ file: LayoutFile, at path: Span<UInt8>, _ fate: ExistingObject.Fate) {
        run.checks.visit(
            ExistingObject(
                path: ByteString(path), size: file.size, etag: file.etag.map { ETag($0) }, fate: fate))
    }
}
