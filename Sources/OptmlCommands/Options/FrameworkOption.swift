import ArgumentParser
import ModelArtifacts

/// What is to serve the model.
struct FrameworkOption: ParsableArguments {
    @Option(help: "What is to serve the model: its rules apply too (default: what the image's name tells).")
    var framework: Framework?

    init() {}

    /// The choice as a setting.
    func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.framework = framework.map { Setting($0, .commandLine) }
        return configuration
    }
}
