import Testing

@testable import ModelArtifacts

/// The finer points of rules about sources as a whole, and about files that hold nothing.
@Suite struct SourceRuleTests {
    private func findings(_ rule: String, _ artifact: Artifact) -> [Finding] {
        artifact.findings().filter { $0.rule == rule }
    }

    @Test func nothingArrives() {
        let said = { (artifact: Artifact) in findings("no-objects", artifact).first }
        #expect(said(.directory([]))?.message == "'model' holds no files, so nothing would arrive")
        #expect(
            said(.archive([.member("d", .directory)]))?.message
                == "'model.tar.gz' holds no files, so nothing would be unpacked")
        // What it holds makes no file of the model.
        #expect(
            said(.archive([.member("../a"), .member("d", .directory), .member("b/../../c")]))?.message
                == "'model.tar.gz' holds no files for the model directory: 2 members lie outside of it")
        #expect(
            said(.archive([.member("a", .fifo), .member("../b"), .member(.many("c/", 2100))]))?.message
                == "'model.tar.gz' holds no files for the model directory: 1 member lies outside of it, 1 member has a path that is "
                + "too long, 1 member is a device or a FIFO")
        #expect(said(.archive([.member("../a"), .member("b")])) == nil)
        #expect(
            said(.file("w", size: 0, "empty"))?.message == "'w' is an empty file"
                && said(.file("w", size: 1, "x")) == nil)
        let listing = { (uri: ByteString, keys: [ByteString], combination: Combination) in
            said(.listing(uri, keys, as: combination))
        }
        let (prefix, object) = (Combination(.prefix, .none), Combination(.object, .none))
        let none = listing("s3://mybucket/m/", ["n/a", "o"], prefix)
        #expect(
            none?.message
                == "'s3://mybucket/m/' has nothing in the listing: of 2 keys none begins with 'm/'")
        #expect(none?.help.hasSuffix("put it in front of each, as by `sed 's|^|m/|'`") ?? false)
        var made = Artifact.listing("s3://mybucket/m/", ["n"])
        made.subject.listingFormat = .awsS3Ls
        #expect(said(made)?.help.contains("`aws s3 ls --recursive s3://mybucket/m/`") ?? false)
        made = Artifact.listing("s3://mybucket/m.tar.gz", ["n.tar.gz"], as: object)
        made.subject.listingFormat = .awsS3Ls
        #expect(said(made)?.help.contains("--recursive") ?? false)
        made = Artifact.listing("s3://mybucket/m/", ["n"])
        made.subject.listingFormat = .json
        #expect(said(made)?.help.hasSuffix("put it in front of each") ?? false)
        let strange = listing("s3://mybucket/m&/", ["a"], prefix)
        #expect(strange?.help.hasSuffix("put it in front of each") ?? false)
        #expect(listing("s3://mybucket/m/", [], prefix)?.help == NoObjects.rule.remedy)
        #expect(none?.location.key == "m/" && none?.severity == .error)
        #expect(listing("s3://mybucket/m/", [], prefix)?.message == "'s3://mybucket/m/' has no objects below it")
        #expect(listing("s3://mybucket/", [], prefix)?.location.key == nil)
        #expect(
            listing("s3://mybucket/m", ["n"], object)?.message == "'s3://mybucket/m' is not among the objects listed")
        #expect(
            listing("s3://mybucket/m", ["n"], object)?.location.key == "m"
                && listing("s3://mybucket/m", ["m"], object) == nil)
        // What an archive in a bucket holds is not known.
        #expect(listing("s3://mybucket/m.tar.gz", ["m.tar.gz"], Combination(.object, .gzip)) == nil)
        #expect(listing("s3://mybucket/m.tar.gz", ["n"], Combination(.object, .gzip)) != nil)
        // Other rules say what is wrong with these.
        #expect(listing("s3://mybucket/m/", [], object) == nil && said(.directory([], as: object)) == nil)
        #expect(listing("s3://mybucket/m/", [], Combination(.prefix, .gzip)) == nil)
        #expect(said(.file("m.tar.gz", size: 0, "empty", isNamedTarGzip: true)) == nil)
        let outcome = ArchiveOutcome(damage: .init(message: "cut off", byteOffset: 1, afterMember: nil))
        #expect(said(.archive([], outcome: outcome)) == nil)
        let many = { (keys: [ByteString]) in said(Artifact.listing("s3://mybucket/m/", keys).hosting(.many)) }
        #expect(many(["m/a.txt"])?.severity == .warning && many(["m/a.tar.gz"]) == nil)
        #expect(many([])?.message == "'s3://mybucket/m/' has no archive of a model below it")
    }

    /// Names that stand for weights, of files without a byte.
    @Test func emptyWeights() {
        let said = { (name: String, size: Int64?) in
            findings("empty-weights", .listing("s3://mybucket/m/", [ByteString("m/" + name)], size: size)).count
        }
        for name in [
            "a.safetensors", "a.gguf", "a.onnx", "a.onnx_data", "a.onnx.data", "a.pt", "a.pth", "a.pt2", "a.ckpt",
            "a.h5", "a.hdf5",
            "a.keras", "a.tflite", "a.plan", "a.engine", "a.ubj", "a.npz", "a.npy", "saved_model.pb", "model.bin",
            "my_weights.bin",
            "flax_model.msgpack", "xgboost-model", "a.xgb", "a.joblib", "a.pkl", "a.pickle", "config.json",
            "x/tokenizer.json",
            "variables.index",
        ] {
            #expect(said(name, 0) == 1, "\(name)")
            #expect(said(name, 1) == 0 && said(name, nil) == 0, "\(name)")
        }
        for name in [
            "a.bin", "a.msgpack", "myconfig.json", "atokenizer.json", "a.model", "xgboost-models", "a.txt", "apkl",
        ] {
            #expect(said(name, 0) == 0, "\(name)")
        }
        #expect(findings("empty-weights", .archive([.member("a.pt", .symbolicLink, to: "b"), .member("b")])).isEmpty)
        // The parts of TensorFlow's variables may be empty, but not all of them.
        let variables = { (sizes: [Int64]) in
            var artifact = Artifact.listing(
                "s3://mybucket/m/", ["m/1/saved_model.pb", "m/1/variables/variables.index"])
            for (index, size) in sizes.enumerated() {
                artifact.keys.append(
                    (ByteString("m/1/variables/variables.data-0000\(index)-of-0000\(sizes.count)"), size))
            }
            return findings("empty-weights", artifact).count
        }
        #expect(variables([0, 10]) == variables([10, 10]) && variables([0, 0]) > variables([0, 10]))
    }

    /// Only a directory that Triton waits for is an error, and only where no framework is told.
    @Test func emptyDirectories() {
        let severities = {
            (files: [ByteString], empty: [ByteString], combination: Combination, framework: Framework?) in
            findings(
                "empty-directory",
                Artifact.directory(
                    files, entries: empty.map { DirectoryEntry(path: $0, kind: .emptyDirectory) }, as: combination
                )
                .with { $0.container = framework.map { Container(framework: $0) } }
            ).map(\.severity)
        }
        let prefix = Combination(.prefix, .none)
        #expect(severities(["p/config.pbtxt"], ["p/1"], prefix, nil) == [.error])
        #expect(severities(["p/config.pbtxt"], ["p/1"], prefix, .triton) == [.note])
        #expect(severities(["p/config.pbtxt"], ["p/1"], Combination(.object, .gzip), nil) == [])
        #expect(severities(["p/config.pbtxt"], ["p/1", "p/2"], prefix, nil) == [.error, .error])
        #expect(severities(["p/xconfig.pbtxt"], ["p/1"], prefix, nil) == [.note])
        #expect(severities(["p/config.pbtxt", "p/1a/w"], ["p/1"], prefix, nil) == [.error])
        #expect(severities(["config.pbtxt"], ["p/1"], prefix, nil) == [.note])
        #expect(severities(["a"], ["b", "1"], prefix, nil) == [.note, .note])
    }

    /// What the archive would be packed from is named as it lies on the disk.
    @Test func packingOfDirectories() {
        let help = { (files: [ByteString], location: ByteString) in
            findings(
                "wrapped-in-directory",
                Artifact.directory(files, as: Combination(.object, .gzip)).with { $0.location = location }
            ).first?.help ?? ""
        }
        #expect(help(["m/a", "m/b"], "model").contains("-C model/m ."))
        #expect(help(["m/a", "m/b"], "model/").contains("-C model/m ."))
        #expect(
            help(["v1/saved_model.pb"], "model").contains(
                "`mv model/v1 model/1`, then `tar -czf model.tar.gz -C model 1`"))
        let found = { (names: [ByteString]) in
            findings("wrapped-in-directory", .archive(names.map { .member($0) })).count
        }
        #expect(found(["m/MAR-INF/MANIFEST.json", "m/h.py"]) == 0 && found(["m/x/MANIFEST.json", "m/h.py"]) == 1)
        #expect(found(["m/x/MAR-INF/MANIFEST.json", "m/h.py"]) == 1 && found(["m/serving.properties", "m/w"]) == 0)
        #expect(
            found(["m/x/serving.properties", "m/w"]) == 1 && found(["m/model.py"]) == 0 && found(["m/xmodel.py"]) == 1)
        #expect(found(["m/config.pbtxt", "m/1/w"]) == 0 && found(["m/n/config.pbtxt", "m/n/1/w"]) == 1)
        #expect(found(["m/1/saved_model.pb"]) == 0 && found(["m/x/saved_model.pb"]) == 1 && found(["m/w", "._m"]) == 1)
        #expect(found(["m/w", "__MACOSX/m/._w"]) == 1 && found(["m/w", "n/w"]) == 0 && found(["m/w", "w"]) == 0)
        #expect(found(["12/w"]) == 0 && found(["code/w"]) == 0 && found(["codes/w"]) == 1)
        // Of many models, TensorFlow's are told apart by what serves them.
        let many = { (framework: Framework?) in
            findings(
                "wrapped-in-directory",
                Artifact.archive("m/1/saved_model.pb").with {
                    $0.hosting = .oneOfMany
                    $0.container = framework.map { Container(framework: $0) }
                }
            ).map(\.severity)
        }
        #expect(many(nil) == [.error] && many(.tensorFlowServing) == [.error] && many(.pytorch) == [])
        let deep = Artifact.archive("m/w").with { $0.hosting = .oneOfMany }
        #expect(
            findings("wrapped-in-directory", deep).first?.message.hasSuffix("land in the model's directory/m/") ?? false
        )
    }
}
