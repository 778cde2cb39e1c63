package import Foundation

/// Where things are in the checkout.
package enum Checkout {
    /// The top folder of the checkout.
    package static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The folder of committed samples and golden files.
    package static let testdata = root.appending(path: "testdata")

    /// The folder of the virtual environment with the peers from PyPI.
    package static let environment = root.appending(path: ".venv")

    /// Archives and listings that others made, which are not part of the project; nil on a machine without them.
    package static let corpora: URL? = {
        let folder = root.deletingLastPathComponent().appending(path: "shared/corpora")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()
}
