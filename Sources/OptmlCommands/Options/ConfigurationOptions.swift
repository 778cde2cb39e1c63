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
    /// - Parameter sources: what is looked at; a configuration inside it is not read.
    /// - Throws: ``ArtifactError`` if the file cannot be read or is malformed; `ValidationError`.
    func configuration(
        under rules: RuleOptions? = nil, _ upload: UploadOptions? = nil, _ container: ContainerOptions? = nil,
        for sources: ArtifactSource...
    ) throws -> Configuration {
        let paths = sources.compactMap { if case .path(let path) = $0 { path } else { nil } }
        let file = try ConfigurationFile.configuration(named: config?.value, sources: paths)
        let merged = try file.overlaid(by: rules?.configuration() ?? Configuration())
            .overlaid(by: upload?.configuration() ?? Configuration())
            .overlaid(by: container?.configuration() ?? Configuration())
        // The settings of the upload must go together wherever they come from.
        _ = try merged.uploadRule()
        return merged
    }
}
