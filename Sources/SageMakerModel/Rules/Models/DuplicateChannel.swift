import ModelArtifacts

/// Finds two channels of one name.
enum DuplicateChannel: ModelCheck {
    static let rule = Rule(
        "create-model-duplicate-channel", .error, "two channels of a container have the same name",
        explanation: """
            The data of a channel goes to `/opt/ml/additional-model-data-sources/NAME/`. Two channels of one name would \
            go to the same directory, and no page says which of them stays, or whether the deployment fails.
            """,
        remedy: "give each channel a name of its own",
        example: Rule.Example(
            bad: #"[{"ChannelName": "draft", "…": "…"}, {"ChannelName": "draft", "…": "…"}]"#,
            good: #"[{"ChannelName": "draft", "…": "…"}, {"ChannelName": "adapter", "…": "…"}]"#),
        source: RequestSource.channel)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for container in model.containers {
            var seen: Set<ByteString> = []
            for channel in container["AdditionalModelDataSources"]?.elements ?? [] {
                guard let name = channel["ChannelName"], let text = name.text, !seen.insert(text).inserted else {
                    continue
                }
                context.report(rule, "'\(ValueText.shortened(text))' is the name of another channel too", at: name)
            }
        }
    }
}
