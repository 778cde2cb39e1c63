import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Command {
    /// The optml command, run in a folder.
    static func optml(in folder: TemporaryDirectory) -> Command { optml(in: folder.path) }

    /// The optml command, run in a folder.
    static func optml(in folder: String) -> Command {
        var command = Command.optml
        command.directory = folder
        return command
    }

    /// A shell that runs a script in which `optml` is the command that was built together with the tests.
    static func shell(_ script: String, in folder: TemporaryDirectory? = nil) throws -> Result {
        var command = Command("/bin/sh")
        command.environment = [
            "PATH": builtProducts + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
        ]
        command.directory = folder?.path
        return try command.run("-c", script)
    }

    /// The same command for someone who may not do everything, as root may.
    var unprivileged: Command {
        var copy = self
        if geteuid() == 0 { copy.user = 65534 }
        return copy
    }
}

extension Command.Result {
    /// Expects the run to have ended with `status`, one line of error that holds every one of `words`, and no output.
    func expectFailure(
        _ status: Int32, _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(self.status == status, "\(errorText)", sourceLocation: sourceLocation)
        #expect(text == "", sourceLocation: sourceLocation)
        for word in words {
            #expect(errorText.contains(word), "\(errorText)", sourceLocation: sourceLocation)
        }
        guard status == 2 else { return }
        #expect(errorText.hasPrefix("optml: error: "), "\(errorText)", sourceLocation: sourceLocation)
        #expect(errorText.split(separator: "\n").count == 1, "\(errorText)", sourceLocation: sourceLocation)
    }
}
