/// Finds models of PyTorch that only load together with the code that made them, where there is none.
final class NotTorchScript: FrameworkCheck {
    static let kind = ContainerFault.Kind.notTorchScript
    static let frameworks: Set<Framework>? = [.pytorch, .torchserve, .triton]

    static let rule = Rule(
        "not-torchscript", .error, "the container loads TorchScript, and the file was saved by torch.save",
        explanation: """
            torch.save writes a pickle of weights, or of a model whose classes have to be there when it is loaded. Without a script \
            the PyTorch container calls torch.jit.load on model.pt, or on the only .pt or .pth file at the top, and Triton's PyTorch backend does so always: both need what \
            torch.jit.script or torch.jit.trace made, which has the code inside. The zip archive of such a file holds \
            constants.pkl and code/; that of torch.save does not.
            """,
        remedy:
            "save the model with torch.jit.script(model).save(\"model.pt\"), or add code/inference.py with a model_fn",
        example: Rule.Example(
            bad: "torch.save(model.state_dict(), \"model.pt\")", good: "torch.jit.script(model).save(\"model.pt\")"),
        source: FrameworkSource.pytorch)
}
