import ModelArtifacts

/// Finds a channel that is named by dots.
enum DotChannel: ModelCheck {
    static let rule = Rule(
        "create-model-dot-channel", .error, "a channel is named `.` or `..`",
        explanation: """
            The data of a channel goes to `/opt/ml/additional-model-data-sources/NAME/`. The pattern of names admits `.` \
            and `..`, which name that directory itself or the one above it, so that the data would land among that of \
            other channels, or beside them.
            """,
        remedy: "give the channel a name",
        example: Rule.Example(
            bad: #"{"ChannelName": "..", "S3DataSource": {"…": "…"}}"#,
            good: #"{"ChannelName": "draft", "S3DataSource": {"…": "…"}}"#),
        source: RequestSource.channel)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for name in model.channels.compactMap({ $0["ChannelName"] }) where name.isText(".") || name.isText("..") {
            context.report(rule, "'\(name.text ?? "")' is no name that a directory can have", at: name)
        }
    }
}
