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
    private var sorted: ObjectTable?
    private var manifest: ManifestObjects?
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
        if let manifest, manifest.agrees { manifestScope = manifest.agreed }
    }

    /// The prefix that the first row of a manifest tells; nil if it tells none or this is no manifest.
    func firstPrefix() throws(ArtifactError) -> KeyScope? {
        guard case .manifest(let input) = origin, scope == nil else { return nil }
        let objects = try input.objects(nil)
        _ = try objects.next()
        return objects.agreed
    }

    /// Whether the rows of a manifest turned out to be below several prefixes.
    var hasSeveralPrefixes: Bool { manifest.map { !$0.agrees } ?? false }

    /// The only object; nil if there are none or several.
    func onlyObject() throws(ArtifactError) -> VerifiableObject? {
        let objects = try objects()
        guard let object = try objects.next(), try objects.next() == nil else { return nil }
        return object
    }

    /// The objects from the beginning.
    func objects() throws(ArtifactError) -> any ObjectIterator {
        if let sorted { return TableObjects(sorted) }
        switch origin {
        case .manifest(let input):
            let objects = try input.objects(scope)
            manifest = objects
            return objects
        case .listing(let listing): return try read(listing)
        case .table(let table): return TableObjects(table)
        case .objects(let objects): return ListedObjects(objects)
        }
    }

    /// Reads all objects into memory and sorts them there.
    func sort() throws(ArtifactError) {
        let table = ObjectTable()
        let objects = try objects()
        while let object = try objects.next() { table.append(object) }
        table.sort()
        sorted = table
    }

    private func read(_ listing: KeyListing) throws(ArtifactError) -> any ObjectIterator {
        let scope = scope ?? KeyScope(nil)
        let encryption = scope.bucket.flatMap { ETagEncryption(bucket: $0) }
        return try ObjectReadAhead { [outside] append throws(ArtifactError) in
            var count = 0
            try listing.forEach { key, etag, object throws(ArtifactError) in
                guard let start = scope.pathStart(of: key, in: object.bucket) else { return count += 1 }
                let path = ByteString(key.extracting(start..<key.count))
                try append(VerifiableObject(path: path, etag: etag, object, encryption))
            }
            outside.withLock { $0 = count }
        }
    }
}
