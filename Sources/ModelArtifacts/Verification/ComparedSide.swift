import SystemPackage

/// One side of a comparison, opened: where its objects come from, as often as they are needed.
final class ComparedSide {
    /// What a side is, in the words of reports.
    enum Kind: String {
        case manifest, directory, file, listing, s3, request
    }

    private enum Origin {
        case manifest(ManifestInput)
        case listing(KeyListing)
        case table(ObjectTable)
        case objects([VerifiableObject])
    }

    let kind: Kind
    /// The path or name as given.
    let location: ByteString
    /// What belongs to the side, and which keys its objects have; nil if it has no keys.
    var scope: KeyScope?
    /// How many keys are outside of the scope, once all objects have been read.
    var outsideCount: Int { outside.withLock { $0 } }

    private let outside = Lock(0)
    private var origin: Origin
    /// The objects in order, where the origin does not give them in order.
    private var sorted: SortedSpill?
    /// What the rows of a manifest say of the keys, once all have been read.
    private let agreement = Lock<ManifestObjects.Agreement?>(nil)
    /// What all rows of a manifest agree on.
    private var manifestScope: KeyScope?

    private init(_ kind: Kind, _ location: ByteString, _ origin: Origin, scope: KeyScope? = nil) {
        self.kind = kind
        self.location = location
        self.origin = origin
        self.scope = scope
    }

    /// A manifest, whose keys are below a URI if one is given.
    static func manifest(_ input: ManifestInput, scope: KeyScope?) -> ComparedSide {
        ComparedSide(.manifest, input.name, .manifest(input), scope: scope)
    }

    /// A listing, of which what is in the scope counts.
    static func listing(
        _ listing: KeyListing, kind: Kind = .listing, location: ByteString, scope: KeyScope
    ) -> ComparedSide {
        ComparedSide(kind, location, .listing(listing), scope: scope)
    }

    /// A directory whose files were found.
    static func directory(_ root: ByteString, _ files: ObjectTable) -> ComparedSide {
        ComparedSide(.directory, root, .table(files))
    }

    /// A file, which is one object.
    static func file(_ location: ByteString, _ object: VerifiableObject) -> ComparedSide {
        ComparedSide(.file, location, .objects([object]))
    }

    /// What a request names.
    static func request(_ location: ByteString, _ objects: [VerifiableObject]) -> ComparedSide {
        ComparedSide(.request, location, .objects(objects))
    }

    /// Whether the contents of the objects are at hand.
    var isLocal: Bool { kind == .directory || kind == .file }

    /// Where on this machine the contents of an object are.
    func file(of path: ByteString) -> ByteString { kind == .directory ? location + "/" + path : location }

    /// The key of an object; nil if it has none, or none that is known.
    func key(of path: ByteString) -> ByteString? {
        (scope ?? manifestScope)?.key(ofPath: path)
    }

    /// Says that all objects have been read.
    func settle() {
        if let agreement = agreement.withLock({ $0 }), agreement.holds { manifestScope = agreement.scope }
    }

    /// The prefix that the first row of a manifest tells; nil if it tells none or this is no manifest.
    func firstPrefix() throws(ArtifactError) -> KeyScope? {
        guard case .manifest(let input) = origin, scope == nil else { return nil }
        let objects = try input.objects(nil)
        _ = try objects.next { _, _, _ in }
        return objects.agreement.scope
    }

    /// Whether the rows of a manifest turned out to be below several prefixes.
    var hasSeveralPrefixes: Bool { agreement.withLock { $0.map { !$0.holds } ?? false } }

    /// The only object; nil if there are none or several.
    func onlyObject() throws(ArtifactError) -> VerifiableObject? {
        var reader = try reader()
        try reader.next()
        guard reader.isThere else { return nil }
        let object = reader.object
        try reader.next()
        return reader.isThere || !reader.isInOrder ? nil : object
    }

    /// Whether there is an object of a path; also if they are not in order, so that not all are known yet.
    func mayHold(_ path: ByteString) throws(ArtifactError) -> Bool {
        var reader = try reader()
        try reader.next()
        while reader.isThere {
            if reader.object.path == path { return true }
            try reader.next()
        }
        return !reader.isInOrder
    }

    /// The objects from the beginning.
    func reader() throws(ArtifactError) -> ObjectReader {
        if let sorted { return try read(sorted) }
        switch origin {
        case .manifest(let input): return try read(input)
        case .listing(let listing): return try read(listing)
        case .table(let table): return ObjectReader(location, TableObjects(table))
        case .objects(let objects): return ObjectReader(location, ListedObjects(objects))
        }
    }

    /// Puts the objects of two sides into order, each on a thread of its own, so far as they are not.
    ///
    /// - Throws: ``ArtifactError``; what is wrong with the first is told before the other has come to its end, which may be that of a
    ///   pipe.
    static func sort(_ sides: [ComparedSide]) throws(ArtifactError) {
        let isWanted = Lock(true)
        defer { isWanted.withLock { $0 = false } }
        var sorting: [ReadAhead<SortedSpill>] = []
        for side in sides {
            let side = Frozen(side)
            sorting.append(
                try ReadAhead { pipe throws(ArtifactError) in
                    if let sorted = try side.value.sortedObjects(while: { isWanted.withLock { $0 } }) {
                        try pipe.append(sorted)
                    }
                })
        }
        for (side, sorting) in zip(sides, sorting) { side.sorted = try sorting.next() }
    }

    /// - Returns: nil if they were not wanted to the end.
    private func sortedObjects(while isWanted: () -> Bool) throws(ArtifactError) -> SortedSpill? {
        let sorter = RecordSorter()
        var reader = try reader()
        while let batch = try reader.nextBatch() {
            guard isWanted() else { return nil }
            try batch.forEach { path, content throws(ArtifactError) in
                try sorter.append(path) { SpilledNumber.write(content, to: &$0) }
            }
        }
        return try sorter.finish()
    }

    private func read(_ sorted: SortedSpill) throws(ArtifactError) -> ObjectReader {
        try ObjectReader(readingAhead: location) { append throws(ArtifactError) in
            var records = sorted.records()
            while try records.next() {
                try records.withRecord { path, content throws(ArtifactError) in
                    try append(path) { SpilledNumber.write(content, to: &$0) }
                }
            }
        }
    }

    private func read(_ manifest: ManifestInput) throws(ArtifactError) -> ObjectReader {
        try ObjectReader(readingAhead: location) { [scope, agreement] append throws(ArtifactError) in
            let objects = try manifest.objects(scope)
            while try objects.next({ path, facts, checksums throws(ArtifactError) in
                try append(path) { VerifiableObject.write(facts, checksums: checksums, to: &$0) }
            }) {}
            let agreed = objects.agreement
            agreement.withLock { $0 = agreed }
        }
    }

    /// The most bytes of a path, so that strangers cannot fill memory: more than a key has, and as many as systems take.
    ///
    /// Source: `PATH_MAX` of Linux.
    static let longestPath = 4096

    private static func tooLong(_ key: ByteString, in location: ByteString) -> ArtifactError {
        ArtifactError(
            .malformedInput,
            "\(location): the key '\(key)' is longer than the \(S3Limits.keyLength) bytes that S3 allows")
    }

    private func read(_ listing: KeyListing) throws(ArtifactError) -> ObjectReader {
        let scope = scope ?? KeyScope(nil)
        let encryption = scope.bucket.flatMap { ETagEncryption(bucket: $0) }
        return try ObjectReader(readingAhead: location) { [outside, location] append throws(ArtifactError) in
            var count = 0
            try listing.forEach { key, etag, object throws(ArtifactError) in
                guard let start = scope.pathStart(of: key, in: object.bucket) else { return count += 1 }
                guard key.count <= Self.longestPath else { throw Self.tooLong(ByteString(key), in: location) }
                let facts = ObjectFacts(etag: etag, object, encryption)
                try append(key.extracting(start..<key.count)) { facts.write(to: &$0) }
            }
            outside.withLock { $0 = count }
            if let bucket = scope.bucket, let listed = listing.listedBucket, BucketName.areDifferent(listed, bucket) {
                throw ArtifactError(
                    .usage,
                    "\(location): a listing of the bucket '\(listed)', and what is compared is in '\(bucket)'; give a listing of that bucket, or say with --s3-uri where the objects are"
                )
            }
        }
    }
}
