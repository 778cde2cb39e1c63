import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// Situations that people have reported in public, rebuilt: what should be said of them, and that nothing is said of their
/// healthy neighbours.
@Suite struct FieldCaseTests {
    private static let inputs = Checkout.testdata.appending(path: "field").path

    private let folder: TemporaryDirectory
    private var optml: Command { .optml(in: folder) }

    init() throws { folder = try TemporaryDirectory() }

    private static func tar(_ names: [String]) -> TarBuilder {
        var tar = TarBuilder()
        for name in names {
            tar.add(
                ByteString(name), contents: name.hasSuffix("/") ? [] : Array("x\n".utf8),
                type: name.hasSuffix("/") ? "5" : "0", mode: 0o755)
        }
        return tar
    }

    private func archive(_ path: String, _ names: String...) throws {
        try folder.write(path, Data(gzip(Self.tar(names).finished)))
    }

    private func listing(_ name: String, _ uri: String) throws -> Report {
        try Command.optml(in: Self.inputs).report("check", "--listing", name, "--s3-uri", uri)
    }

    // getmoto/moto#4299, Yelp/mrjob#1887
    @Test func objectsInAnArchiveClass() throws {
        let report = try listing("archived.json", "s3://mybucket/m/")
        let found = report.findings("archived-object")
        #expect(report.status == 1 && found.map(\.severity) == ["error", "error"])
        #expect(found.map { $0.json["count"] as? Int } == [2, 1])
        #expect(
            found.first?.message.contains(
                "'m/model-00001-of-00003.safetensors' and 1 other object are in the storage class GLACIER") ?? false)
        #expect(try listing("readable.json", "s3://mybucket/m/").rules == [])
        // The one object that a URI names counts as well.
        let object = try Command.optml(in: Self.inputs).report(
            "check", "--listing", "archived.json", "--s3-uri", "s3://mybucket/m/model-00003-of-00003.safetensors",
            "--s3-data-type", "S3Object")
        // By itself it is one of three shards, too.
        #expect(object.errors == ["archived-object", "missing-shard"])
        let healthy = try Command.optml(in: Self.inputs).report(
            "check", "--listing", "archived.json", "--s3-uri", "s3://mybucket/m/config.json", "--s3-data-type",
            "S3Object")
        #expect(healthy.errors == [])
    }

    /// Rows alike are read by their shape alone, which must not hide a class.
    @Test(arguments: ["STANDARD", "GLACIER", "GLACIER_IR", "DEEP_ARCHIVE"]) func archivedAmongMany(
        _ storageClass: String
    ) throws {
        let rows = (0..<200).map { index in
            let name = index == 150 ? storageClass : "STANDARD"
            return
                #"{"Key": "m/w\#(1000 + index)", "LastModified": "2024-01-01", "ETag": "\"4d7a214614ab2935c943f9e0ff69d22e\"", "Size": 5, "StorageClass": "\#(name)"}"#
        }
        try folder.write("l.json", #"{"Contents": [\#n"# + rows.joined(separator: ",\n") + "]}\n")
        let report = try optml.report("check", "--listing", "l.json", "--s3-uri", "s3://mybucket/m/")
        let isArchived = storageClass == "GLACIER" || storageClass == "DEEP_ARCHIVE"
        #expect(report.rules == (isArchived ? ["archived-object"] : []))
        #expect(report.findings.first?.key == (isArchived ? "m/w1150" : nil))
        let lines = rows.joined(separator: "\n")
        try folder.write("l.jsonl", lines.replacingOccurrences(of: "StorageClass", with: "storage_class"))
        let others = try optml.report("check", "--listing", "l.jsonl", "--s3-uri", "s3://mybucket/m/")
        #expect(others.rules == report.rules)
    }

    // huggingface/huggingface_hub#1222
    @Test func wholeCacheEntries() throws {
        let revision = "c1899de289a04d12100db370d81485cdf75e47ca"
        let entry = "hub/models--acme--tiny"
        try folder.write("\(entry)/refs/main", revision)
        for (name, content) in [("config.json", "{}\n"), ("model.safetensors", "weights")] {
            let blob = "\(entry)/blobs/\(name.count)abc"
            try folder.write(blob, content)
            let directory = folder.url.appending(path: "\(entry)/snapshots/\(revision)")
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                atPath: directory.appending(path: name).path, withDestinationPath: "../../blobs/\(name.count)abc")
        }
        let arguments = ["--s3-uri", "s3://mybucket/tiny/", "--select", "hugging-face-cache"]
        let alone = try optml.report(["check", entry] + arguments)
        #expect(alone.findings.map(\.severity) == ["warning"])
        #expect((alone.findings.first?.json["help"] as? String)?.contains("\(entry)/snapshots/\(revision)") ?? false)
        #expect(
            try optml.report(["check", "hub"] + arguments).findings.first?.path == "/opt/ml/model/models--acme--tiny")
        #expect(try listing("cache.keys", "s3://mybucket/tiny/").rules.contains("hugging-face-cache"))
        // The snapshot itself is what should be given.
        let snapshot = try optml.report(
            "check", "\(entry)/snapshots/\(revision)", "--s3-uri", "s3://mybucket/tiny/", "--select",
            "hugging-face-cache,symlink")
        #expect(snapshot.findings.map(\.severity).allSatisfy { $0 == "note" })
        #expect(!snapshot.findings.contains { ($0.json["help"] as? String ?? "").contains("--no-follow-symlinks") })
    }

    // aws/sagemaker-python-sdk#1759, #1212
    @Test func backslashesOfWindows() throws {
        let report = try listing("backslashes.keys", "s3://mybucket/exported/v3/")
        #expect(report.findings("backslash-in-name").count == 2)
        try archive("model.tar.gz", "code\\inference.py", "model.pth")
        #expect(try optml.report("check", "model.tar.gz").rules == ["backslash-in-name"])
    }

    @Test func litter() throws {
        let report = try listing("litter.keys", "s3://mybucket/model/")
        #expect(report.findings("hadoop-marker").count == 3)
        #expect(report.findings("zone-identifier").count == 1 && report.findings("dvc-pointer").count == 1)
        #expect(report.findings.allSatisfy { $0.severity == "warning" })
    }

    // triton-inference-server/server#3623, #4562
    @Test func modelRepositories() throws {
        let triton = Self.inputs + "/triton"
        try FileManager.default.copyItem(atPath: triton, toPath: folder.path + "/repo")
        try archive("repo/pre/env.tar.gz", "bin/python")
        let healthy = try optml.report("check", "repo", "--s3-uri", "s3://mybucket/r/")
        #expect(healthy.rules == ["framework-not-told"], "\(healthy.findings.map(\.message))")
        // One that no model names is something else.
        try archive("repo/pre/backup.tar.gz", "1/model.py")
        let nested = try optml.report("check", "repo").findings("nested-archive")
        #expect(nested.map(\.path) == ["/opt/ml/model/pre/backup.tar.gz"])
        try folder.write("ensemble/pipeline/config.pbtxt", "platform: \"ensemble\"\n")
        try FileManager.default.createDirectory(
            atPath: folder.path + "/ensemble/pipeline/1", withIntermediateDirectories: true)
        try folder.write("ensemble/detector/config.pbtxt", "backend: \"onnxruntime\"\n")
        try folder.write("ensemble/detector/1/model.onnx", "x")
        #expect(try optml.report("check", "ensemble", "--select", "empty-directory").errors == ["empty-directory"])
        #expect(
            try optml.report("check", "ensemble", "--compression-type", "Gzip", "--select", "empty-directory").rules
                == [])
    }

    // abcxyzi/RadDet#2
    @Test func joinedArchives() throws {
        let (first, second) = (Self.tar(["model.pth"]).finished, Self.tar(["code/inference.py"]).finished)
        try folder.write("joined.tar.gz", Data(gzip(first) + gzip(second)))
        let report = try optml.report("check", "joined.tar.gz")
        #expect(report.errors == ["archive-trailing-data"])
        #expect(report.findings.first?.message.contains("its files are lost") ?? false)
        try folder.write("padded.tar.gz", Data(gzip(first + [UInt8](repeating: 0, count: 20_480) + second)))
        #expect(try optml.report("check", "padded.tar.gz").errors == ["archive-trailing-data"])
        try folder.write("junk.tar.gz", Data(gzip(first + Array("signature".utf8))))
        #expect(try optml.report("check", "junk.tar.gz").errors == [])
        // tar --concatenate leaves no end between them.
        let ends = 1024
        try folder.write("whole.tar.gz", Data(gzip(Array(first.dropLast(ends)) + second)))
        #expect(try optml.report("check", "whole.tar.gz").rules == [])
    }

    @Test func piecesOfASplitArchive() throws {
        let whole = gzip(Self.tar(["model.pth", "code/inference.py"]).finished)
        try folder.write("model.tar.gz.00", Data(whole.prefix(100)))
        try folder.write("model.tar.gz.01", Data(whole.dropFirst(100)))
        #expect(try optml.report("check", "model.tar.gz.00").errors == ["archive-corrupt"])
        let second = try optml.report("check", "model.tar.gz.01")
        #expect(second.errors == ["not-a-gzip-tar"])
        #expect(second.findings.first?.message.contains("a piece of an archive") ?? false)
    }

    // aws/sagemaker-xgboost-container#341
    @Test func emptyArchives() throws {
        try archive("rootonly.tar.gz", "./")
        try archive("emptydirs.tar.gz", "./", "./code/")
        try folder.write("zerobyte.tar.gz", "")
        try folder.write("nothing.tar.gz", Data(gzip([UInt8](repeating: 0, count: 10_240))))
        for name in ["rootonly", "emptydirs", "zerobyte", "nothing"] {
            #expect(!(try optml.report("check", "\(name).tar.gz").errors.isEmpty), "\(name)")
        }
    }

    // deepjavalibrary/djl Utils.getNestedModelDir
    @Test func whatDJLDescendsInto() throws {
        try archive(
            "model.tar.gz", "mymodel/", "mymodel/model.py", "mymodel/requirements.txt", "mymodel/serving.properties")
        try archive("two.tar.gz", "mymodel/", "mymodel/serving.properties")
        for name in ["model.tar.gz", "two.tar.gz"] {
            #expect(try optml.report("check", name).rules == ["framework-not-told"])
        }
        try archive("deep.tar.gz", "opt/", "opt/ml/", "opt/ml/model/", "opt/ml/model/config.json", "opt/ml/model/w")
        let deep = try optml.report("check", "deep.tar.gz")
        let wrapped = deep.findings("wrapped-in-directory").first
        #expect((wrapped?.json["help"] as? String)?.contains("-C opt/ml/model .") ?? false)
    }

    @Test func archivesOfOtherKinds() throws {
        let zip: [UInt8] = [0x50, 0x4B, 3, 4] + Array(repeating: 0, count: 60)
        try folder.write("model.zip", Data(zip))
        try folder.write("model.tar", Data(Self.tar(["a"]).finished))
        try folder.write("renamed.pt", Data(zip + Array("MAR-INF/MANIFEST.json".utf8)))
        try folder.write("model.pt", Data(zip + Array("archive/data.pkl".utf8)))
        try folder.write("model.mar", Data(zip + Array("MAR-INF/MANIFEST.json".utf8)))
        for name in ["model.zip", "model.tar", "renamed.pt"] {
            #expect(try optml.report("check", name).rules.contains("archive-not-extracted"), "\(name)")
        }
        for name in ["model.pt", "model.mar"] {
            #expect(!(try optml.report("check", name).rules.contains("archive-not-extracted")), "\(name)")
        }
        try folder.write("zipped/model.zip", Data(zip))
        #expect(try optml.report("check", "zipped").rules == ["nested-archive"])
        try archive("packed/model.tar.gz", "a")
        let packed = try optml.report("check", "packed")
        #expect((packed.findings.first?.json["help"] as? String)?.contains("optml check packed/model.tar.gz") ?? false)
    }
}
