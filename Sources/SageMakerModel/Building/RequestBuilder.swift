package import ModelArtifacts

/// Makes a request of `CreateModel` from nothing, or from one that someone has, of which everything else is kept.
package struct RequestBuilder {
    /// Where the container is that the model data is for.
    private enum Place {
        case primary
        case pipeline(Int)
    }

    /// The request as it is so far.
    package private(set) var request: JSONValue = .object([])
    private let place: Place

    /// Begins with nothing.
    package init() { place = .primary }

    /// Begins with a request, or an answer of `DescribeModel`, whose own members are dropped.
    ///
    /// - Parameters:
    ///   - base: the document, a skeleton of the AWS CLI for example.
    ///   - container: which of its containers is meant, an index from 0 or a hostname; nil for the only one.
    /// - Throws: ``ArtifactError`` with code `malformedInput` if it is no request, `usage` if the container is not there.
    package init(base: JSONNode, name: ByteString, container selector: String?) throws(ArtifactError) {
        let document = RequestDocument(base)
        let kind = document.kind
        guard base.members != nil, kind == .request || kind == .response,
            document.roots.first?.operation.name == Operation.createModel.name
        else {
            throw ArtifactError(
                .malformedInput, "\(name): a \(kind.description), and --base takes a CreateModel request ")
        }
        request = base.value
        for member in ServiceModel.request.responseMembers { request.remove(member.description) }
        if kind == .response {
            // An empty object stands for what was not given.
            for member in request.members ?? [] where member.value == .object([]) { request.remove(member.name) }
        }
        let model = RequestedModel(RequestValue(base), of: RequestRoot(RequestValue(base), as: ServiceModel.request))
        let pipeline = request["Containers"]?.elements ?? []
        for (name, value) in [("PrimaryContainer", request["PrimaryContainer"])] + pipeline.map({ ("Containers", $0) })
        {
            guard value == nil || value?.members != nil else {
                throw ArtifactError(.malformedInput, "--base: \(name): expected an object")
            }
        }
        guard let selector else {
            guard model.containers.count <= 1 else {
                throw ArtifactError(
                    .usage, "the request of --base has \(model.containers.count) containers; name one with --container")
            }
            place = model.pipeline.isEmpty ? .primary : .pipeline(0)
            return
        }
        let chosen = try ArtifactFit.container(selector, of: model.containers)
        let index = model.pipeline.firstIndex { $0.path == chosen.path }
        place = index.map { .pipeline($0) } ?? .primary
    }

    /// The path of the container that the model data is for.
    package var containerPath: String {
        switch place {
        case .primary: "PrimaryContainer"
        case .pipeline(let index): "Containers[\(index)]"
        }
    }

    /// The container that the model data is for.
    package var container: JSONValue {
        switch place {
        case .primary: request["PrimaryContainer"] ?? .object([])
        case .pipeline(let index): request["Containers"]?.elements?[index] ?? .object([])
        }
    }

    /// What the request says of how many models the container hosts.
    package var containerMode: ContainerMode? { container["Mode"]?.text.flatMap(ContainerMode.init(rawValue:)) }

    /// Gives a member of the request a value.
    package mutating func set(_ name: String, _ value: JSONValue) {
        request.set(name, value, in: ServiceModel.request)
    }

    /// Gives a member of the container a value.
    package mutating func setInContainer(_ name: String, _ value: JSONValue) {
        changeContainer { $0.set(name, value, in: ServiceModel.container) }
    }

    /// Says where the model data is, in the place of what was said before.
    package mutating func setModelData(_ source: ModelDataSource) {
        changeContainer { container in
            container.remove("ModelDataUrl")
            container.set("ModelDataSource", source.jsonValue, in: ServiceModel.container)
        }
    }

    /// Says where the archive is, in the place of what was said before.
    package mutating func setModelData(url: String) {
        changeContainer { container in
            container.remove("ModelDataSource")
            container.set("ModelDataUrl", .string(url), in: ServiceModel.container)
        }
    }

    /// Adds a channel, or puts it in the place of one of the same name. Returns its path.
    package mutating func setChannel(_ channel: AdditionalModelDataSource) -> String {
        var channels = container["AdditionalModelDataSources"]?.elements ?? []
        let index = channels.firstIndex { $0["ChannelName"]?.text == channel.channelName } ?? channels.endIndex
        if index == channels.endIndex {
            channels.append(channel.jsonValue)
        } else {
            channels[index] = channel.jsonValue
        }
        setInContainer("AdditionalModelDataSources", .array(channels))
        return "\(containerPath).AdditionalModelDataSources[\(index)]"
    }

    /// Sets an environment variable of the container.
    package mutating func setEnvironment(_ name: String, _ value: String) {
        var environment = container["Environment"] ?? .object([])
        environment.set(name, .string(value), in: Structure("Environment", []))
        setInContainer("Environment", environment)
    }

    /// Sets a tag of the model.
    package mutating func setTag(_ key: String, _ value: String) {
        var tags = request["Tags"]?.elements ?? []
        let tag = Tag(key: key, value: value).jsonValue
        if let index = tags.firstIndex(where: { $0["Key"]?.text == key }) {
            tags[index] = tag
        } else {
            tags.append(tag)
        }
        set("Tags", .array(tags))
    }

    /// Sets a member of an object in the request, such as `Subnets` of `VpcConfig`.
    package mutating func set(_ member: String, of structure: Structure, _ name: String, _ value: JSONValue) {
        var object = request[name] ?? .object([])
        object.set(member, value, in: structure)
        set(name, object)
    }

    /// Sets a member of an object in the container, such as `RepositoryAccessMode` of `ImageConfig`.
    package mutating func setInContainer(
        _ member: String, of structure: Structure, _ name: String, _ value: JSONValue
    ) {
        var object = container[name] ?? .object([])
        object.set(member, value, in: structure)
        setInContainer(name, object)
    }

    private mutating func changeContainer(_ body: (inout JSONValue) -> Void) {
        var container = container
        body(&container)
        switch place {
        case .primary: set("PrimaryContainer", container)
        case .pipeline(let index):
            var containers = request["Containers"]?.elements ?? []
            containers[index] = container
            set("Containers", .array(containers))
        }
    }
}
