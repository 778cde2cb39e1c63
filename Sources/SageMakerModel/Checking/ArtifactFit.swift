package import ModelArtifacts

/// Says whether a request fits the artifact that it is for.
package struct ArtifactFit {
    /// A place in a request that names model data: an `S3DataSource`, or a container with a `ModelDataUrl`.
    package struct Place {
        package let source: RequestValue
        let uri: RequestValue
        /// Whether the container hosts many models.
        var isMultiModel = false
        /// What the document says of the volume, in bytes.
        var volumeSize: Int64?
        /// Whether it is a `ModelDataUrl`, which says nothing of type and compression.
        let isURL: Bool
        /// The container whose model it is; nil for a channel, and for a data source alone.
        var container: RequestValue?

        /// The URI that the place names; nil if it names none, or one that only CloudFormation knows.
        package var s3URI: ByteString? { uri.text }
        /// What leads to it in the document, which no other place has.
        package var path: String { uri.path }
        /// The path of the container whose model it is; nil for a channel, and for a data source alone.
        package var containerPath: String? { container?.path }
        /// The ETag that the place names; nil if it names none.
        package var etag: RequestValue? { isURL ? source["ModelDataETag"] : source["ETag"] }
    }

    package let place: Place

    /// Finds the place of a container, or of one of its channels.
    ///
    /// - Parameters:
    ///   - container: an index or a hostname; nil for the only container with model data.
    ///   - channel: the name of the channel; nil for the model data itself.
    /// - Throws: ``ArtifactError`` with code `usage` if there is no such place, or several.
    package init(
        _ document: RequestDocument, container selector: String? = nil, channel: ByteString? = nil
    ) throws(ArtifactError) {
        let places = try Self.places(document, container: selector, channel: channel)
        guard let place = places.first else {
            let what = channel.map { "channel '\($0)'" } ?? "model data"
            let whose = Self.named(nil, selector)
            throw ArtifactError(.usage, "\(whose) names no \(what) that could be compared with the source")
        }
        guard places.count == 1 else {
            throw ArtifactError(
                .usage, "the request has \(places.count) containers with model data; name one with --container")
        }
        self.place = place
    }

    /// Finds the place that a manifest is for: of several containers with model data, the only one that names a manifest's ETag.
    ///
    /// - Parameters:
    ///   - container: an index or a hostname; nil for the only one.
    ///   - channel: the name of the channel; nil for the model data itself.
    /// - Throws: ``ArtifactError`` with code `usage` if there is no such place, or several.
    package init(
        manifestIn document: RequestDocument, container selector: String? = nil, channel: ByteString? = nil
    ) throws(ArtifactError) {
        let all = try Self.places(document, container: selector, channel: channel)
        let places = all.filter { $0.source.given("ManifestEtag") != nil }
        guard let place = places.first else {
            let whose = Self.named(channel.map { "the channel '\($0)'" }, selector)
            throw ArtifactError(.usage, "\(whose) names no ManifestEtag that --manifest could be compared with")
        }
        guard places.count == 1 else {
            throw ArtifactError(
                .usage,
                "the request has \(places.count) containers with a ManifestEtag; give --manifest CONTAINER=FILE for each"
            )
        }
        self.place = place
    }

    /// What was asked for, in words: a channel, the container of a selector, or the request as a whole.
    private static func named(_ channel: String?, _ selector: String?) -> String {
        channel ?? selector.map { "the container '\(DisplayText.escaped($0))'" } ?? "the request"
    }

    private static func places(
        _ document: RequestDocument, container selector: String?, channel: ByteString?
    ) throws(ArtifactError) -> [Place] {
        let models = document.roots.map { ($0.variants[0].endpoints.volumeSize, RequestedModel($0.value, of: $0)) }
        let containers = models.flatMap { volume, model in model.containers.map { (volume, $0) } }
        if containers.isEmpty, selector == nil, channel == nil {
            return models.flatMap { $0.1.dataSources }.compactMap { Self.place($0) }
        }
        var chosen = containers
        if let selector {
            let index = try Self.index(of: selector, in: containers.map { $0.1 })
            chosen = [containers[index]]
        }
        return chosen.compactMap { volume, container in
            var found = Self.place(of: container, channel: channel)
            found?.volumeSize = volume
            return found
        }
    }

    /// The container of an index, from 0, of a hostname, or of a name in the document, as `PrimaryContainer`.
    ///
    /// - Throws: ``ArtifactError`` with code `usage` if there is none.
    static func container(
        _ selector: String, of containers: [RequestValue]
    ) throws(ArtifactError) -> RequestValue {
        try containers[index(of: selector, in: containers)]
    }

    private static func index(of selector: String, in containers: [RequestValue]) throws(ArtifactError) -> Int {
        if let named = containers.firstIndex(where: { $0["ContainerHostname"]?.isText(ByteString(selector)) ?? false })
        {
            return named
        }
        if let index = Int(selector), containers.indices.contains(index) { return index }
        let suffix = "." + selector
        if let member = containers.firstIndex(where: { $0.path == selector || $0.path.hasSuffix(suffix) }) {
            return member
        }
        throw ArtifactError(
            .usage,
            "there is no container '\(DisplayText.escaped(selector))' among \(containers.count); give an index from 0 or a hostname"
        )
    }

    private static func place(of container: RequestValue, channel: ByteString?) -> Place? {
        var place = dataPlace(of: container, channel: channel)
        place?.isMultiModel = channel == nil && container.isMultiModel
        return place
    }

    private static func dataPlace(of container: RequestValue, channel: ByteString?) -> Place? {
        if let channel {
            let channels = container["AdditionalModelDataSources"]?.elements ?? []
            return channels.first { $0["ChannelName"]?.isText(channel) ?? false }?["S3DataSource"].flatMap(place)
        }
        var place =
            if let source = container["ModelDataSource"]?["S3DataSource"] { place(source) } else {
                container["ModelDataUrl"].map { Place(source: container, uri: $0, isURL: true) }
            }
        place?.container = container
        return place
    }

    private static func place(_ source: RequestValue) -> Place? {
        source["S3Uri"].map { Place(source: source, uri: $0, isURL: false) }
    }

    /// The container that is to serve the artifact; nil if the request does not tell.
    package var container: RequestedContainer? { place.container.map { RequestedContainer($0) } }

    /// How to inspect the artifact, as the request and its deployment say.
    package func apply(to options: inout InspectionOptions, deployment: Deployment? = nil) {
        options.isOfRequest = true
        options.s3URI = place.uri.text
        options.volumeSize = options.volumeSize ?? place.volumeSize
        options.hostsManyModels = place.isMultiModel || deployment == .multiModel
        if options.hostsManyModels {
            (options.dataType, options.compressionType) = (.prefix, CompressionType.none)
        } else if place.isURL {
            (options.dataType, options.compressionType) = (.object, .gzip)
        } else {
            options.dataType = place.source["S3DataType"]?.text.flatMap(DataSourceChecker.dataType)
            options.compressionType = place.source["CompressionType"]?.text.flatMap(DataSourceChecker.compressionType)
        }
        // What they say of the URI is said of the request already.
        options.policy.ignored.formUnion(DataSourceChecker.rules)
    }

    /// Whether the request names an ETag that an artifact can be compared with.
    package var namesETag: Bool { place.etag?.text.map { !$0.isEmpty } ?? false }

    /// The finding that the ETag of the request is not that of the artifact, if it is not.
    package func etagFinding(_ report: InspectionReport) -> Finding? {
        guard report.combination.dataType == .object, let value = place.etag, let text = value.text?.string,
            let object = report.objects?.first, report.objects?.count == 1, let actual = object.etag,
            !text.isEmpty, ETag(text).text != actual.text
        else { return nil }
        let isListed = report.kind == .listing || report.kind == .s3 || report.location.hasPrefix("s3://")
        let shown = ValueText.shortened(ByteString(text))
        var finding =
            isListed
            ? Finding(ETagMismatch.rule, "'\(shown)' is not the ETag of the object, which is '\(actual.text)'")
            : Finding(
                ETagNotReproduced.rule,
                "'\(shown)' is not the ETag that '\(report.location)' would get, '\(actual.text)'")
        finding.location = value.location
        finding.byteOffset = value.node.place?.offset
        return finding
    }

    /// The finding that the ETag of the request's manifest is not that of a file, if it is not.
    package func manifestFinding(_ etag: ETag, of file: ByteString) -> Finding? {
        guard let value = place.source["ManifestEtag"], let text = value.text?.string, !text.isEmpty,
            ETag(text).text != etag.text
        else { return nil }
        let shown = ValueText.shortened(ByteString(text))
        var finding = Finding(
            ETagNotReproduced.rule, "'\(shown)' is not the ETag that '\(file)' would get, '\(etag.text)'")
        finding.location = value.location
        finding.byteOffset = value.node.place?.offset
        return finding
    }

    /// The finding that a manifest names objects elsewhere than the request, if it does.
    ///
    /// - Throws: ``ArtifactError`` if the file cannot be read.
    package func manifestPlaceFinding(of file: ByteString) throws(ArtifactError) -> Finding? {
        var finding = try ManifestOfOtherData.finding(on: file, of: place.s3URI)
        finding?.location = place.uri.location
        finding?.byteOffset = place.uri.node.place?.offset
        return finding
    }

    /// The report with findings on the artifact as a whole put at the member that they are about.
    package func located(_ report: InspectionReport) -> InspectionReport {
        var report = report
        for index in report.findings.indices {
            let finding = report.findings[index]
            guard finding.location.path == nil, finding.location.member == nil else { continue }
            let member: ByteString? =
                switch finding.rule {
                case "directory-as-object": "S3DataType"
                case "not-a-gzip-tar": "CompressionType"
                default: nil
                }
            let value = member.flatMap { place.source[$0] } ?? place.uri
            report.findings[index].location.jsonPath = value.path
            report.findings[index].location.line = value.node.place?.line
            report.findings[index].location.column = value.node.place?.column
            report.findings[index].byteOffset = report.findings[index].byteOffset ?? value.node.place?.offset
        }
        return report
    }
}
