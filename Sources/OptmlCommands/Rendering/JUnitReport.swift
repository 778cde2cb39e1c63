import ModelArtifacts

/// Findings as JUnit's XML, which test reports are made of: a suite with a test case a rule.
///
/// A case fails if its rule has a finding that makes the command fail; what else was found is the suite's output. A rule
/// that the user does not want is skipped. The file is valid for the schemas of Ant's JUnit task and of Jenkins's xUnit
/// plug-in, which between them ask for a time and a host; both are always the same.
struct JUnitReport {
    private var writer: XMLWriter

    init(sink: @escaping OutputBuffer.Sink) {
        writer = XMLWriter(sink: sink)
    }

    /// Writes one report as a file with one suite.
    mutating func write(_ report: FindingsReport) throws(ArtifactError) {
        let results = Dictionary(grouping: report.results, by: \.finding.rule)
        let failures = results.mapValues { $0.filter { report.failOn.fails($0.finding.severity) } }
        let failed = report.rules.count { !(failures[$0.id] ?? []).isEmpty }
        let source = report.properties.first?.value ?? ""
        try writer.begin("testsuites")
        try writer.begin(
            "testsuite",
            [
                ("name", "optml \(report.command) \(source)"), ("package", "optml"), ("id", "0"),
                ("timestamp", "1970-01-01T00:00:00"), ("hostname", "localhost"),
                ("tests", "\(report.rules.count + report.skipped.count)"), ("failures", "\(failed)"), ("errors", "0"),
                ("skipped", "\(report.skipped.count)"), ("time", "0"),
            ])
        try writer.begin("properties")
        for property in report.properties {
            try writer.write("property", [("name", property.name), ("value", property.value)])
        }
        try writer.end()
        let cases = report.rules.map { ($0, nil) } + report.skipped.map { ($0.rule, Optional($0.reason)) }
        for (rule, reason) in cases.sorted(by: { $0.0.id < $1.0.id }) {
            try write(rule, skippedFor: reason, failures[rule.id] ?? [], report)
        }
        try writer.write("system-out", text: Self.output(of: report))
        try writer.write("system-err", text: "")
        try writer.end()
        try writer.end()
        try writer.finish()
    }

    private mutating func write(
        _ rule: Rule, skippedFor reason: String?, _ failures: [FindingsReport.Result], _ report: FindingsReport
    ) throws(ArtifactError) {
        let attributes = [("name", rule.id), ("classname", "optml.\(report.command)"), ("time", "0")]
        if let reason {
            try writer.begin("testcase", attributes)
            try writer.write("skipped", [("message", reason)], text: "")
            return try writer.end()
        }
        guard let first = failures.first else { return try writer.write("testcase", attributes) }
        let total = report.total(of: rule.id, listed: failures.count)
        let times = total > 1 ? " (\(total) times)" : ""
        try writer.begin("testcase", attributes)
        try writer.write(
            "failure", [("message", rule.summary + times), ("type", first.finding.severity.rawValue)],
            text: failures.map(Self.text).joined(separator: "\n") + Self.rest(total - failures.count))
        try writer.end()
    }

    /// The findings that fail no case.
    private static func output(of report: FindingsReport) -> String {
        report.results.filter { !report.failOn.fails($0.finding.severity) }.map { result in
            "\(result.finding.severity.rawValue) \(result.finding.rule): \(text(result))\n"
        }.joined()
            + report.truncated.map { rule in
                let listed = report.results.count { $0.finding.rule == rule.rule }
                return "\(rule.rule): \(rule.total) findings, of which the first \(listed) are listed\n"
            }.joined()
    }

    private static func text(_ result: FindingsReport.Result) -> String {
        (result.place.map { "\($0): " } ?? "") + result.text
    }

    private static func rest(_ count: Int) -> String { count > 0 ? "\n… and \(count) more" : "" }
}
