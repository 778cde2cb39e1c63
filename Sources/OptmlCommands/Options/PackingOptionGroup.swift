import ArgumentParser
import ModelArtifacts

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What goes into an archive, and how.
struct PackingOptionGroup: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How small to make the archive: auto, fast, store, or 1 to 9.",
            discussion: """
                auto compresses what shrinks by a third and stores the rest, which is deployed soonest; fast codes byte by \
                byte, which is as small on weights as the higher levels; 1 to 9 are those of libdeflate.
                """, valueName: "level"))
    var level = PackingLevel.auto

    @Option(
        help: ArgumentHelp(
            "The time of change of all members, in seconds since 1970 (default: SOURCE_DATE_EPOCH, or 0).",
            valueName: "seconds"))
    var mtime: String?

    @Flag(help: "Store symbolic links as links, and not what they point to.")
    var keepSymlinks = false

    @Flag(help: "Leave out empty directories.")
    var dropEmptyDirectories = false

    @Option(
        name: .customLong("s3-uri"),
        help: ArgumentHelp("Where the archive will be: s3://bucket/key.", valueName: "uri"))
    var s3URI: ByteArgument?

    @Option(help: ArgumentHelp(SizeArgument.volumeHelp, valueName: "size"))
    var volumeSize: SizeArgument?

    init() {}

    func validate() throws {
        _ = try modificationTime()
        try volumeSize?.requireUnit("--volume-size", unit: "GiB")
    }

    /// The options of the packer as far as they are told here.
    func packingOptions(_ filter: PathFilter) throws -> PackingOptions {
        var options = PackingOptions()
        options.level = level
        options.modificationTime = try modificationTime()
        options.inspection.filter = filter
        options.inspection.keepsSymlinks = keepSymlinks
        options.inspection.dropsEmptyDirectories = dropEmptyDirectories
        options.inspection.s3URI = s3URI?.value
        options.inspection.volumeSize = volumeSize?.value
        return options
    }

    private func modificationTime() throws -> Int64 {
        if let mtime { return try Self.seconds(mtime, "--mtime") }
        // https://reproducible-builds.org/specs/source-date-epoch/
        guard let value = unsafe getenv("SOURCE_DATE_EPOCH"), unsafe value.pointee != 0 else { return 0 }
        return try Self.seconds(unsafe String(cString: value), "SOURCE_DATE_EPOCH")
    }

    private static func seconds(_ text: String, _ name: String) throws -> Int64 {
        let isNumber = !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard isNumber, let seconds = Int64(text), seconds <= PackingOptions.latestModificationTime else {
            throw ValidationError(
                "\(name) takes seconds since 1970, 0 to \(PackingOptions.latestModificationTime), not '\(DisplayText.escaped(text))'."
            )
        }
        return seconds
    }
}
