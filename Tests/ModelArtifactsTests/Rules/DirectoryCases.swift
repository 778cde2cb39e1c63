import TestSupport

@testable import ModelArtifacts

extension RuleCase {
    static let directories: [RuleCase] = [
        .bad("unreadable-file", "permission", .entry("a", .unreadable("permission denied"))),
        .good("unreadable-file", "files", .directory(["a"])),
        .bad("broken-symlink", "no target", .entry("a", .brokenSymbolicLink(target: "b"))),
        .good("broken-symlink", "a target", .entry("a", .symbolicLink(target: "b", .inside))),
        .bad("symlink-cycle", "itself", .entry("a", .symbolicLinkCycle(target: "."))),
        .good("symlink-cycle", "a target", .entry("a", .symbolicLink(target: "b", .inside))),
        .bad("special-file", "a FIFO", .entry("a", .special(.fifo))),
        .good("special-file", "files", .directory(["a"])),
        .bad("symlink", "inside", .entry("a", .symbolicLink(target: "b", .inside))),
        .bad("symlink", "a Hugging Face cache", .entry("a", .symbolicLink(target: "../../blobs/b", .huggingFaceCache))),
        .good("symlink", "outside", .entry("a", .symbolicLink(target: "/b", .outside))),
        .bad("external-symlink", "outside", .entry("a", .symbolicLink(target: "/b", .outside))),
        .good("external-symlink", "a cache", .entry("a", .symbolicLink(target: "../../blobs/b", .huggingFaceCache))),
        .good(
            "empty-directory", "assets of a SavedModel",
            .directory(["1/saved_model.pb"], entries: [DirectoryEntry(path: "1/assets", kind: .emptyDirectory)])),
        .bad(
            "empty-directory", "assets of something else",
            .directory(["a"], entries: [DirectoryEntry(path: "1/assets", kind: .emptyDirectory)])),
        .bad("empty-directory", "under a prefix", .entry("a", .emptyDirectory)),
        .good(
            "empty-directory", "packed",
            .directory(
                ["b"], entries: [DirectoryEntry(path: "a", kind: .emptyDirectory)], as: Combination(.object, .gzip))),
    ]

    private static let pointer = """
        version https://git-lfs.github.com/spec/v1
        oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
        size 1234567890

        """
    private static let key = "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\n"

    private static func file(_ path: ByteString, _ text: String) -> Artifact {
        .directory([path], contents: [path: text])
    }

    static let leftovers: [RuleCase] = [
        .bad("platform-metadata", ".DS_Store", .directory(["a/.DS_Store", "b"])),
        .bad("platform-metadata", "AppleDouble", .archive("._weights", "weights")),
        .bad("platform-metadata", "__MACOSX", .directory(["__MACOSX/._a", "a"])),
        .bad("platform-metadata", "Windows", .directory(["Thumbs.db", "a"])),
        .bad("platform-metadata", "beside a model", .archive("._weights", "weights", "__MACOSX/._weights"), .warning),
        .bad("platform-metadata", "nothing else", .archive(".DS_Store", "__MACOSX/._a")),
        .bad("platform-metadata", "nothing else in a listing", .listing("s3://mybucket/m/", ["m/.DS_Store"])),
        .good("platform-metadata", "alike names", .directory(["._", "DS_Store", "_MACOSX/a", "thumbs"])),
        .bad("development-leftover", ".git", .directory([".git/HEAD", ".git/objects/aa/bb", "a"])),
        .bad("development-leftover", "__pycache__", .archive("code/__pycache__/a.pyc", "code/a.py")),
        .bad("development-leftover", "a download", .directory(["weights.incomplete", "a"])),
        .bad("development-leftover", "a cache", .directory([".cache/huggingface/x", "a"])),
        .bad(
            "development-leftover", "a download by aria2", .directory(["m.safetensors", "m.safetensors.aria2"]),
            .warning),
        .bad(
            "development-leftover", "a download by the AWS CLI",
            .directory(["m.safetensors", "model.safetensors.0aB1c2D3"]), .warning),
        .good("development-leftover", "a checksum", .directory(["m.safetensors", "model.safetensors.0ab1c2d3"])),
        .bad(
            "development-leftover", "an environment of another name",
            .directory(["code/venv/pyvenv.cfg", "code/venv/lib/a.py", "w"]), .warning),
        .good("development-leftover", "an environment at the top", .directory(["pyvenv.cfg", "w"])),
        .good("development-leftover", "kept names", .directory([".gitattributes", ".gitkeep", "a/.keep", ".part"])),
        .bad("secret-file", ".env", .directory(["code/.env", "a"])),
        .bad("secret-file", "AWS", .directory([".aws/credentials", "a"])),
        .bad("secret-file", "Docker", .listing("s3://mybucket/a/", ["a/home/.docker/config.json"])),
        .bad("secret-file", "a private key", file("server.key", key)),
        .good("secret-file", "a certificate", file("ca.pem", "-----BEGIN CERTIFICATE-----\nMIIE\n")),
        .good(
            "secret-file", "alike names",
            .directory(["config.json", "credentials", "x.aws/credentials", "id_rsa.pub", ".env/a"])),
        .bad("git-lfs-pointer", "a pointer", file("model.safetensors", pointer)),
        .good("git-lfs-pointer", "a file", .directory(["model.safetensors": TinyModel.safetensors()])),
        .bad(
            "git-lfs-pointer", "written on Windows",
            file("tokenizer.json", pointer.replacing("\n", with: "\r\n"))),
        .bad(
            "git-lfs-pointer", "UTF-16",
            .directory(["model.bin": [0xFF, 0xFE] + pointer.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }])),
        .bad(
            "git-lfs-pointer", "of the first release",
            file("model.onnx", pointer.replacing("git-lfs.github.com", with: "hawser.github.com"))),
        .good(
            "git-lfs-pointer", "a text about it",
            file("notes", "version https://git-lfs.github.com/spec/v1\n" + String(repeating: "x", count: 80))),
        .good("git-lfs-pointer", "a long file", file("notes", pointer + String(repeating: "x", count: 1024))),
        .bad("config-in-artifact", "at the top", .directory([".optml.json", "a"])),
        .bad("config-in-artifact", "in an archive", .archive("code/.optml.json", "a")),
        .good("config-in-artifact", "another name", .directory(["a.optml.json", "optml.json"])),
    ]
}
