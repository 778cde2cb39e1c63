/// Finds lists of packages that nobody installs.
final class IgnoredRequirements: FrameworkCheck {
    static let kind = ContainerFault.Kind.ignoredRequirements
    static let frameworks: Set<Framework>? = [.tensorFlowServing]

    static let rule = Rule(
        "ignored-requirements", .note, "requirements.txt is not looked at, since code/lib is there",
        explanation: """
            The TensorFlow Serving container takes the modules in code/lib if that exists, and then installs nothing: it logs \
            "loading modules in '/opt/ml/model/code/lib', ignoring requirements.txt". What is missing in code/lib is found out by \
            the script, when it imports it.
            """,
        remedy: "put all packages into code/lib, or leave that out",
        example: Rule.Example(
            bad: "code/inference.py, code/requirements.txt, code/lib/mypackage/", good: "code/inference.py, code/lib/"),
        source:
            "https://github.com/aws/sagemaker-tensorflow-serving-container/blob/master/docker/build_artifacts/sagemaker/serve.py"
    )
}
