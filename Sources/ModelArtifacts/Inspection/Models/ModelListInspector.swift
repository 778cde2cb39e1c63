/// Inspects each of the models that a listing names, in one pass.
///
/// The keys of a model follow each other where they are in byte order, as S3 lists them, so that one model at a time is laid out while
/// other threads read. A listing in another order is sorted in memory first. Models within others are looked at in a pass of their own.
public struct ModelListInspector {
    /// The most findings that are kept of all models together. Of the models behind those that fill it, findings are only counted.
    static let mostFindings = 200_000

    private let options: InspectionOptions
    private let uri: S3URI

    /// An inspector of models below a place.
    ///
    /// - Parameters:
    ///   - uri: the bucket, and what the keys begin with that are looked at.
    ///   - options: as for one model; its S3 URI is of no account.
    public init(below uri: S3URI, options: InspectionOptions) {
        self.uri = uri
        self.options = options
    }

    /// Inspects all prefixes of so many components, 1 or more, below the place.
    ///
    /// - Parameters:
    ///   - location: the listing; `-` is standard input.
    ///   - depth: how many components a prefix has, 1 or more.
    /// - Throws: ``ArtifactError`` if the listing cannot be read or understood.
    public func inspect(_ location: ByteString, depth: Int) throws(ArtifactError) -> ModelsReport {
        try inspect(location, [.depth(depth)], known: [])
    }

    /// Inspects the models of a list, also those that have no objects.
    ///
    /// - Parameters:
    ///   - location: the listing; `-` is standard input.
    ///   - prefixes: what the keys of the models begin with. Without a slash at the end, one is thought there, and a finding says so.
    /// - Throws: ``ArtifactError`` if the listing cannot be read or understood.
    public func inspect(_ location: ByteString, prefixes: [ByteString]) throws(ArtifactError) -> ModelsReport {
        let whole = prefixes.map { S3URI(bucket: uri.bucket, key: $0).directoryPrefix }
        return try inspect(location, ModelPrefixes.sets(of: whole), known: prefixes)
    }

    private func inspect(
        _ location: ByteString, _ sets: [ModelPrefixes], known: [ByteString]
    ) throws(ArtifactError) -> ModelsReport {
        let listing = try KeyListing(
            at: location,
            options: KeyListing.Options(format: options.listingFormat, keysURLEncoded: options.keysURLEncoded),
            progress: options.progress)
        // As they were given, without their slash.
        var given: [ByteString: ByteString] = [:]
        for prefix in known where !prefix.isEmpty && !prefix.hasSuffix("/") { given[prefix + "/"] = prefix }
        var report = ModelsReport(location: location, s3URI: uri.text, models: [], outside: 0)
        var room = Self.mostFindings
        for (index, prefixes) in sets.enumerated() {
            let pass = ModelListPass(listing, location, uri, prefixes, given: given, options, room: room)
            try pass.run()
            report.models += pass.reports
            room = pass.room
            // What lies in no model lies in none of those on the outside.
            if index == 0 { report.outside = pass.outside }
        }
        if sets.count > 1 { report.models.sort { $0.s3URI < $1.s3URI } }
        // A gate that looked at no model has not looked.
        if report.models.isEmpty, options.policy.applies(NoObjects.rule.id) {
            report.findings.append(NoObjects.finding(ofNoModelIn: uri.text, policy: options.policy))
        }
        if report.outside > 0, options.policy.applies(KeyOutsidePrefix.rule.id) {
            report.findings.append(
                KeyOutsidePrefix.finding(ofModelsIn: uri.text, keys: report.outside, policy: options.policy))
        }
        return report
    }
}
