import ArgumentParser
import ModelArtifacts
import SageMakerModel

/// Which rules apply, and what their findings mean for the exit status.
struct RuleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Apply only these rules: ids or globs, comma-separated. Repeatable.", valueName: "rule"),
        completion: WordCompletion.rules)
    var select: [String] = []

    @Option(
        help: ArgumentHelp(
            "Do not apply these rules: ids or globs such as 'request-*', comma-separated. Repeatable.",
            valueName: "rule"),
        completion: WordCompletion.rules)
    var ignore: [String] = []

    @Option(
        help: ArgumentHelp(
            "Give rules another severity: name-clash=warning, 'request-*=note'. Repeatable.", valueName: "rule=severity"
        ),
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
                let meant = Spelling.suggestion(
                    for: ByteString(parts.last ?? ""), among: Severity.allCases.map(\.rawValue))
                throw ValidationError(
                    "--severity takes RULE=error, RULE=warning or RULE=note, not '\(DisplayText.escaped(assignment))'\(parts.count == 2 ? meant : "")."
                )
            }
            for rule in try RuleNames.ids(matching: parts[0], option: "--severity") {
                configuration.severities[rule] = Setting(severity, .commandLine)
            }
        }
        return configuration
    }

    private static func rules(_ values: [String], option: String) throws -> Set<String> {
        try Set(values.flatMap(items).sorted().flatMap { try RuleNames.ids(matching: $0, option: option) })
    }

    private static func items(_ value: String) -> [String] {
        value.split(separator: ",").map { String($0.drop { $0 == " " }) }
    }
}
