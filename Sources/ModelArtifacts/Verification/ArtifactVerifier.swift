import SystemPackage

/// Compares what is expected, in a manifest or a directory, with what is there: a directory, a file or what S3 holds.
///
/// Objects match by their paths and are the same if their sizes and ETags are; local files are hashed as they were, or may
/// have been, uploaded. Nothing is passed that could not be compared. Both sides stream by if they are in byte order; one that
/// is not is sorted, by way of a temporary file if it is large.
public struct ArtifactVerifier {
    private let options: VerificationOptions
    private let progress: WorkProgress?

    /// A verifier with its options.
    public init(options: VerificationOptions = VerificationOptions(), progress: WorkProgress? = nil) {
        self.options = options
        self.progress = progress
    }

    /// Compares the two sides.
    ///
    /// - Parameters:
    ///   - expected: a directory, or the file of a manifest; `-` is a manifest from standard input.
    ///   - actual: a directory, a file, a listing, or what a bucket holds.
    /// - Throws: ``ArtifactError`` if a side cannot be read or changes meanwhile, if a manifest or listing is malformed or has a
    ///   path twice, and with code `usage` for options that do not go together; `CancellationError`.
    public func verify(expected: ByteString, actual: ArtifactSource) async throws -> VerificationReport {
        if case .bucket(let bucket) = actual { return try await verify(expected: expected, bucket: bucket) }
        let given: ByteString? = if case .path(let path) = actual { path } else { nil }
        let expected = try open(expected: expected, against: given)
        switch actual {
        case .path(let path): return try await compare(expected, try open(path, against: expected))
        case .listing(let location):
            let options = KeyListing.Options(
                format: options.listingFormat, keysURLEncoded: options.keysURLEncoded)
            let listing = try KeyListing(at: location, options: options, progress: progress)
            return try await verify(expected, listing, kind: .listing, location: location)
        case .bucket, .none: throw ArtifactError(.usage, "there is nothing to compare with")
        }
    }

    /// Compares what is expected with what a bucket holds, where ``VerificationOptions/attributes`` may be asked too.
    private func verify(expected: ByteString, bucket: BucketListing) async throws -> VerificationReport {
        var options = options
        // Where the keys of a manifest without paths are, unless the user says otherwise.
        options.s3URI = options.s3URI ?? bucket.uri
        return try await ArtifactVerifier(options: options, progress: progress)
            .verify(expected: expected, actual: bucket.keys, of: bucket.uri)
    }

    /// Compares what is expected with what S3 holds of a URI, by a listing that is read several times.
    package func verify(
        expected: ByteString, actual listing: KeyListing, of uri: S3URI
    ) async throws -> VerificationReport {
        try await compare(
            open(expected: expected), .listing(listing, kind: .s3, location: uri.text, scope: KeyScope(uri)))
    }

    /// Compares objects that a request names with a directory or file, or with a listing.
    ///
    /// - Parameters:
    ///   - objects: in order.
    ///   - location: the name of the request to show.
    /// - Throws: see ``verify(expected:actual:)``.
    package func verify(
        _ objects: [VerifiableObject], ofRequest location: ByteString, actual: ByteString
    ) async throws -> VerificationReport {
        let expected = ComparedSide.request(location, objects)
        return try await compare(expected, try open(actual, against: expected))
    }

    /// Compares objects that a request names with what a bucket holds.
    package func verify(
        _ objects: [VerifiableObject], ofRequest location: ByteString, bucket: BucketListing
    ) async throws -> VerificationReport {
        try await compare(
            .request(location, objects),
            .listing(bucket.keys, kind: .s3, location: bucket.uri.text, scope: KeyScope(options.s3URI ?? bucket.uri)))
    }

    /// Compares objects that a request names with a listing.
    package func verify(
        _ objects: [VerifiableObject], ofRequest location: ByteString, listing: KeyListing, name: ByteString
    ) async throws -> VerificationReport {
        try await verify(.request(location, objects), listing, kind: .listing, location: name)
    }

    private func verify(
        _ expected: ComparedSide, _ listing: KeyListing, kind: ComparedSide.Kind, location: ByteString
    ) async throws -> VerificationReport {
        let derived = options.s3URI == nil ? try expected.firstPrefix() : nil
        let scope = derived ?? KeyScope(options.s3URI)
        let actual = ComparedSide.listing(listing, kind: kind, location: location, scope: scope)
        let report = try await compare(expected, actual)
        if derived != nil, expected.hasSeveralPrefixes {
            throw ArtifactError(
                .usage,
                "\(expected.location): the rows are below several prefixes; say with --s3-uri which one is meant")
        }
        return report
    }

    private func open(expected path: ByteString, against actual: ByteString? = nil) throws(ArtifactError)
        -> ComparedSide
    {
        let scope = options.s3URI.map { KeyScope($0) }
        if path == "-" {
            let input = try SpooledInput(.standardInput, name: "standard input", closesDescriptor: false)
            return .manifest(ManifestInput(input, columns: options.manifestColumns), scope: scope)
        }
        let (descriptor, kind) = try FileSystem.openTellingKind(path)
        switch kind {
        case .directory:
            try? descriptor.close()
            return try directory(path)
        case .regular:
            try? descriptor.close()
            let file = try RegularFile(opening: path)
            if options.manifestColumns == nil, let problem = try MistakenSide.problem(expected: file, actual: actual) {
                throw problem
            }
            return .manifest(ManifestInput(file, columns: options.manifestColumns), scope: scope)
        default:
            let input = try SpooledInput(descriptor, name: path, closesDescriptor: true)
            return .manifest(ManifestInput(input, columns: options.manifestColumns), scope: scope)
        }
    }

    /// Opens a directory or file that is there.
    private func open(
        _ path: ByteString, against expected: ComparedSide
    ) throws(ArtifactError) -> ComparedSide {
        let (descriptor, kind) = try FileSystem.openTellingKind(path)
        defer { try? descriptor.close() }
        if kind == .directory {
            return try directory(path)
        }
        let file = try RegularFile(opening: path)
        if expected.kind == .directory,
            let problem = try MistakenSide.problem(actual: file, expected: expected.location)
        {
            throw problem
        }
        // One file against one object is that object, whatever it was called when it was downloaded.
        let only = expected.kind == .directory ? nil : try expected.onlyObject()
        if expected.kind == .manifest, only?.path.lastComponent != path.lastComponent,
            let problem = try MistakenSide.problem(second: file, expected: expected.location)
        {
            throw problem
        }
        if expected.kind == .manifest, only == nil,
            let problem = try MistakenSide.problem(archive: file, expected: expected)
        {
            throw problem
        }
        return .file(path, VerifiableObject(path: only?.path ?? path.lastComponent, size: file.size))
    }

    private func directory(_ path: ByteString) throws(ArtifactError) -> ComparedSide {
        let kernel = options.comparesSizesOnly ? nil : try MD5Kernel.ofEnvironment()
        return .directory(
            path,
            try LocalFiles.table(
                of: path, filter: options.filter, jobs: Parallelism(jobs: options.jobs).jobs, kernel: kernel,
                progress: options.walkProgress))
    }

    private func compare(_ expected: ComparedSide, _ actual: ComparedSide) async throws -> VerificationReport {
        if options.comparesChecksums || options.asksForPartSizes, options.attributes == nil {
            throw ArtifactError(.usage, "checksums and part sizes are asked of S3; give s3://bucket/prefix/")
        }
        let comparison = ObjectComparer(expected, actual, options)
        let comparer = ContentComparer(
            judge: comparison.judge, options: options, kernel: try MD5Kernel.ofEnvironment(), progress: progress)
        let findings = try comparison.begin()
        let (outcomes, remarks) = try await comparer.outcomes(of: findings.open.map(\.judgement))
        let report = comparison.report(findings, outcomes, remarks)
        report.advice = try MismatchedSides.advice(report, actual: actual)
        return report
    }
}
