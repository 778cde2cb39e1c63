import Foundation
import TestSupport
import Testing

/// Control-C in a terminal leaves one line.
@Suite(.enabled(if: Peer(name: "python3").path != nil)) struct InterruptionTests {
    /// Runs a command in a terminal of its own, types Control-C once something matches, and says what was shown.
    private static let script = """
        import os, pty, re, sys
        child, terminal = pty.fork()
        if child == 0:
            os.execv(sys.argv[2], sys.argv[2:])
        shown = b""
        typed = False
        while True:
            try:
                piece = os.read(terminal, 4096)
            except OSError:
                break
            if not piece:
                break
            shown += piece
            if not typed and re.search(sys.argv[1].encode(), shown):
                os.write(terminal, b"\\x03")
                typed = True
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        sys.stdout.buffer.write(b"%d %d\\n" % (typed, status) + shown)
        """

    @Test(arguments: [["etag", "huge"], ["pack", "m", "-o", "m.tar.gz"], ["check", "--etags", "m"]])
    func leavesOneLine(_ arguments: [String]) throws {
        let folder = try TemporaryDirectory()
        // A terabyte of nothing takes minutes.
        #expect(try Command.shell("mkdir m; truncate -s 1T huge m/huge", in: folder).status == 0)
        var python = try Peer(name: "python3").command()
        python.directory = folder.path
        python.environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm", "NO_COLOR": "1"]
        let result = try python.run(["-c", Self.script, " of ", Command.optml.program] + arguments)
        #expect(result.text.hasPrefix("1 130\n"), "\(result.text.suffix(300))")
        // What a terminal shows in the end: nothing of the progress, and the line.
        let lines = result.text.dropFirst("1 130\n".count).split(separator: "\r\n", omittingEmptySubsequences: false)
        let last = lines.map { $0.split(separator: "\u{1B}[K", omittingEmptySubsequences: false).last ?? "" }
        #expect(last.filter { !$0.isEmpty } == ["optml: error: interrupted"], "\(result.text.suffix(300))")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["huge", "m"])
    }
}
