import ModelArtifacts

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Finds the configuration file that is in force.
enum ConfigurationFile {
    /// The name of the file.
    static let name: ByteString = ".optml.json"
    /// The variable of the environment that names folders, absolute and with colons between them, at which the search upward ends:
    /// it looks neither into them nor above, but always into the current folder.
    ///
    /// Source of the model: `GIT_CEILING_DIRECTORIES`, https://git-scm.com/docs/git.
    static let ceilingVariable = "OPTML_CEILING_DIRECTORIES"

    /// The configuration for commands that look at these places: of the file that was named, else of the first one from the
    /// current folder upward; empty if there is none.
    ///
    /// A file inside a source does not count, else an artifact could switch off its own gate. Nor does one that was found and
    /// may come from someone else; see ``FoundConfiguration``.
    ///
    /// - Parameter warn: is told which files were passed over, and why.
    /// - Throws: ``ArtifactError`` if the file cannot be read or is malformed; with code `usage` if the file that was named
    ///   lies inside a source.
    static func configuration(
        named file: ByteString?, for places: InspectedPlaces, warn: (String) -> Void
    ) throws(ArtifactError) -> Configuration {
        if let file {
            if let source = places.directory(holding: file) {
                throw ArtifactError(
                    .usage,
                    "--config: \(file) lies inside the source '\(source)'; an artifact must not switch off its own gate, so move it out"
                )
            }
            return try ConfigurationReader.read(RegularFile(opening: file))
        }
        guard let folder = WorkingDirectory.path else { return Configuration() }
        let components = folder.bytes.split(separator: UInt8(ascii: "/"))
        let ceilings = ceilings
        for height in 0...components.count {
            if height > 0, ceilings.contains(components.dropLast(height)) { break }
            let candidate = ByteString(String(repeating: "../", count: height)) + name
            do throws(ArtifactError) {
                guard places.directory(holding: candidate) == nil else { continue }
                let file = try RegularFile(opening: candidate)
                if let objection = FoundConfiguration.current.objection(to: file) {
                    warn("\(candidate) \(objection), so it is not obeyed; --config \(candidate) would obey it")
                    continue
                }
                return try ConfigurationReader.read(file)
            } catch  where error.code == .notFound {
                continue
            } catch {
                throw error
            }
        }
        return Configuration()
    }

    /// The components of the folders at which the search ends.
    private static var ceilings: [ArraySlice<ArraySlice<UInt8>>] {
        guard let value = unsafe getenv(ceilingVariable) else { return [] }
        let bytes = unsafe UnsafeBufferPointer(start: value, count: strlen(value)).map { UInt8(bitPattern: $0) }
        return bytes.split(separator: UInt8(ascii: ":")).map { $0.split(separator: UInt8(ascii: "/"))[...] }
    }
}
