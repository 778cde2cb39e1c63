/// What a container makes of a file that SageMaker puts below `/opt/ml/model`.
public enum LayoutUse: Hashable, Sendable {
    /// It loads it, as a model, a version of one, weights, a configuration, a tokenizer or a script.
    case loads(as: String)
    /// A script of the user loads the model, and may look at it.
    case dependsOnScript
    /// It does not look at it.
    case ignores
    /// It does not look at it, though it holds weights: it is downloaded for nothing.
    case downloadsForNothing
}
