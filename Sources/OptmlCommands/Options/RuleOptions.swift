import ArgumentParser
import ModelArtifacts

/// Which rules apply, and what their findings mean for the exit status.
struct RuleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Apply only these rules; comma-separated, repeatable.", valueName: "rule"),
        completion: WordCompletion.rules)
    var select: [String] = []

    @Option(
        help: ArgumentHelp("Do not apply these rules; comma-separated, repeatable.", valueName: "rule"),
        completion: WordCompletion.rules)
    var ignore: [String] = []

    @Option(
        help: ArgumentHelp("Give a rule another severity: name-clash=warning. Repeatable.", valueName: "rule=severity"),
        completion: WordCompletion.severities)
    var severity: [String] = []

    @Option(help: "The least severity that makes the command fail (default: error).")
    var failOn: FailOn?

    @Option(
        help: ArgumentHelp(
            "Report only findings that this file does not hold; 'optml check --write-baseline' writes it.",
            valueName: "file"))
    var baseline: ByteArgument?

    init() {}

    func validate() throws { _ = try configuration() }

    /// The choices as settings.
    ///
    /// - Throws: `ValidationError` for a rule that does not exist or a severity that is none.
    func configuration() throws -> Configuration {
        var configuration = Configuration()
        let selected = try Self.rules(select, option: "--select")
        configuration.selected = selected.isEmpty ? nil : Setting(selected, .commandLine)
        configuration.ignored = try Self.rules(ignore, option: "--ignore").sorted().map { rule in
            Setting(IgnoredFindings(rule: rule, reason: "--ignore"), .commandLine)
        }
        configuration.failOn = failOn.map { Setting($0, .commandLine) }
        configuration.baseline = baseline.map { Setting($0.value, .commandLine) }
        for assignment in severity.flatMap(Self.items) {
            let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
                String.init)
            guard parts.count == 2, let severity = Severity(rawValue: parts[1]) else {
                throw ValidationError(
                    "--severity takes RULE=error, RULE=warning or RULE=note, not '\(DisplayText.escaped(assignment))'.")
            }
            try Self.checkExists(parts[0], option: "--severity")
            configuration.severities[parts[0]] = Setting(severity, .commandLine)
        }
        return configuration
    }

    private static func rules(_ values: [String], option: String) throws -> Set<String> {
        let rules = Set(values.flatMap(items))
        for rule in rules.sorted() { try checkExists(rule, option: option) }
        return rules
    }

    private static func items(_ value: String) -> [String] {
        value.split(separator: ",").map { String($0.drop { $0 == " " }) }
    }

    private static func checkExists(_ rule: String, option: String) throws {
        guard AllRules.rule(rule) != nil else {
            throw ValidationError(
                "\(option): there is no rule '\(DisplayText.escaped(rule))'; 'optml rules' lists them.")
        }
    }
}
