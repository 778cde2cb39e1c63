import ArgumentParser
import ModelArtifacts

/// `optml rules`: lists the rules, or explains one.
struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "List the rules, or explain one.")

    @Argument(help: "The rule to explain.", completion: WordCompletion.rules)
    var rule: String?

    @OptionGroup var framework: FrameworkOption

    @Option(help: "The form of the result.")
    var format = ResultFormat.text

    @OptionGroup var output: OutputOptions

    init() {}

    func validate() throws {
        if rule != nil, framework.framework != nil {
            throw ValidationError("Give either a rule to explain or --framework, whose rules are listed.")
        }
        guard let rule, AllRules.rule(rule) == nil else { return }
        throw ValidationError("There is no rule '\(DisplayText.escaped(rule))'; 'optml rules' lists them.")
    }

    func run() async throws {
        let result = try ResultOutput(output.output)
        let rules =
            if let framework = framework.framework { AllRules.rules(for: framework) } else {
                rule.map { id in AllRules.rules.filter { $0.id == id } } ?? AllRules.rules
            }
        switch format {
        case .json:
            var json = RulesJSON { chunk throws(ArtifactError) in try result.write(chunk) }
            try json.write(rules, framework: framework.framework)
        case .text:
            let text = RuleText(style: output.output == nil ? Style(output.color, for: 1) : .plain)
            if let framework = framework.framework {
                try result.write(lines: text.list(rules, for: framework))
            } else {
                try result.write(lines: rule == nil ? text.list(rules) : rules.flatMap(text.explanation(of:)))
            }
        }
        try result.commit()
    }
}
