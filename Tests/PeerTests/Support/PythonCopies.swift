import Foundation
import TestSupport

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Runs programs of Python in copies of one interpreter (`Python/run_copies.py`), which ends with this process.
final class PythonCopies: Sendable {
    private static let started = Result { try PythonCopies() }

    /// The one interpreter of all tests.
    static var shared: PythonCopies { get throws { try started.get() } }

    private let port: UInt16
    private let process = Process()
    /// The interpreter ends when this pipe does, even if this process crashes.
    private let lifeline = Pipe()

    private struct Request: Encodable {
        let program: String
        let arguments: [String]
        let environment: [String: String]
        let input, output, errors: String
    }

    private init() throws {
        let output = Pipe()
        process.executableURL = URL(filePath: try Peer.python.command().program)
        process.arguments = [PythonScript.runCopies.path]
        process.environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
            "PYTHONUTF8": "1",
        ]
        process.standardInput = lifeline
        process.standardOutput = output
        try process.run()
        var line = Data()
        while !line.contains(UInt8(ascii: "\n")) {
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else { throw PeerFailed("the interpreter ended before it served") }
            line += piece
        }
        guard let port = UInt16(String(decoding: line.dropLast(), as: UTF8.self)) else { throw PeerFailed("no port") }
        self.port = port
    }

    /// Runs a script to its end.
    ///
    /// - Parameters:
    ///   - program: the path of the script.
    ///   - input: its standard input; empty if nil.
    func run(
        _ program: String, _ arguments: [String], input: Data? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> Command.Result {
        let folder = try TemporaryDirectory()
        var environment = environment
        environment[Command.ceilings.variable] = environment[Command.ceilings.variable] ?? Command.ceilings.value
        let request = Request(
            program: program, arguments: arguments, environment: environment,
            input: try folder.write("in", input ?? Data()), output: folder.path + "/out", errors: folder.path + "/err")
        let answer = try ask(try JSONEncoder().encode(request) + Data("\n".utf8))
        guard let status = Int32(String(decoding: answer, as: UTF8.self)) else {
            throw PeerFailed("the copy for \(program) gave no answer")
        }
        return Command.Result(
            waitStatus: status, output: try Data(ofFile: request.output), errors: try Data(ofFile: request.errors))
    }

    /// Sends bytes and returns all that comes back.
    private func ask(_ request: Data) throws -> Data {
        #if canImport(Glibc)
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        let connection = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        let connected = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        try connection.write(contentsOf: request)
        return try connection.readToEnd() ?? Data()
    }
}
