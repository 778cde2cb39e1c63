import ModelArtifacts

/// Applies to the URIs, types and compressions of a request the rules that hold for them everywhere.
struct DataSourceChecker {
    /// The rules about URIs and combinations, which need nothing to look at.
    static let rules: Set<String> = [
        "https-uri", "invalid-s3-uri", "legacy-bucket-name", "manifest-inside-prefix", "object-uri-ends-with-slash",
        "prefix-without-slash", "unsupported-combination",
    ]

    let policy: RulePolicy
    let context: RequestContext

    /// Checks an `S3DataSource`.
    func check(dataSource: RequestValue) {
        guard let uri = dataSource["S3Uri"] else { return checkCombination(dataSource) }
        guard let text = validURI(uri) else { return checkCombination(dataSource) }
        var options = InspectionOptions()
        options.s3URI = text
        options.dataType = dataSource["S3DataType"]?.text.flatMap(Self.dataType)
        options.compressionType = dataSource["CompressionType"]?.text.flatMap(Self.compressionType)
        // Without a valid type nothing can be said of what depends on it. A compression that is none does not matter.
        guard options.dataType != nil else { return }
        options.manifestURI = dataSource["ManifestS3Uri"].flatMap(validURI)
        for finding in findings(options) {
            let member: ByteString =
                switch finding.rule {
                case "manifest-inside-prefix": "ManifestS3Uri"
                case "unsupported-combination": "CompressionType"
                default: "S3Uri"
                }
            context.report(adapted(finding), at: dataSource[member] ?? dataSource)
        }
    }

    /// Checks the `ModelDataUrl` of a container: an archive, or for many models a prefix.
    func check(modelDataURLOf container: RequestValue) {
        guard let url = container["ModelDataUrl"], let text = validURI(url) else { return }
        var options = InspectionOptions()
        options.s3URI = text
        options.dataType = container.mayBeMultiModel ? .prefix : .object
        options.compressionType = container.mayBeMultiModel ? CompressionType.none : .gzip
        for finding in findings(options) where finding.rule != "prefix-without-slash" {
            // An archive has another ending; a rule of its own says so.
            if finding.rule == "object-uri-ends-with-slash" { continue }
            context.report(adapted(finding), at: url)
        }
    }

    /// Without a URI that can be one, the combination is all there is to check.
    private func checkCombination(_ dataSource: RequestValue) {
        guard let compression = dataSource["CompressionType"], compression.isText("Gzip"),
            dataSource["S3DataType"]?.isText("S3Prefix") ?? false
        else { return }
        var options = InspectionOptions()
        (options.dataType, options.compressionType) = (.prefix, .gzip)
        for finding in findings(options) where finding.rule == "unsupported-combination" {
            context.report(adapted(finding), at: compression)
        }
    }

    /// A URI that the API's pattern and length admit: what breaks them is a finding already.
    private func validURI(_ value: RequestValue) -> ByteString? {
        guard let text = value.text, TextPattern.s3URI.matches(text),
            TextConstraint().length(of: text) <= S3URI.maximumLength
        else { return nil }
        return text
    }

    private func findings(_ options: InspectionOptions) -> [Finding] {
        var options = options
        options.policy = RulePolicy(selected: Self.rules)
        return (try? ArtifactInspector(options: options).inspect(.none))?.findings ?? []
    }

    /// The finding in the words of a request: no key, since there is no listing that it came from.
    private func adapted(_ finding: Finding) -> Finding {
        var finding = finding
        finding.location.key = nil
        return finding
    }

    static func dataType(_ text: ByteString) -> S3DataType? { text.string.flatMap(S3DataType.init(rawValue:)) }
    static func compressionType(_ text: ByteString) -> CompressionType? {
        text.string.flatMap(CompressionType.init(rawValue:))
    }
}
