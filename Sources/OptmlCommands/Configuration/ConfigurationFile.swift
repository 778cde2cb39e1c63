import ModelArtifacts

/// Finds the configuration file that is in force.
enum ConfigurationFile {
    /// The name of the file.
    static let name: ByteString = ".optml.json"

    /// The configuration for commands on these sources: of the file that was named, else of the first one from the current
    /// folder upward; empty if there is none.
    ///
    /// A file inside a source does not count, else an artifact could switch off its own gate.
    ///
    /// - Throws: ``ArtifactError`` if the file cannot be read or is malformed; with code `usage` if the file that was named
    ///   lies inside a source.
    static func configuration(
        named file: ByteString?, sources: [ByteString]
    ) throws(ArtifactError) -> Configuration {
        let sources = sources.compactMap(WorkingDirectory.real)
        if let file {
            guard !isInside(file, of: sources) else {
                throw ArtifactError(
                    .usage,
                    "--config: \(file) lies inside the source; an artifact must not switch off its own gate, so move it out"
                )
            }
            return try ConfigurationReader.read(file)
        }
        guard let folder = WorkingDirectory.path else { return Configuration() }
        let depth = folder.bytes.split(separator: UInt8(ascii: "/")).count
        for height in 0...depth {
            let candidate = ByteString(String(repeating: "../", count: height)) + name
            do throws(ArtifactError) {
                guard !isInside(candidate, of: sources) else { continue }
                return try ConfigurationReader.read(candidate)
            } catch  where error.code == .notFound {
                continue
            } catch {
                throw error
            }
        }
        return Configuration()
    }

    /// Whether a file, or what a link of that name leads to, lies below one of the sources.
    private static func isInside(_ file: ByteString, of sources: [ByteString]) -> Bool {
        let slash = file.bytes.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { ByteString(Array(file.bytes[...$0])) } ?? "."
        let places = [WorkingDirectory.real(folder).map { $0 + "/" + file.lastComponent }, WorkingDirectory.real(file)]
        return places.compactMap(\.self).contains { place in
            sources.contains { place.hasPrefix($0 == "/" ? $0 : $0 + "/") }
        }
    }
}
