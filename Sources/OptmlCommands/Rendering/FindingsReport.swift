import ModelArtifacts

/// What any command has to say to other tools: its findings, the rules that were applied, and the files that it looked at.
///
/// The forms that services read (``SARIFReport``, ``JUnitReport``, ``GitHubReport``, ``GitLabReport``, ``MarkdownReport``, ``ConciseReport``) are made of it alone,
/// so that every command that reports findings can have them.
struct FindingsReport {
    /// A rule that was not applied, and why.
    struct SkippedRule {
        let rule: Rule
        let reason: String
    }

    /// A finding with what services want to know of it.
    struct Result {
        let finding: Finding
        /// The file on this machine that it is about, by a name that opens it; see ``FindingFiles``.
        let file: ByteString
        /// The other places that have to do with it, and the files that they are in.
        let related: [(location: Location, file: ByteString)]
        /// The fingerprint, a colon and a number from 1 that tells findings of the same fingerprint apart.
        let fingerprint: String
        /// The line in the file, from 1.
        var line: Int { max(finding.location.line ?? 1, 1) }
        /// The column in the line, from 1, where it is known.
        var column: Int? { finding.location.line == nil ? nil : finding.location.column }
        /// What is wrong, and what to do.
        var text: String { finding.help.isEmpty ? finding.message : "\(finding.message)\nhelp: \(finding.help)" }
    }

    /// The command, such as `check`.
    let command: String
    /// What was looked at, as names and values for people.
    let properties: [(name: String, value: String)]
    /// The findings that are listed, in the order of reports.
    let results: [Result]
    /// The rules of which there are more.
    let truncated: [TruncatedRule]
    /// How many findings of each severity there are, listed or not.
    let counts: FindingCounts
    /// The rules that were applied, whether they found something or not.
    let rules: [Rule]
    /// The rules that the user does not want.
    let skipped: [SkippedRule]
    /// What makes the command fail.
    let failOn: FailOn
    /// The models that the findings are about, where there are many; their results are the first, model by model.
    var models: [Model] = []

    init(
        command: String, properties: [(name: String, value: String)], findings: [Finding],
        truncated: [TruncatedRule] = [], counts: FindingCounts, files: FindingFiles, rules: [Rule],
        skipped: [SkippedRule] = [], failOn: FailOn
    ) {
        let results = findings.map { finding in
            Result(
                finding: finding, file: files.file(of: finding.location),
                related: finding.related.map { ($0, files.file(of: $0)) }, fingerprint: "")
        }
        self.init(
            command: command, properties: properties, joined: results, truncated: truncated, counts: counts,
            rules: rules, skipped: skipped, failOn: failOn)
    }

    /// A report of results, also of those that other reports had: of the same fingerprint, they are told apart anew.
    init(
        command: String, properties: [(name: String, value: String)], joined: [Result], truncated: [TruncatedRule],
        counts: FindingCounts, rules: [Rule], skipped: [SkippedRule], failOn: FailOn
    ) {
        self.command = command
        self.properties = properties
        self.truncated = truncated
        self.counts = counts
        self.rules = rules
        self.skipped = skipped
        self.failOn = failOn
        var seen: [FindingFingerprint: Int] = [:]
        results = joined.map { result in
            let fingerprint = result.finding.fingerprint
            seen[fingerprint, default: 0] += 1
            return Result(
                finding: result.finding, file: result.file, related: result.related,
                fingerprint: "\(fingerprint):\(seen[fingerprint] ?? 1)")
        }
    }

    /// How many findings of a rule there are, listed or not.
    func total(of rule: String, listed: Int) -> Int { truncated.first { $0.rule == rule }?.total ?? listed }
}
