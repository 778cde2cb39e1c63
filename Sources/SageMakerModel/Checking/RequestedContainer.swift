package import ModelArtifacts

/// What a request says of the container that is to serve a model: its image and its environment.
package struct RequestedContainer {
    private let value: RequestValue

    /// - Parameter value: the container.
    package init(_ value: RequestValue) { self.value = value }

    /// The container for the inspection of its model data.
    ///
    /// - Parameter framework: the framework that the user names, whatever the image is.
    package func container(_ framework: Framework?) -> Container {
        var container = Container(
            framework: framework, image: value["Image"]?.text?.string.map { ContainerImage($0) }, environment: [:])
        if value.isMultiModel { container.hosting = .many }
        guard let environment = value["Environment"] else { return container }
        // What only another program will know, is not there to conclude from.
        guard environment.isObject else {
            container.environment = nil
            return container
        }
        for (member, value) in environment.members {
            guard let name = member.name.string else { continue }
            if let text = value.text?.string {
                container.environment?[name] = text
            } else {
                container.unknownVariables.insert(name)
            }
        }
        return container
    }
}
