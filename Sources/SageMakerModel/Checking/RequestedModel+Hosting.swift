import ModelArtifacts

/// What a remedy may advise for the data of a container.
extension RequestedModel {
    /// Whether a container could host many models: only that of a model has a `Mode`, the deployment has to take it, no other container
    /// of the model may have it, and the data is named in `ModelDataUrl`.
    func mayHostManyModels(in container: RequestValue, _ context: RequestContext) -> Bool {
        guard request != nil || primaryContainer != nil, container.given("ModelDataSource") == nil else { return false }
        let others = containers.filter { $0.path != container.path }
        return [nil, .endpoint, .multiModel].contains(context.deployment) && !others.contains(where: \.isMultiModel)
            && !RequestedContainer(container).isBuiltInAlgorithm
    }

    /// Whether a container could name its data in `ModelDataSource`: the deployment takes it, the kind of document has a field for it, and
    /// it is not the model of a built-in algorithm, for which the API page requires `ModelDataUrl`.
    func mayHaveDataSource(in container: RequestValue, _ context: RequestContext) -> Bool {
        let hasField = context.kind != .kubernetes || !context.operation.isOfPackage
        return hasField && context.deployment?.takesModelDataSource ?? true
            && !RequestedContainer(container).isBuiltInAlgorithm
    }
}
