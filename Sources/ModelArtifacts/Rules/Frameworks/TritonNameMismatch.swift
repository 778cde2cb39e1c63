/// Finds Triton models whose configuration says another name.
final class TritonNameMismatch: FrameworkCheck {
    static let kind = ContainerFault.Kind.tritonNameMismatch
    static let frameworks: Set<Framework>? = [.triton]

    static let rule = Rule(
        "triton-name-mismatch", .error, "config.pbtxt says another name than its directory has",
        explanation: """
            The name of a Triton model is that of its directory. config.pbtxt may repeat it; if it says another one, after a \
            directory was renamed or copied, the server refuses the model: "unexpected directory name 'a' for model 'b', directory \
            name must equal model name". Only the model that is loaded, and the steps of its ensemble, are looked at.
            """,
        remedy: "say the name of the directory in config.pbtxt, or leave the name out",
        example: Rule.Example(
            bad: "resnet/config.pbtxt: name: \"resnet50\"",
            good: "resnet/config.pbtxt: name: \"resnet\""),
        source: FrameworkSource.tritonModel)
}
