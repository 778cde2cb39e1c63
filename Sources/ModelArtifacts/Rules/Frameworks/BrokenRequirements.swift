/// Finds lists of packages that pip refuses.
final class BrokenRequirements: FrameworkCheck {
    static let kind = ContainerFault.Kind.brokenRequirements
    static let frameworks: Set<Framework>? = [
        .pytorch, .torchserve, .huggingFace, .tensorFlowServing, .sklearn, .vllm,
    ]

    static let rule = Rule(
        "broken-requirements", .error, "pip stops at a line of code/requirements.txt, and the container with it",
        explanation: """
            Containers that run a script install code/requirements.txt before they serve, and stop if pip does: "failed to install \
            required packages". `pip freeze` in an environment of conda writes places of the machine that built the packages, as \
            `attrs @ file:///home/conda/feedstock_root/...`, which no container has; `conda list --export` writes `numpy=1.26.4=py310_0`, \
            which is no requirement, and neither are the marks of a merge, two packages on a line, or what `pip list` prints. Paths of other machines and of Windows are found, and paths \
            below /opt/ml/model where nothing is, and lists that `-r` or `-c` names and that are not beside it. Images of vLLM of today install requirements.txt at the top in the same way (a warning, since older ones do not). \
            Whether an index has the packages is not asked.
            """,
        remedy: "write the list with `pip list --format=freeze`, and leave out what the script does not need",
        example: Rule.Example(
            bad:
                "code/requirements.txt: attrs @ file:///home/conda/feedstock_root/build_artifacts/attrs_1642510447205/work",
            good: "code/requirements.txt: attrs==21.4.0"),
        source: "https://github.com/aws/sagemaker-inference-toolkit/blob/master/src/sagemaker_inference/model_server.py"
    )
}
