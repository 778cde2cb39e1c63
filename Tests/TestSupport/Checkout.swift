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

    /// The folder of archives and listings that others made; its README says who.
    package static let corpora = testdata.appending(path: "corpora")

    /// The folder of what `Tests/run` fetches for the tests: cases of the YAML test suite, and models that people use.
    package static let fetched = environment.appending(path: "corpora")
}
