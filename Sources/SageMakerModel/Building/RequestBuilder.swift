package import ModelArtifacts

/// Makes a request of `CreateModel` from nothing, or from one that someone has, of which everything else is kept.
package struct RequestBuilder {
    /// Where the container is that the model data is for.
    private enum Place {
        case primary
        case pipeline(Int)
    }

    /// The request as it is so far.
    package var request = CreateModelRequest(members: [])
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
                .malformedInput,
                "\(name): \(kind.nounPhrase(of: document.roots.first?.operation ?? .createModel)), and --base takes a CreateModel request"
            )
        }
        request.members = (base.value.members ?? []).filter { member in
            // An empty object of an answer stands for what was not given.
            !ServiceModel.request.responseMembers.contains(ByteString(member.name))
                && (kind == .request || member.value != .object([]))
        }
        let model = RequestedModel(RequestValue(base), of: RequestRoot(RequestValue(base), as: ServiceModel.request))
        for (name, isReadable) in [
            ("PrimaryContainer", request.primaryContainer != nil), ("Containers", request.containers != nil),
        ] where !isReadable && request.jsonValue[name] != nil {
            throw ArtifactError(.malformedInput, "--base: \(name): expected an object")
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
    package var container: ContainerDefinition {
        get {
            switch place {
            case .primary: request.primaryContainer ?? ContainerDefinition()
            case .pipeline(let index): request.containers?[index] ?? ContainerDefinition()
            }
        }
        set {
            switch place {
            case .primary: request.primaryContainer = newValue
            case .pipeline(let index): request.containers?[index] = newValue
            }
        }
    }

    /// Says where the model data is, in the place of what was said before.
    package mutating func setModelData(_ source: ModelDataSource) {
        container.modelDataURL = nil
        container.modelDataSource = source
    }

    /// Says where the archive is, in the place of what was said before.
    package mutating func setModelData(url: String) {
        container.modelDataSource = nil
        container.modelDataURL = url
    }

    /// Leaves out where the model data is: the model is that of a package.
    package mutating func removeModelData() {
        container.modelDataSource = nil
        container.modelDataURL = nil
    }

    /// Adds a channel, or puts it in the place of one of the same name. Returns its path.
    package mutating func setChannel(_ channel: AdditionalModelDataSource) -> String {
        var channels = container.additionalModelDataSources ?? []
        let index = channels.firstIndex { $0.channelName == channel.channelName } ?? channels.endIndex
        if index == channels.endIndex {
            channels.append(channel)
        } else {
            channels[index] = channel
        }
        container.additionalModelDataSources = channels
        return "\(containerPath).AdditionalModelDataSources[\(index)]"
    }

    /// Sets an environment variable of the container.
    package mutating func setEnvironment(_ name: String, _ value: String) {
        var environment = container.environment ?? [:]
        environment[name] = value
        container.environment = environment
    }

    /// Sets a tag of the model.
    package mutating func setTag(_ key: String, _ value: String) {
        var tags = request.tags ?? []
        if let index = tags.firstIndex(where: { $0.key == key }) {
            tags[index].value = value
        } else {
            tags.append(Tag(key: key, value: value))
        }
        request.tags = tags
    }
}
