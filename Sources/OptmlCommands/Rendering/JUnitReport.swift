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

    /// Writes one report as a file with one suite, or one a model.
    mutating func write(_ report: FindingsReport) throws(ArtifactError) {
        guard report.models.isEmpty else { return try writeModels(of: report) }
        let results = Dictionary(grouping: report.results, by: \.finding.rule)
        let failures = results.mapValues { $0.filter { report.failOn.fails($0.finding.severity) } }
        let failed = report.rules.count { !(failures[$0.id] ?? []).isEmpty }
        let source = report.properties.first?.value ?? ""
        try writer.begin("testsuites")
        try beginSuite(
            report, source, number: 0, tests: report.rules.count + report.skipped.count, failures: failed,
            skipped: report.skipped.count)
        let cases = report.rules.map { ($0, nil) } + report.skipped.map { ($0.rule, Optional($0.reason)) }
        for (rule, reason) in cases.sorted(by: { $0.0.id < $1.0.id }) {
            try write(rule, skippedFor: reason, failures[rule.id] ?? [], report)
        }
        try endSuite(output: Self.output(of: report))
        try writer.end()
        try writer.finish()
    }

    private mutating func beginSuite(
        _ report: FindingsReport, _ name: String, number: Int, tests: Int, failures: Int, skipped: Int
    ) throws(ArtifactError) {
        try writer.begin(
            "testsuite",
            [
                ("name", "optml \(report.command) \(name)"), ("package", "optml"), ("id", "\(number)"),
                ("timestamp", "1970-01-01T00:00:00"), ("hostname", "localhost"), ("tests", "\(tests)"),
                ("failures", "\(failures)"), ("errors", "0"), ("skipped", "\(skipped)"), ("time", "0"),
            ])
        try writer.begin("properties")
        for property in report.properties {
            try writer.write("property", [("name", property.name), ("value", property.value)])
        }
        try writer.end()
    }

    private mutating func endSuite(output: String) throws(ArtifactError) {
        try writer.write("system-out", text: output)
        try writer.write("system-err", text: "")
        try writer.end()
    }

    /// Writes a suite a model, with a test case for each rule that makes it fail: those of all rules would be thousands of times as
    /// many as models. A model that passes has one case.
    private mutating func writeModels(of report: FindingsReport) throws(ArtifactError) {
        let rules = Dictionary(uniqueKeysWithValues: report.rules.map { ($0.id, $0) })
        try writer.begin("testsuites")
        for (number, model) in report.models.enumerated() {
            let results = report.results[model.results]
            let failures = Dictionary(
                grouping: results.filter { report.failOn.fails($0.finding.severity) }, by: \.finding.rule)
            let left = model.truncated.filter { rule in
                failures[rule.rule] == nil && rules[rule.rule].map { report.failOn.fails($0.severity) } ?? false
            }
            let count = failures.count + left.count
            try beginSuite(report, "\(model.uri)", number: number, tests: max(1, count), failures: count, skipped: 0)
            for id in (failures.keys + left.map(\.rule)).sorted() {
                guard let rule = rules[id] else { continue }
                let found = failures[id] ?? []
                let total = model.truncated.first { $0.rule == id }?.total ?? found.count
                try writeFailure(of: rule, found, total: total, report)
            }
            if count == 0 {
                try writer.write(
                    "testcase", [("name", "check"), ("classname", "optml.\(report.command)"), ("time", "0")])
            }
            let others = results.filter { !report.failOn.fails($0.finding.severity) }
            try endSuite(output: Self.output(of: others))
        }
        try writer.end()
        try writer.finish()
    }

    private mutating func writeFailure(
        of rule: Rule, _ failures: [FindingsReport.Result], total: Int, _ report: FindingsReport
    ) throws(ArtifactError) {
        let times = total > 1 ? " (\(total) times)" : ""
        let severity = failures.first?.finding.severity ?? rule.severity
        try writer.begin(
            "testcase", [("name", rule.id), ("classname", "optml.\(report.command)"), ("time", "0")])
        try writer.write(
            "failure", [("message", rule.summary + times), ("type", severity.rawValue)],
            text: failures.map(Self.text).joined(separator: "\n") + Self.rest(total - failures.count))
        try writer.end()
    }

    private static func output(of results: [FindingsReport.Result]) -> String {
        results.map { "\($0.finding.severity.rawValue) \($0.finding.rule): \(text($0))\n" }.joined()
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
        guard !failures.isEmpty else { return try writer.write("testcase", attributes) }
        try writeFailure(of: rule, failures, total: report.total(of: rule.id, listed: failures.count), report)
    }

    /// The findings that fail no case.
    private static func output(of report: FindingsReport) -> String {
        output(of: report.results.filter { !report.failOn.fails($0.finding.severity) })
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
