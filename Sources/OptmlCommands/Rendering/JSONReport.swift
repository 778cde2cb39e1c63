import ModelArtifacts
import SageMakerModel

/// The report as JSON, for programs. Its shape is fixed; additions raise no version, changes do.
struct JSONReport {
    /// The version of the shape.
    static let schemaVersion = 1

    var writer: JSONWriter
    /// How many threads put rows of a layout into words.
    var layoutJobs = 1

    init(sink: @escaping OutputBuffer.Sink) {
        writer = JSONWriter(sink: sink)
    }

    /// Writes one report.
    ///
    /// - Parameter depth: how many levels of the layout are written; nil for all.
    mutating func write(_ report: InspectionReport, depth: Int? = nil) throws(ArtifactError) {
        try writer.beginObject()
        try writer.writeTool()
        try writeBody(of: report, depth: depth)
        try end()
    }

    /// Writes the reports of several sources, and the sums of their findings.
    mutating func write(_ reports: [InspectionReport]) throws(ArtifactError) {
        try writeAll(reports) { (json: inout JSONReport, report) throws(ArtifactError) in
            try json.writeBody(of: report)
        }
    }

    /// Writes the reports on several requests, and the sums of their findings.
    mutating func write(_ reports: [RequestReport]) throws(ArtifactError) {
        try writeAll(reports) { (json: inout JSONReport, report) throws(ArtifactError) in
            try json.writeBody(of: report, artifacts: [])
        }
    }

    private mutating func writeAll<Report: FindingReport>(
        _ reports: [Report], _ body: (inout JSONReport, Report) throws(ArtifactError) -> Void
    ) throws(ArtifactError) {
        try writer.beginObject()
        try writer.writeTool()
        try writer.beginArray("reports")
        for report in reports {
            try writer.beginObject()
            try body(&self, report)
            try writer.endObject()
        }
        try writer.endArray()
        try write(reports.reduce(FindingCounts(errors: 0, warnings: 0, notes: 0)) { $0 + $1.counts })
        try end()
    }

    private mutating func write(_ counts: FindingCounts) throws(ArtifactError) {
        try writer.beginObject("summary")
        try writer.write("errors", counts.errors)
        try writer.write("warnings", counts.warnings)
        try writer.write("notes", counts.notes)
        try writer.endObject()
    }

    private mutating func writeBody(of report: InspectionReport, depth: Int? = nil) throws(ArtifactError) {
        try writeBeginning(of: report)
        try writeModels(of: report)
        try writeSummary(report.summary)
        try write(report.findings)
        try write(report.truncated)
        if !report.remarks.isEmpty {
            try writer.beginArray("notes")
            for remark in report.remarks { try writer.write(remark) }
            try writer.endArray()
        }
        if let layout = report.layout { try write(layout, depth: depth) }
    }

    /// Writes the four layouts of one source.
    mutating func write(combinations reports: [InspectionReport]) throws(ArtifactError) {
        guard let first = reports.first else { return }
        try writer.beginObject()
        try writer.writeTool()
        try writeBeginning(of: first, withModelDataSource: false)
        try writer.beginArray("combinations")
        for report in reports {
            try writer.beginObject()
            try writer.write("s3DataType", report.combination.dataType.rawValue)
            try writer.write("compressionType", report.combination.compressionType.rawValue)
            try write(report.findings)
            try write(report.layout)
            try writer.endObject()
        }
        try writer.endArray()
        try end()
    }

    /// Writes the report on a request, and what was inspected beside it.
    mutating func write(
        _ report: RequestReport, artifacts: [(place: PlacedArtifact, report: InspectionReport)]
    ) throws(ArtifactError) {
        try writer.beginObject()
        try writer.writeTool()
        try writeBody(of: report, artifacts: artifacts)
        try end()
    }

    private mutating func writeBody(
        of report: RequestReport, artifacts: [(place: PlacedArtifact, report: InspectionReport)]
    ) throws(ArtifactError) {
        try writer.beginObject("request")
        if let kind = report.kind { try writer.write("kind", kind.rawValue) } else { try writer.writeNull("kind") }
        if let operation = report.operation { try writer.write("operation", operation) }
        try writer.write("location", name: report.location)
        try writer.endObject()
        if artifacts.count > 1 {
            try writer.beginArray("sources")
            for (place, artifact) in artifacts {
                try writer.beginObject()
                if let container = place.container { try writer.write("container", container) }
                if let channel = place.channel { try writer.write("channel", name: channel) }
                try writeSource(of: artifact)
                try writeModels(of: artifact)
                try writer.endObject()
            }
            try writer.endArray()
        } else if let artifact = artifacts.first?.report {
            try writeSource(of: artifact)
            try writeModels(of: artifact)
        }
        try write(report.counts)
        try write(report.findings)
        try write(report.truncated)
    }

    mutating func write(_ truncated: [TruncatedRule]) throws(ArtifactError) {
        try writer.beginArray("truncated")
        for rule in truncated {
            try writer.beginObject()
            try writer.write("rule", rule.rule)
            try writer.write("total", rule.total)
            try writer.endObject()
        }
        try writer.endArray()
    }

    private mutating func writeBeginning(
        of report: InspectionReport, withModelDataSource: Bool = true
    ) throws(ArtifactError) {
        try writeSource(of: report, withModelDataSource: withModelDataSource)
        guard withModelDataSource else { return }
        try writer.beginArray("channels")
        for channel in report.channels {
            try writer.beginObject()
            try writer.write("name", channel.channel ?? "")
            try writeSource(of: channel)
            try writer.endObject()
        }
        try writer.endArray()
    }

    private mutating func writeSource(
        of report: InspectionReport, withModelDataSource: Bool = true
    ) throws(ArtifactError) {
        try writer.beginObject("source")
        try writer.write("kind", report.kind.rawValue)
        try writer.write("location", name: report.location)
        if report.contents != .all { try writer.write("contents", report.contents.rawValue) }
        try writer.endObject()
        guard withModelDataSource else { return }
        try writer.beginObject("modelDataSource")
        if let uri = report.s3URI { try writer.write("s3Uri", name: uri) } else { try writer.writeNull("s3Uri") }
        try writer.write("s3DataType", report.combination.dataType.rawValue)
        try writer.write("compressionType", report.combination.compressionType.rawValue)
        try writer.endObject()
    }

    /// The archives of a multi-model endpoint, the first of them in byte order, and how many there are.
    private mutating func writeModels(of report: InspectionReport) throws(ArtifactError) {
        guard let models = report.models else { return }
        try writer.beginObject("models")
        try writer.write("total", models.count)
        try writer.beginArray("listed")
        for model in models.listed {
            try writer.beginObject()
            try writer.write("path", name: model.path)
            if let size = model.size { try writer.write("size", size) }
            try writer.endObject()
        }
        try writer.endArray()
        try writer.endObject()
    }

    mutating func end() throws(ArtifactError) {
        try writer.endObject()
        try writer.finish()
    }

    mutating func writeSummary(_ summary: InspectionReport.Summary) throws(ArtifactError) {
        try writer.beginObject("summary")
        try writer.write("objects", summary.objects)
        try writer.write("files", summary.files)
        try writer.write("directories", summary.directories)
        try writer.write("bytes", summary.bytes)
        try writer.write("errors", summary.errors)
        try writer.write("warnings", summary.warnings)
        try writer.write("notes", summary.notes)
        if summary.ignored > 0 { try writer.write("ignored", summary.ignored) }
        if summary.known > 0 { try writer.write("known", summary.known) }
        try writer.endObject()
    }

    mutating func write(_ findings: [Finding]) throws(ArtifactError) {
        try writer.beginArray("findings")
        for finding in findings { try write(finding) }
        try writer.endArray()
    }

    private mutating func write(_ finding: Finding) throws(ArtifactError) {
        try writer.beginObject()
        try writer.write("rule", finding.rule)
        try writer.write("severity", finding.severity.rawValue)
        try writer.write("message", finding.message)
        try write(finding.location)
        if let offset = finding.byteOffset { try writer.write("byteOffset", offset) }
        if let count = finding.count { try writer.write("count", count) }
        if !finding.related.isEmpty {
            try writer.beginArray("related")
            for location in finding.related {
                try writer.beginObject()
                try write(location)
                try writer.endObject()
            }
            try writer.endArray()
        }
        if !finding.help.isEmpty { try writer.write("help", finding.help) }
        try writer.endObject()
    }

    private mutating func write(_ location: Location) throws(ArtifactError) {
        if let key = location.key { try writer.write("key", name: key) }
        if let path = location.path { try writer.write("path", name: path) }
        if let member = location.member { try writer.write("member", name: member) }
        if let jsonPath = location.jsonPath { try writer.write("jsonPath", jsonPath) }
        if let line = location.line { try writer.write("line", line) }
        if let column = location.column { try writer.write("column", column) }
    }

    private mutating func write(_ layout: LayoutRows?, depth: Int? = nil) throws(ArtifactError) {
        try writer.beginArray("layout")
        var isFirst = true
        for part in layout?.parts ?? [] {
            try LayoutSections(part, jobs: layoutJobs).forEach { [isFirst, indent = writer.depth] section in
                Result { () throws(ArtifactError) in
                    var writer = JSONWriter(elementsAtDepth: indent, isFirst: isFirst && section.isFirst)
                    try Self.write(section, channel: part.channel, depth: depth, to: &writer)
                    return writer.output.bytes
                }
            } take: { rows throws(ArtifactError) in
                try writer.pass(elements: rows.get())
            }
            isFirst = isFirst && part.count == 0
        }
        try writer.endArray()
    }

    private static func write(
        _ section: LayoutSections.Section, channel: String?, depth: Int?, to writer: inout JSONWriter
    ) throws(ArtifactError) {
        var sums = section.sums
        var row = section.cursor()
        while row.next() {
            let sum = row.kind == .directory ? sums.popFirst() : nil
            if let depth, row.depth >= depth { continue }
            try writer.beginObject()
            try writer.write("path", name: row.path)
            try writer.write("type", row.kind.rawValue)
            if let size = row.size { try writer.write("size", size) }
            if let sum {
                if sum.unknownSizes == 0 { try writer.write("bytes", sum.bytes) }
                try writer.write("files", sum.files)
            }
            if let key = row.key { try writer.write("key", name: key) }
            if let etag = row.etag { try writer.write("etag", name: etag) }
            if let target = row.target { try writer.write("target", name: target) }
            if let channel { try writer.write("channel", channel) }
            if let origin = row.origin { try writer.write("origin", origin.rawValue) }
            switch row.use {
            case .loads(let role):
                try writer.write("use", "loads")
                try writer.write("role", role)
            case .dependsOnScript: try writer.write("use", "depends-on-script")
            case .ignores: try writer.write("use", "ignores")
            case .downloadsForNothing: try writer.write("use", "downloads-for-nothing")
            case nil: break
            }
            try writer.endObject()
        }
    }
}
