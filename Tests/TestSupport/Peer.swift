import Foundation

/// A tool that others made, to compare with. `Tests/run` installs all of them at pinned versions.
package struct Peer: Sendable {
    package let name: String

    package init(name: String) {
        self.name = name
    }

    package static let gnuTar = Peer(name: "tar")
    package static let bsdtar = Peer(name: "bsdtar")
    package static let gzip = Peer(name: "gzip")
    package static let xmllint = Peer(name: "xmllint")
    package static let pigz = Peer(name: "pigz")
    package static let chromium = Peer(name: "chromium")
    package static let python = Peer(name: "python")
    package static let aws = Peer(name: "aws")
    package static let motoServer = Peer(name: "moto_server")
    package static let rclone = Peer(name: "rclone")
    package static let s5cmd = Peer(name: "s5cmd")
    /// For Spark.
    package static let java = Peer(name: "java")
    package static let cfnLint = Peer(name: "cfn-lint")
    /// For its formatter. It is taken where it is there, and not installed.
    package static let terraform = Peer(name: "terraform")

    /// The path of the program; nil if it is not there.
    package var path: String? {
        let search = ProcessInfo.processInfo.environment["PATH"] ?? ""
        // What comes from PyPI comes from the project's own environment, at the versions that it pins.
        let folders =
            [Checkout.environment.path + "/bin"] + (isFromPyPI ? [] : search.split(separator: ":").map(String.init))
        return folders.map { $0 + "/" + name }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private var isFromPyPI: Bool { ["python", "aws", "moto_server", "cfn-lint", "s5cmd"].contains(name) }

    /// Whether tests with this peer run: always in CI, where a missing one must fail, and elsewhere where it is there.
    package var isWanted: Bool { path != nil || Self.isCI }

    /// Whether this is a run in CI.
    package static var isCI: Bool { ProcessInfo.processInfo.environment["CI"] != nil }

    /// A command that runs the peer.
    package func command() throws -> Command {
        guard let path else { throw MissingPeer(name: name) }
        return Command(path)
    }
}

/// A peer that is not there. `Tests/run` installs it.
package struct MissingPeer: Error, CustomStringConvertible {
    let name: String

    package var description: String { "\(name) is not installed; run the tests by Tests/run, which installs it" }
}
