import Foundation
import TestSupport
import Testing

/// Real models as their containers want them have no finding, in every form of source; for other containers they have the right
/// ones.
@Suite(.enabled(if: Peer.python.isWanted, "Tests/run fetches the models")) struct HealthyModelTests {
    /// Where the fetched files go, the container that serves them so, and what others say of them.
    struct Model: CustomTestStringConvertible {
        let framework: String
        /// From the fetched models to the model directory.
        let files: [String: String]
        /// Texts beside them.
        var texts: [String: String] = [:]
        let others: [String: Set<String>]

        var testDescription: String { framework }
    }

    static let models = [
        Model(
            framework: "tensorflow-serving", files: ["basic-pitch": "1"],
            others: [
                "triton": ["triton-no-version", "framework-mismatch"],
                "llamacpp": ["missing-weights", "framework-mismatch"],
                "xgboost": ["missing-weights", "framework-mismatch"],
                "sklearn": ["missing-inference-script", "framework-mismatch"],
            ]),
        Model(
            framework: "triton", files: ["magika/model.onnx": "magika/1/model.onnx"],
            texts: ["magika/config.pbtxt": "name: \"magika\"\nbackend: \"onnxruntime\"\n"],
            others: [
                "tensorflow-serving": ["no-saved-model", "framework-mismatch"],
                "pytorch": ["missing-inference-script", "framework-mismatch"],
                "vllm": ["missing-model-config", "framework-mismatch"],
            ]),
    ]

    @Test(arguments: models) func isSilent(_ model: Model) throws {
        let folder = try laidOut(model)
        for source in try sources(folder) {
            let found = try Optml.report(["check"] + source + ["--framework", model.framework])
            #expect(found.status == 0 && found.report.rules.subtracting(["symlink"]).isEmpty, "\(source)")
            #expect(try Optml.report(["check"] + source).report.rules.contains("framework-not-told"))
        }
    }

    @Test(arguments: models) func isNotForOthers(_ model: Model) throws {
        let folder = try laidOut(model)
        for source in try sources(folder) {
            for (framework, rules) in model.others {
                let found = try Optml.report(["check"] + source + ["--framework", framework])
                // One of the old rules may have its say, too.
                #expect(found.report.rules.subtracting(["wrapped-in-directory"]) == rules, "\(framework) \(source)")
                // The SDK puts the script for scikit-learn beside the model later.
                #expect(found.status == (framework == "sklearn" ? 0 : 1))
            }
        }
    }

    private func laidOut(_ model: Model) throws -> TemporaryDirectory {
        let folder = try TemporaryDirectory()
        for (from, to) in model.files {
            let target = folder.url.appending(path: "m/" + to)
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: Checkout.fetched.appending(path: "models/" + from), to: target)
        }
        for (path, text) in model.texts { try folder.write("m/" + path, text) }
        return folder
    }

    /// The same model as a directory, as an archive, and as a listing.
    private func sources(_ folder: TemporaryDirectory) throws -> [[String]] {
        let directory = folder.path + "/m"
        let archive = folder.path + "/m.tar.gz"
        let packed = try Command("/usr/bin/tar").run("-czf", archive, "-C", directory, ".")
        try #require(packed.status == 0)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: directory).filter { path in
            var isDirectory: ObjCBool = false
            return FileManager.default.fileExists(atPath: directory + "/" + path, isDirectory: &isDirectory)
                && !isDirectory.boolValue
        }
        let listing = try folder.write("keys.txt", paths.sorted().map { "m/\($0)\n" }.joined())
        return [[directory], [archive], ["--listing", listing, "--s3-uri", "s3://my-bucket/m/"]]
    }
}
