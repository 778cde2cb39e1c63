import Foundation
import ModelArtifacts
import TestSupport

/// The AWS CLI, speaking to moto.
struct AWS {
    /// An object as S3 lists it.
    struct Object: Decodable {
        let Key: String
        let ETag: String
        let Size: Int64
    }

    private struct Page: Decodable {
        let Contents: [Object]?
    }

    /// What programs need that speak to moto.
    let environment: [String: String]

    /// - Parameter config: the path of a configuration file.
    init(config: String? = nil) throws {
        var environment = try MotoServer.shared.environment
        if let config { environment["AWS_CONFIG_FILE"] = config }
        self.environment = environment
    }

    /// Runs the CLI and returns what it printed.
    ///
    /// - Throws: `PeerFailed` if it fails.
    @discardableResult
    func run(_ arguments: [String]) throws -> Data {
        let result = try PythonCopies.shared.run(
            Peer.aws.command().program, arguments, environment: environment)
        guard result.status == 0 else {
            throw PeerFailed(name: "aws \(arguments.joined(separator: " "))", result: result)
        }
        return result.output
    }

    /// Runs the CLI and returns what it printed.
    @discardableResult
    func run(_ arguments: String...) throws -> Data { try run(arguments) }

    /// What a prefix holds: ETags by key.
    func etags(bucket: String, prefix: String) throws -> [ByteString: String] {
        let listing = try run("s3api", "list-objects-v2", "--bucket", bucket, "--prefix", prefix)
        let objects = try JSONDecoder().decode(Page.self, from: listing).Contents ?? []
        return Dictionary(
            uniqueKeysWithValues: objects.map {
                (ByteString($0.Key), $0.ETag.replacing("\"", with: ""))
            })
    }
}
