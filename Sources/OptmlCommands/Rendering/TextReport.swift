import ModelArtifacts
import SageMakerModel

/// The report as text, for people: findings grouped by rule, the most severe first, and a summary line.
struct TextReport {
    /// How many findings of one rule are shown; the JSON report lists up to 1,000.
    static let shownPerRule = 20

    private let style: Style
    private let isQuiet: Bool
    /// The name of the request that findings with a line are about.
    private let document: ByteString
    /// The configuration in force, if the report is to say which.
    private let configuration: ByteString?
    /// Whether the command can write the findings as JSON, too.
    private let hasJSON: Bool
    /// Whether there are others beside it, so that what was looked at is never left unsaid.
    private let isOneOfSeveral: Bool

    init(
        style: Style, isQuiet: Bool, document: ByteString = "", configuration: ByteString? = nil, hasJSON: Bool = true,
        isOneOfSeveral: Bool = false
    ) {
        self.hasJSON = hasJSON
        self.isOneOfSeveral = isOneOfSeveral
        self.style = style
        self.isQuiet = isQuiet
        self.document = document
        self.configuration = configuration
    }

    /// The whole report: what was looked at, the findings, the sums.
    func lines(of report: InspectionReport) -> [String] {
        let isItsURI = report.kind == .s3 && report.s3URI == report.location
        let what =
            switch report.hosting {
            case .one: "\(report.combination)"
            case .many: "the models of a multi-model endpoint"
            case .oneOfMany: "one model of a multi-model endpoint"
            }
        let header =
            "Checked \(isItsURI ? "" : report.kind.rawValue + " ")'\(report.location)' as \(what)"
            + (isItsURI ? "" : report.s3URI.map { " for '\($0)'" } ?? "")
        return head(header) + (isQuiet ? [] : modelLines(of: report)) + findingLines(of: report)
            + [summary(of: report)]
    }

    /// The archives of a multi-model endpoint.
    private func modelLines(of report: InspectionReport) -> [String] {
        guard let models = report.models, models.count > 0 else { return [] }
        let shown = models.listed.prefix(Self.shownPerRule)
        let rest = models.count - shown.count
        return ["\(Plural.count(models.count, "model")):"]
            + shown.map { model in
                "  \(model.path)" + (model.size.map { "  \(ByteSize(bytes: $0))" } ?? "")
            } + (rest > 0 ? ["  … and \(rest) more"] : []) + [""]
    }

    /// The whole report on a request.
    ///
    /// - Parameter artifact: what was inspected beside it.
    func lines(of report: RequestReport, artifact: InspectionReport? = nil) -> [String] {
        let what = report.subject
        let header = "Checked \(what) '\(report.location)'"
        let models = isQuiet ? [] : artifact.map { modelLines(of: $0) } ?? []
        return head(header) + models + findingLines(of: report) + [counts(of: report)]
    }

    /// What was looked at, and by which configuration, which is never left unsaid.
    private func head(_ header: String) -> [String] {
        let lines = (isQuiet && !isOneOfSeveral ? [] : [header]) + Self.configured(by: configuration)
        return lines.isEmpty ? [] : lines + [""]
    }

    /// What several reports have in common, which is said once in front of them.
    static func head(configuration: ByteString?) -> [String] {
        let lines = configured(by: configuration)
        return lines.isEmpty ? [] : lines + [""]
    }

    private static func configured(by file: ByteString?) -> [String] { file.map { ["Configuration: \($0)"] } ?? [] }

    /// The findings alone.
    func findingLines(of report: some FindingReport) -> [String] {
        var lines: [String] = []
        var rest = report.findings[...]
        while let first = rest.first {
            let group = rest.prefix { $0.rule == first.rule && $0.severity == first.severity }
            rest = rest.dropFirst(group.count)
            guard !isQuiet || first.severity != .note else { continue }
            let others = report.findings.count { $0.rule == first.rule } - group.count
            let total = report.truncated.first { $0.rule == first.rule }.map { $0.total - others } ?? group.count
            lines += self.lines(of: group, total: total) + [""]
        }
        return lines
    }

    /// The findings with a line a rule.
    func briefFindingLines(of report: InspectionReport) -> [String] {
        var counts: [(finding: Finding, count: Int)] = []
        for finding in report.findings where !isQuiet || finding.severity != .note {
            if let last = counts.last?.finding, last.rule == finding.rule, last.severity == finding.severity {
                counts[counts.count - 1].count += 1
            } else {
                counts.append((finding, 1))
            }
        }
        return counts.map { finding, listed in
            let count = report.truncated.first { $0.rule == finding.rule }?.total ?? listed
            let times = count > 1 ? " (\(count) times)" : ""
            return heading(of: finding) + times
        }
    }

    /// One line with the sums.
    func summary(of report: InspectionReport) -> String {
        let left = [
            report.summary.ignored > 0 ? "\(report.summary.ignored) ignored by the configuration" : nil,
            report.summary.known > 0 ? "\(report.summary.known) in the baseline" : nil,
            report.contents.words.map { "contents \($0)" },
        ].compactMap(\.self)
        return counts(of: report) + " in \(Plural.count(report.summary.files, "file")), " + size(of: report.summary)
            + (left.isEmpty ? "" : "; " + left.joined(separator: ", "))
    }

    /// The last line of several reports.
    func sum(of reports: [some FindingReport], _ noun: String) -> String {
        let sum = reports.reduce(FindingCounts(errors: 0, warnings: 0, notes: 0)) { $0 + $1.counts }
        return "\(words(for: sum)) in \(Plural.count(reports.count, noun))"
    }

    /// How many findings there are.
    private func counts(of report: some FindingReport) -> String { words(for: report.counts) }

    private func words(for counts: FindingCounts) -> String {
        return [
            counts.errors > 0 ? style.red(Plural.count(counts.errors, "error")) : "no errors",
            counts.warnings > 0 ? style.yellow(Plural.count(counts.warnings, "warning")) : "no warnings",
            counts.notes > 0 ? Plural.count(counts.notes, "note") : "no notes",
        ].joined(separator: ", ")
    }

    private func size(of summary: InspectionReport.Summary) -> String {
        let known = ByteSize(bytes: summary.bytes).description
        switch summary.unknownSizes {
        case 0: return known
        case summary.files: return summary.files == 1 ? "size unknown" : "sizes unknown"
        default: return "\(known) and \(Plural.count(summary.unknownSizes, "file")) of unknown size"
        }
    }

    private func lines(of group: ArraySlice<Finding>, total: Int) -> [String] {
        guard let first = group.first else { return [] }
        var lines = [heading(of: first)]
        let shown = group.prefix(Self.shownPerRule)
        let helps = Set(shown.map(\.help))
        for (phrase, numbers) in FindingPhrase.alike(shown) {
            for number in numbers {
                if let place = place(of: shown[shown.startIndex + number]) { lines.append("  " + style.bold(place)) }
            }
            lines.append("    " + phrase.words)
            if helps.count > 1, !phrase.help.isEmpty { lines.append("    " + help(phrase.help)) }
        }
        if total > shown.count {
            lines.append("  … and \(total - shown.count) more" + more(of: total, listed: group.count))
        }
        if helps.count == 1, !first.help.isEmpty { lines.append("  " + help(first.help)) }
        return lines
    }

    /// Where findings can be read that are not shown.
    private func more(of total: Int, listed: Int) -> String {
        guard hasJSON, listed > Self.shownPerRule else { return "" }
        return total > listed ? "; --format json lists the first \(listed)" : "; --format json lists them"
    }

    private func heading(of finding: Finding) -> String {
        let summary = AllRules.rule(finding.rule)?.summary ?? ""
        return label(finding.severity) + style.bold(" \(finding.rule)") + ": \(summary)"
    }

    private func help(_ text: String) -> String { style.dim("help: ") + text }

    private func label(_ severity: Severity) -> String {
        switch severity {
        case .error: style.red("error")
        case .warning: style.yellow("warning")
        case .note: style.blue("note")
        }
    }

    private func place(of finding: Finding) -> String? {
        let location = finding.location
        if let member = location.member { return "member '\(member)'" }
        if let path = location.path { return "\(path)" }
        if location.jsonPath != nil || location.line != nil { return requestPlace(of: location) }
        return location.key.map { "key '\($0)'" }
    }

    private func requestPlace(of location: Location) -> String {
        let line = location.line.map { "\(document):\($0):\(location.column ?? 1)" }
        return [line, location.jsonPath].compactMap { $0 }.joined(separator: " ")
    }
}
