/// Finds lists of packages that nobody installs.
final class IgnoredRequirements: FrameworkCheck {
    static let kind = ContainerFault.Kind.ignoredRequirements
    static let frameworks: Set<Framework>? = [.tensorFlowServing, .pytorch, .torchserve, .huggingFace, .sklearn]

    static let rule = Rule(
        "ignored-requirements", .note,
        "requirements.txt is not looked at, since it lies elsewhere or code/lib is there",
        explanation: """
            Containers that run code/inference.py install code/requirements.txt and no other: one at the top, beside code/, is a \
            warning, in a repository of the Hub, which has one for people, a note. MLflow installs its own at the top. The TensorFlow \
            Serving container takes the modules in code/lib if that exists, and then installs nothing: it logs \
            "loading modules in '/opt/ml/model/code/lib', ignoring requirements.txt". What is missing in code/lib is found out by \
            the script, when it imports it.
            """,
        remedy: "put all packages into code/lib, or leave that out",
        example: Rule.Example(
            bad: "code/inference.py, code/requirements.txt, code/lib/mypackage/",
            good: "code/inference.py, code/requirements.txt"),
        source:
            "https://github.com/aws/sagemaker-tensorflow-serving-container/blob/master/docker/build_artifacts/sagemaker/serve.py"
    )
}
