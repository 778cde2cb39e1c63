/// Finds model archives that nobody unpacks.
final class MARNotUnpacked: FrameworkCheck {
    static let kind = ContainerFault.Kind.marNotUnpacked
    static let frameworks: Set<Framework>? = [.pytorch, .torchserve]

    static let rule = Rule(
        "mar-not-unpacked", .error, "a model archive of TorchServe lies in the model and is not unpacked",
        explanation: """
            SageMaker's PyTorch container archives the model directory itself for TorchServe and does not look for model \
            archives (*.mar) in it. Without code/inference.py or model.pt beside it there is nothing that it could serve. On a \
            multi-model endpoint of TorchServe's own image *.mar files are what is served.
            """,
        remedy: "unpack the *.mar (it is a zip) and deploy what it holds",
        example: Rule.Example(
            bad: "model.tar.gz: densenet161.mar",
            good: "model.tar.gz: MAR-INF/MANIFEST.json, model.pt, handler.py"),
        source: "https://github.com/pytorch/serve/issues/664")
}
