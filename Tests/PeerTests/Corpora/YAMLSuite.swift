import Foundation
import TestSupport

/// The cases of the YAML test suite that `Tests/run` fetched: a folder each.
enum YAMLSuite {
    /// A case: a text, and whether no reader may take it.
    struct Case {
        let name: String
        let text: [UInt8]
        let isInvalid: Bool
    }

    private static let folder = Checkout.fetched.appending(path: "yaml-test-suite")

    /// Whether it was fetched.
    static let isThere = FileManager.default.fileExists(atPath: folder.path)

    /// All cases, in the order of their names.
    static func cases() throws -> [Case] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
            let place = folder.appending(path: name)
            return Case(
                name: name, text: try Array(Data(contentsOf: place.appending(path: "in.yaml"))),
                isInvalid: FileManager.default.fileExists(atPath: place.appending(path: "error").path))
        }
    }
}
