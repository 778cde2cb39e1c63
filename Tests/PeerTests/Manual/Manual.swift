import Foundation
import TestSupport

/// The manual and the completions, as the release build brings them.
struct Manual {
    let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
        var command = Command(Checkout.root.appending(path: "Sources/write-manual").path)
        command.environment["SOURCE_DATE_EPOCH"] = "1700000000"
        let result = try command.run(Command.builtProducts + "/optml", folder.path)
        guard result.status == 0 else { throw PeerFailed(name: "write-manual", result: result) }
    }

    /// The names of the pages.
    func pages() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path + "/man/man1").sorted()
    }

    func path(ofPage name: String) -> String { folder.path + "/man/man1/" + name }

    /// Where a shell's completions are.
    func completions(_ shell: String) -> String {
        switch shell {
        case "bash": folder.path + "/bash-completion/completions/optml"
        case "zsh": folder.path + "/zsh/site-functions/_optml"
        default: folder.path + "/fish/vendor_completions.d/optml.fish"
        }
    }
}
