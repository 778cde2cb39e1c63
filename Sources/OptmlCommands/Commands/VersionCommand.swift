import ArgumentParser
import ModelArtifacts
import S3

/// `optml version`: prints the version, and how this machine does what takes time.
struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "version", abstract: "Print the version, and with --verbose what is used on this machine.",
        discussion: CommandHelp.discussion(examples: ["optml version", "optml version --verbose"]))

    @Flag(name: .shortAndLong, help: "Say by what archives are read, ETags computed and S3 asked here.")
    var verbose = false

    init() {}

    func run() throws {
        let output = try ResultOutput(nil)
        guard verbose else {
            try output.write(lines: [Version.current])
            return try output.commit()
        }
        let decompressor =
            if let library = ISALLibrary.shared {
                "ISA-L (\(library.path))"
            } else {
                "zlib; with ISA-L, archives are read up to three times as fast (none of: "
                    + ISALLibrary.paths.joined(separator: ", ") + ")"
            }
        try output.write(lines: [
            "optml \(Version.current)", "decompressor: \(decompressor)",
            "MD5: \(try MD5Kernel.ofEnvironment().rawValue)", "processors: \(Parallelism.processors)",
            "S3: \(S3AccessFinder(BucketAccess(), userAgent: BucketServices.userAgent).outlookText)",
        ])
        try output.commit()
    }
}
