import Testing

@testable import ModelArtifacts

/// Every name that the rules about leftovers know, and the names beside them.
@Suite struct LeftoverRuleTests {
    private func findings(_ rule: String, _ artifact: Artifact) -> [Finding] {
        artifact.findings().filter { $0.rule == rule }
    }

    private func said(_ rule: String, _ path: String, size: Int64? = 10) -> Int {
        findings(rule, .listing("s3://mybucket/m/", ["m/" + ByteString(path), "m/weights.dat"], size: size)).count
    }

    @Test(
        arguments: [
            (
                "development-leftover",
                [
                    ".git/HEAD", "a/.git/x", "__pycache__/a", ".ipynb_checkpoints/a", ".venv/a", ".cache/huggingface/a",
                    "a/.cache/huggingface/b", "a.pyc", "b/a.incomplete", "a.part",
                    "a.crdownload", "b/model.safetensors.aria2", "b/model.safetensors.6eF3a1B2",
                    "model.tar.gz.ABCDEFa0",
                ],
                [
                    ".gitattributes", ".gitkeep", ".keep", ".git", "git/a", ".pyc", ".part", "a.pyc/b", "huggingface/a",
                    ".cache/a",
                    "x.cache/huggingface/b", "a.parts", ".aria2", "a.aria2/b",
                    "model.safetensors.20261201", "model.safetensors.6ef3a1b2", "model.safetensors.6EF3A1B2",
                    "model.safetensors.6eF3a1B2x", "model.safetensors.6eF3a1G2", "model.safetensors.6eF3a1B",
                    "model.safetensors.6eF3a1B2/a", "model.safetensors.index.json",
                ]
            ),
            (
                "platform-metadata", [".DS_Store", "a/._b", "__MACOSX/a", "Thumbs.db", "a/desktop.ini"],
                ["._", "DS_Store", "a._b", "thumbs", "a.db", "MACOSX/a", "._a.crc"]
            ),
            (
                "secret-file",
                [
                    ".env", ".netrc", "a/.pypirc", "id_rsa", "a/id_ed25519", ".aws/credentials", ".huggingface/token",
                    "a/.docker/config.json",
                ],
                [
                    "env", "netrc", "id_rsa.pub", "aws/credentials", "credentials", "token", "huggingface/token",
                    "docker/config.json", ".env/a",
                ]
            ),
            (
                "training-leftover",
                [
                    "optimizer.pt", "optimizer.bin", "scheduler.pt", "trainer_state.json",
                    "training_args.bin", "rng_state.pth",
                    "rng_state_0.pth", "events.out.tfevents.1",
                ],
                [
                    "my_optimizer.pt", "scaler.pt", "optimizer.pth", "scheduler.json", "rng_state.json",
                    "my_events.out.tfevents",
                    "optimizer.pt/a",
                ]
            ),
            (
                "hadoop-marker",
                ["a_$folder$", "_SUCCESS", "a/.b.crc", ".ab.crc", "_started_123456789", "_committed_123456789"],
                [
                    "a.crc", "..crc", ".crc", "SUCCESS", "a$folder$", "_started_12345678", "_committed_12345678a",
                    "_committed_vacuum",
                ]
            ),
            ("config-in-artifact", [".optml.json", "a/.optml.json"], ["optml.json", "a.optml.json", ".optml.json/a"]),
            ("dvc-pointer", ["a.dvc", "b/a.dvc", ".dvc/a"], [".dvc", "a.dvc/b", "advc"]),
            (
                "zone-identifier",
                [
                    "a:Zone.Identifier", "a#Uf03aZone.Identifier", "a.Zone.Identifier", "a_Zone.Identifier",
                    "a%3AZone.Identifier",
                ],
                ["Zone.Identifier", "aZone.Identifier", "a:Zone.Identifiers", "a:Zone.Identifier/b"]
            ),
        ] as [(String, [String], [String])])
    func names(_ rule: String, _ bad: [String], _ good: [String]) {
        for path in bad { #expect(said(rule, path) == 1, "\(path)") }
        for path in good { #expect(said(rule, path) == 0, "\(path)") }
    }

    /// Of what lies in such a directory, only the directory is told.
    @Test func directoriesStandForTheirFiles() {
        for (rule, directory, inside) in [
            ("development-leftover", ".git", ["__pycache__/a", "b.pyc"]),
            ("platform-metadata", "__MACOSX", [".DS_Store", "._a"]),
            ("dvc-pointer", ".dvc", ["a.dvc", "tmp/.dvc/b"]),
            ("training-leftover", "checkpoint-5", ["optimizer.pt", "checkpoint-6/a"]),
        ] as [(String, ByteString, [ByteString])] {
            let files = inside.map { directory + "/" + $0 } + ["weights.dat", "model.safetensors"]
            let found = findings(rule, .directory(files))
            #expect(
                found.map(\.location.path) == ["/opt/ml/model/" + directory] && found.map(\.count) == [2], "\(rule)")
        }
    }

    @Test func checkpoints() {
        let severities = { (files: [(ByteString, Int64?)]) in
            var artifact = Artifact.listing("s3://mybucket/m/", [])
            artifact.keys = files.map { ("m/" + $0.0, $0.1) }
            return findings("training-leftover", artifact).map(\.severity)
        }
        let weights =
            [
                "model.safetensors", "pytorch_model.bin", "adapter_model.bin", "tf_model.h5", "a.gguf",
                "1/saved_model.pb",
            ] as [ByteString]
        for name in weights { #expect(severities([(name, 1000), ("checkpoint-5/x", 1)]) == [.note], "\(name)") }
        #expect(severities([("model-00001-of-00002.safetensors", 1000), ("global_step7/x", 1)]) == [.note])
        for directory in [
            "checkpoint-5", "global_step70", "a/checkpoint-10", "wandb/run-1", "a/wandb/offline-run-1", "wandb", "runs",
        ]
            as [ByteString]
        {
            #expect(severities([("model.safetensors", 1000), (directory + "/x", 1)]) == [.note], "\(directory)")
        }
        for directory in [
            "checkpoint-", "checkpoint-best", "checkpoint-1a", "global_stepa", "xcheckpoint-1", "run-1", "xwandb/run-1",
            "a/wandb/x", "a/runs", "xruns", "wandb-x",
        ] as [ByteString] {
            #expect(severities([("model.safetensors", 1000), (directory + "/x", 1)]) == [], "\(directory)")
        }
        // More than a tenth of all bytes is more than a note.
        #expect(severities([("model.safetensors", 900), ("checkpoint-5/x", 100)]) == [.note])
        #expect(severities([("model.safetensors", 899), ("checkpoint-5/x", 101)]) == [.warning])
        #expect(
            severities([("model.safetensors", 80), ("checkpoint-5/x", 10), ("optimizer.pt", 10)]) == [.note, .note])
        #expect(severities([("model.safetensors", nil), ("optimizer.pt", nil)]) == [.note])
        // Where there are no other weights, a checkpoint is the model.
        #expect(severities([("checkpoint-5/model.safetensors", 10), ("config.json", 10)]) == [])
        #expect(severities([("checkpoint-5/model.safetensors", 10), ("optimizer.pt", 10)]) == [.warning])
    }

    /// A text of git-annex has the length of a path.
    @Test func pointersOfAnnex() {
        let pointer = { (name: ByteString, length: Int) in
            let text = "/annex/objects/" + String(repeating: "k", count: length - 15)
            return findings("git-annex-pointer", .directory([name], contents: [name: text])).count
        }
        #expect([20, 21, 399, 400].map { pointer("a.dat", $0) } == [1, 1, 1, 1])
        #expect([19, 401].map { pointer("a.dat", $0) } == [0, 0])
        // In the place of weights, another rule speaks of it.
        #expect(pointer("a.safetensors", 100) == 0)
        let target = { (target: ByteString, kind: ArchiveMember.Kind) in
            findings("git-annex-pointer", .archive([.member("a", kind, to: target), .member("w")])).count
        }
        #expect(
            target("../.git/annex/objects/a/b", .symbolicLink) == 1
                && target(".git/annex/objects/a", .symbolicLink) == 1)
        #expect(target("git/annex/objects/a", .symbolicLink) == 0 && target(".git/annex/objects/a", .hardLink) == 0)
    }

    @Test func keysInFiles() {
        let secret = { (name: ByteString, text: String) in
            findings("secret-file", .directory([name], contents: [name: text])).count
        }
        for name in ["a.pem", "a.key"] as [ByteString] {
            #expect(
                secret(name, "-----BEGIN PRIVATE KEY-----\nx") == 1
                    && secret(name, "-----BEGIN RSA PRIVATE KEY-----\nx") == 1)
            #expect(secret(name, "-----BEGIN CERTIFICATE-----\nx") == 0)
        }
        #expect(secret("a.txt", "-----BEGIN PRIVATE KEY-----\nx") == 0)
    }
}
