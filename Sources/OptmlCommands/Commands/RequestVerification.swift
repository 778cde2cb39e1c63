import ModelArtifacts
import SageMakerModel
import SystemPackage

/// Compares the ETags that a request names with what there is.
struct RequestVerification {
    let options: VerificationOptions
    /// Who is asked about the bucket that a manifest may be in.
    let service: any BucketService
    let progress: WorkProgress

    /// Compares the ETag of the model data with `actual`, and that of its manifest with `manifest`, or with the listing.
    ///
    /// - Parameters:
    ///   - request: the file of the request; `-` is standard input.
    ///   - container: an index or a hostname, where several containers have model data.
    /// - Throws: ``ArtifactError``, `usage` if there is nothing to compare an ETag with.
    func verify(
        _ request: ByteString, container: String?, actual: ArtifactSource?, manifest: ByteString?
    ) async throws -> VerificationReport {
        let place = try ArtifactFit(RequestDocument(RequestFile.read(request)), container: container).place
        let location: ByteString = request == "-" ? "standard input" : request
        let listing: KeyListing? =
            if case .listing(let name) = actual { try open(name) } else { nil }
        let dataURI = place.s3URI.flatMap { S3URI($0) }
        let manifestURI = place.source["ManifestS3Uri"]?.text.flatMap { S3URI($0) }
        let manifestTag = Self.tag(place.source["ManifestEtag"])
        if manifest != nil, manifestTag == nil {
            throw ArtifactError(
                .usage, "\(location): the request names no ManifestEtag that --manifest could be compared with")
        }
        var reports: [VerificationReport] = []
        let data = Self.object(place, dataURI)
        if let manifest, actual != nil, data.etag == nil {
            throw ArtifactError(
                .usage,
                "\(location): the request names no ETag of the model data itself; give --manifest alone, and compare the data by: optml verify \(manifest) ACTUAL"
            )
        }
        if data.etag != nil || manifestTag == nil {
            guard let actual else {
                let what =
                    data.etag == nil ? "no ManifestEtag to compare --manifest with" : "an ETag; give the file too"
                throw ArtifactError(.usage, "\(location): the request names \(what)")
            }
            reports.append(try await compare(data, dataURI, location, actual, listing))
        }
        if let manifestTag {
            var object = VerifiableObject(path: Self.name(manifestURI), etag: manifestTag)
            let side = manifest.map { ArtifactSource.path($0) } ?? actual ?? .none
            if manifest == nil, case .bucket = actual, let manifestURI {
                let held = try await BucketListing.fetch(manifestURI, by: service, extent: .object)
                reports.append(try await compare(object, manifestURI, location, .bucket(held), nil))
                return reports.dropFirst().reduce(reports[0]) { $0.joined(with: $1) }
            }
            if manifest == nil, listing == nil {
                object.defect = "there is nothing to compare ManifestEtag with; give --manifest"
            }
            reports.append(
                try await compare(object, manifestURI, location, side, manifest == nil ? listing : nil))
        }
        return reports.dropFirst().reduce(reports[0]) { $0.joined(with: $1) }
    }

    private func compare(
        _ object: VerifiableObject, _ uri: S3URI?, _ location: ByteString, _ actual: ArtifactSource,
        _ listing: KeyListing?
    ) async throws -> VerificationReport {
        var options = options
        options.s3URI = uri
        options.ignoresUnexpected = true
        let verifier = ArtifactVerifier(options: options, progress: progress)
        switch actual {
        case .path(let path): return try await verifier.verify([object], ofRequest: location, actual: path)
        case .listing(let name):
            guard let listing else { break }
            return try await verifier.verify([object], ofRequest: location, listing: listing, name: name)
        case .bucket(let bucket):
            guard uri == nil || uri?.bucket == bucket.uri.bucket else {
                throw ArtifactError(
                    .usage,
                    "\(location): the request names the bucket '\(uri?.bucket ?? "")', not that of \(bucket.uri)")
            }
            return try await verifier.verify([object], ofRequest: location, bucket: bucket)
        case .none: break
        }
        throw ArtifactError(.usage, "\(location): there is nothing to compare the request with")
    }

    /// The object that the request names, with what keeps its ETag from being compared.
    private static func object(_ place: ArtifactFit.Place, _ uri: S3URI?) -> VerifiableObject {
        var object = VerifiableObject(path: name(uri), etag: tag(place.etag))
        if object.etag == nil {
            object.defect = "the request names no ETag of it"
        } else if place.source["S3DataType"]?.isText("S3Prefix") ?? false {
            object.defect = "the ETag is said to be of a prefix, and only objects have ETags"
        }
        return object
    }

    private static func tag(_ value: RequestValue?) -> ETag? {
        guard let text = value?.text, !text.isEmpty else { return nil }
        return ETag(text.string ?? DisplayText.escaped(text.bytes))
    }

    /// The name of the file that a URI stands for.
    private static func name(_ uri: S3URI?) -> ByteString {
        guard let key = uri?.key, !key.isEmpty else { return "model data" }
        return key.hasSuffix("/") ? key : key.lastComponent
    }

    private func open(_ name: ByteString) throws(ArtifactError) -> KeyListing {
        let options = KeyListing.Options(format: options.listingFormat, keysURLEncoded: options.keysURLEncoded)
        return try KeyListing(at: name, options: options, progress: progress)
    }
}
