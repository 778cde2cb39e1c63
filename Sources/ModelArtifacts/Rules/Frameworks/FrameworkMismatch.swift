/// Finds artifacts that look like those of another framework.
final class FrameworkMismatch: SummaryCheck {
    static let frameworks: Set<Framework>? = Set(Framework.allCases).subtracting([.multiModel])

    static let rule = Rule(
        "framework-mismatch", .note, "the artifact looks like that of another framework than the container's",
        explanation: """
            Some files tell for sure what a layout is meant for: serving.properties for DJL, NAME/config.pbtxt for Triton, \
            1/saved_model.pb for TensorFlow Serving, MAR-INF for TorchServe, xgboost-model, *.xgb and *.ubj, *.gguf. If the image, or \
            --framework, tells another framework, one of the two is probably not what was meant. What the container of \
            that framework misses, other rules say.
            """,
        remedy: "choose the image that serves such a layout, or the layout that the image serves",
        example: Rule.Example(
            bad: "--framework xgboost with 1/saved_model.pb",
            good: "--framework tensorflow-serving with 1/saved_model.pb"),
        source: "https://docs.aws.amazon.com/sagemaker/latest/dg/pre-built-containers-frameworks-deep-learning.html")

    func check(_ totals: SummaryTotals, _ context: CheckContext) {
        guard totals.isComplete, let framework = context.subject.framework, let files = context.modelFiles?.files,
            let hint = FrameworkHint(files), !hint.agrees(with: framework)
        else { return }
        context.report(
            Finding(
                Self.rule,
                "'\(hint.path)' is a sign of a model for \(hint.framework.title), and the container is \(framework.title)",
                at: context.location(hint.path),
                help: "check it as that with `--framework \(hint.framework.rawValue)`, or choose another image"))
    }
}
