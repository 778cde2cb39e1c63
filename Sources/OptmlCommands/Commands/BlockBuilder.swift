import ModelArtifacts
import SageMakerModel

/// Inspects a source and makes the `ModelDataSource` block for it.
struct BlockBuilder {
    let source: GivenSource
    let configuration: Configuration
    let work: WorkOptions
    let options: BlockOptions
    let output: OutputOptions
    /// Whether a block for a file names the ETag that it will get, unless another is asked for.
    var predictsETag = false

    /// How the source is to be inspected.
    func inspectionOptions() throws -> InspectionOptions {
        var inspection = source.inspectionOptions(arguments: ByteArguments.ofProcess)
        inspection.policy = try configuration.policy()
        inspection.uploadRule = try configuration.uploadRule()
        inspection.manifestURI = options.manifestS3URI?.value
        inspection.recordsObjects = options.etag == nil || options.etag == .predict
        inspection.hashesArchive = options.etag == .predict || (options.etag == nil && predictsETag)
        return inspection
    }

    /// What is to be inspected, listed if it lies in S3.
    func artifact() async throws -> ArtifactSource {
        guard !options.noSource else { return .none }
        return try await BucketLister(bucket: source.bucket, output: output)
            .listed(source.resolved(), as: source.dataType)
    }

    /// The block for what was inspected, with the ETags that were asked for. Hashing can take long.
    func block(_ report: inout InspectionReport, of artifact: ArtifactSource) async throws -> ModelDataSource {
        let rule = try configuration.uploadRule()
        var place = S3ModelDataSource(
            s3URI: try text(source.s3URI, "--s3-uri"), dataType: report.combination.dataType,
            compressionType: report.combination.compressionType, acceptEULA: options.acceptEula ? true : nil,
            hubContentARN: try options.hubContentArn.map { try text($0, "--hub-content-arn") },
            manifestS3URI: try options.manifestS3URI.map { try text($0, "--manifest-s3-uri") },
            manifestETag: try await manifestETag(rule))
        place.etag = try await objectETag(&report, artifact, rule)
        if let manifest = options.manifest,
            let finding = try ManifestOfOtherData.finding(on: manifest.value, of: source.s3URI?.value)
        {
            report.add(finding, policy: try configuration.policy())
        }
        return ModelDataSource(s3DataSource: place)
    }

    /// Checks that a member `ModelDataUrl` can name what was inspected.
    ///
    /// - Throws: ``ArtifactError`` with code `usage`.
    static func requireModelDataURL(for report: InspectionReport) throws(ArtifactError) {
        guard report.combination != Combination(.object, .gzip) else { return }
        throw ArtifactError(
            .usage,
            "--model-data-url: \(report.location) is \(report.combination), and ModelDataUrl takes only a gzip-compressed archive; 'optml pack' makes one"
        )
    }

    /// The ETag for the block: what was asked for, or what a listing tells of the one object.
    private func objectETag(
        _ report: inout InspectionReport, _ artifact: ArtifactSource, _ rule: UploadRule
    ) async throws -> String? {
        switch etag(of: report) {
        case .value(let value): return value
        case .some(.none): return nil
        case .predict:
            guard report.combination.dataType == .object else {
                throw ArtifactError(.usage, "--etag predict: a prefix has no ETag; name a manifest instead")
            }
            guard report.kind != .directory, report.kind != .listing, report.kind != .s3 else {
                throw ArtifactError(
                    .usage, "--etag predict: \(report.location) is not the object itself; give the packed archive")
            }
            try await InspectionCommand.hash(&report, of: artifact, rule, work, output)
            return report.objects?.first?.etag?.text
        case nil:
            guard report.kind == .listing || report.kind == .s3, report.combination.dataType == .object else {
                return nil
            }
            return report.objects?.first?.etag?.text
        }
    }

    /// The ETag that is asked for; by default, of one local file, the one that it will get.
    func etag(of report: InspectionReport) -> ETagOption? {
        let isFile = report.combination.dataType == .object && [.archive, .file].contains(report.kind)
        return options.etag ?? (predictsETag && isFile && !options.noSource ? .predict : nil)
    }

    private func manifestETag(_ rule: UploadRule) async throws -> String? {
        switch options.manifestEtag {
        case .value(let value): return value
        case .some(.none): return nil
        case .predict, nil:
            guard let manifest = options.manifest else { return nil }
            return try await ETag.of(file: manifest.value, rule: rule, jobs: work.jobs).text
        }
    }

    /// A URI as the text that JSON can hold.
    func text(_ argument: ByteArgument?, _ option: String) throws -> String {
        guard let text = argument?.value.string else {
            throw ArtifactError(.usage, "\(option): not UTF-8, which a request has to be")
        }
        return text
    }
}
