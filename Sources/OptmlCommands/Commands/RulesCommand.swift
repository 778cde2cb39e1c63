import ArgumentParser
import ModelArtifacts

/// `optml rules`: lists the rules, or explains some.
struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "List the rules, or explain some.",
        usage: "optml rules [<options>] [<rule> ...]",
        discussion: CommandHelp.discussion(
            "One rule is explained; of several, each is. A glob lists the rules that it matches.",
            examples: ["optml rules name-clash", "optml rules 'request-*'", "optml rules --framework triton"]))

    @Argument(
        help: ArgumentHelp("The rules to explain, or globs over rules to list.", valueName: "rule"),
        completion: WordCompletion.rules)
    var rules: [String] = []

    @OptionGroup var framework: FrameworkOption

    @Option(help: "The form of the result.")
    var format = ResultFormat.text

    @OptionGroup var output: ResultFileOption
    @OptionGroup var color: ColorOption

    init() {}

    func validate() throws {
        if !rules.isEmpty, framework.framework != nil {
            throw ValidationError("Give either rules to explain or --framework, whose rules are listed.")
        }
        for rule in rules { _ = try RuleNames.ids(matching: rule) }
    }

    func run() async throws {
        let result = try ResultOutput(output.output)
        let chosen = try chosenRules()
        switch format {
        case .json:
            var json = RulesJSON { chunk throws(ArtifactError) in try result.write(chunk) }
            try json.write(chosen, framework: framework.framework)
        case .text:
            let text = RuleText(style: output.output == nil ? Style(color.color, for: 1) : .plain)
            if let framework = framework.framework {
                try result.write(lines: text.list(chosen, for: framework))
            } else if rules.contains(where: { AllRules.rule($0) != nil }) {
                let explained = chosen.map { text.explanation(of: $0) }
                try result.write(lines: Array(explained.joined(separator: ["", ""])))
            } else {
                try result.write(lines: text.list(chosen))
            }
        }
        try result.commit()
    }

    /// The rules that are meant: each once, in the order in which they are given.
    private func chosenRules() throws -> [Rule] {
        if let framework = framework.framework { return AllRules.rules(for: framework) }
        guard !rules.isEmpty else { return AllRules.rules }
        var seen: Set<String> = []
        return try rules.flatMap { try RuleNames.ids(matching: $0) }.filter { seen.insert($0).inserted }
            .compactMap(AllRules.rule)
    }
}
