/// Finds models that TensorFlow Serving will not find.
final class NoSavedModel: FrameworkCheck {
    static let kind = ContainerFault.Kind.noSavedModel
    static let frameworks: Set<Framework>? = [.tensorFlowServing]

    static let rule = Rule(
        "no-saved-model", .error, "no SavedModel lies in a numeric version directory",
        explanation: """
            The TensorFlow Serving container serves each saved_model.pb that lies in a directory whose name is a number, as \
            1/saved_model.pb or NAME/1/saved_model.pb, and stops with "no SavedModel bundles found!" if there is none: a \
            SavedModel at the top, in a directory as v1, as text, or a model of Keras is not served. A numeric directory beside a \
            version is taken for a version, too, and fails to load (a warning).
            """,
        remedy: "save the model to a directory whose name is a number: model/1",
        example: Rule.Example(
            bad: "saved_model.pb, variables/",
            good: "1/saved_model.pb, 1/variables/"),
        source: FrameworkSource.tensorFlowServing)
}
