import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// Archives of other tools are laid out as these tools list them.
@Suite struct PackedArchiveTests {
    /// The files of a model. Names over 100 bytes need a prefix or an extension, those over 255 an extension.
    static func names(longest: Int) -> [String] {
        let component = String(repeating: "d", count: 60)
        let deep = (1...9).map { Array(repeating: component, count: $0).joined(separator: "/") + "/f.txt" }
        return [
            "config.json", "empty", "sub/a b.txt", "sub/deep/x", "ünï/日本.bin", "code/inference.py", "large.bin",
        ] + deep.filter { $0.utf8.count < longest }
    }

    struct Case: CustomTestStringConvertible {
        let packer: Packer
        let format: String
        var testDescription: String { "\(packer.rawValue) \(format)" }
        var longest: Int {
            switch format {
            case "v7": 90
            case "ustar", "USTAR": 200
            default: 1000
            }
        }
    }

    static let cases = Packer.allCases.filter(\.isWanted).flatMap { packer in
        packer.formats.map { Case(packer: packer, format: $0) }
    }

    @Test(arguments: cases)
    func readsWhatOthersPack(_ packed: Case) throws {
        let folder = try TemporaryDirectory()
        var content = SplitMix64(seed: 1)
        let names = Self.names(longest: packed.longest)
        for (index, name) in names.enumerated() {
            let size = name == "empty" ? 0 : name == "large.bin" ? 300_000 : 500 + index
            // Loaders read it, so it has to be JSON.
            if name == "config.json" {
                try folder.write("model/" + name, "{" + String(repeating: " ", count: size) + "}")
            } else {
                try folder.write("model/" + name, content.data(size))
            }
        }
        let archive = folder.path + "/m.tar.gz"

        try packed.packer.pack(folder.path + "/model", ".", format: packed.format, to: archive)
        let (status, flat) = try Optml.report(["layout", archive])
        #expect(status == 0)
        #expect(flat.findings.isEmpty)
        #expect(flat.files == (try packed.packer.files(in: archive)))
        #expect(Set(flat.files.keys) == Set(names))
        #expect(flat.summary.files == Int64(names.count))

        try packed.packer.pack(folder.path, "model", format: packed.format, to: archive)
        let wrapped = try Optml.report(["layout", archive])
        #expect(wrapped.status == 0)
        #expect(wrapped.report.rules == ["wrapped-in-directory"])
        #expect(wrapped.report.files == (try packed.packer.files(in: archive)))
        #expect(Set(wrapped.report.files.keys) == Set(names.map { "model/" + $0 }))
    }

    @Test func packersRan() {
        print("PackedArchiveTests: \(Self.cases.map(\.testDescription).joined(separator: ", "))")
        #expect(!Self.cases.isEmpty || !Peer.isCI)
    }
}
