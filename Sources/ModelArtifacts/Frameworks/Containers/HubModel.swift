/// A variable of the environment that names the model to load, for containers that can fetch one.
struct HubModel {
    let variable: String
    let value: String

    /// The variable that counts, of those that a container reads; nil if none is set.
    init?(_ container: Container, _ variables: String...) {
        for variable in variables {
            guard let value = container.value(variable) else { continue }
            (self.variable, self.value) = (variable, value)
            return
        }
        return nil
    }

    /// The directory in the model that it names, empty for the model directory; nil if it is elsewhere.
    var directory: ByteString? { ByteString(value).belowModel }

    /// The fault that the container takes something else than the artifact.
    func notUsed() -> ContainerFault {
        ContainerFault(
            .artifactNotUsed,
            "'\(shown)' is what \(variable) names, so the container loads that and leaves \(ModelDirectory.path) alone",
            help: "set \(variable) to \(ModelDirectory.path), or deploy without model data")
    }

    var shown: String { DisplayText.escaped(value) }
}
