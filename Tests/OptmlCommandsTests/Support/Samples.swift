import Foundation
import ModelArtifacts
import TestSupport

/// The samples in `testdata/samples`: those that are archives are made here, the others stand there as they are.
enum Samples {
    /// Where they are; archives are written when the tests record.
    static let folder: String = {
        let folder = Checkout.testdata.appending(path: "samples")
        if Golden.isRecording {
            for (name, bytes) in archives { try? Data(bytes).write(to: folder.appending(path: name)) }
        }
        return folder.path
    }()

    /// The archives, by name.
    static let archives: [(name: String, bytes: [UInt8])] = [
        ("model.tar.gz", gzip(model.finished)), ("wrapped.tar.gz", gzip(wrapped.finished)),
        ("bad-model/backup.tar.gz", gzip(model.finished)),
    ]

    /// What a training job leaves: a good archive.
    static let model: TarBuilder = {
        var tar = TarBuilder()
        tar.add("./", type: "5", mode: 0o755)
        tar.add("./code/", type: "5", mode: 0o755)
        tar.add("./code/inference.py", contents: Array("def model_fn(model_dir):\n    return None\n".utf8))
        tar.add("./code/requirements.txt", contents: Array("safetensors\n".utf8))
        tar.add("./config.json", contents: Array("{\"model_type\": \"tiny\"}\n".utf8))
        tar.add("./model.safetensors", contents: safetensors)
        return tar
    }()

    /// What `tar -czf model.tar.gz my-model` makes: everything in one directory too many, and more.
    private static let wrapped: TarBuilder = {
        var tar = TarBuilder()
        tar.add("my-model/", type: "5", mode: 0o755)
        tar.add("my-model/._config.json", contents: [0, 5, 22, 7])
        tar.add("my-model/config.json", contents: Array("{}\n".utf8))
        tar.add("my-model/config.json", contents: Array("{\"a\": 1}\n".utf8))
        tar.add("my-model/latest", type: "2", link: "weights-1")
        tar.add("../../etc/cron.d/job", contents: Array("boo\n".utf8))
        return tar
    }()

    /// A safetensors file with one tensor of four bytes.
    static let safetensors: [UInt8] = {
        let header = Array("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}".utf8)
        return [UInt8(header.count), 0, 0, 0, 0, 0, 0, 0] + header + [0, 0, 0x80, 0x3F]
    }()
}
