import Testing

@testable import ModelArtifacts

/// What training leaves, told apart from the only weights that there are and from what others call alike.
@Suite struct TrainingLeftoverTests {
    private func left(_ files: ByteString...) -> [ByteString] {
        Artifact.listing("s3://mybucket/m/", files.map { "m/" + $0 }).findings()
            .filter { $0.rule == "training-leftover" }.compactMap(\.location.path)
            .compactMap(ModelDirectory.path(below:)).sorted()
    }

    /// Scalers of data are called as those of gradients are, which lie beside an optimizer.
    @Test func scalers() {
        #expect(left("model.pth", "optimizer.pt", "scaler.pt") == ["optimizer.pt", "scaler.pt"])
        #expect(left("model.pth", "optimizer.pt", "a/scaler.pt") == ["optimizer.pt"])
        #expect(left("model.pth", "a/optimizer.pt", "a/scaler.pt", "scaler.pt") == ["a/optimizer.pt", "a/scaler.pt"])
        // A directory of another run is no companion.
        #expect(left("model.pth", "checkpoint-1/model.pt", "scaler.pt") == ["checkpoint-1"])
    }

    /// Of a checkpoint nothing is said where it has the only weights.
    @Test func theOnlyWeights() {
        #expect(left("checkpoint-1/model.safetensors", "config.json") == [])
        #expect(left("checkpoint-1/model.safetensors", "model.pth") == ["checkpoint-1"])
        #expect(left("checkpoint-1/model.safetensors", "code/lib/site.pth") == [])
        #expect(left("checkpoint-1/model.safetensors", "code/inference.py") == [])
        #expect(left("checkpoint-1/model.safetensors", "x/code/inference.py") == [])
        #expect(left("checkpoint-1/model.safetensors", "model-00001-of-00001.safetensors") == ["checkpoint-1"])
        // What another directory holds says nothing of this one.
        #expect(left("runs/best.pt", "wandb/debug.log") == ["wandb"])
    }

    /// Numbers tell checkpoints, and at the top a few names tell logs.
    @Test func namesOfDirectories() {
        #expect(left("a/checkpoint-12/x", "global_step3/x", "model.pt") == ["a/checkpoint-12", "global_step3"])
        #expect(left("checkpoint-12a/x", "checkpoint-/x", "global_step/x", "checkpoint-1:/x", "model.pt") == [])
        #expect(left("a/wandb/run-1/x", "a/wandb/offline-run-2/x", "model.pt").count == 2)
        #expect(left("a/run-1/x", "a/runs/x", "a/wandb/x", "run-1/x", "wandbs/run-1/x", "model.pt") == [])
    }

    /// What the option leaves out is what is left over, and its like.
    @Test(arguments: [
        ("optimizer.pt", "'optimizer.pt'"), ("a/optimizer.pt", "'*optimizer.pt'"),
        ("checkpoint-5/x", "'checkpoint-*'"), ("a/checkpoint-5/x", "'*checkpoint-*'"), ("wandb/x", "'wandb/*'"),
        ("a/wandb/run-1/x", "'*run-1/*'"),
    ])
    func options(_ path: String, _ pattern: String) {
        let help = Artifact.directory([ByteString(path), "model.pt"]).findings()
            .first { $0.rule == "training-leftover" }?.help
        #expect(
            help?.replacing("'", with: "").contains("--exclude \(pattern.replacing("'", with: ""))`") ?? false,
            "\(help ?? "")")
    }

    /// More than a tenth of all bytes is worth a warning.
    @Test func sizes() {
        let severity = { (size: Int64) in
            var artifact = Artifact.directory(["model.pt", "optimizer.pt"])
            artifact.keys = [("model.pt", 90), ("optimizer.pt", size)]
            return artifact.findings().first { $0.rule == "training-leftover" }?.severity
        }
        #expect(severity(10) == .note && severity(11) == .warning)
    }
}
