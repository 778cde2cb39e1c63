import ModelArtifacts

/// A request, or a part of one, as the rules that look at several members at once see it.
struct RequestedModel {
    /// The request of `CreateModel`; nil for that of another operation, and a container or a data source alone.
    let request: RequestValue?
    /// The request of another operation, about a package or a component; nil for that of `CreateModel`, and for a part alone.
    let otherRequest: RequestValue?
    /// The region that the document says the model is made in; nil if it does not say.
    let region: ByteString?
    /// `PrimaryContainer`, or the container that stands alone.
    let primaryContainer: RequestValue?
    /// The elements of `Containers` that are objects; of another operation all containers.
    let pipeline: [RequestValue]
    /// The elements of `Tags`.
    let tags: [RequestValue]
    /// The channels of all containers, or the one that stands alone.
    let channels: [RequestValue]
    /// Every `S3DataSource`, those of channels too.
    let dataSources: [RequestValue]

    init(_ value: RequestValue, of root: RequestRoot) {
        tags = value["Tags"]?.elements ?? []
        region = root.region.flatMap { ToldRegion.isRegion($0) ? $0 : nil }
        let isCreateModel = root.operation.name == Operation.createModel.name
        otherRequest = root.part == .request && !isCreateModel ? value : nil
        switch root.part {
        case .container: (request, primaryContainer, pipeline) = (nil, value, [])
        case .dataSource: (request, primaryContainer, pipeline) = (nil, nil, [])
        case .request where isCreateModel:
            request = value
            primaryContainer = value["PrimaryContainer"].flatMap { $0.isObject ? $0 : nil }
            pipeline = value["Containers"]?.elements.filter(\.isObject) ?? []
        case .request: (request, primaryContainer, pipeline) = (nil, nil, PackagedContainers.containers(of: value))
        }
        guard root.part != .dataSource else {
            let inner = value["S3DataSource"] ?? value
            dataSources = inner.isObject ? [inner] : []
            channels = value["ChannelName"] == nil ? [] : [value]
            return
        }
        let containers = [primaryContainer].compactMap { $0 } + pipeline
        channels = containers.flatMap { $0["AdditionalModelDataSources"]?.elements ?? [] }
        dataSources = containers.flatMap { container in
            let channels = container["AdditionalModelDataSources"]?.elements ?? []
            return ([container["ModelDataSource"]?["S3DataSource"]] + channels.map { $0["S3DataSource"] })
                .compactMap { $0 }.filter(\.isObject)
        }
    }

    /// Every `S3DataSource`, unless the document is of a kind in which none can have an ETag, which is reported as that.
    func dataSourcesWithETags(_ context: RequestContext) -> [RequestValue] {
        [.cloudFormation, .terraform, .kubernetes].contains(context.kind) ? [] : dataSources
    }

    /// Every ETag of model data, of further data and of manifests, unless the document is of a kind in which none can be.
    func etags(_ context: RequestContext) -> [RequestValue] {
        let places = dataSourcesWithETags(context).flatMap { [$0["ETag"], $0["ManifestEtag"]] }
        let isAble = ![.cloudFormation, .terraform, .kubernetes].contains(context.kind)
        let others = isAble ? containers.flatMap { [$0["ModelDataETag"], $0["AdditionalS3DataSource"]?["ETag"]] } : []
        return (places + others).compactMap(\.self)
    }

    /// All containers in their order.
    var containers: [RequestValue] { [primaryContainer].compactMap { $0 } + pipeline }
}

extension RequestValue {
    /// Whether a container hosts many models.
    var isMultiModel: Bool { self["Mode"]?.isText("MultiModel") ?? false }

    /// Whether a container may host many models: its `Mode` says so, or says what cannot be understood.
    var mayBeMultiModel: Bool { self["Mode"].map { !$0.isText("SingleModel") } ?? false }

    /// Whether it is an array without elements.
    var isEmptyArray: Bool {
        if case .array(let elements) = node.content { elements.isEmpty } else { false }
    }

    /// A member that an object certainly gives; nil if it is absent or may be, an empty array, or null.
    func given(_ name: ByteString) -> RequestValue? {
        guard let value = self[name], !value.node.traits.contains(.mayBeAbsent) else { return nil }
        switch value.node.content {
        case .null: return nil
        case .array(let elements) where elements.isEmpty: return nil
        default: return value
        }
    }
}
