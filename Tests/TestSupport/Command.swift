package import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Runs a program to its end and keeps what it printed, with the system's account of its time and memory.
package struct Command {
    /// What a run left behind.
    package struct Result {
        /// The exit status; 128 plus the number for a program that a signal ended.
        package let status: Int32
        package let output: Data
        package let errors: Data
        /// The most memory that was resident, in bytes, if the run was to measure it.
        package let peakMemory: Int
        /// Processor time in seconds.
        package let processorTime: Double

        /// Standard output as text.
        package var text: String { String(decoding: output, as: UTF8.self) }
        /// Standard error as text.
        package var errorText: String { String(decoding: errors, as: UTF8.self) }

        /// - Parameter waitStatus: how the program ended, as `waitpid` tells it.
        package init(
            waitStatus: Int32, output: Data, errors: Data, peakMemory: Int = 0, processorTime: Double = 0
        ) {
            let signal = waitStatus & 0x7F
            status = signal == 0 ? (waitStatus >> 8) & 0xFF : 128 + signal
            self.output = output
            self.errors = errors
            self.peakMemory = peakMemory
            self.processorTime = processorTime
        }
    }

    package var program: String
    package var environment: [String: String]
    package var directory: String?
    /// The bytes of standard input; none if nil.
    package var input: Data?
    /// The most seconds of processor time before the system kills the program.
    package var processorLimit: Int?
    /// The most bytes that a file may have (`RLIMIT_FSIZE`, whose signal ends a program that does not ignore it).
    package var fileSizeLimit: Int?
    /// The most files that the program may have open.
    package var openFileLimit: Int?
    /// Whether to measure memory, which takes a Python; without one the run throws.
    ///
    /// What the system says of a child is of no use: on Linux it starts at the size of the process that spawned it, and
    /// a process with many tests is large. So a small process goes between.
    package var measuresMemory = false
    /// A user id to drop to before the program runs.
    package var user: UInt32?

    package init(_ program: String, environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.program = program
        self.environment = environment
    }

    /// The optml command that was built together with the tests.
    package static var optml: Command {
        var command = Command(builtProducts + "/optml")
        // Nothing of the machine may decide what is printed. ISA-L does not, and tests are run with it and without.
        let environment = ProcessInfo.processInfo.environment
        command.environment = ["PATH": environment["PATH"] ?? "/usr/bin:/bin"]
        command.environment["OPTML_ISAL"] = environment["OPTML_ISAL"]
        return command
    }

    /// The folder that the tests were built in, or another one whose `optml` is to be tested.
    package static let builtProducts: String = {
        if let folder = ProcessInfo.processInfo.environment["OPTML_PRODUCTS"] { return folder }
        #if os(Linux)
            let executable = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        #else
            let executable = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundlePath ?? ""
        #endif
        return URL(filePath: executable).deletingLastPathComponent().path
    }()

    /// Runs the program.
    package func run(_ arguments: String...) throws -> Result { try run(arguments) }

    /// Runs the program.
    package func run(_ arguments: [String]) throws -> Result { try run(arguments.map { Array($0.utf8) }) }

    /// What keeps configurations away that lie above the checkout or the folders of tests, whoever runs optml.
    package static let ceilings: (variable: String, value: String) = {
        let root = Checkout.root.standardizedFileURL
        let folders = [root, root.deletingLastPathComponent(), FileManager.default.temporaryDirectory]
        let value = folders.map { $0.resolvingSymlinksInPath().path }.joined(separator: ":")
        return ("OPTML_CEILING_DIRECTORIES", value)
    }()

    /// Runs the program with arguments that need not be UTF-8.
    package func run(_ arguments: [[UInt8]]) throws -> Result {
        var environment = environment
        environment[Self.ceilings.variable] = environment[Self.ceilings.variable] ?? Self.ceilings.value
        // What Tests/mutate says to the code that it changed.
        for name in ["OPTML_MUTANT", "OPTML_REACHED"] { environment[name] = ProcessInfo.processInfo.environment[name] }
        let folder = try TemporaryDirectory()
        let names = ["in", "out", "err", "memory"].map { folder.path + "/" + $0 }
        try (input ?? Data()).write(to: URL(filePath: names[0]))
        // A shell sets the limits, which a spawned program inherits and cannot be given otherwise.
        var script = "exec <\"$1\" >\"$2\" 2>\"$3\"; memory=\"$4\"; shift 4\n"
        if let directory { script += "cd '\(directory)' || exit 99\n" }
        if let processorLimit { script += "ulimit -t \(processorLimit)\n" }
        if let fileSizeLimit { script += "ulimit -f \(fileSizeLimit / 512)\n" }
        if let openFileLimit { script += "ulimit -n \(openFileLimit)\n" }
        if measuresMemory {
            guard let python = Self.python else { throw MeasureMissing() }
            script += "set -- '\(python)' -I -S -c '\(Self.measure)' \"$memory\" \"$@\"\n"
        }
        script += user.map { "exec setpriv --reuid \($0) --regid \($0) --clear-groups -- \"$@\"\n" } ?? "exec \"$@\"\n"
        let all =
            [Array("/bin/sh".utf8), Array("-c".utf8), Array(script.utf8), Array("sh".utf8)]
            + names.map { Array($0.utf8) } + [Array(program.utf8)] + arguments
        let (status, usage) = try Self.spawn(all, environment)
        return Result(
            waitStatus: status, output: try Data(ofFile: names[1]), errors: try Data(ofFile: names[2]),
            peakMemory: Self.memory(in: names[3]),
            processorTime: Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
                + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6)
    }

    private static let python = Peer(name: "python3").path

    /// Memory is to be measured, and there is no `python3` to do it: a limit would hold of 0 bytes.
    private struct MeasureMissing: Error {}

    /// Runs a program, ends as it does, and leaves its peak of memory in a file.
    private static let measure = """
        import os, signal, sys
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGPIPE, signal.SIG_DFL)
            os.execv(sys.argv[2], sys.argv[2:])
        status, usage = os.wait4(child, 0)[1:]
        open(sys.argv[1], "w").write(str(usage.ru_maxrss))
        code = os.waitstatus_to_exitcode(status)
        if code < 0:
            os.kill(os.getpid(), -code)
        os._exit(code)
        """

    private static func memory(in file: String) -> Int {
        let value = (try? String(contentsOfFile: file, encoding: .utf8)).flatMap(Int.init) ?? 0
        #if os(Linux)
            return value * 1024
        #else
            return value
        #endif
    }

    private static func spawn(_ arguments: [[UInt8]], _ environment: [String: String]) throws -> (Int32, rusage) {
        var argv = arguments.map { strdup($0.map { CChar(bitPattern: $0) } + [0]) } + [nil]
        var envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for string in argv + envp { free(string) } }
        var process = pid_t()
        #if canImport(Glibc)
            // What tests that run at the same time have open is nothing for this program, which may have few files open.
            var actions = posix_spawn_file_actions_t()
            posix_spawn_file_actions_init(&actions)
            defer { posix_spawn_file_actions_destroy(&actions) }
            // Numbers that are not open are passed over (glibc, spawni.c).
            for descriptor in 3..<min(getdtablesize(), 1024) { posix_spawn_file_actions_addclose(&actions, descriptor) }
            let error = posix_spawn(&process, "/bin/sh", &actions, nil, &argv, &envp)
        #else
            let error = posix_spawn(&process, "/bin/sh", nil, nil, &argv, &envp)
        #endif
        guard error == 0 else { throw POSIXError(POSIXErrorCode(rawValue: error) ?? .EIO) }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) < 0 {
            guard errno == EINTR else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        }
        return (status, usage)
    }
}
