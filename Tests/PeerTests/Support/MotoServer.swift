import Foundation
import TestSupport

/// S3 and SageMaker by moto on 127.0.0.1, started by the first test that needs it and ended with this process.
final class MotoServer: Sendable {
    /// Whether tests with the server run.
    static let isWanted = [Peer.python, .aws, .motoServer].allSatisfy(\.isWanted)
    static let hint = "moto, the AWS CLI or boto3 is not installed; Tests/run installs them"

    private static let started = Result { try MotoServer() }

    /// The one server of all tests.
    static var shared: MotoServer { get throws { try started.get() } }

    let endpoint: String
    private let process = Process()
    /// The server ends when this pipe does, even if this process crashes.
    private let lifeline = Pipe()

    private init() throws {
        let output = Pipe()
        process.executableURL = URL(filePath: try Peer.python.command().program)
        process.arguments = [PythonScript.serve.path]
        process.environment = Self.credentials
        process.standardInput = lifeline
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var line = Data()
        while !line.contains(UInt8(ascii: "\n")) {
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else { throw PeerFailed("moto ended before it served") }
            line += piece
        }
        guard let port = Int(String(decoding: line.dropLast(), as: UTF8.self)) else { throw PeerFailed("no port") }
        endpoint = "http://127.0.0.1:\(port)"
    }

    /// What clients need; nothing of the machine's own configuration.
    var environment: [String: String] {
        var environment = Self.credentials
        environment["AWS_ENDPOINT_URL"] = endpoint
        return environment
    }

    private static let credentials = [
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
        "HOME": "/nonexistent",
        "LC_ALL": "C.UTF-8",
        "PYTHONUTF8": "1",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_CONFIG_FILE": "/dev/null",
        "AWS_SHARED_CREDENTIALS_FILE": "/dev/null",
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_PAGER": "",
        "NO_PROXY": "127.0.0.1",
    ]
}
