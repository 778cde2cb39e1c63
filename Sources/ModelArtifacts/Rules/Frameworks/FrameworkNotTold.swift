/// Says what an artifact looks like where nobody told what is to serve it.
final class FrameworkNotTold: SummaryCheck {
    static let exceptFrameworks = Set(Framework.allCases)

    static func applies(to subject: Subject) -> Bool { subject.hintsFramework }

    static let rule = Rule(
        "framework-not-told", .note, "what is to serve the model was not told, though the artifact shows it",
        explanation: """
            What a container needs to find differs: a number for the name of a directory, one file at the top, a script. \
            Such rules apply only if the framework is told by --framework or --image, or in .optml.json. Where files leave \
            no doubt what the artifact is meant for, this note says with which option it would be checked as that. Only \
            the command check says it.
            """,
        remedy: "tell the framework with --framework or the image with --image, or in .optml.json",
        example: Rule.Example(
            bad: "optml check model (with resnet/config.pbtxt)", good: "optml check model --framework triton"),
        source: "https://docs.aws.amazon.com/sagemaker/latest/dg/pre-built-containers-frameworks-deep-learning.html")

    func check(_ totals: SummaryTotals, _ context: CheckContext) {
        guard totals.isComplete, let files = context.modelFiles?.files, let hint = FrameworkHint(files) else { return }
        context.report(
            Finding(
                Self.rule, "'\(hint.path)' is a sign of a model for \(hint.framework.title)",
                at: context.location(hint.path),
                help: "check what its container needs, too: `--framework \(hint.framework.rawValue)`"))
    }
}
