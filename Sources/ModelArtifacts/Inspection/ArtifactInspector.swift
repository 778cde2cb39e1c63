import SystemPackage

/// Simulates what SageMaker makes of an artifact, and reports what would fail.
///
/// Nothing is extracted or uploaded, and files are only read as far as a rule asks for their contents.
public struct ArtifactInspector: Sendable {
    private let options: InspectionOptions

    /// An inspector with its options.
    public init(options: InspectionOptions = InspectionOptions()) {
        self.options = options
    }

    /// Inspects a source.
    ///
    /// - Throws: ``ArtifactError`` if the source does not exist, cannot be read, changes while it is read, or is a listing
    ///   that cannot be understood. What is wrong with the artifact itself is a finding in the report.
    public func inspect(_ source: ArtifactSource) throws(ArtifactError) -> InspectionReport {
        var report = try report(on: source)
        report.channel = options.channel
        return report
    }

    private func report(on source: ArtifactSource) throws(ArtifactError) -> InspectionReport {
        switch source {
        case .listing(let location): return try ListingInspection(location: location, options: options).run()
        case .bucket(let bucket): return try ListingInspection(bucket: bucket, options: options).run()
        case .none:
            var subject = Self.subject(.s3, at: options.s3URI ?? "", default: Combination(.prefix, .none), options)
            subject.isInspected = false
            let run = InspectionRun(subject: subject, options: options)
            // One object that stays as it is gets the name that the URI ends with, whatever is in it.
            if subject.combination == Combination(.object, .none), let name = subject.uri?.key.lastComponent,
                !name.isEmpty
            {
                try? run.add(object: name.bytes.span, size: nil)
            }
            run.totals.isComplete = false
            return run.finish()
        case .path(let path):
            guard !path.hasPrefix("s3://") else {
                throw ArtifactError(
                    .usage,
                    "\(path): no file but a place in S3, which has to be listed first; give the listing to --listing")
            }
            return try inspect(path: path)
        }
    }

    /// Inspects an archive that comes through standard input.
    private func inspectStandardInput() throws(ArtifactError) -> InspectionReport {
        let file = StreamedFile(
            .standardInput, name: "standard input", rule: options.hashesArchive ? options.uploadRule : nil)
        let subject = Self.subject(.archive, at: file.path, default: Combination(.object, .gzip), options)
        let inspection = try FileInspection(object: file, subject, options)
        guard inspection.subject.kind == .archive, subject.combination == Combination(.object, .gzip),
            !options.hostsManyModels
        else {
            let what = inspection.subject.content?.description ?? "something else"
            throw ArtifactError(
                .usage,
                "standard input is read as a gzip-compressed tar archive (S3Object, Gzip), and is \(what); give files by their paths, and listings by --listing -"
            )
        }
        return try inspection.run()
    }

    private func inspect(path: ByteString) throws(ArtifactError) -> InspectionReport {
        if path == "-" { return try inspectStandardInput() }
        let descriptor = try FileSystem.open(path)
        defer { try? descriptor.close() }
        let status = try FileSystem.status(of: descriptor, path: path)
        if FileSystem.kind(of: status) == .directory {
            if options.hostsManyModels { return try MultiModelDirectory(root: path, options: options).inspect() }
            return try DirectoryInspection(root: path, options: options).run()
        }
        let file = try RegularFile(opening: path)
        guard options.hostsManyModels else { return try FileInspection(file: file, options: options).run() }
        let findings = FindingCollector(policy: options.policy)
        findings.beginModel(path, key: path.lastComponent)
        return try FileInspection(file: file, options: options).run(findings)
    }

    /// What the options say of the subject, with the defaults of its kind.
    static func subject(
        _ kind: SourceKind, at location: ByteString, default combination: Combination, _ options: InspectionOptions
    ) -> Subject {
        // A directory that is to be compressed can only become one object.
        let isPacked = kind == .directory && options.compressionType == .gzip
        var subject = Subject(
            kind: kind, location: location, uriText: options.s3URI, uri: options.s3URI.flatMap { S3URI($0) },
            combination: Combination(
                options.dataType ?? (isPacked ? .object : combination.dataType),
                options.compressionType ?? combination.compressionType),
            combinationIsExplicit: options.dataType != nil || options.compressionType != nil,
            manifestURI: options.manifestURI, volumeSize: options.volumeSize,
            uploadRule: options.uploadRule)
        subject.mount = ModelDirectory.path(ofChannel: options.channel)
        subject.isOfRequest = options.isOfRequest
        if options.channel == nil {
            subject.container = options.container
            subject.hintsFramework = options.hintsFramework && !options.hostsManyModels
            if options.hostsManyModels { subject.host(manyModelsOf: kind) }
        }
        return subject
    }
}

extension Subject {
    /// Makes it the data of a multi-model endpoint: a prefix of archives, or one of these.
    fileprivate mutating func host(manyModelsOf kind: SourceKind) {
        let isPrefix = ![.archive, .file].contains(kind)
        hosting = isPrefix ? .many : .oneOfMany
        container?.hosting = hosting
        if isPrefix {
            combination = Combination(.prefix, .none)
        } else {
            combination = Combination(.object, .gzip)
            // The URI is the prefix, below which the archive keeps its name.
            guard let prefix = uri, !NestedArchive.isArchiveName(prefix.key) else { return }
            let whole = S3URI(bucket: prefix.bucket, key: prefix.directoryPrefix + location.lastComponent)
            (uri, uriText) = (whole, whole.text)
        }
    }
}
