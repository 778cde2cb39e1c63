import ArgumentParser
import ModelArtifacts

/// Which configuration file to read.
struct ConfigurationOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The configuration file (default: .optml.json, searched from the current folder upward).",
            valueName: "file"))
    var config: ByteArgument?

    init() {}

    /// What the file sets, with the options over it, which win.
    ///
    /// Standard error tells which file is in force, since nobody should have to guess why a gate let something through.
    ///
    /// - Parameters:
    ///   - places: what is looked at; a configuration or a baseline inside it is not read.
    ///   - isReported: whether the result itself says which file is in force.
    /// - Throws: ``ArtifactError`` if the file cannot be read or is malformed; `ValidationError`.
    func configuration(
        under rules: RuleOptions? = nil, _ upload: UploadOptions? = nil, _ container: ContainerOptions? = nil,
        for places: InspectedPlaces, isReported: Bool = false
    ) throws -> Configuration {
        if config?.value.isEmpty == true { throw ArtifactError(.usage, "--config is empty; give a file") }
        let file = try ConfigurationFile.configuration(named: config?.value, for: places) { text in
            Notice.warning.show(text)
        }
        let merged = try file.overlaid(by: rules?.configuration() ?? Configuration())
            .overlaid(by: upload?.configuration() ?? Configuration())
            .overlaid(by: container?.configuration() ?? Configuration())
        // The settings of the upload must go together wherever they come from.
        _ = try merged.uploadRule()
        if let baseline = merged.baseline?.value, let source = places.directory(holding: baseline) {
            throw ArtifactError(
                .usage,
                "the baseline \(baseline) lies inside the source '\(source)'; an artifact must not accept its own findings, so move it out"
            )
        }
        if let size = merged.partSize?.value, size < S3Limits.smallestPartSize {
            Notice.warning.show(
                "a part size of \(ByteSize(bytes: size)) is below the 5 MiB that S3 takes of all parts but the last; only other stores give such ETags"
            )
        }
        if let file = merged.file, !isReported { Notice.note.show("configuration: \(file)") }
        return merged
    }
}
