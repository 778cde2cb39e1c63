import ArgumentParser
import ModelArtifacts

/// `optml config`: prints the configuration in force.
struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Print the configuration in force, and where each value comes from.",
        usage: "optml config [<options>] [<source>]",
        discussion: CommandHelp.discussion(
            """
            The first .optml.json from the current folder upward is read, or the file of --config. Options win over it. A \
            configuration inside the source is not read.
            """,
            examples: ["optml config", "optml config model/ --ignore platform-metadata"]))

    @Argument(help: "The source that a command would look at; a configuration inside it does not count.")
    var source: ByteArgument?

    @Option(help: "The form of the result.")
    var format = ResultFormat.text

    @OptionGroup(title: HelpSection.rules) var rules: RuleOptions
    @OptionGroup(title: HelpSection.upload) var upload: UploadOptions
    @OptionGroup(title: HelpSection.rules) var configuration: ConfigurationOptions
    @OptionGroup var output: ResultFileOption

    init() {}

    func run() async throws {
        let places = InspectedPlaces(source.map { [.path($0.value)] } ?? [])
        try places.checkOutputs([output.output])
        let settings = try configuration.configuration(under: rules, upload, for: places, isReported: true)
        let rows = SettingRow.rows(of: settings)
        let result = try ResultOutput(output.output)
        switch format {
        case .text: try result.write(lines: ConfigurationText().lines(rows, file: settings.file))
        case .json:
            var json = ConfigurationJSON { chunk throws(ArtifactError) in try result.write(chunk) }
            try json.write(rows, file: settings.file)
        }
        try result.commit()
    }
}
