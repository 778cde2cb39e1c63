import ArgumentParser
import ModelArtifacts

/// The container that is to serve the model, which decides what it has to find.
struct ContainerOptions: ParsableArguments {
    @OptionGroup var named: FrameworkOption

    @Option(
        help: ArgumentHelp(
            "The container's image, whose name tells the framework and whose tag the versions.", valueName: "image"))
    var image: String?

    @Option(
        help: ArgumentHelp(
            "An environment variable that the container gets. Repeatable.", valueName: "name=value"))
    var env: [ByteArgument] = []

    init() {}

    func validate() throws { _ = try configuration() }

    /// The choices as settings.
    ///
    /// - Throws: `ValidationError` for a variable without a value.
    func configuration() throws -> Configuration {
        var configuration = named.configuration()
        configuration.image = image.map { Setting($0, .commandLine) }
        for (name, value) in try TextPairs.pairs(env, "--env") {
            configuration.environment[name] = Setting(value, .commandLine)
        }
        return configuration
    }
}
