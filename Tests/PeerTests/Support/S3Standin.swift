import Foundation
import ModelArtifacts
import S3
import TestSupport

/// A server that behaves as the test describes it: see `Python/s3_standin.py`. It ends with this value.
final class S3Standin: @unchecked Sendable {
    /// One request that it got.
    struct Asked: Decodable {
        let method: String
        let path, query, host, target: String?
        let headers: [String: String]?
        let signed, tls, isProxied: Bool?
    }

    let port: Int
    let tlsPort: Int?
    let folder: TemporaryDirectory
    private let process = Process()
    /// The server ends when this pipe does, even if this process crashes.
    private let lifeline = Pipe()

    /// - Parameter description: JSON.
    init(_ description: String) throws {
        folder = try TemporaryDirectory()
        let file = try folder.write("standin.json", description.replacing("FOLDER", with: folder.path))
        let output = Pipe()
        process.executableURL = URL(filePath: try Peer.python.command().program)
        process.arguments = [PythonScript.s3Standin.path, file]
        process.environment = ["PYTHONUTF8": "1"]
        process.standardInput = lifeline
        process.standardOutput = output
        try process.run()
        var line = Data()
        while !line.contains(UInt8(ascii: "\n")) {
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else { throw PeerFailed("the stand-in ended before it served") }
            line += piece
        }
        let ports = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        guard let first = ports.first else { throw PeerFailed("no port") }
        (port, tlsPort) = (first, ports.count > 1 ? ports[1] : nil)
    }

    deinit { try? lifeline.fileHandleForWriting.close() }

    var endpoint: String { "http://127.0.0.1:\(port)" }

    /// The environment of a user who has credentials for it, and nothing of this machine's.
    var environment: [String: String] {
        [
            "PATH": "/usr/bin:/bin", "HOME": folder.path, "AWS_ENDPOINT_URL": endpoint, "AWS_ACCESS_KEY_ID": "AK",
            "AWS_SECRET_ACCESS_KEY": "SK", "AWS_REGION": "us-east-1", "AWS_EC2_METADATA_DISABLED": "true",
            "no_proxy": "127.0.0.1",
        ]
    }

    /// Who asks it.
    ///
    /// - Parameter variables: in the place of those of ``environment``; empty ones are taken out.
    func service(_ variables: [String: String] = [:], access: BucketAccess = BucketAccess()) -> ChosenBucketService {
        ChosenBucketService(
            access,
            environment: ProcessEnvironment(
                environment.merging(variables) { $1 }.merging(["OPTML_S3": "native"]) { $1 }),
            userAgent: "optml/test")
    }

    /// The optml command, which finds it.
    func optml(_ variables: [String: String] = [:]) -> Command {
        var command = Command.optml
        command.environment = environment.merging(variables) { $1 }
        return command
    }

    /// What it was asked.
    func log() async throws -> [Asked] {
        guard let library = CurlLibrary.shared else { throw PeerFailed("there is no libcurl") }
        let transport = try CurlTransport(library)
        let response = try await transport.send(
            HTTPRequest(.get, endpoint + "/-/log", headers: [], answerLimit: 64 << 20))
        return try JSONDecoder().decode([Asked].self, from: Data(response.body))
    }
}
