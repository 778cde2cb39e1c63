import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// Other tools unpack what `optml pack` packs to the tree that was packed: names, contents, modes.
@Suite(
    .enabled(
        if: [Peer.gnuTar, .bsdtar, .gzip, .python].allSatisfy(\.isWanted),
        "tar, bsdtar, gzip or Python is not installed"))
struct PackedTreeTests {
    enum Unpacker: CaseIterable {
        case gnuTar, bsdtar, tarfile

        func unpack(_ archive: String, to folder: String) throws {
            switch self {
            case .gnuTar: try run(.gnuTar, ["-xpzf", archive, "-C", folder])
            case .bsdtar: try run(.bsdtar, ["-xpzf", archive, "-C", folder])
            case .tarfile: _ = try PythonScript.tarball.run(["unpack", archive, folder])
            }
        }

        private func run(_ peer: Peer, _ arguments: [String]) throws {
            var command = try peer.command()
            command.environment["LC_ALL"] = "C.UTF-8"
            let result = try command.run(arguments)
            // Silence too: GNU tar warns of what it finds odd.
            guard result.status == 0, result.errorText == "" else { throw PeerFailed(name: peer.name, result: result) }
        }
    }

    /// A tree with everything that is hard to write in a header.
    static func makeTree(in folder: TemporaryDirectory) throws {
        var content = SplitMix64(seed: 4)
        let names = [100, 101, 155, 156, 255].map { String(repeating: "n", count: $0) }
        for name in names { try folder.write("m/\(name)", content.data(100)) }
        for length in [99, 100, 101, 155, 156] {
            try folder.write("m/" + String(repeating: "d", count: length) + "/" + names[0], content.data(10))
        }
        try folder.write("m/ünï/日本/🎉.txt", "text\n")
        try folder.write("m/" + String(repeating: "é", count: 120), content.data(1))
        for name in ["line\nfeed", " blank ", "back\\slash", "quote\"'", "-dash", "%41", "*", "tab\t"] {
            try folder.write("m/\(name)", name)
        }
        for size in [0, 1, 511, 512, 513, 1_048_559, 1_048_560, 1_048_561] {
            try folder.write("m/size-\(size)", content.data(size))
        }
        try folder.write("m/vocabulary.txt", (0..<100_000).map { "word \($0 * 31 % 9973)\n" }.joined())
        try folder.write("m/run.sh", "#!/bin/sh\n")
        let script = """
            cd '\(folder.path)/m' && chmod 700 run.sh && chmod 600 size-1 && chmod 640 size-511 && truncate -s 20M sparse
            printf end >>sparse && mkdir -p empty/directory deep && cd deep || exit 1
            for i in $(seq 300); do mkdir level$i && cd level$i || exit 1; done; printf x >bottom
            """
        guard try Command("/bin/bash").run("-c", script).status == 0 else { throw PeerFailed("cannot make the tree") }
    }

    /// What a tree holds: kinds, names, and modes as they are packed.
    static func listing(_ folder: String) throws -> String {
        let script = """
            cd "$1" && find . -mindepth 1 -type d -printf '%y %p\\0' -o -perm -u+x -printf '%y 755 %s %p\\0' -o -printf '%y 644 %s %p\\0' \
            | LC_ALL=C sort -z | tr '\\0\\n' '\\n|'
            """
        return try Command("/bin/bash").run("-c", script, "bash", folder).text
    }

    @Test(arguments: ["auto", "fast", "store", "6"]) func unpacksToTheSameTree(_ level: String) throws {
        let folder = try TemporaryDirectory()
        try Self.makeTree(in: folder)
        let archive = folder.path + "/m.tar.gz"
        let packed = try Command.optml.run("pack", folder.path + "/m", "-o", archive, "--level", level)
        #expect(packed.status == 0, "\(packed.errorText)")
        for peer in [Peer.gzip, .pigz] where peer.isWanted {
            let result = try peer.command().run("-t", archive)
            #expect(result.status == 0 && result.errorText == "", "\(peer.name): \(result.errorText)")
        }
        let expected = try Self.listing(folder.path + "/m")
        for unpacker in Unpacker.allCases {
            let target = folder.path + "/\(unpacker)"
            try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
            try unpacker.unpack(archive, to: target)
            #expect(try Self.listing(target) == expected, "\(unpacker)")
            let difference = try Command("/usr/bin/diff").run("-r", folder.path + "/m", target)
            #expect(difference.status == 0, "\(unpacker): \(difference.text.prefix(2000))")
            let modes = try Command("/bin/bash").run(
                "-c", "cd \"$1\" && find . -type f ! -perm 644 ! -perm 755; stat -c %a run.sh size-1 size-511", "bash",
                target)
            #expect(modes.text == "755\n644\n644\n", "\(unpacker): \(modes.text)")
        }
        let (status, report) = try Optml.report(["check", archive, "--etags"])
        #expect(status == 0 && report.findings.map(\.rule) == ["backslash-in-name"])
    }

    @Test func twentyThousandFiles() throws {
        let folder = try TemporaryDirectory()
        let script =
            "mkdir -p \"$1\"/d{0..99} && for d in \"$1\"/d*; do (cd $d && for i in {0..199}; do echo $i >f$i; done); done"
        #expect(try Command("/bin/bash").run("-c", script, "bash", folder.path + "/m").status == 0)
        let archive = folder.path + "/m.tar.gz"
        #expect(try Command.optml.run("pack", folder.path + "/m", "-o", archive).status == 0)
        for unpacker in Unpacker.allCases {
            let target = folder.path + "/\(unpacker)"
            try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
            try unpacker.unpack(archive, to: target)
            #expect(try Command("/usr/bin/diff").run("-r", folder.path + "/m", target).status == 0, "\(unpacker)")
        }
    }

    @Test func keptLinks() throws {
        let folder = try TemporaryDirectory()
        try folder.write("m/d/file", "x")
        let long = String(repeating: "d/../", count: 30) + "d/file"
        for (name, target) in [("link", "d/file"), ("long", long), ("dir", "d"), ("ü", "d/../ü2")] {
            try FileManager.default.createSymbolicLink(atPath: folder.path + "/m/" + name, withDestinationPath: target)
        }
        try folder.write("m/ü2", "y")
        let archive = folder.path + "/m.tar.gz"
        #expect(try Command.optml.run("pack", folder.path + "/m", "-o", archive, "--keep-symlinks").status == 0)
        for unpacker in Unpacker.allCases {
            let target = folder.path + "/\(unpacker)"
            try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
            try unpacker.unpack(archive, to: target)
            let difference = try Command("/usr/bin/diff").run("-r", "--no-dereference", folder.path + "/m", target)
            // tarfile's filter tidies the text of links up in newer versions.
            #expect(difference.status == 0 || unpacker == .tarfile, "\(unpacker): \(difference.text)")
            #expect(try String(contentsOfFile: target + "/long", encoding: .utf8) == "x", "\(unpacker)")
        }
    }
}

/// The ETag that packing prints is what S3 gives the archive.
@Suite(.enabled(if: MotoServer.isWanted, .init(rawValue: MotoServer.hint)))
struct PackedETagTests {
    @Test(arguments: [("store", 20_000_000), ("fast", 20_000_000), ("auto", 9_000_000), ("store", 1000)])
    func isThatOfTheUpload(_ level: String, _ size: Int) throws {
        let folder = try TemporaryDirectory()
        var content = SplitMix64(seed: 8)
        try folder.write("m/weights.bin", content.data(size))
        try folder.write("m/config.json", "{}")
        let archive = folder.path + "/model.tar.gz"
        let packed = try Command.optml.run("pack", folder.path + "/m", "-o", archive, "--level", level)
        let bucket = "packed-\(level)-\(size)"
        let aws = try AWS()
        try aws.run("s3", "mb", "s3://\(bucket)")
        try aws.run("s3", "cp", "--only-show-errors", archive, "s3://\(bucket)/model.tar.gz")
        let etag = try #require(try aws.etags(bucket: bucket, prefix: "").values.first)
        #expect(packed.errorText.contains("\nETag \(etag) (aws-cli"), "\(packed.errorText)")
    }
}
