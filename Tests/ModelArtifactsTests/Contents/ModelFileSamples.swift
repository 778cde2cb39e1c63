import Foundation
import TestSupport

@testable import ModelArtifacts

/// The files in `testdata/model-files`.
enum ModelFileSamples {
    /// What a loader says of a case, and which rule has to.
    struct Case: Sendable {
        /// A file, or a folder.
        let path: String
        let loader: String
        let isLoaded: Bool
        let rule: String?
    }

    /// Cases of which a file that the loader had is not among the samples.
    private static let incomplete: Set<String> = [
        "gguf/split-ok/model-00002-of-00003.gguf", "gguf/split-ok/model-00003-of-00003.gguf",
        "onnx/external-longer/model.onnx",
    ]

    static let cases: [Case] = {
        let table = (try? String(contentsOf: folder.appending(path: "cases.tsv"), encoding: .utf8)) ?? ""
        let all = table.split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Case(
                path: fields[0], loader: fields[2], isLoaded: fields[3] == "ok",
                rule: fields[4] == "-" ? nil : fields[4])
        }
        // What no loader was asked of is there for others.
        return all.filter { !incomplete.contains($0.path) && ($0.loader != "-" || $0.rule != nil) }
    }()

    /// All files by their paths.
    static let files = ModelFileArchive.files

    private static var folder: URL { Checkout.testdata.appending(path: "model-files") }

    /// The files that a case is about, under the names that they would have in a model: those of a folder, or the one file with what
    /// it takes its weights from.
    static func artifact(of sample: Case) -> [ByteString: [UInt8]] {
        let path = ByteString(sample.path)
        // A checkpoint of TensorFlow is named by what its files begin with.
        let start = sample.path.hasPrefix("tfckpt/") ? path : path + "/"
        let folder = ByteString(Array(path.bytes.dropLast(path.lastComponent.count)))
        if let bytes = files[path] {
            // Folders of their own hold what belongs together.
            let isAlone = sample.path.filter { $0 == "/" }.count == 1
            if isAlone { return [name(of: path.lastComponent): bytes] }
            return relative(to: folder)
        }
        // A SavedModel is in a folder that is named as its version.
        return relative(to: files.keys.contains { $0.hasPrefix(start) } && start != path ? start : folder)
    }

    private static func relative(to folder: ByteString) -> [ByteString: [UInt8]] {
        var found: [ByteString: [UInt8]] = [:]
        for (path, bytes) in files where path.hasPrefix(folder) {
            found[ByteString(Array(path.bytes.dropFirst(folder.count)))] = bytes
        }
        return found
    }

    /// Names of samples that mean nothing mean weights of PyTorch.
    private static func name(of sample: ByteString) -> ByteString {
        sample.hasSuffix(".bin") ? "pytorch_model.bin" : sample
    }
}
