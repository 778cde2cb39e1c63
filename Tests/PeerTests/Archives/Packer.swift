import Foundation
import TestSupport
import Testing

/// A tool that packs archives and lists them.
enum Packer: String, CaseIterable, CustomTestStringConvertible {
    case gnuTar, bsdtar, tarfile, pigz

    var testDescription: String { rawValue }

    /// The formats that the tool writes.
    var formats: [String] {
        switch self {
        case .gnuTar: ["v7", "ustar", "gnu", "oldgnu", "pax"]
        case .bsdtar: ["v7", "ustar", "gnutar", "pax", "paxr"]
        case .tarfile: ["USTAR", "GNU", "PAX"]
        case .pigz: ["gnu"]
        }
    }

    private var peers: [Peer] {
        switch self {
        case .gnuTar: [.gnuTar]
        case .bsdtar: [.bsdtar]
        case .tarfile: [.python]
        case .pigz: [.gnuTar, Peer(name: "pigz")]
        }
    }

    /// Whether tests with the tool run. pigz is welcome, not needed.
    var isWanted: Bool { self == .pigz ? peers.allSatisfy { $0.path != nil } : peers.allSatisfy(\.isWanted) }

    /// Packs `folder/name`, or with the name `.` what is in `folder`.
    func pack(_ folder: String, _ name: String, format: String, to archive: String) throws {
        let arguments = ["-C", folder, name]
        switch self {
        case .gnuTar: try run(.gnuTar, ["--format", format, "-czf", archive] + arguments)
        case .bsdtar: try run(.bsdtar, ["--format", format, "-czf", archive] + arguments)
        case .tarfile:
            _ = try PythonScript.tarball.run([
                "pack", format, name == "." ? folder : "\(folder)/\(name)", name, archive,
            ])
        case .pigz: try run(.gnuTar, ["-I", "pigz --independent", "-cf", archive] + arguments)
        }
    }

    /// The sizes of the archive's regular files by name, as the tool tells them.
    func files(in archive: String) throws -> [String: Int64] {
        switch self {
        case .gnuTar, .pigz:
            // Mode, owner, size, date, time, name.
            return try parse(try run(.gnuTar, ["--quoting-style=literal", "-tvzf", archive]), sizeField: 2, fields: 5)
        case .bsdtar:
            // Mode, links, owner, group, size, month, day, time, name.
            return try parse(try run(.bsdtar, ["-tvzf", archive]), sizeField: 4, fields: 8)
        case .tarfile:
            struct Row: Decodable {
                let path: String
                let size: Int64
            }
            let rows = try JSONDecoder().decode([Row].self, from: PythonScript.tarball.run(["list", archive]))
            return Dictionary(uniqueKeysWithValues: rows.map { (Self.fold($0.path), $0.size) })
        }
    }

    @discardableResult
    private func run(_ peer: Peer, _ arguments: [String]) throws -> String {
        var command = try peer.command()
        command.environment["LC_ALL"] = "C.UTF-8"
        let result = try command.run(arguments)
        guard result.status == 0 else { throw PeerFailed(name: peer.name, result: result) }
        return result.text
    }

    private func parse(_ listing: String, sizeField: Int, fields: Int) throws -> [String: Int64] {
        var files: [String: Int64] = [:]
        for line in listing.split(separator: "\n") where line.hasPrefix("-") {
            var rest = line[...]
            var columns: [Substring] = []
            for _ in 0..<fields {
                rest = rest.drop { $0 == " " }
                columns.append(rest.prefix { $0 != " " })
                rest = rest.drop { $0 != " " }
            }
            guard let size = Int64(columns[sizeField]) else { throw PeerFailed("\(self) listed: \(line)") }
            files[Self.fold(String(rest.dropFirst()))] = size
        }
        return files
    }

    private static func fold(_ name: String) -> String { name.hasPrefix("./") ? String(name.dropFirst(2)) : name }
}
