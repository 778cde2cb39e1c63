import ArgumentParser
import ModelArtifacts
import SageMakerModel

/// The channels of a container: `AdditionalModelDataSources`, beside the model's own data.
struct ChannelOptions: ParsableArguments {
    /// The most channels that a container takes.
    private static let most = 5

    @Option(
        help: ArgumentHelp(
            "Inspect a directory, an archive, a file or s3:// as the data of a channel. Repeatable, up to \(most).",
            valueName: "name=source"))
    var channel: [ByteArgument] = []

    @Option(
        name: .customLong("channel-s3-uri"),
        help: ArgumentHelp("Where the data of a channel is, or will be, in S3. Repeatable.", valueName: "name=uri"))
    var channelS3URI: [ByteArgument] = []

    init() {}

    func validate() throws { _ = try resolved() }

    /// What holds the channels' data.
    var sources: [ByteString?] { get throws { try resolved().map(\.source) } }

    /// The channels in the order in which they were first named.
    ///
    /// - Parameter terms: what else is said of channels.
    /// - Throws: `ValidationError` for names that cannot be, and for channels without data.
    func resolved(_ terms: ChannelTermOptions? = nil) throws -> [ChannelOption] {
        var channels: [ChannelOption] = []
        for argument in channel {
            let (name, value) = try Self.pair(argument, "--channel")
            guard !channels.contains(where: { $0.name == name }) else {
                throw ValidationError("--channel: '\(name)' is given twice; each channel has a name of its own.")
            }
            try MistakenPlace.check(value)
            channels.append(ChannelOption(name: name, source: value, s3URI: value.isInS3 ? value : nil))
        }
        for argument in channelS3URI {
            let (name, value) = try Self.pair(argument, "--channel-s3-uri")
            if let index = channels.firstIndex(where: { $0.name == name }) {
                guard channels[index].s3URI == nil || channels[index].s3URI == channels[index].source else {
                    throw ValidationError("--channel-s3-uri: '\(name)' is given twice.")
                }
                channels[index].s3URI = value
            } else {
                channels.append(ChannelOption(name: name, s3URI: value))
            }
        }
        for argument in terms?.channelAcceptEula ?? [] {
            try Self.change(&channels, argument.value.description, "--channel-accept-eula") { $0.acceptsEULA = true }
        }
        for argument in terms?.channelHubContentArn ?? [] {
            let (name, value) = try Self.pair(argument, "--channel-hub-content-arn")
            try Self.change(&channels, name, "--channel-hub-content-arn") { $0.hubContentARN = value }
        }
        guard channels.count <= Self.most else {
            throw ValidationError("\(channels.count) channels are given, and a container takes at most \(Self.most).")
        }
        return channels
    }

    private static func change(
        _ channels: inout [ChannelOption], _ name: String, _ option: String, _ body: (inout ChannelOption) -> Void
    ) throws {
        guard let index = channels.firstIndex(where: { $0.name == name }) else {
            throw ValidationError(
                "\(option): there is no channel '\(name)'; name it with --channel or --channel-s3-uri.")
        }
        body(&channels[index])
    }

    private static func pair(_ argument: ByteArgument, _ option: String) throws -> (String, ByteString) {
        let bytes = argument.value.bytes
        guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")), equals + 1 < bytes.endIndex else {
            throw ValidationError("\(option) takes NAME=VALUE, not '\(argument.value)'.")
        }
        let name = ByteString(Array(bytes[..<equals]))
        guard let text = name.string, ServiceModel.isChannelName(name), name != ".", name != ".." else {
            throw ValidationError(
                "\(option): '\(name)' cannot be the name of a channel, which has 1 to 64 letters, digits, dots, hyphens and "
                    + "underscores, and is neither . nor ..")
        }
        return (text, ByteString(Array(bytes[(equals + 1)...])))
    }
}
