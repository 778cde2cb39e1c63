import Foundation

/// A tool that others made, to compare with. `Tests/run` installs all of them at pinned versions.
public struct Peer: Sendable {
    public let name: String

    public init(name: String) {
        self.name = name
    }

    public static let gnuTar = Peer(name: "tar")
    public static let bsdtar = Peer(name: "bsdtar")
    public static let gzip = Peer(name: "gzip")
    public static let python = Peer(name: "python")
    public static let aws = Peer(name: "aws")
    public static let motoServer = Peer(name: "moto_server")

    /// The path of the program; nil if it is not there.
    public var path: String? {
        let search = ProcessInfo.processInfo.environment["PATH"] ?? ""
        // What comes from PyPI comes from the project's own environment, at the versions that it pins.
        let folders =
            [Checkout.environment.path + "/bin"] + (isFromPyPI ? [] : search.split(separator: ":").map(String.init))
        return folders.map { $0 + "/" + name }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private var isFromPyPI: Bool { ["python", "aws", "moto_server"].contains(name) }

    /// Whether tests with this peer run: always in CI, where a missing one must fail, and elsewhere where it is there.
    public var isWanted: Bool { path != nil || Self.isCI }

    /// Whether this is a run in CI.
    public static var isCI: Bool { ProcessInfo.processInfo.environment["CI"] != nil }

    /// A command that runs the peer.
    public func command() throws -> Command {
        guard let path else { throw MissingPeer(name: name) }
        return Command(path)
    }
}

/// A peer that is not there. `Tests/run` installs it.
public struct MissingPeer: Error, CustomStringConvertible {
    let name: String

    public var description: String { "\(name) is not installed; run the tests by Tests/run, which installs it" }
}
