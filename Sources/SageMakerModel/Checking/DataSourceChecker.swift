import ModelArtifacts

/// Applies to the URIs, types and compressions of a request the rules that hold for them everywhere.
struct DataSourceChecker {
    /// The rules about URIs, combinations and the name that one object gets, which need nothing to look at.
    static let rules: Set<String> = aboutBucket.union(aboutEnd).union([
        "manifest-inside-prefix", "unsupported-combination",
    ])

    /// The rules that look at the beginning of a URI: its scheme and its bucket.
    private static let aboutBucket: Set<String> = ["https-uri", "invalid-s3-uri", "legacy-bucket-name"]
    /// The rules that look at its end.
    private static let aboutEnd: Set<String> = [
        "backslash-in-name", "dot-name", "empty-name", "name-too-long", "null-byte", "object-uri-ends-with-slash",
        "prefix-without-slash",
    ]

    /// The rule about archives that stay files, which their names tell.
    static let archiveRule = "archive-not-extracted"

    let policy: RulePolicy
    let context: RequestContext

    /// Checks an `S3DataSource`.
    func check(dataSource: RequestValue) {
        guard let uri = dataSource["S3Uri"], let text = validURI(uri) else { return checkCombination(dataSource) }
        var options = InspectionOptions()
        options.dataType = dataSource["S3DataType"]?.text.flatMap(Self.dataType)
        options.compressionType = dataSource["CompressionType"]?.text.flatMap(Self.compressionType)
        // Without a valid type nothing can be said of what depends on it. A compression that is none does not matter.
        guard options.dataType != nil else { return checkCombination(dataSource) }
        options.manifestURI = dataSource["ManifestS3Uri"].flatMap(validURI)?.text
        for var finding in findings(options, text) {
            if finding.rule == "https-uri", Self.isDeployedAddress(text) { continue }
            // Three notebooks in `3_distributed_training/models` of aws-samples/amazon-sagemaker-generativeai deploy one so.
            let isArchive = [".tar.gz", ".tgz"].contains(where: text.end.hasSuffix)
            if finding.rule == "unsupported-combination", isArchive { finding.severity = .warning }
            if finding.rule == "object-uri-ends-with-slash", options.compressionType == .gzip {
                finding.help = "name the archive itself, or choose S3Prefix with None for all objects below the prefix"
            }
            let member: ByteString =
                switch finding.rule {
                case "manifest-inside-prefix": "ManifestS3Uri"
                case "unsupported-combination": "CompressionType"
                default: "S3Uri"
                }
            report(finding, at: dataSource[member] ?? dataSource)
        }
    }

    /// Checks the URI of a manifest, "The Amazon S3 URI of the manifest file": a bucket or a prefix is no file.
    func check(manifestOf dataSource: RequestValue) {
        guard let uri = dataSource["ManifestS3Uri"], let text = validURI(uri) else { return }
        var options = InspectionOptions()
        (options.dataType, options.compressionType) = (.object, CompressionType.none)
        for var finding in findings(options, text) {
            switch finding.rule {
            case "invalid-s3-uri", "legacy-bucket-name": break
            case "object-uri-ends-with-slash":
                finding.message = "'\(ValueText.shortened(text.shown))' is a prefix, and ManifestS3Uri names one file"
                finding.help = "name the manifest itself"
            default: continue
            }
            report(finding, at: uri)
        }
    }

    /// Checks the `ModelDataUrl` of a container: an archive, or for many models a prefix.
    func check(modelDataURLOf container: RequestValue) {
        guard let url = container["ModelDataUrl"], let text = validURI(url) else { return }
        var options = InspectionOptions()
        options.dataType = container.mayBeMultiModel ? .prefix : .object
        options.compressionType = container.mayBeMultiModel ? CompressionType.none : .gzip
        for finding in findings(options, text) where finding.rule != "prefix-without-slash" {
            // An archive has another ending; a rule of its own says so.
            if finding.rule == "object-uri-ends-with-slash" { continue }
            if finding.rule == "https-uri", Self.isDeployedAddress(text) { continue }
            report(finding, at: url)
        }
    }

    /// Whether a URI is an address of S3 with the bucket in its path, as the CDK writes it into `ModelDataUrl` and `S3Uri`, where
    /// it works.
    ///
    /// Source: `packages/@aws-cdk/aws-sagemaker-alpha/lib/model-data.ts` of aws/aws-cdk, and its `integ.model-data.ts`, which
    /// deploys an endpoint of each and asserts what it answers.
    private static func isDeployedAddress(_ uri: KnownText) -> Bool {
        let isEncoded = uri.known.contains { $0.bytes.contains { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "%") } }
        guard !isEncoded, ["https://s3.", "https://s3-"].contains(where: uri.beginning.hasPrefix) else { return false }
        let path = uri.beginning.bytes.dropFirst("https://".utf8.count)
        let host = ByteString(Array(path.prefix { $0 != UInt8(ascii: "/") }))
        // Its end may not be known yet.
        let isPartial = host.count == path.count
        return isPartial ? !["s3.console", "s3-website"].contains(where: host.hasPrefix) : S3URI.isHostOfS3(host)
    }

    /// Checks the scheme and the bucket of a URI that names further data of a container, of whatever kind.
    func check(bucketOf uri: RequestValue) {
        guard let text = validURI(uri) else { return }
        var options = InspectionOptions()
        (options.dataType, options.compressionType) = (.object, CompressionType.none)
        for finding in findings(options, text) where Self.aboutBucket.contains(finding.rule) {
            report(finding, at: uri)
        }
    }

    /// Checks whether an `S3DataSource` makes a file of an archive, as its name tells.
    ///
    /// - Parameter channel: the channel that it is the data of; nil for the model.
    func check(archiveOf dataSource: RequestValue, channel: String? = nil) {
        guard let uri = dataSource["S3Uri"], let text = validURI(uri), text.end.bytes.contains(UInt8(ascii: "/")),
            dataSource["S3DataType"]?.isText("S3Object") ?? false,
            dataSource["CompressionType"]?.isText("None") ?? false
        else { return }
        var options = InspectionOptions()
        (options.dataType, options.compressionType) = (.object, CompressionType.none)
        options.channel = channel
        options.s3URI = text.text ?? KnownText(["s3://bucket/", nil, text.end]).filled(with: Self.filler)
        options.policy = RulePolicy(selected: [Self.archiveRule])
        for finding in inRequest(options) { context.report(finding, at: uri) }
    }

    /// Reports what is said of a URI. Where a tool should have put a bucket, that is what there is to do.
    private func report(_ finding: Finding, at uri: RequestValue) {
        var finding = finding
        if finding.rule == "invalid-s3-uri", let text = uri.text, text.hasPrefix("s3://"),
            let help = UnfilledTemplate.help(Self.bucket(of: text), context)
        {
            finding.help = help
        }
        context.report(finding, at: uri)
    }

    /// Without a URI that can be one, the combination is all there is to check.
    private func checkCombination(_ dataSource: RequestValue) {
        guard let compression = dataSource["CompressionType"], compression.isText("Gzip"),
            dataSource["S3DataType"]?.isText("S3Prefix") ?? false
        else { return }
        var options = InspectionOptions()
        (options.dataType, options.compressionType) = (.prefix, .gzip)
        for finding in inspect(options) { context.report(finding, at: compression) }
    }

    /// A URI, or what is known of it, that the API's pattern and length admit: what breaks them is a finding already.
    private func validURI(_ value: RequestValue) -> KnownText? {
        guard let text = value.knownText, TextPattern.s3URI.mayMatch(text),
            TextConstraint().length(of: text.filled(with: "")) <= S3URI.maximumLength
        else { return nil }
        return text
    }

    /// What the rules say of a URI. Of one that is not known as a whole, what they say of its beginning or its end, if that
    /// is known.
    private func findings(_ options: InspectionOptions, _ uri: KnownText) -> [Finding] {
        var options = options
        if let whole = uri.text {
            options.s3URI = whole
            return inspect(options)
        }
        // The scheme may be known where the bucket is not.
        var rules: Set<String> = ["unsupported-combination", "https-uri"]
        let isARN = uri.beginning.hasPrefix("s3://arn:")
        let isBucketKnown =
            isARN || S3URI(uri.beginning) != nil && uri.beginning.bytes.count { $0 == UInt8(ascii: "/") } > 2
        if isBucketKnown { rules.formUnion(Self.aboutBucket) }
        if !uri.end.isEmpty { rules.formUnion(Self.aboutEnd) }
        // Where the last slash is not known, neither is how the last name begins.
        if !uri.end.bytes.contains(UInt8(ascii: "/")) { rules.subtract(["dot-name", "empty-name"]) }
        let isHTTPS = uri.beginning.hasPrefix("https://")
        let bucket: ByteString = isHTTPS ? "https://bucket.s3.amazonaws.com/" : "s3://bucket/"
        let filled = (isBucketKnown ? uri : KnownText([bucket, nil, uri.end])).filled(with: Self.filler)
        options.s3URI = filled
        return inspect(options).filter { rules.contains($0.rule) }.map { finding in
            var finding = finding
            finding.message = finding.message.replacing(filled.description, with: ValueText.shortened(uri.shown))
            if isBucketKnown, !isHTTPS {
                let bucket = ValueText.shortened(Self.bucket(of: uri.shown))
                finding.message = finding.message.replacing("'\(Self.bucket(of: filled))'", with: "'\(bucket)'")
            }
            finding.help = finding.help.replacing(filled.description, with: ValueText.shortened(uri.shown))
            // What the plain form would be is not known.
            if finding.rule == "https-uri" { finding.help = "write it as s3://BUCKET/KEY" }
            return finding
        }
    }

    /// What stands between `s3://` and the next slash.
    private static func bucket(of uri: ByteString) -> ByteString {
        ByteString(Array(uri.bytes.dropFirst("s3://".utf8.count).prefix { $0 != UInt8(ascii: "/") }))
    }

    /// What stands for pieces of a URI that are not known, and is in no way remarkable.
    private static let filler: ByteString = "unknown"

    private func inspect(_ options: InspectionOptions) -> [Finding] {
        var options = options
        options.policy = RulePolicy(selected: Self.rules)
        return inRequest(options)
    }

    /// What an inspection says without a look at anything, in the words of a request.
    private func inRequest(_ options: InspectionOptions) -> [Finding] {
        let findings = (try? ArtifactInspector(options: options).inspect(.none))?.findings ?? []
        // No key, since there is no listing that it came from.
        return findings.map { finding in
            var finding = finding
            if finding.help.contains("--s3-data-type") {
                finding.help =
                    "the URI names an archive: set S3DataType to S3Object and CompressionType to Gzip, or end the URI with '/'"
            }
            finding.location.key = nil
            finding.location.path = nil
            return finding
        }
    }

    static func dataType(_ text: ByteString) -> S3DataType? { text.string.flatMap(S3DataType.init(rawValue:)) }
    static func compressionType(_ text: ByteString) -> CompressionType? {
        text.string.flatMap(CompressionType.init(rawValue:))
    }
}
