import ModelArtifacts
import SystemPackage

/// An artifact, and the container and the channel of a request that it is for.
struct PlacedArtifact {
    /// An index from 0 or a hostname; nil for the only container with model data.
    let container: String?
    /// The name of a channel; nil for the model data of the container itself.
    let channel: ByteString?
    let source: ArtifactSource
    /// Whether the argument itself says what it is for.
    let isNamed: Bool

    init(container: String?, channel: ByteString?, source: ArtifactSource, isNamed: Bool = false) {
        (self.container, self.channel, self.source, self.isNamed) = (container, channel, source, isNamed)
    }

    /// Reads `SOURCE`, `CONTAINER=SOURCE` or `CONTAINER/CHANNEL=SOURCE`. What is there as a whole is a source, whatever its name.
    ///
    /// - Parameter container: the one that a source alone is for.
    init(_ argument: ByteString, container: String?) {
        let bytes = argument.bytes
        guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")), !argument.isInS3,
            let selector = ByteString(Array(bytes[..<equals])).string, Self.isSelector(selector),
            !Self.exists(argument)
        else {
            self.init(container: container, channel: nil, source: .path(argument))
            return
        }
        let names = selector.split(separator: "/", maxSplits: 1).map(String.init)
        self.init(
            container: names[0], channel: names.count > 1 ? ByteString(names[1]) : nil,
            source: .path(ByteString(Array(bytes[(equals + 1)...]))), isNamed: true)
    }

    /// The path of the file, where it is one.
    var path: ByteString? { if case .path(let path) = source { path } else { nil } }

    /// What it is for, as `CONTAINER/CHANNEL`.
    var place: String { DisplayText.escaped(container ?? "") + (channel.map { "/\($0)" } ?? "") }

    private static func exists(_ path: ByteString) -> Bool {
        guard let descriptor = try? FileSystem.open(path) else { return false }
        try? descriptor.close()
        return true
    }

    /// Whether a text is the name of a container, with that of a channel perhaps.
    private static func isSelector(_ text: String) -> Bool {
        let names = text.split(separator: "/", omittingEmptySubsequences: false)
        return names.count <= 2
            && names.allSatisfy { name in
                !name.isEmpty
                    && name.utf8.allSatisfy { byte in
                        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "-._".utf8.contains(byte)
                    }
            }
    }
}
