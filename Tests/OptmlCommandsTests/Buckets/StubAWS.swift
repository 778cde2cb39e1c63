import Foundation
import TestSupport

/// An `aws` that is a shell script, for an `optml` that finds no other.
struct StubAWS {
    let folder: TemporaryDirectory

    /// - Parameter script: in it, `$log` is the file of ``log``.
    init(_ script: String) throws {
        folder = try TemporaryDirectory()
        try folder.write("model/config.json", "{}\n")
        // A program of its own writes the file: what this process has open for writing, children that other tests start
        // inherit for a moment, and the system runs no file that is open for writing.
        var shell = Command("/bin/sh")
        shell.directory = folder.path
        shell.input = Data("#!/bin/sh\nlog='\(folder.path)/log'\n\(script)\n".utf8)
        _ = try shell.run("-c", "mkdir bin; cat >bin/aws; chmod +x bin/aws")
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
        command.environment["OPTML_S3"] = "aws"
        return command
    }

    /// What the script wrote.
    var log: String { (try? String(contentsOfFile: folder.path + "/log", encoding: .utf8)) ?? "" }
}
