import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// What is said of the data of a multi-model endpoint, which is not laid out.
@Suite struct MultiModelTests {
    private let folder: TemporaryDirectory
    private var optml: Command { .optml(in: folder) }
    private let image = "763104351884.dkr.ecr.us-east-1.amazonaws.com/tensorflow-inference:2.1-cpu"

    init() throws { folder = try TemporaryDirectory() }

    private func archive(_ path: String, _ names: String...) throws {
        var tar = TarBuilder()
        for name in names { tar.add(ByteString(name), contents: Self.contents(of: name)) }
        try folder.write(path, Data(gzip(tar.finished)))
    }

    /// The shortest contents that are what a name says.
    private static func contents(of name: String) -> [UInt8] {
        switch ByteString(name).lastComponent {
        // The version of the schema, and one meta graph of no bytes.
        case "saved_model.pb": [0x08, 1, 0x12, 0]
        case "inference.py": Array("def handler(data, context): pass\n".utf8)
        case "config.pbtxt": Array("backend: \"python\"\n".utf8)
        case "xgboost-model": Array(#"{"learner": {}}"#.utf8)
        default: Array("x\n".utf8)
        }
    }

    private func writeRequest(mode: String? = "MultiModel", uri: String = "s3://mybucket/mme/") throws {
        let mode = mode.map { #", "Mode": "\#($0)""# } ?? ""
        try folder.write(
            "request.json",
            #"""
            {"ModelName": "m", "ExecutionRoleArn": "arn:aws:iam::123456789012:role/sagemaker",
             "PrimaryContainer": {"Image": "\#(image)", "ModelDataUrl": "\#(uri)"\#(mode)}}
            """#)
    }

    @Test func healthyDirectories() throws {
        try archive("models/a.tar.gz", "1/saved_model.pb")
        try archive("models/eu/b.tgz", "code/inference.py", "2/saved_model.pb")
        try writeRequest()
        let report = try optml.report(
            "check", "models", "--deployment", "multi-model", "--s3-uri", "s3://mybucket/mme/")
        #expect(report.rules == [] && report.status == 0)
        let models = try #require(report.json["models"] as? [String: Any])
        #expect(models["total"] as? Int == 2)
        let listed = try #require(models["listed"] as? [[String: Any]])
        #expect(listed.map { $0["path"] as? String } == ["a.tar.gz", "eu/b.tgz"])
        let request = try optml.report("check-request", "request.json", "--source", "models")
        #expect(request.rules == [] && request.json["models"] != nil)
        let text = try optml.run("check", "models", "--deployment", "multi-model")
        #expect(text.text.contains("as the models of a multi-model endpoint\n\n2 models:\n  a.tar.gz  "))
    }

    /// Each archive is checked as a model of its own, and findings say of which they are.
    @Test func faultyArchives() throws {
        try archive("models/a.tar.gz", "a/00000123/saved_model.pb")
        try archive("models/b.tar.gz", "1/saved_model.pb", "../x")
        try folder.write("models/c.tar.gz", "PK\u{3}\u{4}")
        try folder.write("models/README.md", "x")
        let report = try optml.report(
            "check", "models", "--deployment", "multi-model", "--s3-uri", "s3://mybucket/mme/")
        #expect(
            report.rules == ["not-a-gzip-tar", "path-traversal", "wrapped-in-directory", "not-a-model-archive"])
        let traversal = try #require(report.findings.first { $0.rule == "path-traversal" })
        #expect(traversal.json["key"] as? String == "mme/b.tar.gz" && traversal.json["member"] as? String == "../x")
        #expect((traversal.json["message"] as? String)?.hasPrefix("models/b.tar.gz: '../x'") ?? false)
        let wrapped = try #require(report.findings.first { $0.rule == "wrapped-in-directory" })
        #expect((wrapped.json["message"] as? String)?.hasPrefix("models/a.tar.gz: 'a' lies above the version") ?? false)
        #expect((wrapped.json["help"] as? String)?.contains("-C a .") ?? false)
        #expect(wrapped.json["member"] as? String == "a" && wrapped.json["path"] == nil)
        // Nothing is laid out below /opt/ml/model.
        let other = try #require(report.findings.last)
        #expect(other.json["key"] as? String == "mme/README.md" && other.json["path"] == nil)
    }

    /// What the container wants of a model, it wants of each archive, whoever tells what container that is.
    @Test func archivesOfAFramework() throws {
        try archive("models/a.tar.gz", "m/1/saved_model.pb")
        try archive("models/b.tar.gz", "v1/saved_model.pb")
        try archive("models/c.tar.gz", "saved_model.pb")
        try archive("models/d.tar.gz", "1/saved_model.pb", "code/inference.py")
        try writeRequest()
        let uri = ["--s3-uri", "s3://mybucket/mme/"]
        for arguments in [
            ["check", "models", "--deployment", "multi-model", "--framework", "tensorflow-serving"] + uri,
            ["check", "models", "--deployment", "multi-model", "--image", image] + uri,
            ["check-request", "request.json", "--source", "models"],
        ] {
            let report = try optml.report(arguments)
            #expect(report.rules == ["no-saved-model", "wrapped-in-directory"] && report.status == 1, "\(arguments)")
            #expect(
                report.findings.map { $0.json["key"] as? String } == ["mme/b.tar.gz", "mme/c.tar.gz", "mme/a.tar.gz"])
            #expect(report.findings.allSatisfy { $0.severity == "error" && !$0.message.contains("ValueError") })
        }
        let create = [
            "create-model", "models", "--model-name", "m", "--image", image, "--role-arn",
            "arn:aws:iam::123456789012:role/sagemaker", "--model-data-url", "--mode", "MultiModel",
        ]
        let refused = try optml.run(create + uri)
        #expect(refused.status == 1 && refused.errorText.contains("error no-saved-model"), "\(refused.errorText)")
        // The framework that the user names counts, not the image's.
        let named = try optml.report("check-request", "request.json", "--source", "models", "--framework", "pytorch")
        #expect(named.errors == ["missing-inference-script"])
    }

    /// What is wrong for one model is not for one of many, and the other way round.
    @Test(
        arguments: [
            ("triton", ["config.pbtxt", "1/model.py"], []), ("triton", ["m/config.pbtxt", "m/1/model.py"], []),
            ("triton", ["a/config.pbtxt", "a/1/model.py", "b/config.pbtxt", "b/1/model.py"], []),
            ("triton", ["m/config.pbtxt", "m/model.py"], ["triton-no-version"]), ("sklearn", ["model.joblib"], []),
            ("xgboost", ["xgboost-model"], []), ("xgboost", ["xgboost-model", "README.md"], ["xgboost-extra-file"]),
            ("huggingface", ["config.json"], ["missing-weights", "missing-tokenizer", "invalid-json"]),
            ("multi-model", ["m/1/saved_model.pb"], ["wrapped-in-directory"]),
            ("pytorch", ["code/inference.py", "model.dat"], ["missing-inference-script"]),
        ] as [(String, [String], Set<String>)])
    func archivesOfFrameworks(_ framework: String, _ names: [String], _ rules: Set<String>) throws {
        var tar = TarBuilder()
        for name in names { tar.add(ByteString(name), contents: Self.contents(of: name)) }
        try folder.write("models/m.tar.gz", Data(gzip(tar.finished)))
        let report = try optml.report(
            "check", "models", "--deployment", "multi-model", "--framework", framework, "--s3-uri", "s3://mybucket/mme/"
        )
        #expect(Set(report.rules) == rules, "\(report.findings.map(\.message))")
    }

    /// Findings on several archives are told apart by a baseline.
    @Test func baselines() throws {
        try archive("models/a.tar.gz", "m/x")
        _ = try optml.run("check", "models", "--deployment", "multi-model", "--write-baseline", "known.json")
        try archive("models/b.tar.gz", "m/x")
        let report = try optml.report("check", "models", "--deployment", "multi-model", "--baseline", "known.json")
        #expect(report.rules == ["wrapped-in-directory"])
        #expect(report.findings.first?.json["key"] as? String == "b.tar.gz")
    }

    @Test func listings() throws {
        try writeRequest()
        try folder.write("keys.txt", "mme/\nmme/eu/\nmme/eu/a.tar.gz\nmme/b.tar.gz\nmme/notes.txt\n")
        for deployment in [[], ["--deployment", "multi-model"]] {
            let report = try optml.report(["check-request", "request.json", "--listing", "keys.txt"] + deployment)
            #expect(report.rules == ["not-a-model-archive"] && report.status == 0)
            #expect((report.json["models"] as? [String: Any])?["total"] as? Int == 2)
        }
        let check = try optml.report(
            "check", "--listing", "keys.txt", "--s3-uri", "s3://mybucket/mme/", "--deployment", "multi-model")
        #expect(check.rules == ["not-a-model-archive"])
        #expect((check.json["summary"] as? [String: Any])?["objects"] as? Int == 5)
        // Of one model, all of that is wrong.
        let single = try optml.report("check", "--listing", "keys.txt", "--s3-uri", "s3://mybucket/mme/")
        #expect(single.rules.contains("folder-marker") && single.rules.contains("nested-archive"))
    }

    @Test func oneArchiveOfMany() throws {
        try archive("a.tar.gz", "a/1/saved_model.pb")
        try writeRequest()
        let alone = try optml.report("check", "a.tar.gz")
        #expect(alone.rules == ["framework-not-told"])
        for arguments in [
            ["check", "a.tar.gz", "--deployment", "multi-model", "--s3-uri", "s3://mybucket/mme/"],
            ["check-request", "request.json", "--source", "a.tar.gz"],
        ] {
            let report = try optml.report(arguments)
            #expect(report.rules == ["wrapped-in-directory"] && report.status == 1)
            #expect(report.findings.first?.json["severity"] as? String == "error")
        }
    }

    @Test func requestsForMany() throws {
        try archive("models/a.tar.gz", "1/saved_model.pb")
        let common = [
            "create-model", "models", "--s3-uri", "s3://mybucket/mme/", "--model-name", "m", "--image", image,
            "--role-arn", "arn:aws:iam::123456789012:role/sagemaker", "--model-data-url", "--mode", "MultiModel",
        ]
        for deployment in [[], ["--deployment", "multi-model"]] {
            let result = try optml.run(common + deployment)
            #expect(result.status == 0 && result.errorText == "", "\(result.errorText)")
            #expect(result.text.contains(#""ModelDataUrl": "s3://mybucket/mme/""#))
        }
        try folder.write("base.json", #"{"PrimaryContainer": {"Mode": "MultiModel"}}"#)
        let base = try optml.run(Array(common.dropLast(2)) + ["--base", "base.json"])
        #expect(base.status == 0 && base.errorText == "", "\(base.errorText)")
    }

    @Test func deploymentsThatTakeOnlyArchives() throws {
        try folder.write("m/weights", "x")
        try archive("m.tar.gz", "weights")
        let directory = try optml.report("check", "m", "--deployment", "serverless")
        #expect(directory.rules == ["create-model-deployment-without-source"] && directory.status == 1)
        #expect(try optml.report("check", "m", "--deployment", "endpoint").rules == [])
        #expect(try optml.report("check", "m.tar.gz", "--deployment", "serverless").rules == [])
        try optml.run("check", "m", "--deployment", "multi-model", "--with-layout").expectFailure(64, "multi-model")
    }
}
