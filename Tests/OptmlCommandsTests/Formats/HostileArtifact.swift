import Foundation
import ModelArtifacts
import TestSupport

/// Sources whose names try to be something else in a report.
enum HostileArtifact {
    /// A folder with the directory `m`, the listing `keys.json` and the archive `m.tar.gz`.
    static func make() throws -> TemporaryDirectory {
        let folder = try TemporaryDirectory()
        var tar = TarBuilder()
        for name in HostileNames.bytes {
            RawFile.make(ByteString(Array("\(folder.path)/m/".utf8) + name + Array(".pyc".utf8)))
            RawFile.make(ByteString(Array("\(folder.path)/m/".utf8) + name + Array(".d/.DS_Store".utf8)))
            tar.addPax(["path": name + Array(".pyc".utf8)])
            tar.add("short", contents: [1])
            tar.addPax(["path": name + Array(".link".utf8), "linkpath": Array("../../".utf8) + name])
            tar.add("short", type: "2", link: "x")
        }
        try folder.write("m.tar.gz", Data(gzip(tar.finished)))
        try folder.write("keys.json", HostileNames.listing)
        return folder
    }

    /// The arguments for each.
    static let sources = [["m"], ["m.tar.gz"], ["--listing", "keys.json", "--s3-uri", "s3://my-bucket/m/"]]

    /// Whether a text is free of what moves a cursor, turns text around or ends a line.
    static func isInert(_ text: some StringProtocol) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x0A: true
            case ..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: false
            default: true
            }
        }
    }
}
