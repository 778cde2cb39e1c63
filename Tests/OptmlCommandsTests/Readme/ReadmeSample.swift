import Foundation
import ModelArtifacts
import TestSupport

/// The artifacts that the README shows, and how they are made.
enum ReadmeSample {
    /// The folder below `testdata`.
    static let folder = "readme"

    /// An archive with what people pack by accident.
    static var archive: Data {
        var tar = TarBuilder()
        tar.add("sentiment/", type: "5", mode: 0o755)
        tar.add("sentiment/._config.json", contents: [UInt8](repeating: 0, count: 163))
        tar.add("sentiment/config.json", contents: Array("{\"model_type\": \"bert\"}\n".utf8))
        tar.add("sentiment/code/inference.py", contents: Array("def model_fn(path): ...\n".utf8))
        tar.add("sentiment/code/__pycache__/inference.cpython-311.pyc", contents: [UInt8](repeating: 7, count: 80))
        tar.add("sentiment/model.safetensors", type: "2", link: "../blobs/6b1f0a3e")
        return Data(gzip(tar.finished))
    }
}
