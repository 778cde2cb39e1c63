import ArgumentParser
import ModelArtifacts

/// Which rules apply, and what their findings mean for the exit status.
struct RuleOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Apply only these rules; comma-separated, repeatable.", valueName: "rule"))
    var select: [String] = []

    @Option(help: ArgumentHelp("Do not apply these rules; comma-separated, repeatable.", valueName: "rule"))
    var ignore: [String] = []

    @Option(
        help: ArgumentHelp("Give a rule another severity: name-clash=warning. Repeatable.", valueName: "rule=severity"))
    var severity: [String] = []

    @Option(help: "The least severity that makes the command fail.")
    var failOn = FailOn.error

    init() {}

    func validate() throws { _ = try policy() }

    /// The choices as a policy.
    ///
    /// - Throws: `ValidationError` for a rule that does not exist or a severity that is none.
    func policy() throws -> RulePolicy {
        var policy = RulePolicy()
        let selected = try Self.rules(select, option: "--select")
        policy.selected = selected.isEmpty ? nil : selected
        policy.ignored = try Self.rules(ignore, option: "--ignore")
        for assignment in severity.flatMap(Self.items) {
            let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
                String.init)
            guard parts.count == 2, let severity = Severity(rawValue: parts[1]) else {
                throw ValidationError(
                    "--severity takes RULE=error, RULE=warning or RULE=note, not '\(DisplayText.escaped(assignment))'.")
            }
            try Self.checkExists(parts[0], option: "--severity")
            policy.severities[parts[0]] = severity
        }
        return policy
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
