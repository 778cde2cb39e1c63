import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// The optml command, for which `aws` is the pinned one, speaking to moto.
struct BucketOptml {
    private let folder = try? TemporaryDirectory()
    private var command = Command.optml

    /// - Parameter batchSize: how many objects `aws` is made to list at once, in place of as many as it is asked for.
    init(batchSize: Int? = nil) throws {
        command.environment = try MotoServer.shared.environment
        let aws = try Peer.aws.command().program
        var path = URL(filePath: aws).deletingLastPathComponent().path
        if let batchSize, let folder {
            command.environment["OPTML_S3"] = "aws"
            var shell = Command("/bin/sh")
            shell.directory = folder.path
            shell.input = Data(
                """
                #!/bin/sh
                for argument; do
                    shift
                    [ "$argument" = 10000 ] && argument=\(batchSize)
                    set -- "$@" "$argument"
                done
                exec '\(aws)' "$@"

                """.utf8)
            _ = try shell.run("-c", "cat >aws; chmod +x aws")
            path = folder.path
        }
        command.environment["PATH"] = path + ":/usr/bin:/bin"
    }

    func run(_ arguments: [String]) throws -> Command.Result { try command.run(arguments) }

    /// The ETags by key of a manifest.
    func manifest(_ arguments: [String]) throws -> [ByteString: String] {
        let result = try run(["manifest"] + arguments + ["--columns", "key,etag"])
        guard result.status == 0 else { throw PeerFailed(name: "optml manifest", result: result) }
        let rows = try JSONDecoder().decode(
            [[String: String]].self, from: PythonScript.readCSV.run(input: result.output))
        return try Dictionary(
            uniqueKeysWithValues: rows.map { (ByteString(try #require($0["key"])), try #require($0["etag"])) })
    }
}
