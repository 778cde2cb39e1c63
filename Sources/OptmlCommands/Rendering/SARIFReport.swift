import ModelArtifacts

/// Findings in the Static Analysis Results Interchange Format, SARIF 2.1.0, as code scanning services read it.
///
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. GitHub refuses a file with a result that has no
/// physical location, and matches results from run to run by the fingerprint `primaryLocationLineHash`:
/// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
struct SARIFReport {
    private static let schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

    private var writer: JSONWriter
    private var ruleIndices: [String: Int] = [:]

    init(sink: @escaping OutputBuffer.Sink) {
        writer = JSONWriter(sink: sink)
    }

    /// Writes one report as a file with one run.
    mutating func write(_ report: FindingsReport) throws(ArtifactError) {
        for (index, rule) in report.rules.enumerated() { ruleIndices[rule.id] = index }
        try writer.beginObject()
        try writer.write("$schema", Self.schema)
        try writer.write("version", "2.1.0")
        try writer.beginArray("runs")
        try writer.beginObject()
        try write(report.rules)
        try write(report.truncated, listed: report.results)
        try writer.write("columnKind", "unicodeCodePoints")
        try writer.beginArray("results")
        for model in report.models {
            for result in report.results[model.results] { try write(result, of: model.uri) }
        }
        for result in report.results[(report.models.last?.results.upperBound ?? 0)...] { try write(result) }
        try writer.endArray()
        try writer.endObject()
        try writer.endArray()
        try writer.endObject()
        try writer.finish()
    }

    /// The tool with its rules.
    private mutating func write(_ rules: [Rule]) throws(ArtifactError) {
        try writer.beginObject("tool")
        try writer.beginObject("driver")
        try writer.write("name", "optml")
        try writer.write("version", Version.current)
        try writer.beginArray("rules")
        for rule in rules {
            try writer.beginObject()
            try writer.write("id", rule.id)
            try write("shortDescription", SARIFText.escapingBraces(rule.summary))
            try write("fullDescription", SARIFText.escapingBraces(rule.explanation))
            try writer.beginObject("help")
            try writer.write("text", SARIFText.escapingBraces(Self.help(of: rule)))
            try writer.write("markdown", SARIFText.escapingBraces(RuleReference.explanation(of: rule)))
            try writer.endObject()
            if rule.source.hasPrefix("https://") { try writer.write("helpUri", rule.source) }
            try writer.beginObject("defaultConfiguration")
            try writer.write("level", rule.severity.rawValue)
            try writer.endObject()
            try writer.endObject()
        }
        try writer.endArray()
        try writer.endObject()
        try writer.endObject()
    }

    private static func help(of rule: Rule) -> String {
        """
        \(rule.explanation)

        What to do: \(rule.remedy)

        Bad:
        \(rule.example.bad)

        Good:
        \(rule.example.good)

        Source: \(rule.source)
        """
    }

    /// The run itself, with a notification for each rule of which not all findings are listed.
    private mutating func write(
        _ truncated: [TruncatedRule], listed results: [FindingsReport.Result]
    ) throws(ArtifactError) {
        try writer.beginArray("invocations")
        try writer.beginObject()
        try writer.write("executionSuccessful", true)
        if !truncated.isEmpty {
            try writer.beginArray("toolExecutionNotifications")
            for rule in truncated {
                let listed = results.count { $0.finding.rule == rule.rule }
                try writer.beginObject()
                try write("message", "\(rule.rule): \(rule.total) findings, of which the first \(listed) are listed")
                try writer.write("level", "warning")
                if let index = ruleIndices[rule.rule] {
                    try writer.beginObject("associatedRule")
                    try writer.write("id", rule.rule)
                    try writer.write("index", index)
                    try writer.endObject()
                }
                try writer.endObject()
            }
            try writer.endArray()
        }
        try writer.endObject()
        try writer.endArray()
    }

    /// - Parameter model: the one of many that it is about.
    private mutating func write(_ result: FindingsReport.Result, of model: ByteString? = nil) throws(ArtifactError) {
        let finding = result.finding
        try writer.beginObject()
        try writer.write("ruleId", finding.rule)
        if let index = ruleIndices[finding.rule] { try writer.write("ruleIndex", index) }
        // The words are the same.
        try writer.write("level", finding.severity.rawValue)
        try write("message", SARIFText.message(result.text))
        try writer.beginArray("locations")
        try write(finding.location, in: result.file)
        try writer.endArray()
        if !finding.related.isEmpty {
            try writer.beginArray("relatedLocations")
            for (index, related) in result.related.enumerated() {
                try write(related.location, in: related.file, id: index + 1)
            }
            try writer.endArray()
        }
        try writer.beginObject("partialFingerprints")
        try writer.write("primaryLocationLineHash", result.fingerprint)
        try writer.endObject()
        if let model {
            try writer.beginObject("properties")
            try writer.write("model", name: model)
            try writer.endObject()
        }
        try writer.endObject()
    }

    private mutating func write(
        _ location: Location, in file: ByteString, id: Int? = nil
    ) throws(ArtifactError) {
        try writer.beginObject()
        if let id { try writer.write("id", id) }
        try writer.beginObject("physicalLocation")
        try writer.beginObject("artifactLocation")
        try writer.write("uri", URIReference.text(FindingFiles.repositoryPath(of: file)))
        try writer.endObject()
        try writer.beginObject("region")
        try writer.write("startLine", max(location.line ?? 1, 1))
        if location.line != nil, let column = location.column, column > 0 { try writer.write("startColumn", column) }
        try writer.endObject()
        try writer.endObject()
        let names = [
            (location.path.map { "\($0)" }, "resource"), (location.member.map { "\($0)" }, "member"),
            (location.path == nil ? location.key.map { "\($0)" } : nil, "resource"), (location.jsonPath, "property"),
        ]
        if names.contains(where: { $0.0 != nil }) {
            try writer.beginArray("logicalLocations")
            for case (let name?, let kind) in names {
                try writer.beginObject()
                try writer.write("fullyQualifiedName", name)
                try writer.write("kind", kind)
                try writer.endObject()
            }
            try writer.endArray()
        }
        try writer.endObject()
    }

    private mutating func write(_ name: String, _ text: String) throws(ArtifactError) {
        try writer.beginObject(name)
        try writer.write("text", text)
        try writer.endObject()
    }
}
