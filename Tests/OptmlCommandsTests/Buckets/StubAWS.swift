import Foundation
import TestSupport

/// An `aws` that is a shell script, for an `optml` that finds no other.
struct StubAWS {
    let folder: TemporaryDirectory

    /// - Parameter script: in it, `$log` is the file of ``log``.
    init(_ script: String) throws {
        folder = try TemporaryDirectory()
        let program = try folder.write("bin/aws", "#!/bin/sh\nlog='\(folder.path)/log'\n\(script)\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        try folder.write("model/config.json", "{}\n")
    }

    /// One that answers a page after another, with a token in all but the last.
    init(pages: [String]) throws {
        let answers = pages.enumerated().map { index, objects in
            let token = index + 1 < pages.count ? #", "NextToken": "t\#(index + 1)""# : ""
            let pattern = index == 0 ? "*" : "*'--starting-token t\(index)'*"
            return "\(pattern)) cat <<'PAGE'\n{\"Contents\": [\(objects)]\(token)}\nPAGE\n;;"
        }
        // The first one is the answer to whatever names no token.
        let script = answers.reversed().joined(separator: "\n")
        try self.init("printf '%s\\n' \"$*\" >>\"$log\"\ncase \"$*\" in\n\(script)\nesac")
    }

    /// The optml command, run in the folder.
    var optml: Command {
        var command = Command.optml(in: folder)
        command.environment["PATH"] = folder.path + "/bin:/usr/bin:/bin"
        command.environment["TMPDIR"] = folder.path
        return command
    }

    /// What the script wrote.
    var log: String { (try? String(contentsOfFile: folder.path + "/log", encoding: .utf8)) ?? "" }
}
