import ArgumentParser

/// What a request says of channels besides where their data is.
struct ChannelTermOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Accept the end-user licence agreement of a channel's model. Repeatable.", valueName: "name")
    )
    var channelAcceptEula: [ByteArgument] = []

    @Option(help: ArgumentHelp("The ARN of a channel's hub content. Repeatable.", valueName: "name=arn"))
    var channelHubContentArn: [ByteArgument] = []

    init() {}
}
