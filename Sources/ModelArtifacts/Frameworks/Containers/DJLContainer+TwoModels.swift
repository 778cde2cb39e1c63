/// What a DJL container loads besides the artifact, so that requests have to say which model they mean.
extension DJLContainer {
    /// The fault that a model is loaded beside the artifact, and not in its place.
    ///
    /// Source: `initialize` in `ModelStore.java`, `handleInvocations` in `InferenceRequestHandler.java` of
    /// deepjavalibrary/djl-serving.
    static func twoModels(_ hub: HubModel, _ model: TransformersFiles) -> ContainerFault {
        ContainerFault(
            .artifactNotUsed,
            "'\(hub.shown)' is what \(hub.variable) names, and the container loads it beside \(model.place), not instead: of two models "
                + "every request has to name one, or \"Parameter model_name is required.\" is the answer",
            help: "leave \(hub.variable) out to serve the artifact, or deploy without model data")
    }

    /// The fault that the model is loaded for what names it, and once more for where it lies; nil if it is not, or the release is not
    /// known.
    ///
    /// Source: `initModelStore` in `ModelServer.java` of deepjavalibrary/djl-serving, which reads HF_MODEL_ID from 0.23 on, and
    /// passes over the directory that it names from 0.27 on (pull request 1753).
    static func sameTwice(
        _ hub: HubModel, _ model: TransformersFiles, _ container: Container
    ) -> ContainerFault? {
        guard let version = container.image?.version(of: ""), version.lexicographicallyPrecedes([0, 27]),
            !version.lexicographicallyPrecedes([0, 23])
        else { return nil }
        return ContainerFault(
            .artifactNotUsed,
            "'\(hub.shown)' is what \(hub.variable) names, and releases of DJL before 0.27 load it beside \(model.place), which they load "
                + "anyway: of two models every request has to name one, or \"Parameter model_name is required.\" is the answer",
            help: "leave \(hub.variable) out, or take an image of DJL 0.27 or later")
    }
}
