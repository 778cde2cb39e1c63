package import ModelArtifacts

/// What a request says of the container that is to serve a model: its image and its environment.
package struct RequestedContainer {
    let value: RequestValue

    /// - Parameter value: the container.
    package init(_ value: RequestValue) { self.value = value }

    /// The image, as far as a template tells it: what stands behind the last slash is known though the account or the region in
    /// front of it, or the tag, is not. nil if the repository is not known.
    private static func image(_ text: KnownText) -> ContainerImage? {
        if let whole = text.text { return whole.string.map { ContainerImage($0) } }
        // The last piece with a slash, from there on.
        guard let place = text.pieces.lastIndex(where: { $0?.bytes.contains(UInt8(ascii: "/")) ?? false }),
            let piece = text.pieces[place]
        else { return nil }
        let name = piece.lastComponent
        let isWhole = place == text.pieces.count - 1
        guard isWhole || name.bytes.contains(UInt8(ascii: ":")) else { return nil }
        // Of a tag that is known in part, nothing is concluded.
        let known = isWhole ? name : ByteString(Array(name.bytes.prefix { $0 != UInt8(ascii: ":") }))
        return known.string.flatMap { $0.isEmpty ? nil : ContainerImage($0) }
    }

    /// The container for the inspection of its model data.
    ///
    /// - Parameter framework: the framework that the user names, whatever the image is.
    package func container(_ framework: Framework?) -> Container {
        var container = Container(
            framework: framework, image: value["Image"]?.knownText.flatMap(Self.image), environment: [:])
        container.environmentSource = .request
        if value.isMultiModel { container.hosting = .many }
        guard let environment = value["Environment"] else { return container }
        // What only another program will know, is not there to conclude from.
        guard environment.isObject else {
            container.environment = nil
            return container
        }
        for member in environment.node.members ?? [] {
            guard let name = member.name.string else { continue }
            if case .string(let bytes) = member.value.content, let text = bytes.string,
                !member.value.traits.contains(.mayBeAbsent)
            {
                container.environment?[name] = text
            } else {
                container.unknownVariables.insert(name)
            }
        }
        return container
    }
}
